"""Fields of the form: shown from the Snapshot, typed into the document, left alone while they are typed in."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox

from model.edits.fields import set_value
from model.request.place import Place
from tests.ui.desk import Desk
from tests.ui.hands import CONTROL, Key, commit, compose, focused, press, type_text
from ui.widgets.editing.choices import ChoiceField

KINDS = ["header/name", "assessment/amount", "header/stage", "section/section-1/text"]
"""One field of each kind: text, amount, choice, area."""


def select_all() -> None:
    """Ctrl+A."""
    press(Key.Key_A, modifiers=CONTROL)


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        ("header/name", "総合行政・住基ネットワーク運営事業"),
        ("header/stage", "一般事業要求"),
        ("assessment/amount", "124,288"),
        ("request/amount", "124,767"),
        ("assessment/comment", " 統合宛名システム改修経費について、金額精査しました。(情報政策課査定)\nセキュリティ研修開催経費については、過去の決算額を勘案し、予算計上は見送ります。必要に応じて既定予算で対応してください。"),
    ],
)  # fmt: skip
def test_a_field_shows_its_place(desk: Desk, place: Place, shown: str) -> None:
    """Each field shows the value of its place; amounts with commas, the derived 要求額 too."""
    assert desk.field(place).text == shown


@pytest.mark.parametrize(
    ("place", "typed", "value"),
    [
        ("header/name", "新しい事業", "新しい事業"),
        ("header/stage", "復活要求", "復活要求"),
        ("assessment/amount", "1234", 1_234),
        ("assessment/amount", "１２，３４５", 12_345),
        ("assessment/held", "△500", -500),
        ("section/section-1/text", "一行目\n二行目", "一行目\n二行目"),
    ],
)
def test_keys_reach_the_document(desk: Desk, place: Place, typed: str, value: object) -> None:
    """What is typed is in the document at once, without leaving the field; full-width digits are digits."""
    desk.go(place)
    select_all()
    type_text(typed)

    assert desk.value(place) == value
    assert desk.field(place).text == typed


def test_commas_appear_when_the_focus_leaves(desk: Desk) -> None:
    """Digits stay as typed while they are typed, and become a figure with commas when the writer goes on."""
    desk.go("assessment/amount")
    select_all()
    type_text("１２３４５６")
    assert desk.field("assessment/amount").text == "１２３４５６"
    press(Key.Key_Tab)

    assert desk.field("assessment/amount").text == "123,456"


def test_unreadable_amount_stays_and_is_a_finding(desk: Desk) -> None:
    """Text that is no amount stays as typed after the focus left; the field is marked, and says why while one is in it."""
    desk.go("assessment/amount")
    select_all()
    type_text("約3百")
    press(Key.Key_Tab)

    assert desk.field("assessment/amount").text == "約3百"
    assert desk.value("assessment/amount") == "約3百"
    assert desk.field("assessment/amount").editor.property("severity") == "error"
    assert desk.field("assessment/amount").note.severity == "error"
    assert "誤り" in desk.field("assessment/amount").editor.toolTip()
    assert desk.sentence("assessment/amount") == ""
    desk.go("assessment/amount")
    assert "誤り" in desk.sentence("assessment/amount")


def test_typing_into_a_derived_figure_declares_it(desk: Desk) -> None:
    """A figure typed into 要求額 is declared: a finding names both figures and ↺ appears; emptied, it derives again."""
    desk.go("request/amount")
    assert not desk.derive_button("request/amount").isVisible()
    select_all()
    type_text("5")
    assert desk.snapshot.totals.amount.shown == 5
    desk.pause()
    assert "124,767" in desk.sentence("request/amount")
    assert desk.derive_button("request/amount").isVisible()

    press(Key.Key_Backspace)
    assert desk.snapshot.totals.amount.shown == 124_767
    assert desk.field("request/amount").text == "", "the writer is still there and may be about to type"
    press(Key.Key_Tab)
    assert desk.field("request/amount").text == "124,767"
    assert desk.sentence("request/amount") == ""
    assert not desk.derive_button("request/amount").isVisible()


def test_the_button_returns_to_the_derived_figure(desk: Desk) -> None:
    """One click on ↺ beside 要求額 drops the declared figure, as one step of undo."""
    desk.go("request/amount")
    select_all()
    type_text("5")
    QTest.mouseClick(desk.derive_button("request/amount"), Qt.MouseButton.LeftButton)

    assert desk.field("request/amount").text == "124,767"
    assert desk.request.declared == {}
    assert desk.document.undo_label == "計算値に戻す"


def test_the_button_is_reached_and_pressed_by_keys(desk: Desk) -> None:
    """Tab from a declared figure goes to its ↺, and the space bar presses it."""
    desk.go("request/amount")
    select_all()
    type_text("5")
    press(Key.Key_Tab)
    assert focused() is desk.derive_button("request/amount")
    press(Key.Key_Space)

    assert desk.request.declared == {}


def test_passing_through_a_derived_figure_declares_nothing(desk: Desk) -> None:
    """Tab through the whole head of the form changes nothing."""
    before = desk.request
    desk.go("header/name")
    press(Key.Key_Tab, times=40)

    assert desk.request is before
    assert desk.document.undo_label is None


@pytest.mark.parametrize("place", KINDS)
def test_undo_in_a_field_is_the_documents(desk: Desk, place: Place) -> None:
    """Ctrl+Z with the focus in a field takes back the whole typing of it, Ctrl+Y does it again; the field shows it."""
    before = desk.field(place).text
    desk.go(place)
    select_all()
    type_text("777")
    assert (desk.action("元に戻す").text(), desk.document.undo_label is not None) == (
        f"元に戻す: {desk.document.undo_label}",
        True,
    )
    desk.undo()
    assert desk.field(place).text.replace(",", "") == before.replace(",", "")
    assert desk.document.undo_label is None, "three keystrokes are one step"

    desk.redo()
    assert desk.field(place).text == "777"
    assert str(desk.value(place)) == "777"


def test_the_menu_names_what_undo_takes_back(desk: Desk) -> None:
    """The menu says 「元に戻す: 事業名の入力」, then 「やり直す: 事業名の入力」."""
    desk.go("header/name")
    type_text("x")
    assert desk.action("元に戻す").text() == "元に戻す: 事業名の入力"
    desk.undo()

    assert desk.action("元に戻す").text() == "元に戻す"
    assert not desk.action("元に戻す").isEnabled()
    assert desk.action("やり直す").text() == "やり直す: 事業名の入力"


def test_leaving_a_field_ends_its_step(desk: Desk) -> None:
    """Typing in a field, leaving it and coming back gives two steps of undo."""
    desk.go("header/subtitle")
    type_text("a")
    press(Key.Key_Tab)
    press(Key.Key_Backtab)
    press(Key.Key_End)
    type_text("b")
    desk.undo()
    assert desk.value("header/subtitle") == "a"
    desk.undo()

    assert desk.value("header/subtitle") == ""


def test_undo_of_another_field_goes_there(desk: Desk) -> None:
    """Ctrl+Z in a field where nothing was typed takes back the last step elsewhere, and goes there."""
    desk.go("header/name")
    type_text("別の名")
    desk.go("contact/team")
    desk.undo()

    assert desk.field("header/name").text == "総合行政・住基ネットワーク運営事業"
    assert focused() is desk.field("header/name").editor


def test_a_focused_field_is_not_rewritten_while_it_means_the_value(desk: Desk) -> None:
    """「００７」 means 7: an edit made elsewhere does not rewrite it; the document's other value does."""
    desk.go("assessment/held")
    type_text("００７")
    desk.document.edit("別の入力", set_value(desk.request, "contact/team", "別の担当"))
    assert desk.field("assessment/held").text == "００７"
    desk.document.edit("別の入力", set_value(desk.request, "assessment/held", 8))

    assert desk.field("assessment/held").text == "8"


