"""The lines whose words have one of some words."""

from __future__ import annotations

from typing import NamedTuple

from model.incremental.results import Results
from model.request.lines import walk
from model.request.request import CostGroup, Line


class LineWithWords(NamedTuple):
    """A line that has one of the words, and the ids of the whole line of which it is a part, its own among them."""

    line: Line
    family: frozenset[str]


def lines_with_words(
    groups: tuple[CostGroup, ...], words: tuple[str, ...], results: Results
) -> list[LineWithWords]:
    """The lines that have one of some words in their text, remark or basis, in the order of the sheet."""
    return [line for group in groups for line in results.of(_in_group, group, words)]


def _in_group(group: CostGroup, words: tuple[str, ...]) -> tuple[LineWithWords, ...]:
    found: list[LineWithWords] = []
    for top in group.lines:
        lines = [line for line, _ in walk((top,))]
        for line in lines:
            written = "\n".join(texts(line))
            if any(word in written for word in words):
                found.append(LineWithWords(line, frozenset(own.id for own in lines)))
    return tuple(found)


def texts(line: Line) -> tuple[str, str, str]:
    """What a line says: its text, remark and basis."""
    return line.text, line.remark, line.basis
