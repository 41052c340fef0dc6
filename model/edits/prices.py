"""Taking unit prices (単価) from the section's shared table into a request, each as one edit."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from model.request.lines import lines_in
from model.request.request import Request
from model.totals.prices import PriceTable, changes, missing


def adopt_used(request: Request, bases: Iterable[str], table: PriceTable) -> Request:
    """Keep in the request the prices that freshly typed bases name."""
    new = missing(bases, request, table)
    return replace(request, prices={**request.prices, **new}) if new else request


def take_over(request: Request, table: PriceTable) -> Request:
    """Take over every price in use that the shared table gives otherwise, and those that calculations wait for."""
    new = {change.name: change.after for change in changes(request, table)}
    bases = (*(line.basis for line in lines_in(request) if line.basis), *request.bases.values())
    new |= missing(bases, request, table)
    return replace(request, prices={**request.prices, **new}) if new else request
