"""A folder of many files that is written wholly or not at all: made beside its place, and put there when all of it stands."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import blake2b
from pathlib import Path

from model.files.files import FileError, reason
from model.files.leftovers import clear_folders, folder_prefix, left_folders
from model.files.moves import flush_folder
from model.values.identity import new_id


@contextmanager
def new_folder(target: Path) -> Iterator[Path]:
    """Give a folder to write into; it takes the target's place when the block ends without an error.

    What stood there stays until then, and after an error; what a program that was killed left beside it is cleared.

    Raises:
        FileError: when the folder cannot be made or put in its place.
    """
    parent = target.absolute().parent
    made = parent / f"{folder_prefix()}{new_id()}"
    try:
        parent.mkdir(parents=True, exist_ok=True)
        clear_folders(parent)
        made.mkdir()
    except OSError as error:
        raise _refusal(target, error) from error
    try:
        yield made
        _put(made, target)
    except OSError as error:
        raise _refusal(target, error) from error
    finally:
        shutil.rmtree(made, ignore_errors=True)


def put_back(target: Path) -> None:
    """Give a folder back what stood there, where a program was killed while it put another one in its place."""
    target = target.absolute()
    for aside in left_folders(target.parent, _ending(target)):
        if target.exists():
            shutil.rmtree(aside, ignore_errors=True)
        else:
            with suppress(OSError):  # it stays, and is tried again
                aside.rename(target)


def _put(made: Path, target: Path) -> None:
    """Rename a folder to its target; an older target is renamed aside first, deleted afterwards, and renamed back on failure.

    Its files are on the disk before: all at once, for thousands of them one by one take longer than they took to write.
    """
    if hasattr(os, "sync"):  # Windows flushes files one by one only
        os.sync()
    aside = target.absolute().with_name(f"{folder_prefix()}{new_id()}{_ending(target)}")
    if stood := target.exists():
        target.rename(aside)
    is_placed = False
    try:
        made.rename(target)
        is_placed = True
        flush_folder(target.absolute().parent)
    except OSError:
        if is_placed:
            target.rename(made)
        if stood:
            aside.rename(target)
        raise
    shutil.rmtree(aside, ignore_errors=True)


def _ending(target: Path) -> str:
    """What the name of a folder that was renamed aside ends with, so that it is known whose it is."""
    return f".{blake2b(target.name.encode('utf-8', 'surrogateescape'), digest_size=4).hexdigest()}"


def _refusal(target: Path, error: OSError) -> FileError:
    return FileError(
        "フォルダー「{target}」に書けません（{reason}）。前からあるものは変わっていません。場所と空きを確かめてください。",
        target=target,
        reason=reason(error),
    )
