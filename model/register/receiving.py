"""Receiving: what came in files becomes versions of requests, or is refused with a reason. A batch is one transaction."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Table, insert, update

from model.language import phrase
from model.register.arrival import Arrival, Outcome, OutcomeKind
from model.register.contents import LEVEL, content_digest
from model.register.entry import Entry
from model.register.known import CurrentVersion, Known, KnownRequest, amount_asked
from model.register.opening import Register, hold, new_id, now, signed
from model.register.tables import (
    acts,
    contents,
    figures,
    hand_changes,
    multi_year,
    multi_year_amounts,
    questions,
    requests,
    stages,
    submissions,
    versions,
)
from model.values.amount import format_amount


def receive(register: Register, arrivals: Sequence[Arrival]) -> list[Outcome]:
    """Take a batch of files in; all of it is in the register afterwards, or, after an error, nothing.

    Returns:
        What became of each, in the order of the arrivals.
    """
    with register.writing() as connection:
        # One batch after the other: two that bring the same request would otherwise both be its first version.
        hold(connection)
        batch = _Batch(connection, register.actor, arrivals)
        outcomes = [batch.take(arrival) for arrival in arrivals]
        batch.write()
    return outcomes


class _Batch:
    """The rows of a batch before they are written."""

    def __init__(self, connection: Connection, actor: str, arrivals: Sequence[Arrival]) -> None:
        self._connection = connection
        self._actor = actor
        self._at = now()
        self._rows: dict[Table, list[dict[str, Any]]] = {}
        self._known = Known(connection, arrivals)
        self._before = {request: known.revision for request, known in self._known.requests.items()}
        self._revisions = dict(self._before)

    def take(self, arrival: Arrival) -> Outcome:
        """Decide what becomes of a file, and note the rows that it brings."""
        outcome = self._outcome(arrival)
        if outcome.kind != "unchanged":
            self._sign(
                submissions,
                path=arrival.path,
                digest=arrival.digest,
                outcome=outcome.kind,
                reason=outcome.reason,
                request=outcome.request or None,
                version=outcome.version or None,
                sender=arrival.sender,
            )
        return outcome

    def write(self) -> None:
        """Write what was noted."""
        new = [row for row in self._rows.pop(requests, []) if row["id"] not in self._before]
        if new:
            self._connection.execute(
                insert(requests), [{**row, "revision": self._revisions[row["id"]]} for row in new]
            )
        for request, before in sorted(self._before.items()):  # in the order in which decisions hold them
            if self._revisions[request] != before:
                self._connection.execute(
                    update(requests).where(requests.c.id == request).values(revision=self._revisions[request])
                )
        for table in (
            contents, stages, versions, figures, multi_year, multi_year_amounts, hand_changes, questions, submissions, acts,
        ):  # fmt: skip
            if rows := self._rows.get(table):
                self._connection.execute(insert(table), rows)

    def _add(self, table: Table, **row: Any) -> None:
        self._rows.setdefault(table, []).append(row)

    def _sign(self, table: Table, **row: Any) -> None:
        self._add(table, **signed(self._actor, **row) | {"at": self._at})

    def _outcome(self, arrival: Arrival) -> Outcome:
        entry = arrival.entry
        if entry is None or arrival.refusal:
            return Outcome(arrival.path, "refused", arrival.refusal)
        key = entry.key
        request = self._known.request_of(key, arrival.same_project)
        at = request, key.stage
        current = self._known.current.get(at)
        content = content_digest(arrival.content)
        # A workbook of others has lines of new ids each time that it is read: the file itself says that it is the same.
        number = self._known.numbers.get((*at, content)) or self._known.numbers.get((*at, arrival.digest))
        if current is not None and number == current.number:
            same = current.path == arrival.path
            reason: str = (
                phrase("第{number}版と同じです。", number=current.number)
                if same
                else phrase(
                    "「{path}」（第{number}版）と同じ内容です。", path=current.path, number=current.number
                )
            )
            return Outcome(
                arrival.path, "unchanged" if same else "duplicate", reason, request, current.version
            )
        if current is not None and number is not None:
            reason = phrase(
                "第{number}版と同じ内容で、いまは第{number2}版です。前の版に戻すときは、保存し直して出してください。",
                number=number,
                number2=current.number,
            )
            return Outcome(arrival.path, "duplicate", reason, request, current.version)
        if key.at in self._known.closed:
            reason = phrase(
                "段階「{stage}」は締め切られています。次の段階として出してもらってください。", stage=key.stage
            )
            return Outcome(arrival.path, "refused", reason, request)
        if current is not None and arrival.modified < current.modified:
            reason = phrase(
                "いまの第{number}版（「{path}」）より前に保存されたファイルで、内容が違います。こちらが正しければ、保存し直して出してもらってください。",
                number=current.number,
                path=current.path,
            )
            return Outcome(arrival.path, "refused", reason, request)
        if (
            current is not None
            and arrival.same_project != "renamed"
            and self._known.is_another(entry, current)
        ):
            reason = phrase(
                "「{path}」の「{name}」（第{number}版）と同じ事業IDですが、事業名が違います。名前を変えた新しい版（--renamed）か、写して作った別の事業（--separate）かを選んで、このファイルを集め直してください。",
                path=current.path,
                name=current.name,
                number=current.number,
            )
            return Outcome(arrival.path, "refused", reason, request, is_renamed_or_separate=True)
        version = self._take(arrival, entry, request, current.number + 1 if current else 1, content)
        amount = amount_asked(entry.labels)
        name = f"{key.section}「{entry.labels['name']}」"
        if current is None:
            kind: OutcomeKind = "new"
            reason = phrase(
                "{name} {amount}{more}",
                name=name,
                amount=_thousands(amount),
                more=self._known.namesakes_words(request, key),
            )
        else:
            kind = "changed"
            reason = phrase(
                "{name} 第{number}版: {before} → {after}",
                name=name,
                number=current.number + 1,
                before=_thousands(current.amount),
                after=_thousands(amount),
            )
        self._known.current[at] = CurrentVersion(
            version,
            current.number + 1 if current else 1,
            arrival.modified,
            arrival.path,
            entry.labels["name"],
            amount,
        )
        for digest in (content, arrival.digest):
            self._known.numbers[*at, digest] = self._known.current[at].number
        return Outcome(arrival.path, kind, reason, request, version)

    def _take(self, arrival: Arrival, entry: Entry, request: str, number: int, content: str) -> str:
        """Note the rows of a new version; its id."""
        key, version = entry.key, new_id()
        revision = self._revisions.get(request, 0) + 1
        if request not in self._known.requests:
            lineage = key.lineage if request == key.request else request  # of one that was told apart
            known = KnownRequest(id=request, lineage=lineage, revision=0, **key.columns(requests))
            self._known.requests[request] = known
            self._add(requests, **known._asdict())
        self._revisions[request] = revision
        self._keep(arrival.content)
        if key.at not in self._known.stages:
            position = 1 + sum(known[:2] == key.at[:2] for known in self._known.stages)
            self._known.stages.add(key.at)
            self._add(stages, year=key.year, budget=key.budget, stage=key.stage, position=position)
        self._add(
            versions,
            id=version,
            request=request,
            number=number,
            content=content,
            **key.columns(versions),
            **entry.labels,
            sender=arrival.sender,
            received_at=self._at,
            source=arrival.path,
            source_digest=arrival.digest,
            source_modified=arrival.modified,
            source_kept=self._keep(arrival.original) if arrival.original else None,
        )
        for row, source, amount in entry.figures:
            self._add(figures, version=version, row=row, source=source, amount=amount)
        for item in entry.multi_year:
            self._add(multi_year, version=version, **item)
        for kind, item_id, year, source, amount in entry.amounts:
            self._add(
                multi_year_amounts,
                version=version, kind=kind, item=item_id, year=year, source=source, amount=amount,
            )  # fmt: skip
        for index, note in enumerate(arrival.notes, start=1):
            self._add(hand_changes, version=version, number=index, **msgspec.structs.asdict(note))
        for question in entry.questions:
            asked = request, question["place_words"], question["question"]
            if asked not in self._known.asked:
                self._known.asked.add(asked)
                self._sign(questions, request=request, version=version, kind="source", **question)
        self._sign(
            acts,
            act="received",
            request=request,
            revision=revision,
            subject=version,
            words=f"{key.stage} 第{number}版 {arrival.path}",
        )
        return version

    def _keep(self, data: bytes) -> str:
        digest = content_digest(data)
        if digest not in self._known.kept:
            self._known.kept.add(digest)
            self._add(contents, digest=digest, size=len(data), packed=zlib.compress(data, LEVEL))
        return digest


def _thousands(amount: int | None) -> str:
    return "要求額なし" if amount is None else f"{format_amount(amount)}千円"
