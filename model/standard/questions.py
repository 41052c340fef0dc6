"""The questions that the finance division asks about a request (質問票), as the Standard writes them (``[[questions]]``).

A finance division adds one by writing data: the sentence, when it is asked, and the words of a narrative that answer it.
Where a rule has several entries, it is asked once, by the first that applies.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from msgspec.structs import force_setattr

from model.standard.setting import Count, Setting
from model.standard.wording import Wording, plain_form

Occasion: TypeAlias = Literal[
    "initial", "supplementary", "new", "continued", "general_account", "national_money", "later_years"
]
"""When a question makes sense; each is a function in model/checks/form/occasions."""


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


class TextAsked(Wording, frozen=True, kw_only=True):
    """Words of the narrative that raise a question; ``beside`` are words that stand with them, there or in the heading."""

    beside: Wording | None = None

    def is_raised_by(self, paragraph: str, heading: str) -> bool:
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

    def __post_init__(self) -> None:
        """Write the words as texts are looked through: full-width and half-width are one."""
        force_setattr(self, "answered_by", tuple(map(plain_form, self.answered_by)))


class Judgement(Setting, frozen=True):
    """What is checked in an answer: a 終期 more than ``end_within`` years ahead is long; ``ends`` are words for it."""

    end_rule: str = "58"
    end_within: Count = 5
    ends: Wording = Wording()
