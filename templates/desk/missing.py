"""The sections (課) of the Standard's list from which nothing has come."""

from __future__ import annotations

from collections.abc import Iterable

from model.register.listing import RegisterRow
from model.standard.parts import Office
from model.standard.standard import Standard


def missing_offices(rows: Iterable[RegisterRow], standard: Standard, year: int) -> list[Office]:
    """The offices of a fiscal year that have no request among the rows, in the order of the list."""
    there = [row for row in rows if row.year == year]
    codes = {row.section_code for row in there}
    names = {(row.bureau, row.section) for row in there}
    return [
        office
        for office in standard.offices
        if office.holds_in(year)
        and office.code not in codes
        and (office.department, office.name) not in names
    ]
