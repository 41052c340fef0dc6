"""The order in which Tab goes through widgets: that of their layouts, however late they were made and wherever they were moved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def tab_stops(widget: QWidget) -> Iterator[QWidget]:
    """What Tab reaches in a widget, or the widget itself, in the order of the layouts; also what is out of sight."""
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    elif (layout := widget.layout()) is not None:
        yield from _in_layout(layout)
    else:
        for child in widget.children():
            if isinstance(child, QWidget) and not child.isWindow():
                yield from tab_stops(child)


def put_before(stops: Sequence[QWidget], last: QWidget) -> None:
    """Have Tab go through ``stops`` in their order, and then to ``last``, which stays where it is among all others."""
    if not stops:
        return
    put_in_order((last, *stops, last))


def put_in_order(stops: Iterable[QWidget]) -> None:
    """Have Tab go from each of ``stops`` to the next."""
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for index in range(layout.count()):
        item = layout.itemAt(index)
        if item is None:
            continue
        if (widget := item.widget()) is not None:
            yield from tab_stops(widget)
        elif (inner := item.layout()) is not None:
            yield from _in_layout(inner)
