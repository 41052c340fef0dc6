"""Cells as a table of a section (箇所表 …): its headings, their units, and the last row where it adds the others up.

Nothing is lost: a row is a total only where the arithmetic of the rows above says so, else it is a row like any other.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from msgspec.structs import replace

from model.request.section_table import SectionTable, TableColumn, TableRow
from model.standard.standard import Standard
from model.totals.section_tables import column_sum, is_total_row, total_words
from model.values.exact_number import format_number, is_nothing, parse_number
from model.values.identity import new_id
from model.values.pattern import lazy_pattern

_UNIT: Final = lazy_pattern(
    r"(?P<words>[^()（）]++)[(（](?:単位[:：;])?(?P<unit>[^()（）0-9０-９]{1,6})[)）]"
)
_NOT_ADDED: Final = lazy_pattern(r".*(?:[%％率比]|割合|平均|単価|順位|番号).*")
_YEAR: Final = lazy_pattern(r"(?:19|20)[0-9]{2}")


def section_table(cells: Sequence[Sequence[str]], section: str, standard: Standard) -> SectionTable:
    """The table that cells are, from the top, the headings first where there are some; ``section`` is the id of its section."""
    rows = [[cell.strip("\n") for cell in row] for row in cells if any(cell.strip() for cell in row)]
    width = max(
        (index + 1 for row in rows for index, cell in enumerate(row) if cell.strip()),
        default=1,
    )
    rows = [[*row[:width], *[""] * (width - len(row))] for row in rows]
    headings = rows.pop(0) if has_headings(rows) else [""] * width
    columns = tuple(_column(heading, [row[at] for row in rows]) for at, heading in enumerate(headings))
    table = SectionTable(
        new_id(),
        section,
        columns=columns,
        rows=tuple(
            TableRow(new_id(), {column.id: text for column, text in zip(columns, row, strict=True) if text})
            for row in rows
        ),
    )
    return _with_total(table, total_words(standard), standard.printing.minus_on_screen)


def with_cells(table: SectionTable, pasted: SectionTable, first: int) -> SectionTable:
    """A table with the columns of another one put over its own from the one of index ``first`` on, row by row from the top; ids stay."""
    columns = list(table.columns)
    columns += [TableColumn(new_id()) for _ in range(first + len(pasted.columns) - len(columns))]
    ids: dict[str, str] = {}
    for at, new in enumerate(pasted.columns, start=first):
        ids[new.id] = columns[at].id
        columns[at] = replace(new, id=columns[at].id)
    rows = [*table.rows, *(TableRow(new_id()) for _ in range(len(pasted.rows) - len(table.rows)))]
    for at, row in enumerate(rows):
        put = pasted.rows[at].cells if at < len(pasted.rows) else {}
        kept = {column: text for column, text in row.cells.items() if column not in ids.values()}
        over = {ids[column]: text for column, text in put.items()}
        rows[at] = replace(row, cells={**kept, **over} if at < len(pasted.rows) else row.cells)
    while len(rows) > len(pasted.rows) and not any(text.strip() for text in rows[-1].cells.values()):
        rows.pop()
    return replace(table, columns=tuple(columns), rows=tuple(rows))


def has_headings(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first row is one of headings: words alone (a year is a word, too), above other rows."""
    if len(rows) < 2:
        return False
    first = [cell.strip() for cell in rows[0]]
    return sum(map(bool, first)) > len(first) // 2 and not any(
        parse_number(cell) is not None and not _YEAR.fullmatch(cell) for cell in first
    )


def _column(heading: str, texts: Sequence[str]) -> TableColumn:
    """A column; brackets behind its heading are the unit where numbers stand below it."""
    heading = heading.strip()
    match = _UNIT.fullmatch(heading.replace("\n", ""))
    if match is not None and _holds_numbers(texts, match["unit"]):
        return TableColumn(new_id(), match["words"].strip(), match["unit"].strip())
    return TableColumn(new_id(), heading)


def _holds_numbers(texts: Sequence[str], unit: str) -> bool:
    filled = [text for text in texts if not is_nothing(text)]
    return bool(filled) and all(parse_number(text, unit) is not None for text in filled)


def _with_total(table: SectionTable, words: frozenset[str], minus: str) -> SectionTable:
    """The table with its last row as its total, where that adds the rows above it up.

    Of a row that is called so (計) one column that ties is enough: a number of another that looks like a sum and is none is
    then a typed total, and any other (an average) words. A row that is not called so ties in two columns, and in all.
    """
    if len(table.rows) < 3:  # of one row anything is the sum
        return table
    *rows, last = table.rows
    above = replace(table, rows=tuple(rows))
    columns: list[TableColumn] = []
    tied = other = 0
    for column in table.columns:
        text = last.cells.get(column.id, "")
        said = parse_number(text, column.unit)
        found = column_sum(above, column, words)
        if said is not None and len(found.added) > 1 and found.value == said:
            tied += 1
            shown = "" if text.strip() == format_number(said, minus) else text
            columns.append(replace(column, summed=True, total=shown))
        else:
            other += said is not None
            is_slip = said is not None and _is_a_slip(above, column, said)
            columns.append(replace(column, summed=is_slip, total=text))
    is_total = tied > 0 if is_total_row(table, last, words) else tied > 1 and not other
    return replace(above, columns=tuple(columns)) if is_total and not columns[0].summed else table


def _is_a_slip(above: SectionTable, column: TableColumn, said: Decimal) -> bool:
    """Whether a total that is not the sum is meant to be it: more than any row, in a column that is added up."""
    numbers = [parse_number(row.cells.get(column.id, ""), column.unit) for row in above.rows]
    known = [number for number in numbers if number is not None]
    is_added = not _NOT_ADDED.fullmatch(f"{column.heading}{column.unit}".replace("\n", ""))
    return is_added and len(known) > 1 and said > max(known)
