"""Reuse of results for parts that did not change."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from model.incremental.reuse import Kept, changed_span, map_reusing


class Part:
    """A part with an identity of its own."""

    def __init__(self, value: int) -> None:
        self.value = value


@given(st.lists(st.integers(0, 9), max_size=10), st.data())
def test_reuse_never_changes_the_result(before: list[int], data: st.DataObject) -> None:
    """What was computed before an edit changes how fast the next result comes, never the result."""
    old = tuple(Part(value) for value in before)
    fresh = st.builds(Part, st.integers(10, 19))
    kept = st.sampled_from(old) if old else fresh
    new = tuple(data.draw(st.lists(kept | fresh, max_size=12)))
    computed = map_reusing(lambda part: part.value * 2, new, old, tuple(part.value * 2 for part in old))
    assert computed == tuple(part.value * 2 for part in new)


@given(st.integers(1, 30), st.data())
def test_one_changed_part_is_one_computation(length: int, data: st.DataObject) -> None:
    """Where one of many parts is replaced, one result is computed anew."""
    old = tuple(Part(value) for value in range(length))
    at = data.draw(st.integers(0, length - 1))
    new = (*old[:at], Part(100), *old[at + 1 :])
    computed: list[Part] = []
    map_reusing(lambda part: computed.append(part), new, old, (None,) * length)
    assert computed == [new[at]]


def test_equal_parts_of_another_identity_are_no_reuse() -> None:
    """Parts are told apart by identity: equal values that are other objects count as changed."""
    assert changed_span(([1], [2]), ([1], [2])) == (0, 0)


def test_head_and_tail_never_overlap() -> None:
    """A part that stood twice and now stands once is counted in the head or in the tail, not in both."""
    part = object()
    assert changed_span((part,), (part, part)) == (1, 0)
    assert changed_span((part, part), (part,)) == (1, 0)


@given(st.lists(st.integers(0, 9), max_size=600), st.data())
def test_kept_finds_what_a_filter_finds(before: list[int], data: st.DataObject) -> None:
    """What was found before an edit changes how fast the next result comes, never the result."""
    kept: Kept[Part, Part] = Kept(lambda part: (part,) if part.value % 3 == 0 else ())
    old = tuple(map(Part, before))
    assert kept.of("table", old) == tuple(part for part in old if part.value % 3 == 0)
    at, end = sorted(data.draw(st.integers(0, len(old))) for _ in range(2))
    come = tuple(map(Part, data.draw(st.lists(st.integers(0, 9), max_size=4))))
    for new in ((*old[:at], *come, *old[end:]), old, ()):
        assert kept.of("table", new) == tuple(part for part in new if part.value % 3 == 0)
        assert kept.of("other", new) == tuple(part for part in new if part.value % 3 == 0)


def test_kept_looks_at_what_changed_only() -> None:
    """Of 1,000 parts of which one is replaced, one is looked at; of the same ones none."""
    looked: list[Part] = []
    kept: Kept[Part, Part] = Kept(lambda part: looked.append(part) or (part,))
    old = tuple(map(Part, range(1_000)))
    kept.of("table", old)
    looked.clear()
    new = (*old[:500], Part(7), *old[501:])
    kept.of("table", new)
    kept.of("table", new)
    assert looked == [new[500]]
