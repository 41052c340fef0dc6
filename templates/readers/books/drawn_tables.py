"""Tables that are drawn in a text, with tabs between their cells instead of strokes (Markdown, 「│」) or of several blanks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from model.document.storage import FileError
from model.values.display_width import display_width

_STROKE: Final = re.compile("[|│┃｜¦]")
_RULE: Final = re.compile(r"[\s|│┃｜+＋:=\-―—─━═┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛┠┨┯┷┿╂]+")  # a line that parts rows
_BOLD: Final = re.compile(r"(\*\*|__)(.+?)\1")
_CELL: Final = re.compile(r"[^ 　]+(?:[ 　][^ 　]+)*")  # of a row; two blanks part it from the next
_WRITTEN: Final = "[△▲−-]?[0-9０-９][0-9０-９,，.．]*(?:円|千円|百万円)?"
_FIGURE: Final = re.compile(_WRITTEN)
_TIGHT: Final = re.compile(
    rf"{_WRITTEN}(?![^ 　])|[^ 　]+(?:[ 　](?!{_WRITTEN}(?![^ 　]))[^ 　]+)*"
)  # one blank parts a figure
_DIGITS: Final = re.compile(r"[0-9０-９\s　]+")
_WORD: Final = re.compile("[^ 　]+")
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

    A row with fewer cells than most has blank ones: its cells belong to the columns above or below which they stand, its figures
    to those of the figures where it has as many. What stands above the first whole row, and is printed again on the next page,
    is left out there.

    Raises:
        FileError: It is not plain of which column a figure or a heading is.
    """
    if _FIGURE.search(text) is None:
        return text
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for cell, least in ((_CELL, 1), (_TIGHT, 2)):  # a blank parts figures where a row has several
        rows = [_parted(cell, line) if len(line) <= _LONGEST else [] for line in lines]
        if counts := [len(row) for row in rows if len(_figures(row)) >= least]:
            break
    if not counts or counts.count(count := max(set(counts), key=counts.count)) < _LEAST_ROWS:
        return text
    whole = [index for index, row in enumerate(rows) if len(row) == count and _figures(row)]
    columns = _Columns([rows[index] for index in whole])
    begin = whole[0]
    heading = max((index for index in range(begin) if rows[index] and not _is_rule(lines[index])), default=-1)
    head = {_without_digits(line) for line in lines[:begin]}
    found: list[str] = []
    for index, (line, row) in enumerate(zip(lines, rows, strict=True)):
        if _is_rule(line) or (index > begin and row and _without_digits(line) in head):
            continue
        words = columns.cells(line, row, is_head=index < heading) if row else [line]
        if words is None and (index == heading or (index > begin and columns.has_other_figures(row))):
            raise FileError(
                "「{name}」の{number}行目は、ほかの行より欄が少なく、どの列の額か決められません。表計算ソフトの表か、タブで区切った表にして読み込んでください。",
                name=name,
                number=index + 1,
            )
        found.append("\t".join(words or (cell.text for cell in row)).rstrip("\t"))
    return "\n".join(found)


class Cell(NamedTuple):
    """The text of a cell, and where it begins and ends in its line, in half-width letters."""

    text: str
    begin: int
    end: int


def _parted(cell: re.Pattern[str], line: str) -> list[Cell]:
    """The cells of a line."""
    found = [(match.group(), display_width(line[: match.start()])) for match in cell.finditer(line)]
    return [Cell(text, begin, begin + display_width(text)) for text, begin in found]


def _figures(row: Sequence[Cell]) -> list[int]:
    """Which cells of a row behind its first are figures."""
    return [index for index, cell in enumerate(row) if index and _FIGURE.fullmatch(cell.text)]


