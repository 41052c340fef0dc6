"""Boxes below each other, also in a pane that scrolls: a box stays with what it shows, and with the focus that is in it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QWidget

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


class KeyedBoxes(Generic[_Box]):
    """The boxes of a layout, one for each key."""

    def __init__(self, layout: QBoxLayout, first: int = 0) -> None:
        """Put boxes into a layout, behind the items that stand ``first`` in it."""
        self._layout, self._first = layout, first
        self._by_key: dict[Hashable, _Box] = {}

    @property
    def boxes(self) -> list[_Box]:
        """The boxes in their order."""
        return list(self._by_key.values())

    def arrange(self, keys: Sequence[Hashable], make: Callable[[int], _Box]) -> None:
        """Have a box for each key, in this order.

        Args:
            keys: what the boxes show; those of other keys go.
            make: makes the box of the key of a number.
        """
        known, self._by_key = self._by_key, {}
        for index, key in enumerate(keys):
            box = self._by_key[key] = known.pop(key, None) or make(index)
            if self._layout.indexOf(box) != self._first + index:
                self._layout.removeWidget(box)
                self._layout.insertWidget(self._first + index, box)
            box.show()  # at once, not when the layout comes to it: Tab passes over what is hidden
        for gone in known.values():
            self._layout.removeWidget(gone)
            gone.hide()
            gone.deleteLater()


class BoxColumn(ScrolledColumn, Generic[_Box]):
    """Boxes from the top down.

    Attributes:
        keyed: the boxes; they stand in the ``column``.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.keyed = KeyedBoxes[_Box](lay_column(self.column, None, margins=(0, 0, 4, 0), spacing=14))
