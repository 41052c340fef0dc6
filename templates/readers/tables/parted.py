"""A sheet whose amounts and those of the year before, in brackets, stand in one column, with a column for each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from model.request.columns import COST_COLUMNS
from model.standard.standard import Standard
from model.values.amount import half_width, parse_written
from model.values.fiscal_year import ERA_YEAR, years_named
from templates.readers.books.cells import At, Sheet
from templates.readers.books.delimited import put
from templates.readers.tables.columns.columns import label_of
from templates.readers.tables.columns.years import year_in_heading
from templates.readers.tables.grid import Grid
from templates.readers.tables.headings import OF_FIGURES
from templates.readers.tables.turned import with_cells_moved

_PREVIOUS: Final = next(column.label for column in COST_COLUMNS if column.key == "previous")
_BRACKETS: Final = re.compile(r"\(\s*\)|括弧|かっこ|カッコ")
_IN_BRACKETS: Final = re.compile(r"\(([^()]+)\)")
_ANY: Final = re.compile("(.+)")  # brackets of a number format, which show no minus
_OPEN: Final = ("(", "（")
_LOWER: Final = "下段"
_BOTH: Final = (
    re.compile(r"\A\((?P<previous>[^()]+)\)\s*+(?P<amount>[^()]+)"),
    re.compile(r"\A(?P<amount>[^()]+)\((?P<previous>[^()]+)\)"),
)
_MAY_NAME_A_YEAR: Final = re.compile(f"[年前]|{ERA_YEAR}")
_LEAST: Final = 2  # rows that have both


def parted(grid: Grid, standard: Standard) -> Grid:
    """The sheet with the bracketed amounts in a column of their own, where words above a table say that they are last year's."""
    texts = [
        half_width(grid.text(row, column))
        for row in grid.rows
        for column in grid.columns(row)
        if not grid.is_number(row, column)
    ]
    note = next((text for text in texts if says_previous(text, texts)), "")
    if not note:
        return _signed(grid)
    for column in _bracketed(grid):
        first = next(
            row
            for row in grid.rows
            if grid.text(row, column).lstrip()[:1] in _OPEN and grid.text(row, column)
        )
        heading = next((row for row in range(first - 1, 0, -1) if grid.text(row, column - 1)), 0)
        if heading and not grid.text(heading, column):
            found = with_cells_moved(grid.sheet, lambda place: place)
            put(found, heading, column, _PREVIOUS)
            return Grid(found)
    every = {column for row in grid.rows for column in grid.columns(row)}
    found = {column: _figures(grid, column, is_below=_LOWER in note) for column in every}
    found = {column: figures for column, figures in found.items() if len(figures) >= _LEAST}
    for column, figures in sorted(found.items(), reverse=True):  # those on the left stay where they are
        grid = Grid(_with_column(grid, column, figures, _years(note), standard))
    return grid


def _years(note: str) -> tuple[str, str]:
    """The years that words give to the figures without brackets and in them: 「上段：令和9年度要求額 下段( )：令和8年度」; both "" where they name no two."""
    named = sorted({year.year: year.label for year in years_named(note)}.items())
    is_pair = len(named) == 2 and named[0][0] + 1 == named[1][0]
    return (named[1][1], named[0][1]) if is_pair else ("", "")


def _bracketed(grid: Grid) -> list[int]:
    """The columns without a heading that hold bracketed figures alone, each behind a plain one."""
    cells: dict[int, list[int]] = {}
    for row in grid.rows:
        for column in grid.columns(row):
            cells.setdefault(column, []).append(row)
    found: list[int] = []
    for column, rows in sorted(cells.items()):
        alone = [_IN_BRACKETS.fullmatch(half_width(grid.text(row, column)).strip()) for row in rows]
        first = next((index for index, match in enumerate(alone) if match), len(rows))
        if len(rows) - first >= _LEAST and all(
            match
            and parse_written(match[1])
            and (grid.is_number(row, column - 1) or parse_written(grid.text(row, column - 1)))
            for row, match in zip(rows[first:], alone[first:], strict=True)
        ):
            found.append(column)
    return found


