"""The cards of the form: one for each section of the sheet, each a Pane."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import islice
from typing import Final, NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
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

from model.document import Snapshot
from model.fields import Field
from model.form_fields import field_label, has_field
from model.place import Place
from ui.fields import FieldRow
from ui.key_choice import KeyChoice
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
        self.key = ""  # names the card among the sections of the page
        self.is_there = True  # whether the form of the request has it
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

    def be_there(self, is_there: bool) -> None:
        """Be on the page, or away where the form has no such card."""
        if is_there != self.is_there:
            self.is_there = is_there
            self.setVisible(is_there)

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


_MEASURED: Final = 50  # places whose findings are given room below their table
_WIDEST_LETTER: Final = 18  # pixels; a sentence that fits even so is not measured
_COLUMNS: Final = 6  # of a grid of fields: a label and a field, three times


class FieldGrid(QWidget):
    """Labelled fields in columns, label before field; those that the request's form does not have are not there."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[FieldRow | KeyChoice] = []
        self._lines: list[list[_Entry]] = []
        self._away: set[Place] = set()
        self._decided: tuple[object, ...] = (None,) * 4  # what the last form came of, by identity
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(8)

    def arrange(self, rows: list[list[tuple[Field, FieldRow | KeyChoice, int]]]) -> None:
        """Lay the rows out, each field with the number of columns it spans."""
        self.rows = [row for line in rows for _, row, _ in line]
        for line in rows:
            entries = [_Entry(field, row, span, self._label(field, row)) for field, row, span in line]
            at = len(self._lines)
            self._lines.append(entries)
            self._place(at)
            for entry in entries:
                entry.row.note.put = partial(self._put_note, at)
        for column in range(1, _COLUMNS, 2):
            self._grid.setColumnStretch(column, 1)

    def show_snapshot(self, snapshot: Snapshot, findings: FindingsByPlace) -> None:
        """Show a snapshot in every field that its form has."""
        form, request = snapshot.totals.form, snapshot.request
        decides = (form.page, form.printed, request.header, request.components)
        if any(new is not old for new, old in zip(decides, self._decided, strict=True)):
            self._decided = decides
            self._follow_form(snapshot)
        for row in self.rows:
            if row.place not in self._away:
                row.show_snapshot(snapshot, findings)

    def _follow_form(self, snapshot: Snapshot) -> None:
        form = snapshot.totals.form
        for at, line in enumerate(self._lines):
            moved = False
            for field, row, _, label in line:
                is_there = has_field(row.place, snapshot.request, form, snapshot.standard)
                if is_there == (row.place in self._away):
                    self._away ^= {row.place}
                    row.setVisible(is_there)
                    label.setVisible(is_there)
                    moved = True
                words = field_label(row.place, field.label, form)
                if words != label.text():
                    label.setText(words)
            if moved:
                self._place(at)

    def focus_place(self, place: Place) -> bool:
        """Take the focus to a field."""
        return any(row.focus_place(place) for row in self.rows if row.place not in self._away)

    def _label(self, field: Field, row: FieldRow | KeyChoice) -> QLabel:
        label = QLabel(field.label, self)
        label.setBuddy(row.editor)
        label.setToolTip(field.help)
        label.setContentsMargins(0, 5, 0, 0)
        return label

    def _place(self, at: int) -> None:
        """Put the fields of a line that are there side by side, without a gap for those that are not."""
        x = 0
        for _, row, span, label in self._lines[at]:
            self._grid.removeWidget(label)
            self._grid.removeWidget(row)
            if row.place not in self._away:
                self._grid.addWidget(label, 2 * at, x, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
                self._grid.addWidget(row, 2 * at, x + 1, 1, span)
                x += 1 + span

    def _put_note(self, at: int, note: QLabel) -> None:
        """Put what is said of a field below its line, as wide as the grid: only that of the field in focus is in sight."""
        self._grid.addWidget(note, 2 * at + 1, 1, 1, _COLUMNS - 1)


class _Entry(NamedTuple):
    """A field of a grid: what it is, its row, the columns it spans, its label."""

    field: Field
    row: FieldRow | KeyChoice
    span: int
    label: QLabel


class CellMessage(QLabel):
    """What there is to say of the current cell of a table, right below it.

    Its room is that of the longest finding in the table, and does not shrink again: what stands below stays where it is
    while the cursor travels.
    """

    def __init__(self, table: SheetTable, model: CellModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._table, self._model = table, model
        self._findings: FindingsByPlace = {}
        self._roomy: FindingsByPlace | None = None  # the findings for which there is room
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setMinimumHeight(self.fontMetrics().lineSpacing())  # the room of one line is kept: nothing moves
        table.selectionModel().currentChanged.connect(self.refresh)
        table.typing_ended.connect(self.refresh)

    def show_findings(self, findings: FindingsByPlace) -> None:
        """The cell or the findings changed."""
        self._findings = findings
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width needs other room."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.setMinimumHeight(self.fontMetrics().lineSpacing())
            self._roomy = None
            self._make_room()

    def refresh(self) -> None:
        """Say it again; not while a figure is typed, so that the page stays still."""
        if self._table.is_typing_figure:
            return
        self._make_room()
        index = self._table.currentIndex()
        text = self._model.message_at(index) if index.isValid() else ""
        if text != self.text():
            self.setText(text)
            self._be_as_high_as(text)

    def _make_room(self) -> None:
        if self._findings is self._roomy:
            return
        self._roomy = self._findings
        for place, found in islice(self._findings.items(), _MEASURED):
            if any(len(each.message) * _WIDEST_LETTER > self.width() for each in found):
                index = self._model.index_of(place)
                if index.isValid():
                    self._be_as_high_as(self._model.message_at(index))

    def _be_as_high_as(self, text: str) -> None:
        room = QRect(0, 0, max(1, self.width()), 100_000)
        height = self.fontMetrics().boundingRect(room, int(Qt.TextFlag.TextWordWrap), text).height()
        if height > self.minimumHeight():
            self.setMinimumHeight(height)


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
        self._message.show_findings(findings)

    def focus_place(self, place: Place) -> bool:
        """Take the focus to a cell."""
        return self.table.focus_place(place)

    def _leave(self, step: int) -> None:
        """Tab past the last cell: on to the next widget."""
        QWidget.focusNextPrevChild(self.table, step > 0)
