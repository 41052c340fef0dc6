"""Boxes below each other in a pane that scrolls: a box stays with what it shows, and with the focus that is in it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from ui.widgets.editing.composing import tell_where_the_focus_is
from ui.widgets.layouts import lay_column
from ui.widgets.style import LIST_FILL, fill

_Box = TypeVar("_Box", bound=QWidget)


class ScrolledColumn(QScrollArea):
    """A column as wide as its pane, which scrolls up and down.

    Attributes:
        column: what the parts of the column stand in.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.column = QWidget(self)
        fill(self.column, LIST_FILL)
        self.setWidget(self.column)
        self.verticalScrollBar().valueChanged.connect(tell_where_the_focus_is)


class BoxColumn(ScrolledColumn, Generic[_Box]):
    """The boxes from the top down."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._layout = lay_column(self.column, None, margins=(0, 0, 4, 0), spacing=14)
        self._by_key: dict[Hashable, _Box] = {}

    @property
    def boxes(self) -> list[_Box]:
        """The boxes in their order."""
        return list(self._by_key.values())

    def arrange(self, keys: Sequence[Hashable], make: Callable[[int, QWidget], _Box]) -> None:
        """Have a box for each key, in this order.

        Args:
            keys: what the boxes show; those of other keys go.
            make: makes the box of the key of a number, inside the widget it is given.
        """
        known, self._by_key = self._by_key, {}
        for index, key in enumerate(keys):
            box = self._by_key[key] = known.pop(key, None) or make(index, self.column)
            if self._layout.indexOf(box) != index:
                self._layout.removeWidget(box)
                self._layout.insertWidget(index, box)
            box.show()  # at once, not when the layout comes to it: Tab passes over what is hidden
        for gone in known.values():
            self._layout.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
