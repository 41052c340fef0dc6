"""The unit of a table's amounts by the calculations beside them: where 「8人×12回×14,000円」 is 1,344, the amounts are 千円."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import islice
from typing import Final

from model.basis.evaluating import evaluate
from model.basis.reading import parse
from model.basis.recognizing import looks_like_basis
from model.basis.terms import Basis
from model.values.amount import UNITS, Exact, Written, in_yen
from templates.readers.tables.cell_amount import written
from templates.readers.tables.columns.columns import Role
from templates.readers.tables.grid import Grid

_OF_WORDS: Final = ("basis", "remark", "other")
_MOST: Final = 12  # calculations that are worked out
_TIMES: Final = ("×", "@", "＠", "*", "x", "X", "✕")


def calculated_unit(grid: Grid, roles: Mapping[int, Role], rows: Sequence[int], least: int = 1) -> str:
    """The unit in which the amounts are what the calculations beside them give, in so many rows at least; "" where they name none, or several."""
    found = Counter(islice(_units(grid, roles, rows), _MOST))
    wrong = found.pop("", 0)
    if len(found) != 1:
        return ""
    ((unit, count),) = found.items()
    return unit if count >= least and count > wrong else ""


def _units(grid: Grid, roles: Mapping[int, Role], rows: Sequence[int]) -> Iterator[str]:
    """The unit of each amount that stands beside a calculation; "" where it is not what that gives."""
    amount = next((column for column, role in roles.items() if role == "amount"), 0)
    words = [column for column, role in roles.items() if role in _OF_WORDS]
    for row in rows:
        texts = [
            text
            for column in words
            if "円" in (text := grid.text(row, column)) and any(sign in text for sign in _TIMES)
        ]
        figure = written(grid, row, amount) if texts else None
        if figure is None or figure.unit or not figure.number:
            continue
        for text in texts:
            if exact := worked_out(text):
                yield _unit(Fraction(figure.number), Fraction(exact) * 1_000)


def worked_out(text: str) -> Exact | None:
    """What a calculation gives, 千円; None for other words, and where it has no price: 「8人×3泊」."""
    found = parse(text) if looks_like_basis(text) else None
    return evaluate(found).exact if isinstance(found, Basis) else None


def _unit(number: Fraction, yen: Fraction) -> str:
    """The unit in which a number is so many 円, rounded; "" for none."""
    for unit in sorted(filter(None, UNITS)):
        one = Fraction(in_yen(Written(1, ""), unit))
        if abs(number * one - yen) < one:
            return unit
    return ""
