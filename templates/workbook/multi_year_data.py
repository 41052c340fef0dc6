"""Flat sheets of what binds later years: 債務負担, its years and funds, its 調書, and 継続費 (one datum per cell)."""

from __future__ import annotations

from typing import Final

from model.document.document import Snapshot
from model.figures.commitments import EXPENSE, GENERAL
from model.totals.ledger import ledger, name_of
from templates.sheet.ledger_table import ledger_funds
from templates.sheet.sheet import Sheet
from templates.workbook.cost_data import Columns
from templates.workbook.style import Value

_AMOUNT: Final = "amount"


def owed(snapshot: Snapshot, sheet: Sheet) -> Columns:
    """債務負担: a row a commitment, as it was entered, with its 限度額."""
    rows: list[tuple[Value, ...]] = []
    for number, (row, each) in enumerate(
        zip(sheet.commitments, snapshot.totals.commitments, strict=True), start=1
    ):
        commitment = each.commitment
        rows.append(
            (
                *(row.line_text, row.period, row.first_year, row.last_year, row.status_label, row.wording),
                *(number, name_of(snapshot.request, commitment), commitment.contract_period),
                *(commitment.set_in, each.limit.shown, commitment.note),
                *(commitment.paid_period, each.paid.shown),
            )
        )
    return (
        *("経費", "期間", "開始年度(西暦)", "終了年度(西暦)", "区分", "備考の文言"),
        *(
            "番号",
            "事項",
            "契約期間",
            "設定した予算",
            "限度額(千円)",
            "説明",
            "支出済みの期間",
            "支出見込額(千円)",
        ),
    ), rows


def owed_years(snapshot: Snapshot) -> Columns:
    """債務負担年度: a row for each amount and each fund of a year of a commitment, asked and granted, 千円."""
    standard, form = snapshot.standard, snapshot.totals.form
    plan = standard.commitment_columns_in(form.year.year)
    labels = {column.key: column.label for column in plan.columns}
    words = standard.commitments
    rows: list[tuple[Value, ...]] = []
    for number, commitment in enumerate(snapshot.totals.commitments, start=1):
        name = name_of(snapshot.request, commitment.commitment)
        for kind, years in ((words.asked_now, commitment.years), (words.granted_title, commitment.granted)):
            for row in years:
                head = (number, name, kind, row.row.year, row.year.year if row.year else None)
                cells: list[tuple[str, str, Value]] = [
                    ("contracted", words.contracted, row.row.contracted),
                    ("changed", words.changed, row.row.changed),
                    (_AMOUNT, "額", row.amount.shown),
                    *(
                        (key, labels.get(key) or standard.source_label(key), figure.shown)
                        for key, figure in row.sources.items()
                    ),
                    (GENERAL, form.general, row.general.shown),
                ]
                rows += [(*head, key, label, value) for key, label, value in cells if value is not None]
    return ("番号", "事項", "表", "年度の表記", "対象年度(西暦)", "欄コード", "欄", "金額(千円)"), rows


def owed_ledger(snapshot: Snapshot) -> Columns:
    """債務負担調書: a row a commitment, 千円."""
    columns = snapshot.standard.ledger.columns
    rows: list[tuple[Value, ...]] = []
    for number, row in enumerate(ledger(snapshot.request, snapshot.totals), start=1):
        funds = ledger_funds(snapshot, row)
        rows.append(
            (
                *(number, row.name, row.limit.value, row.paid_period, row.paid.value),
                *(row.planned_period, row.planned),
                *(funds[column.key] for column in columns),
                row.general,
            )
        )
    return (
        *("番号", "事項", "限度額(千円)", "支出済みの期間", "前年度末までの支出見込額(千円)"),
        *("支出予定の期間", "当該年度以降の支出予定額(千円)"),
        *(f"{column.label}(千円)" for column in columns),
        f"{snapshot.standard.ledger.general}(千円)",
    ), rows


def annual_amounts(snapshot: Snapshot) -> Columns:
    """継続費: a row for each year and column of a continuing expense, before and after a change, 千円."""
    standard, form = snapshot.standard, snapshot.totals.form
    labels = {column.key: column.label for column in standard.continuing.columns}
    labels |= {EXPENSE: standard.words.expense, GENERAL: form.general}
    rows: list[tuple[Value, ...]] = []
    for number, expense in enumerate(snapshot.totals.continuing, start=1):
        for row in expense.years:
            head = (number, expense.continuing.name, row.row.year, row.year.year if row.year else None)
            for key in expense.keys:
                cells = (row.before[key].shown, row.after[key].shown, row.change[key])
                if any(cell is not None for cell in cells):
                    rows.append((*head, key, labels.get(key) or standard.source_label(key), *cells))
    return (
        *("番号", "継続費の事業名", "年度の表記", "対象年度(西暦)", "欄コード", "欄"),
        *("変更前(千円)", "変更後(千円)", "変更(千円)"),
    ), rows
