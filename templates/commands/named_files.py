"""The files that a command is given by names: files as they are, every file of its kinds below a folder or behind a pattern.

On Windows no shell expands 「*.xlsx」, and 1,600 names fit no command line. What a name stands for and is not taken is said.
"""

from __future__ import annotations

import glob
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from model.document.storage import SUFFIX
from model.files.below import LEFT_BEHIND, files_below
from model.files.files import reason
from model.language import gettext_noop, translate
from templates.commands import console

_LISTED: Final = 5


class Kinds(NamedTuple):
    """The kinds of files that a command takes out of a folder.

    Attributes:
        endings: how their names end, in small letters.
        words: what they are called in a sentence, in Japanese; the ending of a request file is put into it.
        says_others: whether files of other kinds are worth a word.
    """

    endings: tuple[str, ...]
    words: str
    says_others: bool

    @property
    def shown(self) -> str:
        """What they are called in a sentence, in the language that is spoken."""
        return translate(self.words).format(suffix=SUFFIX)


REQUESTS: Final = Kinds((SUFFIX,), gettext_noop("要求書のファイル（{suffix}）"), says_others=False)
SOURCES: Final = Kinds(
    (".html", ".htm", ".mhtml", ".mht", ".txt", ".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv", ".tsv", SUFFIX),
    gettext_noop("読み込めるファイル（.html・.mhtml・.txt・.xlsx・.xls・.xlsb・.ods・.csv・.tsv・{suffix}）"),
    says_others=True,
)  # fmt: skip


class Given(NamedTuple):
    """A file to be read; or a name that stands for none, with the sentence that says why."""

    path: Path
    error: str = ""


def is_plain(name: Path) -> bool:
    """Whether a name stands for one file: it is no folder and no pattern."""
    return not os.path.isdir(name) and not _is_pattern(name)  # noqa: PTH112


def named_files(names: Iterable[Path], kinds: Kinds, output: Path | None = None) -> list[Given]:
    """The files in the order of the names, those of a folder or a pattern sorted by their path.

    A file that is named by itself is taken whatever its kind, and as often as it is named; what a folder or a pattern stands
    for is taken once. Links to folders are not followed. What is passed over is said on stderr.

    Args:
        names: files, folders and patterns (``*``, ``?``, ``[…]``, ``**`` for any folders).
        kinds: what is taken of a folder or a pattern.
        output: the folder that is written to; the requests in it are no sources.
    """
    found: list[Given] = []
    known: set[str] = set()
    passed = _Passed()
    for name in names:
        if is_plain(name):
            known.add(os.path.abspath(name))  # noqa: PTH100 - links stay apart
            found.append(Given(name))
            continue
        for given in _behind(name, kinds, output, passed):
            path = os.path.abspath(given.path)  # noqa: PTH100
            if given.error or path not in known:
                known.add(path)
                found.append(given)
    passed.say(kinds)
    return found


class _Passed:
    """What names stand for and is not taken."""

    def __init__(self) -> None:
        self.left_behind: list[str] = []
        self.own: list[str] = []
        self.others: Counter[str] = Counter()

    def say(self, kinds: Kinds) -> None:
        """Print a sentence for each kind of file that was passed over."""
        if self.left_behind:
            console.say(
                translate("隠しファイルか、開いている間の控えなので飛ばしました: {names}").format(
                    names=_list(self.left_behind)
                )
            )
        if self.own:
            console.say(
                translate("書き出し先にある要求書なので、もとのファイルとしては読みません: {names}").format(
                    names=_list(self.own)
                )
            )
        if self.others and kinds.says_others:
            endings = translate("、").join(
                translate("{ending}が{count}個").format(ending=ending, count=count)
                for ending, count in sorted(self.others.items())
            )
            console.say(
                translate(
                    "ほかの種類のファイルは読んでいません（{endings}）。読むときは、ファイルの名前を指定してください。"
                ).format(endings=endings)
            )


def _list(names: list[str]) -> str:
    more = translate(" ほか{count}個").format(count=len(names) - _LISTED) if len(names) > _LISTED else ""
    return translate("、").join(sorted(names)[:_LISTED]) + more


def _is_pattern(name: Path) -> bool:
    return glob.has_magic(str(name)) and not os.path.lexists(name)


def _behind(name: Path, kinds: Kinds, output: Path | None, passed: _Passed) -> Iterator[Given]:
    """The files that a folder or a pattern stands for."""
    closed: list[OSError] = []
    if _is_pattern(name):
        matches = sorted(map(Path, glob.glob(str(name), recursive=True)))  # noqa: PTH207
        files = [
            file
            for match in matches
            for file in (
                files_below(match, closed.append) if match.is_dir() and not match.is_symlink() else [match]
            )
        ]
        missing = translate("「{name}」に合う{words}がありません。名前と場所を確かめてください。").format(
            name=name, words=kinds.shown
        )
    else:
        files = files_below(name, closed.append)
        missing = translate("フォルダー「{name}」に{words}がありません。場所を確かめてください。").format(
            name=name, words=kinds.shown
        )
    taken = [file for file in files if _is_taken(file, kinds, output, passed)]
    for error in closed:
        where = error.filename
        yield Given(
            Path(where),
            translate("フォルダー「{where}」が開けません（{reason}）。読む権限を確かめてください。").format(
                where=where, reason=reason(error)
            ),
        )
    if not taken and not closed:
        yield Given(name, missing)
    yield from map(Given, sorted(taken))


def _is_taken(file: Path, kinds: Kinds, output: Path | None, passed: _Passed) -> bool:
    ending = file.suffix.lower().rstrip("#")
    if file.name.startswith(LEFT_BEHIND):
        if ending in kinds.endings:
            passed.left_behind.append(file.name)
        return False
    if ending not in kinds.endings:
        passed.others[ending or translate("終わりのない名前")] += 1
        return False
    if output is not None and ending == SUFFIX and file.resolve().is_relative_to(output.resolve()):
        passed.own.append(file.name)
        return False
    return True
