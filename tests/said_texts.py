"""The texts of model, templates and commands for gettext: those that the sources have, .po files read and written, .mo files made of them.

gettext's own programs (xgettext with ``--keyword=phrase --keyword=translate --keyword=FileError`` and the other errors, msgmerge,
msgcat, msgfmt, Poedit) read the same files; none is needed.
"""

from __future__ import annotations

import ast
import re
import struct
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Final

from model.language import WORDS
from tests.samples import ROOT

COMMANDS: Final = "templates.commands"
SOURCES: Final = (*sorted((ROOT / "model").rglob("*.py")), *sorted((ROOT / "templates").rglob("*.py")))
PHRASES: Final = "yosancho.mo"
_MARKS: Final = ("translate", "gettext_noop", "phrase", "NotAPage")
_ENTRY: Final = re.compile(r'^msgid ((?:".*"\n)+)msgstr ((?:".*"\n)+)', re.MULTILINE)
_ESCAPES: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n"}


def room_of(path: Path) -> str:
    """The room whose .po file has the texts of a source."""
    return ".".join(path.relative_to(ROOT).parts[:2]) if path != ROOT / "main.py" else COMMANDS


def po_of(language: str, room: str) -> Path:
    """The .po file of a room in a language."""
    return WORDS / language / "LC_MESSAGES" / f"{room}.po"


def marked_calls(tree: ast.Module) -> list[ast.Call]:
    """The calls by which a source says, translates or marks a text; an error is one."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and node.args]
    return [
        call for call in calls if _is_mark(call.func) or (_is_named(call, "Field") and len(call.args) > 2)
    ]


def _is_named(call: ast.Call, name: str) -> bool:
    return isinstance(call.func, ast.Name) and call.func.id == name


def _is_mark(function: ast.expr) -> bool:
    if isinstance(function, ast.Attribute):  # an error made by its class: super().__init__("…")
        return function.attr == "__init__"
    return isinstance(function, ast.Name) and (function.id in _MARKS or function.id.endswith("Error"))


@cache
def source_texts() -> dict[str, dict[str, str]]:
    """By room, its texts, each with the file in which it first stands."""
    rooms: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for path in (*SOURCES, ROOT / "main.py"):
        for call in marked_calls(ast.parse(path.read_text(encoding="utf-8"))):
            said = (
                call.args[2] if _is_named(call, "Field") else call.args[0]
            )  # a field has its help behind its label
            text = said.value if isinstance(said, ast.Constant) else None
            if isinstance(text, str) and not text.isascii():
                rooms[room_of(path)].setdefault(text, path.relative_to(ROOT).as_posix())
    return dict(rooms)


def read_po(path: Path) -> dict[str, str]:
    """The texts of a .po file with their translations; that of "" is its header."""
    written = f"{path.read_text(encoding='utf-8')}\n" if path.exists() else ""
    return {_unquoted(text): _unquoted(other) for text, other in _ENTRY.findall(written)}


def refresh(path: Path, texts: dict[str, str]) -> int:
    """Have a .po file hold the texts of its room, those that are gone dropped; how many have no translation."""
    known = read_po(path)
    blocks = ['msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n']
    for text, file in texts.items():
        flag = "#, python-brace-format\n" if re.search(r"\{\w", text) else ""
        blocks.append(f"#: {file}\n{flag}msgid {_quoted(text)}\nmsgstr {_quoted(known.get(text, ''))}\n")
    path.write_text("\n".join(blocks), encoding="utf-8", newline="\n")
    return sum(not known.get(text) for text in texts)


def compiled(paths: Iterable[Path]) -> bytes:
    """The file that gettext reads (.mo) of .po files: tables of lengths and offsets, then the words."""
    words = {text: other for path in paths for text, other in read_po(path).items()}
    pairs = sorted((text.encode(), other.encode()) for text, other in words.items() if other)
    start = 28 + 16 * len(pairs)
    tables, body = b"", b""
    for side in (0, 1):
        for pair in pairs:
            tables += struct.pack("<II", len(pair[side]), start + len(body))
            body += pair[side] + b"\0"
    return struct.pack("<7I", 0x950412DE, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, 0) + tables + body


def made_of(language: str) -> dict[Path, list[Path]]:
    """The .mo files of a language, each with the .po files that it is made of: those of the commands and of argparse by themselves."""
    found = sorted((WORDS / language / "LC_MESSAGES").glob("*.po"))
    rooms = [path for path in found if "." in path.stem and path.stem != COMMANDS]
    made = {
        path.with_name(f"{path.stem.rpartition('.')[2]}.mo"): [path] for path in found if path not in rooms
    }
    return made | ({rooms[0].with_name(PHRASES): rooms} if rooms else {})


def _quoted(text: str) -> str:
    lines = [
        "".join(_ESCAPES.get(letter, letter) for letter in line) for line in text.splitlines(keepends=True)
    ]
    return "\n".join(f'"{line}"' for line in (["", *lines] if len(lines) > 1 else lines or [""]))


def _unquoted(words: str) -> str:
    text = "".join(line[1:-1] for line in words.splitlines())
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], text)
