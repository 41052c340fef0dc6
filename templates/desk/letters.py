"""The letter to a section: what came of its requests, what is found in them, and what is asked, as a workbook and as a page.

The workbook comes back with the answers, known by a hidden column.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final, NamedTuple

import jinja2
from sqlalchemy import Row, select

from model.checks import SEVERITY_LABELS
from model.files.files import FileError
from model.register.asking import Asked, answer, answer_finding, asked
from model.register.listing import RegisterRow, Selection, current_versions, rows
from model.register.opening import Register
from model.register.tables import findings
from model.values.amount import format_amount
from model.values.fiscal_year import official
from model.values.grouped import grouped
from templates.desk.grid_table import GridTable
from templates.desk.naming import Section, by_section
from templates.desk.table_book import Column, TableSheet, tables_bytes
from templates.page.html import clean, environment_of
from templates.readers.books import read_book
from templates.workbook.style import Value

QUESTIONS_TITLE: Final = "質問"
_ANSWER: Final = "答え"
_LETTER: Final = "確認のお願い"
_OPEN: Final = ("error", "warning")
_ASKS: Final = "黄色の欄に答えを書いて、このファイルを財政課に返してください。"
_TEMPLATE: Final = "letter.html.j2"
_OF_FINDING: Final = "finding "
"""Begins the key of a question of the 質問票; the version and the number of the finding follow."""


class FoundPart(NamedTuple):
    """A finding as the section reads it."""

    name: str
    severity: str
    where: str
    message: str
    source: str


class AskedPart(NamedTuple):
    """An open question as the section reads it; ``id`` is by what its answer is known (``_OF_FINDING``)."""

    name: str
    where: str
    question: str
    id: str


class Letter(NamedTuple):
    """The content of the letter to one section: its requests, their findings and open questions."""

    section: Section
    rows: list[RegisterRow]
    found: list[FoundPart]
    questions: list[AskedPart]

    @property
    def title(self) -> str:
        """What stands above it."""
        return f"要求書の確認のお願い　{self.section.bureau} {self.section.name}"

    @property
    def is_empty(self) -> bool:
        """Whether it has no finding and no question."""
        return not (self.found or self.questions)


def letters(register: Register, chosen: Selection) -> list[Letter]:
    """The letter of each section that has requests: open findings of the versions in force, and what has no answer."""
    with register.reading() as connection:
        every = rows(connection, chosen)
        query = (
            select(findings)
            .where(findings.c.version.in_(current_versions(chosen)), findings.c.acknowledged == "")
            .order_by(findings.c.version, findings.c.number)
        )
        by_version = grouped(connection.execute(query), lambda finding: str(finding.version))
        questions = asked(connection)
    is_open = (question for question in questions if not question.answer)
    by_request = grouped(is_open, lambda question: question.request)
    settled = {
        (question.request, question.place, question.question)
        for question in questions
        if question.kind == "finding"
    }
    return [
        _letter(section, own, by_version, by_request, settled) for section, own in by_section(every).items()
    ]


def letter_bytes(letter: Letter) -> bytes:
    """The workbook of a letter, into which the answers are written."""
    requests: list[tuple[Value, ...]] = [
        (
            row.name,
            official(row.year).label,
            row.budget,
            row.stage,
            row.number,
            row.amount,
            row.previous,
            row.source,
        )
        for row in letter.rows
    ]
    return tables_bytes(
        [
            TableSheet(
                QUESTIONS_TITLE,
                f"{letter.title}　{_ASKS if letter.questions else '質問はありません。'}",
                (
                    Column("事業名", width=36), Column("箇所", width=32), Column("質問", width=70),
                    Column(_ANSWER, width=60, is_input=True),
                ),
                [(part.name, part.where, part.question, "") for part in letter.questions],
                keys=[part.id for part in letter.questions],
            ),
            TableSheet(
                "指摘",
                "誤りは直して出し直し、注意は確かめてください。質問は「質問」のシートにあります。",
                (
                    Column("事業名", width=36), Column("種類", width=8), Column("箇所", width=32),
                    Column("指摘", width=80), Column("出典", width=30),
                ),
                letter.found,
            ),
            TableSheet(
                "受け取った要求",
                "財政課が受け取った要求の、いまの版です。足りないものがあれば知らせてください。",
                (
                    Column("事業名", width=36), Column("年度", width=10), Column("予算", width=12), Column("段階", width=14), Column("版", width=6, is_amount=True),
                    Column("要求額(千円)", is_amount=True), Column("前年度(千円)", is_amount=True), Column("ファイル", width=48),
                ),
                requests,
            ),
        ]
    )  # fmt: skip


def letter_template() -> jinja2.Template:
    """What the pages of letters are made by: read once for all that are written together."""
    environment = environment_of([Path(__file__).parent])
    environment.filters["amount"] = format_amount
    return environment.get_template(_TEMPLATE)


def letter_files(letter: Letter, template: jinja2.Template) -> dict[str, bytes]:
    """The files of a letter by their names: the workbook and the page."""
    stem = letter.section.file_stem(_LETTER)
    return {f"{stem}.xlsx": letter_bytes(letter), f"{stem}.html": letter_page(letter, template)}


def letter_page(letter: Letter, template: jinja2.Template) -> bytes:
    """The page of a letter: one HTML file, nothing fetched, all text escaped."""
    return clean(template.render(letter=letter)).encode()


def take_answers(register: Register, path: Path) -> int:
    """Take the answers of a letter that came back into the register; how many there were.

    Raises:
        FileError: when the file is no letter, an answer in it has no key, or one answers a question that the register does not have.
    """
    table = GridTable.of(read_book(path).sheet(QUESTIONS_TITLE))
    if table is None or not table.has(_ANSWER):
        raise FileError(
            "「{name}」は財政課の質問のファイルではないか、行の控え（隠れた列）が消されています。",
            name=path.name,
        )
    for row in table.without_key:
        if table.text(row, _ANSWER):
            raise FileError(
                "「{name}」の{questions_title}の{below}行目は、行の控え（隠れた列）が空欄のため、どの質問の答えか分かりません。通知を出し直し、その行に答えを入れてください。",
                name=path.name,
                questions_title=QUESTIONS_TITLE,
                below=row,
            )
    with register.reading() as connection:
        known = {question.id: question.answer for question in asked(connection)}
    answers = ((key, table.text(row, _ANSWER)) for row, key in table.keys)
    return sum(_take_answer(register, key, text) for key, text in answers if text and known.get(key) != text)


def _letter(
    section: Section,
    own: list[RegisterRow],
    by_version: dict[str, list[Row[Any]]],
    by_request: dict[str, list[Asked]],
    settled: set[tuple[str, str, str]],
) -> Letter:
    found: list[FoundPart] = []
    questions: list[AskedPart] = []
    for row in own:
        for finding in by_version.get(row.version, ()):
            where, message = finding.place_words, finding.message
            if finding.severity in _OPEN:
                label = SEVERITY_LABELS[finding.severity]
                found.append(FoundPart(row.name, label, where, message, finding.source))
            elif finding.severity == "question" and (row.request, finding.place, message) not in settled:
                key = f"{_OF_FINDING}{row.version} {finding.number}"
                questions.append(AskedPart(row.name, where, message, key))
    for row in {row.request: row for row in own}.values():
        questions += [
            AskedPart(row.name, asked.place_words, _asked_words(asked), asked.id)
            for asked in by_request.get(row.request, ())
        ]
    return Letter(section, own, found, questions)


def _take_answer(register: Register, key: str, text: str) -> bool:
    """Keep an answer; whether it is new."""
    if not key.startswith(_OF_FINDING):
        answer(register, key, text)
        return True
    version, _, number = key.removeprefix(_OF_FINDING).partition(" ")
    return answer_finding(register, version, int(number) if number.isdecimal() else 0, text)


def _asked_words(question: Asked) -> str:
    """The question of a source with the reading that was taken, and the others."""
    if not question.assumed:
        return question.question
    others = "".join(f"「{other}」" for other in question.alternatives.splitlines())
    return f"{question.question}（読み方「{question.assumed}」 ほかの読み方{others or 'なし'}）"
