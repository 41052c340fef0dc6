"""Doubts about the column that was taken for the year before: others that may be it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from templates.readers.tables.columns.relations import agreeing
from templates.readers.tables.proof.account import NO_AMOUNTS, Account

_FEW: Final = 2  # columns of which one may be last year's; more are estimates or proposals
_NO_FIGURES: Final = NO_AMOUNTS | {"change", "text"}


class PreviousColumn:
    """The column that was taken for the year before, or the lack of one, held against the other columns of the table."""

    def __init__(self, account: Account, amount: int) -> None:
        self._account, self._table, self._raw = account, account.table, account.table.raw
        self._labels, self._relations, self._amount = account.labels, account.relations, amount

    def perhaps(self, columns: Sequence[int]) -> list[int]:
        """The columns that words name last year's, or from which alone a printed 増減 may be reckoned."""
        if named := [column for column in columns if self._names_previous(column)]:
            return named
        is_reckoned = any(
            self._raw.kind(column) == "change" and not self._account.explanation(column) for column in columns
        )
        return [
            column
            for column in columns
            if is_reckoned and column not in self._labels and self._table.roles.get(column) == "other"
        ]

    def changes(self, columns: Sequence[int]) -> list[int]:
        """The columns whose headings say that they compare the amounts with others: 増減, 前年比."""
        return [
            column
            for column in columns
            if self._raw.kind(column) in ("change", "rate") and any(self._relations.figures[column])
        ]

    def years_among(self, columns: Sequence[int]) -> list[int]:
        """The columns whose figures may be those of a year."""
        return [column for column in columns if self._may_be_a_year(column) and not self._is_whole(column)]

    def are_few(self) -> bool:
        """Whether few columns without a role are as large as the amounts; more are estimates or proposals."""
        relations = self._relations
        parts = {part for column in relations.figures for part in relations.parts_of(column)}
        alike = [
            column
            for column, role in self._table.roles.items()
            if role in ("other", "change") and column in relations.figures and column not in parts
            and column not in self._table.grid.sheet.hidden_columns
            and relations.is_alike(column, self._amount)
            and not self._account.by_words(column)
        ]  # fmt: skip
        return len(alike) <= _FEW

    def is_doubtful(self, column: int | None) -> bool:
        """Whether a heading names last year's budget only in a wider sense: 現計, 前年度要求額, a budget without a year."""
        label = self._labels.get(column or 0)
        return label is not None and (
            label.kind in ("existing", "request", "settled", "assessed") or not label.is_dated
        )

    def _may_be_a_year(self, column: int) -> bool:
        """Whether figures are as large as the amounts, and neither words nor arithmetic say that they are others."""
        role, account = self._table.roles.get(column), self._account
        if role not in ("other", "change", "text") or account.by_words(column):
            return False
        if role == "change" and account.previous is None and not self._relations.parts_of(column):
            if column in self._relations.parts_of(self._amount):
                return True  # 比較 from which 増減 is reckoned
            if not any(figure is not None and figure < 0 for figure in self._relations.figures[column]):
                return account.is_large(column, self._amount)
        return account.is_of_size(column) and not account.explanation(column)

    def _is_whole(self, column: int) -> bool:
        """Whether a heading names the cost of all years and bearers (総事業費), and no amount of a line is more."""
        figures = self._relations.figures
        pairs = [
            (whole, part) for whole, part in zip(figures[column], figures[self._amount], strict=True) if part
        ]
        return self._raw.heading(column) in self._raw.around.standard.workbook_reading.wholes and all(
            whole is not None and whole >= part for whole, part in pairs
        )

    def _names_previous(self, column: int) -> bool:
        """Whether a heading names the year before over figures, though its words are those of an assessment or a settlement."""
        label = self._labels.get(column)
        if label is None or label.kind in _NO_FIGURES or self._table.roles.get(column) != "other":
            return False
        relative = self._table.headings.labels[column].relative
        return -1 in (label.offset(self._account.year), relative) and not self._account.is_counted(column)

    def reckoned_from(self) -> set[int]:
        """The columns from which another column, some of whose figures are negative, is the difference."""
        figures, roles = self._relations.figures, self._table.roles
        asked = figures.get(self._amount)
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
            and label.offset(self._account.year) == -1
            and roles.get(before) in ("other", "previous")
            and agreeing(asked, figures[before], figures[change]) > 1
        }
