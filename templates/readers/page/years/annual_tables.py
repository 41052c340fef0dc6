"""年割額 of continuing expenses (継続費): the tables before a change, after it, and of the change itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, TypeAlias

import msgspec

from model.request.multi_year import AnnualAmount, ContinuingExpense
from model.request.place import EXPENSE
from model.standard.standard import Standard
from model.values.amount import Amount
from model.values.identity import new_id
from templates.readers.labels import compact
from templates.readers.page.figure_tables import Plan, Row, Table
from templates.readers.page.years.year_figures import column_words, total, without_rest, wrong_sum
from templates.readers.reading import Unread

Side: TypeAlias = Literal["before", "after", "change"]
Cells: TypeAlias = Mapping[str, Amount]


class AnnualTable(msgspec.Struct, frozen=True):
    """One table: the work that its title names, which side of a change it shows, and its figures by year.

    Attributes:
        total: its row of sums.
        unknown: the years whose figures have no certain place.
    """

    name: str
    side: Side
    years: Mapping[str, Cells]
    total: Row | None
    unknown: frozenset[str]


def annual_plan(standard: Standard, sources: Mapping[str, str]) -> Plan:
    """The headings of 年割額; ``sources`` are the words over columns of funds with their keys."""
    words = standard.continuing
    return Plan(
        {compact(standard.words.expense): EXPENSE, **sources},
        (words.year, standard.words.funding_sources),
        compact(words.year),
        (words.year, standard.words.expense),
        whole=EXPENSE,
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


def read_annual(table: Table, name: str, side: Side) -> AnnualTable:
    """Read one table."""
    years = {row.label: row.figures for row in table.rows if row.is_whole and not row.is_total}
    total = next((row for row in reversed(table.rows) if row.is_whole and row.is_total), None)
    unknown = frozenset(row.label for row in table.rows if not (row.is_whole or row.is_total))
    return AnnualTable(name, side, years, total, unknown)


def continuing_of(
    tables: Sequence[AnnualTable], standard: Standard
) -> tuple[list[ContinuingExpense], list[Unread]]:
    """The continuing expenses of the tables: those of one name together, in the order of the page."""
    found: list[ContinuingExpense] = []
    missed: list[Unread] = []
    waiting = list(tables)
    while waiting:
        name = waiting[0].name
        sides: dict[Side, AnnualTable] = {}
        while waiting and waiting[0].name in (name, "") and waiting[0].side not in sides:
            table = waiting.pop(0)
            sides[table.side] = table
        expense, wrong = _one(name, sides, column_words(standard))
        found.append(expense)
        missed += wrong
    return found, missed


def _one(
    name: str, sides: dict[Side, AnnualTable], words: Mapping[str, str]
) -> tuple[ContinuingExpense, list[Unread]]:
    """One expense; a side that the page does not print follows from the two others."""
    unknown = {label for table in sides.values() for label in table.unknown}
    labels = dict.fromkeys(label for table in sides.values() for label in (*table.years, *table.unknown))
    rows: list[AnnualAmount] = []
    missed: list[Unread] = []
    for label in labels:
        before, after, change = (
            sides[side].years.get(label) if side in sides else None for side in ("before", "after", "change")
        )
        if label in unknown:
            pass  # nothing follows from figures that are not known
        elif change is not None and after is None:
            after = _combined(before or {}, change, 1)
        elif change is not None and before is None and after is not None:
            before = _combined(after, change, -1)
        elif change is not None:
            of_total = sides["change"].total
            row = Row(of_total.number if of_total else 0, label)
            apart = _combined(after or {}, before or {}, -1)
            for column, printed in change.items():
                missed += wrong_sum(row, words.get(column, column), printed, apart.get(column, 0))
        typed = (without_rest(cells or {}, (cells or {}).get(EXPENSE)) for cells in (before, after))
        rows.append(AnnualAmount(new_id(), label, *typed))
    totals: dict[Side, Amount] = {}
    for side, table in sides.items():
        if table.total is None:
            continue
        for column, printed in table.total.figures.items():
            derived = total(cells.get(column) for cells in table.years.values())
            if column != EXPENSE or side == "change":
                missed += wrong_sum(table.total, words.get(column, column), printed, derived)
            elif printed != derived:
                totals[side] = printed
    return ContinuingExpense(new_id(), name, totals.get("after"), totals.get("before"), tuple(rows)), missed


def _combined(cells: Cells, change: Cells, sign: int) -> dict[str, int]:
    return {
        key: total([cells.get(key)]) + sign * total([change.get(key)])
        for key in dict.fromkeys((*cells, *change))
    }
