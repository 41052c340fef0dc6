"""The questions that the finance division asks about a request (質問票), as the Standard writes them (``[[questions]]``).

A finance division adds one by writing data: the sentence, when it is asked, and the words of a narrative that answer it.
Where a rule has several entries, it is asked once, by the first that applies.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from model.incremental.reuse import Kept
from model.standard.setting import Count, Setting
from model.standard.unit_price import unit_prices
from model.standard.wording import Wording

if TYPE_CHECKING:
    from model.figures.figures import LineTotals

Occasion: TypeAlias = Literal[
    "initial", "supplementary", "new", "continued", "general_account", "national_money", "later_years"
]
"""When a question makes sense; each is a function in model/checks/occasions."""


class LinesAsked(Wording, frozen=True, kw_only=True):
    """Cost lines that raise a question: all that is given holds of one line.

    Attributes:
        at_least: its amount is at least this, 千円.
        marks: its mark is one of these; empty for any.
        unit_price: its basis has a unit price.
        in_remark: the words stand in its remark, not in its text.
    """

    at_least: Count = 1
    marks: tuple[str, ...] = ()
    unit_price: bool = False
    in_remark: bool = False

    def fits(self, text: str, remark: str, basis: str, mark: str) -> bool:
        """Whether a line with these contents raises the question, whatever its amount."""
        return (
            (self.is_in(remark if self.in_remark else text) if self.words else not self.is_against(text))
            and (not self.marks or mark in self.marks)
            and (not self.unit_price or bool(unit_prices(basis)))
        )


class TextAsked(Wording, frozen=True, kw_only=True):
    """Words of the narrative that raise a question; ``beside`` are words that stand with them, there or in the heading."""

    beside: Wording | None = None

    def tells(self, paragraph: str, heading: str) -> bool:
        """Whether a paragraph under a heading raises the question."""
        return self.is_in(paragraph) and (
            self.beside is None or self.beside.is_in(paragraph) or self.beside.is_in(heading)
        )


class Question(Setting, frozen=True):
    """A question and when it is asked: where all the conditions hold that are given.

    Attributes:
        rule: id of the rule; 質問 unless ``[rules]`` says otherwise.
        ask: the question.
        when: the occasions; all must hold.
        at_least: 要求額 is at least this, 千円.
        lines: cost lines that raise it; it is asked at the first of them.
        text: words of the narrative that raise it; it is asked at the first section that has them.
        answered_by: words of a heading or of the narrative that answer it already.
    """

    rule: str
    ask: str
    when: tuple[Occasion, ...] = ()
    at_least: Count = 1
    lines: LinesAsked | None = None
    text: TextAsked | None = None
    answered_by: tuple[str, ...] = ()


class Judgement(Setting, frozen=True):
    """What is checked in an answer: a 終期 more than ``end_within`` years ahead is long; ``ends`` are words for it."""

    end_rule: str = "58"
    end_within: Count = 5
    ends: Wording = Wording()


class Told(NamedTuple):
    """What a text says to the questions, by their numbers in the list: which it answers, and which it raises."""

    answers: frozenset[int]
    raises: frozenset[int]


class QuestionList:
    """The questions with what the texts of a request say to them; what was read once is kept.

    Attributes:
        all: the questions in their order.
        raising: finds the lines of a table that raise one, or that have a part that does.
    """

    def __init__(self, questions: Iterable[Question]) -> None:
        self.all = tuple(questions)
        self.raising: Kept[LineTotals, LineTotals] = Kept(
            lambda line: (line,) if self._has_raised(line) else ()
        )

    @cached_property
    def told_by(self) -> Callable[[str, str], Told]:
        """What a text under a heading, and the heading, say to the questions; paragraph by paragraph."""
        answering = [
            (at, Wording(words=each.answered_by)) for at, each in enumerate(self.all) if each.answered_by
        ]
        raising = [(at, each.text) for at, each in enumerate(self.all) if each.text is not None]

        @lru_cache(maxsize=8192)
        def told_by_one(paragraph: str, heading: str) -> Told | None:
            found = Told(
                frozenset(at for at, words in answering if words.is_in(paragraph)),
                frozenset(at for at, words in raising if words.tells(paragraph, heading)),
            )
            return found if any(found) else None

        @lru_cache(maxsize=16)  # of whole texts, of which a long one is new at every keystroke
        def told_by(text: str, heading: str) -> Told:
            paragraphs = dict.fromkeys((heading, *text.splitlines()))
            found = [
                told for paragraph in paragraphs if (told := told_by_one(paragraph, heading)) is not None
            ]
            return Told(
                frozenset().union(*(each.answers for each in found)),
                frozenset().union(*(each.raises for each in found)),
            )

        return told_by

    @cached_property
    def _raised_by(self) -> Callable[[str, str, str, str], tuple[int, ...]]:
        """The questions that a line's text, remark, basis and mark raise, whatever its amount."""
        of_lines = [(at, each.lines) for at, each in enumerate(self.all) if each.lines is not None]

        @lru_cache(maxsize=16_384)
        def raised_by(text: str, remark: str, basis: str, mark: str) -> tuple[int, ...]:
            return tuple(at for at, lines in of_lines if lines.fits(text, remark, basis, mark))

        return raised_by

    def raised_by(self, line: LineTotals) -> list[int]:
        """The numbers of the questions that a line raises; its parts are not looked at."""
        own, amount = line.line, line.amount.value
        if amount is None or amount <= 0:
            return []
        return [
            at
            for at in self._raised_by(own.text, own.remark, own.basis, own.mark)
            if (lines := self.all[at].lines) is not None and amount >= lines.at_least
        ]

    def _has_raised(self, line: LineTotals) -> bool:
        return bool(self.raised_by(line)) or any(map(self._has_raised, line.parts))
