"""Calculations (積算) in print: their words with the result, what Excel works them out from, how the result was rounded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from model.basis import (
    Basis,
    Group,
    Outcome,
    Statement,
    Surroundings,
    Term,
    Trouble,
    evaluate,
    parse,
    print_basis,
)
from model.basis.pricing import find_price, has_tax_factor, is_before_tax, tax_rate
from model.basis.written_totals import ends_with_total
from model.document.document import Snapshot
from model.figures.figures import Figure, LineTotals
from model.names import explain
from model.request import place
from model.request.lines import path_to
from model.request.request import FundingRowKey, Line
from model.totals.evaluate_basis import surroundings
from model.values.amount import ROUNDING_WORDS, RoundingMode, format_amount, format_exact
from templates.sheet.blocks import UNIT, Calculation

_MINUS: Final = "△"  # in a calculation, also on the page, whose tables print 「-」
_SUM: Final = "計"


def printed_basis(
    basis: str, figure: Figure, outcome: Outcome | None, snapshot: Snapshot, lines: tuple[Line, ...] = ()
) -> str:
    """A calculation as the published pages print it, with its figure as the result: 「20,845円×11か月＝230千円」.

    After it stands what cannot be seen in it: 「（普通旅費 3,000円、消費税10%を加算）」. No result is added where the writer
    wrote one, where a typed figure stands against it, or where it is no calculation.

    Args:
        basis: as typed.
        figure: what it gives; one without a value where it gives none by itself.
        outcome: what it comes to.
        snapshot: the request.
        lines: its line, and those that is a part of.
    """
    if not basis:
        return ""
    printed = _printed(basis)
    if outcome is None or outcome.exact is None:
        return printed.text
    claims = figure.derived is not None and not figure.is_declared
    prices = _prices(outcome, snapshot)
    text = printed.text
    taxes: tuple[Fraction, ...] = ()
    if (claims and printed.wants == "sum") or _names_tax(basis, prices):
        worked = _calculation_note(basis, outcome, prices, snapshot, lines)
        text = worked.text if claims and printed.wants == "sum" else text
        taxes = worked.taxes if claims or printed.wants == "nothing" else ()
    if claims and printed.wants != "nothing":
        result = f"{format_amount(figure.derived, _MINUS)}{UNIT}"
        text += f"＝{result}" if printed.wants == "result" else f"\n{_SUM} {result}"
    said = [f"{name} {_printed(price).text}" for name, price in prices]
    if taxes:
        said.append(f"消費税{'・'.join(f'{format_exact(rate * 100)}%' for rate in taxes)}を加算")
    return f"{text}（{'、'.join(said)}）" if said else text


def calculation(basis: str, snapshot: Snapshot, lines: tuple[Line, ...] = ()) -> Calculation | None:
    """A calculation with what it is evaluated with; None where there is none that can be read.

    Args:
        basis: as typed.
        snapshot: the request.
        lines: its line, and those that is a part of.
    """
    parsed = parse(basis) if basis else None
    if parsed is None or isinstance(parsed, Trouble):
        return None
    return Calculation(parsed, surroundings(basis, snapshot.totals.calculation_settings, lines))


def rounding_notes(figure: Figure, outcome: Outcome | None) -> str:
    """How a worked-out figure and the results written in its calculation were rounded, a line for each."""
    results = explain.results(outcome) if outcome is not None else []
    return "\n".join(filter(None, (explain.of_figure(figure), *results)))


def rounding_legend(lines: Iterable[LineTotals], snapshot: Snapshot) -> str:
    """The words below a table in which a line was rounded: 「※積算の千円未満は切上げ」.

    "" where none was, and where a result written in a calculation of the table was not rounded by that rule.
    """
    mode, table = snapshot.totals.calculation_settings.rounding.line, tuple(lines)
    if not any(map(_was_rounded, table)) or any(_was_rounded_otherwise(line, mode) for line in table):
        return ""
    return snapshot.standard.printing.rounding_note.replace("{rounding}", ROUNDING_WORDS[mode])


def source_notes(snapshot: Snapshot, row: FundingRowKey) -> tuple[str, ...]:
    """The calculations behind the sources of a funding row: 「要求額の国庫支出金: 42,433千円×1/2＝21,216千円（切捨て）」."""
    figures, standard = snapshot.totals.funding_rows[row], snapshot.standard
    notes = []
    for source in standard.sources_of(snapshot.totals.form):
        basis = snapshot.request.bases.get(place.funding(row, source.key), "")
        if basis:
            figure = figures.sources[source.key]
            text = printed_basis(basis, figure, figures.outcomes.get(source.key), snapshot)
            text = text.replace("\n", "、")
            rounded = figure.mode is not None and figure.exact != figure.derived and not figure.is_declared
            how = f"（{ROUNDING_WORDS[figure.mode]}）" if rounded and figure.mode else ""
            notes.append(f"{snapshot.totals.form.funding_label(row)}の{source.label}: {text}{how}")
    return tuple(notes)


def _was_rounded(line: LineTotals) -> bool:
    if line.parts:
        return any(map(_was_rounded, line.parts))
    if line.is_printed_as_heading:  # its figure is not printed
        return False
    amount = line.amount
    return line.outcome is not None and not amount.is_declared and amount.exact != amount.derived


def _was_rounded_otherwise(line: LineTotals, mode: RoundingMode) -> bool:
    """Whether a result written for a line or a part of it is neither exact nor what the rule gives."""
    results = line.outcome.results if line.outcome is not None else ()
    return any(result.exact != result.printed and not result.agrees_with(mode) for result in results) or any(
        _was_rounded_otherwise(part, mode) for part in line.parts
    )


def _prices(outcome: Outcome, snapshot: Snapshot) -> tuple[tuple[str, str], ...]:
    """The unit prices that a calculation names, as typed in the price table."""
    around = snapshot.totals.calculation_settings.surroundings
    found = [(name, find_price(around, name)) for name in outcome.names]
    return tuple((name, price) for name, price in found if price is not None)


def _names_tax(basis: str, prices: tuple[tuple[str, str], ...]) -> bool:
    return "税" in basis or any("税" in price for _, price in prices)


def _calculation_note(
    basis: str,
    outcome: Outcome,
    prices: tuple[tuple[str, str], ...],
    snapshot: Snapshot,
    lines: tuple[Line, ...],
) -> _CalculationNote:
    """A calculation worked out once more, for the results of its statements and the tax in it.

    A line handed over without those it is a part of may have its rate from them: they are looked for where its own
    does not give the outcome.
    """
    calculation_settings = snapshot.totals.calculation_settings
    if not _names_tax(basis, prices):
        return _worked(basis, prices, None, None, frozenset())
    around = surroundings(basis, calculation_settings, lines)
    worked = _worked(basis, prices, around.tax, around.tax_before, around.tax_rates)
    if worked.exact != outcome.exact and len(lines) == 1:
        around = surroundings(basis, calculation_settings, tuple(path_to(snapshot.request, lines[0].id)))
        worked = _worked(basis, prices, around.tax, around.tax_before, around.tax_rates)
    return worked


class _Printed(NamedTuple):
    """A basis in its printed form, and what is printed after it: its result, its sum, or nothing."""

    text: str
    wants: Literal["result", "sum", "nothing"]


class _CalculationNote(NamedTuple):
    """A basis worked out: its printed form with the results of its statements, and the rates of tax that it adds."""

    text: str
    exact: Fraction | None
    taxes: tuple[Fraction, ...]


@lru_cache(maxsize=1024)
def _printed(text: str) -> _Printed:
    basis = parse(text)
    if isinstance(basis, Trouble):
        return _Printed(text, "nothing")
    printed = print_basis(basis)
    if len(basis.statements) > 1:
        return _Printed(printed, "nothing" if ends_with_total(basis) else "sum")
    (statement,) = basis.statements
    has_result = statement.items[-1].printed is not None or statement.total is not None
    return _Printed(printed, "nothing" if has_result or _is_figure(statement) else "result")


@lru_cache(maxsize=1024)
def _worked(
    text: str,
    prices: tuple[tuple[str, str], ...],
    tax: Fraction | None,
    tax_before: Fraction | None,
    tax_rates: frozenset[Fraction],
) -> _CalculationNote:
    basis = parse(text)
    if isinstance(basis, Trouble):
        return _CalculationNote(text, None, ())
    around = Surroundings(dict(prices), tax, tax_before, tax_rates)
    remarks = list(_remarks(basis, tax_rates))
    for _, price in prices:
        priced = parse(price)
        if isinstance(priced, Basis):
            remarks += _remarks(priced, tax_rates)
    rates = dict.fromkeys(tax_rate(around, remark) for remark in remarks if is_before_tax(remark))
    taxes = tuple(rate for rate in rates if rate)
    if len(basis.statements) == 1:
        return _CalculationNote(print_basis(basis), evaluate(basis, around).exact, taxes)
    lines, before = [], Fraction(0)
    for index, statement in enumerate(basis.statements, start=1):
        # What is above counts too: a statement may speak of it by its label.
        exact = evaluate(Basis(basis.statements[:index]), around).exact
        if exact is None:
            return _CalculationNote(print_basis(basis), None, taxes)
        lines.append(print_basis(Basis((statement,))) + _own_result(statement, exact - before))
        before = exact
    return _CalculationNote("\n".join(lines), before, taxes)


def _own_result(statement: Statement, exact: Fraction) -> str:
    """「＝1,560千円」 for a statement without a result of its writer; none for a lone figure, or what is not whole 円."""
    is_written = statement.total is not None or any(item.printed is not None for item in statement.items)
    if is_written or _is_figure(statement) or (exact * 1000).denominator != 1:
        return ""
    return f"＝{format_exact(exact, _MINUS)}{UNIT}"


def _is_figure(statement: Statement) -> bool:
    terms = statement.items[0].terms
    return len(statement.items) == len(terms) == len(terms[0].factors) == 1


def _remarks(basis: Basis, tax_rates: frozenset[Fraction]) -> Iterator[str]:
    """The words in brackets after the factors of a basis, but for products that name their tax by a factor (×1.10)."""
    for statement in basis.statements:
        for item in statement.items:
            yield from _remarks_of(item.terms, tax_rates)


def _remarks_of(terms: tuple[Term, ...], tax_rates: frozenset[Fraction]) -> Iterator[str]:
    for term in terms:
        if has_tax_factor(term.factors, tax_rates):
            continue
        for factor in term.factors:
            yield factor.remark
            if isinstance(factor.atom, Group):
                yield from _remarks_of(factor.atom.terms, tax_rates)
