"""Long text: undo goes step by step, the caret stays where the change is, the page shows what is written."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from tests.ui.desk import Desk
from tests.ui.hands import CONTROL, Key, press, type_text
from ui.widgets.editing.editors import TextArea

TEXT = "section/section-1/text"


@pytest.fixture
def area(desk: Desk) -> TextArea:
    """The text of 事業概要, with the caret at its end."""
    desk.go(TEXT)
    press(Key.Key_End, modifiers=CONTROL)
    editor = desk.field(TEXT).editor
    assert isinstance(editor, TextArea)
    return editor


def test_a_paste_is_one_step_and_typing_after_it_another(desk: Desk, area: TextArea) -> None:
    """Taking back one wrong letter does not take back the long text that was pasted before it."""
    before = area.toPlainText()
    QGuiApplication.clipboard().setText("貼り付けた長い文章です。" * 20)
    press(Key.Key_V, modifiers=CONTROL)
    pasted = area.toPlainText()
    type_text("x")
    desk.undo()
    assert area.toPlainText() == pasted
    desk.undo()
    assert area.toPlainText() == before


def test_each_line_is_a_step(desk: Desk, area: TextArea) -> None:
    """Undo takes back the line being written, not the page."""
    before = area.toPlainText()
    type_text("\nabc\ndef")
    desk.undo()
    assert area.toPlainText() == before + "\nabc\n"


def test_the_caret_stays_at_the_change(desk: Desk, area: TextArea) -> None:
    """After Ctrl+Z one goes on writing where one was, not before the first sentence."""
    before = area.toPlainText()
    type_text("x")
    desk.undo()
    type_text("y")
    assert area.toPlainText() == before + "y"


def test_a_field_shows_all_its_text_in_any_width(desk: Desk, area: TextArea) -> None:
    """A narrower window wraps the text into more lines, and the field grows with them."""
    type_text("\n".join(["長い文章が折り返される" * 12] * 3))
    desk.window.resize(1900, 900)
    wide = area.height()
    desk.window.resize(1280, 720)
    QApplication.processEvents()

    assert area.height() > wide
    lines = sum(area.document().findBlockByNumber(at).lineCount() for at in range(area.blockCount()))
    assert area.viewport().height() >= lines * area.fontMetrics().lineSpacing()
    assert area.verticalScrollBar().value() == 0


def test_no_line_of_a_long_text_is_hidden(desk: Desk, area: TextArea) -> None:
    """However high the lines of a font are, the field is as high as all of them: a long text would lose its end."""
    type_text("\n".join(["一行の文"] * 40))
    layout, block, high = area.document().documentLayout(), area.document().firstBlock(), 0.0
    while block.isValid():
        high += layout.blockBoundingRect(block).height()
        block = block.next()
    assert area.viewport().height() >= high + 2 * area.document().documentMargin()
