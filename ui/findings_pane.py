"""All findings in one list; choosing one takes the focus to its place, and one button makes its repair."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QBrush, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from model.checks import SEVERITY_LABELS, Finding
from model.document import Snapshot
from ui.style import SEVERITY_COLOURS

_MOST = 200  # rows in the list; nobody reads more, and a list of 10,000 would slow every keystroke


_PADDING = 12  # pixels around the pane's content
_MARGIN = 12  # pixels that the style keeps free around the sentence, and a little air


class FindingsPane(QWidget):
    """The findings of the request in the order of the sheet."""

    chosen = Signal(str)  # a place
    repair = Signal(object)  # a Finding with a fix

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("findingsPane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._shown: tuple[Finding, ...] | None = None
        self._title = QLabel()
        self._title.setObjectName("cardTitle")
        self.list = QListWidget()
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.setWordWrap(True)
        self.list.setSpacing(3)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setAccessibleName("指摘の一覧")
        self.list.itemClicked.connect(self._choose)
        self.list.itemActivated.connect(self._choose)
        self.list.currentItemChanged.connect(self._offer)
        self.fix = QPushButton()
        self.fix.hide()
        self.fix.clicked.connect(self._repair)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_PADDING, _PADDING, _PADDING, _PADDING)
        layout.addWidget(self._title)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.fix)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the findings of a snapshot; the list stays as it is when they are the same."""
        findings = snapshot.findings.all
        if findings == self._shown:
            return
        self._shown = findings
        counts = {key: sum(each.severity == key for each in findings) for key in SEVERITY_LABELS}
        words = [f"{SEVERITY_LABELS[key]} {count}" for key, count in counts.items() if count]
        self._title.setText(f"指摘　{'・'.join(words)}" if words else "指摘はありません")
        row = self.list.currentRow()
        self.list.blockSignals(True)
        shown = findings[:_MOST]
        while self.list.count() > len(shown):
            self.list.takeItem(self.list.count() - 1)
        for at, finding in enumerate(shown):
            if at == self.list.count():
                self.list.addItem(QListWidgetItem())
            self._tell(self.list.item(at), finding)
        if len(findings) > _MOST:
            rest = QListWidgetItem(f"ほかに {len(findings) - _MOST} 件あります。")
            rest.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(rest)
        self.list.setCurrentRow(min(row, self.list.count() - 1))
        self.list.blockSignals(False)
        self._offer()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the sentences elsewhere."""
        super().resizeEvent(event)
        for at in range(self.list.count()):
            item = self.list.item(at)
            item.setSizeHint(self._size(item.text()))

    def walk(self, step: Literal[-1, 1]) -> bool:
        """Choose the next finding or the one before, past the end the first; False when there are none."""
        count = min(len(self._shown or ()), _MOST)
        if count:
            at = self.list.currentRow()
            self.list.setCurrentRow((at + step) % count if at >= 0 else min(step, 0) % count)
            self._choose()
        return count > 0

    def _current(self) -> Finding | None:
        item = self.list.currentItem()
        finding = item.data(Qt.ItemDataRole.UserRole) if item else None
        return finding if isinstance(finding, Finding) else None

    def _choose(self) -> None:
        finding = self._current()
        if finding is not None:
            self.chosen.emit(finding.place)

    def _offer(self) -> None:
        finding = self._current()
        fix = finding.fix if finding else None
        self.fix.setVisible(fix is not None)
        if fix is not None:
            self.fix.setText(fix.label)

    def _repair(self) -> None:
        finding = self._current()
        if finding is not None and finding.fix is not None:
            self.repair.emit(finding)

    def _tell(self, item: QListWidgetItem, finding: Finding) -> None:
        """Have an item say a finding; one that says it already is left alone."""
        if item.data(Qt.ItemDataRole.UserRole) == finding:
            return
        text = f"【{SEVERITY_LABELS[finding.severity]}】{finding.message}"
        size = self._size(text)
        # A sentence that keeps its size is repainted alone; told of, the list would lay all of them out and paint them.
        alone = size == item.sizeHint()
        model = self.list.model()
        model.blockSignals(alone)
        item.setText(text)
        item.setForeground(QBrush(SEVERITY_COLOURS[finding.severity]))
        item.setToolTip(f"根拠: {finding.source}")
        item.setData(Qt.ItemDataRole.UserRole, finding)
        item.setSizeHint(size)
        model.blockSignals(False)
        if alone:
            self.list.viewport().update(self.list.visualItemRect(item))

    def _size(self, text: str) -> QSize:
        """The size of a sentence in the list; asked of Qt, every item would be measured at each change of one."""
        # Of this pane, not of the list in it, which takes its new width only later.
        bar = self.list.verticalScrollBar().sizeHint().width()
        width = self.width() - 2 * _PADDING - 2 * self.list.spacing() - bar
        flags = int(Qt.TextFlag.TextWordWrap)
        rect = self.list.fontMetrics().boundingRect(0, 0, max(1, width - _MARGIN), 100_000, flags, text)
        return QSize(width, rect.height() + _MARGIN)
