"""Checks that report values which the form or the Standard has no place for; they are kept and shown.

A request may come from another prefecture's Standard, from a newer one, or from a form that the writer changed since.
An amount in a column more is in the totals (model/totals/totals); one in a row that the form does not have is in none.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from model.checks.case import Case
from model.checks.finding import Fix, thousands
from model.checks.rule import Found, WholeCheck
from model.names.fields import ROWS, label_of
from model.names.other_standard import other_standard
from model.names.place_names import short
from model.request import place
from model.request.ids import ids_of_nameless
from model.request.lines import lines_in
from model.request.part import UnknownField
from model.request.parts import part_ids
from model.request.place import EXPENSE, GENERAL, REQUEST_AMOUNT, REQUEST_PREVIOUS, Place
from model.request.request import Funding, Headcount, Request
from model.standard.form import WHOLE, fill_year
from model.standard.standard import Standard, holds_something
from model.values.fiscal_year import FiscalYear
from model.values.unseen_characters import one_visible_line

_SOURCE: Final = "様式の設定"
_FILE: Final = "要求書のファイルの形式"
_NAME: Final = "header/name"
_ERASE: Final = "消す"


@WholeCheck.rule("other-standard", "要求書は、書き始めたときの様式の設定で開く。", _SOURCE, "warning")
def standard_is_its_own(case: Case) -> Iterator[Found]:
    """A request is read under the Standard under which it was begun; another one's columns, rows and rounding may differ."""
    if sentence := other_standard(case.request, case.standard):
        yield Found("header/fiscal_year", str(sentence))


@WholeCheck.rule(
    "unknown-column", "財源と職員区分は、様式の設定にあり、その様式にあるもの。", _SOURCE, "error"
)
def columns_are_those_of_the_form(case: Case) -> Iterator[Found]:
    """An amount or people in a column that the form does not have stand in one more, and are moved or the form is changed."""
    form = case.totals.form
    for key in form.more_sources:
        row = next(
            row
            for row in form.funding_plans
            if holds_something(getattr(case.request.funding, row).get(key))
            or place.funding(row, key) in case.request.bases
        )
        yield Found(
            place.funding(row, key),
            f"財源「{case.standard.source_label(key)}」は、この様式の財源内訳にありません。"
            "額は特定財源に数え、列を足して示しています。様式にある財源に移すか、用紙・予算・年度を確かめてください。",
        )
    for category in case.standard.staff_columns(form):
        if category.key in form.more_staff:
            people = {row: getattr(case.request.headcount, row).get(category.key) for row in form.cost_keys}
            staffed = next(row for row, text in people.items() if holds_something(text))
            yield Found(
                place.headcount(staffed, category.key),
                f"職員区分「{category.label}」は、この様式にありません。人役は人件費に数えず、列を足して示しています。"
                "様式にある職員区分に移すか、用紙・予算・年度を確かめてください。",
            )
    known = {EXPENSE, GENERAL, *(source.key for source in case.standard.funding_sources)}
    said: set[str] = set()
    for where, key in _other_sources(case.request):
        if key and key not in known and key not in said:
            said.add(key)
            yield Found(where, f"財源「{key}」は、様式の設定にありません。様式にある財源に直してください。")


def _other_sources(request: Request) -> Iterator[tuple[Place, str]]:
    """The sources that stand beside the funding tables, by place: of commitments, continuing expenses and grounds."""
    for commitment in request.commitments:
        for owed in (*commitment.years, *commitment.granted):
            yield from ((place.commitment_year_source(owed.id, key), key) for key in owed.sources)
    for continuing in request.continuing:
        for year in continuing.years:
            yield from ((place.annual(year.id, "before", key), key) for key in year.before)
            yield from ((place.annual(year.id, "after", key), key) for key in year.after)
    for term in request.funding_terms:
        yield place.term(term.id, "source"), term.source


@WholeCheck.rule(
    "hidden-row", "様式にない行に額や人役を残さない。合計にも印刷にも入らない。", _SOURCE, "warning"
)
def rows_are_those_of_the_form(case: Case) -> Iterator[Found]:
    """What was typed in a row that the form does not have (it was changed since) is in no sum and on no sheet.

    The row of the previous year is not looked at: later stages do not print it, and nothing is asked by it.
    """
    hidden: dict[str, dict[Place, str]] = {}
    for table, where, said in _hidden_cells(case):
        hidden.setdefault(table, {})[where] = said
    for table, cells in hidden.items():
        first, *others = cells
        yield Found(
            first,
            f"この様式にない{table}に、{'、'.join(cells.values())}が残っています。合計にも印刷にも入りません。"
            "要らなければ消し、要るなら用紙・予算・段階を確かめてください。",
            fix=Fix(_ERASE, first, also=tuple((other, None) for other in others)),
        )


