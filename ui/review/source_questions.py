"""The questions of a source, one after the other, by keyboard: what was assumed, the other readings, and the evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, TypeAlias

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QRadioButton, QWidget

from model.language import spoken
from templates.readers.review import Asked
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.widgets.buttons import push_button
from ui.widgets.editing.keyed_line import KeyedLine
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import lay_column, lay_row

Key: TypeAlias = tuple[object, str, str, int]
"""Which question it is, also after others were answered."""

Answer: TypeAlias = int | str
"""The number of the reading that was chosen, or the amount that was typed."""

_ELSEWHERE: Final = QT_TRANSLATE_NOOP(
    "ui.review",
    "　このままでよければ 1。違うときは列の役割（Alt+↓）か行の種類（Alt+→）を選び直すか、取り込んだあとに直してください。",
)
_NO_AMOUNT: Final = QT_TRANSLATE_NOOP(
    "ui.review", "「{text}」は額として読めません。数字で入れてください（例 1,200）。"
)
_MOST_IN_A_ROW: Final = 4
_USUAL_WIDTH: Final = 420  # pixels


def key_of(asked: Asked) -> Key:
    """Which question it is."""
    is_of_column = asked.question.subject == "column"
    return (
        asked.spot,
        asked.question.subject,
        f"{asked.question.field}/{asked.question.column}" if is_of_column else asked.question.field,
        asked.question.row if asked.question.subject != "unit" else 0,
    )


class QuestionCard(QFrame):
    """One question with its readings to choose from."""

    chosen = Signal(object, int)  # the Asked, and which reading: 0 is what was assumed
    typed = Signal(object, str)  # the Asked, and an amount
    shown = Signal(object)  # the Asked
    made = Signal()  # other readings stand on the card

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("viewWords")
        self._asked: list[Asked] = []
        self._answers: Mapping[Key, Answer] = {}
        self._index = 0
        self.title = PlainLabel(self, kind="cardTitle")
        self.before = push_button(translate("ui.review", "前へ"), lambda: self.go(-1), self)
        self.next = push_button(translate("ui.review", "次へ"), lambda: self.go(1), self)
        self.sentence = PlainLabel(self, wraps=True)
        self.evidence = PlainLabel(self, kind="hint", wraps=True)
        self.value = KeyedLine(self, {Qt.Key.Key_Return: lambda _: self._give()})  # in the unit of the source
        self.value.setAccessibleName(translate("ui.review", "額"))
        self.value.setPlaceholderText(translate("ui.review", "額を入れて Enter（元の表の単位で）"))
        self.value.setMaximumWidth(_USUAL_WIDTH)
        self.readings = QGridLayout()
        self.readings.setSpacing(2)
        self.readings.setColumnStretch(_MOST_IN_A_ROW, 1)
        head = lay_row(None, self.title, self.before, self.next, wide=self.title)
        parts = (head, self.sentence, self.evidence, self.readings, self.value)
        lay_column(self, *parts, margins=(12, 8, 12, 8), spacing=4)
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._choose)

    @property
    def asked(self) -> Asked | None:
        """The question that is shown; None where nothing is asked."""
        return self._asked[self._index] if self._asked else None

    def show_questions(self, asked: Sequence[Asked], answers: Mapping[Key, Answer]) -> None:
        """Show the questions; the one that is shown stays."""
        shown = key_of(self.asked) if self.asked is not None else None
        keys = [key_of(question) for question in asked]
        is_same = list(asked) == self._asked
        self._asked, self._answers = list(asked), answers
        self._index = keys.index(shown) if shown in keys else min(self._index, max(len(keys) - 1, 0))
        self.setVisible(bool(asked))
        if not is_same:
            self._show()
        else:
            self._check()

    @property
    def in_order(self) -> list[QWidget]:
        """The readings, the line of an amount and the buttons beside the title, in the order in which Tab takes them."""
        return [*self._group.buttons(), self.value, self.before, self.next]

    def go(self, step: int) -> None:
        """To another question, round and round."""
        if self._asked:
            self._index = (self._index + step) % len(self._asked)
            self._show()
            self.take_focus()

    def go_to_open(self) -> bool:
        """To the next question that is not answered; False where none is."""
        for step in range(1, len(self._asked) + 1):
            index = (self._index + step) % len(self._asked)
            asked = self._asked[index]
            if key_of(asked) not in self._answers:
                self._index = index
                self._show()
                self.take_focus()
                return True
        return False

    def choose(self, index: int) -> bool:
        """Choose a reading of the question that is shown by its number; False where it has none of that number."""
        if index >= len(self._group.buttons()):
            return False
        self._group.button(index).click()
        return True

    def take_focus(self) -> bool:
        """Begin at the reading that is chosen, else at the first; False where there is none."""
        readings = [button for button in self._group.buttons() if button.isChecked()] or self._group.buttons()
        fields: list[QWidget] = [*readings, *([self.value] if self._takes_value else [])]
        for field in fields[:1]:
            field.setFocus(Qt.FocusReason.OtherFocusReason)
        return bool(fields)

    def show_no_amount(self, text: str) -> None:
        """Say that what was typed is no amount; it stays to be mended."""
        self.evidence.setText(translate("ui.review", _NO_AMOUNT).format(text=text))
        self.evidence.show()
        self.value.selectAll()

    @property
    def _takes_value(self) -> bool:
        return self.asked is not None and self.asked.takes_value

    def _give(self) -> bool:
        """Give the amount that was typed; False for none: then Enter is for the whole source."""
        text = self.value.text()
        if self.asked is not None and text.strip():
            self.typed.emit(self.asked, text)
        return bool(text.strip())

    def _choose(self, index: int) -> None:
        if self.asked is not None:
            self.chosen.emit(self.asked, index)

    def _show(self) -> None:
        had_focus = self.value.hasFocus() or any(button.hasFocus() for button in self._group.buttons())
        for button in self._group.buttons():
            self._group.removeButton(button)
            self.readings.removeWidget(button)
            button.hide()
            button.deleteLater()
        if self.asked is None:
            return
        question = self.asked.question
        readings = (question.assumed, *question.alternatives)
        if not question.answers:
            readings = () if self._takes_value else readings[:1]
        for index, words in enumerate(readings):
            button = QRadioButton(
                f"{index + 1}  {spoken(words)}"
                + (translate("ui.review", "（仮に読んだもの）") if index == 0 else ""),
                self,
            )
            self._group.addButton(button, index)
            button.show()
        buttons = self._group.buttons()
        room = sum(button.sizeHint().width() + 8 for button in buttons)
        in_a_row = len(buttons) <= _MOST_IN_A_ROW and room <= max(self.width(), _USUAL_WIDTH) - 32
        for index, button in enumerate(buttons):
            row, column = (0, index) if in_a_row else (index, 0)
            self.readings.addWidget(button, row, column, 1, 1 if in_a_row else _MOST_IN_A_ROW + 1)
        self.value.setVisible(self._takes_value)
        self.sentence.setText(f"{question.where}　{spoken(question.sentence)}")
        self._check()
        if had_focus:
            self.take_focus()
        self.made.emit()
        self.shown.emit(self.asked)

    def _check(self) -> None:
        """Check the reading that was chosen and count what is still open."""
        if self.asked is None:
            return
        answered = sum(key_of(asked) in self._answers for asked in self._asked)
        state = (
            translate("ui.review", "（すべて答えました）")
            if answered == len(self._asked)
            else translate("ui.review", "（答えた数 {answered}）").format(answered=answered)
        )
        self.title.setText(
            translate("ui.review", "確かめること {number}／{count}{state}").format(
                number=self._index + 1, count=len(self._asked), state=state
            )
        )
        for way in (self.before, self.next):
            way.setVisible(len(self._asked) > 1)
        chosen = self._answers.get(key_of(self.asked))
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(self._group.id(button) == chosen)
        self._group.setExclusive(True)
        self.value.show_text(chosen if isinstance(chosen, str) else "")
        evidence = spoken(self.asked.question.evidence)
        if evidence.startswith("="):
            evidence = translate("ui.review", "計算式は {evidence} です。").format(evidence=evidence)
        if not self.asked.question.answers and not self._takes_value:
            evidence += translate("ui.review", _ELSEWHERE)
        self.evidence.setText(evidence)
        self.evidence.setVisible(bool(evidence))
