"""Deciding (査定): what is granted, held back or treated apart, by source and line, with the sentence that explains each cut.

A decision names what the officer saw, the version and the revision. Where the request has gone on since, it is refused and
nothing is written, so that no decision is lost under another, and none is made on figures that nobody looked at.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, Literal, TypeAlias

import msgspec
from msgspec.structs import replace
from sqlalchemy import Connection, Select, insert, select, update

from model.register.listing import closed_stages
from model.register.opening import ChangedMeanwhileError, ClosedStageError, Register, write_signed
from model.register.tables import acts, cuts, decided, decisions, requests, stages, versions
from model.request.grounds import Cut
from model.request.place import GENERAL
from model.request.request import Assessment, Request

DecidedRow: TypeAlias = Literal["assessed", "held", "separate"]
DECIDED_LABELS: Final[Mapping[DecidedRow, str]] = {"assessed": "計上", "held": "保留", "separate": "別途"}


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """A decision on a request at a stage.

    Attributes:
        id: chosen by who decides; sent again, it is known and not made twice.
        revision: the revision of the request that the officer saw (``listing.RegisterRow.revision``).
        result: 計上, 一部計上, ゼロ … as the Standard's ``results`` has them.
        comment: 財政課処理欄.
        assessed: 計上額, 千円; None where it is not decided.
        held: 保留額, likewise.
        separate: 別途額, likewise.
        funds: the specific funds of each row by source; 一般財源 is the rest of the row's amount.
        cuts: what the cut is made of, by cost line, with the sentence that explains each.
    """

    id: str
    request: str
    stage: str
    version: str
    revision: int
    result: str = ""
    comment: str = ""
    assessed: int | None = None
    held: int | None = None
    separate: int | None = None
    funds: dict[DecidedRow, dict[str, int]] = {}
    cuts: tuple[Cut, ...] = ()

    @property
    def wholes(self) -> dict[DecidedRow, int]:
        """The amounts of the rows that are decided, 千円."""
        wholes = {row: getattr(self, row) for row in DECIDED_LABELS}
        return {row: whole for row, whole in wholes.items() if whole is not None}

    def sources_of(self, row: DecidedRow) -> dict[str, int]:
        """What each source pays of a row, 千円; 一般財源 makes it come to its amount."""
        if row not in self.wholes:
            return {}
        specific = {source: amount for source, amount in self.funds.get(row, {}).items() if amount}
        rest = self.wholes[row] - sum(specific.values())
        return specific | ({GENERAL: rest} if rest else {})

    def amounts(self) -> list[tuple[DecidedRow, str, int]]:
        """Row, source and amount."""
        return [
            (row, source, amount) for row in self.wholes for source, amount in self.sources_of(row).items()
        ]


_COLUMNS: Final = tuple(name for name in Decision.__struct_fields__ if name in decisions.c)


class KeptDecision(msgspec.Struct, frozen=True):
    """A decision as it stands in the register: what was decided, by whom and when, and which of the request's it is at its stage."""

    decision: Decision
    number: int
    actor: str
    at: str


def decide(register: Register, made: Sequence[Decision]) -> None:
    """Write decisions; all of them stand afterwards, or, after an error, none.

    Raises:
        ChangedMeanwhileError: where somebody wrote to a request since the officer saw it.
        ClosedStageError: where a stage is closed.
    """
    with register.writing() as connection:
        ids = [decision.id for decision in made]
        known = set(connection.scalars(select(decisions.c.id).where(decisions.c.id.in_(ids))))
        # Always in one order: two officers who each hold a request that the other waits for would both be turned away.
        for decision in sorted(made, key=lambda decision: decision.request):
            if decision.id not in known:
                _write(connection, decision, register.actor)


