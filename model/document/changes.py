"""How many fields of two requests differ: what is shared between them is not looked at."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec


def count_changes(before: Any, after: Any) -> int:
    """The number of fields in which two values of a request differ; a part that only one of them has counts as one."""
    if before is after:
        return 0
    if isinstance(before, msgspec.Struct) and type(before) is type(after):
        names = before.__struct_fields__
        return sum(count_changes(getattr(before, name), getattr(after, name)) for name in names)
    if isinstance(before, tuple) and isinstance(after, tuple):
        return _count_between(_by_id(before), _by_id(after))
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        return _count_between(before, after)
    return int(before != after)


def _count_between(before: Mapping[Any, Any], after: Mapping[Any, Any]) -> int:
    both = sum(count_changes(before[key], after[key]) for key in before.keys() & after.keys())
    return both + len(before.keys() ^ after.keys())


def _by_id(parts: tuple[Any, ...]) -> dict[Any, Any]:
    """Parts by their ids, which they keep wherever they are moved; those without one by their order."""
    return {getattr(part, "id", index): part for index, part in enumerate(parts)}
