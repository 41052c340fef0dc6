"""The finance division's part (rules 18, 19)."""

from __future__ import annotations

from collections.abc import Iterator

from model.checks.case import Case
from model.checks.declared import mismatch
from model.checks.finding import return_to_derived, thousands
from model.checks.rule import Found, WholeCheck
from model.checks.sources import PUBLISHED_SHEETS
from model.request import place
from model.request.request import FundingRowKey


@WholeCheck.rule("18", "計上額・保留額・別途額は、査定の行と財政課使用欄で同じ。", PUBLISHED_SHEETS, "error")
def assessed_amount_is_the_same_everywhere(case: Case) -> Iterator[Found]:
    """Rule 18: 計上額 (and 保留額, 別途額) on the 査定 line stands as 事業費 in 財政課使用欄."""
    rows: tuple[FundingRowKey, ...] = ("assessed", "held", "separate")
    for row in rows:
        if row not in case.totals.funding_rows:
            continue
        label = case.totals.form.funding_label(row)
        yield from mismatch(
            case.totals.funding_rows[row].expense,
            place.funding(row, place.EXPENSE),
            f"財政課使用欄の「{label}」の事業費",
            f"査定の{label}",
        )


@WholeCheck.rule(
    "18-final",
    "トータルコストの当初予算額は、後の段階を経た最終の額で、計上額と違うことがある。",
    PUBLISHED_SHEETS,
    "info",
)
def final_budget_may_differ_from_assessed(case: Case) -> Iterator[Found]:
    """Rule 18, corrected by 12 of 49 published pages: the 当初予算額 row is the final amount, so a gap is only 参考."""
    row = case.totals.cost_rows.get("assessed")
    if row is not None and (expense := row.expense).differs:
        where = place.cost("assessed", "expense")
        label = case.totals.form.cost_label("assessed")
        yield Found(
            where,
            f"「{label}」の事業費 {thousands(expense.typed)} は、査定の計上額 {thousands(expense.derived)} と違います。"
            "後の段階で変わった最終の額であれば、このままで構いません。",
            fix=return_to_derived(where),
        )


@WholeCheck.rule(
    "19",
    "計上額・保留額・別途額の和は要求額以下で、減額した理由は財政課処理欄に書く。",
    PUBLISHED_SHEETS,
    "warning",
)
def assessed_parts_fit_in_the_request(case: Case) -> Iterator[Found]:
    """Rule 19: 計上 + 保留 + 別途 do not exceed 要求額, and what was cut is explained in 財政課処理欄.

    A published sheet that leaves the 処理欄 out has no place for the explanation.
    """
    if case.totals.cut is None:
        return
    if case.totals.cut < 0:
        yield Found(
            place.ASSESSED_AMOUNT,
            f"計上額・保留額・別途額の和が、要求額 {thousands(case.totals.amount.value)} を {thousands(-case.totals.cut)} 超えています。"
            "査定の額を確かめてください。",
        )
    elif (
        case.totals.cut > 0
        and not case.request.assessment.comment.strip()
        and not case.totals.form.leaves_out("comment")
    ):
        yield Found(
            "assessment/comment",
            f"要求額から {thousands(case.totals.cut)} 減額されていますが、財政課処理欄が空欄です。減額の理由を書いてください。",
        )
