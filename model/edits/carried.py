"""Edits of the list of what was changed for the next year (引継ぎ)."""

from __future__ import annotations

from msgspec.structs import replace

from model.request.carried import Carried
from model.request.lines import lines_in
from model.request.parts import change_part
from model.request.request import Request


def tick(request: Request, entry_id: str, *, done: bool) -> Request:
    """Mark an entry of the list as dealt with, or as not yet."""
    return change_part(request, Carried, entry_id, lambda entry: replace(entry, done=done))


def tick_filled(before: Request, after: Request) -> Request:
    """The request after an edit, with the entries of the lines ticked that got their amount by it, and unticked that lost it."""
    if before.groups is after.groups or before.header.fiscal_year != after.header.fiscal_year:
        return after  # a draft that has just been made is another request
    lines_before, lines_after = _filled(before), _filled(after)
    carried = tuple(
        replace(entry, done=lines_after[line_id])
        if (line_id := _line_of(entry)) in lines_after
        and lines_before.get(line_id, lines_after[line_id]) != lines_after[line_id]
        else entry
        for entry in after.carried
    )
    return after if carried == after.carried else replace(after, carried=carried)


def _filled(request: Request) -> dict[str, bool]:
    """Whether each line has an amount or a calculation."""
    return {line.id: line.amount is not None or bool(line.basis) for line in lines_in(request)}


def _line_of(entry: Carried) -> str:
    """The id of the line whose figures an entry is about; "" for none."""
    kind, _, rest = entry.place.partition("/")
    line_id, _, field = rest.partition("/")
    return line_id if (kind, field) == ("line", "previous") else ""
