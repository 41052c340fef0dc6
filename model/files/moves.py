"""Files on their way to their places together: written aside, put in place, taken back where one of them fails."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from pathlib import Path

import msgspec

from model.files.digests import Digest, digest, digest_of
from model.files.errors import OtherContentError
from model.files.folder_lock import locked
from model.files.leftovers import MOVES, mark, overwrite
from model.files.leftovers import Move as Listed
from model.files.reasons import left_changed, left_written
from model.files.regular_file import NotRegularFileError, is_marked_read_only
from model.language import joined


class ReadOnlyError(OSError):
    """A file is marked as one that is not to be changed."""

    def __init__(self, path: Path) -> None:
        super().__init__(errno.EACCES, os.strerror(errno.EACCES))
        self.path = path


class Moves:
    """Files on their way together, with what stands beside them until they have arrived.

    Attributes:
        path: the one that is being dealt with.
    """

    def __init__(self, files: Mapping[Path, bytes], private: bool) -> None:
        begin = mark()
        self.paths = list(files)
        self.path = Path()
        self._moves: list[_Move] = []
        for index, (path, data) in enumerate(files.items()):
            self.path = path
            self._moves.append(_Move(path, data, f"{begin}-{index}", private))
        self._folders = list(dict.fromkeys(move.target.parent for move in self._moves))
        self._lists = {folder: folder / f"{begin}.{MOVES}" for folder in self._folders}

    def write_aside(self) -> None:
        """Write all new contents beside the old ones, and flush them to disk."""
        for move in self._moves:
            self.path = move.path
            move.write_aside()

    @contextmanager
    def folders_locked(self, known: Mapping[Path, Digest | None]) -> Iterator[None]:
        """Keep other programs of this kind from replacing what is compared."""
        with ExitStack() as stack:
            for folder in self._folders if known else ():
                stack.enter_context(locked(folder))
            yield

    def put_in_place(self, known: Mapping[Path, Digest | None], *, replace: bool) -> None:
        """Put all new contents in place; without ``replace`` a file that has come meanwhile is left alone."""
        for move in self._moves:
            self.path = move.path
            move.save_old()
        changed = [
            move.path for move in self._moves if move.path in known and not move.holds(known[move.path])
        ]
        if changed:
            raise OtherContentError(tuple(changed))
        is_single = len(self._moves) == 1 and not self._moves[0].is_overwritten
        for folder, path in self._lists.items() if not is_single else ():
            moves = [move.listed() for move in self._moves if move.target.parent == folder]
            _write(path, msgspec.json.encode(moves), 0o600)
        for move in self._moves:
            self.path = move.path
            move.put_in_place(replace=replace)
        for folder in self._folders:
            flush_folder(folder)
        for path in self._lists.values() if not is_single else ():
            path.unlink()

    def take_back(self) -> str:
        """Put the old contents back; a sentence where that fails, else ""."""
        return joined(move.take_back() for move in self._moves)

    def clear(self) -> None:
        """Leave nothing beside the files but old contents that could not be put back, with the list that names them."""
        for move in self._moves:
            move.clear()
        if not any(move.is_stuck for move in self._moves):
            for path in self._lists.values():
                _tried(partial(path.unlink, missing_ok=True))


class _Move:
    """A file on its way: written aside, put in place, and taken back where another one fails.

    Attributes:
        path: as it was named.
        target: the file itself, where the path is a link to it.
        is_overwritten: whether its content is overwritten where it stands, for other names share it.
        is_stuck: whether the old content could not be put back.
    """

    def __init__(self, path: Path, data: bytes, begin: str, private: bool) -> None:
        self.path = path
        self.target = _followed(path)
        self._data = data
        # not the file's own name: that may be as long as a name can be
        self._aside = self.target.parent / f"{begin}.tmp"
        self._old = self.target.parent / f"{begin}.old"
        self._has_old = self._is_linked = self._is_compared = self._is_placed = self.is_stuck = False
        state = _state(self.target)
        self._mode = stat.S_IMODE(state.st_mode) if state else 0o600 if private else None
        self._group = state.st_gid if state else None
        self.is_overwritten = state is not None and state.st_nlink > 1 + _own_links(self.target.parent, state)

    def write_aside(self) -> None:
        """Write the new content beside the old file, and flush it to disk."""
        _write(self._aside, self._data, self._mode, self._group)

    def save_old(self) -> None:
        """Back up the file's present content so that it can be restored."""
        try:
            if self.is_overwritten:
                raise OSError
            os.link(self.target, self._old)
            self._is_linked = True
        except (FileNotFoundError, NotADirectoryError):
            return
        except OSError:  # a file system without links
            try:
                content = self.target.read_bytes()
            except (FileNotFoundError, NotADirectoryError):
                return
            _write(self._old, content, self._mode)
        self._has_old = True

    def holds(self, content: Digest | None) -> bool:
        """Whether the content that was backed up is the one that is known, or the file is gone; it is compared from now on."""
        self._is_compared = True
        return not self._has_old or digest_of(self._old) == content

    def listed(self) -> Listed:
        """The move as the list has it."""
        old = self._old.name if self._has_old else ""
        return Listed(self.target.name, self._aside.name, old, digest(self._data).hex(), self.is_overwritten)

    def put_in_place(self, *, replace: bool) -> None:
        """Put the new content in place; without ``replace`` a file that has come meanwhile is left alone."""
        if self.is_overwritten and replace:
            self._is_placed = True  # from its first byte on
            overwrite(self.target, self._data)
        elif replace and (self._has_old or not self._is_compared):
            if self._is_compared and self._is_linked and not self.target.samefile(self._old):
                raise OtherContentError((self.path,))
            self._aside.replace(self.target)
        else:
            self._put_where_nothing_is()
        self._is_placed = True

    def _put_where_nothing_is(self) -> None:
        try:
            try:
                os.link(self._aside, self.target)
            except FileExistsError:
                raise
            except OSError:  # a file system without links; on Windows this, too, replaces nothing
                self._aside.rename(self.target)
        except FileExistsError as error:
            raise OtherContentError((self.path,)) from error

    def take_back(self) -> str:
        """Put the old content back; a sentence where that fails, else ""."""
        if not self._is_placed:
            return ""
        self._is_placed = False
        if self._has_old:
            self._has_old = False
            if _tried(self._restore):
                return ""
            self.is_stuck = True
            return left_changed(self.path, self._old)
        done = _tried(lambda: self.target.unlink(missing_ok=True))
        return "" if done else left_written(self.path)

    def _restore(self) -> None:
        if self.is_overwritten:
            overwrite(self.target, self._old.read_bytes())
            self._old.unlink()
        else:
            self._old.replace(self.target)

    def clear(self) -> None:
        """Leave nothing beside the file but an old content that could not be put back."""
        _tried(lambda: self._aside.unlink(missing_ok=True))
        if self._has_old:
            _tried(lambda: self._old.unlink(missing_ok=True))


