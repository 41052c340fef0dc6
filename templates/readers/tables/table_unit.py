"""The unit of a table's amounts that have none of their own: of its title, a note, its products, what is printed elsewhere; else asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from model.language import phrase
from model.request.place import YEARS
from model.values.amount import UNITS, Written, in_yen
from templates.readers.books.cells import At
from templates.readers.reading import Unread
from templates.readers.tables.calling import calling
from templates.readers.tables.cell_amount import written
from templates.readers.tables.columns.calculations import calculated_unit
from templates.readers.tables.columns.columns import Role
from templates.readers.tables.columns.relations import is_product, size
from templates.readers.tables.columns.units import (
    agreed,
    amounts_written,
    said_units,
    unit_alone,
    unit_beside,
    unit_in,
    unit_note,
)
from templates.readers.tables.headings import OF_FIGURES
from templates.readers.tables.question import asked_of_cell
from templates.readers.tables.understood import RawTable, Said

THOUSAND: Final = "千円"
_PLAIN_UNIT: Final = 100_000  # figures all below it are 千円: as 円 they would be no budget
_LEAST_ROUND: Final = 10  # figures
_ROUND_YEN: Final = 10_000  # a figure from which on fewer do, for it may be 円
_THOUSAND: Final = 1_000
_TITLE_ROWS: Final = 3
_MOST_TITLES: Final = 3  # cells of a row
_UNIT_WORD: Final = "単位"
_LONGEST_HEADING: Final = 6  # letters of 単位 over a column: longer ones say something of it
_NEAR_ABOVE: Final = 10  # rows
_ROUND: Final = 10  # figures that are all multiples of it may be 円 or 百万円
_NOT_WRITTEN: Final = phrase("金額の単位が書かれていないため、千円として読みました。")


class TableUnit(NamedTuple):
    """The unit, the words that say it ("" where nothing does), what is asked or said, and the cells with the unit alone."""

    unit: str
    evidence: str
    said: Said | None = None
    cells: tuple[At, ...] = ()


def unit_of(table: RawTable, roles: Mapping[int, Role], body: Sequence[int], title_unit: str) -> TableUnit:
    """The unit of the amounts without one of their own: the first that something says, ``title_unit`` what the title names."""
    return next(found for found in _units(table, roles, body, title_unit) if found.unit)


def _units(
    table: RawTable, roles: Mapping[int, Role], body: Sequence[int], title_unit: str
) -> Iterator[TableUnit]:
    """What each kind of evidence says of the unit, the strongest first; 千円 at the end."""
    grid, columns, first = table.grid, table.headings.columns, table.headings.rows[0]
    yield TableUnit(table.choices.unit, phrase("選ばれた単位"))
    years = [column for column, role in roles.items() if role in YEARS]
    named = {
        column: unit for column in years if (unit := table.headings.units.get(column, "")) and unit in UNITS
    }
    own = agreed(named.values())
    if named and len(named) == len(years):
        yield TableUnit(own, phrase("見出しの単位"))
    figures = [
        size(cell.number)
        for row in body
        for column in years
        if column not in named
        and (cell := written(grid, row, column)) is not None
        and cell.number
        and not cell.unit
    ]
    if not figures:
        yield TableUnit(own or THOUSAND, phrase("セルの単位"))
    yield TableUnit(title_unit, phrase("表の題名の単位"))
    note, place = unit_note(grid, first, columns[0], columns[-1])
    yield TableUnit(note, f"{place}の単位")
    yield TableUnit(own, phrase("となりの列の見出しの単位"))
    yield TableUnit(_unit_over_headings(table), phrase("見出しの上の単位"))
    totals = (text for *_, text in grid.cells(body) if calling(text, table.around.standard))
    yield TableUnit(agreed(filter(None, map(unit_in, totals))), phrase("計の行の単位"))
    yield TableUnit(_unit_of_column(table, body), phrase("単位の列"))
    yield TableUnit(unit_of_products(table, roles, body), phrase("単価×数量と金額"))
    yield TableUnit(_unit_of_printed(table, roles, body), phrase("別に書かれた要求額との一致"))
    yield TableUnit(calculated_unit(grid, roles, body), phrase("積算の言葉と金額"))
    beside, cells = unit_beside(grid, first, columns[0], columns[-1])
    yield TableUnit(beside, phrase("表の上の単位"), cells=tuple(cells))
    titles = [
        row for row in grid.rows[:_TITLE_ROWS] if row < first and len(grid.columns(row)) <= _MOST_TITLES
    ]
    yield TableUnit(agreed(said_units(grid, titles).values()), phrase("シートの題名の単位"))
    yield TableUnit(table.around.unit, phrase("ほかのシートの単位"))
    largest = max(figures)
    is_round = (largest >= _ROUND_YEN or len(figures) >= _LEAST_ROUND) and all(
        figure % _ROUND == 0 for figure in figures
    )
    above = [text for *_, text in grid.cells(range(max(first - _NEAR_ABOVE, 1), first))]
    is_open = any(
        _UNIT_WORD in text and len(text) > _LONGEST_HEADING for text in above
    )  # 「単位は確認中です」
    in_form = grid.sheet.is_pasted or any(table.around.standard.words.title in text for text in above)
    if in_form and largest < _PLAIN_UNIT and not is_round and not is_open:
        yield TableUnit(THOUSAND, "", Unread(grid.where(first), "", _NOT_WRITTEN))
    others = ("円", "百万円")
    heading = (table.headings.rows[-1], years[-1])
    evidence = phrase("最も大きい額は{figures:,}です。", figures=int(largest))
    question = asked_of_cell(
        grid, heading, "unit", _NOT_WRITTEN, THOUSAND, others, evidence, answers=(THOUSAND, *others)
    )
    yield TableUnit(THOUSAND, "", question)


def _unit_over_headings(table: RawTable) -> str:
    """The unit of money that stands alone at the end of a first row of headings, over a heading that is no price; "" where none does."""
    first, *below = table.headings.rows
    last = max(table.grid.columns(first), default=0)
    is_over = any(table.grid.text(row, last) for row in below) and table.kind(last) in OF_FIGURES
    unit = unit_alone(table.grid.text(first, last)) if is_over else ""
    return unit if unit.endswith("円") else ""


def _unit_of_column(table: RawTable, body: Sequence[int]) -> str:
    """The unit of money that a column gives in each of its rows; "" where none does."""
    for column in table.headings.columns:
        texts = filter(None, (table.grid.text(row, column) for row in body))
        if (unit := unit_alone(first := next(texts, ""))).endswith("円") and all(
            text == first for text in texts
        ):
            return unit
    return ""


def unit_of_products(table: RawTable, roles: Mapping[int, Role], rows: Sequence[int]) -> str:
    """The unit in which 単価 × 数量 is the amount in every row, by the unit of 単価; "" where it is no amount."""
    prices, counts, amounts = (
        [column for column, role in roles.items() if role == of]
        for of in ("unit_price", "quantity", "amount")
    )
    if not (prices and counts and amounts):
        return ""
    price = next((column for column in prices if table.headings.units.get(column)), prices[0])
    figures = table.figures(rows)
    factor = is_product(figures[price], [figures[column] for column in counts], figures[amounts[0]])
    unit = table.headings.units.get(price, "")
    if factor == 1:
        return unit
    return THOUSAND if factor == _THOUSAND and unit in ("円", "") else ""


def _unit_of_printed(table: RawTable, roles: Mapping[int, Role], body: Sequence[int]) -> str:
    """The unit in which the largest amount, or the sum of all, is the 要求額 printed elsewhere or an amount with its unit above; "" where none or several are.

    A smaller row proves nothing: 5 below 4,995 is 5百万円 only by chance where 5,000千円 are asked.
    """
    printed = {figures[1] for figures in table.around.printed if figures[1]}
    first = table.headings.rows[0]
    printed |= {in_yen(amount) for row, amount in amounts_written(table.grid) if row < first}
    found: set[str] = set()
    for column in (column for column, role in roles.items() if role == "amount"):
        cells = (written(table.grid, row, column) for row in body)
        numbers = [cell.number for cell in cells if cell is not None and not cell.unit]
        whole = {max(numbers), sum(numbers)} if numbers else set()
        found |= {
            unit
            for unit in ("円", THOUSAND, "百万円")
            for number in whole
            if in_yen(Written(number, ""), unit) in printed
        }
    return found.pop() if len(found) == 1 else ""
