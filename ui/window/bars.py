"""The lines above the pages of a window, one at a time: the latest answer to the writer, then the most urgent of the rest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal, get_args

from ui.widgets.choice_bar import Choice, ChoiceBar
from ui.widgets.page_stack import PageStack

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
    """The lines above the pages of a window; Alt and a number press the buttons of the one that is in sight.

    What was said of the form goes out of sight with it where something stands before it, and so does what comes meanwhile,
    but a failure is said at once.
    """

    def __init__(self, stack: PageStack) -> None:
        self._stack = stack
        self._bars: dict[Subject, ChoiceBar] = {}
        self._behind: set[Subject] | None = None  # what is out of sight with the form

    def show(
        self, subject: Subject, sentence: str, choices: Sequence[Choice], *, is_calm: bool = False
    ) -> None:
        """Say something of a subject, in place of what was said of it before; the arguments are those of ``ChoiceBar``."""
        self.hide(subject)
        bar = self._bars[subject] = ChoiceBar(sentence, choices, self._stack, is_calm=is_calm)
        self._stack.column.insertWidget(0, bar)
        if self._behind is not None and subject not in get_args(Failure):
            self._behind.add(subject)
        self._show_most_urgent()

    def hide(self, subject: Subject) -> None:
        """Take the line of a subject away."""
        bar = self._bars.pop(subject, None)
        if bar is not None:
            bar.hide()
            bar.deleteLater()
            if self._behind is not None:
                self._behind.discard(subject)
            self._show_most_urgent()

    def clear(self) -> None:
        """Take all lines away."""
        self._behind = None
        for subject in tuple(self._bars):
            self.hide(subject)

    def go_behind(self, is_covered: bool) -> None:
        """Take what is said of the form out of sight with it, or bring it back."""
        if is_covered != (self._behind is not None):
            self._behind = set(self._bars) if is_covered else None
            self._show_most_urgent()

    @property
    def in_sight(self) -> ChoiceBar | None:
        """The line that is shown; None where there is none."""
        there = [subject for subject in self._bars if subject not in (self._behind or ())]
        answers = (subject for subject in reversed(there) if subject in _ANSWERS)
        others = (subject for subject in _URGENT_FIRST if subject in there)
        return next((self._bars[subject] for subject in (*answers, *others)), None)

    def _show_most_urgent(self) -> None:
        shown = self.in_sight
        for bar in self._bars.values():
            bar.setVisible(bar is shown)
