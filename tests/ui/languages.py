"""What a window says in which language, and choosing one in its menu."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QTabBar,
    QTreeWidget,
    QWidget,
)

from model.language import speak
from ui.language import JAPANESE, LANGUAGES
from ui.window.files.recent_files import kept_language
from ui.window.main_window import MainWindow


def words_of(window: QWidget) -> set[str]:
    """What a window says: menus, buttons, labels, tips, tabs, headings of lists, choices, names for screen readers."""
    menus = window.findChildren(QMenu)
    for menu in menus:
        menu.aboutToShow.emit()  # some are filled when they open
    said = {action.text() for action in window.findChildren(QAction)} | {menu.title() for menu in menus}
    for widget in [window, *window.findChildren(QWidget)]:
        said |= {
            widget.toolTip(),
            widget.accessibleName(),
            widget.accessibleDescription(),
            widget.windowTitle(),
        }
        if isinstance(widget, QLabel | QAbstractButton):
            said.add(widget.text())
        elif isinstance(widget, QLineEdit):
            said.add(widget.placeholderText())
        elif isinstance(widget, QComboBox):
            said |= {widget.itemText(index) for index in range(widget.count())}
        elif isinstance(widget, QTabBar):
            said |= {widget.tabText(index) for index in range(widget.count())}
        elif isinstance(widget, QTreeWidget):
            said |= {widget.headerItem().text(column) for column in range(widget.columnCount())}
    return said


def choose_language(window: MainWindow, language: str) -> None:
    """Choose a language in the menu 表示."""
    chosen = next(action for action in window.findChildren(QAction) if action.text() == LANGUAGES[language])
    chosen.trigger()
    assert kept_language() == language


@pytest.fixture
def japanese_afterwards(qapp: QApplication) -> Iterator[None]:
    """The tests that follow are in Japanese again."""
    yield
    for translator in qapp.findChildren(QTranslator):
        QCoreApplication.removeTranslator(translator)
        translator.deleteLater()
    qapp.setProperty("language", None)
    speak(JAPANESE)
