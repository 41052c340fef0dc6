"""Leases: a costly one from year to year is dear (rule 50)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from model.checks.case import Case
from model.checks.quoted import words_of
from model.checks.rule import Found, WholeCheck
from model.figures.figures import LineTotals, Totals
from model.request import place
from model.standard.line_words import Lease
from model.standard.standard import Standard
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
    for group in case.totals.groups:
        for line in group.lines:
            if (line.amount.value or 0) >= lease.at_least and lease.is_in(line.line.text):
                yield from _asked(line, bound, lease, case.totals, case.standard)


def _asked(
    line: LineTotals, bound: set[str], lease: Lease, totals: Totals, standard: Standard
) -> Iterator[Found]:
    own = line.line
    lines = [own, *(part.line for part in line.parts)]
    if any(line.id in bound or lease.settled.is_in(f"{line.text}\n{line.remark}") for line in lines):
        return
    if own.object_class:
        known = of_line(own.object_class, totals.year.year, standard)
        if known is None or known.name not in lease.object_classes:
            return
    yield Found(
        place.line(own.id, "text"),
        f"「{words_of(line.line.text)}」は、単年度の契約と複数年の契約（債務負担行為、長期継続契約）のどちらが安いか比べましたか。",
    )
