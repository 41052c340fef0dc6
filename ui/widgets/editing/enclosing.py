"""Finds the widget of a kind that a widget stands in, and scrolls the page around it."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

_Kind = TypeVar("_Kind", bound=QWidget)


def enclosing(widget: QWidget | None, *kinds: type[_Kind]) -> _Kind | None:
    """The widget itself, or the nearest one around it, that is of one of the kinds; None where there is none."""
    while widget is not None and not isinstance(widget, kinds):
        widget = widget.parentWidget()
    return widget


def bring_in_sight(widget: QWidget, point: QPoint, margin: int) -> None:
    """Scroll the page that a widget stands in, where it stands in one, until a point is in sight.

    Args:
        widget: what the point is of.
        point: its coordinates in the widget.
        margin: how far it is to be from the upper and lower edge, in pixels.
    """
    page = enclosing(widget, QScrollArea)
    content = page.widget() if page is not None else None
    if page is None or content is None:
        return
    if not margin <= widget.mapTo(page.viewport(), point).y() < page.viewport().height() - margin:
        # Qt moves what is painted already; while anything of the page is to be repainted, it paints all of it anew.
        QApplication.sendEvent(widget.window(), QEvent(QEvent.Type.UpdateRequest))
    there = widget.mapTo(content, point)
    page.ensureVisible(there.x(), there.y(), 0, margin)
