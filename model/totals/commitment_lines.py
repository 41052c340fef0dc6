"""The commitments (債務負担行為) of each cost line: set, requested, and how their periods follow each other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

from model.figures.commitments import CommitmentTotals, add
from model.figures.figures import LineTotals, Totals, every_line
from model.request.multi_year import Commitment, CommitmentYear
from model.values.fiscal_year import Period

Clash: TypeAlias = Literal["overlap", "gap"]


class LineCommitments(NamedTuple):
    """A cost line with its commitments: those set by earlier budgets and those asked with this one."""

    line: LineTotals
    set: tuple[CommitmentTotals, ...]
    requested: tuple[CommitmentTotals, ...]


def commitments_by_line(totals: Totals) -> Iterator[LineCommitments]:
    """Every line that has a commitment."""
    tied = [commitment for commitment in totals.commitments if commitment.commitment.line]
    lines = lines_of_commitments(totals, {commitment.commitment.line for commitment in tied}) if tied else {}
    for line_id, line in lines.items():
        own = [commitment for commitment in tied if commitment.commitment.line == line_id]
        yield LineCommitments(
            line,
            tuple(commitment for commitment in own if commitment.commitment.status == "set"),
            tuple(commitment for commitment in own if commitment.commitment.status == "requested"),
        )


def lines_of_commitments(totals: Totals, wanted: set[str]) -> dict[str, LineTotals]:
    """The figures of the lines with these ids, as far as there are any."""
    found: dict[str, LineTotals] = {}
    for group in totals.groups:
        if len(found) == len(wanted):
            break
        found |= {line.line.id: line for line in group.lines if line.line.id in wanted}
        for line in group.lines:
            if line.parts:
                found |= {part.line.id: part for part in every_line(line.parts) if part.line.id in wanted}
    return found


def amount_of_line(totals: Totals, line_id: str) -> int | None:
    """This year's amount of a line or a part, 千円; None where it is gone or blank."""
    line = lines_of_commitments(totals, {line_id}).get(line_id)
    return line.amount.value if line else None


def committed_in(commitments: tuple[CommitmentTotals, ...], year: int) -> int | None:
    """The sum of some commitments in a fiscal year, 千円; None if one of them has no amount for it."""
    owed = [_of_year(commitment, year) for commitment in commitments]
    return None if None in owed else add(owed)


def is_raised_after(commitment: CommitmentTotals, year: int) -> bool:
    """Whether its contract was changed so that a later year owes more."""
    return any(
        row.period is not None and row.period.last.year > year and (row.difference or 0) > 0
        for row in commitment.years
    )


def increase_of(commitment: CommitmentTotals, year: int) -> Commitment | None:
    """The commitment that asks for the increase of a contract: this year's row for the ordinary budget, the later ones.

    Its period is that of the later years (page 110). None where their years cannot be read one by one.
    """
    rows = [
        row for row in commitment.years if row.difference is not None and row.year and row.year.year >= year
    ]
    later = [row.year for row in rows if row.year and row.year.year > year]
    if not later:
        return None
    own = commitment.commitment
    return Commitment(
        f"{own.id}-increase",
        own.line,
        Period(later[0], later[-1]).short,
        name=own.name,
        years=tuple(
            CommitmentYear(
                f"{row.row.id}-increase", row.row.year, contracted=row.row.contracted, changed=row.row.changed
            )
            for row in rows
        ),
    )


def clash(asked: CommitmentTotals, known: CommitmentTotals, year: int) -> Clash | None:
    """How the period that is asked does not follow one that is set for the same thing; None where it does.

    One for a change of a contract runs beside what was set, and one that ended before this year leaves it to the
    ordinary budget; that what is asked begins after this year is another rule.
    """
    if asked.period is None or known.period is None or asked.is_change or known.is_change:
        return None
    first, last = max(asked.period.first.year, year + 1), asked.period.last.year
    if first <= known.period.last.year and known.period.first.year <= last:
        return "overlap"
    return "gap" if year <= known.period.last.year < first - 1 else None


def _of_year(commitment: CommitmentTotals, year: int) -> int | None:
    row = next((row for row in commitment.years if row.year is not None and row.year.year == year), None)
    if row is None:
        return None
    return row.row.changed if isinstance(row.row.changed, int) else row.amount.value
