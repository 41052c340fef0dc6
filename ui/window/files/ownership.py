"""The notice of the open file: put there, touched while the file is open, and taken away, all beside the event loop."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from model.files.notice import Owner
    from ui.window.files.beside import Beside

_TOUCH_MS: Final = 60_000
_AT_THE_END_MS: Final = 1_000  # a shared folder that does not answer is not waited for longer


class Ownership(QObject):
    """Who has the open file open: this session, or another one."""

    taken = Signal(object)  # the Owner, where another one has the file open
    freed = Signal(object)  # the Owner who has closed it

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self._claims = True
        self._me: Owner | None = None
        self._other: Owner | None = None
        self._work: Beside[Owner | None] | None = None
        self._beat = QTimer(self)
        self._beat.timeout.connect(self.refresh)

    def follow(self, path: Path | None, *, claims: bool = True) -> None:
        """Claim the notice of the file that is open from now on, and take that of the one before away.

        Args:
            path: the file; None for none.
            claims: false for a file that is only read: its notice is looked at, and left to others.
        """
        if (path, claims) == (self._path, self._claims):
            if self._other is not None:  # the file was opened anew
                self.taken.emit(self._other)
            return
        self._leave()
        self._path, self._claims = path, claims
        if path is not None:
            self.refresh()

    def refresh(self) -> None:
        """Say that the file is still open; and see whether another one still has it."""
        if self._path is None or not (self._work is None or self._work.is_over):
            return
        from model.files.notice import owner_of, this_session, touch  # no start of the window pays for it
        from ui.window.files.beside import Beside

        self._me = self._me or this_session()
        look = partial(touch, self._path, self._me) if self._claims else partial(owner_of, self._path)
        self._work = Beside(look, self._show, self)
        self._beat.start(_TOUCH_MS)

    def end(self) -> None:
        """Take the notice away, since the program ends."""
        if ended := self._leave():
            ended.wait(_AT_THE_END_MS)

    def _leave(self) -> Beside[None] | None:
        path, me = self._path, self._me
        self._path = self._me = self._other = None
        self._beat.stop()
        before, self._work = self._work, None
        if path is None or me is None:
            return None
        if before is not None:
            before.forget()
        from ui.window.files.beside import Beside

        return Beside(partial(_release, before, path, me), lambda _: None, self)

    def _show(self, other: Owner | None) -> None:
        before, self._other = self._other, other
        if other is not None and (before is None or before.session != other.session):
            self.taken.emit(other)
        elif other is None and before is not None:
            self.freed.emit(before)


def _release(before: Beside[Owner | None] | None, path: Path, me: Owner) -> None:
    if before is not None:
        before.join()  # else its notice would come behind
    from model.files.notice import release

    release(path, me)
