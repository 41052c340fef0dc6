"""The head and the narrative in any workbook: labelled words (事業名, 部局, 款 …), and paragraphs under their headings."""

from __future__ import annotations

import re
from typing import Final, cast

from msgspec.structs import replace

from model.edits.fields import clean_text
from model.request.place import FISCAL_YEAR, Place
from model.request.request import Frame, Section
from model.standard.standard import Standard
from model.values import fiscal_year
from model.values.amount import half_width
from model.values.identity import new_id
from templates.readers.foreign.book_years import bare_year
from templates.readers.foreign.head_fields import fields_in, label_words, value_at
from templates.readers.labels import compact, subject_in
from templates.readers.tables.calling import asks
from templates.readers.tables.columns.units import NOTES, is_unit_note
from templates.readers.tables.columns.years import year_in_heading, year_of_title
from templates.readers.tables.grid import Grid

_FIGURES: Final = re.compile(r"(?:額|増減率?)(?:\(千円\))?$")  # labels of figures in the same row
_HEADING: Final = re.compile(
    r"(?:[0-9０-９]{1,2}\s*[.．、 　]|[(（][0-9０-９]{1,2}[)）]|【[^】]*】$|■|○|◆|[①-⑳])"
)
_KINDS: Final = (
    ("header/budget", "budgets"),
    ("header/business_class", "business_classes"),
    ("header/stage", "stages"),
)
"""Places of words that titles have, and the field of the words of the head that lists them."""
_LONGEST_HEADING: Final = 40
_IN_BRACKETS: Final = re.compile(r"[(\[【].{0,20}[)\]】]$")  # 「…について（回答）」


def head_words(grid: Grid, standard: Standard, headings: set[int]) -> dict[Place, str]:
    """The labelled words of a sheet, by place: beside their label, behind a colon, or below a row of labels.

    None is looked for in the rows of ``headings`` of tables.
    """
    found: dict[Place, str] = {}
    for row in grid.rows:
        if row in headings:
            continue
        for column in grid.free(row):
            if not grid.is_taken(row, column) and not grid.is_number(row, column):
                _label(grid, row, column, standard, found)
    if (year := bare_year(found.get(FISCAL_YEAR, ""), standard)) is not None:
        found[FISCAL_YEAR] = year.label  # 「年度｜9」
    if is_of_a_letter(found.get("header/name", ""), standard):
        del found["header/name"]
    _known_words(grid, standard, found, headings)
    return found


def is_of_a_letter(name: str, standard: Standard) -> bool:
    """Whether what stands beside a label of names is none, but what a letter is about: 「件名：予算要求について（回答）」."""
    words, plain = standard.workbook_reading, _IN_BRACKETS.sub("", compact(name))
    is_name = plain.endswith((*words.name_ends, *words.title_ends))
    return (asks(plain, standard) and not is_name) or plain.endswith(tuple(words.no_name_ends))


def _label(grid: Grid, row: int, column: int, standard: Standard, found: dict[Place, str]) -> None:
    text, known = grid.text(row, column), standard.word_tables.head_labels
    subject = subject_in(text.removeprefix("支出科目").lstrip(":： "))
    if subject is not None:
        for key, word in subject.items():
            found.setdefault(key, clean_text(word))
        grid.take(row, column)
        return
    both = grid.text(row, column + grid.span(row, column)).split()
    of_both = standard.workbook_reading.department_and_section
    if len(both) == 2 and compact(text) in map(compact, of_both):
        found.setdefault("contact/department", both[0])
        found.setdefault("contact/section", both[1])
        grid.take(row, column, column + grid.span(row, column))
        return
    words, right = label_words(text), column + grid.span(row, column)
    has_code = grid.is_number(row, right) and not grid.is_number(row, right + grid.span(row, right))
    where = known.get(words)
    if where is None and (named := known.get(f"{words}名")) is not None:
        where = named if has_code or _is_among_labels(grid, row, column, known) else None
    if where is not None and where not in found:
        labels = [compact(grid.text(row, column)).rstrip(":") for column in grid.columns(row)]
        over_a_row = all(label in known or _FIGURES.search(label) for label in labels)
        beside_it = [(row, right), (row, right + 1)]
        for index, beside in [*beside_it, *([(row + 1, column)] if over_a_row else [])]:
            value = grid.text(index, beside)
            is_label = compact(value).rstrip(":") in known
            is_code = (
                (has_code or compact(value).isdigit())
                and beside == right
                and (where == "header/name" or where.startswith("header/subject"))
            )
            if (not value or is_code) and (index, beside) == (row, right):
                continue
            behind = grid.text(index, beside + grid.span(index, beside))
            is_alone = compact(value).isdecimal() and not compact(behind).isdecimal()
            is_one_of_many = index > row and fiscal_year.parse(half_width(grid.text(index + 1, beside)))
            if where == FISCAL_YEAR and (
                is_one_of_many or (value and not (is_alone or fiscal_year.parse(half_width(value))))
            ):
                return  # a heading of a table
            if value and not is_label and not grid.is_taken(index, beside) and len(value) <= 120:
                found[where] = value_at(where, value)
                grid.take(row, column)
                grid.take(index, beside)
            if value:
                return
        return
    fields = fields_in(text, known)
    for field in fields:
        if field.place is not None:
            found.setdefault(field.place, field.value)
    if fields and all(field.place is not None for field in fields):
        grid.take(row, column)


