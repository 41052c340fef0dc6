"""Writing files: all of them or none, nothing of another's unasked, and nothing left beside them."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NoReturn

import pytest

from model.files import files
from model.files.files import FileError, OtherContentError, digest, digest_of, write_files


def contents(folder: Path) -> dict[str, bytes]:
    """What every file of a folder holds, hidden ones too."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def in_folder(folder: Path, *names: str, word: bytes = b"new") -> dict[Path, bytes]:
    """What is to be written: the word into each file."""
    return {folder / name: word for name in names}


def refuse(*_: object, **__: object) -> NoReturn:
    """A system call that never succeeds."""
    raise OSError(errno.EIO, os.strerror(errno.EIO))


def refusing(act: Callable[..., object], names: Iterable[str]) -> Callable[..., object]:
    """A system call that fails where one of its paths has one of the names."""

    def call(*paths: Path, **more: object) -> object:
        if {Path(path).name for path in paths} & set(names):
            refuse()
        return act(*paths, **more)

    return call


def test_file_is_on_the_disk_before_it_takes_the_old_ones_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each new file is flushed to the disk, whole, and only when all are is the first put in place of the old one."""
    write_files(in_folder(tmp_path, "a", "b", word=b"old"))
    steps: list[str] = []
    fsync, put = os.fsync, Path.replace

    def flushed(descriptor: int) -> None:
        assert contents(tmp_path)["a"] == contents(tmp_path)["b"] == b"old"
        assert os.fstat(descriptor).st_size == len(b"new")
        steps.append("fsync")
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", flushed)
    monkeypatch.setattr(Path, "replace", lambda aside, target: steps.append("replace") or put(aside, target))
    write_files(in_folder(tmp_path, "a", "b"))
    assert steps == ["fsync", "fsync", "replace", "replace"]
    assert contents(tmp_path) == {"a": b"new", "b": b"new"}


@pytest.mark.parametrize("has_links", [True, False])
@pytest.mark.parametrize("fails", ["a", "b", "c"])
@pytest.mark.parametrize("old", ["", "a", "abc"])
def test_one_that_fails_takes_the_others_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails: str, old: str, *, has_links: bool
) -> None:
    """Where one of three files cannot be put in place, those that were are as before, also without links on the disk."""
    write_files(in_folder(tmp_path, *old, word=b"old"))
    before = contents(tmp_path)
    monkeypatch.setattr(Path, "replace", refusing(Path.replace, fails))
    if not has_links:
        monkeypatch.setattr(os, "link", refuse)

    with pytest.raises(FileError, match=r"装置の読み書きに失敗しました.*ほかのファイルも書いていません"):
        write_files(in_folder(tmp_path, "a", "b", "c"))
    assert contents(tmp_path) == before


def test_what_cannot_be_put_back_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a disk goes away in the middle, the old content is kept, and the sentence says where it is."""
    write_files(in_folder(tmp_path, "a", "b", word=b"old"))
    put = Path.replace
    monkeypatch.setattr(
        Path, "replace", lambda path, target: put(path, target) if path.suffix == ".tmp" and target.name == "a" else refuse()
    )  # fmt: skip

    with pytest.raises(FileError) as raised:
        write_files(in_folder(tmp_path, "a", "b"))
    (kept,) = (path for path in tmp_path.iterdir() if path.name not in "ab")
    assert kept.read_bytes() == b"old"
    assert f"「{tmp_path / 'a'}」は新しい内容に変わり、前の内容は「{kept}」にあります。" in str(raised.value)


