"""Rows of the fixed tables that a sheet which was read leaves out although the rest of its table stands there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from model import place
from model.checks.finding import Finding
from model.checks.rule import Rule, checks
from model.figures import Totals
from model.form import SheetForm
from model.place import Place
from model.request import Request
from model.standard import Standard

_SOURCE: Final = "公表された要求書の様式（鳥取県・予算編成過程の公開）"


@checks(
    Rule(
        "row-missing",
        "トータルコストの表には様式の行がそろっている。財源内訳の表の計・要求総額には、足し上げる行がある。",
        _SOURCE,
    ),
    reads="form",
)
def tables_have_their_rows(_request: Request, totals: Totals, _standard: Standard) -> Iterator[Finding]:
    """A printed total-cost table has every row of its form (all published ones); a total row, the rows that it adds.

    A table that is left out altogether is another kind of sheet, and 保留・別途 of the finance division may be left out.
    """
    form = totals.form
    if not form.printed.without:
        return
    for where, table, label in _missing(form):
        yield Finding(
            "row-missing",
            where,
            f"{table}に「{label}」の行がありません。落ちていれば額を入力してください。",
            _SOURCE,
        )


def _missing(form: SheetForm) -> Iterator[tuple[Place, str, str]]:
    if not form.leaves_out("cost"):
        for plan in form.page.cost_rows:
            if form.leaves_out(f"cost/{plan.row}"):
                yield place.cost(plan.row, "expense"), "トータルコストの表", form.cost_label(plan.row)
    for total in form.funding_rows:
        for row in total.adds:
            if form.leaves_out(f"funding/{row}"):
                yield place.funding(row, place.EXPENSE), "財源内訳の表", form.funding_label(row)
