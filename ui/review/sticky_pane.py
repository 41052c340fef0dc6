"""付せん beside the form: what colleagues wrote about fields and cells, each with its place; written and ticked off here.

A note without words is none: it comes with its first letter and goes with its last. Esc goes back to its field.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final

from msgspec.structs import replace
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from model.document.document import Document, Snapshot
from model.edits.sticky_notes import tick_note, write
from model.files.process import user
from model.names.place_names import PlaceNames
from model.request.ids import has_place
from model.request.parts import delete_part
from model.request.place import Place
from model.request.sticky_note import StickyNote
from model.values.identity import new_id
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.widgets.box_column import BoxColumn
from ui.widgets.buttons import quiet_button
from ui.widgets.editing.editors import TextArea
from ui.widgets.fields import TypedSteps
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import lay_column, lay_row
from ui.widgets.pane import EDITS
from ui.widgets.style import PANE_PADDING

_HINT: Final = QT_TRANSLATE_NOOP(
    "ui.review",
    "課の中の覚え書きです。要求書のファイルに残り、ページ・Excelのシート・印刷には出ません。Shift+F2 でいまの欄に書き、Esc で欄に戻ります。",
)
_GONE: Final = QT_TRANSLATE_NOOP("ui.review", "（欄は削除されました）")


class StickyPane(QWidget):
    """The notes of the request: those to be dealt with first, then those that are done."""

    chosen = Signal(str)  # a place
    counted = Signal(int, int)  # how many are to be dealt with, of how many

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        self._shown: tuple[StickyNote, ...] = ()
        self._begun: StickyNote | None = None  # no word of it is written yet
        self._title = PlainLabel(self, kind="cardTitle")
        hint = PlainLabel(translate("ui.review", _HINT), self, kind="hint", wraps=True)
        self._column = BoxColumn[StickyBox](self)
        lay_column(self, self._title, hint, self._column, margins=PANE_PADDING, wide=self._column)

    @property
    def boxes(self) -> list[StickyBox]:
        """The boxes in their order."""
        return self._column.keyed.boxes

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the notes of a request; nothing is done where it has none and had none."""
        notes = snapshot.request.sticky_notes
        if self._begun is not None and any(note.id == self._begun.id for note in notes):
            self._begun = None
        if notes != self._shown or (notes and self.isVisible()):
            self._show(snapshot)

    def showEvent(self, event: QShowEvent) -> None:
        """Name the places as they are called now: out of sight they are not followed."""
        if self.boxes:
            self._show(self._document.snapshot)
        super().showEvent(event)

    def begin_at(self, place: Place) -> StickyBox:
        """The box of the note of a place, or of one that begins; it can be seen once the pane is in front."""
        notes = self._document.request.sticky_notes
        known = next((note for note in notes if note.place == place and not note.done), None)
        if known is None:
            when = datetime.now().isoformat(timespec="minutes")
            known = self._begun = StickyNote(new_id(), place, "", user(), when)
        self._show(self._document.snapshot)
        return next(box for box in self.boxes if box.note.id == known.id)

    def take_focus(self) -> None:
        """Go on with the first note."""
        if self.boxes:
            self.boxes[0].take_focus()
        else:
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show(self, snapshot: Snapshot) -> None:
        self._shown = snapshot.request.sticky_notes
        begun = (self._begun,) if self._begun is not None else ()
        notes = sorted((*self._shown, *begun), key=lambda note: note.done)
        names = PlaceNames(snapshot.request, snapshot.standard)
        self._column.keyed.arrange([note.id for note in notes], lambda at: self._make(notes[at]))
        for box, note in zip(self.boxes, notes, strict=True):
            is_there = has_place(snapshot.request, note.place)
            where = names.where(note.place) if is_there else translate("ui.review", _GONE)
            box.show_note(note, where, is_there=is_there)
        still = sum(not note.done for note in notes)
        self._title.setText(
            translate("ui.review", "付せん　{still}枚").format(still=still)
            + (
                translate("ui.review", "（ほかに済み {done}枚）").format(done=len(notes) - still)
                if still < len(notes)
                else ""
            )
        )
        self.counted.emit(still, len(notes))

    def _make(self, note: StickyNote) -> StickyBox:
        box = StickyBox(self._document, note, self._column.column)
        box.chosen.connect(self.chosen)
        box.given_up.connect(self._give_up)
        return box

    def _give_up(self, note_id: str) -> None:
        """A note of which no word was written is gone when it is left."""
        if self._begun is not None and self._begun.id == note_id:
            self._begun = None
            self._show(self._document.snapshot)


