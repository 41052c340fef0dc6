"""Edits of the sheet's shape: no line is lost or doubled, and the sheet nests to three levels."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from model.edits import structure
from model.request.lines import change_lines, find, height, walk
from model.request.multi_year import Commitment
from model.request.parts import add_part, delete_part
from model.request.request import MAX_DEPTH, CostGroup, Line, Request
from tests.examples import examples
from tests.requests import requests
from tests.samples import one_line, sample, with_lines

A, B, C, D = (Line(name, name) for name in "abcd")


def outline(request: Request) -> list[str]:
    """The lines of all tables, a dot for each level."""
    return ["." * depth + line.id for group in request.groups for line, depth in walk(group.lines)]


def rows(request: Request) -> list[Line]:
    """Every line without its parts, in the order of the sheet."""
    return [replace(line, parts=()) for group in request.groups for line, _ in walk(group.lines)]


def some_line(data: st.DataObject, request: Request) -> str:
    """The id of one of the lines, or of none."""
    ids = [line.id for line in rows(request)]
    return data.draw(st.sampled_from([*ids, "gone"]))


@settings(max_examples=examples(60))
@given(requests(tables_only=True), st.data())
def test_moved_lines_are_all_there(request: Request, data: st.DataObject) -> None:
    """Moving, indenting and outdenting keep every line, once, within three levels, and its commitments."""
    line_id = some_line(data, request)
    edit = data.draw(st.sampled_from(["up", "down", "indent", "outdent"]))
    edited = {
        "up": lambda: structure.move_line(request, line_id, -1),
        "down": lambda: structure.move_line(request, line_id, 1),
        "indent": lambda: structure.indent_line(request, line_id),
        "outdent": lambda: structure.outdent_line(request, line_id),
    }[edit]()
    assert Counter(line.id for line in rows(edited)) == Counter(line.id for line in rows(request))
    assert {line.id: line for line in rows(edited)} == {line.id: line for line in rows(request)}
    assert all(height(line) <= MAX_DEPTH for group in edited.groups for line in group.lines)
    assert edited.commitments == request.commitments
    if edit in ("indent", "outdent"):
        assert rows(edited) == rows(request)


@settings(max_examples=examples(60))
@given(requests(tables_only=True), st.data())
def test_indent_and_outdent_change_one_level(request: Request, data: st.DataObject) -> None:
    """An indented line stands one level deeper, an outdented one level higher, or nothing changed."""
    line_id = some_line(data, request)
    level = {line.id: depth for group in request.groups for line, depth in walk(group.lines)}
    for edit, by in ((structure.indent_line, 1), (structure.outdent_line, -1)):
        edited = edit(request, line_id)
        after = {line.id: depth for group in edited.groups for line, depth in walk(group.lines)}
        assert (edited is request and after == level) or after[line_id] == level[line_id] + by


@settings(max_examples=examples(60))
@given(requests(tables_only=True), st.data())
def test_moving_there_and_back(request: Request, data: st.DataObject) -> None:
    """A line that moved down and up again stands where it stood."""
    line_id = some_line(data, request)
    for there, back in ((1, -1), (-1, 1)):
        moved = structure.move_line(request, line_id, there)  # type: ignore[arg-type]
        assert moved is request or structure.move_line(moved, line_id, back) == request  # type: ignore[arg-type]


@settings(max_examples=examples(60))
@given(requests(tables_only=True), st.data())
def test_inserted_line_is_one_more(request: Request, data: st.DataObject) -> None:
    """An inserted line is the only change, next to the line it was inserted at."""
    line_id, new, below = some_line(data, request), Line("new", "新規"), data.draw(st.booleans())
    edited = structure.insert_line(request, line_id, new, below=below)
    if line_id == "gone":
        assert edited is request
        return
    kept = [line for line in rows(edited) if line.id != "new"]
    assert kept == rows(request)
    assert structure.delete_lines(edited, ["new"]) == request


@settings(max_examples=examples(60))
@given(requests(tables_only=True), st.data())
def test_deleted_lines_and_what_hangs_on_them(request: Request, data: st.DataObject) -> None:
    """With a line go its parts and the commitments of all of them, and nothing else."""
    doomed = {some_line(data, request) for _ in range(data.draw(st.integers(0, 4)))}
    gone = {
        part.id
        for group in request.groups
        for line, _ in walk(group.lines)
        if line.id in doomed
        for part, _ in walk((line,))
    }
    edited = structure.delete_lines(request, doomed)
    assert rows(edited) == [line for line in rows(request) if line.id not in gone]
    assert list(edited.commitments) == [
        commitment for commitment in request.commitments if commitment.line not in gone
    ]
    assert (edited is request) is (not gone)


def test_line_moves_among_its_siblings() -> None:
    """A line moves past its neighbour, with its parts."""
    request = with_lines(replace(A, parts=(C,)), B)
    assert outline(structure.move_line(request, "a", 1)) == ["b", "a", ".c"]
    assert outline(structure.move_line(request, "b", -1)) == ["b", "a", ".c"]


def test_line_moves_into_the_next_table() -> None:
    """From the edge of its table a line goes on into the next, and at the end of the sheet it stays."""
    request = replace(with_lines(A, B), groups=(CostGroup("one", lines=(A, B)), CostGroup("two", lines=(C,))))
    down = structure.move_line(request, "b", 1)
    assert [[line.id for line in group.lines] for group in down.groups] == [["a"], ["b", "c"]]
    assert structure.move_line(down, "b", -1) == request
    up = structure.move_line(request, "c", -1)
    assert [[line.id for line in group.lines] for group in up.groups] == [["a", "b", "c"], []]
    assert structure.move_line(request, "a", -1) is request
    assert structure.move_line(request, "c", 1) is request


def test_part_stays_with_its_line() -> None:
    """A part moves among the parts of its line, not out of it."""
    request = with_lines(A, replace(B, parts=(C, D)))
    assert outline(structure.move_line(request, "d", -1)) == ["a", "b", ".d", ".c"]
    assert structure.move_line(request, "c", -1) is request
    assert structure.move_line(request, "d", 1) is request


def test_line_becomes_the_last_part_of_the_line_above() -> None:
    """Indenting keeps the rows in their order: the line follows the parts that are there."""
    request = with_lines(replace(A, parts=(C,)), replace(B, parts=(D,)))
    assert outline(structure.indent_line(request, "b")) == ["a", ".c", ".b", "..d"]


def test_three_levels_are_the_most() -> None:
    """A line that would take its parts to a fourth level stays, and so does a first line."""
    deep = with_lines(A, replace(B, parts=(replace(C, parts=(D,)),)))
    assert structure.indent_line(deep, "b") is deep
    assert structure.indent_line(deep, "d") is deep
    assert structure.indent_line(deep, "a") is deep
    third = with_lines(replace(A, parts=(replace(B, parts=(C, D)),)))
    assert structure.indent_line(third, "d") is third


def test_raised_part_takes_what_follows_it() -> None:
    """Outdenting a part makes the parts below it its own, so that the rows stay as they are."""
    request = with_lines(replace(A, parts=(B, C, D)))
    assert outline(structure.outdent_line(request, "c")) == ["a", ".b", "c", ".d"]
    assert outline(structure.outdent_line(request, "b")) == ["a", "b", ".c", ".d"]
    assert structure.outdent_line(request, "a") is request


def test_part_of_a_part_is_raised_one_level() -> None:
    """Outdenting takes one level at a time."""
    request = with_lines(replace(A, parts=(replace(B, parts=(C,)), D)))
    once = structure.outdent_line(request, "c")
    assert outline(once) == ["a", ".b", ".c", ".d"]
    assert outline(structure.outdent_line(once, "c")) == ["a", ".b", "c", ".d"]


def test_commitment_of_a_part_goes_with_its_line() -> None:
    """Deleting a line leaves no commitment tied to a part that is gone."""
    request = replace(
        with_lines(replace(A, parts=(B,)), C),
        commitments=(Commitment("x", "b"), Commitment("y", "c"), Commitment("z")),
    )
    left = structure.delete_lines(request, ["a"])
    assert [commitment.id for commitment in left.commitments] == ["y", "z"]


def test_deleting_a_line_and_its_own_part() -> None:
    """A selection that holds a line and its part deletes both, once."""
    assert outline(structure.delete_lines(with_lines(replace(A, parts=(B,)), C), ["b", "a"])) == ["c"]


def test_deletion_leaves_the_others_alone() -> None:
    """Tables without a deleted line keep their identity."""
    edited = structure.delete_lines(sample(), ["line-3-3"])
    assert [new is old for new, old in zip(edited.groups, sample().groups, strict=True)] == [
        True,
        True,
        False,
        True,
        True,
    ]
    assert edited.commitments is sample().commitments


def test_groups_are_added_moved_and_deleted() -> None:
    """Tables are added after another or at the end, moved as a whole, and deleted with their commitments."""
    added = structure.add_group(sample(), CostGroup("new"), after="group-1")
    assert [group.id for group in added.groups][:3] == ["group-1", "new", "group-2"]
    assert [group.id for group in structure.add_group(sample(), CostGroup("new")).groups][-1] == "new"
    moved = structure.move_group(added, "new", 1)
    assert [group.id for group in moved.groups][:3] == ["group-1", "group-2", "new"]
    assert structure.move_group(sample(), "group-1", -1) == sample()
    assert structure.delete_group(added, "new") == sample()
    without = structure.delete_group(sample(), "group-3")
    assert [commitment.id for commitment in without.commitments] == ["commitment-1"]
    assert len(without.groups) == 4
    assert structure.delete_group(sample(), "gone") is sample()


def test_lines_are_appended() -> None:
    """New lines stand below the others of their table; nothing appended, or no such table, is no edit."""
    assert outline(structure.append_lines(with_lines(A), "table", B)) == ["a", "b"]
    assert outline(structure.append_lines(with_lines(A), "table", B, C)) == ["a", "b", "c"]
    assert structure.append_lines(with_lines(A), "table") == with_lines(A)
    assert structure.append_lines(sample(), "gone", A) is sample()


def test_sections_are_added_moved_and_deleted() -> None:
    """A section of the writer's own stands in its frame; the one with the cost tables cannot be deleted."""
    added = structure.add_section(sample(), "content", "own")
    assert [section.id for section in added.sections] == [
        "section-1",
        "section-2",
        "own",
        "section-3",
        "section-4",
    ]
    assert structure.delete_section(added, "own") == sample()
    assert structure.delete_section(sample(), "section-2") == sample()


