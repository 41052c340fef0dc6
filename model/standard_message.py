"""The sentence that says what is wrong in a Standard: file, line, what, and the nearest right word."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from pathlib import Path as FilePath
from typing import Any, Final

from model.standard_fault import Fault, Path
from model.toml_lines import TomlLines

_NAMED: Final = 5
"""How many further lines a message names."""


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
