"""Where two texts differ, line by line, long lines cut down to the parts that do; and two texts made from one as one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise
from typing import Final, TypeAlias

from model.values.common_ends import common_ends

_AROUND: Final = 12  # characters that are shown on either side of what differs
_SHORT: Final = 80  # characters of a text that is shown whole
_MOST_LINES: Final = 1_000  # of texts whose lines are compared; in longer ones one part is shown
_GAP: Final = "\n…\n"
_NONE: Final = "（なし）"
_Span: TypeAlias = tuple[int, int]
_BREAKS: Final = frozenset("、。，．\n 　")


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
    """The parts of two lines that differ, each with what stands around it; what stands between them is left out."""
    if not before or not after or max(len(before), len(after)) <= _SHORT:
        return before, after
    spans = _changed_spans(before, after, *map(_clauses, (before, after)))
    if not spans:
        return "", ""
    was, now = _parts(before, [span for span, _ in spans]), _parts(after, [span for _, span in spans])
    if was == now:  # signs of the text look like what stands for the rest
        ((old, new),) = _changed_spans(before, after, [before], [after])
        was, now = _parts(before, [old]), _parts(after, [new])
    return was, now


def _clauses(text: str) -> list[str]:
    """A text in pieces that each end with a comma, a stop or a blank."""
    ends = [index + 1 for index, character in enumerate(text) if character in _BREAKS]
    return [text[start:end] for start, end in pairwise((0, *ends, len(text))) if start < end]


def _changed_spans(before: str, after: str, old: list[str], new: list[str]) -> list[tuple[_Span, _Span]]:
    """Where two texts in pieces differ: in the first, and in the second."""
    from difflib import SequenceMatcher  # no start of the window pays for it

    if max(len(old), len(new)) > _MOST_LINES:
        old, new = [before], [after]
    starts, others = ([0, *accumulate(map(len, pieces))] for pieces in (old, new))
    spans: list[tuple[_Span, _Span]] = []
    for first, last, to_first, to_last in _apart(SequenceMatcher(None, old, new).get_opcodes()):
        was, now = before[starts[first] : starts[last]], after[others[to_first] : others[to_last]]
        head, tail = common_ends(was, now)
        begin, to_begin = starts[first] + head, others[to_first] + head
        if spans and begin - spans[-1][0][1] <= 2 * _AROUND:
            (begin, _), (to_begin, _) = spans.pop()
        spans.append(((begin, starts[last] - tail), (to_begin, others[to_last] - tail)))
    return spans


def _apart(codes: Iterable[tuple[str, int, int, int, int]]) -> Iterator[tuple[int, int, int, int]]:
    """The pieces that are others, one by one where as many are there as were before."""
    for tag, first, last, to_first, to_last in codes:
        count = last - first
        if tag == "replace" and count == to_last - to_first:
            yield from (
                (first + index, first + index + 1, to_first + index, to_first + index + 1)
                for index in range(count)
            )
        elif tag != "equal":
            yield first, last, to_first, to_last


def _parts(text: str, spans: list[_Span]) -> str:
    """Some parts of a text with a few characters around each."""
    parts = [text[max(begin - _AROUND, 0) : end + _AROUND] for begin, end in spans]
    opening, closing = spans[0][0] > _AROUND, spans[-1][1] + _AROUND < len(text)
    return f"{'…' * opening}{'…'.join(parts)}{'…' * closing}"
