"""The sentence that says what is wrong in a Standard: file, line, what, and the nearest right word."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Sequence
from pathlib import Path as FilePath
from typing import Any, Final

from model.standard_folder.fault import Fault, Path
from model.standard_folder.toml_lines import TomlLines

_NAMED: Final = 5
"""How many further lines a message names."""
_SYNTAX_AT: Final = re.compile(r"(.*) \(at line (\d+), column (\d+)\)")
_TWICE: Final = ("Cannot declare", "Cannot overwrite", "Duplicate inline table key", "Cannot mutate")
_LONG_NUMBER: Final = re.compile(r"[0-9][0-9_]{1000,}")  # Python refuses to read more than 4,300 digits


def message_of(file: FilePath, text: str, data: dict[str, Any], faults: Sequence[Fault]) -> str:
    """The message for the first fault, with the lines of the others.

    Args:
        file: the file.
        text: what it holds.
        data: its plain values, the forms as they are written.
        faults: what is wrong, at least one thing.
    """
    lines = TomlLines(text)
    first, *others = dict.fromkeys(lines.line_of(_as_written(fault.path, data)) for fault in faults)
    message = (
        f"様式の設定 {file} {f'の{first}行目' if first else ''}: {faults[0].message}{_nearest(faults[0])}"
    )
    if others:
        more = "など" if len(others) > _NAMED else ""
        listed = "、".join(f"{line}行目" for line in others[:_NAMED] if line)
        message += f"ほかに{len(others)}か所あります（{listed}{more}）。"
    return message


def _nearest(fault: Fault) -> str:
    near = difflib.get_close_matches(fault.word, [*fault.known], n=1) if fault.word else []
    return f"「{near[0]}」ではありませんか。" if near else ""


def _as_written(path: Path, data: dict[str, Any]) -> Path:
    """The path under which a value is written: what a form takes over stands in the form that it is like."""
    if len(path) < 3 or path[0] != "forms":
        return path
    forms = data["forms"]
    number, field = int(path[1]), path[2]
    while field not in forms[number] and "like" in forms[number]:
        like = forms[number]["like"]
        number = next(at for at in range(number) if forms[at]["key"] == like)
    return ("forms", number, *path[2:])


def syntax_message(file: FilePath, text: str, error: Exception) -> str:
    """The message for a text that is no TOML, or that cannot be taken for one."""
    if isinstance(error, RecursionError):
        return written_wrong(file, None, "[ ] か { } の入れ子が深すぎます")
    if not isinstance(
        error, tomllib.TOMLDecodeError
    ):  # a number that is too long to be read, a day that never was
        found = _LONG_NUMBER.search(text)
        line = text.count("\n", 0, found.start()) + 1 if found else None
        return written_wrong(file, line, "数か日付が正しくありません。数は13桁までです")
    match = _SYNTAX_AT.fullmatch(str(error))
    if match is None:
        why = 'ファイルの終わりまでに、" か [ か { が閉じられていません'
        return written_wrong(file, text.count("\n") + 1, why)
    is_twice = match[1].startswith(_TWICE)
    why = (
        "この行より上に、同じ名前の項目か表があります"
        if is_twice
        else f"{match[3]}文字目が TOML の書き方に合いません"
    )
    return written_wrong(file, int(match[2]), why)


def written_wrong(file: FilePath, line: int | None, why: str) -> str:
    """The message that a file is not written as it must be."""
    return f"様式の設定 {file} {f'の{line}行目' if line else ''}の書き方に誤りがあります（{why}）。"
