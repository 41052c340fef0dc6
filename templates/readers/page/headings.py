"""Which lines of a frame are its headings: those of the page's own top-level numbering, whatever it is.

The first numbered line decides; numberings inside a section (1.… below 1 事業概要) stay in its text. A page without
numbered headings is cut at short lines that stand alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, Literal, TypeAlias

from model.values.amount import half_width
from templates.readers.page.pieces import Grid, Line, Piece
from templates.readers.page.previous_figures import is_quantity

Style: TypeAlias = Literal["space", "dot", "bare"]
"""「1 事業概要」, 「1.事業概要」, 「1事業概要」."""

_NUMBERED: Final = re.compile(
    r"(?P<number>\d{1,2})(?:(?P<space>\s+)(?=\S)|(?P<dot>\s?\.\s*)(?=[^\d\s])|(?=[^\d\s.,)~\-:/%×+=]))(?P<rest>.+)"
)
_COUNTED: Final = re.compile(
    r"(?:年|月|日|人|名|回|件|か所|箇所|カ所|ヶ所|ヵ所|か年|か月|箇月|台|校|円|千|万|億|百|割|分|時|級|種|施設|市|町|村|地区|階|棟|部|冊|歳|つ|号|期|者|団体|基|頭|世帯)"
)
_COUNTED_AT_ONCE: Final = re.compile(r"(?:県|圏域|会場|路線|区間|橋|隻|コース|回線|病院|大学|本|箱|便|泊|戸)")
_LONGEST: Final = 60
_LONGEST_ALONE: Final = 40
_NO_HEADING_BEGINS: Final = "・※→⇒-−●"
_NO_HEADING_ENDS: Final = "。、，,：円）)"


def heading_lines(pieces: Sequence[Piece]) -> list[int]:
    """The indices of the headings among the pieces of the frame 事業内容."""
    return _numbered(pieces) or _alone(pieces)


def opens_numbered(text: str) -> tuple[int, Style] | None:
    """Number and style of a line that could be a numbered heading; None where it could not."""
    plain = half_width(text)
    match = _NUMBERED.fullmatch(plain.rstrip())
    if match is None or len(plain) > _LONGEST or plain.rstrip().endswith("。"):
        return None
    style: Style = "space" if match["space"] else "dot" if match["dot"] else "bare"
    if style != "dot" and _COUNTED.match(match["rest"]):
        return None
    if style == "bare" and _COUNTED_AT_ONCE.match(match["rest"]):
        return None
    if is_quantity(match["rest"].strip()):
        return None
    return int(match["number"]), style


def _numbered(pieces: Sequence[Piece]) -> list[int]:
    found: list[int] = []
    styles: set[Style] = set()
    last = 0
    inner: dict[Style, int] = {}  # the last number of each style inside the section
    for index, piece in enumerate(pieces):
        opening = opens_numbered(piece.text.lstrip()) if isinstance(piece, Line) else None
        if opening is None or not isinstance(piece, Line) or _is_row(pieces, index):
            continue
        number, style = opening
        is_indented = piece.text[:1].isspace()
        follows = number == last + 1
        if is_indented and (found or number != 1):
            is_heading = False
        elif not styles:
            is_heading = True
        elif style in styles:
            is_heading = follows if style != "space" else follows or _stands_alone(pieces, index)
            is_heading = is_heading or (style == "dot" and number > last and _stands_alone(pieces, index))
        else:
            is_heading = follows and inner.get(style) != number - 1 and _stands_alone(pieces, index)
        if is_heading:
            found.append(index)
            styles.add(style)
            last = number
            inner = {}
        else:
            inner[style] = number
    return found


def _is_row(pieces: Sequence[Piece], index: int) -> bool:
    """Whether a line is a row of a table: two figures at its end, or nothing but a figure below it."""
    piece = pieces[index]
    words = piece.text.split() if isinstance(piece, Line) else []
    if len(words) > 2 and all(map(is_quantity, words[-2:])):
        return True
    below = next((other for other in pieces[index + 1 : index + 3] if not other.is_blank), None)
    return isinstance(below, Line) and is_quantity(below.text.strip())


def _alone(pieces: Sequence[Piece]) -> list[int]:
    """Short lines with nothing directly above and below: the headings of a page that numbers none."""
    return [
        index
        for index, piece in enumerate(pieces)
        if isinstance(piece, Line)
        and _could_be_alone(piece.text)
        and _stands_alone(pieces, index)
        and any(not below.is_blank for below in pieces[index + 1 :])
    ]


def _could_be_alone(text: str) -> bool:
    stripped = text.strip()
    return (
        0 < len(stripped) <= _LONGEST_ALONE
        and "。" not in stripped
        and stripped[0] not in _NO_HEADING_BEGINS
        and not (stripped[-1] in _NO_HEADING_ENDS and not stripped.endswith((")", "）")))
        and not is_quantity(stripped)
    )


def _stands_alone(pieces: Sequence[Piece], index: int) -> bool:
    return _is_gap(pieces, index - 1) and _is_gap(pieces, index + 1)


def _is_gap(pieces: Sequence[Piece], index: int) -> bool:
    if not 0 <= index < len(pieces):
        return True
    piece = pieces[index]
    return isinstance(piece, Grid) or piece.is_blank
