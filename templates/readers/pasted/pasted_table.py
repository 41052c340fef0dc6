"""A block of cells pasted into a cost table: which columns and rows of it are the table's, and what is left out.

Only what is proven is left out: a row of headings by its words, a total and a column of 増減 or its rate by arithmetic or
by their heading. Everything that is left out, and every sign that was read from brackets, is reported in a sentence.
"""

from __future__ import annotations

from collections.abc import Sequence

from model.basis import looks_like_basis
from model.checks.quoted import shortened
from model.edits.basis import read_figure
from model.edits.paste import LINE_COLUMNS, Block, PastedTable
from model.figures.figures import LineTotals
from model.request.columns import LineField
from model.request.place import YEARS
from model.standard.standard import Standard
from model.values.amount import format_amount, parse
from model.values.fiscal_year import FiscalYear
from templates.readers.labels import compact, is_total, split_mark
from templates.readers.pasted.calculated_columns import ScreenColumn
from templates.readers.pasted.pasted_block import Column, PastedBlock, place_of
from templates.readers.pasted.pasted_cells import LONGEST, read_brackets
from templates.readers.pasted.pasted_columns import PastedColumns
from templates.readers.pasted.summed_rows import FigureRow, TotalRow, total_rows


def understand(
    block: Block,
    screen: Sequence[ScreenColumn],
    lines: Sequence[LineTotals],
    standard: Standard,
    year: FiscalYear,
    *,
    has_title: bool = False,
) -> tuple[PastedTable, str]:
    """Read a block that another program copied, as lines and the sentences of what was left out.

    Args:
        block: rows of cells.
        screen: the columns of the table from the one that the block is pasted in, as they stand on the screen.
        lines: the lines that take the first rows.
        standard: the words of headings and totals.
        year: the year of the request.
        has_title: whether the first row is the title of a table, where it is no row of headings.
    """
    return _Reader(block, screen, lines, standard, year).read(has_title=has_title)


