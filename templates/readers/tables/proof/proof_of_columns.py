"""The columns of a table at the end of its understanding: which may be the amounts of a year, and are none that was taken.

What the account of the table does not explain is asked: another column that may be asked for, last year's that no heading
names, amounts that are more than the year's, differences from another column than the one that was taken.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Final

from model.language import phrase
from model.request.place import YEARS
from templates.readers.books.cells import column_name
from templates.readers.labels import compact, source_labels
from templates.readers.tables.calling import calling
from templates.readers.tables.columns.columns import Label, clean
from templates.readers.tables.columns.relations import agreeing
from templates.readers.tables.proof.account import NO_AMOUNTS, OF_OTHERS, SHARE, Account
from templates.readers.tables.question import Question, asked_of_cell
from templates.readers.tables.understood import RawTable, Understood

_FEW: Final = 2  # columns of which one may be last year's; more are estimates or proposals
_NEAR: Final = (Fraction(4, 5), Fraction(6, 5))  # of the amounts, where two columns together may be them
_MOST_BEARERS: Final = 12  # of which each bears the same: 1/12
_PERIOD: Final = re.compile("[月期半]")
_TAX: Final = "消費税"
_WITH_TAX: Final = 2  # parts of an amount with tax
_NO_FIGURES: Final = NO_AMOUNTS | {"change", "text"}


def questions_of_columns(table: Understood, raw: RawTable, account: Account) -> Iterator[Question]:
    """What is asked of the columns of a table."""
    columns = _Columns(table, raw, account)
    yield from columns.of_columns()
    yield from columns.of_year()


class _Columns:
    def __init__(self, table: Understood, raw: RawTable, account: Account) -> None:
        self._table, self._raw, self._account, self._grid = table, raw, account, table.grid
        self._labels, self._relations = raw.labels, account.relations
        self._previous, self._amount, self._year = account.previous, account.amount, account.year
        self._changes = account.changes

    # --- columns ---

    def of_columns(self) -> Iterator[Question]:
        """A column of figures that may be the amounts of a year, and is none that was taken."""
        amount, previous, decided = self._amount, self._previous, self._raw.choices.roles
        if amount is None or not any(row.summed.kind == "line" for row in self._table.rows):
            return
        asked = {question.field for question in self._table.questions if question.subject == "column"}
        asked |= {role for role in decided.values() if role in YEARS}
        open_ = [column for column in self._relations.figures if column not in decided]
        may_be = [
            column for column in open_ if self._may_be_a_year(column) and not self._is_whole(column, amount)
        ]
        unnamed = [column for column in may_be if column not in self._labels]
        if "amount" not in asked and (rivals := self._rivals(amount)):
            sentence = phrase(
                "要求額の列の候補がほかにもあります。{amount}を要求額として読みました。",
                amount=self._name(amount),
            )
            evidence = phrase("同じ年度の列か、税を加えた列がほかにあります。")
            yield self._choice(amount, rivals, "amount", sentence, evidence)
        elif "amount" not in asked and (parts := self._of_more_than_the_year(amount)):
            sentence = phrase(
                "{amount}の列は、ほかの年度や既定の額、負担の内訳を合わせた和です。これを要求額として読みました。",
                amount=self._name(amount),
            )
            evidence = phrase(
                "ほかの列の和になっていて、その中に別の年度か既定の額、または負担の内訳があります。"
            )
            others = [column for column in parts if column != previous]
            yield self._choice(amount, others, "amount", sentence, evidence)
        elif (
            previous is None
            and "previous" not in asked
            and (
                columns := self._perhaps_previous(open_)
                or unnamed
                or (may_be if self._are_few(amount) else [])
            )
        ):
            yield self._ask_previous(columns)
        elif unnamed and "amount" not in asked:
            yield self._ask_unnamed(unnamed[0])
        elif "previous" not in asked and previous is not None:
            yield from self._contradicted(previous)
            parts = self._relations.parts_of(previous)
            is_sum = amount in parts and not self._has_change(parts)
            others = [column for column in parts if column != amount] if is_sum else may_be
            if is_sum or (may_be and self._is_doubtful(previous)):
                sentence = phrase(
                    "前年度の額の列の候補がほかにもあります。{own}を前年度として読みました。",
                    own=self._name(previous),
                )
                evidence = phrase("見出しからは、どちらが前年度の当初予算か分かりません。")
                yield self._choice(previous, others, "previous", sentence, evidence)

    def _perhaps_previous(self, columns: Sequence[int]) -> list[int]:
        """The columns that words name last year's, or from which alone a printed 増減 may be reckoned."""
        if named := [column for column in columns if self._names_previous(column)]:
            return named
        is_reckoned = any(
            self._raw.kind(column) == self._table.roles.get(column) == "change"
            and not self._account.explanation(column)
            for column in columns
        )
        return [
            column
            for column in columns
            if is_reckoned and column not in self._labels and self._table.roles.get(column) == "other"
        ]

    def _of_more_than_the_year(self, amount: int) -> list[int]:
        """The columns that the amounts are the sum of, where one of these is of another year, stands already, or all are shares."""
        parts, kind = self._relations.parts_of(amount), self._raw.kind(amount)
        if not parts:
            return []
        if self._previous in parts and not self._has_change(parts):
            return parts
        if len(parts) == _WITH_TAX and any(_TAX in self._raw.heading(column) for column in parts):
            return []  # 税抜, 消費税, 税込
        if kind != "request" and (self._names_one_above(parts) or self._bear_shares(parts, amount)):
            return parts
        if any(self._is_brought_forward(column) for column in parts if column != self._previous):
            return parts
        own, standard = self._labels.get(amount), self._raw.around.standard
        if own is not None and (kind == "request" or own.is_dated):
            return []
        if own is not None and kind == "amount" and not calling(own.text, standard):
            return parts  # 「運行経費」 of 「運賃収入」 and what is asked for
        labels = [self._labels[column] for column in parts if column in self._labels]
        if kind in ("", "amount"):
            costs = source_labels(standard)  # 「負担金」 is a cost
            headings = [heading for label in labels if (heading := compact(label.text)) not in costs]
            if any(word in heading for heading in headings for word in standard.workbook_reading.shares):
                return parts
        is_more = any(
            label.kind in ("existing", "settled")
            or not label.may_be_of(label.year if self._year is None else self._year)
            for label in labels
        )
        return parts if is_more else []

    def _bear_shares(self, parts: Sequence[int], amount: int) -> bool:
        """Whether the parts of the amounts are each the same share of them in every line, as of those who bear the costs: 1/2, 1/4, 1/4."""
        figures = self._relations.figures
        rows = [index for index, row in enumerate(self._account.added) if row.summed.kind == "line"]
        wholes = [(index, Fraction(whole)) for index in rows if (whole := figures[amount][index])]
        shares = [{Fraction(figures[part][index] or 0) / whole for index, whole in wholes} for part in parts]
        are_periods = all(_PERIOD.search(self._raw.heading(part)) for part in parts)
        return (
            not are_periods
            and len({whole for _, whole in wholes}) > 1
            and all(len(of_part) == 1 for of_part in shares)
            and all(share and share.denominator <= _MOST_BEARERS for of_part in shares for share in of_part)
        )

    def _is_brought_forward(self, column: int) -> bool:
        """Whether a column is of a 補正予算 that is asked for beside this year's budget: its heading says so, and no words above the table."""
        words, first = self._raw.around.standard.workbook_reading.supplementary, self._table.headings.rows[0]
        return self._grid.first_with(words) >= first and any(
            word in self._raw.heading(column) for word in words
        )

    def _has_change(self, columns: Sequence[int]) -> bool:
        """Whether one of the columns that add up is a difference, by its heading or by a minus sign in it."""
        years = (self._amount, self._previous)
        figures = [self._relations.figures[column] for column in columns if column not in years]
        return bool(self._changes & {*columns}) or any(
            (figure or 0) < 0 for found in figures for figure in found
        )

    def _names_one_above(self, columns: Sequence[int]) -> bool:
        """Whether words above the table name the heading of one of several columns: that of the member who asks."""
        rows = self._grid.rows[: bisect_left(self._grid.rows, self._table.headings.rows[0])]
        above = [compact(self._grid.text(row, column)) for row in rows for column in self._grid.columns(row)]
        words = [self._labels[column].text.split() for column in columns if column in self._labels]
        names = [compact(of_column[-1]) for of_column in words if of_column]
        named = [name for name in names if len(name) > 1 and any(name in text for text in above)]
        return 0 < len(named) < len(columns)

    def _rivals(self, amount: int) -> list[int]:
        """The other columns that may be asked for this year, where words do not say which is, and arithmetic explains none by the amounts."""
        own, relations = self._labels.get(amount), self._relations
        if own is None or self._raw.choices.roles or amount not in relations.figures:
            return []
        columns = [
            column
            for column in relations.figures
            if column not in (amount, self._previous) and self._table.roles.get(column) == "other"
        ]
        if twice := self._asked_twice(amount):
            again = [column for column in twice if self._raw.is_asked_again(column)]
            return again if self._raw.asks_again else twice
        reckoned = {
            pair.amount for pair in relations.differences if pair.previous == self._previous and pair.rows > 1
        }
        if reckoned:
            return [] if amount in reckoned else [column for column in columns if column in reckoned]
        if sure := [column for column in columns if self._is_rival(column, amount, own)]:
            return sure
        is_weak = own.kind in ("", "amount") and not own.is_dated
        is_weak = is_weak or (self._raw.asks_again and not self._raw.is_asked_again(amount))
        doubtful = [column for column in columns if self._may_be_asked_for(column, amount)]
        if is_weak:
            is_explained = self._is_picked_from(amount, columns) or self._are_parts(doubtful, amount)
            return [] if is_explained else doubtful
        unexplained = [column for column in doubtful if not self._account.explanation(column)]
        pairs = (pair for pair in pairwise(unexplained) if not self._are_parts(pair, amount))
        pair = next((pair for pair in pairs if self._are_shares(pair, amount)), ())
        return list(pair) or self._taxes_of(amount, columns)

    def _are_parts(self, columns: Sequence[int], amount: int) -> bool:
        """Whether the amounts are the sum of some columns, wherever these stand, in every row."""
        figures = self._relations.figures
        return len(columns) > 1 and all(
            sum(figures[column][index] or 0 for column in columns) == (whole or 0)
            for index, whole in enumerate(figures[amount])
        )

    def _taxes_of(self, amount: int, columns: Sequence[int]) -> list[int]:
        """The column that is the tax on the amounts, where none has both together."""
        relations = self._relations
        if any(relations.is_taxed(column, amount) for column in columns):
            return []
        return [column for column in columns if relations.is_tax(column, amount)][:1]

    def _are_shares(self, columns: tuple[int, int], amount: int) -> bool:
        """Whether two columns together are nearly the amounts in every row: halves of another year's plan, or of another version."""
        figures = self._relations.figures
        rows = [
            (Fraction(one) + Fraction(two), Fraction(whole))
            for one, two, whole in zip(*(figures[column] for column in (*columns, amount)), strict=True)
            if one and two and whole
        ]
        return len(rows) > 1 and all(_NEAR[0] * whole <= both <= _NEAR[1] * whole for both, whole in rows)

    def _asked_twice(self, amount: int) -> list[int]:
        """The other columns of requests of this year, where one of them asks again for what was not granted (復活)."""
        asked = {
            column: self._raw.is_asked_again(column)
            for column in self._relations.figures
            if (label := self._labels.get(column)) is not None
            and (column == amount or label.kind in ("", "request", "amount", "year", "budget"))
            and label.may_be_of(self._year)
            and self._table.roles.get(column) in ("amount", "other")
        }
        return [column for column in asked if column != amount] if len(set(asked.values())) > 1 else []

    def _is_rival(self, column: int, amount: int, own: Label) -> bool:
        """Whether the heading of a column names the same year, or the amounts of this year with the tax on them."""
        label = self._labels.get(column)
        if label is None or label.kind in OF_OTHERS or not label.may_be_of(self._year):
            return False
        if self._relations.is_taxed(column, amount):
            return True
        is_named = label.kind == "request" or label.is_dated
        return (
            is_named
            and label.kind in ("", "amount", "budget", "year", "request")
            and (own.kind != "request" or label.kind != "")
            and (
                not self._account.explanation(column)
                or (label.kind == "year" and self._relations.is_share(amount, column))
            )
        )

    def _may_be_asked_for(self, column: int, amount: int) -> bool:
        """Whether words say nothing of a column whose figures are of the size of the amounts, with a sum of its own."""
        label, figures = self._labels.get(column), self._relations.figures
        return (
            label is not None
            and label.kind in ("", "amount")
            and not label.is_dated
            and (figures[column][-1] is not None or figures[amount][-1] is None)
            and self._account.is_large(column, amount)
            and self._account.explanation(column) in ("", SHARE)
            and not self._relations.is_taxed(amount, column)
            and not self._relations.is_share(amount, column)
        )

    def _is_picked_from(self, amount: int, columns: Sequence[int]) -> bool:
        """Whether the amount of each line is that of one of several columns: estimates, of which one was taken."""
        figures = self._relations.figures
        lines = [
            (figures[amount][index], {figures[column][index] for column in columns})
            for index, row in enumerate(self._account.added)
            if row.summed.kind == "line"
        ]
        return len(columns) > 1 and all(figure in others for figure, others in lines)

    def _are_few(self, amount: int) -> bool:
        """Whether few columns without a role are as large as the amounts; more are estimates or proposals."""
        relations = self._relations
        parts = {part for column in relations.figures for part in relations.parts_of(column)}
        alike = [
            column
            for column, role in self._table.roles.items()
            if role in ("other", "change") and column in relations.figures and column not in parts
            and column not in self._grid.sheet.hidden_columns and relations.is_alike(column, amount)
            and not self._account.by_words(column)
        ]  # fmt: skip
        return len(alike) <= _FEW

    def _is_doubtful(self, column: int | None) -> bool:
        """Whether a heading names last year's budget only in a wider sense: 現計, 前年度要求額, a budget without a year."""
        label = self._labels.get(column or 0)
        return label is not None and (
            label.kind in ("existing", "request", "settled", "assessed") or not label.is_dated
        )

    def _may_be_a_year(self, column: int) -> bool:
        """Whether figures are as large as the amounts, and neither words nor arithmetic say that they are others."""
        role, label, account = self._table.roles.get(column), self._labels.get(column), self._account
        if role not in ("other", "change", "text") or account.by_words(column):
            return False
        amount = self._amount or 0
        if role == "change" and self._previous is None and not self._relations.parts_of(column):
            if column in self._relations.parts_of(amount):
                return True  # 比較 from which 増減 is reckoned
            if not any(figure is not None and figure < 0 for figure in self._relations.figures[column]):
                return account.is_large(column, amount) and label is not None and label.kind == "change"
        return account.is_of_size(column) and not account.explanation(column)

    def _is_whole(self, column: int, amount: int) -> bool:
        """Whether a heading names the cost of all years and bearers (総事業費), and no amount of a line is more."""
        words = self._raw.heading(column).split()[-1:] or [""]
        figures = self._relations.figures
        pairs = [(whole, part) for whole, part in zip(figures[column], figures[amount], strict=True) if part]
        return words[0] in self._raw.around.standard.workbook_reading.wholes and all(
            whole is not None and whole >= part for whole, part in pairs
        )

    def _names_previous(self, column: int) -> bool:
        """Whether a heading names the year before over figures, though its words are those of an assessment or a settlement."""
        label = self._labels.get(column)
        if label is None or label.kind in _NO_FIGURES or self._table.roles.get(column) != "other":
            return False
        is_before = -1 in (label.relative, self._table.headings.labels[column].relative) or (
            self._year is not None and label.year == self._year - 1
        )
        return is_before and not self._account.is_counted(column)

    def _contradicted(self, previous: int) -> Iterator[Question]:
        """Ask where the printed differences are those from another column than the one of last year's that was taken."""
        others = self._reckoned_from() | {
            pair.previous
            for pair in self._relations.differences
            if pair.amount == self._amount
            and pair.rows > 1
            and ((label := self._labels.get(pair.previous)) is None or label.kind not in OF_OTHERS)
        }
        if others and previous not in others:
            columns = sorted(others)
            sentence = phrase(
                "増減の列は{columns}の列との差です。{previous}を前年度として読みました。",
                columns=self._name(columns[0]),
                previous=self._name(previous),
            )
            evidence = phrase("増減の列が、前年度として読んだ列との差になっていません。")
            yield self._choice(previous, columns, "previous", sentence, evidence, at=columns[0])

    def _reckoned_from(self) -> set[int]:
        """The columns from which another column, some of whose figures are negative, is the difference."""
        figures, roles = self._relations.figures, self._table.roles
        asked = None if self._amount is None else figures.get(self._amount)
        if asked is None:  # no figure stands in its column
            return set()
        signed = [
            column
            for column, found in figures.items()
            if roles.get(column) == "other" and any(figure is not None and figure < 0 for figure in found)
        ]
        return {
            before
            for change in signed
            for before in figures
            if before not in (change, self._amount)
            and (label := self._labels.get(before)) is not None
            and (label.relative == -1 or (label.year is not None and label.year + 1 == self._year))
            and roles.get(before) in ("other", "previous")
            and agreeing(asked, figures[before], figures[change]) > 1
        }

    def _ask_previous(self, columns: Sequence[int]) -> Question:
        first, *more = columns
        return asked_of_cell(
            self._grid,
            self._raw.heading_cell(first),
            "column",
            phrase(
                "{columns}の列が前年度の額かどうか決められません。備考に入れました。",
                columns=self._name(first),
            ),
            phrase("備考"),
            (phrase("前年度"), *(phrase("{column}が前年度", column=self._name(column)) for column in more)),
            phrase("要求額と同じくらいの額が並んでいますが、見出しからは分かりません。"),
            "previous",
            ("other", *columns),
        )

    def _ask_unnamed(self, column: int) -> Question:
        return asked_of_cell(
            self._grid,
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

    def _choice(
        self, taken: int, others: Sequence[int], field: str, sentence: str, evidence: str, at: int = 0
    ) -> Question:
        """Whether a column is the one of a year that was taken, or one of some others; asked at its heading, or another's."""
        cell, (assumed, *names) = self._raw.heading_cell(at or taken), map(self._name, (taken, *others))
        answers = (taken, *others)
        return asked_of_cell(
            self._grid, cell, "column", sentence, assumed, tuple(names), evidence, field, answers
        )

    def _name(self, column: int) -> str:
        label = self._labels.get(column)
        return (
            f"「{clean(label.text)}」"
            if label
            else phrase("見出しのない列（{column}列）", column=column_name(column))
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
        sentence = phrase(
            "{column}の列は要求の年度の次の年度です。{amount}を要求額として読みました。",
            column=self._name(column),
            amount=self._name(amount),
        )
        evidence = phrase("題名の年度が前の年度のままかもしれません。")
        yield self._choice(amount, [column], "amount", sentence, evidence, at=column)
