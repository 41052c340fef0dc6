"""What the site says of a request beside its page: its names, its amounts, and those of the stages before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import msgspec

from model.register.listing import RegisterRow, StageRow

PAGES: Final = "pages"
"""The folder of the requests' pages in the site."""


class Entry(msgspec.Struct, frozen=True):
    """A request on the site.

    Attributes:
        row: the request at the stage that is published; amounts are 千円.
        granted: 計上額, 千円; None where nothing was decided on the version in force.
        stages: what was asked at each stage of the budget, 千円, in their order; None where it was not there.
        last_year: the address, from a list of the site, of last year's page of the same 事業; "" where there is none.
    """

    row: RegisterRow
    granted: int | None
    stages: tuple[int | None, ...]
    last_year: str

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
        decided: how many of them have a decision.
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
    found: Sequence[RegisterRow], stages: Sequence[StageRow], stage: str, last_year: Mapping[str, str]
) -> list[Entry]:
    """The requests of a stage.

    Args:
        found: the requests of a year's budget at all its stages.
        stages: the stages of that budget, in their order.
        stage: the one that is published.
        last_year: addresses of last year's pages by the lasting id of the 事業.
    """
    asked = {(row.request, row.stage): row.amount for row in found}
    return [
        Entry(
            row=row,
            granted=row.assessed if row.decision and not row.is_outdated else None,
            stages=tuple(asked.get((row.request, each.stage)) for each in stages),
            last_year=last_year.get(row.lineage, ""),
        )
        for row in found
        if row.stage == stage
    ]


def total_of(entries: Sequence[Entry]) -> Total:
    """The sums over requests."""
    of_expense = [entry for entry in entries if entry.row.expenditure is not None]
    return Total(
        count=len(entries),
        asked=sum(entry.row.expenditure or 0 for entry in of_expense),
        previous=sum(entry.row.previous or 0 for entry in of_expense),
        granted=sum(entry.granted or 0 for entry in of_expense),
        decided=sum(entry.granted is not None for entry in of_expense),
        undecided=sum(entry.granted is None for entry in of_expense),
    )
