"""A table of a page as the engine of all tables understands it: its cells as a grid, and the cost group that they give.

What only pages have is prepared here: both years in one cell, a cell merged over the rows of its parts, parts numbered
below a row without figures.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain
from typing import Final, NamedTuple

import msgspec

from model.request.lines import walk
from model.request.multi_year import Commitment
from model.request.request import CostGroup, Line
from model.standard.standard import Standard
from model.values.amount import Amount
from model.values.fiscal_year import FiscalYear
from templates.readers.books.cells import Sheet
from templates.readers.labels import compact
from templates.readers.page import pieces
from templates.readers.page.previous_figures import NONE, is_figures, plain_heading, read_figures
from templates.readers.reading import Unread
from templates.readers.tables.calling import calling
from templates.readers.tables.columns.columns import Label, Role, label_of
from templates.readers.tables.decisions import Choices
from templates.readers.tables.grid import Grid
from templates.readers.tables.heading_rows import find_headings
from templates.readers.tables.headings import Headings
from templates.readers.tables.lines import cost_group
from templates.readers.tables.question import Question
from templates.readers.tables.understanding import understand
from templates.readers.tables.understood import Surroundings, Understood, printed_changes

_ONE_OF_SEVERAL: Final = re.compile(r"\s*(?:[(（][0-9０-９ア-ン][)）]|[①-⑳]|[ア-ン][\s　]|うち|[(（]うち)")
_NUMBER: Final = re.compile(r"[(（]?(?:[0-9０-９]{1,3}|[①-⑳])[)）.．]?")
_IN_ONE_LINE: Final = re.compile(r"\A([(（][-−△▲]?[\d,]+(?:千円)?[)）])\s+([-−△▲]?[\d,]+(?:千円)?)\Z")
_UNIT: Final = re.compile(r"\((?:単位:)?(?:千円|百万円|円)\)")
_HEADING_ROWS: Final = 4  # in which the headings of a grid begin
_MOST_TRIED: Final = 12  # columns that may be the amounts; a table with more is asked about
_PREVIOUS: Final = "前年度予算額"
Rows = list[tuple[str, ...]]


class Asked(NamedTuple):
    """What a page says beside its tables: the fiscal year, 要求額 and 前年度予算額 in 千円."""

    year: FiscalYear
    amount: Amount = None
    previous: Amount = None

    @property
    def in_yen(self) -> tuple[int | None, int | None]:
        """前年度予算額 and 要求額 in 円; None where they are no amounts."""
        previous, amount = (
            figure * 1_000 if isinstance(figure, int) else None for figure in (self.previous, self.amount)
        )
        return previous, amount


class Found(msgspec.Struct, frozen=True):
    """A table.

    Attributes:
        number: the line where its headings stand.
        group: its lines, and its total as printed.
        is_tied: whether its sums are the printed ones.
        is_tied_once: whether they are in one year at least.
        is_sure: whether its headings say that it is one of costs; else only its sum can.
        is_whole: whether only its sums may speak against it.
        above: what stands above its headings in its grid.
        below: what stands below its last row in its grid.
        shown: its lines in short, to compare.
        cost: how many cells were filled in or joined to get it.
    """

    number: int
    group: CostGroup
    unread: tuple[Unread, ...]
    questions: tuple[Question, ...]
    is_tied: bool
    is_tied_once: bool
    is_sure: bool
    is_whole: bool
    has_both_years: bool
    above: tuple[pieces.Line, ...]
    below: pieces.Grid | None
    shown: tuple[object, ...]
    cost: int = 0
    commitments: tuple[Commitment, ...] = ()


class _PageGrid(Grid):
    """Cells of a page; a place is a line of its source."""

    def __init__(self, rows: Sequence[Sequence[str]], number: int) -> None:
        sheet = Sheet("", is_hidden=False)
        sheet.rows = {
            index: {column: cell for column, cell in enumerate(row, 1) if cell.strip()}
            for index, row in enumerate(rows, 1)
        }
        super().__init__(sheet)
        self._number = number

    def where(self, row: int, column: int = 0) -> str:  # noqa: ARG002  (of every cell the line of the table)
        return f"{self._number}行目"


def understood(
    rows: Sequence[tuple[str, ...]], number: int, unit: str, asked: Asked, standard: Standard
) -> Found | None:
    """The table in some rows of cells; None where it is no table of costs, or an amount cannot be read.

    The headings stand among the first rows; a ``unit`` is named beside the table, "" for none.
    """
    rows = [tuple(_IN_ONE_LINE.sub(r"\1\n\2", cell.strip()) for cell in row) for row in rows]
    rows = [tuple(map(plain_heading, row)) for row in rows[:_HEADING_ROWS]] + rows[_HEADING_ROWS:]
    # the engine knows a column of figures by plain ones: 「(8,000)」 over 「9,000」 is none to it
    plain = [
        tuple("0" if set(cell) & set("(（\n") and is_figures(cell) else cell for cell in row) for row in rows
    ]
    grid = _PageGrid(plain, number)
    headings = _headings(grid, asked.year, standard)
    if headings is None:
        return None
    top, last = headings.rows[0] - 1, headings.rows[-1]
    roles = _roles(grid, headings, standard)
    years = {column - 1 for column, label in headings.labels.items() if label.kind in _OF_YEARS}
    rows = [
        tuple("" if column in years and cell in NONE else cell for column, cell in enumerate(row))
        for row in rows
    ]  # a sign for no amount
    body, is_split = _with_years_apart(
        _with_parts(rows[last:], headings, roles, standard), headings, unit, asked.year
    )
    if top or body != plain[last:]:
        grid = _PageGrid([*(rows[top:last]), *body], number)
        headings = headings._replace(rows=tuple(row - top for row in headings.rows))
        if is_split:
            column = len(rows[top]) + 1
            headings = headings._replace(
                columns=(*headings.columns, column),
                labels={**headings.labels, column: label_of(_PREVIOUS, asked.year, standard)},
            )
    printed = asked.in_yen
    around = Surroundings(asked.year, standard, "", (printed,) if printed[1] is not None else ())
    table = understand(grid, headings, around, Choices(roles=roles, unit=unit or "千円", keeps_units=True))
    if (
        not unit and printed[1] and table.sums[1] == 1_000 * printed[1]
    ):  # no unit is written, and 円 gives the 要求額
        table = understand(grid, headings, around, Choices(roles=roles, unit="円", keeps_units=True))
    table = _proven(table, grid, headings, around, roles)
    if not table.of("amount") or not table.of_kind("line", "of_which"):
        return None
    return _found(table, rows, top, number, asked, standard, is_split=is_split)


def _found(
    table: Understood, rows: Sequence[tuple[str, ...]], top: int, number: int, asked: Asked, standard: Standard,
    *, is_split: bool,
) -> Found | None:  # fmt: skip
    made = cost_group(table, standard, keeps_sums=True)
    group = made.group
    lines = [line for line, _ in walk(group.lines)]
    figures = [group.amount, group.previous, *(of for line in lines for of in (line.amount, line.previous))]
    if any(not line.text for line in lines) or any(isinstance(of, str) for of in figures):
        return None
    previous, amount = group.previous, group.amount
    below = rows[top + table.last_row :]
    cut = tuple(tuple(row) for row in below if any(cell.strip() for cell in row))
    labels = list(table.headings.labels.values())
    return Found(
        number,
        group,
        made.unread,
        table.questions,
        _ties(table, asked),
        any(
            given is not None and given == found for given, found in zip(table.total, table.sums, strict=True)
        ),
        _is_sure(labels, standard),
        not (amount is None and previous is None and cut)
        and not any(question.subject == "column" for question in table.questions)
        and not _is_elsewhere(table),
        is_split,
        tuple(pieces.Line(number, " ".join(filter(None, row))) for row in rows[:top] if any(row)),
        pieces.Grid(number + top + table.last_row, cut) if cut else None,
        (previous, amount, _shown(group.lines)),
    )


def _proven(
    table: Understood, grid: Grid, headings: Headings, around: Surroundings, roles: dict[int, Role]
) -> Understood:
    """The table with the column of amounts, of several that claim it, whose sum is the printed 要求額."""
    if not around.printed or not any(asked.field == "amount" for asked in table.questions):
        return table
    columns = [column for column, label in headings.labels.items() if label.kind in _OF_YEARS]
    for column in list(dict.fromkeys((*table.of("amount"), *columns)))[:_MOST_TRIED]:
        decided: dict[int, Role] = {**roles, column: "amount"}
        other = understand(grid, headings, around, Choices(roles=decided, unit=table.unit, keeps_units=True))
        if other.of("amount") == [column] and other.sums[1] == around.printed[0][1]:
            return other
    return table


def _headings(grid: _PageGrid, year: FiscalYear, standard: Standard) -> Headings | None:
    found = (find_headings(grid, row, year, standard) for row in grid.rows[:_HEADING_ROWS])
    return next(chain.from_iterable(found), None)


def _roles(grid: _PageGrid, headings: Headings, standard: Standard) -> dict[int, Role]:
    """The columns of words as pages have them: the first that is no number of the row is 内容 whatever it is called, every other explains it."""
    roles: dict[int, Role] = {}
    kinds = {column: label.kind for column, label in headings.labels.items()}
    columns = headings.columns
    first = columns[len(columns) > 1 and _numbers_rows(grid, headings.rows[-1], columns[0], standard)]
    if kinds.get(first, "") in ("", "object_class", "basis", "remark") and not (
        kinds.get(first) == "object_class" and "text" in kinds.values()
    ):
        roles[first] = "text"
    for column in headings.columns:
        label = headings.labels.get(column)
        if label is None or column in roles:
            continue
        if compact(label.text) in standard.word_tables.remark_headings or label.kind in ("remark", "basis"):
            roles[column] = "remark"
        elif label.kind == "text":
            roles[column] = "remark" if "text" in roles.values() else "text"
    others = [
        column
        for column, label in headings.labels.items()
        if not label.kind and column not in roles and "text" in roles.values()
    ]
    if len(others) == 1 and "remark" not in roles.values():
        roles[others[0]] = "remark"
    return roles


def _numbers_rows(grid: _PageGrid, last: int, column: int, standard: Standard) -> bool:
    """Whether a column below headings has the numbers of its rows, and no other words than those of totals."""
    below = (grid.text(row, column).strip() for row in grid.rows if row > last)
    words = [text for text in below if text and not calling(text, standard)]
    return bool(words) and all(map(_NUMBER.fullmatch, words))


def _is_sure(labels: Sequence[Label], standard: Standard) -> bool:
    """Whether headings say that a table is one of costs: words of the pages' own tables, or what is asked for."""
    words = standard.word_tables.heading_roles
    said = {words.get(_UNIT.sub("", compact(label.text)).lower()) for label in labels}
    kinds = {label.kind for label in labels}
    return "assessed" not in kinds and "text" in said | kinds and ("amount" in said or "request" in kinds)


