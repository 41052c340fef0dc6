"""Watching a folder: what comes into it goes into the register by the same ``collect`` as on the command line, in a process of its own.

A process, since a folder on a network may answer no more: then the process hangs and not the window, which can end it. And
reading workbooks takes no time away from the window's own thread. What a kill loses is read again the next time.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias

from model.files.below import LEFT_BEHIND, files_below
from model.files.files import FileError, reason
from model.files.regular_file import open_regular
from model.register.arrival import Outcome, SameProject
from model.register.listing import latest_year
from model.register.opening import Register, open_register
from model.standard.standard import Standard
from templates.desk.collecting import RECEIVED, came_from, check_new, collect, missing_offices

_RESTS_NS: Final = 2_000_000_000
"""How long a file must not have been written to before it is read: one that is being copied is not whole."""
_AT_ONCE: Final = 10
"""Files of a transaction: few, so that what became of each is shown soon."""


class Looked(NamedTuple):
    """The folder was looked at: how many files it has, and which folders in it cannot be opened, as sentences."""

    files: int
    closed: Sequence[str]


class Took(NamedTuple):
    """What became of files, and how many of this look are still to be read."""

    outcomes: Sequence[Outcome]
    left: int


class Checked(NamedTuple):
    """All that came is checked; the sections of the latest year from which nothing has come, as 「部局 課」."""

    missing: Sequence[str]


class Failed(NamedTuple):
    """Why the watching ends, as a sentence."""

    sentence: str


Message: TypeAlias = Looked | Took | Checked | Failed


class Again(NamedTuple):
    """An order to read a file that was refused, now that a person says what it is."""

    name: str
    same_project: SameProject


class FolderWatch:
    """Looks at a folder, again and again, for files that are new or were written to since the last look."""

    def __init__(self, register: Register, standard: Standard, standard_folder: Path, folder: Path) -> None:
        self._register, self._standard = register, standard
        self._standard_folder, self._folder = standard_folder, folder
        self._stamps: dict[
            Path, tuple[int, int, bool]
        ] = {}  # time, size and whether it opened, when it was last read
        self._names: dict[str, Path] = {}

    def look(self) -> Iterator[Message]:
        """Look once, take in what is new, and have the rulebook look at it."""
        closed: list[OSError] = []
        found = [
            path
            for path in files_below(self._folder, closed.append)
            if path.suffix.lower() in RECEIVED and not path.name.startswith(LEFT_BEHIND)
        ]
        self._names = {path.relative_to(self._folder).as_posix(): path for path in found}
        new = self._new(found)
        yield Looked(
            len(found),
            [f"フォルダー「{error.filename}」が開けません（{reason(error)}）。" for error in closed],
        )
        yield from self._take(new, "")

    def take_again(self, again: Again) -> Iterator[Message]:
        """Read a file that was refused, as what a person says it is."""
        path = self._names.get(again.name)
        if path is not None:
            yield from self._take([path], again.same_project)

    def _new(self, found: Sequence[Path]) -> list[Path]:
        """The files that were not read as they are now, and are not being written to."""
        new: list[Path] = []
        now = time.time_ns()
        for path in found:
            try:
                state = path.stat()
            except OSError:
                continue  # it is gone again
            known, read = self._stamps.get(path), (state.st_mtime_ns, state.st_size, True)
            if known == read:
                continue
            # What somebody has open in Excel may be locked: it is said once, and read when it opens again.
            stamp = (*read[:2], _opens(path))
            if known != stamp and not 0 <= now - state.st_mtime_ns < _RESTS_NS:
                self._stamps[path] = stamp
                new.append(path)
        return new

    def _take(self, paths: Sequence[Path], same_project: SameProject) -> Iterator[Message]:
        files = came_from([(path, self._folder) for path in paths], "", same_project)
        left = len(files)
        for outcomes in collect(
            self._register, files, self._standard, self._standard_folder, there=self._names, at_once=_AT_ONCE
        ):
            left -= len(outcomes)
            yield Took(outcomes, left)
        if files:
            for _ in check_new(self._register, self._standard):
                pass
        if files or not self._stamps:
            with self._register.reading() as connection:
                missing = missing_offices(connection, self._standard, latest_year(connection))
            yield Checked([f"{office.department} {office.name}" for office in missing])


def _opens(path: Path) -> bool:
    """Whether a file can be opened for reading now; a pipe cannot, for which one would wait without end."""
    try:
        with open_regular(path):
            return True
    except OSError:
        return False


def watch(
    connection: Connection, address: str, actor: str, standard_folder: Path, folder: Path, every: float
) -> None:
    """Watch a folder, with some seconds between two looks, until the other end of a connection is closed: the body of the process.

    It sends each ``Message`` and takes orders (``Again``). The address has a password where the register has one.
    """
    from model.standard_folder.load import load

    try:
        with open_register(address, actor=actor) as register:
            watched = FolderWatch(register, load(standard_folder), standard_folder, folder)
            while True:
                for message in watched.look():
                    connection.send(message)
                while connection.poll(every):
                    for message in watched.take_again(connection.recv()):
                        connection.send(message)
    except FileError as error:
        connection.send(Failed(str(error)))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        pass  # the window is closed