def _is_among_labels(grid: Grid, row: int, column: int, known: dict[str, Place]) -> bool:
    """Whether a label of the head stands beside a word in its row, or just above or below it: 「所属 文化振興課 事業 木育推進」."""
    beside = [grid.text(row, other) for other in grid.columns(row) if other != column]
    return any(
        label_words(text) in known
        for text in (*beside, grid.text(row - 1, column), grid.text(row + 1, column))
    )


def _known_words(grid: Grid, standard: Standard, found: dict[Place, str], headings: set[int]) -> None:
    """The year, the budget, the class and the stage where they stand in a title and no note: 「令和9年度当初予算 予算要求書」."""
    of_years, kinds = standard.header_words, set(map(compact, standard.workbook_reading.kinds))
    everywhere = {
        place: {word for words in of_years for word in getattr(words, field)} for place, field in _KINDS
    }
    rows = [
        row
        for row in grid.rows[:15]
        if row not in headings
        and not grid.text(row, grid.columns(row)[0]).startswith(NOTES)
        and not _lists_years(grid, row)
    ]
    for row, column in [(index, free_column) for index in rows for free_column in grid.free(index)]:
        text = grid.text(row, column)
        place = next((place for place, known in everywhere.items() if text in known), "")
        if place and place not in found:
            found[place] = text
            beside = [other for other in grid.free(row) if compact(grid.text(row, other)) in kinds]
            grid.take(row, column, *beside)
    for row in rows:
        free = grid.free(row)
        joined = "".join(grid.text(row, column) for column in free)
        is_parted = (
            len(free) > 2
            and fiscal_year.parse("".join(grid.text(row, column) for column in free[:2])) is not None
        )
        for column in free:
            named, rest = year_of_title(joined if is_parted else grid.text(row, column))
            year = fiscal_year.parse(named)
            if year is None or fiscal_year.parse(found.get("header/fiscal_year", named)) != year:
                continue
            words = standard.words_in(year.year)
            values: dict[Place, str] = {"header/fiscal_year": named}
            for place, field in _KINDS:
                known = sorted(getattr(words, field), key=len, reverse=True)
                if word := next((word for word in known if word in rest), ""):
                    values[place], rest = word, rest.replace(word, "", 1)
            for place, word in values.items():
                found.setdefault(place, word)
            if not re.sub(r"(?:歳出)?(?:予算)?(?:要求|見積)?(?:調?書|額?調書|内訳)?|[\s　()（）]", "", rest):
                grid.take(row, *(free if is_parted else (column,)))
            return


def _lists_years(grid: Grid, row: int) -> bool:
    """Whether a row is of a table with a year in each column, or in each row before its figures."""
    columns = grid.columns(row)
    cells = [(row, column) for column in columns]
    if any(grid.is_number(row, column) for column in columns):
        cells += [(beside, columns[0]) for beside in (row - 1, row + 1)]
    named = {year_in_heading(grid.text(*cell), None).year for cell in cells} - {None}
    return len(named) > 1


def narrative(grid: Grid, standard: Standard) -> list[Section]:
    """Rows that hold one text and nothing else are paragraphs; a short one with a number or mark is their heading.

    The first heading decides the form of the headings; lines with other marks below it belong to its text.
    """
    found: list[Section] = []
    frames = {compact(title): frame for frame, title in standard.printing.frames.items()}
    frame: Frame = "content"
    style = ""
    for row in grid.rows:
        cells = grid.free(row)
        if len(cells) != 1 or len(grid.columns(row)) != 1 or grid.is_number(row, cells[0]):
            continue
        text = clean_text(grid.text(row, cells[0]))
        if compact(text) in frames:
            frame, style = cast(Frame, frames[compact(text)]), ""
            grid.take(row, cells[0])
            continue
        if is_unit_note(text):
            grid.take(row, cells[0])
            continue
        own = _style(text)
        is_heading = bool(own) and own == (style or own)
        goes_on = found and found[-1].frame == frame
        if not is_heading and not goes_on and "。" not in text:
            continue
        grid.take(row, cells[0])
        if is_heading:
            style = own
            found.append(Section(new_id(), frame, text, unnumbered=True))
        elif goes_on:
            last = found[-1]
            found[-1] = replace(last, text="\n".join(filter(None, (last.text, text))))
        else:
            found.append(Section(new_id(), frame, "", text, unnumbered=True))
    return found


def _style(text: str) -> str:
    """How a heading is marked: 「1 」, 「1.」, 「(1)」, 「【】」, 「■」; "" for no heading."""
    mark = _HEADING.match(text) if len(text) <= _LONGEST_HEADING and "。" not in text else None
    if mark is None:
        return ""
    return "【" if mark[0].startswith("【") else re.sub(r"[0-9０-９]+", "1", half_width(mark[0]))
