"""The cost lines that something else is tied to (a commitment, a ground of revenue), with their figures."""

from __future__ import annotations

from model.figures.figures import LineTotals, Totals, every_line


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
