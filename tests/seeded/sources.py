"""The sheets into which errors are put: the real one, the published cases, made-up ones of kinds that the cases lack."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from msgspec.structs import replace

from model.figures.figures import LineTotals
from model.request import place
from model.request.place import Place
from model.request.request import AsPrinted, Request
from model.standard.form import BREADCRUMB, fill_year
from model.totals.totals import totals
from model.values.amount import Amount
from templates.readers.page import read_text
from tests.cases import cases, page
from tests.commitment_requests import dam, facilities, heritage, risen, twenty_years
from tests.samples import declared_sample, set_values, standard


def declared(request: Request) -> Request:
    """The request with every figure typed that is derived, as a published page prints it."""
    figures = totals(request, standard())
    values: list[tuple[Place, Amount]] = []
    if figures.amount.shown is not None:
        values.append((place.REQUEST_AMOUNT, figures.amount.value))
    if figures.previous.shown is not None and figures.form.page.has_previous:
        values.append((place.REQUEST_PREVIOUS, figures.previous.value))
    for group in figures.groups:
        values += [(place.group(group.group.id, year), group.of(year).value) for year in place.YEARS]
        values += [each for line in group.lines for each in _of_line(line)]
    for row, cost in figures.cost_rows.items():
        if cost.total.value is not None:
            values += [
                (f"cost/{row}/{key}", cost.of(key).value or 0) for key in ("expense", "labour", "total")
            ]
        values += [(f"headcount/{row}/{key}", str(people)) for key, people in cost.people.items()]
    for key, funds in figures.funding_rows.items():
        if funds.expense.value is not None:
            values += [(place.funding(key, each), cell.value or 0) for each, cell in funds.sources.items()]
            values += [
                (place.funding(key, place.EXPENSE), funds.expense.value),
                (place.funding(key, place.GENERAL), funds.general.value),
            ]
    for owed in figures.commitments:
        if owed.has_years:
            values.append((place.commitment(owed.commitment.id, "limit"), owed.limit.value))
        for year in (*owed.years, *owed.granted):
            if year.amount.value is not None:
                values += [
                    (place.owed(year.row.id, "amount"), year.amount.value),
                    (place.commitment_year_source(year.row.id, place.GENERAL), year.general.value),
                ]
    for work in figures.continuing:
        before, after = work.total_before.value, work.total.value
        values += [(f"continuing/{work.continuing.id}/total", after)]
        if work.is_change:
            values += [(f"continuing/{work.continuing.id}/total_before", before)]
        for annual in work.years:
            values += [
                (place.annual(annual.row.id, "before", place.GENERAL), annual.before[place.GENERAL].value),
                (place.annual(annual.row.id, "after", place.GENERAL), annual.after[place.GENERAL].value),
            ]
    return with_words(set_values(request, values))


def _of_line(line: LineTotals) -> Iterator[tuple[Place, Amount]]:
    if line.parts or line.outcome is not None:
        yield place.line(line.line.id, "amount"), line.amount.value
        if line.previous.value is not None:
            yield place.line(line.line.id, "previous"), line.previous.value
    for part in line.parts:
        yield from _of_line(part)


def with_words(request: Request) -> Request:
    """The request with the words typed that name a year: the breadcrumb, the rows of costs, the legends."""
    form = standard().form_of(request)
    printing = standard().printing
    words = {f"cost/{plan.row}": form.cost_label(plan.row) for plan in form.cost_rows}
    words[BREADCRUMB] = fill_year(printing.breadcrumb, form.year)
    legend = fill_year(printing.cost_note, form.year)
    return replace(
        request,
        printed=AsPrinted({**words, **request.printed.words}, request.printed.without),
        groups=tuple(
            replace(group, note=legend) if group.previous is not None and not group.note else group
            for group in request.groups
        ),
    )


@cache
def published() -> dict[str, Request]:
    """The real sheet and the published cases by number, every printed figure typed."""
    read = {number: with_words(read_text(page(number), standard()).request) for number in cases()}
    return {"seed": with_words(declared_sample()), **read}


@cache
def made_up() -> dict[str, Request]:
    """Sheets of their own, of which no case prints the table: commitments, a continuing expense, a carry-over."""
    makers = (facilities, twenty_years, risen, dam, heritage)
    return {make.__name__: declared(make()) for make in makers}