def _followed(path: Path) -> Path:
    """The file that a link leads to, which need not be there; any other path as it is."""
    if not path.is_symlink():
        return path
    try:
        return Path(os.path.realpath(path, strict=True))
    except FileNotFoundError:
        return Path(os.path.realpath(path))


def _state(path: Path) -> os.stat_result | None:
    """What the system says of a file that is to be replaced; None where there is none, or it is no file.

    Raises:
        OSError: when it may not be replaced: it is read-only, or a device.
    """
    try:
        state = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    if stat.S_ISDIR(state.st_mode):
        return None  # the move says so
    if not stat.S_ISREG(state.st_mode):
        raise NotRegularFileError
    if is_marked_read_only(path, state):
        raise ReadOnlyError(path)
    return state


def _own_links(folder: Path, state: os.stat_result) -> int:
    """How many of a file's links are old contents that other writes have put aside, or that were left behind."""
    if state.st_nlink == 1:
        return 0
    links = 0
    for path in folder.glob(".yosancho-*.old"):
        with suppress(OSError):  # cleared meanwhile
            links += os.path.samestat(path.stat(), state)
    return links


def _write(path: Path, data: bytes, mode: int | None, group: int | None = None) -> None:
    """Write a new file and flush it to disk; ``mode`` None for the rights that new files have."""
    first = 0o666 if mode is None else 0o600
    with open(path, "xb", opener=lambda name, flags: os.open(name, flags, first)) as file:
        file.write(data)
        file.flush()
        with suppress(OSError):  # a file system without rights
            if group is not None and hasattr(os, "chown"):
                os.chown(path, -1, group)
        with suppress(OSError):
            if mode is not None:
                path.chmod(mode)
        os.fsync(file.fileno())
    if path.stat().st_size != len(data):
        raise OSError(errno.EIO, os.strerror(errno.EIO))


def flush_folder(folder: Path) -> None:
    """Flush the names of a folder to disk, where the system can: a power cut then takes back no move."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:  # Windows opens no folders, and some shared folders neither
        return
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno in (errno.EIO, errno.ENOSPC, errno.EDQUOT):
            raise
    finally:
        os.close(descriptor)


def _tried(act: Callable[[], object]) -> bool:
    """Whether it could be done, at the second try where the first fails: a fault of the moment leaves nothing behind."""
    for _ in range(2):
        try:
            act()
        except OSError:
            continue
        return True
    return False
