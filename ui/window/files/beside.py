"""Work with files beside the event loop: the window goes on, and what comes of it is reported in the window's own thread."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from typing import Final, Generic, TypeVar

from PySide6.QtCore import QObject, QTimerEvent, Signal

from model.files.files import FileError

Result = TypeVar("Result")
_LOOK_MS: Final = 15
AT_ONCE_MS = 150
"""How long the window waits for what is usually over by then, so that the next key finds it done."""


class Beside(QObject, Generic[Result]):
    """A piece of work in a thread of its own, that ends with the program at the latest."""

    over = Signal()  # before its report

    def __init__(
        self,
        work: Callable[[], Result],
        then: Callable[[Result], object],
        parent: QObject,
        failed: Callable[[FileError], object] | None = None,
    ) -> None:
        """Begin the work.

        Args:
            work: what is done in the thread; it takes nothing of the window.
            then: receives the result, in the window's thread; where the work raised, that is raised there instead.
            parent: whose life the report ends with.
            failed: receives a FileError of the work.
        """
        super().__init__(parent)
        self._work, self._then, self._failed = work, then, failed
        self._result: Result | None = None
        self._error: BaseException | None = None
        self.is_over = False
        self._thread = Thread(target=self._run, daemon=True)
        self._timer = self.startTimer(_LOOK_MS)
        self._thread.start()

    def wait(self, milliseconds: int | None = None) -> bool:
        """Wait a moment, or so long, for the work and its report; False where it takes longer, and goes on."""
        if not self.is_over:
            self._thread.join((AT_ONCE_MS if milliseconds is None else milliseconds) / 1000)
            self._look()
        return self.is_over

    def join(self) -> None:
        """Wait until the work is over, in another thread of such work."""
        self._thread.join()

    def forget(self) -> None:
        """Report nothing; the work itself cannot be stopped."""
        if not self.is_over:
            self.is_over = True
            self.killTimer(self._timer)
            self.deleteLater()

    def timerEvent(self, event: QTimerEvent) -> None:
        """Look whether the work is over."""
        self._look()

    def _run(self) -> None:
        try:
            self._result = self._work()
        except BaseException as error:
            self._error = error

    def _look(self) -> None:
        if self.is_over or self._thread.is_alive():
            return
        self.forget()
        self.over.emit()
        if self._failed is not None and isinstance(self._error, FileError):
            self._failed(self._error)
        elif self._error is not None:
            raise self._error
        else:
            self._then(self._result)  # type: ignore[arg-type]
