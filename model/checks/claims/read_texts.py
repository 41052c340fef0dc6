"""The texts of a request that speak of this year's costs, as they are read.

A cell of a table of the narrative says nothing by itself: it is read as a sentence of its row and column,
「標準事務費の要求額は12,085千円である」.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Final, NamedTuple

from model.request import place
from model.request.lines import lines_in
from model.request.place import Place
from model.request.request import Request
from model.request.section_table import SectionTable
from model.standard.standard import Standard
from model.standard.text_words import TextWords
from model.totals.section_tables import is_total_row, total_words
from model.values.exact_number import parse_number
from model.values.pattern import lazy_pattern

COMMENT: Final = "assessment/comment"
"""財政課処理欄: its amounts of lines are what is cut of them, so only figures of the sheet by their label are held against it."""
_OF_BUDGET: Final = lazy_pattern("要求|要望|予算")
"""What the words above an amount say that is of a budget: 事業費 alone may be of all years."""


class ReadText(NamedTuple):
    """A text with its place, what is read of it, and where the text begins in that.

    Of a cell a sentence is read that has its number; ``unit`` is what stands beside the number, as above a column: 千円.
    """

    place: Place
    text: str
    read: str
    begin: int = 0
    unit: str = ""


def read_texts(request: Request, standard: Standard) -> Iterator[ReadText]:
    """The narrative but for sections about other figures (「財政課長査定結果」), 財政課処理欄, titles and notes of tables, remarks with money."""
    for where, text in _texts(request, standard.text_words):
        yield ReadText(where, text, text)
    sections = {section.id: section for section in request.sections}
    for table in request.tables:
        section = sections.get(table.section)
        said = f"{section.heading if section else ''} {table.title}"
        if (
            section is None or section.stands_in == "content"
        ) and not standard.text_words.patterns.other.search(said):
            yield from _cells(table, total_words(standard))


def _cells(table: SectionTable, totals: frozenset[str]) -> Iterator[ReadText]:
    """The numbers of a table below headings of a budget, each as a sentence; a row of totals may be of a part of the sheet."""
    columns = [
        column
        for column in table.columns
        if column.unit.strip() and _OF_BUDGET.search(f"{table.title}{column.heading}")
    ]
    for row in table.rows if columns else ():
        named = table.row_name(row)
        if parse_number(named) is not None or is_total_row(table, row, totals):
            continue
        for column in columns:
            text = row.cells.get(column.id, "")
            unit = column.unit.strip()
            if parse_number(text, unit) is not None:
                before = f"{named}の{column.heading.strip()}は".replace("\n", "")
                beside = "" if text.strip().endswith(unit) else unit
                where = place.table_cell(row.id, column.id)
                yield ReadText(where, text, f"{before}{text}{beside}である", len(before), beside)


def _texts(request: Request, words: TextWords) -> Iterator[tuple[Place, str]]:
    for section in request.sections:
        if section.stands_in == "content":
            if "円" in section.heading:
                yield place.section(section.id, "heading"), section.heading
            if section.text and not words.patterns.other.search(section.heading):
                yield place.section(section.id, "text"), section.text
    notes = [(COMMENT, request.assessment.comment)]
    for group in request.groups:
        notes += [(place.group(group.id, "title"), group.title), (place.group(group.id, "note"), group.note)]
    remarks = ((place.line(line.id, "remark"), line.remark) for line in lines_in(request))
    yield from ((where, text) for where, text in chain(notes, remarks) if "円" in text)
