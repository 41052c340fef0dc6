"""What the program has noted for itself, as JSON: anybody may have changed it since, and what is damaged is as if it were not there."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import msgspec

from model.files.regular_file import read_regular

Kind = TypeVar("Kind")


def decoded(data: bytes | str, kind: type[Kind]) -> Kind | None:
    """What was noted; None where nothing was, or it is damaged."""
    try:
        return msgspec.json.decode(data, type=kind)
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        return None


def read_noted(path: Path, most: int, kind: type[Kind]) -> Kind | None:
    """What was noted in a file of at most so many bytes; None where it cannot be read, too."""
    try:
        return decoded(read_regular(path, most), kind)
    except OSError:
        return None
