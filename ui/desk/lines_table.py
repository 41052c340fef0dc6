"""The cost lines of a request with what is granted of each: a line that is cut has its 計上額 and the sentence that explains the cut."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from model.register.filled import RefusedDecisionError
from ui.desk.cell_editor import LineEditor
from ui.desk.desk_data import DeskData, amount_of
from ui.language import translate
from ui.widgets.editing.cell_focus import goes_to_editor, leave_editor
from ui.widgets.labels import plain_tip
from ui.widgets.style import MUTED, ink, scaled

Cuts: TypeAlias = tuple[tuple[str, int, str], ...]
"""The line, by how much it is cut (千円), and why."""
GrantableLine: TypeAlias = tuple[str, str, int]
"""The id of a line, its words, and what is asked for it, 千円."""
_TEXT, _ASKED, _GRANTED, _REASON = range(4)
_ROW_HEIGHT: Final = 24  # pixels
_HEADING_ROOM: Final = 14  # pixels beside the words of a heading
_WIDTHS: Final[Mapping[int, int]] = {_ASKED: 70, _GRANTED: 70}


class LinesTable(QTableWidget):
    """The lines; a blank 計上額 says that the line is not cut."""

    changed = Signal()

    def __init__(self, data: DeskData, parent: QWidget) -> None:
        super().__init__(0, 4, parent)
        self._figure = data.figure
        self.setAccessibleName(translate("ui.desk", "行別の計上額と減額の理由"))
        headings = (
            translate("ui.desk", "経費"),
            translate("ui.desk", "要求"),
            translate("ui.desk", "計上"),
            translate("ui.desk", "減額の理由"),
        )
        self.setHorizontalHeaderLabels(headings)
        for column in _WIDTHS:
            if (heading := self.horizontalHeaderItem(column)) is not None:
                heading.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(scaled(self, _ROW_HEIGHT))
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            self.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            words = self.horizontalHeader().fontMetrics().horizontalAdvance(headings[column])
            self.setColumnWidth(column, max(scaled(self, width), words + _HEADING_ROOM))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lines: Sequence[GrantableLine] = ()
        self._others: Cuts = ()  # of lines that the version does not have
        self.setItemDelegate(LineEditor(self))
        self.itemChanged.connect(lambda _: self.changed.emit())

    def show_lines(self, lines: Sequence[GrantableLine], cuts: Cuts) -> None:
        """Show lines with what is cut of them."""
        self.blockSignals(True)
        self._lines = lines
        by_line = {line: (amount, reason) for line, amount, reason in cuts}
        known = {line for line, *_ in lines}
        self._others = tuple(cut for cut in cuts if cut[0] not in known)
        self.setRowCount(len(lines) + len(self._others))
        for row, (line, text, asked) in enumerate(lines):
            cut = by_line.get(line)
            granted = "" if cut is None else self._figure(asked - cut[0])
            self._put(row, (text, self._figure(asked), granted, cut[1] if cut else ""), is_read=False)
        gone = translate("ui.desk", "（今の版にない経費）")
        for row, (_, amount, reason) in enumerate(self._others, start=len(lines)):
            self._put(row, (gone, self._figure(amount), self._figure(0), reason), is_read=True)
        self.blockSignals(False)
        if lines and self.currentRow() < 0:
            self.setCurrentCell(0, _GRANTED)

    @property
    def whole_height(self) -> int:
        """How high it is with all its lines in sight, in pixels."""
        head = self.horizontalHeader().sizeHint().height()
        return head + self.verticalHeader().length() + 2 * self.frameWidth()

    def cuts(self) -> Cuts:
        """What is cut of which line, as it stands here.

        Raises:
            RefusedDecisionError: where a 計上額 is no amount, or stands beside no cut though there is a reason.
        """
        found = list(self._others)
        for row, (line, text, asked) in enumerate(self._lines):
            typed, reason = self._text(row, _GRANTED), self._text(row, _REASON)
            try:
                granted = amount_of(typed)
            except RefusedDecisionError as error:
                raise RefusedDecisionError(f"「{text}」: {error}") from error
            if granted is not None and granted != asked:
                found.append((line, asked - granted, reason))
            elif reason:
                raise RefusedDecisionError(
                    translate(
                        "ui.desk",
                        "「{line}」に減額の理由がありますが、計上額がありません。計上額を入れるか、理由を消してください。",
                    ).format(line=text)
                )
        return tuple(sorted(found))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete blanks a cell; Enter goes on below."""
        item = self.currentItem()
        if (
            event.key() == Qt.Key.Key_Delete
            and item is not None
            and item.flags() & Qt.ItemFlag.ItemIsEditable
        ):
            item.setText("")
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if (
                self.state() != QAbstractItemView.State.EditingState
            ):  # the editor of a cell takes it a moment later
                self._go_below()
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Composing over a cell opens its editor."""
        if not goes_to_editor(self.indexWidget(self.currentIndex()), event):
            super().inputMethodEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Enter in an editor goes on below."""
        leave_editor(self, editor)
        super().closeEditor(editor, hint)
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self._go_below()

    def _go_below(self) -> None:
        self.setCurrentCell(min(self.currentRow() + 1, self.rowCount() - 1), self.currentColumn())

    def _put(self, row: int, words: tuple[str, str, str, str], *, is_read: bool) -> None:
        for column, text in enumerate(words):
            item = QTableWidgetItem(text)
            item.setToolTip(plain_tip(text))
            if column in _WIDTHS:
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            if is_read or column in (_TEXT, _ASKED):
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            if is_read:
                item.setForeground(ink(MUTED))
            self.setItem(row, column, item)

    def _text(self, row: int, column: int) -> str:
        item = self.item(row, column)
        return item.text().strip() if item is not None else ""
