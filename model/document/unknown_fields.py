"""The fields of a request's file that this version does not know: taken out when it is read, put back when it is written.

They were written by a later version of the program or by hand. Whoever opens the file here and saves it loses none of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final, NamedTuple

import msgspec
from msgspec import inspect

from model.files.files import FileError
from model.request.ids import ids_of_nameless
from model.request.part import UnknownField
from model.request.request import Request

MOST_BYTES: Final = 1_000_000  # of all names and values: as much as a request of 10,000 lines takes
MOST_NAMES: Final = 100  # different ones, for each is a finding
LONGEST_NAME: Final = 200  # characters
DEEPEST: Final = 30  # lists and objects in one another
_NO_FIELD: Final = "unknown"  # of the request, which no file has
_WHOLE: Final = ""  # the request itself, as a part


class _Object(NamedTuple):
    """An object of the file: whose it is, as an ``UnknownField`` has it, its value, and what is not known in that."""

    part: str
    path: str
    value: dict[str, Any]
    strange: tuple[str, ...]


def take_out(raw: dict[str, Any], again: Callable[[], dict[str, Any]], name: str) -> tuple[UnknownField, ...]:
    """Take the fields that are not known out of the JSON value of a file.

    ``again`` gives the same value once more, whose numbers are JSON as they stand in the file.

    Raises:
        FileError: when there are more of them than can be kept.
    """
    if not any(each.strange for each in _objects(raw)):
        return ()
    found: dict[str, list[UnknownField]] = {_WHOLE: []}  # in the order of the outline
    for here, there in zip(list(_objects(raw)), _objects(again()), strict=True):
        fields = found.setdefault(here.part, [])
        for strange in here.strange:
            value = there.value[strange]
            if len(strange) > LONGEST_NAME or not _nests_within(DEEPEST, value):
                raise _too_much(name)
            fields.append(UnknownField(here.part, here.path, strange, msgspec.json.encode(value).decode()))
            del here.value[strange]
    taken = tuple(field for fields in found.values() for field in fields)
    names = {(field.path, field.name) for field in taken}
    if (
        len(names) > MOST_NAMES
        or sum(len(field.name.encode()) + len(field.value.encode()) for field in taken) > MOST_BYTES
    ):
        raise _too_much(name)
    return taken


def put_back(whole: dict[str, Any], fields: tuple[UnknownField, ...]) -> None:
    """Put fields into the JSON value of a request again, wherever the part that had them is still there."""
    del whole[_NO_FIELD]
    parts = {each.part: each.value for each in _objects(whole) if not each.path}
    for field in fields:
        value = parts.get(field.part)
        if value is not None:
            for step in filter(None, field.path.split(".")):
                value = value.setdefault(step, {})  # what is empty is not written
            value[field.name] = msgspec.Raw(field.value.encode())


def _too_much(name: str) -> FileError:
    return FileError(
        "「{name}」は、この版の予算帖が知らない項目が多すぎるか大きすぎるため、開けません。保存した版の予算帖で開いてください。元のファイルには手を加えていません。",
        name=name,
    )


def _nests_within(levels: int, value: object) -> bool:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return levels > 0 and all(_nests_within(levels - 1, each) for each in inner)


def _objects(raw: dict[str, Any]) -> Iterator[_Object]:
    """The objects in which a request's file has fields, each before those in it."""
    return _objects_in(raw, inspect.type_info(Request), _WHOLE, "")


def _objects_in(value: object, kind: inspect.Type, part: str, path: str) -> Iterator[_Object]:
    if isinstance(value, dict) and isinstance(kind, inspect.StructType):
        types = {field.encode_name: field.type for field in kind.fields if field.encode_name != _NO_FIELD}
        yield _Object(part, path, value, tuple(name for name in value if name not in types))
        for name, inner in types.items():
            if isinstance(inner, inspect.VarTupleType):
                yield from _objects_of_rows(value.get(name), inner.item_type, name)
            else:
                yield from _objects_in(value.get(name), inner, part, f"{path}.{name}".strip("."))
    elif (
        isinstance(value, dict)
        and isinstance(kind, inspect.DictType)
        and isinstance(kind.key_type, inspect.LiteralType)
    ):
        yield _Object(part, path, value, tuple(key for key in value if key not in kind.key_type.values))


def _objects_of_rows(rows: object, kind: inspect.Type, name: str) -> Iterator[_Object]:
    if isinstance(rows, list | tuple) and isinstance(kind, inspect.StructType):
        parts = [row if isinstance(row, dict) else {} for row in rows]
        if any(field.encode_name == "id" for field in kind.fields):
            ids = [str(row.get("id", "")) for row in parts]
        else:
            ids = ids_of_nameless(
                name, [tuple(str(row.get(key, "")) for key in ("rule", "place", "about")) for row in parts]
            )
        for row, row_id in zip(rows, ids, strict=True):
            yield from _objects_in(row, kind, row_id, "")
