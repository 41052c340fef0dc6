"""A page's pieces put together as a request, with the list of what was not understood."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from model.language import phrase
from model.request import place
from model.request.place import Place
from model.request.request import AsPrinted, Assessment, Funding, Headcount, Request
from model.standard.form import ACTOR, COMMENT_TITLE, REQUEST_LABEL, WHOLE, Root, SheetForm
from model.standard.standard import Standard
from model.values.amount import Amount, half_width
from templates.readers.labels import compact
from templates.readers.page.costs.cost_grids import Asked
from templates.readers.page.cutting import Parts, cut
from templates.readers.page.figure_tables import FixedTable
from templates.readers.page.funding_tables import (
    finance_title,
    is_table,
    read_funding_table,
    untitled_table,
)
from templates.readers.page.head import read_head
from templates.readers.page.narrative import read_narrative
from templates.readers.page.pieces import Line, Piece, block, lines_of, unread
from templates.readers.page.request_lines import RequestLines, read_request_lines
from templates.readers.page.total_cost import is_assessed_by_rows, read_total_cost
from templates.readers.page.years.year_tables import YearTables
from templates.readers.reading import Reading, Unread
from templates.readers.tables.question import with_questions

_COMMENT: Final = phrase("査定のないページの財政課処理欄なので、本文の終わりに残しました。")
_OTHER_UNIT: Final = phrase(
    "この表の単位は千円ではありません。様式の表は千円なので、額を千円として取り込みました。確かめてください。"
)
_UNIT: Final = re.compile(r"単位[:;]([^)]*)")
# stands for a row of the finance division while the form is sought
_MARKED: Final = Headcount(assessed={"": ""})


def read_pieces(pieces: Sequence[Piece], standard: Standard, title: str = "") -> Reading:
    """Read a page; ``title`` is that of its window, which may name the year.

    Raises:
        NotAPage: where it is none.
    """
    parts = cut(pieces, standard)
    header, contact, head_words, head_missed = read_head(parts.head, standard, title)
    lines = read_request_lines(parts.request, standard)
    if lines.label and not lines.has_colon:  # only the oldest form writes its 要求額 without a colon
        header = replace(
            header, sheet=next((form.sheet for form in standard.forms if not form.colon), header.sheet)
        )
    request = Request(
        header=header,
        contact=contact,
        funding_words=lines.funding_words,
        assessment=lines.assessment,
        declared=_declared(lines),
        components=lines.components,
        standard=standard.government,
    )
    form = _form(request, parts, standard)
    years = YearTables(parts, header, form, standard)
    parts = _with_finance(_with_untitled(years.parts, form, standard), standard)
    known: dict[Root, Amount] = {"request": lines.amount, "previous": lines.previous}
    cost = read_total_cost(parts.total_cost, form, known, standard)
    funding = read_funding_table("funding", parts, form, standard)
    finance = _finance(parts, form, standard)
    request, kept, missed = _with_comment(request, parts, finance)
    body = read_narrative(
        parts.content,
        parts.results,
        [*kept, *years.kept, *cost.kept, *funding.kept, *finance.kept],
        Asked(form.year, lines.amount, lines.previous),
        standard,
    )
    without = [*cost.without, *funding.without, *finance.without]
    if form.page == form.whole and "comment" not in parts.titles:
        without.append("comment")
    if not lines.label and not lines.funding_words:
        without.append("request")
    headcount = cost.headcount
    is_assessed = replace(request, headcount=headcount).is_assessed
    if form.page == form.whole and is_assessed and lines.actor is None:
        without.append("assessment")
    printed = AsPrinted(
        {
            **head_words,
            **_line_words(lines, form),
            **cost.words,
            **funding.words,
            **finance.words,
            **_titles(parts, form, standard, is_kept=bool(kept)),
            **_blank_comment(replace(request, headcount=cost.headcount), parts, kept),
        },
        tuple(without),
    )
    request = replace(
        request,
        headcount=headcount,
        declared={**request.declared, **cost.declared, **funding.declared, **finance.declared},
        funding=Funding(**{**funding.sources, **finance.sources}),
        sections=body.sections,
        groups=body.groups,
        tables=body.own_tables,
        commitments=(*years.commitments, *body.commitments),
        continuing=tuple(years.continuing),
        printed=request.printed if printed == AsPrinted() else printed,
    )
    request = with_questions(request, body.asked)
    tables = (*years.unread, *missed, *funding.unread, *finance.unread)
    said = {entry.where for entry in (*cost.unread, *tables)}
    return Reading(
        request,
        (
            *head_missed,
            *_other_units(parts),
            *cost.unread,
            # a line kept from a table, seen again
            *(entry for entry in body.unread if entry.where not in said),
            *tables,
        ),
    )


def _form(request: Request, parts: Parts, standard: Standard) -> SheetForm:
    """The form of the page: that of an assessed one too where only its tables show that it is."""
    form = standard.form_of(request)
    if request.is_assessed:
        return form
    marked = standard.form_of(replace(request, headcount=_MARKED))
    by_rows = is_assessed_by_rows(parts.total_cost, form, marked, standard)
    return marked if by_rows or "finance" in parts.titles else form


def _with_untitled(parts: Parts, form: SheetForm, standard: Standard) -> Parts:
    """The parts with the table of a sheet of its own that stands in the narrative, under a heading of the writer."""
    if "funding" in parts.titles or not form.page.sheet:
        return parts
    found = untitled_table(parts.content, form.page.funding_rows, standard)
    if found is None:
        return parts
    start, end = found
    title = Line(parts.content[start].number, standard.words.funding)
    return replace(
        parts,
        content=[*parts.content[:start], *parts.content[end:]],
        funding=parts.content[start:end],
        titles={**parts.titles, "funding": title},
    )


def _with_finance(parts: Parts, standard: Standard) -> Parts:
    """The parts with the table under 財政課処理欄 as 財政課使用欄, which it is on the sheet of 繰越明許費."""
    plans = (plan for form in standard.forms for plan in form.finance_rows)
    titles = dict(parts.titles)
    if "finance" in titles or "comment" not in titles or not is_table(parts.comment, plans, standard):
        return parts
    titles["finance"] = titles.pop("comment")
    return replace(parts, comment=[], finance=parts.comment, titles=titles)


def _declared(lines: RequestLines) -> dict[Place, Amount]:
    figures = {
        place.REQUEST_AMOUNT: lines.amount,
        place.REQUEST_PREVIOUS: lines.previous,
        place.cost("request", "total"): lines.whole,
    }
    return {where: amount for where, amount in figures.items() if amount is not None}


def _line_words(lines: RequestLines, form: SheetForm) -> dict[Place, str]:
    words: dict[Place, str] = {}
    if lines.label and lines.label != form.page.request_label:
        words[REQUEST_LABEL] = lines.label
    if lines.actor is not None and lines.actor != form.actor:
        words[ACTOR] = lines.actor
    if lines.components and lines.parts_title != form.page.components_title:
        words["title/components"] = lines.parts_title
    if lines.whole is not None:
        words[WHOLE] = lines.whole_label
    return words | {f"assessment/{key}": opening for key, opening in lines.openings.items()}


def _titles(parts: Parts, form: SheetForm, standard: Standard, *, is_kept: bool) -> dict[Place, str]:
    words: dict[Place, str] = {}
    usual = {**standard.printing.frames, "comment": standard.words.comment}
    for part, word in usual.items():
        title = None if part == "comment" and is_kept else parts.titles.get(part)
        if title is not None and compact(title.text) != compact(word):
            words[COMMENT_TITLE if part == "comment" else f"title/{part}"] = title.text.strip()
    if "finance" in parts.titles:
        words |= finance_title(parts.titles["finance"], form, standard)
    return words


def _blank_comment(request: Request, parts: Parts, kept: Sequence[Line]) -> dict[Place, str]:
    """The title of a 財政課処理欄 on a page without a 査定, below which nothing stands."""
    title = parts.titles.get("comment")
    return {} if title is None or request.is_assessed or kept else {COMMENT_TITLE: title.text.strip()}


def _other_units(parts: Parts) -> list[Unread]:
    """Titles of the fixed tables that name another unit than 千円."""
    units = [(title, _UNIT.search(half_width(title.text))) for title in parts.titles.values()]
    return [unread(title, _OTHER_UNIT) for title, unit in units if unit and "千円" not in unit[1]]


def _finance(parts: Parts, form: SheetForm, standard: Standard) -> FixedTable:
    found = read_funding_table("finance", parts, form, standard)
    is_there = "finance" in parts.titles or form.page == form.whole
    return found if is_there else replace(found, without=())


def _with_comment(
    request: Request, parts: Parts, finance: FixedTable
) -> tuple[Request, list[Line], list[Unread]]:
    """財政課処理欄 in its field; on a page without a 査定 it is a passage of the narrative, for the form has none."""
    assessment = request.assessment
    if not request.is_assessed and finance.declared:
        amount = finance.declared.get(place.funding("assessed", place.EXPENSE))
        assessment = Assessment(amount=amount)
    if "comment" not in parts.titles:
        return replace(request, assessment=assessment), [], []
    text = block(lines_of(parts.comment)).lstrip("\n")
    if request.is_assessed or finance.declared or not text:
        return replace(request, assessment=replace(assessment, comment=text if text else "")), [], []
    title = parts.titles["comment"]
    kept = [Line(title.number, ""), title, *lines_of(parts.comment)]
    return request, kept, [unread(title, _COMMENT)]
