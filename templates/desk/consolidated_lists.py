"""Lists of the consolidated workbook, a row for each thing: totals that do not add up, hand changes, questions, decisions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sqlalchemy import select

from model.document.document import take_snapshot
from model.names.place_names import PlaceNames
from model.register.asking import asked
from model.register.contents import request_of
from model.register.earlier import stage_faults
from model.register.entry import differing
from model.register.sums import cut_sum, hand_change_count, question_count, version_sum
from model.register.tables import hand_changes
from templates.desk.consolidated import Desk
from templates.desk.naming import NAME_COLUMNS, line_names, name_cells
from templates.desk.table_book import Column, TableSheet, amount_columns
from templates.workbook.style import Value

_COUNT: Final = Column("件", is_amount=True, width=5)
"""1 on each row, by whose sum the rows are held against the register's count."""
_KINDS: Final[Mapping[str, str]] = {"changed": "手で変更", "unread": "読み取れず"}
_ASKED: Final[Mapping[str, str]] = {"source": "取り込みの確認", "officer": "財政課", "finding": "質問票"}


def differing_totals(desk: Desk) -> TableSheet:
    """合わない合計: typed totals that are not the sum of their parts, and later stages that the register contradicts."""
    table: list[tuple[Value, ...]] = []
    for row in desk.rows:
        if not row.declared:
            continue
        request = request_of(desk.connection, row.version)
        names = PlaceNames(request, desk.standard)
        for place, figure in differing(take_snapshot(request, desk.standard).totals):
            value, derived = figure.value, figure.derived
            gap = None if value is None or derived is None else value - derived
            typed = "入力した合計が、内訳の和と違います。"
            table.append((*name_cells(row), names.where(place), value, derived, gap, typed, 1))
    for fault in stage_faults(*desk.at):
        written, known = fault.written, fault.in_register
        gap = None if written is None or known is None else written - known
        table.append((*name_cells(fault.row), fault.where, written, known, gap, fault.sentence, None))
    return TableSheet(
        "合わない合計",
        f"{len(table)}か所。単位: 千円",
        (
            *NAME_COLUMNS,
            Column("欄", width=32),
            *amount_columns("書かれた額(千円)", "計算か台帳の額(千円)", "差(千円)"),
            Column("説明", width=50),
            _COUNT,
        ),
        table,
        {_COUNT.heading: version_sum(*desk.at, "declared")},
    )


def hand_changed(desk: Desk) -> TableSheet:
    """手で変えられた箇所: what people changed in workbooks after the program wrote them, and what could not be read."""
    by_version = desk.by_version
    query = select(hand_changes).order_by(hand_changes.c.version, hand_changes.c.number)
    table: list[tuple[Value, ...]] = [
        (
            *name_cells(by_version[change.version]),
            _KINDS[change.kind],
            change.place_words,
            change.what,
            change.before,
            change.after,
            1,
        )
        for change in desk.connection.execute(query)
        if change.version in by_version
    ]
    return TableSheet(
        "手で変えられた箇所",
        f"{len(table)}か所。今の版について、書き出した後にExcelで変えられたセルと、読み取れなかったものです。",
        (
            *NAME_COLUMNS, Column("種類", width=12), Column("場所", width=24), Column("何が", width=44),
            Column("前", width=30), Column("後", width=30), _COUNT,
        ),
        table,
        {_COUNT.heading: hand_change_count(*desk.at)},
    )  # fmt: skip


def answered_questions(desk: Desk) -> TableSheet:
    """質問と答え: what the desk asked, and what was said to it."""
    by_request = {row.request: row for row in desk.rows}
    table: list[tuple[Value, ...]] = [
        (
            *name_cells(by_request[question.request]), _ASKED[question.kind], question.place_words, question.question,
            question.assumed, question.answer, question.asked_by, question.answered_by, 1,
        )
        for question in asked(desk.connection)
        if question.request in by_request
    ]  # fmt: skip
    open_count = sum(not row[8] for row in table)
    return TableSheet(
        "質問と答え",
        f"{len(table)}件、うち答えのないもの {open_count}件。質問票の質問は、課が財政課に答えたものだけがここにあります。",
        (
            *NAME_COLUMNS, Column("聞いた所", width=14), Column("箇所", width=30), Column("質問", width=50),
            Column("仮の読み方", width=16), Column("答え", width=50), Column("聞いた人", width=12), Column("答えた人", width=12),
            _COUNT,
        ),
        table,
        {_COUNT.heading: question_count(*desk.at)},
    )  # fmt: skip


def decisions_with_reasons(desk: Desk) -> TableSheet:
    """査定と理由: each part of each cut with its sentence, and what no part explains."""
    table: list[tuple[Value, ...]] = []
    unexplained_in_all = 0
    for row in desk.rows:
        of_row = desk.kept.get(row.decision)
        if of_row is None or row.is_outdated:
            continue
        decision = of_row.decision
        cut = (row.amount or 0) - sum(decision.wholes.values())
        lines = line_names(desk.connection, row.version, desk.standard) if decision.cuts else {}
        parts = [(lines.get(part.line, ""), part.amount, part.reason) for part in decision.cuts]
        unexplained = cut - sum(amount for _, amount, _ in parts if isinstance(amount, int))
        unexplained_in_all += abs(unexplained)
        if unexplained:
            parts.append(("", unexplained, "理由の書かれていない額"))
        for words, amount, reason in parts or [("", 0, "")]:
            table.append(
                (
                    *name_cells(row),
                    row.amount,
                    decision.assessed,
                    words,
                    amount,
                    reason,
                    decision.result,
                    decision.comment,
                    of_row.actor,
                )
            )
    return TableSheet(
        "査定と理由",
        f"減額の一つずつと、その理由です。理由の書かれていない額は、あわせて {unexplained_in_all:,}千円。",
        (
            *NAME_COLUMNS,
            Column("要求額(千円)", is_amount=True), Column("計上額(千円)", is_amount=True), Column("経費", width=30),
            Column("減額(千円)", is_amount=True), Column("理由", width=50), Column("結果", width=12),
            Column("財政課処理欄", width=50), Column("決定した人", width=12),
        ),
        table,
        {"減額(千円)": cut_sum(*desk.at)},
    )  # fmt: skip
