"""Tables that are drawn in a text, with tabs between their cells instead of strokes (Markdown, 「│」) or of several blanks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from model.document.storage import FileError
from model.values.display_width import display_width

_STROKE: Final = re.compile("[|│┃｜¦]")
_RULE: Final = re.compile(r"[\s|│┃｜+＋:=\-―—─━═┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛┠┨┯┷┿╂]+")  # a line that parts rows
_BOLD: Final = re.compile(r"(\*\*|__)(.+?)\1")
_CELL: Final = re.compile(r"[^ 　]+(?:[ 　][^ 　]+)*")  # of a row; two blanks part it from the next
_FIGURE: Final = re.compile(r"[△▲−-]?[0-9０-９][0-9０-９,，.．]*(?:円|千円|百万円)?")
_LEAST_ROWS: Final = 3  # with figures and as many cells
_LEAST: Final = 2  # strokes of a row, and rows of a table
_LONGEST: Final = 4_000  # characters of a row


def without_strokes(text: str) -> str:
    """The text with the cells of drawn tables parted by tabs and the lines between rows left out; itself where none is drawn."""
    if _STROKE.search(text) is None:
        return text
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    drawn = [_is_drawn(line) for line in lines]
    if sum(row and not _is_rule(line) for row, line in zip(drawn, lines, strict=True)) < _LEAST:
        return text
    return "\n".join(
        _cells(line) if row else line for row, line in zip(drawn, lines, strict=True) if not _is_rule(line)
    )


def without_gaps(text: str, name: str) -> str:
    """The text with tabs for the gaps of blanks between the cells of rows; itself where no figures stand below each other so.

    A row with fewer cells than most has blank ones: its cells belong to the columns above or below which they stand.

    Raises:
        FileError: It is not plain of which column a figure is.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    rows = [[*_CELL.finditer(line)] if len(line) <= _LONGEST else [] for line in lines]
    counts = [len(row) for row in rows if _figures(row)]
    if not counts or counts.count(count := max(set(counts), key=counts.count)) < _LEAST_ROWS:
        return text
    full = [row for row in rows if len(row) == count]
    columns = [_span(*cells) for cells in zip(*full, strict=True)]
    usual = [_figures(row) for row in full]
    found: list[str] = []
    for number, (line, row) in enumerate(zip(lines, rows, strict=True), 1):
        words = [cell.group() for cell in row] or [line]
        if 1 < len(row) < count:
            placed = _placed(row, columns)
            if placed is None and _figures(row) and _figures(row) not in usual:
                raise FileError(
                    "「{name}」の{number}行目は、ほかの行より欄が少なく、どの列の額か決められません。表計算ソフトの表か、タブで区切った表にして読み込んでください。",
                    name=name,
                    number=number,
                )
            words = placed or words
        elif len(row) > count and not _figures(row):
            words = _headings(row, columns) or words
        if not _is_rule(line):
            found.append("\t".join(words))
    return "\n".join(found)


def _figures(row: Sequence[re.Match[str]]) -> list[int]:
    """Which cells of a row behind its first are figures."""
    return [index for index, cell in enumerate(row) if index and _FIGURE.fullmatch(cell.group())]


def _placed(row: Sequence[re.Match[str]], columns: Sequence[tuple[int, int]]) -> list[str] | None:
    """The cells of a row by the columns, blank where none stands; None where that is not plain."""
    if any(end > begin for (_, end), (begin, _) in pairwise(columns)):
        return None  # the cells of the other rows do not stand below each other
    found = [""] * len(columns)
    for cell in row:
        begin, end = _span(cell)
        over = [index for index, (first, last) in enumerate(columns) if begin < last and first < end]
        if len(over) != 1 or found[over[0]]:
            return None
        found[over[0]] = cell.group()
    return found


def _headings(row: Sequence[re.Match[str]], columns: Sequence[tuple[int, int]]) -> list[str]:
    """The cells of a row without figures by the columns, those over one as one (「区　　分」), others behind the last; none where a cell stands over two."""
    found = [""] * len(columns)
    for cell in row:
        begin, end = _span(cell)
        over = [index for index, (first, last) in enumerate(columns) if begin < last and first < end]
        if len(over) == 1:
            found[over[0]] += cell.group()
        elif not over and begin >= columns[-1][1]:
            found.append(cell.group())
        else:
            return []
    return found


def _span(*cells: re.Match[str]) -> tuple[int, int]:
    """Where the first of some cells begins and the last ends in their lines, in half-width letters."""
    begins = [display_width(cell.string[: cell.start()]) for cell in cells]
    return min(begins), max(
        begin + display_width(cell.group()) for begin, cell in zip(begins, cells, strict=True)
    )


def _is_drawn(line: str) -> bool:
    return len(line) <= _LONGEST and "\t" not in line and len(_STROKE.findall(line)) >= _LEAST


def _is_rule(line: str) -> bool:
    plain = line.strip()
    return 2 < len(plain) <= _LONGEST and _RULE.fullmatch(plain) is not None


def _cells(line: str) -> str:
    """The cells of a row, parted by tabs; a stroke at its begin or end parts none."""
    cells = [cell.strip(" 　") for cell in _STROKE.split(line.strip(" 　"))]
    first, last = (not cells[0]), (not cells[-1])
    return "\t".join(_BOLD.sub(r"\2", cell) for cell in cells[first : len(cells) - last])
