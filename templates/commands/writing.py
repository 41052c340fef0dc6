"""How the commands write: folders and files, never over what they read, and what they say beside it."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import TypeAlias

from model.document.document import Snapshot
from model.files.files import FileError, OtherContentError, reason, write_files
from model.language import spoken, translate
from model.names.other_standard import other_standard
from templates.commands import console
from templates.commands.console import FAILED, GOOD
from templates.commands.named_files import Given
from templates.commands.progress import Progress

Identity: TypeAlias = tuple[int, int] | None
"""What tells whether two paths are one file; None where there is no file."""


def identity_of(path: Path) -> Identity:
    """What a path names at this moment."""
    try:
        state = path.stat()
    except (OSError, ValueError):
        return None
    return state.st_dev, state.st_ino


def make_folder(folder: Path) -> None:
    """Make a folder that is written into, with those above it; FileError where it cannot be made."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileError(
            translate("フォルダー「{folder}」が作れません（{reason}）。別の場所を指定してください。").format(
                folder=folder, reason=reason(error)
            )
        ) from error


def write(files: dict[Path, bytes], options: Namespace, sources: Collection[Identity] = ()) -> None:
    """Write what a command was asked for; what it reads (``sources``) is never replaced by it."""
    for path in files:
        if (there := identity_of(path)) and there in sources:
            raise FileError(
                translate(
                    "「{path}」は書き出すもとのファイルなので、置き換えません。別のフォルダーを指定してください。"
                ).format(path=path)
            )
    try:
        write_files(files, replace=options.replace)
    except OtherContentError as error:
        raise FileError(
            translate("{error}置き換えるときは --replace を付けてください。").format(error=error)
        ) from error


def say_of_standard(path: Path, snapshot: Snapshot) -> None:
    """Print a sentence where a request was begun under another government's Standard."""
    if sentence := other_standard(snapshot.request, snapshot.standard):
        console.say(f"{path}: {spoken(sentence)}")


def failed(error: FileError) -> int:
    """Say why a file was left out; the exit code."""
    console.say(str(error))
    return FAILED


def write_each(files: list[Given], write_of: Callable[[Path, Progress], int]) -> int:
    """Write something of each file; the worst exit code. A file that fails is named with the reason, and the next one is written."""
    worst = GOOD
    progress = Progress(len(files))
    for path, error in progress.over(files):
        try:
            if error:
                raise FileError(error)
            worst = max(worst, write_of(path, progress))
        except FileError as why:
            progress.clear()
            worst = failed(why)
    return worst


def print_outcome(outcome: str, name: str, reason: str) -> None:
    """Print what became of something that was taken in, and why."""
    words = translate("【{outcome}】{name}: {reason}")
    console.print_line(words.format(outcome=outcome, name=name, reason=spoken(reason)))


def print_counts(counts: Mapping[str, int]) -> None:
    """Print how often each outcome came about, all together first."""
    said = translate("、").join(
        translate("{label} {count}件").format(label=label, count=count) for label, count in counts.items()
    )
    console.print_line(translate("{count}件: {said}").format(count=sum(counts.values()), said=said))


def one_line(text: str) -> str:
    """A text on one line, as a terminal shows it."""
    return " ".join(text.split())
