"""A copy of a Standard that was read before, in binary: the window's start does not read and examine the TOML again.

A copy is used only where it is whole and what it was made of is what is there now: the files of the folders, the files of
``model`` that read them, and the versions of Python and msgspec. Else the Standard is read as ever, and a new copy is left
behind. It is a pickle, since msgspec would first collect the types of all settings, which takes ten times as long as to read
them; one that may name our own settings and nothing else, so that no copy can run anything (``_OurSettings``).
"""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import Any, Final
from zlib import crc32

import msgspec

from model.files.files import FileError, write_files
from model.standard.setting import Setting
from model.standard.standard import Standard

_CHECKSUM: Final = 4  # bytes: a copy that was damaged is not used
# What reading a pickle may raise where it was made for another program.
_NO_COPY: Final = (
    pickle.UnpicklingError,
    AttributeError,
    EOFError,
    ImportError,
    IndexError,
    TypeError,
    ValueError,
)
_MODEL: Final = Path(__file__).parents[1]
_REBUILD: Final = ("msgspec._utils", "rebuild")
"""How msgspec names in a pickle what makes a struct by keywords."""


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
    """The Standard that ``read`` gives for a folder and those it builds on, from its copy in ``cache`` where one still holds.

    A cache that cannot be read or written is not used; what ``read`` raises is raised here.
    """
    copy = cache / f"standard-{crc32(str(folder).encode()):08x}"
    standard = _read_copy(copy)
    if standard is None:
        standard = read()
        with suppress(OSError, FileError):
            folders = [str(each) for each in folders_of(folder)]
            content = pickle.dumps((folders, _made_of(folders), pickle.dumps(standard)))
            cache.mkdir(parents=True, exist_ok=True)
            write_files({copy: crc32(content).to_bytes(_CHECKSUM, "big") + content})
    return standard


class _OurSettings(pickle.Unpickler):
    """Reads a copy, in which no other class or function can be named than the settings of a Standard."""

    def find_class(self, module: str, name: str) -> Any:
        """A class that a copy names.

        Raises:
            pickle.UnpicklingError: when it is none of our settings.
        """
        if (module, name) == _REBUILD:
            return super().find_class(module, name)
        found = super().find_class(module, name) if module.startswith("model.standard.") else None
        if isinstance(found, type) and issubclass(found, Setting):
            return found
        raise pickle.UnpicklingError(f"{module}.{name}")


def _read_copy(copy: Path) -> Standard | None:
    """The Standard of a copy; None where there is none, or it is of other files, or damaged."""
    try:
        data = copy.read_bytes()
        content = data[_CHECKSUM:]
        if data[:_CHECKSUM] != crc32(content).to_bytes(_CHECKSUM, "big"):
            return None
        folders, made_of, standard = _unpickled(content)
        return _unpickled(standard) if made_of == _made_of(folders) else None
    except (OSError, *_NO_COPY):
        return None


def _unpickled(data: bytes) -> Any:
    return _OurSettings(BytesIO(data)).load()


def _made_of(folders: Sequence[str]) -> list[object]:
    """What a copy depends on: what the folders hold, their neighbours' names, and the program that reads them.

    Raises:
        OSError: when a file of them cannot be read.
    """
    made_of: list[object] = [f"{sys.version} {msgspec.__version__}"]
    for folder in folders:
        # A folder put beside it may be the one that it builds on now.
        beside = Path(folder).parent.iterdir()
        made_of.append(sorted(path.name for path in beside if (path / "standard.toml").exists()))
        made_of.append(sorted((file.path, crc32(Path(file).read_bytes())) for file in _files(folder)))
    # Of our own files the sizes and times do: what an upgrade or an edit leaves alone is the same program.
    sources = [(file.path, file.stat()) for file in _files(_MODEL) if file.name.endswith(".py")]
    made_of.append(sorted((path, state.st_size, state.st_mtime_ns) for path, state in sources))
    return made_of


def _files(folder: Path | str) -> Iterator[os.DirEntry[str]]:
    """The files in a folder and below it, but for what Python compiles and what programs leave beside files (.…)."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _files(entry.path)
            elif not entry.name.startswith(".") and entry.is_file():  # a pipe would be waited for
                yield entry
