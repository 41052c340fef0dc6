"""The column of cards, which keeps its place on the screen when a line above it is shown or hidden."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtWidgets import QScrollArea, QWidget

from ui.widgets.editing.composing import tell_where_the_focus_is


class ScrollAnchor(QWidget):
    """The content of a page that scrolls; the widget with the focus keeps its place on the screen.

    Attributes:
        page: the page.
    """

    def __init__(self, page: QScrollArea, parent: QWidget) -> None:
        super().__init__(parent)
        self.page = page
        self._anchor: tuple[QWidget, int] | None = None
        for bar in (page.verticalScrollBar(), page.horizontalScrollBar()):
            bar.valueChanged.connect(tell_where_the_focus_is)

    def note_place(self) -> None:
        """Note where the focus is, before something is shown that may take more or less room."""
        self._anchor = self._place()

    def event(self, event: QEvent) -> bool:
        """Scroll by as much as the focus was moved when the cards are laid out anew."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            before, now = self._anchor, self._place()
            if before is not None and now is not None and before[0] is now[0] and before[1] != now[1]:
                bar = self.page.verticalScrollBar()
                bar.setValue(bar.value() + now[1] - before[1])
            self._anchor = now
            tell_where_the_focus_is()
        return done

    def _place(self) -> tuple[QWidget, int] | None:
        focus = self.focusWidget()
        if focus is None or not self.isAncestorOf(focus):
            return None
        return focus, focus.mapTo(self, QPoint()).y()
