"""The lines of the cost tables as choices of a cell."""

from __future__ import annotations

from model.document.document import Snapshot
from model.request.lines import walk


def line_choices(snapshot: Snapshot) -> list[tuple[str, str]]:
    """The id and the words of each line on one line of text, parts set in behind their line."""
    return [
        (line.id, f"{'　' * depth}{line.text}".replace("\n", ""))
        for group in snapshot.request.groups
        for line, depth in walk(group.lines)
    ]
