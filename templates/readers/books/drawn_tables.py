"""Tables that are drawn in a text with strokes between their cells (Markdown, 「│」), with tabs instead."""

from __future__ import annotations

import re
from typing import Final

_STROKE: Final = re.compile("[|│┃｜¦]")
_RULE: Final = re.compile(r"[\s|│┃｜+＋:=\-─━═┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛┠┨┯┷┿╂]+")  # a line that parts rows
_BOLD: Final = re.compile(r"(\*\*|__)(.+?)\1")
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
