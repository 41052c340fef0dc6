"""The note of a field: a mark at its corner, and its sentence in a line below while the field has the focus.

The line stands over what is below the field, so that nothing moves when the focus changes and no empty room is kept.
Mark and line are made when there is first something to say.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from model.checks import SEVERITY_LABELS, Finding
from model.standard.parts import Severity
from ui.language import translate
from ui.widgets.labels import plain_tip
from ui.widgets.severity_mark import MARK_SIZE, SeverityMark, severity_word
from ui.widgets.style import SEVERITY_COLOURS

if TYPE_CHECKING:
    from model.request.place import Place
    from model.request.request import Request
    from model.request.sticky_note import StickyNote
    from ui.widgets.floating_line import FloatingLine
    from ui.widgets.sticky_mark import StickyMark

_INSET: Final = 3  # pixels between the mark and the frame of the field
_ARROW: Final = 20  # pixels at the right of a choice that belong to its arrow
_GRAVEST_FIRST: Final = tuple(SEVERITY_LABELS)


def sentence_of(finding: Finding) -> str:
    """A finding with its severity in words."""
    return f"{severity_word(finding.severity)}: {finding.message}"


def gravest(findings: Sequence[Finding]) -> Finding | None:
    """The gravest of the findings of a place."""
    return min(findings, key=lambda finding: _GRAVEST_FIRST.index(finding.severity), default=None)


def one_line(findings: Sequence[Finding]) -> str:
    """The sentence of the gravest finding of a place, and how many more there are."""
    first = gravest(findings)
    if first is None:
        return ""
    more = (
        translate("ui.widgets", "（この欄の指摘はほかに{count}件）").format(count=len(findings) - 1)
        if len(findings) > 1
        else ""
    )
    return f"{sentence_of(first)}{more}"


class FieldNote(QObject):
    """The mark and the sentence of a field.

    Attributes:
        severity: what is marked; None for nothing.
        across: what the sentence may be as wide as: the field with what belongs to it, or all the fields beside it.
    """

    def __init__(self, editor: QWidget, across: QWidget) -> None:
        """Make the note of a field, or a choice."""
        super().__init__(editor)
        self.across = across
        self._editor = editor
        self._help = editor.toolTip()
        self.severity: Severity | None = None
        self._line: FloatingLine | None = None
        self._mark: SeverityMark | None = None
        self._sticky: StickyMark | None = None  # of what colleagues wrote
        self._noted: tuple[StickyNote, ...] = ()

    @property
    def line(self) -> FloatingLine | None:
        """The line of the sentence, while it is shown."""
        return self._line if self._line is not None and self._line.isVisible() else None

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show the gravest finding, and that there are more."""
        if not findings and self._line is None:
            return
        line, mark = self._made()
        first, text = gravest(findings), one_line(findings)
        severity = first.severity if first is not None else None
        changes = severity is not None and severity != self.severity
        self.severity = severity
        mark.show_severity(severity)
        self._place_mark()
        if changes or text != line.text():
            line.say(text, SEVERITY_COLOURS[severity] if severity is not None and changes else None)
        said = "\n".join(map(sentence_of, findings))
        mark.setToolTip(plain_tip(said))
        self._editor.setToolTip(plain_tip("\n".join(filter(None, (said, self._help)))))
        self._editor.setAccessibleDescription(said)
        self._show_by_focus(self._editor.hasFocus())

    def follow_sticky(self, request: Request, place: Place) -> None:
        """Mark what colleagues wrote about the field of a place, where they have written something since."""
        if request.sticky_notes is not self._noted:
            from ui.widgets.sticky_mark import notes_by_place  # few requests have any

            self._noted = request.sticky_notes
            self._show_sticky(notes_by_place(request).get(place, ""))

    def forget_sticky(self) -> None:
        """Mark nothing: the field stands for another place."""
        self._noted = ()
        self._show_sticky("")

    def _show_sticky(self, words: str) -> None:
        if not words and self._sticky is None:
            return
        if self._sticky is None:
            from ui.widgets.sticky_mark import StickyMark  # few requests have any

            parent = self._editor.parentWidget()
            assert parent is not None
            self._sticky = StickyMark(parent)
            self._made()
        self._sticky.setVisible(bool(words))
        self._sticky.setToolTip(plain_tip(words))
        self._place_mark()

    def _made(self) -> tuple[FloatingLine, SeverityMark]:
        if self._line is None or self._mark is None:
            from ui.widgets.floating_line import FloatingLine  # the first paint does without it

            parent = self._editor.parentWidget()
            assert parent is not None
            self._mark = SeverityMark(parent)
            self._line = FloatingLine(self._editor, lambda: self.across)
            self._editor.installEventFilter(self)
            line = self._editor.lineEdit() if isinstance(self._editor, QComboBox) else None
            if line is not None:
                line.installEventFilter(self)
        return self._line, self._mark

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the focus of the field or of the line in it, and where the field moves."""
        match event.type():
            case QEvent.Type.FocusIn | QEvent.Type.FocusOut:
                self._show_by_focus(event.type() == QEvent.Type.FocusIn)
            case QEvent.Type.Resize | QEvent.Type.Move if watched is self._editor:
                self._place_mark()
        return False

    def _show_by_focus(self, has_focus: bool) -> None:
        if self._line is not None:
            shown = bool(self._line.text()) and has_focus
            if shown == self._line.isHidden():
                self._line.setVisible(shown)

    def _place_mark(self) -> None:
        if self._sticky is not None:
            self._sticky.stand_at(self._editor.geometry())
        if self.severity is None or self._mark is None:
            return
        field = self._editor.geometry()
        arrow = _ARROW if isinstance(self._editor, QComboBox) else 0
        # In the corner where the text does not begin, as in cells: a figure stands right.
        is_figure = (
            isinstance(self._editor, QLineEdit) and self._editor.alignment() & Qt.AlignmentFlag.AlignRight
        )
        left = field.left() + _INSET if is_figure else field.right() - arrow - MARK_SIZE - _INSET + 1
        self._mark.move(left, field.top() + _INSET + 1)
        self._mark.raise_()
