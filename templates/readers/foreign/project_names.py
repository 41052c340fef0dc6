"""The names of the 事業 that sheets and tables are of: beside their labels, in titles, in sentences, in a column of a table."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from typing import Final

from model.standard.standard import Standard
from model.values import fiscal_year
from model.values.fiscal_year import ERA_YEAR, FiscalYear
from templates.readers.foreign.head_fields import fields_in, label_words, value_at, without_code
from templates.readers.foreign.head_grid import is_of_a_letter
from templates.readers.labels import compact, source_labels
from templates.readers.tables.cell_amount import written
from templates.readers.tables.columns.columns import label_of
from templates.readers.tables.columns.units import without_unit
from templates.readers.tables.columns.years import year_of_title
from templates.readers.tables.grid import Grid
from templates.readers.tables.headings import FIGURE_KINDS
from templates.readers.tables.understood import Understood

SEPARATORS: Final = re.compile(r"[_＿◆◇■□●○▲▼★☆※\s　:：/／「」『』【】()（）〔〕\[\]<>＜＞,，、]+")
_PART: Final = re.compile(
    r"(?:「[^「」]*」|『[^『』]*』|[^_＿◆◇■□●○▲▼★☆※\s　:：/／「」『』【】()（）〔〕\[\]<>＜＞,，、])+"
)  # what stands between separators, with what it quotes: 「企画展「海の道」開催費」
_QUOTE: Final = re.compile("[「『]([^「」『』]*)[」』]")
_KIND: Final = re.compile(r"[(（][^()（）]{1,30}[)）]")
TITLE_ROWS: Final = 8
_HEAD_ROWS: Final = 15
_MOST_OF_HEAD: Final = 4  # cells of a row of the head
_LONGEST_NAME: Final = 120
_MOST_TITLES: Final = 3
_LONGEST_TITLE: Final = 60


def other_names(names: Iterable[str], first: str) -> list[str]:
    """The names of other 事業 than the first, each once; one without the kind in brackets that the other has is the same."""
    whole, plain = compact(first), _without_kind(first)
    return list(
        dict.fromkeys(
            name for name in names if compact(name) not in (whole, plain) and _without_kind(name) != whole
        )
    )


def _without_kind(name: str) -> str:
    """A name without its spaces and without the kind in brackets behind it."""
    return re.sub(r"\([^()]{1,30}\)\Z", "", compact(name))


def names_of_sheets(grids: list[Grid], standard: Standard) -> list[str]:
    """The 事業名 of each sheet: beside its label; where no sheet has that, the only one that its titles name.

    A name that only titles know (…費), or that stands in a sentence, is taken where the sheets name one alone.
    """
    words = standard.workbook_reading
    found = [_labelled_name(grid, standard) for grid in grids]
    if not any(found):
        found = [_name_of(grid, _name_pattern(standard, words.name_ends), standard) for grid in grids]
    ends = (*words.name_ends, *words.title_ends)
    weaker = ((_name_pattern(standard, words.title_ends), False), (_sentence_pattern(ends), True))
    for pattern, is_of_sentences in weaker:
        if not any(found):
            names = [_name_of(grid, pattern, standard, is_of_sentences=is_of_sentences) for grid in grids]
            longest = max(names, key=len, default="")
            found = found if other_names(filter(None, names), longest) else names
    return found


def _name_of(grid: Grid, pattern: str, standard: Standard, *, is_of_sentences: bool = False) -> str:
    """The only name that the titles of a sheet, or the sentences above its table, give; "" for none or several."""
    found: dict[str, str] = {}
    for row in grid.rows[:TITLE_ROWS]:
        columns = grid.columns(row)
        if len(columns) > _MOST_TITLES or any(_is_amount(grid, row, column) for column in columns):
            if found:
                break
            columns = columns[:1] if row == grid.rows[0] else ()  # a figure beside the title
        for column in columns:
            text = grid.text(row, column)
            is_title = "。" not in text and len(text) <= _LONGEST_TITLE
            if not (is_title or is_of_sentences) or _is_labelled(grid, row, column, standard):
                continue
            in_sentence = [named["name"] for named in re.finditer(pattern, text)] if is_of_sentences else []
            for name in _without_others(in_sentence or _parts(text, pattern, standard), standard):
                found.setdefault(compact(name), name)
    longest = max(found.values(), key=len, default="")
    return longest if not other_names(found.values(), longest) else ""


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


def names_in(title: str, standard: Standard) -> list[str]:
    """The 事業名 that stand in a title and end like one."""
    return _without_others(
        _parts(title, _name_pattern(standard, standard.workbook_reading.name_ends), standard), standard
    )


def _parts(title: str, pattern: str, standard: Standard) -> list[str]:
    """The names that stand in the parts of a title, each with its quotes and with the kind in brackets behind it."""
    found: list[str] = []
    text = fiscal_year.in_figures(title)
    for part in _PART.finditer(text):
        if named := re.fullmatch(pattern, part[0]):
            kind = _KIND.match(text, part.end()) if named.end("name") == len(part[0]) else None
            is_kind = kind is not None and _says_kind(kind[0][1:-1], standard)
            found.append(named["name"] + (kind[0] if kind and is_kind else ""))
        else:
            inside = (re.fullmatch(pattern, quoted) for quoted in _QUOTE.findall(part[0]))
            found += [named["name"] for named in inside if named]
    return found


def _says_kind(words: str, standard: Standard) -> bool:
    """Whether words in brackets behind a name are a kind of 事業 that belongs to it: 「（県営）」; a section, a state of the sheet, a source are none."""
    plain, reading = compact(words), standard.workbook_reading
    return plain.endswith(tuple(reading.name_kinds)) and plain not in source_labels(standard)


def _without_others(names: Iterable[str], standard: Standard) -> list[str]:
    """The names without kinds of 事業 (新規事業), 節, words of documents, and words that only end like a name."""
    words = standard.workbook_reading
    generic = {compact(word) for header in standard.header_words for word in header.business_classes}
    generic |= {
        *map(compact, words.no_names),
        *standard.word_tables.object_class_names,
        *source_labels(standard),
    }
    return [
        name
        for name in names
        if compact(name).removesuffix("等") not in generic
        and not name.removesuffix("等").endswith(tuple(words.no_name_ends))
        and not any(word in name for word in words.requests if not name.endswith(tuple(words.name_ends)))
    ]


def _name_pattern(standard: Standard, ends: Iterable[str]) -> str:
    """The expression of a part of a title with a name, a year before it and the words of a document behind it."""
    words = standard.workbook_reading
    ends_of_sections = any_of(words.section_ends)
    section = (
        rf"(?:[^・の]{{1,10}}{ends_of_sections}[・の](?!.*{ends_of_sections}))?" if words.section_ends else ""
    )
    return (
        rf"(?:{ERA_YEAR}(?:年度?)?|[0-9]{{4}}年度)?{any_of(words.before_names)}*の?{section}"
        rf"(?P<name>.{{2,38}}{any_of(_longest_first(ends))}等?)(?:に係る|に関する|の|関係)?{any_of((*words.documents, *words.of_documents))}*"
    )


def _sentence_pattern(ends: Iterable[str]) -> str:
    """The expression of a name in a sentence, in its quotes or behind its year: 「令和9年度の砂防維持管理費を要求します」."""
    name = rf"(?P<name>[^\s、\u3002「」『』()（）をはがに]{{2,38}}{any_of(_longest_first(ends))})"
    return rf"(?:(?:{ERA_YEAR}|[0-9]{{4}})(?:年度)?(?:当初)?(?:予算)?(?:要求)?の|[「『]){name}(?=[」』をはの、]|について)"


def _longest_first(words: Iterable[str]) -> list[str]:
    return sorted(words, key=len, reverse=True)


def any_of(words: Iterable[str]) -> str:
    """The expression of one of some words of the Standard, whatever signs stand in them."""
    return f"(?:{'|'.join(map(re.escape, words))})"


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


def _labelled_name(grid: Grid, standard: Standard) -> str:
    """The 事業名 that stands in the head of a sheet beside its label; "" where none does."""
    head = grid.rows[:_HEAD_ROWS]
    return next((name for row, _, name in all_names_of(grid, standard, set()) if row in head), "")


def all_names_of(grid: Grid, standard: Standard, headings: set[int]) -> list[tuple[int, int, str]]:
    """Every 事業名 that stands beside its label or behind a colon, with its cell, from above; none in headings of tables.

    What a letter is about (件名) is none where another label gives the name.
    """
    words = standard.workbook_reading
    labels, subjects = ({*map(compact, of)} for of in (words.labels["header/name"], words.subjects))
    found: list[tuple[str, tuple[int, int, str]]] = []
    for row in grid.rows:
        columns = grid.columns(row)
        if row in headings or len(columns) > _MOST_OF_HEAD:
            continue
        for column, right in itertools.pairwise(columns):
            label, text = label_words(grid.text(row, column)), grid.text(row, right)
            is_heading = label_of(text, None, standard).kind in FIGURE_KINDS
            if label in labels and not grid.is_number(row, right) and not is_heading:
                found.append((label, (row, right, value_at("header/name", text))))
        for column in columns:
            for field in fields_in(grid.text(row, column), standard.word_tables.head_labels):
                if field.label in labels:
                    found.append((field.label, (row, column, without_unit(field.value).strip())))
    found = [
        (label, name)
        for label, name in found
        if len(name[2]) <= _LONGEST_NAME and not (label in subjects and is_of_a_letter(name[2], standard))
    ]
    named = [name for label, name in found if label not in subjects]
    return named or [name for _, name in found]


def names_in_column(table: Understood, standard: Standard, *, is_named: bool) -> list[str]:
    """The 事業 that a column of a table names beside its lines, each once.

    Where the book names its 事業 elsewhere (``is_named``), what a column lists under other words are parts of it.
    """
    words = standard.workbook_reading.labels["header/name"]
    labels = set(map(compact, words))
    ends = tuple(standard.workbook_reading.name_ends)
    lines = [row.row for row in table.rows if row.summed.kind == "line"]
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
