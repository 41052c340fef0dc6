"""Makes the texts of window and commands in other languages anew, and what the program reads of them: ``python3 -m tests.texts``.

For each room of ui and each language: ``ui/language/en/<room>.ts`` gets the texts that are new, and loses those that are gone
(lupdate); the ``.qm`` beside it is made of it (lrelease). Both programs come with PySide6. Translate between two runs, with Qt
Linguist or by hand. Model, templates and commands have theirs in .po files (tests/said_texts.py). After a merge that leaves a conflict in a ``.qm``, run it and add what it wrote.
"""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

from tests import said_texts
from tests.samples import ROOT
from ui.language import JAPANESE, LANGUAGES

UI: Final = ROOT / "ui"
OTHERS: Final = tuple(language for language in LANGUAGES if language != JAPANESE)
ROOMS: Final = tuple(sorted(path.parent.name for path in UI.glob("*/__init__.py")))
MARKS: Final = ("translate", "QT_TRANSLATE_NOOP")
JAPANESE_WORDS: Final = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]+")
JAPANESE_LETTERS: Final = re.compile(r"[\u3041-\u3096\u30a1-\u30fa\u3400-\u9fff]")
"""Kana and kanji: marks between two values are no text."""


def files_of(room: str) -> list[Path]:
    """The Python files of a room of ui."""
    return sorted((UI / room).rglob("*.py"))


def words_of(language: str, room: str) -> Path:
    """The file with the texts of a room in a language."""
    return UI / "language" / language / f"{room}.ts"


def marked(path: Path) -> list[tuple[str, str]]:
    """The texts of a file that are translated: the room that each names, and the text."""
    return [
        (call.args[0].value, call.args[1].value)
        for call in _calls(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call.args[0], ast.Constant) and isinstance(call.args[1], ast.Constant)
    ]


def unmarked(path: Path) -> list[str]:
    """The Japanese texts of a file of ui that are not translated."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return unmarked_in(tree, _calls(tree))


def unmarked_in(tree: ast.Module, calls: Iterable[ast.Call]) -> list[str]:
    """The Japanese texts of a file that stand in none of these calls; docstrings are none."""
    passed = {id(argument) for call in calls for argument in call.args}
    passed |= {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in passed
        and JAPANESE_LETTERS.search(node.value)
    ]


def shown_untranslated(path: Path) -> list[str]:
    """The names of marked texts that a file uses otherwise than in a call of ``translate``."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    calls = list(_calls(tree))
    names = {
        target.id
        for node in tree.body
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value in calls
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name)
    }
    translated = {id(node) for call in calls for argument in call.args for node in ast.walk(argument)}
    return [
        node.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Name)
        and isinstance(node.ctx, ast.Load)
        and node.id in names
        and id(node) not in translated
    ]


def _calls(tree: ast.Module) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKS:
            yield node


def read_words(path: Path) -> dict[str, str]:
    """The texts of a file of Qt Linguist with their translations; blank where one is missing or unfinished."""
    if not path.exists():
        return {}
    words = {}
    for message in ElementTree.parse(path).iter("message"):
        translation = message.find("translation")
        is_done = translation is not None and translation.get("type") is None
        words[message.findtext("source", "")] = (
            (translation.text or "") if is_done and translation is not None else ""
        )
    return words


def release(files: Iterable[Path]) -> None:
    """Make the .qm beside each .ts file."""
    _run("pyside6-lrelease", "-silent", *files)


def _refresh(language: str, room: str) -> None:
    if any(map(marked, files_of(room))):
        rules = (
            "-no-obsolete",
            "-source-language",
            "ja_JP",
            "-target-language",
            f"{language}_GB",
            "-locations",
            "none",
        )
        # No guess from a text that is like another: a translation that nobody wrote for it may be wrong.
        rules += ("-disable-heuristic", "similartext", "-sort-messages", "-silent")
        _run("pyside6-lupdate", *files_of(room), *rules, "-ts", words_of(language, room))


def _run(tool: str, *words: str | Path) -> None:
    program = shutil.which(tool, path=Path(sys.executable).parent)
    assert program is not None, f"{tool} comes with PySide6"
    subprocess.run([program, *map(str, words)], check=True)


def main() -> None:
    """Make the texts of all rooms anew, and print how many have no translation yet."""
    for language in OTHERS:
        for room in ROOMS:
            _refresh(language, room)
        files = sorted((UI / "language" / language).glob("*.ts"))
        release(files)
        for path in files:
            missing = sum(not words for words in read_words(path).values())
            print(f"{path.relative_to(ROOT)}: {missing} without a translation")
        texts = said_texts.source_texts()
        for room, of_room in texts.items():
            path = said_texts.po_of(language, room)
            print(f"{path.relative_to(ROOT)}: {said_texts.refresh(path, of_room)} without a translation")
        for path in said_texts.po_of(language, "").parent.glob("*.*.po"):
            if path.stem not in texts:
                path.unlink()
    for language in LANGUAGES:
        for path, written in said_texts.made_of(language).items():
            path.write_bytes(said_texts.compiled(written))


if __name__ == "__main__":
    main()