def _hidden_cells(case: Case) -> Iterator[tuple[str, Place, str]]:
    """The values in rows that the form does not have: label of the row, place and value."""
    form = case.totals.form
    before = case.standard.form_before_assessment(case.request.header)  # its rows may be left out again
    plans = (*before.funding_rows, *before.finance_rows)
    funding = {"previous", *form.funding_plans, *(plan.row for plan in plans)}
    costs = {"previous", *form.cost_keys, *(plan.row for plan in before.cost_rows)}

    def name_of(place: Place, row: str) -> str:
        return _row_name(case.standard, form.year, place, row)

    for row in case.request.funding.__struct_fields__:
        for key, value in getattr(case.request.funding, row).items() if row not in funding else ():
            if holds_something(value):
                said = f"{case.standard.source_label(key)} {thousands(value)}"
                yield f"財源内訳の「{name_of(f'funding/{row}', row)}」", f"funding/{row}/{key}", said
    staff = {category.key: category.label for category in case.standard.staff_categories}
    for row in case.request.headcount.__struct_fields__:
        for key, text in getattr(case.request.headcount, row).items() if row not in costs else ():
            if holds_something(text):
                said = f"{staff.get(key, key)} {text}人"
                yield f"従事する職員の「{name_of(f'cost/{row}', row)}」", f"headcount/{row}/{key}", said
    for key, value in case.request.components.items() if not form.page.components else ():
        if holds_something(value):
            said = f"{name_of(f'funding/{key}', key)} {thousands(value)}"
            yield "要求額の内訳", place.component(key), said
    shown = place.cost("request", "total") if WHOLE in form.printed.words else ""
    for where, value in case.request.declared.items():
        kind, _, rest = where.partition("/")
        row = rest.partition("/")[0]
        table, rows = ("トータルコスト", costs) if kind == "cost" else ("財源内訳", funding)
        if row not in rows and where != shown and _is_a_place(where) and kind in ("cost", "funding"):
            said = f"{label_of(where)} {thousands(value)}"
            yield f"{table}の「{name_of(f'{kind}/{row}', row)}」", where, said


def _row_name(standard: Standard, year: FiscalYear, place: Place, row: str) -> str:
    """The label of a row of any form: of the last form that has it, which is an ordinary one; a plain word where none has."""
    for form in reversed(standard.forms):
        costs = [(f"cost/{plan.row}", plan.label) for plan in form.cost_rows]
        funding = [(f"funding/{plan.row}", plan.label) for plan in (*form.funding_rows, *form.finance_rows)]
        if (label := dict((*costs, *funding)).get(place)) is not None:
            return fill_year(label, year) if place.startswith("cost/") else label
    return ROWS.get(row, row)


