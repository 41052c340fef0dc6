"""Whether the costs of a request may be borrowed for: bonds (起債) are in principle for hard works (rules.md B4)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from model import object_class
from model.figures import LineTotals
from model.standard import Standard


def is_investment(text: str, year: int, standard: Standard) -> bool | None:
    """Whether a 節 is one whose costs may be borrowed for; None where the year's list does not have it."""
    found = object_class.of_line(text, year, standard)
    return None if found is None else found.name in standard.revenue.investments


def verdicts(
    lines: Iterable[LineTotals], year: int, standard: Standard, above: bool | None = None
) -> Iterator[bool | None]:
    """For every amount of the lines whether it is an investment; None where no 節 tells, on it or above it."""
    for line in lines:
        own = is_investment(line.line.object_class, year, standard) if line.line.object_class else above
        if line.parts:
            yield from verdicts(line.parts, year, standard, own)
        elif line.amount.value:
            yield own
