"""The list of findings: each row has its severity as mark and word, its section, its sentence, and the reason of 了解."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFont, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from model.checks import Finding
from ui.language import translate
from ui.widgets.cell_style import wrapping
from ui.widgets.labels import plain_tip
from ui.widgets.severity_mark import MARK_SIZE, paint_mark, severity_word
from ui.widgets.style import ACCENT, INK, MUTED, SELECTION, SEVERITY_COLOURS, bold, ink, paper

MOST: Final = 200  # rows in the list; nobody reads more
_ROW: Final = Qt.ItemDataRole.UserRole
_BESIDE: Final = 8  # pixels left and right of the words of a row
_ABOVE: Final = 6
_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class FoundRow(NamedTuple):
    """A finding and the section of the form in which it is."""

    finding: Finding
    section: str

    @property
    def reason(self) -> str:
        """The line that says why it was acknowledged; "" while it is open."""
        return (
            translate("ui.findings", "了解: {acknowledged}").format(acknowledged=self.finding.acknowledged)
            if self.finding.acknowledged
            else ""
        )

    @property
    def text(self) -> str:
        """The whole row in words."""
        finding = self.finding
        head = translate("ui.findings", "【{word}】{message}").format(
            word=severity_word(finding.severity), message=finding.message
        )
        return "\n".join(filter(None, (head, self.section, self.reason)))

    def is_of(self, other: Finding | None) -> bool:
        """Whether it is the same finding, whatever the figures in its sentence are now."""
        return other is not None and (self.finding.rule, self.finding.place) == (other.rule, other.place)


class FindingsList(QListWidget):
    """The rows of the list; a row whose text is unchanged is not redrawn."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setSpacing(1)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(translate("ui.findings", "指摘の一覧"))
        self.setItemDelegate(_RowDelegate(self))
        self._below: QWidget | None = None
        self._height_below: Callable[[int], int] = lambda _: 0
        self.currentItemChanged.connect(self.fit_rows)

    def put_below(self, widget: QWidget, height: Callable[[int], int]) -> None:
        """Have a widget stand at the foot of the current row.

        Args:
            widget: the widget.
            height: the height that it needs in a width.
        """
        self._below, self._height_below = widget, height
        widget.setParent(self.viewport())
        self._place_below()

    def current_finding(self) -> Finding | None:
        """The finding of the current row."""
        row = self._row(self.currentRow())
        return row.finding if row is not None else None

    def row_of(self, finding: Finding | None) -> int:
        """Where a finding stands; its like with other figures will do; -1 where it is not shown."""
        rows = [(index, row) for index in range(self.count()) if (row := self._row(index)) is not None]
        same = [index for index, row in rows if row.finding == finding]
        alike = [index for index, row in rows if row.is_of(finding)]
        return next(iter(same + alike), -1)

    def show_rows(self, rows: Sequence[FoundRow]) -> None:
        """Show rows; the current one stays with its finding, and goes on to the next where that is gone."""
        before, index = self.current_finding(), self.currentRow()
        with QSignalBlocker(self):
            shown = rows[:MOST]
            while self.count() > len(shown):
                self.takeItem(self.count() - 1)
            for position, row in enumerate(shown):
                if position == self.count():
                    self.addItem(QListWidgetItem())
                self._show_row(self.item(position), row)
            if len(rows) > MOST:
                rest = QListWidgetItem(
                    translate("ui.findings", "ほかに {count} 件あります。").format(count=len(rows) - MOST)
                )
                rest.setFlags(Qt.ItemFlag.NoItemFlags)
                self.addItem(rest)
            kept = self.row_of(before) if before is not None else -1
            self.setCurrentRow(kept if kept >= 0 else min(index, len(shown) - 1))
        self.fit_rows()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The row that the buttons below are about is seen to be chosen: Qt makes the first one current without it."""
        super().focusInEvent(event)
        if self.currentRow() >= 0 and not self.selectedIndexes():
            self.setCurrentRow(self.currentRow())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the sentences elsewhere."""
        super().resizeEvent(event)
        self.fit_rows()

    def changeEvent(self, event: QEvent) -> None:
        """Another font needs other room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.fit_rows()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """The widget below the current row goes with it."""
        super().scrollContentsBy(dx, dy)
        self._place_below()

    def fit_rows(self) -> None:
        """Give each row the room that it needs, and the current one that of the widget below it."""
        for index in range(self.count()):
            row = self._row(index)
            if row is not None:
                size = self._size(row)
                if index == self.currentRow() and self._below is not None:
                    size.setHeight(size.height() + self._height_below(size.width() - 2 * _BESIDE) + _ABOVE)
                if size != self.item(index).sizeHint():
                    self.item(index).setSizeHint(size)
        if self.currentItem() is not None:
            self.scrollToItem(self.currentItem())
        self._place_below()

    def _place_below(self) -> None:
        if self._below is None:
            return
        item = self.currentItem()
        row = self._row(self.currentRow())
        self._below.setVisible(row is not None)
        if item is None or row is None:
            return
        self.doItemsLayout()
        rect = self.visualItemRect(item)
        width = self._size(row).width() - 2 * _BESIDE
        height = self._height_below(width)
        self._below.setGeometry(rect.left() + _BESIDE, rect.bottom() + 1 - height - _ABOVE, width, height)

    def _row(self, index: int) -> FoundRow | None:
        item = self.item(index) if 0 <= index < self.count() else None
        row = item.data(_ROW) if item is not None else None
        return row if isinstance(row, FoundRow) else None

    def _show_row(self, item: QListWidgetItem, row: FoundRow) -> None:
        if item.data(_ROW) == row:
            return
        item.setText(row.text)
        item.setToolTip(
            plain_tip(translate("ui.findings", "根拠: {source}").format(source=row.finding.source))
        )
        item.setData(_ROW, row)

    def _size(self, row: FoundRow) -> QSize:
        bar = self.verticalScrollBar().sizeHint().width()
        width = self.width() - 2 * self.spacing() - bar
        return QSize(width, row_height(self, row, width))


def row_height(view: QWidget, row: FoundRow, width: int) -> int:
    """The height of a row: its head line, its sentence, its reason."""
    metrics = view.fontMetrics()
    height = metrics.lineSpacing() + 2 * _ABOVE + 2
    for text in filter(None, (row.finding.message, row.reason)):
        room = QRect(0, 0, max(1, width - 2 * _BESIDE), 100_000)
        height += metrics.boundingRect(room, wrapping(text), text).height()
    return height


class _RowDelegate(QStyledItemDelegate):
    """Paints a row: mark, word and section on one line, the sentence below."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """The whole row, from its data."""
        row, rect = index.data(_ROW), option.rect
        view = self.parent()
        assert isinstance(view, QWidget)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, paper(SELECTION))
            if view.hasFocus():
                painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), ink(ACCENT))
        # As wide as it was measured, whether there is a scroll bar or not.
        hint = index.data(Qt.ItemDataRole.SizeHintRole)
        width = min(rect.width(), hint.width()) if isinstance(hint, QSize) else rect.width()
        within = QRect(rect.left(), rect.top(), width, rect.height())
        within.adjust(_BESIDE, _ABOVE, -_BESIDE, -_ABOVE)
        painter.setFont(view.font())
        if not isinstance(row, FoundRow):
            painter.setPen(ink(MUTED))
            painter.drawText(within, _LEFT, str(index.data()))
        else:
            self._paint_row(painter, row, within, view.font())
        painter.restore()

    def _paint_row(self, painter: QPainter, row: FoundRow, within: QRect, font: QFont) -> None:
        finding = row.finding
        is_open = not finding.acknowledged
        line = painter.fontMetrics().lineSpacing()
        head = QRect(within.left(), within.top(), within.width(), line)
        paint_mark(painter, finding.severity, head.left(), head.top() + (line - MARK_SIZE) / 2)
        painter.setFont(bold(font))
        painter.setPen(ink(SEVERITY_COLOURS[finding.severity] if is_open else MUTED))
        word = severity_word(finding.severity)
        head.adjust(MARK_SIZE + 5, 0, 0, 0)
        painter.drawText(head, _LEFT, word)
        head.adjust(painter.fontMetrics().horizontalAdvance(word) + 10, 0, 0, 0)
        painter.setFont(font)
        painter.setPen(ink(MUTED))
        section = painter.fontMetrics().elidedText(row.section, Qt.TextElideMode.ElideRight, head.width())
        painter.drawText(head, _LEFT, section)
        rest = within.adjusted(0, line + 2, 0, 0)
        for text, colour in ((finding.message, INK if is_open else MUTED), (row.reason, INK)):
            if text:
                painter.setPen(ink(colour))
                rest.setTop(painter.drawText(rest, wrapping(text), text).bottom() + 1)
