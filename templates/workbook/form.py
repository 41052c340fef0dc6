"""The sheet 「要求書」: the request as the finance division prints it, A4 upright, one page wide.

Order, labels and figures are those of ``templates.sheet.sheet``; only the words between them (款, 電話番号 …) are here.
"""

from __future__ import annotations

from msgspec.structs import replace
from openpyxl.worksheet.worksheet import Worksheet

from model.edits.fields import clean_text
from model.request import place
from model.request.place import Place
from model.standard.form import COMMENT_TITLE
from model.standard.standard import Standard
from templates.narrative.blocks import Title
from templates.narrative.structure import structure
from templates.sheet.blocks import UNIT, Cell, CommitmentRow, Narrative, YearTable
from templates.sheet.head import first_line, head_rows
from templates.sheet.sheet import Sheet, cells_of
from templates.workbook import section_tables
from templates.workbook.grid import FIRST_WIDTH, Grid, Slot, even_widths, figure_width
from templates.workbook.page import Paper
from templates.workbook.style import (
    CAPTION,
    FRAME_TITLE,
    HEADER,
    LABEL,
    NAME,
    NARRATIVE,
    SECTION_HEADING,
    SUBTITLE,
    TEXT,
    TITLE,
    TITLE_SIDE,
    Palette,
)
from templates.workbook.tables import FEWEST_COLUMNS, LEAST_COLUMNS, Tables
from templates.workbook.text import paragraphs
from templates.workbook.typing_rules import expect_words
from templates.workbook.years import columns_of, write_years


def write_form(page: Worksheet, palette: Palette, standard: Standard, sheet: Sheet, foot: str) -> Grid:
    """Write the sheet from its head to the finance division's own tables; ``foot`` stands below every page."""
    tables = [table for table in (sheet.funding, sheet.finance) if table is not None]
    widths = [len(table.columns) for table in (sheet.total_cost, *tables) if table is not None]
    of_years = [*sheet.year_tables, *sheet.granted_tables]
    of_sections = [table for frame in sheet.frames for section in frame.sections for table in section.tables]
    least = figure_width(cell for cell in cells_of(sheet) if isinstance(cell, Cell))
    paper = Paper("portrait", foot)
    fitting = 1 + int((paper.width - FIRST_WIDTH) / least)  # a wider table is printed in parts
    wanted = max(LEAST_COLUMNS, 1 + max(widths, default=0))
    last = max(
        FEWEST_COLUMNS,
        min(wanted, fitting),
        *map(columns_of, of_years),
        *map(section_tables.columns_of, of_sections),
    )
    year = standard.year_of(sheet.request.header.fiscal_year).year
    rounding = standard.rounding_in(year).labour_cost
    grid = Grid(page, palette, rounding, even_widths(last, least, paper), paper)
    write = Tables(grid, standard)
    _head(grid, sheet, standard)
    if sheet.total_cost is not None:
        _frame_title(grid, f"{sheet.total_cost.title}(単位:{UNIT}・人)")
        write.figures(sheet.total_cost)
    _frame_title(grid, "事業費")
    write.request_line(sheet)
    _frame_title(grid, "査定")
    write.assessment_line(sheet)
    for frame in (frame for frame in sheet.frames if frame.sections):
        _frame_title(grid, frame.title)
        for section in frame.sections:
            _section(grid, write, standard, section)
    for table in sheet.year_tables:
        _year_table(grid, standard, table)
    if sheet.commitments and not sheet.year_tables:
        _frame_title(grid, "債務負担行為")
        _commitments(grid, sheet.commitments)
    if sheet.comment_title:
        _frame_title(grid, sheet.comment_title, f"words/{COMMENT_TITLE}")
        _narrative(grid, sheet.request.assessment.comment, "assessment/comment")
    for table in sheet.granted_tables:
        _year_table(grid, standard, table)
    for funding in tables:
        _frame_title(grid, funding.caption, f"words/title/{funding.key}")
        write.figures(funding)
    grid.finish()
    words = standard.words_in(year)
    for where, choices in (("assessment/result", standard.results), ("header/stage", words.stages)):
        expect_words(page, grid.memory.addresses_of(where), choices)
    page.sheet_view.showGridLines = False
    return grid


def _head(grid: Grid, sheet: Sheet, standard: Standard) -> None:
    """The head: what the sheet is, 事業名, and who answers for it."""
    header, last = sheet.request.header, grid.last_column
    middle = (last + 1) // 2
    title, side = first_line(sheet, standard)
    grid.add(
        [
            Slot(1, middle, title, TITLE, place="head/title"),
            Slot(middle + 1, last, side, TITLE_SIDE, place="head/side"),
        ],
        at_least=22,
    )
    grid.text(sheet.name, NAME, "header/name")
    grid.gap(6)
    if header.subtitle:
        grid.text(header.subtitle, SUBTITLE, "header/subtitle")
        grid.gap(4)
    for left, right in head_rows(sheet):
        grid.add(
            [
                Slot(1, 1, left.label, LABEL),
                Slot(2, middle, left.text.strip(), TEXT, place=left.place),
                Slot(middle + 1, middle + 1, right.label, LABEL),
                Slot(middle + 2, last, right.text, TEXT, place=right.place),
            ],
            at_least=16,
        )


def _frame_title(grid: Grid, title: str, where: Place = "") -> None:
    grid.gap(7)
    grid.add([Slot(1, grid.last_column, title, FRAME_TITLE, place=where)], at_least=18, keeps=True)
    grid.gap(3)


def _year_table(grid: Grid, standard: Standard, table: YearTable) -> None:
    if table.title:
        _frame_title(grid, table.title)
    write_years(grid, standard, table)


def _section(grid: Grid, write: Tables, standard: Standard, section: Narrative) -> None:
    if section.heading:
        grid.text(section.heading, SECTION_HEADING, place.section(section.id, "heading"), keeps=True)
    _narrative(grid, section.text, place.section(section.id, "text"))
    for own in section.tables:
        section_tables.write_section_table(grid, standard.printing.minus_on_screen, own)
    for table in section.costs:
        if table.title:
            grid.gap(4)
            grid.text(table.title, CAPTION, place.group(table.id, "title"), keeps=True)
        write.costs(table)
    grid.gap(4)


def _narrative(grid: Grid, text: str, where: Place) -> None:
    if not text.strip():
        return
    titles = {
        f"{block.line.marker}{block.line.words}".strip()
        for block in structure(clean_text(text)).blocks
        if isinstance(block, Title)
    }
    for row in paragraphs(clean_text(text).strip("\n"), grid.room(1, grid.last_column), NARRATIVE.size):
        if row.text:
            is_title = row.text.strip() in titles
            grid.text(row.text, replace(NARRATIVE, indent=row.indent), where, keeps=is_title)
        else:
            grid.gap(4)


def _commitments(grid: Grid, commitments: tuple[CommitmentRow, ...]) -> None:
    spans = ((1, 3), (4, 5), (6, 6), (7, grid.last_column))
    headings = ("経費", "期間", "区分", "備考の文言")
    slots = [Slot(*span, text, HEADER) for span, text in zip(spans, headings, strict=True)]
    titles = [replace(slots[0], place="commitment/columns"), *slots[1:]]
    with grid.table(lambda: grid.add(titles, at_least=15, keeps=True)):
        for row in commitments:
            texts = (row.line_text, row.period, row.status_label, row.wording)
            fields = ("line", "period", "status", "wording")
            slots = [
                Slot(*span, text, TEXT, place=f"commitment/{row.id}/{field}")
                for span, text, field in zip(spans, texts, fields, strict=True)
            ]
            grid.add(slots, at_least=15)
