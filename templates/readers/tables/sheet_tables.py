"""The cost tables of one sheet, from above, also several side by side; their cells are taken from the grid."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import reduce
from itertools import takewhile
from typing import Final

from model.language import phrase
from model.request.place import YEARS
from model.standard.standard import Standard
from model.values.fiscal_year import FiscalYear
from templates.readers.books.cells import At
from templates.readers.labels import compact
from templates.readers.tables.calling import calling, is_reference
from templates.readers.tables.cell_amount import is_name, plain
from templates.readers.tables.columns.calculations import calculated_unit
from templates.readers.tables.columns.columns import label_of
from templates.readers.tables.columns.units import is_title_with_unit, is_unit_note, said_units, unit_alone
from templates.readers.tables.decisions import Choices, Spot
from templates.readers.tables.grid import Grid
from templates.readers.tables.heading_rows import find_headings, pointed_headings
from templates.readers.tables.headings import OF_FIGURES, Headings
from templates.readers.tables.income import IncomeHeadings, is_table_of_income, lists_sources
from templates.readers.tables.question import asked_of_cell
from templates.readers.tables.sums.figures import Figures, added
from templates.readers.tables.understanding import understand
from templates.readers.tables.understood import Surroundings, Understood

_NEAR_BELOW: Final = 3  # rows below a table in which a note belongs to it
_NEARLY: Final = 5  # a fifth of a sum, by which a total with a mistake in it may differ
_CHANGES: Final = ("change", "rate")
_NOTHING: Final[Figures] = (None,) * len(YEARS)
_MOST_ABOVE: Final = 50  # sums of tables above that a row may add up, the last of them that of all
_MOST_REFUSED: Final = (
    20  # tables with the same headings that are none of costs: the others of a long sheet are none either
)


def all_headings(grid: Grid, own: FiscalYear | None, standard: Standard) -> list[Headings]:
    """The headings of every table of costs of a sheet, and of tables over many 目, whose words label no field of the head."""
    found: list[Headings] = []
    last = 0
    for row in grid.rows:
        if row > last and (tables := find_headings(grid, row, own, standard)):
            found += tables
            last = max(table.rows[-1] for table in tables)
    return found


def sheet_tables(grid: Grid, around: Surroundings, choices: Mapping[Spot, Choices]) -> list[Understood]:
    """Every cost table of a sheet, with what was decided about it."""
    found: list[Understood] = []
    above = around.above
    refused: Counter[tuple[str, ...]] = Counter()
    income = IncomeHeadings(grid, around.standard)
    for row in grid.rows:
        for headings in _headings(grid, row, around, choices):
            decided = choices.get((grid.sheet.title, headings.rows[0], headings.columns[0]))
            if decided is None and refused[headings.words] >= _MOST_REFUSED:
                continue
            table = understand(grid, headings, around._replace(above=above), decided)
            if decided is None and not _is_of_costs(table, around, income):
                refused[headings.words] += 1
                continue
            take(table)
            found.append(table)
            above = sums_above(table.sums, above)
    for index, table in enumerate(found):
        if len(found) > 1 and None not in table.total and table.total != table.sums:
            others = (*found[:index], *found[index + 1 :])
            rest = reduce(_sum, (other.sums for other in others), _NOTHING)
            body = [row.row for row in table.rows]
            again = understand(
                grid, table.headings, around._replace(above=(rest,)), choices.get(table.spot), body
            )
            if again.total == again.sums:  # the last sum is that of the tables beside it too
                found[index] = again._replace(title=table.title, title_cells=table.title_cells)
            elif table is found[-1] and all(other.total[1] is None for other in found[:-1]):
                found[index] = _with_sum_of_all(table, rest)
    for last, table in enumerate(found):
        over = [row.figures for row in table.of_kind("left_out") if row.summed.sums]
        whole = table.sums
        for begin in range(last - 1, -1, -1) if over else ():
            if (whole := _sum(found[begin].sums, whole)) in over:  # the sum over several proves their lines
                found[begin : last + 1] = map(_without_doubtful_rows, found[begin : last + 1])
    return [_with_units_proven(table, found) for table in found]


def _with_sum_of_all(table: Understood, others: Figures) -> Understood:
    """The last table of a sheet with its total left out and a question, where that is nearer to the sum of all tables than to its own; else the table."""
    raw, last = table.raw, table.rows[-1]
    printed, whole, single = (
        Fraction(figures[1] or 0) for figures in (table.total, _sum(others, table.sums), table.sums)
    )
    gap = abs(printed - whole)
    is_nearer = gap * _NEARLY <= whole and gap < abs(printed - single)
    if not is_nearer or last.summed.kind != "total" or last.row in raw.choices.kinds:
        return table
    year = 1 if gap else 0
    body = [row.row for row in table.rows]
    decided = raw.choices._replace(kinds={**raw.choices.kinds, last.row: "left_out"})
    apart = understand(raw.grid, raw.headings, raw.around, decided, body)
    question = raw.asked_of_row(
        last.row,
        last.label,
        phrase("「{label}」の{own}千円は、表すべての行の和{meant}千円と合いません。計の行として除きました。"),
        phrase("この表の行の和より、ほかの表も合わせた和に近い額です。"),
        ("left_out", "total"),
        own=plain(table.total[year] or 0),
        meant=plain(_sum(others, table.sums)[year] or 0),
    )
    return apart._replace(
        title=table.title, title_cells=table.title_cells, questions=(*apart.questions, question)
    )


def _without_doubtful_rows(table: Understood) -> Understood:
    """A table without what is asked of its rows."""
    return table._replace(questions=tuple(of for of in table.questions if of.subject != "row"))


def _with_units_proven(table: Understood, tables: list[Understood]) -> Understood:
    """The table with a question where its headings, the notes above and those just below it say several units of money."""
    grid, rows = table.grid, table.headings.rows
    years = [column for column in table.year_columns if column]
    if table.raw.choices.unit or any(question.subject == "unit" for question in table.questions):
        return table
    said = _said_around(table, [other for other in tables if other is not table])
    said |= said_units(grid, rows, (*years, *_columns_of_notes(table)))
    named = [table.headings.units.get(column, "") for column in years]
    units = sorted({*said.values(), *filter(None, named)})
    others = tuple(unit for unit in units if unit != table.unit)
    if len(units) < 2 or (all(named) and all(row in rows for row, _ in said)):
        return table  # there is one, or each year's heading names its own
    if calculated_unit(grid, table.roles, [row.row for row in table.rows], least=2) == table.unit:
        return table
    place, other_unit = next((place, unit) for place, unit in said.items() if unit != table.unit)
    question = asked_of_cell(
        grid,
        (rows[-1], years[-1]),
        "unit",
        phrase(
            "単位の書き方が二つあります（{where}に{other_unit}）。{unit}として読みました。",
            where=grid.where(*place),
            other_unit=other_unit,
            unit=table.unit,
        ),
        table.unit,
        others,
        phrase("見出し、表の上の言葉、表の下の言葉の単位が違います。"),
        answers=(table.unit, *others),
    )
    return table._replace(questions=(*table.questions, question))


def _said_around(table: Understood, others: Sequence[Understood]) -> dict[At, str]:
    """The units that cells above a table and just below it say, up to the tables next to it."""
    grid, columns = table.grid, table.headings.columns
    first, last = table.headings.rows[0], table.last_row
    ends = [other.last_row for other in others if other.last_row < first]
    begins = [other.headings.rows[0] - 1 for other in others if other.headings.rows[0] > last]
    is_beside = any(other.headings.rows[0] <= last and other.last_row >= first for other in others)
    near = range(columns[0], columns[-1] + 3) if is_beside else None
    below = said_units(grid, range(last + 1, min((last + _NEAR_BELOW + 1, *begins))), near)
    return said_units(grid, range(max(ends, default=0) + 1, first), near) | {
        place: unit for place, unit in below.items() if not is_title_with_unit(grid.text(*place))
    }


def _columns_of_notes(table: Understood) -> list[int]:
    """The columns in whose heading the unit of the table stands, and nothing else."""
    grid = table.grid
    return [
        column
        for column in table.headings.columns
        if column not in table.year_columns
        and any(
            is_unit_note(text) or unit_alone(text)
            for text in (grid.text(row, column) for row in table.headings.rows)
        )
    ]


def sums_above(sums: Figures, above: tuple[Figures, ...]) -> tuple[Figures, ...]:
    """What a row below a table may add up: the table's sums alone, with the table above it, with two, …, with all."""
    found = (sums, *(_sum(sums, others) for others in above))
    return found if len(found) <= _MOST_ABOVE else (*found[: _MOST_ABOVE - 1], found[-1])


