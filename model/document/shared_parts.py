"""What two requests share: the memory that one takes besides the other, and the parts that are equal."""

from __future__ import annotations

from collections.abc import Mapping
from operator import is_
from sys import getsizeof
from typing import Any

import msgspec


def _by_id(parts: tuple[Any, ...]) -> dict[Any, Any]:
    """Parts by their ids, which they keep wherever they are moved; those without one by their order."""
    return {getattr(part, "id", index): part for index, part in enumerate(parts)}


def added_bytes(before: Any, after: Any) -> int:
    """The memory in bytes that a value takes besides what it shares with another one: near enough to bound a history by."""
    if before is after:
        return 0
    size = getsizeof(after)
    if isinstance(after, msgspec.Struct):
        is_same = type(before) is type(after)
        return size + sum(
            added_bytes(getattr(before, name) if is_same else None, getattr(after, name))
            for name in after.__struct_fields__
        )
    if isinstance(after, tuple):  # often of a thousand parts, all but one the same
        gone, new = _different(before if isinstance(before, tuple) else (), after)
        parts = _by_id(gone)
        return size + sum(added_bytes(parts.get(key), part) for key, part in _by_id(new).items())
    if isinstance(after, Mapping):
        old = before if isinstance(before, Mapping) else {}
        return size + sum(added_bytes(old.get(key), part) for key, part in after.items())
    return size


def _different(before: tuple[Any, ...], after: tuple[Any, ...]) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
    """The parts that only the one tuple has, and those that only the other one has."""
    had, has = set(map(id, before)), set(map(id, after))
    return tuple([part for part in before if id(part) not in has]), tuple(
        [part for part in after if id(part) not in had]
    )


def shared(before: Any, after: Any) -> Any:
    """A value equal to ``after`` that has the very parts of ``before`` where they are equal."""
    if before is after:
        return before
    if isinstance(after, msgspec.Struct) and type(before) is type(after):
        fields = {name: getattr(after, name) for name in after.__struct_fields__}
        old = {name: getattr(before, name) for name in fields}
        new = {name: shared(old[name], part) for name, part in fields.items()}
        return (
            before if all(new[name] is old[name] for name in new) else msgspec.structs.replace(after, **new)
        )
    if isinstance(after, tuple) and isinstance(before, tuple):
        parts = _by_id(before)
        found = tuple(shared(parts.get(key), part) for key, part in _by_id(after).items())
        is_same = len(found) == len(before) and all(map(is_, found, before))
        return before if is_same else found
    return before if type(before) is type(after) and before == after else after
