"""The headings of a table as columns: which one holds the words, which year's amounts, in which unit."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, Literal, NamedTuple, TypeAlias

from model.standard.standard import Standard
from model.standard.workbook_words import ColumnRole
from model.values import fiscal_year
from model.values.fiscal_year import FiscalYear
from templates.readers.labels import compact
from templates.readers.workbook.cells import Value
from templates.readers.workbook.grid import Grid

Role: TypeAlias = ColumnRole | Literal["other"]

_UNIT: Final = re.compile(r"[(\[【]?(?:単位[:は]?)?(千円|百万円|万円|億円|円)[)\]】]?")
_UNIT_WORDS: Final = re.compile(r"単位[:は]?(千円|百万円|万円|億円|円)|[(\[](千円|百万円|万円|億円|円)[)\]]")
_BRACKETS: Final = re.compile(r"[(\[【][^)\]】]{0,300}[)\]】]")
_PREVIOUS: Final = re.compile(r"前年度|前年|昨年度|前年当初")
_AMOUNT: Final = re.compile(r"(?:要求|要望|見積|予算|補正)額$")
_OF_YEAR: Final = re.compile(r"(?:額|要求|予算|当初|見積)$")
_YEAR: Final = re.compile(rf"(?:{fiscal_year.ERA_YEAR}|20[0-9]{{2}})(?:年度)?")


class Columns(NamedTuple):
    """The columns of a table.

    Attributes:
        roles: what each column holds.
        labels: their headings.
        units: the unit of a column where its heading names one.
        last_row: the last row of headings.
    """

    roles: dict[int, Role]
    labels: dict[int, str]
    units: dict[int, str]
    last_row: int

    def of(self, role: str) -> list[int]:
        """The columns of a role, from the left."""
        return [column for column in sorted(self.roles) if self.roles[column] == role]


def unit_in(text: str) -> str:
    """The unit that words name: 「単位：千円」, 「要求額(円)」; "" for none."""
    found = _UNIT_WORDS.search(compact(text))
    return (found[1] or found[2]) if found else ""


def with_unit(value: Value, unit: str) -> str:
    """A value as text, a number with the unit that its heading names where that is not 千円."""
    if isinstance(value, str) or unit in ("", "千円"):
        return str(value)
    return f"{value:f}{unit}" if isinstance(value, Decimal) else f"{value}{unit}"


def is_unit_note(text: str) -> bool:
    """Whether a text is nothing but a unit: 「（単位：千円）」."""
    return "単位" in text and _UNIT.fullmatch(compact(text)) is not None


def column_words(standard: Standard) -> dict[str, Role]:
    """What the Standard's words head in a table of costs.

    Those of the pages hold too, but for the remarks: a column whose heading says more than 備考 keeps it (補助率:1/2).
    """
    found: dict[str, Role] = {}
    for of_pages in standard.page_reading.cost_table_headings:
        if of_pages.kind != "remark":
            found.update((compact(word).lower(), of_pages.kind) for word in of_pages.words)
    for column in standard.workbook_reading.columns:
        found.update((compact(word).lower(), column.role) for word in column.words)
    return found


def role_of(label: str, year: FiscalYear | None, words: dict[str, Role]) -> Role:
    """The role of the column below a heading; a year in the heading decides which of the two years it is."""
    plain = compact(label)
    core = _BRACKETS.sub("", plain) or plain
    if role := words.get(core.lower()):
        return role
    if core.endswith("変更点"):
        return "remark"
    if "増減" in core:
        return "change"
    named = _YEAR.search(core)
    of_year = fiscal_year.parse(named[0]) if named else None
    if _PREVIOUS.search(core):
        return "previous" if _OF_YEAR.search(core) else "other"
    if of_year is not None and year is not None and _OF_YEAR.search(core):
        years: dict[int, Role] = {0: "amount", -1: "previous"}
        return years.get(of_year.year - year.year, "other")
    return "amount" if _AMOUNT.search(core) else "other"


def find_columns(
    grid: Grid, row: int, first: int, last: int, year: FiscalYear | None, words: dict[str, Role]
) -> Columns | None:
    """The columns of a table of costs whose headings stand in a row; None where it is no such row."""
    labels: dict[int, str] = {}
    over: dict[int, str] = {}
    for column in grid.columns(row):
        if not first <= column <= last or grid.is_taken(row, column):
            continue
        if grid.is_number(row, column):
            return None
        labels[column] = grid.text(row, column)
        for covered in range(column, column + grid.span(row, column)):
            over[covered] = labels[column]
    last_row = row
    below = [column for column in grid.columns(row + 1) if first <= column <= last]
    spread = any(grid.span(row, column) > 1 for column in labels)
    if spread and len(below) > 1 and not any(grid.is_number(row + 1, column) for column in below):
        lower = {column: grid.text(row + 1, column) for column in below}
        if any(
            role_of(text, year, words) != "other" or over.get(column) for column, text in lower.items()
        ) and not any(
            role_of(labels.get(column, ""), year, words) == "text" for column in below if column in labels
        ):
            last_row = row + 1
            for column, text in lower.items():
                above = over.get(column, "")
                labels[column] = f"{above} {text}".strip() if role_of(text, year, words) == "other" else text
    roles = {column: role_of(text, year, words) for column, text in labels.items()}
    if "text" not in roles.values() or "amount" not in roles.values():
        return None
    units = {column: unit for column, text in labels.items() if (unit := unit_in(text))}
    return Columns(roles, labels, units, last_row)
