"""Sums over the versions in force, added up by the database and by nothing else: what every table is held against."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, and_, func, not_, select

from model.keys.request_keys import SheetKind
from model.register.listing import Selection, current_decisions, current_versions
from model.register.tables import (
    decided,
    decisions,
    figures,
    multi_year,
    multi_year_amounts,
    requests,
    versions,
)


def asked_sum(connection: Connection, chosen: Selection, column: SheetKind | str) -> int:
    """What is asked of a kind, or ``previous``, 千円."""
    query = select(func.sum(versions.c[column])).where(versions.c.id.in_(current_versions(chosen)))
    return int(connection.scalar(query) or 0)


def source_sum(connection: Connection, chosen: Selection, source: str) -> int:
    """What is asked of a source for 歳出, 千円; of forms with ``asked`` in the place of ``request`` that row."""
    with_request = select(figures.c.version).where(figures.c.row == "request")
    query = (
        select(func.sum(figures.c.amount))
        .select_from(figures.join(versions, versions.c.id == figures.c.version))
        .where(
            figures.c.source == source,
            versions.c.expenditure.is_not(None),
            figures.c.version.in_(current_versions(chosen)),
            (figures.c.row == "request")
            | and_(figures.c.row == "asked", figures.c.version.not_in(with_request)),
        )
    )
    return int(connection.scalar(query) or 0)


def decided_sum(connection: Connection, chosen: Selection, row: str, kind: SheetKind = "expenditure") -> int:
    """What is decided of a row (assessed, held, separate) on the versions in force, by the sources together, 千円."""
    query = (
        select(func.sum(decided.c.amount))
        .select_from(
            decided.join(decisions, decisions.c.id == decided.c.decision).join(
                versions, versions.c.id == decisions.c.version
            )
        )
        .where(
            decided.c.row == row,
            versions.c[kind].is_not(None),
            decisions.c.id.in_(current_decisions(chosen)),
            versions.c.id.in_(current_versions(chosen)),
        )
    )
    return int(connection.scalar(query) or 0)


def multi_year_sum(connection: Connection, chosen: Selection, kind: str, year: int | None = None) -> int:
    """What 債務負担行為 or 継続費 owe in a fiscal year, or in all, 千円; none is counted twice (``is_told_twice``)."""
    query = (
        select(func.sum(multi_year_amounts.c.amount))
        .select_from(
            multi_year_amounts.join(versions, versions.c.id == multi_year_amounts.c.version).join(
                requests, requests.c.id == versions.c.request
            )
        )
        .where(
            multi_year_amounts.c.kind == kind,
            versions.c.id.in_(current_versions(chosen)),
            not_(is_told_twice(multi_year_amounts.c.item, chosen)),
        )
    )
    if year is not None:
        query = query.where(multi_year_amounts.c.year == year)
    return int(connection.scalar(query) or 0)


def is_told_twice(item: ColumnElement[str], chosen: Selection) -> ColumnElement[bool]:
    """Whether an item of an ordinary request stands on a sheet of its own (債務負担行為要求書) too, which then counts."""
    others, own, sheets = versions.alias(), multi_year.alias(), requests.alias()
    return and_(
        requests.c.kind == "expenditure",
        select(own.c.item)
        .select_from(
            own.join(others, others.c.id == own.c.version).join(sheets, sheets.c.id == others.c.request)
        )
        .where(
            own.c.item == item,
            sheets.c.kind != "expenditure",
            sheets.c.lineage == requests.c.lineage,
            sheets.c.year == requests.c.year,
            sheets.c.budget == requests.c.budget,
            others.c.stage == versions.c.stage,
            others.c.id.in_(current_versions(chosen)),
        )
        .exists(),
    )
