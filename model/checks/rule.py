"""What a check is: a pure function whose docstring is its rule, with what it declares of that rule.

A check is declared with ``@LineCheck.rule(…)``, or another class below, which says what it examines and is given: the
sentence that docs/rules.ja.md prints, the source, and how far a program can see it. It yields only what it alone knows
(``Found``: the place, the sentence, the repair); the id, the source and the severity of the finding are those of its rule.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final, Generic, Literal, NamedTuple, ParamSpec, TypeAlias

from model.checks.case import Case, LineContext
from model.checks.finding import Finding, Fix
from model.figures.figures import GroupTotals, LineTotals
from model.request.place import Place
from model.standard.parts import Severity

State: TypeAlias = Literal["live", "data", "question"]
"""Checked while typing; checked where its data was entered; a question for the writer, for it needs a judgement."""

STATE_LABELS: Final[Mapping[State, str]] = {
    "live": "入力中に検査",
    "data": "値を入れたときに検査",
    "question": "質問票で尋ねる",
}


class Rule(NamedTuple):
    """A rule that a check speaks for.

    Attributes:
        id: what ``[rules]`` of a Standard calls it; a rule of the handbook begins with its number: 「8」, 「8-stale」.
        says: the rule in one Japanese sentence.
        source: where it comes from: a law, a handbook, published pages.
        severity: how severe a finding of it is, unless a government says otherwise; declared alike by all its checks.
        state: how far a program can see it.
        why: why it has that state, where it is not simply checked; Japanese.
    """

    id: str
    says: str
    source: str
    severity: Severity
    state: State = "live"
    why: str = ""

    @property
    def number(self) -> int | None:
        """Its number in the handbook; None for a rule of our own."""
        digits = self.id.partition("-")[0]
        return int(digits) if digits.isdigit() else None

    def finding(self, found: Found) -> Finding:
        """The finding of what a check found."""
        return Finding(self.id, found.place, found.message, self.source, self.severity, found.fix)


class Found(NamedTuple):
    """What a check found at a place.

    Attributes:
        place: where it is.
        message: what is wrong, where, and what to do; whole sentences in Japanese.
        fix: a repair, where one action can make it.
        rule: the rule of a question, for the questions are the Standard's; None for the only rule of any other check.
    """

    place: Place
    message: str
    fix: Fix | None = None
    rule: Rule | None = None


_P = ParamSpec("_P")


class Check(Generic[_P]):
    """A pure function with its rule; it is called like the function. Only the check of the questions has several rules."""

    def __init__(self, function: Callable[_P, Iterator[Found]], rules: tuple[Rule, ...]) -> None:
        self.function = function
        self.rules = rules
        self.__name__ = function.__name__
        self.__doc__ = function.__doc__

    @classmethod
    def of(cls, *rules: Rule) -> Callable[[Callable[_P, Iterator[Found]]], Check[_P]]:
        """A decorator that declares a function as a check of some rules."""
        return lambda function: cls(function, rules)

    @classmethod
    def rule(
        cls,
        rule_id: str,
        says: str,
        source: str,
        severity: Severity,
        state: State | None = None,
        why: str = "",
    ) -> Callable[[Callable[_P, Iterator[Found]]], Check[_P]]:
        """A decorator that declares a function as the check of one rule.

        The arguments are those of ``Rule``; without a state a question is one, and any other rule is checked live.
        """
        usual: State = "question" if severity == "question" else "live"
        return cls.of(Rule(rule_id, says, source, severity, state or usual, why))

    def __call__(self, *args: _P.args, **kwargs: _P.kwargs) -> Iterator[Finding]:
        """The findings of what the function finds, by its rule."""
        for found in self.function(*args, **kwargs):
            yield (found.rule or self.rules[0]).finding(found)


class LineCheck(Check[[LineTotals]]):
    """A check of a cost line alone."""


class LineInYearCheck(Check[[LineTotals, LineContext]]):
    """A check of a cost line that depends on the year, the Standard or the lines above it."""


class GroupCheck(Check[[GroupTotals, LineContext]]):
    """A check of a cost table."""


class WholeCheck(Check[[Case]]):
    """A check of the whole request."""
