"""What the program does with files, each done over earlier ones in folders of its own, and what must be true of them afterwards."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from main import STANDARD_FOLDER
from model.differences.differences import compare as compare_requests
from model.document.document import Change
from model.document.storage import dumps
from model.document.unsaved import Unsaved, load_unsaved
from model.edits.fields import set_value
from model.files.files import FileError, write_files
from model.files.leftovers import clear_folders, clear_leftovers
from model.files.new_folder import new_folder, put_back
from model.files.notice import look, notice_of, release, this_session
from model.files.undo_files import UndoFiles
from model.files.versions import LAST_SAVED, Versions
from model.request.request import Request
from templates.commands.exported_files import export_request, named, render_files
from templates.comparison.comparison_file import file_bytes
from templates.comparison.comparison_table import ComparisonTable
from templates.paper.press import Press
from templates.paper.printing import Printing
from tests.samples import one_line, snapshot, standard
from ui.window.files.journal import COPY, Journal
from ui.window.files.saving import Kept, Known, Written, write_request

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
    """The folders of a trial: what is shared, and the user's own."""

    shared: Path
    own: Path


def begin(action: str, place: Place) -> Contents:
    """Make the folders with the earlier files; what the shared one holds."""
    place.shared.mkdir(parents=True)
    place.own.mkdir(parents=True)
    old = {"a.yosan": dumps(request("old")), "a.html": b"old page", "a.xlsx": b"old book", "a.json": b"{}"}
    if action == "every_face":
        old |= {"a.pdf": b"old paper"}
    write_files({place.shared / name: data for name, data in old.items()})
    if action == "folder":
        (place.shared / "site").mkdir()
        write_files({place.shared / "site" / name: data for name, data in old.items()})
    if action == "save_two_names":
        os.link(place.shared / "a.yosan", place.shared / "b.yosan")
    return contents(place.shared)


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
    """Write the page, the workbook and the JSON over earlier ones."""
    try:
        export_request(snapshot(request("new")), STANDARD_FOLDER, place.shared, "a", json=True, replace=True)
    except FileError:
        return False
    return True


def every_face(place: Place) -> bool:
    """Write the page, the workbook, the JSON and the PDF over earlier ones."""
    try:
        contents = render_files(
            snapshot(request("new")), STANDARD_FOLDER, "a", json=True, paper=Printing(Press(STANDARD_FOLDER))
        )
        write_files(named(contents, place.shared, "a"))
    except FileError:
        return False
    return True


def folder(place: Place) -> bool:
    """Write a folder of files, as the public site is one, over an earlier one."""
    target = place.shared / "site"
    try:
        with new_folder(target) as made:
            (made / "pages").mkdir()
            for path in (made / "index.html", made / "pages" / "1.html"):
                path.write_text("new", encoding="utf-8")
    except FileError:
        return False
    return True


def compare(place: Place) -> bool:
    """Write both files of a comparison over earlier ones."""
    table = ComparisonTable("旧", "新", compare_requests(request("old"), request("new"), standard()))
    paths = [place.shared / "a.html", place.shared / "a.xlsx"]
    try:
        write_files({path: file_bytes(table, path) for path in paths})
    except FileError:
        return False
    return True


def notice(place: Place) -> bool:
    """Put a notice beside a file and take it away."""
    owner = this_session()
    path = place.shared / "a.yosan"
    look(path, owner)
    release(path, owner)
    return True


ACTIONS: Final[dict[str, Callable[[Place], bool]]] = {
    act.__name__: act for act in (save, save_two_names, keep, export, every_face, compare, folder, notice)
}


def start_again(place: Place) -> None:
    """Do with the folders what the next start of the program does."""
    for folder in (
        place.shared,
        place.own / "recovery",
        place.own / "undo",
        *(place.own / "versions").glob("*"),
    ):
        clear_leftovers(folder)
    put_back(place.shared / "site")
    clear_folders(place.shared)
    Journal(place.own / "recovery").set_damaged_aside()


def wrong(action: str, place: Place, done: bool | None, before: Contents, new: Contents) -> Iterator[str]:
    """What is not as it must be after an action and the next start.

    Args:
        action: its name.
        place: its folders.
        done: whether it was reported as done; None where it was killed.
        before: what the shared folder held.
        new: what it holds where all went well.
    """
    found = contents(place.shared)
    found.pop(notice_of(Path("a.yosan")).name, None)  # one of a dead session, replaced by the next
    if found not in (before, new):
        yield f"neither old nor new: {sorted(found)}"
    if done and action != "notice" and found != new:
        yield "reported as done, and not done"
    own = contents(place.own)
    for name, data in own.items():
        if not name.endswith((".z", ".undo", COPY, LAST_SAVED)):
            yield f"{name} is left over"
        if name.endswith(COPY) and load_unsaved(data, "x")[0].request != request("new"):
            yield f"{name} is torn"
    if action == "keep" and done and not any(name.endswith(COPY) for name in own):
        yield "no copy of what was reported as kept"
