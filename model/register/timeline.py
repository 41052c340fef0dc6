"""The versions of a request with what was found in each, and the counts by which a newer state of the register is known."""

from __future__ import annotations

from typing import NamedTuple

import msgspec
from sqlalchemy import Connection, func, select

from model.register.listing import at_stage
from model.register.tables import acts, checks, findings, requests, stages, versions
from model.standard.parts import Severity


class ReceivedVersion(msgspec.Struct, frozen=True):
    """A version of a request as it was received; ``amount`` is what it asks for, 千円."""

    version: str
    stage: str
    number: int
    amount: int | None
    received_at: str
    source: str
    sender: str


class KeptFinding(msgspec.Struct, frozen=True):
    """What the rulebook found in a version; ``acknowledged`` is the writer's reason, "" while it is open."""

    severity: Severity
    place: str
    place_words: str
    message: str
    acknowledged: str


class Progress(NamedTuple):
    """How many acts and checks a register has: nothing is ever taken out of it, so that another state has other counts."""

    acts: int
    checks: int


def progress(connection: Connection) -> Progress:
    """How many acts and checks the register has."""
    of_acts, of_checks = (
        connection.scalar(select(func.count()).select_from(table)) or 0 for table in (acts, checks)
    )
    return Progress(of_acts, of_checks)


def versions_of(connection: Connection, request: str) -> list[ReceivedVersion]:
    """Every version of a request, by stage, the first first."""
    query = (
        select(versions, versions.c.id.label("version"), requests.c.kind)
        .select_from(
            versions.join(requests, requests.c.id == versions.c.request).join(
                stages, at_stage(versions, stages)
            )
        )
        .where(versions.c.request == request)
        .order_by(stages.c.position, versions.c.number)
    )
    return [
        ReceivedVersion(
            amount=row[row["kind"]],
            **{name: row[name] for name in ReceivedVersion.__struct_fields__ if name != "amount"},
        )
        for row in connection.execute(query).mappings()
    ]


def findings_of(connection: Connection, version: str) -> list[KeptFinding]:
    """What the rulebook found in a version, questions of its 質問票 last; nothing where it has not been checked yet."""
    columns = (findings.c[name] for name in KeptFinding.__struct_fields__)
    query = select(*columns).where(findings.c.version == version)
    return [KeptFinding(**row) for row in connection.execute(query.order_by(findings.c.number)).mappings()]
