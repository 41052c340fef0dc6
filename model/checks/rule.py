"""What a check is: a pure function whose docstring is the rule, with the rules it speaks for and what it reads.

A check is declared with ``@checks(Rule(…), reads="…")``: the sentence that docs/rules.ja.md prints, the source, and how
far a program can see it. ``reads`` names its inputs (model/checks/inputs); while none of them changed, it is not run
again. A test watches every check and fails where one looks at what it does not name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, Generic, Literal, NamedTuple, ParamSpec, TypeAlias

from model.checks.finding import Finding
from model.standard.parts import Severity

State: TypeAlias = Literal["live", "data", "question"]
"""Checked while typing; checked where its data was entered; a question for the writer, for it needs a judgement."""

STATE_LABELS: Final[dict[State, str]] = {
    "live": "入力中に検査",
    "data": "値を入れたときに検査",
    "question": "質問票で尋ねる",
}


class Rule(NamedTuple):
    """A rule that a check speaks for.

    Attributes:
        id: its id in the Standard's ``[rules]``; a rule of the handbook (rules.md B5) begins with its number: 「8」, 「8-stale」.
        says: the rule in one Japanese sentence.
        source: where it comes from: a law, a handbook, published pages.
        severity: how severe a finding of it is where the Standard does not say; declared alike by all its checks.
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


_P = ParamSpec("_P")


class Check(Generic[_P]):
    """A check with what it declares; it is called like the function it was made of.

    Attributes:
        function: the pure function.
        rules: the rules it speaks for.
        reads: the names of its inputs; empty for a check of a line or a group, which has no others.
    """

    def __init__(
        self, function: Callable[_P, Iterator[Finding]], rules: tuple[Rule, ...], reads: frozenset[str]
    ) -> None:
        self.function = function
        self.rules = rules
        self.reads = reads
        self.__name__ = function.__name__
        self.__doc__ = function.__doc__

    def __call__(self, *args: _P.args, **kwargs: _P.kwargs) -> Iterator[Finding]:
        """What the function finds."""
        return self.function(*args, **kwargs)


def checks(*rules: Rule, reads: str = "") -> Callable[[Callable[_P, Iterator[Finding]]], Check[_P]]:
    """Declare a function as a check: the rules it speaks for, and the inputs it reads, by name."""
    return lambda function: Check(function, rules, frozenset(reads.split()))
