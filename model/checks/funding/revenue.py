"""What stands in the columns of the funding table (rules 17, 28, 29, 30, 69)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from model.checks.case import Case, LineContext
from model.checks.finding import thousands
from model.checks.rule import Found, LineInYearCheck, Rule, WholeCheck
from model.figures.figures import LineTotals
from model.request import place
from model.request.lines import lines_in
from model.totals import object_class
from model.totals.commitment_lines import lines_of_commitments

_BONDS: Final = "地方財政法5条（起債は建設事業などに限る）"
_PUBLISHED: Final = "公表された要求書の財源内訳"
_GUIDE: Final = "予算要求要領（受益者負担の適正化）"
_CEILING: Final = "予算要求要領（部局ごとのシーリング）"
_ACCOUNTS: Final = "会計間の繰出金と繰入金の端数（議会での指摘）"
_TRANSFER: Final = Rule(
    "17",
    "他の会計との繰出金・繰入金は、両方の会計で千円単位まで同じ。",
    _ACCOUNTS,
    "question",
    state="question",
    why="相手の会計の要求書は別のファイルなので、繰出金の行か繰入金の列があるときに尋ねます。",
)


@LineInYearCheck.of(_TRANSFER)
def transfers_are_the_same_in_both_accounts(line: LineTotals, context: LineContext) -> Iterator[Found]:
    """Rule 17: asks whether a transfer to another account (節 繰出金, or such words) equals that account's 繰入金."""
    if line.parts or not line.amount.value:
        return
    said = line.line.object_class or line.line.text
    if any(word in said for word in context.standard.revenue.transfers):
        yield Found(
            place.line(line.line.id, "amount"), "この繰出金は、相手の会計の繰入金と千円単位まで同じ額ですか。"
        )


@WholeCheck.of(_TRANSFER)
def transfer_funds_are_the_same_in_both_accounts(case: Case) -> Iterator[Found]:
    """Rule 17 from the other side: where 繰入金 takes the rest; a sheet without the table tells no such amount."""
    row, form = case.totals.asked_funds, case.totals.form
    words = case.standard.revenue.transfer_funds
    is_transferred = words and words in form.general and not form.leaves_out("funding")
    if is_transferred and row is not None and (row.general.value or 0) > 0:
        yield Found(
            place.funding(row.plan.row, place.GENERAL),
            "この繰入金は、相手の会計の繰出金と千円単位まで同じ額ですか。",
        )


@WholeCheck.rule(
    "28",
    "起債は、工事請負費・公有財産購入費など、建設事業などの節の経費に充てる。",
    _BONDS,
    "warning",
    state="data",
    why="額のある行のすべてに節を入れたとき、または起債を充てる行を財源の根拠に入れたときに調べます。",
)
def bonds_pay_for_investments(case: Case) -> Iterator[Found]:
    """Rule 28: a bond where every amount has a 節 and none of them is of an investment, or on such a line.

    The list of 節 is the Standard's; as long as one line has no 節, it may be the works, and nothing is said.
    """
    revenue, year = case.standard.revenue, case.totals.year.year
    where = case.asked_of(revenue.bonds)
    terms = [one for one in case.request.funding_terms if one.source == revenue.bonds and one.line]
    if where is None and not terms:
        return
    texts = {line.object_class for line in lines_in(case.request)}  # many lines, few 節
    named = {text: object_class.of_line(text, year, case.standard) for text in texts}
    investments = {text: one.name in revenue.investments for text, one in named.items() if one is not None}
    for term in terms:
        line = lines_of_commitments(case.totals, {term.line}).get(term.line)
        if line and investments.get(line.line.object_class) is False:
            yield Found(
                place.term(term.id, "line"),
                f"起債を充てる行「{line.line.text}」の節「{line.line.object_class}」は、起債の対象になる経費の節ではありません。"
                "行か節を確かめてください。",
            )
            return
    found = (verdict for group in case.totals.groups for verdict in _verdicts(group.lines, investments))
    if where is not None and next(found, None) is False and all(finding is False for finding in found):
        yield Found(
            where,
            "起債がありますが、どの行の節も起債の対象になる経費（工事請負費・公有財産購入費など）ではありません。"
            "節か財源を確かめてください。",
        )


@WholeCheck.rule(
    "29",
    "その他の財源には、収入の名前（諸収入・繰入金・負担金など）がある。負担金は同じ額の経費の行と組になる。",
    _PUBLISHED,
    "question",
    why="収入の名前は要求書の決まった欄にないので、財源の根拠にも財源の言葉にもないときに尋ねます。",
)
def other_revenue_has_a_name(case: Case) -> Iterator[Found]:
    """Rule 29: その他 above 0 names its revenue item in a ground of revenue or in the words 財源 (基金繰入金, 雑入)."""
    revenue = case.standard.revenue
    where = case.asked_of(revenue.other)
    named = any(term.source == revenue.other and term.name.strip() for term in case.request.funding_terms)
    if where is None or named or any(word in case.request.funding_words for word in revenue.revenue_names):
        return
    yield Found(
        where,
        "その他の財源は、何の収入（諸収入・繰入金・負担金など）で、どの経費に充てますか。",
    )


@WholeCheck.rule(
    "30",
    "使用料・手数料のあるときは、受益者負担の考え方を書く。",
    _GUIDE,
    "question",
    why="料金の水準の判断は人がすることなので尋ねます。",
)
def fees_are_paid_by_those_who_benefit(case: Case) -> Iterator[Found]:
    """Rule 30: where 使用料・手数料 are above 0, the finance division asks how they were set."""
    if (where := case.asked_of(case.standard.revenue.fees)) is not None:
        yield Found(
            where,
            "使用料・手数料の額は、どの料金と件数によるもので、受益者負担として適正ですか。",
        )


@WholeCheck.rule(
    "69",
    "要求の一般財源は、部局の上限（シーリング）を超えない。",
    _CEILING,
    "error",
    state="data",
    why="上限は部局全体のものなので、様式の設定に書いたとき、この要求だけで超えるかを調べます。",
)
def department_ceiling_is_kept(case: Case) -> Iterator[Found]:
    """Rule 69: this request alone is above the ceiling of its department; what the others ask is in other files."""
    if not case.standard.ceilings:
        return
    row = case.totals.funding_rows.get("total") or case.totals.asked_funds
    general = row.general.value if row else None
    if row is None or general is None:
        return
    for ceiling in case.standard.ceilings:
        if (
            ceiling.department == case.request.contact.department.strip()
            and ceiling.year == case.totals.year.year
            and ceiling.budget in case.request.header.budget
            and general > ceiling.amount
        ):
            yield Found(
                place.funding(row.plan.row, place.GENERAL),
                f"{case.totals.form.general} {thousands(general)} が、この要求だけで{ceiling.department}の上限 {thousands(ceiling.amount)} を"
                "超えています。要求を減らすか、財源を確かめてください。",
            )


def _verdicts(
    lines: Iterable[LineTotals], investments: Mapping[str, bool], above: bool | None = None
) -> Iterator[bool | None]:
    """For every amount of the lines whether it is an investment; None where no known 節 tells, on it or above it."""
    for line in lines:
        own = investments.get(line.line.object_class) if line.line.object_class else above
        if line.parts:
            yield from _verdicts(line.parts, investments, own)
        elif line.amount.value:
            yield own
