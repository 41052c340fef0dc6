"""What every table of the form has in common: cells with a place, typed into by place."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex

from model.document.document import Document
from model.edits import basis, fields
from model.edits.paste import Clip
from model.edits.prices import adopt_used, with_prices
from model.names.fields import label_of
from model.request.place import Place
from model.request.request import Request
from templates.readers.pasted.pasted_cells import lost_cells, read_previous
from ui.tables.shown_cells import Index, ShownCells

__all__ = ["CellModel", "Index"]


class CellModel(ShownCells):
    """A table of places in which one types; every change goes through the document."""

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        # Of the cell that is being typed in, and the unit prices in use, as they were when the typing began.
        self._basis_before = ""
        self._prices_before: dict[str, str] = {}
        # A row that typing began, and the request with it empty.
        self._begun: tuple[Place, Request] | None = None

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
            if not self._document.is_typing(place):
                self._basis_before = basis.basis_at(request, place)
                self._prices_before = request.prices
            # A name that another one begins with is no price in use: only what stands there in the end is.
            request = with_prices(
                basis.type_figure(ready, place, text, self._basis_before), self._prices_before
            )
            request = adopt_used(request, [basis.basis_at(request, place)], self._snapshot.shared_prices)
        else:
            request = fields.type_text(ready, place, text)
        self._document.edit(f"{label_of(place)}の入力", request, merge=place)

    def cancel_typing(self, index: Index) -> None:
        """Esc: the cell is as it was before the typing."""
        place = self.place_at(index)
        if place is not None:
            self._document.cancel(place)

    def seal(self) -> None:
        """The typing in a cell has ended."""
        if not self._began_for_nothing:
            self._begun = None
            self._document.seal()

    def drop_empty_row(self) -> None:
        """Take away a row that typing began and that is empty again, as if nothing had been typed."""
        if self._begun is not None and self._began_for_nothing:
            self._document.cancel(self._begun[0])
        self._begun = None

    @property
    def _began_for_nothing(self) -> bool:
        return self._begun is not None and self._begun[1] == self._document.request

    def return_to_derived(self, index: Index) -> None:
        """Drop a declared figure."""
        place = self.place_at(index)
        if place is not None:
            self._document.edit("計算値に戻す", fields.set_value(self._document.request, place, None))

    def clear_cells(self, indexes: list[QModelIndex]) -> None:
        """Empty cells as one step of undo."""
        request = self._document.request
        for index in indexes:
            place = self.place_at(index)
            if place is None or self.choices(index):  # one of the choices always holds
                continue
            if basis.holds_something(request, place):
                request = basis.put_text(request, place, "")
        self._document.edit("セルの消去", request)

    def paste_block(self, index: Index, clip: Clip) -> str:
        """Put a block of cells in from a cell on, as one step of undo.

        Returns:
            What did not fit and how signs were read, in whole sentences; "" for nothing.
        """
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
        texts, said = read_previous(taken)
        for (place, _), text in zip(taken, texts, strict=True):
            request = basis.put_text(request, place, text)
        self._document.edit("貼り付け", request)
        return said + lost_cells(lost)

    def fill_down(self, top: int, left: int, bottom: int, right: int) -> None:
        """Copy the top cell of each column of a block into the cells below, or into one row what stands above it."""
        top = top - 1 if top == bottom else top
        last = self.place_at(self.index(bottom, left))
        request = self.is_ready(last) if last else self._document.request
        for column in range(left, right + 1):
            places = [self.place_at(self.index(row, column)) for row in range(max(top, 0), bottom + 1)]
            if places[0]:
                request = basis.copy_cell(request, places[0], filter(None, places[1:]))
        self._document.edit("下へコピー", request)
