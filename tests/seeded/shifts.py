"""Errors of place: a row dropped, two columns of a row exchanged, a row shifted, a source in its neighbour's column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from model.edits.fields import set_value, value_at
from model.edits.structure import delete_lines
from model.request.lines import walk
from model.request.multi_year import AnnualAmount, CommitmentYear
from model.request.parts import delete_part
from model.request.place import Place
from model.request.request import Request
from model.values.amount import Amount
from tests.samples import set_values, standard
from tests.seeded.figures import COST_ROWS
from tests.seeded.mutation import Mutation

_SOURCES = [source.key for source in standard().funding_sources]
_COLUMNS = ["expense", *_SOURCES, "general"]


def dropped_rows(request: Request) -> Iterator[Mutation]:
    """Every line, every row of the fixed tables and every year of a table of years left out."""
    for group in request.groups:
        for line, _ in walk(group.lines):
            places = frozenset({f"line/{line.id}/previous", f"line/{line.id}/amount"})
            yield Mutation("行の落ち", places, delete_lines(request, [line.id]), f"行「{line.text}」がない")
    for row in COST_ROWS:
        places = [f"cost/{row}/{key}" for key in ("expense", "labour", "total")]
        people = [f"headcount/{row}/{key}" for key in getattr(request.headcount, row)]
        yield from _cleared(request, [*places, *people], f"トータルコストの行 {row}")
    for row in request.funding.__struct_fields__:
        yield from _cleared(request, [f"funding/{row}/{key}" for key in _COLUMNS], f"財源の行 {row}")
    for owed in request.commitments:
        for year in (*owed.years, *owed.granted):
            places = [f"owed/{year.id}/amount", f"owed/{year.id}/year", f"commitment/{owed.id}/period"]
            yield Mutation(
                "行の落ち",
                frozenset(places),
                delete_part(request, CommitmentYear, year.id),
                f"{year.year}がない",
            )
    for work in request.continuing:
        for annual in work.years:
            where = frozenset({f"annual/{annual.id}/after/expense"})
            yield Mutation(
                "行の落ち", where, delete_part(request, AnnualAmount, annual.id), f"{annual.year}がない"
            )


def dropped_totals(request: Request) -> Iterator[Mutation]:
    """Every printed total left out: the program's own figure stands there then."""
    for group in request.groups:
        places = [f"group/{group.id}/{year}" for year in ("previous", "amount")]
        yield from _cleared(request, places, f"「{group.title}」の合計", "合計の落ち")
    for where in request.declared:
        yield from _cleared(request, [where], where, "合計の落ち")


def _cleared(request: Request, places: list[Place], what: str, kind: str = "行の落ち") -> Iterator[Mutation]:
    edited = set_values(request, [(where, None) for where in places])
    if edited != request:
        yield Mutation(kind, frozenset(places), edited, f"{what}がない")


def exchanged_columns(request: Request) -> Iterator[Mutation]:
    """Two neighbouring columns of a row exchanged, and a row moved by one column."""
    for row in _rows(request):
        for one, other in pairwise(row):
            yield from _set(
                request,
                [one, other],
                [value_at(request, other), value_at(request, one)],
                "隣の列との入れ替え",
            )
        values = [value_at(request, where) for where in row]
        yield from _set(request, row, [None, *values[:-1]], "列のずれ")
        yield from _set(request, row, [*values[1:], None], "列のずれ")


def _rows(request: Request) -> Iterator[list[Place]]:
    for group in request.groups:
        yield [f"group/{group.id}/{year}" for year in ("previous", "amount")]
        for line, _ in walk(group.lines):
            yield [f"line/{line.id}/{year}" for year in ("previous", "amount")]
    for row in COST_ROWS:
        yield [f"cost/{row}/{key}" for key in ("expense", "labour", "total")]
    for row in request.funding.__struct_fields__:
        if getattr(request.funding, row):
            yield [f"funding/{row}/{key}" for key in _COLUMNS if _is_printed(request, row, key)]
    yield ["request/previous", "request/amount"]


def _is_printed(request: Request, row: str, key: str) -> bool:
    return value_at(request, f"funding/{row}/{key}") is not None


def _set(request: Request, places: list[Place], values: Iterable[Amount], kind: str) -> Iterator[Mutation]:
    edited = set_values(request, zip(places, values, strict=True))
    if edited != request:
        yield Mutation(kind, frozenset(places), edited, " ".join(places))


def moved_sources(request: Request) -> Iterator[Mutation]:
    """The money of a source in the column beside it, or part of it lost on the way."""
    for row in request.funding.__struct_fields__:
        keys = [key for key in _SOURCES if _is_printed(request, row, key)] + ["general"]
        for one, other in pairwise(keys):
            here, there = f"funding/{row}/{one}", f"funding/{row}/{other}"
            money, beside = value_at(request, here), value_at(request, there)
            if not isinstance(money, int) or not isinstance(beside, int) or not money:
                continue
            moved = set_values(request, [(here, 0), (there, beside + money)])
            yield Mutation("財源の移し違い", frozenset({here, there}), moved, f"{here} → {there}")
            lost = set_value(request, here, 0)
            yield Mutation("財源の落ち", frozenset({here}), lost, f"{here}: {money:,} → 0")
