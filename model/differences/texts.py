"""Where two texts differ, line by line, long lines cut down to the part that does; and two texts made from one as one."""

from __future__ import annotations

from typing import Final

from model.values.common_ends import common_ends

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
    parts = [
        _differing("\n".join(old[first:last]) or _NONE, "\n".join(there) or _NONE)
        for first, last, there in _changed_lines(old, new)
    ]
    return _GAP.join(part for part, _ in parts), _GAP.join(part for _, part in parts)


def merged_text(base: str, mine: str, theirs: str) -> str | None:
    """Both texts as one, where they changed other lines of the base; None where they changed the same or neighbouring ones."""
    was, here, there = (text.split("\n") for text in (base, mine, theirs))
    if max(map(len, (was, here, there))) > _MOST_LINES:
        return None
    own, others = _changed_lines(was, here), _changed_lines(was, there)
    if any(
        first <= other_last and other_first <= last
        for first, last, _ in own
        for other_first, other_last, _ in others
    ):
        return None
    lines: list[str] = []
    done = 0
    for first, last, changed in sorted((*own, *others)):
        lines += [*was[done:first], *changed]
        done = last
    return "\n".join([*lines, *was[done:]])


def _changed_lines(old: list[str], new: list[str]) -> list[tuple[int, int, list[str]]]:
    """The ranges of lines of the first text that are others in the second, with those."""
    from difflib import SequenceMatcher  # no start of the window pays for it

    return [
        (first, last, new[to_first:to_last])
        for tag, first, last, to_first, to_last in SequenceMatcher(None, old, new).get_opcodes()
        if tag != "equal"
    ]


def _differing(before: str, after: str) -> tuple[str, str]:
    if not before or not after or max(len(before), len(after)) <= _SHORT:
        return before, after
    start, end = common_ends(before, after)
    opening, closing = max(start - _AROUND, 0), max(end - _AROUND, 0)

    def part(text: str) -> str:
        return f"{'…' * bool(opening)}{text[opening : len(text) - closing]}{'…' * bool(closing)}"

    return part(before), part(after)
