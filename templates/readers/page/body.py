"""The narrative of a page: its two frames cut into sections, each with what stands in it."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import msgspec

from model.request.request import Frame, Section
from model.standard.standard import Standard
from templates.readers.page.headings import heading_lines, opens_numbered
from templates.readers.page.pieces import Line, Piece
from templates.sheet.sheet import printed_heading


class Passage(msgspec.Struct, frozen=True):
    """A section that was found: its heading as it stands on the page ("" for none) and its pieces."""

    frame: Frame
    heading: str
    pieces: tuple[Piece, ...]


def content_passages(pieces: Sequence[Piece]) -> list[Passage]:
    """The sections of 事業内容."""
    return _cut("content", pieces, heading_lines(pieces))


def result_passages(pieces: Sequence[Piece], standard: Standard) -> list[Passage]:
    """The sections of これまでの取組と成果, which begin with the headings that the form gives it."""
    known = {plan.heading for plan in standard.sections if plan.frame == "results"}
    lines = ((index, piece) for index, piece in enumerate(pieces) if isinstance(piece, Line))
    return _cut("results", pieces, [index for index, line in lines if _opens_with(line.text, known)])


def numbered_heading(heading: str, number: int, frame: Frame) -> tuple[str, bool]:
    """A printed heading as a section holds it, and whether the form must not number it.

    Args:
        heading: as it stands on the page.
        number: what the form would number the section with.
        frame: headings of the frame of results are never numbered.
    """
    if frame == "results":
        return heading, False
    if opens_numbered(heading):
        bare = heading.lstrip("0123456789").strip()
        if printed_heading(Section("", heading=bare), number) == heading:
            return bare, False
    return heading, not heading or printed_heading(Section("", heading=heading), number) != heading


def _cut(frame: Frame, pieces: Sequence[Piece], headings: Sequence[int]) -> list[Passage]:
    starts = [*headings, len(pieces)]
    first = tuple(pieces[: starts[0]])
    found = [Passage(frame, "", first)] if any(not piece.is_blank for piece in first) else []
    for start, end in itertools.pairwise(starts):
        piece = pieces[start]
        assert isinstance(piece, Line)
        found.append(Passage(frame, piece.text.strip(), tuple(pieces[start + 1 : end])))
    return found


def _opens_with(text: str, known: set[str]) -> bool:
    stripped = text.strip()
    return any(stripped.startswith(word) and _ends_there(stripped[len(word) :]) for word in known)


def _ends_there(rest: str) -> bool:
    """Whether a heading's words end the line, but for a remark in brackets."""
    return not rest or (rest[0] in " 　(（<＜[［:：" and "。" not in rest)
