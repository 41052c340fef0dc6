"""Filling down (下へコピー): what one line holds, put into the lines below it."""

from __future__ import annotations

from collections.abc import Collection

from model.request.lines import change_lines, find
from model.request.request import Request


def fill_lines(
    request: Request, source_id: str, line_ids: Collection[str], fields: Collection[str]
) -> Request:
    """Copy some fields of a line into others, as they are held: typed, unreadable, or blank."""
    source = find(request, source_id)
    if source is None:
        return request
    values = {field: getattr(source, field) for field in fields}
    return change_lines(request, dict.fromkeys(line_ids, values))
