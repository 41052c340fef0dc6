"""The heading rows of a table on the printed sheet, over one another as the columns' paths say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from msgspec.structs import replace

from model.request.place import Place
from templates.sheet.blocks import Column
from templates.workbook.grid import ROW_HEIGHT, Grid, Slot
from templates.workbook.style import HEADER, HEADER_LOWER, HEADER_MIDDLE, HEADER_UPPER

Span = tuple[int, int]


def heading_rows(
    grid: Grid,
    columns: Sequence[Column],
    spans: Sequence[Span],
    others: Sequence[tuple[str, Span]],
    words: Mapping[str, Place] | None = None,
) -> None:
    """Write the headings; a label that no other stands over reaches over all rows and is written in the last.

    Args:
        grid: where they go.
        columns: the columns of figures.
        spans: the columns of the grid that each of them takes.
        others: the headings beside them (区分, 事項) with theirs.
        words: the places of headings that a sheet may print otherwise, by the key of their column.
    """
    depth = max((len(column.path) for column in columns), default=1)
    for level in range(depth):
        slots = [_alone(grid, label, span, level, depth, 0) for label, span in others]
        numbered = list(zip(columns, spans, strict=True))
        for path, members in groupby(numbered, lambda member: _shared(member[0], level)):  # noqa: B023
            run = list(members)
            if path is not None:
                slots.append(Slot(run[0][1][0], run[-1][1][1], path[-1], HEADER))
            else:
                slots += [
                    replace(
                        _alone(grid, column.label, span, level, depth, len(column.path) - 1),
                        place=(words or {}).get(column.key, "") if level == depth - 1 else "",
                    )
                    for column, span in run
                ]
        slots.sort(key=lambda slot: slot.first)
        grid.add(slots, at_least=ROW_HEIGHT if level == depth - 1 else 0.0, keeps=True)


def _shared(column: Column, level: int) -> tuple[str, ...] | None:
    """The heading over several columns at a level; None where a column stands alone."""
    return column.path[: level + 1] if level < len(column.path) - 1 else None


def _alone(grid: Grid, label: str, span: Span, level: int, depth: int, first: int) -> Slot:
    """A label of its own, over the rows from ``first`` to the last."""
    if level < depth - 1:
        return Slot(*span, None, HEADER_UPPER if level == first else HEADER_MIDDLE)
    return Slot(*span, grid.heading(label, *span), HEADER if first == depth - 1 else HEADER_LOWER)
