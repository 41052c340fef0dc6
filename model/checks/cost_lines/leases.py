"""Leases: a costly one from year to year is dear (rule 50)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from model.checks.case import Case
from model.checks.quoted import words_of
from model.checks.rule import Found, WholeCheck
from model.request import place
from model.standard.line_words import Lease
from model.totals.object_class import of_line

_SOURCE: Final = "標準事務費の設定要領（高額な物の単年度リースは割高）"


@WholeCheck.rule(
    "50",
    "高額な物のリースは、単年度の契約では割高なので、複数年の契約を考える。",
    _SOURCE,
    "question",
    why="何年の契約が安いかは人が判断します。債務負担行為のない高額なリースの行で尋ねます。",
)
def costly_leases_are_for_several_years(case: Case) -> Iterator[Found]:
    """Rule 50: costly goods that are leased from year to year are dear; the writer is asked where a line has no commitment.

    A lease whose words tell how it is contracted (長期継続契約, 債務負担行為, 再リース …) is not asked after, nor one below the
    Standard's amount, nor a line of another 節.
    """
    lease = case.standard.line_words.lease
    bound = {commitment.commitment.line for commitment in case.totals.commitments}
    lines = (line for group in case.totals.groups for line in group.lines)
    for line in lines:
        if (line.amount.value or 0) >= lease.at_least and lease.is_in(line.line.text):
            own = [line.line, *(part.line for part in line.parts)]
            is_settled = any(
                one.id in bound or lease.settled.is_in(f"{one.text}\n{one.remark}") for one in own
            )
            if not is_settled and _may_be_a_lease(line.line.object_class, lease, case):
                yield Found(
                    place.line(line.line.id, "text"),
                    f"「{words_of(line.line.text)}」は、単年度の契約と複数年の契約（債務負担行為、長期継続契約）のどちらが安いか比べましたか。",
                )


def _may_be_a_lease(text: str, lease: Lease, case: Case) -> bool:
    """Whether a line has no 節, or one of leases."""
    known = of_line(text, case.totals.year.year, case.standard) if text else None
    return not text or (known is not None and known.name in lease.object_classes)
