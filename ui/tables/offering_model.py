"""A table whose rows come and go, and whose last row offers the next one: typing in it makes it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, TypeAlias

from msgspec.structs import replace
from PySide6.QtCore import QModelIndex, Qt

from model.document.document import Document, Snapshot
from model.edits.basis import put_text
from model.edits.fields import value_at
from model.edits.paste import Clip
from model.figures.figures import Figure
from model.language import joined, spoken
from model.request.grounds import Cut, FundingTerm
from model.request.lines import walk
from model.request.multi_year import AnnualAmount, Commitment, CommitmentYear
from model.request.parts import add_part, delete_part
from model.request.place import Place
from model.request.request import Request
from model.values.identity import new_id
from templates.readers.pasted.pasted_cells import lost_cells
from ui.tables.table_model import CellModel, Index
from ui.widgets.cell_style import CellStyle
from ui.widgets.pane import FindingsByPlace
from ui.widgets.style import MUTED

Choices: TypeAlias = Callable[[], list[tuple[str, str]]]
Kind: TypeAlias = type[FundingTerm | Cut | Commitment | CommitmentYear | AnnualAmount]


class Column(NamedTuple):
    """A column of such a table; its cells are named by the id of their row.

    Attributes:
        label: its heading.
        place: the place of a cell, also of a row that is not there yet; None where nothing is typed.
        figure: the figure of a cell, blank in a row that is not there yet; None for a column of words.
        choices: the (key, label) pairs among which one chooses; None where one types.
        shown: the words of a cell where they are others than those that were typed or chosen.
    """

    label: str
    place: Callable[[str], Place | None]
    figure: Callable[[str], Figure] | None = None
    choices: Choices | None = None
    shown: Callable[[str], str] | None = None


class Rows(NamedTuple):
    """The rows of such a table, as a snapshot has them.

    Attributes:
        ids: the rows.
        columns: what each of their cells is.
        offer: what the offered row says in its first cell.
        kind: what a row is.
        owner: id of what the rows belong to; "" for the request.
    """

    ids: tuple[str, ...]
    columns: tuple[Column, ...]
    offer: str
    kind: Kind
    owner: str = ""


def line_choices(snapshot: Snapshot) -> list[tuple[str, str]]:
    """The lines of the cost tables as choices of a cell: the id and the words of each, parts set in behind their line."""
    return [
        (line.id, f"{'　' * depth}{line.text}".replace("\n", ""))
        for group in snapshot.request.groups
        for line, depth in walk(group.lines)
    ]


class OfferingModel(CellModel):
    """Rows with ids; the last one is offered, under the id that it will have."""

    def __init__(self, document: Document, build: Callable[[Snapshot], Rows]) -> None:
        super().__init__(document)
        self._build = build
        self._rows = build(document.snapshot)
        self._ids = [*self._rows.ids, new_id()]

    @property
    def ids(self) -> list[str]:
        """The ids of the rows that are there."""
        return self._ids[:-1]

    @property
    def offered(self) -> str:
        """The id that the offered row will have."""
        return self._ids[-1]

    def row_id(self, row: int) -> str:
        """The id of a row; of the offered one, and outside the table, that which it will have."""
        return self._ids[row] if 0 <= row < len(self._ids) else self.offered

    def is_offered(self, row: int) -> bool:
        """Whether the row is the one that is only offered."""
        return row >= len(self._ids) - 1

    # --- cells ---

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The rows and the offered one."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The columns of a row."""
        return 0 if parent.isValid() else len(self._rows.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' labels."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._rows.columns[section].label
        return None

    def place_at(self, index: Index) -> Place | None:
        """The place of a cell."""
        return self._column(index).place(self.row_id(index.row()))

    def index_of(self, place: Place) -> QModelIndex:
        """The cell of a place, found by its row's id: it is asked of each finding."""
        row_id = place.partition("/")[2].partition("/")[0]
        if row_id not in self.ids:
            return QModelIndex()
        columns = enumerate(self._rows.columns)
        found = next((number for number, column in columns if column.place(row_id) == place), None)
        return QModelIndex() if found is None else self.index(self.ids.index(row_id), found)

    def figure_at(self, index: Index) -> Figure | None:
        """The figure of a cell; a blank one in the offered row."""
        figure = self._column(index).figure
        return figure(self.row_id(index.row())) if figure is not None else None

    def is_text(self, index: Index) -> bool:
        """All but figures are words."""
        return self._column(index).figure is None

    def text_at(self, index: Index) -> str:
        """What a cell shows: amounts with commas, of a choice its label, other words as typed."""
        column, row_id = self._column(index), self.row_id(index.row())
        if column.figure is not None:
            return super().text_at(index)
        if self.is_offered(index.row()):
            return self._rows.offer if index.column() == 0 else ""
        if column.shown is not None:
            return column.shown(row_id)
        where = column.place(row_id)
        value = str(value_at(self._snapshot.request, where) or "") if where else ""
        return dict(self.choices(index)).get(value, value) if value else ""

    def choices(self, index: Index) -> list[tuple[str, str]]:
        """What one chooses from."""
        choices = self._column(index).choices
        return choices() if choices is not None else []

    def style_at(self, index: Index) -> CellStyle:
        """The style of a cell; the offered row is muted."""
        cell_style = super().style_at(index)
        return replace(cell_style, colour=MUTED) if self.is_offered(index.row()) else cell_style

    def _column(self, index: Index) -> Column:
        return self._rows.columns[index.column()]

    # --- rows that are typed or pasted into ---

    def is_ready(self, where: Place) -> Request:
        """Add the offered row in which something is typed."""
        request = self._document.request
        return self._added(request, self.offered) if where.split("/")[1] == self.offered else request

    def without(self, request: Request, row_id: str) -> Request:
        """The request without a row."""
        return delete_part(request, self._rows.kind, row_id)

    def _added(self, request: Request, row_id: str) -> Request:
        return add_part(request, self._rows.kind(row_id), self._rows.owner)

    def paste_block(self, index: Index, clip: Clip) -> str:
        """Put a block of cells in from a cell on, with a new row for each below the last."""
        # The first paint does without it.
        from model.edits.replaced import replaced_places
        from ui.tables.pasted_edit import cells, edit_pasted

        request, block = self._document.request, clip.block
        lost: list[str] = []
        taken: list[Place] = []
        ids = self._ids[index.row() :] + [new_id() for _ in block]
        for row_id in ids[max(0, len(self.ids) - index.row()) : len(block)]:
            request = self._added(request, row_id)
        for row_id, row in zip(ids, block, strict=False):
            room = self.columnCount() - index.column()
            lost += row[room:]
            for column, text in enumerate(row[:room], start=index.column()):
                where, value = self._rows.columns[column].place(row_id), self._meant(column, text)
                if where is not None and value is not None:
                    request = put_text(request, where, value)
                    taken.append(where)
                elif where is not None or text != self._calculated(row_id, column):
                    lost.append(text)
        count = replaced_places(self._document.request, request, taken)
        return spoken(joined((lost_cells(lost), edit_pasted(self._document, request, cells(count)))))

    def _calculated(self, row_id: str, column: int) -> str:
        """What a cell shows in which nothing is typed; "" in a row that is not there yet."""
        return self.copied_text(self.index(self.ids.index(row_id), column)) if row_id in self.ids else ""

    def _meant(self, column: int, text: str) -> str | None:
        """The value that pasted text means in a column: in a column of choices the key, None for no match."""
        choices = self.choices(self.index(0, column))
        if not choices:
            return text
        return next((key for key, label in choices if text.strip() in (key, label.strip())), None)

    # --- rows that come and go ---

    def show_snapshot(self, snapshot: Snapshot, findings: FindingsByPlace) -> None:
        """Show a snapshot; another owner, or other columns, are another table."""
        rows, before = self._build(snapshot), self._rows
        heads = [[column.label for column in table.columns] for table in (rows, before)]
        self._rows = rows
        if rows.owner != before.owner or heads[0] != heads[1]:
            self.beginResetModel()
            self._ids[:-1] = rows.ids
            self.endResetModel()
        else:
            offered = new_id() if self.offered in rows.ids else self.offered
            self.replace_rows(self._ids, [*rows.ids, offered])
        super().show_snapshot(snapshot, findings)
