"""What the site says of a request beside its page: its names, its amounts, and those of the stages before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

import msgspec

from model.register.listing import RegisterRow, StageRow

PAGES: Final = "pages"
"""The folder of the requests' pages in the site."""


class AtStage(NamedTuple):
    """A request at a stage, 千円; None where it was not there, or nothing was decided on the version in force."""

    asked: int | None = None
    granted: int | None = None


class Entry(msgspec.Struct, frozen=True):
    """A request on the site.

    Attributes:
        row: the request at the stage that is published; amounts are 千円.
        stages: the request at each stage of the budget up to the one that is published, in their order.
        last_year: the address, from a list of the site, of last year's page of the same 事業; "" where there is none.
    """

    row: RegisterRow
    stages: tuple[AtStage, ...]
    last_year: str

    @property
    def granted(self) -> int | None:
        """計上額 at the stage that is published, 千円."""
        return self.stages[-1].granted

    @property
    def page(self) -> str:
        """The name of its page; it stays the same at every publication of the budget."""
        return f"{self.row.request}.html"


class Total(msgspec.Struct, frozen=True):
    """Sums over requests, 千円; 歳出 alone, since 債務負担行為, 継続費 and 繰越明許費 are other amounts.

    Attributes:
        count: how many requests.
        asked: 要求額 of those with 歳出.
        previous: 前年度 of the same.
        granted: 計上額 of the same, as far as it was decided.
        decided: how many requests have a decision, of whatever kind of amounts.
        undecided: how many have none.
    """

    count: int
    asked: int
    previous: int
    granted: int
    decided: int
    undecided: int

    @property
    def change(self) -> int:
        """増減, 千円."""
        return self.asked - self.previous


def entries_of(
    found: Sequence[RegisterRow], stages: Sequence[StageRow], last_year: Mapping[str, str]
) -> list[Entry]:
    """The requests of the last of some stages.

    Args:
        found: the requests of a year's budget at all its stages.
        stages: the stages of that budget up to the published one, in their order.
        last_year: addresses of last year's pages by the lasting id of the 事業.
    """
    at_stage = {
        (row.request, row.stage): AtStage(row.amount, row.assessed if row.is_decided else None)
        for row in found
    }
    return [
        Entry(
            row=row,
            stages=tuple(at_stage.get((row.request, each.stage), AtStage()) for each in stages),
            last_year=last_year.get(row.lineage, ""),
        )
        for row in found
        if row.stage == stages[-1].stage
    ]


def total_of(entries: Sequence[Entry]) -> Total:
    """The sums over requests."""
    of_expense = [entry for entry in entries if entry.row.expenditure is not None]
    return Total(
        count=len(entries),
        asked=sum(entry.row.expenditure or 0 for entry in of_expense),
        previous=sum(entry.row.previous or 0 for entry in of_expense),
        granted=sum(entry.granted or 0 for entry in of_expense),
        decided=sum(entry.granted is not None for entry in entries),
        undecided=sum(entry.granted is None for entry in entries),
    )
