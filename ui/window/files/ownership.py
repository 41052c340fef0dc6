"""The notice of the open file: put there, touched while the file is open, and taken away, all beside the event loop."""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from model.files.notice import Owner
    from ui.window.files.beside import Beside

_TOUCH_S: Final = 60.0
_LOOK_S: Final = 10.0
_AT_THE_END_MS: Final = 1_000  # a shared folder that does not answer is not waited for longer


class Others(NamedTuple):
    """Who else has the open file open.

    Attributes:
        now: all of them, those first who were there first.
        came: those who were not there at the look before.
        is_first: whether the file has just been opened here: ``came`` were there before.
    """

    now: tuple[Owner, ...]
    came: tuple[Owner, ...]
    is_first: bool


class Ownership(QObject):
    """Who has the open file open: this session, and others."""

    changed = Signal(object)  # the Others: of the first look, and where they are not those of the look before

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self._claims = True
        self._me: Owner | None = None
        self._seen: _Seen | None = None
        self._touched = 0.0  # when everything was last looked at
        self._work: Beside[_Seen] | None = None
        self._beat = QTimer(self)
        self._beat.timeout.connect(self._look)

    def follow(self, path: Path | None, *, claims: bool = True) -> None:
        """Claim the notice of the file that is open from now on, and take that of the one before away.

        Args:
            path: the file; None for none.
            claims: false for a file that is only read: its notices are looked at, and left to others.
        """
        if (path, claims) == (self._path, self._claims):
            if self._seen is not None and self._seen.others:  # the file was opened anew
                self.changed.emit(Others(self._seen.others, self._seen.others, is_first=True))
            return
        self._leave()
        self._path, self._claims = path, claims
        if path is not None:
            self.refresh()

    @property
    def is_looking(self) -> bool:
        """Whether a look is under way: who comes now may still be seen as one who was there before."""
        return self._work is not None and not self._work.is_over

    def refresh(self) -> None:
        """Say that the file is still open; and see who else has it."""
        self._touched = 0.0
        self._look()

    def end(self) -> None:
        """Take the notice away, since the program ends."""
        if ended := self._leave():
            ended.wait(_AT_THE_END_MS)

    def _look(self) -> None:
        """See whether something has changed; once a minute, and where it has, look at everything and touch the notice."""
        if self._path is None or self.is_looking:
            return
        from model.files.notice import this_session  # no start of the window pays for it
        from ui.window.files.beside import Beside

        self._me = self._me or this_session()
        is_due = time.monotonic() - self._touched >= _TOUCH_S
        if is_due:
            self._touched = time.monotonic()
        self._beat.start(int(_TOUCH_S * 1000))  # sooner, once it is known how long a look takes
        before = None if is_due else self._seen
        self._work = Beside(partial(_look, self._path, self._me, self._claims, before), self._show, self)

    def _leave(self) -> Beside[None] | None:
        path, me = self._path, self._me
        self._path = self._me = self._seen = None
        self._beat.stop()
        before, self._work = self._work, None
        if path is None or me is None:
            return None
        if before is not None:
            before.forget()
        from ui.window.files.beside import Beside

        return Beside(partial(_release, before, path, me), lambda _: None, self)

    def _show(self, seen: _Seen) -> None:
        self._beat.start(_pause_ms(seen.took))
        before, self._seen = self._seen, seen
        was = before.others if before is not None else ()
        known, there = ({other.session for other in others} for others in (was, seen.others))
        if before is None or known != there:
            came = tuple(other for other in seen.others if other.session not in known)
            self.changed.emit(Others(seen.others, came, is_first=before is None))
        if not self._touched:  # another look was wanted meanwhile
            self._look()


class _Seen(NamedTuple):
    """The others at a look, whose notices stood there just before, and how many seconds the look took."""

    others: tuple[Owner, ...]
    sessions: tuple[str, ...]
    took: float


def _pause_ms(took: float) -> int:
    """How long after a look the next one follows: short where the drive answers quickly, a minute at most."""
    return int(min(max(took * 100, _LOOK_S), _TOUCH_S) * 1000)


def _look(path: Path, me: Owner, claims: bool, before: _Seen | None) -> _Seen:
    """Look at the notices of a file; where they are those of the look before, at no more."""
    from model.files.notice import look, sessions_of

    begin = time.monotonic()
    sessions = tuple(session for session in sessions_of(path) if session not in ("", me.session))
    if before is not None and sessions == before.sessions:
        return before._replace(took=time.monotonic() - begin)
    return _Seen(look(path, me, claims=claims), sessions, time.monotonic() - begin)


def _release(before: Beside[_Seen] | None, path: Path, me: Owner) -> None:
    if before is not None:
        before.join()  # else its notice would come behind
    from model.files.notice import release

    release(path, me)
