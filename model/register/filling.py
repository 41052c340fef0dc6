"""Taking what was filled in for many requests, in a workbook, at the desk or by pasting: each row is decided, untouched or refused.

Each row says what it was filled in on: the version, the revision, and what stood in it. So a row that nobody touched says
nothing, and one whose request went on meanwhile is refused and not taken for another.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final, Literal, NamedTuple, TypeAlias

from model.language import phrase
from model.register.deciding import DECIDED_LABELS, Decision, KeptDecision, decide, kept_decisions
from model.register.filled import (
    Filled,
    RefusedDecisionError,
    cuts_without_line,
    decision_of,
    says_the_same,
)
from model.register.listing import (
    RegisterRow,
    asked_funds,
    closed_stages,
    current_decisions,
    rows,
    stages_of,
)
from model.register.opening import Register
from model.standard.standard import Standard

FilledKind: TypeAlias = Literal["decided", "untouched", "refused"]
TWICE: Final = phrase("同じ要求の行が二つあります。一つにしてください。")
_CHANGED: Final = phrase(
    "見た後に新しい版が届いたか、ほかの人が決定しました。今の内容を見て（査定表は出し直して）、決定し直してください。"
)


class FilledRow(NamedTuple):
    """What was filled in for a request.

    Attributes:
        revision: the revision of the request that it showed.
        shown: the digest of what stood in the row (``Filled.digest``).
        filled: what stands in it now; or why it cannot be read.
        lines: the cost lines of the request that could be filled in.
        fault: why what was filled in for its lines cannot be read; "" where it can.
    """

    name: str
    version: str
    revision: int
    shown: str
    filled: Filled | RefusedDecisionError
    lines: Collection[str]
    fault: str = ""


class FilledOutcome(NamedTuple):
    """What became of a row: decided, untouched, or refused with the reason."""

    name: str
    kind: FilledKind
    reason: str = ""


def take_filled(register: Register, filled: Sequence[FilledRow], standard: Standard) -> list[FilledOutcome]:
    """Take what was filled in into the register, in one step.

    Returns:
        What became of each row. A row that is refused keeps no other from being decided.

    Raises:
        ChangedMeanwhileError: when somebody decided while it was being taken; then nothing is written.
    """
    state = _State(register, {row.version for row in filled})
    outcomes: list[FilledOutcome] = []
    made: list[Decision] = []
    for row in filled:
        try:
            decision = state.decision(row, standard)
        except RefusedDecisionError as refusal:
            outcomes.append(FilledOutcome(row.name, "refused", str(refusal)))
            continue
        if decision is None:
            outcomes.append(FilledOutcome(row.name, "untouched"))
        else:
            made.append(decision)
            outcomes.append(FilledOutcome(row.name, "decided", _words(decision)))
    if made:
        decide(register, made)
    return outcomes


class _State:
    """The stages of the rows as they are in the register when the rows are taken."""

    def __init__(self, register: Register, shown: Collection[str]) -> None:
        self._rows: dict[str, RegisterRow] = {}
        self._asked: dict[str, dict[str, int]] = {}
        self._kept: dict[str, KeptDecision] = {}
        with register.reading() as connection:
            for stage in stages_of(connection, shown):
                self._rows |= {row.version: row for row in rows(connection, stage)}
                self._asked |= asked_funds(connection, stage)
                self._kept |= kept_decisions(connection, current_decisions(stage))
            self._closed = closed_stages(connection)
        self._taken: set[str] = set()

    def decision(self, filled: FilledRow, standard: Standard) -> Decision | None:
        """The decision that a row makes; None where nothing is changed by it.

        Raises:
            RefusedDecisionError: where it is refused.
        """
        if isinstance(filled.filled, RefusedDecisionError):
            raise filled.filled
        if filled.filled.digest == filled.shown:
            return None
        if filled.fault:
            raise RefusedDecisionError(filled.fault)
        row = self._rows.get(filled.version)
        if row is None:
            raise RefusedDecisionError(_CHANGED)
        before = self._kept[row.decision].decision if row.decision else None
        others = cuts_without_line(before, filled.lines)
        made: Decision | RefusedDecisionError
        try:
            made = decision_of(row, filled.filled, self._asked.get(row.version, {}), others, standard)
        except RefusedDecisionError as refusal:  # other reasons come before it
            made = refusal
        if before is not None and isinstance(made, Decision) and says_the_same(made, before):
            return None
        if row.at in self._closed:
            raise RefusedDecisionError(
                "段階「{stage}」は締め切られているため、決定を変えられません。次の段階で決定してください。",
                stage=row.stage,
            )
        if row.revision != filled.revision:
            raise RefusedDecisionError(_CHANGED)
        if not isinstance(made, Decision):
            raise made
        if row.version in self._taken:
            raise RefusedDecisionError(TWICE)
        self._taken.add(row.version)
        return made


def _words(decision: Decision) -> str:
    """The whole amounts of a decision."""
    return "、".join(f"{DECIDED_LABELS[row]} {amount:,}千円" for row, amount in decision.wholes.items())
