"""Writing files: all of them or none, nothing of another's unasked, and nothing left beside them."""

from __future__ import annotations

import errno
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NoReturn

import pytest

from model.files import leftovers, moves
from model.files.files import (
    FileError,
    OtherContentError,
    digest,
    digest_of,
    make_private_folder,
    reason,
    write_files,
)
from model.files.folder_lock import locked
from model.files.leftovers import clear_leftovers
from model.files.process import machine_mark
from tests.samples import ROOT


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
    """Each new file and the list of both are flushed to the disk, whole, before the first is put in place; then the folder."""
    write_files(in_folder(tmp_path, "a", "b", word=b"old"))
    steps: list[str] = []
    fsync, put = os.fsync, Path.replace

    def flushed(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            steps.append("folder")
        else:
            assert contents(tmp_path)["a"] == contents(tmp_path)["b"] == b"old"
            assert os.fstat(descriptor).st_size >= len(b"new")
            steps.append("fsync")
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", flushed)
    monkeypatch.setattr(Path, "replace", lambda aside, target: steps.append("replace") or put(aside, target))
    write_files(in_folder(tmp_path, "a", "b"))
    assert steps == ["fsync", "fsync", "fsync", "replace", "replace", "folder"]
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
    (kept,) = (path for path in tmp_path.iterdir() if path.suffix == ".old")
    assert kept.read_bytes() == b"old"
    assert f"「{tmp_path / 'a'}」は新しい内容に変わり、前の内容は「{kept}」にあります。" in str(raised.value)

    monkeypatch.undo()
    assert clear_leftovers(tmp_path) == 0, "this process still runs"
    monkeypatch.setattr(leftovers, "is_running", lambda _: False)
    clear_leftovers(tmp_path)
    assert contents(tmp_path) == {"a": b"old", "b": b"old"}, "the next start puts it back"


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
        *(
            errno.ENOTCONN,
            errno.ETIMEDOUT,
            errno.EHOSTDOWN,
            errno.ESTALE,
            errno.ENODEV,
            errno.EBUSY,
            errno.EFBIG,
        ),
    ):
        assert not reason(OSError(number, os.strerror(number))).isascii()


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_a_file_keeps_its_mode(tmp_path: Path, mode: int) -> None:
    """Who may read a file may read it after a save, and nobody else."""
    path = tmp_path / "a"
    path.write_bytes(b"old")
    path.chmod(mode)
    write_files({path: b"new"})
    assert stat.S_IMODE(path.stat().st_mode) == mode


def test_a_new_file_has_the_rights_that_new_files_have(tmp_path: Path) -> None:
    """A new file is as any program makes it; a private one is its user's alone, in a folder that is."""
    (tmp_path / "usual").write_bytes(b"")
    write_files(in_folder(tmp_path, "a"))
    assert (tmp_path / "a").stat().st_mode == (tmp_path / "usual").stat().st_mode
    write_files(in_folder(tmp_path, "b"), private=True)
    assert stat.S_IMODE((tmp_path / "b").stat().st_mode) == 0o600
    (tmp_path / "folder").mkdir(mode=0o755)
    for folder in (tmp_path / "folder", tmp_path / "x" / "new"):
        make_private_folder(folder)
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_symbolic_link_stays_one(tmp_path: Path) -> None:
    """What is saved under the name of a link is in the file that the link leads to, over several links too."""
    (tmp_path / "far").mkdir()
    (tmp_path / "far" / "a").write_bytes(b"old")
    (tmp_path / "one").symlink_to(Path("far") / "a")
    (tmp_path / "two").symlink_to("one")
    write_files(in_folder(tmp_path, "two"))
    assert (tmp_path / "two").is_symlink()
    assert (tmp_path / "one").is_symlink()
    assert contents(tmp_path / "far") == {"a": b"new"}


def test_hard_links_stay_together(tmp_path: Path) -> None:
    """A file that has two names has the new content under both."""
    (tmp_path / "a").write_bytes(b"old and longer")
    os.link(tmp_path / "a", tmp_path / "b")
    write_files(in_folder(tmp_path, "a"))
    assert contents(tmp_path) == {"a": b"new", "b": b"new"}


