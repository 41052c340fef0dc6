"""What the grounds of this year's revenues (財源の根拠) come to, in 千円: what each allows, and their sums by source.

A subsidy is at most its eligible cost × 補助率, a bond at most the prefecture's own part × 充当率 of its class; both are
rounded as the Standard says of specific funds (千円未満切捨て). Where the figures do not tell an upper limit
for sure (定額, a decrease, an amount that cannot be read), none is given. On a sheet that adds to what stood before (補正, a
later stage) the whole 事業費 is no base either: it may bring money for what stood (財源更正 asks 0千円).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple, TypeAlias

from model.figures.commitments import add
from model.figures.figures import FundingRowTotals, LineTotals, Totals
from model.request.grounds import FundingTerm
from model.request.request import FundingRowKey
from model.standard.standard import Standard
from model.totals.commitment_lines import lines_of_commitments
from model.totals.funding_rates import Rates, read
from model.values.amount import number_of, round_exact


class TermFigures(NamedTuple):
    """A ground of revenue with its figures, 千円.

    Attributes:
        base: what the rate is applied to: 対象経費, the line, or the whole 事業費, of a bond less what is taken off before it.
        rates: 補助率 or 充当率 as typed, else that of the bond's class.
        exact: the most that it can be, before rounding; None where nothing tells.
        allowed: the same, rounded.
        amount: the revenue: its own amount, or all of the source's column where it is the only ground.
    """

    term: FundingTerm
    base: int | None
    rates: Rates
    exact: Fraction | None
    allowed: int | None
    amount: int | None
    line: LineTotals | None


class SourceSum(NamedTuple):
    """The grounds of one source beside its figure in the funding table, 千円; ``sum`` is None while one has no amount."""

    source: str
    terms: tuple[FundingTerm, ...]
    sum: int | None
    figure: int | None


ByRate: TypeAlias = Mapping[tuple[FundingRowKey, str], int]
"""What the rates of the grounds of a source come to together, 千円, by the row of the funding table and the source."""


def amounts_by_rate(terms: tuple[FundingTerm, ...], totals: Totals, standard: Standard) -> ByRate:
    """What a source brings where one of its grounds has a rate and no amount; only where each has the one or the other.

    Nothing for a source whose column a person filled: the amount of such a ground is what stands there.
    """
    row = totals.asked_funds
    if row is None or row.plan.adds:
        return {}
    own: dict[str, list[int | None]] = {}
    for found in figures(terms, totals, standard):
        amount = found.allowed if found.term.amount is None else number_of(found.term.amount)
        own.setdefault(found.term.source, []).append(amount)
    open_sources = {term.source for term in terms if term.amount is None}
    return {
        (row.plan.row, source): sum(amount for amount in amounts if amount is not None)
        for source, amounts in own.items()
        if source in open_sources and None not in amounts
    }


def source_value(row: FundingRowTotals, source: str) -> int:
    """The figure of a source in a row; a blank counts as nothing."""
    figure = row.sources.get(source)
    return (figure.value or 0) if figure else 0


def figures(terms: tuple[FundingTerm, ...], totals: Totals, standard: Standard) -> tuple[TermFigures, ...]:
    """The figures of the grounds, in their order; those without a row to stand in are left out."""
    row = totals.asked_funds
    if row is None:
        return ()
    lines = lines_of_commitments(totals, {term.line for term in terms if term.line})
    whole = whole_cost(totals)
    return tuple(_figures(term, terms, row, whole, lines, totals.year.year, standard) for term in terms)


def whole_cost(totals: Totals) -> int | None:
    """事業費 where all of the cost and all of its funds are on this sheet, 千円; None where it adds to what stood."""
    row = totals.asked_funds
    return None if row is None or "standing" in totals.funding_rows else row.expense.value


def sums_by_source(terms: tuple[FundingTerm, ...], row: FundingRowTotals) -> Iterator[SourceSum]:
    """The sum of the grounds of each source that has any."""
    for source in dict.fromkeys(term.source for term in terms if term.source in row.sources):
        own = tuple(term for term in terms if term.source == source)
        amounts = [number_of(term.amount) for term in own]
        yield SourceSum(source, own, None if None in amounts else add(amounts), row.sources[source].value)


def _figures(
    term: FundingTerm,
    terms: tuple[FundingTerm, ...],
    row: FundingRowTotals,
    whole: int | None,
    lines: dict[str, LineTotals],
    year: int,
    standard: Standard,
) -> TermFigures:
    words, line = standard.revenue, lines.get(term.line)
    rates = read(term.rate, words)
    base = _base(term, line, whole)
    if term.source == words.bonds:
        known = {bond_class.key: bond_class for bond_class in standard.bond_classes_in(year)}
        if not rates.is_stated and term.bond_class in known:
            rates = Rates((Fraction(known[term.bond_class].percent, 100),))
        base = None if base is None else base - _before_bonds(term, terms, row, words.before_bonds)
    rate, exact = rates.highest, None
    if base is not None and base > 0 and rate is not None:
        exact = base * rate
    mode = standard.rounding_in(year).specific_funds
    allowed = None if exact is None else round_exact(exact, mode)
    return TermFigures(term, base, rates, exact, allowed, _amount(term, terms, row), line)


def _base(term: FundingTerm, line: LineTotals | None, whole: int | None) -> int | None:
    if term.eligible is not None:
        return number_of(term.eligible)
    return (line.amount.value if line else None) if term.line else whole


def _before_bonds(
    term: FundingTerm, terms: tuple[FundingTerm, ...], row: FundingRowTotals, before: tuple[str, ...]
) -> int:
    """The amount deducted from the cost before 充当率 applies; for a part of the cost, only revenue that surely belongs to it."""
    if term.eligible is None and not term.line:
        return sum(source_value(row, key) for key in before)
    return sum(
        number_of(other.amount) or 0
        for other in terms
        if other.source in before and other.line == term.line and term.line
    )


def _amount(term: FundingTerm, terms: tuple[FundingTerm, ...], row: FundingRowTotals) -> int | None:
    if term.amount is not None:
        return number_of(term.amount)
    alone = sum(other.source == term.source for other in terms) == 1
    return row.sources[term.source].value if alone and term.source in row.sources else None
