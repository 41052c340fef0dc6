"""What an officer fills in for a request, in a grid or at the desk, and the decision that follows from it."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import msgspec
from msgspec.structs import replace

from model.language import phrase
from model.register.deciding import DECIDED_LABELS, DecidedRow, Decision
from model.register.key import digest_of
from model.register.listing import RegisterRow
from model.register.opening import RegisterError, new_id
from model.request.grounds import Cut
from model.request.place import GENERAL
from model.standard.standard import Standard
from model.values.amount import format_amount


class RefusedDecisionError(RegisterError):
    """What was filled in is no decision; the message says why."""


class Filled(msgspec.Struct, frozen=True):
    """What people filled into a row; the amounts of a source are None where the cell is blank."""

    result: str
    comment: str
    wholes: dict[DecidedRow, int | None]
    funds: dict[DecidedRow, dict[str, int]]
    cuts: tuple[tuple[str, int, str], ...]

    @property
    def digest(self) -> str:
        """By what it is seen whether somebody changed the row."""
        return digest_of(
            self.result,
            self.comment,
            repr([self.wholes[row] for row in DECIDED_LABELS]),
            repr([sorted(self.funds[row].items()) for row in DECIDED_LABELS]),
            repr(self.cuts),
        )

    def amount(self, row: DecidedRow, source: str) -> int | None:
        """What is filled in of a source, 千円, or of all together (""); None for a blank."""
        return self.funds[row].get(source) if source else self.wholes[row]

    def with_amount(self, row: DecidedRow, source: str, amount: int | None) -> Filled:
        """The same with another amount of a source, or of all together ("")."""
        if not source:
            return replace(self, wholes={**self.wholes, row: amount})
        of_row = {key: value for key, value in self.funds[row].items() if key != source}
        if amount is not None:
            of_row[source] = amount
        return replace(self, funds={**self.funds, row: of_row})

    @property
    def is_blank(self) -> bool:
        """Whether nothing was filled in."""
        amounts = any(whole is not None for whole in self.wholes.values()) or any(self.funds.values())
        return not (self.result or self.comment or amounts or self.cuts)


def decision_of(
    row: RegisterRow,
    filled: Filled,
    asked: Mapping[str, int],
    others: tuple[Cut, ...],
    standard: Standard,
) -> Decision:
    """The decision that follows from what was filled in.

    ``asked`` is the 財源内訳 of the request, 千円 by source; ``others`` are its cuts that are tied to none of the lines that could
    be filled in.

    Raises:
        RefusedDecisionError: where it cannot be decided so.
    """
    if filled.is_blank:
        raise RefusedDecisionError(
            phrase(
                "決定が消されています。台帳の決定は消えません。決定し直すときは、結果と額を入れてください。"
            )
            if row.decision
            else phrase("結果と額を入れてください。")
        )
    filled = _with_result(filled, standard)
    if all(whole is None for whole in filled.wholes.values()):
        raise RefusedDecisionError(
            "計上額・保留額・別途額のどれにも額がありません。額を入れてください（0 も額です）。"
        )
    _refuse_increase(row, filled)
    if any(not reason.strip() for *_, reason in filled.cuts):
        raise RefusedDecisionError(
            "理由のない減額の行があります。減額する行ごとに、理由の文を入れてください。"
        )
    return Decision(
        id=new_id(),
        request=row.request,
        stage=row.stage,
        version=row.version,
        revision=row.revision,
        result=filled.result,
        comment=filled.comment,
        **filled.wholes,
        funds={
            of_row: specific
            for of_row, label in DECIDED_LABELS.items()
            if (specific := _specific(row, filled, of_row, label, asked))
        },
        cuts=(*others, *(Cut(f"cut-{line}", line, amount, reason) for line, amount, reason in filled.cuts)),
    )


def filled_of(decision: Decision | None, known: Collection[str]) -> Filled:
    """What stands in the row of a decision; blanks where there is none.

    ``known`` are the cost lines that can be filled in.
    """
    if decision is None:
        return Filled("", "", dict.fromkeys(DECIDED_LABELS), {row: {} for row in DECIDED_LABELS}, ())
    return Filled(
        decision.result,
        decision.comment,
        {row: getattr(decision, row) for row in DECIDED_LABELS},
        {row: dict(decision.funds.get(row, {})) for row in DECIDED_LABELS},
        tuple(sorted((line, *cut) for line, cut in cuts_by_line(decision, known).items())),
    )


def cuts_by_line(decision: Decision, known: Collection[str]) -> dict[str, tuple[int, str]]:
    """The cuts of a decision by its lines: how much in all, and the sentences."""
    found: dict[str, tuple[int, str]] = {}
    for cut in decision.cuts:
        if cut.line in known and isinstance(cut.amount, int):
            amount, reason = found.get(cut.line, (0, ""))
            found[cut.line] = amount + cut.amount, "　".join(filter(None, (reason, cut.reason)))
    return found


def cuts_without_line(decision: Decision | None, known: Collection[str]) -> tuple[Cut, ...]:
    """The cuts of a decision that are tied to no line that can be filled in, which are left as they are."""
    return tuple(cut for cut in decision.cuts if cut.line not in known) if decision is not None else ()


def unexplained(asked: int | None, filled: Filled, others: tuple[Cut, ...]) -> int:
    """決定も説明もない額, 千円: what is asked without what is decided and what the cuts explain.

    ``others`` are cuts that are tied to none of the lines that can be filled in.
    """
    decided = sum(whole or 0 for whole in filled.wholes.values())
    explained = sum(amount for _, amount, _ in filled.cuts)
    return (
        (asked or 0) - decided - explained - sum(cut.amount for cut in others if isinstance(cut.amount, int))
    )


def says_the_same(made: Decision, before: Decision) -> bool:
    """Whether a decision says of the same version what the one before it said already."""

    def parts(decision: Decision) -> list[tuple[str, str, str]]:
        return sorted((cut.line, str(cut.amount), cut.reason) for cut in decision.cuts)

    words = ("version", "stage", "result", "comment", *DECIDED_LABELS)
    return (
        all(getattr(made, name) == getattr(before, name) for name in words)
        and sorted(made.amounts()) == sorted(before.amounts())
        and parts(made) == parts(before)
    )


def _with_result(filled: Filled, standard: Standard) -> Filled:
    """What was filled in, where its result is one of the Standard and its amounts agree with it; 計上額 0 where nothing is granted.

    Raises:
        RefusedDecisionError: where the result is unknown or does not stand beside a 計上額, or the amounts say otherwise.
    """
    result, granted = filled.result, filled.wholes["assessed"]
    known = "・".join(standard.results)
    if result and known and result not in standard.results:
        raise RefusedDecisionError(
            "結果「{result}」は様式の設定にありません。{known} のどれかを入れてください。",
            result=result,
            known=known,
        )
    if not result and known and granted is not None:
        raise RefusedDecisionError(
            "計上額 {granted}千円がありますが、結果が空欄です。{known} のどれかを入れてください。",
            granted=format_amount(granted),
            known=known,
        )
    if result not in standard.nothing_granted:
        return filled
    if granted is None:
        return replace(filled, wholes={**filled.wholes, "assessed": 0})
    if granted:
        raise RefusedDecisionError(
            "結果が「{result}」なのに、計上額が {granted}千円です。どちらかを直してください。",
            result=result,
            granted=format_amount(granted),
        )
    return filled


def _refuse_increase(row: RegisterRow, filled: Filled) -> None:
    """Refuse amounts that, alone or together, are beyond what was asked; a request that takes back is negative."""
    asked = row.amount or 0
    parts = {label: filled.wholes[of_row] or 0 for of_row, label in DECIDED_LABELS.items()}
    for label, amount in {**parts, "・".join(parts): sum(parts.values())}.items():
        if not min(0, asked) <= amount <= max(0, asked):
            raise RefusedDecisionError(
                "{label}の額 {amount}千円が、要求額 {asked}千円を超えています。要求額までの額を入れてください。",
                label=label,
                amount=format_amount(amount),
                asked=format_amount(asked),
            )


def _specific(
    row: RegisterRow, filled: Filled, of_row: DecidedRow, label: str, asked: Mapping[str, int]
) -> dict[str, int]:
    """The specific funds of a row: as filled in; those that were asked where all is granted.

    Raises:
        RefusedDecisionError: where a part of a request with specific funds is granted and nobody says of which.
    """
    whole, typed = filled.wholes[of_row], filled.funds[of_row]
    if whole is None and typed:
        raise RefusedDecisionError(
            "{label}の財源別の額がありますが、{label}額が空欄です。{label}額を入れてください。", label=label
        )
    specific = {source: amount for source, amount in asked.items() if source != GENERAL and amount}
    if typed or not whole or not specific:
        return {source: amount for source, amount in typed.items() if amount}
    # 債務負担行為 and 継続費 have the sources of their years; a whole that was typed beside them says nothing of its own.
    is_told = row.kind not in ("commitment", "continuing") or sum(asked.values()) == whole
    if whole == row.amount and is_told:
        return specific
    raise RefusedDecisionError(
        "要求に特定財源があるため、{label}額の財源別の内訳が要ります。財源別の欄に入れてください（一般財源だけなら、どれかに 0）。",
        label=label,
    )
