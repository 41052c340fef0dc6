"""The standard sheet laid out: a Snapshot as blocks, tables, rows and cells, before any face shows it.

Every face (form, preview, page, workbook, paper) takes its order, labels and figures from here, so they cannot
disagree. The parts are in ``blocks``, their builders in ``figure_tables`` and ``cost_tables``; faces import all of
them from here.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

import msgspec

from model.document import Snapshot
from model.request import Request, Section
from model.standard import fill_year
from templates.blocks import (
    UNIT,
    Calculation,
    Cell,
    Column,
    CommitmentRow,
    CostRow,
    CostTable,
    FigureRow,
    FigureTable,
    FramePart,
    LabelledFigure,
    Narrative,
    PeopleCell,
    Sum,
    TableCell,
    Term,
)
from templates.cost_tables import (
    commitment_row,
    commitment_wording,
    cost_table,
    line_text,
    printed_remark,
    shown_remark,
    standard_note,
)
from templates.figure_tables import (
    assessment_line,
    finance_table,
    funding_table,
    request_line,
    total_cost_table,
)

__all__ = [
    "UNIT",
    "Calculation",
    "Cell",
    "Column",
    "CommitmentRow",
    "CostRow",
    "CostTable",
    "FigureRow",
    "FigureTable",
    "FramePart",
    "LabelledFigure",
    "Narrative",
    "PeopleCell",
    "Sheet",
    "Sum",
    "TableCell",
    "Term",
    "assessment_line",
    "commitment_row",
    "commitment_wording",
    "cost_table",
    "finance_table",
    "funding_table",
    "lay_out",
    "line_text",
    "printed_heading",
    "printed_remark",
    "request_line",
    "shown_remark",
    "standard_note",
    "total_cost_table",
]

_OPENING_MARKS: Final = "0123456789０１２３４５６７８９①②③④⑤⑥⑦⑧⑨⑩■□◆◇●○【〔［[(（<＜≪《・※"


class Sheet(msgspec.Struct, frozen=True):
    """The whole sheet in the published order."""

    breadcrumb_year: str
    year_line: str
    government: str
    request: Request
    total_cost: FigureTable
    request_line: tuple[LabelledFigure, ...]
    assessment_actor: str
    assessment_line: tuple[LabelledFigure, ...]
    frames: tuple[FramePart, ...]
    commitments: tuple[CommitmentRow, ...]
    funding: FigureTable
    finance: FigureTable | None
    change: int | None
    change_percent: Decimal | None
    cut: int | None


def lay_out(snapshot: Snapshot) -> Sheet:
    """Lay the whole sheet out."""
    request, standard, totals = snapshot.request, snapshot.standard, snapshot.totals
    words = standard.words_in(totals.year.year)
    return Sheet(
        breadcrumb_year=fill_year(standard.printing.breadcrumb, totals.year),
        year_line=fill_year(words.year_line, totals.year),
        government=standard.government,
        request=request,
        total_cost=total_cost_table(snapshot),
        request_line=request_line(snapshot),
        assessment_actor=words.assessment_actor,
        assessment_line=assessment_line(snapshot),
        frames=_frames(snapshot),
        commitments=tuple(commitment_row(each, snapshot) for each in request.commitments),
        funding=funding_table(snapshot),
        finance=finance_table(snapshot) if request.is_assessed else None,
        change=totals.change,
        change_percent=totals.change_percent,
        cut=totals.cut,
    )


def printed_heading(section: Section, number: int) -> str:
    """「1 事業概要」: numbered, unless the writer's heading opens with a number or mark of its own."""
    heading = section.heading.strip()
    return heading if not heading or heading[0] in _OPENING_MARKS else f"{number} {heading}"


def _frames(snapshot: Snapshot) -> tuple[FramePart, ...]:
    frames = []
    for key, title in snapshot.standard.printing.frames.items():
        sections = [section for section in snapshot.request.sections if section.frame == key]
        frames.append(
            FramePart(
                title,
                tuple(
                    Narrative(
                        section.id,
                        printed_heading(section, number) if key == "content" else section.heading,
                        section.text,
                        tuple(cost_table(snapshot, group) for group in snapshot.totals.groups)
                        if section.costs
                        else (),
                    )
                    for number, section in enumerate(sections, start=1)
                ),
            )
        )
    return tuple(frames)
