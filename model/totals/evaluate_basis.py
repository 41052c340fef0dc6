"""Working a basis (積算) out for one line: the calculation as typed, with what holds in its fiscal year.

The language is in model/basis; which figure of the sheet the result becomes, and how it is rounded, is in
model/totals/totals.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from msgspec.structs import replace

from model.basis.evaluating import evaluate
from model.basis.reading import parse
from model.basis.results import Outcome, Surroundings
from model.basis.terms import Trouble
from model.figures.figures import CalculationSettings
from model.request.request import Line
from model.totals.consumption_tax import kept_rate, months_of, names_transitional_rate, rate_of
from model.values.amount import MAX_DIGITS

_TAX: Final = "税"
_TOO_LARGE: Final = Trouble(0, "計算した額が大きすぎます。単位（円・千円・百万円）を確かめてください。")


def evaluate_line_basis(basis: str, by: CalculationSettings, lines: tuple[Line, ...] = ()) -> Outcome:
    """What a basis gives, exact, in 千円; with the trouble where it gives nothing.

    The lines, which may name its months, are the line it belongs to, then the line that is a part of, and so on.
    """
    parsed = parse(basis)
    if isinstance(parsed, Trouble):
        return Outcome(None, parsed, (), (), ())
    outcome = evaluate(parsed, surroundings(basis, by, lines))
    if outcome.exact is not None and abs(outcome.exact) >= 10**MAX_DIGITS:
        return Outcome(None, _TOO_LARGE, names=outcome.names, basis=parsed)
    return replace(outcome, basis=parsed)


def with_figures(by: CalculationSettings, figures: Mapping[str, int | None]) -> CalculationSettings:
    """What holds where a calculation may name figures of the sheet; a unit price of the same name stands over them.

    The figures are given by their names, in 千円: 「事業費」 in 「=事業費×1/2」.
    """
    known = {name: f"{value}千円" for name, value in figures.items() if value is not None}
    prices = {**known, **by.prices}
    return replace(by, prices=prices, surroundings=Surroundings(prices))


def surroundings(basis: str, by: CalculationSettings, lines: tuple[Line, ...] = ()) -> Surroundings:
    """What a basis is evaluated with: the unit prices, and where it or one of them speaks of tax the rates of its months.

    A line whose contract keeps the rate before (経過措置) says so in its words, or the basis in the remark of a price.
    """
    if _TAX not in basis and _TAX not in "".join(by.prices.values()):
        return by.surroundings
    months = months_of(lines, by.year)
    kept = kept_rate(months, by.standard)
    rate = kept if names_transitional_rate(lines, by.standard) else rate_of(months, by.year, by.standard)
    word = by.standard.tax_words.kept_rate
    return Surroundings(by.prices, rate, kept, word, by.standard.rates_in_bases(by.year))
