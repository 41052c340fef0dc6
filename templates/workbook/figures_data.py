"""The flat sheets of the request's own figures: 事業, 財源内訳, 人役, 査定.

Each has one set of columns whatever the form, and no column holds two kinds of amounts: 歳出, 債務負担行為, 継続費 and
繰越明許費 stand apart, as what is asked and what is granted do, so that the sum of a column is a sum of like things.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from model.document.document import Snapshot
from model.keys.request_keys import KIND_LABELS, SheetKind, sheet_kind
from model.request import place
from model.request.request import FundingRowKey, SheetRow
from model.values import people
from templates.sheet.figure_tables import total_cost_table
from templates.sheet.sheet import Sheet
from templates.workbook.cost_data import Row
from templates.workbook.style import Value

_COST_ROWS: Final[Mapping[SheetRow, str]] = {
    "standing": "現計",
    "assessed": "査定後",
    "request": "要求",
    "total": "計",
    "previous": "前年度",
}
_FUNDING_ROWS: Final[Mapping[FundingRowKey, str]] = {
    "previous": "前年度予算",
    "standing": "現計・既査定額",
    "request": "要求額",
    "deferred": "保留要求額",
    "revived": "復活要求額",
    "added": "追加要求額",
    "asked": "保留・復活・追加の計",
    "total": "要求総額",
    "assessed": "計上額",
    "held": "保留額",
    "separate": "別途額",
}
_FINANCE_ROWS: Final[tuple[FundingRowKey, ...]] = ("assessed", "held", "separate")


def project(snapshot: Snapshot) -> list[Row]:
    """事業: the request in one row, 千円."""
    totals, assessment = snapshot.totals, snapshot.request.assessment
    header, contact = snapshot.request.header, snapshot.request.contact
    kind = _kind(snapshot)
    row: Row = {
        "区分": header.business_class,
        "副題": header.subtitle,
        "担当": contact.team,
        "電話番号": contact.phone,
        "E-mail": contact.email,
        "財源": snapshot.request.funding_words,
        **_by_kind(kind, "要求額", totals.amount.shown),
        "前年度予算額(千円)": totals.previous.shown if kind == "expenditure" else None,
        "増減(千円)": totals.change if kind == "expenditure" else None,
        "増減率(%)": totals.change_percent if kind == "expenditure" else None,
        **_by_kind(kind, "計上額", assessment.amount),
    }
    printed = {plan.row for plan in totals.form.cost_rows}
    for key, words in _COST_ROWS.items():
        cost = totals.cost_rows[key] if key in printed else None
        row[f"{words}の事業費(千円)"] = cost.expense.shown if cost else None
        row[f"{words}の人件費(千円)"] = cost.labour.shown if cost else None
        row[f"{words}のトータルコスト(千円)"] = cost.total.shown if cost else None
    return [row]


def funding(snapshot: Snapshot) -> list[Row]:
    """財源内訳: a row for each source, a column for each row of the funding tables; the 事業費 is the sum of a column, 千円."""
    form, kind = snapshot.totals.form, _kind(snapshot)
    finance = form.finance_rows if snapshot.request.is_assessed else []
    printed = {plan.row for plan in (*form.funding_rows, *finance)}
    if not printed:
        return []
    sources = [(source.key, source.label) for source in snapshot.standard.sources_of(form)]
    rows: list[Row] = []
    for source, label in (*sources, (place.GENERAL, form.general)):
        row: Row = {"財源コード": source, "財源": label}
        for key, words in _FUNDING_ROWS.items():
            amount: Value = None
            if key in printed:
                figures = snapshot.totals.funding_rows[key]
                figure = figures.general if source == place.GENERAL else figures.sources[source]
                amount = figure.shown or 0
            is_of_kind = key in ("request", *_FINANCE_ROWS)
            row |= _apart(kind, words, amount) if is_of_kind else {f"{words}(千円)": amount}
        rows.append(row)
    return rows


def headcount(snapshot: Snapshot) -> list[Row]:
    """人役: a row for each staff category of each row of the total-cost table, 人 and 千円."""
    standard, totals = snapshot.standard, snapshot.totals
    labels = {row.key: row.label for row in total_cost_table(snapshot).rows}
    rows: list[Row] = []
    for key, row in totals.cost_rows.items():
        if key not in labels:
            continue
        cells: dict[str, str] = getattr(snapshot.request.headcount, key)
        for category in standard.staff_columns(totals.form):
            term = row.labour_by_category.get(category.key)
            rows.append(
                {
                    "行コード": key,
                    "行": labels[key],
                    "行の年度(西暦)": row.year,
                    "職員区分コード": category.key,
                    "職員区分": category.label,
                    "人役(人)": _people(cells.get(category.key, "")),
                    "1人当たり人件費(千円)": category.unit_cost(row.year),
                    "人件費(千円)": term.cost if term else None,
                }
            )
    return rows


def _people(typed: str) -> Value:
    count = people.parse(typed)
    return typed or None if count is None else count


def assessment(snapshot: Snapshot, sheet: Sheet) -> list[Row]:
    """査定: the finance division's decision in one row, 千円; none before there is one."""
    decided, kind = snapshot.request.assessment, _kind(snapshot)
    if not snapshot.request.is_assessed:
        return []
    return [
        {
            "査定の段階": sheet.assessment_actor,
            "結果": decided.result,
            **_apart(kind, "計上額", decided.amount),
            **_apart(kind, "保留額", decided.held),
            **_apart(kind, "別途額", decided.separate),
            **_apart(kind, "減額", sheet.cut),
            **_apart(kind, "内訳のない減額", snapshot.explained_cut.unexplained),
        }
    ]


def _kind(snapshot: Snapshot) -> SheetKind:
    return sheet_kind(snapshot.totals.form.page, snapshot.standard)


def _by_kind(kind: SheetKind, words: str, amount: Value) -> Row:
    """An amount in the column of its kind, beside the blank ones of the others."""
    return {f"{label}{words}(千円)": amount if key == kind else None for key, label in KIND_LABELS.items()}


def _apart(kind: SheetKind, words: str, amount: Value) -> Row:
    """An amount in the column of 歳出, or in that of all sheets of their own, whose 用紙 says which."""
    is_expenditure = kind == "expenditure"
    return {
        f"{words}(千円)": amount if is_expenditure else None,
        f"別の用紙の{words}(千円)": None if is_expenditure else amount,
    }
