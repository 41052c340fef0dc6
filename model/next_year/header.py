"""The head of the draft: the year after, and the words of that year's initial request."""

from __future__ import annotations

from msgspec.structs import replace

from model.next_year.carried import YearChange
from model.next_year.years import written_like
from model.request.carried import Carried
from model.request.request import Header
from model.values import fiscal_year


def carry(year_change: YearChange) -> tuple[Header, list[Carried]]:
    """The head of the draft and what is changed in it; names, 支出科目 and the account stay."""
    before = year_change.request.header
    words = year_change.standard.words_in(year_change.this.year)
    after = replace(
        before,
        fiscal_year=_year(year_change),
        budget=words.budgets[0],
        business_class=words.renamed_classes.get(before.business_class, before.business_class),
        stage=_stage(year_change),
        sheet="",
    )
    this = year_change.this.label
    year = "翌年度の要求書にしました。"
    if fiscal_year.parse(before.fiscal_year) is None:
        year = f"前年度の要求書の年度が読めないので、{this}の要求書にしました。年度を確かめてください。"
    reasons = (
        ("fiscal_year", "年度", year),
        ("budget", "予算", "翌年度の最初の要求は当初予算の要求です。"),
        ("business_class", "区分", f"{this}の区分の名前です。"),
        ("stage", "段階", f"{this}の当初予算の最初の段階です。"),
        ("sheet", "用紙", "翌年度は、当初予算の要求書で要求します。"),
    )
    changes = []
    for field, label, why in reasons:
        old, new = getattr(before, field), getattr(after, field)
        if old != new:
            # a sheet of its own is called by its name, 債務負担行為要求書
            shown = year_change.figures.form.page.label if field == "sheet" and old else old
            changes.append(Carried(label, shown, new, why, f"header/{field}"))
    return after, changes


def _year(year_change: YearChange) -> str:
    typed, this = year_change.request.header.fiscal_year, year_change.this
    return this.label if fiscal_year.parse(typed) is None else written_like(this, typed)


def _stage(year_change: YearChange) -> str:
    """The year's first stage; a stage of an initial request that the new year still has stays (政策戦略事業要求)."""
    words = year_change.standard.words_in(year_change.this.year)
    typed, form = year_change.request.header.stage, year_change.figures.form.page
    is_first = not (form.components or form.sheet) and form.has_previous
    return typed if is_first and typed in words.stages else words.stages[0]
