"""The cards of the form: one for each section of the sheet, each a Pane."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from model.document.document import Snapshot
from model.edits.form_fields import field_label, has_field
from model.names.fields import Field
from model.request.place import Place
from ui.widgets.fields import FieldRow
from ui.widgets.key_choice import KeyChoice
from ui.widgets.pane import FindingsByPlace, Pane


class Card(QFrame):
    """A white card with a title; holds panes and passes snapshots to them."""

    def __init__(self, title: str, hint: str, parent: QWidget) -> None:
        """Make an empty card.

        Args:
            title: the words at its head.
            hint: a few words beside the title.
            parent: the widget it will stand in. Everything on the page is made inside its parent, since giving a
                styled widget another parent styles all that is in it again, which made the start slow.
        """
        super().__init__(parent)
        self.is_whole = True  # false while pieces of it are still to be made
        self.key = ""  # names the card among the sections of the page
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
        # Tab goes through fields; the menu has the same acts for keys
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
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
            index = len(self._lines)
            self._lines.append(entries)
            self._place(index)
            for entry in entries:
                entry.row.note.put = partial(self._put_note, index)
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
        for index, line in enumerate(self._lines):
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
                self._place(index)

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
        """Place a field's note below its line, as wide as the grid; only that of the focused field is visible."""
        self._grid.addWidget(note, 2 * at + 1, 1, 1, _COLUMNS - 1)


class _Entry(NamedTuple):
    """A field of a grid: what it is, its row, the columns it spans, its label."""

    field: Field
    row: FieldRow | KeyChoice
    span: int
    label: QLabel
