"""Files that are none: pipes, devices, sockets and folders are refused, and no more is read than what may be read."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from main import STANDARD_FOLDER
from model.document import storage
from model.document.storage import FileError
from model.files.regular_file import NotRegularFileError, TooLargeError, open_regular, read_regular
from model.standard.standard import Standard
from model.totals import prices
from templates.readers.books import read_book
from templates.readers.sources import read_source

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such files")


def a_pipe(path: Path) -> None:
    """A named pipe."""
    os.mkfifo(path)


def a_device(path: Path) -> None:
    """A device that never ends."""
    path.symlink_to("/dev/zero")


def a_socket(path: Path) -> None:
    """A socket."""
    there = Path.cwd()
    os.chdir(path.parent)  # the name of a socket may have 108 bytes only
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(there)


def a_folder(path: Path) -> None:
    """A folder."""
    path.mkdir()


def a_circle(path: Path) -> None:
    """A link to itself."""
    path.symlink_to(path)


KINDS = {
    a_pipe: "ふつうのファイルではありません",
    a_device: "ふつうのファイルではありません",
    a_socket: "ふつうのファイルではありません",
    a_folder: "フォルダーです",
    a_circle: "リンクがたがいを指しています",
}


@pytest.mark.parametrize(("make", "reason"), KINDS.items(), ids=lambda each: getattr(each, "__name__", ""))
def test_what_is_no_file_is_refused(
    make: Callable[[Path], None], reason: str, tmp_path: Path, in_force: Standard
) -> None:
    """A pipe is not waited for, a device not read: every door says in a sentence what stands there."""
    for name, door in (
        ("要求.yosan", storage.load),
        ("単価表.csv", prices.load),
        ("頁.html", lambda path: read_source(path, in_force, STANDARD_FOLDER)),
        ("本.xlsx", read_book),
    ):
        make(tmp_path / name)
        with pytest.raises(FileError, match=reason) as raised:
            door(tmp_path / name)
        assert name in str(raised.value)
        assert str(raised.value).endswith("ください。")


def test_pipe_beside_a_request_is_no_price_table(tmp_path: Path) -> None:
    """A pipe where the price table of a folder should be is told as a table that cannot be read."""
    os.mkfifo(tmp_path / prices.FILE_NAME)
    (told,) = prices.beside(tmp_path / "要求.yosan").unread
    assert "ふつうのファイルではありません" in told


def test_file_that_grew_since_it_was_looked_at_is_not_read_on(tmp_path: Path) -> None:
    """The limit holds for what is read, not only for what the directory said before."""
    path = tmp_path / "要求.yosan"
    path.write_bytes(b"x" * 10)
    assert read_regular(path, 10) == b"x" * 10
    with pytest.raises(TooLargeError):
        read_regular(path, 9)


@pytest.mark.skipif(
    not Path("/proc/self/maps").exists(), reason="only where the system tells of itself in files"
)
def test_file_without_a_size_is_not_read_on() -> None:
    """A file of the system has no size before it is read; no more than the limit is read of it."""
    assert Path("/proc/self/maps").stat().st_size == 0
    with pytest.raises(TooLargeError):
        read_regular(Path("/proc/self/maps"), 10)


def test_pipe_that_takes_the_place_of_a_file_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the look and the opening a pipe may have come: it is refused all the same."""
    path = tmp_path / "要求.yosan"
    os.mkfifo(path)
    file = tmp_path / "file"
    file.touch()
    state = file.stat()
    monkeypatch.setattr(Path, "stat", lambda *_args, **_options: state)
    with pytest.raises(NotRegularFileError):
        open_regular(path)
