"""The inputs of checks of the whole request, by name, and which of them an edit changed.

Parts that an edit left alone keep their identity (model/request/request), so most inputs are compared by it alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import Any, Final

from model.figures.figures import Totals
from model.request.request import Request

_REQUEST: Final = (
    "header",
    "contact",
    "headcount",
    "funding_words",
    "sections",
    "assessment",
    "funding",
    "declared",
    "bases",
    "prices",
    "printed",
    "carried_previous",
    "funding_terms",
    "cuts",
    "answers",
    "standard",
)
_TOTALS: Final = (
    "form",
    "reckoning",
    "amount",
    "previous",
    "cut",
    "cost_rows",
    "funding_rows",
    "cut_parts",
    "unexplained_cut",
)
# Both a request and its totals have them; the totals hold what was typed too.
_BOTH: Final = ("groups", "commitments", "continuing", "components")

INPUTS: Final[dict[str, Callable[[Request, Totals], Any]]] = {
    **{name: (lambda get: lambda request, _totals: get(request))(attrgetter(name)) for name in _REQUEST},
    **{
        name: (lambda get: lambda _request, totals: get(totals))(attrgetter(name))
        for name in (*_TOTALS, *_BOTH)
    },
}


def inputs_of(request: Request, totals: Totals) -> dict[str, Any]:
    """Every input by its name."""
    return {name: get(request, totals) for name, get in INPUTS.items()}


def changed(now: Mapping[str, Any], before: Mapping[str, Any]) -> frozenset[str]:
    """The names of the inputs that are not what they were."""
    return frozenset(name for name, value in now.items() if not _is_same(value, before[name]))


def _is_same(now: Any, before: Any) -> bool:
    if now is before:
        return True
    if isinstance(now, tuple):  # of parts: an untouched one is the same object
        return len(now) == len(before) and all(map(_is, now, before))
    return bool(now == before)


def _is(one: object, other: object) -> bool:
    return one is other
