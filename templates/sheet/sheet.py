"""The standard sheet laid out: a Snapshot as blocks, tables, rows and cells, before any face shows it.

Every face (form, preview, page, workbook, paper) takes its order, labels and figures from here, so they cannot
disagree. The parts are in ``blocks``, their builders in ``figure_tables``, ``cost_tables`` and ``multi_year_tables``.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

import msgspec

from model.document.document import Snapshot
from model.figures.figures import Figure
from model.request import place
from model.request.place import Place
from model.request.request import Assessment, Request, Section
from model.standard.form import ACTOR, BREADCRUMB, BREADCRUMB_TAIL, COMMENT_TITLE, WHOLE, YEAR_LINE, fill_year
from model.totals.section_tables import tables_of
from model.values.figure import figure
from templates.sheet.blocks import (
    Cell,
    CommitmentRow,
    FigureTable,
    FramePart,
    LabelledFigure,
    Narrative,
    PeopleCell,
    YearTable,
)
from templates.sheet.continuing_tables import continuing_tables
from templates.sheet.cost_tables import (
    commitment_row,
    cost_table,
)
from templates.sheet.figure_tables import (
    assessment_line,
    components,
    finance_table,
    funding_table,
    request_line,
    total_cost_table,
)
from templates.sheet.multi_year_tables import commitment_tables, granted_tables
from templates.sheet.section_tables import is_printed, section_table

_OPENING_MARKS: Final = "0123456789０１２３４５６７８９①②③④⑤⑥⑦⑧⑨⑩■□◆◇●○【〔［[(（<＜≪《・※"


class Sheet(msgspec.Struct, frozen=True):
    """The whole sheet in the published order.

    Attributes:
        name: 事業名 with the word of a sheet of its own before it ([債務負担行為]).
        business_class: 区分 with the account in brackets.
        has_subject: whether 支出科目 is printed; the requests of other accounts have none.
        total_cost: None on a form without that table.
        has_request_line: false on a published sheet that asks for nothing below its heading 事業費.
        breadcrumb_tail: what stands behind the year in the breadcrumb: 部局の事業名.
        occasion: for which budget and stage it was written, in one line: 「平成31年度当初予算 一般事業要求」.
        whole: トータルコスト要求額, which the oldest form has in place of a table; None on a sheet without that line.
        components: 保留, 復活 and 追加 behind the 要求額, with ``components_title`` before them.
        has_assessment_line: false where the sheet has no 査定, and where a published one does not write its line.
        comment_title: the words above 財政課処理欄; "" where the sheet has none.
        funding: None where the sheet has no such table.
        year_tables: the tables of a 債務負担行為要求書 or a 継続費要求書; an ordinary sheet has none.
        granted_tables: 査定額 of a 債務負担行為要求書, below 財政課処理欄.
    """

    breadcrumb_year: str
    year_line: str
    government: str
    request: Request
    name: str
    business_class: str
    has_subject: bool
    colon: str
    total_cost: FigureTable | None
    request_line: tuple[LabelledFigure, ...]
    has_request_line: bool
    funding_label: str
    components_title: str
    components: tuple[LabelledFigure, ...]
    assessment_actor: str
    assessment_line: tuple[LabelledFigure, ...]
    has_assessment_line: bool
    frames: tuple[FramePart, ...]
    commitments: tuple[CommitmentRow, ...]
    comment_title: str
    funding: FigureTable | None
    finance: FigureTable | None
    change: int | None
    change_percent: Decimal | None
    cut: int | None
    year_tables: tuple[YearTable, ...] = ()
    granted_tables: tuple[YearTable, ...] = ()
    breadcrumb_tail: str = ""
    occasion: str = ""
    whole: LabelledFigure | None = None


def lay_out(snapshot: Snapshot) -> Sheet:
    """Lay the whole sheet out."""
    request, standard, totals = snapshot.request, snapshot.standard, snapshot.totals
    form, header = totals.form, request.header
    words = standard.words_in(totals.year.year)
    parts = components(snapshot)
    has_comment = (request.is_assessed or COMMENT_TITLE in form.printed.words) and not form.leaves_out(
        "comment"
    )
    name = f"{form.page.name_prefix}{header.name}"
    return Sheet(
        breadcrumb_year=form.word(BREADCRUMB, fill_year(standard.printing.breadcrumb, totals.year)),
        year_line=form.word(YEAR_LINE, fill_year(words.year_line, totals.year)),
        government=standard.government,
        request=request,
        name=name,
        business_class=f"{header.business_class} ({header.account})"
        if header.account
        else header.business_class,
        has_subject=standard.account_of(header.business_class) is None
        or bool(header.subject_kan or header.subject_kou or header.subject_moku),
        colon=form.page.colon,
        total_cost=total_cost_table(snapshot) if form.cost_rows else None,
        request_line=request_line(snapshot),
        has_request_line=totals.amount.shown is not None or not form.leaves_out("request"),
        funding_label=form.page.funding_label if form.page.has_funding_words or request.funding_words else "",
        components_title=form.word("title/components", form.page.components_title) if parts else "",
        components=parts,
        assessment_actor=form.word(ACTOR, form.actor),
        assessment_line=assessment_line(snapshot),
        has_assessment_line=request.is_assessed
        and (request.assessment != Assessment() or not form.leaves_out("assessment")),
        frames=_frames(snapshot),
        commitments=tuple(commitment_row(commitment, snapshot) for commitment in request.commitments),
        comment_title=form.word(COMMENT_TITLE, standard.words.comment) if has_comment else "",
        funding=funding_table(snapshot) if form.funding_rows else None,
        finance=finance_table(snapshot) if form.finance_rows and request.is_assessed else None,
        change=totals.change,
        change_percent=totals.change_percent,
        cut=totals.cut,
        year_tables=(
            *(commitment_tables(snapshot) if form.page.commitments else ()),
            *(continuing_tables(snapshot) if form.page.continuing else ()),
        ),
        granted_tables=granted_tables(snapshot) if form.page.commitments else (),
        breadcrumb_tail=form.word(
            BREADCRUMB_TAIL, "の".join(filter(None, (request.contact.department, name)))
        ),
        occasion=_occasion(snapshot),
        whole=_whole(snapshot),
    )


def _occasion(snapshot: Snapshot) -> str:
    header = snapshot.request.header
    assessed = (
        snapshot.totals.form.word(ACTOR, snapshot.totals.form.actor) if snapshot.request.is_assessed else ""
    )
    budget = f"{snapshot.totals.year.label}{header.budget}"
    return " ".join(filter(None, (budget, header.business_class, header.stage, assessed)))


def cells_of(sheet: Sheet) -> Iterator[Cell | PeopleCell]:
    """The figures that a sheet prints."""
    for table in (sheet.total_cost, sheet.funding, sheet.finance):
        yield from (cell for row in (table.rows if table else ()) for cell in row.cells)
    labelled = [*sheet.request_line, *sheet.components] if sheet.has_request_line else []
    labelled += sheet.assessment_line if sheet.has_assessment_line else ()
    labelled += (sheet.whole,) if sheet.whole else ()
    yield from (figure.cell for figure in labelled)
    for costs in (table for frame in sheet.frames for section in frame.sections for table in section.costs):
        for row in costs.rows:
            yield from (row.previous, row.amount) if row.kind != "heading" else ()
    for years in (*sheet.year_tables, *sheet.granted_tables):
        yield from (cell for owed in years.rows for cell in owed.cells if isinstance(cell, Cell))


def _whole(snapshot: Snapshot) -> LabelledFigure | None:
    """トータルコスト要求額 where a published sheet has that line."""
    form, where = snapshot.totals.form, place.cost("request", "total")
    if form.cost_rows or WHOLE not in form.printed.words:
        return None
    return LabelledFigure(
        form.printed.words[WHOLE], Cell(where, figure(None, snapshot.request.declared.get(where)))
    )


def printed_heading(section: Section, number: int) -> str:
    """「1 事業概要」: numbered, unless the writer's heading opens with a number or mark of its own."""
    heading = section.heading.strip()
    return heading if not heading or heading[0] in _OPENING_MARKS else f"{number} {heading}"


