"""Tables that are drawn in a text, with tabs between their cells instead of strokes (Markdown, 「│」) or of several blanks."""

from __future__ import annotations

import re
from typing import Final

_STROKE: Final = re.compile("[|│┃｜¦]")
_RULE: Final = re.compile(r"[\s|│┃｜+＋:=\-─━═┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛┠┨┯┷┿╂]+")  # a line that parts rows
_BOLD: Final = re.compile(r"(\*\*|__)(.+?)\1")
_GAP: Final = re.compile(r"[ 　]{2,}")  # between the cells of a row
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


def without_gaps(text: str) -> str:
    """The text with the cells of rows that gaps of blanks part separated by tabs; itself where no figures stand below each other so."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    rows = [_GAP.split(line.strip(" 　")) if len(line) <= _LONGEST else [line] for line in lines]
    figures = [len(row) for row in rows if len(row) > 1 and any(map(_FIGURE.fullmatch, row[1:]))]
    if len(figures) < _LEAST_ROWS or figures.count(max(set(figures), key=figures.count)) < _LEAST_ROWS:
        return text
    return "\n".join("\t".join(row) for row, line in zip(rows, lines, strict=True) if not _is_rule(line))


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
