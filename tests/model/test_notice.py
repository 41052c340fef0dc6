"""The notice beside a file that is open: honoured while its session lives, cleared when it is gone."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from model.files.notice import Owner, look, notice_of, owner_of, release, sessions_of, this_session
from model.files.process import machine, user


def gone_process() -> int:
    """The number of a process that has ended."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def colleague(**fields: object) -> Owner:
    """Somebody on another machine who has opened a file a while ago."""
    owner = Owner("田中", "PC-07", 4711, datetime.now().replace(microsecond=0), "0123456789")
    return replace(owner, **fields)


def put(path: Path, owner: Owner) -> None:
    """Put a notice beside a file."""
    notice_of(path).write_bytes(msgspec.json.encode(owner))


def test_claim_and_release(tmp_path: Path) -> None:
    """Whoever opens a file first has it; the next one learns who that is, and has it once the first has closed it."""
    path = tmp_path / "要求書.yosan"
    me, other = this_session(), this_session()
    assert look(path, me) == ()
    assert notice_of(path).name == ".~lock.要求書.yosan#"
    assert look(path, me) == (), "claimed twice by the same"
    assert look(path, other) == (me,)
    release(path, other)
    assert owner_of(path) == me, "the notice of another one is not taken away"
    release(path, me)
    assert not notice_of(path).exists()
    assert look(path, other) == ()
    assert owner_of(path) == other


def test_who_comes_second_is_seen_by_the_first(tmp_path: Path) -> None:
    """Each sees the others, whoever came first; who closes is gone for all, and the next one moves up to the first place."""
    path = tmp_path / "要求書.yosan"
    first, second, third = (this_session() for _ in range(3))
    assert look(path, first) == ()
    before = sessions_of(path)
    assert look(path, second) == (first,)
    assert sessions_of(path) != before, "a quick look sees that somebody has come"
    assert look(path, third) == (first, second)
    assert look(path, first) == (second, third)
    assert look(path, this_session(), claims=False) == (first, second, third)
    release(path, first)
    assert look(path, second) == (third,)
    assert owner_of(path) == second
    assert sessions_of(path) == (second.session, "", third.session, "")
    assert look(path, third) == (second,)
    for session in (second, third):
        release(path, session)
    assert list(tmp_path.iterdir()) == []


def test_a_second_notice_that_was_left_behind_is_cleared(tmp_path: Path) -> None:
    """Who has the file open takes away what a colleague's crash left in a place behind; who only reads leaves it."""
    path = tmp_path / "a.yosan"
    me = this_session()
    look(path, me)
    notice_of(path, 2).write_bytes(msgspec.json.encode(colleague(machine=machine(), process=gone_process())))
    assert look(path, this_session(), claims=False) == (me,)
    assert notice_of(path, 2).exists()
    assert look(path, me) == ()
    assert [each.name for each in tmp_path.iterdir()] == [notice_of(path).name]


def test_a_notice_of_a_dead_process_is_no_notice(tmp_path: Path) -> None:
    """After a crash on this machine the file is free at once."""
    path = tmp_path / "a.yosan"
    put(path, colleague(machine=machine(), process=gone_process()))
    me = this_session()
    assert owner_of(path) is None
    assert look(path, me) == ()
    assert owner_of(path) == me


def test_a_number_of_a_process_that_another_program_has_now(tmp_path: Path) -> None:
    """After a power cut the number of the dead process may be another program's: what nobody touches is no notice."""
    path = tmp_path / "a.yosan"
    put(path, colleague(machine=machine(), process=os.getpid()))
    assert owner_of(path) is not None
    os.utime(notice_of(path), (0, 0))
    assert owner_of(path) is None
    assert [each.name for each in tmp_path.iterdir()] == [notice_of(path).name]


def test_clock_of_the_drive_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine whose clock goes wrong takes nobody's notice for an old one."""
    path = tmp_path / "a.yosan"
    put(path, colleague())
    monkeypatch.setattr("time.time_ns", lambda: 2 * 10**18)
    assert owner_of(path) is not None


@pytest.mark.parametrize(("minutes", "is_held"), [(0, True), (4, True), (6, False)])
def test_a_notice_of_another_machine_that_nobody_touches(
    tmp_path: Path, minutes: int, *, is_held: bool
) -> None:
    """After a crash on another machine the file is free five minutes later; while it is open its notice is touched."""
    path = tmp_path / "a.yosan"
    theirs = colleague()
    put(path, theirs)
    touched = (datetime.now() - timedelta(minutes=minutes)).timestamp()
    os.utime(notice_of(path), (touched, touched))
    assert (look(path, this_session()) == (theirs,)) is is_held
    me = owner_of(path)
    assert me is not None
    if not is_held:
        os.utime(notice_of(path), (touched, touched))
        assert look(path, me) == ()
        assert notice_of(path).stat().st_mtime > touched


@pytest.mark.parametrize("content", [b"{", b"", b'{"name": "\xbf"}', b"[" * 9_000, b'{"name":' * 1_500])
def test_a_notice_that_is_no_notice(content: bytes, tmp_path: Path) -> None:
    """A notice that is damaged, no text or nested without end, a pipe or a folder in its place stops nobody."""
    path = tmp_path / "a.yosan"
    notice_of(path).write_bytes(content)
    assert owner_of(path) is None
    assert look(path, this_session()) == ()
    notice_of(path).unlink()
    notice_of(path).mkdir()
    assert look(path, this_session()) == ()


def test_a_folder_that_can_only_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no notice can be written the file is opened all the same."""
    assert look(tmp_path / "no folder" / "a.yosan", this_session()) == ()


def test_words_of_an_owner(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sentence has the name, the machine and the time; the day where it is not today; another window of one's own says so."""
    since = datetime.now().replace(hour=9, minute=5)
    assert colleague(since=since).words == "田中 さん（PC-07）が 09:05 から開いています"
    assert (
        colleague(since=datetime(2026, 10, 3, 17, 0)).words
        == "田中 さん（PC-07）が 10月3日 17:00 から開いています"
    )
    assert (
        colleague(name="田\u202e中\n", machine="", since=since).words == "田中 さんが 09:05 から開いています"
    )
    assert this_session().words.startswith("このパソコンの別の窓が")


def test_a_user_without_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who has no name is known by the machine and is no 「さん」; without an environment the account says the name."""
    since = datetime.now().replace(hour=9, minute=5)
    assert colleague(name="", since=since).words == "PC-07 の利用者が 09:05 から開いています"
    assert (
        colleague(name="", machine="", since=since).words == "名前の分からない利用者が 09:05 から開いています"
    )
    for name in ("USERNAME", "USER", "LOGNAME"):
        monkeypatch.delenv(name, raising=False)
    if sys.platform == "win32":
        assert user() == ""
    else:
        import pwd

        assert user() == pwd.getpwuid(os.getuid()).pw_name
        monkeypatch.setattr(os, "getuid", lambda: 2**31 - 2)  # of a container
        assert user() == ""


def test_a_long_name(tmp_path: Path) -> None:
    """The notice of a file whose name is as long as a name can be has a name that a file can have."""
    path = tmp_path / ("業" * 83 + ".yosan")
    me = this_session()
    assert look(path, me) == ()
    assert owner_of(path) == me
