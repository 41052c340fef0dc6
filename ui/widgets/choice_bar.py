"""A line above the form that says what has happened and offers what can be done about it. No dialog: the work goes on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from ui.widgets.buttons import push_button
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import lay_row


class Choice(NamedTuple):
    """A button of the line.

    Attributes:
        words: what it says; Alt and its number press it.
        tip: what comes of it.
        act: what it does.
    """

    words: str
    tip: str
    act: Callable[[], object]


class ChoiceBar(QFrame):
    """A sentence and some choices."""

    def __init__(
        self, sentence: str, choices: Sequence[Choice], parent: QWidget, *, is_calm: bool = False
    ) -> None:
        """Make the line; where it is calm nothing need be decided."""
        super().__init__(parent)
        self.setObjectName("choiceBar")
        self.setProperty("calm", is_calm)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.words = PlainLabel(sentence, self, wraps=True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.buttons = [
            push_button(f"{choice.words} (&{number})", choice.act, self, tip=choice.tip)
            for number, choice in enumerate(choices, 1)
        ]
        for button, choice in zip(self.buttons, choices, strict=True):
            button.setAccessibleDescription(choice.tip)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus where the writer types
            button.setAutoDefault(True)
        lay_row(self, self.words, *self.buttons, margins=(14, 6, 14, 6), wide=self.words)
