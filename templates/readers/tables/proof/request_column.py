"""Doubts about the column that was taken for the request: others that may be it, and amounts that are more than the year's."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Final

from model.language import phrase
from templates.readers.labels import compact, source_labels
from templates.readers.tables.calling import calling, is_proposal
from templates.readers.tables.columns.columns import Label
from templates.readers.tables.proof.account import OF_OTHERS, SHARE, Account
from templates.readers.tables.question import Question

_NEAR: Final = (Fraction(4, 5), Fraction(6, 5))  # of the amounts, where two columns together may be them
_MOST_BEARERS: Final = 12  # of which each bears the same: 1/12
_PERIOD: Final = re.compile("[月期半]")
_TAX: Final = "消費税"
_WITH_TAX: Final = 2  # parts of an amount with tax
_LEAST_NUMBERS: Final = 3  # lines


class RequestColumn:
    """The column that was taken for the request, held against the other columns of the table."""

    def __init__(self, account: Account, amount: int) -> None:
        self._account, self._table, self._raw = account, account.table, account.table.raw
        self._labels, self._relations = account.labels, account.relations
        self._figures = account.relations.figures
        self._amount, self._own = amount, account.labels.get(amount)

    def question(self) -> Question | None:
        """What is asked of it first: whether another column is that of the request; None where nothing is in doubt."""
        for find, sentence, evidence in _DOUBTS:
            if others := find(self):
                others = [of for of in others if of not in (self._amount, self._account.previous)]
                return self._raw.choice((self._amount, *others), "amount", sentence, evidence)
        return None

    def numbered(self) -> list[int]:
        """All columns of figures, where the amounts of three lines or more are 1, 2, 3 …: numbers of the lines."""
        figures = self._account.of_lines(self._amount) if self._amount in self._figures else []
        is_numbered = len(figures) >= _LEAST_NUMBERS and figures == [*range(1, len(figures) + 1)]
        return [*self._figures] if is_numbered else []

    def rivals(self) -> list[int]:
        """The other columns that may be asked for this year, where words do not say which is, and arithmetic explains none by the amounts."""
        amount, own, relations = self._amount, self._own, self._relations
        if own is None or self._raw.choices.roles or amount not in self._figures:
            return []
        columns = [
            column
            for column in self._figures
            if column not in (amount, self._account.previous)
            and self._table.roles.get(column) == "other"
            and not self._is_hidden_draft(column)
        ]
        if twice := self._asked_twice():
            again = [column for column in twice if self._raw.is_asked_again(column)]
            return again if self._raw.asks_again else twice
        reckoned = {
            pair.amount
            for pair in relations.differences
            if pair.previous == self._account.previous and pair.rows > 1
        }
        if reckoned:
            return [] if amount in reckoned else [column for column in columns if column in reckoned]
        if sure := [column for column in columns if self._is_rival(column, own)]:
            return sure
        if adjusted := [column for column in columns if self._is_adjusted(column)]:
            return adjusted
        is_weak = own.kind in ("", "amount") and not own.is_dated
        is_weak = is_weak or (self._raw.asks_again and not self._raw.is_asked_again(amount))
        doubtful = [column for column in columns if self._may_be_asked_for(column)]
        if is_weak:
            is_explained = self._is_picked_from(columns) or self._are_parts(doubtful)
            return [] if is_explained else doubtful
        unexplained = [column for column in doubtful if not self._account.explanation(column)]
        pairs = (pair for pair in pairwise(unexplained) if not self._are_parts(pair))
        pair = next((pair for pair in pairs if self._are_shares(pair)), ())
        return list(pair) or self._taxes_of(columns)

    def _is_hidden_draft(self, column: int) -> bool:
        """Whether a column is hidden and its heading calls it a draft: 「要求額（課内第１案）」 beside the 「要求額」 that is shown."""
        is_hidden = column in self._table.grid.sheet.hidden_columns
        return is_hidden and is_proposal(self._raw.heading(column), self._raw.around.standard)

    def _are_parts(self, columns: Sequence[int]) -> bool:
        """Whether the amounts are the sum of some columns, wherever these stand, in every row."""
        return len(columns) > 1 and all(
            sum(self._figures[column][index] or 0 for column in columns) == (whole or 0)
            for index, whole in enumerate(self._figures[self._amount])
        )

    def _taxes_of(self, columns: Sequence[int]) -> list[int]:
        """The column that is the tax on the amounts, where none has both together."""
        if any(self._relations.is_taxed(column, self._amount) for column in columns):
            return []
        return [column for column in columns if self._relations.is_tax(column, self._amount)][:1]

    def _are_shares(self, columns: tuple[int, int]) -> bool:
        """Whether two columns together are nearly the amounts in every row: halves of another year's plan, or of another version."""
        rows = [
            (Fraction(one) + Fraction(two), Fraction(whole))
            for one, two, whole in zip(
                *(self._figures[column] for column in (*columns, self._amount)), strict=True
            )
            if one and two and whole
        ]
        return len(rows) > 1 and all(_NEAR[0] * whole <= both <= _NEAR[1] * whole for both, whole in rows)

    def _asked_twice(self) -> list[int]:
        """The other columns of requests of this year, where one of them asks again for what was not granted (復活)."""
        asked = {
            column: self._raw.is_asked_again(column)
            for column in self._figures
            if (label := self._labels.get(column)) is not None
            and (column == self._amount or label.kind in ("", "request", "amount", "year", "budget"))
            and label.may_be_of(self._account.year)
            and self._table.roles.get(column) in ("amount", "other")
        }
        return [column for column in asked if column != self._amount] if len(set(asked.values())) > 1 else []

    def _is_rival(self, column: int, own: Label) -> bool:
        """Whether the heading of a column names the same year, or the amounts of this year with the tax on them."""
        label, amount = self._labels.get(column), self._amount
        if label is None or label.kind in OF_OTHERS or not label.may_be_of(self._account.year):
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
                or (label.is_dated > own.is_dated and self._relations.is_share(column, amount))
            )
        )

    def _is_adjusted(self, column: int) -> bool:
        """Whether a column is the amounts with what another takes off them, under words that may still be asked for: 「調整後」."""
        label, parts = self._labels.get(column), self._relations.parts_of(column)
        others = [part for part in parts if part != self._amount]
        return (
            label is not None
            and label.kind in ("", "amount")
            and label.may_be_of(self._account.year)
            and len(others) == 1 < len(parts)
            and not self._account.changes.intersection(others)
            and self._account.has_change(others)
        )

    def _may_be_asked_for(self, column: int) -> bool:
        """Whether words say nothing of a column whose figures are of the size of the amounts, with a sum of its own."""
        label, amount = self._labels.get(column), self._amount
        return (
            label is not None
            and label.kind in ("", "amount")
            and not label.is_dated
            and (self._figures[column][-1] is not None or self._figures[amount][-1] is None)
            and self._account.is_large(column, amount)
            and self._account.explanation(column) in ("", SHARE)
            and not self._relations.is_taxed(amount, column)
            and not self._relations.is_share(amount, column)
        )

    def _is_picked_from(self, columns: Sequence[int]) -> bool:
        """Whether the amount of each line is that of one of several columns: estimates, of which one was taken."""
        of_lines = self._account.of_lines
        picked = zip(of_lines(self._amount), *map(of_lines, columns), strict=True)
        return len(columns) > 1 and all(figure in others for figure, *others in picked)

    def parts_of_more(self) -> list[int]:
        """The columns that the amounts are the sum of, where one of these is of another year, stands already, or all are shares."""
        amount = self._amount
        parts, kind = self._relations.parts_of(amount), self._raw.kind(amount)
        if not parts:
            return []
        if self._account.previous in parts and not self._account.has_change(parts):
            return parts
        if len(parts) == _WITH_TAX and any(_TAX in self._raw.heading(column) for column in parts):
            return []  # 税抜, 消費税, 税込
        if kind != "request" and (self._names_one_above(parts) or self._bear_shares(parts)):
            return parts
        if any(self._is_brought_forward(column) for column in parts if column != self._account.previous):
            return parts
        own, standard = self._own, self._raw.around.standard
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
            or not label.may_be_of(label.year if self._account.year is None else self._account.year)
            for label in labels
        )
        return parts if is_more else []

    def _bear_shares(self, parts: Sequence[int]) -> bool:
        """Whether the parts of the amounts are each the same share of them in every line, as of those who bear the costs: 1/2, 1/4, 1/4."""
        wholes, *of_parts = map(self._account.of_lines, (self._amount, *parts))
        shares = [
            {
                Fraction(part or 0) / Fraction(whole)
                for part, whole in zip(of_part, wholes, strict=True)
                if whole
            }
            for of_part in of_parts
        ]
        return (
            not all(_PERIOD.search(self._raw.heading(part)) for part in parts)
            and len({*filter(None, wholes)}) > 1
            and all(len(of_part) == 1 for of_part in shares)
            and all(share and share.denominator <= _MOST_BEARERS for of_part in shares for share in of_part)
        )

    def _is_brought_forward(self, column: int) -> bool:
        """Whether a column is of a 補正予算 that is asked for beside this year's budget: its heading says so, and no words above the table."""
        words, heading = self._raw.around.standard.workbook_reading.supplementary, self._raw.heading(column)
        is_above = self._table.grid.first_with(words) < self._table.headings.rows[0]
        return not is_above and any(word in heading for word in words)

    def _names_one_above(self, columns: Sequence[int]) -> bool:
        """Whether words above the table name the heading of one of several columns: that of the member who asks."""
        above = self._raw.words_above()
        words = [self._labels[column].text.split() for column in columns if column in self._labels]
        names = [compact(of_column[-1]) for of_column in words if of_column]
        named = [name for name in names if len(name) > 1 and any(name in text for text in above)]
        return 0 < len(named) < len(columns)


_DOUBTS: Final[tuple[tuple[Callable[[RequestColumn], Sequence[int]], str, str], ...]] = (
    (
        RequestColumn.numbered,
        phrase("{taken}の列は、上から順に1、2、3と増えるので、番号かもしれません。これを要求額として読みました。"),
        phrase("見出しの位置が列とずれていないか確かめてください。"),
    ),
    (
        RequestColumn.rivals,
        phrase("要求額の列の候補がほかにもあります。{taken}を要求額として読みました。"),
        phrase("同じ年度の列か、税を加えた列がほかにあります。"),
    ),
    (
        RequestColumn.parts_of_more,
        phrase("{taken}の列は、ほかの年度や既定の額、負担の内訳を合わせた和です。これを要求額として読みました。"),
        phrase("ほかの列の和になっていて、その中に別の年度か既定の額、または負担の内訳があります。"),
    ),
)  # fmt: skip
"""The other columns that may be asked for, what is asked of them, and why."""
