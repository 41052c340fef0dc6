"""The cost tables (所要経費) as one table of cells: titles, lines with their parts, 合計, legends."""

from __future__ import annotations

from collections.abc import Sequence
from operator import is_not, ne
from typing import Any, Final

from PySide6.QtCore import QModelIndex, Qt

from model import place
from model.amount import format_amount
from model.document import Document, Snapshot
from model.edits import fields
from model.edits.paste import Block, paste_lines
from model.edits.structure import add_group, append_line
from model.figures import Figure
from model.place import LineField, Place
from model.request import CostGroup, Line, Request
from templates.sheet import printed_remark, standard_note
from ui.cost_rows import CostRows, Row, RowKind
from ui.look import Look
from ui.pane import FindingsByPlace
from ui.style import DERIVED, MUTED, TITLE_FILL, TOTAL_FILL
from ui.table_model import CellModel, Index

COLUMNS: Final[tuple[LineField | None, ...]] = ("text", "previous", "amount", None, "remark")
TEXT, PREVIOUS, AMOUNT, CHANGE, REMARK = range(5)
_OFFERS: Final = {RowKind.NEW: "（次の行をここに入力）", RowKind.NEW_GROUP: "（新しい表の題をここに入力）"}


class CostModel(CellModel):
    """The cost groups of a document, in their order."""

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self._rows = CostRows()
        self._rows.take(document.snapshot)
        self.changed_rows: list[int] = list(range(len(self._rows.rows)))
        self.rows_moved = True  # whether the last snapshot brought, took or moved rows

    # --- rows ---

    def row(self, at: int) -> Row | None:
        """The row at an index."""
        return self._rows.rows[at] if 0 <= at < len(self._rows.rows) else None

    def row_of(self, key: str, default: int) -> int:
        """Where the row with a key stands."""
        return self._rows.keys.index(key) if key in self._rows.keys else default

    def wide_rows(self) -> list[int]:
        """The rows whose first cell spans the table: titles, legends, the offered group."""
        wide = (RowKind.TITLE, RowKind.NOTE, RowKind.NEW_GROUP)
        return [at for at, row in enumerate(self._rows.rows) if row.kind in wide]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One row for each title, line, part, 合計, legend and offer."""
        return 0 if parent.isValid() else len(self._rows.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """内容, 前年度, 要求額, 増減, 備考."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' labels with their units."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            columns = self._snapshot.standard.printing.cost_columns
            previous = self._snapshot.totals.year.previous.label
            return (
                columns["text"],
                f"{previous}\n予算額(千円)",
                "要求額\n(千円)",
                "増減\n(千円)",
                columns["remark"],
            )[section]
        return None

    def show_snapshot(self, snapshot: Snapshot, findings: FindingsByPlace) -> None:
        """Show a snapshot: tell which rows came and went, then repaint."""
        before_rows, before_keys = self._rows.rows, self._rows.keys
        words_are_same = _words_are_same(snapshot, self._snapshot)
        looks_alike = words_are_same and findings == self._findings
        self._snapshot, self._findings = snapshot, findings
        self._rows.take(snapshot)
        rows, keys = self._rows.rows, self._rows.keys
        self.rows_moved = keys != before_keys
        if self.rows_moved:
            head = _common(keys, before_keys)
            tail = min(_common(keys[::-1], before_keys[::-1]), min(len(keys), len(before_keys)) - head)
            self._announce(head, len(before_keys) - tail, len(keys) - tail, before_rows, before_keys)
            self.changed_rows = list(range(head, len(keys) - tail))
            self.redraw()
            return
        differ = enumerate(map(is_not, rows, before_rows))
        self.changed_rows = [at for at, other in differ if other and rows[at] != before_rows[at]]
        if not words_are_same:  # remarks carry the wording of commitments, and wrap otherwise
            self.changed_rows = list(range(len(rows)))
        if looks_alike:
            self._redraw_rows(self.changed_rows)
        else:
            self.redraw()

    def _redraw_rows(self, rows: list[int]) -> None:
        """Repaint some rows: a keystroke touches its line, the lines above it, and the 合計."""
        for at in rows:
            self.dataChanged.emit(self.index(at, 0), self.index(at, len(COLUMNS) - 1))

    def _announce(
        self, head: int, old_end: int, new_end: int, before: list[Row], before_keys: list[str]
    ) -> None:
        """Tell Qt which rows went and came between ``head`` and the ends of what changed."""
        rows, keys = self._rows.rows, self._rows.keys
        if old_end == new_end:  # other rows in the same number, as after a move: the cells are only repainted
            return
        if old_end > head:
            self._rows.rows, self._rows.keys = before, before_keys
            self.beginRemoveRows(QModelIndex(), head, old_end - 1)
            self._rows.rows = before[:head] + before[old_end:]
            self._rows.keys = before_keys[:head] + before_keys[old_end:]
            self.endRemoveRows()
        if new_end > head:
            self._rows.rows = before[:head] + before[old_end:]
            self._rows.keys = before_keys[:head] + before_keys[old_end:]
            self.beginInsertRows(QModelIndex(), head, new_end - 1)
            self._rows.rows, self._rows.keys = rows, keys
            self.endInsertRows()
        self._rows.rows, self._rows.keys = rows, keys

    # --- cells ---

    def place_at(self, index: Index) -> Place | None:
        """The place of a cell."""
        row = self.row(index.row())
        field = COLUMNS[index.column()] if 0 <= index.column() < len(COLUMNS) else None
        if row is None or field is None:
            return None
        match row.kind:
            case RowKind.LINE | RowKind.NEW:
                return place.line(row.id, field)
            case RowKind.TOTAL:
                return place.group(row.id, field) if field in ("previous", "amount") else None
            case _ if index.column() == TEXT:
                return place.group(row.id, "note" if row.kind is RowKind.NOTE else "title")
            case _:
                return None

    def figure_at(self, index: Index) -> Figure | None:
        """The figure of an amount's cell."""
        row = self.row(index.row())
        source = (row.line or (row.group if row.kind is RowKind.TOTAL else None)) if row else None
        if source is None:
            return None
        return {PREVIOUS: source.previous, AMOUNT: source.amount}.get(index.column())

    def is_text(self, index: Index) -> bool:
        """Whether the cell holds words."""
        return index.column() in (TEXT, REMARK)

    def text_at(self, index: Index) -> str:
        """What a cell shows."""
        row, column = self.row(index.row()), index.column()
        if row is None:
            return ""
        if column in (PREVIOUS, AMOUNT):
            return super().text_at(index)
        if column == CHANGE:
            source = row.line or (row.group if row.kind is RowKind.TOTAL else None)
            return format_amount(source.change, self._minus) if source else ""
        if row.line:
            return row.line.line.text if column == TEXT else printed_remark(row.line.line, self._snapshot)
        if column != TEXT:
            return ""
        match row.kind:
            case RowKind.TOTAL:
                return self._snapshot.standard.printing.total_label
            case RowKind.NOTE:
                return row.text or standard_note(self._snapshot)
            case RowKind.TITLE:
                return row.text or "（表の題）"
            case _:
                return _OFFERS.get(row.kind, "")

    def copied_text(self, index: Index) -> str:
        """Figures as plain digits; offers give nothing."""
        row = self.row(index.row())
        if row is None or row.kind in _OFFERS:
            return ""
        if index.column() == CHANGE:
            source = row.line or row.group
            return "" if source is None or source.change is None else str(source.change)
        if index.column() == REMARK or row.kind is RowKind.TITLE:
            return self.typed_text(index)
        return super().copied_text(index)

    def look_at(self, index: Index) -> Look:
        """How a cell looks: titles and 合計 stand out, what is only offered stays back."""
        look = super().look_at(index)
        row, column = self.row(index.row()), index.column()
        if row is None:
            return look
        match row.kind:
            case RowKind.LINE:
                heading = row.line is not None and row.line.line.heading
                depth = row.depth if column == TEXT else 0
                return look._replace(is_bold=heading, depth=depth) if heading or depth else look
            case RowKind.TITLE:
                colour = look.colour if row.text else MUTED
                return look._replace(is_bold=True, fill=look.fill or TITLE_FILL, colour=colour)
            case RowKind.TOTAL:
                return look._replace(is_bold=True, fill=look.fill or TOTAL_FILL)
            case RowKind.NOTE:
                return look if row.text else look._replace(colour=DERIVED)
            case _:
                return look._replace(colour=MUTED)

    def index_of(self, where: Place) -> QModelIndex:
        """The cell of a place, found by its row's key."""
        kind, _, rest = where.partition("/")
        row_id, _, field = rest.rpartition("/")
        if kind == "group" and field in ("previous", "amount"):
            kind = "total"
        elif kind == "group" and field == "note":
            kind = "note"
        try:
            at = self._rows.keys.index(f"{kind}/{row_id}")
        except ValueError:
            return QModelIndex()
        column = next((i for i, name in enumerate(COLUMNS) if name == field), TEXT)
        return self.index(at, column)

    # --- edits ---

    def is_ready(self, where: Place) -> Request:
        """Add the offered line or group in which something is typed."""
        request = self._document.request
        kind, _, rest = where.partition("/")
        row_id = rest.rpartition("/")[0]
        if kind == "line":
            group_id = self._rows.group_offering(row_id)
            return append_line(request, group_id, Line(row_id)) if group_id else request
        if self._rows.offers_group(row_id):
            return add_group(request, CostGroup(row_id))
        return request

    def paste_block(self, index: Index, block: Block) -> None:
        """Put a block into the lines from a cell on; rows beyond the last line become new lines of the group."""
        row, field = self.row(index.row()), COLUMNS[index.column()]
        if row is None or field is None:
            return
        request = self._document.request
        if row.kind in (RowKind.TOTAL, RowKind.NOTE):
            super().paste_block(index, [each[:1] for each in block[:1]])
            return
        if row.kind in (RowKind.TITLE, RowKind.NEW_GROUP):  # a title with the lines below it
            where = place.group(row.id, "title")
            request = fields.type_text(self.is_ready(where), where, block[0][0] if block and block[0] else "")
            block = block[1:]
        if row.kind is RowKind.NEW:  # the offered line takes the first row, so that the cursor stays on it
            request = append_line(request, row.group_id, Line(row.id))
        below = (
            [row.id]
            if row.kind is RowKind.NEW
            else [
                each.id
                for each in self._rows.rows[index.row() :]
                if each.group_id == row.group_id and each.kind is RowKind.LINE
            ]
        )
        self._document.edit("貼り付け", paste_lines(request, row.group_id, below, field, block))


def _common(keys: Sequence[str], others: Sequence[str]) -> int:
    """How many keys two lists have in common at their head."""
    shorter = min(len(keys), len(others))
    return next((at for at, differs in enumerate(map(ne, keys, others)) if differs), shorter)


def _words_are_same(snapshot: Snapshot, before: Snapshot) -> bool:
    """Whether remarks, legends and headings outside the lines read as before."""
    return (
        snapshot.request.commitments is before.request.commitments
        and snapshot.totals.year == before.totals.year
    )
