"""Sums over the versions in force, added up by the database and by nothing else: what every table is held against."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, and_, func, not_, select

from model.keys.request_keys import KIND_LABELS, SheetKind
from model.register.listing import Selection, at_stage, current_decisions, current_versions
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


def asked_sum(connection: Connection, chosen: Selection, column: SheetKind | str) -> int:
    """What is asked of a kind, or ``previous``, 千円."""
    query = select(func.sum(versions.c[column])).where(versions.c.id.in_(current_versions(chosen)))
    return int(connection.scalar(query) or 0)


def kind_count(connection: Connection, chosen: Selection, kind: SheetKind) -> int:
    """How many requests of a kind there are."""
    of_kind = select(requests.c.id).where(requests.c.kind == kind)
    query = select(func.count()).where(
        versions.c.id.in_(current_versions(chosen)), versions.c.request.in_(of_kind)
    )
    return int(connection.scalar(query) or 0)


def previous_sum(connection: Connection, chosen: Selection, kind: SheetKind) -> int:
    """前年度予算額 of the requests of a kind, 千円."""
    of_kind = select(requests.c.id).where(requests.c.kind == kind)
    query = select(func.sum(versions.c.previous)).where(
        versions.c.id.in_(current_versions(chosen)), versions.c.request.in_(of_kind)
    )
    return int(connection.scalar(query) or 0)


def source_sum(
    connection: Connection, chosen: Selection, source: str, kind: SheetKind = "expenditure"
) -> int:
    """What is asked of a source for a kind of amounts, 千円; of forms with ``asked`` in the place of ``request`` that row."""
    with_request = select(figures.c.version).where(figures.c.row == "request")
    query = (
        select(func.sum(figures.c.amount))
        .select_from(figures.join(versions, versions.c.id == figures.c.version))
        .where(
            figures.c.source == source,
            versions.c[kind].is_not(None),
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


def granted_sum(connection: Connection, chosen: Selection) -> int:
    """計上額 of the 歳出 that is meant, at its stage and at those before it together, by the sources, 千円."""
    every = Selection(chosen.year, chosen.budget)
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
        .select_from(
            decided.join(decisions, decisions.c.id == decided.c.decision)
            .join(versions, versions.c.id == decisions.c.version)
            .join(own, at_stage(decisions, own))
        )
        .where(
            decided.c.row == "assessed",
            versions.c.expenditure.is_not(None),
            decisions.c.id.in_(current_decisions(every)),
            versions.c.id.in_(current_versions(every)),
            is_meant,
        )
    )
    return int(connection.scalar(query) or 0)


def multi_year_sum(connection: Connection, chosen: Selection, kind: str, year: int | None = None) -> int:
    """What 債務負担行為 or 継続費 owe in a fiscal year, or in all, 千円; none is counted twice (``is_counted_twice``)."""
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
            not_(is_counted_twice(multi_year_amounts.c.item, chosen)),
        )
    )
    if year is not None:
        query = query.where(multi_year_amounts.c.year == year)
    return int(connection.scalar(query) or 0)


def is_counted_twice(item: ColumnElement[str], chosen: Selection) -> ColumnElement[bool]:
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


def change_sum(connection: Connection, chosen: Selection) -> int:
    """増減 of 歳出 over the versions that have both years, 千円."""
    query = select(func.sum(versions.c.expenditure - versions.c.previous))
    return int(connection.scalar(query.where(versions.c.id.in_(current_versions(chosen)))) or 0)


def cut_sum(connection: Connection, chosen: Selection) -> int:
    """What was asked and not decided to be granted, held or treated apart, of the versions in force that are decided on, 千円."""
    in_force = (
        decisions.c.id.in_(current_decisions(chosen)),
        versions.c.id.in_(current_versions(chosen)),
    )
    joined = decisions.join(versions, versions.c.id == decisions.c.version)
    amounts = (versions.c[kind] for kind in KIND_LABELS)
    asked = select(func.sum(func.coalesce(*amounts, 0))).select_from(joined).where(*in_force)
    granted = (
        select(func.sum(decided.c.amount))
        .select_from(joined.join(decided, decided.c.decision == decisions.c.id))
        .where(*in_force)
    )
    return int(connection.scalar(asked) or 0) - int(connection.scalar(granted) or 0)


def whole_sum(connection: Connection, chosen: Selection, kind: str) -> int:
    """The 限度額 or 総額 of 債務負担行為 or 継続費 together, 千円; none is counted twice."""
    return _item_sum(connection, chosen, kind, multi_year.c.whole)


def paid_sum(connection: Connection, chosen: Selection, kind: str) -> int:
    """前年度末までの支出（見込）額 of 債務負担行為 together, 千円; none is counted twice."""
    return _item_sum(connection, chosen, kind, multi_year.c.paid)


def _item_sum(connection: Connection, chosen: Selection, kind: str, column: ColumnElement[int]) -> int:
    joined = multi_year.join(versions, versions.c.id == multi_year.c.version).join(
        requests, requests.c.id == versions.c.request
    )
    query = (
        select(func.sum(column))
        .select_from(joined)
        .where(
            multi_year.c.kind == kind,
            versions.c.id.in_(current_versions(chosen)),
            not_(is_counted_twice(multi_year.c.item, chosen)),
        )
    )
    return int(connection.scalar(query) or 0)


def differing_count(connection: Connection, chosen: Selection) -> int:
    """How many typed totals differ from what their parts come to."""
    query = select(func.sum(versions.c.declared)).where(versions.c.id.in_(current_versions(chosen)))
    return int(connection.scalar(query) or 0)


def hand_change_count(connection: Connection, chosen: Selection) -> int:
    """How many hand changes and unread parts the versions in force have."""
    query = select(func.count()).where(hand_changes.c.version.in_(current_versions(chosen)))
    return int(connection.scalar(query) or 0)


def question_count(connection: Connection, chosen: Selection) -> int:
    """How many questions were asked of the requests."""
    asked = select(versions.c.request).where(versions.c.id.in_(current_versions(chosen)))
    query = select(func.count()).where(questions.c.request.in_(asked))
    return int(connection.scalar(query) or 0)