def _sum(one: Figures, two: Figures) -> Figures:
    return added((one, two), len(YEARS))


def _is_of_costs(table: Understood, around: Surroundings, income: IncomeHeadings) -> bool:
    """Whether a table holds this year's costs."""
    return bool(
        table.of("amount")
        and table.rows
        and not is_reference(table.title, around.standard)
        and not is_table_of_income(table, income, around.standard)
        and not _lists_years(table, around)
        and not lists_sources(table, around.standard)
    )


def _is_of_one_request(grid: Grid, headings: Headings, standard: Standard) -> bool:
    """Whether a table is one of costs of one request: not one that lists different 款, 項 and 目.

    Those of one 款 with nothing finer beside them, above their 節, are one request of a public enterprise.
    """
    words = standard.workbook_reading.labels
    kinds = {compact(word): key for key in ("kan", "kou", "moku") for word in words[f"header/subject_{key}"]}
    listed = {
        column: kinds[compact(label.text)]
        for column, label in headings.labels.items()
        if compact(label.text) in kinds
    }
    if len(listed) < 2 or _names_one_project(grid, headings.rows[0], standard):
        return True
    first = min(listed)
    again = compact(grid.text(headings.rows[-1], first))
    below = takewhile(
        lambda row: compact(grid.text(row, first)) != again,
        grid.rows[bisect_right(grid.rows, headings.rows[-1]) :],
    )
    rows = [
        {column: text for column in headings.columns if (text := grid.text(row, column))}
        for row in below
        if any(grid.is_number(row, column) for column in headings.columns)
    ]
    named = [[column for column, text in cells.items() if is_name(text)] for cells in rows]
    has_finer = any(of_row and listed.keys().isdisjoint(of_row) for of_row in named)
    return all(
        len({text for cells in rows if (text := cells.get(column, "")) and not calling(text, standard)}) == 1
        or (kind != "kan" and has_finer and all(column == of_row[-1] for of_row in named if column in of_row))
        for column, kind in listed.items()
    )