class StickyBox(QWidget):
    """One note: where it is, who wrote it and when, its words, and what is done with it."""

    chosen = Signal(str)
    given_up = Signal(str)

    def __init__(self, document: Document, note: StickyNote, parent: QWidget) -> None:
        super().__init__(parent)
        self.note = note
        self._document = document
        self._where = PlainLabel(self, wraps=True)
        self._where.setMinimumWidth(1)
        self._head = PlainLabel(self, kind="hint", wraps=True)
        self._head.setMinimumWidth(1)
        self.editor = TextArea(self, 1)
        self.editor.setPlaceholderText(translate("ui.review", "書くこと"))
        self.editor.setProperty(EDITS, True)
        self.editor.typed.connect(self._typed)
        self.editor.left.connect(self._left)
        back = QAction(self.editor)
        back.setShortcut("Esc")
        back.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        back.triggered.connect(self._go_back)
        self.editor.addAction(back)
        self.go = quiet_button(
            translate("ui.review", "欄へ"),
            lambda: self.chosen.emit(self.note.place),
            self,
            tip=translate("ui.review", "この付せんの欄へ移る"),
        )
        self.done = QCheckBox(translate("ui.review", "済み"), self)
        self.done.setProperty(EDITS, True)
        self.done.clicked.connect(self._tick)
        self.off = quiet_button(
            translate("ui.review", "はがす"),
            self._take_off,
            self,
            tip=translate("ui.review", "この付せんを消す（元に戻せます）"),
            edits=True,
        )
        self._steps = TypedSteps(document, self.editor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        foot = lay_row(None, None, self.go, self.done, self.off, spacing=8)
        lay_column(self, self._where, self._head, self.editor, foot, spacing=3)

    def show_note(self, note: StickyNote, where: str, *, is_there: bool) -> None:
        """Show the note as it is stored, unless it is being written."""
        self.note = note
        self._where.setText(where)
        self._head.setText(note.head)
        self.go.setEnabled(is_there)
        self.done.setChecked(note.done)
        self.editor.setAccessibleName(translate("ui.review", "付せん: {where}").format(where=where))
        self.editor.setEnabled(not note.done)
        if not self.editor.is_composing:
            self.editor.show_text(note.text)

    def take_focus(self) -> None:
        """Take the focus to the words, or to the tick of a note that is done."""
        target = self.editor if self.editor.isEnabled() else self.done
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _typed(self) -> None:
        note = replace(self.note, text=self.editor.toPlainText())
        request = write(self._document.request, self.note, note.text)
        self._steps.edit(translate("ui.review", "付せんの入力"), request, f"sticky_note/{note.id}")

    def _left(self) -> None:
        self._steps.end()
        if not self.editor.toPlainText().strip():
            QTimer.singleShot(0, self, lambda: self.given_up.emit(self.note.id))  # the focus is on its way

    def _tick(self, is_done: bool) -> None:
        label = (
            translate("ui.review", "付せんを済みにする")
            if is_done
            else translate("ui.review", "付せんを未済に戻す")
        )
        self._document.edit(label, tick_note(self._document.request, self.note.id, done=is_done))
        self.done.setChecked(self.note.done)  # the request may be only read

    def _take_off(self) -> None:
        request = delete_part(self._document.request, StickyNote, self.note.id)
        if request is self._document.request:
            self.given_up.emit(self.note.id)
        self._document.edit(translate("ui.review", "付せんをはがす"), request)

    def _go_back(self) -> None:
        if not self.editor.is_composing:
            self.chosen.emit(self.note.place)
