"""Every system call of saving, the copy of unsaved work, and the exports refused in turn: files are old or new, and nothing lies.

``TORTURE=2000 python3 -m pytest tests/torture -n 0`` tries every call with every error.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from main import STANDARD_FOLDER
from model.document.document import Change
from model.document.storage import dumps
from model.document.unsaved import Unsaved, load_unsaved
from model.edits.fields import set_value
from model.files import leftovers
from model.files.files import FileError, write_files
from model.files.leftovers import clear_leftovers
from model.files.notice import claim, notice_of, release, this_session
from model.files.undo_files import UndoFiles
from model.files.versions import Versions
from model.request.request import Request
from templates.commands.export import export_request
from tests.faults import failing
from tests.samples import one_line, snapshot
from ui.window.files.journal import COPY, Journal
from ui.window.files.saving import Kept, Known, Written, write_request

ALL: Final = int(os.environ.get("TORTURE", "4")) >= 100
ERRORS: Final = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS, errno.EDQUOT)
TRIALS: Final = 40  # of each action, where not all are tried

Contents = dict[str, bytes]


def contents(folder: Path) -> Contents:
    """What the files of a folder and below it hold, by their paths in it."""
    found = {path for path in folder.rglob("*") if path.is_file()} if folder.exists() else set()
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


def request(name: str) -> Request:
    """A small request."""
    return set_value(one_line(), "header/name", name)


STEPS: Final = (Change("事業名の入力", request("old"), request("new"), None, 0),)


class Place(NamedTuple):
    """The folders of a trial."""

    shared: Path
    own: Path


def save(place: Place) -> bool:
    """Save over an earlier version."""
    path = place.shared / "a.yosan"
    known = Known(dumps(request("old")))
    kept = Kept(Versions(place.own / "versions"), UndoFiles(place.own / "undo"))
    outcome = write_request(request("new"), path, known, kept, replaces=False, history=STEPS)
    assert isinstance(outcome, Written | FileError)
    return isinstance(outcome, Written)


def save_two_names(place: Place) -> bool:
    """Save a file that has a second name."""
    return save(place)


def keep(place: Place) -> bool:
    """Write a copy of unsaved work."""
    journal = Journal(place.own / "recovery")
    done = journal.write(Unsaved(request("new"), place.shared / "a.yosan", b"1", 2), journal.turn) == ""
    journal.leave()
    return done


def export(place: Place) -> bool:
    """Write the page and the workbook over earlier ones."""
    try:
        export_request(snapshot(request("new")), STANDARD_FOLDER, place.shared, "a", replace=True)
    except FileError:
        return False
    return True


def notice(place: Place) -> bool:
    """Put a notice beside a file and take it away."""
    owner = this_session()
    path = place.shared / "a.yosan"
    claim(path, owner)
    release(path, owner)
    return True


ACTIONS: Final[dict[str, Callable[[Place], bool]]] = {
    act.__name__: act for act in (save, save_two_names, keep, export, notice)
}


@pytest.mark.torture
@pytest.mark.parametrize("action", ACTIONS)
def test_a_call_that_fails(action: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever call fails, what is reported as done is done, what is not is as before, and after the next start nothing is left over."""
    act = ACTIONS[action]
    trial = 0

    def begin() -> tuple[Place, Contents]:
        nonlocal trial
        trial += 1
        place = Place(tmp_path / str(trial) / "shared", tmp_path / str(trial) / "own")
        place.shared.mkdir(parents=True)
        place.own.mkdir()
        old = {"a.yosan": dumps(request("old")), "a.html": b"old page", "a.xlsx": b"old book"}
        write_files({place.shared / name: data for name, data in old.items()})
        if action == "save_two_names":
            os.link(place.shared / "a.yosan", place.shared / "b.yosan")
        return place, contents(place.shared)

    act(begin()[0])  # what is imported and read once is there from now on
    place, before = begin()
    with failing(0, 0) as faults:
        assert act(place)
    new, calls = contents(place.shared), len(faults.calls)
    tried = [(number, error) for number in range(1, calls + 1) for error in ERRORS]
    if not ALL:
        step = max(1, len(tried) // TRIALS)
        tried = tried[:: step if step % len(ERRORS) else step + 1]
    for number, error in tried:
        place, _ = begin()
        with failing(number, error) as faults:
            done = act(place)
        what = f"{action}: call {number} of {calls}, {faults.calls[number - 1 : number]}, {errno.errorcode[error]}"
        with monkeypatch.context() as patch:
            patch.setattr(leftovers, "is_running", lambda _: False)  # the program has ended
            for folder in (
                place.shared,
                place.own / "recovery",
                place.own / "undo",
                *(place.own / "versions").glob("*"),
            ):
                clear_leftovers(folder)
        found = contents(place.shared)
        found.pop(notice_of(Path("a.yosan")).name, None)  # one of a dead session, replaced by the next
        assert found in (before, new), what
        if done and action != "notice":
            assert found == new, what
        for name, data in contents(place.own).items():
            assert name.endswith((".z", ".undo", COPY)), f"{what}: {name} is left over"
            if name.endswith(COPY):
                assert load_unsaved(data, "x")[0].request == request("new"), what
        if action == "keep" and done:
            assert any(name.endswith(COPY) for name in contents(place.own)), what
    print(f"{action}: {len(tried)} faults at {calls} calls")
