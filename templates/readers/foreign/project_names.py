"""The names of the 事業 that sheets and tables are of: beside their labels, in titles, in sentences, in a column of a table."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable
from typing import Final

from model.standard.standard import Standard
from model.values import fiscal_year
from model.values.fiscal_year import ERA_YEAR, FiscalYear
from templates.readers.foreign.book_years import Tables
from templates.readers.foreign.head_fields import fields_in, label_words, value_at, without_code
from templates.readers.foreign.head_grid import is_of_a_letter
from templates.readers.foreign.title_words import SEPARATORS, TitleWords, any_of
from templates.readers.labels import compact
from templates.readers.tables.cell_amount import written
from templates.readers.tables.columns.columns import label_of
from templates.readers.tables.columns.units import without_unit
from templates.readers.tables.columns.years import year_of_title
from templates.readers.tables.grid import Grid
from templates.readers.tables.headings import FIGURE_KINDS
from templates.readers.tables.understood import Understood

TITLE_ROWS: Final = 8
_HEAD_ROWS: Final = 15
_MOST_OF_HEAD: Final = 4  # cells of a row of the head
_LONGEST_NAME: Final = 120
_MOST_TITLES: Final = 3
_LONGEST_TITLE: Final = 60


def other_names(names: Iterable[str], first: str) -> list[str]:
    """The names of other 事業 than the first, each once; 「農道事業（県営）」 and 「農道事業」 are the same."""
    whole, plain = compact(first), _without_kind(first)
    return list(
        dict.fromkeys(
            name for name in names if compact(name) not in (whole, plain) and _without_kind(name) != whole
        )
    )


def _without_kind(name: str) -> str:
    """A name without its spaces and without the kind in brackets behind it."""
    return re.sub(r"\([^()]{1,30}\)\Z", "", compact(name))


def names_of_sheets(tables: Tables, words: TitleWords) -> list[str]:
    """The 事業名 of each sheet: beside its label; where no sheet has that, the only one that its titles name.

    A name that only titles know (…費), or that stands in a sentence, is taken where the sheets name one alone.
    """
    found = [_labelled_name(grid, words) for grid in tables]
    if not any(found):
        found = [_name_of(grid, tables, words, words.projects) for grid in tables]
    for find in (words.costs, words.in_sentence):
        if not any(found):
            names = [_name_of(grid, tables, words, find) for grid in tables]
            is_one = not other_names(filter(None, names), max(names, key=len, default=""))
            found = names if is_one else found
    return found


def rest_of_titles(tables: Tables, words: TitleWords) -> str:
    """What alone the titles of the sheets say besides their year and what document they are: 「庁舎清掃」 of 「令和8年度　庁舎清掃　要求内訳」; "" for none or several."""
    names = [name for grid in tables if (name := _name_of(grid, tables, words, words.rest))]
    return names[0] if names and not other_names(names, names[0]) else ""


def _name_of(grid: Grid, tables: Tables, words: TitleWords, find: Callable[[str], list[str]]) -> str:
    """The only name that the titles above the tables of a sheet give, else those of its first rows, or its sentences; "" for none or several."""
    first = min((table.rows[0] for table in tables[grid]), default=0)
    rows, above = grid.rows[:TITLE_ROWS], [row for row in grid.rows if row < first]
    for of_head in (above[:TITLE_ROWS], above[-TITLE_ROWS:], rows):
        found: dict[str, str] = {}
        for row in of_head:
            columns = grid.columns(row)
            is_wide = len(columns) > _MOST_TITLES and row >= first
            if is_wide or any(_is_amount(grid, row, column) for column in columns):
                if found:
                    break
                columns = columns[:1] if row == grid.rows[0] else ()  # a figure beside the title
            texts = [grid.text(row, column) for column in columns]
            if find != words.projects and words.names_subjects(" ".join(texts)):
                continue
            for column, text in zip(columns, texts, strict=True):
                is_title = "。" not in text and len(text) <= _LONGEST_TITLE
                if (is_title or find == words.in_sentence) and not _is_labelled(
                    grid, row, column, words.standard
                ):
                    found |= {compact(name): name for name in find(text) if compact(name) not in found}
        if found:
            longest = max(found.values(), key=len)
            return longest if not other_names(found.values(), longest) else ""
    return ""


def _is_amount(grid: Grid, row: int, column: int) -> bool:
    """Whether a cell holds a number, or a text with its unit: 「2,108千円」; no code (「001245」)."""
    found = written(grid, row, column)
    return found is not None and (grid.is_number(row, column) or bool(found.unit))


def _is_labelled(grid: Grid, row: int, column: int, standard: Standard) -> bool:
    """Whether a cell stands behind a label of the head that is none of a name, or has one with its value: 「目：総務管理費」."""
    before = [label_words(grid.text(row, other)) for other in grid.columns(row) if other < column]
    labels = (
        *before[-1:],
        *(field.label for field in fields_in(grid.text(row, column), standard.word_tables.head_labels)),
    )
    return any(
        standard.word_tables.head_labels.get(label, "header/name") != "header/name" for label in labels
    )


def take_titles(grids: list[Grid], name: str, year: FiscalYear, standard: Standard) -> None:
    """Take the cells of titles that say no more than the request has: its name, its year, and what document it is."""
    title = rf"(?P<year>{ERA_YEAR}(?:年度?)?)?{any_of((*standard.workbook_reading.documents, 'の'))}*"
    for grid in grids:
        for row in grid.rows[:TITLE_ROWS]:
            for column in grid.free(row):
                text = grid.text(row, column)
                label, rest = year_of_title(text, is_of_a_budget=False)
                without_name = (rest if label else text).replace(name, "", 1)
                parts = [compact(part) for part in SEPARATORS.split(without_name)]
                found = [re.fullmatch(title, part.replace(compact(name), "", 1)) for part in parts]
                years = {label, *(said["year"] for said in found if said)} - {"", None}
                if (
                    compact(text)
                    and all(found)
                    and not grid.is_number(row, column)
                    and all(named and named.year == year.year for named in map(fiscal_year.parse, years))
                ):
                    grid.take(row, column)


def _labelled_name(grid: Grid, words: TitleWords) -> str:
    """The 事業名 that stands in the head of a sheet beside its label; "" where none does."""
    head = grid.rows[:_HEAD_ROWS]
    return next((name for row, _, name in all_names_of(grid, words, set()) if row in head), "")


def all_names_of(grid: Grid, titles: TitleWords, headings: set[int]) -> list[tuple[int, int, str]]:
    """Every 事業名 that stands beside its label or behind a colon, with its cell, from above; none in headings of tables.

    What a letter is about (件名) is none where another label gives the name.
    """
    standard, words = titles.standard, titles.standard.workbook_reading
    labels, subjects = ({*map(compact, of)} for of in (words.labels["header/name"], words.subjects))
    found: list[tuple[str, tuple[int, int, str]]] = []
    for row in grid.rows:
        columns = grid.columns(row)
        if row in headings or len(columns) > _MOST_OF_HEAD:
            continue
        for column, right in itertools.pairwise(columns):
            label, text = label_words(grid.text(row, column)), grid.text(row, right)
            if label not in labels or grid.is_number(row, right):
                continue
            if label_of(text, None, standard).kind not in FIGURE_KINDS:  # no heading
                found.append((label, (row, right, value_at("header/name", text))))
        for column in columns:
            for field in fields_in(grid.text(row, column), standard.word_tables.head_labels):
                if field.label in labels:
                    found.append((field.label, (row, column, without_unit(field.value).strip())))
    found = [
        (label, (row, column, name))
        for label, (row, column, text) in found
        if len(text) <= _LONGEST_NAME and (name := _name_at(label in subjects, text, titles))
    ]
    named = [name for label, name in found if label not in subjects]
    return named or [name for _, name in found]


def _name_at(is_subject: bool, text: str, titles: TitleWords) -> str:
    """The name in what stands behind a label of names, or behind that of what a letter is about; "" where there is none."""
    if is_subject and (name := titles.subject(text)):
        return name
    return "" if is_subject and is_of_a_letter(text, titles.standard) else titles.without_marks(text)


def names_in_column(table: Understood, standard: Standard, *, is_named: bool) -> list[str]:
    """The 事業 that a column of a table names beside its lines, each once.

    Where the book names its 事業 elsewhere (``is_named``), what a column lists under other words are parts of it.
    """
    words = standard.workbook_reading.labels["header/name"]
    labels = {*map(compact, words)} - {*map(compact, standard.workbook_reading.subjects)}
    ends = tuple(standard.workbook_reading.name_ends)
    lines = [row.row for row in table.of_kind("line")]
    for column, label in table.headings.labels.items():
        role, heading = table.roles.get(column), compact(label.text)
        texts = (without_code(table.grid.text(row, column)) for row in lines)
        names = list(dict.fromkeys(filter(None, texts)))
        is_headed = heading in labels or f"{heading}名" in labels
        is_of_all = len(names) == 1 < len(lines) and (is_headed or heading.endswith(compact(words[0])))
        if (heading in labels or is_of_all) and role != "text":
            return names  # 「細事業名」 is that of the 事業, where all lines have one
        may_list = not is_named and len(names) > 1 and role in ("text", "other", "remark", "object_class")
        are_projects = all(compact(name).endswith(ends) for name in names)
        if may_list and ((is_headed and role != "text") or are_projects):
            return names
    return []
