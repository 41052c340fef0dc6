"""Flat sheets of what binds later years: 債務負担, its years and funds, its 調書, and 継続費 (one datum per cell)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from model.document.document import Snapshot
from model.request.multi_year import CommitmentStatus
from model.request.place import EXPENSE, GENERAL
from model.totals.ledger import ledger, name_of
from templates.sheet.ledger_table import ledger_funds
from templates.sheet.sheet import Sheet
from templates.workbook.cost_data import Row
from templates.workbook.style import Value

_AMOUNT: Final = "amount"
_OWED: Final[Mapping[CommitmentStatus, str]] = {"requested": "要求額(千円)", "set": "設定済の額(千円)"}
_GRANTED: Final = "査定額(千円)"
_OWED_FUND: Final[Mapping[CommitmentStatus, str]] = {
    "requested": "要求額の財源(千円)",
    "set": "設定済の額の財源(千円)",
}
_GRANTED_FUND: Final = "査定額の財源(千円)"
_CONTRACTED: Final = "契約額(千円)"
_CHANGED: Final = "変更後の契約額(千円)"
_COLUMNS: Final = (
    *_OWED.values(),
    _GRANTED,
    *_OWED_FUND.values(),
    _GRANTED_FUND,
    _CONTRACTED,
    _CHANGED,
)


def owed(snapshot: Snapshot, sheet: Sheet) -> list[Row]:
    """債務負担: a row a commitment, as it was entered, with its 限度額."""
    rows = zip(sheet.commitments, snapshot.totals.commitments, strict=True)
    return [
        {
            "経費": row.line_text,
            "期間": row.period,
            "開始年度(西暦)": row.first_year,
            "終了年度(西暦)": row.last_year,
            "区分": row.status_label,
            "備考の文言": row.wording,
            "番号": number,
            "事項": name_of(snapshot.request, totals.commitment),
            "契約期間": totals.commitment.contract_period,
            "設定した予算": totals.commitment.set_in,
            "要求する限度額(千円)": totals.limit.shown if totals.commitment.status == "requested" else None,
            "設定済の限度額(千円)": totals.limit.shown if totals.commitment.status == "set" else None,
            "説明": totals.commitment.note,
            "支出済みの期間": totals.commitment.paid_period,
            "支出見込額(千円)": totals.paid.shown,
        }
        for number, (row, totals) in enumerate(rows, start=1)
    ]


def commitment_year_data(snapshot: Snapshot) -> list[Row]:
    """債務負担年度: a row for the amount of each year of a commitment, and one for each of its funds, 千円.

    What is asked and what is granted, amounts and their funds stand in columns of their own.
    """
    standard, form = snapshot.standard, snapshot.totals.form
    plan = standard.commitment_columns_in(form.year.year)
    labels = {column.key: column.label for column in plan.columns}
    words = standard.commitments
    rows: list[Row] = []
    for number, commitment in enumerate(snapshot.totals.commitments, start=1):
        name = name_of(snapshot.request, commitment.commitment)
        status = commitment.commitment.status
        for is_asked, years in ((True, commitment.years), (False, commitment.granted)):
            for row in years:
                cells: list[tuple[str, str, str, Value]] = [
                    (_AMOUNT, "額", _OWED[status] if is_asked else _GRANTED, row.amount.shown),
                    ("contracted", words.contracted, _CONTRACTED, row.row.contracted),
                    ("changed", words.changed, _CHANGED, row.row.changed),
                ]
                fund = _OWED_FUND[status] if is_asked else _GRANTED_FUND
                cells += [
                    (key, labels.get(key) or standard.source_label(key), fund, figure.shown)
                    for key, figure in row.sources.items()
                ]
                cells.append((GENERAL, form.general, fund, row.general.shown))
                rows += [
                    {
                        "番号": number,
                        "事項": name,
                        "年度の表記": row.row.year,
                        "対象年度(西暦)": row.year.year if row.year else None,
                        "欄コード": key,
                        "欄": label,
                        **{column: value if column == own else None for column in _COLUMNS},
                    }
                    for key, label, own, value in cells
                    if value is not None
                ]
    return rows


def commitment_ledger(snapshot: Snapshot) -> list[Row]:
    """債務負担調書: a row a commitment, 千円."""
    words = snapshot.standard.ledger
    rows: list[Row] = []
    for number, row in enumerate(ledger(snapshot.request, snapshot.totals), start=1):
        funds = ledger_funds(snapshot.standard, row.sources)
        rows.append(
            {
                "番号": number,
                "事項": row.name,
                "限度額(千円)": row.limit.value,
                "支出済みの期間": row.paid_period,
                "前年度末までの支出見込額(千円)": row.paid.value,
                "支出予定の期間": row.planned_period,
                "当該年度以降の支出予定額(千円)": row.planned,
                **{f"{column.label}(千円)": funds[column.key] for column in words.columns},
                f"{words.general}(千円)": row.general,
            }
        )
    return rows


def annual_amounts(snapshot: Snapshot) -> list[Row]:
    """継続費: a row for each year and column of a continuing expense, before and after a change, 千円."""
    standard, form = snapshot.standard, snapshot.totals.form
    labels = {column.key: column.label for column in standard.continuing.columns}
    labels |= {EXPENSE: standard.words.expense, GENERAL: form.general}
    rows: list[Row] = []
    for number, expense in enumerate(snapshot.totals.continuing, start=1):
        for row in expense.years:
            for key in expense.keys:
                figures: Row = {
                    "変更前(千円)": row.before[key].shown,
                    "変更後(千円)": row.after[key].shown,
                    "変更(千円)": row.change[key],
                }
                is_whole = key == EXPENSE
                cells: Row = {
                    **{f"年割額の{words}": value if is_whole else None for words, value in figures.items()},
                    **{f"財源の{words}": None if is_whole else value for words, value in figures.items()},
                }
                if any(cell is not None for cell in figures.values()):
                    rows.append(
                        {
                            "番号": number,
                            "継続費の事業名": expense.continuing.name,
                            "年度の表記": row.row.year,
                            "対象年度(西暦)": row.year.year if row.year else None,
                            "欄コード": key,
                            "欄": labels.get(key) or standard.source_label(key),
                            **cells,
                        }
                    )
    return rows
