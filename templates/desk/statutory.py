"""The 調書 that law asks for with the budget (地方自治法施行令144条, 146条), over all requests: 債務負担行為, 継続費, 繰越明許費.

What is not in a request (what was really paid for a 継続費, and how far the work is; 給与費明細書 and the balances of 地方債) is in none.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import select

from model.document.document import take_snapshot
from model.keys.request_keys import KIND_LABELS
from model.register.contents import request_of
from model.register.listing import current_versions
from model.register.sums import item_sum, multi_year_sum, source_sum, version_sum
from model.register.tables import multi_year_amounts
from model.request.place import GENERAL
from model.standard.standard import Standard
from model.totals.ledger import ledger
from templates.desk.consolidated import Desk
from templates.desk.consolidated_years import counted_once
from templates.desk.naming import NAME_COLUMNS, name_cells, source_labels
from templates.desk.table_book import Column, TableSheet, amount_columns
from templates.sheet.ledger_table import ledger_funds
from templates.workbook.style import Value

_LIMIT: Final = "限度額(千円)"
_PAID: Final = "前年度末までの支出見込額(千円)"
_WHOLE: Final = "総額(千円)"
_ANNUAL: Final = "年割額(千円)"
_SUBJECT: Final = (Column("款"), Column("項"))


def commitment_ledger(desk: Desk) -> TableSheet:
    """The 債務負担行為調書."""
    words = desk.standard.ledger
    by_version = desk.by_version
    items = counted_once(desk, "commitment")
    table: list[tuple[Value, ...]] = []
    for version in dict.fromkeys(version for version, _ in items):
        row = by_version[version]
        snapshot = take_snapshot(request_of(desk.connection, version), desk.standard)
        for entry in ledger(snapshot.request, snapshot.totals):
            if (version, entry.commitment_id) in items:
                table.append(
                    (
                        *name_cells(row), entry.name, entry.limit.value, entry.paid_period,
                        entry.paid.value, entry.planned_period, entry.planned,
                        *ledger_funds(desk.standard, entry.sources).values(), entry.general,
                    )
                )  # fmt: skip
    return TableSheet(
        words.title,
        f"{words.full_title}（単位: 千円）",
        (
            *NAME_COLUMNS,
            Column(words.item, width=32),
            Column(_LIMIT, is_amount=True),
            Column("支出済みの期間"),
            Column(_PAID, is_amount=True, width=18),
            Column("支出予定の期間"),
            Column("当該年度以降の支出予定額(千円)", is_amount=True, width=18),
            *_fund_columns(desk.standard),
        ),
        table,
        {
            _LIMIT: item_sum(*desk.at, "commitment", "whole"),
            _PAID: item_sum(*desk.at, "commitment", "paid"),
        },
    )


def continuing_ledger(desk: Desk) -> TableSheet:
    """The 継続費調書: a row for each fiscal year of each work, 総額 on its first."""
    by_version = desk.by_version
    annual: dict[tuple[str, str], dict[int, dict[str, int | None]]] = {}
    query = (
        select(multi_year_amounts)
        .where(
            multi_year_amounts.c.kind == "continuing",
            multi_year_amounts.c.version.in_(current_versions(desk.chosen)),
        )
        .order_by(multi_year_amounts.c.year)
    )
    for amount in desk.connection.execute(query):
        years = annual.setdefault((amount.version, amount.item), {})
        years.setdefault(amount.year, {})[amount.source] = amount.amount
    table: list[tuple[Value, ...]] = []
    for (version, item), (name, _, _, whole) in counted_once(desk, "continuing").items():
        row = by_version[version]
        total: Value = whole
        for year, sources in (annual.get((version, item)) or {0: {}}).items():
            general = sources.pop(GENERAL, None)
            amounts = [amount for amount in (*sources.values(), general) if amount is not None]
            table.append(
                (
                    *name_cells(row), row.kan, row.kou, name or row.name, total, year or None, _time_of(year, row.year),
                    sum(amounts) if amounts else None, *ledger_funds(desk.standard, sources).values(), general,
                )
            )  # fmt: skip
            total = None
    return TableSheet(
        "継続費調書",
        "継続費についての前々年度末までの支出額、前年度末までの支出額又は支出額の見込み及び当該年度以降の支出予定額並びに事業の進行状況等に関する調書"
        "（単位: 千円）。支出額と進行状況は要求書にないため、年割額を時期に分けています。実績は書き足してください。",
        (
            *NAME_COLUMNS,
            *_SUBJECT,
            Column("継続費の事業名", width=32),
            Column(_WHOLE, is_amount=True),
            Column("年度(西暦)", width=10),
            Column("時期", width=18),
            Column(_ANNUAL, is_amount=True),
            *_fund_columns(desk.standard),
        ),
        table,
        {
            _WHOLE: item_sum(*desk.at, "continuing", "whole"),
            _ANNUAL: multi_year_sum(*desk.at, "continuing"),
        },
    )


def carry_over_ledger(desk: Desk) -> TableSheet:
    """What 繰越明許費 is asked for: the table of the budget, with the sources that the 繰越計算書 asks for."""
    label = KIND_LABELS["carry_over"]
    heading = f"{label}(千円)"
    own = [row for row in desk.rows if row.kind == "carry_over"]
    used = {source for row in own for source in desk.asked.get(row.version, ())}
    sources = source_labels(used | {GENERAL}, desk.standard)
    table: list[tuple[Value, ...]] = []
    for row in own:
        of_row = desk.asked.get(row.version, {})
        amounts = (of_row.get(source) for source in sources)
        table.append((*name_cells(row), row.kan, row.kou, row.moku, row.carry_over, *amounts))
    register = {heading: version_sum(*desk.at, "carry_over")} | {
        f"{words}(千円)": source_sum(*desk.at, source, "carry_over") for source, words in sources.items()
    }
    return TableSheet(
        f"{label}調書",
        f"予算の{label}の表（款・項・事業名・金額）と、繰越計算書の財源内訳です。{len(own)}件。単位: 千円",
        (
            *NAME_COLUMNS,
            *_SUBJECT,
            Column("目"),
            *amount_columns(*register),
        ),
        table,
        register,
    )


def _fund_columns(standard: Standard) -> tuple[Column, ...]:
    words = standard.ledger
    labels = (*(column.label for column in words.columns), words.general)
    return amount_columns(*(f"{label}(千円)" for label in labels))


def _time_of(year: int, own: int) -> str:
    """In which part of the 調書 the amount of a fiscal year stands."""
    if not year:
        return "年度の分からないもの"
    if year >= own:
        return "当該年度" if year == own else "翌年度以降"
    return "前年度" if year == own - 1 else "前々年度末まで"
