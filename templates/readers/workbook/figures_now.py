"""Every figure of a request by its place, to see what is derived where a typed number stands."""

from __future__ import annotations

from model.document.document import Snapshot
from model.figures.figures import Figure, every_line
from model.request import place
from model.request.place import Place


def figures_of(snapshot: Snapshot) -> dict[Place, Figure]:
    """The figures of the lines, the 合計, the request line and the fixed tables, 千円."""
    totals = snapshot.totals
    found: dict[Place, Figure] = {
        place.REQUEST_AMOUNT: totals.amount,
        place.REQUEST_PREVIOUS: totals.previous,
    }
    for group in totals.groups:
        found[place.group(group.group.id, "previous")] = group.previous
        found[place.group(group.group.id, "amount")] = group.amount
        for line in every_line(group.lines):
            found[place.line(line.line.id, "previous")] = line.previous
            found[place.line(line.line.id, "amount")] = line.amount
    for row, cost in totals.cost_rows.items():
        found[place.cost(row, "expense")] = cost.expense
        found[place.cost(row, "labour")] = cost.labour
        found[place.cost(row, "total")] = cost.total
    for key, funding in totals.funding_rows.items():
        found[place.funding(key, place.EXPENSE)] = funding.expense
        found[place.funding(key, place.GENERAL)] = funding.general
        found.update((place.funding(key, source), figure) for source, figure in funding.sources.items())
    return found
