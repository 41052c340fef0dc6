"""The one place that writes files: what is written together is all new afterwards, or all as it was.

Every file is written aside and flushed to disk, then put in place of the old one, so that a crash leaves the old
content or the new, never half of one. What several files held is kept until all of them are in place. A file keeps its
mode, and a link to it stays a link; where hard links share its content, they all get the new one.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from model.files.regular_file import NotRegularFileError, open_regular
from model.files.regular_file import digest as digest  # what tells contents apart

if TYPE_CHECKING:
    from model.files.leftovers import Move

Digest: TypeAlias = bytes
"""What tells whether a file holds what it held: two contents of one digest are the same."""


class FileError(Exception):
    """A file cannot be read or written; the message says what, where, what to do, in the language in use.

    Attributes:
        sentence: the message in Japanese, as it is kept.
    """

    def __init__(self, template: str, **fields: object) -> None:
        """Make the error.

        Args:
            template: a Japanese sentence, with a name in braces for what is put in.
            fields: what is put in, by name.
        """
        from model.language import Phrase, phrase  # nothing is refused before the window is there

        is_made = isinstance(template, Phrase) and not fields
        self.sentence = template if is_made else phrase(template, **fields)
        super().__init__(self.sentence)

    def __str__(self) -> str:
        from model.language import spoken

        return spoken(self.sentence)


class OtherContentError(FileError):
    """Files of other content stand where new ones were to be written; none was."""

    def __init__(self, paths: tuple[Path, ...]) -> None:
        names = "、".join(f"「{path}」" for path in paths)
        super().__init__("{names}がすでにあり、内容が違うため、何も書きませんでした。", names=names)


def digest_of(path: Path) -> Digest | None:
    """The digest of what a file holds now; None when there is no such file.

    Raises:
        FileError: when the file is there and cannot be read.
    """
    try:
        with open_regular(path) as file:
            import hashlib  # brings OpenSSL, and nothing is compared before the window is there

            return hashlib.file_digest(file, "sha256").digest()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise FileError(
            "「{path}」が読めないため、中身を確かめられません（{reason}）。別の場所か名前で保存してください。",
            path=path,
            reason=reason(error),
        ) from error


def write_files(
    files: Mapping[Path, bytes],
    *,
    replace: bool = True,
    known: Mapping[Path, Digest | None] | None = None,
    private: bool = False,
) -> list[Path]:
    """Write several files, all of them or none.

    Args:
        files: what each file is to hold.
        replace: whether files that are there may be replaced. Without it one that holds these very bytes counts as
            written, and one that holds others keeps all from being written.
        known: what files are known to hold, None for no file. One that is there and holds something else by now keeps all from
            being written. No other program that writes files in this way comes between the look and the writing. Any
            other program that replaces files could only between two calls of the system, and one that writes into a file
            while its content is compared.
        private: whether new files are for this user's eyes only.

    Returns:
        The paths.

    Raises:
        OtherContentError: when a file may not be replaced.
        FileError: when one of them cannot be written; all are then as they were.
    """
    known = known or {}
    try:
        write = _Write(
            {path: data for path, data in files.items() if replace or not _holds(path, data)}, private
        )
    except (OSError, ValueError) as error:
        raise _refusal(next(iter(files)), error, "") from error
    standing = tuple(path for path in write.paths if not replace and os.path.lexists(path))
    if standing:
        raise OtherContentError(standing)
    try:
        write.write_aside()
        with write.folders_locked(known):
            write.put_in_place(known, replace=replace)
    except (OSError, ValueError) as error:
        from model.files.reasons import NOTHING_ELSE  # nothing is refused before the window is there

        left = write.take_back()
        others = NOTHING_ELSE if len(write.paths) > 1 and not left else left
        raise _refusal(write.path, error, others) from error
    except BaseException:  # another's file that came meanwhile, an interrupt
        write.take_back()
        raise
    finally:
        write.clear()
    return list(files)


def is_read_only(path: Path) -> bool:
    """Whether a file is there and marked as one that is not to be changed."""
    try:
        return _is_read_only(path, path.stat())
    except OSError:
        return False


def _is_read_only(path: Path, state: os.stat_result) -> bool:
    return not state.st_mode & 0o222 or not os.access(path, os.W_OK)


def make_private_folder(folder: Path) -> None:
    """Make a folder that only this user can look into, or take the others' rights from the one that is there.

    Raises:
        OSError: when it cannot be made.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if stat.S_IMODE(folder.stat().st_mode) & 0o077:
        folder.chmod(0o700)


