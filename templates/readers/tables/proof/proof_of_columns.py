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


def questions_of_columns(account: Account) -> Iterator[Question]:
    """What is asked of the columns of a table."""
    columns = _Columns(account)
    yield from columns.of_columns()
    yield from columns.of_year()


class _Columns:
    def __init__(self, account: Account) -> None:
        self._account, self._table, self._raw = account, account.table, account.table.raw
        self._labels, self._relations = account.labels, account.relations
        self._previous, self._amount, self._year = account.previous, account.amount, account.year
        self._of_request, self._of_previous = RequestColumn(account), PreviousColumn(account)

    # --- columns ---

    def of_columns(self) -> Iterator[Question]:
        """A column of figures that may be the amounts of a year, and is none that was taken."""
        amount, previous, decided = self._amount, self._previous, self._raw.choices.roles
        if amount is None or not self._table.of_kind("line"):
            return
        asked = {question.field for question in self._table.questions if question.subject == "column"}
        asked |= {role for role in decided.values() if role in YEARS}
        open_ = [column for column in self._relations.figures if column not in decided]
        may_be = self._of_previous.years_among(open_, amount)
        unnamed = [column for column in may_be if column not in self._labels]
        if "amount" not in asked and self._account.counts_on(amount):
            sentence = phrase(
                "{taken}の列は、上から順に1、2、3と増えるので、番号かもしれません。これを要求額として読みました。"
            )
            evidence = phrase("見出しの位置が列とずれていないか確かめてください。")
            others = [column for column in self._relations.figures if column not in (amount, previous)]
            yield self._raw.choice((amount, *others), "amount", sentence, evidence)
        elif "amount" not in asked and (rivals := self._of_request.rivals(amount)):
            sentence = phrase("要求額の列の候補がほかにもあります。{taken}を要求額として読みました。")
            evidence = phrase("同じ年度の列か、税を加えた列がほかにあります。")
            yield self._raw.choice((amount, *rivals), "amount", sentence, evidence)
        elif "amount" not in asked and (parts := self._of_request.parts_of_more(amount)):
            sentence = phrase(
                "{taken}の列は、ほかの年度や既定の額、負担の内訳を合わせた和です。これを要求額として読みました。"
            )
            evidence = phrase(
                "ほかの列の和になっていて、その中に別の年度か既定の額、または負担の内訳があります。"
            )
            others = [column for column in parts if column != previous]
            yield self._raw.choice((amount, *others), "amount", sentence, evidence)
        elif (
            previous is None
            and "previous" not in asked
            and (
                columns := self._of_previous.perhaps(open_)
                or unnamed
                or (may_be if self._of_previous.are_few(amount) else [])
            )
        ):
            yield self._ask_previous(columns)
        elif previous is None and "previous" not in asked and (changes := self._of_previous.changes(open_)):
            yield self._ask_change(changes[0])
        elif unnamed and "amount" not in asked:
            yield self._ask_unnamed(unnamed[0])
        elif "previous" not in asked and previous is not None:
            yield from self._contradicted(previous)
            parts = self._relations.parts_of(previous)
            is_sum = amount in parts and not self._account.has_change(parts)
            others = [column for column in parts if column != amount] if is_sum else may_be
            if is_sum or (may_be and self._of_previous.is_doubtful(previous)):
                sentence = phrase("前年度の額の列の候補がほかにもあります。{taken}を前年度として読みました。")
                evidence = phrase("見出しからは、どちらが前年度の当初予算か分かりません。")
                yield self._raw.choice((previous, *others), "previous", sentence, evidence)

    def _contradicted(self, previous: int) -> Iterator[Question]:
        """Ask where the printed differences are those from another column than the one of last year's that was taken."""
        others = self._of_previous.reckoned_from() | {
            pair.previous
            for pair in self._relations.differences
            if pair.amount == self._amount
            and pair.rows > 1
            and ((label := self._labels.get(pair.previous)) is None or label.kind not in OF_OTHERS)
        }
        if others and previous not in others:
            columns = sorted(others)
            sentence = phrase("増減の列は{other}の列との差です。{taken}を前年度として読みました。")
            evidence = phrase("増減の列が、前年度として読んだ列との差になっていません。")
            yield self._raw.choice((previous, *columns), "previous", sentence, evidence, at=columns[0])

    def _ask_previous(self, columns: Sequence[int]) -> Question:
        first, *more = columns
        return asked_of_cell(
            self._table.grid,
            self._raw.heading_cell(first),
            "column",
            phrase(
                "{columns}の列が前年度の額かどうか決められません。備考に入れました。",
                columns=self._raw.name_of(first),
            ),
            phrase("備考"),
            (
                phrase("前年度"),
                *(phrase("{column}が前年度", column=self._raw.name_of(column)) for column in more),
            ),
            phrase("要求額と同じくらいの額が並んでいますが、見出しからは分かりません。"),
            "previous",
            ("other", *columns),
        )

    def _ask_change(self, column: int) -> Question:
        return asked_of_cell(
            self._table.grid,
            self._raw.heading_cell(column),
            "value",
            phrase(
                "{column}の列がありますが、前年度の額の列がありません。前年度の額は空欄のまま読みました。",
                column=self._raw.name_of(column),
            ),
            phrase("空欄"),
            evidence=phrase("見出しから、どの額との差かが分からないか、差が読めない行があります。"),
            field="previous",
        )

    def _ask_unnamed(self, column: int) -> Question:
        return asked_of_cell(
            self._table.grid,
            self._raw.heading_cell(column),
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

    # --- year ---

    def of_year(self) -> Iterator[Question]:
        """Ask where the amounts are of the year before the only other one that the headings name, and none is last year's."""
        years = {
            label.year for label in self._labels.values() if label.year is not None and label.kind != "change"
        }
        amount, year = self._amount or 0, self._year
        own = self._labels.get(amount)
        if self._previous is not None or year is None or own is None or own.kind == "request":
            return
        if years != {year, year + 1} or own.year != year or self._raw.choices.roles:
            return
        expected = self._raw.around.standard.workbook_reading.expected
        after = {column: label.text for column, label in self._labels.items() if label.year == year + 1}
        if any(word in text for text in after.values() for word in expected):
            return
        column = next(iter(after))
        sentence = phrase("{other}の列は要求の年度の次の年度です。{taken}を要求額として読みました。")
        evidence = phrase("題名の年度が前の年度のままかもしれません。")
        yield self._raw.choice((amount, column), "amount", sentence, evidence, at=column)
