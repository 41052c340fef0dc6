"""Where two texts differ: the lines that are not the same, long ones cut down to the part in which they differ."""

from __future__ import annotations

from typing import Final

_AROUND: Final = 12  # characters that are shown on either side of what differs
_SHORT: Final = 80  # characters of a text that is shown whole
_MOST_LINES: Final = 1_000  # of texts whose lines are compared; in longer ones one part is shown
_GAP: Final = "\n…\n"
_NONE: Final = "（なし）"


def differing_parts(before: str, after: str) -> tuple[str, str]:
    """The parts in which two texts differ, with a few characters around them; short texts whole."""
    if max(len(before), len(after)) <= _SHORT:
        return before, after
    old, new = before.split("\n"), after.split("\n")
    if not before or not after or max(len(old), len(new)) > _MOST_LINES:
        return _differing(before, after)
    from difflib import SequenceMatcher  # no start of the window pays for it

    parts = [
        _differing("\n".join(old[first:last]) or _NONE, "\n".join(new[to_first:to_last]) or _NONE)
        for tag, first, last, to_first, to_last in SequenceMatcher(None, old, new).get_opcodes()
        if tag != "equal"
    ]
    return _GAP.join(part for part, _ in parts), _GAP.join(part for _, part in parts)


def _differing(before: str, after: str) -> tuple[str, str]:
    if not before or not after or max(len(before), len(after)) <= _SHORT:
        return before, after
    shorter = min(len(before), len(after))
    start = next((index for index in range(shorter) if before[index] != after[index]), shorter)
    rest = shorter - start
    end = next((index for index in range(rest) if before[-1 - index] != after[-1 - index]), rest)
    opening, closing = max(start - _AROUND, 0), max(end - _AROUND, 0)

    def part(text: str) -> str:
        return f"{'…' * bool(opening)}{text[opening : len(text) - closing]}{'…' * bool(closing)}"

    return part(before), part(after)
