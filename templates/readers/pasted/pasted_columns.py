"""The columns of a pasted block: by the words of its headings, by arithmetic, or by their place on the screen."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from model.edits.fields import clean_text
from model.edits.paste import LINE_COLUMNS
from model.request.columns import LineField
from model.request.place import YEARS
from model.standard.standard import Standard
from model.values.amount import half_width, parse
from model.values.fiscal_year import FiscalYear
from model.values.pattern import lazy_pattern
from templates.readers.labels import compact
from templates.readers.pasted.calculated_columns import is_change, is_rate, names_of_calculated
from templates.readers.pasted.pasted_block import Column, PastedBlock
from templates.readers.pasted.pasted_cells import bracketed
from templates.readers.tables.columns import Role, role_of, role_words
from templates.readers.tables.units import unit_in

_FIELDS: Final[dict[str, LineField]] = {field: field for field in (*LINE_COLUMNS, "basis")}
# The published page prints both years in one cell: 「(16,943)」 above 「16,943」.
_WIDEST: Final = 64  # columns; no cost table has as many, and each is held against those before it
_TWO_YEARS: Final = lazy_pattern(
    r"\s*+[(（](?P<previous>[^()（）]*+)[)）](?=[^\S\n]*\n)\s*+(?P<amount>(?:\S(?:[^\n]*\S)?)?)\s*+"
)


class PastedColumns:
    """Finds out what the columns of a block are."""

    def __init__(self, block: PastedBlock, standard: Standard, year: FiscalYear) -> None:
        self._block, self._year = block, year
        self._standard, self._words = standard, role_words(standard)

    def found(self) -> list[Column]:
        """The columns; a row of headings, where the block begins with one, is taken out of it."""
        headings = self._block.rows[0] if self._block.rows and self.heads(self._block.rows[0]) else []
        if not headings:
            return self._placed()
        kept = [row for row in self._block.rows if row != headings]
        self._block.left_rows.append(f"見出し{len(self._block.rows) - len(kept)}行")
        self._block.rows = kept
        return self._named(self._part_named(headings))

    def heads(self, row: list[str]) -> bool:
        """Whether a row holds headings: no amount, and at least two names of columns, one of them of figures."""
        cells = [cell for cell in row if cell.strip()]
        if any(isinstance(parse(cell), int) for cell in cells):
            return False
        roles = [role for cell in cells if (role := role_of(cell, self._year, self._standard)) != "other"]
        figures = {"amount", "previous", "change"}.intersection(roles)
        if len(cells) == 1 and len(row) == 1:  # one column, and figures below its name
            below = [parse(row[0]) for row in self._block.rows[1:] if row and row[0].strip()]
            return bool(figures) and bool(below) and all(isinstance(line, int) for line in below)
        return len(roles) > 1 and bool(figures)

    def _part_years(self, fields: Sequence[str | None]) -> int | None:
        """Part the column whose cells hold both years, as on the published page, into one for each year.

        Args:
            fields: what the columns hold.

        Returns:
            The column that holds the previous year now; None where there is none.
        """
        for index in range(min(self._block.width, len(fields))):
            if fields[index] in YEARS and any(map(_TWO_YEARS.fullmatch, self._block.column(index))):
                self._block.rows = [
                    [*row[:index], *_years_of(row[index]), *row[index + 1 :]] if index < len(row) else row
                    for row in self._block.rows
                ]
                return index
        return None

    def _part_named(self, headings: list[str]) -> list[str]:
        """The headings where a column of both years was parted: one for each year."""
        index = self._part_years([role_of(heading, self._year, self._standard) for heading in headings])
        if index is None:
            return headings
        years = [next(word for word, role in self._words.items() if role == year) for year in YEARS]
        return [*headings[:index], *years, *headings[index + 1 :]]

    def _named(self, headings: list[str]) -> list[Column]:
        """The columns by their headings; a column without a field of its own goes into 備考 with its heading."""
        width = max(self._block.width, len(headings))
        labels = [
            clean_text(headings[index]).replace("\n", "") if index < len(headings) else ""
            for index in range(width)
        ]
        roles: list[Role] = [
            role_of(label, self._year, self._standard) if label else "other" for label in labels
        ]
        if "text" not in roles:
            self._take_names(labels, roles)
        columns: list[Column] = []
        calculated: list[str] = []
        kept: list[str] = []
        for index, (label, role) in enumerate(zip(labels, roles, strict=True)):
            field = _FIELDS.get(role)
            if role in ("change", "number"):
                calculated.append(label)
                columns.append(Column(None))
            elif field is not None and (field == "remark" or index == self._best(role, labels, roles)):
                columns.append(Column(field, unit_in(label)))
            else:
                kept.extend(
                    [label] if label and any(cell.strip() for cell in self._block.column(index)) else []
                )
                columns.append(Column("remark", before=f"{label}:" if label else "", is_own=False))
        if "object_class" not in self._block.screen:
            hidden = [column for column in columns if column.field == "object_class"]
            columns = [column._replace(field=None) if column in hidden else column for column in columns]
            self._block.left_columns.extend(
                ["節の列（［積算］メニューで列を出してから貼り付けます）"] if hidden else []
            )
        if calculated:
            self._block.left_columns.append(f"{'・'.join(calculated)}の列")
        if kept:
            self._block.notes.append(f"「{'」「'.join(kept)}」の列は備考に入れました。")
        return [
            column if labels[index] or column.is_own else self._unnamed(index, columns)
            for index, column in enumerate(columns)
        ]

    def _take_names(self, labels: list[str], roles: list[Role]) -> None:
        """Take the first column without a heading for the words of the lines, where it holds words."""
        for index, label in enumerate(labels):
            cells = [cell for cell in self._block.column(index) if cell.strip()]
            if not label and cells and not any(isinstance(parse(cell), int) for cell in cells):
                roles[index] = "text"
                return

    def _best(self, role: Role, labels: list[str], roles: list[Role]) -> int:
        """Which of several columns of a kind holds it: one whose heading the Standard lists, else the first."""
        among = [index for index, own_role in enumerate(roles) if own_role == role]
        return next(
            (index for index in among if self._words.get(compact(labels[index]).lower()) == role), among[0]
        )

    def _unnamed(self, index: int, columns: list[Column]) -> Column:
        """A column without a heading: 増減 by arithmetic, else words for 備考."""
        found = self._calculated(index, columns)
        if found:
            self._block.left_columns.append(f"{found}の列")
        return Column(None) if found else columns[index]

    def _placed(self) -> list[Column]:
        """The columns by their place: from the first cell on, in the order in which one types."""
        parted = self._part_years([field for field in self._block.screen if field is not None])
        if parted is not None and self._block.screen[0] == "amount":
            # both years were pasted in this year's column
            self._block.screen = ["previous", *self._block.screen]
        fields = [field for field in self._block.screen if field is not None]
        if self._block.width > len(fields) or None in self._block.screen[: min(self._block.width, 1)]:
            as_on_screen = self._as_on_screen()
            if as_on_screen is not None:
                return as_on_screen
        columns: list[Column] = []
        for index in range(self._block.width):
            found = self._calculated(index, columns)
            if found:
                self._block.left_columns.append(f"{found}の列")
                columns.append(Column(None))
            else:
                columns.append(Column(fields.pop(0) if fields else None))
                if columns[-1].field is None:
                    self._block.lost += self._block.column(index)
        return columns

    def _as_on_screen(self) -> list[Column] | None:
        """The columns as they stand on the screen, where the calculated ones hold what the program calculates."""
        screen = [*self._block.screen, *[None] * (self._block.width - len(self._block.screen))]
        columns = [Column(field) for field in screen[: self._block.width]]
        if self._block.screen[0] is None:  # pasted on a calculated column: its cells cannot be anything else
            end = next((index for index, field in enumerate(screen) if field is not None), self._block.width)
            self._block.lost += [cell for row in self._block.rows for cell in row[:end]]
            self._block.lost += [cell for row in self._block.rows for cell in row[len(self._block.screen) :]]
            return columns
        calculated = [index for index, field in enumerate(screen[: self._block.width]) if field is None]
        if self._block.width > len(self._block.screen) or not calculated:
            return None
        if not all(self._calculated(index, columns, may_be_blank=True) for index in calculated):
            return None
        names = names_of_calculated(self._block.screen)
        filled = [names[index] for index in calculated if any(map(str.strip, self._block.column(index)))]
        if filled:
            self._block.left_columns.append(f"{'・'.join(filled)}の列")
        return columns

    def _calculated(self, index: int, columns: list[Column], *, may_be_blank: bool = False) -> str:
        """「増減」 or 「増減率」 where every filled row of a column is that of its years; "" where it is not."""
        if index >= _WIDEST:
            return ""
        cells = self._block.column(index)
        fields = [column.field for column in columns]
        if "amount" not in fields:
            return ""
        years = self._block.years(columns)
        has_previous = [bool(previous) and isinstance(previous, int) for previous, _ in years]
        if "previous" not in fields and not any(has_previous) and not may_be_blank:
            return ""
        numbers = [re.search("[0-9]", half_width(cell)) is not None for cell in cells]
        if not may_be_blank and not any(numbers):
            return ""
        if all(is_change(cell, *year) for cell, year in zip(cells, years, strict=True)):
            return "増減"
        is_proven = may_be_blank or any(map(all, zip(numbers, has_previous, strict=True)))
        if is_proven and all(is_rate(cell, *year) for cell, year in zip(cells, years, strict=True)):
            return "増減率"
        return ""


def _years_of(cell: str) -> tuple[str, str]:
    """前年度 and 要求額 of a cell of the published page: brackets are the previous year's."""
    if both := _TWO_YEARS.fullmatch(cell):
        return both["previous"].strip(), both["amount"]
    if (before := bracketed(cell)) is not None:
        return before, ""
    return "", cell