def _refusal(path: Path, error: OSError | ValueError, others: str) -> FileError:
    if isinstance(error, _ReadOnlyError):
        return FileError(
            "「{path}」は読み取り専用なので、書き換えません。{others}別の名前で保存するか、読み取り専用を外してください。",
            path=error.path,
            others=others,
        )
    from model.files.reasons import NO_FOLDER

    why = NO_FOLDER if isinstance(error, FileNotFoundError) else reason(error)
    return FileError(
        "「{path}」に保存できません（{why}）。{others}別の場所か名前で保存してください。",
        path=path,
        why=why,
        others=others,
    )


def reason(error: OSError | ValueError) -> str:
    """Why the system refused, in Japanese words."""
    from model.files.reasons import words_of  # nothing is refused before the window is there

    return words_of(error)


def not_opened(path: Path, error: OSError | ValueError) -> FileError:
    """The error of a file that cannot be opened, with why the system refused."""
    return FileError(
        "「{path}」が開けません（{reason}）。場所と名前を確かめてください。", path=path, reason=reason(error)
    )


class _ReadOnlyError(OSError):
    """A file is marked as one that is not to be changed."""

    def __init__(self, path: Path) -> None:
        super().__init__(errno.EACCES, os.strerror(errno.EACCES))
        self.path = path


class _Write:
    """Files on their way together, with what stands beside them until they have arrived.

    Attributes:
        paths: the files.
        path: the one that is being dealt with.
    """

    def __init__(self, files: Mapping[Path, bytes], private: bool) -> None:
        from model.files.leftovers import MOVES, mark  # no start of the window pays for it

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
        from model.files.folder_lock import locked

        with ExitStack() as stack:
            for folder in self._folders if known else ():
                stack.enter_context(locked(folder))
            yield

    def put_in_place(self, known: Mapping[Path, Digest | None], *, replace: bool) -> None:
        """Put all new contents in place; without ``replace`` a file that has come meanwhile is left alone."""
        from model.files.leftovers import list_of_moves

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
            _write(path, list_of_moves(moves), 0o600)
        for move in self._moves:
            self.path = move.path
            move.put_in_place(replace=replace)
        for folder in self._folders:
            _flush_folder(folder)
        for path in self._lists.values() if not is_single else ():
            path.unlink()

    def take_back(self) -> str:
        """Put the old contents back; a sentence where that fails, else ""."""
        from model.language import joined

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
        self._aside = (
            self.target.parent / f"{begin}.tmp"
        )  # not the file's own name: that may be as long as a name can be
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

    def listed(self) -> Move:
        """The move as the list has it."""
        from model.files.leftovers import Move

        old = self._old.name if self._has_old else ""
        return Move(self.target.name, self._aside.name, old, digest(self._data).hex(), self.is_overwritten)

    def put_in_place(self, *, replace: bool) -> None:
        """Put the new content in place; without ``replace`` a file that has come meanwhile is left alone."""
        if self.is_overwritten and replace:
            self._is_placed = True  # from its first byte on
            from model.files.leftovers import overwrite

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
        from model.files.reasons import left_changed, left_written

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
            from model.files.leftovers import overwrite

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
    if _is_read_only(path, state):
        raise _ReadOnlyError(path)
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


def _flush_folder(folder: Path) -> None:
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


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except (OSError, ValueError):
        return False


def _tried(act: Callable[[], object]) -> bool:
    """Whether it could be done, at the second try where the first fails: a fault of the moment leaves nothing behind."""
    for _ in range(2):
        try:
            act()
        except OSError:
            continue
        return True
    return False
