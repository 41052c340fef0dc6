"""Of several 事業 in a book, which one is read, what stays text, and what is asked; the question of a book that is another document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import inf
from typing import Final

from model.language import phrase
from model.standard.standard import Standard
from templates.readers.books.cells import At
from templates.readers.foreign.book_years import Tables
from templates.readers.foreign.project_names import (
    TITLE_ROWS,
    names_of_sheets,
    other_names,
)
from templates.readers.foreign.title_words import SEPARATORS, TitleWords
from templates.readers.labels import compact
from templates.readers.reading import Unread, cut
from templates.readers.tables.grid import Grid
from templates.readers.tables.question import Question, asked_of_cell
from templates.readers.tables.understood import Understood

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


def one_project(
    tables: Tables, words: TitleWords, decided: str, asked: list[Question]
) -> tuple[list[Grid], list[Grid]]:
    """The sheets of the 事業 that was decided on, else of the first that is named, and those of others, which stay text."""
    names = names_of_sheets(tables, words)
    named = [(grid, name) for grid, name in zip(tables, names, strict=True) if name]
    own = [(grid, name) for grid, name in named if not _is_marked(_first_words(grid), words.standard)]
    first = decided or next((name for _, name in (*own, *named)), "")
    rest = other_names((name for _, name in named), first)
    asked_of = [grid for grid, name in own if name in rest]
    if asked_of and not decided:
        question = Question(
            "tab",
            asked_of[0].sheet.title,
            phrase(_ONE_READ, first=first),
            f"「{first}」",
            tuple(f"「{name}」" for name in rest),
            _ONE_ALONE,
            answers=(first, *rest),
            place="header/name",
        )
        asked.append(question)
    others = [grid for grid, name in named if name in rest]
    return [grid for grid in tables if grid not in others], others


def without_examples(
    grids: list[Grid], standard: Standard, unread: list[Unread]
) -> tuple[list[Grid], list[Grid]]:
    """The sheets, and apart from them those that only show how the form is filled in, which stay text."""
    words = standard.workbook_reading.examples
    marks = [f"{sign}{word}" for sign in "【[(〔<" for word in words]
    examples = [
        grid
        for grid in grids
        if compact(grid.sheet.title) in words
        or any(
            mark in text
            for text in (compact(text) for *_, text in grid.cells(grid.rows[:2]))
            for mark in marks
        )
    ]
    if len(examples) == len(grids):
        return grids, []
    unread += [Unread(grid.sheet.title, "", _EXAMPLE) for grid in examples]
    return [grid for grid in grids if grid not in examples], examples


def several_projects(grid: Grid, names: list[tuple[int, int, str]]) -> Iterator[Question]:
    """The question of a sheet on which several 事業 stand below each other: their costs came in together."""
    first = names[0][2] if names else ""
    if rest := other_names((name for *_, name in names), first):
        row, column, _ = next(name for name in names if name[2] in rest)
        said = phrase(_SEVERAL_ON_SHEET, count=len(rest) + 1, first=cut(first, 40))
        yield _asked_of_several(grid, (row, column), said, rest)


def several_in_titles(tables: Sequence[Understood], name: str, words: TitleWords) -> Iterator[Question]:
    """The question of tables each below the name of another 事業, of which the first is taken for that of the request."""
    titled = [(table, own[0]) for table in tables if (own := words.projects(table.title))]
    names = {compact(own) for _, own in titled}
    rest = list(dict.fromkeys(own for _, own in titled if compact(own) != compact(name)))
    if rest and compact(name) in names:
        table = next(table for table, own in titled if own in rest)
        said = phrase(_SEVERAL_ON_SHEET, count=len(rest) + 1, first=cut(name, 40))
        yield _asked_of_several(table.grid, next(iter(table.title_cells), table.first_cell), said, rest)


def for_reference(table: Understood, name: str, words: TitleWords) -> bool:
    """Whether the title of a table says that it is of another 事業 than the request's, for reference: 「（参考）港湾管理事業　R8要求」."""
    if not (name and _is_marked(table.title, words.standard)):
        return False
    named = words.projects(table.title)
    return bool(named) and len(other_names(named, name)) == len(set(named))


def _is_marked(title: str, standard: Standard) -> bool:
    """Whether a title begins with a word that marks its table as a reference: 「（参考）…」, 「参考：…」."""
    parts = [part for part in SEPARATORS.split(title) if part]
    return len(parts) > 1 and compact(parts[0]) in standard.workbook_reading.reference_titles


def _first_words(grid: Grid) -> str:
    """What stands first on a sheet."""
    return grid.text(grid.rows[0], grid.columns(grid.rows[0])[0]) if grid.rows else ""


def _asked_of_several(grid: Grid, cell: At, said: str, others: Sequence[str]) -> Question:
    """The question of several 事業 all of which came in."""
    readings = tuple(phrase("「{name}」は別の事業", name=cut(name, 40)) for name in others)
    asked = asked_of_cell(grid, cell, "tab", said, phrase("すべて一つの事業"), readings, _ONE_ALONE)
    return asked._replace(place="header/name")


def asked_of_document(grids: list[Grid], standard: Standard) -> Iterator[Question]:
    """The question of a book that is called another document (契約書), and nowhere says that it asks for a budget."""
    words = standard.workbook_reading
    titles = [(grid, *cell) for grid in grids for cell in grid.cells(grid.rows[:TITLE_ROWS])]
    other = next((found for found in titles if any(word in found[3] for word in words.other_documents)), None)
    if other is None or any(grid.first_with(words.requests) < inf for grid in grids):
        return
    grid, row, column, text = other
    yield asked_of_cell(
        grid,
        (row, column),
        "tab",
        phrase(
            "「{text}」とあり、予算の要求とはどこにも書かれていません。表の額を要求額として読みました。",
            text=cut(text, 30),
        ),
        phrase("要求額"),
        (),
        phrase("要求や予算の言葉が、題名にも見出しにもありません。"),
    )


def several_in_column(table: Understood, names: list[str]) -> Question:
    """The question of a table whose lines belong to several 事業."""
    said = phrase(_SEVERAL_IN_ROWS, names=cut("」「".join(names), 60))
    return _asked_of_several(table.grid, table.first_cell, said, names[1:])
