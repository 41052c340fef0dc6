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
from ui.fields import FieldRow
from ui.figure_model import FigureModel
from ui.pane import FindingsByPlace, Pane
from ui.sheet_table import SheetTable
from ui.table_model import CellModel


class Card(QFrame):
    """A white card with a title; holds panes and hands them what is to be shown."""

    def __init__(self, title: str, hint: str, parent: QWidget) -> None:
        """Make an empty card.

        Args:
            title: the words at its head.
            hint: a few words beside the title.
            parent: the widget it will stand in. Everything on the page is made inside its parent, since giving a
                styled widget another parent styles all that is in it again, which made the start slow.
        """
        super().__init__(parent)
        self.setObjectName("card")
        self.title = QLabel(title, self)
        self.title.setObjectName("cardTitle")
        self.head = QHBoxLayout()
        self.head.addWidget(self.title)
        if hint:
            words = QLabel(hint, self)
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
        button = QToolButton(self)
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

    def focus_body(self) -> None:
        """Take the focus to the first thing one types in."""
        first = next((each for each in self.findChildren(QWidget) if _is_typed_in(each)), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def focus_place(self, place: Place) -> bool:
        """Take the focus to a place of one of the panes."""
        return any(pane.focus_place(place) for pane in self.panes)


def _is_typed_in(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isVisible()


class FieldGrid(QWidget):
    """Labelled fields in columns, label before field."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[FieldRow] = []

    def arrange(self, rows: list[list[tuple[Field, FieldRow, int]]]) -> None:
        """Lay the rows out, each field with the number of columns it spans."""
        self.rows = [row for line in rows for _, row, _ in line]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        for y, line in enumerate(rows):
            x = 0
            for field, row, span in line:
                label = QLabel(field.label, self)
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

    def __init__(self, table: SheetTable, model: CellModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._table, self._model = table, model
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setMinimumHeight(self.fontMetrics().lineSpacing())  # the room of one line is kept: nothing moves
        table.selectionModel().currentChanged.connect(self.refresh)
        table.typing_ended.connect(self.refresh)

    def refresh(self) -> None:
        """Say it again: the cell or its findings changed; not while it is typed in, so that the page stays still."""
        if self._table.is_typing_figure:
            return
        index = self._table.currentIndex()
        text = self._model.message_at(index) if index.isValid() else ""
        if text != self.text():
            self.setText(text)


class TablePane(QWidget):
    """A table with the message of its current cell below it."""

    def __init__(self, make: Callable[[QWidget], SheetTable], parent: QWidget) -> None:
        """Make the pane.

        Args:
            make: makes the table inside the pane it is given.
            parent: the widget the pane stands in.
        """
        super().__init__(parent)
        self.table = make(self)
        self._message = CellMessage(self.table, self.table.cells, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.table)
        layout.addWidget(self._message)
        self.table.leave.connect(self._leave)

    def show_snapshot(self, snapshot: Snapshot, findings: FindingsByPlace) -> None:
        """Show a snapshot."""
        self.table.show_snapshot(snapshot, findings)
        self._message.refresh()

    def focus_place(self, place: Place) -> bool:
        """Take the focus to a cell."""
        return self.table.focus_place(place)

    def _leave(self, step: int) -> None:
        """Tab past the last cell: on to the next widget."""
        QWidget.focusNextPrevChild(self.table, step > 0)


class FigureTableView(SheetTable):
    """A table of figures as the Sheet lays it out, its columns sharing the width."""

    def __init__(
        self, document: Document, build: Callable[[Snapshot], FigureTable], name: str, parent: QWidget
    ) -> None:
        self.figures = FigureModel(document, build)
        super().__init__(self.figures, name, parent)
        self.horizontalHeader().setStretchLastSection(True)
        self.figures.modelReset.connect(self._share)
        self.horizontalHeader().sectionCountChanged.connect(self._share)

    def resizeEvent(self, event: object) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._share()

    def _share(self) -> None:
        labels = (
            str(self.figures.headerData(row, Qt.Orientation.Vertical))
            for row in range(self.figures.rowCount())
        )
        widest = max(map(self.verticalHeader().fontMetrics().horizontalAdvance, labels), default=0)
        self.verticalHeader().setFixedWidth(widest + 20)
        columns = self.figures.columnCount()
        for column in range(columns):
            self.setColumnWidth(column, max(48, self.viewport().width() // columns))


def figure_pane(
    document: Document, build: Callable[[Snapshot], FigureTable], name: str, parent: QWidget
) -> TablePane:
    """A table of figures with its message."""
    return TablePane(lambda pane: FigureTableView(document, build, name, pane), parent)
