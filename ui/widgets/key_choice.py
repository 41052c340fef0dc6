"""A field that is chosen from a list: it shows a label and keeps the key behind it (用紙)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from model.document.document import Document, Snapshot
from model.edits.fields import set_value, value_at
from model.names.fields import Field
from model.request.place import Place
from model.request.sticky_note import StickyNote
from ui.language import help_in_use, translate
from ui.widgets.editing.editors import ChoiceList
from ui.widgets.field_note import FieldNote
from ui.widgets.labels import plain_tip
from ui.widgets.layouts import lay_column, lay_row
from ui.widgets.pane import EDITS, FindingsByPlace


class KeyChoice(QWidget):
    """A choice among (key, label) that a Snapshot gives; each choice is a step of undo."""

    def __init__(
        self,
        document: Document,
        field: Field,
        parent: QWidget,
        choices: Callable[[Snapshot], Sequence[tuple[str, str]]],
    ) -> None:
        """Make the choice.

        Args:
            document: what is shown and edited.
            field: the place that keeps the key, its label and help.
            parent: the widget it stands in.
            choices: how a Snapshot gives the keys and their labels; the key that is kept is among them.
        """
        super().__init__(parent)
        self.field, self.place = field, field.place
        self._document = document
        self._choices = choices
        self._offered: list[tuple[str, str]] = []
        self._noted: tuple[StickyNote, ...] = ()
        self.editor = ChoiceList(self)
        self.editor.setAccessibleName(field.label)
        self.editor.setToolTip(plain_tip(help_in_use(field.help)))
        self.editor.setProperty(EDITS, True)
        self.editor.activated.connect(self._choose)
        lay_column(self, lay_row(None, self.editor, None), None, spacing=2)
        self.note = FieldNote(self.editor, self)

    @property
    def text(self) -> str:
        """The label that is shown."""
        return self.editor.currentText()

    def show_snapshot(self, snapshot: Snapshot, findings: FindingsByPlace) -> None:
        """Show the label of the key that the place keeps, and the findings there."""
        self.note.show_findings(findings.get(self.place, ()))
        if snapshot.request.sticky_notes is not self._noted:
            from ui.widgets.sticky_mark import notes_by_place  # few requests have any

            self._noted = snapshot.request.sticky_notes
            self.note.show_sticky(notes_by_place(snapshot.request).get(self.place, ""))
        offered = list(self._choices(snapshot))
        if offered != self._offered:
            self._offered = offered
            self.editor.clear()
            self.editor.addItems([label for _, label in offered])
        keys = [key for key, _ in offered]
        index = keys.index(str(value_at(snapshot.request, self.place) or ""))
        if index != self.editor.currentIndex():
            self.editor.setCurrentIndex(index)

    def focus_place(self, place: Place) -> bool:
        """Take the focus, if this is the place."""
        if place != self.place:
            return False
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _choose(self, index: int) -> None:
        self._document.seal()
        request = set_value(self._document.request, self.place, self._offered[index][0])
        self._document.edit(translate("ui.widgets", "{label}の変更").format(label=self.field.label), request)
