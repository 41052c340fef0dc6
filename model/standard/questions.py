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
    """Cost lines that raise a question: all that is given holds of one line. Each key is explained in ``templates/standards``."""

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
    """A question and when it is asked: where all the conditions hold that are given, each explained in ``templates/standards``."""

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
