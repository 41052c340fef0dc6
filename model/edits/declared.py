"""Back to the derived figures where a total that was typed says the same: a page that was read in has every total typed.

Totals that differ from what is derived are never touched here: they are the writer's, and findings tell of them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from model.edits.fields import set_value
from model.figures.commitments import GENERAL
from model.figures.figures import Figure, LineTotals, Totals
from model.request import place
from model.request.place import Place
from model.request.request import Request
from model.standard.standard import Standard
from model.totals.totals import totals as totals_of


def release_agreeing(
    request: Request, totals: Totals, standard: Standard, among: Collection[Place] | None = None
) -> Request:
    """Drop every typed total that equals the derived one, so that it follows its parts from now on.

    Every figure stays what it was; a total from which another one follows is kept where both rest on it.

    Only totals ``among`` some places are looked at; None for all. The same request comes back where nothing agrees.
    """
    before = dict(_totals(totals))
    agreeing = {
        where: figure
        for where, figure in before.items()
        if figure.is_declared and not figure.differs and (among is None or where in among)
    }
    released = request
    for where in agreeing:
        released = set_value(released, where, None)
    if released is request:
        return request
    after = dict(_totals(totals_of(released, standard)))
    for where, figure in agreeing.items():
        if where not in after or after[where].value != figure.value:
            released = set_value(released, where, figure.typed)
    return released


def _totals(totals: Totals) -> Iterator[tuple[Place, Figure]]:
    """Every figure that is a total: of lines with parts, of tables, of the request line and the fixed tables."""
    yield place.REQUEST_AMOUNT, totals.amount
    yield place.REQUEST_PREVIOUS, totals.previous
    for group in totals.groups:
        yield place.group(group.group.id, "previous"), group.previous
        yield place.group(group.group.id, "amount"), group.amount
        yield from _of_lines(group.lines)
    for row, cost in totals.cost_rows.items():
        yield place.cost(row, "expense"), cost.expense
        yield place.cost(row, "labour"), cost.labour
        yield place.cost(row, "total"), cost.total
    for key, funding in totals.funding_rows.items():
        yield place.funding(key, place.EXPENSE), funding.expense
        yield place.funding(key, GENERAL), funding.general


def _of_lines(lines: tuple[LineTotals, ...]) -> Iterator[tuple[Place, Figure]]:
    for line in lines:
        if line.parts:  # what was typed beside a calculation is the writer's choice
            yield place.line(line.line.id, "previous"), line.previous
            yield place.line(line.line.id, "amount"), line.amount
            yield from _of_lines(line.parts)
