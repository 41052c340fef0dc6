"""A table of costs in any workbook: its lines, the parts set in below them, its 合計, in 千円.

Nothing is guessed: a column without a field of its own is added to 備考 with its heading, a row of
小計 is listed, an amount that is not whole 千円 stays as it was written.
"""

from __future__ import annotations

from typing import NamedTuple

from msgspec.structs import replace

from model.edits.fields import clean_text
from model.request.columns import OTHER_WORDS
from model.request.request import MAX_DEPTH, CostGroup, Line
from model.standard.standard import Standard
from model.values import amount as amounts
from model.values.amount import Amount
from model.values.fiscal_year import FiscalYear
from model.values.identity import new_id
from templates.readers.labels import compact, is_total, split_mark
from templates.readers.reading import Unread, cut
from templates.readers.workbook.grid import Grid
from templates.readers.workbook.headings import (
    Columns,
    Role,
    column_words,
    find_columns,
    is_unit_note,
    unit_in,
    with_unit,
)


class Table(NamedTuple):
    """A table that was read, and what of it was not understood."""

    group: CostGroup
    unread: list[Unread]
    last_row: int


def cost_tables(grid: Grid, standard: Standard, year: FiscalYear | None) -> list[Table]:
    """Every table of costs of a sheet, also several side by side."""
    found: list[Table] = []
    page_unit, words = _page_unit(grid), column_words(standard)
    for row in grid.rows:
        for first, last in _stretches(grid, row):
            columns = find_columns(grid, row, first, last, year, words)
            if columns is not None:
                found.append(_Reader(grid, columns, row, standard, page_unit, words).read())
    return found


def heading_rows(grid: Grid, standard: Standard) -> set[int]:
    """The rows in which headings of tables of costs stand; their words label columns, not fields of the head."""
    words = column_words(standard)
    found: set[int] = set()
    for row in grid.rows:
        for first, last in _stretches(grid, row):
            columns = find_columns(grid, row, first, last, None, words)
            if columns is not None:
                found.update(range(row, columns.last_row + 1))
    return found


def _stretches(grid: Grid, row: int) -> list[tuple[int, int]]:
    """Where tables side by side begin and end: between them a column is empty, or the first heading comes again."""
    free = grid.free(row)
    stretches: list[list[int]] = []
    seen: set[str] = set()
    end = 0
    for column in free:
        label = compact(grid.text(row, column))
        if not stretches or column > end + 1 or label in seen:
            stretches.append([column])
            seen = set()
        else:
            stretches[-1].append(column)
        seen.add(label)
        end = column + grid.span(row, column) - 1
    return [
        (stretche[0], stretche[-1] + grid.span(row, stretche[-1]) - 1)
        for stretche in stretches
        if len(stretche) > 1
    ]


def _page_unit(grid: Grid) -> str:
    """The unit that a note gives for the whole sheet; "" if no note or several do."""
    units = {
        unit_in(grid.text(row, column))
        for row in grid.rows
        for column in grid.columns(row)
        if is_unit_note(grid.text(row, column))
    }
    return units.pop() if len(units) == 1 else ""


