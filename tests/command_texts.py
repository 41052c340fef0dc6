"""The texts of the commands for gettext: those that the sources have, .po files read and written, .mo files made of them.

gettext's own programs (xgettext with ``--keyword=translate``, msgmerge, msgfmt, Poedit) read the same files; none is needed.
"""

from __future__ import annotations

import ast
import re
import struct
from pathlib import Path
from typing import Final

from tests.samples import ROOT

WORDS: Final = ROOT / "templates" / "commands" / "words"
SOURCES: Final = (*sorted((ROOT / "templates" / "commands").glob("*.py")), ROOT / "main.py")
OURS: Final = "LC_MESSAGES/commands.po"
_MARKS: Final = ("translate", "gettext_noop")
_ENTRY: Final = re.compile(r'^msgid ((?:".*"\n)+)msgstr ((?:".*"\n)+)', re.MULTILINE)
_ESCAPES: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n"}


def marked_calls(tree: ast.Module) -> list[ast.Call]:
    """The calls by which a file of the commands translates or marks a text."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return [call for call in calls if isinstance(call.func, ast.Name) and call.func.id in _MARKS]


def source_texts() -> dict[str, str]:
    """The texts of the commands, each with the file in which it first stands."""
    texts: dict[str, str] = {}
    for path in SOURCES:
        for call in marked_calls(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call.args[0], ast.Constant):
                texts.setdefault(call.args[0].value, path.relative_to(ROOT).as_posix())
    return texts


def read_po(path: Path) -> dict[str, str]:
    """The texts of a .po file with their translations; that of "" is its header."""
    written = f"{path.read_text(encoding='utf-8')}\n" if path.exists() else ""
    return {_unquoted(text): _unquoted(other) for text, other in _ENTRY.findall(written)}


def refresh(path: Path) -> int:
    """Have a .po file hold the texts of the sources, those that are gone dropped; how many have no translation."""
    known = read_po(path)
    blocks = ['msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n']
    for text, file in source_texts().items():
        flag = "#, python-brace-format\n" if re.search(r"\{\w", text) else ""
        blocks.append(f"#: {file}\n{flag}msgid {_quoted(text)}\nmsgstr {_quoted(known.get(text, ''))}\n")
    path.write_text("\n".join(blocks), encoding="utf-8", newline="\n")
    return sum(not known.get(text) for text in source_texts())


def compiled(path: Path) -> bytes:
    """The file that gettext reads (.mo) of a .po file: tables of lengths and offsets, then the words."""
    pairs = sorted((text.encode(), other.encode()) for text, other in read_po(path).items() if other)
    start = 28 + 16 * len(pairs)
    tables, body = b"", b""
    for side in (0, 1):
        for pair in pairs:
            tables += struct.pack("<II", len(pair[side]), start + len(body))
            body += pair[side] + b"\0"
    return struct.pack("<7I", 0x950412DE, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, 0) + tables + body


def _quoted(text: str) -> str:
    lines = [
        "".join(_ESCAPES.get(letter, letter) for letter in line) for line in text.splitlines(keepends=True)
    ]
    return "\n".join(f'"{line}"' for line in (["", *lines] if len(lines) > 1 else lines or [""]))


def _unquoted(words: str) -> str:
    text = "".join(line[1:-1] for line in words.splitlines())
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], text)
