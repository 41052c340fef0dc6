"""Where the words of linked figures stand after their text was edited."""

from __future__ import annotations

from msgspec.structs import replace

from model.request.linked_figure import LinkedFigure
from model.values.common_ends import common_ends


def stands(link: LinkedFigure, text: str) -> bool:
    """Whether the words of a link stand in a text where the link says."""
    return text.startswith(link.shown, link.start)


def moved(links: tuple[LinkedFigure, ...], old: str, new: str) -> tuple[LinkedFigure, ...]:
    """The links of one text after an edit of it; those whose words were edited are none any more.

    Where the same words repeat, the texts do not say which of them were edited: all that it may have been are looked at.
    """
    _, tail = common_ends(old, new)
    _, head = common_ends(old[::-1], new[::-1])
    end, shift = len(old) - tail, len(new) - len(old)
    before = [link for link in links if link.end <= head]
    amid = [link for link in links if link.end > head and link.start < end]
    behind = [replace(link, start=link.start + shift) for link in links if link.start >= max(head, end)]
    return (*before, *_found_again(amid, old, new, head, len(new) - tail), *behind)


def _found_again(links: list[LinkedFigure], old: str, new: str, begin: int, end: int) -> list[LinkedFigure]:
    """The links between what is the same at both ends of two texts whose words stand there as often as before, in the same order.

    An edit in two places, as a replacement throughout a text, leaves the words between them as they were.
    """
    found: list[LinkedFigure] = []
    shift = len(old) - len(new)
    for link in links:
        was, now = _places_of(link.shown, old, begin, end + shift), _places_of(link.shown, new, begin, end)
        if link.start in was and len(was) == len(now):
            found.append(replace(link, start=now[was.index(link.start)]))
    return found


def _places_of(words: str, text: str, begin: int, end: int) -> list[int]:
    found, start = [], text.find(words, begin, end)
    while start >= 0:
        found.append(start)
        start = text.find(words, start + len(words), end)
    return found