def kept_decisions(
    connection: Connection, ids: Sequence[str] | Select[tuple[str]]
) -> dict[str, KeptDecision]:
    """Decisions of the register by their ids, which are a few, or what a query gives: a statement holds only so many values."""
    found: dict[str, KeptDecision] = {}
    funds: dict[str, dict[DecidedRow, dict[str, int]]] = {}
    for cell in connection.execute(select(decided).where(decided.c.decision.in_(ids))):
        if cell.source != GENERAL:
            funds.setdefault(cell.decision, {}).setdefault(cell.row, {})[cell.source] = cell.amount
    parts: dict[str, list[Cut]] = {}
    query = select(cuts).where(cuts.c.decision.in_(ids)).order_by(cuts.c.decision, cuts.c.number)
    for cut in connection.execute(query):
        parts.setdefault(cut.decision, []).append(Cut(f"cut-{cut.number}", cut.line, cut.amount, cut.reason))
    for row in connection.execute(select(decisions).where(decisions.c.id.in_(ids))).mappings():
        of_decision = {name: row[name] for name in _COLUMNS}
        decision = Decision(
            **of_decision, funds=funds.get(row["id"], {}), cuts=tuple(parts.get(row["id"], ()))
        )
        found[row["id"]] = KeptDecision(decision, row["number"], row["actor"], row["at"])
    return found


def history(connection: Connection, request: str) -> list[KeptDecision]:
    """Every decision on a request, the first first."""
    query = select(decisions.c.id).where(decisions.c.request == request)
    ids = list(connection.scalars(query.order_by(decisions.c.revision)))
    kept = kept_decisions(connection, ids)
    return [kept[decision] for decision in ids]


def with_decision(request: Request, decision: Decision) -> Request:
    """A request with the finance division's part filled as it was decided; what it was before stays in the register."""
    return replace(
        request,
        assessment=Assessment(
            decision.result, decision.assessed, decision.held, decision.separate, decision.comment
        ),
        funding=replace(
            request.funding, **{row: dict(decision.funds.get(row, {})) for row in DECIDED_LABELS}
        ),
        cuts=decision.cuts,
    )


def _write(connection: Connection, decision: Decision, actor: str) -> None:
    key = select(versions.c.year, versions.c.budget, versions.c.name, versions.c.section).where(
        versions.c.id == decision.version, versions.c.request == decision.request
    )
    version = connection.execute(key).mappings().one_or_none()
    if version is None:
        raise ChangedMeanwhileError("決定のもとになった版が台帳にありません。表を出し直してください。")
    name = f"{version['section']}「{version['name']}」"
    _refuse_closed(connection, version["year"], version["budget"], decision.stage)
    found = connection.execute(
        update(requests)
        .where(requests.c.id == decision.request, requests.c.revision == decision.revision)
        .values(revision=decision.revision + 1)
    )
    if found.rowcount != 1:
        raise ChangedMeanwhileError(
            "{name}は、見た後に新しい版が届いたか、ほかの人が決定しました。今の内容を見て、決定し直してください。",
            name=name,
        )
    of_stage = select(decisions.c.number).where(
        decisions.c.request == decision.request, decisions.c.stage == decision.stage
    )
    number = 1 + max(connection.scalars(of_stage), default=0)
    act = write_signed(
        connection,
        acts,
        actor,
        act="decided",
        request=decision.request,
        revision=decision.revision + 1,
        subject=decision.id,
        words=f"{decision.stage} 決定{number}: {_words(decision)}",
    )
    row: dict[str, Any] = {name: getattr(decision, name) for name in _COLUMNS}
    row |= {"revision": decision.revision + 1, "year": version["year"], "budget": version["budget"]}
    connection.execute(insert(decisions).values(**row, number=number, at=act["at"], actor=actor))
    if amounts := decision.amounts():
        connection.execute(
            insert(decided),
            [
                {"decision": decision.id, "row": row_key, "source": source, "amount": amount}
                for row_key, source, amount in amounts
            ],
        )
    if decision.cuts:
        connection.execute(
            insert(cuts),
            [
                {"decision": decision.id, "number": number}
                | {name: getattr(cut, name) for name in ("line", "amount", "reason")}
                for number, cut in enumerate(decision.cuts, start=1)
            ],
        )


def _refuse_closed(connection: Connection, year: int, budget: str, stage: str) -> None:
    """Refuse a closed stage; where it is open, it stays so until the end of the transaction."""
    key = select(stages.c.position).filter_by(year=year, budget=budget, stage=stage)
    connection.execute(key.with_for_update(read=True))
    if (year, budget, stage) in closed_stages(connection):
        raise ClosedStageError(
            "段階「{stage}」は締め切られているため、決定を変えられません。次の段階で決定してください。",
            stage=stage,
        )


def _words(decision: Decision) -> str:
    parts = (f"{DECIDED_LABELS[row]}{amount:,}" for row, amount in decision.wholes.items())
    return " ".join((decision.result, *parts)).strip()