@pytest.mark.parametrize("mode", [0o444, 0o400])
def test_a_read_only_file_is_left_alone(tmp_path: Path, mode: int) -> None:
    """Who marks a file as read-only means it: it is not replaced, and the sentence says what to do."""
    path = tmp_path / "a"
    path.write_bytes(b"old")
    path.chmod(mode)
    with pytest.raises(
        FileError,
        match=r"読み取り専用か、書き込めない場所にあるので、書き換えません。.*別の場所か名前を選ぶか",
    ):
        write_files(in_folder(tmp_path, "a", "b"))
    assert contents(tmp_path) == {"a": b"old"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such files")
def test_a_pipe_is_not_replaced(tmp_path: Path) -> None:
    """What is no ordinary file is not written over."""
    os.mkfifo(tmp_path / "a")
    with pytest.raises(FileError, match="ふつうのファイルではありません"):
        write_files(in_folder(tmp_path, "a"))
    assert stat.S_ISFIFO((tmp_path / "a").stat().st_mode)


def test_a_file_that_changed_is_not_replaced(tmp_path: Path) -> None:
    """What another program wrote since the file was read stays, whatever its size and time; a file that is gone is written anew."""
    path = tmp_path / "a"
    path.write_bytes(b"theirs")
    with pytest.raises(OtherContentError):
        write_files({path: b"mine"}, known={path: digest(b"known!")})
    assert contents(tmp_path) == {"a": b"theirs"}
    with pytest.raises(OtherContentError):
        write_files({path: b"mine"}, known={path: None})
    write_files({path: b"mine"}, known={path: digest(b"theirs")})
    path.unlink()
    write_files({path: b"anew"}, known={path: digest(b"mine")})
    assert contents(tmp_path) == {"a": b"anew"}


@pytest.mark.parametrize("was_there", [True, False])
def test_another_program_in_the_last_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, was_there: bool
) -> None:
    """A program that knows nothing of locks and replaces the file after it was compared is seen all the same."""
    path, theirs = tmp_path / "a", tmp_path / "theirs"
    if was_there:
        path.write_bytes(b"known")

    def compare(move: moves._Move, content: bytes | None) -> bool:
        found = holds(move, content)
        theirs.write_bytes(b"theirs")
        theirs.replace(path)
        return found

    holds = moves._Move.holds
    monkeypatch.setattr(moves._Move, "holds", compare)
    with pytest.raises(OtherContentError):
        write_files({path: b"mine"}, known={path: digest(b"known")})
    assert contents(tmp_path) == {"a": b"theirs"}


def test_looking_and_writing_are_one(tmp_path: Path) -> None:
    """Of two programs that save what they read at the same time one is refused, every time."""
    path = tmp_path / "a"
    script = """
import sys
from pathlib import Path
from model.files.files import OtherContentError, digest, write_files
path, name = Path(sys.argv[1]), sys.argv[2]
said = 0
while said < 40:
    there = path.read_bytes()
    try:
        write_files({path: there + name.encode()}, known={path: digest(there)})
        said += 1
    except OtherContentError:
        pass
"""
    path.write_bytes(b"")
    running = [subprocess.Popen([sys.executable, "-c", script, str(path), name], cwd=ROOT) for name in "ab"]
    assert [process.wait(60) for process in running] == [0, 0]
    assert sorted(path.read_bytes()) == sorted(b"a" * 40 + b"b" * 40), "no save was written over"
    assert list(contents(tmp_path)) == ["a"]


def test_a_lock_that_another_holds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where another one's save does not end, ours is refused with a sentence, and the file is as it was."""
    (tmp_path / "a").write_bytes(b"old")
    monkeypatch.setattr("time.sleep", lambda _: None)
    with locked(tmp_path), pytest.raises(FileError, match="他の人が保存しているところです"):
        write_files(in_folder(tmp_path, "a"), known={tmp_path / "a": digest(b"old")})
    assert contents(tmp_path) == {"a": b"old"}


