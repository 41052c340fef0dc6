"""The table of the year before, beside that of this year or on a tab of its own: its amounts are those of 前年度."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from model.language import phrase
from model.values.fiscal_year import FiscalYear, official
from templates.readers.foreign.book_years import year_of_sheet
from templates.readers.labels import compact
from templates.readers.reading import Unread, cut
from templates.readers.tables.grid import Grid
from templates.readers.tables.lines import Table, cost_group
from templates.readers.tables.sheet_tables import sheet_tables
from templates.readers.tables.understood import Surroundings

_TAKEN = phrase("前年度の表なので、行の名前で合わせて前年度の額として入れました。")


def tables_before(grids: Sequence[Grid], year: FiscalYear, around: Surroundings) -> list[Table]:
    """The tables on the tabs of the year before."""
    own = around._replace(year=official(year.year - 1), printed=())
    return [
        cost_group(table, around.standard)
        for grid in grids
        if year_of_sheet(grid) == year.year - 1
        for table in sheet_tables(Grid(grid.sheet), own, {})
    ]


def with_previous(tables: list[Table], before: Sequence[Table], unread: list[Unread]) -> Table | None:
    """Fill the only table without 前年度 from the only one of the year before, in place, if most of its lines have the same names.

    A line that is only in the table of the year before has ended: it asks for nothing, and its calculation was last year's.
    The table that was taken is returned, None for none.
    """
    if len(tables) != 1 or len(before) != 1 or tables[0].understood.of("previous"):
        return None
    (table,), (older,) = tables, before
    amounts = {compact(line.text): line.amount for line in older.group.lines if not line.parts}
    names = {compact(line.text) for line in table.group.lines if not line.parts}
    is_whole = len(amounts) == len(older.group.lines) and len(names) == len(table.group.lines)
    same = len(names & amounts.keys())
    if (
        not is_whole
        or (same < len(amounts) and 3 * same < 2 * max(len(amounts), len(names)))
        or older.group.amount is not None
        or older.understood.questions
    ):
        return None
    lines = tuple(replace(line, previous=amounts.get(compact(line.text))) for line in table.group.lines)
    ended = (line for line in older.group.lines if compact(line.text) not in names)
    lines += tuple(replace(line, previous=line.amount, amount=0, basis="") for line in ended)
    understood = table.understood._replace(sums=(older.understood.sums[1], table.understood.sums[1]))
    tables[0] = table._replace(group=replace(table.group, lines=lines), understood=understood)
    unread.append(Unread(older.where, cut(older.text), _TAKEN))
    return older