def takes_number(section: Section) -> bool:
    """Whether a section counts in the numbers of its frame: with a number of its own, or without a mark."""
    opening = section.heading.strip()[:1]
    return not section.unnumbered and (opening.isdigit() or opening not in _OPENING_MARKS or not opening)


def _frames(snapshot: Snapshot) -> tuple[FramePart, ...]:
    return tuple(
        FramePart(snapshot.totals.form.word(f"title/{key}", title), tuple(_narrative(snapshot, key)))
        for key, title in snapshot.standard.printing.frames.items()
    )


def _narrative(snapshot: Snapshot, frame: str) -> Iterator[Narrative]:
    sections = snapshot.request.sections
    known = {section.id for section in sections}
    number = 0
    for section in sections:
        if section.stands_in != frame:
            continue
        number += takes_number(section)
        numbered = frame == "content" and not section.unnumbered
        yield Narrative(
            section.id,
            printed_heading(section, number) if numbered else section.heading,
            section.text,
            tuple(
                cost_table(snapshot, group)
                for group in snapshot.totals.groups
                if group.group.section == section.id or (section.costs and group.group.section not in known)
            ),
            section.unnumbered,
            tuple(
                section_table(snapshot, table)
                for table in tables_of(snapshot.request, section.id)
                if is_printed(table)
            ),
        )


def figures_of(snapshot: Snapshot) -> dict[Place, Figure]:
    """The figures of the lines, the 合計, the request line and the tables of a sheet, 千円."""
    return {cell.place: cell.figure for cell in cells_of(lay_out(snapshot)) if isinstance(cell, Cell)}
