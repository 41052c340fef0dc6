"""Tables of the narrative that are no cost tables (箇所表, 年度別実績, スケジュール): what a writer typed, nothing computed."""

from __future__ import annotations

from model.request.part import Part


class TableColumn(Part, frozen=True):
    """A column.

    Attributes:
        unit: the unit of its numbers, printed in brackets behind the heading; "" for none.
        summed: whether its numbers are added up in the last row (計).
        total: what was typed in the last row: a total over the derived one, or words where nothing is added up.
    """

    id: str
    heading: str = ""
    unit: str = ""
    summed: bool = False
    total: str = ""


class TableRow(Part, frozen=True):
    """A row: its cells as typed, by the ids of their columns; a blank cell is missing."""

    id: str
    cells: dict[str, str] = {}


class SectionTable(Part, frozen=True):
    """A table of a section, below its text.

    Attributes:
        section: id of the section below whose text it stands.
        note: the words below it.
        rows: its rows, without the last one (計), which it has where a column is added up.
    """

    id: str
    section: str = ""
    title: str = ""
    note: str = ""
    columns: tuple[TableColumn, ...] = ()
    rows: tuple[TableRow, ...] = ()

    @property
    def has_total(self) -> bool:
        """Whether it ends with a row of totals."""
        return any(column.summed for column in self.columns)

    def row_name(self, row: TableRow) -> str:
        """The name of a row: its first cell with something in it; "" where all are blank."""
        return next((text for column in self.columns if (text := row.cells.get(column.id, "").strip())), "")
