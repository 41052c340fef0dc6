"""Which rows two merged requests have: what one side deleted goes, unless the other has touched it or what is in it."""

from __future__ import annotations

from typing import Literal, TypeAlias

from model.differences.sides import SIDES, Choice, Choices, Decision, Key, Side, Sides

Fate: TypeAlias = Literal["both", "mine", "theirs", "base"]
"""From where a row has its values: both sides merged, or one of them."""


def fates(sides: Sides, choices: Choices) -> tuple[dict[str, Fate], list[Key]]:
    """The rows of the merged request with where they come from, and the rows of which it is to be decided."""
    found: dict[str, Fate] = {}
    collisions: list[Key] = []
    for row_id in sides.mine.rows:
        if row_id in sides.theirs.rows:
            found[row_id] = "both"
    for side, other in (SIDES, SIDES[::-1]):
        collisions += _fates_of_side(sides, side, other, choices, found)
    return found, collisions


def rows_at_most(sides: Sides) -> set[str]:
    """The rows that the merged request has where nothing that was touched is deleted."""
    _, collisions = fates(sides, {})
    keeping: dict[Key, Decision] = {
        key: "mine" if key.row in sides.mine.rows else "theirs" for key in collisions
    }
    return set(fates(sides, keeping)[0])


def _fates_of_side(
    sides: Sides, side: Side, other: Side, choices: Choices, found: dict[str, Fate]
) -> list[Key]:
    """Add the rows that one side alone has; the keys of those that the other deleted and this one touched."""
    here, there = sides.of(side), sides.of(other)
    touched = sides.touched[side]
    collisions: list[Key] = []
    wanted: dict[str, bool] = {}

    def is_wanted(row_id: str) -> bool:
        """Whether this side has touched a row or one below it that is on this side alone."""
        if row_id not in wanted:
            inside = [is_wanted(inner) or inner in touched for inner in here.below(row_id)]
            wanted[row_id] = row_id in touched or any(inside)
        return wanted[row_id] if row_id not in there.rows else row_id in touched

    def add_below(row_id: str, fate: Choice | None) -> None:
        """Give a deleted row and what is in it on this side alone the fate that was decided for it."""
        if row_id not in there.rows:
            if fate is not None and (fate != "base" or row_id in sides.base.rows):
                found[row_id] = fate
            for inner in here.below(row_id):
                add_below(inner, fate)

    def visit(row_id: str) -> None:
        if row_id not in there.rows and row_id not in sides.base.rows:
            found[row_id] = side
        elif row_id not in there.rows and is_wanted(row_id):
            key = Key("row", row_id)
            collisions.append(key)
            choice = sides.side(choices, key)
            add_below(row_id, side if choice == side else "base" if choice == "base" else None)
            return
        for inner in here.below(row_id):
            visit(inner)

    visit("")
    return collisions
