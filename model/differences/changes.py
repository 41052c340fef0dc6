"""The single changes between two outlines: values, and rows that were added, deleted or moved, each of them once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any, Literal, NamedTuple, TypeAlias

from msgspec import UNSET
from msgspec.structs import replace

from model.differences.outline import Field, Outline, Value, column_of, outline_of
from model.request.request import Request

Way: TypeAlias = Literal["changed", "added", "deleted", "moved"]


class Change(NamedTuple):
    """One change: a value, or a row with all that was added or deleted with it.

    Attributes:
        field: of a changed value, its field.
        before: the value before; UNSET where there was none.
    """

    way: Way
    row: str
    field: Field = ()
    before: Value = UNSET
    after: Value = UNSET


def changes(before: Outline, after: Outline) -> list[Change]:
    """The changes from one outline to another; none where, and only where, they are equal.

    In the order of the second, deleted rows last. A row that is added or deleted with the row it stands in is part of that,
    and so is a cell of a section's table that is deleted with its column.
    """
    common = in_both(before, after)
    moved = moved_rows(before, after)
    found: list[Change] = []
    for row_id, row in after.rows.items():
        if row_id in common:
            if row_id in moved:
                found.append(Change("moved", row_id))
            found += _changed_values(row_id, before, after)
        elif row.slot.parent in common:
            found.append(Change("added", row_id))
    found += [
        Change("deleted", row_id)
        for row_id, row in before.rows.items()
        if row_id not in common and row.slot.parent in common
    ]
    return found


def changes_of(before: Request, after: Request) -> list[Change]:
    """The changes from one request to another, as ``changes`` lists them; quick where they share most of their parts."""
    if before is after:
        return []
    is_known = before.unknown is after.unknown  # else a row that both share may hold what changed
    old, new = _apart(before, after) if is_known else (before, after)
    return changes(outline_of(old), outline_of(new))


def count_changes(before: Request, after: Request) -> int:
    """The number of changes from one request to another."""
    return len(changes_of(before, after))


def _apart(before: Any, after: Any) -> tuple[Any, Any]:
    """Two values of one kind without the rows that both share where they stand: nothing was done to them."""
    old, new = {}, {}
    for name in before.__struct_fields__:
        was, now = getattr(before, name), getattr(after, name)
        if was is now or not (isinstance(was, tuple) and isinstance(now, tuple)):
            continue
        old[name], new[name] = _rows_apart(was, now)
    return replace(before, **old), replace(after, **new)


def _rows_apart(before: tuple[Any, ...], after: tuple[Any, ...]) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
    if all(hasattr(row, "id") for row in (*before, *after)) and (
        [row.id for row in before] == [row.id for row in after]
    ):
        pairs = [_apart(was, now) for was, now in zip(before, after, strict=True) if was is not now]
        return tuple(was for was, _ in pairs), tuple(now for _, now in pairs)
    most = min(len(before), len(after))
    head = next((index for index in range(most) if before[index] is not after[index]), most)
    tail = next(
        (index for index in range(most - head) if before[-1 - index] is not after[-1 - index]), most - head
    )
    return before[head : len(before) - tail], after[head : len(after) - tail]


def in_both(before: Outline, after: Outline) -> set[str]:
    """The ids of the rows that both outlines have."""
    return {
        row_id
        for row_id, row in before.rows.items()
        if row_id in after.rows and after.rows[row_id].kind is row.kind
    }


def moved_rows(before: Outline, after: Outline) -> set[str]:
    """The ids of the rows of both that stand in another list, or before or behind others; as few as will do."""
    common = in_both(before, after)
    moved = {row_id for row_id in common if before.rows[row_id].slot != after.rows[row_id].slot}
    stays = common - moved
    for slot in after.lists:
        stayed = [row_id for row_id in after.lists[slot] if row_id in stays]
        position = {row_id: index for index, row_id in enumerate(before.lists.get(slot, ()))}
        kept = _longest_rise([position[row_id] for row_id in stayed])
        moved.update(row_id for index, row_id in enumerate(stayed) if index not in kept)
    return moved


def _changed_values(row_id: str, before: Outline, after: Outline) -> Iterator[Change]:
    old, new = before.rows[row_id].values, after.rows[row_id].values
    if old == new:
        return
    for field in (*new, *(field for field in old if field not in new)):
        was, now = old.get(field, UNSET), new.get(field, UNSET)
        if was != now and not (now is UNSET and _is_column_deleted(field, before, after)):
            yield Change("changed", row_id, field, was, now)


def _is_column_deleted(field: Field, before: Outline, after: Outline) -> bool:
    """Whether a value is a cell of a column that was deleted."""
    column = column_of(field)
    return column in before.rows and column not in after.rows


def _longest_rise(numbers: Sequence[int]) -> set[int]:
    """The indices of a longest rising row of numbers among some that are all different."""
    tails: list[
        int
    ] = []  # the index of the least number with which a rise of each length ends, and that number
    ends: list[int] = []
    before: list[int] = []
    for index, number in enumerate(numbers):
        length = bisect_left(ends, number)
        before.append(tails[length - 1] if length else -1)
        tails[length : length + 1] = [index]
        ends[length : length + 1] = [number]
    found: set[int] = set()
    index = tails[-1] if tails else -1
    while index >= 0:
        found.add(index)
        index = before[index]
    return found
