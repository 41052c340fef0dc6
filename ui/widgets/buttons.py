"""Buttons with their words, their tip and what they do, and menus with their entries, made in one call."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QMenu, QPushButton, QToolButton, QWidget

from ui.widgets.labels import plain_tip
from ui.widgets.pane import EDITS


def push_button(
    words: str, act: Callable[[], object], parent: QWidget, *, tip: str = "", edits: bool = False
) -> QPushButton:
    """A button with a frame.

    Args:
        words: what stands on it.
        act: what it does.
        parent: the widget it stands in.
        tip: what comes of it.
        edits: whether it changes the document: it is locked where that is only read.
    """
    button = QPushButton(parent)
    _describe(button, words, tip, act, edits)
    return button


def small_button(
    words: str, act: Callable[[], object], parent: QWidget, *, tip: str, edits: bool = False
) -> QToolButton:
    """A button of a letter or two beside a title, for the mouse: the menus have what it does for keys."""
    button = QToolButton(parent)
    _describe(button, words, tip, act, edits)
    button.setAccessibleName(tip)
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return button


def quiet_button(
    words: str, act: Callable[[], object], parent: QWidget, *, tip: str, edits: bool = False
) -> QToolButton:
    """A button without a frame, which Tab comes to."""
    button = QToolButton(parent)
    _describe(button, words, tip, act, edits)
    button.setObjectName("derive")
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def _describe(button: QAbstractButton, words: str, tip: str, act: Callable[[], object], edits: bool) -> None:
    button.setText(
        words
    )  # not in the constructor: PySide would make a class of QIcon and its 150 names for it
    button.setToolTip(plain_tip(tip))
    button.setProperty(EDITS, edits)
    button.clicked.connect(lambda: act())


def fill(menu: QMenu, *entries: QAction | QMenu | None) -> None:
    """Put entries into a menu; None is a separator."""
    for entry in entries:
        if entry is None:
            menu.addSeparator()
        elif isinstance(entry, QMenu):
            menu.addMenu(entry)
        else:
            menu.addAction(entry)
