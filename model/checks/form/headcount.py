"""People and labour cost (rules 8 to 10), and what the Standard cannot price."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from model.checks.case import Case
from model.checks.declared import mismatch
from model.checks.finding import Fix, return_to_derived, thousands
from model.checks.rule import Found, WholeCheck
from model.checks.sources import INPUT, PUBLISHED_SHEETS
from model.request import place
from model.request.request import Request, SheetRow
from model.totals.total_cost import labour_of
from model.values import people
from model.values.fiscal_year import official

_COPIED_ROWS: Final[tuple[SheetRow, ...]] = ("previous", "standing", "total")
_ASKED: Final[tuple[SheetRow, ...]] = ("request", "total")
_COPIED_NOTE: Final = (
    "前の要求書から写した額や、複数の職員区分・事業をまとめた額であれば、このままで構いません。"
)
_ROUNDING_NOTE: Final = "議案説明資料の注（人役が0.0と表示されるものは人件費0）"


@WholeCheck.rule(
    "8", "人件費(B)は、人役にその年度の単価を掛けて千円に四捨五入した額。", PUBLISHED_SHEETS, "error"
)
def labour_cost_is_people_times_price(case: Case) -> Iterator[Found]:
    """Rule 8: 人件費(B) = 人役 × the year's unit labour cost, 四捨五入 to 千円, over the categories that have a price.

    Of the rows that fit no price on published pages, those of the previous year, of the standing budget and of a total
    are copied from earlier papers or hold several projects (8-copied); others were worked out by the price of the year
    before (8-stale).
    """
    for row, found in _labour_mismatches(case):
        if row not in _COPIED_ROWS and not _is_stale(case, row):
            yield found


@WholeCheck.rule(
    "8-copied",
    "前年度・現計・要求総額の行の人件費も同じ。写した額やまとめた額のことがある。",
    PUBLISHED_SHEETS,
    "warning",
)
def copied_labour_cost_is_people_times_price(case: Case) -> Iterator[Found]:
    """The same of the rows that are copied from earlier papers; there it is only worth a look."""
    for row, found in _labour_mismatches(case):
        if row in _COPIED_ROWS:
            yield found._replace(message=found.message + _COPIED_NOTE)


@WholeCheck.rule("8-stale", "人件費は前年度の単価のままにしない。", PUBLISHED_SHEETS, "warning")
def labour_cost_is_by_the_price_of_the_year(case: Case) -> Iterator[Found]:
    """A 人件費(B) that is right by the price of the year before was not worked out anew."""
    for row, found in _labour_mismatches(case):
        if row not in _COPIED_ROWS and _is_stale(case, row):
            labour = case.totals.cost_rows[row].labour
            yield found._replace(
                message=f"「{case.totals.form.cost_label(row)}」の人件費 {thousands(labour.typed)} は前年度の単価で計算した額です。"
                f"今年度の単価では {thousands(labour.derived)} になります。"
            )


def _labour_mismatches(case: Case) -> Iterator[tuple[SheetRow, Found]]:
    """The rows whose 人件費 differs from 人役 × 単価; of a sum, and of people who cost nothing, other rules speak."""
    for row, figures in case.totals.cost_rows.items():
        if figures.plan.people != "sum" and figures.labour.differs and not _has_no_costed_people(case, row):
            name = f"「{case.totals.form.cost_label(row)}」の人件費"
            where = place.cost(row, "labour")
            for found in mismatch(figures.labour, where, name, "人役×単価（四捨五入）"):
                yield row, found


def _is_stale(case: Case, row: SheetRow) -> bool:
    """Whether 人件費 of a row is that of the price of the year before."""
    by_old_price = labour_of(_typed_people(case.request, row), "previous", case.totals.form, case.standard)
    return case.totals.cost_rows[row].labour.typed == by_old_price


@WholeCheck.rule("sum-row", "補正の計の人役は、上の行の和と同じ。", PUBLISHED_SHEETS, "error")
def people_of_a_total_row_add_up(case: Case) -> Iterator[Found]:
    """人役 of 計 on a supplementary sheet are those of the rows above it together (23 of 23 published pages)."""
    for row, figures in case.totals.cost_rows.items():
        if figures.plan.people != "sum":
            continue
        for category in case.standard.staff_of(case.totals.form):
            typed = people.parse(_typed_people(case.request, row).get(category.key, ""))
            together = figures.people.get(category.key)
            if typed is not None and together is not None and typed != together:
                yield Found(
                    place.headcount(row, category.key),
                    f"「{case.totals.form.cost_label(row)}」の人役は {typed}人 ですが、上の行の和は {together}人 です。"
                    "どちらかを直してください。",
                    fix=Fix("上の行の和にする", place.headcount(row, category.key), str(together)),
                )


@WholeCheck.rule(
    "people-not-added",
    "要求総額の人件費は、人役を足し上げないときは上の行の和と違うことがある。",
    PUBLISHED_SHEETS,
    "info",
)
def people_of_an_adjustment_are_not_added(case: Case) -> Iterator[Found]:
    """人件費 of 要求総額 is that of its own people: where it is not the sum of the rows above, that is only worth a look.

    On 4 of 13 published adjustment sheets the same people stand in all three rows (forms.md section 10).
    """
    for row, figures in case.totals.cost_rows.items():
        if figures.plan.expense != "sum" or figures.plan.people == "sum" or figures.labour.value is None:
            continue
        rows = (case.totals.cost_rows.get(key) for key in ("standing", "request"))
        above = [other.labour.value for other in rows if other and other.labour.value is not None]
        if above and sum(above) != figures.labour.value:
            yield Found(
                place.cost(row, "labour"),
                f"「{case.totals.form.cost_label(row)}」の人件費 {thousands(figures.labour.value)} は、"
                f"上の行の和 {thousands(sum(above))} と違います。"
                "同じ職員が各行に出ている（人役は足し上げない）のであれば、このままで構いません。",
            )


@WholeCheck.rule("9", "人役が0.0なら人件費は0。", _ROUNDING_NOTE, "error")
def no_people_cost_nothing(case: Case) -> Iterator[Found]:
    """Rule 9: where 人役 is 0.0 in every category that has a price in the year, 人件費(B) is 0."""
    for row, figures in case.totals.cost_rows.items():
        if figures.plan.people == "sum":
            continue  # it is the people of the rows above
        if figures.labour.value and _has_no_costed_people(case, row):
            where = place.cost(row, "labour")
            yield Found(
                where,
                f"「{case.totals.form.cost_label(row)}」は人役が0.0ですが、人件費が {thousands(figures.labour.value)} です。"
                "人役を入力するか、人件費を0にしてください。",
                fix=return_to_derived(where),
            )


@WholeCheck.rule("10", "人役の表で、空欄と0.0を混ぜない。", PUBLISHED_SHEETS, "warning")
def blank_and_zero_people_are_not_mixed(case: Case) -> Iterator[Found]:
    """Rule 10: an empty cell and 0.0 人 are not the same; one table uses one style.

    At the later stages the row of the final amount names only 正職員 (forms.md section 2); there the rule is quiet.
    """
    if case.totals.form.page.components:
        return
    cells = [
        (place.headcount(row, category.key), typed.get(category.key, ""))
        for row in case.totals.cost_rows
        if (typed := _typed_people(case.request, row))
        for category in case.standard.staff_of(case.totals.form)
    ]
    blanks = [where for where, text in cells if people.is_blank(text)]
    zeros = [where for where, text in cells if people.parse(text) == 0]
    if blanks and zeros:
        zero = f"{0:.{case.totals.form.page.people_decimals}f}"
        yield Found(
            blanks[0],
            f"人役の表に空欄（{len(blanks)}か所）と{zero}（{len(zeros)}か所）が混じっています。"
            f"配置がなければ{zero}にそろえてください。",
            fix=Fix(f"{zero}を入れる", blanks[0], zero),
        )


@WholeCheck.rule("people", "人役は人数として読める。", INPUT, "error")
def people_are_readable(case: Case) -> Iterator[Found]:
    """A headcount is a count with decimals; what cannot be read is not taken for 0."""
    for row in case.totals.cost_rows:
        for key, text in _typed_people(case.request, row).items():
            if people.is_unreadable(text):
                yield Found(
                    place.headcount(row, key),
                    f"人役「{text}」は人数として読めません。「1.9」のように数字で入力してください。",
                )


@WholeCheck.rule(
    "no-unit-cost",
    "人件費に入る職員区分には、その年度の単価がある。",
    "公表された人件費からの計算（平成21年度以降）",
    "info",
)
def people_have_a_price(case: Case) -> Iterator[Found]:
    """A category that counts into 人件費(B) needs a unit labour cost of the year; without one (B) has to be typed."""
    for row, figures in case.totals.cost_rows.items():
        year = figures.year
        if isinstance(figures.labour.typed, int):
            continue
        for category in case.standard.staff_of(case.totals.form):
            count = people.parse(_typed_people(case.request, row).get(category.key, ""))
            if count and category.is_costed_in(year) and category.unit_cost(year) is None:
                yield Found(
                    place.headcount(row, category.key),
                    f"{category.label}の{official(year).label}の単価が様式の設定にありません。人件費(B)は手で入力してください。",
                )


@WholeCheck.rule(
    "uncosted-staff",
    "人件費(B)に入らない職員の報酬などは、事業費(A)に計上する。",
    PUBLISHED_SHEETS,
    "info",
)
def uncosted_people_are_paid_in_expense(case: Case) -> Iterator[Found]:
    """Categories without a price cost nothing in 人件費(B); their pay stands in 事業費(A) (forms.md section 9).

    One word for a category is enough: at the row of what is asked (or of all that is asked so far), and at another row only
    where it has another count.
    """
    for category in case.standard.staff_of(case.totals.form):
        known: set[Decimal] = set()
        for row in sorted(case.totals.cost_rows, key=lambda cost_row: cost_row not in _ASKED):
            count = people.parse(_typed_people(case.request, row).get(category.key, ""))
            if not count or count in known or category.is_costed_in(case.totals.cost_rows[row].year):
                continue
            known.add(count)
            yield Found(
                place.headcount(row, category.key),
                f"{category.label} {count}人は人件費(B)に入りません。報酬などが事業費(A)に計上されているか確かめてください。",
            )


def _typed_people(request: Request, row: SheetRow) -> dict[str, str]:
    typed: dict[str, str] = getattr(request.headcount, row)
    return typed


def _has_no_costed_people(case: Case, row: SheetRow) -> bool:
    """Whether a count was typed for a category with a price in the row's year, and all such counts are 0."""
    typed = _typed_people(case.request, row)
    counts = [
        text
        for category in case.standard.staff_of(case.totals.form)
        if category.unit_cost(case.totals.cost_rows[row].year) is not None
        and not people.is_blank(text := typed.get(category.key, ""))
    ]
    return bool(counts) and all(people.parse(text) == 0 for text in counts)
