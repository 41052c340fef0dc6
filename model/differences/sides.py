"""The three requests of a merge as outlines, what each side did, and the names of what may collide."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple, TypeAlias

from msgspec import UNSET

from model.differences.changes import changes, in_both
from model.differences.matching import with_ids
from model.differences.outline import (
    REFERENCES,
    ROOT,
    Field,
    Outline,
    Row,
    Slot,
    Value,
    column_of,
    outline_of,
)
from model.request.request import Request

Side: TypeAlias = Literal["mine", "theirs"]
Choice: TypeAlias = Literal["mine", "theirs", "base"]
Decision: TypeAlias = Literal[Choice, "both"]
"""What is chosen for a collision: a side, or of a text both sides' changes of other lines."""
Aspect: TypeAlias = Literal["value", "row", "order", "nesting"]
SIDES: Final[tuple[Side, Side]] = ("mine", "theirs")
NOWHERE: Final = Slot("?", ("?",))
"""The list of a row of which it is not known where it stood."""


class Key(NamedTuple):
    """What collides: a value, whether a row stays, the order of a list, or in which lists the rows stand.

    Attributes:
        row: the row's id; of an order, the one that has the list.
        field: the field of a value or list.
    """

    aspect: Aspect
    row: str = ""
    field: Field = ()


Choices: TypeAlias = Mapping[Key, Decision]
NESTING: Final = Key("nesting")


class Sides:
    """The outlines of the three requests.

    Attributes:
        touched: the rows that each side added, changed, moved, or made others refer to.
    """

    def __init__(self, base: Outline, mine: Outline, theirs: Outline, *, is_base_known: bool) -> None:
        self.base, self.mine, self.theirs = base, mine, theirs
        self.is_base_known = is_base_known
        self.touched = {side: _touched(base, self.of(side)) for side in SIDES}

    @staticmethod
    def side(choices: Choices, key: Key) -> Choice:
        """The side that is chosen for what is no text; mine where nothing is."""
        choice = choices.get(key, "mine")
        return "mine" if choice == "both" else choice

    def of(self, side: Choice) -> Outline:
        """The outline of a side."""
        outline: Outline = getattr(self, side)
        return outline

    def kind_of(self, row_id: str) -> type:
        """The kind of a row."""
        return next(
            side.rows[row_id].kind for side in (self.mine, self.theirs, self.base) if row_id in side.rows
        )


def sides_of(base: Request | None, mine: Request, theirs: Request) -> Sides:
    """The outlines of three requests; without a base, what the two have in common stands for it."""
    here, there = outline_of(mine), outline_of(theirs)
    there = _without_clashes(there, here)
    was = _common(here, there) if base is None else _without_clashes(outline_of(base), here)
    return Sides(was, here, there, is_base_known=base is not None)


def _without_clashes(outline: Outline, other: Outline) -> Outline:
    """The outline with another id for each row whose id is that of a row of another kind on the other side."""
    ids = {
        row_id: f"{row_id}-{row.kind.__name__}"
        for row_id, row in outline.rows.items()
        if row_id in other.rows and other.rows[row_id].kind is not row.kind
    }
    return with_ids(outline, ids) if ids else outline


def _common(mine: Outline, theirs: Outline) -> Outline:
    """The rows that both have, with the values in which they agree; their order is that of the first."""
    rows: dict[str, Row] = {}
    common = in_both(mine, theirs)
    for row_id in mine.rows:
        if row_id in common:
            here, there = mine.rows[row_id], theirs.rows[row_id]
            values: dict[Field, Value] = {
                field: value
                for field, value in here.values.items()
                if there.values.get(field, UNSET) == value
            }
            rows[row_id] = Row(here.kind, here.slot if here.slot == there.slot else NOWHERE, values)
    lists: dict[Slot, list[str]] = {}
    for row_id, row in rows.items():
        if row_id != ROOT:
            lists.setdefault(row.slot, []).append(row_id)
    return Outline(rows, lists)


def _touched(base: Outline, side: Outline) -> set[str]:
    touched: set[str] = set()
    for change in changes(base, side):
        if change.way != "deleted":
            touched.add(change.row)
    touched |= side.rows.keys() - base.rows.keys()  # also those that were added with the row they stand in
    for row_id in tuple(touched):
        values = side.rows[row_id].values
        touched.update(str(values[field]) for field in REFERENCES if values.get(field) in side.rows)
        touched |= _columns_typed_in(row_id, base, side)
    return touched


def _columns_typed_in(row_id: str, base: Outline, side: Outline) -> set[str]:
    """The columns of a section's table in whose cells of a row a side has typed."""
    before = base.rows[row_id].values if row_id in base.rows else {}
    return {
        field[1]
        for field, value in side.rows[row_id].values.items()
        if column_of(field) in side.rows and value != before.get(field, UNSET)
    }
