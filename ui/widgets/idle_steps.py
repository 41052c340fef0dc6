"""Work that is done in short steps while nobody types or clicks; events are answered between two steps."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer


class IdleSteps(QTimer):
    """The steps of an iterator: each time it is asked for the next item, it does a little of its work.

    Once started it goes on with each moment in which nothing else is to be done, until it is stopped or nothing is left.
    """

    def __init__(self, steps: Iterator[object], parent: QObject) -> None:
        super().__init__(parent, interval=0)  # after all that has happened was answered
        self._steps = steps
        self.timeout.connect(self._go_on)

    def finish(self) -> None:
        """Do all that is left, at once."""
        self.stop()
        for _ in self._steps:
            pass

    def _go_on(self) -> None:
        try:
            next(self._steps)
        except StopIteration:
            self.stop()
