"""Which row and column of the printed sheet is which, where people inserted, deleted or moved them.

Rows carry their number in a hidden column; where that is gone they are known by their words. Columns have no number and are
known by what was written in them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from difflib import SequenceMatcher
from typing import Final

from templates.readers.books import cells
from templates.readers.books.cells import Sheet, Value, plain
from templates.workbook.memory import MARK, Memory, Written

_WORD, _FIGURE = 4, 1  # what a word and a figure that stand there again count for a column
_LEAST: Final = 0.3  # of what was written in a column stands again where it stands now
_MOST_ROWS: Final = 5_000  # that are compared by their words


def same(value: Value | None, number: str) -> bool:
    """Whether a value is the number that was written."""
    written = cells.number(number)
    return not (value is None or isinstance(value, str) or isinstance(written, str)) and value == written


def is_value_written(value: Value | None, written: Written) -> bool:
    """Whether a cell holds the number or the text that was written, what the formula gave, or nothing."""
    match written.kind:
        case "n":
            return same(value, written.text)
        case "f":
            return same(value, written.gave)
        case "s":
            return isinstance(value, str) and plain(value) == plain(written.text)
        case _:
            return value is None


def find_page(sheets: list[Sheet], memory: Memory) -> tuple[Sheet, int] | None:
    """The printed sheet with its hidden column, 0 where that was deleted; None where the sheet is gone.

    The tab may have been renamed, and the column moved.
    """
    ordered = sorted(sheets, key=lambda sheet: sheet.title != memory.title)
    for sheet in ordered:
        heads = {
            column
            for row in sorted(sheet.rows)[:50]
            for column, value in sheet.rows[row].items()
            if value == MARK
        }
        numbered = {
            column: sum(cells.get(column) in memory.page for cells in sheet.rows.values()) for column in heads
        }
        if numbered and (most := max(numbered.values())):
            return sheet, next(column for column, count in numbered.items() if count == most)
    for sheet in ordered:
        if len(rows_by_words(sheet, memory)) * 2 > len(memory.page):
            return sheet, 0
    return None


def rows_by_key(sheet: Sheet, memory: Memory, key_column: int) -> dict[int, list[int]]:
    """Where the rows of each number stand."""
    found: dict[int, list[int]] = {}
    for row in sorted(sheet.rows):
        key = sheet.value(row, key_column)
        number = 1 if key == MARK else key
        if isinstance(number, int) and number in memory.page:
            found.setdefault(number, []).append(row)
    return found


def rows_by_words(sheet: Sheet, memory: Memory) -> dict[int, list[int]]:
    """The same where no row has a number: rows with the same words in the same order are the same, and those between them."""
    if max(len(memory.page), len(sheet.rows)) > _MOST_ROWS:
        return {}
    numbers, rows = list(memory.page), sorted(sheet.rows)
    written = [
        tuple(plain(cell.text) for cell in memory.page[number] if cell.kind == "s") for number in numbers
    ]
    now = [
        tuple(plain(value) for _, value in sorted(sheet.rows[row].items()) if isinstance(value, str))
        for row in rows
    ]
    found: dict[int, list[int]] = {}
    for kind, first, last, start, end in SequenceMatcher(None, written, now, autojunk=False).get_opcodes():
        if kind == "equal" or (kind == "replace" and last - first == end - start):
            found.update(
                (number, [row]) for number, row in zip(numbers[first:last], rows[start:end], strict=True)
            )
    return found


def columns_now(sheet: Sheet, memory: Memory, key_column: int, rows: Mapping[int, int]) -> dict[int, int]:
    """Where each written column stands now, by where its hidden column (0 where that is gone) and its rows stand; one that was deleted is left out."""
    as_written = {column: column for column in range(1, memory.key_column)}
    if key_column in (0, memory.key_column) and _are_headings_there(sheet, memory, rows):
        return as_written
    total: Counter[int] = Counter()
    alike: Counter[tuple[int, int]] = Counter()
    for number, row in rows.items():
        values = sheet.rows[row]
        for cell in memory.page[number]:
            if cell.kind:
                weight = _WORD if cell.kind == "s" else _FIGURE
                total[cell.column] += weight
                for now, value in values.items():
                    if now != key_column and is_value_written(value, cell):
                        alike[cell.column, now] += weight
    found: dict[int, int] = {}
    taken = {key_column}
    ranked = sorted(
        alike, key=lambda pair: (-alike[pair] / total[pair[0]], -alike[pair], abs(pair[1] - pair[0]))
    )
    for column, now in ranked:
        if column not in found and now not in taken and alike[column, now] >= _LEAST * total[column]:
            found[column] = now
            taken.add(now)
    edges = {0: 0, **found, memory.key_column: key_column or memory.key_column}
    # blank, or written anew: where none is gone between its neighbours
    for column in as_written.keys() - found.keys():
        left = max(edge for edge in edges if edge < column)
        right = min(edge for edge in edges if edge > column)
        now = edges[left] + column - left
        if edges[right] - edges[left] == right - left and now not in taken:
            found[column] = now
            taken.add(now)
    return found


def _are_headings_there(sheet: Sheet, memory: Memory, rows: Mapping[int, int]) -> bool:
    """Whether the words of the form stand in the columns in which they were written."""
    return all(
        is_value_written(sheet.value(row, cell.column), cell)
        for number, row in rows.items()
        for cell in memory.page[number]
        if cell.kind == "s" and (not cell.place or cell.place.endswith("/columns"))
    )
