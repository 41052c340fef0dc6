"""In which lists the rows of a merged request stand, and in which order; always so that the request can be saved.

A row that one side moved stands where that side has it. Where both moved rows so that they would stand in each other
or too deep, all rows stand as one side has them, and that is a collision; as is the order of a list that both changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from model.differences.merged_rows import Fate, rows_at_most
from model.differences.outline import ROOT, UNORDERED, Slot
from model.differences.sides import NESTING, NOWHERE, Choice, Choices, Key, Sides
from model.request.request import MAX_DEPTH, CostGroup, Line

_OF_LINES: Final = (("lines",), ("parts",))
_NO_TABLE: Final = "?"
_ORDERS: Final[Mapping[Choice, tuple[Choice, Choice, Choice]]] = {
    "mine": ("mine", "theirs", "base"),
    "theirs": ("theirs", "mine", "base"),
    "base": ("base", "mine", "theirs"),
}


def nesting_collides(sides: Sides) -> bool:
    """Whether both sides moved rows so that they cannot stand as either has moved them."""
    slots: dict[str, Slot] = {}
    for row_id in rows_at_most(sides):
        slot = _merged_slot(sides, row_id)
        if slot is None:
            return True
        slots[row_id] = slot
    return _wrong_line(slots) is not None


def settled_slots(
    sides: Sides, fate_of: Mapping[str, Fate], choices: Choices, *, in_one_way: bool
) -> dict[str, Slot]:
    """The list in which each row of the merged request stands.

    ``in_one_way``: all rows stand as one side has them.
    """
    order = _ORDERS[sides.side(choices, NESTING)]
    slots: dict[str, Slot] = {}
    for row_id, fate in fate_of.items():
        slot = _merged_slot(sides, row_id) if fate == "both" and not in_one_way else None
        slots[row_id] = slot or _slot_of(sides, row_id, order if fate == "both" else (fate, *order))
    for row_id in fate_of:
        if slots[row_id].parent not in fate_of:
            orders = (order,) if in_one_way else (_ORDERS["mine"], _ORDERS["theirs"])
            others = [_other_slot(sides, row_id, fate_of, each) for each in orders]
            # Of two lists that are left the same one, whoever is first: nobody is asked about it.
            slots[row_id] = min(filter(None, others), default=slots[row_id])
    while (wrong := _wrong_line(slots)) is not None:
        slots[wrong] = _raised(slots, wrong, sides)
    while gone := [row_id for row_id, slot in slots.items() if slot.parent not in slots]:
        for row_id in gone:
            del slots[row_id]
    return slots


def ordered_lists(
    sides: Sides, slots: Mapping[str, Slot], choices: Choices
) -> tuple[dict[Slot, list[str]], list[Key]]:
    """The rows of each list in their order, and the lists whose order is to be decided."""
    members: dict[Slot, set[str]] = {}
    for row_id, slot in slots.items():
        if row_id != ROOT:
            members.setdefault(slot, set()).add(row_id)
    lists: dict[Slot, list[str]] = {}
    collisions: list[Key] = []
    for slot in dict.fromkeys((*sides.mine.lists, *sides.theirs.lists, *sides.base.lists, *members)):
        if slot in members:
            lists[slot], collides = _ordered(sides, slot, members[slot], choices)
            if collides:
                collisions.append(Key("order", slot.parent, slot.field))
    return lists, collisions


def _merged_slot(sides: Sides, row_id: str) -> Slot | None:
    """The list of a row where at most one side moved it; None where both did, each elsewhere."""
    mine, theirs, base = (
        side.rows[row_id].slot if row_id in side.rows else None
        for side in (sides.mine, sides.theirs, sides.base)
    )
    if mine is None or theirs is None:
        return mine or theirs or base
    if mine == theirs or theirs == base:
        return mine
    return theirs if mine == base else None


def _slot_of(sides: Sides, row_id: str, order: Iterable[Choice]) -> Slot:
    """The list of a row on the first side that has it and knows where."""
    rows = (sides.of(side).rows.get(row_id) for side in order)
    return next(row.slot for row in rows if row is not None and row.slot != NOWHERE)


def _wrong_line(slots: Mapping[str, Slot]) -> str | None:
    """A line that stands too deep or, over others, in itself; None where every line can stand where it does."""
    depths: dict[str, int] = {}
    for row_id in sorted(slots):
        path: list[str] = []
        step = row_id
        while step in slots and step not in depths and slots[step].field in _OF_LINES:
            if step in path:
                return step
            path.append(step)
            step = slots[step].parent
        for inner in reversed(path):
            depths[inner] = depths.get(slots[inner].parent, 0) + 1
            if depths[inner] > MAX_DEPTH:
                return inner
    return None


def _raised(slots: Mapping[str, Slot], row_id: str, sides: Sides) -> Slot:
    """A list for a line that cannot stay where it is: that of the line above it; of a circle, the first table."""
    above = [row_id]
    while slots[above[-1]].field == ("parts",):
        above.append(slots[above[-1]].parent)
        if above[-1] == row_id or above[-1] not in slots:
            table = next((other for other in slots if sides.kind_of(other) is CostGroup), _NO_TABLE)
            return Slot(table, ("lines",))
    return slots[above[1]]


def _other_slot(
    sides: Sides, row_id: str, fate_of: Mapping[str, Fate], order: Iterable[Choice]
) -> Slot | None:
    """Another list for a row whose own went: further up on a side that has it; None where nothing is left of it."""
    is_line = sides.kind_of(row_id) is Line
    for side in order:
        rows = sides.of(side).rows
        step = row_id
        while step in rows and step != ROOT:
            slot = rows[step].slot
            if slot.parent in fate_of and slot.parent != ROOT:
                return slot
            if not is_line:
                break
            step = slot.parent
    return None


def _ordered(sides: Sides, slot: Slot, members: set[str], choices: Choices) -> tuple[list[str], bool]:
    mine, theirs, base = (
        [row_id for row_id in side.lists.get(slot, ()) if row_id in members]
        for side in (sides.mine, sides.theirs, sides.base)
    )
    shared = set(mine) & set(theirs)
    here, there = ([row_id for row_id in own if row_id in shared] for own in (mine, theirs))
    collides = False
    core = here
    if here != there:
        was = [row_id for row_id in base if row_id in shared]
        known = set(was)
        moved_here, moved_there = (
            [row_id for row_id in own if row_id in known] != was for own in (here, there)
        )
        if slot in (Slot(ROOT, field) for field in UNORDERED):
            core = min(here, there)
        elif moved_here == moved_there or not sides.is_base_known:
            collides = True
            core = {"mine": here, "theirs": there, "base": _in_order_of(was, here)}[
                sides.side(choices, Key("order", slot.parent, slot.field))
            ]
        elif moved_there:
            core = there
    placed = set(mine) | set(theirs)
    rest = sorted(members - placed - set(base))
    return [*_with_others(core, mine, theirs, base), *rest], collides


def _in_order_of(first: list[str], every: list[str]) -> list[str]:
    """All rows, those of the first list in its order where they stood."""
    places = iter(first)
    known = set(first)
    return [next(places) if row_id in known else row_id for row_id in every]


def _with_others(core: list[str], mine: list[str], theirs: list[str], base: list[str]) -> list[str]:
    """The rows that both have with those of one side, each behind the row that it stands behind there."""
    runs = [_runs(own, set(core)) for own in (mine, theirs)]
    placed = {*mine, *theirs}
    runs.append(_runs([row_id for row_id in base if row_id in set(core) or row_id not in placed], set(core)))
    ordered: list[str] = []
    for anchor in ("", *core):
        if anchor:
            ordered.append(anchor)
        here, there, was = (run_of.get(anchor, []) for run_of in runs)
        for run in sorted((here, there)):  # whoever is first: the result is the same
            ordered += run
        ordered += was
    return ordered


def _runs(own: list[str], core: set[str]) -> dict[str, list[str]]:
    """The rows of a list that are not in the core, by the row of it that they stand behind; "" for none."""
    runs: dict[str, list[str]] = {}
    anchor = ""
    for row_id in own:
        if row_id in core:
            anchor = row_id
        else:
            runs.setdefault(anchor, []).append(row_id)
    return runs