@pytest.mark.parametrize("place", KINDS)
def test_nothing_is_read_or_rewritten_while_composing(desk: Desk, place: Place) -> None:
    """While the input method composes over selected text, the document keeps its value and no edit rewrites the field."""
    before = desk.value(place)
    desk.go(place)
    select_all()
    compose("１")
    assert desk.value(place) == before
    desk.document.edit("別の入力", set_value(desk.request, "contact/team", "別の担当"))
    desk.document.edit("別の入力", set_value(desk.request, place, 8 if isinstance(before, int) else "八"))
    assert desk.field(place).text == "", "what is composed is not yet text"
    compose("１２")
    commit("１２")

    assert desk.field(place).text == "１２"
    assert desk.value(place) == (12 if isinstance(before, int) else "１２")


def test_the_end_of_no_composing_is_no_typing(desk: Desk) -> None:
    """Input methods send empty events when the focus comes; they declare no figure."""
    desk.go("request/amount")
    compose("")

    assert desk.request.declared == {}


def test_commit_enters_once(desk: Desk) -> None:
    """A committed word is in the field and in the document once."""
    desk.go("header/subtitle")
    compose("よさん")
    compose("予算")
    commit("予算")

    assert desk.value("header/subtitle") == desk.field("header/subtitle").text == "予算"


