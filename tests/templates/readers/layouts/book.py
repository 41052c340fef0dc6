"""The cells of a laid-out request, before they are written as a file of one kind."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.templates.readers.layouts.known import Known

Value = int | float | str | None


@dataclass
class Cell:
    """A cell: its value (of a formula, the stored one), its number format, its indent."""

    value: Value
    number_format: str = "General"
    indent: int = 0
    formula: str = ""


@dataclass
class Tab:
    """A tab of a book; rows and columns count from 1."""

    title: str
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden: set[int] = field(default_factory=set)

    def put(
        self, row: int, column: int, value: Value, number_format: str = "General", indent: int = 0
    ) -> Cell:
        """Put a value into a cell."""
        self.cells[row, column] = cell = Cell(value, number_format, indent)
        return cell

    @property
    def last_row(self) -> int:
        """The last row with a cell."""
        return max((row for row, _ in self.cells), default=0)

    def text(self, row: int, column: int) -> str:
        """A cell as Excel shows it on the clipboard; what the tests use of number formats is known here."""
        cell = self.cells.get((row, column))
        if cell is None or cell.value is None:
            return ""
        if isinstance(cell.value, str):
            return cell.value
        if "%" in cell.number_format:
            return f"{cell.value:.1%}"
        if cell.number_format == "General":
            return str(cell.value)
        value, shown = cell.value, cell.number_format.split(";")[0]
        if value < 0 and ";" in cell.number_format:
            value, shown = -value, cell.number_format.split(";")[1]
        if "#,##0" not in shown:
            return shown.replace('"', "").replace("0", str(value))
        while shown.rstrip('"円千百万').endswith(","):
            shown, value = (
                shown.replace(",", "", 1) if shown.count(",") == 1 else shown[::-1].replace(",", "", 1)[::-1],
                value / 1000,
            )
        before, _, rest = shown.partition("#,##0")
        figure = f"{value:,.1f}" if rest.startswith(".0") else f"{round(value):,}"
        return before.replace('"', "") + figure + rest.removeprefix(".0").replace('"', "")

    def table(self) -> list[list[str]]:
        """All cells as text."""
        width = max((column for _, column in self.cells), default=0)
        return [
            [self.text(row, column) for column in range(1, width + 1)] for row in range(1, self.last_row + 1)
        ]


@dataclass
class Book:
    """The tabs of a book, and the request that it lays out."""

    tabs: list[Tab]
    request: Known
