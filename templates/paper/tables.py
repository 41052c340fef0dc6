"""The tables of a sheet as tables of the paper: headings that span, figures with their sign, words as typed.

The widths are worked out here, for Typst would have to set each table twice to find them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Final

from model.request.columns import COST_COLUMNS, PRINTED_WORDS
from model.standard.standard import Standard
from model.values.amount import Amount, format_amount, format_percent
from templates.paper.blocks import PaperCell, PaperColumn, PaperRow, Table
from templates.sheet.blocks import (
    Cell,
    Column,
    CostRow,
    CostTable,
    FigureTable,
    PeopleCell,
    TypedCell,
    YearTable,
    with_unit,
)
from templates.sheet.heading import heading
from templates.sheet.sheet import Sheet
from templates.sheet.text_width import em_width

_LABELS: Final[Mapping[str, str]] = {column.key: column.full_heading for column in COST_COLUMNS}
_CORNER: Final = "区分"
_TEXT_SHARE: Final = 1.15  # of 内容, where each column of words behind the figures has 1
_LEAD_SHARE: Final = 1.0
_WORDS_SHARE: Final = 0.7
_TAIL_SHARE: Final = 1.5
_LEAST_COST: Final = 5.0  # em of a column of amounts, so that those of tables below one another stand in line
_LEAST_WIDE: Final = 6.0  # the same on a page on its side
_LONGEST_LABEL: Final = 12.0  # em; longer words are wrapped
_WIDEST: Final = 40.0  # em of a column that nothing wraps
_HEAD: Final = 1.0  # bold and a little smaller than the body
_BODY: Final = 1.06  # the 合計 is bold


class Tables:
    """Makes the tables of one sheet."""

    def __init__(self, standard: Standard) -> None:
        self._words = standard.words
        self._minus = standard.printing.minus_on_screen

    def amount(self, amount: Amount) -> str:
        """An amount as it is printed: 「△1,234」; blank for None."""
        return format_amount(amount, self._minus)

    def figures(self, table: FigureTable, *, has_title: bool = False) -> Table:
        """A table of figures: total cost, funding; ``has_title`` where its caption stands above it already."""
        head = heading(table.columns, table.key)
        return made(
            [0.0] * (1 + len(table.columns)),
            _head_rows(table.columns, table.key, [_over_all(_CORNER, len(head.rows))], []),
            [PaperRow((PaperCell(row.label), *map(self._figure, row.cells))) for row in table.rows],
            "" if has_title else table.caption,
            table.notes,
        )

    def costs(self, table: CostTable) -> Table:
        """A cost table: both years and their difference, each in a column of its own."""
        words = self._words
        heads = (
            table.columns["text"],
            with_unit(words.previous),
            with_unit(words.request),
            _LABELS["change"],
            *(table.columns[column.key] for column in PRINTED_WORDS),
        )
        return made(
            [_TEXT_SHARE, 0.0, 0.0, 0.0, *(1.0 for _ in PRINTED_WORDS)],
            [_heads(heads)],
            list(map(self._cost_row, table.rows)),
            notes=tuple(filter(None, (table.rounding, table.note))),
            least=_LEAST_COST,
        )

    def years(self, table: YearTable, *, has_title: bool = False, is_wide: bool = False) -> Table:
        """A table of years or of a section, with the words that stand beside all of its rows.

        ``is_wide`` where the page has room for columns of amounts that can be written into.
        """
        head = heading(table.columns, table.key)
        depth, count = len(head.rows), len(table.rows)
        before = [_over_all(column.label, depth) for column in table.lead]
        behind = [_over_all(column.label, depth) for column in table.tail]
        lead, tail = (
            [PaperCell(column.text, rows=count, is_beside=True) for column in columns]
            for columns in (table.lead, table.tail)
        )
        has_long_labels = max((em_width(row.label) for row in table.rows), default=0) > _LONGEST_LABEL
        return made(
            [
                *(_LEAD_SHARE for _ in lead),
                _LEAD_SHARE if has_long_labels else 0.0,
                *(
                    _WORDS_SHARE if any(_is_words(row.cells[index]) for row in table.rows) else 0.0
                    for index in range(len(table.columns))
                ),
                *(_TAIL_SHARE for _ in tail),
            ],
            _head_rows(table.columns, table.key, [*before, _over_all(table.corner, depth)], behind),
            [
                PaperRow(
                    (
                        *(lead if index == 0 else ()),
                        PaperCell(row.label),
                        *map(self._year_cell, row.cells),
                        *(tail if index == 0 else ()),
                    ),
                    first=0 if index == 0 else len(lead),
                    strong=row.is_total,
                )
                for index, row in enumerate(table.rows)
            ],
            "" if has_title or table.title == table.full_caption else table.full_caption,
            (table.note,) if table.note else (),
            _LEAST_WIDE if is_wide else 0.0,
        )

    def request_line(self, sheet: Sheet) -> Table:
        """要求額; where the form has them 前年度予算額, 増減, 増減率; 保留・復活・追加; 財源."""
        amount, *others = sheet.request_line
        heads = [with_unit(amount.label)]
        cells = [self._figure(amount.cell)]
        for previous in others:
            heads += [with_unit(previous.label), _LABELS["change"], _LABELS["percent"]]
            percent = format_percent(sheet.change_percent, self._minus)
            cells.append(self._figure(previous.cell))
            cells += [PaperCell(text, kind="number") for text in (self.amount(sheet.change), percent)]
        heads += [with_unit(component.label) for component in sheet.components]
        cells += [self._figure(component.cell) for component in sheet.components]
        shares = [0.0 for _ in heads]
        if sheet.funding_label:
            heads.append(sheet.funding_label)
            cells.append(PaperCell(sheet.request.funding_words, "funding_words"))
            shares.append(1.0)
        return made(shares, [_heads(heads)], [PaperRow(tuple(cells))], least=_LEAST_COST)

    def assessment_line(self, sheet: Sheet) -> Table:
        """The result of the 査定 with 計上額, 保留額, 別途額."""
        heads = [sheet.assessment_actor, *(with_unit(item.label) for item in sheet.assessment_line)]
        cells = [
            PaperCell(sheet.request.assessment.result, "assessment/result"),
            *(self._figure(item.cell) for item in sheet.assessment_line),
        ]
        return made([0.0 for _ in heads], [_heads(heads)], [PaperRow(tuple(cells))], least=_LEAST_COST)

    def _year_cell(self, cell: Cell | TypedCell | str) -> PaperCell:
        if isinstance(cell, str):
            return PaperCell(cell)
        if isinstance(cell, TypedCell):
            return PaperCell(cell.printed, cell.place, "number" if cell.is_figure else "words")
        return self._figure(cell)

    def _figure(self, cell: Cell | PeopleCell) -> PaperCell:
        if isinstance(cell, Cell):
            return PaperCell(self.amount(cell.printed), cell.place, "number")
        unit = "人" if cell.value is not None or not cell.printed else ""
        return PaperCell(f"{cell.printed}{unit}", cell.place, "number")

    def _cost_row(self, row: CostRow) -> PaperRow:
        kind = "group" if row.kind == "total" else "line"
        texts = ["", "", ""]
        if row.kind != "heading":
            texts = [self.amount(value) for value in (row.previous.printed, row.amount.printed, row.change)]
        places = (row.previous.place, row.amount.place, row.amount.place)
        return PaperRow(
            (
                PaperCell(row.mark + row.text, f"{kind}/{row.id}/text", depth=row.depth),
                *(PaperCell(text, where, "number") for text, where in zip(texts, places, strict=True)),
                *(
                    PaperCell(
                        row.words[column.key],
                        f"{kind}/{row.id}/{column.key}",
                        quiet=row.basis if column.key == "remark" else "",
                    )
                    for column in PRINTED_WORDS
                ),
            ),
            strong=row.kind == "total",
            heading=row.kind == "heading",
        )


def _is_words(cell: Cell | TypedCell | str) -> bool:
    """Whether a cell has words that are wrapped."""
    if isinstance(cell, TypedCell):
        return not cell.is_figure and em_width(cell.printed) > _LONGEST_LABEL
    return isinstance(cell, str) and em_width(cell) > _LONGEST_LABEL


def made(
    shares: Sequence[float],
    head: Sequence[tuple[PaperCell, ...]],
    rows: Sequence[PaperRow],
    caption: str = "",
    notes: tuple[str, ...] = (),
    least: float = 0.0,
) -> Table:
    """A table whose columns without a share of the width are as wide as what stands in them, ``least`` em at the least."""
    ems = [least] * len(shares)
    free_from = [0] * len(shares)  # the first heading row that no heading above reaches into, of each column
    for number, cells in enumerate(head):
        free = (column for column, first in enumerate(free_from) if first <= number)
        for cell in cells:
            taken = list(islice(free, cell.columns))
            if cell.columns == 1:
                ems[taken[0]] = max(
                    ems[taken[0]], *(em_width(line) * _HEAD for line in cell.text.split("\n"))
                )
            for column in taken:
                free_from[column] = number + cell.rows
    for row in rows:
        for index, cell in enumerate(row.cells, start=row.first):
            if not shares[index]:
                ems[index] = max(ems[index], *(em_width(line) * _BODY for line in cell.text.split("\n")))
    columns = tuple(
        PaperColumn(share=share) if share else PaperColumn(ems=min(width, _WIDEST))
        for width, share in zip(ems, shares, strict=True)
    )
    return Table(columns, tuple(head), tuple(rows), caption, notes)


def _heads(labels: Sequence[str]) -> tuple[PaperCell, ...]:
    return tuple(PaperCell(_broken(label)) for label in labels)


def _broken(label: str) -> str:
    """A heading whose brackets stand on a line of their own: 「要求額」 over 「(千円)」."""
    before, bracket, rest = label.partition("(")
    return f"{before}\n{bracket}{rest}" if before and bracket else label


def _head_rows(
    columns: Sequence[Column], key: str, before: list[PaperCell], behind: list[PaperCell]
) -> list[tuple[PaperCell, ...]]:
    """The heading rows of figures between headings of words, which reach over all of them."""
    first, *below = [
        [PaperCell(_broken(cell.label), columns=cell.columns, rows=cell.rows) for cell in cells]
        for cells in heading(columns, key).rows
    ]
    return [(*before, *first, *behind), *map(tuple, below)]


def _over_all(label: str, rows: int) -> PaperCell:
    return PaperCell(_broken(label), rows=rows)