def _names_one_project(grid: Grid, before: int, standard: Standard) -> bool:
    """Whether a field of the head above some headings names the 事業."""
    names = {compact(word) for word in standard.workbook_reading.labels["header/name"]}
    return any(
        compact(text).rstrip(":") in names and grid.text(row, column + grid.span(row, column))
        for row, column, text in grid.cells(row for row in grid.rows if row < before)
    )


def _lists_years(table: Understood, around: Surroundings) -> bool:
    """Whether every row is named after a year (本年度, 前年度, 増減): its costs stand in the columns, and no row is one."""
    years: set[tuple[int | None, int | None]] = set()
    expected = around.standard.workbook_reading.expected  # 「R8見込」
    for words in (_first_words(table, found.row) for found in table.rows):
        if not words:
            continue
        label = label_of(words, around.year, around.standard)
        is_of_year = label.kind in OF_FIGURES or words.endswith(tuple(expected))
        if not (label.kind in _CHANGES or (label.is_dated and is_of_year)):
            return False
        years |= {(label.year, label.relative)} if label.is_dated else set()
    return len(years) > 1 or (len(years) == 1 and len(table.rows) == 1)


def _first_words(table: Understood, row: int) -> str:
    return next(filter(None, (table.grid.text(row, column) for column in table.headings.columns)), "")


def _headings(grid: Grid, row: int, around: Surroundings, choices: Mapping[Spot, Choices]) -> list[Headings]:
    """The headings of the cost tables that begin in a row; where there are none, those that a person pointed to."""
    found = find_headings(grid, row, around.year, around.standard)
    if found:
        return [headings for headings in found if _is_of_one_request(grid, headings, around.standard)]
    return [
        pointed_headings(grid, row, spot[2], around.year, around.standard)
        for spot in choices
        if spot[:2] == (grid.sheet.title, row)
    ]


def take(table: Understood) -> None:
    """Take the cells of a table from its grid."""
    grid, columns = table.grid, set(table.headings.columns)
    for row in (*table.headings.rows, *range(table.headings.rows[-1] + 1, table.last_row + 1)):
        grid.take(row, *(column for column in grid.columns(row) if column in columns))
    for row, column in table.title_cells:
        grid.take(row, column)
