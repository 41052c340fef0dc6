"""Which side a cell of a section's table has its text from in a merge: a cell stays and goes with its column."""

from __future__ import annotations

from collections.abc import Mapping

from model.differences.merged_rows import Fate
from model.differences.outline import Field, Value, column_of
from model.differences.sides import SIDES, Choice, Sides


def side_of_cell(sides: Sides, field: Field, fate_of: Mapping[str, Fate]) -> Choice | None:
    """The side that a value follows because its column does; None where the values of both sides count."""
    column = column_of(field)
    if column is None:
        return None
    fate = fate_of.get(column)
    if fate is not None:
        return None if fate == "both" else fate
    without = [side for side in SIDES if column not in sides.of(side).rows]
    return without[0] if len(without) == 1 else None


def without_gone_columns(
    sides: Sides, values: Mapping[Field, Value], fate_of: Mapping[str, Fate]
) -> dict[Field, Value]:
    """The values of a row that one side alone has, without its cells in columns that the merged request lacks."""
    return {
        field: value
        for field, value in values.items()
        if column_of(field) in fate_of or side_of_cell(sides, field, fate_of) is None
    }
