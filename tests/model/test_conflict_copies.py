"""Copies that a program which keeps folders alike parts from a file: known by name and content, with what both came from."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from model.differences.merge import merge
from model.document import storage
from model.document.conflict_copies import conflict_copies, is_copy_name
from model.document.new_request import new_request
from model.edits.fields import set_value
from model.files.versions import MOST, Versions
from model.request.request import Request
from tests.samples import sample, standard

COPIES = (
    "要求書-PC07",
    "要求書-TANAKA-PC-2",
    "要求書 (田中's conflicted copy 2026-11-29)",
    "要求書 (PC07 の競合コピー 2026-11-29)",
    "要求書 (conflicted copy 2026-11-29 101112)",
    "要求書 (Case Conflict)",
    "要求書.sync-conflict-20261129-101112-ABCDEFG",
    "要求書 - コピー",
    "要求書 - コピー (2)",
    "要求書 - Copy",
    "要求書 (1)",
)
OTHERS = (
    "要求書",
    "要求書2",
    "要求書（写し）",
    "要求書（令和2年度）",
    "要求書 (案)",
    "別の要求書-PC07",
    "要求書-総務課",
    "要求書-最終版です",
)


@pytest.mark.parametrize("name", COPIES)
def test_a_name_of_a_copy(name: str) -> None:
    """What OneDrive, Dropbox, Nextcloud, Syncthing and Windows call a copy is known as one; never the other way round."""
    assert is_copy_name("要求書", name)
    assert not is_copy_name(name, "要求書")


@pytest.mark.parametrize("name", OTHERS)
def test_another_name(name: str) -> None:
    """What a person calls another file is no copy."""
    assert not is_copy_name("要求書", name)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A saved file of the real sheet."""
    path = tmp_path / "要求書.yosan"
    storage.save(sample(), path)
    return path


def named(request: Request, name: str) -> Request:
    """The request under another 事業名."""
    return set_value(request, "header/name", name)


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_is_found_from_both_sides(file: Path, name: str) -> None:
    """Whichever of the two is opened, the other is found beside it, with how far it is."""
    copy = file.with_name(f"{name}.yosan")
    storage.save(named(sample(), "theirs"), copy)
    (found,) = conflict_copies(file, sample(), None)
    assert (found.path, found.differences, found.base) == (copy, 1, None)
    (found,) = conflict_copies(copy, named(sample(), "theirs"), None)
    assert found.path == file


def test_what_only_has_the_name_is_no_copy(file: Path) -> None:
    """Another request, one of another year, one that says the same, and what is no request are not offered."""
    storage.save(sample(), file.with_name("要求書 (1).yosan"))
    storage.save(new_request(standard()), file.with_name("要求書 (2).yosan"))
    header = replace(sample().header, fiscal_year="令和2年度")
    storage.save(replace(sample(), header=header), file.with_name("要求書 (3).yosan"))
    file.with_name("要求書 (4).yosan").write_bytes(b"{")
    storage.save(named(sample(), "theirs"), file.with_name("要求書 (5).html"))
    assert conflict_copies(file, sample(), None) == []


def test_a_folder_that_is_gone(tmp_path: Path) -> None:
    """Where the folder cannot be listed there are none."""
    assert conflict_copies(tmp_path / "gone" / "a.yosan", sample(), None) == []


def kept(file: Path, folder: Path, requests: list[Request]) -> Versions:
    """Versions of the file, the oldest first."""
    versions = Versions(folder / "versions")
    for number, request in enumerate(requests):
        versions.keep(file, storage.dumps(request), number)
    return versions


def test_the_base_is_the_version_that_the_copy_came_from(file: Path, tmp_path: Path) -> None:
    """Of the kept versions it is the one that the copy differs least from: what was written since is not taken back."""
    first = sample()
    second = set_value(first, "contact/phone", "111")
    mine = named(second, "mine")
    theirs = set_value(first, "line/line-1-1/amount", 77)
    storage.save(mine, file)
    storage.save(theirs, file.with_name("要求書-PC07.yosan"))
    (found,) = conflict_copies(file, mine, kept(file, tmp_path, [first, second]))
    assert found.base == first
    merged = merge(found.base, mine, found.request)
    assert merged.collisions == ()
    assert merged.request == set_value(mine, "line/line-1-1/amount", 77)


def test_no_base_where_the_right_one_may_be_gone(file: Path, tmp_path: Path) -> None:
    """Where ten versions are kept and the oldest is the nearest, everything that differs is asked."""
    requests = [named(sample(), f"name {number}") for number in range(MOST + 2)]
    theirs = set_value(sample(), "line/line-1-1/amount", 77)
    for number, request in enumerate(requests):
        requests[number] = set_value(request, "contact/phone", "1" * number) if number > 2 else request
    storage.save(theirs, file.with_name("要求書-PC07.yosan"))
    (found,) = conflict_copies(file, requests[-1], kept(file, tmp_path, requests))
    assert found.base is None
    assert len(merge(None, requests[-1], theirs).collisions) == 3