def test_an_interrupt_leaves_all_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl+C between two files takes the first one back."""
    write_files(in_folder(tmp_path, "a", "b", word=b"old"))

    def interrupt(_: Path, target: Path) -> None:
        raise KeyboardInterrupt

    put = Path.replace
    monkeypatch.setattr(
        Path, "replace", lambda path, to: interrupt(path, to) if to.name == "b" else put(path, to)
    )
    with pytest.raises(KeyboardInterrupt):
        write_files(in_folder(tmp_path, "a", "b"))
    assert contents(tmp_path) == {"a": b"old", "b": b"old"}


def test_other_content_is_not_replaced_unasked(tmp_path: Path) -> None:
    """One file of other content keeps all from being written, and is named; files of the same content are written."""
    write_files(in_folder(tmp_path, "b", word=b"theirs"))
    with pytest.raises(OtherContentError, match=f"「{tmp_path / 'b'}」がすでにあり") as raised:
        write_files(in_folder(tmp_path, "a", "b"), replace=False)
    assert "/a" not in str(raised.value)
    assert contents(tmp_path) == {"b": b"theirs"}

    same = in_folder(tmp_path, "a", "b", word=b"theirs")
    before = (tmp_path / "b").stat().st_mtime_ns
    assert write_files(same, replace=False) == list(same)
    assert contents(tmp_path) == {"a": b"theirs", "b": b"theirs"}
    assert (tmp_path / "b").stat().st_mtime_ns == before


def test_a_link_to_nowhere_is_not_replaced_unasked(tmp_path: Path) -> None:
    """A link whose file is on a drive that is not there now is another's as well."""
    (tmp_path / "a").symlink_to(tmp_path / "gone" / "a")
    with pytest.raises(OtherContentError):
        write_files(in_folder(tmp_path, "a"), replace=False)
    assert (tmp_path / "a").is_symlink()


def test_a_file_that_comes_meanwhile_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What another program writes between the look and the writing stays, and the other file is taken back."""

    def theirs(_: int) -> None:
        (tmp_path / "b").write_bytes(b"theirs")

    monkeypatch.setattr(os, "fsync", theirs)
    with pytest.raises(OtherContentError, match="すでにあり"):
        write_files(in_folder(tmp_path, "a", "b"), replace=False)
    assert contents(tmp_path) == {"b": b"theirs"}


def test_new_files_without_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a memory stick, which knows no links, new files are written all the same."""
    monkeypatch.setattr(os, "link", refuse)
    write_files(in_folder(tmp_path, "a", "b"), replace=False)
    assert contents(tmp_path) == {"a": b"new", "b": b"new"}


@pytest.mark.parametrize("name", ["a\x00b", "\ud800", "x" * 256])
def test_a_name_that_no_file_can_have(tmp_path: Path, name: str) -> None:
    """A name with a NUL, with half a character, or too long is a sentence."""
    with pytest.raises(FileError, match="保存できません"):
        write_files({tmp_path / "a": b"", tmp_path / name: b""})
    assert contents(tmp_path) == {}


def test_a_path_without_a_name(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The folder itself is no file to write to."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(FileError, match="保存できません"):
        write_files({Path(): b""})
    assert contents(tmp_path) == {}


def test_the_longest_name_can_be_written(tmp_path: Path) -> None:
    """A name of 255 bytes, the most there is, leaves no room beside it and needs none."""
    name = "業" * 83 + ".yosan"
    write_files(in_folder(tmp_path, name))
    assert contents(tmp_path) == {name: b"new"}


def test_digest_tells_another_content_of_the_same_size_and_time(tmp_path: Path) -> None:
    """A file of another content has another digest, whatever its time says; one that is gone has none."""
    path = tmp_path / "a"
    assert digest_of(path) is None
    assert digest_of(path / "below a file that is not there") is None
    path.write_bytes(b"1")
    os.utime(path, ns=(0, 0))
    first = digest_of(path)
    assert first == digest(b"1")
    path.write_bytes(b"2")
    os.utime(path, ns=(0, 0))
    assert digest_of(path) not in (None, first)


def test_a_digest_of_what_cannot_be_read(tmp_path: Path) -> None:
    """A folder in the place of the file is a sentence, not "no such file"."""
    with pytest.raises(FileError, match="中身を確かめられません（フォルダーです）"):
        digest_of(tmp_path)


def test_every_reason_is_japanese() -> None:
    """What the system says in English is said in Japanese for whatever may happen to a disk."""
    for number in (
        errno.ENOSPC,
        errno.EIO,
        errno.EACCES,
        errno.EMFILE,
        errno.EROFS,
        errno.EDQUOT,
        errno.ENOTDIR,
    ):
        assert not files.reason(OSError(number, os.strerror(number))).isascii()
