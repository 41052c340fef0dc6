"""Cost tables whose cells are known (HTML, tabs): headings, rows and the 合計."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from model.standard.standard import Standard
from templates.readers.labels import is_total
from templates.readers.page.cost_columns import FIGURES, Columns, columns_of, unit_line
from templates.readers.page.cost_rows import Row, adds_up, with_words
from templates.readers.page.pieces import Grid
from templates.readers.page.previous_figures import read_figures


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
    for index, cells in enumerate(body):
        row = read_row(cells, columns)
        if row is None or total is not None:
            return None
        if is_total(row.text, standard):
            total = row
        elif row.text:
            below = read_row(body[index + 1], columns) if index + 1 < len(body) else None
            if below and _is_merged(
                below, rows, row, body, index
            ):  # a heading over several rows, and the first of them
                rows += [Row(row.text), _part(row, cells, columns, row.text)]
            else:
                rows.append(row)
        elif row.has_figures and index == len(body) - 1 and adds_up(rows, row):
            total = row
        elif row.has_figures and rows and rows[-1].is_part:
            rows.append(_part(row, cells, columns, rows[-1].text))
        elif row.has_figures:
            return None
        elif rows:
            rows[-1] = with_words(rows[-1], row)
    return CostTable(tuple(rows), total) if rows else None


def _is_merged(below: Row, above: Sequence[Row], row: Row, body: Sequence[Sequence[str]], index: int) -> bool:
    """Whether the cell of a row's text reaches over the row below: that has figures and is not the 合計."""
    is_last = index + 2 == len(body)
    return not below.text and below.has_figures and not (is_last and adds_up([*above, row], below))


def _part(row: Row, cells: Sequence[str], columns: Columns, otherwise: str) -> Row:
    """A row below a merged cell: the words before its figures are its text; those of the merged cell where it has none."""
    first = min(columns.kinds.index(kind) for kind in FIGURES if kind in columns.kinds)
    beside = [
        cells[index].strip()
        for index in range(first)
        if columns.kinds[index] == "remark" and cells[index].strip()
    ]
    after = [
        cells[index].strip() for index in range(first, len(columns.kinds)) if columns.kinds[index] == "remark"
    ]
    return replace(
        row, text=" ".join(beside) or otherwise, remark="\n".join(filter(None, after)), is_part=True
    )


def read_row(cells: Sequence[str], columns: Columns) -> Row | None:
    """A row of cells by their columns; None where a figure cannot be read."""
    text: list[str] = []
    remark: list[str] = []
    others: dict[str, str] = {}
    previous: int | None = None
    amount: int | None = None
    for kind, cell in zip(columns.kinds, [*cells, *[""] * len(columns.kinds)], strict=False):
        words = cell.strip()
        if kind == "text":
            text += [part.strip() for part in words.split("\n")]
        elif kind == "remark":
            remark += [words] if words else []
        elif kind not in FIGURES:
            others[kind] = words
        else:
            figures = read_figures(words, columns.unit)
            if figures is None:
                return None
            if kind == "amount":
                amount = figures.amount
                previous = figures.previous if figures.previous is not None else previous
            elif kind == "previous":
                previous = figures.amount if figures.amount is not None else figures.previous
    return Row("".join(text), previous, amount, "\n".join(remark), words=others)
