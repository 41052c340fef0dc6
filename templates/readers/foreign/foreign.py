"""Any other workbook (a section's own, the finance division's, an older one), read by its labels.

Rows are found by their words, never by their number. What is not understood is kept as text in the section
「読み取れなかった表」 and listed with its sheet and range; a figure that the request derives is declared only where the
workbook has another one.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from msgspec.structs import replace

from model.document.document import take_snapshot
from model.edits.fields import clean_text, set_value, type_text
from model.language import phrase
from model.request.place import FISCAL_YEAR, REQUEST_AMOUNT, REQUEST_PREVIOUS, Place, cost
from model.request.request import CostGroup, Request, Section
from model.standard.standard import Standard
from model.values.amount import Amount
from model.values.identity import new_id
from templates.readers.books.calculation import calculated
from templates.readers.books.cells import Book, Sheet
from templates.readers.foreign import book_projects, book_years
from templates.readers.foreign.figure_grid import Typed, fixed_tables, labels_of, request_line
from templates.readers.foreign.figures_outside import asked_of_figures
from templates.readers.foreign.head_grid import head_words, narrative
from templates.readers.foreign.kept_tables import asked_of_kept
from templates.readers.foreign.previous_table import tables_before, with_previous
from templates.readers.foreign.project_names import (
    all_names_of,
    names_in_column,
    names_of_sheets,
    rest_of_titles,
    take_titles,
)
from templates.readers.foreign.title_words import TitleWords
from templates.readers.reading import Reading, Unread, cut
from templates.readers.tables.cells_of_lines import a_row_each
from templates.readers.tables.columns.units import agreed, sheet_unit
from templates.readers.tables.decisions import Decisions, Spot
from templates.readers.tables.grid import Grid
from templates.readers.tables.lines import Table, cost_group
from templates.readers.tables.lists.listed import READ, listed
from templates.readers.tables.lists.records import recorded
from templates.readers.tables.noted import noted
from templates.readers.tables.parted import parted
from templates.readers.tables.question import Question, with_questions
from templates.readers.tables.reckoned import reckoned
from templates.readers.tables.rows_by_year import by_year
from templates.readers.tables.sheet_tables import all_headings, sheet_tables, sums_above
from templates.readers.tables.sums.figures import Figures
from templates.readers.tables.tabs.related import related
from templates.readers.tables.turned import turned
from templates.readers.tables.understood import Surroundings, Understood
from templates.readers.unplaced_text import unplaced_text
from templates.sheet.question_rows import TITLE_WORDS
from templates.sheet.sheet import figures_of
from templates.workbook.agreement import AGREES_HEADING
from templates.workbook.data import KEYS
from templates.workbook.memory import MARK, SHEET

_HEADING_NUMBER: Final = re.compile(r"^[0-9０-９]+[\s.．、　]*")
_UNPLACED: Final = phrase("読み取れなかったため、「読み取れなかった表」に文字として残しました。")
_OTHER_YEAR: Final = phrase("別の年度の表なので、「読み取れなかった表」に文字として残しました。")
_REFERENCE: Final = phrase("ほかの事業の参考の表なので、「読み取れなかった表」に文字として残しました。")
_QUESTIONS: Final = phrase(
    "どの指摘への答えか分からないため、読みませんでした（公表しないものなので、本文にも残しません）。"
)
_TWICE: Final = phrase("同じ欄が二度あり、額が違います。先にある方を取りました。")
_NO_AMOUNT: Final = phrase("千円の金額として読めないため、書かれたとおりに入れました。")
_CALCULATED: Final = phrase("計算式の結果がファイルに保存されていないため、計算して読みました。")
_CHANGES: Final = (
    (a_row_each, phrase("一つの行のセルに何行もある額を、一行ずつの経費として読みました。")),
    (recorded, phrase("経費ごとに見出しを付けて並べた額を、表として読みました。")),
    (listed, READ),
    (noted, phrase("表の上の注の言葉を列の見出しとして読みました。")),
    (turned, phrase("表の行と列を入れ替えて読みました。")),
    (by_year, phrase("行ごとの年度の額を、年度ごとの列に分けて読みました。")),
    (parted, phrase("括弧の中の額を前年度の額として読みました。")),
    (reckoned, phrase("前年度の額の列がないため、要求額から増減を引いて前年度の額としました。")),
)  # of a sheet before it is read, and what is said of it


class ForeignReading(NamedTuple):
    """What came in, and how each table was understood, for a person to look at and to decide otherwise.

    Attributes:
        reading: the request with its open questions, and what is unread.
        tables: every cost table of the book, those too that are not taken.
        asked: the open questions about the whole book; those about a table stand with it.
        year: the fiscal year by which it was read.
        printed: 前年度 and 要求額 as they are printed apart from the tables, 円.
    """

    reading: Reading
    tables: tuple[Understood, ...]
    grids: tuple[Grid, ...]
    taken: frozenset[Spot]
    asked: tuple[Question, ...] = ()
    year: str = ""
    printed: tuple[Figures, ...] = ()


class BookReading(Reading, frozen=True, kw_only=True):
    """A request that was read by the labels of a book, with what is needed to read it again as a person decides."""

    book: Book
    found: ForeignReading


def read_foreign(book: Book, standard: Standard) -> Reading:
    """Read a workbook by its labels."""
    found = read_decided(book, standard, Decisions())
    return BookReading(found.reading.request, found.reading.unread, book=book, found=found)


def read_decided(book: Book, standard: Standard, decisions: Decisions) -> ForeignReading:
    """Read a workbook by its labels and by what a person decided; what is decided is not asked."""
    words, unread = TitleWords(standard), list[Unread]()
    grids, ours = _grids(book, standard, unread)
    every = tuple(grids)
    asked: list[Question] = []
    grids, examples = book_projects.without_examples(grids, standard, unread)
    headings = {grid: all_headings(grid, standard.default_year, standard) for grid in grids}
    grids, others = book_projects.one_project(headings, words, decisions.project, asked)
    grids, older = book_years.one_year(grids, decisions.year, standard, unread)
    others += [*older, *examples]
    headings = {grid: headings[grid] for grid in grids}
    head: dict[Place, str] = {}
    for grid in grids:
        rows = {row for table in headings[grid] for row in table.rows}
        if named := all_names_of(grid, words, rows):
            head.setdefault("header/name", clean_text(named[0][2]))
        if not decisions.project:
            asked += book_projects.several_projects(grid, named)
        for where, word in head_words(grid, standard, rows).items():
            head.setdefault(where, word)
        if grid.sheet in ours:  # our printed sheet has the name alone in its second row
            head.setdefault("header/name", clean_text(grid.text(2, 1)))
            grid.take(2, 1)
    if "header/name" in head:
        head["header/name"], section = words.section_behind(words.without_marks(head["header/name"]))
        if section:
            head.setdefault("contact/section", section)
    elif name := next(filter(None, names_of_sheets(headings, words)), ""):
        head["header/name"] = clean_text(name)
    if decisions.year:
        head[FISCAL_YEAR] = decisions.year
    if book_years.year_of(head) is None and (said := book_years.year_said(headings, standard)):
        head[FISCAL_YEAR] = said.label
    if not decisions.year and (of_head := book_years.year_of(head)) is not None:
        asked += book_years.asked_of_titles(headings, of_head, standard)
    year = book_years.year_of_book(head, headings, standard, asked)
    if decisions.year:
        asked = [question for question in asked if question.subject != "year"]
    labels = labels_of(standard, year)
    typed: list[tuple[Grid, Typed]] = []
    for grid in grids:
        typed += [(grid, figure) for figure in fixed_tables(grid, labels)]
        typed += [(grid, figure) for figure in request_line(grid, standard, year, headings[grid])]
    printed = _printed(typed)
    unit = agreed(filter(None, (sheet_unit(grid) for grid in grids)))
    around = Surroundings(year, standard, unit, printed)
    tables: list[Table] = []
    above: tuple[Figures, ...] = ()
    for grid in grids:
        of_sheet = sheet_tables(grid, around._replace(above=above), decisions.tables)
        tables += [_still_asked(cost_group(table, standard), decisions) for table in of_sheet]
        for understood in of_sheet:
            above = sums_above(understood.sums, above)
    older_tables = book_years.of_other_years(tables, year, standard, decisions)
    name = head.get("header/name", "")
    references = [
        table
        for table in tables
        if book_projects.for_reference(table.understood, name, words)
        and not decisions.taken.get(table.understood.spot)
    ]
    current = [table for table in tables if table not in (*older_tables, *references)]
    before = [*older_tables, *tables_before(older, year, around)]
    if (used := with_previous(current, before, unread)) is not None:
        older_tables = [table for table in older_tables if table is not used]
    elif not any(table.understood.of("previous") for table in current):
        tabs = (table for table in before if table not in older_tables)
        asked += [
            book_years.asked_of_year(table, year)._replace(alternatives=(), answers=()) for table in tabs
        ]
    taken = related(current, printed, standard, decisions.taken)
    asked += [book_years.asked_of_year(table, year) for table in older_tables]
    unread += [entry for table in tables for entry in table.unread] + taken.unread
    asked += [question for _, question in taken.questions]
    for table in taken.tables:
        in_column = names_in_column(table.understood, standard, is_named="header/name" in head)
        if len(in_column) == 1:
            head.setdefault("header/name", clean_text(in_column[0]))
        elif in_column:
            asked.append(book_projects.several_in_column(table.understood, in_column))
    if "header/name" not in head and (rest := rest_of_titles(headings, words)):
        head["header/name"] = clean_text(rest)
    if not decisions.project:
        of_names = [table.understood for table in taken.tables]
        asked += book_projects.several_in_titles(of_names, head.get("header/name", ""), words)
    sections: list[Section] = []
    for grid in grids:
        sections += narrative(grid, standard)
        asked += asked_of_kept(grid, year, standard, taken.tables, is_all=not tables)
    asked += book_projects.asked_of_document(grids, standard) if tables else ()
    asked += asked_of_figures(grids, tables, taken.tables, year, standard)
    of_book = tuple(question for question in asked if _is_open(question, decisions))
    many = len([grid for grid in grids if grid.rows]) > 1
    groups: list[CostGroup] = []
    of_tables: list[Question] = []
    for table in taken.tables:
        title = table.group.title or (table.understood.grid.sheet.title if many else "")
        groups.append(replace(table.group, title=title))
        of_tables += [
            question._replace(place=f"group/{table.group.id}") for question in table.understood.questions
        ]
    request = _assembled(head, sections, groups, standard)
    request = _with_figures(request, typed, standard, unread)
    take_titles(grids, request.header.name, year, standard)
    kept = [block for grid in (*grids, *others) for block in grid.left_over()]
    unread += [Unread(where, cut(text), _UNPLACED) for where, text in kept]
    for tables_left, why in ((older_tables, _OTHER_YEAR), (references, _REFERENCE)):
        unread += [Unread(table.where, cut(table.text), why) for table in tables_left]
    left = ((table.where, table.text) for table in (*older_tables, *references))
    texts = [*taken.texts, *left, *kept]
    request = with_questions(unplaced_text(request, texts, standard), (*of_book, *of_tables))
    return ForeignReading(
        Reading(request, tuple(unread)),
        tuple(table.understood for table in tables),
        every,
        frozenset(table.understood.spot for table in taken.tables),
        of_book,
        year.label,
        printed,
    )


def _is_open(question: Question, decisions: Decisions) -> bool:
    return (question.where, question.sentence) not in decisions.confirmed


def _still_asked(table: Table, decisions: Decisions) -> Table:
    """The table without the questions whose assumptions a person confirmed."""
    questions = tuple(question for question in table.understood.questions if _is_open(question, decisions))
    return table._replace(understood=table.understood._replace(questions=questions))


def _grids(book: Book, standard: Standard, unread: list[Unread]) -> tuple[list[Grid], list[Sheet]]:
    """The sheets that are read, and which of them are printed sheets of ours that lost their memory."""
    grids: list[Grid] = []
    ours: list[Sheet] = []
    heads = [sheet.rows.get(1, {}).values() for sheet in book.sheets]
    has_ours = any(mark in head for head in heads for mark in (MARK, AGREES_HEADING))
    for sheet in book.sheets:
        if (
            sheet.title == SHEET
            or not (sheet.rows or sheet.without_value)
            or (has_ours and _is_our_copy(sheet))
        ):
            continue
        if has_ours and sheet.title == TITLE_WORDS:
            unread.append(Unread(sheet.title, "", _QUESTIONS))
            continue
        if (found := calculated(sheet)) is not sheet:
            sheet = found
            unread.append(Unread(sheet.title, "", _CALCULATED))
        if is_ours := MARK in sheet.rows.get(1, {}).values():
            sheet = sheet.without_columns((MARK,))  # the book stays as it is: it may be read again
            ours.append(sheet)
        if sheet.is_hidden:
            unread.append(Unread(sheet.title, "", phrase("隠れているシートも読みました。")))
        grid = Grid(sheet)
        for change, said in () if is_ours else _CHANGES:
            if (changed := change(grid, standard)) is not grid:
                grid = changed
                unread.append(Unread(sheet.title, "", said))
        grids.append(grid)
    return grids, ours


def _printed(typed: list[tuple[Grid, Typed]]) -> tuple[Figures, ...]:
    """前年度 and 要求額 as they are printed apart from the cost tables, 円: at 要求額, and as 事業費 of the table of total cost."""
    figures = {cell.place: cell.value * 1_000 for _, cell in reversed(typed) if isinstance(cell.value, int)}
    found: list[Figures] = [
        (figures.get(REQUEST_PREVIOUS), figures.get(REQUEST_AMOUNT)),
        (figures.get(cost("previous", "expense")), figures.get(cost("request", "expense"))),
    ]
    return tuple(dict.fromkeys(both for both in found if both[1] is not None))


def _assembled(
    head: dict[Place, str], sections: list[Section], groups: list[CostGroup], standard: Standard
) -> Request:
    named = {plan.heading for plan in standard.sections if plan.costs}
    own = next((section for section in sections if _HEADING_NUMBER.sub("", section.heading) in named), None)
    if own is None:
        year = standard.year_of(head.get(FISCAL_YEAR, "")).year
        headings = (plan.heading for plan in standard.sections_in(year) if plan.costs)
        own = Section(new_id(), "content", next(headings, ""))
        sections = [*sections, own]
    request = Request(
        sections=tuple(replace(section, costs=section is own) for section in sections),
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
    derived: list[Place] = []
    seen: dict[Place, Amount] = {}
    for grid, (place, value, row, column) in typed:
        if place in seen:
            if seen[place] != value:
                unread.append(Unread(grid.where(row, column), str(value), _TWICE))
            continue
        seen[place] = value
        if place.startswith(("request/", "cost/")) or place.endswith(("/general", "/expense")):
            derived.append(place)
        else:
            request = set_value(request, place, value)
        if isinstance(value, str) and not place.startswith(("headcount/", "assessment/result")):
            unread.append(Unread(grid.where(row, column), value, _NO_AMOUNT))
    for place in sorted(derived, key=lambda place: not place.startswith("request/")):
        figure = figures_of(take_snapshot(request, standard)).get(place)
        if figure is None or figure.value != seen[place]:
            request = set_value(request, place, seen[place])
    return request


def _is_our_copy(sheet: Sheet) -> bool:
    """Whether a sheet is one of our flat sheets, whose figures stand on our printed sheet too."""
    first = sheet.rows.get(1, {})
    return first.get(1) == KEYS[0] and {"年度(西暦)", "事業名"} <= {
        *first.values()
    }  # also of versions before
