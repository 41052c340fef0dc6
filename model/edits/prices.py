"""Taking unit prices (単価) from the section's shared table into a request, each as one edit."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from model.prices import PriceTable, changes, used_in
from model.request import Request


def adopt_used(request: Request, bases: Iterable[str], table: PriceTable) -> Request:
    """Keep in the request the prices that freshly typed bases name."""
    new: dict[str, str] = {}
    for basis in bases:
        new |= used_in(basis, request, table)
    return replace(request, prices={**request.prices, **new}) if new else request


def with_prices(request: Request, prices: dict[str, str]) -> Request:
    """The request with other prices in use."""
    return request if request.prices == prices else replace(request, prices=prices)


def take_over(request: Request, table: PriceTable) -> Request:
    """Take over every price in use that the shared table gives otherwise."""
    new = {change.name: change.after for change in changes(request, table)}
    return replace(request, prices={**request.prices, **new}) if new else request
