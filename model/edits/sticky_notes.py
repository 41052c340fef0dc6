"""Edits of the notes on fields and cells for colleagues (付せん)."""

from __future__ import annotations

from msgspec.structs import replace

from model.edits.fields import clean_text
from model.request.parts import add_part, change_part, delete_part, part_of
from model.request.request import Request
from model.request.sticky_note import StickyNote


def write(request: Request, note: StickyNote, text: str) -> Request:
    """The request with the text of a note; one that is not there yet comes last, and one without words is none."""
    text = clean_text(text)
    if not text.strip():
        return delete_part(request, StickyNote, note.id)
    if part_of(request, StickyNote, note.id) is None:
        return add_part(request, replace(note, text=text))
    return change_part(request, StickyNote, note.id, lambda known: replace(known, text=text))


def tick_note(request: Request, note_id: str, *, done: bool) -> Request:
    """Mark a note as dealt with, or as not yet."""
    return change_part(request, StickyNote, note_id, lambda known: replace(known, done=done))
