"""Reading a Standard: the file ``standard.toml`` of a folder, and one sentence for whatever is wrong in it.

The file is strict. What it holds and the program would not use is refused: a key, a rule, a column or a 節 that does
not exist, a value of another type, a key that stands twice. The sentence names the file, the line and the right word.
"""

from __future__ import annotations

import stat
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import msgspec

from model.checks import RULES
from model.standard.standard import Standard
from model.standard_folder.fault import Fault
from model.standard_folder.references import reference_faults

NAME: Final = "standard.toml"
_LARGEST: Final = 10_000_000  # bytes; that of 鳥取県 has 90,000


class StandardError(Exception):
    """The Standard's file cannot be used; the message says where and why, in Japanese."""


def load(folder: Path) -> Standard:
    """Read the Standard of a folder.

    Raises:
        StandardError: with a sentence for the user when the file is missing or wrong.
    """
    path = folder / NAME
    text = _read(path)
    data = _parsed(path, text)
    faults = list(_like_faults(data))
    standard = None
    if not faults:
        merged = {**data, "forms": inherited(data["forms"])} if isinstance(data.get("forms"), list) else data
        try:
            standard = msgspec.convert(merged, Standard)
        except msgspec.ValidationError as error:
            faults = _type_faults(merged) or [Fault((), f"項目が正しくありません（{error}）。")]
        else:
            faults = list(reference_faults(standard, RULES))
    if standard is None or faults:
        from model.standard_folder.message import message_of

        raise StandardError(message_of(path, text, data, faults))
    return standard


def _type_faults(data: dict[str, Any]) -> list[Fault]:
    from model.standard_folder.types import (
        type_faults,  # reads all types once more: only when something is wrong
    )

    return list(type_faults(data, Standard))


def inherited(forms: list[Any]) -> list[Any]:
    """The forms with what each takes over from the one it names in ``like``; that one stands above it."""
    by_key: dict[str, dict[str, Any]] = {}
    merged = []
    for form in forms:
        if not isinstance(form, dict):
            merged.append(form)
            continue
        whole = {**by_key.get(form.get("like", ""), {}), **form}
        whole.pop("like", None)
        by_key[form.get("key", "")] = whole
        merged.append(whole)
    return merged


def _like_faults(data: dict[str, Any]) -> Iterator[Fault]:
    """Forms without a key, with one that stands twice, or like a form that does not stand above them."""
    forms = data.get("forms", [])
    above: list[str] = []
    for number, form in enumerate(forms if isinstance(forms, list) else ()):
        if not isinstance(form, dict):
            continue
        key, like = form.get("key"), form.get("like")
        if not isinstance(key, str) or not key:
            yield Fault(("forms", number, "key"), "様式に key（名前）がありません。書き足してください。")
            continue
        if key in above:
            yield Fault(
                ("forms", number, "key"), f"様式の key「{key}」が2回あります。別の名前にしてください。"
            )
        if "like" in form and like not in above:
            word = like if isinstance(like, str) else ""
            yield Fault(
                ("forms", number, "like"),
                f"like の「{word}」は、これより上にある様式の key ではありません。",
                word,
                above,
            )
        above.append(key)


def _read(path: Path) -> str:
    """The text of the file, with or without the mark that Windows puts before UTF-8."""
    try:
        state = path.stat()
        if not stat.S_ISREG(state.st_mode) or state.st_size > _LARGEST:
            raise StandardError(
                f"様式の設定 {path} は、様式の設定のファイルではありません。場所を確かめてください。"
            )
        data = path.read_bytes()
    except OSError as error:
        raise StandardError(f"様式の設定 {path} が読めません。ファイルがあるか確認してください。") from error
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        from model.standard_folder.message import written_wrong  # only when something is wrong

        line = data.count(b"\n", 0, error.start) + 1
        why = "文字コードが UTF-8 ではありません。UTF-8 で保存してください"
        raise StandardError(written_wrong(path, line, why)) from error


def _parsed(path: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        from model.standard_folder.message import syntax_message  # only when something is wrong

        raise StandardError(syntax_message(path, text, error)) from error
