"""What a page prints otherwise than its form: words, and tables and rows that it leaves out."""

from __future__ import annotations

from msgspec.structs import replace

from model.document import take_snapshot
from model.form import (
    ACTOR,
    BREADCRUMB,
    BREADCRUMB_TAIL,
    COMMENT_TITLE,
    FINANCE_TITLE,
    GENERAL_LABEL,
    REQUEST_LABEL,
    WHOLE,
    YEAR_LINE,
)
from model.place import GENERAL, REQUEST_AMOUNT, Place
from model.request import AsPrinted, Request
from model.standard import Standard
from templates.own_page.head import RESULT
from templates.own_page.markup import Page
from templates.sheet import Sheet, lay_out

_COMPONENTS_TITLE: Place = "title/components"
_OWN: tuple[Place, ...] = (
    BREADCRUMB_TAIL,
    WHOLE,
    *("title/content", "title/results"),
    *("assessment/amount", "assessment/held", "assessment/separate"),
)
"""Words that a page marks only where they are not the form's."""


def as_printed(page: Page, request: Request, standard: Standard) -> AsPrinted:
    """The differences between a page and the form of its request, which has its head, assessment and components."""
    form = standard.form_of(request)
    sheet = lay_out(take_snapshot(request, standard))
    words = {
        where: found
        for where, usual in _usual(sheet, page).items()
        if (found := _found(page, where)) != usual
    }
    words |= {where: own for where in _OWN if (own := page.word(where)) is not None}
    general = page.word(GENERAL_LABEL)
    if general is None and any(where.endswith(f"/{GENERAL}") for where in page.places):
        general = ""  # a column whose heading was left out has no cell in the heading
    if general is not None and general != form.general_label:
        words[GENERAL_LABEL] = general
    without: list[str] = []
    for table, rows in (
        ("cost", [plan.row for plan in form.page.cost_rows]),
        ("funding", [plan.row for plan in form.page.funding_rows]),
        ("finance", [plan.row for plan in form.page.finance_rows] if page.has(RESULT) else []),
    ):
        column = "cost" if table == "cost" else "funding"
        missing = [row for row in rows if not page.has(f"{column}/{row}/expense")]
        if rows and len(missing) == len(rows):
            without.append(table)
        else:
            without += [f"{table}/{row}" for row in missing]
    if page.has(RESULT) and not page.has("assessment/comment"):
        without.append("comment")
    if not page.has(REQUEST_AMOUNT):
        without.append("request")
    return AsPrinted(words, tuple(without))


def assessed_as_on(page: Page, request: Request, standard: Standard) -> Request:
    """The request, with the finance division's part where the page has one, be it blank."""
    if request.is_assessed or not page.has(RESULT):
        return request
    blank = {standard.staff_categories[0].key: ""}
    return replace(request, headcount=replace(request.headcount, assessed=blank))


def _found(page: Page, where: Place) -> str:
    return page.word(where) or ""


def _usual(sheet: Sheet, page: Page) -> dict[Place, str]:
    """The words that the form itself would print at the places which this sheet prints."""
    words: dict[Place, str] = {YEAR_LINE: sheet.year_line, BREADCRUMB: sheet.breadcrumb_year}
    words[REQUEST_LABEL] = sheet.request_line[0].label
    if sheet.components:
        words[_COMPONENTS_TITLE] = sheet.components_title
    if page.has(RESULT):
        words[ACTOR] = sheet.assessment_actor
    if page.has("assessment/comment"):
        words[COMMENT_TITLE] = sheet.comment_title
    tables = (("cost", sheet.total_cost), ("funding", sheet.funding), ("funding", sheet.finance))
    for table, figures in tables:
        for row in figures.rows if figures else ():
            if page.word(f"{table}/{row.key}") is not None:
                words[f"{table}/{row.key}"] = row.label
    if sheet.finance is not None and page.word(FINANCE_TITLE) is not None:
        words[FINANCE_TITLE] = sheet.finance.title
    return words