def test_a_lock_that_another_user_has_just_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A lock that may not be opened yet is waited for; a folder without rights is refused at once."""
    (tmp_path / "a").write_bytes(b"old")
    refused, open_file = [PermissionError(), PermissionError()], os.open

    def open_refused(path: Path, *more: int) -> int:
        if Path(path).name == ".yosancho.lock" and refused:
            os.close(open_file(path, os.O_CREAT | os.O_WRONLY))
            raise refused.pop()
        return open_file(path, *more)

    monkeypatch.setattr(os, "open", open_refused)
    write_files(in_folder(tmp_path, "a"), known={tmp_path / "a": digest(b"old")})
    assert contents(tmp_path) == {"a": b"new"}


KILLED = """
import os, signal, sys
from pathlib import Path
from model.files.files import write_files
count = 0
def watch(event, args):
    global count
    if event in ("open", "os.rename", "os.remove", "os.link", "os.truncate", "os.chmod"):
        count += 1
        if count == fails:
            os.kill(os.getpid(), signal.SIGKILL)
write_files({Path(sys.argv[2]): b""})  # brings what is imported at the first write: only the calls of a write are counted
for line in sys.stdin:
    fails, folder = int(line.partition(" ")[0]), Path(line.partition(" ")[2].strip())
    process = os.fork()  # a process of its own that is killed, and needs not start anew
    if process == 0:
        paths = {folder / name: b"new" for name in sys.argv[1]}
        sys.addaudithook(watch)
        write_files(paths)
        os._exit(0)
    print(os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]), flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
@pytest.mark.parametrize(("names", "shared"), [("a", ""), ("ab", ""), ("a", "a"), ("xa", "")])
def test_a_write_that_is_killed(tmp_path: Path, names: str, shared: str) -> None:
    """Killed at any call, each file is whole; after the next start all are old or all new, and nothing is beside them."""
    command = [sys.executable, "-c", KILLED, names, str(tmp_path / "first")]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as writers:
        assert writers.stdin is not None
        assert writers.stdout is not None
        for fails in range(1, 200):
            folder = tmp_path / str(fails)
            folder.mkdir()
            write_files(in_folder(folder, "a", "b", word=b"old"))
            for name in shared:
                os.link(folder / name, folder / "link")
            before = contents(folder)
            print(fails, folder, file=writers.stdin, flush=True)
            ended = int(writers.stdout.readline())
            clear_leftovers(folder)
            new = before | dict.fromkeys([*names, *(["link"] if shared else [])], b"new")
            assert contents(folder) in (before, new), f"killed at call {fails}"
            if ended == 0:
                assert contents(folder) == new
                return
            assert ended == -signal.SIGKILL
    raise AssertionError("it never ended by itself")


def test_leftovers_of_others_stay(tmp_path: Path) -> None:
    """What a running program, another machine or another program has in a folder is not ours to clear, for a day."""
    theirs = [
        f".yosancho-{os.getpid()}-{leftovers.machine_mark()}-0123456789-0.tmp",
        ".yosancho-999999999-00000000-0123456789-0.tmp",
        ".~lock.要求書.yosan#",
        ".a.tmp",
    ]
    old_kind = [".要求書.yosan.0123456789.tmp", ".yosancho-0123456789.tmp"]
    for name in [*theirs, *old_kind]:
        (tmp_path / name).write_bytes(b"")
    assert clear_leftovers(tmp_path) == 0
    for name in [*theirs, *old_kind]:
        os.utime(tmp_path / name, (0, 0))
    assert clear_leftovers(tmp_path) == 3
    assert set(contents(tmp_path)) == {theirs[0], *theirs[2:]}


@pytest.mark.parametrize("content", [b"[", b'[{"name":"\xbf"}]', b"[" * 9_000, b'[{"name":' * 1_500])
def test_a_damaged_list_of_moves(content: bytes, tmp_path: Path) -> None:
    """A list that a killed write left behind cut off, or that is no text or nested without end, is cleared, and no file is touched."""
    (tmp_path / "a.html").write_bytes(b"page")
    (tmp_path / f".yosancho-999999999-{machine_mark()}-0123456789.moves").write_bytes(content)
    assert clear_leftovers(tmp_path) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["a.html"]