def _ties(table: Understood, asked: Asked) -> bool:
    """Whether the lines are the total in the years that it prints; without one, whether they are the 要求額."""
    total, sums = table.total, table.sums
    if _is_elsewhere(table) or any(change.printed != change.difference for change in printed_changes(table)):
        return False
    if total[1] is None and total[0] is None:
        return sums[1] is not None and sums[1] == asked.in_yen[1]
    return all(figure is None or figure == (given or 0) for figure, given in zip(total, sums, strict=True))


def _is_elsewhere(table: Understood) -> bool:
    """Whether the figure of the total stands in no column of a year."""
    return table.total == (None, None) and bool(table.of_kind("total"))


def _shown(lines: Sequence[Line]) -> tuple[object, ...]:
    return tuple((line.text, line.previous, line.amount, line.remark, _shown(line.parts)) for line in lines)


# --- what only pages have ---


def _with_parts(body: Rows, headings: Headings, roles: dict[int, Role], standard: Standard) -> Rows:
    """The rows with the parts of a row set in: those below a merged cell, and numbered ones below a row without figures."""
    text = next((column - 1 for column, role in roles.items() if role == "text"), 0)
    figures = [column - 1 for column, label in headings.labels.items() if label.kind in _OF_YEARS]
    beside = [
        column - 1
        for column, role in roles.items()
        if role == "remark" and column - 1 < min(figures, default=0)
    ]

    def is_filled(row: tuple[str, ...]) -> bool:
        return any(row[column].strip() for column in figures if column < len(row))

    found: Rows = []
    merged = ""
    is_below = False
    for index, row in enumerate(body):
        row = tuple(
            "".join(map(str.strip, cell.split("\n"))) if column == text else cell
            for column, cell in enumerate(row)
        )
        label = row[text].strip()
        below = body[index + 1] if index + 1 < len(body) else None
        goes_on = below is not None and not below[text].strip() and is_filled(below)
        if (
            goes_on
            and below is not None
            and index + 2 == len(body)
            and not any(below[column].strip() for column in beside)
        ):
            goes_on = False  # the total stands last, without a label
        if label:
            merged = label if goes_on and is_filled(row) and not calling(label, standard) else ""
        if merged and is_filled(row):
            if label:
                found.append(tuple(label if column == text else "" for column in range(len(row))))
            elif index + 1 == len(body) and not any(row[column].strip() for column in beside):
                merged = ""
            if merged:
                words = " ".join(row[column].strip() for column in beside if row[column].strip())
                cells = ["" if column in beside else cell for column, cell in enumerate(row)]
                cells[text] = f"　{words or merged}"
                found.append(tuple(cells))
                continue
        if is_below and is_filled(row) and _ONE_OF_SEVERAL.match(label):
            row = tuple(f"　{label}" if column == text else cell for column, cell in enumerate(row))
        elif label:
            is_below = not is_filled(row)
        found.append(row)
    return found


_OF_YEARS: Final = ("request", "budget", "amount", "year", "existing")


def _with_years_apart(body: Rows, headings: Headings, unit: str, year: FiscalYear) -> tuple[Rows, bool]:
    """The rows with 「(16,943)」 over 「16,943」 in two columns, the last one the previous year's, and whether there are any."""
    labels = {column: label for column, label in headings.labels.items() if label.kind in _OF_YEARS}
    if any(label.offset(year.year) == -1 for label in labels.values()):
        return body, False  # the years have columns of their own: a figure in brackets is one of them
    read = {
        column: [
            read_figures(row[column - 1], headings.units.get(column, "") or unit or "千円") for row in body
        ]
        for column in labels
    }
    both = [
        column for column, cells in read.items() if any(cell and cell.previous is not None for cell in cells)
    ]
    if len(both) != 1:
        return body, False
    found: Rows = []
    for row, figures in zip(body, read[both[0]], strict=True):
        cells = list(row)
        if figures is not None:
            cells[both[0] - 1] = "" if figures.amount is None else f"{figures.amount}千円"
        previous = "" if figures is None or figures.previous is None else f"{figures.previous}千円"
        found.append((*cells, previous))
    return found, True
