"""年割額 of continuing expenses (継続費): the tables before a change, after it, and of the change itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias

import msgspec

from model.request.multi_year import AnnualAmount, ContinuingExpense
from model.request.place import EXPENSE, GENERAL
from model.standard.standard import Standard
from model.values.amount import Amount
from model.values.identity import new_id
from templates.readers.labels import compact
from templates.readers.page.year_figures import by_key, source_labels, wrong_sum
from templates.readers.page.year_rows import Plan, YearRow, YearTable
from templates.readers.reading import Unread

Side: TypeAlias = Literal["before", "after", "change"]
Cells: TypeAlias = dict[str, Amount]


class AnnualTable(msgspec.Struct, frozen=True):
    """One table: the work that its title names, which side of a change it shows, and its figures by year.

    Attributes:
        unknown: the years whose figures have no certain place.
    """

    name: str
    side: Side
    years: dict[str, Cells]
    sums: Cells
    total: YearRow | None
    unknown: frozenset[str] = frozenset()
    unread: tuple[Unread, ...] = ()


def annual_plan(standard: Standard) -> Plan:
    """The headings of 年割額."""
    words = standard.continuing
    return Plan(
        words.year,
        (words.year, standard.words.expense),
        (standard.words.expense, *source_labels(standard)),
        (words.year, standard.words.funding_sources),
        whole=compact(standard.words.expense),
    )


def titled(title: str, standard: Standard) -> tuple[str, Side] | None:
    """The work and the side that a line above a table names; None where it is no title of 年割額."""
    words = standard.continuing
    sides: tuple[tuple[Side, str], ...] = (
        ("before", words.before),
        ("after", words.after),
        ("change", words.change),
        ("after", words.annual),
    )
    for side, word in sides:
        name, found, _ = title.partition(word)
        if found:
            return name.strip(" 　<>【】・:：("), side
    return None


def read_annual(table: YearTable, name: str, side: Side, standard: Standard) -> AnnualTable:
    """Read one table."""
    labels = {**source_labels(standard), compact(standard.words.expense): EXPENSE}
    years: dict[str, Cells] = {}
    sums: Cells = {}
    total: YearRow | None = None
    missed: list[Unread] = []
    unknown: set[str] = set()
    for row in table.rows:
        if not row.is_whole:
            unknown |= set() if row.is_total else {row.label}
            continue
        cells, other = by_key(row.figures, labels, row)
        missed += other
        if row.is_total:
            sums, total = cells, row
        else:
            years[row.label] = cells
    return AnnualTable(
        name=name,
        side=side,
        years=years,
        sums=sums,
        total=total,
        unknown=frozenset(unknown),
        unread=tuple(missed),
    )


def continuing_of(tables: Sequence[AnnualTable]) -> tuple[list[ContinuingExpense], list[Unread]]:
    """The continuing expenses of the tables: those of one name together, in the order of the page."""
    found: list[ContinuingExpense] = []
    missed = [entry for table in tables for entry in table.unread]
    waiting = list(tables)
    while waiting:
        name = waiting[0].name
        sides: dict[Side, AnnualTable] = {}
        while waiting and waiting[0].name in (name, "") and waiting[0].side not in sides:
            table = waiting.pop(0)
            sides[table.side] = table
        expense, wrong = _one(name, sides)
        found.append(expense)
        missed += wrong
    return found, missed


def _one(name: str, sides: dict[Side, AnnualTable]) -> tuple[ContinuingExpense, list[Unread]]:
    """One expense; a side that the page does not print follows from the two others."""
    unknown = {label for table in sides.values() for label in table.unknown}
    labels = list(
        dict.fromkeys(label for table in sides.values() for label in (*table.years, *table.unknown))
    )
    rows: list[AnnualAmount] = []
    missed: list[Unread] = []
    for label in labels:
        before, after, change = (_cells(sides, side, label) for side in ("before", "after", "change"))
        if label in unknown:
            pass  # nothing follows from figures that are not known
        elif change is not None and after is None:
            after = _combined(before or {}, change, 1)
        elif change is not None and before is None and after is not None:
            before = _combined(after, change, -1)
        elif change is not None:
            missed += _differences(label, sides["change"], before or {}, after or {}, change)
        rows.append(AnnualAmount(new_id(), label, _typed(before or {}), _typed(after or {})))
    total: Amount = None
    total_before: Amount = None
    for side, table in sides.items():
        if table.total is None:
            continue
        for column, printed in table.sums.items():
            derived = sum(
                value for cells in table.years.values() if isinstance(value := cells.get(column), int)
            )
            if column == EXPENSE and side == "after" and printed != derived:
                total = printed
            elif column == EXPENSE and side == "before" and printed != derived:
                total_before = printed
            else:
                missed += wrong_sum(table.total, column, printed, derived)
    return ContinuingExpense(new_id(), name, total, total_before, tuple(rows)), missed


def _cells(sides: dict[Side, AnnualTable], side: Side, label: str) -> Cells | None:
    return sides[side].years.get(label) if side in sides else None


def _combined(cells: Cells, change: Cells, sign: int) -> Cells:
    return {
        key: _number(cells.get(key)) + sign * _number(change.get(key))
        for key in dict.fromkeys((*cells, *change))
    }


def _differences(label: str, table: AnnualTable, before: Cells, after: Cells, change: Cells) -> list[Unread]:
    """The printed changes that are not those between the two tables."""
    row = YearRow(table.total.number if table.total else 0, label, ())
    return [
        entry
        for column, printed in change.items()
        for entry in wrong_sum(row, column, printed, _number(after.get(column)) - _number(before.get(column)))
    ]


def _typed(cells: Cells) -> Cells:
    """Figures without the 一般財源 that the others leave."""
    funds = sum(_number(value) for key, value in cells.items() if key not in (EXPENSE, GENERAL))
    rest = _number(cells.get(EXPENSE)) - funds
    return {key: value for key, value in cells.items() if key != GENERAL or value != rest}


def _number(amount: Amount) -> int:
    return amount if isinstance(amount, int) else 0
