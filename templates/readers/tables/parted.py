"""A sheet whose amounts and those of the year before, in brackets, stand in one column, with a column for each."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final, NamedTuple

from model.standard.standard import Standard
from model.values.amount import half_width, parse_written
from model.values.fiscal_year import ERA_YEAR, years_named
from templates.readers.books.cells import At, Sheet
from templates.readers.books.delimited import put
from templates.readers.tables.cell_amount import is_nothing
from templates.readers.tables.columns.columns import HEADINGS, label_of
from templates.readers.tables.columns.units import unit_alone, unit_in
from templates.readers.tables.columns.years import year_in_heading
from templates.readers.tables.grid import Grid
from templates.readers.tables.headings import OF_FIGURES
from templates.readers.tables.turned import with_cells_moved

_BRACKETS: Final = re.compile(r"\(\s*\)|括弧|かっこ|カッコ")
_IN_BRACKETS: Final = re.compile(r"\(([^()]+)\)")
_OPEN: Final = ("(", "（")
_ROWS: Final = ("上段", "下段")
_BOTH: Final = (
    re.compile(r"\A\((?P<previous>[^()]+)\)\s*+(?P<amount>[^()]+)"),
    re.compile(r"\A(?P<amount>[^()]+)\((?P<previous>[^()]+)\)"),
)
_MAY_NAME_A_YEAR: Final = re.compile(f"[年前]|{ERA_YEAR}")
_LEAST: Final = 2  # rows that have both


def parted(grid: Grid, standard: Standard) -> Grid:
    """The sheet with the bracketed amounts in a column of their own, where words above a table say that they are last year's."""
    cells = grid.cells(grid.rows)
    texts = [half_width(text) for row, column, text in cells if not grid.is_number(row, column)]
    of_rows = " ".join(text for text in texts if any(words in text for words in _ROWS))
    note = next((text for text in texts if says_previous(text, texts)), "")
    row_of_previous = next((words for words in _ROWS if _names_row(of_rows, words, texts)), "")
    if not note and not row_of_previous:
        return _signed(grid)
    for column in _bracketed(grid):
        first = next(row for row in grid.rows if grid.text(row, column).lstrip()[:1] in _OPEN)
        heading = next((row for row in range(first - 1, 0, -1) if grid.text(row, column - 1)), 0)
        if heading and not grid.text(heading, column):
            found = with_cells_moved(grid.sheet, lambda place: place)
            put(found, heading, column, HEADINGS["previous"])
            return Grid(found)
    every = {column for _, column, _ in grid.cells(grid.rows)}
    figures = {column: _figures(grid, column, row_of_previous) for column in every}
    for column in sorted(every, reverse=True):  # those on the left stay where they are
        if len(figures[column]) >= _LEAST:
            grid = Grid(_with_column(grid, column, figures[column], _years(of_rows or note), standard))
    return grid


def _years(note: str) -> tuple[str, str]:
    """The years that words give to the figures without brackets and in them: 「上段：令和9年度要求額 下段( )：令和8年度」; both "" where they name no two."""
    named = sorted({year.year: year.label for year in years_named(note)}.items())
    is_pair = len(named) == 2 and named[0][0] + 1 == named[1][0]
    return (named[1][1], named[0][1]) if is_pair else ("", "")


def _bracketed(grid: Grid) -> list[int]:
    """The columns without a heading that hold bracketed figures alone, each behind a plain one."""
    cells: dict[int, list[int]] = defaultdict(list)
    for row, column, _ in grid.cells(grid.rows):
        cells[column].append(row)
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
    return _names_last_year(words, texts if signs else ())


def _names_row(note: str, row: str, texts: Sequence[str]) -> bool:
    """Whether words say that the upper or the lower of two rows holds last year's figures: 「上段：要求額　下段：前年度」."""
    words = _of_row(note, row)
    return bool(words) and _names_last_year([words], texts)


def _of_row(note: str, row: str) -> str:
    """What words say of the upper or the lower of two rows; "" for nothing."""
    return re.split("|".join(_ROWS), note.partition(row)[2])[0].strip(" :、　\n")


def _names_last_year(words: Sequence[str], texts: Sequence[str]) -> bool:
    """Whether one of some words is of last year, or of the year before the latest that other words name."""
    plain = [_IN_BRACKETS.sub("", part) for part in words]  # 「括弧書きは前年度（R8）」
    years = {found.year: found for other in texts if "年" in other for found in years_named(other)}
    latest = max(years, default=0)
    named = [year_in_heading(part, years.get(latest)) for part in (*words, *plain)]
    return any(year.relative == -1 or (year.year is not None and year.year + 1 == latest) for year in named)


