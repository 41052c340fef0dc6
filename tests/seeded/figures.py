"""Errors in a single figure: off by one, by a power of ten, digits in the wrong order, a sign, a head of staff."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from model.edits.fields import set_value
from model.request.lines import walk
from model.request.place import Place
from model.request.request import Request
from tests.seeded.mutation import Mutation

COST_ROWS = ("standing", "assessed", "request", "total", "previous")


def printed_figures(request: Request) -> Iterator[tuple[Place, int]]:
    """Every figure that stands on the sheet, with its place."""
    for where, value in _figures(request):
        if isinstance(value, int):
            yield where, value


def _figures(request: Request) -> Iterator[tuple[Place, object]]:
    yield from request.declared.items()
    for key, value in request.components.items():
        yield f"component/{key}", value
    for field in ("amount", "held", "separate"):
        yield f"assessment/{field}", getattr(request.assessment, field)
    for group in request.groups:
        for year in ("previous", "amount"):
            yield f"group/{group.id}/{year}", getattr(group, year)
            for line, _ in walk(group.lines):
                yield f"line/{line.id}/{year}", getattr(line, year)
    for row in request.funding.__struct_fields__:
        for key, value in getattr(request.funding, row).items():
            yield f"funding/{row}/{key}", value
    for owed in request.commitments:
        yield f"commitment/{owed.id}/limit", owed.limit
        for year in (*owed.years, *owed.granted):
            for field in ("amount", "contracted", "changed"):
                yield f"owed/{year.id}/{field}", getattr(year, field)
            for key, value in year.sources.items():
                yield f"owed/{year.id}/source/{key}", value
    for work in request.continuing:
        for field in ("total", "total_before"):
            yield f"continuing/{work.id}/{field}", getattr(work, field)
        for annual in work.years:
            for side in ("before", "after"):
                for key, value in getattr(annual, side).items():
                    yield f"annual/{annual.id}/{side}/{key}", value


def _swapped(value: int) -> Iterator[int]:
    digits, sign = str(abs(value)), -1 if value < 0 else 1
    for at in range(len(digits) - 1):
        if digits[at] != digits[at + 1] and (at or digits[at + 1] != "0"):
            yield sign * int(digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :])


def _changed_digits(value: int) -> Iterator[int]:
    digits, sign = str(abs(value)), -1 if value < 0 else 1
    for at in range(len(digits) if value else 0):
        other = (int(digits[at]) + 3) % 10
        if at or other:
            yield sign * int(digits[:at] + str(other) + digits[at + 1 :])


def _shortened(value: int) -> Iterator[int]:
    digits, sign = str(abs(value)), -1 if value < 0 else 1
    if len(digits) > 1:
        yield sign * int(digits[:-1])


KINDS: dict[str, Callable[[int], Iterator[int]]] = {
    "1多い": lambda value: iter([value + 1]),
    "1少ない": lambda value: iter([value - 1]),
    "10倍": lambda value: iter([value * 10]),
    "1/10": lambda value: iter([value // 10] if value % 10 == 0 else []),
    "1000倍": lambda value: iter([value * 1000]),
    "1/1000": lambda value: iter([value // 1000] if abs(value) >= 1000 else []),
    "隣の数字の入れ替え": _swapped,
    "数字一つの違い": _changed_digits,
    "末尾の数字の落ち": _shortened,
    "符号": lambda value: iter([-value]),
}


def wrong_figures(request: Request) -> Iterator[Mutation]:
    """Every figure of the sheet wrong in every way."""
    for where, value in printed_figures(request):
        for kind, ways in KINDS.items():
            for wrong in ways(value):
                if wrong != value:
                    edited = set_value(request, where, wrong)
                    yield Mutation(kind, frozenset({where}), edited, f"{where}: {value:,} → {wrong:,}")


def wrong_people(request: Request) -> Iterator[Mutation]:
    """Every count of people with one digit more or less, its digits in another order, or its point moved."""
    for row in COST_ROWS:
        for key, text in getattr(request.headcount, row).items():
            for wrong in _wrong_counts(text):
                where = f"headcount/{row}/{key}"
                edited = set_value(request, where, wrong)
                yield Mutation("人役", frozenset({where}), edited, f"{where}: {text} → {wrong}")


def _wrong_counts(text: str) -> Iterator[str]:
    if not text.replace(".", "", 1).isdigit():
        return
    for at, digit in enumerate(text):
        if digit != ".":
            yield f"{text[:at]}{(int(digit) + 1) % 10}{text[at + 1 :]}"
    if "." in text and float(text):
        yield text.replace(".", "")
        whole, _, decimals = text.partition(".")
        if whole[-1] != decimals[0]:
            yield f"{whole[:-1]}{decimals[0]}.{whole[-1]}{decimals[1:]}"
