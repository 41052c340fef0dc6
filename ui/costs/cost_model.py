"""The cost tables (所要経費) as one table of cells: titles, lines with their parts, 合計, legends."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from PySide6.QtCore import QModelIndex, Qt

from model.basis import Outcome
from model.edits.fill import COPIED_TOGETHER, fill_lines
from model.edits.paste import Clip, CopiedRow
from model.edits.structure import add_group, append_line
from model.figures.figures import Figure, GroupTotals, LineTotals
from model.request import place
from model.request.place import LineField, Place
from model.request.request import CostGroup, Line, Request
from model.totals import object_class
from model.values.amount import Amount, format_amount, format_percent
from model.values.selection_sum import Number
from templates.readers.pasted.pasted_cells import lost_cells
from templates.sheet.sheet import shown_remark, standard_note
from ui.costs.cost_paste import CostPaste
from ui.costs.cost_row_model import (
    AMOUNT,
    CHANGE,
    COLUMNS,
    OBJECT_CLASS,
    PERCENT,
    PREVIOUS,
    REMARK,
    TEXT,
    CostRowModel,
)
from ui.costs.cost_rows import RowKind
from ui.tables.table_model import EDITABLE, SELECTABLE, Index
from ui.widgets.look import GRIP, PADDING, Look
from ui.widgets.style import DERIVED, MUTED, TITLE_FILL, TOTAL_FILL

_OFFERS: Final = {RowKind.NEW: "（次の行をここに入力）", RowKind.NEW_GROUP: "（新しい表の題をここに入力）"}

_NUMBERS: Final[dict[int, Callable[[LineTotals | GroupTotals], int | None]]] = {
    PREVIOUS: lambda each: each.previous.value,
    AMOUNT: lambda each: each.amount.value,
    CHANGE: lambda each: each.change,
}


class CostModel(CostRowModel):
    """The cost groups of a document, in their order: what each cell holds, shows and takes.

    Attributes:
        takes_object_classes: whether the 節 are in sight; where they are not, nothing is pasted into them.
    """

    takes_object_classes = True

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

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cells with a place can be edited; told without naming the place, as Qt asks for each cell that it paints."""
        row, column = self.row(index.row()), index.column()
        if row is None or not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        match row.kind:
            case RowKind.LINE | RowKind.NEW:
                return EDITABLE if COLUMNS[column] is not None else SELECTABLE
            case RowKind.TOTAL:
                return EDITABLE if column in (PREVIOUS, AMOUNT) else SELECTABLE
            case _:
                return EDITABLE if column == TEXT else SELECTABLE

    def figure_at(self, index: Index) -> Figure | None:
        """The figure of an amount's cell."""
        row = self.row(index.row())
        source = (row.line or (row.group if row.kind is RowKind.TOTAL else None)) if row else None
        if source is None:
            return None
        return {PREVIOUS: source.previous, AMOUNT: source.amount}.get(index.column())

    def numbers_in(self, top: int, left: int, bottom: int, right: int) -> Iterator[Number]:
        """The figures of a block, read from its rows: a column of ten thousand is summed while the mouse moves."""
        for row in self._rows.rows[top : bottom + 1]:
            source = row.line or row.group
            if source is None:
                continue
            for column in range(max(left, PREVIOUS), min(right, CHANGE) + 1):
                number = _NUMBERS[column](source)
                if number is not None:
                    yield number

    def basis_of(self, index: Index) -> str:
        """The basis (積算) of a line, read from its row: copying a long column asks for each."""
        row = self.row(index.row())
        return row.line.line.basis if row and row.line and index.column() == AMOUNT else ""

    def outcome_at(self, index: Index) -> Outcome | None:
        """What the basis (積算) of a line gives."""
        row = self.row(index.row())
        return row.line.outcome if row and row.line and index.column() == AMOUNT else None

    def completes(self, index: Index) -> bool:
        """The 節 are offered as one types."""
        return index.column() == OBJECT_CLASS

    def completions(self, index: Index, typed: str) -> list[str]:
        """The 節 of the year that match what is typed, by number, name or reading."""
        if index.column() != OBJECT_CLASS or not typed.strip():
            return []
        year, standard = self._snapshot.totals.year.year, self._snapshot.standard
        sub = object_class.sub_object(typed)
        return [object_class.label(match, sub) for match in object_class.matches(typed, year, standard)]

    def type_text(self, index: Index, text: str) -> None:
        """Send what is typed; a 節 that can only be one is kept as the year's list names it."""
        if index.column() == OBJECT_CLASS:
            snapshot = self._snapshot
            text = object_class.canonical(text, snapshot.totals.year.year, snapshot.standard)
        super().type_text(index, text)

    def is_text(self, index: Index) -> bool:
        """Whether the cell holds words."""
        return index.column() in (TEXT, REMARK, OBJECT_CLASS)

    def text_at(self, index: Index) -> str:
        """What a cell shows."""
        row, column = self.row(index.row()), index.column()
        if row is None:
            return ""
        if column in (PREVIOUS, AMOUNT):
            return super().text_at(index)
        if column == CHANGE:
            source = row.line or (row.group if row.kind is RowKind.TOTAL else None)
            return format_amount(source.change, self.minus) if source else ""
        if column == PERCENT:
            source = row.line or (row.group if row.kind is RowKind.TOTAL else None)
            return format_percent(source.change_percent, self.minus) if source else ""
        if row.line:
            line = row.line.line
            match column:
                case _ if column == TEXT:
                    return self._snapshot.standard.mark_label(line.mark) + line.text
                case _ if column == REMARK:
                    return shown_remark(row.line, self._snapshot)
                case _:
                    return line.object_class
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

    def typed_value(self, index: Index) -> Amount:
        """A line's from its row: to find each of ten thousand copied lines anew would take seconds."""
        row, field = self.row(index.row()), COLUMNS[index.column()]
        if row is None or row.line is None or field is None:
            return super().typed_value(index)
        value: Amount = getattr(row.line.line, field)
        return value

    def copied_text(self, index: Index) -> str:
        """Figures as plain digits; offers give nothing."""
        row = self.row(index.row())
        if row is None or row.kind in _OFFERS:
            return ""
        if index.column() == CHANGE:
            source = row.line or row.group
            return "" if source is None or source.change is None else str(source.change)
        if index.column() == PERCENT:
            return self.text_at(index)
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
                if column == TEXT:
                    return look._replace(is_bold=heading, depth=row.depth, margin=GRIP - PADDING)
                return look._replace(is_bold=heading) if heading else look
            case RowKind.TITLE:
                colour = look.colour if row.text else MUTED
                return look._replace(is_bold=True, fill=look.fill or TITLE_FILL, colour=colour)
            case RowKind.TOTAL:
                return look._replace(is_bold=True, fill=look.fill or TOTAL_FILL)
            case RowKind.NOTE:
                return look if row.text else look._replace(colour=DERIVED)
            case _:
                margin = GRIP - PADDING if row.kind is RowKind.NEW and column == TEXT else 0
                return look._replace(colour=MUTED, margin=margin)

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
        if kind == "line" and field == "basis":
            field = "amount"
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
        return paste.put(index.row(), index.column(), clip)

    @property
    def _screen(self) -> tuple[LineField | None, ...]:
        """What the columns in sight hold."""
        return COLUMNS if self.takes_object_classes else COLUMNS[:-1]

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
        for field in COLUMNS[left : right + 1]:
            if field is not None:
                request = fill_lines(request, lines[0].id, below, COPIED_TOGETHER[field])
        self._document.edit("下へコピー", request)
