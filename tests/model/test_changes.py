"""What two requests share, how many fields they differ in, and the steps between them on disk."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from model.differences.changes import changes, count_changes
from model.differences.outline import outline_of
from model.document import document
from model.document.document import Document
from model.document.history import MOST, dump_history, load_history
from model.document.shared_parts import added_bytes, shared
from model.document.storage import dumps_compact, loads
from model.document.unsaved import Unsaved, dump_unsaved, load_unsaved
from model.edits.fields import set_value
from model.files.files import FileError
from model.request.request import Line, Request
from tests.samples import big, sample, standard

PLACES = (
    "header/name",
    "line/line-1-1/amount",
    "line/line-2-1/text",
    "request/amount",
    "funding/request/bond",
)
EDITS = st.lists(st.tuples(st.sampled_from(PLACES), st.integers(1, 10**9)), max_size=8)


def edited(edits: list[tuple[str, int]]) -> list[Request]:
    """The real sheet after each of these edits, the sheet itself first."""
    found = [sample()]
    for place, value in edits:
        is_text = place.endswith(("name", "text"))
        found.append(set_value(found[-1], place, f"名{value}" if is_text else value))
    return found


@given(EDITS)
def test_fields_that_differ_are_counted(edits: list[tuple[str, int]]) -> None:
    """Each field counts once, however often it was edited; what was typed back does not."""
    *_, after = edited(edits)
    assert count_changes(sample(), after) == len({place for place, _ in edits})
    assert count_changes(after, loads(dumps_compact(after), "x")) == 0
    assert count_changes(after, sample()) == count_changes(sample(), after)


def test_rows_that_are_added_or_moved() -> None:
    """A new row counts as one, wherever it stands; a row that stands elsewhere is moved, which counts too."""
    request = sample()
    group = request.groups[0]
    added = replace(request, groups=(replace(group, lines=group.lines[1:]), *request.groups[1:]))
    assert count_changes(request, added) == count_changes(added, request) == 1
    turned = replace(request, groups=(replace(group, lines=group.lines[::-1]), *request.groups[1:]))
    assert count_changes(request, turned) == len(group.lines) - 1


def reordered(request: Request, data: st.DataObject) -> Request:
    """The request with lines, tables and sections in any order, some of them gone, some new, some edited."""
    groups = []
    for group in data.draw(st.permutations(request.groups)):
        lines = [line for line in data.draw(st.permutations(group.lines)) if data.draw(st.booleans())]
        lines = [replace(line, text="別の名") if data.draw(st.booleans()) else line for line in lines]
        if data.draw(st.booleans()):
            lines.insert(data.draw(st.integers(0, len(lines))), Line(f"new-{group.id}", text="新しい行"))
        groups.append(replace(group, lines=tuple(lines)))
    sections = tuple(data.draw(st.permutations(request.sections)))
    return replace(request, groups=tuple(groups), sections=sections)


@given(st.data())
def test_what_is_shared_hides_no_change(data: st.DataObject) -> None:
    """However rows are moved, deleted, added and edited, as many changes are counted as all rows compared with all rows give."""
    before = reordered(sample(), data)
    after = reordered(before, data) if data.draw(st.booleans()) else edited(data.draw(EDITS))[-1]
    assert count_changes(before, after) == len(changes(outline_of(before), outline_of(after)))


@given(EDITS)
def test_equal_parts_are_shared(edits: list[tuple[str, int]]) -> None:
    """A request that was read again has the parts of the one beside it where they are equal, and is equal to what was read."""
    *_, after = edited(edits)
    read = loads(dumps_compact(after), "x")
    found = shared(sample(), read)
    assert found == after
    untouched = [group for group, old in zip(after.groups, sample().groups, strict=True) if group == old]
    kept = [group for group, old in zip(found.groups, sample().groups, strict=True) if group is old]
    assert len(kept) == len(untouched)
    assert shared(after, loads(dumps_compact(after), "x")) is after


@given(EDITS, EDITS)
def test_stored_steps_lead_back(first: list[tuple[str, int]], second: list[tuple[str, int]]) -> None:
    """Every step of a day is gone back to as it was, also those that were done before the program was started again."""
    opened = Document(sample(), standard())
    for request in edited(first)[1:]:
        opened.edit("前", request)
    content = b"1" * 32
    stored = load_history(dump_history(opened.history, content), content)
    again = Document(loads(dumps_compact(opened.request), "x"), standard())
    if stored is not None:
        again.continue_history(stored)
    for place, value in second:
        again.edit(
            "後",
            set_value(again.request, place, f"後{value}" if "/name" in place or "/text" in place else value),
        )
    both = load_history(dump_history(again.history, content, again.earlier), content)
    third = Document(loads(dumps_compact(again.request), "x"), standard())
    if both is not None:
        third.continue_history(both)
    states = [change.before for change in (*opened.history, *again.history)]
    while third.undo_label is not None:
        third.undo()
        assert third.request == states.pop()
    assert states == []
    assert load_history(dump_history(again.history, content), b"2" * 32) is None, "of another content"


def test_stored_steps_are_bounded() -> None:
    """No more than a hundred steps are stored; damaged ones are none."""
    opened = Document(sample(), standard())
    for number in range(MOST + 20):
        opened.edit("x", set_value(opened.request, "header/name", f"名{number}"))
    data = dump_history(opened.history, b"1" * 32)
    stored = load_history(data, b"1" * 32)
    assert stored is not None
    assert len(stored.rest) == MOST
    assert load_history(data[:-5], b"1" * 32) is None
    assert load_history(b"", b"1" * 32) is None
    assert stored.take_back(replace(sample(), sections=())) is None, "they do not lead to this request"


def test_history_is_bounded_by_its_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """A thousand lines pasted again and again are a few steps of undo; a figure typed is a thousandth of that."""
    small = Document(big(1_000), standard())
    small.edit("x", set_value(small.request, "line/line-1/amount", 5))
    one = small.history[0].size
    request = big(1_000)
    assert one * 100 < added_bytes(None, request)
    opened = Document(request, standard())
    opened.edit("貼り付け", loads(dumps_compact(set_value(request, "header/name", "名")), "x"))
    monkeypatch.setattr(document, "MOST_BYTES", opened.history[0].size * 7 // 2)
    for number in range(6):
        fresh = loads(dumps_compact(request), "x")
        opened.edit("貼り付け", set_value(fresh, "header/name", f"名{number}"))
    assert len(opened.history) == 3
    while opened.undo_label is not None:
        opened.undo()
    assert opened.request.header.name == "名2"


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=20), st.none() | st.integers(0, 50))
def test_copy_of_unsaved_work(name: str, differences: int | None) -> None:
    """A copy is read as it was written, also that of an earlier version of the program, which is the request's file."""
    from datetime import datetime

    now = datetime(2026, 10, 1, 9, 30)
    file = Path("/f") / f"a{name.replace(chr(0), '')}\udcff"  # also a name that is no text
    work = Unsaved(sample(), file, b"12", differences)
    assert load_unsaved(dump_unsaved(work, now), "x") == (work, now)
    begun = replace(work, base=set_value(sample(), "header/name", name))
    assert load_unsaved(dump_unsaved(begun, now), "x") == (begun, now), "with what it began from"
    assert load_unsaved(dumps_compact(sample()), "x") == (Unsaved(sample()), None)
    for cut in (0, 1, 20, 200):
        try:
            load_unsaved(dump_unsaved(work, now)[:-cut] if cut else b"", "x")
        except FileError:
            continue
        raise AssertionError("a damaged copy was read")
