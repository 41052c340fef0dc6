"""Edits of the list of what was changed for the next year (引継ぎ)."""

from __future__ import annotations

from msgspec.structs import replace

from model.request.request import Request


def tick(request: Request, entry_id: str, *, done: bool) -> Request:
    """Mark an entry of the list as dealt with, or as not yet."""
    carried = tuple(replace(entry, done=done) if entry.id == entry_id else entry for entry in request.carried)
    return replace(request, carried=carried)


def without_carried(request: Request) -> Request:
    """The request without the list."""
    return replace(request, carried=())
