"""Work over many files beside the event loop: what is done is reported in pieces, and it can be stopped between two files."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event
from typing import Final, Generic, TypeVar

from PySide6.QtCore import QObject, QTimerEvent

from model.files.files import FileError
from ui.window.files.beside import Beside

Result = TypeVar("Result")
_LOOK_MS: Final = 60
_MOST_AT_ONCE: Final = 25  # results of one look, so that the window stays smooth
_PAUSE_S: Final = 0.002  # behind each file, for the window's own thread


class PieceWork(QObject, Generic[Result]):
    """A piece of work on each of many files, one after the other."""

    def __init__(
        self,
        find: Callable[[], Sequence[Path]],
        work: Callable[[Path], Result],
        take: Callable[[Sequence[Result]], None],
        then: Callable[[str], None],
        parent: QObject,
        begin: Callable[[Sequence[Path]], None] = lambda _: None,
    ) -> None:
        """Begin.

        Args:
            find: finds the files, in the thread; a FileError ends the work with its sentence.
            work: is done with each file, in the thread; it raises nothing.
            take: receives results, in the window's thread.
            then: is called when all is done, or why nothing could be; not where the work is stopped.
            parent: whose life the reports end with.
            begin: receives the files once they are found, in the window's thread.
        """
        super().__init__(parent)
        self._find, self._work, self._take, self._then, self._begin = find, work, take, then, begin
        self._stopped = Event()
        self._results: deque[Result] = deque()
        self._files: Sequence[Path] | None = None
        self._has_begun = False
        self._why = ""
        self._is_worked = False
        self.is_over = False
        self.done = 0  # how many results were taken
        self._beside = Beside(self._run, lambda _: self._end_of_work(), self, self._end_of_work)
        self._timer = self.startTimer(_LOOK_MS)

    @property
    def of(self) -> int:
        """How many files there are; 0 until that is known."""
        return len(self._files) if self._files is not None else 0

    def stop(self) -> None:
        """Do no further file and report nothing more; a file that is being done is finished."""
        self._stopped.set()
        self._beside.forget()
        self._end()

    def timerEvent(self, event: QTimerEvent) -> None:
        """Hand over what has come."""
        self._look()

    def _look(self) -> None:
        if self._files is not None and not self._has_begun:
            self._has_begun = True
            self._begin(self._files)
        results = [self._results.popleft() for _ in range(min(len(self._results), _MOST_AT_ONCE))]
        if results:
            self.done += len(results)
            self._take(results)
        if self._is_worked and not self._results and not self.is_over:
            self._end()
            self._then(self._why)

    def _end(self) -> None:
        if not self.is_over:
            self.is_over = True
            self.killTimer(self._timer)
            self.deleteLater()

    def _end_of_work(self, why: FileError | None = None) -> None:
        self._is_worked, self._why = True, str(why or "")
        self._look()

    def _run(self) -> None:
        files = self._files = list(self._find())
        for file in files:
            if self._stopped.is_set():
                return
            self._results.append(self._work(file))
            self._stopped.wait(_PAUSE_S)
