"""What each row of a table is: its figures and words, whether it is a line or a sum, and with which row the table ends."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from model.language import phrase
from model.request.place import YEARS
from model.values.amount import half_width
from templates.readers.tables.calling import calling, is_of_costs, is_of_income
from templates.readers.tables.cell_amount import year_figures
from templates.readers.tables.columns.columns import Role
from templates.readers.tables.income import heading_in
from templates.readers.tables.sums.figures import Calling, FigureRow, Figures, Summed, sum_of_lines
from templates.readers.tables.sums.row_kinds import row_kinds
from templates.readers.tables.understood import FoundRow, RawTable, Said, year_columns

_STEP: Final = 10  # how much further in words stand in the next of several columns of names
_SHARE: Final = 100  # the same, of a share of the row above (うち)
_OF_WHICH: Final = re.compile(r"[\s　(（]*(?:うち|内、|内訳[:：])")
_NAMING: Final = ("text", "object_class", "number", "basis")


class TableRows(NamedTuple):
    """The rows of a table, in order; what its lines give and its last total says, by year, 円; what is asked and said of rows left out."""

    rows: tuple[FoundRow, ...]
    sums: Figures
    total: Figures
    said: list[Said]


def rows_of(table: RawTable, roles: Mapping[int, Role], unit: str, body: Sequence[int]) -> TableRows:
    """What the rows of a table are, up to where it ends; ``unit`` is that of the amounts without one of their own."""
    return _Rows(table, roles, unit, body).find()


class _Rows:
    def __init__(self, table: RawTable, roles: Mapping[int, Role], unit: str, body: Sequence[int]) -> None:
        self._table, self._grid, self._unit, self._body = table, table.grid, unit, body
        self._years = year_columns(roles)
        columns = table.headings.columns
        self._texts = [column for column in columns if roles[column] == "text"]
        self._classes = [column for column in columns if roles[column] == "object_class"]
        self._words = [
            column
            for column in columns
            if roles[column] in _NAMING or (roles[column] == "other" and table.kind(column) in ("", "text"))
        ]
        self._are_classes_sums = not any(  # each 節 stands on a row of its own, below its lines
            self._first(row, self._texts) and self._first(row, self._classes) for row in body
        )
        self._income: set[int] = set()
        self._said: list[Said] = []

    def find(self) -> TableRows:
        labels = [self._first(row, (*self._texts, *self._words)) for row in self._body]
        rows = [self._figure_row(row, label) for row, label in zip(self._body, labels, strict=True)]
        self._income = self._of_income()
        kinds = self._without_uncounted(rows, self._kinds(rows, self._income))
        choices = self._table.choices
        for index, row in enumerate(self._body):
            if row in choices.kinds:
                kinds[index] = Summed(choices.kinds[row], choices.depths.get(row, 0))
            elif kinds[index].kind == "heading" and self._is_of_rates(row):
                kinds[index] = Summed("left_out")
                self._said.append(self._table.said(row, phrase("率の行なので、行には入れませんでした。")))
        end = self._end(kinds, rows)
        found = tuple(map(FoundRow, self._body[:end], kinds, labels, (row.figures for row in rows)))
        totals = [row.figures for row in found if row.summed.kind == "total"]
        sums = sum_of_lines(rows[:end], kinds[:end]) or (None,) * len(YEARS)
        return TableRows(found, sums, totals[-1] if totals else (None,) * len(YEARS), self._said)

    def _first(self, row: int, columns: Sequence[int]) -> str:
        """The first words of a row in some columns; "" for none."""
        return next((text for column in columns if (text := self._grid.text(row, column))), "")

    def _figure_row(self, row: int, label: str) -> FigureRow:
        """The amounts of a row, 円, and what its words say of it."""
        units = self._table.headings.units
        figures = year_figures(self._grid, row, self._years, units, self._unit)
        standard = self._table.around.standard
        called: Calling = next(
            (said for column in self._words if (said := calling(self._grid.text(row, column), standard))), ""
        )
        is_of_class = self._are_classes_sums and label in [
            self._grid.text(row, column) for column in self._classes
        ]
        if not called and self._texts and (not label or is_of_class):
            called = "perhaps"
        named = [column for column in self._texts if self._grid.text(row, column)]
        indent = self._grid.indent(row, named[0]) + _STEP * self._texts.index(named[0]) if named else 0
        return FigureRow(figures, called, indent + (_SHARE if _OF_WHICH.match(label) else 0), bool(label))

    def _is_of_rates(self, row: int) -> bool:
        """Whether a row has rates where the others have amounts: 「前年比　105%」."""
        texts = [half_width(self._grid.text(row, column)) for column in self._years if column]
        return any(texts) and all(text.endswith("%") for text in texts if text)

    def _kinds(self, rows: Sequence[FigureRow], apart: set[int]) -> list[Summed]:
        """The kinds of the rows, those ``apart`` left out."""
        kept, around = [row for index, row in enumerate(rows) if index not in apart], self._table.around
        found = iter(row_kinds(kept, around.printed, around.above))
        return [Summed("left_out") if index in apart else next(found) for index in range(len(rows))]

    def _of_income(self) -> set[int]:
        """The rows that a column of 歳入 and 歳出, or headings between the rows, give to the income, which are no costs; one below goes on where the column is blank."""
        found = next(filter(None, map(self._income_in, self._table.headings.columns)), self._below_income())
        why = phrase("歳入の行なので、行には入れませんでした。")
        self._said += [self._table.said(self._body[index], why) for index in sorted(found)]
        return found

    def _income_in(self, column: int) -> set[int]:
        """The rows that a column gives to the income; none where it is no column of 歳入 and 歳出, as most say in their first row."""
        standard = self._table.around.standard
        found, has_costs, is_income = set[int](), False, False
        for index, row in enumerate(self._body):
            if text := self._grid.text(row, column):
                is_income = is_of_income(text, standard)
                is_cost = any(word in text for word in standard.workbook_reading.cost_titles)
                if not (is_income or is_cost or calling(text, standard)):
                    return set()
                has_costs = has_costs or is_cost
            if is_income:
                found.add(index)
        return found if has_costs else set()

    def _below_income(self) -> set[int]:
        """The rows from a heading of income (歳入) down to one of costs; none where there are no such two."""
        standard, found, has_costs, is_income = self._table.around.standard, set[int](), False, False
        for index, row in enumerate(self._body):
            text = heading_in(self._grid, row)
            if text and is_of_costs(text, standard):
                has_costs, is_income = True, False
            elif is_income or (text and is_of_income(text, standard)):
                found.add(index)
                is_income = True
        return found if has_costs else set()

    def _without_uncounted(self, rows: Sequence[FigureRow], kinds: list[Summed]) -> list[Summed]:
        """The kinds of the rows where the total leaves out rows that are hidden, or called 参考 or 再掲: they are no lines."""
        if _is_proven(kinds) or not any(summed.kind in ("total", "subtotal") for summed in kinds):
            return kinds
        around, columns = self._table.around, self._table.headings.columns
        words = around.standard.workbook_reading.rows.not_counted
        hidden = {index for index, row in enumerate(self._body) if row in self._grid.sheet.hidden_rows}
        named = {
            index
            for index, row in enumerate(self._body)
            if any(word in self._grid.text(row, column) for column in columns for word in words)
        }
        for apart in (hidden, named, hidden | named):
            if not any(any(rows[index].figures) for index in apart):
                continue
            found = self._kinds(rows, apart | self._income)
            if not _is_proven(found):
                continue
            if apart is hidden and self._is_filtered():
                self._said.append(
                    self._table.asked_of_row(
                        self._body[min(hidden)],
                        "",
                        phrase(
                            "フィルターで隠れている{count}行は計に入っていないので、行には入れませんでした。"
                        ),
                        phrase("計は、表示されている行だけの和です。"),
                        ("left_out", "line"),
                        count=str(len(hidden)),
                    )
                )
            why = phrase("計に入っていない行なので、行には入れませんでした。")
            self._said += [self._table.said(self._body[index], why) for index in sorted(apart)]
            return found
        return kinds

    def _is_filtered(self) -> bool:
        """Whether a total adds up only what a filter shows."""
        formulas = self._grid.sheet.formulas
        return any(
            "SUBTOTAL" in formulas.get((row, column), "").upper()
            for row in self._body
            for column in self._table.headings.columns
        )

    def _end(self, kinds: Sequence[Summed], rows: Sequence[FigureRow]) -> int:
        """How many rows the table has: what stands below its last total is none of it, unless a person decided it."""
        body, end = self._body, len(kinds)
        totals = (index for index, summed in enumerate(kinds) if summed.kind == "total")
        last = max((index for index in totals if rows[index].has_figures), default=-1)
        if last >= 0:
            below = any(summed.kind in ("line", "subtotal") for summed in kinds[last + 1 :])
            is_top = not any(summed.kind == "line" for summed in kinds[:last])
            end = len(kinds) if is_top and below else last + 1
            while end < len(kinds) and (
                end in self._income or (kinds[end].kind == "left_out" and kinds[end].sums)
            ):
                end += 1  # the sum over several tables, or what stands below as 歳入
        while (
            end > 1
            and not rows[end - 1].has_words
            and kinds[end - 1].kind == "line"
            and body[end - 1] > body[end - 2] + 1
        ):
            end -= 1  # figures without words apart from the table, and no sum of it
        decided = [index for index, row in enumerate(body) if row in self._table.choices.kinds]
        return max(end, *(index + 1 for index in decided), 0)


def _is_proven(kinds: Sequence[Summed]) -> bool:
    """Whether the rows have a total, and its figures are what their lines give."""
    return any(summed.kind == "total" and summed.is_proven for summed in kinds)
