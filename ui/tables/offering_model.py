"""A table whose rows come and go, and whose last row offers the next one: typing in it makes it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex

from model.document.document import Document
from model.edits.basis import put_text
from model.edits.paste import Clip
from model.request.place import Place
from model.request.request import Request
from model.values.identity import new_id
from templates.readers.pasted.pasted_cells import lost_cells
from ui.tables.table_model import CellModel, Index


class OfferingModel(CellModel):
    """Rows with ids; subclasses say what they show."""

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self.ids: tuple[str, ...] = ()
        self.offered = new_id()

    def row_id(self, at: int) -> str:
        """The id of a row; of the offered one, that which it will have."""
        return self.ids[at] if at < len(self.ids) else self.offered

    def is_offered(self, at: int) -> bool:
        """Whether the row is the one that is only offered."""
        return at >= len(self.ids)

    # --- what subclasses say ---

    def add_row(self, request: Request, row_id: str) -> Request:
        """The request with a blank row of this id at the end."""
        raise NotImplementedError

    def place_in(self, row_id: str, column: int) -> Place | None:
        """The place of a cell of a row, also of one that is not there yet."""
        raise NotImplementedError

    # --- rows that are typed or pasted into ---

    def place_at(self, index: Index) -> Place | None:
        """The place of a cell."""
        return self.place_in(self.row_id(index.row()), index.column())

    def index_of(self, place: Place) -> QModelIndex:
        """The cell of a place, found by its row's id: it is asked of each finding."""
        _, _, rest = place.partition("/")
        row_id = rest.partition("/")[0]
        if row_id not in self.ids:
            return QModelIndex()
        at = self.ids.index(row_id)
        columns = range(self.columnCount())
        column = next((each for each in columns if self.place_in(row_id, each) == place), None)
        return QModelIndex() if column is None else self.index(at, column)

    def is_ready(self, where: Place) -> Request:
        """Add the offered row in which something is typed."""
        request = self._document.request
        return self.add_row(request, self.offered) if where.split("/")[1] == self.offered else request

    def paste_block(self, index: Index, clip: Clip) -> str:
        """Put a block of cells in from a cell on, with a new row for each below the last, as one step of undo.

        Returns:
            What did not fit, in whole sentences; "" for nothing.
        """
        request, block = self._document.request, clip.block
        lost: list[str] = []
        ids = [self.row_id(at) for at in range(index.row(), len(self.ids))]
        for at in range(len(ids), len(block)):
            ids.append(self.offered if at == len(ids) == len(self.ids) - index.row() else new_id())
            request = self.add_row(request, ids[-1])
        for row_id, row in zip(ids, block, strict=False):
            room = self.columnCount() - index.column()
            lost += row[room:]
            for column, text in enumerate(row[:room], start=index.column()):
                where, value = self.place_in(row_id, column), self._meant(column, text)
                if where is not None and value is not None:
                    request = put_text(request, where, value)
                elif where is not None or text != self._calculated(row_id, column):
                    lost.append(text)
        self._document.edit("貼り付け", request)
        return lost_cells(lost)

    def _calculated(self, row_id: str, column: int) -> str:
        """What a cell shows in which nothing is typed; "" in a row that is not there yet."""
        return self.copied_text(self.index(self.ids.index(row_id), column)) if row_id in self.ids else ""

    def _meant(self, column: int, text: str) -> str | None:
        """What pasted text stands for in a column: where one chooses, the key of what it names; None for nothing."""
        choices = self.choices(self.index(0, column))
        if not choices:
            return text
        return next((key for key, label in choices if text.strip() in (key, label.strip())), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """The rows and the offered one."""
        return 0 if parent.isValid() else len(self.ids) + 1

    def take_rows(self, ids: tuple[str, ...], take: Callable[[], None] = lambda: None) -> None:
        """Tell Qt which rows go and come, so that the current cell stays where it is.

        Args:
            ids: the rows as they are now.
            take: takes over what the rows hold; called between their going and their coming.
        """
        before = self.ids
        if len(ids) == len(before) + 1 and ids[-1] == self.offered:
            # The offered row keeps its place: it becomes a row, and another is offered below it.
            self.beginInsertRows(QModelIndex(), len(ids), len(ids))
            self.ids, self.offered = ids, new_id()
            take()
            self.endInsertRows()
            return
        common = min(len(ids), len(before))
        head = next((at for at in range(common) if ids[at] != before[at]), common)
        tail = next((at for at in range(common - head) if ids[-1 - at] != before[-1 - at]), common - head)
        if len(before) - tail > head:
            self.beginRemoveRows(QModelIndex(), head, len(before) - tail - 1)
            self.ids = before[:head] + before[len(before) - tail :]
            self.endRemoveRows()
        take()
        if len(ids) - tail > head:
            self.beginInsertRows(QModelIndex(), head, len(ids) - tail - 1)
            self.ids = ids
            self.endInsertRows()
