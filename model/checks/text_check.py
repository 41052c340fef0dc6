"""A check that reads texts: it is given, besides what any check of the whole is, the results of the run before.

Of a narrative of 40,000 characters a keystroke changes one paragraph; the others say what they said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from model.checks.rule import Check, Found, Rule
from model.figures.figures import Totals
from model.incremental.results import Results
from model.request.request import Request
from model.standard.standard import Standard


class TextCheck(Check[[Request, Totals, Standard, Results]]):
    """A check of the whole that reads texts paragraph by paragraph."""


_Function: TypeAlias = Callable[[Request, Totals, Standard, Results], Iterator[Found]]


def text_checks(*rules: Rule) -> Callable[[_Function], TextCheck]:
    """Declare a function that reads texts as a check of some rules."""
    return lambda function: TextCheck(function, rules)
