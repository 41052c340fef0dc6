"""The lines above the form or another page, one at a time: the latest answer to the writer, then the most urgent of the rest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final, Literal

from ui.language import translate
from ui.widgets.choice_bar import Choice, ChoiceBar

if TYPE_CHECKING:
    from PySide6.QtWidgets import QVBoxLayout, QWidget

Failure = Literal[
    "saving", "unexpected", "exporting", "printing", "keeping", "opening", "comparing", "prices"
]
"""What failed and stays in sight until it is dealt with."""
Subject = (
    Failure
    | Literal["closing", "changed", "replacing", "unsaved", "reading", "owner", "joined", "copies", "links"]
)
_ANSWERS: Final[tuple[Subject, ...]] = (
    *(
        "closing",
        "changed",
        "saving",
        "unexpected",
        "replacing",
        "exporting",
        "printing",
        "opening",
        "comparing",
    ),
)
"""What has just come of what the writer did: the latest of them is in sight, whatever stood there before."""
_URGENT_FIRST: Final[tuple[Subject, ...]] = (
    *("keeping", "prices", "unsaved", "reading", "owner", "joined", "copies", "links"),
)


class Bars:
    """The lines above a page; Alt and a number press the buttons of the one that is in sight."""

    def __init__(self, layout: QVBoxLayout, page: QWidget) -> None:
        self._layout = layout
        self._page = page
        self._bars: dict[Subject, ChoiceBar] = {}

    def show(
        self, subject: Subject, sentence: str, choices: Sequence[Choice], *, is_calm: bool = False
    ) -> None:
        """Say something of a subject, in place of what was said of it before; the arguments are those of ``ChoiceBar``."""
        self.hide(subject)
        bar = self._bars[subject] = ChoiceBar(sentence, choices, self._page, is_calm=is_calm)
        self._layout.insertWidget(0, bar)
        self._show_most_urgent()

    def show_failure(
        self, subject: Failure, sentence: str, choices: Sequence[Choice], close: Callable[[], object]
    ) -> None:
        """Say what failed; ``close`` takes the line away."""
        self.show(
            subject,
            sentence,
            (
                *choices,
                Choice(
                    translate("ui.window", "閉じる"), translate("ui.window", "この知らせを消します。"), close
                ),
            ),
        )

    def hide(self, subject: Subject) -> None:
        """Take the line of a subject away."""
        bar = self._bars.pop(subject, None)
        if bar is not None:
            bar.hide()
            bar.deleteLater()
            self._show_most_urgent()

    def clear(self) -> None:
        """Take all lines away."""
        for subject in tuple(self._bars):
            self.hide(subject)

    @property
    def in_sight(self) -> ChoiceBar | None:
        """The line that is shown; None where there is none."""
        answers = (subject for subject in reversed(self._bars) if subject in _ANSWERS)
        others = (subject for subject in _URGENT_FIRST if subject in self._bars)
        return next((self._bars[subject] for subject in (*answers, *others)), None)

    def _show_most_urgent(self) -> None:
        shown = self.in_sight
        for bar in self._bars.values():
            bar.setVisible(bar is shown)