def test_section_moves_within_its_frame() -> None:
    """事業内容 and これまでの取組と成果 keep their sections apart."""
    order = [section.id for section in structure.move_section(sample(), "section-1", 1).sections]
    assert order == ["section-2", "section-1", "section-3", "section-4"]
    assert structure.move_section(sample(), "section-2", 1) is sample()
    assert structure.move_section(sample(), "section-3", -1) is sample()
    assert structure.move_section(sample(), "gone", 1) is sample()


def test_commitments_are_added_and_deleted() -> None:
    """A commitment comes last and goes alone."""
    added = add_part(sample(), Commitment("new", "line-1-1", "H32"))
    assert added.commitments[-1].id == "new"
    assert delete_part(added, Commitment, "new") == sample()


def test_many_lines_are_changed_in_one_pass() -> None:
    """Fields of several lines and parts are set at once; lines that do not change keep their identity."""
    request = with_lines(replace(A, parts=(B,)), C, D)
    changed = change_lines(request, {"b": {"amount": 1}, "c": {"text": "c"}, "gone": {"amount": 2}})
    line = find(changed, "b")
    assert line is not None
    assert line.amount == 1
    assert [
        new is old for new, old in zip(changed.groups[0].lines, request.groups[0].lines, strict=True)
    ] == [False, True, True]
    assert change_lines(request, {"c": {"text": "c"}}) is request


@pytest.mark.parametrize("line_id", ["", "gone"])
def test_line_that_is_gone(line_id: str) -> None:
    """An edit of a line that is gone is no edit."""
    request = one_line()
    assert structure.move_line(request, line_id, 1) is request
    assert structure.indent_line(request, line_id) is request
    assert structure.outdent_line(request, line_id) is request
    assert structure.delete_lines(request, [line_id]) is request
