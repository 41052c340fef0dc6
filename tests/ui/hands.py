"""A writer's hands: keys and input-method commits sent to whatever has the focus, as a keyboard sends them."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractEventDispatcher,
    QCoreApplication,
    QEvent,
    QEventLoop,
    QObject,
    QPoint,
    Qt,
    QTimerEvent,
)
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QMenu, QWidget

NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
Key = Qt.Key


def focused() -> QWidget:
    """The widget that has the focus; keys go there."""
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the focus"
    return widget


def press(*keys: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
    """Press keys one after the other."""
    for _ in range(times):
        for key in keys:
            QTest.keyClick(focused(), key, modifiers)


def let_go(button: QAbstractButton) -> None:
    """End the tenth of a second for which Qt shows a button pressed whose shortcut was pressed, before it acts."""
    assert button.isDown(), f"its key does not press 「{button.text()}」"
    for timer in QAbstractEventDispatcher.instance().registeredTimers(button):
        QCoreApplication.sendEvent(button, QTimerEvent(timer.timerId))


def settle() -> None:
    """Have Qt do all that it has put off: what is to be deleted, laid out and painted, and what timers of no time do."""
    while QAbstractEventDispatcher.instance().processEvents(QEventLoop.ProcessEventsFlag.AllEvents):
        pass


def type_text(text: str) -> None:
    """Type text: plain characters by keys, Japanese through the input method (composed, then committed)."""
    for at, line in enumerate(text.split("\n")):
        if at:
            press(Key.Key_Return)
        if line.isascii():
            for character in line:
                QTest.keyClicks(focused(), character)
        else:
            compose(line[:2])
            commit(line)


def choose(letter: Qt.Key, *words: str) -> None:
    """Open a menu of the window by Alt and its letter, and choose an entry, or one of a menu in it, with the arrows.

    Without words it is closed again by Esc.
    """
    press(letter, modifiers=ALT)
    for word in words:
        QApplication.processEvents()
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu), "no menu is open"
        entries = [action for action in menu.actions() if not action.isSeparator()]
        wanted = next(entry for entry in entries if entry.text().startswith(word))
        assert wanted.isEnabled(), f"「{word}」 is not to be had"
        for _ in entries:
            if menu.activeAction() is wanted:
                break
            QTest.keyClick(menu, Key.Key_Down)
        assert menu.activeAction() is wanted
        QTest.keyClick(menu, Key.Key_Return)
    if not words:
        menu = QApplication.activePopupWidget()
        assert menu is not None, "no menu is open"
        QApplication.processEvents()
        QTest.keyClick(menu, Key.Key_Escape)
        press(Key.Key_Escape)  # out of the menu bar
    assert QApplication.activePopupWidget() is None, "a menu is still open"


def right_click(table: QAbstractScrollArea, spot: QPoint) -> None:
    """Press the right button on a spot of a table, which opens its menu."""
    viewport = table.viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.RightButton, pos=spot)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, viewport.mapToGlobal(spot))
    QApplication.sendEvent(viewport, event)


def compose(preedit: str) -> None:
    """Show text that is still being composed."""
    QApplication.sendEvent(focused(), QInputMethodEvent(preedit, []))


def commit(text: str) -> None:
    """Commit composed text."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(focused(), event)


class FocusLeft(QObject):
    """Notes for which reasons the focus leaves a widget."""

    def __init__(self) -> None:
        super().__init__()
        self.reasons: list[Qt.FocusReason] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note a reason."""
        if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            self.reasons.append(event.reason())
        return super().eventFilter(watched, event)
