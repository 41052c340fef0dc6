"""Work that is done in short steps while nobody types or clicks; events are answered between two steps."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer


class IdleSteps(QObject):
    """The steps of an iterator: each time it is asked for the next item, it does a little of its work."""

    def __init__(self, steps: Iterator[object], parent: QObject) -> None:
        super().__init__(parent)
        self._steps = steps
        self._timer = QTimer(self, interval=0)  # after all that has happened was answered
        self._timer.timeout.connect(self._go_on)

    def start(self) -> None:
        """Begin with the next moment in which nothing else is to be done."""
        self._timer.start()

    def stop(self) -> None:
        """Do none of what is left."""
        self._timer.stop()

    def finish(self) -> None:
        """Do all that is left, at once."""
        self._timer.stop()
        for _ in self._steps:
            pass

    def _go_on(self) -> None:
        try:
            next(self._steps)
        except StopIteration:
            self._timer.stop()