class _Columns:
    """The columns of rows with as many cells each, and which of them have figures."""

    def __init__(self, rows: Sequence[Sequence[Cell]]) -> None:
        alike = [row for row in rows if all(map(_are_below, row, rows[0]))]
        rows = alike if len(alike) * 2 > len(rows) else rows
        self._spans = [
            Cell("", min(cell.begin for cell in cells), max(cell.end for cell in cells))
            for cells in zip(*rows, strict=True)
        ]
        self._are_apart = all(left.end <= right.begin for left, right in pairwise(self._spans))
        self._figures = [_figures(row) for row in rows]

    def has_other_figures(self, row: Sequence[Cell]) -> bool:
        """Whether a row has figures, and not in the same places as any whole row."""
        return bool(_figures(row)) and _figures(row) not in self._figures

    def cells(self, line: str, row: Sequence[Cell], *, is_head: bool) -> list[str] | None:
        """The words of a row, those of one with other cells than most by the columns; None where that is not plain.

        Words over one column are one, but above the headings (``is_head``), where a label and its value may stand so.
        """
        count, words = len(self._spans), [cell.text for cell in row]
        if len(row) == count:
            is_below = not self._are_apart or all(map(_are_below, row, self._spans))
            return words if is_below else self._placed(row) or words
        if not _figures(row):
            over = [(*self._over(cell),) for cell in row if not _is_letter(cell)]
            if is_head and len({*over}) < len(over):
                return words
            spelled = _spelled(_parted(_WORD, line))
            if len(spelled) == count:
                return spelled
            found = self._placed(row) or self._over_figures(row) if len(row) < count else None
            return found or self._joined(_parted(_WORD, line)) or (words if len(row) == 1 else None)
        if len(row) > count:
            return self._placed(row) or words
        return self._placed(_parted(_TIGHT, line)) or self._placed(row) or self._counted(row)

    def _over(self, cell: Cell) -> list[int]:
        """The columns above or below which a cell stands."""
        return [index for index, span in enumerate(self._spans) if _are_below(cell, span)]

    def _placed(self, row: Sequence[Cell]) -> list[str] | None:
        """The cells of a row, several at least, each over one column alone; words over one are one (「合　　計」)."""
        found = [""] * len(self._spans)
        for cell in row:
            over = self._over(cell)
            if len(over) != 1 or (found[over[0]] and _FIGURE.fullmatch(cell.text)):
                return None
            found[over[0]] += cell.text
        return found if self._are_apart and len(row) > 1 else None

    def _over_figures(self, row: Sequence[Cell]) -> list[str] | None:
        """The words of a row of headings that has one for each column of figures, and none over the words before them."""
        figures = self._figures[0]
        if len(row) != len(figures) or any(own != figures for own in self._figures):
            return None
        if row[0].begin < self._spans[figures[0] - 1].end:
            return None
        found = [""] * len(self._spans)
        for column, cell in zip(figures, row, strict=True):
            found[column] = cell.text
        return found

    def _joined(self, row: Sequence[Cell]) -> list[str] | None:
        """The words of a row of headings, those over one column as one (「区　　分」), others behind the last."""
        found = [""] * len(self._spans)
        for cell in row:
            over = self._over(cell)
            if len(over) == 1:
                found[over[0]] += cell.text
            elif not over and cell.begin >= self._spans[-1].end:
                found.append(cell.text)
            else:
                return None
        return found if sum(map(bool, found)) > 1 else None

    def _counted(self, row: Sequence[Cell]) -> list[str] | None:
        """The cells of a row that ends in as many figures as each whole row has, side by side."""
        figures, own = self._figures[0], _figures(row)
        words = len(row) - len(figures)
        are_alike = all(other == figures for other in self._figures)
        if not are_alike or own != [*range(words, len(row))] or not 0 < words <= figures[0]:
            return None
        if figures != [*range(figures[0], figures[-1] + 1)]:
            return None
        found = [""] * len(self._spans)
        found[:words] = [cell.text for cell in row[:words]]
        found[figures[0] : figures[-1] + 1] = [cell.text for cell in row[words:]]
        return found


def _is_letter(cell: Cell) -> bool:
    """Whether a cell is a single letter of a word that is drawn out, and no figure."""
    return len(cell.text) == 1 and not _FIGURE.fullmatch(cell.text)


def _spelled(row: Sequence[Cell]) -> list[str]:
    """The words of a row, those of single letters that stand equally far from each other as one: 「内　　容」, 「要 求 額」."""
    gaps = [right.begin - left.end for left, right in pairwise(row)]
    found: list[str] = []
    gap = 0  # between the letters of the last word
    for index, cell in enumerate(row):
        before = gaps[index - 1] if index else 0
        behind = gaps[index] if index < len(gaps) else before
        are_letters = index and _is_letter(cell) and _is_letter(row[index - 1])
        if are_letters and (before == gap or (not gap and before <= behind)):
            found[-1] += cell.text
            gap = before
        else:
            found.append(cell.text)
            gap = 0
    return found


def _are_below(cell: Cell, other: Cell) -> bool:
    """Whether a cell stands above or below another."""
    return cell.begin < other.end and other.begin < cell.end


def _without_digits(line: str) -> str:
    """A line as it stands on every page: without its digits and blanks."""
    return _DIGITS.sub("", line)


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
