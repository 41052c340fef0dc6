"""The tables of the printed sheet: total cost, 要求額, 査定, costs, funding, with where each figure stands."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise, zip_longest
from typing import Final, TypeAlias

from msgspec.structs import replace

from model.request import place
from model.request.columns import PRINTED_WORDS
from model.standard.form import ACTOR, GENERAL_LABEL, REQUEST_LABEL
from model.standard.standard import Standard
from templates.sheet.blocks import (
    Cell,
    CostRow,
    CostTable,
    FigureTable,
    LabelledFigure,
    Term,
    UnitLabourCost,
    derived,
    sum_cell,
    with_unit,
)
from templates.sheet.sheet import Sheet
from templates.workbook.formulas.formula import Address
from templates.workbook.grid import ROW_HEIGHT, Content, Grid, Slot, spread
from templates.workbook.heading import heading_rows
from templates.workbook.style import (
    FIGURE,
    HEADER,
    HEADER_SIZE,
    LABEL,
    NOTE,
    TABLE_SIZE,
    TEXT,
    TOTAL_FIGURE,
    TOTAL_TEXT,
    CellFormat,
    amount_format,
    percent_format,
)
from templates.workbook.text import width

CHANGE: Final = "増減"
CHANGE_PERCENT: Final = "増減率"
CUT: Final = "減額"
TEXT_COLUMNS: Final = (1, 3)
_PREVIOUS, _AMOUNT, _CHANGE = 4, 5, 6
LEAST_COLUMNS: Final = _CHANGE + max(4, 2 * len(PRINTED_WORDS))
FEWEST_COLUMNS: Final = 8  # the line of 要求額 has so many

_Column: TypeAlias = tuple[str, Content, CellFormat]
"""A heading, what stands below it, and how that looks."""


class Tables:
    """Writes tables into the grid."""

    def __init__(self, grid: Grid, standard: Standard) -> None:
        self._grid = grid
        self._labels = standard.words
        minus = standard.printing.minus_on_screen
        self._figure = replace(FIGURE, number_format=amount_format(minus))
        self._total = replace(TOTAL_FIGURE, number_format=amount_format(minus))
        self._percent = replace(FIGURE, number_format=percent_format(minus))

    def figures(self, table: FigureTable) -> None:
        """A table of figures: its headings, then a row per label; one that is wider than the paper in parts below one another."""
        columns, fitting = len(table.columns), self._grid.last_column - 1
        parts = -(-columns // fitting)
        edges = [columns * part // parts for part in range(parts + 1)]
        for begin, end in pairwise(edges):
            if begin:
                self._grid.gap(4)
            self._part_of_figures(table, begin, end)
        for note in table.notes:
            self._grid.text(note, NOTE)

    def _part_of_figures(self, table: FigureTable, begin: int, end: int) -> None:
        grid, columns = self._grid, table.columns[begin:end]
        needs = [width(column.label, HEADER_SIZE) for column in columns]
        widest = max((width(row.label, TABLE_SIZE) for row in table.rows), default=0.0)
        has_spare = grid.last_column - len(columns) > 1
        label_end = 2 if has_spare and widest >= grid.room(1, 1) else 1
        spans = spread(needs, label_end + 1, grid.last_column)
        words = {place.GENERAL: f"words/{GENERAL_LABEL}"} if table.key != "total_cost" else {}
        grid.together(ROW_HEIGHT * (len(table.rows) + 3))
        with grid.table(lambda: heading_rows(grid, columns, spans, [("区分", (1, label_end))], words)):
            for row in table.rows:
                figures = zip(spans, row.cells[begin:end], strict=True)
                cells = [Slot(*span, cell, self._figure) for span, cell in figures]
                where = f"words/{'cost' if table.key == 'total_cost' else 'funding'}/{row.key}"
                label = Slot(1, label_end, row.label, LABEL, place="" if begin else where)
                grid.add([label, *cells], at_least=ROW_HEIGHT)
            for year, costs in _unit_costs_of(table).items():
                slots = [Slot(1, label_end, f"{year}の単価", LABEL)]
                for column, span in zip(columns, spans, strict=True):
                    cost = costs.get(column.key)
                    slots.append(Slot(*span, None if cost is None else Decimal(cost), self._figure))
                row_number = grid.add(slots, at_least=ROW_HEIGHT)
                for column, (first, _) in zip(columns, spans, strict=True):
                    if column.key in costs:
                        grid.addresses.place_unit_cost(
                            UnitLabourCost(year, column.key), Address(first, row_number)
                        )

    def request_line(self, sheet: Sheet) -> None:
        """要求額; where the form has them 前年度予算額, 増減, 増減率; 保留・復活・追加; 財源."""
        amount, *_ = sheet.request_line
        columns: list[_Column] = [(with_unit(amount.label), amount.cell, self._total)]
        previous = sheet.request_line[1] if len(sheet.request_line) > 1 else None
        ratio = None if sheet.change_percent is None else sheet.change_percent / Decimal(100)
        if previous is not None:
            change = _difference(amount.cell, previous.cell, "request/change", sheet.change)
            columns.append((with_unit(previous.label), previous.cell, self._figure))
            columns.append((with_unit(CHANGE), change, self._figure))
            columns.append((CHANGE_PERCENT, ratio, self._percent))
        columns += [
            (with_unit(component.label), component.cell, self._figure) for component in sheet.components
        ]
        headings, slots = self._slots(columns)
        headings[0] = replace(headings[0], place=f"words/{REQUEST_LABEL}")
        if sheet.funding_label:
            span = (len(columns) + 1, self._grid.last_column)
            headings.append(Slot(*span, sheet.funding_label, HEADER))
            slots.append(Slot(*span, sheet.request.funding_words, TEXT, place="funding_words"))
        self._grid.add(headings, keeps=True)
        row = self._grid.add(slots, at_least=ROW_HEIGHT)
        if previous and ratio is not None and previous.cell.printed == previous.cell.figure.value:
            text = f"=ROUND({Address(3, row)}/ABS({Address(2, row)}),3)"
            self._grid.formula(Address(4, row), text, ratio, self._percent)

    def assessment_line(self, sheet: Sheet) -> None:
        """The result of the 査定, 計上額, 保留額, 別途額, and what was cut (減額).

        Every form has a cell for 計上額, also before the 査定 and where a published sheet has none: the finance division types there.
        """
        request_amount = sheet.request_line[0].cell
        figures = list(sheet.assessment_line)
        if all(figure.cell.place != place.ASSESSED_AMOUNT for figure in figures):
            blank = Cell(place.ASSESSED_AMOUNT, derived(None))
            figures.insert(0, LabelledFigure(self._labels.assessed, blank))
        if sheet.cut is not None:
            terms = [
                Term(request_amount.place),
                *(Term(figure.cell.place, -1) for figure in sheet.assessment_line),
            ]
            figures.append(LabelledFigure(CUT, sum_cell("assessment/cut", derived(sheet.cut), *terms)))
        grid, result = self._grid, sheet.request.assessment.result
        actor = Slot(1, 1, sheet.assessment_actor, HEADER, place=f"words/{ACTOR}")
        cell_format = replace(TEXT, horizontal="center", bold=True)
        headings, cells = self._slots(
            [(with_unit(figure.label), figure.cell, self._figure) for figure in figures], first=2
        )
        grid.add([actor, *headings], keeps=True)
        grid.add([Slot(1, 1, result, cell_format, place="assessment/result"), *cells], at_least=ROW_HEIGHT)

    def _slots(self, columns: Sequence[_Column], first: int = 1) -> tuple[list[Slot], list[Slot]]:
        """The headings of some columns and the cells below them, a column of the grid for each."""
        headings: list[Slot] = []
        cells: list[Slot] = []
        for index, (label, content, cell_format) in enumerate(columns, start=first):
            headings.append(Slot(index, index, self._grid.heading(label, index, index), HEADER))
            cells.append(Slot(index, index, content, cell_format))
        return headings, cells

    def costs(self, table: CostTable) -> None:
        """A cost table: its headings, a row per line and part, the 合計, and the legend below."""
        if not table.rows:
            return
        labels = (self._labels.previous, self._labels.request, CHANGE)
        headings = [
            Slot(*TEXT_COLUMNS, table.columns["text"], HEADER, place=f"group/{table.id}/columns"),
            *(
                Slot(index, index, self._grid.heading(with_unit(label), index, index), HEADER)
                for index, label in enumerate(labels, start=_PREVIOUS)
            ),
            *(Slot(*span, table.columns[key], HEADER) for key, span in self._word_spans().items()),
        ]
        above = [table.id, "", "", ""]

        def write_headings() -> None:
            number = self._grid.add(headings, keeps=True)
            if self._grid.is_repeating:
                for column in (_PREVIOUS, _AMOUNT):
                    for name in filter(None, above):
                        self._grid.addresses.pass_over(Address(column, number), name)

        with self._grid.table(write_headings):
            for row, following in zip_longest(table.rows, table.rows[1:]):
                is_last = following is not None and following.kind == "total"
                self._cost_row(row, above[row.depth], has_next=is_last or row.kind == "heading")
                above[row.depth + 1] = row.id
        if table.rounding:
            self._grid.text(table.rounding, NOTE)
        if table.note:
            self._grid.text(table.note, NOTE, place.group(table.id, "note"))

    def _cost_row(self, row: CostRow, siblings: str, *, has_next: bool) -> None:
        """A line, a heading, whose figures are blank, or the 合計; ``has_next`` where the next row stands on the same page."""
        is_total, is_heading = row.kind == "total", row.kind == "heading"
        of = f"{'group' if is_total else 'line'}/{row.id}"
        text_format = TOTAL_TEXT if is_total else replace(TEXT, indent=row.depth * 2)
        cell_format = self._total if is_total else self._figure
        figures = [
            (_PREVIOUS, "previous", row.previous),
            (_AMOUNT, "amount", row.amount),
            (_CHANGE, "change", _difference(row.amount, row.previous, f"{of}/change", row.change)),
        ]
        added = "" if is_total else siblings
        number = self._grid.add(
            [
                Slot(*TEXT_COLUMNS, row.mark + row.text, text_format, place=f"{of}/text"),
                *(
                    Slot(column, column, None, cell_format, place=f"{of}/{field}")
                    if is_heading
                    else Slot(column, column, cell, cell_format, "" if column == _CHANGE else added)
                    for column, field, cell in figures
                ),
                *self._words(row, of),
            ],
            at_least=ROW_HEIGHT,
            beside=ROW_HEIGHT if has_next else 0.0,
        )
        if is_heading:
            for column, cell in ((_PREVIOUS, row.previous), (_AMOUNT, row.amount)):
                self._grid.addresses.leave_blank(cell, Address(column, number), siblings)

    def _words(self, row: CostRow, of: str) -> list[Slot]:
        """The cells behind the figures; 備考 has the 積算 above it."""
        cell_format = replace(TOTAL_TEXT, horizontal="left", bold=False) if row.kind == "total" else TEXT
        words = {**row.words, "remark": "\n".join(filter(None, (row.basis, row.words["remark"])))}
        return [
            Slot(*span, words[key], cell_format, place=f"{of}/{key}")
            for key, span in self._word_spans().items()
        ]

    def _word_spans(self) -> dict[str, tuple[int, int]]:
        """The columns of the grid that the columns of words behind the figures share, by their keys."""
        count, room = len(PRINTED_WORDS), self._grid.last_column - _CHANGE
        edges = [_CHANGE + room * number // count for number in range(count + 1)]
        return {
            column.key: (before + 1, last)
            for column, before, last in zip(PRINTED_WORDS, edges, edges[1:], strict=False)
        }


def _difference(amount: Cell, previous: Cell, where: place.Place, value: int | None) -> Cell:
    return sum_cell(where, derived(value), Term(amount.place), Term(previous.place, -1))


def _unit_costs_of(table: FigureTable) -> dict[str, dict[str, int]]:
    """The 人件費単価 that figures of a table are calculated with, 千円, by year and staff category."""
    found: dict[str, dict[str, int]] = {}
    for row in table.rows:
        for cell in row.cells:
            for term in cell.sum.terms if isinstance(cell, Cell) and cell.sum is not None else ():
                if term.unit_cost is not None:
                    year, category = term.unit_cost
                    found.setdefault(year, {})[category] = term.factor
    return found
