"""Cost tables whose cells are known (HTML, tabs): headings, rows and the 合計."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from model.standard import Standard
from templates.page_reader.cost_columns import Columns, columns_of, unit_line
from templates.page_reader.cost_rows import Row, adds_up, is_total
from templates.page_reader.pieces import Grid, typed
from templates.page_reader.previous_figures import read_figures


class CostTable(msgspec.Struct, frozen=True):
    """The rows of a table and its 合計, None where it has none."""

    rows: tuple[Row, ...]
    total: Row | None = None


def grid_columns(grid: Grid, standard: Standard) -> tuple[Columns | None, int]:
    """The columns of a grid and how many rows their headings take; None where it is no cost table."""
    for count, row in enumerate(grid.rows[:2], 1):
        cells = [cell for cell in row if cell.strip()]
        if len(cells) == 1 and unit_line(cells[0]):
            continue
        return (columns_of(row, standard), count) if len(cells) == len(row) else (None, count)
    return None, 0


def read_grid(grid: Grid, columns: Columns, heading_rows: int, standard: Standard) -> CostTable | None:
    """The rows below the headings; None where a figure cannot be read, or a row follows the 合計."""
    rows: list[Row] = []
    total: Row | None = None
    body = grid.rows[heading_rows:]
    for at, cells in enumerate(body):
        row = read_row(cells, columns)
        if row is None or total is not None:
            return None
        if not row.text and not row.has_figures:
            if not row.remark or not rows:
                continue
            rows[-1] = msgspec.structs.replace(
                rows[-1], remark="\n".join(filter(None, (rows[-1].remark, row.remark)))
            )
        elif is_total(row.text, standard):
            total = row
        elif not row.text:
            if not adds_up(rows, row) or at != len(body) - 1:
                return None
            total = row
        else:
            rows.append(row)
    return CostTable(tuple(rows), total) if rows else None


def read_row(cells: Sequence[str], columns: Columns) -> Row | None:
    """A row of cells by their columns; None where a figure cannot be read."""
    text: list[str] = []
    remark: list[str] = []
    previous: int | None = None
    amount: int | None = None
    for kind, cell in zip(columns.kinds, [*cells, *[""] * len(columns.kinds)], strict=False):
        words = typed(cell)
        if kind == "text":
            text += [part.strip() for part in words.split("\n")]
        elif kind == "remark":
            remark += [words] if words else []
        else:
            figures = read_figures(words, columns.unit)
            if figures is None:
                return None
            if kind == "amount":
                amount = figures.amount
                previous = figures.previous if figures.previous is not None else previous
            elif kind == "previous":
                previous = figures.amount if figures.amount is not None else figures.previous
    return Row("".join(text), previous, amount, "\n".join(remark))
