"""The cost tables (所要経費) as one table of cells: titles, lines with their parts, 合計, legends."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QModelIndex, Qt

from model.basis import Outcome
from model.document.document import Document, Snapshot
from model.edits.paste import Clip, CopiedRow, fill_lines
from model.edits.structure import add_group, append_line
from model.figures.figures import Figure
from model.request import place
from model.request.columns import COST_COLUMNS, position_of
from model.request.place import YEARS, Place
from model.request.request import CostGroup, Line, Request
from model.totals import object_class
from model.values.amount import Amount, format_amount, format_percent
from model.values.selection_sum import Number
from templates.readers.pasted.calculated_columns import ScreenColumn
from templates.readers.pasted.pasted_cells import lost_cells
from templates.sheet.cost_tables import shown_remark
from ui.costs.cost_paste import CostPaste
from ui.costs.cost_rows import (
    OFFERS,
    CostRows,
    Row,
    RowKind,
    changed_span,
    changed_within,
    only_figures_differ,
    takes,
    text_of,
)
from ui.tables.row_view import RowView, choose_lines
from ui.tables.table_model import CellModel, Index
from ui.widgets.cell_style import GRIP, PADDING, CellStyle
from ui.widgets.pane import FindingsByPlace
from ui.widgets.style import DERIVED, MUTED, TITLE_FILL, TOTAL_FILL

TEXT: Final = position_of("text")
_FIGURES: Final = [index for index, column in enumerate(COST_COLUMNS) if column.holds == "figures"]
_WIDE: Final = (RowKind.TITLE, RowKind.NOTE, RowKind.NEW_GROUP)
_FEW: Final = 50  # rows repainted one by one; more are repainted with one call


class CostModel(CellModel):
    """The cost groups of a document, in their order.

    Attributes:
        hidden: the keys of the columns that are out of sight; nothing is pasted into them.
        changed_rows: the rows that the last snapshot changed.
        rows_moved: whether it brought, took or moved rows.
    """

    hidden: frozenset[str] = frozenset()

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self._view = RowView()
        self._rows = CostRows()
        self._rows.take(document.snapshot)
        self.changed_rows: list[int] = list(range(len(self._rows.rows)))
        self.rows_moved = True

    # --- rows ---

    @property
    def rows(self) -> list[Row]:
        """The rows from the first to the last."""
        return self._rows.rows

    def row(self, at: int) -> Row | None:
        """The row at an index."""
        return self._rows.rows[at] if 0 <= at < len(self._rows.rows) else None

    def row_of(self, key: str, default: int) -> int:
        """Where the row with a key stands."""
        return self._rows.keys.index(key) if key in self._rows.keys else default

    def wide_rows(self) -> list[int]:
        """The rows whose first cell spans the table: titles, legends, the offered group."""
        return [index for index, row in enumerate(self._rows.rows) if row.kind in _WIDE]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One row for each title, line, part, 合計, legend and offer."""
        return 0 if parent.isValid() else len(self._rows.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The columns of the cost tables."""
        return 0 if parent.isValid() else len(COST_COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' labels with their units."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        column = COST_COLUMNS[section]
        if column.holds == "words":
            return self._snapshot.standard.printing.cost_columns[column.key]
        label = f"{column.label}\n"
        if column.key == "amount":
            label = f"{self._snapshot.standard.words.request}\n"
        if column.key == "previous":
            label = f"{self._snapshot.totals.year.previous.label}\n予算額"
        return f"{label}({column.unit})"

    @property
    def view(self) -> RowView:
        """What of the lines is shown, and in which order."""
        return self._view

    @property
    def counts(self) -> tuple[int, int]:
        """How many lines are shown, of how many."""
        return sum(row.kind is RowKind.LINE for row in self._rows.rows), self._rows.line_count

    def choose_view(self, view: RowView) -> None:
        """Show some lines only, or in another order; decided here once, whatever is typed afterwards."""
        before_rows, before_keys = self._rows.rows, self._rows.keys
        self._view = view
        self._rows.choose(choose_lines(self._snapshot, view) if view.is_active else None)
        self._rows.take(self._snapshot)
        self._report_moves(before_rows, before_keys)

    def show_snapshot(self, snapshot: Snapshot, findings: FindingsByPlace) -> None:
        """Show a snapshot: tell which rows came and went, then repaint."""
        before_rows, before_keys = self._rows.rows, self._rows.keys
        words_are_same = _words_are_same(snapshot, self._snapshot)
        marked = _places_marked_otherwise(findings, self._findings)
        self._snapshot, self._findings = snapshot, findings
        self._rows.take(snapshot)
        self._report_moves(before_rows, before_keys)
        if self.rows_moved:
            return
        rows = self._rows.rows
        self.changed_rows = changed_within(rows, before_rows)
        if not words_are_same:  # remarks carry the wording of commitments, and wrap otherwise
            self.changed_rows = list(range(len(rows)))
        if words_are_same and len(marked) <= _FEW:
            whole = {index.row() for index in map(self.index_of, marked) if index.isValid()}
            for at in sorted({*self.changed_rows, *whole}):
                self._redraw_row(at, at not in whole and only_figures_differ(rows[at], before_rows[at]))
        else:
            self.redraw()

    def _report_moves(self, before: list[Row], before_keys: list[str]) -> None:
        """Tell Qt which rows came, went and moved, and repaint when any did."""
        keys = self._rows.keys
        self.rows_moved = keys != before_keys
        if self.rows_moved:
            head, old_end, new_end = changed_span(before_keys, keys)
            self._announce(head, old_end, new_end, before, before_keys)
            self.changed_rows = list(range(head, new_end))
            self.redraw()

    def _redraw_row(self, at: int, only_figures: bool) -> None:
        """Repaint a row: a keystroke touches the figures of its line, of the lines above it, and of the 合計."""
        first, last = (_FIGURES[0], _FIGURES[-1]) if only_figures else (0, len(COST_COLUMNS) - 1)
        self.dataChanged.emit(self.index(at, first), self.index(at, last))

    def _announce(
        self, head: int, old_end: int, new_end: int, before: list[Row], before_keys: list[str]
    ) -> None:
        """Tell Qt which rows went and came between ``head`` and the ends of what changed."""
        rows, keys = self._rows.rows, self._rows.keys
        if old_end == new_end:  # other rows in the same number, as after a move: the cells are only repainted
            return
        kept, kept_keys = before[:head] + before[old_end:], before_keys[:head] + before_keys[old_end:]
        if old_end > head:
            self._rows.rows, self._rows.keys = before, before_keys
            self.beginRemoveRows(QModelIndex(), head, old_end - 1)
            self._rows.rows, self._rows.keys = kept, kept_keys
            self.endRemoveRows()
        if new_end > head:
            self._rows.rows, self._rows.keys = kept, kept_keys
            self.beginInsertRows(QModelIndex(), head, new_end - 1)
            self._rows.rows, self._rows.keys = rows, keys
            self.endInsertRows()
        self._rows.rows, self._rows.keys = rows, keys

    # --- cells ---

    def place_at(self, index: Index) -> Place | None:
        """The place of a cell."""
        row = self.row(index.row())
        if row is None or not 0 <= index.column() < len(COST_COLUMNS):
            return None
        column = COST_COLUMNS[index.column()]
        if not takes(row, column):
            return None
        match row.kind:
            case RowKind.LINE | RowKind.NEW:
                return place.line(row.id, column.fields[0])
            case RowKind.TOTAL:
                return f"group/{row.id}/{column.key}"
            case _:
                return place.group(row.id, "note" if row.kind is RowKind.NOTE else "title")

    def figure_at(self, index: Index) -> Figure | None:
        """The figure of an amount's cell."""
        row = self.row(index.row())
        source = (row.line or row.group) if row is not None else None
        if source is None:
            return None
        match COST_COLUMNS[index.column()].key:
            case "previous":
                return source.previous
            case "amount":
                return source.amount
            case _:
                return None

    def number_at(self, index: Index) -> Number | None:
        """The change between the years counts too."""
        row = self.row(index.row())
        source = (row.line or row.group) if row is not None else None
        match COST_COLUMNS[index.column()].key:
            case "change" if source is not None:
                return source.change
            case "previous" | "amount":
                return super().number_at(index)
            case _:
                return None

    def basis_of(self, index: Index) -> str:
        """The basis (積算) of a line, read from its row: copying a long column asks for each."""
        row = self.row(index.row())
        return row.line.line.basis if row and row.line and self._key(index) == "amount" else ""

    def outcome_at(self, index: Index) -> Outcome | None:
        """What the basis (積算) of a line gives."""
        row = self.row(index.row())
        return row.line.outcome if row and row.line and self._key(index) == "amount" else None

    def completes(self, index: Index) -> bool:
        """The 節 are offered as one types."""
        return self._key(index) == "object_class"

    def completions(self, index: Index, typed: str) -> list[str]:
        """The 節 of the year that match what is typed, by number, name or reading."""
        if not self.completes(index) or not typed.strip():
            return []
        year, standard = self._snapshot.totals.year.year, self._snapshot.standard
        sub = object_class.sub_object(typed)
        return [object_class.label(match, sub) for match in object_class.matches(typed, year, standard)]

    def is_text(self, index: Index) -> bool:
        """Whether the cell holds words."""
        return COST_COLUMNS[index.column()].holds == "words"

    def text_at(self, index: Index) -> str:
        """What a cell shows."""
        row = self.row(index.row())
        if row is None:
            return ""
        source = row.line or row.group
        match COST_COLUMNS[index.column()].key:
            case "previous" | "amount":
                return super().text_at(index)
            case "change":
                return format_amount(source.change, self.minus) if source else ""
            case "percent":
                return format_percent(source.change_percent, self.minus) if source else ""
            case "text":
                return text_of(row, self._snapshot)
            case "remark" if row.line:
                return shown_remark(row.line, self._snapshot)
            case field:
                return str(getattr(row.line.line, field)) if row.line else ""

    def typed_value(self, index: Index) -> Amount:
        """A line's from its row: to find each of ten thousand copied lines anew would take seconds."""
        row, fields = self.row(index.row()), COST_COLUMNS[index.column()].fields
        if row is None or row.line is None or not fields:
            return super().typed_value(index)
        value: Amount = getattr(row.line.line, fields[0])
        return value

    def copied_text(self, index: Index) -> str:
        """Figures as plain digits; offers give nothing."""
        row = self.row(index.row())
        if row is None or row.kind in OFFERS:
            return ""
        match COST_COLUMNS[index.column()].key:
            case "change":
                source = row.line or row.group
                return "" if source is None or source.change is None else str(source.change)
            case "percent":
                return self.text_at(index)
            case key if key == "remark" or row.kind is RowKind.TITLE:
                return self.typed_text(index)
            case _:
                return super().copied_text(index)

    def style_at(self, index: Index) -> CellStyle:
        """How a cell looks: titles and 合計 stand out, what is only offered stays back."""
        cell_style = super().style_at(index)
        row, column = self.row(index.row()), index.column()
        if row is None:
            return cell_style
        match row.kind:
            case RowKind.LINE:
                heading = row.line is not None and row.line.line.heading
                if column == TEXT:
                    return cell_style._replace(is_bold=heading, depth=row.depth, margin=GRIP - PADDING)
                return cell_style._replace(is_bold=heading) if heading else cell_style
            case RowKind.TITLE:
                colour = cell_style.colour if row.text else MUTED
                return cell_style._replace(is_bold=True, fill=cell_style.fill or TITLE_FILL, colour=colour)
            case RowKind.TOTAL:
                return cell_style._replace(is_bold=True, fill=cell_style.fill or TOTAL_FILL)
            case RowKind.NOTE:
                return cell_style if row.text else cell_style._replace(colour=DERIVED)
            case _:
                margin = GRIP - PADDING if row.kind is RowKind.NEW and column == TEXT else 0
                return cell_style._replace(colour=MUTED, margin=margin)

    def index_of(self, where: Place) -> QModelIndex:
        """The cell of a place, found by its row's key."""
        kind, _, rest = where.partition("/")
        row_id, _, field = rest.rpartition("/")
        if kind == "group" and field in YEARS:
            kind = "total"
        elif kind == "group" and field == "note":
            kind = "note"
        try:
            index = self._rows.keys.index(f"{kind}/{row_id}")
        except ValueError:
            return QModelIndex()
        return self.index(index, position_of(field))

    @staticmethod
    def _key(index: Index) -> str:
        return COST_COLUMNS[index.column()].key

    # --- edits ---

    def type_text(self, index: Index, text: str) -> None:
        """Send typed text to the document; an unambiguous 節 is replaced by its name in the year's list."""
        if self._key(index) == "object_class":
            snapshot = self._snapshot
            text = object_class.canonical(text, snapshot.totals.year.year, snapshot.standard)
        super().type_text(index, text)

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

    def paste_block(self, index: Index, clip: Clip) -> str:
        """Put a block into the lines from a cell on; rows beyond the last line become new lines of the group.

        Returns:
            What was left out and how signs were read, in whole sentences; "" for nothing.
        """
        row = self.row(index.row())
        if row is None:
            return ""
        if row.kind is RowKind.TOTAL and index.column() != TEXT:
            rest = [cell for cells in clip.block[1:] for cell in cells]
            return super().paste_block(index, Clip(clip.block[:1])) + lost_cells(rest)
        if row.kind is RowKind.NOTE and list(map(len, clip.block)) == [1]:
            return super().paste_block(index, clip)
        paste = CostPaste(self._document, self._rows.rows, self._screen)
        position = sum(column.key not in self.hidden for column in COST_COLUMNS[: index.column()])
        return paste.put(index.row(), position, clip)

    @property
    def _screen(self) -> tuple[ScreenColumn, ...]:
        """What the columns in sight hold."""
        shown = (column for column in COST_COLUMNS if column.key not in self.hidden)
        return tuple(column.fields[0] if column.fields else None for column in shown)

    def copied_row(self, row: int, first_column: int) -> CopiedRow | None:
        """What a row is; the mark of a line and whether it is a heading go with its words."""
        found = self.row(row)
        if found is None:
            return None
        line = found.line.line if found.line is not None and first_column == TEXT else None
        flags = (line.mark, line.heading) if line else (None, None)
        return CopiedRow(found.kind.value, found.depth, *flags)

    def fill_down(self, top: int, left: int, bottom: int, right: int) -> None:
        """Copy the top line's cells into the lines below, or into one line those of the line above it."""
        if top == bottom:
            top -= 1
        rows = self._rows.rows[max(top, 0) : bottom + 1]
        lines = [row for row in rows if row.kind is RowKind.LINE]
        request = self._document.request
        if not lines or (bottom - top == 1 and rows[0] is not lines[0]):
            return
        if rows[-1].kind is RowKind.NEW:  # the offered line is filled too where the block ends on it
            lines.append(rows[-1])
            request = append_line(request, rows[-1].group_id, Line(rows[-1].id))
        below = [row.id for row in lines[1:]]
        columns = [column for column in COST_COLUMNS[left : right + 1] if column.key not in self.hidden]
        fields = [field for column in columns for field in column.fields]
        self._document.edit("下へコピー", fill_lines(request, lines[0].id, below, fields))


def _places_marked_otherwise(findings: FindingsByPlace, before: FindingsByPlace) -> set[Place]:
    """The places of lines and tables whose findings are not those of before."""
    return {
        place
        for place in {*findings, *before}
        if place.startswith(("line/", "group/")) and findings.get(place) != before.get(place)
    }


def _words_are_same(snapshot: Snapshot, before: Snapshot) -> bool:
    """Whether remarks, legends and headings outside the lines read as before."""
    return (
        snapshot.request.commitments is before.request.commitments
        and snapshot.totals.year == before.totals.year
    )
