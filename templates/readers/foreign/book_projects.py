"""Which 事業 a book is about: by its labels, else by the one that its titles name; of several one is read, and it is asked."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from math import inf
from typing import Final

from model.edits.fields import clean_text
from model.language import phrase
from model.request.place import Place
from model.standard.standard import Standard
from model.values import fiscal_year
from model.values.fiscal_year import ERA_YEAR, FiscalYear
from templates.readers.foreign.head_grid import INLINE, label_words
from templates.readers.labels import compact
from templates.readers.reading import Unread, cut
from templates.readers.tables.columns.columns import label_of
from templates.readers.tables.columns.years import year_of_title
from templates.readers.tables.grid import Grid
from templates.readers.tables.headings import FIGURE_KINDS
from templates.readers.tables.question import Question
from templates.readers.tables.understood import Understood

_SEPARATORS: Final = re.compile(r"[◆◇■□●○▲▼★☆※\s　:：/／「」『』【】()（）〔〕\[\]<>＜＞,，、]+")
_EXAMPLE: Final = phrase("記入の見本のシートなので、文字のまま残しました。")
_ONE_ALONE: Final = phrase("一つの要求書には一つの事業しか入りません。")
_ONE_READ: Final = phrase(
    "シートごとに事業名が違います。「{first}」だけを読み、ほかの事業のシートは文字のまま残しました。"
)
_SEVERAL_ON_SHEET: Final = phrase(
    "一つのシートに事業名が{count}つあります。「{first}」の要求書に、シートの表をすべて入れました。"
)
_SEVERAL_IN_ROWS: Final = phrase(
    "行によって事業名が違います（「{names}」）。すべての行を一つの要求書に入れました。"
)
_TITLE_ROWS: Final = 8
_MOST_TITLES: Final = 3
_LONGEST_TITLE: Final = 60


def one_project(
    grids: list[Grid], standard: Standard, decided: str, asked: list[tuple[Place, Question]]
) -> tuple[list[Grid], list[Grid]]:
    """The sheets of the 事業 that was decided on, else of the first that is named, and those of others, which stay text."""
    names = names_of_sheets(grids, standard)
    first = decided or next(filter(None, names), "")
    rest = _others(filter(None, names), first)
    others = [grid for grid, name in zip(grids, names, strict=True) if name in rest]
    if others and not decided:
        question = Question(
            "tab",
            others[0].sheet.title,
            phrase(_ONE_READ, first=first),
            f"「{first}」",
            tuple(f"「{name}」" for name in rest),
            _ONE_ALONE,
            answers=(first, *rest),
        )
        asked.append(("header/name", question))
    return [grid for grid in grids if grid not in others], others


def without_examples(
    grids: list[Grid], standard: Standard, unread: list[Unread]
) -> tuple[list[Grid], list[Grid]]:
    """The sheets, and apart from them those that only show how the form is filled in, which stay text."""
    words = standard.workbook_reading.examples
    examples = [
        grid
        for grid in grids
        if compact(grid.sheet.title) in words
        or any(
            any(f"{sign}{word}" in compact(grid.text(row, column)) for sign in "【[(〔<" for word in words)
            for row in grid.rows[:2]
            for column in grid.columns(row)
        )
    ]
    if len(examples) == len(grids):
        return grids, []
    unread += [Unread(grid.sheet.title, "", _EXAMPLE) for grid in examples]
    return [grid for grid in grids if grid not in examples], examples


def several_projects(grid: Grid, names: list[tuple[int, int, str]]) -> list[tuple[Place, Question]]:
    """The question of a sheet on which several 事業 stand below each other: their costs came in together."""
    first = names[0][2] if names else ""
    rest = _others((name for *_, name in names), first)
    if not rest:
        return []
    row, column, _ = next(name for name in names if name[2] in rest)
    said = phrase(_SEVERAL_ON_SHEET, count=len(rest) + 1, first=cut(first, 40))
    return [("header/name", _asked_of_several(grid, row, column, said, rest))]


def several_in_titles(
    tables: Sequence[Understood], name: str, standard: Standard
) -> list[tuple[Place, Question]]:
    """The question of tables each below the name of another 事業, of which the first is taken for that of the request."""
    titled = [(table, own[0]) for table in tables if (own := _names_in(table.title, standard))]
    names = {compact(own) for _, own in titled}
    if len(names) < 2 or compact(name) not in names:
        return []
    rest = _others((own for _, own in titled), name)
    table = next(table for table, own in titled if own in rest)
    row, column = next(iter(table.title_cells), (table.headings.rows[0], table.headings.columns[0]))
    said = phrase(_SEVERAL_ON_SHEET, count=len(rest) + 1, first=cut(name, 40))
    return [("header/name", _asked_of_several(table.grid, row, column, said, rest))]


def _others(names: Iterable[str], first: str) -> list[str]:
    """The names of other 事業 than the first, each once."""
    return list(dict.fromkeys(name for name in names if compact(name) != compact(first)))


def _asked_of_several(grid: Grid, row: int, column: int, said: str, others: Sequence[str]) -> Question:
    """The question of several 事業 all of which came in."""
    return Question(
        "tab",
        grid.where(row, column),
        said,
        phrase("すべて一つの事業"),
        tuple(phrase("「{name}」は別の事業", name=cut(name, 40)) for name in others),
        _ONE_ALONE,
        row=row,
        column=column,
    )


def names_of_sheets(grids: list[Grid], standard: Standard) -> list[str]:
    """The 事業名 of each sheet: beside its label; where no sheet has that, the only one that the titles of the sheet name."""
    labelled = [_labelled_name(grid, standard) for grid in grids]
    return labelled if any(labelled) else [_titled_name(grid, standard) for grid in grids]


def _titled_name(grid: Grid, standard: Standard) -> str:
    found: dict[str, str] = {}
    for row in grid.rows[:_TITLE_ROWS]:
        columns = grid.columns(row)
        if len(columns) > _MOST_TITLES or any(grid.is_number(row, column) for column in columns):
            if found:
                break
            continue
        for text in (grid.text(row, column) for column in columns):
            if "。" in text or len(text) > _LONGEST_TITLE:
                continue
            for name in _names_in(text, standard):
                found.setdefault(compact(name), name)
    return next(iter(found.values())) if len(found) == 1 else ""


def _names_in(title: str, standard: Standard) -> list[str]:
    """The 事業名 that stand in a title: no kind of 事業 (新規事業), and no words that only end like one."""
    words = standard.workbook_reading
    generic = {compact(word) for header in standard.header_words for word in header.business_classes}
    generic |= set(map(compact, words.no_names))
    pattern = _name_pattern(standard)
    names = [named["name"] for part in _SEPARATORS.split(title) if (named := re.fullmatch(pattern, part))]
    return [name for name in names if name not in generic and not name.endswith(tuple(words.no_name_ends))]


def _name_pattern(standard: Standard) -> str:
    """The expression of a part of a title with a name, a year before it and the words of a document behind it."""
    words = standard.workbook_reading
    ends = sorted(words.name_ends, key=len, reverse=True)
    return (
        rf"(?:{ERA_YEAR}(?:年度?)?|[0-9]{{4}}年度)?{_any_of(words.before_names)}*の?"
        rf"(?P<name>.{{2,38}}{_any_of(ends)})(?:に係る|に関する|の|関係)?{_any_of((*words.documents, *words.of_documents))}*"
    )


def _any_of(words: Iterable[str]) -> str:
    """The expression of one of some words of the Standard, whatever signs stand in them."""
    return f"(?:{'|'.join(map(re.escape, words))})"


def take_titles(grids: list[Grid], name: str, year: FiscalYear, standard: Standard) -> None:
    """Take the cells of titles that say no more than the request has: its name, its year, and what document it is."""
    title = rf"(?P<year>{ERA_YEAR}(?:年度?)?)?{_any_of((*standard.workbook_reading.documents, 'の'))}*"
    for grid in grids:
        for row in grid.rows[:_TITLE_ROWS]:
            for column in grid.free(row):
                text = grid.text(row, column)
                label, rest = year_of_title(text, is_of_a_budget=False)
                parts = [compact(part) for part in _SEPARATORS.split(rest if label else text)]
                found = [re.fullmatch(title, part.replace(compact(name), "", 1)) for part in parts]
                years = {label, *(said["year"] for said in found if said)} - {"", None}
                if (
                    any(parts)
                    and all(found)
                    and not grid.is_number(row, column)
                    and all(named and named.year == year.year for named in map(fiscal_year.parse, years))
                ):
                    grid.take(row, column)


def asked_of_document(grids: list[Grid], standard: Standard) -> Iterator[Question]:
    """The question of a book that is called another document (契約書), and nowhere says that it asks for a budget."""
    words = standard.workbook_reading
    titles = [
        (grid, row, column, grid.text(row, column))
        for grid in grids
        for row in grid.rows[:_TITLE_ROWS]
        for column in grid.columns(row)
    ]
    other = next((found for found in titles if any(word in found[3] for word in words.other_documents)), None)
    if other is None or any(grid.first_with(words.requests) < inf for grid in grids):
        return
    grid, row, column, text = other
    yield Question(
        "tab",
        grid.where(row, column),
        phrase(
            "「{text}」とあり、予算の要求とはどこにも書かれていません。表の額を要求額として読みました。",
            text=cut(text, 30),
        ),
        phrase("要求額"),
        (),
        phrase("要求や予算の言葉が、題名にも見出しにもありません。"),
        row=row,
        column=column,
    )


def _labelled_name(grid: Grid, standard: Standard) -> str:
    """The 事業名 that stands on a sheet beside its label; "" where none does."""
    labels = {compact(word) for word in standard.workbook_reading.labels["header/name"]}
    for row in grid.rows[:15]:
        columns = grid.columns(row)
        for column, right in itertools.pairwise(columns):
            text = grid.text(row, right)
            is_heading = label_of(text, None, standard).kind in FIGURE_KINDS
            if (
                label_words(grid.text(row, column)) in labels
                and len(columns) <= 4
                and len(text) <= 120
                and not is_heading
            ):
                return text
    return ""


def all_names_of(grid: Grid, standard: Standard, headings: set[int]) -> list[tuple[int, int, str]]:
    """Every 事業名 that stands beside its label or behind a colon, with its cell, from above; none in headings of tables."""
    labels = {compact(word) for word in standard.workbook_reading.labels["header/name"]}
    found: list[tuple[int, int, str]] = []
    for row in grid.rows:
        columns = grid.columns(row)
        if row in headings or len(columns) > 4:
            continue
        for column, right in itertools.pairwise(columns):
            if not grid.is_number(row, right) and label_words(grid.text(row, column)) in labels:
                found.append((row, right, grid.text(row, right)))
        for column in columns:
            inline = INLINE.fullmatch(grid.text(row, column))
            if inline and label_words(inline[1]) in labels:
                found.append((row, column, clean_text(inline[2]).strip()))
    return [name for name in found if len(name[2]) <= 120]


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
        names = list(dict.fromkeys(text for row in lines if (text := table.grid.text(row, column))))
        is_headed = heading in labels or f"{heading}名" in labels
        of_part = len(names) == 1 < len(lines) and heading.endswith(compact(words[0]))
        if (heading in labels or of_part) and role != "text":
            return names  # 「細事業名」 is that of the 事業, where all lines have one
        may_list = not is_named and len(names) > 1 and role in ("text", "other", "remark", "object_class")
        are_projects = all(compact(name).endswith(ends) for name in names)
        if may_list and ((is_headed and role != "text") or are_projects):
            return names
    return []


def several_in_column(table: Understood, names: list[str]) -> Question:
    """The question of a table whose lines belong to several 事業."""
    row, column = table.headings.rows[0], table.headings.columns[0]
    said = phrase(_SEVERAL_IN_ROWS, names=cut("」「".join(names), 60))
    return _asked_of_several(table.grid, row, column, said, names[1:])