@WholeCheck.rule(
    "unknown-word",
    "印・用紙・起債の区分・欄・項目の場所は、様式の設定と要求書にあるもの。",
    _SOURCE,
    "warning",
)
def words_are_those_of_the_standard(case: Case) -> Iterator[Found]:
    """A mark, a sheet, a frame, a section or a place that there is not is kept as it is, and put right by the writer."""
    sheet, form = case.request.header.sheet, case.totals.form
    if sheet and sheet != form.page.sheet:
        label = next((page.label for page in case.standard.forms if page.sheet == sheet), "")
        missing = (
            f"用紙「{label}」は、{form.year.label}にはありません"
            if label
            else f"用紙「{sheet}」は、様式の設定にありません"
        )
        yield Found(
            "header/sheet",
            f"{missing}。「{form.page.label}」の様式で示しています。用紙を選び直してください。",
        )
    marks = {"", *(mark.key for mark in case.standard.line_marks)}
    sections = {"", *(section.id for section in case.request.sections)}
    choose, move = "置く項目を選び直して", "表を移して"
    tables = [(one.section, place.group(one.id, "title"), one.title, choose) for one in case.request.groups]
    tables += [(one.section, place.table(one.id, "title"), one.title, move) for one in case.request.tables]
    for section_id, where, title, advice in tables:
        if section_id not in sections:
            yield Found(
                where,
                f"表「{title}」を置く項目が要求書にありません。所要経費の項目に示しています。{advice}ください。",
            )
    for line in lines_in(case.request):
        if line.mark not in marks:
            yield Found(
                place.line(line.id, "text"),
                f"「{line.text}」の印「{line.mark}」は、様式の設定にありません。［積算］メニューの「行の印」で付け直すか、外してください。",
            )
    classes = {"", *(known.key for known in case.standard.bond_classes)}
    lines = {"", *(line.id for line in lines_in(case.request))}
    for term in case.request.funding_terms:
        if term.line not in lines:
            yield Found(
                place.term(term.id, "line"),
                f"財源の根拠「{term.name}」の対象の行が要求書にありません。補助率を検査できないので、行を選び直してください。",
            )
        if term.bond_class not in classes:
            yield Found(
                place.term(term.id, "bond_class"),
                f"起債の区分「{term.bond_class}」は、様式の設定にありません。充当率を検査できないので、区分を選び直してください。",
            )
    for section in case.request.sections:
        if section.frame != section.stands_in:
            yield Found(
                place.section(section.id, "heading"),
                f"項目「{section.heading}」の場所「{section.frame}」は、様式の設定にありません。"
                f"「{case.standard.printing.frames[section.stands_in]}」に示しています。文を項目に移し、この項目を削除してください。",
            )
    for where, held in (*case.request.declared.items(), *case.request.bases.items()):
        if not _is_a_place(where, is_basis=where in case.request.bases):
            shown = thousands(held) if where in case.request.declared else f"積算「{held}」"
            yield Found(
                where,
                f"欄「{where}」は要求書にありませんが、{shown}が入力されています。合計には入りません。要らなければ消してください。",
                fix=Fix(_ERASE, where) if where in case.request.declared else None,
            )


@WholeCheck.rule("unknown-field", "ファイルの項目は、この版の予算帖が知るもの。", _FILE, "warning")
def fields_are_known(case: Case) -> Iterator[Found]:
    """A field that a later version or a hand wrote into the file is kept in it and used by nothing; the writer may erase it."""
    parts = _parts(case.request) if case.request.unknown else {}
    alike: dict[tuple[str, str], list[UnknownField]] = {}
    for field in case.request.unknown:
        if field.part in parts:  # else it goes with its part
            name = short(one_visible_line(".".join(filter(None, (field.path, field.name)))))
            alike.setdefault((parts[field.part][0], name), []).append(field)
    for (whose, name), (first, *others) in alike.items():
        where = f"{whose}{len(others) + 1}か所に" if whose else ""
        yield Found(
            parts[first.part][1],
            f"この版の予算帖が知らない項目「{name}」が、ファイルの{where or '中に'}あります。新しい版の予算帖か、手で書かれたものです。"
            "消さずに残しますが、計算・検査・印刷には使いません。書いた人に確かめ、要らなければ消してください。",
            fix=Fix(_ERASE, first.place, also=tuple((other.place, None) for other in others)),
        )


def _parts(request: Request) -> dict[str, tuple[str, Place]]:
    """The parts of a request by their ids: what one is called, and the field to go to for it; "" is the request itself."""
    known: dict[str, tuple[str, Place]] = {"": ("", _NAME)}
    answers = ids_of_nameless("answers", [(each.rule, each.place, each.about) for each in request.answers])
    known |= dict.fromkeys(answers, ("了解・答え", _NAME))
    known |= dict.fromkeys(part_ids(request), ("表・項目の行など", _NAME))
    known |= {each.id: ("本文の項目", place.section(each.id, "heading")) for each in request.sections}
    known |= {each.id: ("所要経費の表", place.group(each.id, "title")) for each in request.groups}
    return known | {each.id: ("経費の行", place.line(each.id, "text")) for each in lines_in(request)}


def _is_a_place(where: Place, *, is_basis: bool = False) -> bool:
    """Whether a figure may be declared at a place, or a source have a calculation there."""
    kind, _, rest = where.partition("/")
    row, _, column = rest.partition("/")
    if is_basis:
        return kind == "funding" and row in Funding.__struct_fields__ and bool(column) and "/" not in column
    if kind == "cost":
        return row in Headcount.__struct_fields__ and column in place.COSTS
    if kind == "funding":
        return row in Funding.__struct_fields__ and column in (EXPENSE, GENERAL)
    return where in (REQUEST_AMOUNT, REQUEST_PREVIOUS)
