"""The figures of a page's tables: every one becomes a typed figure, 千円 and 人."""

from __future__ import annotations

from msgspec.structs import fields, replace

from model import people, place
from model.amount import Amount
from model.place import EXPENSE, GENERAL, Place
from model.request import Funding, Headcount, Request
from model.standard import Standard
from model.totals import totals
from templates.own_page.markup import Page

_DERIVED = (EXPENSE, GENERAL)
_ZERO_ROUNDS = 4  # a 0 of a row may make another one derived: expense, the rest, and both of a sum below


def with_figures(page: Page, request: Request, standard: Standard) -> Request:
    """The request with the figures of the page's tables and of its 要求額 line.

    The funding tables print 0 for a blank, so a 0 is taken over only where a blank would print something else or
    a sum is derived.
    """
    declared: dict[Place, Amount] = {}
    counts: dict[str, dict[str, str]] = {}
    money: dict[str, dict[str, Amount]] = {}
    zeros: list[Place] = []
    rows = {each.name for each in fields(Headcount)}, {each.name for each in fields(Funding)}
    for where in page.places:
        kind, _, rest = where.partition("/")
        row, _, column = rest.partition("/")
        value = page.amount(where)
        if kind == "headcount" and row in rows[0] and column:
            if count := _count(page.value(where)):
                counts.setdefault(row, {})[column] = count
        elif kind == "funding" and row in rows[1] and column:
            if value == 0:
                zeros.append(where)
            elif value is not None:
                (declared if column in _DERIVED else money.setdefault(row, {})).__setitem__(
                    where if column in _DERIVED else column, value
                )
        elif value is not None and (
            where in (place.REQUEST_AMOUNT, place.REQUEST_PREVIOUS) or (kind == "cost" and row in rows[0])
        ):
            declared[where] = value
    request = replace(
        request,
        declared=declared,
        headcount=replace(request.headcount, **counts),
        funding=replace(request.funding, **money),
    )
    return _with_zeros(request, zeros, standard)


def _count(printed: str) -> str:
    """A count of people as printed: 「1.9人」 is 1.9, 「人」 is blank; what is no count stands as it is."""
    number = printed.removesuffix(people.UNIT)
    return printed if people.is_unreadable(number) else number


def _with_zeros(request: Request, zeros: list[Place], standard: Standard) -> Request:
    for _ in range(_ZERO_ROUNDS):
        rows = totals(request, standard).funding_rows
        left: list[Place] = []
        for where in zeros:
            _, row, column = where.split("/")
            found = next((each for key, each in rows.items() if key == row), None)
            if found is None:
                continue
            figure = (
                found.expense
                if column == EXPENSE
                else found.general
                if column == GENERAL
                else found.sources.get(column)
            )
            if figure is None or figure.derived is None:
                left.append(where)
            elif column in _DERIVED:
                request = replace(request, declared={**request.declared, where: 0})
            else:
                cells = {**getattr(request.funding, row), column: 0}
                request = replace(request, funding=replace(request.funding, **{row: cells}))
        if len(left) == len(zeros):
            break
        zeros = left
    return request
