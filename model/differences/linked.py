"""Linked figures in a merge: their words follow figures, so they are no change of a text; their places follow the texts."""

from __future__ import annotations

from msgspec.structs import replace

from model.edits.links import carried_along, say
from model.request.linked_figure import LinkedFigure
from model.request.request import Request


def with_words_of(origin: Request, side: Request) -> Request:
    """A side of a merge where the linked figures that it has in common with another request say what they say there."""
    words = {link.id: link.shown for link in origin.links}
    other = {link.id: words[link.id] for link in side.links if words.get(link.id, link.shown) != link.shown}
    return say(side, other) if other else side


def with_merged_links(base: Request | None, mine: Request, theirs: Request, merged: Request) -> Request:
    """The merged request with the links of both sides whose words stand in its texts, but for those that one side took away."""
    links: list[LinkedFigure] = []
    for side, other in ((mine, theirs), (theirs, mine)):
        taken_away = {link.id for link in base.links} - {link.id for link in other.links} if base else set()
        kept = carried_along(side, replace(merged, links=side.links)).links
        links += [
            link
            for link in kept
            if link.id not in taken_away and not any(link.id == own.id or link.overlaps(own) for own in links)
        ]
    return replace(merged, links=tuple(links)) if links else merged
