"""The cards of the form: one for each section of the sheet, each a Pane."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from model.document.document import Snapshot
from model.edits.form_fields import field_label, has_field
from model.request.place import Place
from ui.language import help_in_use
from ui.widgets.buttons import small_button
from ui.widgets.fields import FieldRow, KeyChoice
from ui.widgets.labels import PlainLabel, plain_tip
from ui.widgets.layouts import lay_column, lay_row
from ui.widgets.pane import FindingsByPlace, Pane, PaneGroup
from ui.widgets.style import scaled

HINT_HEIGHT: Final = 28
"""Pixels of the line for a newcomer."""


class Card(QFrame, PaneGroup):
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
        self.hint: QWidget | None = None  # for those who are new to the form
        self._has_room = False  # for the hint that will come
        self.key = ""  # names the card among the sections of the page
        self.setObjectName("card")
        self.title = PlainLabel(title, self, kind="cardTitle")
        words = [PlainLabel(hint, self, kind="hint")] if hint else []
        self.head = lay_row(None, self.title, *words, None)
        self.body = lay_column(self, self.head, margins=(16, 12, 16, 14), spacing=8)
        self.panes: list[Pane] = []

    def add(self, pane: QWidget) -> None:
        """Add a pane at the foot of the card."""
        self.body.addWidget(pane)
        self.panes.append(pane)  # type: ignore[arg-type]

    def add_button(self, text: str, tip: str, act: Callable[[], object]) -> None:
        """Add a small button that changes the document at the right of the title."""
        self.head.addWidget(small_button(text, act, self, tip=tip, edits=True))

    def keep_room_for_hint(self) -> None:
        """Leave the room that a hint will need below the title, so that nothing moves when it comes."""
        self._has_room = True
        self.body.insertSpacing(1, scaled(self, HINT_HEIGHT) + self.body.spacing())

    def show_hint(self, hint: QWidget | None) -> None:
        """Show a line for a newcomer below the title, in place of the one that is there; None for none."""
        if self.hint is not None:
            self.hint.hide()
            self.hint.deleteLater()
        self.hint = hint
        if self._has_room:
            self.body.takeAt(1)
            self._has_room = False
        if hint is not None:
            hint.setMinimumHeight(scaled(self, HINT_HEIGHT))
            self.body.insertWidget(1, hint)
            hint.show()  # at once, not when the layout comes to it: Tab passes over what is hidden

    def first_typed_in(self) -> QWidget | None:
        """The first thing one types in, where there is one in sight."""
        typed_in = (widget for widget in self.findChildren(QWidget) if _is_typed_in(widget))
        return next(
            (each for each in typed_in if self.hint is None or not self.hint.isAncestorOf(each)), None
        )

    def focus_body(self) -> None:
        """Take the focus to the first thing one types in."""
        if (first := self.first_typed_in()) is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)


def _is_typed_in(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isVisible()


_NEEDED: Final = " *"  # behind the label of a field that the form needs
_COLUMNS: Final = 6  # of a grid of fields: a label and a field, three times


class FieldGrid(QWidget):
    """Labelled fields in columns, label before field; those that the request's form does not have are not there."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[FieldRow | KeyChoice] = []
        self._lines: list[list[tuple[FieldRow | KeyChoice, QLabel]]] = []
        self._away: set[Place] = set()
        self.is_hidden: Callable[[Place], bool] = lambda _: False  # puts a field away that the form has
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(8)

    def arrange(self, lines: list[list[FieldRow | KeyChoice]]) -> None:
        """Lay fields out in lines; one alone in its line is as wide as the grid."""
        for index, rows in enumerate(lines):
            self.rows += rows
            self._lines.append([(row, self._label(row)) for row in rows])
            self._place(index)
            for row in rows:
                row.note.across = self
        for column in range(1, _COLUMNS, 2):
            self._grid.setColumnStretch(column, 1)

    def show_snapshot(self, snapshot: Snapshot, findings: FindingsByPlace) -> None:
        """Show a snapshot in every field that its form has."""
        self._follow_form(snapshot)
        for row in self.rows:
            if row.place not in self._away:
                row.show_snapshot(snapshot, findings)

    def _follow_form(self, snapshot: Snapshot) -> None:
        form = snapshot.totals.form
        for index, line in enumerate(self._lines):
            moved = False
            for row, label in line:
                is_there = has_field(row.place, snapshot.request, form, snapshot.standard)
                is_there = is_there and not self.is_hidden(row.place)
                if is_there == (row.place in self._away):
                    self._away ^= {row.place}
                    row.setVisible(is_there)
                    label.setVisible(is_there)
                    moved = True
                words = field_label(row.place, row.field.label, form)
                if row.place in form.page.needs:
                    words += _NEEDED
                if words != label.text():
                    label.setText(words)
            if moved:
                self._place(index)

    def focus_place(self, place: Place) -> bool:
        """Take the focus to a field."""
        return any(row.focus_place(place) for row in self.rows if row.place not in self._away)

    def _label(self, row: FieldRow | KeyChoice) -> QLabel:
        label = PlainLabel(row.field.label, self)
        label.setBuddy(row.editor)
        label.setToolTip(plain_tip(help_in_use(row.field.help)))
        label.setContentsMargins(0, 5, 0, 0)
        return label

    def _place(self, line: int) -> None:
        """Put the fields of a line that are there side by side, without a gap for those that are not.

        The last one takes what is left of the line where words are typed in it: an address needs the room. Of choices
        alone the first does: its words are cut where the window is zoomed.
        """
        column, entries = 0, self._lines[line]
        there = [row for row, _ in entries if row.place not in self._away]
        for row, label in entries:
            self._grid.removeWidget(label)
            self._grid.removeWidget(row)
            if row.place not in self._away:
                is_last = row is there[-1] and isinstance(row, FieldRow)
                span = _COLUMNS - 1 - column if is_last or len(entries) == 1 else 1
                if row is there[0] and isinstance(there[-1], KeyChoice):
                    span = _COLUMNS - 2 * len(there) + 1
                alignment = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
                self._grid.addWidget(label, line, column, alignment)
                self._grid.addWidget(row, line, column + 1, 1, span)
                column += 1 + span