class _Reader:
    def __init__(
        self,
        grid: Grid,
        columns: Columns,
        row: int,
        standard: Standard,
        unit: str,
        words: dict[str, Role],
    ) -> None:
        self._grid, self._columns, self._row, self._standard = grid, columns, row, standard
        self._unit, self._words = unit, words
        self._subtotals = [compact(word) for word in standard.workbook_reading.subtotals]
        self._unread: list[Unread] = []
        self._span = (min(columns.roles), max(columns.roles))
        self._lines: list[tuple[int, Line]] = []
        self._since = 0  # the first line that a 小計 adds up

    def read(self) -> Table:
        """The table below its headings."""
        title = self._title()
        for row in range(self._row, self._columns.last_row + 1):
            self._grid.take(row, *(column for column in self._grid.columns(row) if self._covers(column)))
        if not self._unit and not self._columns.units:
            self._say(self._row, "", "金額の単位が書かれていないため、千円として読みました。")
        group = CostGroup(new_id(), title)
        row = self._columns.last_row + 1
        while (cells := self._cells(row)) and not self._is_other_table(row):
            if row in self._grid.sheet.hidden_rows:
                self._say(
                    row, "\t".join(self._grid.text(row, cell) for cell in cells), "隠れている行も読みました。"
                )
            words = "".join(compact(self._grid.text(row, column)) for column in self._columns.of("text"))
            self._grid.take(row, *cells)
            if is_total(words, self._standard):
                group = replace(
                    group, amount=self._amount(row, "amount"), previous=self._amount(row, "previous")
                )
                row += 1
                break
            if any(word in words for word in self._subtotals):
                self._subtotal(row)
            else:
                self._line(row)
            row += 1
        lines = _nested(self._lines)
        group = replace(
            group,
            lines=lines,
            amount=None if group.amount == _sum(lines, "amount") else group.amount,
            previous=None if group.previous == _sum(lines, "previous") else group.previous,
        )
        return Table(group, self._unread, row - 1)

    def _covers(self, column: int) -> bool:
        return self._span[0] <= column <= self._span[1]

    def _cells(self, row: int) -> list[int]:
        return [column for column in self._grid.free(row) if self._covers(column)]

    def _is_other_table(self, row: int) -> bool:
        return any(
            find_columns(self._grid, row, first, last, None, self._words) is not None
            for first, last in _stretches(self._grid, row)
            if first <= self._span[1] and last >= self._span[0]
        )

    def _title(self) -> str:
        """The words above the headings, and the unit beside them."""
        title = ""
        for row in (self._row - 1, self._row - 2):
            cells = self._cells(row)
            if not cells:
                break
            if any(self._grid.is_number(row, cell) for cell in cells) or len(cells) > 2:
                break
            for column in cells:
                text = self._grid.text(row, column)
                unit = unit_in(text)
                self._unit = unit or self._unit
                if is_unit_note(text) or (not title and len(text) <= 60 and "\n" not in text):
                    self._grid.take(row, column)
                    title = title if is_unit_note(text) else clean_text(text)
            if title:
                break
        return title

    def _amount(self, row: int, role: str) -> Amount:
        columns = [column for column, own in self._columns.roles.items() if own == role]
        if not columns:
            return None
        column = columns[0]
        value = self._grid.value(row, column)
        if value is None:
            return None
        unit = self._columns.units.get(column) or self._unit
        text = with_unit(value, unit)
        if (
            isinstance(value, str)
            and unit not in ("", "千円")
            and isinstance(amounts.parse(text), int)
            and "円" not in text
        ):
            text = f"{text}{unit}"
        found = amounts.parse(text, brackets_mean_previous_year=role == "previous")
        if isinstance(found, str):
            self._say(row, found, "千円の金額として読めないため、書かれたとおりに入れました。", column)
        return found

    def _line(self, row: int) -> None:
        grid, columns = self._grid, self._columns
        words = [column for column in columns.of("text") if grid.text(row, column)]
        first = words[0] if words else 0
        mark, text = split_mark(grid.text(row, first) if first else "", self._standard)
        remarks = [grid.text(row, column) for column in columns.of("remark") if grid.text(row, column)]
        for column in (
            *words[1:],
            *columns.of("amount")[1:],
            *columns.of("previous")[1:],
            *columns.of("other"),
        ):
            if grid.text(row, column):
                label = clean_text(columns.labels[column]).replace("\n", "")
                remarks.append(f"{label}:{grid.text(row, column)}")
        amount, previous = self._amount(row, "amount"), self._amount(row, "previous")
        remarks += self._unnamed(row, amount, previous)
        remark = clean_text("\n".join(remarks))
        others = {
            field: clean_text("\n".join(filter(None, (grid.text(row, index) for index in columns.of(field)))))
            for field in OTHER_WORDS
        }
        if not first and amount is None and previous is None and self._lines:
            depth, line = self._lines[-1]
            below = {"remark": remark, **others}
            joined = {key: "\n".join(filter(None, (getattr(line, key), below[key]))) for key in below}
            self._lines[-1] = (depth, replace(line, **joined))
            return
        basis = "\n".join(grid.text(row, column) for column in columns.of("basis") if grid.text(row, column))
        of_class = " ".join(grid.text(row, column) for column in columns.of("object_class")).strip()
        depth = grid.indent(row, first) if first else 0
        line = Line(
            id=new_id(),
            text=clean_text(text),
            previous=previous,
            amount=amount,
            remark=remark,
            basis=clean_text(basis),
            object_class=of_class,
            mark=mark,
        )
        self._lines.append((depth, replace(line, **others)))

    def _unnamed(self, row: int, amount: Amount, previous: Amount) -> list[str]:
        """What stands in a column without a heading, and a 増減 that is not the difference of the years."""
        found: list[str] = []
        for column in self._grid.columns(row):
            role, text = self._columns.roles.get(column), self._grid.text(row, column)
            if not self._covers(column) or (role == "number" and self._grid.is_number(row, column)):
                continue
            if role in (None, "number"):
                found.append(text)
            elif role == "change" and not text.endswith("%"):
                years = [figure if isinstance(figure, int) else 0 for figure in (amount, previous)]
                if amounts.parse(text) not in (years[0] - years[1], None) and not self._unit.startswith("円"):
                    found.append(f"{clean_text(self._columns.labels[column])}:{text}")
        return found

    def _subtotal(self, row: int) -> None:
        said = "\t".join(
            self._grid.text(row, column) for column in self._grid.columns(row) if self._covers(column)
        )
        above = [line for _, line in self._lines[self._since :]]
        same = self._amount(row, "amount") == _sum(tuple(above), "amount")
        self._since = len(self._lines)
        why = (
            "上の行の和なので、行には入れませんでした。"
            if same
            else "上の行の和と違いますが、行には入れませんでした。"
        )
        self._say(row, said, f"小計の行は{why}")

    def _say(self, row: int, text: str, why: str, column: int = 0) -> None:
        self._unread.append(Unread(self._grid.where(row, column), cut(text), why))


