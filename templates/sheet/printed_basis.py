"""Calculations (積算) in print: their words with the result, what Excel works them out from, how the result was rounded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Final

import msgspec

from model.basis.evaluating import evaluate
from model.basis.pricing import find_price, has_tax_factor, is_before_tax, tax_rate
from model.basis.printing import print_basis
from model.basis.reading import parse
from model.basis.results import Outcome, Surroundings
from model.basis.terms import Basis, Group, Statement, Term
from model.basis.written_totals import ends_with_total
from model.document.document import Snapshot
from model.figures.figures import CalculationSettings, Figure, LineTotals
from model.names import explain
from model.request import place
from model.request.lines import path_to
from model.request.request import FundingRowKey, Line
from model.totals.evaluate_basis import surroundings
from model.values.amount import ROUNDING_WORDS, RoundingMode, format_amount, format_exact
from templates.sheet.blocks import UNIT, Calculation

_SUM: Final = "計"


def printed_basis(
    basis: str, figure: Figure, outcome: Outcome | None, snapshot: Snapshot, lines: tuple[Line, ...] = ()
) -> str:
    """A calculation as the published pages print it, with its figure as the result: 「20,845円×11か月＝230千円」.

    After it stands what cannot be seen in it: 「（普通旅費 3,000円、消費税10%を加算）」. No result is added where the writer
    wrote one, where a typed figure stands against it, or where it is no calculation.
    The figure has no value where a calculation gives none by itself. Of the ``lines`` the first is its own, the others those that
    it is a part of.
    """
    if outcome is None or outcome.basis is None:
        return basis
    text = print_basis(outcome.basis)
    if outcome.exact is None:
        return text
    claims = figure.derived is not None and not figure.is_declared
    has_result, is_sum = _has_result(outcome.basis), len(outcome.basis.statements) > 1
    prices = _prices(outcome, snapshot)
    taxes: tuple[Fraction, ...] = ()
    if (claims and is_sum and not has_result) or "税" in "".join((basis, *prices.values())):
        worked = _calculation_note(basis, outcome.basis, outcome.exact, prices, snapshot, lines)
        text = worked.text if claims and is_sum and not has_result else text
        taxes = worked.taxes if claims or has_result else ()
    if claims and not has_result:
        result = f"{format_amount(figure.derived)}{UNIT}"
        text += f"\n{_SUM} {result}" if is_sum else f"＝{result}"
    said = [f"{name} {_price_text(price)}" for name, price in prices.items()]
    if taxes:
        said.append(f"消費税{'・'.join(f'{format_exact(rate * 100)}%' for rate in taxes)}を加算")
    return f"{text}（{'、'.join(said)}）" if said else text


def calculation(
    basis: str, outcome: Outcome | None, by: CalculationSettings, lines: tuple[Line, ...] = ()
) -> Calculation | None:
    """A calculation as typed with what it is evaluated with; None where there is none that can be read.

    Of the ``lines`` the first is its own, the others those that it is a part of.
    """
    if outcome is None or outcome.basis is None:
        return None
    return Calculation(outcome.basis, surroundings(basis, by, lines))


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


def _prices(outcome: Outcome, snapshot: Snapshot) -> dict[str, str]:
    """The unit prices that a calculation names, as typed in the price table."""
    around = snapshot.totals.calculation_settings.surroundings
    return {name: price for name in outcome.names if (price := find_price(around, name)) is not None}


def _price_text(price: str) -> str:
    basis = parse(price)
    return print_basis(basis) if isinstance(basis, Basis) else price


class _CalculationNote(msgspec.Struct, frozen=True):
    """A basis worked out: its printed form with the results of its statements, and the rates of tax that it adds."""

    text: str
    exact: Fraction | None
    taxes: tuple[Fraction, ...]


def _calculation_note(
    basis: str,
    parsed: Basis,
    exact: Fraction,
    prices: dict[str, str],
    snapshot: Snapshot,
    lines: tuple[Line, ...],
) -> _CalculationNote:
    """A calculation worked out once more, for the results of its statements and the tax in it.

    A line given without those it is a part of may have its rate from them: they are looked for where its own does not
    give what the calculation comes to (``exact``, 千円).
    """
    by = snapshot.totals.calculation_settings
    worked = _worked(parsed, prices, surroundings(basis, by, lines))
    if worked.exact != exact and len(lines) == 1:
        above = tuple(path_to(snapshot.request, lines[0].id))
        worked = _worked(parsed, prices, surroundings(basis, by, above))
    return worked


def _worked(basis: Basis, prices: dict[str, str], around: Surroundings) -> _CalculationNote:
    remarks = list(_remarks(basis, around.tax_rates))
    for price in map(parse, prices.values()):
        if isinstance(price, Basis):
            remarks += _remarks(price, around.tax_rates)
    rates = dict.fromkeys(tax_rate(around, remark) for remark in remarks if is_before_tax(remark))
    taxes = tuple(rate for rate in rates if rate)
    if len(basis.statements) == 1:
        return _CalculationNote(print_basis(basis), evaluate(basis, around).exact, taxes)
    lines, before = [], Fraction(0)
    for index, statement in enumerate(basis.statements, start=1):
        # What is above counts too: a statement may name it by its label.
        exact = evaluate(Basis(basis.statements[:index]), around).exact
        if exact is None:
            return _CalculationNote(print_basis(basis), None, taxes)
        lines.append(print_basis(Basis((statement,))) + _own_result(statement, exact - before))
        before = exact
    return _CalculationNote("\n".join(lines), before, taxes)


def _has_result(basis: Basis) -> bool:
    """Whether the writer wrote the result of a basis, or it is a lone figure."""
    if len(basis.statements) > 1:
        return ends_with_total(basis)
    (statement,) = basis.statements
    return statement.items[-1].printed is not None or statement.total is not None or _is_figure(statement)


def _own_result(statement: Statement, exact: Fraction) -> str:
    """「＝1,560千円」 for a statement without a result of its writer; none for a lone figure, or what is not whole 円."""
    is_written = statement.total is not None or any(item.printed is not None for item in statement.items)
    if is_written or _is_figure(statement) or (exact * 1000).denominator != 1:
        return ""
    return f"＝{format_exact(exact)}{UNIT}"


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
