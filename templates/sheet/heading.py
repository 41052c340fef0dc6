"""The heading rows of a table of figures, for faces with cells that span: which cell spans what, which headings each figure has.

Headings over one another (財源内訳 over 未収入財源内訳 over 国庫支出金) come from the columns' paths; a column with fewer
reaches down to the last row of the headings.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import msgspec

from templates.sheet.blocks import Column


class ColumnGroup(msgspec.Struct, frozen=True):
    """Columns that stand side by side under one heading (財源内訳), or without one where ``over`` is blank."""

    over: str
    columns: tuple[Column, ...]


class HeadCell(msgspec.Struct, frozen=True):
    """A heading cell: a column's own label, or one over several columns; ``first`` is its first column, from 0."""

    id: str
    label: str
    first: int
    columns: int
    rows: int
    is_over: bool


class Heading(msgspec.Struct, frozen=True):
    """The heading of a table.

    Attributes:
        rows: its rows of cells from the top.
        ids: for each column the ids of the headings above a figure, from the top, separated by blanks.
    """

    rows: tuple[tuple[HeadCell, ...], ...]
    ids: tuple[str, ...]


def column_groups(columns: Sequence[Column]) -> list[ColumnGroup]:
    """The columns of a table cut where the heading above them changes."""
    return [
        ColumnGroup(over, tuple(group)) for over, group in groupby(columns, key=lambda column: column.over)
    ]


def heading(columns: Sequence[Column], key: str) -> Heading:
    """The heading rows of the columns of the table called ``key``, whose ids begin with it."""
    depth = max((len(column.path) for column in columns), default=1)
    rows: list[list[HeadCell]] = [[] for _ in range(depth)]
    ids: list[list[str]] = [[] for _ in columns]
    numbered = enumerate(column_groups(columns), start=1)
    groups = [number for number, group in numbered for _ in group.columns]
    for level in range(depth):
        runs = groupby(range(len(columns)), key=lambda index: _run(columns[index], index, level))
        for number, (_, members) in enumerate(runs, start=1):
            run = list(members)
            path = columns[run[0]].path
            if level >= len(path):
                continue
            is_own = level == len(path) - 1
            if is_own:
                own = f"{key}-{columns[run[0]].key}"
            elif columns[run[0]].over and level == 0:
                own = f"{key}-over-{groups[run[0]]}"
            else:
                own = f"{key}-under-{number}"
            down = depth - level if is_own else 1
            rows[level].append(HeadCell(own, path[level], run[0], len(run), down, not is_own))
            for index in run:
                ids[index].append(own)
    return Heading(tuple(map(tuple, rows)), tuple(map(" ".join, ids)))


def _run(column: Column, index: int, level: int) -> tuple[object, ...]:
    """What columns share that stand under one heading cell of a level; a column's own label is its own."""
    path = column.path
    return (*path[: level + 1], index) if level >= len(path) - 1 else path[: level + 1]
