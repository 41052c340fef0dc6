"""The cards of the form: one for each section of the sheet, each a Pane."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from model.document import Document, Snapshot
from model.fields import Field
from model.place import Place
from templates.sheet import FigureTable
from ui.fields import FieldRow, FindingsByPlace, Pane
from ui.figure_model import FigureModel
from ui.sheet_table import SheetTable
from ui.table_model import CellModel


class Card(QFrame):
    """A white card with a title; holds panes and hands them what is to be shown."""

    def __init__(self, title: str, hint: str = "") -> None:
        super().__init__()
        self.setObjectName("card")
        self.title = QLabel(title)
        self.title.setObjectName("cardTitle")
        self.head = QHBoxLayout()
        self.head.addWidget(self.title)
        if hint:
            words = QLabel(hint)
            words.setObjectName("hint")
            self.head.addWidget(words)
        self.head.addStretch()
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(16, 12, 16, 14)
        self.body.setSpacing(8)
        self.body.addLayout(self.head)
        self.panes: list[Pane] = []

    def add(self, pane: QWidget) -> None:
        """Add a pane at the foot of the card."""
        self.body.addWidget(pane)
        self.panes.append(pane)  # type: ignore[arg-type]

    def add_button(self, text: str, tip: str, act: Callable[[], object]) -> QToolButton:
        """Add a small button at the right of the title."""
        button = QToolButton()
        button.setText(text)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setAutoRaise(True)
        button.setFocusPolicy(
            Qt.FocusPolicy.NoFocus
        )  # Tab goes through fields; the menu has the same acts for keys
        button.clicked.connect(lambda: act())
        self.head.addWidget(button)
        return button

    def show_snapshot(self, snapshot: Snapshot, findings: FindingsByPlace) -> None:
        """Show a snapshot in every pane."""
        for pane in self.panes:
            pane.show_snapshot(snapshot, findings)

    def focus_place(self, place: Place) -> bool:
        """Take the focus to a place of one of the panes."""
        return any(pane.focus_place(place) for pane in self.panes)


class FieldGrid(QWidget):
    """Labelled fields in columns, label before field."""

    def __init__(self, rows: list[list[tuple[Field, FieldRow, int]]]) -> None:
        super().__init__()
        self.rows = [row for line in rows for _, row, _ in line]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        for y, line in enumerate(rows):
            x = 0
            for field, row, span in line:
                label = QLabel(field.label)
                label.setBuddy(row.editor)
                label.setToolTip(field.help)
                label.setContentsMargins(0, 5, 0, 0)
                grid.addWidget(label, y, x, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
                grid.addWidget(row, y, x + 1, 1, span)
                x += 1 + span
        for column in (1, 3, 5):
            grid.setColumnStretch(column, 1)

    def show_snapshot(self, snapshot: Snapshot, findings: FindingsByPlace) -> None:
        """Show a snapshot in every field."""
        for row in self.rows:
            row.show_snapshot(snapshot, findings)

    def focus_place(self, place: Place) -> bool:
        """Take the focus to a field."""
        return any(row.focus_place(place) for row in self.rows)


class CellMessage(QLabel):
    """What there is to say of the current cell of a table, right below it."""

    def __init__(self, table: SheetTable, model: CellModel) -> None:
        super().__init__()
        self._table, self._model = table, model
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.hide()
        table.selectionModel().currentChanged.connect(self.refresh)

    def refresh(self) -> None:
        """Say it again: the cell or its findings changed."""
        index = self._table.currentIndex()
        text = self._model.message_at(index) if index.isValid() else ""
        if text != self.text():
            self.setText(text)
        self.setVisible(bool(text))


class TablePane(QWidget):
    """A table with the message of its current cell below it."""

    def __init__(self, table: SheetTable, model: CellModel) -> None:
        super().__init__()
        self.table = table
        self._model = model
        self._message = CellMessage(table, model)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(table)
        layout.addWidget(self._message)
        table.leave.connect(self._leave)

    def show_snapshot(self, snapshot: Snapshot, findings: FindingsByPlace) -> None:
        """Show a snapshot."""
        show = getattr(self.table, "show_snapshot", self._model.show_snapshot)
        show(snapshot, findings)
        self.table.fit_height()
        self._message.refresh()

    def focus_place(self, place: Place) -> bool:
        """Take the focus to a cell."""
        return self.table.focus_place(place)

    def _leave(self, step: int) -> None:
        """Tab past the last cell: on to the next widget."""
        QWidget.focusNextPrevChild(self.table, step > 0)


class FigureTableView(SheetTable):
    """A table of figures as the Sheet lays it out, its columns sharing the width."""

    def __init__(self, document: Document, build: Callable[[Snapshot], FigureTable], name: str) -> None:
        self.figures = FigureModel(document, build)
        super().__init__(self.figures, name)
        self.verticalHeader().setFixedWidth(176)
        self.horizontalHeader().setStretchLastSection(True)
        self.figures.modelReset.connect(self._share)
        self.horizontalHeader().sectionCountChanged.connect(self._share)

    def resizeEvent(self, event: object) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._share()

    def _share(self) -> None:
        columns = self.figures.columnCount()
        for column in range(columns):
            self.setColumnWidth(column, max(66, self.viewport().width() // columns))


def figure_pane(document: Document, build: Callable[[Snapshot], FigureTable], name: str) -> TablePane:
    """A table of figures with its message."""
    table = FigureTableView(document, build, name)
    return TablePane(table, table.figures)
