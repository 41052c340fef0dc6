"""Watching a folder: what is new or changed goes into the register, each file told once, and what is being copied waits."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from main import STANDARD_FOLDER
from model.document import storage
from model.register.arrival import Outcome
from model.register.opening import Register, open_register
from model.standard.standard import Standard
from templates.desk import watching
from templates.desk.watching import Again, Checked, FolderWatch, Looked, Message, Took
from tests.desk import prefecture
from tests.desk.test_collecting import age, one


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    """A register without requests."""
    with open_register(str(tmp_path / "register.db"), makes=True) as register:
        yield register


@pytest.fixture
def folder(tmp_path: Path, in_force: Standard) -> Path:
    """A folder with three requests."""
    for number in range(3):
        age(prefecture.write(tmp_path / "in", prefecture.request(number), in_force, suffix=".yosan"), number)
    return tmp_path / "in"


def outcomes(messages: Iterator[Message]) -> list[Outcome]:
    """What became of files."""
    return [outcome for message in messages if isinstance(message, Took) for outcome in message.outcomes]


def test_each_file_is_told_once_and_again_when_it_changed(
    register: Register, folder: Path, in_force: Standard
) -> None:
    """New at the first look, silent at the second, changed after a later version was saved; a broken file has its reason."""
    watched = FolderWatch(register, in_force, STANDARD_FOLDER, folder)
    assert [outcome.kind for outcome in outcomes(watched.look())] == ["new"] * 3
    assert outcomes(watched.look()) == []
    age(prefecture.write(folder, prefecture.request(2, version=2), in_force, suffix=".yosan"), 100)
    broken = folder / "broken.yosan"
    broken.write_bytes(b"{")
    age(broken, 101)
    found = outcomes(watched.look())
    assert [outcome.kind for outcome in found] == ["changed", "refused"]
    assert "broken.yosan" in found[1].reason
    assert one(register, "SELECT COUNT(*) FROM versions") == 4
    assert one(register, "SELECT COUNT(*) FROM checks") == 4, "the rulebook has looked at each"


def test_a_file_that_was_locked_is_read_when_it_opens(
    register: Register, folder: Path, in_force: Standard, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What Excel has open cannot be read: it is refused once, and read when it is closed, though nothing was written to it."""
    path = min(folder.rglob("*.yosan"))
    content, state = path.read_bytes(), path.stat()
    path.write_bytes(b"{".ljust(len(content)))
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
    monkeypatch.setattr(watching, "_opens", lambda asked: asked != path)
    watched = FolderWatch(register, in_force, STANDARD_FOLDER, folder)
    assert sorted(outcome.kind for outcome in outcomes(watched.look())) == ["new", "new", "refused"]
    assert outcomes(watched.look()) == []
    path.write_bytes(content)
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
    monkeypatch.setattr(watching, "_opens", lambda _: True)
    assert [outcome.kind for outcome in outcomes(watched.look())] == ["new"]


def test_a_file_that_is_being_written_waits(register: Register, folder: Path, in_force: Standard) -> None:
    """What was written to a moment ago is half copied, and is read when it rests."""
    watched = FolderWatch(register, in_force, STANDARD_FOLDER, folder)
    path = next(folder.rglob("*.yosan"))
    age(path, int(time.time()) - 1_800_000_000)
    assert len(outcomes(watched.look())) == 2
    age(path, 5)
    assert [outcome.kind for outcome in outcomes(watched.look())] == ["new"]


def test_a_copy_that_comes_later_is_a_double(register: Register, folder: Path, in_force: Standard) -> None:
    """It alone is read at that look, and yet is not taken for the first file at another place, which lies there still."""
    watched = FolderWatch(register, in_force, STANDARD_FOLDER, folder)
    list(watched.look())
    path = next(folder.rglob("*.yosan"))
    copy = folder / path.name
    copy.write_bytes(path.read_bytes())
    age(copy, 50)
    assert [outcome.kind for outcome in outcomes(watched.look())] == ["duplicate"]


def test_a_person_says_what_a_file_of_two_names_is(
    register: Register, folder: Path, in_force: Standard
) -> None:
    """A file with the 事業ID of another request is refused until somebody says that it is one of its own."""
    watched = FolderWatch(register, in_force, STANDARD_FOLDER, folder)
    list(watched.look())
    made = storage.loads(next(path for path in folder.rglob("*00001.yosan")).read_bytes(), "request")
    other = storage.dumps(storage.loads(storage.dumps(made).replace(b"00001", b"99999"), "request"))
    path = folder / "other.yosan"
    path.write_bytes(other)
    age(path, 60)
    assert [(outcome.kind, outcome.is_renamed_or_separate) for outcome in outcomes(watched.look())] == [
        ("refused", True)
    ]
    assert [outcome.kind for outcome in outcomes(watched.take_again(Again("other.yosan", "separate")))] == [
        "new"
    ]


def test_the_sections_that_are_missing_are_told(register: Register, folder: Path, in_force: Standard) -> None:
    """After files came it is said how many lie there, and from which sections of the Standard's list nothing has come."""
    messages = list(FolderWatch(register, in_force, STANDARD_FOLDER, folder).look())
    assert messages[0] == Looked(3, [])
    assert isinstance(messages[-1], Checked)
    assert len(messages[-1].missing) == len([office for office in in_force.offices if office.holds_in(2027)])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such files")
def test_a_pipe_is_not_waited_for(register: Register, folder: Path, in_force: Standard) -> None:
    """A pipe under the name of a workbook is refused once, and what lies beside it is read."""
    os.mkfifo(folder / "要求書.xlsx")
    age(folder / "要求書.xlsx", 50)
    watched = FolderWatch(register, in_force, STANDARD_FOLDER, folder)
    found = outcomes(watched.look())
    assert sorted(outcome.kind for outcome in found) == ["new", "new", "new", "refused"]
    assert "ふつうのファイルではありません" in next(each.reason for each in found if each.kind == "refused")
    assert outcomes(watched.look()) == []
