"""Dragging lines by the grip at their left edge; where they would land is in ``row_drop``, the edit in model/edits."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QApplication, QScrollArea, QScrollBar

from model.edits.move import Spot
from model.request.lines import height, walk
from ui.costs.cost_model import TEXT
from ui.costs.cost_rows import RowKind
from ui.costs.row_drop import Drop, drop_at
from ui.costs.row_selection import RowSelection
from ui.tables.sheet_table import SheetTable
from ui.widgets.cell_style import GRIP, INDENT
from ui.widgets.style import ACCENT, ink, paper

_DOTS: Final = QColor("#8a97a5")
_EDGE: Final = 36  # pixels from the edge of the page at which a drag begins to scroll it
_SCROLL: Final = 14
_SCROLL_MS: Final = 30


class RowDrag(QObject):
    """Watches the mouse over the cost table: grips show, and lines are dragged by them. Cells are selected as before."""

    def __init__(
        self, table: SheetTable, rows: RowSelection, move: Callable[[list[str], Spot], None]
    ) -> None:
        super().__init__(table)
        self._table, self._rows, self._move_lines = table, rows, move
        self._hovered = -1
        self._pressed: QPoint | None = None  # where the grip was pressed
        self._ids: list[str] = []
        self._moving: frozenset[str] = frozenset()
        self._levels = self._depth = 0
        self._pointer: QPoint | None = None  # where the pointer is while lines are dragged
        self._drop: Drop | None = None
        self._scrolling = QTimer(self, interval=_SCROLL_MS)
        self._scrolling.timeout.connect(self._scroll)
        table.viewport().setMouseTracking(True)
        table.viewport().installEventFilter(self)
        table.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Handle the mouse over a grip and while lines are dragged; Esc cancels the drag."""
        kind = event.type()
        if isinstance(event, QMouseEvent) and watched is self._table.viewport():
            index = event.position().toPoint()
            if kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
                return self._press(index, event)
            if kind == QEvent.Type.MouseMove:
                return self._move(index)
            if kind == QEvent.Type.MouseButtonRelease and self._pressed is not None:
                self._release()
                return True
        elif kind == QEvent.Type.Leave:
            self._hover(-1)
        elif self._pressed is not None and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.cancel()
            return True  # while lines are held, keys do nothing else
        elif kind in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self.cancel()
        return False

    def cancel(self) -> None:
        """Cancel the drag: the lines stay where they were."""
        self._pressed = None
        self._pointer = None
        self._scrolling.stop()
        self._mark(None)
        self._table.viewport().unsetCursor()

    def paint(self) -> None:
        """Draw the grips of the row under the mouse and of the current row, and where dragged lines would land."""
        painter = QPainter(self._table.viewport())
        for row in {self._hovered, self._table.currentIndex().row()}:
            if self._has_grip(row):
                self._paint_grip(painter, self._grip(row))
        if self._drop is not None:
            line = self._line(self._drop)
            painter.setPen(QPen(ink(ACCENT), 2))
            painter.drawLine(line.left() + 7, line.center().y(), line.right(), line.center().y())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(paper(QColor("white")))
            painter.drawEllipse(QPoint(line.left() + 4, line.center().y()), 3, 3)

    # --- the mouse ---

    def _press(self, position: QPoint, event: QMouseEvent) -> bool:
        row = self._table.rowAt(position.y())
        if (
            self._pressed is not None
            or event.button() != Qt.MouseButton.LeftButton
            or not self._over(row, position)
        ):
            return self._pressed is not None
        self._table.finish_typing()
        self._table.setFocus(Qt.FocusReason.MouseFocusReason)
        grabbed = self._rows.model.row(row)
        assert grabbed is not None
        if grabbed not in self._rows.selected():
            self._table.go(row, TEXT)
        lines = [selected for selected in self._rows.selected() if selected.line is not None]
        self._ids = [line.id for line in lines]
        tree = [line.line.line for line in lines if line.line is not None]
        self._moving = frozenset(part.id for line in tree for part, _ in walk((line,)))
        self._levels = max(map(height, tree))
        self._depth = min(line.depth for line in lines)
        self._pressed = position
        self._table.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        return True

    def _move(self, position: QPoint) -> bool:
        if self._pressed is None:
            row = self._table.rowAt(position.y())
            self._hover(row if self._has_grip(row) else -1)
            if self._over(row, position):
                self._table.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
            else:
                self._table.viewport().unsetCursor()
            return False
        if (
            self._pointer is None
            and (position - self._pressed).manhattanLength() < QApplication.startDragDistance()
        ):
            return True
        self._pointer = position
        if not self._scrolling.isActive():
            self._scrolling.start()
        self._aim()
        return True

    def _release(self) -> None:
        drop, ids = self._drop, self._ids
        self.cancel()
        self._hover(-1)  # another row will be under the mouse
        if drop is not None:
            self._move_lines(ids, drop.spot)

    def _aim(self) -> None:
        """Find where the lines would land from where the pointer is; a drag straight down keeps their depth."""
        assert self._pointer is not None
        assert self._pressed is not None
        y = min(max(self._pointer.y(), 0), self._table.verticalHeader().length() - 1)
        row = self._table.rowAt(y)
        if row < 0:
            self._mark(None)
            return
        is_lower = y >= self._table.rowViewportPosition(row) + self._table.rowHeight(row) // 2
        wanted = self._depth + round((self._pointer.x() - self._pressed.x()) / INDENT)
        rows = self._rows.model.rows
        self._mark(drop_at(rows, self._moving, self._levels, (row, is_lower), wanted))
        allowed = Qt.CursorShape.ClosedHandCursor if self._drop else Qt.CursorShape.ForbiddenCursor
        self._table.viewport().setCursor(allowed)

    def _scroll(self) -> None:
        """Near the edge of the page, bring more of the table into sight."""
        page = self._table.page()
        if self._pointer is None or not isinstance(page, QScrollArea):
            return
        y = self._table.viewport().mapTo(page.viewport(), self._pointer).y()
        step = -_SCROLL if y < _EDGE else _SCROLL if y > page.viewport().height() - _EDGE else 0
        table = self._table.mapTo(page.viewport(), QPoint()).y()
        is_beyond = table < 0 if step < 0 else table + self._table.height() > page.viewport().height()
        if step:
            bar: QScrollBar = page.verticalScrollBar() if is_beyond else self._table.verticalScrollBar()
            before = bar.value()
            bar.setValue(before + step)
            if is_beyond:  # the table moved under the pointer
                self._pointer += QPoint(0, bar.value() - before)
            self._aim()

    # --- what is drawn ---

    def _over(self, row: int, position: QPoint) -> bool:
        return self._has_grip(row) and self._grip(row).contains(position)

    def _has_grip(self, row: int) -> bool:
        model = self._rows.model
        found = model.row(row)
        is_free = not model.view.is_active and not model.is_locked
        return found is not None and found.kind is RowKind.LINE and is_free

    def _grip(self, row: int) -> QRect:
        table = self._table
        return QRect(
            table.columnViewportPosition(TEXT), table.rowViewportPosition(row), GRIP, table.rowHeight(row)
        )

    def _paint_grip(self, painter: QPainter, rect: QRect) -> None:
        centre = rect.center()
        for x in (-2, 2):
            for y in (-5, -1, 3):
                painter.fillRect(centre.x() + x, centre.y() + y, 2, 2, ink(_DOTS))

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            for painted in (row, self._hovered):
                self.refresh(painted)
            self._hovered = row

    def refresh(self, row: int) -> None:
        """Paint the grip of a row anew."""
        if row >= 0:
            self._table.viewport().update(self._grip(row))

    def _line(self, drop: Drop) -> QRect:
        """The strip in which the mark of a drop is drawn."""
        left = self._table.columnViewportPosition(TEXT) + GRIP + drop.depth * INDENT
        y = self._table.rowViewportPosition(drop.row)
        return QRect(left - 4, y - 5, self._table.viewport().width() - left + 4, 10)

    def _mark(self, drop: Drop | None) -> None:
        for painted in (self._drop, drop):
            if painted is not None:
                self._table.viewport().update(self._line(painted))
        self._drop = drop
