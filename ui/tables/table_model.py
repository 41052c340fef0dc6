"""What every table of the form has in common: cells with a place, shown from a Snapshot and typed into by place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final, TypeAlias, TypeVar

from msgspec.structs import replace
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from model.basis.results import Outcome
from model.document.document import Document, Snapshot
from model.edits import basis, fields
from model.figures.figures import Figure
from model.names import explain
from model.names.fields import label_of
from model.request.place import Place
from model.request.request import Request
from model.values.amount import Amount, format_amount
from model.values.common_ends import common_ends
from ui.language import translate
from ui.widgets.cell_style import CellState, CellStyle
from ui.widgets.field_note import gravest, one_line, sentence_of
from ui.widgets.labels import plain_tip
from ui.widgets.pane import FindingsByPlace
from ui.widgets.style import DECLARED_FILL, DERIVED, INK, MUTED, SEVERITY_FILLS

if TYPE_CHECKING:
    from model.edits.paste import Clip, CopiedRow
    from model.request.sticky_note import StickyNote
    from model.values.selection_sum import Number

Index: TypeAlias = QModelIndex | QPersistentModelIndex
_Row = TypeVar("_Row")
_ALIGN_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ALIGN_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
# Made once: Qt asks for the flags of each cell it paints.
_SELECTABLE: Final = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_EDITABLE: Final = _SELECTABLE | Qt.ItemFlag.ItemIsEditable


class CellModel(QAbstractTableModel):
    """A table of places in which one types; every change goes through the document.

    Subclasses say which place and figure a cell has.

    Attributes:
        count_unit: the unit of numbers that are no amounts, for the sum of the selection.
    """

    count_unit = "人"

    def __init__(self, document: Document) -> None:
        super().__init__()
        self._document = document
        self._snapshot = document.snapshot
        self._findings: FindingsByPlace = {}
        self._noted: tuple[StickyNote, ...] = ()
        self._notes: dict[Place, str] = {}  # the words of colleagues, by place
        # Of the cell that is being typed in, and the unit prices in use, as they were when the typing began.
        self._basis_before = ""
        self._prices_before: dict[str, str] = {}
        # A row that typing began, and the request with it empty.
        self._begun: tuple[Place, Request] | None = None

    # --- what subclasses define ---

    def place_at(self, index: Index) -> Place | None:
        """The place of a cell; None where nothing can be typed."""
        raise NotImplementedError

    def index_of(self, place: Place) -> QModelIndex:
        """The cell of a place; an invalid index when it is not here."""
        raise NotImplementedError

    def figure_at(self, index: Index) -> Figure | None:
        """The figure of a cell of amounts; None for cells of text or people."""
        raise NotImplementedError

    def text_at(self, index: Index) -> str:
        """What a cell shows."""
        figure = self.figure_at(index)
        return "" if figure is None else format_amount(figure.shown, self.minus)

    def is_text(self, index: Index) -> bool:
        """Whether the cell holds words, aligned left and wrapped."""
        return False

    def numbers_in(self, top: int, left: int, bottom: int, right: int) -> Iterator[Number]:
        """The figures that stand in a block of cells: amounts as int, counts of people as Decimal."""
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                number = self.number_at(self.index(row, column))
                if number is not None:
                    yield number

    def number_at(self, index: Index) -> Number | None:
        """The figure of a cell, for sums."""
        figure = self.figure_at(index)
        return None if figure is None else figure.value

    def choices(self, index: Index) -> list[tuple[str, str]]:
        """The (key, label) pairs of a cell in which one chooses; empty for cells in which one types."""
        return []

    def basis_of(self, index: Index) -> str:
        """The expression behind the figure of a cell; "" for none."""
        place = self.place_at(index)
        return basis.basis_at(self._snapshot.request, place) if place and basis.takes_basis(place) else ""

    def outcome_at(self, index: Index) -> Outcome | None:
        """What the basis of a cell gives; None where it has none."""
        return None

    def completes(self, index: Index) -> bool:
        """Whether the cell's editor offers what the typed text may mean."""
        return False

    def completions(self, index: Index, typed: str) -> list[str]:
        """What the typed text may mean, the likeliest first."""
        return []

    # --- what it holds ---

    def takes_basis(self, index: Index) -> bool:
        """Whether an expression (積算) may be typed in the cell in place of a figure."""
        place = self.place_at(index)
        return place is not None and basis.takes_basis(place)

    def typed_text(self, index: Index) -> str:
        """What the editor of a cell starts with: the typed value, else the derived figure, digits without commas."""
        if typed := self.basis_of(index):
            return f"={typed}"
        value = self.typed_value(index)
        if value is None:
            figure = self.figure_at(index)
            value = figure.shown if figure else None
        return "" if value is None else str(value)

    def typed_value(self, index: Index) -> Amount:
        """What a person put into a cell."""
        place = self.place_at(index)
        return fields.value_at(self._snapshot.request, place) if place else None

    def copied_text(self, index: Index) -> str:
        """What a cell gives to the clipboard: figures as plain digits that Excel reads."""
        figure = self.figure_at(index)
        if figure is not None:
            return "" if figure.shown is None else str(figure.shown)
        return self.text_at(index)

    def copied_row(self, row: int, first_column: int) -> CopiedRow | None:
        """What a row is that is copied from a column on, for pasting it as such; None where all rows are of one kind."""
        return None

    def pasted_text(self, index: Index) -> str:
        """What one would type to have the cell again, with all that it holds, for pasting within the program."""
        if self.place_at(index) is None:  # calculated: elsewhere its figure is a figure like any other
            return self.copied_text(index)
        typed = self.basis_of(index)
        return basis.whole_text(self.typed_value(index), typed) if typed else self.typed_text(index)

    # --- edits ---

    def is_ready(self, place: Place) -> Request:
        """The request in which the place exists: a row that is only offered is added by typing in it."""
        return self._document.request

    def type_text(self, index: Index, text: str) -> None:
        """Send what is typed; keystrokes of one cell become one step of undo."""
        place = self.place_at(index)
        if place is None:
            return
        request = self._document.request
        if not text and not basis.holds_something(request, place):
            return  # nothing was there and nothing is
        ready = self.is_ready(place)
        if ready is not request:
            self._begun = place, ready
        if basis.takes_basis(place):
            if self._document.typed_place != place:
                self._basis_before = basis.basis_at(request, place)
                self._prices_before = request.prices
            from model.edits.prices import adopt_used  # no start of the window pays for it

            # A name that another one begins with is no price in use: only what stands there in the end is.
            request = basis.type_figure(ready, place, text, self._basis_before)
            request = replace(request, prices=self._prices_before)
            request = adopt_used(request, [basis.basis_at(request, place)], self._snapshot.shared_prices)
        else:
            request = fields.type_text(ready, place, text)
        self._document.edit(
            translate("ui.tables", "{label}の入力").format(label=label_of(place)), request, merge=place
        )

    def cancel_typing(self, index: Index) -> None:
        """Esc: the cell is as it was before the typing."""
        place = self.place_at(index)
        if place is not None:
            self._document.cancel(place)

    def seal(self) -> None:
        """The typing in a cell has ended."""
        if not self._began_without_change:
            self._begun = None
            self._document.seal()

    def drop_empty_row(self) -> None:
        """Take away a row that typing began and that is empty again, as if nothing had been typed."""
        if self._begun is not None and self._began_without_change:
            self._document.cancel(self._begun[0])
        self._begun = None

    @property
    def _began_without_change(self) -> bool:
        return self._begun is not None and self._begun[1] == self._document.request

    def return_to_derived(self, index: Index) -> None:
        """Drop a declared figure."""
        place = self.place_at(index)
        if place is not None:
            self._document.edit(
                translate("ui.tables", "計算値に戻す"), fields.set_value(self._document.request, place, None)
            )

    def clear_cells(self, indexes: list[QModelIndex]) -> None:
        """Empty cells as one step of undo."""
        request = self._document.request
        for index in indexes:
            place = self.place_at(index)
            if place is None or self.choices(index):  # one of the choices always holds
                continue
            if basis.holds_something(request, place):
                request = basis.put_text(request, place, "")
        self._document.edit(translate("ui.tables", "セルの消去"), request)

    def paste_block(self, index: Index, clip: Clip) -> str:
        """Put a block of cells in from a cell on, as one step of undo.

        Returns:
            What did not fit, how signs were read, and what was replaced, in whole sentences; "" for nothing.
        """
        # The first paint does without it.
        from model.edits.replaced import replaced_places
        from model.language import joined, spoken
        from templates.readers.pasted.pasted_cells import lost_cells, read_previous
        from ui.tables.pasted_edit import cells, edit_pasted

        first = self.place_at(index)
        request = self.is_ready(first) if first and not self.choices(index) else self._document.request
        taken: list[tuple[Place, str]] = []
        lost: list[str] = []
        for down, row in enumerate(clip.block):
            for right, text in enumerate(row):
                target = self.index(index.row() + down, index.column() + right)
                place = self.place_at(target) if target.isValid() else None
                if place is not None and not self.choices(target):
                    taken.append((place, text))
                elif not target.isValid() or text != self.copied_text(target):
                    lost.append(text)
        texts, notes = read_previous(taken)
        for (place, _), text in zip(taken, texts, strict=True):
            request = basis.put_text(request, place, text)
        count = replaced_places(self._document.request, request, (place for place, _ in taken))
        replaced = edit_pasted(self._document, request, cells(count))
        return spoken(joined((notes, lost_cells(lost), replaced)))

    def fill_down(self, top: int, left: int, bottom: int, right: int) -> None:
        """Copy the top cell of each column of a block into the cells below, or into one row what stands above it."""
        top = top - 1 if top == bottom else top
        last = self.place_at(self.index(bottom, left))
        request = self.is_ready(last) if last else self._document.request
        for column in range(left, right + 1):
            places = [self.place_at(self.index(row, column)) for row in range(max(top, 0), bottom + 1)]
            if places[0]:
                request = basis.copy_cell(request, places[0], filter(None, places[1:]))
        self._document.edit(translate("ui.tables", "下へコピー"), request)

    def take_previous(self, top: int, left: int, bottom: int, right: int) -> str:
        """Take last year's amounts into this year's cells of a block; a sentence about what came of it."""
        return translate("ui.tables", "前年度の額を入れるのは、所要経費の要求額の欄です。")

    def has_previous(self, top: int, left: int, bottom: int, right: int) -> bool:
        """Whether a block has cells of this year that can take last year's amount."""
        return False

    def holds_something(self, index: Index) -> bool:
        """Whether something was typed in a cell that can be emptied."""
        place = self.place_at(index)
        return (
            bool(place)
            and not self.choices(index)
            and basis.holds_something(self._document.request, place or "")
        )

    # --- Qt ---

    def replace_rows(
        self, rows: list[_Row], new: Sequence[_Row], key: Callable[[_Row], str] = str
    ) -> range | None:
        """Replace the items of a model's list of rows by others, and notify Qt of those removed and inserted.

        The other rows keep cursor, selection, height and open editor. Where there are as many as before (some were
        moved), Qt is not notified: it would take the selection away.

        Returns:
            The new rows from the first that differs by its key to the last; None where none differs.
        """
        before, after = list(map(key, rows)), list(map(key, new))
        head, tail = common_ends(before, after)
        old_end, end = len(before) - tail, len(after) - tail
        if old_end > head and old_end != end:
            self.beginRemoveRows(QModelIndex(), head, old_end - 1)
            del rows[head:old_end]
            self.endRemoveRows()
        if end > head and old_end != end:
            self.beginInsertRows(QModelIndex(), head, end - 1)
            rows[head:head] = new[head:end]
            self.endInsertRows()
        rows[:] = new
        return range(head, end) if before != after else None

    @property
    def minus(self) -> str:
        """The mark of a negative figure on the screen."""
        return self._snapshot.standard.printing.minus_on_screen

    def show_snapshot(self, snapshot: Snapshot, findings: FindingsByPlace) -> None:
        """Show a snapshot."""
        self._snapshot = snapshot
        self._findings = findings
        self.redraw()

    def redraw(self) -> None:
        """Repaint what is visible; a range costs one repaint, however many rows it spans."""
        if self.rowCount() and self.columnCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cells with a place can be edited, unless the document is only read; all can be selected."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _EDITABLE if self.place_at(index) and not self.is_locked else _SELECTABLE

    @property
    def is_locked(self) -> bool:
        """Whether the document is only read."""
        return self._document.is_locked

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What Qt asks of a cell."""
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.text_at(index)
            case Qt.ItemDataRole.EditRole:
                return self.typed_text(index)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _ALIGN_LEFT if self.is_text(index) else _ALIGN_RIGHT
            case Qt.ItemDataRole.ToolTipRole:
                said = filter(None, (self.message_at(index), self.sticky_at(index)))
                return plain_tip("\n".join(said))
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return self.message_at(index)
            case _:
                return None

    def message_at(self, index: Index) -> str:
        """The findings of a cell, and how a declared figure stands to the derived one."""
        place = self.place_at(index) or ""
        found = [sentence_of(finding) for finding in self._findings.get(place, ())]
        if not found and self.state_at(index) is CellState.DECLARED:
            figure = self.figure_at(index)
            assert figure is not None
            found.append(
                translate(
                    "ui.tables", "入力した額です（計算値 {amount}千円）。↺ を押すと計算値に戻ります。"
                ).format(amount=format_amount(figure.derived))
            )
        elif note := self.note_at(index):
            found.append(note)
        return "\n".join(found)

    def line_at(self, index: Index) -> str:
        """The message below the table for its current cell: the gravest finding, else the explanation of the figure."""
        found = self._findings.get(self.place_at(index) or "", ())
        return one_line(found) if found else self.message_at(index) or self.sticky_at(index)

    def sticky_at(self, index: Index) -> str:
        """What colleagues wrote about a cell (付せん); "" for nothing."""
        request = self._snapshot.request
        if request.sticky_notes is not self._noted:
            from ui.widgets.sticky_mark import notes_by_place  # few requests have any

            self._noted, self._notes = request.sticky_notes, notes_by_place(request)
        return self._notes.get(self.place_at(index) or "", "") if self._notes else ""

    def linked_at(self, index: Index) -> list[tuple[int, int]]:
        """The stretches of what a cell shows that are linked figures, each from one of Qt's positions to another."""
        request, place = self._snapshot.request, self.place_at(index)
        if not request.links or place is None:
            return []
        from model.edits.links import links_in, text_at  # few requests have any
        from ui.widgets.editing.editors import units

        shown, text = self.text_at(index), text_at(request, place)
        before = shown.removesuffix(text)  # the calculation above a remark
        ahead = units(before) if before + text == shown else None
        return [
            (ahead + units(text[: link.start]), ahead + units(text[: link.end]))
            for link in links_in(request, place)
            if ahead is not None
        ]

    def hint_at(self, index: Index) -> str:
        """The message below an expression while it is typed: its result, or where it cannot be read."""
        outcome, figure = self.outcome_at(index), self.figure_at(index)
        return "" if outcome is None or figure is None else explain.outcome(outcome, figure, self.minus)

    def note_at(self, index: Index) -> str:
        """How the figure of a cell was rounded: 「229.295 → 230（切上げ）」."""
        figure, outcome = self.figure_at(index), self.outcome_at(index)
        notes = [explain.of_figure(figure)] if figure is not None else []
        return "\n".join(filter(None, (*notes, *(explain.results(outcome) if outcome else ()))))

    def style_at(self, index: Index) -> CellStyle:
        """The style of a cell."""
        place = self.place_at(index)
        found = self._findings.get(place) if place else None
        state = self.state_at(index)
        first = gravest(found) if found else None
        severity = first.severity if first is not None else None
        fill = SEVERITY_FILLS.get(severity) if severity else None
        if fill is None and state is CellState.DECLARED:
            fill = DECLARED_FILL
        return CellStyle(
            self.text_at(index),
            self.is_text(index),
            MUTED if place is None else DERIVED if state is CellState.DERIVED else INK,
            fill,
            severity=severity,
            state=state,
        )

    def state_at(self, index: Index) -> CellState:
        """Whether the figure of a cell was typed, is derived, or is declared."""
        figure = self.figure_at(index)
        if figure is None or figure.derived is None:
            return CellState.TYPED
        return CellState.DECLARED if figure.is_declared else CellState.DERIVED
