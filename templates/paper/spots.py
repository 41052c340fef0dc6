"""From a place of the request to where it is printed, and back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from model.request.place import Place
from templates.paper.press import Spot

_ALIKE: Final = 2.0  # pt: spots no further apart stand in one row
_ABOVE: Final = 4.0  # pt that a value begins above its spot
_AT_THE_HEAD: Final = ("header", "contact")
"""Kinds of places that stand together at the head, be they printed or not."""


def spot_of(place: Place, spots: Sequence[Spot]) -> Spot | None:
    """Where a place is printed: its own spot, else that of its row, table or text; None where nothing of it is."""
    kind, _, rest = place.partition("/")
    row = f"{kind}/{rest.partition('/')[0]}/"
    nearest: Spot | None = None
    for spot in spots:
        if spot.place == place:
            return spot
        if nearest is None and (
            (rest.count("/") and spot.place.startswith(row))
            or (kind in _AT_THE_HEAD and spot.place.startswith(f"{kind}/"))
        ):
            nearest = spot
    return nearest


def spot_at(page: int, x: float, y: float, spots: Sequence[Spot]) -> Spot | None:
    """What is printed at a point of a page (from 0; pt from left and top): the last spot at or above it, of a row the last at or left of it."""
    above = [spot for spot in spots if spot.page == page and spot.y <= y + _ABOVE]
    if not above:
        return None
    lowest = max(spot.y for spot in above)
    row = sorted((spot for spot in above if spot.y > lowest - _ALIKE), key=lambda spot: spot.x)
    return next((spot for spot in reversed(row) if spot.x <= x + _ALIKE), row[0])
