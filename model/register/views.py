"""What the desk shows of the register's rows: those that match, in groups, with sums that are added up from the same rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from model.register.listing import RegisterRow
from model.standard.revenue_words import Ceiling
from model.values.amount import half_width
from model.values.grouped import grouped


class Sums(NamedTuple):
    """Sums over rows, 千円; kinds of amounts are added up each by itself.

    Attributes:
        waiting: what is asked of 歳出 by the requests without a decision on the version in force.
        undecided: how many requests have none, of whatever kind.
    """

    requests: int
    expenditure: int
    previous: int
    commitment: int
    continuing: int
    carry_over: int
    assessed: int
    held: int
    separate: int
    waiting: int
    undecided: int

    @property
    def cut(self) -> int:
        """What of the 歳出 that was decided on is neither 計上, 保留 nor 別途, 千円."""
        return self.expenditure - self.waiting - self.assessed - self.held - self.separate

    @property
    def change(self) -> int:
        """増減 of 歳出, 千円."""
        return self.expenditure - self.previous


class Group(NamedTuple):
    """Rows that belong together, with their sums; ``name`` is "" where nothing names them."""

    name: str
    rows: list[RegisterRow]
    sums: Sums


class CeilingUse(NamedTuple):
    """How much of a ceiling (シーリング) the 一般財源 of a 部局 takes, 千円: of what is asked, and of what is granted."""

    bureau: str
    ceiling: int
    asked: int
    granted: int

    @property
    def rest(self) -> int:
        """What the requests leave; negative where they exceed it."""
        return self.ceiling - self.asked

    @property
    def rest_of_granted(self) -> int:
        """What 計上 leaves; negative where it exceeds it."""
        return self.ceiling - self.granted


def sums_of(rows: Iterable[RegisterRow]) -> Sums:
    """The sums over rows; 計上, 保留 and 別途 are those of decisions on the version in force."""
    found = list(rows)
    decided = [row for row in found if row.is_decided]
    of_expense = [row for row in found if row.expenditure is not None]
    return Sums(
        requests=len(found),
        expenditure=sum(row.expenditure or 0 for row in found),
        previous=sum(row.previous or 0 for row in of_expense),
        commitment=sum(row.commitment or 0 for row in found),
        continuing=sum(row.continuing or 0 for row in found),
        carry_over=sum(row.carry_over or 0 for row in found),
        assessed=sum(row.assessed or 0 for row in decided if row.expenditure is not None),
        held=sum(row.held or 0 for row in decided if row.expenditure is not None),
        separate=sum(row.separate or 0 for row in decided if row.expenditure is not None),
        waiting=sum(row.expenditure or 0 for row in found if not row.is_decided),
        undecided=len(found) - len(decided),
    )


def matching(
    rows: Iterable[RegisterRow], words: str, fits: Callable[[RegisterRow], bool]
) -> list[RegisterRow]:
    """The rows that fit and have all the words in their names, in any width and case."""
    wanted = half_width(words).casefold().split()

    def has_all(row: RegisterRow) -> bool:
        text = half_width(
            "\n".join((row.name, row.section, row.bureau, row.kan, row.kou, row.moku, row.stage, row.budget))
        )
        return all(word in text.casefold() for word in wanted)

    return [row for row in rows if fits(row) and (not wanted or has_all(row))]


def groups_of(rows: Sequence[RegisterRow], of: Callable[[RegisterRow], str]) -> list[Group]:
    """The rows in groups, in the order in which these come."""
    return [Group(name, members, sums_of(members)) for name, members in grouped(rows, of).items()]


def ceiling_uses(
    rows: Iterable[RegisterRow],
    asked: Mapping[str, int],
    granted: Mapping[str, int],
    ceilings: Sequence[Ceiling],
) -> list[CeilingUse]:
    """How the requests of each 部局 stand to its ceiling.

    ``asked`` is the 一般財源 of the requests by version, ``granted`` that of 計上 by decision, 千円.
    """
    found = list(rows)
    uses: list[CeilingUse] = []
    for ceiling in ceilings:
        own = [row for row in found if (row.year, row.budget) == (ceiling.year, ceiling.budget)]
        if own:
            of_bureau = [row for row in own if row.bureau == ceiling.department]
            uses.append(
                CeilingUse(
                    ceiling.department,
                    ceiling.amount,
                    sum(asked.get(row.version, 0) for row in of_bureau),
                    sum(granted.get(row.decision, 0) for row in of_bureau if row.is_decided),
                )
            )
    return uses
