"""New ids, whether a place is still there, and the field to show for one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import count
from typing import Final

import msgspec

from model.request.parts import KINDS, part_of
from model.request.place import Place
from model.request.request import Request

_NAME: Final[Place] = "header/name"


def ids_of_nameless(field: str, about: Sequence[tuple[str, ...]]) -> list[str]:
    """Ids of the parts in a field that have none: what they are about, and which of these it is; no other id has a slash."""
    counts: Counter[tuple[str, ...]] = Counter()
    ids = []
    for words in about:
        counts[words] += 1
        ids.append(f"{field}/{counts[words]}/{msgspec.json.encode(words).decode()}")
    return ids


def free_id(stem: str, taken: set[str]) -> str:
    """The first id of a stem with a number behind it that is not taken; it is taken from now on."""
    free = next(name for number in count(1) if (name := f"{stem}-{number}") not in taken)
    taken.add(free)
    return free


def unused_id(wanted: str, taken: set[str]) -> str:
    """An id that is not taken yet, and is from now on; the same request always gives the same one."""
    while wanted in taken:
        wanted += "-"
    taken.add(wanted)
    return wanted


def has_place(request: Request, where: Place) -> bool:
    """Whether a place is on the request: that of a part that was deleted is gone, and "" is none."""
    kind, _, rest = where.partition("/")
    return bool(kind) and (
        kind not in KINDS or part_of(request, KINDS[kind], rest.partition("/")[0]) is not None
    )


def field_of(request: Request, where: Place) -> Place:
    """The field to show for a place: the amount of a whole line or table; the name where the place is gone or none."""
    if not has_place(request, where):
        return _NAME
    kind, _, rest = where.partition("/")
    return f"{where}/amount" if kind in ("line", "group") and "/" not in rest else where
