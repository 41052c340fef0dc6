"""A row of the grid of decisions as it is filled in: what goes out with the decision that there is, and comes back with the next."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from model.register.deciding import DECIDED_LABELS, Decision
from model.register.filled import Filled
from model.request.grounds import Cut

GRID_TITLE: Final = "査定"
LINES_TITLE: Final = "行別"
AMOUNT: Final = "要求額(千円)"
RESULT: Final = "結果"
COMMENT: Final = "財政課処理欄"
GRANTED: Final = "計上額(千円)"
REASON: Final = "減額の理由"


def filled_row(decision: Decision | None, known: Collection[str]) -> Filled:
    """What stands in the row of a decision; blanks where there is none."""
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
    """The cuts of a decision that are tied to no line of the grid, which the grid leaves as they are."""
    return tuple(cut for cut in decision.cuts if cut.line not in known) if decision is not None else ()
