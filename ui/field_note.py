"""What is said of a field: a mark at its corner always, its sentence in a line below only while the field has the focus.

The line keeps its room while there is a finding, so that nothing moves when the focus comes or goes.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from model.checks import SEVERITY_LABELS, Finding
from model.standard_parts import Severity
from ui.severity_mark import MARK_SIZE, SeverityMark
from ui.style import SEVERITY_COLOURS

_INSET = 3  # pixels between the mark and the frame of the field
_ARROW = 20  # pixels at the right of a choice that belong to its arrow


def sentence_of(finding: Finding) -> str:
    """A finding with its severity in words."""
    return f"{SEVERITY_LABELS[finding.severity]}: {finding.message}"


class FieldNote(QLabel):
    """The sentence below a field, and the mark over its corner; the row puts the label where it is to stand."""

    def __init__(self, editor: QWidget, parent: QWidget) -> None:
        """Make the note.

        Args:
            editor: the field, or the choice, that is spoken of.
            parent: the row in which both stand.
        """
        super().__init__(parent)
        self._editor = editor
        self._help = editor.toolTip()
        self._severity: Severity | None = None
        self.setWordWrap(True)
        self.setMinimumWidth(1)  # a long sentence wraps, it does not widen the page
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(False)
        self.setSizePolicy(policy)
        self.hide()
        self.mark = SeverityMark(parent)
        editor.installEventFilter(self)
        line = editor.lineEdit() if isinstance(editor, QComboBox) else None
        if line is not None:
            line.installEventFilter(self)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Say the first of the findings, the gravest of a place; of more it is said that there are more."""
        first = min(findings, key=lambda each: list(SEVERITY_LABELS).index(each.severity), default=None)
        text = ""
        if first is not None:
            more = f"（この欄の指摘はほかに{len(findings) - 1}件）" if len(findings) > 1 else ""
            text = f"{sentence_of(first)}{more}"
        if text == self.text():
            return
        severity = first.severity if first is not None else None
        if severity is not None and severity != self._severity:
            self.setStyleSheet(f"color: {SEVERITY_COLOURS[severity].name()};")
        self._severity = severity
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(bool(text))
        self.setSizePolicy(policy)
        self.setText(text)
        self.mark.show_severity(severity)
        if text:
            self._place_mark()
        said = "\n".join(map(sentence_of, findings))
        self.mark.setToolTip(said)
        self._editor.setToolTip("\n".join(filter(None, (said, self._help))))
        self._editor.setAccessibleDescription(said or self._help)
        self._show_by_focus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the focus and the place of the field."""
        match event.type():
            case QEvent.Type.FocusIn | QEvent.Type.FocusOut:
                self._show_by_focus(event.type() == QEvent.Type.FocusIn)
            case QEvent.Type.Resize | QEvent.Type.Move if watched is self._editor:
                self._place_mark()
        return super().eventFilter(watched, event)

    def _show_by_focus(self, has_focus: bool | None = None) -> None:
        if has_focus is None:
            has_focus = self._editor.hasFocus()
        shown = bool(self.text()) and has_focus
        if shown == self.isHidden():
            self.setVisible(shown)

    def _place_mark(self) -> None:
        if self._severity is None:
            return
        field = self._editor.geometry()
        arrow = _ARROW if isinstance(self._editor, QComboBox) else 0
        self.mark.move(field.right() - arrow - MARK_SIZE - _INSET + 1, field.top() + _INSET + 1)
        self.mark.raise_()
