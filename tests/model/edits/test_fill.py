"""Filling down: what a line's cell holds is copied whole, and nothing else changes."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from model.edits.paste import fill_lines
from model.request.lines import find, walk
from model.request.request import Line, Request
from tests.examples import examples
from tests.requests import requests
from tests.samples import with_lines


@settings(max_examples=examples(60))
@given(requests(), st.data())
def test_a_cell_is_copied_as_it_is_held(request: Request, data: st.DataObject) -> None:
    """The filled lines hold what the source holds, unreadable and blank alike; their other fields stay."""
    ids = [line.id for group in request.groups for line, _ in walk(group.lines)]
    if not ids:
        return
    source, targets = data.draw(st.sampled_from(ids)), data.draw(st.sets(st.sampled_from(ids)))
    filled = fill_lines(request, source, targets, ("amount",))
    first = find(request, source)
    assert first is not None
    for each in ids:
        before, after = find(request, each), find(filled, each)
        assert before is not None
        assert after is not None
        assert after.amount == (first.amount if each in targets else before.amount)
        assert (after.text, after.previous, after.remark) == (before.text, before.previous, before.remark)


def test_a_line_that_is_gone_fills_nothing() -> None:
    """Without a source, and from a line into itself, nothing changes."""
    request = with_lines(Line("a", "い", 1, 2), Line("b"))
    assert fill_lines(request, "gone", ["b"], ("text",)) is request
    assert fill_lines(request, "a", ["a"], ("text", "amount")) is request