def test_a_choice_offers_words_and_takes_others(desk: Desk) -> None:
    """The arrow keys choose an offered word; a word begun is not completed into one that was not typed."""
    desk.go("funding_words")
    press(Key.Key_Down)
    assert desk.value("funding_words") == desk.field("funding_words").text == "国1/2"
    select_all()
    type_text("国")

    assert desk.value("funding_words") == desk.field("funding_words").text == "国"


def test_arrows_go_on_from_the_words_in_the_field(desk: Desk) -> None:
    """The arrow down in 段階 chooses what is offered after the stage that stands in the request."""
    editor = desk.field("header/stage").editor
    assert isinstance(editor, ChoiceField)
    offered = [editor.itemText(at) for at in range(editor.count())]
    desk.document.edit("段階", set_value(desk.request, "header/stage", offered[2]))
    desk.go("header/stage")
    press(Key.Key_Down)

    assert desk.value("header/stage") == desk.field("header/stage").text == offered[3]


def test_scrolling_over_a_choice_changes_nothing(desk: Desk) -> None:
    """The wheel scrolls the page, also above a choice that has the focus."""
    desk.go("header/stage")
    before = desk.request
    editor = desk.field("header/stage").editor
    assert isinstance(editor, ChoiceField)
    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QApplication

    wheel = QWheelEvent(
        QPointF(5, 5), editor.mapToGlobal(QPointF(5, 5)), QPoint(0, -120), QPoint(0, -120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(editor, wheel)

    assert desk.request is before


def test_text_grows_with_its_lines(desk: Desk) -> None:
    """A text area is as high as its text, so that the page scrolls and the field does not."""
    desk.go("assessment/comment")
    editor = desk.field("assessment/comment").editor
    before = editor.height()
    press(Key.Key_Return, times=12)

    assert editor.height() > before
    assert not isinstance(editor, QComboBox)


def test_every_field_says_what_it_is(desk: Desk) -> None:
    """A screen reader finds a Japanese name on every field, button and table of the form."""
    from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit

    nameless = [
        widget
        for kind in (QLineEdit, QPlainTextEdit, QComboBox, QAbstractButton)
        for widget in desk.view.findChildren(kind)
        if widget.isVisibleTo(desk.view)
        and not (widget.accessibleName() or getattr(widget, "text", str)())
        and not isinstance(widget.parentWidget(), QComboBox)
        and widget.metaObject().className() != "QTableCornerButton"
    ]
    assert nameless == []
    assert all(table.accessibleName() for table in desk.tables())


@pytest.mark.parametrize("place", KINDS)
def test_leaving_while_composing_ends_the_composing(desk: Desk, place: Place) -> None:
    """A click elsewhere ends the composing, whatever the input method sends; coming back, keys are read again."""
    desk.go(place)
    select_all()
    compose("か")
    desk.go("contact/email")
    desk.go(place)
    select_all()
    type_text("55")

    assert desk.field(place).text == "55"
    assert str(desk.value(place)) == "55"


def test_a_negative_amount_has_the_sign_of_the_tables(desk: Desk) -> None:
    """A negative 要求額 is printed with △ as in the tables once one is done typing it with 「-」."""
    desk.go("request/amount")
    type_text("-1855")
    assert desk.field("request/amount").text == "-1855"
    press(Key.Key_Tab)

    assert desk.field("request/amount").text == "△1,855"


def test_a_message_below_a_field_moves_no_other(desk: Desk) -> None:
    """A finding below 年度 leaves the fields beside it where they are, each on one line with its label."""
    desk.go("header/fiscal_year")
    type_text("x")
    desk.pause()
    year, budget = (desk.field(place) for place in ("header/fiscal_year", "header/budget"))
    assert desk.sentence("header/fiscal_year")
    tops = [row.editor.mapTo(desk.view.form, row.editor.rect().topLeft()).y() for row in (year, budget)]

    assert abs(tops[0] - tops[1]) <= 2


def test_no_scrolling_sideways_for_a_message(desk: Desk) -> None:
    """In a window of 1280 the form is whole also where both figures of the request are declared and disputed."""
    desk.go("request/amount")
    type_text("5")
    desk.go("request/previous")
    type_text("5")
    size = desk.window.size()
    desk.window.resize(1280, 900)
    QApplication.processEvents()
    hidden = desk.view.form.horizontalScrollBar().maximum()
    desk.window.resize(size)
    QApplication.processEvents()

    assert hidden == 0
