"""Tab goes through the form as it is read: section after section, also those that came later or were moved."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from model.edits import structure
from model.request import place
from tests.samples import sample
from tests.ui.desk import Desk
from tests.ui.hands import ALT, CONTROL, Key, press
from ui.form.narrative import Narrative, SectionCard
from ui.widgets.editing.enclosing import enclosing


def narrative(desk: Desk) -> Narrative:
    """The sections of 事業内容, all made."""
    return desk.view.form.content


def add_button(desk: Desk) -> QPushButton:
    """「＋ 項目を追加」 of 事業内容."""
    button = narrative(desk).findChild(QPushButton)
    assert button is not None
    return button


def after_tab() -> QWidget:
    """What has the focus after Tab."""
    press(Key.Key_Tab)
    focus = QApplication.focusWidget()
    assert focus is not None
    return focus


def section_of(widget: QWidget) -> str:
    """The section that a widget stands in; "" for none."""
    card = enclosing(widget, SectionCard)
    return card.key if isinstance(card, SectionCard) else ""


def test_the_button_for_one_more_section_comes_behind_them(desk: Desk) -> None:
    """From the fields above 事業内容 Tab goes into its first section, not to the button below the last."""
    desk.open(sample())
    first = narrative(desk).cards[0].key
    desk.go("assessment/separate")
    assert section_of(after_tab()) == first


def test_a_new_section(desk: Desk) -> None:
    """From the text of a section that was added Tab goes to the button below it, and on to the next frame."""
    desk.open(sample())
    desk.view.complete()
    add_button(desk).click()
    new = narrative(desk).cards[-1].key
    desk.go(place.section(new, "text"))
    assert after_tab() is add_button(desk)
    assert section_of(after_tab()) == desk.view.form.narratives["results"].cards[0].key


def test_a_moved_section(desk: Desk) -> None:
    """A section that was moved up is reached first; Tab leaves the other one to the button."""
    desk.open(sample())
    last = narrative(desk).cards[-1].key
    desk.document.edit("項目の移動", structure.move_section(desk.request, last, -1))
    assert narrative(desk).cards[0].key == last
    desk.go("assessment/separate")
    assert section_of(after_tab()) == last
    desk.go(place.section(narrative(desk).cards[-1].key, "text"))
    assert after_tab() is add_button(desk)


def test_a_new_table_of_a_section(desk: Desk) -> None:
    """From the text of a section Tab goes to the title of the table that was added below it."""
    desk.open(sample())
    desk.view.complete()
    first = narrative(desk).cards[0].key
    desk.go(place.section(first, "text"))
    press(Key.Key_T, modifiers=CONTROL | ALT)
    desk.go(place.section(first, "text"))
    assert after_tab().accessibleName() == "表の題"
