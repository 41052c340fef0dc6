"""Moving several lines: none is lost or doubled, those that move keep their order, and the sheet nests to three levels."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from model.edits.move import Spot, move_lines, move_lines_to, outermost
from model.edits.structure import move_line
from model.request.lines import height, walk
from model.request.request import MAX_DEPTH, CostGroup, Line, Request
from tests.examples import examples
from tests.requests import requests
from tests.samples import with_lines

A, B, C, D = (Line(name, name) for name in "abcd")


def outline(request: Request) -> list[str]:
    """The lines of all tables, a dot for each level."""
    return ["." * depth + line.id for group in request.groups for line, depth in walk(group.lines)]


def ids(request: Request) -> list[str]:
    """The ids of all lines in the order of the sheet."""
    return [line.id for group in request.groups for line, _ in walk(group.lines)]


@settings(max_examples=examples(150))
@given(requests(tables_only=True), st.data())
def test_moved_lines_are_all_there(request: Request, data: st.DataObject) -> None:
    """Wherever lines are moved, each line is there once, those that move and those that stay keep their order."""
    names = [*ids(request), "gone"]
    parents = [*names, *(group.id for group in request.groups)]
    chosen = data.draw(st.lists(st.sampled_from(names), max_size=4))
    spot = Spot(data.draw(st.sampled_from(parents)), data.draw(st.sampled_from([None, *names])))
    edited = move_lines_to(request, chosen, spot)
    assert Counter(ids(edited)) == Counter(ids(request))
    assert all(height(line) <= MAX_DEPTH for group in edited.groups for line in group.lines)
    assert edited.commitments == request.commitments
    moving = {part.id for line in outermost(request, chosen) for part, _ in walk((line,))}
    for among in (moving, set(ids(request)) - moving):
        assert [each for each in ids(edited) if each in among] == [
            each for each in ids(request) if each in among
        ]
    assert (edited == request) is (edited is request)


@settings(max_examples=examples(100))
@given(requests(tables_only=True), st.data())
def test_one_step_keeps_every_line(request: Request, data: st.DataObject) -> None:
    """Lines moved by a step are all there, top lines in their order; a single one moves as it would alone."""
    names = [*ids(request), "gone"]
    chosen = data.draw(st.lists(st.sampled_from(names), max_size=4))
    step = data.draw(st.sampled_from([-1, 1]))
    edited = move_lines(request, chosen, step)  # type: ignore[arg-type]
    assert Counter(ids(edited)) == Counter(ids(request))
    tops = {line.id for group in request.groups for line in group.lines}.intersection(chosen)
    assert [each for each in ids(edited) if each in tops] == [each for each in ids(request) if each in tops]
    if len(chosen) == 1:
        assert edited == move_line(request, chosen[0], step)  # type: ignore[arg-type]


def two_tables() -> Request:
    """Two lines in one table, a line with a part in the next."""
    groups = (CostGroup("one", lines=(A, B)), CostGroup("two", lines=(replace(C, parts=(D,)),)))
    return replace(with_lines(), groups=groups)


@pytest.mark.parametrize(
    ("moved", "spot", "after"),
    [
        (["a"], Spot("one", None), ["b", "a", "c", ".d"]),
        (["a"], Spot("two", "c"), ["b", "a", "c", ".d"]),
        (["a", "b"], Spot("c", "d"), ["c", ".a", ".b", ".d"]),
        (["b", "a"], Spot("d", None), ["c", ".d", "..a", "..b"]),
        (["d"], Spot("one", "b"), ["a", "d", "b", "c"]),
        (["c", "d"], Spot("one", "a"), ["c", ".d", "a", "b"]),
        (["c"], Spot("a", None), ["a", ".c", "..d", "b"]),
        (["a"], Spot("one", "a"), ["a", "b", "c", ".d"]),
        (["a"], Spot("one", "b"), ["a", "b", "c", ".d"]),
        (["c"], Spot("d", None), ["a", "b", "c", ".d"]),
        (["c"], Spot("c", "d"), ["a", "b", "c", ".d"]),
        (["a"], Spot("gone", None), ["a", "b", "c", ".d"]),
        (["gone"], Spot("one", None), ["a", "b", "c", ".d"]),
    ],
)
def test_where_lines_go(moved: list[str], spot: Spot, after: list[str]) -> None:
    """Lines go before another, after the last, into another table, into and out of parts; never into themselves."""
    assert outline(move_lines_to(two_tables(), moved, spot)) == after


def test_no_fourth_level() -> None:
    """A line with parts does not become a part of a part."""
    deep = with_lines(replace(A, parts=(B,)), replace(C, parts=(D,)))
    assert move_lines_to(deep, ["c"], Spot("b", None)) is deep
    assert outline(move_lines_to(deep, ["d"], Spot("b", None))) == ["a", ".b", "..d", "c"]


def test_neighbours_move_as_one() -> None:
    """Two lines side by side pass their neighbour together; at the edge they go on together, or stay together."""
    groups = (CostGroup("one", lines=(A, B, C)), CostGroup("two", lines=(D,)))
    request = replace(with_lines(), groups=groups)
    down = move_lines(request, ["a", "b"], 1)
    assert outline(down) == ["c", "a", "b", "d"]
    over = move_lines(down, ["a", "b"], 1)
    assert [[line.id for line in group.lines] for group in over.groups] == [["c"], ["a", "b", "d"]]
    assert move_lines(over, ["a", "b"], -1) == down
    assert move_lines(request, ["a", "b"], -1) is request


def test_untouched_tables_stay_the_same_values() -> None:
    """A table that lines neither leave nor enter is the same value as before, so that its figures are reused."""
    groups = (*two_tables().groups, CostGroup("three", lines=(Line("e"),)))
    request = replace(two_tables(), groups=groups)
    assert move_lines_to(request, ["a"], Spot("two", None)).groups[2] is request.groups[2]
