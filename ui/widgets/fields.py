"""Fields of the form: each shows one place of a Snapshot and sends what is typed there, keystroke by keystroke.

A field never rewrites text that already means the value, and never while the input method composes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QMainWindow, QToolButton, QWidget

from model.checks import Finding
from model.document.document import Document, Snapshot
from model.edits.fields import read, set_value, type_text, value_at
from model.figures.figures import Figure
from model.names.fields import Field, label_of
from model.request.linked_figure import LinkedFigure
from model.request.place import Place
from model.request.request import Request
from model.values.amount import Amount, format_amount
from ui.language import QT_TRANSLATE_NOOP, help_in_use, translate
from ui.widgets.buttons import quiet_button
from ui.widgets.editing.choices import ChoiceField, ChoiceList
from ui.widgets.editing.editors import LineField, TextArea, inserted_text
from ui.widgets.field_note import FieldNote
from ui.widgets.labels import PlainLabel, plain_tip
from ui.widgets.layouts import lay_column, lay_row
from ui.widgets.pane import EDITS, FindingsByPlace
from ui.widgets.style import scaled

_PASTED: Final = 12  # characters at once; an input method rarely commits as many
_PAUSE_MS: Final = 1500
_DERIVE: Final = QT_TRANSLATE_NOOP("ui.widgets", "計算値に戻す")
_FIGURE: Final = 140  # pixels of the field of a figure, at 100 %


class TypedSteps:
    """What is typed in one editor, as steps of undo: keystrokes are one until a pause, or until the editor is left."""

    def __init__(self, document: Document, editor: QWidget) -> None:
        self._document, self._editor = document, editor
        self._pause: QTimer | None = None  # made with the first key

    def edit(self, label: str, request: Request, merge: Place, inserted: str = "") -> None:
        """Take what was typed at a place; what was ``inserted`` at once and is long, and each line of it, is a step of its own."""
        is_pasted = len(inserted) >= _PASTED
        if is_pasted:
            self._document.seal()
        self._document.edit(label, request, merge=merge)
        if is_pasted or "\n" in inserted:
            self._document.seal()
        if self._pause is None:
            self._pause = QTimer(self._editor, singleShot=True, interval=_PAUSE_MS)
            self._pause.timeout.connect(self._document.seal)
        self._pause.start()

    def end(self) -> None:
        """The editor was left."""
        if self._pause is not None:
            self._pause.stop()
        self._document.seal()


class FieldRow(QWidget):
    """A field with its help, unit, button back to the derived figure, and note (ui/widgets/field_note)."""

    _has_unit = False

    def __init__(
        self,
        document: Document,
        field: Field,
        parent: QWidget,
        *,
        choices: Callable[[Snapshot], Sequence[str]] | None = None,
        area: int = 0,
        unit: str = "",
        figure: Callable[[Snapshot], Figure] | None = None,
    ) -> None:
        """Make the row.

        Args:
            document: what is shown and edited.
            field: the place, its label and help.
            parent: the widget the row stands in.
            choices: how a Snapshot gives the suggestions, for a field that offers some.
            area: the least number of lines, for text of several lines.
            unit: printed after a figure (千円).
            figure: how a Snapshot gives the figure that is derived here.
        """
        super().__init__(parent)
        self.field, self.place = field, field.place
        self._document = document
        self._figure = figure
        self._choices = choices
        self._shown: tuple[Amount, Figure | None, Sequence[Finding], Sequence[LinkedFigure]] | None = None
        self._has_links = False
        self.editor: LineField | TextArea | ChoiceField = (
            TextArea(self, area)
            if area
            else LineField(self)
            if choices is None
            else ChoiceField(self, choices(document.snapshot))
        )
        _describe(self.editor, field)
        self._steps = TypedSteps(document, self.editor)
        self._derive: QToolButton | None = None

        layout = self._layout = lay_column(self, spacing=2)
        self._has_unit = bool(unit)
        if unit:
            assert isinstance(self.editor, LineField)
            self.editor.setAlignment(Qt.AlignmentFlag.AlignRight)
            self.editor.setFixedWidth(scaled(self, _FIGURE))
            unit_label = PlainLabel(unit, self, kind="unit")
            self._derive = self._derive_button() if figure else None
            derive = [self._derive] if self._derive else []
            layout.addLayout(lay_row(None, self.editor, unit_label, *derive, None, spacing=4))
        else:
            layout.addWidget(self.editor)
        self._counter: PlainLabel | None = None
        if not area:
            layout.addStretch()  # where the field beside it is higher, it stays beside its own label
        self.note = FieldNote(self.editor, self)
        self.editor.typed.connect(self._typed)
        self.editor.left.connect(self._left)

    def show_snapshot(self, snapshot: Snapshot, findings: FindingsByPlace) -> None:
        """Show the place's value, whether it is derived or declared, and its findings."""
        if self._choices and isinstance(self.editor, ChoiceField) and not self.editor.hasFocus():
            self.editor.offer(self._choices(snapshot))
        shown = (
            value_at(snapshot.request, self.place),
            self._figure(snapshot) if self._figure else None,
            findings.get(self.place, ()),
            snapshot.request.links if isinstance(self.editor, TextArea) else (),
        )
        self.note.follow_sticky(snapshot.request, self.place)
        if shown != self._shown:
            self._shown = shown
            self._show_value(snapshot)
            self._show_count(snapshot)
            self.note.show_findings(findings.get(self.place, ()))
            self._underline_links(snapshot)
            target = self.editor.line if isinstance(self.editor, ChoiceField) else self.editor
            _set_property(target, "severity", self.note.severity or "")

    def changeEvent(self, event: QEvent) -> None:
        """Give a figure the room that the font needs."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._has_unit:
            self.editor.setFixedWidth(scaled(self, _FIGURE))

    def stand_for(self, place: Place) -> None:
        """Show another place from the next snapshot on."""
        if place != self.place:
            self.place = place
            self._shown = None
            self.note.forget_sticky()

    def focus_place(self, place: Place) -> bool:
        """Take the focus, if this is the place."""
        if place != self.place:
            return False
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        line = self.editor.line if isinstance(self.editor, ChoiceField) else self.editor
        if isinstance(line, LineField):
            line.selectAll()
        return True

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self.editor.text()

    def _derive_button(self) -> QToolButton:
        words = translate("ui.widgets", _DERIVE)
        button = quiet_button("↺", self._return_to_derived, self, tip=words, edits=True)
        button.setAccessibleName(words)
        policy = button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # nothing moves when it comes and goes
        button.setSizePolicy(policy)
        button.hide()
        return button

    def _typed(self) -> None:
        before = str(value_at(self._document.request, self.place) or "")
        request = type_text(self._document.request, self.place, self.text)
        inserted = inserted_text(before, str(value_at(request, self.place) or ""))
        label = translate("ui.widgets", "{label}の入力").format(label=label_of(self.place))
        self._steps.edit(label, request, self.place, inserted)
        if "\t" in inserted:
            self._say_what_became_of_a_table()

    def _say_what_became_of_a_table(self) -> None:
        window = self.window()
        if isinstance(window, QMainWindow):
            window.statusBar().showMessage(
                translate(
                    "ui.widgets",
                    "写した表を、文として入れました。表として入れるには Ctrl+Z で戻し、経費の表の中で Ctrl+V、本文の項目で Ctrl+Alt+V を押します。",
                )
            )

    def _left(self) -> None:
        self._steps.end()
        # typed digits become a figure with commas once the writer is done
        self._show_value(self._document.snapshot)

    def _return_to_derived(self) -> None:
        self._document.edit(
            translate("ui.widgets", _DERIVE), set_value(self._document.request, self.place, None)
        )

    def _show_value(self, snapshot: Snapshot) -> None:
        typed = value_at(snapshot.request, self.place)
        figure = self._figure(snapshot) if self._figure else None
        if not self._already_means(typed):
            minus = "-" if self.editor.hasFocus() else snapshot.standard.printing.minus_on_screen
            text = format_amount(figure.shown if figure else typed, minus)
            if self.text != text:
                self.editor.show_text(text)
        if figure and self._derive is not None:
            self._derive.setVisible(figure.is_declared)
            state = "declared" if figure.is_declared else "derived" if figure.derived is not None else "typed"
            _set_property(self.editor, "figure", state)

    def _already_means(self, value: Amount) -> bool:
        """Whether the text being typed stands for the value: 「１２」 for 12, an emptied field for a blank."""
        if self.editor.is_composing:
            return True
        return self.editor.hasFocus() and (read(self.place, self.text) or None) == (value or None)

    def _show_count(self, snapshot: Snapshot) -> None:
        """Show how many characters a text has, where its form has a limit: 「123／200字」."""
        form = snapshot.totals.form.page
        if not form.limits and self._counter is None:
            return
        from model.names.text_limits import length_of, limit_at  # few forms have any

        limit = limit_at(snapshot.request, form, self.place)
        if self._counter is None and limit is not None:
            self._counter = PlainLabel(self, kind="hint")
            self._counter.setAlignment(Qt.AlignmentFlag.AlignRight)
            self._layout.insertWidget(1, self._counter)
        if self._counter is not None:
            length = length_of(str(value_at(snapshot.request, self.place) or ""))
            self._counter.setText(
                translate("ui.widgets", "{length:,}／{limit:,}字").format(length=length, limit=limit)
                if limit is not None
                else ""
            )
            self._counter.setVisible(limit is not None)

    def _underline_links(self, snapshot: Snapshot) -> None:
        """Underline the linked figures of a text of several lines."""
        if isinstance(self.editor, TextArea) and (self._has_links or snapshot.request.links):
            from model.edits.links import links_in  # few texts have any

            spans = [(link.start, link.end) for link in links_in(snapshot.request, self.place)]
            self._has_links = bool(spans)
            if not self.editor.is_composing:
                self.editor.underline(spans)


class KeyChoice(QWidget):
    """A choice among (key, label) that a Snapshot gives; it shows the label and keeps the key (用紙). Each choice is a step of undo."""

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
        self.editor = ChoiceList(self)
        _describe(self.editor, field)
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
        self.note.follow_sticky(snapshot.request, self.place)
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
        request = set_value(self._document.request, self.place, self._offered[index][0])
        self._document.edit(translate("ui.widgets", "{label}の変更").format(label=self.field.label), request)


def _describe(editor: QWidget, field: Field) -> None:
    """Name an editor by its field, with its help; it changes the document."""
    editor.setAccessibleName(field.label)
    editor.setToolTip(plain_tip(help_in_use(field.help)))
    editor.setProperty(EDITS, True)


def _set_property(widget: QWidget, name: str, value: str) -> None:
    """Set a style property, restyling only when it changes and the widget is styled: that costs a millisecond."""
    if (widget.property(name) or "") == value:
        return
    widget.setProperty(name, value)
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)
