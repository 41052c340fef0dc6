"""The cost tables (所要経費) as one table of cells: titles, lines with their parts, 合計, legends."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from typing import Any, Final

from msgspec.structs import replace
from PySide6.QtCore import QModelIndex, Qt, Signal

from model.basis.results import Outcome
from model.document.document import Document, Snapshot
from model.edits.paste import Clip, CopiedRow, fill_lines
from model.edits.structure import add_group, append_lines
from model.figures.figures import Figure, GroupTotals, LineTotals
from model.language import joined, spoken
from model.names import explain
from model.request import place
from model.request.columns import COST_COLUMNS, position_of
from model.request.lines import change_lines, walk
from model.request.place import YEARS, Place
from model.request.request import CostGroup, Line, Request
from model.totals import object_class
from model.values.amount import Amount, format_amount, format_percent
from model.values.selection_sum import Number
from templates.readers.pasted.calculated_columns import ScreenColumn
from templates.sheet.cost_tables import shown_remark
from ui.costs.cost_rows import (
    OFFERS,
    CostRows,
    Row,
    RowKind,
    RowView,
    choose_lines,
    takes,
    text_of,
)
from ui.language import translate
from ui.tables.table_model import CellModel, Index
from ui.widgets.cell_style import GRIP, PADDING, CellStyle
from ui.widgets.pane import FindingsByPlace
from ui.widgets.style import DERIVED, MUTED, TITLE_FILL, TOTAL_FILL

TEXT: Final = position_of("text")
_WIDE: Final = (RowKind.TITLE, RowKind.NOTE, RowKind.NEW_GROUP)
_FEW_ROWS: Final = 20  # more are repainted together with all others


class CostModel(CellModel):
    """The cost groups of a document, in their order.

    Attributes:
        rows: the rows from the first to the last.
        view: what of the lines is shown, and in which order.
        hidden: the keys of the columns that are out of sight; nothing is pasted into them.
        changed_rows: the rows that the last snapshot changed.
        rows_moved: whether it brought, took or moved rows.
    """

    asks_about = Signal(object)  # an AskedBlock: it is put in once a person has decided
    takes_long = Signal(object)  # a LongBlock: it is put in once it is read beside the window
    hidden: frozenset[str] = frozenset()

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self.view = RowView()
        self._lister = CostRows()
        self.rows = self._lister.rows_of(document.snapshot)
        self.changed_rows: Sequence[int] = range(len(self.rows))
        self.rows_moved = True

    # --- rows ---

    def row(self, index: int) -> Row | None:
        """The row at an index; None outside the table."""
        return self.rows[index] if 0 <= index < len(self.rows) else None

    def row_of(self, key: str, default: int = -1) -> int:
        """The index of the row with a key."""
        return next((index for index, row in enumerate(self.rows) if row.key == key), default)

    def wide_rows(self) -> list[int]:
        """The rows whose first cell spans the table: titles, legends, the offered group."""
        return [index for index, row in enumerate(self.rows) if row.kind in _WIDE]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """One row for each title, line, part, 合計, legend and offer."""
        return 0 if parent.isValid() else len(self.rows)

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
    def counts(self) -> tuple[int, int]:
        """How many lines are shown, of how many."""
        lines = sum(1 for group in self._snapshot.request.groups for _ in walk(group.lines))
        return sum(row.kind is RowKind.LINE for row in self.rows), lines

    def choose_view(self, view: RowView) -> None:
        """Show some lines only, or in another order; decided here once, whatever is typed afterwards."""
        self.view = view
        self._lister.chosen = choose_lines(self._snapshot, view) if view.is_active else None
        self._show_rows()

    def show_snapshot(self, snapshot: Snapshot, findings: FindingsByPlace) -> None:
        """Show a snapshot; the rows that it changes are repainted, all of them where their marks or words may differ."""
        before = self._snapshot
        # Remarks and headings carry the wording of commitments and of the year.
        words_are_same = (
            snapshot.request.commitments is before.request.commitments
            and snapshot.totals.year == before.totals.year
        )
        notes_are_same = snapshot.request.sticky_notes is before.request.sticky_notes
        repaints_all = not (words_are_same and notes_are_same) or findings != self._findings
        self._snapshot, self._findings = snapshot, findings
        if snapshot.totals.groups != before.totals.groups:
            self._show_rows()
        else:
            self.rows_moved, self.changed_rows = False, range(0)
        if not words_are_same:
            self.changed_rows = range(len(self.rows))
        if repaints_all:
            self.redraw()
        elif not self.rows_moved:
            self._repaint_rows()

    def _repaint_rows(self) -> None:
        """Repaint the rows that changed, cell by cell: of a range Qt repaints the next row too, for one line of pixels."""
        if len(self.changed_rows) > _FEW_ROWS:
            self.redraw()
            return
        for row in self.changed_rows:
            for column in range(len(COST_COLUMNS)):
                cell = self.index(row, column)
                self.dataChanged.emit(cell, cell)

    def _show_rows(self) -> None:
        """Show the rows of the snapshot, and note which of them changed."""
        before, rows = list(self.rows), self._lister.rows_of(self._snapshot)
        moved = self.replace_rows(self.rows, rows, attrgetter("key"))
        self.rows_moved = moved is not None
        if moved is not None:
            self.changed_rows = moved
            self.redraw()
        else:
            self.changed_rows = [index for index, row in enumerate(rows) if row != before[index]]

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
        source = self._source(index)
        if source is None:
            return None
        match self._key(index):
            case "previous":
                return source.previous
            case "amount":
                return source.amount
            case _:
                return None

    def number_at(self, index: Index) -> Number | None:
        """The change between the years counts too."""
        source = self._source(index)
        match self._key(index):
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
        match self._key(index):
            case "previous" | "amount":
                return super().text_at(index)
            case "change":
                return format_amount(source.change, self.minus) if source else ""
            case "percent":
                return format_percent(source.change_percent, self.minus) if source else ""
            case key:
                return self.words_of(row, key)

    def words_of(self, row: Row, key: str) -> str:
        """The words that a row shows in a column of words."""
        match key:
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
        source = row.line or row.group
        match self._key(index):
            case "change":
                return "" if source is None or source.change is None else str(source.change)
            case "percent":
                return format_percent(source.change_percent, "-") if source else ""
            case key if key == "remark" or row.kind is RowKind.TITLE:
                return self.typed_text(index)
            case _:
                return super().copied_text(index)

    def style_at(self, index: Index) -> CellStyle:
        """The style of a cell: titles and 合計 are bold and filled, what is only offered is muted."""
        cell_style = super().style_at(index)
        row, column = self.row(index.row()), index.column()
        if row is None:
            return cell_style
        match row.kind:
            case RowKind.LINE:
                heading = row.line is not None and row.line.line.heading
                if column == TEXT:
                    return replace(cell_style, is_bold=heading, depth=row.depth, margin=GRIP - PADDING)
                return replace(cell_style, is_bold=heading) if heading else cell_style
            case RowKind.TITLE:
                colour = cell_style.colour if row.text else MUTED
                return replace(cell_style, is_bold=True, fill=cell_style.fill or TITLE_FILL, colour=colour)
            case RowKind.TOTAL:
                return replace(cell_style, is_bold=True, fill=cell_style.fill or TOTAL_FILL)
            case RowKind.NOTE:
                return cell_style if row.text else replace(cell_style, colour=DERIVED)
            case _:
                margin = GRIP - PADDING if row.kind is RowKind.NEW and column == TEXT else 0
                return replace(cell_style, colour=MUTED, margin=margin)

    def index_of(self, where: Place) -> QModelIndex:
        """The cell of a place, found by its row's key."""
        kind, _, rest = where.partition("/")
        row_id, _, field = rest.rpartition("/")
        if kind == "group" and field in YEARS:
            kind = "total"
        elif kind == "group" and field == "note":
            kind = "note"
        return self.index(self.row_of(f"{kind}/{row_id}"), position_of(field))

    def _source(self, index: Index) -> LineTotals | GroupTotals | None:
        """What the figures of a row are taken from; None where it has none."""
        row = self.row(index.row())
        return (row.line or row.group) if row is not None else None

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
            group_id = self._lister.group_offering(row_id)
            return append_lines(request, group_id, Line(row_id)) if group_id else request
        if self._lister.offers_group(row_id):
            return add_group(request, CostGroup(row_id))
        return request

    def paste_block(self, index: Index, clip: Clip) -> str:
        """Put a block into the lines from a cell on; rows beyond the last line become new lines of the group.

        A block that is not proven is not put in: what is asked is said, and ``asks_about`` is emitted; for a long one ``takes_long``.
        """
        row = self.row(index.row())
        if row is None:
            return ""
        if row.kind is RowKind.TOTAL and index.column() != TEXT and len(clip.block) == 1:
            return super().paste_block(index, clip)
        if row.kind is RowKind.NOTE and list(map(len, clip.block)) == [1]:
            return super().paste_block(index, clip)
        from ui.costs.cost_paste import AskedBlock, CostPaste  # the first paint does without it

        paste = CostPaste(self._document, self.rows, self._screen)
        position = sum(column.key not in self.hidden for column in COST_COLUMNS[: index.column()])
        found = paste.put(index.row(), position, clip)
        if isinstance(found, str):
            return found
        if isinstance(found, AskedBlock):
            self.asks_about.emit(found)
            return found.said
        self.takes_long.emit(found)
        return ""

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

    def take_previous(self, top: int, left: int, bottom: int, right: int) -> str:
        """Take last year's amounts into 要求額 of the lines of a block; what stays as it is is said."""
        lines = self._lines_in(top, left, bottom, right)
        if not lines:
            return super().take_previous(top, left, bottom, right)
        taken = [line for line in lines if not line.parts and line.previous.value is not None]
        before = self._snapshot.totals
        amounts = {line.line.id: {"amount": line.previous.value, "basis": ""} for line in taken}
        self._document.edit(
            translate("ui.costs", "前年度の額を入れる"), change_lines(self._document.request, amounts)
        )
        replaced = sum(bool(line.line.basis) for line in taken)
        sentences = (
            (
                taken,
                translate("ui.costs", "{count}行の要求額を、前年度の額にしました。").format(count=len(taken)),
            ),
            (
                replaced,
                translate(
                    "ui.costs", "積算のあった{count}行は、額に置き換えました（Ctrl+Z で戻ります）。"
                ).format(count=replaced),
            ),
            (
                any(line.parts for line in lines),
                translate("ui.costs", "内訳のある行は、内訳から計算するのでそのままです。"),
            ),
            (
                any(not line.parts and line.previous.value is None for line in lines),
                translate("ui.costs", "前年度の額のない行は、そのままです。"),
            ),
        )
        said = "".join(words for holds, words in sentences if holds)
        return spoken(joined((said, explain.changed_totals(before, self._snapshot.totals))))

    def has_previous(self, top: int, left: int, bottom: int, right: int) -> bool:
        """Whether a block has 要求額 of a line with an amount of last year."""
        lines = self._lines_in(top, left, bottom, right)
        return any(not line.parts and line.previous.value is not None for line in lines)

    def _lines_in(self, top: int, left: int, bottom: int, right: int) -> list[LineTotals]:
        """The lines of a block whose 要求額 is in it."""
        if not left <= position_of("amount") <= right:
            return []
        return [row.line for row in self.rows[top : bottom + 1] if row.line is not None]

    def fill_down(self, top: int, left: int, bottom: int, right: int) -> None:
        """Copy the top line's cells into the lines below, or into one line those of the line above it."""
        if top == bottom:
            top -= 1
        rows = self.rows[max(top, 0) : bottom + 1]
        lines = [row for row in rows if row.kind is RowKind.LINE]
        request = self._document.request
        if not lines or (bottom - top == 1 and rows[0] is not lines[0]):
            return
        if rows[-1].kind is RowKind.NEW:  # the offered line is filled too where the block ends on it
            lines.append(rows[-1])
            request = append_lines(request, rows[-1].group_id, Line(rows[-1].id))
        below = [row.id for row in lines[1:]]
        columns = [column for column in COST_COLUMNS[left : right + 1] if column.key not in self.hidden]
        fields = [field for column in columns for field in column.fields]
        self._document.edit(
            translate("ui.costs", "下へコピー"), fill_lines(request, lines[0].id, below, fields)
        )
