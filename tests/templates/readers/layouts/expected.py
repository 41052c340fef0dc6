"""What has to come back of a layout."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Wanted:
    """A line that has to come back, 円.

    Attributes:
        texts: the words it may have.
        optional: a heading, or a part that may be left in words: it may be missing.
        is_part: whether it is a part of the line above it.
    """

    texts: tuple[str, ...]
    amount: int | None
    previous: int | None
    optional: bool = False
    is_part: bool = False


@dataclass(frozen=True)
class Expected:
    """What has to come back of a layout.

    Attributes:
        year: in 令和.
        readings: lists of lines, one of which it has to be (a summary, its detail, or both nested).
        amount, previous: the totals, 円; previous None where the layout has no such column.
        printed: the total as it is printed, 円; another one than ``amount`` was typed over.
        name: the name of the request; "" where the layout has none.
        any_previous: whether it is open what the year before is: there are only 現計 or 決算.
        may_alarm: whether a 誤り at a right figure is no fault: the sheet has something that no amount is.
        words: what has to stand somewhere in the request, or among what was not understood.
    """

    year: int
    readings: tuple[tuple[Wanted, ...], ...]
    amount: int
    previous: int | None
    printed: int
    name: str
    any_previous: bool = False
    may_alarm: bool = False
    words: tuple[str, ...] = ()
