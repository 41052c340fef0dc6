"""A sheet whose rows each name the year of their amount, an item in a row for each year, with a column for each year."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from model.standard.standard import Standard
from templates.readers.books.cells import At
from templates.readers.books.delimited import put
from templates.readers.labels import compact
from templates.readers.tables.cell_amount import written
from templates.readers.tables.columns.columns import label_of
from templates.readers.tables.grid import Grid
from templates.readers.tables.headings import OF_FIGURES
from templates.readers.tables.turned import with_cells_moved

_MOST_YEARS: Final = 4
_LEAST: Final = 2  # items with rows of several years
_LONGEST: Final = 20  # characters of the words of a year
_BESIDE: Final = ("remark", "basis")


class _Table(NamedTuple):
    """Such a table: its rows, its columns of the year's words and of the amounts, and those that may differ by year."""

    rows: Sequence[int]
    years: Sequence[int]
    amount: int
    beside: Sequence[int]


def by_year(grid: Grid, standard: Standard) -> Grid:
    """The sheet with such a table laid out by year; the sheet itself where it has none."""
    for column, rows in _dated(grid, standard):
        table = _table(grid, column, rows, standard)
        if table is not None and (items := _items(grid, table)):
            return _laid_out(grid, table, items)
    return grid


def _dated(grid: Grid, standard: Standard) -> Iterator[tuple[int, list[int]]]:
    """Each column with the rows in which it names a year of several, where these follow each other."""
    texts: dict[int, dict[int, str]] = defaultdict(dict)
    for row, column, text in grid.cells(grid.rows):
        if len(text) <= _LONGEST and not grid.is_number(row, column):
            texts[column][row] = text
    for column, of_rows in texts.items():
        often = (text for text, count in Counter(of_rows.values()).items() if count >= _LEAST)
        said = {text: label_of(text, None, standard) for text in often}
        labels = {text: of for text, of in said.items() if of.is_dated and of.kind in OF_FIGURES}
        rows = [row for row, text in of_rows.items() if text in labels]
        if 1 < len({label[1:3] for label in labels.values()}) == len(labels) <= _MOST_YEARS and (
            rows == [row for row in grid.rows if rows[0] <= row <= rows[-1]]
        ):
            yield column, rows


def _table(grid: Grid, year: int, rows: Sequence[int], standard: Standard) -> _Table | None:
    """The table around a column of years; None where not one column holds its amounts."""
    heading = rows[0] - 1
    labels = {
        column: label_of(grid.text(heading, column), None, standard) for column in grid.columns(heading)
    }
    amounts = [column for column, label in labels.items() if label.kind in OF_FIGURES and not label.is_dated]
    amounts = [column for column in amounts if any(written(grid, row, column) for row in rows)]
    if len(amounts) != 1 or year not in labels or year == amounts[0]:
        return None
    years = [year, *(column for column in labels if column != year and _follows(grid, rows, column, year))]
    beside = [column for column, label in labels.items() if label.kind in _BESIDE]
    return _Table(rows, sorted(years), amounts[0], beside)


def _follows(grid: Grid, rows: Sequence[int], column: int, year: int) -> bool:
    """Whether the words of a column go with those of the year: 要求 beside 令和8年度, 当初予算 beside 令和7年度."""
    pairs = {(grid.text(row, year), grid.text(row, column)) for row in rows}
    words = {text for _, text in pairs}
    return len(pairs) == len(words) == len({text for text, _ in pairs}) and "" not in words


def _items(grid: Grid, table: _Table) -> list[dict[str, int]]:
    """The rows of each item by the words of their years; none where an item has two of one year, or few have several."""
    apart = {*table.years, table.amount, *table.beside}
    items: dict[tuple[tuple[int, str], ...], dict[str, int]] = {}
    key: tuple[tuple[int, str], ...] = ()
    for row in table.rows:
        columns = [column for column in grid.columns(row) if column not in apart]
        first = min(columns, default=max(grid.columns(row)))  # what stands before it goes on from above
        own = ((column, compact(grid.text(row, column))) for column in columns)
        key = (*(cell for cell in key if cell[0] < first or not columns), *own)
        years = items.setdefault(key, {})
        words = " ".join(grid.text(row, column) for column in table.years)
        if years.setdefault(words, row) != row:
            return []
    is_listed = sum(len(years) > 1 for years in items.values()) >= _LEAST
    return list(items.values()) if is_listed else []


def _laid_out(grid: Grid, table: _Table, items: Sequence[dict[str, int]]) -> Grid:
    """The sheet with the amounts of each item in the first of its rows, a column for each year below its words."""
    amount, heading = table.amount, table.rows[0] - 1
    words = list(dict.fromkeys(text for years in items for text in years))
    places = {
        (row, amount): (min(years.values()), amount + words.index(text))
        for years in items
        for text, row in years.items()
    }

    def moved(place: At) -> At:
        row, column = place
        return places.get(place, (row, column + (len(words) - 1) * (column > amount)))

    sheet = with_cells_moved(grid.sheet, moved)
    for number, text in enumerate(words):
        put(sheet, heading, amount + number, f"{text} {grid.text(heading, amount)}")
    for years in items:
        first, *others = sorted(years.values())
        for column in table.beside:
            said = dict.fromkeys(text for row in (first, *others) if (text := grid.text(row, column)))
            if said and others:
                put(sheet, first, moved((first, column))[1], "\n".join(said))
        for row in others:
            sheet.rows.pop(row, None)
        for column in table.years:
            sheet.rows[first].pop(moved((first, column))[1], None)
    return Grid(sheet)
