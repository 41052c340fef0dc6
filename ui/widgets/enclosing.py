"""Finds the widget of a kind that a widget stands in."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QWidget

_Kind = TypeVar("_Kind", bound=QWidget)


def enclosing(widget: QWidget | None, *kinds: type[_Kind]) -> _Kind | None:
    """The widget itself, or the nearest one around it, that is of one of the kinds; None where there is none."""
    while widget is not None and not isinstance(widget, kinds):
        widget = widget.parentWidget()
    return widget
