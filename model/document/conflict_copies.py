"""Copies of a request's file that a program which keeps folders alike has parted from it: found by name and by content.

OneDrive writes 「要求書-PC07.yosan」, Dropbox and Nextcloud 「要求書 (田中's conflicted copy 2026-11-29).yosan」, Syncthing
「要求書.sync-conflict-20261129-101112-ABCDEFG.yosan」, Windows 「要求書 - コピー.yosan」 and 「要求書 (1).yosan」.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from model.differences.changes import count_changes
from model.document.storage import SUFFIX, FileError, loads, open_file
from model.files.files import Digest, digest
from model.files.versions import MOST, Versions
from model.request.parts import part_ids
from model.request.request import Request

_MOST_READ: Final = 10  # files with such a name that are read
_LONGEST_MACHINE: Final = (
    20  # characters of a machine's name, with what tells two copies of one machine apart
)
_CONFLICT_WORDS: Final = ("conflict", "競合", "コピー")


class ConflictCopy(NamedTuple):
    """A copy that has parted from the open request.

    Attributes:
        content: the digest of that.
        differences: how many changes lead from it to the open request.
        base: the kept version that both seem to come from; None where none is known.
    """

    path: Path
    request: Request
    content: Digest
    differences: int
    base: Request | None


def conflict_copies(path: Path, request: Request, versions: Versions | None) -> list[ConflictCopy]:
    """The copies beside a file, by their names; those that hold the same are left out.

    ``versions`` are the contents that the file had before.
    """
    try:
        with os.scandir(path.parent) as entries:
            names = sorted(entry.name for entry in entries if are_copies(path, path.with_name(entry.name)))
    except OSError:
        return []
    found: list[ConflictCopy] = []
    for name in names[:_MOST_READ]:
        with suppress(FileError):  # it is no request, or is being written
            opened = open_file(path.with_name(name))
            differences = count_changes(opened.request, request)
            if differences and is_same_request(request, opened.request):
                base = _base_of(path, opened.request, versions) if versions is not None else None
                copy = path.with_name(name)
                found.append(ConflictCopy(copy, opened.request, digest(opened.content), differences, base))
    return found


def are_copies(path: Path, other: Path) -> bool:
    """Whether two request files stand beside each other and the name of one is that of a copy of the other."""
    is_beside = path.parent == other.parent and other.suffix.lower() == SUFFIX
    return is_beside and (is_copy_name(path.stem, other.stem) or is_copy_name(other.stem, path.stem))


def is_copy_name(original: str, name: str) -> bool:
    """Whether a name is one that is given to a conflicting copy of a file; both without their ending."""
    rest = name.removeprefix(original)
    if rest in ("", name):
        return False
    if rest.startswith((" (", "(")) and rest.endswith(")"):
        inner = rest.strip(" ()").lower()
        return inner.isdecimal() or any(word in inner for word in _CONFLICT_WORDS)
    if rest.startswith(" - "):
        return rest.startswith((" - コピー", " - Copy"))
    is_machine = rest.replace("-", "").replace("_", "").isalnum() and rest.isascii()
    return rest.startswith((".sync-conflict-", "_conf(")) or (
        rest.startswith("-") and len(rest) <= _LONGEST_MACHINE and is_machine
    )


def is_same_request(one: Request, other: Request) -> bool:
    """Whether two requests are one that was written on in two places: of one year, and half of their rows are the same."""
    if one.header.fiscal_year != other.header.fiscal_year:
        return False
    ids, others = set(part_ids(one)), set(part_ids(other))
    return 2 * len(ids & others) >= min(len(ids), len(others))


def _base_of(path: Path, theirs: Request, versions: Versions) -> Request | None:
    """The kept version of a file that another request seems to come from: the one it differs least from, of these the latest.

    Where ten are kept and the oldest is the nearest, the right one may be among those that are gone.
    """
    kept: list[tuple[int, int, Request]] = []
    listed = versions.of(path)
    for number, version in enumerate(listed):
        with suppress(FileError):
            request = loads(versions.content_of(version).data, path.name)
            kept.append((count_changes(request, theirs), number, request))
    if not kept:
        return None
    differences, number, request = min(kept, key=lambda version: version[:2])
    is_oldest = number == MOST - 1
    return None if is_oldest and differences else request
