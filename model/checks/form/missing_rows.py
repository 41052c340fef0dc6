"""The check for rows of a fixed table that an imported sheet lacks while it has the rest of that table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from model.checks.case import Case
from model.checks.rule import Found, WholeCheck
from model.request import place
from model.request.place import Place
from model.standard.form import SheetForm

_OPTIONAL: Final = ("held", "separate")  # 保留・別途 of the finance division may be left out
_SOURCE: Final = "公表された要求書の様式"


@WholeCheck.rule(
    "row-missing",
    "トータルコストの表には様式の行がそろっている。財源の表では、印字された行の上に抜けた行がない。",
    _SOURCE,
    "warning",
)
def tables_have_their_rows(case: Case) -> Iterator[Found]:
    """A printed total-cost table has every row of its form; in a table of funds none is left out above another.

    A table that is left out altogether is another kind of sheet, and 保留・別途 may be left out. Tables of funds end early
    on published pages that were copied in part (005, 180), so what is missing at the end says nothing.
    """
    form = case.totals.form
    if not form.printed.without:
        return
    for where, table, label in _missing(form):
        yield Found(where, f"{table}に「{label}」の行がありません。落ちていれば額を入力してください。")


def _missing(form: SheetForm) -> Iterator[tuple[Place, str, str]]:
    if not form.leaves_out("cost"):
        for row in (plan.row for plan in form.page.cost_rows):
            if form.leaves_out(f"cost/{row}"):
                yield place.cost(row, "expense"), "トータルコストの表", form.cost_label(row)
    tables = (
        ("財源内訳の表", "funding", form.page.funding_rows),
        ("財政課使用欄", "finance", form.page.finance_rows),
    )
    below: list[tuple[Place, str, str]] = []
    for name, table, plans in tables:
        for plan in () if form.leaves_out(table) else plans:
            if form.leaves_out(f"{table}/{plan.row}"):
                if plan.row not in _OPTIONAL:
                    below.append((place.funding(plan.row, place.EXPENSE), name, form.funding_label(plan.row)))
            else:
                yield from below
                below.clear()
