"""A file that came to the desk as what the register takes in: read, with its figures, or refused with the reason."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from model.document import storage
from model.document.document import take_snapshot
from model.files.files import FileError, reason
from model.files.regular_file import read_regular
from model.language import phrase
from model.register.arrival import Arrival, HandNote, SameProject
from model.register.contents import content_digest
from model.register.entry import entry_of
from model.standard.standard import Standard
from model.values import fiscal_year
from templates.readers.reading import Reading, cut, turned
from templates.readers.sources import LARGEST_WORKBOOK, read_source
from templates.readers.workbook.sealed import sealed_request


class Came(NamedTuple):
    """A file as it lies there.

    Attributes:
        name: its name from the folder that was given, by which the register knows it.
        same_project: what it is where it has the 事業ID of another request and another name.
    """

    path: Path
    name: str
    sender: str
    same_project: SameProject = ""


def digest_of(came: Came) -> str:
    """The digest of a file's bytes; "" where they cannot be read, of which ``arrival`` says why."""
    try:
        return content_digest(read_regular(came.path, LARGEST_WORKBOOK))
    except (FileError, OSError, ValueError):
        return ""


def arrival(came: Came, standard: Standard, folder: Path) -> Arrival:
    """Read a file; one that cannot be read is an arrival that says why."""
    data = b""
    modified = 0
    try:
        data = read_regular(came.path, LARGEST_WORKBOOK)
        modified = came.path.stat().st_mtime_ns
        reading, is_whole = _read(came.path, standard, folder)
    except (OSError, ValueError) as error:
        why = reason(error) if isinstance(error, OSError) else str(error)
        return _refused(
            came,
            data,
            modified,
            phrase(
                "「{name}」が読めません（{why}）。場所と権限を確かめてください。", name=came.name, why=why
            ),
        )
    except FileError as error:
        return _refused(came, data, modified, error.sentence)
    if lacking := _lacking(reading):
        return _refused(came, data, modified, lacking)
    return Arrival(
        path=came.name,
        digest=content_digest(data),
        modified=modified,
        sender=came.sender,
        content=storage.dumps_compact(reading.request),
        entry=entry_of(take_snapshot(reading.request, standard)),
        notes=_notes(reading),
        original=b"" if is_whole else data,
        same_project=came.same_project,
    )


def _read(path: Path, standard: Standard, folder: Path) -> tuple[Reading, bool]:
    """What stands in a file, and whether the request alone says all of it."""
    if path.suffix.lower() == storage.SUFFIX:
        return Reading(storage.load(path)), True
    request = sealed_request(path)
    if request is not None:
        return Reading(request), True
    return read_source(path, standard, folder), False


def _refused(came: Came, data: bytes, modified: int, why: str) -> Arrival:
    return Arrival(came.name, content_digest(data), modified, came.sender, refusal=why)


def _lacking(reading: Reading) -> str:
    """What a request lacks to be distinguished from others, in a sentence; "" where it lacks nothing."""
    header, contact = reading.request.header, reading.request.contact
    if fiscal_year.parse(header.fiscal_year) is None:
        typed = f"「{header.fiscal_year}」" if header.fiscal_year.strip() else "空欄"
        return phrase("年度が読めません（{typed}）。年度を入れて出し直してもらってください。", typed=typed)
    blank = [
        label
        for label, text in (("事業名", header.name), ("課", contact.section), ("部局", contact.department))
        if not text.strip()
    ]
    return (
        phrase("{names}が空欄です。入れて出し直してもらってください。", names="・".join(blank))
        if blank
        else ""
    )


def _notes(reading: Reading) -> tuple[HandNote, ...]:
    changed = []
    for change in reading.changes:
        before, after = turned(change)
        changed.append(HandNote("changed", change.where, change.what, cut(before), cut(after), change.place))
    return (*changed, *(HandNote("unread", part.where, part.why, part.text) for part in reading.unread))
