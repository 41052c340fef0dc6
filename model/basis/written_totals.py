"""Written totals (計, 小計): a line of a basis that is the sum of the lines above it, and no line to be added.

「会場 12千円×2回」, 「謝金 30千円×3回」, 「計 114千円」, each on its line, come to 114千円.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from model.basis.pricing import label_name
from model.basis.printing import print_items
from model.basis.results import Result, result
from model.basis.terms import Basis, Group, Number, Printed, Statement, is_amount
from model.values.pattern import lazy_pattern

_SUBTOTAL: Final = "小計"
_TOTALS: Final = lazy_pattern(r"(?:(?:小|合|総|総合)?計|総額)(?:\(.*\))?", re.DOTALL)


def written_total(statement: Statement) -> Printed | None:
    """The amount of a statement that is a total, wherever it stands; None for another statement."""
    found = _total(statement)
    return found[1] if found else None


def ends_with_total(basis: Basis) -> bool:
    """Whether the last statement is the sum of those above it."""
    return len(basis.statements) > 1 and written_total(basis.statements[-1]) is not None


class Running:
    """The sum of the statements so far, 千円, and the totals met so far beside what they come to."""

    def __init__(self) -> None:
        self._statements: list[Statement] = []
        self._since_total = 0  # the first statement after the last total
        self._before_total = Fraction(0)  # what the statements before that come to
        self.sum = Fraction(0)
        self.results: list[Result] = []

    def add(self, statement: Statement, value: Fraction) -> None:
        """Take a statement in: one more to be added, or the total of those above it, in whose place it stands.

        A 小計 is of the lines after the last total; another total is of all lines, or of these where only that fits.
        """
        found = _total(statement) if self._statements else None
        if found is None:
            self._statements.append(statement)
            self.sum += value
            return
        label, printed = found
        whole = (0, result("", self.sum, printed))
        part = (self._since_total, result("", self.sum - self._before_total, printed))
        has_part = 0 < self._since_total < len(self._statements)
        begin, of = whole
        if has_part and (label.startswith(_SUBTOTAL) or (of.is_wrong and not part[1].is_wrong)):
            begin, of = part
        text = "＋".join(print_items(statement.items) for statement in self._statements[begin:])
        self.results.append(Result(text, of.exact, of.printed, of.step))
        self._statements[begin:] = [statement]
        self.sum += value - of.exact
        self._since_total, self._before_total = len(self._statements), self.sum


def _total(statement: Statement) -> tuple[str, Printed] | None:
    """The label and the amount of a total, also in brackets: 「(計 30千円)」; None for another statement."""
    if len(statement.items) != 1:
        return None
    terms = statement.items[0].terms
    inner = terms[0].factors[0].atom
    if isinstance(inner, Group) and len(terms) == len(terms[0].factors) == 1:
        terms = inner.terms
    if not is_amount(terms):
        return None
    term = terms[0]
    typed = "".join((statement.label or term.label).split())
    label = label_name(typed) if typed else ""
    number = term.factors[0].atom
    if not _TOTALS.fullmatch(label) or not isinstance(number, Number):
        return None
    if term.negative:
        number = number.negated
    return label, Printed(number)
