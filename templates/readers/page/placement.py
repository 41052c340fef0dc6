"""Into which columns the figures of a row belong where the text of a page has lost its empty cells.

A row with as many figures as its table has columns needs none of this. Of any other only that is taken which is the
same in every way to place its figures that the arithmetic of the sheet allows; the caller lists what is left.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import combinations, product
from math import comb, prod
from typing import Final, TypeAlias, TypeVar

from model.values import people
from model.values.amount import half_width, parse

Cells: TypeAlias = tuple[str, ...]
Key = TypeVar("Key", bound=str)

_NOTHING: Final = ("", "-", "−", "―", "人", "千円")
MOST_WAYS: Final = 3_000  # ways that are tried together; where there are more, they are left as they are


def number(cell: str) -> Decimal:
    """The number in a cell, 千円 or 人: 0 in an empty one, NaN (which equals nothing) where it cannot be read."""
    plain = half_width(cell).strip()
    if plain in _NOTHING:
        return Decimal(0)
    amount = parse(plain)
    count = Decimal(amount) if isinstance(amount, int) else people.parse(plain)
    return Decimal("NaN") if count is None else count


def placements(figures: Sequence[str], width: int) -> list[Cells]:
    """Every way to put figures into ``width`` columns in their order, the other cells empty; none where there are too many."""
    if comb(width, len(figures)) > MOST_WAYS:
        return []
    return [
        tuple(figures[columns.index(column)] if column in columns else "" for column in range(width))
        for columns in combinations(range(width), len(figures))
    ]


def is_sum_first(cells: Cells) -> bool:
    """Whether the first figure is the sum of the others, as 事業費 and 限度額 are of their sources."""
    return number(cells[0]) == sum(map(number, cells[1:]))


def agreed(ways: Sequence[Cells]) -> list[str | None]:
    """The cell of each column; None where not all ways have the same."""
    return [cells[0] if len(set(cells)) == 1 else None for cells in zip(*ways, strict=True)]


def narrowed(rows: Mapping[Key, list[Cells]], sums: Mapping[Key, Sequence[Key]]) -> dict[Key, list[Cells]]:
    """The ways of each row with which the rows that are sums of others are so in every column.

    A row of a sum that is missing makes the sum unknown.
    """
    left = dict(rows)
    for total, parts in sums.items():
        keys = (total, *parts)
        if not all(key in left for key in keys) or prod(len(left[key]) for key in keys) > MOST_WAYS:
            continue
        numbered = [[(cells, [number(cell) for cell in cells]) for cells in left[key]] for key in keys]
        fits = [
            [cells for cells, _ in ways]
            for ways in product(*numbered)
            if all(
                column[0] == sum(column[1:]) for column in zip(*(values for _, values in ways), strict=True)
            )
        ]
        for key, ways in zip(keys, zip(*fits, strict=True), strict=False):
            left[key] = list(dict.fromkeys(ways))
    return left
