"""The one place that writes files: what is written together is all new afterwards, or all as it was.

Every file is written aside and flushed to disk, then put in place of the old one, so that a crash leaves the old
content or the new, never half of one. What several files held is kept until all of them are in place.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final, TypeAlias

from model.files.regular_file import NotRegularFileError
from model.values.identity import new_id

Digest: TypeAlias = bytes
"""What tells whether a file holds what it held: two contents of one digest are the same."""

_REASONS: Final = {
    errno.ENOSPC: "空き容量がありません",
    errno.EDQUOT: "割り当てられた容量を使い切っています",
    errno.EROFS: "書き込めない場所です",
    errno.EIO: "装置の読み書きに失敗しました",
    errno.EMFILE: "開いているファイルが多すぎます",
    errno.ENFILE: "開いているファイルが多すぎます",
    errno.ENAMETOOLONG: "名前が長すぎます",
    errno.EBADF: "閉じられています",
    errno.ELOOP: "リンクがたがいを指しています",
}


class FileError(Exception):
    """A file cannot be read or written; the message is a Japanese sentence: what, where, what to do."""


class OtherContentError(FileError):
    """Files of other content stand where new ones were to be written; none was."""

    def __init__(self, paths: tuple[Path, ...]) -> None:
        names = "、".join(f"「{path}」" for path in paths)
        super().__init__(f"{names}がすでにあり、内容が違うため、何も書きませんでした。")


def digest(data: bytes) -> Digest:
    """The digest of a file's content."""
    import hashlib  # brings OpenSSL, and nothing is compared before the window is there

    return hashlib.sha256(data).digest()


def digest_of(path: Path) -> Digest | None:
    """The digest of what a file holds now; None when there is no such file.

    Raises:
        FileError: when the file is there and cannot be read.
    """
    try:
        with path.open("rb") as file:
            import hashlib  # as above

            return hashlib.file_digest(file, "sha256").digest()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise FileError(
            f"「{path}」が読めないため、中身を確かめられません（{reason(error)}）。別の場所か名前で保存してください。"
        ) from error


def write_files(files: Mapping[Path, bytes], *, replace: bool = True) -> list[Path]:
    """Write several files, all of them or none.

    Args:
        files: what each file is to hold.
        replace: whether files that are there may be replaced. Without it one that holds these very bytes counts as
            written, and one that holds others keeps all from being written.

    Returns:
        The paths.

    Raises:
        OtherContentError: when a file may not be replaced.
        FileError: when one of them cannot be written; all are then as they were.
    """
    moves = [_Move(path, data) for path, data in files.items() if replace or not _holds(path, data)]
    standing = tuple(move.path for move in moves if not replace and os.path.lexists(move.path))
    if standing:
        raise OtherContentError(standing)
    path = Path()
    try:
        for move in moves:
            path = move.path
            move.write_aside()
        for move in moves[:-1]:  # the last one fails before anything of it is in place, or all have gone well
            path = move.path
            move.save_old()
        for move in moves:
            path = move.path
            move.put_in_place(replace=replace)
    except (OSError, ValueError) as error:
        left = "".join(move.take_back() for move in moves)
        others = "ほかのファイルも書いていません。" if len(moves) > 1 and not left else left
        raise FileError(
            f"「{path}」に保存できません（{reason(error)}）。{others}別の場所か名前で保存してください。"
        ) from error
    except BaseException:  # another's file that came meanwhile, an interrupt
        for move in moves:
            move.take_back()
        raise
    finally:
        for move in moves:
            move.clear()
    return list(files)


def reason(error: OSError | ValueError) -> str:
    """Why the system refused, in Japanese words."""
    match error:
        case FileNotFoundError():
            return "見つかりません"
        case PermissionError():
            return "読み書きの権限がないか、他の人が開いています"
        case IsADirectoryError():
            return "フォルダーです"
        case NotADirectoryError():
            return "フォルダーではない所です"
        case NotRegularFileError():
            return "ふつうのファイルではありません"
        case OSError():
            return _REASONS.get(error.errno or 0, error.strerror or type(error).__name__)
    return "名前に使えない文字があります"


class _Move:
    """A file on its way: written aside, put in place, and taken back where another one fails."""

    def __init__(self, path: Path, data: bytes) -> None:
        self.path = path
        self._data = data
        mark = f".yosancho-{new_id()}"  # not the file's own name: that may be as long as a name can be
        self._aside = path.parent / f"{mark}.tmp"
        self._old = path.parent / f"{mark}.old"
        self._has_old = self._is_placed = False

    def write_aside(self) -> None:
        """Write the new content beside the old file, and flush it to disk."""
        _write(self._aside, self._data)

    def save_old(self) -> None:
        """Back up the file's present content so that it can be restored."""
        if not os.path.lexists(self.path):
            return
        try:
            os.link(self.path, self._old)
        except OSError:  # a file system without links
            _write(self._old, self.path.read_bytes())
        self._has_old = True

    def put_in_place(self, *, replace: bool) -> None:
        """Put the new content in place; without ``replace`` a file that has come meanwhile is left alone."""
        if replace:
            self._aside.replace(self.path)
        else:
            self._put_where_nothing_is()
        self._is_placed = True

    def _put_where_nothing_is(self) -> None:
        try:
            try:
                os.link(self._aside, self.path)
            except FileExistsError:
                raise
            except OSError:  # a file system without links; on Windows this, too, replaces nothing
                self._aside.rename(self.path)
        except FileExistsError as error:
            raise OtherContentError((self.path,)) from error

    def take_back(self) -> str:
        """Put the old content back; a sentence where that fails, else ""."""
        if not self._is_placed:
            return ""
        self._is_placed = False
        if not self._has_old:
            done = _tried(lambda: self.path.unlink(missing_ok=True))
            return "" if done else f"「{self.path}」は新しく書かれたまま残っています。"
        self._has_old = False
        done = _tried(lambda: self._old.replace(self.path))
        return "" if done else f"「{self.path}」は新しい内容に変わり、前の内容は「{self._old}」にあります。"

    def clear(self) -> None:
        """Leave nothing beside the file but an old content that could not be put back."""
        _tried(lambda: self._aside.unlink(missing_ok=True))
        if self._has_old:
            _tried(lambda: self._old.unlink(missing_ok=True))


def _write(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


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
