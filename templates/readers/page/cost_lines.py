"""Cost tables flattened into lines: a row on a line, or every cell on its own, with or without blank lines between.

Where cells stand apart by one blank line, a blank cell is one blank line more; so the rows can be counted out. Where
nothing stands between them, figures tell the rows apart, and the 合計 decides what is a remark and what the next row.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from model.standard.standard import Standard
from model.values.amount import half_width
from templates.readers.labels import is_total
from templates.readers.page.cost_columns import FIGURES, LONGEST, Columns, columns_of, heading_kinds, kind_of
from templates.readers.page.cost_grids import CostTable, read_row
from templates.readers.page.cost_rows import FIRST_OF_SEVERAL, Row, adds_up
from templates.readers.page.pieces import Line, Piece
from templates.readers.page.placement import placements
from templates.readers.page.previous_figures import read_figures

_FIGURE: Final = re.compile(r"[(\[【]?[-−△▲]?\d[\d,]*(?:千円|円)?[)\]】]?(?:\([^)]*\)?)?|[-−―]")
_DASHES: Final = ("-", "−", "―")
_MOST_COLUMNS: Final = 16
_CONTINUES: Final = re.compile(r"[(（](?![0-9０-９ア-ン][)）])")


def heading_lines(
    pieces: Sequence[Piece], start: int, standard: Standard
) -> tuple[Columns | None, int, bool]:
    """The columns that begin at a line, the index after them, and whether they stand on one line."""
    piece = pieces[start]
    if not isinstance(piece, Line) or piece.is_blank:
        return None, start, False
    words = piece.text.split()
    if len(words) > 1:
        return columns_of(words, standard), start + 1, True
    if len(piece.text) > LONGEST:
        return None, start, False
    known = heading_kinds(standard)
    found: list[str] = []
    end = start
    for index in range(start, len(pieces)):
        line = pieces[index]
        if not isinstance(line, Line):
            break
        if line.is_blank:
            continue
        if kind_of(line.text, known) is None or len(found) == _MOST_COLUMNS:
            break
        found.append(line.text.strip())
        end = index + 1
    return (columns_of(found, standard) if len(found) > 1 else None), end, False


def read_lines(
    lines: Sequence[Line], columns: Columns, standard: Standard, *, on_one_line: bool
) -> tuple[CostTable | None, int]:
    """The rows below the headings, and how many of the lines they take.

    Args:
        lines: from below the headings to the next table or the end of the section.
        columns: what the headings name.
        standard: the words of the 合計.
        on_one_line: whether a row stands on a line.
    """
    if on_one_line:
        return _rows_on_lines(lines, columns, standard)
    for read in (_rows_of_cells, _rows_of_full_cells, _rows_by_figures):
        table, used = read(lines, columns, standard)
        if table is not None:
            return table, used
    return None, 0


def _rows_on_lines(
    lines: Sequence[Line], columns: Columns, standard: Standard
) -> tuple[CostTable | None, int]:
    rows: list[Row] = []
    for index, line in enumerate(lines):
        if line.is_blank:
            if rows:
                return CostTable(tuple(rows)), index
            continue
        row = _row_on_line(line.text, columns, standard)
        if row is None:
            return None, 0
        if is_total(row.text, standard) or (not row.text and adds_up(rows, row)):
            return (CostTable(tuple(rows), row), index + 1) if rows else (None, 0)
        rows.append(row)
    return (CostTable(tuple(rows)), len(lines)) if rows else (None, 0)


def _row_on_line(text: str, columns: Columns, standard: Standard) -> Row | None:
    """A row whose cells are apart by spaces: words, then a figure for each column of figures, then words."""
    words = text.split()
    first = next((index for index, word in enumerate(words) if _FIGURE.fullmatch(half_width(word))), None)
    kinds = [kind for kind in columns.kinds if kind in FIGURES]
    if first is None or len(words) < first + len(kinds):
        return None
    figures = words[first : first + len(kinds)]
    before, after = words[:first], words[first + len(kinds) :]
    if after and _FIGURE.fullmatch(half_width(after[0])) and after[0] not in _DASHES:
        return None  # a figure too many: their columns are not certain
    wide = columns.kinds.index(kinds[0])  # columns of words before the first figure
    if wide > 1 and len(before) != wide and not is_total("".join(before), standard):
        return None  # words with spaces, or a blank cell: their columns are not certain
    name = before[0] if wide > 1 and before else " ".join(before)
    beside = " ".join(before[1:]) if wide > 1 else ""
    row = read_row(figures, Columns(tuple(kinds), columns.unit))
    if row is None:
        return None
    return replace(row, text=name, remark="\n".join(filter(None, (beside, " ".join(after)))))


def _rows_of_cells(
    lines: Sequence[Line], columns: Columns, standard: Standard
) -> tuple[CostTable | None, int]:
    """Rows counted out of cells that stand apart by blank lines."""
    cells = _cells(lines)
    width = len(columns.kinds)
    rows: list[Row] = []
    for index in range(0, len(cells), width):
        chunk = cells[index : index + width]
        row = read_row([text for text, _ in chunk], columns)
        if is_total(chunk[0][0], standard):
            row = Row(chunk[0][0])
        if row is None or (not row.text and not row.has_figures):
            return None, 0
        if is_total(row.text, standard) or (not row.text and row.has_figures):
            total, end = _total_of_cells(cells[index + 1 :], rows, columns)
            if not rows or total is None or not (row.text or adds_up(rows, total)):
                return None, 0
            # what stands below the 合計 after its figure is none of the table
            return CostTable(tuple(rows), replace(total, text=row.text)), end
        if not row.has_figures:
            return None, 0
        rows.append(row)
    return (CostTable(tuple(rows)), len(lines)) if rows else (None, 0)


def _cells(lines: Sequence[Line]) -> list[tuple[str, int]]:
    """The cells and the index after each: a blank line ends a cell, every further one is a blank cell."""
    cells: list[tuple[str, int]] = []
    current: list[str] = []
    is_between = False
    for index, line in enumerate(lines):
        if not line.is_blank:
            current.append(line.text.strip())
            is_between = False
        elif current:
            cells.append(("\n".join(current), index))
            current, is_between = [], True
        elif is_between:
            cells.append(("", index))
    if current:
        cells.append(("\n".join(current), len(lines)))
    while cells and not cells[-1][0]:
        cells.pop()
    return cells


def _total_of_cells(
    cells: Sequence[tuple[str, int]], rows: Sequence[Row], columns: Columns
) -> tuple[Row | None, int]:
    """The 合計 whose figures begin among some cells, and the index after them; None where a figure has no certain column.

    How many blank lines its empty cells are differs from page to page, so only its figures are counted.
    """
    kinds = tuple(kind for kind in columns.kinds if kind in FIGURES)
    found = list(
        itertools.takewhile(lambda cell: not cell[0] or _FIGURE.fullmatch(half_width(cell[0])), cells)
    )
    figures = [cell for cell in found if cell[0]][: len(kinds)]
    totals = [
        row
        for way in placements([text for text, _ in figures], len(kinds))
        if (row := read_row(way, Columns(kinds, columns.unit))) is not None
    ]
    if len(figures) < len(kinds):
        totals = [row for row in totals if adds_up(rows, row)]
    return (totals[0], figures[-1][1]) if figures and len(totals) == 1 else (None, 0)


def _rows_of_full_cells(
    lines: Sequence[Line], columns: Columns, standard: Standard
) -> tuple[CostTable | None, int]:
    """Rows of cells without blank lines where no cell is blank: as many lines as there are columns."""
    filled = [(index, line.text.strip()) for index, line in enumerate(lines) if not line.is_blank]
    width, figures = len(columns.kinds), [kind for kind in columns.kinds if kind in FIGURES]
    rows: list[Row] = []
    index = 0
    while index < len(filled):
        label = filled[index][1]
        if is_total(label, standard) and rows:
            end = index + 1 + len(figures)
            found = read_row(
                [text for _, text in filled[index + 1 : end]], Columns(tuple(figures), columns.unit)
            )
            if found is None or not found.has_figures or end > len(filled):
                return None, 0
            return CostTable(tuple(rows), replace(found, text=label)), filled[end - 1][0] + 1
        row = read_row([text for _, text in filled[index : index + width]], columns)
        if (
            index + width > len(filled)
            or row is None
            or not row.has_figures
            or _FIGURE.fullmatch(half_width(label))
        ):
            return None, 0
        rows.append(row)
        index += width
    return (CostTable(tuple(rows)), len(lines)) if rows else (None, 0)


def _rows_by_figures(
    lines: Sequence[Line], columns: Columns, standard: Standard
) -> tuple[CostTable | None, int]:
    """Rows of cells without blank lines: 「内容」, its figures, and what stands before the next figures."""
    if columns.kinds not in (("text", "amount", "remark"), ("text", "amount")):
        return None, 0
    rows: list[Row] = []
    words: list[str] = []
    index = 0
    # several lines above the first figure: headings that are not known, or a long 内容
    may_be_headings = False
    filled = [(index, line.text.strip()) for index, line in enumerate(lines) if not line.is_blank]
    while index < len(filled):
        if not _FIGURE.fullmatch(half_width(filled[index][1])):
            words.append(filled[index][1])
            index += 1
            continue
        end = index + 1
        if half_width(filled[index][1]).startswith("(") and end < len(filled):
            end += bool(re.fullmatch(r"[-−△▲]?\d[\d,]*(?:千円|円)?", half_width(filled[end][1])))
        figures = read_figures("\n".join(text for _, text in filled[index:end]), columns.unit)
        if figures is None:
            return None, 0
        found = Row("", figures.previous, figures.amount)
        remark, headings, text = _split_words(words, rows, found, standard)
        if (remark and not rows) or (not words and not adds_up(rows, found)):
            return None, 0  # a second figure of a row is that of a column whose heading is not known
        if not rows:
            may_be_headings = len(words) > 1
        if remark:
            rows[-1] = replace(rows[-1], remark="\n".join(remark))
        if not text or is_total(text, standard):
            if may_be_headings and not adds_up(rows, found):
                return None, 0
            return (CostTable(tuple(rows), found), filled[end - 1][0] + 1) if rows else (None, 0)
        rows += [Row(heading) for heading in headings]
        rows.append(replace(found, text=text))
        words = []
        index = end
    if not rows or may_be_headings:
        return None, 0
    if len(words) > 1 or (words and "remark" not in columns.kinds):
        return None, 0  # without a 合計 there is no telling where the table ends
    if words:
        rows[-1] = replace(rows[-1], remark=words[0])
    return CostTable(tuple(rows)), len(lines)


def _split_words(
    words: Sequence[str], rows: Sequence[Row], found: Row, standard: Standard
) -> tuple[list[str], list[str], str]:
    """The lines between two figures: the remark of the row above, headings without figures, the text of the next row."""
    joined: list[str] = []
    for word in words:
        if joined and _CONTINUES.match(word):
            joined[-1] += word
        else:
            joined.append(word)
    if not joined or (
        len(joined) == 1 and rows and not is_total(joined[0], standard) and adds_up(rows, found)
    ):
        return joined, [], ""
    text = joined.pop()
    if joined and FIRST_OF_SEVERAL.match(text):
        return joined[:-1], joined[-1:], text
    if not rows:
        return [], [], "".join((*joined, text))
    return joined, [], text
