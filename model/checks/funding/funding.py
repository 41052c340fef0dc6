"""The funding tables (rules 11, 12, 25)."""

from __future__ import annotations

from collections.abc import Iterator

from model.checks.case import Case
from model.checks.declared import mismatch
from model.checks.finding import thousands
from model.checks.rule import Found, WholeCheck
from model.checks.sources import PUBLISHED_SHEETS
from model.request import place
from model.request.request import COMPONENTS


@WholeCheck.rule("11", "どの行でも、特定財源と一般財源の和が事業費と同じ。", PUBLISHED_SHEETS, "error")
def sources_add_up_to_expense(case: Case) -> Iterator[Found]:
    """Rule 11: the specific sources and 一般財源 add up to 事業費, in every row; 一般財源 is the rest."""
    for row in case.totals.funding_rows:
        yield from mismatch(
            case.totals.funding_rows[row].general,
            place.funding(row, place.GENERAL),
            f"「{case.totals.form.funding_label(row)}」の{case.totals.form.general}",
            "事業費から他の財源を引いた残り",
        )


@WholeCheck.rule(
    "13-rows",
    "財源内訳の表の計・要求総額は、どの列でも上の行の和と同じ。保留・復活・追加の行は、要求額の内訳と同じ。",
    PUBLISHED_SHEETS,
    "error",
)
def rows_that_add_up_are_sums(case: Case) -> Iterator[Found]:
    """Rule 13 per source: 既査定 + 保留 + 復活 + 追加 = 要求総額 in every column (all published sheets that print them).

    一般財源 is the rest of its own row (rule 11); 要求額 and what stood before have rules of their own (6).
    """
    for row, figures in case.totals.funding_rows.items():
        label = f"「{case.totals.form.funding_label(row)}」の"
        adds = figures.plan.adds
        if adds or row in COMPONENTS:
            where = place.funding(row, place.EXPENSE)
            derivation = "上の行の和" if adds and row != "asked" else "要求額の内訳によるもの"
            yield from mismatch(figures.expense, where, f"財源内訳の表の{label}事業費", derivation)
        for key, figure in figures.sources.items() if adds else ():
            where = place.funding(row, key)
            yield from mismatch(figure, where, f"{label}{case.standard.source_label(key)}", "上の行の和")


@WholeCheck.rule("12", "減額でなければ、一般財源は負にならない。", PUBLISHED_SHEETS, "warning")
def general_funds_are_not_negative(case: Case) -> Iterator[Found]:
    """Rule 12: 一般財源 is not below 0 unless 事業費 itself is (a decrease)."""
    for row in case.totals.funding_rows:
        figures = case.totals.funding_rows[row]
        general, expense = figures.general.value, figures.expense.value
        if general is not None and general < 0 and (expense or 0) >= 0:
            yield Found(
                place.funding(row, place.GENERAL),
                f"「{case.totals.form.funding_label(row)}」の{case.totals.form.general}が {thousands(general)} です。"
                f"特定財源の和 {thousands(figures.specific)} が事業費 {thousands(expense or 0)} を超えています。"
                "財源の額を確かめてください。",
            )


@WholeCheck.rule(
    "25",
    "財源「単県」のとき、国庫支出金は0のはず。財源の言葉は自由な文なので、注意にとどめる。",
    PUBLISHED_SHEETS,
    "warning",
)
def prefecture_alone_has_no_national_money(case: Case) -> Iterator[Found]:
    """Rule 25: 財源「単県」 beside a 国庫支出金 above 0 is worth a look; the words are free text, so no more than that."""
    words = case.request.funding_words
    alone, key = case.standard.prefecture_alone, case.standard.national_source
    if alone not in words or "国" in words.replace(alone, ""):
        return
    row = case.totals.funding_rows.get("request")
    figure = row.sources.get(key) if row else None
    national = figure.value if figure else None
    if national is not None and national > 0:
        yield Found(
            "funding_words",
            f"財源が「{words}」ですが、財源内訳の要求額に{case.standard.source_label(key)} {thousands(national)} があります。"
            "財源の言葉か財源内訳を確かめてください。",
        )
