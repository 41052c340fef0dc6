"""Which fiscal year a book is of: by its head, its titles, its headings; sheets and tables of other years are apart."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain
from typing import Final, TypeAlias

from model.language import phrase
from model.request.place import FISCAL_YEAR, Place
from model.standard.standard import Standard
from model.values import fiscal_year
from model.values.amount import half_width, parse_written
from model.values.fiscal_year import FiscalYear
from templates.readers.labels import compact
from templates.readers.reading import Unread
from templates.readers.tables.calling import asks, calling
from templates.readers.tables.columns.columns import label_of, latest_year, with_next_year
from templates.readers.tables.columns.years import year_in_heading, year_of_title
from templates.readers.tables.decisions import Decisions
from templates.readers.tables.grid import Grid
from templates.readers.tables.headings import Headings
from templates.readers.tables.lines import Table
from templates.readers.tables.question import Question

_PAST: Final = 5  # years back that a request may be of
_TITLE_ROWS: Final = 6
_MOST_TITLES: Final = 3
_DATE: Final = re.compile(rf"(?P<year>{fiscal_year.ERA_YEAR})[年.]\s*(?P<month>[0-9]{{1,2}})[月.]")
_ERA_YEAR: Final = re.compile(fiscal_year.ERA_YEAR)
_ASKED_YEAR: Final = re.compile(rf"{fiscal_year.ERA_YEAR}(?=(?:年度)?の?(?:当初)?(?:予算)?の?要求)")
_THIS_YEAR: Final = re.compile(rf"(?:本|今|当)年度[:=は](?P<year>{fiscal_year.ERA_YEAR})年度")
_IN_BRACKETS: Final = re.compile(r"\([^()]*\)")
_APRIL: Final = 4
_LONGEST_YEAR: Final = 20
_REQUEST: Final = re.compile(r"\(?(?:当初)?(?:予算)?要求(?:額|分)?\)?")  # of 「令和7年度（要求）」

Tables: TypeAlias = Mapping[Grid, Sequence[Headings]]
"""The sheets, each with the headings of its tables."""


def one_year(
    grids: list[Grid], decided: str, standard: Standard, unread: list[Unread]
) -> tuple[list[Grid], list[Grid]]:
    """The sheets of the latest year that is not only expected, or of the one that was decided, and those of others, which stay text."""
    years = [year_of_sheet(grid) for grid in grids]
    named = {year for year in years if year is not None}
    if len(named) < 2:
        return grids, []
    chosen = fiscal_year.parse(decided)
    pairs = [*zip(grids, years, strict=True)]
    asked = {year for grid, year in pairs if year is not None and not _only_expects(grid, standard)}
    wanted = chosen.year if chosen is not None and chosen.year in named else max(asked or named)
    others = [grid for grid, year in pairs if year not in (None, wanted)]
    label = fiscal_year.official(wanted).label
    why = phrase("{label}のシートがほかにあるので、別の年度のシートとして文字のまま残しました。", label=label)
    unread += [Unread(grid.sheet.title, "", why) for grid in others]
    return [grid for grid in grids if grid not in others], others


def _only_expects(grid: Grid, standard: Standard) -> bool:
    """Whether the titles of a sheet say that its amounts are expected (「令和10年度見込」), and none that they are asked for."""
    titles, words = (*_titles(grid), grid.sheet.title), standard.workbook_reading
    return any(word in title for title in titles for word in words.expected) and not any(
        asks(title, standard) for title in titles
    )


def year_of_book(
    head: dict[Place, str], of_sheets: Tables, standard: Standard, asked: list[Question]
) -> FiscalYear:
    """The fiscal year: of the head, else of the headings that ask for amounts; what contradicts it is asked."""
    year, tables = year_of(head), [*chain.from_iterable(of_sheets.values())]
    named = next((found for table in tables if (found := latest_year(table.labels)) is not None), None)
    of_headings = fiscal_year.official(named) if named is not None else None
    if year is None and of_headings is not None:
        head["header/fiscal_year"] = of_headings.label
        if _is_one_of_many(tables, of_headings.year, standard):
            asked.append(_asked_of_headings(tables, of_headings))
        return of_headings
    if year is None:
        year = standard.default_year
        said = phrase("年度が見つからないため、{label}の様式で読みました。", label=year.label)
        why = phrase("題名にも見出しにも年度がありません。")
        asked.append(_question(year, said, why))
    elif (
        of_headings is not None
        and of_headings.year != year.year
        and _asks_for(tables, of_headings.year)
        and not _asks_for(tables, None)
    ):
        said = phrase(
            "題名の年度（{label}）と、表の要求額の年度（{label2}）が違います。題名の年度で読みました。",
            label=year.label,
            label2=of_headings.label,
        )
        why = phrase("題名と見出しの年度が違います。")
        asked.append(_question(year, said, why, of_headings.label))
    return year


def asked_of_titles(tables: Tables, year: FiscalYear, standard: Standard) -> Iterator[Question]:
    """The question where a title above the tables of a sheet asks for another year than the one of the head: 「令和9年度要求」 above 「年度｜8」."""
    words = [word for of in standard.workbook_reading.figures if of.kind == "request" for word in of.words]
    for grid, of_grid in tables.items():
        first = min((table.rows[0] for table in of_grid), default=0)
        above = [text for *_, text in grid.cells(row for row in grid.rows[:_TITLE_ROWS] if row < first)]
        for title in above:
            other = fiscal_year.parse(year_of_title(title)[0])
            if other is not None and other.year != year.year and any(word in title for word in words):
                said = phrase(
                    "年度の欄（{label}）と題名（{label2}）の年度が違います。年度の欄の年度で読みました。",
                    label=year.label,
                    label2=other.label,
                )
                yield _question(year, said, phrase("題名が別の年度を要求しています。"), other.label)
                return


def _question(year: FiscalYear, said: str, why: str, *others: str) -> Question:
    """The question whether the book is of the year by which it was read, or of another."""
    answers = (year.label, *others)
    return Question("year", "年度", said, year.label, others, why, answers=answers, place=FISCAL_YEAR)


def _is_one_of_many(tables: list[Headings], year: int, standard: Standard) -> bool:
    """Whether a year that headings alone name is asked for by none, and one of many there, or only expected."""
    labels = [label for table in tables for label in table.labels.values() if label.year is not None]
    expected = standard.workbook_reading.expected
    return not _asks_for(tables, year) and (
        len({label.year for label in labels if label.kind not in ("settled", "assessed", "change")}) > 2
        or any(word in label.text for label in labels if label.year == year for word in expected)
        or ({label.kind for label in labels} == {"year"} and _are_added(tables, standard))
    )


def _are_added(tables: list[Headings], standard: Standard) -> bool:
    """Whether headings without a year name a total beside years: those of a plan, of which any may be asked for."""
    return any(
        label.year is label.relative is None and calling(label.text, standard) == "total"
        for table in tables
        for label in table.labels.values()
    )


def _asked_of_headings(tables: list[Headings], year: FiscalYear) -> Question:
    years = {label.year for table in tables for label in table.labels.values() if label.year is not None}
    others = [fiscal_year.official(other).label for other in sorted(years - {year.year}, reverse=True)]
    said = phrase(
        "題名に年度がなく、見出しに年度がいくつもあります。最も後の{label}の要求として読みました。",
        label=year.label,
    )
    return _question(year, said, phrase("見出しのどの年度も、要求の年度とは書かれていません。"), *others)


def year_said(tables: Tables, standard: Standard) -> FiscalYear | None:
    """The year that a book without one in its head says: in a column, where it asks, in a note, by its date; None where nothing does."""
    return (
        _year_in_column(tables, standard)
        or _year_that_asks(tables, standard)
        or _year_of_note(tables)
        or _year_after_date(tables)
    )


def _year_that_asks(tables: Tables, standard: Standard) -> FiscalYear | None:
    """The one year that a short cell gives as that of the request: 「令和7年度（要求）」; else the only one that titles or sentences name."""
    found = {
        named.year
        for grid in tables
        for *_, text in grid.cells(grid.rows[:15])
        if len(text) <= _LONGEST_YEAR
        and (named := year_in_heading(text, None)).year is not None
        and _REQUEST.fullmatch(named.rest)
    }
    if not found:
        titles = [grid.sheet.title for grid in tables]
        for grid, of_grid in tables.items():
            dated = (
                table for table in of_grid if any(label.year is not None for label in table.labels.values())
            )
            first = min((table.rows[0] for table in of_grid), default=0)
            titles += _titles(grid, {row for table in dated for row in table.rows}, first)
        for own in (None, standard.default_year):
            labels = [year_of_title(title, is_of_a_budget=False, own=own)[0] for title in titles]
            found = found or {year.year for year in map(fiscal_year.parse, labels) if year is not None}
        if not found.issubset(_years_of_requests(standard)):
            return None  # 「S57」 is the name of something
    found = found or _asked_in_sentences(tables, standard)
    return fiscal_year.official(found.pop()) if len(found) == 1 else None


def _asked_in_sentences(tables: Tables, standard: Standard) -> set[int]:
    """The years that sentences name alone, beside what is asked for (「令和8年度当初の要求額の内訳です。」) or above figures of the year before alone.

    None where a later one is named, unless the headings are those of a plan of years that name none as asked for.
    """
    labels = [label for of in tables.values() for headings in of for label in headings.labels.values()]
    of_headings = {label.year for label in labels if label.year is not None}
    is_said_by_headings = any(label.kind == "request" and label.year is not None for label in labels)
    words = [word for of in standard.workbook_reading.figures if of.kind == "request" for word in of.words]
    past = standard.workbook_reading.past_requests
    texts = [text for grid in tables for *_, text in grid.cells(grid.rows)]
    named: set[int] = set()
    for sentence in (sentence for text in texts if "。" in text for sentence in text.split("。")):
        plain = half_width(sentence)
        outside = _IN_BRACKETS.sub("", plain)  # of 「（括弧内は令和8年度当初予算額）」
        years = _years_in(outside) or _years_in(plain)
        is_after = {year - 1 for year in years} == of_headings
        is_past = any(word in sentence for word in past)
        if len(years) == 1 and (is_after or (any(word in sentence for word in words) and not is_past)):
            named |= years
    every = (fiscal_year.parse(found) for text in texts for found in _ERA_YEAR.findall(half_width(text)))
    latest = max((year.year for year in every if year is not None), default=0)
    is_of_a_plan = not is_said_by_headings and all({year - 1, year} <= of_headings for year in named)
    return named if latest in named or is_of_a_plan else set()


def _years_in(sentence: str) -> set[int]:
    """The years for which a sentence asks, else those that it names."""
    asked = {year.year for year in map(fiscal_year.parse, _ASKED_YEAR.findall(sentence)) if year is not None}
    return asked or {year.year for year in fiscal_year.years_named(sentence)}


def _year_in_column(tables: Tables, standard: Standard) -> FiscalYear | None:
    """The fiscal year that a column of a table gives in each of its rows: 「会計年度」 2026, 「年度」 09; None where none does."""
    labels = {compact(word) for word in standard.workbook_reading.labels[FISCAL_YEAR]}
    found: set[int] = set()
    for grid, of_grid in tables.items():
        for headings in of_grid:
            for column, label in headings.labels.items():
                if compact(label.text) not in labels:
                    continue
                for row in grid.rows:
                    text = grid.text(row, column)
                    if row > headings.rows[-1] and text:
                        year = fiscal_year.parse(half_width(text)) or bare_year(text, standard)
                        found.add(year.year if year else 0)
    return fiscal_year.official(found.pop()) if len(found) == 1 and all(found) else None


def bare_year(text: str, standard: Standard) -> FiscalYear | None:
    """The year of a bare number in the era of today (「09」), where a request may be of it; None where none may."""
    year = fiscal_year.parse(half_width(text), standard.default_year)
    return year if year is not None and year.year in _years_of_requests(standard) else None


def _years_of_requests(standard: Standard) -> range:
    """The years that a request may be of."""
    return range(standard.default_year.year - _PAST, standard.default_year.year + 2)


def _year_of_note(tables: Tables) -> FiscalYear | None:
    """The only year that a note gives for 本年度 (「本年度：令和9年度」) where headings ask for 本年度; None where there is none."""
    labels = (label for of in tables.values() for headings in of for label in headings.labels.values())
    if not any(label.relative == 0 and label.kind == "request" for label in labels):
        return None
    texts = (compact(text) for grid in tables for *_, text in grid.cells(grid.rows))
    found = {match["year"] for text in texts for match in _THIS_YEAR.finditer(text)}
    return fiscal_year.parse(found.pop()) if len(found) == 1 else None


def _year_after_date(tables: Tables) -> FiscalYear | None:
    """The year after that of the only date in the head of a book whose headings ask for 来年度; None where there is none."""
    every = [headings.labels for of_grid in tables.values() for headings in of_grid]
    if not any(with_next_year(labels) != labels for labels in every):
        return None
    texts = (half_width(text) for grid in tables for *_, text in grid.cells(grid.rows[:_TITLE_ROWS]))
    dates = [(match, fiscal_year.parse(match["year"])) for text in texts for match in _DATE.finditer(text)]
    found = {year.year + (int(match["month"]) >= _APRIL) for match, year in dates if year is not None}
    return fiscal_year.official(found.pop()) if len(found) == 1 else None


def _asks_for(tables: list[Headings], year: int | None) -> bool:
    return any(
        label.year == year and label.kind == "request" for table in tables for label in table.labels.values()
    )


def of_other_years(
    tables: list[Table], year: FiscalYear, standard: Standard, decisions: Decisions
) -> list[Table]:
    """The tables that words above them give to another year than the request's, beside one that is of its year."""

    def named(table: Table) -> int | None:
        headings, grid = table.understood.headings, table.understood.grid
        first = grid.text(headings.rows[0], headings.columns[0]) if len(headings.rows) > 1 else ""
        above = next((row for row in reversed(grid.rows) if row < headings.rows[0]), 0)
        alone = grid.text(above, headings.columns[0]) if len(grid.columns(above)) == 1 else ""
        return next(
            (
                label.year
                for words in (first, table.understood.title, alone)
                if (label := label_of(words, year, standard)).year is not None
                and (label.kind or label.year == year.year)
            ),
            None,
        )

    years = [named(table) for table in tables]
    if year.year not in years:
        return []
    return [
        table
        for table, own in zip(tables, years, strict=True)
        if own not in (None, year.year) and not decisions.taken.get(table.understood.spot)
    ]


