"""Which rows belong to a table, and the words above it: where it ends, what is printed again, what is the next table's."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final, NamedTuple

from model.edits.fields import clean_text
from model.values.amount import half_width
from templates.readers.labels import compact
from templates.readers.tables.calling import calling
from templates.readers.tables.cell_amount import written
from templates.readers.tables.columns.units import NOTES, is_unit_note, unit_alone, unit_in, without_unit
from templates.readers.tables.grid import Grid
from templates.readers.tables.heading_rows import find_headings
from templates.readers.tables.headings import Headings, same_headings
from templates.readers.tables.understood import RawTable

_OF_WORDS: Final = ("text", "object_class", "number", "")  # kinds of headings over words
_OF_FIGURES: Final = ("request", "budget", "amount", "year")  # over the amounts of a year
_MOST_GAP: Final = 3  # blank rows inside a table
_LONGEST_TITLE: Final = 60
_PAGE: Final = re.compile(
    r"[-－―—–‐─]\s*[0-9０-９]+\s*[-－―—–‐─]|[pPＰ][.．]?\s*[0-9０-９]+|[0-9０-９]+\s*(?:頁|ページ)|[(（]?[0-9０-９]{1,2}\s*[/／]\s*[0-9０-９]{1,2}[)）]?"
)  # 「－ 1 －」, 「1/2」


class Title(NamedTuple):
    """The words above a table, the unit that they name, and their cells."""

    text: str = ""
    unit: str = ""
    cells: tuple[tuple[int, int], ...] = ()


def title_of(grid: Grid, headings: Headings) -> Title:
    """The words above the headings, and the unit beside them."""
    title = Title()
    first, last = headings.columns[0], headings.columns[-1]
    for row in (headings.rows[0] - 1, headings.rows[0] - 2):
        if not grid.columns(row):
            continue
        cells = [column for column in grid.free(row) if first <= column <= last]
        if not cells or len(cells) > 2 or any(grid.is_number(row, cell) for cell in cells):
            break
        for column in cells:
            text, taken = grid.text(row, column), (*title.cells, (row, column))
            if is_unit_note(text) or unit_alone(text):
                title = title._replace(cells=taken)
            elif not title.text and len(text) <= _LONGEST_TITLE and "\n" not in text:
                title = Title(clean_text(without_unit(text)), unit_in(text), taken)
        if title.text:
            break
    return title


def body_rows(table: RawTable) -> tuple[list[int], list[int]]:
    """The rows below the headings that belong to the table, and titles of further pages between them.

    The rows of repeated headings are neither.
    """
    return _Body(table).rows()


class _Body:
    def __init__(self, table: RawTable) -> None:
        self._table, self._standard = table, table.around.standard
        self._words = {column: compact(label.text) for column, label in table.headings.labels.items()}
        self._figures = [column for column in table.labels if table.kind(column) in _OF_FIGURES]

    def rows(self) -> tuple[list[int], list[int]]:
        """The rows of the table, and the titles of further pages."""
        grid, headings = self._table.grid, self._table.headings
        body: list[int] = []
        titles: list[int] = []
        last = headings.rows[-1]  # of the headings, or of what was printed again
        for row in grid.rows[bisect_right(grid.rows, last) :]:
            cells = [column for column in grid.free(row) if column in headings.columns]
            missing = any(column in headings.columns for column in grid.missing(row))
            if row <= last or not (cells or missing):
                continue
            gap = row - max((last, *body[-1:])) - 1
            texts = {column: grid.text(row, column) for column in cells}
            alone = texts[cells[0]] if len(cells) == 1 else ""
            if _PAGE.fullmatch(alone):
                titles.append(row)
                last = row if gap == 0 else last
            elif (same_headings(self._words, texts) and not self._ended(body)) or (
                row == last + 1 and cells and all(map(unit_alone, texts.values()))
            ):
                last = row
            elif gap and not self._goes_on(row, gap):
                break
            elif self._heads_the_next_page(row, texts):
                titles.append(row)
            elif alone.startswith(NOTES):
                if self._ended(body) or not self._goes_on(row + 1, 1):
                    break
                body.append(row)  # a note on the line above it
            elif others := self._others(row):
                if self._ended(body) or any(other.words != headings.words for other in others):
                    break
                last = others[0].rows[-1]
            elif alone and not missing and self._is_title_of_next(row, body):
                break
            else:
                body.append(row)
        below = body[-1] if body else last
        decided = sorted(self._table.choices.kinds)
        return body + [row for row in decided if row > below and row in grid.row_set], titles

    def _others(self, row: int) -> list[Headings]:
        """The headings that begin in a row over columns of the table."""
        columns = set(self._table.headings.columns)
        found = find_headings(self._table.grid, row, self._table.around.year, self._standard)
        return [other for other in found if columns.intersection(other.columns)]

    def _heads_the_next_page(self, row: int, texts: dict[int, str]) -> bool:
        """Whether a row is a title and a unit, and the headings of the table stand again below it."""
        if not (self._may_head(row + 1) or self._may_head(row + 2)):
            return False
        below = self._texts(row + 1)
        if below and all(map(_is_of_page, below.values())):
            below = self._texts(row + 2)  # the unit on a row of its own
        if len(below) < 2 or not same_headings(self._words, below):
            return False
        words = [text for text in texts.values() if not _is_of_page(text)]
        return len(texts) > len(words) <= 1

    def _may_head(self, row: int) -> bool:
        """Whether the first words of a row are those of the headings over them: of most rows no more need be looked at."""
        grid, columns = self._table.grid, self._table.headings.columns
        column = next((column for column in columns if grid.text(row, column)), 0)
        return column in self._words and compact(grid.text(row, column)) in self._words[column]

    def _texts(self, row: int) -> dict[int, str]:
        """What stands in a row below the headings, by column."""
        grid, columns = self._table.grid, self._table.headings.columns
        return {column: text for column in columns if (text := grid.text(row, column))}

    def _ended(self, body: Sequence[int]) -> bool:
        """Whether a total stands last, so that the same headings below it begin a table of their own."""
        return any(
            calling(self._table.grid.text(row, column), self._standard) == "total"
            for row in body[-1:]
            for column in self._table.headings.columns
        )

    def _goes_on(self, row: int, gap: int) -> bool:
        """Whether the table goes on below blank rows: with words and a figure in the same columns, and no headings between."""
        grid, first = self._table.grid, row
        while not (has_figures := self._has_figures(row)) and self._has_words(row):
            if all(grid.text(row, column) for column in self._figures):
                return False  # headings of another table, of people
            near = range(row + 1, row + _MOST_GAP + 2)
            row = next(
                (below for below in near if below in grid.row_set), 0
            )  # this one heads the rows below it
        is_line = has_figures and (self._has_words(row) or self._has_figures_alone(row))
        return gap <= _MOST_GAP and is_line and not any(map(self._others, range(first + 1, row + 1)))

    def _has_figures(self, row: int) -> bool:
        grid = self._table.grid
        return any(grid.is_missing(row, column) or written(grid, row, column) for column in self._figures)

    def _has_words(self, row: int) -> bool:
        return any(
            self._table.grid.text(row, column) and self._table.kind(column) in _OF_WORDS
            for column in self._table.headings.columns
        )

    def _has_figures_alone(self, row: int) -> bool:
        grid = self._table.grid
        return all(
            written(grid, row, column) or "%" in half_width(grid.text(row, column))
            for column in grid.columns(row)
        )

    def _is_title_of_next(self, row: int, body: Sequence[int]) -> bool:
        """Whether other headings stand below a row, so that its words are the title of their table."""
        words = self._table.headings.words
        return row + 1 in self._table.grid.row_set and any(
            other.words != words or self._ended(body) for other in self._others(row + 1)
        )


def _is_of_page(text: str) -> bool:
    """Whether a text is the number of a page or the unit of its figures."""
    return bool(_PAGE.fullmatch(text) or unit_alone(text) or is_unit_note(text))
