"""A table of a section as cells: its headings, their units, its rows, the row that is offered, and the 計 below them.

The headings are cells like any other: one types, copies and pastes them. The column that is offered comes to be by
typing a heading in it, the offered row by typing anywhere in it.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Final

from msgspec.structs import replace
from PySide6.QtCore import QModelIndex, Qt

from model.document.document import Document, Snapshot
from model.edits.fields import set_value
from model.edits.paste import Block, Clip
from model.edits.section_tables import add_columns, add_rows
from model.figures.figures import Figure
from model.request import place
from model.request.part import by_id
from model.request.place import Place
from model.request.request import Request
from model.request.section_table import SectionTable, TableColumn, TableRow
from model.totals.section_tables import column_sum, total_text, total_words
from model.values.exact_number import format_number, is_nothing, parse_number
from model.values.identity import new_id
from model.values.selection_sum import Number
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.tables.table_model import CellModel, Index
from ui.widgets.cell_style import CellState, CellStyle
from ui.widgets.pane import FindingsByPlace
from ui.widgets.style import DERIVED, MUTED, TITLE_FILL, TOTAL_FILL

_OFFERED_ROW: Final = QT_TRANSLATE_NOOP("ui.section_tables", "（次の行）")
_OFFERED_COLUMN: Final = QT_TRANSLATE_NOOP("ui.section_tables", "（列）")
_GONE: Final = SectionTable("")


class RowKind(StrEnum):
    """What a row of the screen is."""

    HEADING = QT_TRANSLATE_NOOP("ui.section_tables", "見出し")
    UNIT = QT_TRANSLATE_NOOP("ui.section_tables", "単位")
    ROW = QT_TRANSLATE_NOOP("ui.section_tables", "行")
    NEW = "＋"
    TOTAL = QT_TRANSLATE_NOOP("ui.section_tables", "計")


class SectionTableModel(CellModel):
    """The cells of one table.

    Attributes:
        table_id: its id.
    """

    count_unit = ""

    def __init__(self, document: Document, table_id: str) -> None:
        super().__init__(document)
        self.table_id = table_id
        self._words = total_words(document.snapshot.standard)
        self._offered_row, self._offered_column = new_id(), new_id()
        self.table = self._table(document.snapshot)
        self._rows = self._row_ids()

    def _table(self, snapshot: Snapshot) -> SectionTable:
        return by_id(snapshot.request.tables, self.table_id) or _GONE

    def _row_ids(self) -> list[str]:
        """The ids of the rows of the screen; those that are no rows of the table have the words of their kind."""
        foot = [RowKind.TOTAL.value] if self.table.has_total else []
        rows = [row.id for row in self.table.rows]
        return [RowKind.HEADING.value, RowKind.UNIT.value, *rows, self._offered_row, *foot]

    # --- which row and column ---

    def kind(self, row: int) -> RowKind:
        """What a row is."""
        row_id = self._rows[row]
        if row_id == self._offered_row:
            return RowKind.NEW
        return RowKind(row_id) if row_id in _FIXED else RowKind.ROW

    def row_id(self, row: int) -> str | None:
        """The id of a row of the table; None for the others."""
        return self._rows[row] if 0 <= row < len(self._rows) and self.kind(row) is RowKind.ROW else None

    def column(self, index: int) -> TableColumn | None:
        """A column of the table; None for the one that is offered."""
        return self.table.columns[index] if 0 <= index < len(self.table.columns) else None

    def row_of(self, row_id: str) -> int:
        """Where a row stands; the headings where it is gone."""
        return self._rows.index(row_id) if row_id in self._rows else 0

    # --- cells ---

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The headings, the units, the rows, the offered one, and the 計 where a column is added up."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The columns and the offered one."""
        return 0 if parent.isValid() else len(self.table.columns) + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """What a row is, or its number, at its left; the headings of columns are cells."""
        if orientation != Qt.Orientation.Vertical or role != Qt.ItemDataRole.DisplayRole:
            return None
        kind = self.kind(section)
        return str(section - 1) if kind is RowKind.ROW else translate("ui.section_tables", kind.value)

    def place_at(self, index: Index) -> Place | None:
        """The place of a cell; the offered column has one for its heading alone."""
        kind, column = self.kind(index.row()), self.column(index.column())
        if column is None:
            is_heading = kind is RowKind.HEADING
            return place.table_column(self._offered_column, "heading") if is_heading else None
        match kind:
            case RowKind.HEADING:
                return place.table_column(column.id, "heading")
            case RowKind.UNIT:
                return place.table_column(column.id, "unit")
            case RowKind.TOTAL:
                return place.table_column(column.id, "total")
        return place.table_cell(self._rows[index.row()], column.id)

    def index_of(self, place: Place) -> QModelIndex:
        """The cell of a place; of the table itself, the first heading."""
        kind, _, rest = place.partition("/")
        part, _, field = rest.rpartition("/")
        columns = [column.id for column in self.table.columns]
        if kind == "cell" and part in self._rows and field in columns:
            return self.index(self._rows.index(part), columns.index(field))
        rows = {"heading": RowKind.HEADING, "unit": RowKind.UNIT, "total": RowKind.TOTAL}
        if kind == "column" and part in columns and (row := rows.get(field, RowKind.HEADING)) in self._rows:
            return self.index(self._rows.index(row), columns.index(part))
        return QModelIndex()

    def figure_at(self, index: Index) -> Figure | None:
        """None: numbers have any unit here, and stand as they were typed."""
        return None

    def is_text(self, index: Index) -> bool:
        """Every cell is typed as words."""
        return True

    def number_at(self, index: Index) -> Number | None:
        """The number of a cell, for the sum of the selection."""
        column = self.column(index.column())
        if column is None or self.kind(index.row()) in (RowKind.HEADING, RowKind.UNIT):
            return None
        return parse_number(self.text_at(index), column.unit)

    def text_at(self, index: Index) -> str:
        """What a cell shows."""
        kind, column = self.kind(index.row()), self.column(index.column())
        if column is None:
            return translate("ui.section_tables", _OFFERED_COLUMN) if kind is RowKind.HEADING else ""
        match kind:
            case RowKind.HEADING:
                return column.heading
            case RowKind.UNIT:
                return column.unit
            case RowKind.TOTAL:
                return total_text(self.table, column, self._words, self.minus)
            case RowKind.NEW:
                return translate("ui.section_tables", _OFFERED_ROW) if index.column() == 0 else ""
        row = by_id(self.table.rows, self._rows[index.row()])
        return row.cells.get(column.id, "") if row is not None else ""

    def typed_text(self, index: Index) -> str:
        """What the editor of a cell starts with; a sum that nobody typed is there to be typed over."""
        typed = super().typed_text(index)
        is_sum = self.kind(index.row()) is RowKind.TOTAL and not typed
        return self.text_at(index) if is_sum else typed

    def copied_text(self, index: Index) -> str:
        """What a cell gives to the clipboard; what is only offered gives nothing."""
        offers = self.column(index.column()) is None or self.kind(index.row()) is RowKind.NEW
        return "" if offers else self.text_at(index)

    def state_at(self, index: Index) -> CellState:
        """Whether a sum is derived, or another one was typed over it."""
        column = self.column(index.column())
        if column is None or not column.summed or self.kind(index.row()) is not RowKind.TOTAL:
            return CellState.TYPED
        return CellState.DECLARED if column.total.strip() else CellState.DERIVED

    def message_at(self, index: Index) -> str:
        """The findings of a cell, and how a typed total stands to the sum of the rows."""
        found = self._findings.get(self.place_at(index) or "", ())
        column = self.column(index.column())
        if found or column is None or self.state_at(index) is not CellState.DECLARED:
            return "\n".join(finding.message for finding in found)
        value = column_sum(self.table, column, self._words).value
        said = (
            translate("ui.section_tables", "なし")
            if value is None
            else f"{format_number(value, self.minus)}{column.unit}"
        )
        return translate(
            "ui.section_tables", "入力した計です（行の和 {said}）。↺ を押すと行の和に戻ります。"
        ).format(said=said)

    def style_at(self, index: Index) -> CellStyle:
        """The style of a cell: headings on their ground, numbers at the right."""
        style, kind = super().style_at(index), self.kind(index.row())
        column = self.column(index.column())
        if column is None or kind is RowKind.NEW:
            fill = TITLE_FILL if kind is RowKind.HEADING else TOTAL_FILL if column is None else None
            return replace(style, colour=MUTED, fill=style.fill or fill)
        match kind:
            case RowKind.HEADING:
                return replace(style, is_bold=True, fill=style.fill or TITLE_FILL)
            case RowKind.UNIT:
                return replace(style, colour=MUTED, fill=style.fill or TITLE_FILL)
            case RowKind.TOTAL:
                is_sum = self.state_at(index) is CellState.DERIVED
                colour = DERIVED if is_sum else style.colour
                return replace(
                    style, is_words=not column.summed, is_bold=True, colour=colour, fill=style.fill or TOTAL_FILL
                )  # fmt: skip
        is_number = parse_number(style.text, column.unit) is not None
        return replace(style, is_words=not is_number and not (style.text and is_nothing(style.text)))

    # --- edits ---

    def is_ready(self, where: Place) -> Request:
        """Add the offered row or column in which something is typed."""
        request, words = self._document.request, where.split("/")
        if words[1] == self._offered_column:
            return add_columns(request, self.table_id, [TableColumn(self._offered_column)])
        if words[1] == self._offered_row:
            return add_rows(request, self.table_id, [TableRow(self._offered_row)])
        return request

    def paste_block(self, index: Index, clip: Clip) -> str:
        """Put a block in from a cell on, with new rows and columns where it is larger than the table.

        On the headings its first row becomes headings, with their units, and a last row that adds the others up the 計.
        """
        if self.kind(index.row()) is RowKind.HEADING:
            return self._paste_with_headings(index.column(), clip.block)
        request, block = self._document.request, clip.block
        wanted = index.column() + max(map(len, block))
        columns = [column.id for column in self.table.columns]
        if index.column() < len(columns) < wanted and self.kind(index.row()) is not RowKind.TOTAL:
            added = [TableColumn(new_id()) for _ in range(wanted - len(columns))]
            request = add_columns(request, self.table_id, added)
            columns += [column.id for column in added]
        ids = self._target_rows(index.row())
        if self._offered_row in ids:
            more = [new_id() for _ in range(len(block) - len(ids))]
            ids = [*ids, *more][: len(block)]
            new = [TableRow(row_id) for row_id in (self._offered_row, *more) if row_id in ids]
            request = add_rows(request, self.table_id, new)
        lost = 0
        for row_id, row in zip(ids, block, strict=False):
            for column_id, text in zip(columns[index.column() :], row, strict=False):
                request = set_value(request, self._place_in(row_id, column_id), text)
            lost += sum(bool(text.strip()) for text in row[max(0, len(columns) - index.column()) :])
        lost += sum(bool(text.strip()) for row in block[len(ids) :] for text in row)
        left = (
            translate("ui.section_tables", "入れる欄のない{lost}個のセルは貼り付けませんでした。").format(
                lost=lost
            )
            if lost
            else ""
        )
        return left + self._edit_pasted(request)

    def _target_rows(self, row: int) -> list[str]:
        """The ids of the rows that take a block from a row on; new ones follow the offered one."""
        if self.kind(row) is RowKind.TOTAL:
            return [self._rows[row]]
        end = self._rows.index(self._offered_row) + 1
        return self._rows[row:end]

    def _place_in(self, row_id: str, column_id: str) -> Place:
        fields: dict[str, Place] = {
            RowKind.UNIT.value: place.table_column(column_id, "unit"),
            RowKind.TOTAL.value: place.table_column(column_id, "total"),
        }
        return fields.get(row_id) or place.table_cell(row_id, column_id)

    def _paste_with_headings(self, first: int, block: Block) -> str:
        """Put a block in whose first row are the headings; a blank table becomes the block."""
        from templates.readers.section_table import section_table, with_cells

        standard, request = self._document.snapshot.standard, self._document.request
        pasted = section_table(block, self.table.section, standard)
        now = by_id(request.tables, self.table_id)
        if now is None:
            return ""
        after = with_cells(now, pasted, first)
        tables = tuple(after if table is now else table for table in request.tables)
        said = (
            translate("ui.section_tables", "見出しと計のほかに{rows}行を貼り付けました。")
            if pasted.has_total
            else translate("ui.section_tables", "見出しのほかに{rows}行を貼り付けました。")
        )
        replaced = self._edit_pasted(replace(request, tables=tables))
        return said.format(rows=len(pasted.rows)) + replaced

    def _edit_pasted(self, request: Request) -> str:
        """Take a request with what was pasted; what it replaced of the table, in a sentence, "" for nothing."""
        from model.edits.replaced import replaced_cells
        from ui.tables.pasted_edit import cells, edit_pasted

        then, now = (by_id(each.tables, self.table_id) for each in (self._document.request, request))
        count = replaced_cells(then, now) if then is not None and now is not None else 0
        return edit_pasted(self._document, request, cells(count))

    # --- rows that come and go ---

    def show_snapshot(self, snapshot: Snapshot, findings: FindingsByPlace) -> None:
        """Show a snapshot; rows that come and go leave cursor and editor where they are, other columns are another table."""
        before = [column.id for column in self.table.columns]
        table = self._table(snapshot)
        after = [column.id for column in table.columns]
        if before != after:
            self._follow_columns(table, before, after)
        self.table = table
        if self._offered_row in (row.id for row in table.rows):
            self._offered_row = new_id()
        self.replace_rows(self._rows, self._row_ids())
        super().show_snapshot(snapshot, findings)
        self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(self._rows) - 1)

    def _follow_columns(self, table: SectionTable, before: list[str], after: list[str]) -> None:
        """Columns that were added at the right come without a reset: an editor may be open in the first of them."""
        if self._offered_column in after:
            self._offered_column = new_id()
        if after[: len(before)] == before:
            self.beginInsertColumns(QModelIndex(), len(before) + 1, len(after))
            self.table = table
            self.endInsertColumns()
            return
        self.beginResetModel()
        self.table = table
        self._rows = self._row_ids()
        self.endResetModel()


_FIXED: Final = frozenset((RowKind.HEADING.value, RowKind.UNIT.value, RowKind.TOTAL.value))
