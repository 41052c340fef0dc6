"""What the site says of a request beside its pages: its names, and its amounts at each stage that is public."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

import msgspec

from model.register.listing import RegisterRow, StageRow

PAGES: Final = "pages"
"""The folder of the requests' pages in the site."""


class AtStage(NamedTuple):
    """A request at a stage, and the name of its page."""

    row: RegisterRow
    page: str

    @property
    def asked(self) -> int | None:
        """要求額, 千円."""
        return self.row.amount

    @property
    def granted(self) -> int | None:
        """計上額, 千円; None where nothing was decided on the version in force."""
        return self.row.assessed if self.row.is_decided else None


class Entry(msgspec.Struct, frozen=True):
    """A request on the site.

    Attributes:
        stages: the request at each stage of the budget up to the one that is published, in their order; None where it was not there.
        last_year: the address, from a list of the site, of last year's page of the same 事業; "" where there is none.
    """

    stages: tuple[AtStage | None, ...]
    last_year: str

    @property
    def came(self) -> list[AtStage]:
        """The stages that it came to."""
        return [at for at in self.stages if at is not None]

    @property
    def row(self) -> RegisterRow:
        """The request at the last stage that it came to."""
        return self.came[-1].row

    @property
    def first(self) -> RegisterRow:
        """The request at the first stage that it came to: later ones ask for a part of it again, or for more."""
        return self.came[0].row

    @property
    def granted(self) -> int | None:
        """計上額 of all stages together, 千円: what a later one grants is added; None where nothing was decided."""
        granted = [at.granted for at in self.came if at.granted is not None]
        return sum(granted) if granted else None

    @property
    def page(self) -> str:
        """The name of its page at the last stage; it stays the same at every publication of the budget."""
        return self.came[-1].page


class StageTotal(NamedTuple):
    """Sums over the requests of 歳出 at a stage, 千円; ``requests`` counts all that came to it, of whatever kind."""

    requests: int
    asked: int
    granted: int


class Total(msgspec.Struct, frozen=True):
    """Sums over requests, 千円; 歳出 alone, since 債務負担行為, 継続費 and 繰越明許費 are other amounts.

    Attributes:
        count: how many requests.
        asked: 要求額 of those with 歳出, each at the first stage that it came to.
        previous: 前年度 of the same.
        granted: 計上額 of the same at all stages together, as far as it was decided.
        decided: how many requests have a decision, of whatever kind of amounts.
        undecided: how many have none at the last stage that they came to.
        stages: the sums at each stage, in their order.
    """

    count: int
    asked: int
    previous: int
    granted: int
    decided: int
    undecided: int
    stages: tuple[StageTotal, ...]

    @property
    def change(self) -> int:
        """増減, 千円."""
        return self.asked - self.previous


def entries_of(
    found: Sequence[RegisterRow], stages: Sequence[StageRow], last_year: Mapping[str, str]
) -> list[Entry]:
    """The requests that came to any of some stages, by 部局, 課 and name.

    ``last_year`` are the addresses of last year's pages by the lasting id of the 事業.
    """
    by_request: dict[str, dict[str, RegisterRow]] = {}
    for row in found:
        by_request.setdefault(row.request, {})[row.stage] = row
    entries: list[Entry] = []
    for at_stage in by_request.values():
        came = [each.stage for each in stages if each.stage in at_stage]
        if came:
            pages = {
                stage: f"{at_stage[stage].request}{'' if stage == came[-1] else f'-{number}'}.html"
                for number, stage in enumerate(came, start=1)
            }
            of_stages = tuple(
                AtStage(at_stage[each.stage], pages[each.stage]) if each.stage in pages else None
                for each in stages
            )
            entries.append(Entry(of_stages, last_year.get(at_stage[came[-1]].lineage, "")))
    return sorted(entries, key=_order)


def _order(entry: Entry) -> tuple[str, ...]:
    row = entry.row
    return row.bureau_code, row.bureau, row.section_code, row.section, row.name, row.request


def total_of(entries: Sequence[Entry]) -> Total:
    """The sums over requests."""
    of_expense = [entry for entry in entries if entry.row.expenditure is not None]
    at_stages = zip(*(entry.stages for entry in entries), strict=True)
    return Total(
        count=len(entries),
        asked=sum(entry.first.expenditure or 0 for entry in of_expense),
        previous=sum(entry.first.previous or 0 for entry in of_expense),
        granted=sum(entry.granted or 0 for entry in of_expense),
        decided=sum(entry.granted is not None for entry in entries),
        undecided=sum(not entry.row.is_decided for entry in entries),
        stages=tuple(_stage_total([at for at in of_stage if at is not None]) for of_stage in at_stages),
    )


def _stage_total(came: Sequence[AtStage]) -> StageTotal:
    of_expense = [at for at in came if at.row.expenditure is not None]
    return StageTotal(
        len(came), sum(at.asked or 0 for at in of_expense), sum(at.granted or 0 for at in of_expense)
    )
