"""What stands in the register, as rows for a table: each request with its version in force and its decision, and sums over them."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

import msgspec
from msgspec.structs import replace
from sqlalchemy import ColumnElement, Connection, FromClause, Join, Select, Table, and_, exists, func, select

from model.register.key import FiledUnder
from model.register.tables import (
    answers,
    checks,
    closings,
    decisions,
    figures,
    findings,
    multi_year_amounts,
    questions,
    requests,
    stages,
    versions,
)


def _last(table: Table) -> tuple[FromClause, ColumnElement[bool]]:
    """Versions or decisions, and the condition that one is the last of its request at its stage.

    Said as "there is none after it", which both databases look up by an index; as the greatest number of each group it made
    PostgreSQL work the groups out anew for every row.
    """
    own, later = table.alias("own"), table.alias("later")
    is_followed = exists().where(
        later.c.request == own.c.request, later.c.stage == own.c.stage, later.c.number > own.c.number
    )
    return own, ~is_followed


# Made once: the columns of an alias take longer than a statement with it.
_VERSION, _IS_LAST_VERSION = _last(versions)
_DECISION, _IS_LAST_DECISION = _last(decisions)


class Selection(msgspec.Struct, frozen=True):
    """Which requests are meant; a blank takes all.

    Attributes:
        only_last: each request once, at the last stage that it came to; else at every stage.
    """

    year: int = 0
    budget: str = ""
    stage: str = ""
    bureau: str = ""
    section: str = ""
    only_last: bool = False


class RegisterRow(FiledUnder, frozen=True, kw_only=True):
    """A request at a stage: its version in force, and its last decision. Amounts are 千円; None where there is none.

    Attributes:
        request: its id in the register, the same at all stages.
        lineage: what is the same through years and stages: its 事業ID, or ``named`` where it has none.
        version: the id of the version in force.
        revision: what a decision must have seen (``deciding.Decision.revision``).
        previous: 前年度予算額.
        people: 人役 in thousandths.
        errors: open findings of severity 誤り; None while the version is not checked.
        open_questions: questions of its 質問票 that have an answer neither there nor in the register; None likewise.
        asked: questions of the register to the section that have no answer.
        decision: the id of the decision; "" for none.
        decided_on: the version that was decided on; another one is in force where the request came anew since.
    """

    request: str
    lineage: str
    version: str
    number: int
    revision: int
    name: str
    business_class: str
    kan: str
    kou: str
    moku: str
    expenditure: int | None
    commitment: int | None
    continuing: int | None
    carry_over: int | None
    previous: int | None
    people: int
    declared: int
    source: str
    sender: str
    received_at: str
    errors: int | None
    warnings: int | None
    open_questions: int | None
    asked: int
    decision: str
    decided_on: str
    result: str
    comment: str
    assessed: int | None
    held: int | None
    separate: int | None
    decided_by: str
    decided_at: str

    @property
    def amount(self) -> int | None:
        """The one amount that is asked, of whatever kind."""
        amount: int | None = getattr(self, self.kind)
        return amount

    @property
    def change(self) -> int | None:
        """増減 of 歳出, 千円."""
        return None if self.expenditure is None or self.previous is None else self.expenditure - self.previous

    @property
    def unanswered(self) -> int:
        """答えのない質問: those of the register and of the 質問票 together."""
        return self.asked + (self.open_questions or 0)

    @property
    def is_decided(self) -> bool:
        """Whether there is a decision on the version in force."""
        return bool(self.decision) and not self.is_outdated

    @property
    def is_outdated(self) -> bool:
        """Whether the request came anew after it was decided on."""
        return bool(self.decision) and self.decided_on != self.version

    @property
    def has_project(self) -> bool:
        """Whether it is known by a 事業ID, and not by its names."""
        return self.lineage != self.named


class StageRow(NamedTuple):
    """A stage of a budget, in the order in which they came."""

    year: int
    budget: str
    stage: str
    position: int
    closed_at: str
    closed_by: str


def current_versions(chosen: Selection) -> Select[tuple[str]]:
    """The ids of the versions in force: the last of each request at each stage."""
    own = _VERSION
    query = select(own.c.id).where(*_conditions(own, chosen), _IS_LAST_VERSION)
    if not chosen.only_last:
        return query
    at, further, after = stages.alias("at"), versions.alias("further"), stages.alias("after")
    went_on = exists().where(
        further.c.request == own.c.request, at_stage(further, after), after.c.position > at.c.position
    )
    return query.where(at_stage(own, at), ~went_on)


def latest_year(connection: Connection, budget: str = "") -> int:
    """The latest fiscal year from which something came, of a budget or of any; 0 where nothing came."""
    return max((stage.year for stage in stage_rows(connection) if budget in ("", stage.budget)), default=0)


def years_of(connection: Connection, ids: Collection[str]) -> list[int]:
    """The fiscal years of requests, in their order; picked out here, for a statement holds only so many ids."""
    found = connection.execute(select(requests.c.id, requests.c.year))
    return sorted({row.year for row in found if row.id in ids})


def in_last_stage(chosen: Selection) -> Selection:
    """The same requests, each once: at the last stage that it came to where no stage is chosen."""
    return replace(chosen, only_last=not chosen.stage)


def current_decisions(chosen: Selection) -> Select[tuple[str]]:
    """The ids of the decisions in force: the last of each request at each stage."""
    # 部局 and 課 of a request may change; of its decisions only the stage is known.
    chosen = Selection(chosen.year, chosen.budget, chosen.stage)
    return select(_DECISION.c.id).where(*_conditions(_DECISION, chosen), _IS_LAST_DECISION)


def rows(connection: Connection, chosen: Selection = Selection()) -> list[RegisterRow]:  # noqa: B008 - a frozen value
    """Every request at every stage that is meant, by year, budget, stage, 部局, 課 and name."""
    ruling = select(decisions).where(decisions.c.id.in_(current_decisions(chosen))).subquery("ruling")
    asked = (
        select(func.count())
        .where(
            questions.c.request == versions.c.request,
            ~exists().where(answers.c.question == questions.c.id),
        )
        .correlate(versions)
        .scalar_subquery()
    )
    settled = (
        select(func.count())
        .where(
            findings.c.version == versions.c.id,
            findings.c.severity == "question",
            findings.c.acknowledged == "",
            select(questions.c.id)
            .where(
                questions.c.request == versions.c.request,
                questions.c.kind == "finding",
                questions.c.place == findings.c.place,
                questions.c.question == findings.c.message,
            )
            .correlate(versions, findings)
            .exists(),
        )
        .correlate(versions)
        .scalar_subquery()
    )
    joined = (
        versions.join(requests, versions.c.request == requests.c.id)
        .join(stages, at_stage(versions, stages))
        .outerjoin(checks, checks.c.version == versions.c.id)
        .outerjoin(ruling, and_(ruling.c.request == versions.c.request, ruling.c.stage == versions.c.stage))
    )
    own = [name for name in RegisterRow.__struct_fields__ if name in versions.c]
    query = select(
        versions.c.id.label("version"),
        *(versions.c[name] for name in own),
        *(
            requests.c[name]
            for name in RegisterRow.__struct_fields__
            if name in requests.c and name not in own
        ),
        checks.c.errors,
        checks.c.warnings,
        (checks.c.questions - settled).label("open_questions"),
        asked.label("asked"),
        func.coalesce(ruling.c.id, "").label("decision"),
        func.coalesce(ruling.c.version, "").label("decided_on"),
        func.coalesce(ruling.c.result, "").label("result"),
        func.coalesce(ruling.c.comment, "").label("comment"),
        *(ruling.c[name] for name in ("assessed", "held", "separate")),
        func.coalesce(ruling.c.actor, "").label("decided_by"),
        func.coalesce(ruling.c.at, "").label("decided_at"),
    ).select_from(joined)
    query = query.where(versions.c.id.in_(current_versions(chosen))).order_by(
        versions.c.year,
        versions.c.budget,
        stages.c.position,
        versions.c.bureau_code,
        versions.c.bureau,
        versions.c.section_code,
        versions.c.section,
        versions.c.name,
        versions.c.request,
    )
    return [RegisterRow(**row) for row in connection.execute(query).mappings()]


def funds(connection: Connection, chosen: Selection) -> dict[str, dict[str, int]]:
    """The 財源内訳 of what the versions in force ask for, by version and source, 千円; 一般財源 is ``general``."""
    return _funds(connection, figures.c.version.in_(current_versions(chosen)))


def funds_of(connection: Connection, version: str) -> dict[str, int]:
    """The 財源内訳 of what a version asks for, by source, 千円."""
    return _funds(connection, figures.c.version == version).get(version, {})


def _funds(connection: Connection, which: ColumnElement[bool]) -> dict[str, dict[str, int]]:
    """The row ``request`` of the funding tables, or ``asked`` on the forms that have that in its place, by version and source."""
    rows_asked = ("request", "asked")
    found: dict[str, dict[str, dict[str, int]]] = {}
    for version, row, source, amount in connection.execute(
        select(figures).where(which, figures.c.row.in_(rows_asked))
    ):
        found.setdefault(version, {}).setdefault(row, {})[source] = amount
    return {version: by_row.get("request") or by_row["asked"] for version, by_row in found.items()}


def asked_funds(connection: Connection, chosen: Selection) -> dict[str, dict[str, int]]:
    """The sources of what the versions in force ask for, by version, 千円; of 債務負担行為 and 継続費 those of all their years."""
    found = funds(connection, chosen)
    query = (
        select(
            multi_year_amounts.c.version, multi_year_amounts.c.source, func.sum(multi_year_amounts.c.amount)
        )
        .select_from(with_requests(multi_year_amounts))
        .where(requests.c.kind == multi_year_amounts.c.kind, versions.c.id.in_(current_versions(chosen)))
        .group_by(multi_year_amounts.c.version, multi_year_amounts.c.source)
    )
    by_years: dict[str, dict[str, int]] = {}
    for version, source, amount in connection.execute(query):
        by_years.setdefault(version, {})[source] = int(amount)
    return found | by_years


def stage_rows(connection: Connection) -> list[StageRow]:
    """The stages of every budget, in the order in which they came."""
    joined = stages.outerjoin(closings, at_stage(closings, stages))
    query = select(stages, func.coalesce(closings.c.at, ""), func.coalesce(closings.c.actor, "")).select_from(
        joined
    )
    return [
        StageRow(*row)
        for row in connection.execute(query.order_by(stages.c.year, stages.c.budget, stages.c.position))
    ]


def closed_stages(connection: Connection) -> set[tuple[int, str, str]]:
    """The stages that are closed: year, budget, stage."""
    return {stage[:3] for stage in stage_rows(connection) if stage.closed_at}


def stages_of(connection: Connection, ids: Collection[str]) -> list[Selection]:
    """The stages at which versions were received; picked out here, for a statement holds only so many ids."""
    found = connection.execute(select(versions.c.id, versions.c.year, versions.c.budget, versions.c.stage))
    return [Selection(*stage) for stage in sorted({tuple(row[1:]) for row in found if row.id in ids})]


def with_requests(table: Table) -> Join:
    """The rows of a table with the versions and the requests that they are of."""
    return table.join(versions, versions.c.id == table.c.version).join(
        requests, requests.c.id == versions.c.request
    )


def at_stage(table: FromClause, of: FromClause) -> ColumnElement[bool]:
    """The condition that a row of a table is of the stage of a row of another one."""
    return and_(*(table.c[name] == of.c[name] for name in ("year", "budget", "stage")))


def _conditions(table: FromClause, chosen: Selection) -> list[ColumnElement[bool]]:
    names = ("year", "budget", "stage", "bureau", "section")
    return [table.c[name] == value for name in names if (value := getattr(chosen, name))]
