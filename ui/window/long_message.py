"""A sentence at the foot of the window that is too long for one line: shown in as many as it needs, never cut."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QStatusBar, QWidget

from ui.widgets.labels import PlainLabel

_MARGIN = 6  # pixels left and right, as Qt leaves them


def is_long(bar: QStatusBar, message: str) -> bool:
    """Whether a sentence does not fit into one line of the bar."""
    return bar.fontMetrics().horizontalAdvance(message) > _room(bar)


def _room(bar: QStatusBar) -> int:
    """The width in pixels that is left of what always stands at the right of the bar."""
    at_right = [
        widget.x() for widget in bar.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if widget.isVisible() and not isinstance(widget, LongMessage)
    ]  # fmt: skip
    return min([bar.width(), *at_right]) - 2 * _MARGIN


class LongMessage(PlainLabel):
    """Stands over the line of the bar while its message is long."""

    def __init__(self, bar: QStatusBar) -> None:
        super().__init__(bar)
        self._bar = bar
        self.setObjectName("longMessage")
        self.setWordWrap(True)
        self.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._laid_out = QTimer(self, singleShot=True, interval=0)
        self._laid_out.timeout.connect(lambda: self.follow(bar.currentMessage()))
        bar.installEventFilter(self)

    def follow(self, message: str) -> None:
        """Show the message of the bar, where it is long; before the window is in sight it is not known how long that is."""
        if not self._bar.isVisible():
            return
        shows = bool(message) and is_long(self._bar, message)
        self.setVisible(shows)
        if not shows:
            self._bar.setMinimumHeight(0)
            return
        self.setText(message)
        width = _room(self._bar) + 2 * _MARGIN
        height = self.heightForWidth(width) + 4
        self._bar.setMinimumHeight(height)
        self.setGeometry(0, 0, width, height)  # all of what Qt paints below it
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the width of the window, once what stands at the right of the bar has its place in it."""
        if event.type() == QEvent.Type.Resize:
            self._laid_out.start()
        return False
