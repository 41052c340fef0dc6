"""Which files a Standard is read from, and their texts: those of its folder and of the folders that it builds on."""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from model.files.files import FileError
from model.values.pattern import lazy_pattern

MAIN: Final = "standard.toml"
"""The file that every folder has; it says what the folder builds on."""
BUILDS_ON: Final = "builds_on"
"""The key by which the main file names the folder that it is laid over."""
SHIPPED: Final = Path(__file__).parents[2] / "templates" / "standards"
"""The folder of the Standards that are shipped, each under its name."""
DEFAULT: Final = "tottori"
"""The name of the Standard where none is chosen."""
_PLAIN: Final = lazy_pattern(rf'^{BUILDS_ON} = "([\w-]+)"$', re.MULTILINE)
"""The line as it is usually written: a start that reads the copy of a Standard does without ``tomllib``."""
_LARGEST: Final = 10_000_000  # bytes; the largest one shipped has 20,000


class StandardError(FileError):
    """The Standard's files cannot be used; the message says where and why, in Japanese."""


SAMPLES: Final = "samples"
"""The folder of a Standard with its further samples, one for each kind of request."""


def read_texts(folder: Path) -> dict[Path, str]:
    """The text of every file that a Standard is read from: what the folder builds on first, the main file of each first.

    ``builds_on`` names a folder beside it, or else a shipped one.

    Raises:
        StandardError: with a sentence for the user when a file is missing or no text, or folders build on each other.
    """
    chain: list[dict[Path, str]] = []
    seen: list[Path] = []
    named: Path | None = folder
    with _readable(folder):
        while named is not None:
            main = named / MAIN
            text = _read(main)
            seen.append(named.resolve())
            others = sorted(
                path for path in named.glob("*.toml") if path.name != MAIN and path.name[0] != "."
            )
            chain.insert(0, {main: text, **{path: _read(path) for path in others}})
            named = _built_on(main, text, seen)
    return {path: text for texts in chain for path, text in texts.items()}


def chosen(name: str) -> Path:
    """The folder that a person names: a shipped one by its name, any other one by its path.

    Raises:
        StandardError: with a sentence for the user when there is neither.
    """
    names = shipped_names()
    if name in names:
        return SHIPPED / name
    folder = Path(name)
    if not folder.is_dir():
        listed = "、".join(f"「{known}」" for known in names)
        raise StandardError(
            f"様式の設定「{name}」がありません。フォルダーの場所か、付いている設定の名前（{listed}）を指定してください。"
        )
    return folder.resolve()


def folders_of(folder: Path) -> list[Path]:
    """A Standard's folder and those that it builds on, the nearest first."""
    return [path.parent for path in reversed(read_texts(folder)) if path.name == MAIN]


def found_in(folder: Path, name: str) -> Path:
    """The file of a name in a Standard's folder, else in the nearest one that it builds on that has one. Raises as ``read_texts``."""
    with _readable(folder):
        return next((where / name for where in folders_of(folder) if (where / name).is_file()), folder / name)


def samples_in(folder: Path, suffix: str) -> dict[str, Path]:
    """The further sample requests of a Standard and of those it builds on, by what each is a sample of, in the order of names."""
    found = [path for where in reversed(folders_of(folder)) for path in (where / SAMPLES).glob(f"*{suffix}")]
    return {path.stem: path for path in sorted(found, key=lambda path: path.name)}


def shipped_names() -> list[str]:
    """The names of the shipped Standards that a government can be written with: those that build on another one."""
    mains = sorted(SHIPPED.glob(f"*/{MAIN}"))
    return [path.parent.name for path in mains if BUILDS_ON in parsed(path, _read(path))]


def _built_on(main: Path, text: str, seen: list[Path]) -> Path | None:
    """The folder that the main file of a folder names; None where it names none."""
    if not any(BUILDS_ON in line for line in text.splitlines() if not line.lstrip().startswith("#")):
        return None
    head = text.partition("\n[")[0]
    plain = _PLAIN.search(head) if "'''" not in head and '"""' not in head else None
    name = plain[1] if plain else parsed(main, text).get(BUILDS_ON)
    if name is None:
        return None
    beside = main.parent.parent
    known = {
        path.parent.name: path.parent
        for where in (SHIPPED, beside)
        for path in sorted(where.glob(f"*/{MAIN}"))
    }
    found = known.get(name) if isinstance(name, str) else None
    if found is None or found.resolve() in seen:
        from model.standard_folder.message import message_at  # only when something is wrong

        own = {main.parent.name}
        raise StandardError(
            message_at(main, text, (BUILDS_ON,), f"builds_on の「{name}」は、土台にするフォルダーの名前ではありません。", name, known.keys() - own)
            if found is None
            else message_at(main, text, (BUILDS_ON,), f"「{name}」は、このフォルダーを土台にしています。互いに土台にはできません。")
        )  # fmt: skip
    return found


def parsed(path: Path, text: str) -> dict[str, Any]:
    """The plain values of a file.

    Raises:
        StandardError: with a sentence for the user when the text is no TOML.
    """
    try:
        import tomllib  # no start that reads the copy of a Standard pays for it

        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        from model.standard_folder.message import syntax_message  # only when something is wrong

        raise StandardError(syntax_message(path, text, error)) from error


@contextmanager
def _readable(path: Path) -> Iterator[None]:
    """Raise a StandardError where the system refuses to read a file or folder."""
    try:
        yield
    except OSError as error:
        raise StandardError(f"様式の設定 {path} が読めません。ファイルがあるか確認してください。") from error


def _read(path: Path) -> str:
    """The text of the file, with or without the mark that Windows puts before UTF-8."""
    with _readable(path):
        state = path.stat()
        if not stat.S_ISREG(state.st_mode) or state.st_size > _LARGEST:
            raise StandardError(
                f"様式の設定 {path} は、様式の設定のファイルではありません。場所を確かめてください。"
            )
        data = path.read_bytes()
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        from model.standard_folder.message import written_wrong  # only when something is wrong

        line = data.count(b"\n", 0, error.start) + 1
        why = "文字コードが UTF-8 ではありません。UTF-8 で保存してください"
        raise StandardError(written_wrong(path, line, why)) from error
