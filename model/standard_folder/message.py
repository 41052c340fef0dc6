"""Writes the message for a fault in a Standard: file, line, fault, nearest accepted word."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path as FilePath
from typing import Final

from model.standard_folder.fault import Fault, Path
from model.standard_folder.merge import Table, Written, written_at
from model.standard_folder.toml_lines import TomlLines

_NAMED: Final = 5
"""How many further lines a message names."""
_SYNTAX_AT: Final = re.compile(r"(.*) \(at line (\d+), column (\d+)\)")
_TWICE: Final = ("Cannot declare", "Cannot overwrite", "Duplicate inline table key", "Cannot mutate")
_LONG_NUMBER: Final = re.compile(r"[0-9][0-9_]{1000,}")  # Python refuses to read more than 4,300 digits


def message_of(texts: Mapping[FilePath, str], merged: Table, faults: Sequence[Fault]) -> str:
    """The message for the first fault, with the lines of the others.

    The folder in use is the last of the texts.
    """
    places = [
        Written(fault.file, fault.path) if fault.file else written_at(merged, fault.path) for fault in faults
    ]
    lines = {file: TomlLines(texts[file]) for file in {place.file for place in places}}
    (file, line), *others = dict.fromkeys(
        (place.file, lines[place.file].line_of(place.path)) for place in places
    )
    message = _sentence(file, line, faults[0])
    own = [*texts][-1].parent
    if file.parent != own:
        message += f"直せないときは、{own} に同じ項目を書くと、そちらが使われます。"
    if others:
        more = "など" if len(others) > _NAMED else ""
        listed = "、".join(
            f"{'' if other == file else f'{other.parent.name}/{other.name} の'}{number}行目"
            for other, number in others[:_NAMED]
            if number
        )
        message += f"ほかに{len(others)}か所あります（{listed}{more}）。"
    return message


def message_at(
    file: FilePath, text: str, path: Path, message: str, word: object = "", known: Iterable[str] = ()
) -> str:
    """The message for one thing that is wrong in a file, before its values are laid together."""
    fault = Fault(path, message, word if isinstance(word, str) else "", tuple(known))
    return _sentence(file, TomlLines(text).line_of(path), fault)


def _sentence(file: FilePath, line: int | None, fault: Fault) -> str:
    return f"様式の設定 {file} {f'の{line}行目' if line else ''}: {fault.message}{_nearest(fault)}"


def _nearest(fault: Fault) -> str:
    near = difflib.get_close_matches(fault.word, [*fault.known], n=1) if fault.word else []
    return f"「{near[0]}」ではありませんか。" if near else ""


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
