"""A table of words that is read, walked through by the arrow keys and copied; its rows are as high as their words."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from ui.widgets.style import TITLE_FILL, bold, paper

_LOWEST_ROW: Final = 24  # pixels
_RIGHT: Final = Qt.AlignmentFlag.AlignRight


class WordTable(QTableWidget):
    """A table with headings; a row may be a heading of its own over all columns."""

    entered = Signal(int)  # Enter, or a double click, on a row

    def __init__(
        self, name: str, headings: Sequence[tuple[str, int]], parent: QWidget, *, right: Collection[int] = ()
    ) -> None:
        """Make the table.

        Args:
            name: what it is, for screen readers.
            headings: the words and the width of each column, in pixels; 0 for what the others leave.
            parent: the widget it stands in.
            right: the columns whose words stand on the right.
        """
        super().__init__(0, len(headings), parent)
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels([words for words, _ in headings])
        self._right = right
        for column in right:
            heading = self.horizontalHeaderItem(column)
            assert heading is not None
            heading.setTextAlignment(_RIGHT | Qt.AlignmentFlag.AlignVCenter)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(_LOWEST_ROW)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        for column, (_, width) in enumerate(headings):
            if width:
                self.setColumnWidth(column, width)
            header.setSectionResizeMode(
                column, QHeaderView.ResizeMode.Interactive if width else QHeaderView.ResizeMode.Stretch
            )
        self._heights = QTimer(self, singleShot=True, interval=0)
        self._heights.timeout.connect(self.resizeRowsToContents)
        self.cellDoubleClicked.connect(lambda row, _: self.entered.emit(row))

    def add_row(self, words: Sequence[str]) -> int:
        """Add a row of words; its number."""
        row = self._new_row()
        for column, text in enumerate(words):
            item = QTableWidgetItem(text)
            side = _RIGHT if column in self._right else Qt.AlignmentFlag.AlignLeft
            item.setTextAlignment(side | Qt.AlignmentFlag.AlignTop)
            self.setItem(row, column, item)
        return row

    def add_heading(self, words: str) -> None:
        """Add a row that is a heading of those below it; it cannot be chosen."""
        row = self._new_row()
        item = QTableWidgetItem(words)
        item.setFont(bold(self.font()))
        item.setBackground(paper(TITLE_FILL))
        item.setFlags(Qt.ItemFlag.NoItemFlags | Qt.ItemFlag.ItemIsEnabled)
        self.setItem(row, 0, item)
        self.setSpan(row, 0, 1, self.columnCount())

    def words_changed(self) -> None:
        """Give the rows the height of their words, a moment from now."""
        self._heights.start()

    def words_of(self, row: int) -> list[str]:
        """The words of a row, of the columns that are shown."""
        return [
            item.text()
            for column in range(self.columnCount())
            if not self.isColumnHidden(column) and (item := self.item(row, column))
        ]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is for the row, Ctrl+C copies it; Esc is for the page."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentRow() >= 0:
                self.entered.emit(self.currentRow())
        elif event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText("\t".join(self.words_of(self.currentRow())))
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give each row the height of its words at this width."""
        super().resizeEvent(event)
        self._heights.start()

    def _new_row(self) -> int:
        row = self.rowCount()
        self.insertRow(row)
        return row
