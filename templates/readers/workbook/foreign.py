"""Any other workbook (a section's own, the finance division's, an older one), read by its labels.

Rows are found by their words, never by their number. What is not understood is kept as text in the section
「読み取れなかった表」 and listed with its sheet and range; a figure that the request derives is declared only where the
workbook has another one.
"""

from __future__ import annotations

import re
from typing import Final

from msgspec.structs import replace

from model.document.document import take_snapshot
from model.edits.fields import clean_text, set_value, type_text
from model.request.place import Place
from model.request.request import CostGroup, Request, Section
from model.standard.standard import Standard
from model.values.identity import new_id
from templates.readers.reading import Reading, Unread, cut
from templates.readers.workbook.cells import Book, Sheet
from templates.readers.workbook.cost_grid import cost_tables, heading_rows
from templates.readers.workbook.figure_grid import Typed, fixed_tables, labels_of, request_line
from templates.readers.workbook.figures_now import figures_of
from templates.readers.workbook.grid import Grid
from templates.readers.workbook.head_grid import head_words, narrative, year_of
from templates.readers.workbook.unplaced_text import unplaced_text
from templates.workbook.data import KEYS
from templates.workbook.memory import MARK, SHEET
from templates.workbook.questions import TITLE_WORDS

_HEADING_NUMBER: Final = re.compile(r"^[0-9０-９]+[\s.．、　]*")
_UNPLACED: Final = "読み取れなかったため、「読み取れなかった表」に文字として残しました。"

_QUESTIONS: Final = (
    "どの指摘への答えか分からないため、読みませんでした（公表しないものなので、本文にも残しません）。"
)


def read_foreign(book: Book, standard: Standard) -> Reading:
    """Read a workbook by its labels."""
    unread: list[Unread] = []
    grids: list[Grid] = []
    ours: list[Sheet] = []
    has_ours = any(MARK in sheet.rows.get(1, {}).values() for sheet in book.sheets)
    for sheet in book.sheets:
        if sheet.title == SHEET or not sheet.rows or (has_ours and _is_our_copy(sheet)):
            continue
        if has_ours and sheet.title == TITLE_WORDS:
            unread.append(Unread(sheet.title, "", _QUESTIONS))
            continue
        if _forget_numbers(sheet):
            ours.append(sheet)
        if sheet.is_hidden:
            unread.append(Unread(sheet.title, "", "隠れているシートも読みました。"))
        grids.append(Grid(sheet))
    head: dict[Place, str] = {}
    for grid in grids:
        for where, word in head_words(grid, standard, heading_rows(grid, standard)).items():
            head.setdefault(where, word)
        if grid.sheet in ours:  # our printed sheet has the name alone in its second row
            head.setdefault("header/name", clean_text(grid.text(2, 1)))
            grid.take(2, 1)
    year = year_of(head) or standard.default_year
    if "header/fiscal_year" not in head:
        unread.append(
            Unread(
                "年度",
                "",
                f"年度が見つからないため、{year.label}の様式で読みました。画面で確かめてください。",
            )
        )
    labels = labels_of(standard, year)
    groups: list[CostGroup] = []
    sections: list[Section] = []
    typed: list[tuple[Grid, Typed]] = []
    for grid in grids:
        typed += [(grid, fixed_table) for fixed_table in fixed_tables(grid, labels)]
        for table in cost_tables(grid, standard, year):
            title = table.group.title
            many = len([grid for grid in grids if grid.sheet.rows]) > 1
            groups.append(replace(table.group, title=title or (grid.sheet.title if many else "")))
            unread += table.unread
        typed += [(grid, figure_cell) for figure_cell in request_line(grid, standard)]
        sections += narrative(grid, standard)
    request = _assembled(head, sections, groups, standard, year.year)
    request = _with_figures(request, typed, standard, unread)
    kept = [block for grid in grids for block in grid.left_over()]
    unread += [Unread(where, cut(text), _UNPLACED) for where, text in kept]
    return Reading(unplaced_text(request, kept, standard), tuple(unread))


def _assembled(
    head: dict[Place, str],
    sections: list[Section],
    groups: list[CostGroup],
    standard: Standard,
    year: int,
) -> Request:
    plan = next((section for section in standard.sections_in(year) if section.costs), None)
    named = {plan.heading for plan in standard.sections if plan.costs}
    own = next((section for section in sections if _HEADING_NUMBER.sub("", section.heading) in named), None)
    costs = Section(new_id(), "content", plan.heading if plan else "")
    request = Request(
        sections=tuple(
            replace(section, costs=section is (own or costs))
            for section in (*sections, *([] if own else [costs]))
        ),
        groups=tuple(groups) or (CostGroup(new_id()),),
        standard=standard.government,
    )
    for where, word in head.items():
        request = type_text(request, where, word)
    return request


def _with_figures(
    request: Request, typed: list[tuple[Grid, Typed]], standard: Standard, unread: list[Unread]
) -> Request:
    """The request with the figures of the fixed tables; a derived one is declared only where it differs."""
    derived: list[tuple[Grid, Typed]] = []
    seen: dict[Place, Typed] = {}
    for grid, figure_cell in typed:
        if figure_cell.value is None or figure_cell.value == "":
            continue
        if figure_cell.place in seen:
            if seen[figure_cell.place].value != figure_cell.value:
                unread.append(
                    Unread(
                        grid.where(figure_cell.row, figure_cell.column),
                        str(figure_cell.value),
                        "同じ欄が二度あり、額が違います。先にある方を取りました。",
                    )
                )
            continue
        seen[figure_cell.place] = figure_cell
        if figure_cell.place.split("/")[0] in ("request", "cost") or figure_cell.place.endswith(
            ("/general", "/expense")
        ):
            derived.append((grid, figure_cell))
        else:
            request = set_value(request, figure_cell.place, figure_cell.value)
        if isinstance(figure_cell.value, str) and not figure_cell.place.startswith(
            ("headcount/", "assessment/result")
        ):
            unread.append(
                Unread(
                    grid.where(figure_cell.row, figure_cell.column),
                    figure_cell.value,
                    "千円の金額として読めないため、書かれたとおりに入れました。",
                )
            )
    derived.sort(key=lambda found: not found[1].place.startswith("request/"))
    for _, figure_cell in derived:
        figure = figures_of(take_snapshot(request, standard)).get(figure_cell.place)
        if figure is None or figure.value != figure_cell.value:
            request = set_value(request, figure_cell.place, figure_cell.value)
    return request


def _is_our_copy(sheet: Sheet) -> bool:
    """Whether a sheet is one of our flat sheets, whose figures stand on our printed sheet too."""
    first = sheet.rows.get(1, {})
    return tuple(first.get(column) for column in range(1, len(KEYS) + 1)) == KEYS


def _forget_numbers(sheet: Sheet) -> bool:
    """Take our hidden row numbers away from a printed sheet of ours that lost its memory; whether it is one."""
    column = next((column for column, value in sheet.rows.get(1, {}).items() if value == MARK), None)
    if column is not None:
        for row in sheet.rows.values():
            row.pop(column, None)
    return column is not None
