"""The columns of a block without headings: by their place in the table, where arithmetic does not speak against it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final, NamedTuple

from model.basis.recognizing import looks_like_basis
from model.edits.basis import read_figure
from model.edits.paste import Block
from model.figures.figures import LineTotals
from model.language import phrase
from model.request.columns import COST_COLUMNS, column_of
from model.request.place import YEARS
from model.values.amount import Amount, parse
from model.values.exact_number import is_nothing
from templates.readers.pasted.calculated_columns import ScreenColumn, is_change, is_rate, names_of_calculated
from templates.readers.tables.columns.columns import Role
from templates.readers.tables.question import Question

_ROLES: Final[Mapping[str | None, Role]] = {
    None: "change",  # what is calculated
    **{column.key: column.key for column in COST_COLUMNS if column.key != "percent"},
}
_NUMBER: Final = re.compile("[0-9０-９]")
_AS_IN_THE_TABLE: Final = phrase("表の列の順")
_NO_HEADINGS: Final = phrase("見出しがありません。")


class Placed(NamedTuple):
    """What the columns of a block are by their place.

    Attributes:
        roles: by column, from 1; ``number`` for one that has no place in the table.
        left: the calculated columns, as they are called.
    """

    roles: dict[int, Role]
    left: tuple[str, ...]
    questions: tuple[Question, ...]


class Placing:
    """A block that is pasted over some lines, where the table has the columns of ``screen``."""

    def __init__(
        self,
        rows: Block,
        screen: Sequence[ScreenColumn],
        lines: Sequence[LineTotals],
        is_class: Callable[[str], bool],
    ) -> None:
        self._rows, self._screen, self._lines = rows, list(screen), lines
        self._is_class = is_class
        self._width = len(rows[0]) if rows else 1
        self._known: dict[tuple[bool, bool], list[tuple[Amount, Amount]]] = {}

    def placed(self) -> Placed:
        """What its columns are."""
        fields = [field for field in self._screen if field is not None]
        found = self._as_on_screen() if self._width > len(fields) or self._screen[:1] == [None] else None
        if found is not None:
            return found
        columns: list[ScreenColumn] = []
        left: list[str] = []
        beyond = 0
        for index in range(self._width):
            if name := self._calculated(index, columns):
                left.append(name)
                columns.append(None)
            elif fields:
                columns.append(fields.pop(0))
            else:
                columns.append(None)
                if not beyond and any(map(str.strip, self._column(index))):
                    beyond = index + 1
        questions = [self._ask_wider(beyond)] if beyond else []
        if not beyond:
            questions += [
                question
                for index, field in enumerate(columns)
                if (question := self._ask(index, field, columns))
            ]
        roles = {index: _ROLES[field] for index, field in enumerate(columns, start=1)}
        if beyond:
            roles.update(dict.fromkeys(range(beyond, self._width + 1), "number"))
        return Placed(roles, tuple(left), tuple(questions))

    def _column(self, index: int) -> list[str]:
        return [row[index] for row in self._rows]

    # --- calculated columns ---

    def _as_on_screen(self) -> Placed | None:
        """The columns as they stand on the screen, where the calculated ones hold what the program calculates."""
        if self._width > len(self._screen):
            return None
        screen = self._screen[: self._width]
        roles = {index: _ROLES[field] for index, field in enumerate(screen, start=1)}
        first = next((index for index, field in enumerate(screen) if field is not None), self._width)
        if first:  # pasted on a calculated column: its cells cannot be anything else
            return Placed(roles | dict.fromkeys(range(1, first + 1), "number"), (), ())
        calculated = [index for index, field in enumerate(screen) if field is None]
        if not calculated:
            return None
        if not all(self._calculated(index, screen, may_be_blank=True) for index in calculated):
            return None
        names = names_of_calculated(self._screen)
        filled = [names[index] for index in calculated if any(map(str.strip, self._column(index)))]
        return Placed(roles, tuple(filled), ())

    def _years(self, columns: Sequence[ScreenColumn]) -> list[tuple[Amount, Amount]]:
        """前年度 and 要求額 of each row: as pasted, else what stands in its line; a calculation is no figure yet."""
        which = "previous" in columns, "amount" in columns
        if which not in self._known:
            self._known[which] = self._figures_of_years(columns)
        return self._known[which]

    def _figures_of_years(self, columns: Sequence[ScreenColumn]) -> list[tuple[Amount, Amount]]:
        found: list[list[Amount]] = []
        for year in YEARS:
            if year not in columns:
                missing = max(0, len(self._rows) - len(self._lines))
                found.append([*[line.of(year).shown for line in self._lines], *[None] * missing])
            elif year == "previous":
                cells = self._column(columns.index(year))
                found.append([parse(cell, brackets_mean_previous_year=True) for cell in cells])
            else:
                figures = map(read_figure, self._column(columns.index(year)))
                found.append([basis or amount for amount, basis in figures])
        return [(previous, amount) for previous, amount, _ in zip(*found, self._rows, strict=False)]

    def _calculated(self, index: int, columns: Sequence[ScreenColumn], *, may_be_blank: bool = False) -> str:
        """「増減」 or 「増減率」 where every filled row of a column is that of its years; "" where it is not."""
        if "amount" not in columns:
            return ""
        cells = self._column(index)
        numbers = [_NUMBER.search(cell) is not None for cell in cells]
        if not may_be_blank and not any(numbers):
            return ""
        years = self._years(columns)
        has_previous = [bool(previous) and isinstance(previous, int) for previous, _ in years]
        if "previous" not in columns and not any(has_previous) and not may_be_blank:
            return ""
        if all(is_change(cell, *of) for cell, of in zip(cells, years, strict=True)):
            return "増減"
        is_proven = may_be_blank or any(map(all, zip(numbers, has_previous, strict=True)))
        if is_proven and all(is_rate(cell, *of) for cell, of in zip(cells, years, strict=True)):
            return "増減率"
        return ""

    # --- what speaks against the places ---

    def _ask_wider(self, beyond: int) -> Question:
        cells = sum(
            bool(row[index].strip()) for row in self._rows for index in range(beyond - 1, self._width)
        )
        sentence = phrase(
            "貼り付ける表は{width}列あり、入れる欄のないセルが{cells}個あります。見出しの行がないため、どの列が何かを決められません。",
            width=self._width,
            cells=cells,
        )
        return Question(
            "column", f"{beyond}列目", sentence, _AS_IN_THE_TABLE, (phrase("列を選ぶ"),), _NO_HEADINGS
        )

    def _ask(self, index: int, field: ScreenColumn, columns: Sequence[ScreenColumn]) -> Question | None:
        """The question where the cells of a column are not what stands at its place."""
        cells = [(row, cell.strip()) for row, cell in enumerate(self._column(index)) if cell.strip()]
        if field is None or self._width < 2 or not cells or self._stands_there(cells, field):
            return None
        what = self._wrong_for(field, cells, columns, index)
        if not what:
            return None
        label = column_of(field).heading or column_of(field).label
        sentence = phrase(
            "{index}列目（「{cells}」など）は{what}ですが、表の列の順では{label}に入ります。",
            index=index + 1,
            cells=cells[0][1][:12],
            what=what,
            label=label,
        )
        return Question(
            "column", f"{index + 1}列目", sentence, label, (phrase("ほかの列"),), _NO_HEADINGS, field
        )

    def _wrong_for(
        self, field: str, cells: Sequence[tuple[int, str]], columns: Sequence[ScreenColumn], index: int
    ) -> str:
        """What the cells of a column are that does not belong into a field; "" where they may."""
        if field in YEARS:
            return "" if any(_may_be_figure(cell) for _, cell in cells) else phrase("文字")
        if field == "object_class":
            return "" if any(self._is_class(cell) for _, cell in cells) else phrase("節の名前ではない文字")
        figures = [
            (row, cell) for row, cell in cells if _NUMBER.search(cell) and isinstance(parse(cell), int)
        ]
        if figures and all(year in columns for year in YEARS):
            years = self._years(columns)
            if any(parse(cell) != 0 and is_change(cell, *years[row]) for row, cell in figures):
                return phrase("増減らしい額")
        is_behind_figures = any(year in columns[:index] for year in YEARS)
        return phrase("数だけ") if len(figures) == len(cells) and is_behind_figures else ""

    def _stands_there(self, cells: Sequence[tuple[int, str]], field: str) -> bool:
        """Whether the cells are what stands in the lines already."""
        return all(
            row < len(self._lines) and str(getattr(self._lines[row].line, field) or "").strip() == cell
            for row, cell in cells
        )


def _may_be_figure(cell: str) -> bool:
    return isinstance(parse(cell), int) or is_nothing(cell) or looks_like_basis(cell)
