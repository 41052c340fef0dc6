"""Places: where on the request a value stands, as one short string with stable ids.

    header/name · contact/phone · funding_words · assessment/amount · section/<id>/text · commitment/<id>/period
    group/<id>/title · line/<id>/amount · price/<name> · headcount/request/regular
    request/amount, request/previous         the 要求額 line; component/revived behind it
    cost/request/labour                      the total-cost table: expense (A), labour (B), total (A+B)
    funding/request/other, funding/request/general, funding/request/expense
    commitment/<id>/name                     a commitment: line, period, status, name, contract_period, set_in, limit, note, paid_period, paid
    owed/<row id>/amount                     a year of a commitment, asked or granted: year, amount, contracted, changed
    owed/<row id>/source/national            its funds by source key, and ``general``
    continuing/<id>/total                    a continuing expense: name, total, total_before, note
    annual/<row id>/year, annual/<row id>/before/expense, annual/<row id>/after/bonds
    term/<id>/rate                           a ground of revenue: source, name, rate, eligible, amount, bond_class, line
    cut/<id>/amount                          a part of the cut: line, amount, reason
    table/<id>/title                         a table of a section: title, note
    column/<id>/heading                      a column of it: heading, unit, total (its cell in the last row)
    cell/<row id>/<column id>                a cell of it

The same place names a value in a finding, an edit, a sheet's cell and a widget of the window.
"""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

from model.request.columns import LineField
from model.request.request import Component, FundingRowKey, SheetRow

Place: TypeAlias = str

CostColumn: TypeAlias = Literal["expense", "labour", "total"]
Year: TypeAlias = Literal["previous", "amount"]
"""Which of the two years of a cost table: the previous year's column or this year's."""

CommitmentField: TypeAlias = Literal[
    "line",
    "period",
    "status",
    "name",
    "contract_period",
    "set_in",
    "limit",
    "note",
    "paid_period",
    "paid",
]
YEARS: Final[tuple[Year, ...]] = ("previous", "amount")
COSTS: Final[tuple[CostColumn, ...]] = ("expense", "labour", "total")
REQUEST_AMOUNT: Final = "request/amount"
REQUEST_PREVIOUS: Final = "request/previous"
ASSESSED_AMOUNT: Final = "assessment/amount"
FISCAL_YEAR: Final = "header/fiscal_year"
GENERAL: Final = "general"
EXPENSE: Final = "expense"


def line(line_id: str, field: LineField) -> Place:
    """The place of a line's field."""
    return f"line/{line_id}/{field}"


def group(group_id: str, field: Literal["title", "note", "previous", "amount"]) -> Place:
    """The place of a cost group's field; previous and amount are its 合計."""
    return f"group/{group_id}/{field}"


def section(section_id: str, field: Literal["heading", "text"]) -> Place:
    """The place of a narrative section's field."""
    return f"section/{section_id}/{field}"


def commitment(commitment_id: str, field: CommitmentField) -> Place:
    """The place of a commitment's field."""
    return f"commitment/{commitment_id}/{field}"


def owed(row_id: str, field: Literal["year", "amount", "contracted", "changed"]) -> Place:
    """The place of a field of one year of a commitment."""
    return f"owed/{row_id}/{field}"


def commitment_year_source(row_id: str, source: str) -> Place:
    """The place of a fund of one year of a commitment: a source's key or ``general``."""
    return f"owed/{row_id}/source/{source}"


def continuing(continuing_id: str, field: Literal["name", "total", "total_before", "note"]) -> Place:
    """The place of a field of a continuing expense."""
    return f"continuing/{continuing_id}/{field}"


def annual_year(row_id: str) -> Place:
    """The place of the fiscal year of an annual amount (年割額)."""
    return f"annual/{row_id}/year"


def annual(row_id: str, side: Literal["before", "after"], column: str) -> Place:
    """The place of an annual amount before or after a change: ``expense``, a source's key or ``general``."""
    return f"annual/{row_id}/{side}/{column}"


def term(
    term_id: str,
    field: Literal["source", "name", "rate", "eligible", "amount", "bond_class", "line"],
) -> Place:
    """The place of a field of a ground of revenue (財源の根拠)."""
    return f"term/{term_id}/{field}"


def cut(cut_id: str, field: Literal["line", "amount", "reason"]) -> Place:
    """The place of a field of a part of the cut (減額の内訳)."""
    return f"cut/{cut_id}/{field}"


def headcount(row: SheetRow, category: str) -> Place:
    """The place of a count of people."""
    return f"headcount/{row}/{category}"


def cost(row: SheetRow, column: CostColumn) -> Place:
    """The place of a figure of the total-cost table."""
    return f"cost/{row}/{column}"


def component(key: Component) -> Place:
    """The place of 保留, 復活 or 追加 on the request line."""
    return f"component/{key}"


def funding(row: FundingRowKey, column: str) -> Place:
    """The place of a figure of the funding tables: a source's key, ``general`` or ``expense``."""
    return f"funding/{row}/{column}"


def table(table_id: str, field: Literal["title", "note"]) -> Place:
    """The place of a field of a section's table."""
    return f"table/{table_id}/{field}"


def table_column(column_id: str, field: Literal["heading", "unit", "total"]) -> Place:
    """The place of a field of a column of a section's table; total is its cell in the last row."""
    return f"column/{column_id}/{field}"


def table_cell(row_id: str, column_id: str) -> Place:
    """The place of a cell of a section's table."""
    return f"cell/{row_id}/{column_id}"
