"""The unit of a table's amounts that have none of their own: of its title, a note, its products, what is printed elsewhere; else asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final, NamedTuple

from model.language import phrase
from model.request.place import YEARS
from model.values.amount import Exact, Written, in_yen
from templates.readers.reading import Unread
from templates.readers.tables.cell_amount import written
from templates.readers.tables.columns.calculations import calculated_unit
from templates.readers.tables.columns.columns import Role
from templates.readers.tables.columns.relations import is_product
from templates.readers.tables.columns.units import agreed, unit_alone, unit_beside, unit_note
from templates.readers.tables.question import Question
from templates.readers.tables.understood import RawTable

THOUSAND: Final = "千円"
_PLAIN_UNIT: Final = 100_000  # figures all below it are 千円: as 円 they would be no budget
_ROUND_YEN: Final = 1_000
_SMALL_YEN: Final = 10  # figures that are all multiples of it, from 10,000 on, may be 円
_NOT_WRITTEN: Final = phrase("金額の単位が書かれていないため、千円として読みました。")


class TableUnit(NamedTuple):
    """The unit, the words that say it ("" where nothing does), what is asked, what is said, and the cells with the unit alone."""

    unit: str
    evidence: str
    question: Question | None = None
    note: Unread | None = None
    cells: tuple[tuple[int, int], ...] = ()


def unit_of(table: RawTable, roles: dict[int, Role], body: Sequence[int], title_unit: str) -> TableUnit:
    """The unit of the amounts without one of their own.

    Args:
        table: the table.
        roles: what its columns hold.
        body: its rows.
        title_unit: the unit that its title names; "" for none.
    """
    if table.choices.unit:
        return TableUnit(table.choices.unit, phrase("選ばれた単位"))
    years = [column for column, role in roles.items() if role in YEARS]
    named = {
        column: unit
        for column in years
        if (unit := table.headings.units.get(column, "")) in ("円", "千円", "万円", "百万円", "億円")
    }
    own = agreed(named.values())
    if named and len(named) == len(years) and own:
        return TableUnit(own, phrase("見出しの単位"))
    bare = [column for column in years if column not in named]
    if not any(_bare_figures(table, bare, body)):
        return TableUnit(own or THOUSAND, phrase("セルの単位"))
    columns = table.headings.columns
    note, place = unit_note(table.grid, table.headings.rows[0], columns[0], columns[-1])
    if title_unit or note:
        unit = title_unit or note
        evidence = phrase("表の題名の単位") if title_unit else f"{place}の単位"
        return TableUnit(unit, evidence)
    if own:
        return TableUnit(own, phrase("となりの列の見出しの単位"))
    if listed := _unit_of_column(table, body):
        return TableUnit(listed, phrase("単位の列"))
    if by_price := _unit_of_products(table, roles, body):
        return TableUnit(by_price, phrase("単価×数量と金額"))
    if printed := _unit_of_printed(table, roles, body):
        return TableUnit(printed, phrase("別に書かれた要求額との一致"))
    if calculated := calculated_unit(table.grid, roles, body):
        return TableUnit(calculated, phrase("積算の言葉と金額"))
    beside, cells = unit_beside(table.grid, table.headings.rows[0], columns[0], columns[-1])
    if beside:
        return TableUnit(beside, phrase("表の上の単位"), cells=tuple(cells))
    if table.around.unit:
        return TableUnit(table.around.unit, phrase("ほかのシートの単位"))
    figures = [abs(Fraction(figure)) for figure in _bare_figures(table, bare, body)]
    is_round = max(figures) >= 10 * _ROUND_YEN and all(figure % _SMALL_YEN == 0 for figure in figures)
    if max(figures) >= _PLAIN_UNIT or is_round:
        row = table.headings.rows[-1]
        return TableUnit(
            THOUSAND,
            "",
            Question(
                "unit",
                table.grid.where(row, years[-1]),
                _NOT_WRITTEN,
                THOUSAND,
                ("円", "百万円"),
                phrase("最も大きい額は{figures:,}です。", figures=int(max(figures))),
                row=row,
                column=years[-1],
                answers=(THOUSAND, "円", "百万円"),
            ),
        )
    return TableUnit(THOUSAND, "", note=Unread(table.grid.where(table.headings.rows[0]), "", _NOT_WRITTEN))


def _bare_figures(table: RawTable, columns: Sequence[int], body: Sequence[int]) -> Iterator[Exact]:
    """The figures of some columns that have no unit of their own, but for 0."""
    cells = (written(table.grid, row, column) for row in body for column in columns)
    return (cell.number for cell in cells if cell is not None and not cell.unit and cell.number)


def _unit_of_column(table: RawTable, body: Sequence[int]) -> str:
    """The unit of money that a column gives in each of its rows; "" where none does."""
    for column in table.headings.columns:
        texts = {text for row in body if (text := table.grid.text(row, column))}
        if len(texts) == 1 and (unit := unit_alone(texts.pop())).endswith("円"):
            return unit
    return ""


def _unit_of_products(table: RawTable, roles: dict[int, Role], body: Sequence[int]) -> str:
    prices = [
        column for column, role in roles.items() if role == "unit_price" and table.headings.units.get(column)
    ]
    counts = [column for column, role in roles.items() if role == "quantity"]
    amounts = [column for column, role in roles.items() if role == "amount"]
    if not (prices and counts and amounts):
        return ""
    figures = table.figures(body)
    factor = is_product(figures[prices[0]], [figures[column] for column in counts], figures[amounts[0]])
    unit = table.headings.units[prices[0]]
    return {1: unit, 1000: THOUSAND if unit == "円" else ""}.get(int(factor) if factor else 0, "")


def _unit_of_printed(table: RawTable, roles: dict[int, Role], body: Sequence[int]) -> str:
    """The unit in which the largest amount, or the sum of all, is the 要求額 printed elsewhere; "" where none or several are.

    A smaller row proves nothing: 5 below 4,995 is 5百万円 only by chance where 5,000千円 are asked.
    """
    printed = {figures[1] for figures in table.around.printed if figures[1]}
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
