"""The tables of sections on the printed sheet: rows that were inserted, deleted or sorted, and tables that are gone.

A changed cell is read like any other value at its place; here it is said which rows there are, and asked where the sum
of the workbook leaves out one of them.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Final

from msgspec.structs import replace

from model.edits.section_tables import table_of
from model.language import phrase
from model.request.place import Place, table_column
from model.request.request import Request
from model.request.section_table import SectionTable, TableRow
from model.standard.standard import Standard
from model.totals.section_tables import column_sum, total_words
from model.values.exact_number import format_number
from model.values.identity import new_id
from templates.readers.books.calculation import Calculation
from templates.readers.workbook.page_now import PageNow
from templates.readers.workbook.report import Report

KINDS: Final = frozenset(("table", "column", "cell"))
_DECIMALS: Final = 8  # as many as a cell can have; the numbers of a workbook are not exact beyond
_WHY: Final = phrase("行を入れたり移したりしたため、式が合計するセルと取り込んだ行が違います。")


class TableRows:
    """The rows of the sections' tables as they stand now."""

    def __init__(self, request: Request, page: PageNow, report: Report) -> None:
        self._request, self._page, self._report = request, page, report
        self._written: dict[str, int] = {}  # the first written row of each row and each heading
        self._columns: dict[str, int] = {}  # the written column of each column
        for number, cells in page.memory.page.items():
            for cell in cells:
                kind, _, rest = cell.place.partition("/")
                part, _, field = rest.rpartition("/")
                if kind == "cell":
                    self._written.setdefault(part, number)
                elif kind == "column" and field == "heading":
                    self._columns[part] = cell.column
                    self._written.setdefault(part, number)
        self._added: dict[str, list[tuple[int, TableRow]]] = {}

    def table_at(self, where: Place) -> str:
        """The id of the table below whose headings or in whose rows a place is; "" for none."""
        kind, _, rest = where.partition("/")
        part, _, field = rest.rpartition("/")
        is_inside = kind == "cell" or (kind == "column" and field == "heading")
        table = table_of(self._request, part) if is_inside else None
        return table.id if table is not None else ""

    def insert(self, now: int, table_id: str) -> None:
        """A row that was inserted in a table."""
        table = table_of(self._request, table_id)
        texts = self._page.texts(now)
        assert table is not None
        cells = {
            column.id: str(texts[at])
            for column in table.columns
            if (at := self._columns.get(column.id)) is not None and at in texts
        }
        self._added.setdefault(table_id, []).append((now, TableRow(new_id(), cells)))
        self._report.change(now, 0, phrase("追加された行"), "", "\t".join(cells.values()))

    def rebuilt(self, request: Request) -> Request:
        """The request with the rows of its tables as they stand now, without the tables all of whose rows are gone."""
        tables = tuple(
            now
            for table in request.tables
            if (now := self._now(table, self._added.get(table.id, []))) is not None
        )
        return request if tables == request.tables else replace(request, tables=tables)

    def _now(self, table: SectionTable, added: list[tuple[int, TableRow]]) -> SectionTable | None:
        parts = [*(column.id for column in table.columns), *(row.id for row in table.rows)]
        printed = [part for part in parts if part in self._written]
        if not printed:
            return table
        stands = {
            part: at for part in printed if (at := self._page.stands.get(self._written[part])) is not None
        }
        if not stands and not added:
            name = table.title or phrase("（題のない表）")
            self._report.change(self._written[printed[0]], 0, phrase("消された表"), name, "")
            return None
        gone = [row for row in table.rows if row.id in self._written and row.id not in stands]
        for row in gone:
            said = "\t".join(row.cells[column.id] for column in table.columns if column.id in row.cells)
            self._report.change(self._written[row.id], 0, phrase("消された行"), said, "")
        kept = [row for row in table.rows if row not in gone]
        last = -1
        placed: list[tuple[int, TableRow]] = []
        for row in kept:  # a row that is not printed stays behind the one above it
            last = stands.get(row.id, last)
            placed.append((last, row))
        rows = tuple(row for _, row in sorted([*placed, *added], key=lambda entry: entry[0]))
        if [row.id for row in rows if row in kept] != [row.id for row in kept]:
            name = self._report.names.name_of(f"table/{table.id}/title")
            what = phrase("{name}の行の並べ替え", name=name)
            self._report.change(self._written[printed[0]], 0, what, "", "")
        return table if rows == table.rows else replace(table, rows=rows)


def ask_of_totals(request: Request, standard: Standard, page: PageNow, report: Report) -> None:
    """Ask of each 計 of a section's table whose formula gives another number than the rows that were read."""
    formulas, cells, words = page.formulas_now(), page.figure_cells(), total_words(standard)
    calculation = Calculation(page.sheet, formulas)
    for table in request.tables:
        for column in table.columns:
            where = table_column(column.id, "total")
            at, taken = cells.get(where), column_sum(table, column, words).value
            if at is None or taken is None or not column.summed or column.total.strip():
                continue
            given = calculation.formula(formulas.get(at, ""))
            if given is None or round(given - Fraction(taken), _DECIMALS) == 0:
                continue
            printed, read = _shown(given), format_number(taken)
            said = (
                f"{report.names.name_of(where)}は、ブックの式では {printed}{column.unit}、取り込んだ内容では {read}{column.unit} です。"
                "取り込んだ内容の方を取りました。"
            )
            report.ask(*at, where, said, read, printed, _WHY)


def _shown(number: Fraction) -> str:
    """A number of a workbook with the decimals that it has."""
    rounded = round(number, _DECIMALS)
    return format_number((Decimal(rounded.numerator) / Decimal(rounded.denominator)).normalize())
