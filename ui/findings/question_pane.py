"""質問票: what the finance division is likely to ask, each question with a box for the writer's answer.

The boxes are made when the pane is first looked at: most of the time it stands behind its tab and costs a keystroke nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from model.checks import Finding, Findings
from model.document.document import Document
from model.edits.grounds import answer
from model.request.place import Place
from model.request.request import Request
from ui.findings.findings_while_typing import CHECKING
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.widgets.box_column import BoxColumn
from ui.widgets.buttons import quiet_button
from ui.widgets.editing.editors import TextArea, inserted_text
from ui.widgets.fields import TypedSteps
from ui.widgets.labels import PlainLabel, plain_tip
from ui.widgets.layouts import lay_column, lay_row
from ui.widgets.pane import EDITS
from ui.widgets.style import PANE_PADDING
from ui.widgets.tab_order import put_in_order

_HINT: Final = QT_TRANSLATE_NOOP(
    "ui.findings", "財政課が尋ねそうなことです。答えは財政課に渡すブックに付きます。"
)
_NOTHING: Final = QT_TRANSLATE_NOOP("ui.findings", "いまは質問がありません。")


class QuestionPane(QWidget):
    """The questions in the order of the sheet."""

    chosen = Signal(str)  # a place
    counted = Signal(int, int)  # how many are answered, of how many

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("findingsPane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._document = document
        self._questions: tuple[Finding, ...] = ()
        self._titles: Mapping[str, str] = {}
        self._section_of: Callable[[Place], str] = lambda _: ""
        self._title = PlainLabel(translate("ui.findings", CHECKING), self, kind="cardTitle")
        hint = PlainLabel(translate("ui.findings", _HINT), self, kind="hint", wraps=True)
        self._column = BoxColumn[QuestionBox](self)
        lay_column(self, self._title, hint, self._column, margins=PANE_PADDING, wide=self._column)

    @property
    def boxes(self) -> list[QuestionBox]:
        """The boxes in their order."""
        return self._column.keyed.boxes

    def use_sections(self, titles: Mapping[str, str], section_of: Callable[[Place], str]) -> None:
        """Name the sections of the form by their keys, and say in which one a place is."""
        self._titles, self._section_of = titles, section_of

    def show_findings(self, findings: Findings, _request: Request) -> None:
        """Show the questions among the findings of a request; out of sight they are only counted."""
        questions = findings.questions
        if questions == self._questions:
            return
        self._questions = questions
        answered = sum(bool(question.acknowledged) for question in questions)
        self._title.setText(
            translate("ui.findings", "{count}問のうち{answered}問に答えました").format(
                count=len(questions), answered=answered
            )
            if questions
            else translate("ui.findings", _NOTHING)
        )
        self.counted.emit(answered, len(questions))
        if self.isVisible():
            self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Create the missing boxes when the pane is first shown."""
        self._show()
        super().showEvent(event)

    def take_focus(self) -> None:
        """Go on with the first question that has no answer."""
        if not self.boxes:
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        box = next((box for box in self.boxes if not box.is_answered), self.boxes[0])
        box.take_focus()

    def _show(self) -> None:
        """Have a box for each question; a box stays with its question, and with the focus that is in it."""
        made: list[int] = []

        def make(index: int) -> QuestionBox:
            box = QuestionBox(self._document, self._questions[index], self._column.column)
            box.chosen.connect(self.chosen)
            made.append(index)
            return box

        before = len(self.boxes)
        self._column.keyed.arrange(list(map(_key, self._questions)), make)
        for box, question in zip(self.boxes, self._questions, strict=True):
            box.show_question(question, self._titles.get(self._section_of(question.place), ""))
        if made and made[0] < before:  # made last, Tab would come to it last
            put_in_order([widget for box in self.boxes for widget in (box.go, box.editor)])


class QuestionBox(QWidget):
    """One question: its section, whether it is answered, the sentence, the box, and the way to its field."""

    chosen = Signal(str)

    def __init__(self, document: Document, question: Finding, parent: QWidget) -> None:
        super().__init__(parent)
        self.key = _key(question)
        self._document = document
        self._question = question
        self._text = ""  # in the box before the next key
        self.state = PlainLabel(self, kind="hint")
        self._section = PlainLabel(self, kind="hint", wraps=True)
        self._section.setMinimumWidth(1)
        self.go = quiet_button(
            translate("ui.findings", "欄へ"),
            lambda: self.chosen.emit(self._question.place),
            self,
            tip=translate("ui.findings", "この質問の欄へ移る"),
        )
        words = PlainLabel(question.message, self, wraps=True)
        words.setMinimumWidth(1)
        words.setToolTip(plain_tip(translate("ui.findings", "根拠: {source}").format(source=question.source)))
        self.editor = TextArea(self, 1)
        self.editor.setAccessibleName(question.message)
        self.editor.setPlaceholderText(translate("ui.findings", "答え"))
        self.editor.setProperty(EDITS, True)
        self.editor.typed.connect(self._typed)
        self.editor.left.connect(self._left)
        self._steps = TypedSteps(document, self.editor)
        head = lay_row(None, self.state, self._section, self.go, spacing=8, wide=self._section)
        lay_column(self, head, words, self.editor, spacing=3)

    @property
    def is_answered(self) -> bool:
        """Whether there is an answer."""
        return bool(self._question.acknowledged)

    def show_question(self, question: Finding, section: str) -> None:
        """Show the stored answer, unless the text in the box means the same."""
        self._question = question
        words = (
            translate("ui.findings", "✓ 済") if question.acknowledged else translate("ui.findings", "未回答")
        )
        if words != self.state.text():
            self.state.setText(words)
        if section != self._section.text():
            self._section.setText(section)
        editor = self.editor
        is_stored = editor.toPlainText().strip() == question.acknowledged  # blanks at the end are not
        if editor.is_composing or (editor.hasFocus() and is_stored):
            return
        editor.show_text(question.acknowledged)
        self._text = question.acknowledged

    def take_focus(self) -> None:
        """Take the focus into the box."""
        self.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _typed(self) -> None:
        text = self.editor.toPlainText()
        inserted = inserted_text(self._text, text)
        self._text = text
        request = answer(self._document.request, self._question, text)
        rule, place, _ = self.key
        label = translate("ui.findings", "質問への答えの入力")
        self._steps.edit(label, request, f"answer/{rule}/{place}", inserted)

    def _left(self) -> None:
        self._steps.end()
        self.show_question(self._question, self._section.text())


def _key(question: Finding) -> tuple[str, Place, str]:
    return question.rule, question.place, question.message
