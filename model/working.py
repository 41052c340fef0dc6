"""Working a basis (積算) out for one line: the calculation as typed, with what holds in its fiscal year.

The language is in model/basis; which figure of the sheet the result becomes, and how it is rounded, is in
model/totals.
"""

from __future__ import annotations

from typing import Final

from model.amount import MAX_DIGITS
from model.basis import Outcome, Surroundings, Trouble, evaluate, parse
from model.figures import Reckoning

_TOO_LARGE: Final = Trouble(0, "計算した額が大きすぎます。単位（円・千円・百万円）を確かめてください。")


def work_out(basis: str, by: Reckoning, line_text: str = "") -> Outcome:
    """What a basis gives, exact, in 千円; with the trouble where it gives nothing.

    Args:
        basis: the calculation as typed.
        by: what holds for the request.
        line_text: the words of its line, which may name the months it is for (「4月〜9月」).
    """
    parsed = parse(basis)
    if isinstance(parsed, Trouble):
        return Outcome(None, parsed, (), (), ())
    outcome = evaluate(parsed, surroundings(basis, by, line_text))
    if outcome.exact is not None and abs(outcome.exact) >= 10**MAX_DIGITS:
        return Outcome(None, _TOO_LARGE, (), outcome.names, ())
    return outcome


def surroundings(basis: str, by: Reckoning, line_text: str = "") -> Surroundings:
    """What a basis is evaluated with: the unit prices, and the tax rates where it speaks of tax."""
    return Surroundings(by.prices)
