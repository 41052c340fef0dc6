"""What the register holds of a request beside the request itself: its key, labels and figures, from one snapshot."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, Final

import msgspec

from model.document.document import Snapshot
from model.figures.figures import Figure, Totals, every_line
from model.keys.request_keys import KIND_LABELS, SheetKind
from model.register.key import Key, key_of
from model.request.place import EXPENSE, GENERAL, Place
from model.values import people

_THOUSAND: Final = 1_000
COMMITMENT: Final = "commitment"
CONTINUING: Final = "continuing"


class Entry(msgspec.Struct, frozen=True):
    """A request as rows of the register, without the ids that it gets there.

    Attributes:
        labels: columns of ``versions``.
        figures: rows of ``figures``: row, source, amount.
        amounts: rows of ``multi_year_amounts``: kind, item, year, source, amount.
        questions: the open source questions (取り込みの確認).
    """

    key: Key
    labels: dict[str, Any]
    figures: list[tuple[str, str, int]]
    multi_year: list[dict[str, Any]]
    amounts: list[tuple[str, str, int, str, int]]
    questions: list[dict[str, str]]


def entry_of(snapshot: Snapshot) -> Entry:
    """The rows of a request."""
    request, totals = snapshot.request, snapshot.totals
    header = request.header
    multi_year, amounts = _multi_year(totals)
    key = key_of(snapshot)
    return Entry(
        key=key,
        labels={
            "name": " ".join(header.name.split()),
            "business_class": header.business_class,
            "kan": header.subject_kan,
            "kou": header.subject_kou,
            "moku": header.subject_moku,
            **_asked(key.kind, totals.amount.value),
            "previous": totals.previous.value,
            "people": _people(request.headcount.request),
            "declared": sum(1 for _ in differing(totals)),
        },
        figures=[
            (row, source, amount)
            for row, cells in totals.funding_rows.items()
            for source, amount in (
                *((key, figure.value) for key, figure in cells.sources.items()),
                (GENERAL, cells.general.value),
            )
            if amount
        ],
        multi_year=multi_year,
        amounts=amounts,
        questions=[
            {
                "place": asked.place,
                "place_words": asked.where,
                "question": asked.question,
                "assumed": asked.assumed,
                "alternatives": "\n".join(asked.alternatives),
            }
            for asked in request.source_questions
        ],
    )


def _asked(kind: SheetKind, amount: int | None) -> dict[str, int | None]:
    """The amount asked, in the column of its kind."""
    return {column: amount if column == kind else None for column in KIND_LABELS}


def _people(cells: dict[str, str]) -> int:
    counts = [people.parse(typed) for typed in cells.values()]
    return sum(int(count * _THOUSAND) for count in counts if count is not None)


def differing(totals: Totals) -> Iterator[tuple[Place, Figure]]:
    """The totals that were typed and differ from what their parts come to, each with its place."""
    return ((where, figure) for where, figure in totals.by_place.items() if figure.differs)


_Amounts = dict[tuple[str, str, int, str], int]


def _multi_year(totals: Totals) -> tuple[list[dict[str, Any]], list[tuple[str, str, int, str, int]]]:
    names = {line.line.id: line.line.text for group in totals.groups for line in every_line(group.lines)}
    rows: list[dict[str, Any]] = []
    amounts: _Amounts = defaultdict(int)
    for owed in totals.commitments:
        asked = owed.commitment
        name = asked.name or names.get(asked.line, "")
        paid = {"status": asked.status, "paid_period": asked.paid_period, "paid": owed.paid.value}
        rows.append(_item(COMMITMENT, asked.id, name, owed.limit.value, period=asked.period, **paid))
        for year in owed.years:
            if year.is_in_ordinary_budget:
                continue
            western = year.year.year if year.year else 0
            for source, figure in (*year.sources.items(), (GENERAL, year.general)):
                amounts[COMMITMENT, asked.id, western, source] += figure.value or 0
    for expense in totals.continuing:
        work = expense.continuing
        rows.append(_item(CONTINUING, work.id, work.name, expense.total.value))
        for annual in expense.years:
            western = annual.year.year if annual.year else 0
            for source, figure in annual.after.items():
                if source != EXPENSE:
                    amounts[CONTINUING, work.id, western, source] += figure.value or 0
    return rows, [(*key, amount) for key, amount in amounts.items() if amount]


def _item(kind: str, item: str, name: str, whole: int | None, **others: str | int | None) -> dict[str, Any]:
    """A row of ``multi_year``; of a 継続費 nothing else is known."""
    row = {"kind": kind, "item": item, "name": name, "status": "requested", "period": "", "whole": whole}
    return row | {"paid_period": "", "paid": None} | others