def says_previous(text: str, texts: Sequence[str]) -> bool:
    """Whether words say that figures in brackets are last year's: 「（ ）は前年度」, 「要求額（前年度予算額）」.

    A year by its number is last year's where other words of the sheet name the year behind it and none a later one.
    """
    if not _MAY_NAME_A_YEAR.search(text):
        return False
    text = next(filter(_BRACKETS.search, text.split("。")), text)
    signs = _BRACKETS.search(text)
    words = (text[: signs.end()], text[signs.start() :]) if signs else _IN_BRACKETS.findall(text)
    named = [year_in_heading(part, None) for part in words]
    if any(year.relative == -1 for year in named):
        return True
    years = {year.year for year in named if year.year is not None} if signs else set()
    latest = max((found.year for other in texts if "年" in other for found in years_named(other)), default=0)
    return any(year + 1 == latest for year in years)


def _signed(grid: Grid) -> Grid:
    """The sheet with a few bracketed figures among plain ones as what they are in Excel: negative."""
    sheet, columns = grid.sheet, dict[int, list[tuple[int, str]]]()
    for row, cells in sheet.rows.items():
        for column, value in cells.items():
            if isinstance(value, str) and value.lstrip()[:1] in _OPEN and len(cells) > 1:
                alone = _IN_BRACKETS.fullmatch(half_width(value).strip())
                if alone and parse_written(alone[1]):
                    columns.setdefault(column, []).append((row, alone[1]))
    plain = {
        column: sum(
            not isinstance(value := cells.get(column, ""), str)
            or (parse_written(value) is not None and value.lstrip()[:1] not in _OPEN)
            for cells in sheet.rows.values()
        )
        for column in columns
    }
    few = {column: found for column, found in columns.items() if len(found) < plain[column]}
    if not few:
        return grid
    signed = with_cells_moved(sheet, lambda place: place)
    for column, found in few.items():
        for row, figure in found:
            put(signed, row, column, f"-{figure}")
    return Grid(signed)


def _figures(grid: Grid, column: int, *, is_below: bool) -> dict[int, tuple[str, str, int]]:
    """By the row of a line its amount, that of the year before, and the row in which this one stands."""
    found: dict[int, tuple[str, str, int]] = {}
    for row in grid.rows:
        text = half_width(grid.text(row, column)).strip()
        for both in _BOTH:
            if (match := both.fullmatch(text)) and all(map(parse_written, match.groups())):
                found[row] = (match["amount"].strip(), match["previous"], row)
        alone = _IN_BRACKETS.fullmatch(text) or (_ANY.fullmatch(text) if is_below else None)
        line = row - 1 if is_below else row + 1
        before = (half_width(grid.text(row, other)) for other in grid.columns(row) if other < column)
        if (
            alone
            and parse_written(alone[1])
            and grid.text(line, column)
            and all(map(_IN_BRACKETS.fullmatch, before))
        ):
            found[line] = ("", alone[1], row)
    return found


def _with_column(
    grid: Grid,
    column: int,
    figures: dict[int, tuple[str, str, int]],
    years: tuple[str, str],
    standard: Standard,
) -> Sheet:
    """The sheet with the figures of the year before, of amounts or of another kind, in a column behind their own."""

    def moved(place: At) -> At:
        return (place[0], place[1] + (place[1] > column))

    found = with_cells_moved(grid.sheet, moved)
    first = min(min(row, place) for row, (*_, place) in figures.items())
    heading = next((row for row in range(first - 1, 0, -1) if grid.text(row, column)), first - 1)
    asked, before = years
    own = _IN_BRACKETS.sub("", half_width(str(found.rows.get(heading, {}).get(column, ""))))
    is_other = label_of(own, None, standard).kind not in ("", *OF_FIGURES)
    put(found, heading, column + 1, f"{before or _PREVIOUS}{own if is_other else ''}")
    put(found, heading, column, own if is_other or _MAY_NAME_A_YEAR.search(own) else f"{asked}{own}")
    for row, (amount, previous, place) in figures.items():
        if place != row:
            del found.rows[place][column]
        elif amount:
            put(found, row, column, amount)
        put(found, row, column + 1, previous)
        found.origin[row, column + 1] = (place, column)
    return found
