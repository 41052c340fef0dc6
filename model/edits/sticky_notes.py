"""Edits of the notes on fields and cells for colleagues (付せん)."""

from __future__ import annotations

from msgspec.structs import replace

from model.edits.fields import clean_text
from model.request.part import by_id, replaced, without
from model.request.request import Request
from model.request.sticky_note import StickyNote


def write(request: Request, note: StickyNote, text: str) -> Request:
    """The request with the text of a note; one that is not there yet comes last, and one without words is none."""
    text = clean_text(text)
    if not text.strip():
        return take_off(request, note.id)
    known = by_id(request.sticky_notes, note.id)
    if known is None:
        return replace(request, sticky_notes=(*request.sticky_notes, replace(note, text=text)))
    return replace(request, sticky_notes=replaced(request.sticky_notes, replace(known, text=text)))


def tick_note(request: Request, note_id: str, *, done: bool) -> Request:
    """Mark a note as dealt with, or as not yet."""
    known = by_id(request.sticky_notes, note_id)
    if known is None:
        return request
    return replace(request, sticky_notes=replaced(request.sticky_notes, replace(known, done=done)))


def take_off(request: Request, note_id: str) -> Request:
    """The request without a note."""
    rest = without(request.sticky_notes, note_id)
    return request if rest is request.sticky_notes else replace(request, sticky_notes=rest)
