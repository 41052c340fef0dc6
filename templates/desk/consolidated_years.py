"""What binds later years over the whole prefecture: 債務負担行為 and 継続費 by fiscal year.

A commitment that stands on the ordinary request and on a sheet of its own counts once, on its sheet.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Final

from sqlalchemy import select

from model.register.listing import current_versions
from model.register.sums import counted_items, item_sum, multi_year_sum
from model.register.tables import multi_year, multi_year_amounts, versions
from templates.desk.consolidated import Desk
from templates.desk.naming import NAME_COLUMNS, name_cells
from templates.desk.table_book import Column, TableSheet, amount_columns
from templates.workbook.style import Value

_STATUS: Final[Mapping[str, str]] = {"requested": "要求", "set": "設定済"}
_NO_YEAR: Final = "年度の分からない額(千円)"


def commitments_by_year(desk: Desk) -> TableSheet:
    """債務負担行為: a row for each, and what every fiscal year owes."""
    return _by_year(
        desk, "commitment", "債務負担行為", "限度額(千円)",
        "歳出の要求に付くものも数えます（「事業一覧」は別の用紙の要求だけ）。両方にあるものは用紙だけを数えます。歳出予算の額は入りません。単位: 千円",
    )  # fmt: skip


def continuing_by_year(desk: Desk) -> TableSheet:
    """継続費: a row for each, and its annual amounts."""
    return _by_year(desk, "continuing", "継続費", "総額(千円)", "年割額です。単位: 千円")


def counted_once(desk: Desk, kind: str) -> dict[tuple[str, str], tuple[Value, ...]]:
    """The items of a kind, each once: their words and whole amount by version and item."""
    joined, counts = counted_items(multi_year, kind, desk.chosen)
    order = ("year", "bureau_code", "bureau", "section_code", "section", "name")
    query = select(multi_year).select_from(joined).where(counts)
    query = query.order_by(*(versions.c[name] for name in order), multi_year.c.item)
    return {
        (item.version, item.item): (item.name, _STATUS.get(item.status, item.status), item.period, item.whole)
        for item in desk.connection.execute(query)
    }


def _by_year(
    desk: Desk,
    kind: str,
    title: str,
    whole: str,
    note: str,
) -> TableSheet:
    by_version = desk.by_version
    items = counted_once(desk, kind)
    owed: defaultdict[tuple[str, str], Counter[int]] = defaultdict(Counter)
    query = select(multi_year_amounts).where(
        multi_year_amounts.c.kind == kind, multi_year_amounts.c.version.in_(current_versions(desk.chosen))
    )
    for amount in desk.connection.execute(query):
        owed[amount.version, amount.item][amount.year] += amount.amount
    years = sorted({year for item in items for year in owed.get(item, ()) if year})
    headings = {**{year: f"{year}年度(千円)" for year in years}, 0: _NO_YEAR}
    table: list[tuple[Value, ...]] = []
    for item, words in items.items():
        row, own = by_version[item[0]], owed[item]
        table.append((*name_cells(row), *words, *(own.get(year) for year in headings)))
    register = {whole: item_sum(*desk.at, kind, "whole")} | {
        heading: multi_year_sum(*desk.at, kind, year) for year, heading in headings.items()
    }
    columns = (
        *NAME_COLUMNS, Column("事項", width=32), Column("区分", width=8), Column("期間", width=24), Column(whole, is_amount=True),
        *amount_columns(*headings.values()),
    )  # fmt: skip
    return TableSheet(title, note, columns, table, register)
