"""Unit prices that have changed in the section's shared table since the request took them over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

import msgspec

from model.basis.results import Outcome, Surroundings
from model.checks.case import Case
from model.checks.finding import Fix, thousands
from model.checks.rule import Found, WholeCheck
from model.figures.figures import CalculationSettings, Figure, LineTotals
from model.request import place
from model.request.place import Place
from model.request.request import Line
from model.totals.evaluate_basis import evaluate_line_basis
from model.totals.prices import changes, missing
from model.values.amount import round_exact

_SOURCE: Final = "課で共有する単価表"


@WholeCheck.rule("price", "単価は、課で共有する単価表の今の額。", _SOURCE, "info")
def prices_are_those_of_the_shared_table(case: Case) -> Iterator[Found]:
    """A price in use that the shared table gives otherwise: what each figure that uses it would become."""
    if not case.shared_prices.prices:
        return
    changed = {change.name: change for change in changes(case.request, case.shared_prices)}
    # A table beside the request is held against it at every keystroke: only lines that wait for a price are looked at.
    groups = (group for group in case.totals.groups if group.has_trouble)
    waiting = [line for group in groups for line in group.lines if line.has_trouble]
    lacking = [use for use in _uses(waiting, case) if use.outcome.trouble is not None]
    new = missing([use.basis for use in lacking], case.request, case.shared_prices)
    if not changed and not new:
        return
    prices = {**case.request.prices, **new, **{name: change.after for name, change in changed.items()}}
    after = msgspec.structs.replace(
        case.totals.calculation_settings, prices=prices, surroundings=Surroundings(prices)
    )
    lines = (line for group in case.totals.groups for line in group.lines) if changed else ()
    for use in _uses(lines, case):
        for change in (changed[name] for name in use.outcome.names if name in changed):
            what = f"単価が単価表では {change.before} から {change.after} に変わっています"
            yield _found(use, change.name, change.after, what, after)
    for use in lacking:
        for name, price in missing([use.basis], case.request, case.shared_prices).items():
            yield _found(use, name, price, f"単価が単価表にあります（{price}）", after)


def _found(use: _Use, name: str, price: str, what: str, after: CalculationSettings) -> Found:
    exact = evaluate_line_basis(use.basis, after, use.lines).exact
    would_be = None if exact is None else round_exact(exact, use.figure.mode or after.rounding.line)
    return Found(
        use.where,
        f"「{name}」の{what}。取り入れると、"
        f"「{use.name}」は {thousands(use.figure.value)} から {thousands(would_be)} になります。",
        fix=Fix(f"「{name}」の単価を取り入れる", f"price/{name}", price),
    )


class _Use(NamedTuple):
    """A figure whose calculation may name prices."""

    where: Place
    name: str
    basis: str
    outcome: Outcome
    figure: Figure
    lines: tuple[Line, ...]


def _uses(lines: Iterable[LineTotals], case: Case) -> Iterator[_Use]:
    """The figures that name prices or cannot be worked out: of the lines, then of every funding source."""
    for line, above in (pair for top in lines for pair in _walk(top)):
        if line.outcome is not None and (line.outcome.names or line.outcome.trouble is not None):
            own = line.line
            where = place.line(own.id, "amount")
            yield _Use(where, own.text, own.basis, line.outcome, line.amount, (own, *above))
    for row, figures in case.totals.funding_rows.items():
        for key, outcome in figures.outcomes.items():
            where = place.funding(row, key)
            name = f"{case.totals.form.funding_label(row)}の{case.standard.source_label(key)}"
            yield _Use(where, name, case.request.bases[where], outcome, figures.sources[key], ())


def _walk(line: LineTotals, above: tuple[Line, ...] = ()) -> Iterator[tuple[LineTotals, tuple[Line, ...]]]:
    """Each line with the lines it is a part of."""
    yield line, above
    for part in line.parts:
        yield from _walk(part, (line.line, *above))
