"""The lines whose words have one of some words: found once, kept while the lines are the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from model.claims.kept_lines import KeptLines, Look
from model.request.request import CostGroup, Line


class SayingLine(NamedTuple):
    """A line that has one of the words.

    Attributes:
        line: the line.
        family: ids of the whole line at the top of which it is a part, its own among them.
    """

    line: Line
    family: frozenset[str]


class SayingLines:
    """The lines that have one of some words in their text, remark or basis."""

    def __init__(self, *words: str, look: Look | None = None) -> None:
        """Find the lines with these words, at the look that all readers share or at one of their own."""

        def read(line: Line) -> tuple[SayingLine, ...]:
            lines = list(family(line)) if line.parts else [line]
            found = [
                each for each in lines if any(word in text for text in texts(each) if text for word in words)
            ]
            if not found:
                return ()
            ids = frozenset(each.id for each in lines)
            return tuple(SayingLine(each, ids) for each in found)

        self._kept = KeptLines(read, look)

    def of(self, groups: tuple[CostGroup, ...]) -> Iterator[SayingLine]:
        """Them, in the order of the sheet."""
        for found in self._kept.said(groups):
            yield from found


def texts(line: Line) -> tuple[str, str, str]:
    """What a line says: its text, remark and basis."""
    return line.text, line.remark, line.basis


def family(line: Line) -> Iterator[Line]:
    """A line with its parts."""
    yield line
    for part in line.parts:
        yield from family(part)
