"""Whether the rulebook sees a seeded error, and where; counted by kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from model.checks import Finding
from model.document.document import Kept, Snapshot, take_snapshot
from model.incremental.results import Results
from model.request.request import Request
from tests.samples import standard
from tests.seeded.figures import wrong_figures, wrong_people
from tests.seeded.mutation import Mutation
from tests.seeded.oracle import Equation, equations
from tests.seeded.shifts import dropped_rows, dropped_totals, exchanged_columns, moved_sources
from tests.seeded.slips import wrong_calculations, wrong_states, wrong_years

_MAKERS = (
    wrong_figures,
    wrong_people,
    dropped_rows,
    dropped_totals,
    exchanged_columns,
    moved_sources,
    wrong_years,
    wrong_states,
    wrong_calculations,
)


class Outcome(NamedTuple):
    """What came of a seeded error.

    Attributes:
        mutation: the error.
        broken: the equations that held before it and do not hold now.
        found: the findings (誤り, 注意) that were not there before.
        informed: whether there is at least a new 参考.
    """

    mutation: Mutation
    broken: tuple[Equation, ...]
    found: tuple[Finding, ...]
    informed: bool

    @property
    def located(self) -> bool:
        """Whether a finding points at the error, or at the sum or copy of an equation that it broke."""
        places = self.mutation.places.union(*(each.sums for each in self.broken))
        return any(each.place in places for each in self.found)


def every_mutation(request: Request) -> Iterator[Mutation]:
    """Every single error of every kind."""
    for make in _MAKERS:
        yield from make(request)


def outcomes(request: Request, mutations: Iterable[Mutation]) -> Iterator[Outcome]:
    """What comes of each error in a request; only what an error touched is derived and checked again."""
    kept = Kept(Results(), Results())
    before = take_snapshot(request, standard(), kept=kept)
    known = _keys(before)
    held = {name for name, equation in equations(request).items() if equation.holds}
    for mutation in mutations:
        after = take_snapshot(mutation.request, standard(), kept=kept)
        new = [
            finding
            for finding in after.findings.all
            if (finding.rule, finding.place, finding.message) not in known
        ]
        now = equations(mutation.request)
        broken = tuple(now[name] for name in held & now.keys() if not now[name].holds)
        found = tuple(each for each in new if each.severity != "info")
        yield Outcome(mutation, broken, found, len(found) < len(new))


def _keys(snapshot: Snapshot) -> set[tuple[str, str, str]]:
    found = snapshot.findings
    return {(finding.rule, finding.place, finding.message) for finding in (*found.all, *found.acknowledged)}


class Tally:
    """Counts by kind, and what was missed."""

    def __init__(self) -> None:
        self.made: Counter[str] = Counter()
        self.noticed: Counter[str] = Counter()
        self.broken: Counter[str] = Counter()
        self.detected: Counter[str] = Counter()
        self.located: Counter[str] = Counter()
        self.missed: list[tuple[str, Outcome]] = []

    def add(self, source: str, outcome: Outcome) -> None:
        """Count an outcome of a source."""
        kind = outcome.mutation.kind
        self.made[kind] += 1
        self.noticed[kind] += bool(outcome.found)
        if outcome.broken:
            self.broken[kind] += 1
            self.detected[kind] += bool(outcome.found)
            self.located[kind] += outcome.located
            if not outcome.located:
                self.missed.append((source, outcome))

    def rate(self, kind: str | None = None) -> float:
        """The share of located errors among those that break an equation; of a kind or of all."""
        located, broken = self.located, self.broken
        if kind is None:
            return located.total() / broken.total() if broken.total() else 1.0
        return located[kind] / broken[kind] if broken[kind] else 1.0

    def table(self) -> str:
        """The counts as a table in Markdown."""
        rows = [
            "| 誤りの種類 | 作った数 | 何か指摘 | 等式が崩れる | 指摘 | その場所か和に指摘 | 率 |",
            "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
        ]
        for kind in self.made:
            rate = f"{self.rate(kind):.1%}" if self.broken[kind] else "—"
            cells = (
                self.made[kind],
                self.noticed[kind],
                self.broken[kind],
                self.detected[kind],
                self.located[kind],
            )
            rows.append(f"| {kind} | {' | '.join(f'{cell:,}' for cell in cells)} | {rate} |")
        sums = (each.total() for each in (self.made, self.noticed, self.broken, self.detected, self.located))
        rows.append(f"| 計 | {' | '.join(f'{each:,}' for each in sums)} | {self.rate():.1%} |")
        return "\n".join(rows)


def tally(sources: dict[str, Request], every: int = 1) -> Tally:
    """The counts over sources; ``every`` n-th error of each only."""
    counts = Tally()
    for name, request in sources.items():
        chosen = (each for at, each in enumerate(every_mutation(request)) if at % every == 0)
        for outcome in outcomes(request, chosen):
            counts.add(name, outcome)
    return counts
