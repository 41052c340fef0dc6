"""質問票: every question has a box; what is typed in it is kept in the request, and counted on the tab."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from model.document.document import Document
from model.request.request import Request
from model.standard.parts import Rule
from tests.samples import sample, set_values, with_rule
from tests.ui.desk import Desk
from tests.ui.hands import CONTROL, SHIFT, Key, commit, compose, focused, press, type_text
from ui.findings.question_pane import QuestionBox, QuestionPane
from ui.window.main_window import MainWindow

# Two fields that cannot be read, asked about in place of told of: the Standard decides which rules ask.
ASKED = (("assessment/held", "約1"), ("assessment/separate", "約2"))


def asking() -> Request:
    """The real sheet with what is asked about."""
    return set_values(sample(), ASKED)


@pytest.fixture
def pane(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Iterator[QuestionPane]:
    """The 質問票 of a Standard that asks what ours tells."""
    monkeypatch.setattr(desk.files, "standard", with_rule("amount", Rule("question")))
    desk.open(asking())
    return desk.view.questions


def to_questions() -> None:
    """Ctrl+Shift+Q."""
    press(Key.Key_Q, modifiers=CONTROL | SHIFT)


def boxes(pane: QuestionPane) -> list[QuestionBox]:
    """The boxes in their order."""
    return pane.boxes


def tab(desk: Desk) -> str:
    """The words of the tab."""
    return desk.view.side.tabs.tabText(1)


def test_questions_are_counted_and_no_findings(pane: QuestionPane, desk: Desk) -> None:
    """The tab says how many are answered of how many; a question is in no list of findings and marks no field."""
    own = [question for question in desk.snapshot.findings.questions if question.rule == "amount"]
    assert len(own) == 2
    answered, asked = tab(desk).removeprefix("質問票 ").split("/")
    assert (answered, int(asked)) == ("0", len(desk.snapshot.findings.questions))
    assert "assessment/held" not in [finding.place for finding in desk.snapshot.findings.all]
    assert desk.field("assessment/held").note.severity is None


def test_an_answer_by_keyboard(pane: QuestionPane, desk: Desk) -> None:
    """Ctrl+Shift+Q goes to the first question without an answer; what is typed is kept as one step; the tab counts it."""
    to_questions()
    box = next(each for each in boxes(pane) if each.editor is focused())
    assert box.state.text() == "未回答"
    type_text("abc")
    assert [answer.text for answer in desk.request.answers] == ["abc"]
    assert desk.document.undo_label == "質問への答えの入力"
    desk.pause()
    assert box.state.text() == "✓ 済"
    assert tab(desk).startswith("質問票 1/")
    desk.undo()

    assert desk.request.answers == ()
    assert box.editor.toPlainText() == ""
    assert focused() is box.editor
    desk.redo()
    assert box.editor.toPlainText() == "abc"


def test_blanks_at_the_end_stay_while_one_types(pane: QuestionPane, desk: Desk) -> None:
    """An answer is kept without the blanks at its ends, but the writer's text is not rewritten under the hands."""
    to_questions()
    type_text("a ")
    editor = focused()
    assert editor.toPlainText() == "a "  # type: ignore[attr-defined]
    type_text("b")

    assert desk.request.answers[0].text == "a b"


def test_japanese_is_composed_in_peace(pane: QuestionPane, desk: Desk) -> None:
    """While the input method composes nothing is kept and nothing rewritten; the committed words are kept once."""
    to_questions()
    compose("こた")
    assert desk.request.answers == ()
    desk.document.edit("別の入力", replace(desk.request, funding_words="国1/2"))
    compose("こたえ")
    commit("答え")

    assert [answer.text for answer in desk.request.answers] == ["答え"]


def test_the_next_question(pane: QuestionPane, desk: Desk) -> None:
    """Tab goes on to the next question; an answered one is passed over by Ctrl+Shift+Q."""
    to_questions()
    type_text("a")
    first = focused()
    press(Key.Key_Tab, times=2)
    assert focused() in [box.editor for box in boxes(pane)]
    assert focused() is not first
    second = focused()
    desk.go("header/name")
    to_questions()

    assert focused() is second


def test_to_its_field(pane: QuestionPane, desk: Desk) -> None:
    """「欄へ」 takes the focus to what is asked about."""
    to_questions()
    box = next(each for each in boxes(pane) if each.key[1] == "assessment/separate")
    QTest.mouseClick(box.go, Qt.MouseButton.LeftButton)

    assert focused() is desk.field("assessment/separate").editor


def test_the_button_to_the_field_shows_the_focus(pane: QuestionPane, desk: Desk) -> None:
    """Tab from an answer goes to 「欄へ」 of the next question, which looks otherwise while it has the focus."""
    to_questions()
    first, second = boxes(pane)[:2]
    assert focused() is first.editor
    before = second.go.grab().toImage()
    press(Key.Key_Tab)
    assert focused() is second.go
    assert second.go.grab().toImage() != before


def test_an_emptied_answer_is_open_again(pane: QuestionPane, desk: Desk) -> None:
    """Emptied, the question is open; nothing is kept of it."""
    to_questions()
    type_text("a")
    press(Key.Key_Backspace)

    assert desk.request.answers == ()
    assert tab(desk).startswith("質問票 0/")


def test_out_of_sight_it_makes_no_boxes(pane: QuestionPane, desk: Desk) -> None:
    """Until the 質問票 is looked at there is no box: it costs the start and the keystrokes nothing."""
    assert boxes(pane) == []
    desk.view.side.tabs.setCurrentIndex(1)
    QApplication.processEvents()

    assert len(boxes(pane)) == len(desk.snapshot.findings.questions)
    assert isinstance(desk.document, Document)
    assert isinstance(desk.window, MainWindow)


def test_a_long_answer_grows(pane: QuestionPane, desk: Desk) -> None:
    """The box grows with the lines of its answer."""
    to_questions()
    editor = focused()
    before = editor.height()
    press(Key.Key_Return, times=4)
    type_text("x")

    assert editor.height() > before
