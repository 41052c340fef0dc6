"""The cells of a sheet of a workbook, with a table of costs whose place is known, so that it can be changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from templates.readers.tables.understood import Understood

Place = tuple[int, int]


@dataclass
class Cells:
    """A sheet as values by place, with its table.

    Attributes:
        title: the name of the tab.
        values: what stands in each cell.
        formats: the number formats that are not the general one.
        indents: how far cells are set in.
        merged: first row, first column, last row, last column of each merged range.
        heads: the rows of the headings.
        lines: the rows of the lines.
        total: the row of the total; 0 for none.
        name, amount, previous: the columns; 0 for none.
        first, last: the first and the last column of the table.
        hidden: columns that are hidden.
    """

    title: str
    values: dict[Place, object]
    formats: dict[Place, str]
    indents: dict[Place, float]
    merged: list[tuple[int, int, int, int]]
    heads: list[int]
    lines: list[int]
    total: int
    name: int
    amount: int
    previous: int
    first: int
    last: int
    hidden: set[int] = field(default_factory=set)
    more: list[tuple[str, Cells]] = field(default_factory=list)

    @property
    def end(self) -> int:
        """The last row of the table."""
        return max(*self.lines, self.total)

    @property
    def figures(self) -> list[int]:
        """The columns of the amounts of the years."""
        return [column for column in (self.amount, self.previous) if column]

    def number(self, row: int, column: int) -> float:
        """The number of a cell; 0 for none."""
        value = self.values.get((row, column))
        return value if isinstance(value, int | float) else 0

    def copied(self) -> Cells:
        """A copy that may be changed."""
        return deepcopy(self)

    def put_column(self, at: int, heading: str, value: Callable[[int], object]) -> None:
        """Put a column before one, with a heading and a value for each line and the total."""
        self._move(lambda row, column: (row, column + (column >= at)))
        for key in ("name", "amount", "previous", "last"):
            if getattr(self, key) >= at or key == "last":
                setattr(self, key, getattr(self, key) + 1)
        self.first += self.first > at
        if heading:
            self.values[self.heads[-1], at] = heading
        for row in (*self.lines, *([self.total] if self.total else [])):
            found = value(row)
            if found is not None:
                self.values[row, at] = found

    def put_row(self, at: int, values: dict[int, object]) -> None:
        """Put a row before one."""
        self._move(lambda row, column: (row + (row >= at), column))
        self.heads = [row + (row >= at) for row in self.heads]
        self.lines = [row + (row >= at) for row in self.lines]
        self.total += self.total >= at
        for column, value in values.items():
            self.values[at, column] = value

    def move_columns(self, moved: dict[int, int]) -> None:
        """Move the columns of the table to other places, in its rows alone."""
        rows = range(self.heads[0], self.end + 1)
        self._move(lambda row, column: (row, moved.get(column, column) if row in rows else column))
        for key in ("name", "amount", "previous"):
            setattr(self, key, moved.get(getattr(self, key), getattr(self, key)))

    def move_rows(self, moved: dict[int, int]) -> None:
        """Move rows to other places."""
        self._move(lambda row, column: (moved.get(row, row), column))
        self.lines = sorted(moved.get(row, row) for row in self.lines)
        self.total = moved.get(self.total, self.total)

    def shift(self, rows: int, columns: int) -> None:
        """Move all cells down and to the right."""
        self._move(lambda row, column: (row + rows, column + columns))
        self.heads = [row + rows for row in self.heads]
        self.lines = [row + rows for row in self.lines]
        self.total += rows if self.total else 0
        for key in ("name", "amount", "previous", "first", "last"):
            setattr(self, key, getattr(self, key) + columns if getattr(self, key) else 0)

    def drop_row(self, at: int) -> None:
        """Take a row away."""
        self.values = {place: value for place, value in self.values.items() if place[0] != at}
        self._move(lambda row, column: (row - (row > at), column))
        self.heads = [row - (row > at) for row in self.heads if row != at]
        self.lines = [row - (row > at) for row in self.lines if row != at]
        self.total = 0 if self.total == at else self.total - (self.total > at)

    def _move(self, place: Callable[[int, int], Place]) -> None:
        self.values = {place(*key): value for key, value in self.values.items()}
        self.formats = {place(*key): value for key, value in self.formats.items()}
        self.indents = {place(*key): value for key, value in self.indents.items()}
        self.hidden = {place(self.lines[0], column)[1] for column in self.hidden}
        self.merged = [(*place(row, column), *place(end, last)) for row, column, end, last in self.merged]

    def save(self, path: Path) -> None:
        """Write the workbook."""
        book = Workbook()
        sheet = book.active
        assert isinstance(sheet, Worksheet)
        self._write(sheet)
        for title, cells in self.more:
            tab = book.create_sheet()
            cells._write(tab)
            tab.title = title
        book.save(path)

    def _write(self, sheet: Worksheet) -> None:
        sheet.title = self.title
        for (row, column), value in self.values.items():
            cell = sheet.cell(row, column, value)  # type: ignore[arg-type]
            if (row, column) in self.formats:
                cell.number_format = self.formats[row, column]
            if (row, column) in self.indents:
                cell.alignment = cell.alignment.copy(indent=self.indents[row, column])  # type: ignore[no-untyped-call]
        for area in self.merged:
            if area[0] <= area[2] and area[1] <= area[3] and area[:2] != area[2:]:
                sheet.merge_cells(
                    start_row=area[0], start_column=area[1], end_row=area[2], end_column=area[3]
                )
        for column in self.hidden:
            sheet.column_dimensions[get_column_letter(column)].hidden = True


def cells_of(path: Path, table: Understood) -> Cells | None:
    """The cells of a workbook of one sheet with one plain table; None where it is more than that."""
    book = load_workbook(path)
    sheet = book.active
    previous, amount = table.year_columns
    texts = table.of("text")
    if not isinstance(sheet, Worksheet) or len(book.worksheets) > 1 or amount is None or len(texts) != 1:
        return None
    if table.grid.sheet.origin:
        return None  # turned or parted: its cells stand elsewhere
    values = {
        (cell.row, cell.column): cell.value
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }
    if any(isinstance(value, str) and value.startswith("=") for value in values.values()):
        return None
    filled = [cell for row in sheet.iter_rows() for cell in row if (cell.row, cell.column) in values]
    lines = [row.row for row in table.rows if row.summed.kind == "line"]
    kinds = {row.summed.kind for row in table.rows}
    totals = [row.row for row in table.rows if row.summed.kind == "total"]
    if not kinds <= {"line", "total"} or len(lines) < 2 or any(row.summed.depth for row in table.rows):
        return None
    if any((row, amount) not in values for row in lines):
        return None
    return Cells(
        sheet.title,
        values,
        {(cell.row, cell.column): cell.number_format for cell in filled if cell.number_format != "General"},
        {(cell.row, cell.column): cell.alignment.indent for cell in filled if cell.alignment.indent},
        [(area.min_row, area.min_col, area.max_row, area.max_col) for area in sheet.merged_cells.ranges],
        list(table.headings.rows),
        lines,
        totals[0] if totals else 0,
        texts[0],
        amount,
        previous or 0,
        table.headings.columns[0],
        table.headings.columns[-1],
        {
            column for column in range(1, sheet.max_column + 1)
            if sheet.column_dimensions[get_column_letter(column)].hidden
        },
    )  # fmt: skip


def numbers(values: Iterable[object]) -> list[float]:
    """The numbers among values."""
    return [value for value in values if isinstance(value, int | float)]
