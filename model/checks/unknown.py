"""What a request holds and its form or the Standard does not have: kept, shown, and said.

A request may come from another prefecture's Standard, from a newer one, or from a form that the writer changed since.
An amount in a column more is in the totals (model/totals); one in a row that the form does not have is in none.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from model import place
from model.checks.finding import Finding, Fix, thousands
from model.checks.rule import Rule, checks
from model.edits.lines import walk
from model.fields import label_of
from model.figures import Totals
from model.fiscal_year import FiscalYear
from model.form import WHOLE, fill_year
from model.place import EXPENSE, GENERAL, REQUEST_AMOUNT, REQUEST_PREVIOUS, Place
from model.request import Funding, Headcount, Request
from model.standard import Standard, holds_something

_SOURCE: Final = "様式の設定"
_COST_COLUMNS: Final = ("expense", "labour", "total")
_ERASE: Final = "消す"


@checks(
    Rule("unknown-column", "財源と職員区分は、様式の設定にあり、その様式にあるもの。", _SOURCE, "error"),
    reads="commitments continuing form funding funding_terms bases headcount",
)
def columns_are_those_of_the_form(request: Request, totals: Totals, standard: Standard) -> Iterator[Finding]:
    """An amount or people in a column that the form does not have stand in one more, and are moved or the form is changed."""
    form = totals.form
    for key in form.more_sources:
        row = next(
            each
            for each in form.funding_keys
            if holds_something(getattr(request.funding, each).get(key))
            or place.funding(each, key) in request.bases
        )
        yield Finding(
            "unknown-column",
            place.funding(row, key),
            f"財源「{standard.source_label(key)}」は、この様式の財源内訳にありません。"
            "額は特定財源に数え、列を足して示しています。様式にある財源に移すか、用紙・予算・年度を確かめてください。",
            _SOURCE,
        )
    for category in standard.staff_of(form):
        if category.key in form.more_staff:
            staffed = next(
                each
                for each in form.cost_keys
                if holds_something(getattr(request.headcount, each).get(category.key))
            )
            yield Finding(
                "unknown-column",
                place.headcount(staffed, category.key),
                f"職員区分「{category.label}」は、この様式にありません。人役は列を足して示しています。"
                "様式にある職員区分に移すか、用紙・予算・年度を確かめてください。",
                _SOURCE,
            )
    known = {each.key for each in standard.funding_sources} | {EXPENSE, GENERAL}
    said: set[str] = set()
    for where, key in _other_sources(request):
        if key and key not in known and key not in said:
            said.add(key)
            yield Finding(
                "unknown-column",
                where,
                f"財源「{key}」は、様式の設定にありません。様式にある財源に直してください。",
                _SOURCE,
            )


def _other_sources(request: Request) -> Iterator[tuple[Place, str]]:
    """The sources that stand beside the funding tables, by place: of commitments, continuing expenses and grounds."""
    for commitment in request.commitments:
        for owed in (*commitment.years, *commitment.granted):
            yield from ((place.owed_source(owed.id, key), key) for key in owed.sources)
    for continuing in request.continuing:
        for year in continuing.years:
            yield from ((place.annual(year.id, "before", key), key) for key in year.before)
            yield from ((place.annual(year.id, "after", key), key) for key in year.after)
    for term in request.funding_terms:
        yield place.term(term.id, "source"), term.source


@checks(
    Rule("hidden-row", "様式にない行に額や人役を残さない。合計にも印刷にも入らない。", _SOURCE, "warning"),
    reads="components declared form funding headcount header",
)
def rows_are_those_of_the_form(request: Request, totals: Totals, standard: Standard) -> Iterator[Finding]:
    """What was typed in a row that the form does not have (it was changed since) is in no sum and on no sheet.

    The row of the previous year is not looked at: later stages do not print it, and nothing is asked by it.
    """
    form = totals.form
    before = standard.form_before_assessment(
        request.header
    )  # whose rows the printed form may leave out again
    funding_rows = {
        "previous",
        *form.funding_keys,
        *(plan.row for plan in (*before.funding_rows, *before.finance_rows)),
    }
    cost_rows = {"previous", *form.cost_keys, *(plan.row for plan in before.cost_rows)}
    names = _row_names(standard, form.year)
    shown = {place.cost("request", "total")} if WHOLE in form.printed.words else set()
    hidden: dict[str, dict[Place, str]] = {}
    for row in request.funding.__struct_fields__:
        if row not in funding_rows and (cells := getattr(request.funding, row)):
            hidden.setdefault(f"財源内訳の「{names.get(row, row)}」", {}).update(
                (f"funding/{row}/{key}", f"{standard.source_label(key)} {thousands(value)}")
                for key, value in cells.items()
                if holds_something(value)
            )
    staff = {each.key: each.label for each in standard.staff_categories}
    for row in request.headcount.__struct_fields__:
        if row not in cost_rows and (typed := getattr(request.headcount, row)):
            hidden.setdefault(f"従事する職員の「{names.get(row, row)}」", {}).update(
                (f"headcount/{row}/{key}", f"{staff.get(key, key)} {text}人")
                for key, text in typed.items()
                if holds_something(text)
            )
    for key, value in request.components.items():
        if not form.page.components and holds_something(value):
            hidden.setdefault("要求額の内訳", {})[place.component(key)] = (
                f"{names.get(key, key)} {thousands(value)}"
            )
    for where, value in request.declared.items():
        kind, _, rest = where.partition("/")
        row = rest.partition("/")[0]
        rows, table = (cost_rows, "トータルコスト") if kind == "cost" else (funding_rows, "財源内訳")
        if (
            kind in ("cost", "funding")
            and row not in rows
            and where not in shown
            and _is_a_place(where, is_basis=False)
        ):
            cells = hidden.setdefault(f"{table}の「{names.get(row, row)}」", {})
            cells[where] = f"{label_of(where)} {thousands(value)}"
    for where, cells in hidden.items():
        if cells:
            first, *others = cells
            yield Finding(
                "hidden-row",
                first,
                f"この様式にない{where}に、{'、'.join(cells.values())}が残っています。合計にも印刷にも入りません。"
                "要らなければ消し、要るなら用紙・予算・段階を確かめてください。",
                _SOURCE,
                fix=Fix(_ERASE, first, also=tuple((each, None) for each in others)),
            )


def _row_names(standard: Standard, year: FiscalYear) -> dict[str, str]:
    """The labels of the rows of all forms, by their keys: of the last form that has one, which is an ordinary one."""
    names: dict[str, str] = {}
    for form in standard.forms:
        for plan in (*form.funding_rows, *form.finance_rows):
            names[plan.row] = plan.label
        for cost in form.cost_rows:
            names[cost.row] = fill_year(cost.label, year)
    return names


@checks(
    Rule(
        "unknown-word",
        "印・用紙・起債の区分・欄・項の場所は、様式の設定と要求書にあるもの。",
        _SOURCE,
        "warning",
    ),
    reads="bases declared form funding_terms groups header sections",
)
def words_are_those_of_the_standard(
    request: Request, totals: Totals, standard: Standard
) -> Iterator[Finding]:
    """A mark, a sheet, a frame, a section or a place that there is not is kept as it is, and put right by the writer."""
    sheet = request.header.sheet
    if sheet and all(form.sheet != sheet for form in standard.forms):
        yield Finding(
            "unknown-word",
            "header/sheet",
            f"用紙「{sheet}」は、様式の設定にありません。「{totals.form.page.label}」の様式で示しています。用紙を選び直してください。",
            _SOURCE,
        )
    marks = {"", *(mark.key for mark in standard.line_marks)}
    sections = {"", *(section.id for section in request.sections)}
    for group in request.groups:
        if group.section not in sections:
            yield Finding(
                "unknown-word",
                place.group(group.id, "title"),
                f"表「{group.title}」を置く項が要求書にありません。所要経費の項に示しています。置く項を選び直してください。",
                _SOURCE,
            )
        for line, _ in walk(group.lines):
            if line.mark not in marks:
                yield Finding(
                    "unknown-word",
                    place.line(line.id, "text"),
                    f"「{line.text}」の印「{line.mark}」は、様式の設定にありません。［積算］メニューの「行の印」で付け直すか、外してください。",
                    _SOURCE,
                )
    classes = {"", *(each.key for each in standard.bond_classes)}
    for term in request.funding_terms:
        if term.bond_class not in classes:
            yield Finding(
                "unknown-word",
                place.term(term.id, "bond_class"),
                f"起債の区分「{term.bond_class}」は、様式の設定にありません。充当率を検査できないので、区分を選び直してください。",
                _SOURCE,
            )
    for section in request.sections:
        if section.frame != section.stands_in:
            yield Finding(
                "unknown-word",
                place.section(section.id, "heading"),
                f"項「{section.heading}」の場所「{section.frame}」は、様式の設定にありません。"
                f"「{standard.printing.frames[section.stands_in]}」に示しています。文を項に移し、この項を削除してください。",
                _SOURCE,
            )
    for where, held in (*request.declared.items(), *request.bases.items()):
        if not _is_a_place(where, is_basis=where in request.bases):
            shown = thousands(held) if where in request.declared else f"積算「{held}」"
            yield Finding(
                "unknown-word",
                where,
                f"欄「{where}」は要求書にありませんが、{shown}が入力されています。合計には入りません。要らなければ消してください。",
                _SOURCE,
                fix=Fix(_ERASE, where) if where in request.declared else None,
            )


def _is_a_place(where: Place, *, is_basis: bool) -> bool:
    """Whether a figure may be declared at a place, or a source have a calculation there."""
    kind, _, rest = where.partition("/")
    row, _, column = rest.partition("/")
    if is_basis:
        return kind == "funding" and row in Funding.__struct_fields__ and bool(column) and "/" not in column
    if kind == "cost":
        return row in Headcount.__struct_fields__ and column in _COST_COLUMNS
    if kind == "funding":
        return row in Funding.__struct_fields__ and column in (EXPENSE, GENERAL)
    return where in (REQUEST_AMOUNT, REQUEST_PREVIOUS)
