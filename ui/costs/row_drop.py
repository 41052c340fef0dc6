"""Where dragged lines would land: from a place in the table to a spot of the sheet. No Qt."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from model.edits.move import Spot
from model.request.request import MAX_DEPTH
from ui.costs.cost_rows import Row, RowKind


class Drop(NamedTuple):
    """A spot with where its mark is drawn: above a row, at a depth."""

    spot: Spot
    row: int
    depth: int


def drop_at(
    rows: Sequence[Row], moving: Collection[str], levels: int, over: tuple[int, bool], wanted: int
) -> Drop | None:
    """Where lines would land; None where there is no table, or where they would nest too deep.

    Args:
        rows: the rows of the table.
        moving: the ids of the lines that move and of all their parts.
        levels: how many levels the highest of them takes.
        over: the row the pointer is over, and whether it is over its lower half.
        wanted: the depth the pointer asks for; the nearest that the neighbours allow is taken.
    """
    gap = _gap(rows, *over)
    if gap is None:
        return None
    above, below = gap - 1, gap
    while rows[above].id in moving:
        above -= 1
    while rows[below].id in moving:
        below += 1
    upper, lower = rows[above], rows[below]
    least = lower.depth if lower.kind is RowKind.LINE else 0
    most = min(upper.depth + 1 if upper.kind is RowKind.LINE else 0, MAX_DEPTH - levels)
    if most < least:
        return None
    depth = min(max(wanted, least), most)
    parent = upper.group_id
    if depth:
        parent = next(
            row.id
            for row in reversed(rows[: above + 1])
            if row.depth == depth - 1 and row.id not in moving and row.kind is RowKind.LINE
        )
    before = lower.id if lower.kind is RowKind.LINE and lower.depth == depth else None
    return Drop(Spot(parent, before), gap, depth)


def _gap(rows: Sequence[Row], row: int, is_lower: bool) -> int | None:
    """The row above which lines would stand: beside a line, below a title, else after the table's last line."""
    match rows[row].kind:
        case RowKind.LINE:
            return row + is_lower
        case RowKind.TITLE:
            return row + 1
        case _:
            return next((index for index in range(row, -1, -1) if rows[index].kind is RowKind.NEW), None)
