"""A sheet of many tables: what holds for the whole sheet is looked for once, and the sums above a table are added up step by step."""

from __future__ import annotations

from typing import Any

import pytest

from model.values.fiscal_year import FiscalYear
from templates.readers.books.cells import Sheet
from templates.readers.tables import sheet_tables
from templates.readers.tables.columns import units
from templates.readers.tables.grid import Grid
from templates.readers.tables.heading_rows import find_headings
from templates.readers.tables.understood import Surroundings
from tests.samples import standard


def sheet_of(tables: int) -> Sheet:
    """A sheet whose headings stand again above each row."""
    sheet = Sheet("表", is_hidden=False)
    rows: list[list[Any]] = [["（単位：千円）"]]
    for number in range(tables):
        rows += [["内容", "前年度", "要求額"], [f"旅費{number}", 5, number + 1], ["計", 5, number + 1]]
    sheet.rows = {row: dict(enumerate(cells, start=1)) for row, cells in enumerate(rows, start=1)}
    return sheet


@pytest.mark.parametrize("tables", [8, 32])
def test_each_cell_is_read_as_a_note_once(tables: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """With four times as many tables four times as many cells are looked at and sums made, not sixteen times."""
    calls: dict[str, int] = {"notes": 0, "sums": 0}
    of_note, added = units._unit_of_note, sheet_tables.added

    def counted_note(text: str) -> str:
        calls["notes"] += 1
        return of_note(text)

    def counted_sum(*arguments: Any) -> Any:
        calls["sums"] += 1
        rows, width = arguments
        kept = list(rows)
        assert len(kept) == 2
        return added(kept, width)

    monkeypatch.setattr(units, "_unit_of_note", counted_note)
    monkeypatch.setattr(sheet_tables, "added", counted_sum)
    grid = Grid(sheet_of(tables))
    year = FiscalYear(2026, "令和", 8)
    found = sheet_tables.sheet_tables(grid, Surroundings(year, standard()), {})
    assert len(found) == tables
    assert calls["notes"] <= 9 * tables + 1
    assert [table.sums[1] for table in found] == [1_000 * (number + 1) for number in range(tables)]


def test_a_row_of_too_many_headings_is_none() -> None:
    """A row of 201 headings heads no table, for each column would be held against every other; one of 200 does."""
    for count, is_one in ((200, True), (201, False)):
        sheet = Sheet("表", is_hidden=False)
        heads = ["内容", *["要求額"] * (count - 1)]
        rows: list[list[Any]] = [heads, ["旅費", *[5] * (count - 1)], ["計", *[5] * (count - 1)]]
        sheet.rows = {row: dict(enumerate(cells, start=1)) for row, cells in enumerate(rows, start=1)}
        found = find_headings(Grid(sheet), 1, FiscalYear(2026, "令和", 8), standard())
        assert bool(found) is is_one
