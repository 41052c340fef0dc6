"""The request files of what a command is given: files as they are, of a folder every one below it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from model.document.storage import SUFFIX
from model.files.files import reason


class Given(NamedTuple):
    """A file to be read; or a folder, with the sentence that says why it gives none."""

    path: Path
    error: str = ""


def request_files(paths: Iterable[Path]) -> Iterator[Given]:
    """The files in order.

    Of a folder come the files that end in .yosan, sorted by their path. Names that begin with a dot are what programs
    leave behind, and links to folders are not followed.
    """
    for path in paths:
        if os.path.isdir(path):  # noqa: PTH112 - where a path cannot be looked at, reading it says why
            yield from _below(path)
        else:
            yield Given(path)


def _below(folder: Path) -> Iterator[Given]:
    closed: list[OSError] = []
    found: list[Path] = []
    for where, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = [folder for folder in folders if not folder.startswith(".")]
        found += [
            Path(where, name) for name in names if name.lower().endswith(SUFFIX) and not name.startswith(".")
        ]
    for error in closed:
        where = error.filename
        yield Given(
            Path(where),
            f"フォルダー「{where}」が開けません（{reason(error)}）。読む権限を確かめてください。",
        )
    if not found and not closed:
        yield Given(
            folder,
            f"フォルダー「{folder}」に要求書のファイル（{SUFFIX}）がありません。場所を確かめてください。",
        )
    yield from map(Given, sorted(found))
