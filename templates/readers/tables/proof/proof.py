"""The last stage of understanding a table: every figure of it is accounted for, or it is asked.

A figure is an amount of a line that was taken; or the arithmetic of the table derives it from these; or the words of its
heading say that it is none of them (a quantity, a code, another year, an assessment). What is left is asked: a column that
may hold another year or the amounts themselves, two columns in different units, a row that may be a total without its
words, a line whose name is no name.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cached_property
from itertools import accumulate, pairwise
from typing import Final

from openpyxl.utils import get_column_letter

from model.language import phrase
from templates.readers.labels import compact
from templates.readers.tables.calling import calling
from templates.readers.tables.columns.columns import Label, clean
from templates.readers.tables.columns.relations import Relations, agreeing
from templates.readers.tables.proof.proof_of_names import questions_of_names
from templates.readers.tables.proof.proof_of_rows import questions_of_rows
from templates.readers.tables.proof.proof_of_units import questions_of_units
from templates.readers.tables.question import Answer, Question
from templates.readers.tables.understood import RawTable, Understood

_FEW: Final = 2  # columns of which one may be last year's; more are estimates or proposals
_APART: Final = 50  # times the amounts, where figures may still be amounts of another year
_NO_AMOUNTS: Final = frozenset(
    ("rate", "unit_price", "quantity", "counted", "remark", "basis", "number", "object_class")
)
"""Kinds of headings whose figures are no amounts."""
_OF_OTHERS: Final = _NO_AMOUNTS | {"settled", "assessed"}
_NO_FIGURES: Final = _NO_AMOUNTS | {"change", "text"}
_COUNTED: Final = re.compile(r"[(\[][^()\[\]円]{1,4}[)\]]$")  # 「延長(m)」
_YEARS: Final = range(1950, 2101)


def questions_of(table: Understood, raw: RawTable) -> Iterator[Question]:
    """What is not accounted for of a table that was understood."""
    proof = _Proof(table, raw)
    yield from proof.of_columns()
    yield from proof.of_year()
    yield from questions_of_units(table, raw)
    yield from questions_of_rows(table, raw)
    yield from questions_of_names(table, raw)


class _Proof:
    def __init__(self, table: Understood, raw: RawTable) -> None:
        self._table, self._raw, self._grid = table, raw, table.grid
        self._labels = raw.labels
        self._previous, self._amount = table.year_columns
        self._lines = [row for row in table.rows if row.summed.kind == "line"]
        self._added = [row for row in table.rows if row.summed.kind in ("line", "total", "subtotal")]
        self._year = raw.around.year.year if raw.around.year else None

    @cached_property
    def _relations(self) -> Relations:
        def of_kind(kind: str) -> list[int]:
            return [column for column, label in self._labels.items() if label.kind == kind]

        rows = [row.row for row in self._added]
        return Relations(
            self._raw.figures(rows),
            of_kind("change"),
            of_kind("unit_price"),
            of_kind("quantity"),
            self._raw.rates(rows),
        )

    @cached_property
    def _changes(self) -> set[int]:
        return {column for column, role in self._table.roles.items() if role == "change"}

    # --- columns ---

    def of_columns(self) -> Iterator[Question]:
        """A column of figures that may be the amounts of a year, and is none that was taken."""
        asked = {question.field for question in self._table.questions if question.subject == "column"}
        amount = self._amount
        if amount is None or not self._lines:
            return
        decided = self._raw.choices.roles
        may_be = [
            column
            for column in self._table.headings.columns
            if column not in decided and column in self._relations.figures and self._may_be_a_year(column)
        ]
        unnamed = [column for column in may_be if column not in self._labels]
        if "amount" not in asked and (rivals := self._rivals(amount)):
            yield self._question(
                amount,
                phrase(
                    "要求額の列の候補がほかにもあります。{amount}を要求額として読みました。",
                    amount=self._name(amount),
                ),
                self._name(amount),
                tuple(map(self._name, rivals)),
                phrase("同じ年度の列か、税を加えた列がほかにあります。"),
                "amount",
                (amount, *rivals),
            )
            return
        if not {"amount"} & {*asked, *decided.values()} and (parts := self._of_more_than_the_year(amount)):
            yield self._ask_amount(amount, [column for column in parts if column != self._previous])
            return
        if self._previous is None and not {"previous"} & {*asked, *decided.values()}:
            named = [
                column
                for column in self._relations.figures
                if column not in decided and self._names_previous(column)
            ]
            if columns := named or unnamed or (may_be if self._are_few(amount) else []):
                yield self._ask_previous(columns)
                return
        if unnamed and not {"amount"} & {*asked, *decided.values()}:
            yield self._ask_unnamed(unnamed)
        elif "previous" not in asked and self._previous not in (None, *decided):
            yield from self._contradicted()
            if may_be and self._is_doubtful(self._previous):
                yield self._ask_rivals(may_be)

    def _of_more_than_the_year(self, amount: int) -> list[int]:
        """The columns that the amounts are the sum of, where one of these is of another year, stands already, or all are shares."""
        parts = self._relations.parts_of(amount) if amount in self._relations.figures else []
        own = self._labels.get(amount)
        if parts and (own is None or own.kind != "request") and self._names_one_above(parts):
            return parts
        if own is not None and (own.kind == "request" or own.year is not None or own.relative is not None):
            return []
        labels = [label for column in parts if (label := self._labels.get(column)) is not None]
        shares = self._raw.around.standard.workbook_reading.shares
        if own is None or own.kind in ("", "amount"):
            of_shares = [any(word in compact(label.text) for word in shares) for label in labels]
            if of_shares and all(of_shares):
                return parts
        is_more = any(
            label.kind in ("existing", "settled")
            or (label.year is not None and self._year is not None and label.year != self._year)
            or label.relative not in (None, 0)
            for label in labels
        )
        return parts if is_more else []

    def _names_one_above(self, columns: Sequence[int]) -> bool:
        """Whether words above the table name the heading of one of several columns: that of the member who asks."""
        first = self._table.headings.rows[0]
        above = [
            compact(self._grid.text(row, column))
            for row in self._grid.rows[: bisect_left(self._grid.rows, first)]
            for column in self._grid.columns(row)
        ]
        names = [
            compact(words[-1])
            for column in columns
            if (label := self._labels.get(column)) and (words := label.text.split())
        ]
        named = [name for name in names if len(name) > 1 and any(name in text for text in above)]
        return 0 < len(named) < len(columns)

    def _ask_amount(self, amount: int, columns: Sequence[int]) -> Question:
        return self._question(
            amount,
            phrase(
                "{amount}の列は、ほかの年度や既定の額、負担の内訳を合わせた和です。これを要求額として読みました。",
                amount=self._name(amount),
            ),
            self._name(amount),
            tuple(map(self._name, columns)),
            phrase("ほかの列の和になっていて、その中に別の年度か既定の額、または負担の内訳があります。"),
            "amount",
            (amount, *columns),
        )

    def _rivals(self, amount: int) -> list[int]:
        """The other columns that may be asked for this year, where words do not say which is, and arithmetic explains none by the amounts."""
        own = self._labels.get(amount)
        if own is None or self._raw.choices.roles or amount not in self._relations.figures:
            return []
        if twice := self._asked_twice(amount):
            return [] if self._raw.asks_again else twice
        reckoned = {
            pair.amount
            for pair in self._relations.differences
            if pair.previous == self._previous and pair.rows > 1
        }
        columns = [
            column
            for column in self._relations.figures
            if column not in (amount, self._previous) and self._table.roles.get(column) == "other"
        ]
        if reckoned:
            return [] if amount in reckoned else [column for column in columns if column in reckoned]
        sure = [column for column in columns if self._is_rival(column, amount, own)]
        if sure or own.kind not in ("", "amount") or not (own.year is own.relative is None):
            return sure
        doubtful = [column for column in columns if self._may_be_asked_for(column, amount)]
        return [] if self._is_picked_from(amount, columns) else doubtful

    def _asked_twice(self, amount: int) -> list[int]:
        """The other columns of requests of this year, where one of them asks again for what was not granted (復活)."""
        asked = {
            column: self._raw.is_asked_again(column)
            for column in self._relations.figures
            if (label := self._labels.get(column)) is not None
            and (column == amount or label.kind in ("", "request", "amount", "year", "budget"))
            and label.year in (None, self._year)
            and label.relative in (None, 0)
            and self._table.roles.get(column) in ("amount", "other")
        }
        return [column for column in asked if column != amount] if len(set(asked.values())) > 1 else []

    def _is_rival(self, column: int, amount: int, own: Label) -> bool:
        """Whether the heading of a column names the same year, or the amounts of this year with the tax on them."""
        label, relations = self._labels.get(column), self._relations
        if label is None or label.kind in _OF_OTHERS or label.relative not in (None, 0):
            return False
        if label.year not in (None, self._year):
            return False
        if relations.is_taxed(column, amount):
            return True
        if label.kind != "request" and label.year is None and label.relative is None:
            return False
        is_share = relations.is_share(amount, column) or relations.is_share(column, amount)
        return (
            not is_share
            and label.kind in ("", "amount", "budget", "year", "request")
            and (own.kind != "request" or label.kind != "")
            and not self._is_explained(column, amount)
        )

    def _may_be_asked_for(self, column: int, amount: int) -> bool:
        """Whether words say nothing of a column whose figures are of the size of the amounts, with a sum of its own."""
        label, relations = self._labels.get(column), self._relations
        figures = relations.figures[column]
        return (
            label is not None
            and label.kind in ("", "amount")
            and label.year is label.relative is None
            and not calling(self._labels[amount].text, self._raw.around.standard)
            and (figures[-1] is not None or relations.figures[amount][-1] is None)
            and self._is_large(column, amount)
            and not self._is_ordinal(column)
            and not self._is_counted(column)
            and not relations.is_taxed(amount, column)
            and not relations.is_share(amount, column)
            and not self._is_difference(column)
            and not self._adds_up(column, amount)
            and list(figures) != list(relations.figures[amount])
        )

    def _is_explained(self, column: int, amount: int) -> bool:
        """Whether a column counts something, or is derived from the amounts, or makes them up."""
        return (
            self._is_counted(column)
            or column in self._relations.parts_of(amount)
            or amount in self._relations.parts_of(column)
            or self._relations.is_taxed(amount, column)
            or self._is_multiple(column, amount)
            or self._is_difference(column)
            or self._adds_up(column, amount)
        )

    def _is_picked_from(self, amount: int, columns: Sequence[int]) -> bool:
        """Whether the amount of each line is that of one of several columns: estimates, of which one was taken."""
        figures = self._relations.figures
        lines = [
            (figures[amount][index], {figures[column][index] for column in columns})
            for index, row in enumerate(self._added)
            if row.summed.kind == "line"
        ]
        return len(columns) > 1 and all(figure in others for figure, others in lines)

    def _is_counted(self, column: int) -> bool:
        """Whether a heading says that figures count something else, or are of which (うち)."""
        heading = compact(self._labels[column].text)
        return _COUNTED.search(heading) is not None or heading.startswith("うち")

    def _are_few(self, amount: int) -> bool:
        """Whether few columns without a role are as large as the amounts; more are estimates or proposals."""
        relations = self._relations
        parts = {part for column in relations.figures for part in relations.parts_of(column)}
        alike = [
            column
            for column, role in self._table.roles.items()
            if role in ("other", "change") and column in relations.figures and column not in parts
            and column not in self._grid.sheet.hidden_columns and relations.is_alike(column, amount)
            and not self._is_named_otherwise(column)
        ]  # fmt: skip
        return len(alike) <= _FEW

    def _is_named_otherwise(self, column: int) -> bool:
        """Whether the words of a heading say that its figures are a settlement, an assessment, or of a year that is not asked of."""
        label = self._labels.get(column)
        return label is not None and (
            label.kind in _OF_OTHERS
            or label.relative not in (None, 0, -1)
            or (label.year is not None and self._year not in (None, label.year, label.year + 1))
        )

    def _is_doubtful(self, column: int | None) -> bool:
        """Whether a heading names last year's budget only in a wider sense: 現計, 前年度要求額, a budget without a year."""
        label = self._labels.get(column or 0)
        return label is not None and (
            label.kind in ("existing", "request", "settled", "assessed")
            or (label.year is label.relative is None)
        )

    def _ask_rivals(self, columns: Sequence[int]) -> Question:
        own = self._previous or 0
        return self._question(
            own,
            phrase(
                "前年度の額の列の候補がほかにもあります。{own}を前年度として読みました。", own=self._name(own)
            ),
            self._name(own),
            tuple(map(self._name, columns)),
            phrase("見出しからは、どちらが前年度の当初予算か分かりません。"),
            "previous",
            (own, *columns),
        )

    def _may_be_a_year(self, column: int) -> bool:
        """Whether figures are as large as the amounts, and neither words nor arithmetic say that they are others."""
        role, label = self._table.roles.get(column), self._labels.get(column)
        if role not in ("other", "change", "text"):
            return False
        if label is not None:
            is_dated = label.year is not None or label.relative is not None
            if label.kind in _OF_OTHERS or label.relative not in (None, 0, -1):
                return False
            if label.kind == "existing" and not is_dated:
                return False
            if (parts := self._relations.parts_of(column)) and not self._changes.intersection(parts):
                return False
            if (
                label.year is not None
                and self._year is not None
                and label.year not in (self._year, self._year - 1)
            ):
                return False
            if self._is_counted(column):
                return False
        amount = self._amount or 0
        if role == "change" and self._previous is None:
            if column in self._relations.parts_of(amount):
                return True  # 比較 from which 増減 is reckoned
            if not any(figure is not None and figure < 0 for figure in self._relations.figures[column]):
                return self._is_large(column, amount) and label is not None and label.kind == "change"
        return (
            (
                self._relations.is_alike(column, amount)
                if label is not None
                else self._is_large(column, amount)
            )
            and not self._is_ordinal(column)
            and not any(self._is_derived(column, year) for year in (amount, self._previous) if year)
        )

    def _is_large(self, column: int, amount: int) -> bool:
        """Whether the sum of some figures is no more and no less than some ten times that of the amounts."""
        own, whole = (
            sum(abs(Fraction(figure)) for figure in self._relations.figures.get(of, ()) if figure)
            for of in (column, amount)
        )
        return whole < _APART * own and own < _APART * whole

    def _is_derived(self, column: int, year: int) -> bool:
        """Whether arithmetic says what a column is; of one without a heading the whole of an amount proves nothing."""
        relations = self._relations
        if year not in relations.figures:
            return False
        if self._is_multiple(column, year) or self._is_difference(column) or self._adds_up(column, year):
            return True
        if any(
            column in (parts := relations.parts_of(other))
            and not self._changes.intersection(parts) - {column}
            for other in (relations.figures if column in self._labels else (year,))
        ):
            return True
        return column in self._labels and (
            relations.is_taxed(column, year)
            or relations.is_taxed(year, column)
            or relations.is_share(column, year)
            or relations.is_share(year, column)
            or (year in (parts := relations.parts_of(column)) and not self._changes.intersection(parts))
        )

    def _is_multiple(self, column: int, year: int) -> bool:
        """Whether a column is another times the same factor in every row: 千円 of 円, the same figures again, the half."""
        figures = self._relations.figures
        factors = {
            Fraction(one) / Fraction(other)
            for one, other in zip(figures[column], figures[year], strict=True)
            if one is not None and other
        }
        is_plain = factors.issubset({1, 1_000, Fraction(1, 1_000)})
        return (
            len(factors) == 1 and (is_plain or column in self._labels) and sum(map(bool, figures[column])) > 1
        )

    def _adds_up(self, column: int, year: int) -> bool:
        """Whether a column adds up another line by line: 累計."""
        lines = [
            (one, other or 0)
            for row, one, other in zip(
                self._added,
                self._relations.figures[column],
                self._relations.figures[year],
                strict=True,
            )
            if row.summed.kind == "line"
        ]
        sums = accumulate(Fraction(other) for _, other in lines)
        return len(lines) > 1 and all(one == whole for (one, _), whole in zip(lines, sums, strict=True))

    def _is_difference(self, column: int) -> bool:
        figures = self._relations.figures
        previous, amount = self._previous, self._amount
        if previous not in figures or amount not in figures or previous is None or amount is None:
            return False
        rows = [
            (abs(Fraction(change)), abs(Fraction(now or 0) - Fraction(before or 0)))
            for change, now, before in zip(figures[column], figures[amount], figures[previous], strict=True)
            if change is not None
        ]
        return bool(rows) and all(printed == difference for printed, difference in rows)

    def _is_ordinal(self, column: int) -> bool:
        """Whether figures are numbers of years, codes that begin with 0, or go on by the same step."""
        texts = [self._grid.text(row.row, column) for row in self._lines]
        texts = [text for text in texts if text]
        if any(text.startswith("0") and text.isdigit() and len(text) > 1 for text in texts):
            return True
        figures = [
            figure
            for row, figure in zip(self._added, self._relations.figures[column], strict=True)
            if figure is not None and row.summed.kind == "line"
        ]
        steps = {Fraction(second) - Fraction(first) for first, second in pairwise(figures)}
        return (len(figures) > 2 and len(steps) == 1 and steps != {Fraction(0)}) or (
            bool(figures) and all(figure in _YEARS for figure in figures)
        )

    def _names_previous(self, column: int) -> bool:
        """Whether a heading names the year before over amounts, though its words are those of an assessment or a settlement."""
        label = self._labels.get(column)
        if label is None or label.kind in _NO_FIGURES or self._table.roles.get(column) != "other":
            return False
        if self._is_counted(column):
            return False
        is_before = -1 in (label.relative, self._table.headings.labels[column].relative) or (
            self._year is not None and label.year == self._year - 1
        )
        return is_before and (
            self._relations.is_alike(column, self._amount or 0)
            or sum(map(bool, self._relations.figures[column])) <= _FEW
        )

    def _contradicted(self) -> Iterator[Question]:
        """Ask where the printed differences are those from another column than the one of last year's that was taken."""
        pairs = [
            pair for pair in self._relations.differences if pair.amount == self._amount and pair.rows > 1
        ]
        others = {
            pair.previous
            for pair in pairs
            if (label := self._labels.get(pair.previous)) is None or label.kind not in _OF_OTHERS
        }
        others |= self._reckoned_from()
        if others and self._previous not in others:
            columns = sorted(others)
            yield self._question(
                columns[0],
                phrase(
                    "増減の列は{columns}の列との差です。{previous}を前年度として読みました。",
                    columns=self._name(columns[0]),
                    previous=self._name(self._previous or 0),
                ),
                self._name(self._previous or 0),
                tuple(map(self._name, columns)),
                phrase("増減の列が、前年度として読んだ列との差になっていません。"),
                "previous",
                (self._previous or 0, *columns),
            )

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
        return self._question(
            columns[0],
            phrase(
                "{columns}の列が前年度の額かどうか決められません。備考に入れました。",
                columns=self._name(columns[0]),
            ),
            phrase("備考"),
            (
                phrase("前年度"),
                *(phrase("{column}が前年度", column=self._name(column)) for column in columns[1:]),
            ),
            phrase("要求額と同じくらいの額が並んでいますが、見出しからは分かりません。"),
            "previous",
            ("other", *columns),
        )

    def _ask_unnamed(self, columns: Sequence[int]) -> Question:
        return self._question(
            columns[0],
            phrase(
                "見出しのない列（{column}列）に、要求額と同じくらいの額が並んでいます。備考に入れました。",
                column=get_column_letter(columns[0]),
            ),
            phrase("備考"),
            (phrase("要求額"), phrase("前年度")),
            phrase("見出しからも計算からも、何の額かが分かりません。"),
            "amount",
            ("other", "amount", "previous"),
        )

    def _question(
        self, column: int, sentence: str, assumed: str, others: tuple[str, ...], evidence: str, field: str,
        answers: tuple[Answer, ...] = (),
    ) -> Question:  # fmt: skip
        row = self._raw.heading_row(column)
        return Question(
            "column", self._grid.where(row, column), sentence, assumed, others, evidence, field,
            row=row, column=column, answers=answers,
        )  # fmt: skip

    def _name(self, column: int) -> str:
        label = self._labels.get(column)
        return (
            f"「{clean(label.text)}」"
            if label
            else phrase("見出しのない列（{column}列）", column=get_column_letter(column))
        )

    # --- year ---

    def of_year(self) -> Iterator[Question]:
        """Ask where the amounts are of the year before the only other one that the headings name, and none is last year's."""
        years = {
            label.year for label in self._labels.values() if label.year is not None and label.kind != "change"
        }
        own = self._labels.get(self._amount or 0)
        if self._previous is not None or self._year is None or own is None or own.kind == "request":
            return
        expected = self._raw.around.standard.workbook_reading.expected
        if any(
            word in label.text
            for label in self._labels.values()
            if label.year == self._year + 1
            for word in expected
        ):
            return
        if years == {self._year, self._year + 1} and own.year == self._year and not self._raw.choices.roles:
            column = next(column for column, label in self._labels.items() if label.year == self._year + 1)
            yield self._question(
                column,
                phrase(
                    "{column}の列は要求の年度の次の年度です。{amount}を要求額として読みました。",
                    column=self._name(column),
                    amount=self._name(self._amount or 0),
                ),
                self._name(self._amount or 0),
                (self._name(column),),
                phrase("題名の年度が前の年度のままかもしれません。"),
                "amount",
                (self._amount or 0, column),
            )