def _signed(grid: Grid) -> Grid:
    """The sheet with a few bracketed figures among plain ones as what they are in Excel: negative."""
    bracketed = {
        (row, column): alone[1]
        for row, column, text in grid.cells(grid.rows)
        if text[:1] in _OPEN and len(grid.columns(row)) > 1
        if (alone := _IN_BRACKETS.fullmatch(half_width(text))) and parse_written(alone[1])
    }
    signed = Counter(column for _, column in bracketed)
    plain = Counter(
        column
        for row, column, text in grid.cells(grid.rows if bracketed else ())
        if column in signed and text[:1] not in _OPEN
        if grid.is_number(row, column) or parse_written(text)
    )
    few = {place: figure for place, figure in bracketed.items() if signed[place[1]] < plain[place[1]]}
    if not few:
        return grid
    sheet = with_cells_moved(grid.sheet, lambda place: place)
    for (row, column), figure in few.items():
        put(sheet, row, column, f"-{figure}")
    return Grid(sheet)


class _Pair(NamedTuple):
    """The figures of a line: its amount and that of the year before, as text, and the row in which each stands."""

    amount: str
    previous: str
    row: int
    row_before: int


def _figures(grid: Grid, column: int, row_of_previous: str) -> dict[int, _Pair]:
    """By the row of a line its figures: both in one cell, or those of the year before in the row above or below, of which one has no words.

    They are in brackets, or in the row that words above the table give to them (``row_of_previous``).
    """
    found: dict[int, _Pair] = {}
    texts = {row: text for row in grid.rows if (text := half_width(grid.text(row, column)).strip())}
    bracketed = {
        row: match[1]
        for row, text in texts.items()
        if (match := _IN_BRACKETS.fullmatch(text)) and (parse_written(match[1]) or is_nothing(match[1]))
    }
    first = next((row for row, text in texts.items() if row in bracketed or parse_written(text)), 0)
    has_words = {row: _has_words_before(grid, row, column) for row in texts}
    for row, text in texts.items():
        for both in _BOTH:
            if (match := both.fullmatch(text)) and all(map(parse_written, match.groups())):
                found[row] = _Pair(match["amount"].strip(), match["previous"], row, row)
        is_of_row = row_of_previous == _ROWS[not has_words[row]]
        if is_of_row and row not in bracketed and parse_written(text):
            bracketed[row] = text  # without brackets, or with those of a number format
        if row not in bracketed:
            continue
        other = row - 1 if first not in bracketed and not has_words[row] else row + 1
        if other in texts and has_words[row] != has_words[other] and other not in bracketed:
            found[row if has_words[row] else other] = _Pair(texts[other], bracketed[row], other, row)
    return found


def _has_words_before(grid: Grid, row: int, column: int) -> bool:
    """Whether words that are no figures, nor in brackets, stand in a row before a column."""
    texts = [half_width(grid.text(row, other)).strip() for other in grid.columns(row) if other < column]
    return any(not _IN_BRACKETS.fullmatch(text) and parse_written(text) is None for text in texts)


def _with_column(
    grid: Grid, column: int, figures: dict[int, _Pair], years: tuple[str, str], standard: Standard
) -> Sheet:
    """The sheet with the figures of the year before, of amounts or of another kind, in a column behind their own."""

    def moved(place: At) -> At:
        return (place[0], place[1] + (place[1] > column))

    found = with_cells_moved(grid.sheet, moved)
    first = min(min(pair.row, pair.row_before) for pair in figures.values())
    heading = next((row for row in range(first - 1, 0, -1) if grid.text(row, column)), first - 1)
    asked, before = years
    lines = half_width(str(found.rows.get(heading, {}).get(column, ""))).split("\n")
    words = "\n".join(f"({unit})" if (unit := unit_alone(line)) else line for line in lines)
    of_rows = [
        said for row in _ROWS if (said := _of_row(words, row)) and not _names_last_year([said], [words])
    ]
    own = _IN_BRACKETS.sub("", _IN_BRACKETS.sub("", of_rows[0] if of_rows else words))
    own += f"({unit})" if (unit := unit_in(words)) else ""
    is_other = label_of(own, None, standard).kind not in ("", *OF_FIGURES)
    put(found, heading, column + 1, f"{before or HEADINGS['previous']}{own if is_other else ''}")
    put(found, heading, column, own if is_other or _MAY_NAME_A_YEAR.search(own) else f"{asked}{own}")
    for row, pair in figures.items():
        for place in {pair.row, pair.row_before} - {row}:
            del found.rows[place][column]
        if pair.row_before == row:
            put(found, row, column, pair.amount)
            found.origin[row, column] = (pair.row, column)
        put(found, row, column + 1, pair.previous)
        found.origin[row, column + 1] = (pair.row_before, column)
    return found
