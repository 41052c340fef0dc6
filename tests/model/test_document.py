"""The one door for change: undo, redo, merging of keystrokes, the saved mark, and what a snapshot holds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from model.document.document import MOST_STEPS, Document, Snapshot, take_snapshot
from model.edits import structure
from model.edits.fields import set_value, type_text
from model.edits.paste import LINE_COLUMNS, paste_lines
from model.request.multi_year import Commitment
from model.request.parts import add_part, delete_part
from model.request.request import CostGroup, Line, Request
from tests.examples import costly_examples
from tests.requests import edited, requests
from tests.samples import declared_sample, empty, one_line, sample, snapshot, standard

NAME = "header/name"

EDITS: dict[str, Request] = {
    "amount": type_text(sample(), "line/line-1-1/amount", "5"),
    "unreadable amount": type_text(sample(), "line/line-1-1/amount", "約3百"),
    "text": type_text(sample(), "section/section-1/text", "概要"),
    "people": type_text(sample(), "headcount/request/regular", "2.0"),
    "declared": type_text(sample(), "request/amount", "1"),
    "fiscal year": type_text(sample(), "header/fiscal_year", "R9"),
    "insert line": structure.insert_line(sample(), "line-1-1", Line("new"), below=True),
    "append line": structure.append_lines(sample(), "group-1", Line("new")),
    "delete lines": structure.delete_lines(sample(), ["line-1-5", "line-2-1"]),
    "move line": structure.move_line(sample(), "line-1-1", 1),
    "move line to the next table": structure.move_line(sample(), "line-1-5", 1),
    "indent": structure.indent_line(sample(), "line-1-2"),
    "outdent": structure.outdent_line(sample(), "line-2-1-1"),
    "add table": structure.add_group(sample(), CostGroup("new")),
    "delete table": structure.delete_group(sample(), "group-3"),
    "move table": structure.move_group(sample(), "group-1", 1),
    "add section": structure.add_section(sample(), "results", "new"),
    "delete section": structure.delete_section(sample(), "section-1"),
    "move section": structure.move_section(sample(), "section-1", 1),
    "add commitment": add_part(sample(), Commitment("new", "line-1-1", "H32")),
    "delete commitment": delete_part(sample(), Commitment, "commitment-1"),
    "paste": paste_lines(sample(), "group-5", ["line-5-2"], LINE_COLUMNS, [["甲", "1"], ["乙", "2"]]),
    "import": one_line(),
}


def same(one: Snapshot, other: Snapshot) -> bool:
    """Whether two snapshots say the same of the same request."""
    return (one.request, one.totals, one.findings.all) == (other.request, other.totals, other.findings.all)


@pytest.mark.parametrize("request_", EDITS.values(), ids=EDITS)
def test_undo_and_redo(request_: Request) -> None:
    """Undo of any edit gives the sheet as it was before, redo the sheet as it was after, figures and findings too."""
    document = Document(sample(), standard())
    before = document.snapshot
    document.edit("編集", request_)
    after = document.snapshot
    assert document.request is request_
    assert not same(before, after)
    assert (document.undo_label, document.redo_label) == ("編集", None)
    document.undo()
    assert same(document.snapshot, before)
    assert (document.undo_label, document.redo_label) == (None, "編集")
    document.redo()
    assert same(document.snapshot, after)
    document.undo()
    assert document.request is sample()
    assert not document.is_modified


@settings(max_examples=costly_examples(50))
@given(requests(), st.data())
def test_what_was_before_never_changes_the_result(request: Request, data: st.DataObject) -> None:
    """Through any edits, undos and redos the totals and findings are those of the request looked at afresh."""
    document = Document(request, standard())
    states = [take_snapshot(document.request, standard())]  # each looked at afresh
    for _ in range(data.draw(st.integers(1, 4))):
        document.edit("編集", data.draw(edited(document.request)))
        if document.request is not states[-1].request:
            states.append(take_snapshot(document.request, standard()))
        assert same(document.snapshot, states[-1])
    for state in reversed(states[:-1]):
        document.undo()
        assert document.request == state.request
        assert same(document.snapshot, state)
    assert document.undo_label is None
    for state in states[1:]:
        document.redo()
        assert document.request == state.request
        assert same(document.snapshot, state)
    assert document.redo_label is None


@settings(max_examples=costly_examples(25))
@given(requests(), requests())
def test_figures_of_another_request_are_not_taken_over(request: Request, other: Request) -> None:
    """Also where one request replaces another with the same ids, as an import does, nothing old is kept."""
    document = Document(request, standard())
    document.edit("取り込み", other)
    assert same(document.snapshot, take_snapshot(other, standard()))


def typed(document: Document, *texts: str, where: str = NAME) -> None:
    """Keystrokes in a field, each as the field then reads."""
    for text in texts:
        document.edit("入力", set_value(document.request, where, text), merge=where)


def test_keystrokes_of_a_field_are_one_step() -> None:
    """Typing 「予算」 letter by letter is taken back at once."""
    document = Document(sample(), standard())
    typed(document, "よ", "よさ", "よさん", "予算")
    assert document.request.header.name == "予算"
    document.undo()
    assert document.request is sample()
    document.redo()
    assert document.request.header.name == "予算"
    assert document.redo_label is None


def test_leaving_a_field_ends_its_step() -> None:
    """What is typed after coming back to the field is a step of its own."""
    document = Document(sample(), standard())
    typed(document, "一", "一号")
    document.seal()
    typed(document, "二", "二号")
    document.undo()
    assert document.request.header.name == "一号"
    document.undo()
    assert document.request is sample()


def test_another_field_begins_another_step() -> None:
    """Keystrokes in two fields are two steps, also without leaving told, and going back begins a third."""
    document = Document(sample(), standard())
    typed(document, "一")
    typed(document, "副", where="header/subtitle")
    typed(document, "二")
    names = []
    while document.undo_label:
        document.undo()
        names.append((document.request.header.name, document.request.header.subtitle))
    assert names == [("一", "副"), ("一", ""), (sample().header.name, "")]


def test_edit_without_a_field_is_its_own_step() -> None:
    """A line deleted between two keystrokes is not merged with them."""
    document = Document(sample(), standard())
    typed(document, "一")
    document.edit("行の削除", structure.delete_lines(document.request, ["line-1-1"]))
    typed(document, "一号")
    assert document.undo_label == "入力"
    document.undo()
    assert document.undo_label == "行の削除"
    document.undo()
    assert document.request.header.name == "一"


def test_typed_back_is_nothing_done() -> None:
    """A field typed back to what it was leaves no step and no unsaved change."""
    document = Document(sample(), standard())
    typed(document, "x", "xy", sample().header.name)
    assert document.request is sample()
    assert not document.is_modified
    assert document.undo_label is None
    typed(document, "z")
    document.undo()
    assert document.request is sample()


def test_undo_ends_the_step() -> None:
    """What is typed after an undo is not merged with what was undone before it."""
    document = Document(sample(), standard())
    typed(document, "一")
    document.seal()
    typed(document, "二")
    document.undo()
    typed(document, "三")
    document.undo()
    assert document.request.header.name == "一"


def test_new_edit_after_undo_ends_redo() -> None:
    """Once something else is done, what was undone cannot be done again."""
    document = Document(sample(), standard())
    typed(document, "一")
    document.undo()
    typed(document, "二", where="header/subtitle")
    assert document.redo_label is None
    document.redo()
    assert document.request.header.subtitle == "二"


@pytest.mark.parametrize("merge", [None, NAME])
def test_edit_to_the_same_is_no_edit(merge: str | None) -> None:
    """An edit that changes nothing is no step, tells nobody and keeps what can be redone."""
    document = Document(sample(), standard())
    typed(document, "一")
    document.undo()
    told: list[Snapshot] = []
    document.subscribe(told.append)
    document.edit("移動", structure.move_line(document.request, "line-1-1", -1), merge)
    document.edit("同じ", set_value(set_value(sample(), NAME, "x"), NAME, sample().header.name), merge)
    assert (document.undo_label, document.redo_label, told) == (None, "入力", [])
    document.redo()
    assert document.request.header.name == "一"


def test_an_edit_that_changes_nothing_ends_the_step() -> None:
    """What is typed behind it is another step, and those who wait for the end of the typing are told."""
    document = Document(sample(), standard())
    typed(document, "一")
    told: list[bool] = []
    document.when_sealed(lambda: told.append(True))
    document.edit("同じ", document.request)
    typed(document, "一二")
    document.undo()
    assert (document.request.header.name, told) == ("一", [True])


def test_nothing_to_undo_or_redo() -> None:
    """Undo of a new document and redo without undo do nothing, and tell nobody."""
    document = Document(sample(), standard())
    told: list[Snapshot] = []
    document.subscribe(told.append)
    document.undo()
    document.redo()
    assert told == []
    assert document.request is sample()


def test_saved_mark(tmp_path: Path) -> None:
    """Modified is what is not in the file: also after an undo past the saving, and no more after the redo."""
    document = Document(sample(), standard())
    assert not document.is_modified
    typed(document, "一")
    assert document.is_modified
    document.mark_saved(tmp_path / "一.yosan")
    assert not document.is_modified
    assert document.path == tmp_path / "一.yosan"
    document.undo()
    assert document.is_modified
    document.redo()
    assert not document.is_modified


def test_saving_ends_the_step(tmp_path: Path) -> None:
    """What is typed after saving is taken back to the saved state, not past it."""
    document = Document(sample(), standard())
    typed(document, "一")
    document.mark_saved(tmp_path / "x.yosan")
    typed(document, "一号")
    document.undo()
    assert document.request.header.name == "一"
    assert not document.is_modified


def test_everybody_is_told_every_change(tmp_path: Path) -> None:
    """Each edit, undo, redo and saving makes one snapshot, the same for all who listen."""
    document = Document(sample(), standard())
    one: list[Snapshot] = []
    other: list[Snapshot] = []
    document.subscribe(one.append)
    document.subscribe(other.append)
    typed(document, "一")
    document.undo()
    document.redo()
    document.mark_saved(tmp_path / "x.yosan")
    assert [each.request.header.name for each in one] == ["一", sample().header.name, "一", "一"]
    assert all(mine is theirs for mine, theirs in zip(one, other, strict=True))
    assert document.snapshot is one[-1]


def test_snapshot_holds_what_is_true() -> None:
    """A snapshot has the request, its figures, its findings and the Standard of one moment."""
    found = snapshot(set_value(declared_sample(), "request/amount", 1))
    assert found.request.declared["request/amount"] == found.totals.amount.value == 1
    assert [finding.place for finding in found.findings.errors] == ["request/amount"]
    assert found.standard is standard()


def test_keystrokes_are_dropped() -> None:
    """Esc gives the field back what it held before the typing, and leaves nothing to do again."""
    document = Document(sample(), standard())
    typed(document, "副", where="header/subtitle")
    typed(document, "よ", "よさ")
    document.cancel(NAME)
    assert document.request.header == replace(sample().header, subtitle="副")
    assert (document.undo_label, document.redo_label) == ("入力", None)
    document.undo()
    assert document.request is sample()


@pytest.mark.parametrize("leave", [Document.seal, Document.undo, lambda document: document.cancel(NAME)])
def test_nothing_to_drop(leave: Callable[[Document], None]) -> None:
    """Esc in a field that was left, in another field, or twice takes nothing back."""
    document = Document(sample(), standard())
    typed(document, "一")
    document.cancel("header/subtitle")
    assert document.request.header.name == "一"
    leave(document)
    before = document.snapshot
    document.cancel(NAME)
    assert document.snapshot is before


def test_history_keeps_the_last_steps() -> None:
    """Five hundred steps can be taken back, one by one, and no more: the history of a long day does not fill the memory."""
    document = Document(empty(), standard())
    states = [document.request]
    for number in range(MOST_STEPS + 20):
        document.edit("編集", type_text(document.request, NAME, str(number)))
        document.seal()
        states.append(document.request)
    undone = 0
    while document.undo_label is not None:
        document.undo()
        undone += 1
        assert document.request is states[-1 - undone]
    assert undone == MOST_STEPS
    while document.redo_label is not None:
        document.redo()
    assert document.request is states[-1]


def test_saved_state_that_left_the_history() -> None:
    """A request whose saved state can no longer be reached by undo stays modified, however far it is undone."""
    document = Document(empty(), standard())
    for number in range(MOST_STEPS + 1):
        document.edit("編集", type_text(document.request, NAME, str(number)))
        document.seal()
    while document.undo_label is not None:
        document.undo()
    assert document.request.header.name == "0"
    assert document.is_modified
