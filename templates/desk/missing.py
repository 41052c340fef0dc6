"""The sections (課) of the Standard's list from which nothing has come."""

from __future__ import annotations

from sqlalchemy import Connection, select

from model.register.listing import Selection, current_versions
from model.register.tables import versions
from model.standard.parts import Office
from model.standard.standard import Standard


def missing_offices(connection: Connection, standard: Standard, year: int) -> list[Office]:
    """The offices of a fiscal year that have no request in the register, in the order of the list."""
    query = select(versions.c.section_code, versions.c.bureau, versions.c.section).distinct()
    there = list(connection.execute(query.where(versions.c.id.in_(current_versions(Selection(year))))))
    codes = {code for code, *_ in there}
    names = {(bureau, section) for _, bureau, section in there}
    return [
        office
        for office in standard.offices
        if office.holds_in(year)
        and office.code not in codes
        and (office.department, office.name) not in names
    ]
