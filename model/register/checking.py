"""What the rulebook finds in the versions of the register: run once over each, and kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, insert, select

from model.checks import Findings
from model.document.document import Snapshot
from model.names.place_names import PlaceNames
from model.register.opening import Register, now
from model.register.tables import checks, findings, versions


class CheckedVersion(msgspec.Struct, frozen=True):
    """The findings of a version as rows of ``findings``, and how many are open."""

    version: str
    errors: int
    warnings: int
    questions: int
    rows: list[dict[str, Any]]


def unchecked(connection: Connection, among: Sequence[str] | None = None) -> list[str]:
    """Versions, all or of some, that no rulebook has looked at yet, the first received first."""
    query = select(versions.c.id).outerjoin(checks).where(checks.c.version.is_(None))
    if among is not None:
        query = query.where(versions.c.id.in_(among))
    return list(connection.scalars(query.order_by(versions.c.received_at, versions.c.id)))


def checked_version(version: str, snapshot: Snapshot) -> CheckedVersion:
    """Run the rulebook over a version."""
    found: Findings = snapshot.findings
    names = PlaceNames(snapshot.request, snapshot.standard)
    every = (*found.all, *found.acknowledged, *found.questions)
    severities = [finding.severity for finding in found.all]
    return CheckedVersion(
        version,
        severities.count("error"),
        severities.count("warning"),
        sum(not question.acknowledged for question in found.questions),
        [
            {
                "version": version,
                "number": number,
                "rule": finding.rule,
                "severity": finding.severity,
                "place": finding.place,
                "place_words": names.where(finding.place),
                "message": finding.message,
                "source": finding.source,
                "acknowledged": finding.acknowledged,
            }
            for number, finding in enumerate(every, start=1)
        ],
    )


def keep_findings(register: Register, found: Sequence[CheckedVersion]) -> None:
    """Write what was found in a batch of versions; one that another run checked meanwhile is left as it is."""
    at = now()
    with register.writing() as connection:
        ids = [checked.version for checked in found]
        there = set(connection.scalars(select(checks.c.version).where(checks.c.version.in_(ids))))
        new = [checked for checked in found if checked.version not in there]
        if not new:
            return
        counts = ("version", "errors", "warnings", "questions")
        connection.execute(
            insert(checks), [{"at": at} | {name: getattr(each, name) for name in counts} for each in new]
        )
        rows = [row for checked in new for row in checked.rows]
        if rows:
            connection.execute(insert(findings), rows)
