"""Questions of the desk to a section, and their answers. A question of a source is asked once, however often the file comes."""

from __future__ import annotations

import msgspec
from sqlalchemy import Connection, Select, func, select

from model.register.opening import Register, RegisterError, write_signed
from model.register.tables import acts, answers, findings, questions, requests, versions


class Asked(msgspec.Struct, frozen=True):
    """A question with its last answer.

    Attributes:
        kind: source (取り込みの確認), officer, or finding (a question of the 質問票 that was answered to the desk).
        place_words: where, for a person.
        assumed: the reading that was taken, of a question of a source.
        alternatives: the other readings, a line each.
        answer: the last answer; "" while it is open.
    """

    id: str
    request: str
    kind: str
    place: str
    place_words: str
    question: str
    assumed: str
    alternatives: str
    asked_by: str
    at: str
    answer: str
    answered_by: str


def ask(
    register: Register, request: str, version: str, question: str, place: str = "", words: str = ""
) -> str:
    """Ask the section of a request something; the id of the question."""
    if not question.strip():
        raise RegisterError("質問が空です。質問の文を入れてください。")
    with register.writing() as connection:
        identity = _ask(
            connection, register, kind="officer", request=request, version=version, question=question.strip(),
            place=place, place_words=words,
        )  # fmt: skip
        _note(connection, register, "asked", request, identity, question.strip())
    return identity


def answer(register: Register, question: str, text: str) -> None:
    """Keep what a section said to a question; an answer before it stays in the register."""
    if not text.strip():
        raise RegisterError("答えが空です。答えの文を入れてください。")
    with register.writing() as connection:
        request = connection.scalar(select(questions.c.request).where(questions.c.id == question))
        if request is None:
            raise RegisterError("答える質問が台帳にありません。質問の番号を確かめてください。")
        _answer(connection, register, request, question, text.strip())


def answer_finding(register: Register, version: str, number: int, text: str) -> bool:
    """Keep what a section said to a question of the 質問票 of a version; whether that is new."""
    with register.writing() as connection:
        query = (
            select(findings.c.place, findings.c.place_words, findings.c.message, versions.c.request)
            .select_from(findings.join(versions, versions.c.id == findings.c.version))
            .where(
                findings.c.version == version, findings.c.number == number, findings.c.severity == "question"
            )
        )
        found = connection.execute(query).one_or_none()
        if found is None:
            raise RegisterError("答える質問が台帳にありません。質問の番号を確かめてください。")
        place, words, question, request = found
        known = [
            one
            for one in asked(connection, request)
            if (one.kind, one.place, one.question) == ("finding", place, question)
        ]
        if known and known[0].answer == text.strip():
            return False
        identity = known[0].id if known else _ask(
            connection, register, kind="finding", request=request, version=version, question=question,
            place=place, place_words=words,
        )  # fmt: skip
        _answer(connection, register, request, identity, text.strip())
    return True


def asked(connection: Connection, request: str = "", *, only_open: bool = False) -> list[Asked]:
    """The questions of a request, or of all, the first asked first."""
    last: Select[tuple[str, str]] = select(answers.c.question, func.max(answers.c.at).label("at")).group_by(
        answers.c.question
    )
    newest = last.subquery()
    joined = questions.outerjoin(newest, newest.c.question == questions.c.id).outerjoin(
        answers, (answers.c.question == newest.c.question) & (answers.c.at == newest.c.at)
    )
    query = select(
        *(questions.c[name] for name in Asked.__struct_fields__ if name in questions.c),
        questions.c.actor.label("asked_by"),
        func.coalesce(answers.c.text, "").label("answer"),
        func.coalesce(answers.c.actor, "").label("answered_by"),
    ).select_from(joined.join(requests, requests.c.id == questions.c.request))
    if request:
        query = query.where(questions.c.request == request)
    if only_open:
        query = query.where(answers.c.id.is_(None))
    query = query.order_by(questions.c.at, questions.c.id)
    return [Asked(**row) for row in connection.execute(query).mappings()]


def _ask(connection: Connection, register: Register, **question: str) -> str:
    """Write a question of the desk; its id."""
    row = write_signed(connection, questions, register.actor, **question, assumed="", alternatives="")
    return str(row["id"])


def _answer(connection: Connection, register: Register, request: str, question: str, text: str) -> None:
    write_signed(connection, answers, register.actor, question=question, text=text)
    _note(connection, register, "answered", request, question, text)


def _note(
    connection: Connection, register: Register, act: str, request: str, subject: str, words: str
) -> None:
    write_signed(connection, acts, register.actor, act=act, request=request, subject=subject, words=words)