def asked_of_year(table: Table, year: FiscalYear) -> Question:
    """The question of a table that was left as text for its year."""
    understood = table.understood
    return Question(
        "tab",
        table.where,
        phrase(
            "この表は{label}ではない年度の表とみて、文字のまま残しました。前年度の額は表から取り込んでいません。",
            label=year.label,
        ),
        phrase("別の年度の表"),
        (phrase("この年度の経費"),),
        phrase("表の上の言葉に別の年度があります。"),
        row=understood.headings.rows[0],
        column=understood.headings.columns[0],
        answers=("", understood.spot),
    )


def year_of_sheet(grid: Grid) -> int | None:
    """The fiscal year that a sheet's titles, or its tab, give as its own; None where there is none, or several."""
    found = {
        year.year
        for title in _titles(grid)
        if (year := fiscal_year.parse(year_of_title(title)[0])) is not None
    }
    if not found and (year := fiscal_year.parse(half_width(grid.sheet.title))) is not None:
        return year.year
    return found.pop() if len(found) == 1 else None


def _titles(grid: Grid, headings: Collection[int] = (), table: int = 0) -> list[str]:
    """The texts of the first rows of a sheet that may be titles: no row of ``headings``, and from the first row of the ``table`` on none with many cells."""
    first = (row for row in grid.rows[:_TITLE_ROWS] if row not in headings)
    rows = [row for row in first if row < table or len(grid.columns(row)) <= _MOST_TITLES]
    return [text for row, _, text in grid.cells(rows) if row < table or parse_written(text) is None]


def year_of(found: dict[Place, str]) -> FiscalYear | None:
    """The fiscal year in the head; None if there is none that can be read."""
    return fiscal_year.parse(found.get("header/fiscal_year", ""))
