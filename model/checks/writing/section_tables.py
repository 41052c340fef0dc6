"""Checks of the tables of the narrative that are no cost tables: numbers, sums, and what the text says of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from model.checks.case import Case
from model.checks.finding import return_to_derived
from model.checks.quoted import shortened
from model.checks.rule import Found, WholeCheck
from model.request import place
from model.request.section_table import SectionTable, TableColumn
from model.totals.section_tables import ColumnSum, column_sum, is_total_row, subtotals, total_words
from model.values.amount import SENTENCE_MINUS, half_width
from model.values.exact_number import format_number, parse_number
from model.values.pattern import lazy_pattern

_SOURCE: Final = "表の計と行の照合（数の合わない表は、そのまま公表される）"
_NUMBER: Final = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"
_PLACES: Final = "箇所"
_ALL_PLACES: Final = lazy_pattern(
    rf"全(?P<number>[0-9]{{1,3}}(?:,[0-9]{{3}})+|[0-9]{{1,6}})\s?(?:{_PLACES}|[かカヵヶケ]所)"
)


@WholeCheck.rule("table-number", "本文の表で計を出す列のセルは、数か空欄。", _SOURCE, "warning")
def cells_that_are_added_up_are_numbers(case: Case) -> Iterator[Found]:
    """A cell of a column that is added up holds a number, a dash, or nothing; with words in it there is no 計."""
    for table, column, added in _summed(case):
        for row_id in added.unreadable:
            text = next(row.cells[column.id] for row in table.rows if row.id == row_id)
            yield Found(
                place.table_cell(row_id, column.id),
                f"{_named(table)}の「{column.heading}」の「{shortened(text)}」は数として読めないので、計を出していません。"
                "数に直すか、「計を出す」をやめてください。",
            )


@WholeCheck.rule("table-total", "本文の表の計は、行の和。", _SOURCE, "error")
def totals_are_the_sums_of_their_rows(case: Case) -> Iterator[Found]:
    """A total that was typed over the sum of the rows, and a 小計 within the table, are what they add up."""
    for table, column, found in _summed(case):
        typed = parse_number(column.total, column.unit)
        if typed is not None and found.value is not None and typed != found.value:
            where = place.table_column(column.id, "total")
            yield Found(
                where,
                f"{_named(table)}の「{column.heading}」の計は {_shown(typed, column)} ですが、行の和は {_shown(found.value, column)} です。"
                "行を直すか、計算値に戻してください。",
                fix=return_to_derived(where),
            )
        for row, said, added in subtotals(table, column, total_words(case.standard)):
            if said != added:
                yield Found(
                    place.table_cell(row.id, column.id),
                    f"{_named(table)}の「{column.heading}」の小計は {_shown(said, column)} ですが、上の行の和は {_shown(added, column)} です。"
                    "どちらかを直してください。",
                )


@WholeCheck.rule("table-text", "本文に書いた表の計は、その表の計と同じ。", _SOURCE, "warning")
def totals_in_a_text_are_those_of_the_table(case: Case) -> Iterator[Found]:
    """「延長は計2.5km」 in the section of a table whose column 延長 (km) adds up to 2.25.

    Only a number with the unit of the column right behind its heading is held against it; that of a row is left alone.
    「全12箇所」 without a heading is the number of rows only where the title says that the table lists 箇所.
    """
    yield from _places_that_are_not_listed(case, total_words(case.standard))
    texts = {section.id: section.text for section in case.request.sections}
    for table, column, added in _summed(case):
        total, text = added.value, texts.get(table.section, "")
        if total is None or not text or not column.heading.strip() or not column.unit.strip():
            continue
        known = {total, parse_number(column.total, column.unit)}
        known |= {parse_number(row.cells.get(column.id, ""), column.unit) for row in table.rows}
        for said in _said(text, column):
            if said not in known:
                yield Found(
                    place.section(table.section, "text"),
                    f"本文に「{column.heading.strip()}」が {_shown(said, column)} とありますが、{_named(table)}の計は {_shown(total, column)} です。"
                    "どちらかを直してください。",
                )


def _places_that_are_not_listed(case: Case, words: frozenset[str]) -> Iterator[Found]:
    """「全12箇所」 above the one table of a section whose title says 箇所, and which has another number of rows.

    Where a column counts 箇所 a row stands for several, and its total is the number, too.
    """
    for section in case.request.sections:
        own = (table for table in case.request.tables if table.section == section.id)
        lists = [table for table in own if _PLACES in table.title]
        if len(lists) != 1:
            continue
        (table,) = lists
        count = sum(bool(row.cells) and not is_total_row(table, row, words) for row in table.rows)
        counted = [column for column in table.columns if _is_count(column)]
        known = {count, *(column_sum(table, column, words).value for column in counted)}
        if not count or None in known:
            continue  # nothing is listed yet, or how many the rows stand for cannot be read
        for match in _ALL_PLACES.finditer(half_width(section.text)):
            if Decimal(match["number"].replace(",", "")) not in known:
                yield Found(
                    place.section(section.id, "text"),
                    f"本文に「{match[0]}」とありますが、{_named(table)}の行は {count} です。どちらかを直してください。",
                )


def _is_count(column: TableColumn) -> bool:
    """Whether a column says of how many 箇所 each row is."""
    return _PLACES in column.unit or f"{_PLACES}数" in column.heading


def _summed(case: Case) -> Iterator[tuple[SectionTable, TableColumn, ColumnSum]]:
    """The columns that are added up, each with what it comes to."""
    words = total_words(case.standard)
    for table in case.request.tables:
        for column in table.columns:
            if column.summed:
                yield table, column, column_sum(table, column, words)


def _said(text: str, column: TableColumn) -> Iterator[Decimal]:
    """The numbers with the column's unit that a text gives right behind the column's heading."""
    heading, unit = (re.escape(half_width(words).strip()) for words in (column.heading, column.unit))
    pattern = re.compile(
        rf"{heading}(?:の(?:計|合計|総数|総計))?[はがも:]?(?:計|合計|全部で|合わせて)?\s?(?P<number>{_NUMBER})\s?{unit}"
    )
    for match in pattern.finditer(half_width(text)):
        yield Decimal(match["number"].replace(",", ""))


def _named(table: SectionTable) -> str:
    return f"表「{shortened(table.title.strip())}」" if table.title.strip() else "題のない表"


def _shown(number: Decimal, column: TableColumn) -> str:
    return f"{format_number(number, SENTENCE_MINUS)}{column.unit}"
