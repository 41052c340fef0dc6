"""Locks what edits the document, where it is only read: text can still be selected and copied."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QWidget

from ui.widgets.editing.choices import ChoiceField, ChoiceList
from ui.widgets.pane import EDITS


def lock(root: QWidget, *, is_locked: bool) -> None:
    """Lock all that edits the document below a widget, or unlock it."""
    for widget in root.findChildren(QWidget):
        if widget.property(EDITS):
            _lock(widget, is_locked)


def _lock(widget: QWidget, is_locked: bool) -> None:
    if isinstance(widget, QAbstractButton):
        widget.setEnabled(not is_locked)
    if isinstance(widget, ChoiceList) and widget.is_locked != is_locked:
        widget.is_locked = is_locked
        widget.setProperty("locked", is_locked)
        _restyle(widget)
    line = widget.line if isinstance(widget, ChoiceField) else widget
    if isinstance(line, QLineEdit | QPlainTextEdit) and line.isReadOnly() != is_locked:
        line.setReadOnly(is_locked)
        _restyle(line)


def _restyle(widget: QWidget) -> None:
    """What is only read looks like that."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
