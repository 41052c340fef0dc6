"""The heading rows of a table on the printed sheet, over one another as the columns' paths say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from model.request.place import Place
from templates.sheet.blocks import Column
from templates.sheet.heading import heading
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
    rows = heading(columns, "").rows
    depth = len(rows)
    alone = [(label, span, "", 0) for label, span in others]
    for level, cells in enumerate(rows):
        for cell in cells:
            if not cell.is_over:
                where = (words or {}).get(columns[cell.first].key, "")
                alone.append((cell.label, spans[cell.first], where, level))
        slots = [_alone(grid, *each, level, depth) for each in alone]
        slots += [
            Slot(spans[cell.first][0], spans[cell.first + cell.columns - 1][1], cell.label, HEADER)
            for cell in cells
            if cell.is_over
        ]
        slots.sort(key=lambda slot: slot.first)
        grid.add(slots, at_least=ROW_HEIGHT if level == depth - 1 else 0.0, keeps=True)


def _alone(grid: Grid, label: str, span: Span, where: Place, first: int, level: int, depth: int) -> Slot:
    """A label of its own, over the rows from ``first`` to the last."""
    if level < depth - 1:
        return Slot(*span, None, HEADER_UPPER if level == first else HEADER_MIDDLE)
    look = HEADER if first == depth - 1 else HEADER_LOWER
    return Slot(*span, grid.heading(label, *span), look, place=where)
