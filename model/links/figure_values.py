"""What the figures are worth that a request's texts may be linked to, by their places."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from decimal import Decimal
from typing import Protocol

from model.figures.figures import Totals, every_line
from model.links.forms import FigureValue
from model.request import place
from model.request.place import EXPENSE, GENERAL, Place
from model.request.request import Request
from model.values.people import parse as parse_people

CHANGE = "change"
PERCENT = "percent"


class _InTwoYears(Protocol):
    """A line, a table or the whole with its 増減."""

    @property
    def change(self) -> int | None: ...

    @property
    def change_percent(self) -> Decimal | None: ...


def figure_values(
    request: Request, totals: Totals, wanted: Collection[Place] | None = None
) -> dict[Place, FigureValue | None]:
    """The figures of a request that a text can be linked to, in the order of the sheet: 千円, %, 人, or a period.

    Args:
        request: the request.
        totals: its figures.
        wanted: the places that are asked for; None for all. A place that is gone is left out.
    """
    parts = None if wanted is None else {where.split("/")[1] for where in wanted if "/" in where}
    found = _all(request, totals, parts)
    return {where: value for where, value in found if wanted is None or where in wanted}


def _all(
    request: Request, totals: Totals, parts: Collection[str] | None
) -> Iterator[tuple[Place, FigureValue | None]]:
    yield place.REQUEST_AMOUNT, totals.amount.value
    yield place.REQUEST_PREVIOUS, totals.previous.value
    yield from _changes("request", totals)
    for key, component in totals.components.items():
        yield place.component(key), component.value
    for group in totals.groups:
        yield place.group(group.group.id, "amount"), group.amount.value
        yield place.group(group.group.id, "previous"), group.previous.value
        yield from _changes(f"group/{group.group.id}", group)
        for line in every_line(group.lines):
            line_id = line.line.id
            if parts is None or line_id in parts:
                yield place.line(line_id, "amount"), line.amount.value
                yield place.line(line_id, "previous"), line.previous.value
                yield from _changes(f"line/{line_id}", line)
    for row, funds in totals.funding_rows.items():
        yield place.funding(row, EXPENSE), funds.expense.value
        for source, figure in funds.sources.items():
            yield place.funding(row, source), figure.value
        yield place.funding(row, GENERAL), funds.general.value
    for sheet_row, costs in totals.cost_rows.items():
        yield place.cost(sheet_row, "expense"), costs.expense.value
        yield place.cost(sheet_row, "labour"), costs.labour.value
        yield place.cost(sheet_row, "total"), costs.total.value
        typed: dict[str, str] = getattr(request.headcount, sheet_row)
        people = {key: count for key, text in typed.items() if (count := parse_people(text)) is not None}
        for category, count in (people | costs.people).items():
            yield place.headcount(sheet_row, category), count
    for owed in totals.commitments:
        yield place.commitment(owed.commitment.id, "limit"), owed.limit.value
        yield place.commitment(owed.commitment.id, "paid"), owed.paid.value
        yield place.commitment(owed.commitment.id, "period"), owed.period
        for year in owed.years:
            yield place.owed(year.row.id, "amount"), year.amount.value
    for work in totals.continuing:
        yield place.continuing(work.continuing.id, "total"), work.total.value
    assessment = request.assessment
    for field in ("amount", "held", "separate"):
        value = getattr(assessment, field)
        yield f"assessment/{field}", value if isinstance(value, int) else None


def _changes(where: Place, figures: _InTwoYears) -> Iterator[tuple[Place, FigureValue | None]]:
    yield f"{where}/{CHANGE}", figures.change
    yield f"{where}/{PERCENT}", figures.change_percent
