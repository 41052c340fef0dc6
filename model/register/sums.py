"""Sums over the versions in force, added up by the database and by nothing else: what every table is held against."""

from __future__ import annotations

from typing import Any, Final, Literal, TypeAlias

from sqlalchemy import ColumnElement, Connection, FromClause, Select, Table, and_, func, not_, or_, select

from model.keys.request_keys import KIND_LABELS, SheetKind
from model.register.listing import Selection, at_stage, current_decisions, current_versions, with_requests
from model.register.tables import (
    decided,
    decisions,
    figures,
    hand_changes,
    multi_year,
    multi_year_amounts,
    questions,
    requests,
    stages,
    versions,
)

Summed: TypeAlias = SheetKind | Literal["previous", "declared"]
"""A column of ``versions``: what is asked of a kind, 前年度予算額, or how many typed totals differ from what their parts come to."""
_OF_REQUESTS: Final = versions.join(requests, requests.c.id == versions.c.request)
_DECIDED_ON: Final = decisions.join(versions, versions.c.id == decisions.c.version)
_DECIDED: Final = _DECIDED_ON.join(decided, decided.c.decision == decisions.c.id)


def version_sum(
    connection: Connection, chosen: Selection, column: Summed, kind: SheetKind | None = None
) -> int:
    """The sum of a column, of the requests of a kind alone or of all; amounts are 千円."""
    query = select(func.sum(versions.c[column])).select_from(_OF_REQUESTS).where(_in_force(chosen))
    return _number(connection, query if kind is None else query.where(requests.c.kind == kind))


def kind_count(connection: Connection, chosen: Selection, kind: SheetKind) -> int:
    """How many requests of a kind there are."""
    query = select(func.count()).select_from(_OF_REQUESTS).where(_in_force(chosen), requests.c.kind == kind)
    return _number(connection, query)


def change_sum(connection: Connection, chosen: Selection) -> int:
    """増減 of 歳出 over the versions that have both years, 千円."""
    query = select(func.sum(versions.c.expenditure - versions.c.previous)).where(_in_force(chosen))
    return _number(connection, query)


def source_sum(
    connection: Connection, chosen: Selection, source: str, kind: SheetKind = "expenditure"
) -> int:
    """What is asked of a source for a kind of amounts, 千円; of forms with ``asked`` in the place of ``request`` that row."""
    with_request = select(figures.c.version).where(figures.c.row == "request")
    query = (
        select(func.sum(figures.c.amount))
        .select_from(figures.join(versions, versions.c.id == figures.c.version))
        .where(
            _in_force(chosen),
            figures.c.source == source,
            versions.c[kind].is_not(None),
            or_(
                figures.c.row == "request",
                and_(figures.c.row == "asked", figures.c.version.not_in(with_request)),
            ),
        )
    )
    return _number(connection, query)


def decided_sum(connection: Connection, chosen: Selection, row: str, kind: SheetKind = "expenditure") -> int:
    """What is decided of a row (assessed, held, separate) on the versions in force, by the sources together, 千円."""
    query = select(func.sum(decided.c.amount)).select_from(_DECIDED)
    return _number(
        connection,
        query.where(_is_decided(chosen), decided.c.row == row, versions.c[kind].is_not(None)),
    )


def granted_sum(connection: Connection, chosen: Selection) -> int:
    """計上額 of the 歳出 that is meant, at its stage and at those before it together, by the sources, 千円."""
    meant, reached, own = versions.alias("meant"), stages.alias("reached"), stages.alias("own")
    is_meant = (
        select(meant.c.id)
        .select_from(meant.join(reached, at_stage(meant, reached)))
        .where(
            meant.c.request == decisions.c.request,
            meant.c.id.in_(current_versions(chosen)),
            own.c.position <= reached.c.position,
        )
        .correlate(decisions, own)
        .exists()
    )
    query = (
        select(func.sum(decided.c.amount))
        .select_from(_DECIDED.join(own, at_stage(decisions, own)))
        .where(
            _is_decided(Selection(chosen.year, chosen.budget)),
            decided.c.row == "assessed",
            versions.c.expenditure.is_not(None),
            is_meant,
        )
    )
    return _number(connection, query)


def cut_sum(connection: Connection, chosen: Selection) -> int:
    """What was asked and not decided to be granted, held or treated apart, of the versions in force that are decided on, 千円."""
    amounts = func.coalesce(*(versions.c[kind] for kind in KIND_LABELS), 0)
    asked = select(func.sum(amounts)).select_from(_DECIDED_ON).where(_is_decided(chosen))
    granted = select(func.sum(decided.c.amount)).select_from(_DECIDED).where(_is_decided(chosen))
    return _number(connection, asked) - _number(connection, granted)


def item_sum(connection: Connection, chosen: Selection, kind: str, column: Literal["whole", "paid"]) -> int:
    """The 限度額 or 総額 of 債務負担行為 or 継続費 together, or what was paid (前年度末までの支出（見込）額), 千円; none counts twice."""
    joined, counts = counted_items(multi_year, kind, chosen)
    return _number(connection, select(func.sum(multi_year.c[column])).select_from(joined).where(counts))


def multi_year_sum(connection: Connection, chosen: Selection, kind: str, year: int | None = None) -> int:
    """What 債務負担行為 or 継続費 owe in a fiscal year, or in all, 千円; none counts twice."""
    joined, counts = counted_items(multi_year_amounts, kind, chosen)
    query = select(func.sum(multi_year_amounts.c.amount)).select_from(joined).where(counts)
    return _number(connection, query if year is None else query.where(multi_year_amounts.c.year == year))


def counted_items(table: Table, kind: str, chosen: Selection) -> tuple[FromClause, ColumnElement[bool]]:
    """The rows of ``multi_year``, or their amounts, with the requests they are of, and the condition that one of a kind counts.

    An item of an ordinary request that stands on a sheet of its own (債務負担行為要求書) too counts on its sheet alone.
    """
    others, own, sheets = versions.alias(), multi_year.alias(), requests.alias()
    has_sheet = (
        select(own.c.item)
        .select_from(
            own.join(others, others.c.id == own.c.version).join(sheets, sheets.c.id == others.c.request)
        )
        .where(
            own.c.item == table.c.item,
            sheets.c.kind != "expenditure",
            *(sheets.c[name] == requests.c[name] for name in ("lineage", "year", "budget")),
            others.c.stage == versions.c.stage,
            others.c.id.in_(current_versions(chosen)),
        )
        .exists()
    )
    is_twice = and_(requests.c.kind == "expenditure", has_sheet)
    return with_requests(table), and_(table.c.kind == kind, _in_force(chosen), not_(is_twice))


def hand_change_count(connection: Connection, chosen: Selection) -> int:
    """How many hand changes and unread parts the versions in force have."""
    query = select(func.count()).where(hand_changes.c.version.in_(current_versions(chosen)))
    return _number(connection, query)


def question_count(connection: Connection, chosen: Selection) -> int:
    """How many questions were asked of the requests."""
    asked = select(versions.c.request).where(_in_force(chosen))
    return _number(connection, select(func.count()).where(questions.c.request.in_(asked)))


def _in_force(chosen: Selection) -> ColumnElement[bool]:
    return versions.c.id.in_(current_versions(chosen))


def _is_decided(chosen: Selection) -> ColumnElement[bool]:
    """The condition that a decision is in force, and so is the version that it was made on."""
    return and_(decisions.c.id.in_(current_decisions(chosen)), _in_force(chosen))


def _number(connection: Connection, query: Select[Any]) -> int:
    return int(connection.scalar(query) or 0)
