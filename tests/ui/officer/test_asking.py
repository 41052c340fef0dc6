"""Questions to a section at the desk's window, by keys: what is typed is asked once, of the request it was typed for, and its answer kept."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from model.register.asking import Asked, asked
from model.register.listing import RegisterRow
from model.register.opening import Register, RegisterError
from model.register.timeline import findings_of
from tests.ui.hands import ALT, CONTROL, Key, focused, press, type_text
from tests.ui.officer.rows import choose, requests, settled, until
from ui.desk import asking
from ui.desk.desk_window import DeskWindow


def questions(register: Register, row: RegisterRow) -> list[Asked]:
    """The officers' questions about a request, as another officer reads them."""
    with register.reading() as connection:
        return [question for question in asked(connection, row.request) if question.kind == "officer"]


def to_field(window: DeskWindow, number: int) -> RegisterRow:
    """Choose a request, wait for what is known of it, and go to the field below its questions."""
    row = choose(window, number)
    until(lambda: window.tabs.versions.count())
    window.tabs.setCurrentWidget(window.tabs.asking)
    press(Key.Key_F6)
    assert focused() is window.tabs.findings
    press(Key.Key_Tab)
    assert focused() is window.tabs.asking.field
    return row


def test_a_question_is_asked_and_answered(window: DeskWindow, other: Register) -> None:
    """Enter asks the section of the chosen request, and the field is empty again; a chosen question takes what was heard on the telephone."""
    row = to_field(window, 0)
    type_text("委託料の増の理由は何ですか。")
    press(Key.Key_Return)
    settled(window)
    (question,) = questions(other, row)
    assert (question.question, question.asked_by, question.place) == (
        "委託料の増の理由は何ですか。",
        "担当",
        "",
    )
    assert not window.tabs.asking.field.text()
    assert "課への確認" in window.statusBar().currentMessage()
    listed = window.tabs.findings
    until(lambda: "委託料の増の理由" in listed.item(listed.count() - 1).text())
    listed.setCurrentRow(listed.count() - 1)
    window.tabs.asking.field.setFocus()
    type_text("単価の改定です。")
    press(Key.Key_W, modifiers=ALT)
    until(lambda: not window.tabs.asking.field.text())  # a button is seen to be pressed before it acts
    assert [each.answer for each in questions(other, row)] == ["単価の改定です。"]


def test_a_question_about_a_finding_names_its_place(window: DeskWindow, other: Register) -> None:
    """A question asked while a finding is chosen stands at the place of that finding."""
    row = to_field(window, next(at for at, row in enumerate(requests(window)) if row.errors or row.warnings))
    press(Key.Key_Backtab)
    press(Key.Key_Space)  # chooses the first
    press(Key.Key_Tab)
    with other.reading() as connection:
        finding = findings_of(connection, row.version)[0]
    assert finding.place_words in window.tabs.asking.subject.text()
    type_text("a?")
    press(Key.Key_Return)
    settled(window)
    last = questions(other, row)[-1]
    assert (last.question, last.place, last.place_words) == ("a?", finding.place, finding.place_words)


def test_what_is_typed_stays_with_its_request(window: DeskWindow, other: Register) -> None:
    """A question typed for one request is never asked of another: it is there again when its own is chosen, and the window does not close on it unsaid."""
    first = to_field(window, 2)
    type_text("half")
    choose(window, 3)
    assert not window.tabs.asking.field.text()
    choose(window, 2)
    assert window.tabs.asking.field.text() == "half"
    window.close()
    assert window.isVisible()
    assert "書きかけの質問" in window.statusBar().currentMessage()
    window.tabs.asking.field.setFocus()
    press(Key.Key_A, modifiers=CONTROL)
    press(Key.Key_Delete)
    assert not window.tabs.asking.has_drafts
    assert questions(other, first) == []


def test_a_question_that_cannot_be_written_is_kept(
    window: DeskWindow, other: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the register refuses, its sentence is said and what was typed stays in the field; nothing at all is refused too."""
    row = to_field(window, 4)
    press(Key.Key_Return)
    settled(window)
    assert "質問が空です" in window.statusBar().currentMessage()

    def refuse(*_: object) -> str:
        raise RegisterError("台帳が読み取り専用です。")

    monkeypatch.setattr(asking, "ask", refuse)
    type_text("why?")
    press(Key.Key_Return)
    settled(window)
    assert "読み取り専用" in window.statusBar().currentMessage()
    assert window.tabs.asking.field.text() == "why?"
    assert questions(other, row) == []
    press(Key.Key_A, modifiers=CONTROL)
    press(Key.Key_Delete)
    QApplication.processEvents()
