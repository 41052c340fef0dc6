"""人役 of the draft: last year's people as its previous row and as the start of its request row."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from msgspec.structs import replace

from model.next_year.carried import YearChange
from model.request import place
from model.request.carried import Carried
from model.request.request import Headcount, Request, SheetRow
from model.standard.parts import StaffCategory
from model.totals.totals import totals
from model.values import people
from model.values.amount import kept

_ROWS: Final[tuple[SheetRow, ...]] = ("assessed", "total", "request", "standing")
"""Whose people last year had, the surest row first: those granted, those of the whole, those asked."""


def carry(year_change: YearChange, draft: Request) -> Request:
    """The draft with its people, each in the category that the new year has for them.

    From 令和2年度 非常勤職員 and 臨時的任用職員 are 会計年度任用職員 (the Standard's ``becomes``); prices come from the
    Standard by year.
    """
    carried = _carried(year_change)
    return replace(draft, headcount=Headcount(request=dict(carried), previous=dict(carried)))


def carry_last_cost(year_change: YearChange, draft: Request) -> Request:
    """The draft with last year's 人件費(B) typed where its people have no price of that year.

    Prices to FY2008 are not one number, and 会計年度任用職員 have none of the year before them, but last year's sheet
    says what the people cost.
    """
    row = _row(year_change)
    after = totals(draft, year_change.standard).cost_rows.get("previous")
    if row is None or after is None or after.labour.derived is not None:
        return draft
    cost = year_change.figures.cost_rows[row].labour.value if row in year_change.figures.cost_rows else None
    if cost is None:
        return draft
    return replace(draft, declared={**draft.declared, place.cost("previous", "labour"): kept(cost)})


def changes_of(year_change: YearChange, draft: Request) -> list[Carried]:
    """The changes of the two rows of people, with one for each category that the new year no longer has and that had people."""
    changes: list[Carried] = []
    new = year_change.standard.staff_columns(year_change.standard.form_of(draft))
    row = _row(year_change)
    source = "人役" if row is None else f"「{year_change.figures.form.cost_label(row)}」の人役"
    becomes = _moves(year_change)
    source = f"{year_change.last.label}の{source}"
    reasons: tuple[tuple[SheetRow, str, str], ...] = (
        ("request", "要求の人役", f"{source}から始めます。今年度の人役に直してください。"),
        ("previous", "前年度の人役", f"{source}です。"),
    )
    old = year_change.standard.staff_columns(year_change.figures.form)
    for key, name, why in reasons:
        before = _print(getattr(year_change.request.headcount, key), old)
        after = _print(getattr(draft.headcount, key), new)
        if before != after and (before or after):
            where = place.headcount(key, new[0].key) if new else ""
            changes.append(Carried(name, before, after, "".join((why, *becomes)), where))
    return changes


def _row(year_change: YearChange) -> SheetRow | None:
    """The row of last year's sheet whose people are carried; None where nobody was written."""
    rows = (row for row in _ROWS if any(text.strip() for text in _typed(year_change, row).values()))
    return next(rows, None)


def _typed(year_change: YearChange, row: SheetRow) -> dict[str, str]:
    """The people of a row: typed, or those of the rows above together."""
    cells: dict[str, str] = getattr(year_change.request.headcount, row)
    typed = {key: text for key, text in cells.items() if not people.is_blank(text)}
    if typed or row not in year_change.figures.cost_rows:
        return typed
    return {key: str(count) for key, count in year_change.figures.cost_rows[row].people.items()}


def _carried(year_change: YearChange) -> dict[str, str]:
    row = _row(year_change)
    if row is None:
        return {}
    typed = _typed(year_change, row)
    by_key = {category.key: category for category in year_change.standard.staff_categories}
    gathered: dict[str, list[str]] = {}
    for key, text in typed.items():
        category = by_key.get(key)
        if text.strip():
            gathered.setdefault(_becomes(category, year_change) if category else key, []).append(text)
    carried = {
        category.key: _together(gathered[category.key])
        for category in year_change.standard.staff_in(year_change.this.year)
        if category.key in gathered
    }
    # of no Standard here
    carried |= {key: _together(texts) for key, texts in gathered.items() if key not in by_key}
    was = year_change.standard.staff_in(year_change.last.year)
    if was and all(typed.get(category.key, "").strip() for category in was):
        # nobody can have been in a category that is new: 0 beside counts everywhere, as the sheets print it
        zero = f"{0:.{year_change.standard.form_of(year_change.request).page.people_decimals}f}"
        for category in year_change.standard.staff_in(year_change.this.year):
            if category.key not in carried and not category.holds_in(year_change.last.year):
                carried[category.key] = zero
    return carried


def _becomes(category: StaffCategory, year_change: YearChange) -> str:
    return category.key if category.holds_in(year_change.this.year) else category.becomes or category.key


def _together(texts: list[str]) -> str:
    """The people of categories that became one; a count that cannot be read is kept to be seen, never taken for 0."""
    counts = [people.parse(text) for text in texts]
    if len(texts) == 1 or any(count is None for count in counts):
        return "+".join(text.strip() for text in texts)
    return str(sum((count for count in counts if count is not None), Decimal(0)))


def _moves(year_change: YearChange) -> list[str]:
    """「非常勤職員 0.5人は会計年度任用職員に移しました」, for each category that is gone and had people."""
    row = _row(year_change)
    if row is None:
        return []
    typed = _typed(year_change, row)
    by_key = {category.key: category for category in year_change.standard.staff_categories}
    sentences, this = [], year_change.this
    for category in year_change.standard.staff_in(year_change.last.year):
        text = typed.get(category.key, "").strip()
        heir = by_key.get(category.becomes)
        if text and people.parse(text) != 0 and not category.holds_in(this.year):
            where = f"{heir.label}に入れました" if heir else "区分にないので、入れていません"
            sentences.append(f"{category.label} {text}人は{this.label}の{where}。")
    return sentences


def _print(cells: dict[str, str], staff: list[StaffCategory]) -> str:
    """「正職員 1.9、会計年度任用職員 0.0」; the empty cells are left out."""
    named = ((category.label, cells.get(category.key, "").strip()) for category in staff)
    return "、".join(f"{label} {text}" for label, text in named if text)
