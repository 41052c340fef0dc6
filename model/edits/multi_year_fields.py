"""Reads and sets the values of commitments and continuing expenses by place.

Their places begin with ``owed/``, ``annual/`` and ``continuing/``.

Used by model/edits/fields, through which every typed value goes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final, TypeVar

from msgspec.structs import replace

from model.request.multi_year import AnnualAmount, CommitmentYear, ContinuingExpense
from model.request.part import Part
from model.request.place import Place
from model.request.request import Request
from model.values.amount import Amount

KINDS: Final = ("owed", "annual", "continuing")
_TEXTS: Final = frozenset({"year", "name", "note"})
_Row = TypeVar("_Row", CommitmentYear, AnnualAmount, ContinuingExpense)


def holds_amount(place: Place) -> bool:
    """Whether such a place holds an amount of 千円."""
    words = place.split("/")
    return len(words) > 2 and words[2] not in _TEXTS


def value_at(request: Request, place: Place) -> Amount:
    """What was typed at a place; None where it is blank or gone."""
    kind, row_id, *path = place.split("/")
    rows: Iterable[CommitmentYear | AnnualAmount | ContinuingExpense] = request.continuing
    if kind == "owed":
        rows = (row for owed in request.commitments for row in (*owed.years, *owed.granted))
    elif kind == "annual":
        rows = (row for expense in request.continuing for row in expense.years)
    row = next((row for row in rows if row.id == row_id), None)
    if row is None:
        return None
    cell = getattr(row, _table(path[0]))
    value: Amount = cell.get(path[1]) if len(path) > 1 else cell
    return value


def set_value(request: Request, place: Place, value: Amount) -> Request:
    """The request with another value at a place; the same request where the place is gone."""
    kind, row_id, *path = place.split("/")

    def changed(row: _Row) -> _Row:
        if row.id != row_id:
            return row
        field = _table(path[0])
        if len(path) == 1:
            return replace(row, **{field: value})
        cells: dict[str, Amount] = {key: kept for key, kept in getattr(row, field).items() if key != path[1]}
        # A cell keeps its place among the others, so that the columns of a sheet do not change their order.
        cells = {**getattr(row, field), path[1]: value} if value is not None and value != "" else cells
        return replace(row, **{field: cells})

    match kind:
        case "owed":
            return with_commitment_rows(request, lambda rows: _each(rows, changed))
        case "annual":
            continuing = _each(
                request.continuing, lambda expense: _with(expense, "years", _each(expense.years, changed))
            )
            return _with(request, "continuing", continuing)
        case _:
            return _with(request, "continuing", _each(request.continuing, changed))


def with_commitment_rows(
    request: Request, edit: Callable[[tuple[CommitmentYear, ...]], tuple[CommitmentYear, ...]]
) -> Request:
    """The request with the rows of every commitment, asked and granted, edited; what is unchanged stays identical."""
    commitments = _each(
        request.commitments,
        lambda commitment: _with(
            _with(commitment, "years", edit(commitment.years)), "granted", edit(commitment.granted)
        ),
    )
    return _with(request, "commitments", commitments)


_Member = TypeVar("_Member")
_Whole = TypeVar("_Whole", bound=Part)


def _each(rows: tuple[_Member, ...], edit: Callable[[_Member], _Member]) -> tuple[_Member, ...]:
    """The rows after an edit of each; the same tuple where none changed."""
    after = tuple(map(edit, rows))
    return rows if all(new is old for new, old in zip(after, rows, strict=True)) else after


def _with(whole: _Whole, field: str, value: object) -> _Whole:
    return whole if getattr(whole, field) is value else replace(whole, **{field: value})


def _table(name: str) -> str:
    """The field that a word of a place names: ``source`` stands for one of the row's sources."""
    return "sources" if name == "source" else name
