"""A table whose rows come and go, and whose last row offers the next one: typing in it makes it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex

from model.document import Document
from model.identity import new_id
from ui.table_model import CellModel, Index


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
