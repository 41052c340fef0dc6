"""A pasted block while it is read: its cells, the lines below it, the messages so far."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from model.edits.basis import read_figure
from model.edits.fields import clean_text
from model.edits.paste import Block
from model.figures.figures import LineTotals
from model.request.columns import LineField
from model.request.place import YEARS
from model.values.amount import Amount, parse
from templates.readers.pasted.calculated_columns import ScreenColumn
from templates.readers.pasted.pasted_cells import lost_cells, read_brackets


class Column(NamedTuple):
    """A column of the block: the field it fills (None for none), its unit, the label put before its words in 備考."""

    field: LineField | None
    unit: str = ""
    before: str = ""
    is_own: bool = True  # else a column that only adds to 備考


def place_of(field: str, columns: Sequence[Column]) -> int | None:
    """The column that fills a field; None where none does."""
    return next((index for index, column in enumerate(columns) if column.field == field), None)


class PastedBlock:
    """The block, and what is found out about it.

    Attributes:
        rows: its cells.
        screen: the columns of the table from the one that it is pasted in.
        lines: the lines that take the first rows.
        left_rows: the kinds of rows that are left out.
        left_columns: the columns that are left out.
        notes: further whole sentences.
        lost: cells that fit nowhere.
    """

    def __init__(self, block: Block, screen: Sequence[ScreenColumn], lines: Sequence[LineTotals]) -> None:
        self.rows = [[clean_text(cell) for cell in row] for row in block]
        self.screen, self.lines = list(screen), lines
        self.left_rows: list[str] = []
        self.left_columns: list[str] = []
        self.notes: list[str] = []
        self.lost: list[str] = []

    @property
    def width(self) -> int:
        """How many columns it has."""
        return max(map(len, self.rows), default=0)

    def column(self, index: int) -> list[str]:
        """The cells of a column; a row that is shorter has a blank one."""
        return [row[index] if index < len(row) else "" for row in self.rows]

    def years(self, columns: Sequence[Column]) -> list[tuple[Amount, Amount]]:
        """前年度 and 要求額 of each row: as pasted, else what stands in its line; a calculation is no figure yet."""
        found: list[list[Amount]] = []
        for year in YEARS:
            index = place_of(year, columns)
            if index is None:
                missing = max(0, len(self.rows) - len(self.lines))
                found.append([*[line.of(year).shown for line in self.lines], *[None] * missing])
            elif year == "previous":
                cells = read_brackets(self.column(index))[0]
                found.append([parse(cell, brackets_mean_previous_year=True) for cell in cells])
            else:
                figures = map(read_figure, self.column(index))
                found.append([basis or amount for amount, basis in figures])
        return [(previous, amount) for previous, amount, _ in zip(*found, self.rows, strict=False)]

    def said(self) -> str:
        """What was left out and read otherwise, in whole sentences; "" for nothing."""
        left_out = "・".join((*self.left_rows, *self.left_columns))
        said = [f"{left_out}は貼り付けませんでした。"] if left_out else []
        return "".join((*said, *dict.fromkeys(self.notes), lost_cells(self.lost)))
