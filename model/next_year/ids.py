"""Ids of new parts of a draft: the same request always gives the same ones, and none is taken."""

from __future__ import annotations

from collections.abc import Iterator

from model.request.lines import walk
from model.request.request import Request


def of(request: Request) -> set[str]:
    """Every id of the request, none of which a new part may have."""

    def ids() -> Iterator[str]:
        for group in request.groups:
            yield group.id
            yield from (line.id for line, _ in walk(group.lines))
        yield from (section.id for section in request.sections)
        yield from (owed.id for owed in request.commitments)
        yield from (work.id for work in request.continuing)
        for owed in request.commitments:
            yield from (year.id for year in (*owed.years, *owed.granted))
        for continuing in request.continuing:
            yield from (annual.id for annual in continuing.years)
        for table in request.tables:
            yield table.id
            yield from (column.id for column in table.columns)
            yield from (row.id for row in table.rows)

    return set(ids())


def new(wanted: str, taken: set[str]) -> str:
    """An id that is not taken yet; the same request always gives the same one."""
    free = wanted
    while free in taken:
        free += "-"
    taken.add(free)
    return free
