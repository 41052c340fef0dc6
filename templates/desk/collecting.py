"""Collecting: the files of folders into the register, a batch at a time, so that a kill loses one batch and a second run goes on."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, select

from model.document.document import take_snapshot
from model.document.storage import SUFFIX
from model.language import phrase
from model.register.arrival import Outcome, SameProject
from model.register.checking import checked_version, keep_findings, unchecked
from model.register.contents import request_of
from model.register.known import known_files
from model.register.listing import Selection, current_versions
from model.register.opening import Register
from model.register.receiving import receive
from model.register.tables import versions
from model.standard.parts import Office
from model.standard.standard import Standard
from templates.desk.arriving import Came, arrival, digest_of

RECEIVED: Final = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".html", ".htm", ".mhtml", SUFFIX)
"""How the names of files end that are taken out of a folder, in small letters."""
BATCH: Final = 50
"""Files of a transaction: what a kill loses, and what is in the memory at once."""


def came_from(paths: Iterable[tuple[Path, Path]], sender: str, same_project: SameProject = "") -> list[Came]:
    """Files as they came, the ones written first first, so that a later version follows its earlier one.

    Each path comes with the folder that it was found below. Without a sender it is the name of the folder that a file lies
    in.
    """
    found = []
    for path, folder in paths:
        try:
            modified = path.stat().st_mtime_ns
        except (OSError, ValueError):
            modified = 0  # it is refused when it is read
        name = path.relative_to(folder).as_posix() if path.is_relative_to(folder) else path.name
        found.append((modified, name, Came(path, name, sender or path.parent.name, same_project)))
    return [came for *_, came in sorted(found, key=lambda entry: entry[:2])]


def collect(
    register: Register,
    files: Sequence[Came],
    standard: Standard,
    folder: Path,
    *,
    there: Collection[str] = (),
    at_once: int = BATCH,
) -> Iterator[list[Outcome]]:
    """Take files in; what is in the register already is not read again.

    ``there`` are the names of all files that lie there, where these are not all: what has such a name is no copy moved here.

    Yields:
        What became of the files of each batch, once it stands in the register.
    """
    names = {came.name for came in files} | set(there)
    for start in range(0, len(files), at_once):
        batch = files[start : start + at_once]
        digests = {came: digest_of(came) for came in batch}
        with register.reading() as connection:
            known = known_files(connection, set(digests.values()))
        outcomes: list[Outcome] = []
        new: list[Came] = []
        for came in batch:
            before = known.get(digests[came], []) if digests[came] else []
            same = next(
                (outcome for outcome in before if _is_same_file(outcome.path, came.name, names)), None
            )
            if same is None:
                new.append(came)
            else:
                reason = phrase("前に受け取ったファイルのままです。")
                outcomes.append(Outcome(came.name, "unchanged", reason, same.request, same.version))
        yield [*outcomes, *receive(register, [arrival(came, standard, folder) for came in new])]


def check_new(register: Register, standard: Standard) -> Iterator[int]:
    """Run the rulebook over the versions that it has not seen; how many of each batch were checked."""
    with register.reading() as connection:
        every = unchecked(
            connection
        )  # looked for once: to find a batch the register goes through all versions
    for start in range(0, len(every), BATCH):
        with register.reading() as connection:
            left = unchecked(connection, every[start : start + BATCH])  # another run may have checked some
            requests = [(version, request_of(connection, version)) for version in left]
        keep_findings(
            register,
            [checked_version(version, take_snapshot(request, standard)) for version, request in requests],
        )
        yield len(left)


def _is_same_file(known: str, name: str, names: Collection[str]) -> bool:
    """Whether a file of the register is the one of a name: a folder above or below may be given the next time.

    A file of this run that has the known name itself is another one, and what has the other name is its copy.
    """
    if known == name:
        return True
    return known not in names and (known.endswith(f"/{name}") or name.endswith(f"/{known}"))


def missing_offices(connection: Connection, standard: Standard, year: int) -> list[Office]:
    """The offices of a fiscal year that have no request in the register, in the order of the list."""
    query = select(versions.c.section_code, versions.c.bureau, versions.c.section).distinct()
    there = list(connection.execute(query.where(versions.c.id.in_(current_versions(Selection(year))))))
    codes = {code for code, *_ in there}
    names = {(bureau, section) for _, bureau, section in there}
    return [
        office
        for office in standard.offices
        if office.holds_in(year)
        and office.code not in codes
        and (office.department, office.name) not in names
    ]
