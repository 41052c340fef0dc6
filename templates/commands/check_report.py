"""What ``check --json`` writes of a request: a contract with other programs, apart from the structs that the code works with.

The keys are described in docs/check-json.ja.md and held by a test. A key may be added; none is renamed, left out or
given another meaning. ``export --json`` and ``import --json`` write the same of their requests.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from model.checks import Finding, Fix
from model.document.document import Snapshot
from model.names.place_names import PlaceNames
from model.request.place import Place
from model.request.request import Request
from model.standard.parts import Severity
from model.values.amount import Amount


class SetValue(msgspec.Struct, frozen=True):
    """A place and the value that a repair sets it to."""

    place: Place
    value: Amount


class FixReport(msgspec.Struct, frozen=True):
    """A repair.

    Attributes:
        label: the words of its button.
        place: the place that it sets.
        value: to what; None returns it to the computed figure.
        also: further places with their values.
        adds: commitments that it enters, as the request's file has them; ``place`` then names the first.
        cuts: parts of the cut that it enters, as the request's file has them; ``place`` then names one of them.
        confirms: the id of the source question that it answers; ``place`` is then not set; "" for none.
    """

    label: str
    place: Place
    value: Amount
    also: list[SetValue]
    adds: list[Any]
    cuts: list[Any]
    confirms: str


class FindingReport(msgspec.Struct, frozen=True):
    """A finding or a question.

    Attributes:
        rule: the rule's id in the Standard.
        severity: error (誤り), warning (注意), info (参考), question (質問).
        place: where it is, with stable ids.
        where: the same in Japanese words.
        message: what is wrong and what to do, or the question.
        source: where the rule comes from.
        fix: a repair, where one action can make it.
        acknowledged: the writer's reason (了解) or answer; "" where there is none.
    """

    rule: str
    severity: Severity
    place: Place
    where: str
    message: str
    source: str
    fix: FixReport | None
    acknowledged: str


class Checked(msgspec.Struct, frozen=True):
    """The findings of a request as plain data: open, acknowledged, and questions."""

    findings: list[FindingReport]
    acknowledged: list[FindingReport]
    questions: list[FindingReport]


class EmptyReport(msgspec.Struct, frozen=True):
    """A field that the form needs and that is blank (未記入).

    Attributes:
        place: where it is, with stable ids.
        where: the same in Japanese words.
    """

    place: Place
    where: str


class FileReport(msgspec.Struct, frozen=True):
    """A request file that was checked."""

    file: str
    findings: list[FindingReport]
    acknowledged: list[FindingReport]
    questions: list[FindingReport]
    empty: list[EmptyReport]


class Failure(msgspec.Struct, frozen=True):
    """A file or folder that could not be read, and why."""

    file: str
    error: str


class AskedReport(msgspec.Struct, frozen=True):
    """What ``import --json`` lists of a source question (取り込みの確認).

    Attributes:
        where: where it stands in the source.
        place: the field it speaks of; "" for the whole request.
        question: what could not be proven and what was assumed.
        assumed: the reading that was taken.
        alternatives: the other readings.
        evidence: why it was assumed, and what speaks against it.
    """

    where: str
    place: Place
    question: str
    assumed: str
    alternatives: tuple[str, ...]
    evidence: str


def asked(request: Request) -> list[AskedReport]:
    """The source questions of a request as they are reported."""
    return msgspec.convert(request.source_questions, list[AskedReport], from_attributes=True)


def checked(snapshot: Snapshot) -> Checked:
    """The findings of a request as they are reported."""
    found = snapshot.findings
    if not (found.all or found.acknowledged or found.questions):
        return Checked([], [], [])
    names = PlaceNames(snapshot.request, snapshot.standard)
    return Checked(
        *(_reported(finding, names) for finding in (found.all, found.acknowledged, found.questions))
    )


def file_report(file: str, snapshot: Snapshot) -> FileReport:
    """The report of a file."""
    found = checked(snapshot)
    empty = [EmptyReport(field.place, field.where) for field in snapshot.empty_fields]
    return FileReport(file, found.findings, found.acknowledged, found.questions, empty)


def _reported(findings: Iterable[Finding], names: PlaceNames) -> list[FindingReport]:
    return [
        FindingReport(
            rule=finding.rule,
            severity=finding.severity,
            place=finding.place,
            where=names.where(finding.place),
            message=finding.message,
            source=finding.source,
            fix=_fix(finding.fix) if finding.fix else None,
            acknowledged=finding.acknowledged,
        )
        for finding in findings
    ]


def _fix(fix: Fix) -> FixReport:
    return FixReport(
        label=fix.label,
        place=fix.place,
        value=fix.value,
        also=[SetValue(place, value) for place, value in fix.also],
        adds=[msgspec.to_builtins(add) for add in fix.adds],
        cuts=[msgspec.to_builtins(cut) for cut in fix.cuts],
        confirms=fix.confirms,
    )
