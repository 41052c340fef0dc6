"""What tells contents of files apart: digests of their bytes."""

from __future__ import annotations

from pathlib import Path
from typing import TypeAlias

from model.files.errors import FileError, reason
from model.files.regular_file import open_regular

Digest: TypeAlias = bytes
"""What tells whether a file holds what it held: two contents of one digest are the same."""


def digest(data: bytes) -> bytes:
    """The digest of a file's content."""
    import hashlib  # brings OpenSSL, and nothing is compared before the window is there

    return hashlib.sha256(data).digest()


def digest_of(path: Path) -> Digest | None:
    """The digest of what a file holds now; None when there is no such file.

    Raises:
        FileError: when the file is there and cannot be read.
    """
    try:
        with open_regular(path) as file:
            import hashlib  # brings OpenSSL, and nothing is compared before the window is there

            return hashlib.file_digest(file, "sha256").digest()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        from model.files.reasons import remedy_of_writing  # nothing is refused before the window is there

        raise FileError(
            "「{path}」が読めないため、中身を確かめられません（{reason}）。{remedy}",
            path=path,
            reason=reason(error),
            remedy=remedy_of_writing(error),
        ) from error