def _sum(lines: tuple[Line, ...], field: str) -> int | None:
    """The sum of a year's figures, of a line with parts what they give unless it has its own; None where all are blank."""
    found: list[int] = []
    for line in lines:
        own = getattr(line, field)
        value = own if isinstance(own, int) else _sum(line.parts, field)
        if value is not None:
            found.append(value)
    return sum(found) if found else None


def _nested(lines: list[tuple[int, Line]]) -> tuple[Line, ...]:
    """The lines as a tree by how far they are set in; a figure that is the sum of the parts is left to them."""
    levels = sorted({depth for depth, _ in lines})[:MAX_DEPTH]
    depths = [levels.index(depth) if depth in levels else MAX_DEPTH - 1 for depth, _ in lines]
    return _below([line for _, line in lines], depths, 0)


def _below(lines: list[Line], depths: list[int], level: int) -> tuple[Line, ...]:
    found: list[Line] = []
    index = 0
    while index < len(lines):
        end = index + 1
        while end < len(lines) and depths[end] > level:
            end += 1
        line = lines[index]
        if end > index + 1 and depths[index] <= level:
            line = replace(line, parts=_below(lines[index + 1 : end], depths[index + 1 : end], level + 1))
            for field in ("amount", "previous"):
                own = getattr(line, field)
                if own is not None and own == _sum(line.parts, field):
                    line = replace(line, **{field: None})
            line = replace(line, heading=lines[index].amount is None and lines[index].previous is None)
        found.append(line)
        index = end if depths[index] <= level else index + 1
    return tuple(found)
