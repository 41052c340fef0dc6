"""A folder of many files that is written wholly or not at all: made beside its place, and put there when all of it stands."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from model.files.files import FileError, reason
from model.files.leftovers import clear_folders, folder_prefix
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


def _put(made: Path, target: Path) -> None:
    """Rename a folder to its target; an older target is renamed aside first, deleted afterwards, and renamed back on failure."""
    aside = made.with_name(f"{folder_prefix()}{new_id()}")
    if stood := target.exists():
        target.rename(aside)
    try:
        made.rename(target)
    except OSError:
        if stood:
            aside.rename(target)
        raise
    shutil.rmtree(aside, ignore_errors=True)


def _refusal(target: Path, error: OSError) -> FileError:
    return FileError(
        f"フォルダー「{target}」に書けません（{reason(error)}）。前からあるものは変わっていません。場所と空きを確かめてください。"
    )
