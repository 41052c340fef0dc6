"""What remarks of a cost table say of commitments, taken from them."""

from __future__ import annotations

from msgspec.structs import replace

from model.claims.commitment_year_words import worded_in
from model.request.multi_year import Commitment
from model.request.request import CostGroup, Line
from model.standard.standard import Standard
from model.values.fiscal_year import FiscalYear
from model.values.identity import new_id


def with_commitments(
    group: CostGroup, year: FiscalYear, standard: Standard
) -> tuple[CostGroup, tuple[Commitment, ...]]:
    """A group without the wordings of commitments in its remarks, and these as commitments."""
    commitments: list[Commitment] = []

    def taken(line: Line) -> Line:
        remark, said = worded_in(line.remark, standard.commitments, year)
        commitments.extend(Commitment(new_id(), line.id, period, status) for status, period in said)
        return replace(line, remark=remark, parts=tuple(map(taken, line.parts)))

    return replace(group, lines=tuple(map(taken, group.lines))), tuple(commitments)