class _Reader:
    def __init__(
        self,
        block: Block,
        screen: Sequence[ScreenColumn],
        lines: Sequence[LineTotals],
        standard: Standard,
        year: FiscalYear,
    ) -> None:
        self._block, self._standard = PastedBlock(block, screen, lines), standard
        self._columns = PastedColumns(self._block, standard, year)

    def read(self, *, has_title: bool) -> tuple[PastedTable, str]:
        title, block = None, self._block
        if has_title and block.rows and not self._columns.heads(block.rows[0]):
            first, *block.rows = block.rows
            title = first[0] if first else ""
            block.lost += first[1:]
        columns = self._columns.found()
        for year in YEARS:
            self._read_units(columns, year)
        self._read_brackets(columns)
        depths = self._depths(columns)
        totals = self._totals(columns, depths)
        fields = self._fields(columns)
        dropped = {total.row for total in totals}
        rows = [
            self._cells(row, columns, fields) for index, row in enumerate(block.rows) if index not in dropped
        ]
        depths = [depth for index, depth in enumerate(depths) if index not in dropped]
        for row, depth in zip(rows, depths, strict=True):
            if depth and "text" in fields:
                text = row[fields.index("text")]
                row[fields.index("text")] = text.strip() if text else text
        return PastedTable(fields, rows, depths, title), block.said()

    # --- figures ---

    def _read_units(self, columns: list[Column], year: str) -> None:
        """Put the unit of a heading behind the figures of its column: 「1,234,000」 below 「要求額(円)」 is 1,234千円."""
        index = place_of(year, columns)
        if index is None or columns[index].unit in ("", "千円"):
            return
        unit = columns[index].unit
        for row in self._block.rows:
            if isinstance(parse(_cell(row, index)), int) and "円" not in _cell(row, index):
                row[index] += unit
        self._block.notes.append(f"見出しに単位のある列の額は、{unit}から千円に直しました。")

    def _read_brackets(self, columns: list[Column]) -> None:
        """Read brackets in the column of the previous year: in every row they are the sheet's, in some a minus sign."""
        index = place_of("previous", columns)
        if index is None:
            return
        cells = [_cell(row, index) for row in self._block.rows]
        signed, said = read_brackets(cells)
        for row, cell, new in zip(self._block.rows, cells, signed, strict=True):
            if new != cell:
                row[index] = new
        self._block.notes.extend([said] if said else [])

    def _depths(self, columns: list[Column]) -> list[int]:
        """How far the rows are set in, where spaces show it and the figures agree: a line is the sum of its parts."""
        column = place_of("text", columns)
        depths = [0] * len(self._block.rows)
        if column is None or self._block.lines:  # lines that are there keep their places
            return depths
        indents = [
            0 if self._is_called_total(text.strip()) else len(text) - len(text.lstrip(" 　"))
            for text in self._block.column(column)
        ]
        figures = self._block.years(columns)
        for number, indent in enumerate(indents):
            end = next(
                (below for below in range(number + 1, len(indents)) if indents[below] <= indent), len(indents)
            )
            below = indents[number + 1 : end]
            parts = [figures[number + 1 + offset] for offset, one in enumerate(below) if one == min(below)]
            years = zip(*parts, strict=True)
            sums = [sum(figure for figure in figures_of if isinstance(figure, int)) for figures_of in years]
            own = figures[number]
            is_sum = parts and any(own) and all(one in (None, s) for one, s in zip(own, sums, strict=True))
            if is_sum:
                for index in range(number + 1, end):
                    depths[index] += 1
        return depths

    def _totals(self, columns: list[Column], depths: list[int]) -> list[TotalRow]:
        """The rows that are totals; each is named in the message."""
        text = place_of("text", columns)
        if len(self._block.rows) < 2:  # one row alone is meant as it is
            return []
        labels = [_cell(row, text).strip() if text is not None else "" for row in self._block.rows]
        pasted = [year for year in YEARS if year in [column.field for column in columns]]
        rows = []
        for number, (years, label) in enumerate(zip(self._block.years(columns), labels, strict=True)):
            rows.append(
                FigureRow(
                    tuple(figure for year, figure in zip(YEARS, years, strict=True) if year in pasted),
                    has_words=bool(label) or text is not None,
                    is_called_total=self._is_called_total(label),
                    is_part=depths[number] > 0,
                    is_new=number >= len(self._block.lines),
                )
            )
        found = total_rows(rows)
        if found:
            names = [f"「{shortened(labels[total.row], LONGEST)}」" for total in found if labels[total.row]]
            self._block.left_rows.append(f"計{len(found)}行" + (f"（{''.join(names)}）" if names else ""))
        for total in found:
            own = rows[total.row].figures
            if not total.is_proven and any(one is not None for one in own):
                sums = total.sums or (0,) * len(own)
                wrong = max(
                    (index for index, one in enumerate(own) if one not in (None, sums[index])), default=0
                )
                self._block.notes.append(
                    f"「{shortened(labels[total.row], LONGEST)}」の{format_amount(own[wrong], '△')}は、上の行の和"
                    f"{format_amount(sums[wrong], '△')}と合いません。行を確かめてください。"
                )
        return found

    def _is_called_total(self, label: str) -> bool:
        subtotals = {compact(word) for word in self._standard.workbook_reading.subtotals}
        return bool(label) and (is_total(label, self._standard) or compact(label) in subtotals)

    # --- cells ---

    def _fields(self, columns: list[Column]) -> tuple[LineField, ...]:
        fields = {column.field for column in columns if column.field is not None}
        found: list[LineField] = [
            line_column
            for line_column in LINE_COLUMNS
            if line_column in fields or (line_column == "remark" and "basis" in fields)
        ]
        if "basis" in fields:
            found.append("basis")
        if "text" in fields:
            found.append("mark")
        return tuple(found)

    def _cells(
        self, row: list[str], columns: list[Column], fields: tuple[LineField, ...]
    ) -> list[str | None]:
        """The cells of a row in the order of the fields it fills."""
        found: dict[str, str | None] = dict.fromkeys(fields)
        remarks: list[str] = []
        for index, column in enumerate(columns):
            cell = _cell(row, index)
            if column.field is None or index >= len(row):
                continue
            if column.field == "text":
                mark, found["text"] = split_mark(cell, self._standard)
                found["mark"] = mark or None
            elif column.field == "basis" and looks_like_basis(cell.strip()):
                found["basis"] = read_figure(cell)[1]
            elif column.field in ("remark", "basis"):
                own = column.field == "remark" and column.is_own
                remarks.extend([f"{column.before}{cell}"] if own or cell.strip() else [])
            else:
                found[column.field] = cell
        if remarks:
            found["remark"] = "\n".join(filter(None, remarks))
        return [found[field] for field in fields]


def _cell(row: Sequence[str], index: int) -> str:
    return row[index] if index < len(row) else ""
