"""質問票: what the finance division is likely to ask, each question with a box for the writer's answer.

The boxes are made when the pane is first looked at: most of the time it stands behind its tab and costs a keystroke nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QToolButton, QVBoxLayout, QWidget

from model.checks import Finding, Findings
from model.document.document import Document
from model.edits.grounds import answer
from model.request.place import Place
from model.request.request import Request
from ui.findings.findings_while_typing import CHECKING
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.widgets.editing.editors import TextArea, inserted_text
from ui.widgets.labels import PlainLabel, plain_tip
from ui.widgets.pane import EDITS
from ui.widgets.style import LIST_FILL, PANE_PADDING, fill

_PASTED: Final = 12  # characters at once; an input method rarely commits as many
_PAUSE_MS: Final = 1500
_HINT: Final = QT_TRANSLATE_NOOP(
    "ui.findings", "財政課が尋ねそうなことです。答えは財政課に渡すブックに付きます。"
)
_NOTHING: Final = QT_TRANSLATE_NOOP("ui.findings", "いまは質問がありません。")


class QuestionPane(QWidget):
    """The questions in the order of the sheet."""

    chosen = Signal(str)  # a place
    counted = Signal(int, int)  # how many are answered, of how many

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("findingsPane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._document: Document | None = None
        self._questions: tuple[Finding, ...] = ()
        self._titles: Mapping[str, str] = {}
        self._section_of: Callable[[Place], str] = lambda _: ""
        self._title = PlainLabel(translate("ui.findings", CHECKING), self)
        self._title.setObjectName("cardTitle")
        hint = PlainLabel(translate("ui.findings", _HINT), self)
        hint.setObjectName("hint")
        hint.setWordWrap(True)
        self.boxes: list[QuestionBox] = []
        self._scroll = QScrollArea(self)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._column = QWidget(self._scroll)
        fill(self._column, LIST_FILL)
        self._scroll.setWidget(self._column)
        self._layout = QVBoxLayout(self._column)
        self._layout.setContentsMargins(0, 0, 4, 0)
        self._layout.setSpacing(14)
        self._layout.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(PANE_PADDING,) * 4)
        layout.addWidget(self._title)
        layout.addWidget(hint)
        layout.addWidget(self._scroll, 1)

    def use_document(self, document: Document) -> None:
        """Write the answers into a document."""
        self._document = document

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
        assert self._document is not None
        known = {box.key: box for box in self.boxes}
        boxes, moved = [], False
        for index, question in enumerate(self._questions):
            box = known.pop(_key(question), None)
            if box is None:
                box = QuestionBox(self._document, question, self._column)
                box.chosen.connect(self.chosen)
                moved |= index < len(self.boxes)  # made last, Tab would come to it last
            if self._layout.indexOf(box) != index:
                self._layout.removeWidget(box)
                self._layout.insertWidget(index, box)
            box.show()  # at once, not when the layout comes to it: Tab passes over what is hidden
            box.show_question(question, self._titles.get(self._section_of(question.place), ""))
            boxes.append(box)
        for gone in known.values():
            self._layout.removeWidget(gone)
            gone.deleteLater()
        self.boxes = boxes
        if moved:
            _tab_in_order(boxes)


class QuestionBox(QWidget):
    """One question: its section, whether it is answered, the sentence, the box, and the way to its field."""

    chosen = Signal(str)

    def __init__(self, document: Document, question: Finding, parent: QWidget) -> None:
        super().__init__(parent)
        self.key = _key(question)
        self._document = document
        self._question = question
        self._text = ""  # in the box before the next key
        self._state = PlainLabel(self)
        self._state.setObjectName("hint")
        self._section = PlainLabel(self)
        self._section.setObjectName("hint")
        self._section.setMinimumWidth(1)
        self.go = QToolButton(self)
        self.go.setObjectName("derive")
        self.go.setText(translate("ui.findings", "欄へ"))
        self.go.setToolTip(translate("ui.findings", "この質問の欄へ移る"))
        self.go.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.go.clicked.connect(lambda: self.chosen.emit(self._question.place))
        words = PlainLabel(question.message, self)
        words.setWordWrap(True)
        words.setMinimumWidth(1)
        words.setToolTip(plain_tip(translate("ui.findings", "根拠: {source}").format(source=question.source)))
        self.editor = TextArea(self, 1)
        self.editor.setAccessibleName(question.message)
        self.editor.setPlaceholderText(translate("ui.findings", "答え"))
        self.editor.setProperty(EDITS, True)
        self.editor.typed.connect(self._typed)
        self.editor.left.connect(self._left)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(document.seal)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._state)
        head.addWidget(self._section, 1)
        head.addWidget(self.go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addLayout(head)
        layout.addWidget(words)
        layout.addWidget(self.editor)

    @property
    def is_answered(self) -> bool:
        """Whether there is an answer."""
        return bool(self._question.acknowledged)

    @property
    def state(self) -> str:
        """済 or 未."""
        return self._state.text()

    def show_question(self, question: Finding, section: str) -> None:
        """Show the stored answer, unless the text in the box means the same."""
        self._question = question
        state = (
            translate("ui.findings", "✓ 済") if question.acknowledged else translate("ui.findings", "未回答")
        )
        if state != self._state.text():
            self._state.setText(state)
        if section != self._section.text():
            self._section.setText(section)
        editor = self.editor
        if editor.is_composing or (editor.hasFocus() and self._is_answer_stored):
            return
        if editor.toPlainText() != question.acknowledged:
            editor.blockSignals(True)
            editor.show_text(question.acknowledged)
            editor.blockSignals(False)
        self._text = question.acknowledged

    def take_focus(self) -> None:
        """Take the focus into the box."""
        self.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def _is_answer_stored(self) -> bool:
        """Whether the text in the box is the stored answer, apart from blanks at its ends."""
        return self.editor.toPlainText().strip() == self._question.acknowledged

    def _typed(self) -> None:
        text = self.editor.toPlainText()
        inserted = inserted_text(self._text, text)
        self._text = text
        request = answer(self._document.request, self._question, text)
        if len(inserted) >= _PASTED:
            self._document.seal()
        rule, place, _ = self.key
        self._document.edit(
            translate("ui.findings", "質問への答えの入力"), request, merge=f"answer/{rule}/{place}"
        )
        if len(inserted) >= _PASTED:
            self._document.seal()
        self._pause.start()

    def _left(self) -> None:
        self._pause.stop()
        self._document.seal()
        self.show_question(self._question, self._section.text())


def _key(question: Finding) -> tuple[str, Place, str]:
    return question.rule, question.place, question.message


def _tab_in_order(boxes: Sequence[QuestionBox]) -> None:
    """Tab goes from box to box in their order on the screen."""
    order: list[QWidget] = [widget for box in boxes for widget in (box.go, box.editor)]
    for first, second in pairwise(order):
        QWidget.setTabOrder(first, second)
