"""The columns of a table at the end of its understanding: which may be the amounts of a year, and are none that was taken.

What the account of the table does not explain is asked: another column that may be asked for, last year's that no heading
names, amounts that are more than the year's, differences from another column than the one that was taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from model.language import phrase
from model.request.place import YEARS
from templates.readers.books.cells import column_name
from templates.readers.tables.proof.account import OF_OTHERS, Account
from templates.readers.tables.proof.previous_column import PreviousColumn
from templates.readers.tables.proof.request_column import RequestColumn
from templates.readers.tables.question import Question, asked_of_cell
from templates.readers.tables.understood import RawTable


def questions_of_columns(account: Account) -> Iterator[Question]:
    """What is asked of the columns of a table."""
    if account.amount is not None and account.table.of_kind("line"):
        yield from _of_amounts(account, account.amount)
    yield from _of_next_year(account)


def _of_amounts(account: Account, amount: int) -> Iterator[Question]:
    """A column of figures that may be the amounts of a year, and is none that was taken."""
    raw, previous, before = account.table.raw, account.previous, PreviousColumn(account, amount)
    asked = {question.field for question in account.table.questions if question.subject == "column"}
    asked |= {role for role in raw.choices.roles.values() if role in YEARS}
    undecided = [column for column in account.relations.figures if column not in raw.choices.roles]
    may_be = before.years_among(undecided)
    unnamed = [column for column in may_be if column not in account.labels]
    if "amount" not in asked and (question := RequestColumn(account, amount).question()):
        yield question
    elif previous is None:
        few = may_be if before.are_few() else []
        if columns := before.perhaps(undecided) or unnamed or few:
            yield _ask_previous(raw, columns)
        elif changes := before.changes(undecided):
            yield _ask_change(raw, changes[0])
    elif unnamed and "amount" not in asked:
        yield _ask_unnamed(raw, unnamed[0])
    elif "previous" not in asked:
        yield from _contradicted(account, before.reckoned_from(), previous)
        parts = account.relations.parts_of(previous)
        is_sum = amount in parts and not account.has_change(parts)
        others = [column for column in parts if column != amount] if is_sum else may_be
        if is_sum or (may_be and before.is_doubtful(previous)):
            sentence = phrase("前年度の額の列の候補がほかにもあります。{taken}を前年度として読みました。")
            evidence = phrase("見出しからは、どちらが前年度の当初予算か分かりません。")
            yield raw.choice((previous, *others), "previous", sentence, evidence)


def _contradicted(account: Account, reckoned_from: set[int], previous: int) -> Iterator[Question]:
    """Ask where the printed differences are those from another column than the one of last year's that was taken."""
    others = reckoned_from | {
        pair.previous
        for pair in account.relations.differences
        if pair.amount == account.amount
        and pair.rows > 1
        and ((label := account.labels.get(pair.previous)) is None or label.kind not in OF_OTHERS)
    }
    if others and previous not in others:
        columns = sorted(others)
        sentence = phrase("増減の列は{other}の列との差です。{taken}を前年度として読みました。")
        evidence = phrase("増減の列が、前年度として読んだ列との差になっていません。")
        yield account.table.raw.choice((previous, *columns), "previous", sentence, evidence, at=columns[0])


def _ask_previous(raw: RawTable, columns: Sequence[int]) -> Question:
    first, *more = columns
    return asked_of_cell(
        raw.grid,
        raw.heading_cell(first),
        "column",
        phrase(
            "{columns}の列が前年度の額かどうか決められません。備考に入れました。",
            columns=raw.name_of(first),
        ),
        phrase("備考"),
        (
            phrase("前年度"),
            *(phrase("{column}が前年度", column=raw.name_of(column)) for column in more),
        ),
        phrase("要求額と同じくらいの額が並んでいますが、見出しからは分かりません。"),
        "previous",
        ("other", *columns),
    )


def _ask_change(raw: RawTable, column: int) -> Question:
    return asked_of_cell(
        raw.grid,
        raw.heading_cell(column),
        "value",
        phrase(
            "{column}の列がありますが、前年度の額の列がありません。前年度の額は空欄のまま読みました。",
            column=raw.name_of(column),
        ),
        phrase("空欄"),
        evidence=phrase("見出しから、どの額との差かが分からないか、差が読めない行があります。"),
        field="previous",
    )


def _ask_unnamed(raw: RawTable, column: int) -> Question:
    return asked_of_cell(
        raw.grid,
        raw.heading_cell(column),
        "column",
        phrase(
            "見出しのない列（{column}列）に、要求額と同じくらいの額が並んでいます。備考に入れました。",
            column=column_name(column),
        ),
        phrase("備考"),
        (phrase("要求額"), phrase("前年度")),
        phrase("見出しからも計算からも、何の額かが分かりません。"),
        "amount",
        ("other", "amount", "previous"),
    )


def _of_next_year(account: Account) -> Iterator[Question]:
    """Ask where the amounts are of the year before the only other one that the headings name, and none is last year's."""
    raw, labels, year, amount = account.table.raw, account.labels, account.year, account.amount or 0
    years = {label.year for label in labels.values() if label.year is not None and label.kind != "change"}
    own = labels.get(amount)
    if account.previous is not None or year is None or own is None or own.kind == "request":
        return
    if years != {year, year + 1} or own.year != year or raw.choices.roles:
        return
    after = {column: label.text for column, label in labels.items() if label.year == year + 1}
    expected = raw.around.standard.workbook_reading.expected
    if not any(word in text for text in after.values() for word in expected):
        column = next(iter(after))
        sentence = phrase("{other}の列は要求の年度の次の年度です。{taken}を要求額として読みました。")
        evidence = phrase("題名の年度が前の年度のままかもしれません。")
        yield raw.choice((amount, column), "amount", sentence, evidence, at=column)
