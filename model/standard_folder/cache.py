"""A copy of a Standard that was read before, in binary: the window's start does not read and examine the TOML again.

A copy is used only where it is whole and its key is that of now: the files of the folders, the files of ``model`` that
read them, and the versions of Python and msgspec. Else the Standard is read as ever, and a new copy is left behind.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

import msgspec

from model.files.files import FileError, write_files
from model.standard.standard import Standard

_DIGEST: Final = 32  # bytes
_MODEL: Final = Path(__file__).parents[1]


def user_folder() -> Path:
    """Where programs keep what they can make again, in the home of the user."""
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local", "yosancho", "cache")
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "yosancho"
    return Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache", "yosancho")


def through_cache(
    folder: Path, read: Callable[[], Standard], folders_of: Callable[[Path], list[Path]], cache: Path
) -> Standard:
    """The Standard that ``read`` gives, from its copy where there is one that still holds.

    Args:
        folder: the folder of the Standard.
        read: reads the Standard; what it raises is raised here.
        folders_of: all folders that it reads for a folder.
        cache: the folder of the copies. One that cannot be read or written is not used.
    """
    copy = cache / f"standard-{hashlib.sha256(str(folder).encode()).hexdigest()[:16]}"
    standard = _read_copy(copy)
    if standard is None:
        standard = read()
        with suppress(OSError, FileError):
            folders = [str(each) for each in folders_of(folder)]
            content = msgspec.msgpack.encode((folders, _key(folders), standard))
            cache.mkdir(parents=True, exist_ok=True)
            write_files({copy: hashlib.sha256(content).digest() + content})
    return standard


def _read_copy(copy: Path) -> Standard | None:
    """The Standard of a copy; None where there is none, or it is of other files, or damaged."""
    try:
        data = copy.read_bytes()
        content = data[_DIGEST:]
        if data[:_DIGEST] != hashlib.sha256(content).digest():
            return None
        folders, key, standard = msgspec.msgpack.decode(content, type=tuple[list[str], bytes, msgspec.Raw])
        return msgspec.msgpack.decode(standard, type=Standard) if key == _key(folders) else None
    except (OSError, msgspec.DecodeError, RecursionError):
        return None


def _key(folders: Sequence[str]) -> bytes:
    """What a copy depends on: what the folders hold, their neighbours' names, and the program that reads them.

    Raises:
        OSError: when a file of them cannot be read.
    """
    key = hashlib.sha256(f"{sys.version} {msgspec.__version__}".encode())
    for folder in map(Path, folders):
        # A folder put beside it may be the one that it builds on now.
        beside = sorted(path.parent.name for path in folder.parent.glob("*/standard.toml"))
        key.update("\0".join(beside).encode())
        for path in sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc"):
            key.update(f"\0{path.relative_to(folder)}\0{path.stat().st_size}\0".encode())
            key.update(path.read_bytes())
    # Of our own files the sizes and times do: what an upgrade or an edit leaves alone is the same program.
    for name, size, changed in sorted(_sources(_MODEL)):
        key.update(f"\0{name}\0{size}\0{changed}".encode())
    return key.digest()


def _sources(folder: Path | str) -> Iterator[tuple[str, int, int]]:
    """(path, bytes, time of the last change) of each Python file in a folder and below it."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir() and entry.name != "__pycache__":
                yield from _sources(entry.path)
            elif entry.name.endswith(".py"):
                state = entry.stat()
                yield entry.path, state.st_size, state.st_mtime_ns
