"""What an officer fills in for a request, in a grid or at the desk, and the decision that follows from it."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from model.figures.commitments import GENERAL
from model.register.deciding import DECIDED_LABELS, DecidedRow, Decision
from model.register.key import digest_of
from model.register.listing import RegisterRow
from model.register.opening import RegisterError, new_id
from model.request.grounds import Cut


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

    @property
    def is_blank(self) -> bool:
        """Whether nothing was filled in."""
        amounts = any(whole is not None for whole in self.wholes.values()) or any(self.funds.values())
        return not (self.result or self.comment or amounts or self.cuts)


def decision_of(
    row: RegisterRow, filled: Filled, asked: Mapping[str, int], others: tuple[Cut, ...]
) -> Decision:
    """The decision that follows from what was filled in.

    Args:
        row: the request as it stands in the register.
        filled: what was filled in.
        asked: the 財源内訳 of the request, 千円 by source.
        others: cuts that are tied to none of the lines that could be filled in.

    Raises:
        RefusedDecisionError: where it cannot be decided so.
    """
    if filled.is_blank:
        raise RefusedDecisionError(
            "決定が消されています。台帳の決定は消えません。決定し直すときは、結果と額を入れてください。"
        )
    if all(whole is None for whole in filled.wholes.values()):
        raise RefusedDecisionError(
            "計上額・保留額・別途額のどれにも額がありません。額を入れてください（0 も額です）。"
        )
    return Decision(
        id=new_id(),
        request=row.request,
        stage=row.stage,
        version=row.version,
        revision=row.revision,
        result=filled.result,
        comment=filled.comment,
        assessed=filled.wholes["assessed"],
        held=filled.wholes["held"],
        separate=filled.wholes["separate"],
        funds={
            of_row: specific
            for of_row, label in DECIDED_LABELS.items()
            if (specific := _specific(row, filled, of_row, label, asked))
        },
        cuts=(*others, *(Cut(f"cut-{line}", line, amount, reason) for line, amount, reason in filled.cuts)),
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
            f"{label}の財源別の額がありますが、{label}額が空欄です。{label}額を入れてください。"
        )
    specific = {source: amount for source, amount in asked.items() if source != GENERAL and amount}
    if typed or not whole or not specific:
        return {source: amount for source, amount in typed.items() if amount}
    if whole == row.amount:
        return specific
    raise RefusedDecisionError(
        f"要求に特定財源があるため、{label}額の財源別の内訳が要ります。財源別の欄に入れてください（一般財源だけなら、どれかに 0）。"
    )
