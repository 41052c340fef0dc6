"""What is wrong with the keys and types of a Standard's file, all of it; msgspec names the first one only, in English.

Asked only when msgspec has refused the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from msgspec import inspect

from model.standard.form import ENDS_BEFORE, Dated
from model.standard_folder.fault import Fault, Path

_LONGEST: Final = 30


def type_faults(data: object, kind: Any) -> Iterator[Fault]:
    """Everything in the plain data of a file that is not of a type."""
    return _faults((), data, inspect.type_info(kind))


def _faults(path: Path, value: object, kind: inspect.Type) -> Iterator[Fault]:
    description = ""
    while isinstance(kind, inspect.Metadata):
        description = (kind.extra_json_schema or {}).get("description", description)
        kind = kind.type
    match kind:
        case inspect.StructType():
            yield from _struct(path, value, kind)
        case inspect.DictType():
            yield from _table(path, value, kind)
        case inspect.ListType() | inspect.VarTupleType():
            yield from _array(path, value, [kind.item_type], kind.min_length)
        case inspect.TupleType():
            yield from _array(path, value, list(kind.item_types))
        case inspect.UnionType():
            one, *_ = (member for member in kind.types if not isinstance(member, inspect.NoneType))
            yield from _faults(path, value, one)
        case inspect.LiteralType() if value not in kind.values:
            words = [str(word) for word in kind.values]
            listed = "".join(f"「{word}」" for word in words)
            message = f"{_named(path)}に{_shown(value)}は使えません。使えるのは{listed}です。"
            yield Fault(path, message, value if isinstance(value, str) else "", words)
        case inspect.IntType() if not _is_whole(value, kind):
            yield Fault(path, _wanted(path, description or "整数", value))
        case inspect.BoolType() if not isinstance(value, bool):
            yield Fault(path, _wanted(path, "true か false", value))
        case inspect.StrType() if not isinstance(value, str):
            yield Fault(path, _wanted(path, '文字列（"…"）', value))
        case inspect.StrType(pattern=str(pattern)) if not re.search(pattern, str(value)):
            yield Fault(path, _wanted(path, description or "決まった形の文字列", value))


def _struct(path: Path, value: object, kind: inspect.StructType) -> Iterator[Fault]:
    if not isinstance(value, dict):
        yield Fault(path, _wanted(path, "表（項目 = 値 の並び）", value))
        return
    fields = {field.encode_name: field for field in kind.fields}
    for key, inner in value.items():
        if key in fields:
            yield from _faults((*path, key), inner, fields[key].type)
        else:
            yield Fault((*path, key), f"{_inside(path)}「{key}」という項目はありません。", key, tuple(fields))
    for key, field in fields.items():
        # beside a key that is not known a missing one is most likely the same, misspelt
        if field.required and key not in value and value.keys() <= fields.keys():
            yield Fault(path, f"{_inside(path)}「{key}」がありません。書き足してください。")
    first, last = value.get("first", 0), value.get("last", 9999)
    if issubclass(kind.cls, Dated) and isinstance(first, int) and isinstance(last, int) and first > last:
        yield Fault((*path, "last"), ENDS_BEFORE.format(first=first, last=last))


def _table(path: Path, value: object, kind: inspect.DictType) -> Iterator[Fault]:
    if not isinstance(value, dict):
        yield Fault(path, _wanted(path, "表（項目 = 値 の並び）", value))
        return
    for key, inner in value.items():
        yield from _faults((*path, key), inner, kind.value_type)


def _array(
    path: Path, value: object, kinds: list[inspect.Type], at_least: int | None = None
) -> Iterator[Fault]:
    """Faults of an array: of items of one type, or of as many types as it has items."""
    if not isinstance(value, list):
        yield Fault(path, _wanted(path, "並び（[ … ]）", value))
        return
    if len(value) < (at_least or 0):
        yield Fault(path, f"{_named(path)}に一つ以上書いてください。")
    if len(kinds) > 1 and len(value) != len(kinds):
        yield Fault(path, f"{_named(path)}に書くのは{len(kinds)}つです（いまは{len(value)}つ）。")
    for number, inner in enumerate(value):
        yield from _faults((*path, number), inner, kinds[min(number, len(kinds) - 1)])


def _is_whole(value: object, kind: inspect.IntType) -> bool:
    """Whether a value is a whole number within the bounds of a type; true is none."""
    if isinstance(value, bool) or not isinstance(value, int):
        return False
    return (kind.ge is None or value >= kind.ge) and (kind.le is None or value <= kind.le)


def _named(path: Path) -> str:
    """The keys of a path: 「line_words.frame」."""
    return f"「{'.'.join(key for key in path if isinstance(key, str))}」"


def _inside(path: Path) -> str:
    return f"{_named(path)}に" if path else ""


def _wanted(path: Path, wanted: str, value: object) -> str:
    return f"{_named(path)}には{wanted}を書いてください（いまは{_shown(value)}）。"


def _shown(value: object) -> str:
    """A value inside a sentence, short."""
    match value:
        case str():
            return f"「{value[:_LONGEST]}…」" if len(value) > _LONGEST else f"「{value}」"
        case bool():
            return "true" if value else "false"
        case dict():
            return "表"
        case list():
            return "並び"
        case int() if value.bit_length() > 64:  # its digits may be too many even to be printed
            return "大きすぎる数"
    return str(value)
