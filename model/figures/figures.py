"""The figures of a request as values, 千円: derived, typed, and shown on the sheet.

A figure may be derived, typed, or both: then the typed one is *declared*, it is what stands on the sheet and what the
next sum adds up (as a checker adds up the paper), and the checks say where it differs from the derived one. How they
are derived is in model/totals/totals.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

import msgspec

from model.basis.results import Outcome, Surroundings
from model.basis.terms import Basis
from model.figures.commitments import CommitmentTotals, ContinuingTotals, minus
from model.request import place
from model.request.place import EXPENSE, GENERAL, YEARS, CostColumn, Place, Year
from model.request.request import Component, CostGroup, FundingRowKey, Line, SheetRow
from model.standard.form import CostRowPlan, FundingRowPlan, SheetForm
from model.standard.parts import Rounding
from model.standard.standard import Standard
from model.values.amount import RoundingMode, change_percent
from model.values.figure import Figure as Figure
from model.values.figure import figure as figure
from model.values.figure import rounded_figure as rounded_figure
from model.values.fiscal_year import FiscalYear


class BothYears(msgspec.Struct, frozen=True, gc=False):
    """The figures of both years, of a line or of a cost group, with what changed between them."""

    previous: Figure
    amount: Figure

    def of(self, year: Year) -> Figure:
        """The figure of one of the two years."""
        return self.previous if year == "previous" else self.amount

    @property
    def change(self) -> int | None:
        """増減, 千円: a blank year counts as nothing, as for a line that is new or gone.

        None when both are blank, or when one was typed and cannot be read.
        """
        amount, previous = self.amount, self.previous
        if amount.is_unknown or previous.is_unknown or amount.value is previous.value is None:
            return None
        return (amount.value or 0) - (previous.value or 0)

    @property
    def change_percent(self) -> Decimal | None:
        """増減率 in percent; None where either year is blank (a line of a draft is no line that fell to nothing) or unreadable."""
        return None if self.change is None else change_percent(self.amount.value, self.previous.value)


class LineTotals(BothYears, frozen=True, gc=False):
    """A line with its figures of both years and those of its parts.

    Attributes:
        outcome: what its basis (積算) gives; None where it has none.
        has_object_class: whether it or a part of it has a 節.
        has_trouble: whether its basis or that of a part cannot be worked out.
    """

    line: Line
    parts: tuple[LineTotals, ...] = ()
    outcome: Outcome | None = None
    has_object_class: bool = False
    has_trouble: bool = False

    @property
    def basis(self) -> Basis | None:
        """The line's calculation as it was read; None where it has none, or one that cannot be read."""
        return self.outcome.basis if self.outcome is not None else None

    @property
    def contribution(self) -> Fraction | int | None:
        """What the line brings into a sum of exact 円, in 千円.

        Its figure before the rounding, unless it is itself the sum of parts or was typed.
        """
        amount = self.amount
        return amount.value if self.parts or amount.exact is None or amount.is_declared else amount.exact

    @property
    def is_printed_as_heading(self) -> bool:
        """Whether the line is printed without its figures: it is a heading, and they follow from its parts.

        A figure that no part carries is printed on a heading too: else the printed rows would not come to the 合計.
        """
        return self.line.heading and not any(self.carries(year) for year in YEARS)

    def carries(self, year: Year) -> bool:
        """Whether the line brings a figure into the sums that its parts do not bring."""
        own = self.of(year)
        return own.shown is not None and (not self.parts or own.derived is None or own.differs)

    @property
    def has_previous(self) -> bool:
        """Whether anything of the previous year stands on the line or its parts."""
        return self.previous.shown is not None or any(part.has_previous for part in self.parts)

    @property
    def change(self) -> int | None:
        """増減, 千円; None also where a basis gives no figure, which is not 0."""
        return None if self.amount.value is None and self.outcome is not None else super().change


class GroupTotals(BothYears, frozen=True, gc=False):
    """A cost group with its lines and its 合計 of both years.

    Attributes:
        has_object_class: whether a line or a part has a 節.
        has_trouble: whether the basis of a line or of a part cannot be worked out.
    """

    group: CostGroup
    lines: tuple[LineTotals, ...]
    has_object_class: bool = False
    has_trouble: bool = False

    @property
    def has_previous(self) -> bool:
        """Whether anything of the previous year stands in the table, so that brackets are printed."""
        return self.previous.shown is not None or any(line.has_previous for line in self.lines)


class LabourTerm(msgspec.Struct, frozen=True):
    """The labour cost of one staff category: people 人 × unit cost 千円, rounded to whole 千円."""

    people: Decimal
    unit_cost: int
    cost: int
    mode: RoundingMode

    @property
    def exact(self) -> Fraction:
        """The product before the rounding, 千円."""
        return Fraction(self.people) * self.unit_cost


class CostRowTotals(msgspec.Struct, frozen=True):
    """A row of the total-cost table: 事業費(A), 人件費(B), トータルコスト(A+B).

    Attributes:
        year: the fiscal year whose prices the row takes.
        labour_by_category: how the labour cost of each staff category with a price comes about, by its key.
        people: the people of each category where they are the sum of the rows above, as the total of a supplementary
            sheet; empty where the row has its own.
    """

    plan: CostRowPlan
    year: int
    expense: Figure
    labour: Figure
    total: Figure
    labour_by_category: dict[str, LabourTerm]
    people: dict[str, Decimal] = {}

    def of(self, column: CostColumn) -> Figure:
        """The figure of a column."""
        return {"expense": self.expense, "labour": self.labour, "total": self.total}[column]


class FundingRowTotals(msgspec.Struct, frozen=True):
    """A row of the funding tables: 事業費, the specific sources with their sum, and 一般財源 as the rest.

    Attributes:
        sources: the figure of each source by its key.
        outcomes: what the basis (積算) of a source gives, for those that have one.
    """

    plan: FundingRowPlan
    expense: Figure
    sources: dict[str, Figure]
    outcomes: dict[str, Outcome]
    specific: int
    general: Figure

    def of(self, column: str) -> Figure:
        """The figure of a column: a source's key, ``general`` or ``expense``."""
        return {GENERAL: self.general, EXPENSE: self.expense}.get(column) or self.sources[column]

    @property
    def total(self) -> int | None:
        """財源計: the specific sources and 一般財源; None while there is no 事業費 and no source."""
        if self.general.value is None:
            return self.specific or None
        return self.specific + self.general.value


class CalculationSettings(msgspec.Struct, frozen=True):
    """What every line of a request is computed by.

    Attributes:
        year: the western fiscal year.
        standard: the Standard in force, for the tax rates of the line's months.
        prices: the unit prices in use, by name, as typed.
        surroundings: what a basis is evaluated with, where it does not speak of tax.
    """

    year: int
    standard: Standard
    rounding: Rounding
    prices: dict[str, str]
    surroundings: Surroundings


class Totals(msgspec.Struct, frozen=True):
    """All figures of a request.

    Attributes:
        calculation_settings: what its lines were computed by.
        amount: 要求額.
        previous: 前年度予算額.
        change: 要求額 − 前年度予算額; None while either is blank.
        change_percent: the change in percent of the previous year to one decimal; None where that is blank or 0.
        cost_rows: the rows of the total-cost table, with the finance division's, in the form's order.
        funding_rows: the rows of both funding tables, likewise.
        components: 保留, 復活 and 追加 where the form asks for them.
        cut: 要求額 − (計上 + 保留 + 別途); None before the 査定.
        commitments: what each commitment (債務負担行為) owes by year, in the request's order.
        continuing: the annual amounts of each continuing expense (継続費), likewise.
    """

    form: SheetForm
    calculation_settings: CalculationSettings
    groups: tuple[GroupTotals, ...]
    amount: Figure
    previous: Figure
    change: int | None
    change_percent: Decimal | None
    cost_rows: dict[SheetRow, CostRowTotals]
    funding_rows: dict[FundingRowKey, FundingRowTotals]
    components: dict[Component, Figure]
    cut: int | None
    commitments: tuple[CommitmentTotals, ...] = ()
    continuing: tuple[ContinuingTotals, ...] = ()

    @property
    def year(self) -> FiscalYear:
        """The fiscal year of the request."""
        return self.form.year

    @property
    def asked_funds(self) -> FundingRowTotals | None:
        """The row of 要求額の財源内訳 that pays for this request; None on a form without the table."""
        return self.funding_rows.get("request") or self.funding_rows.get("asked")

    @property
    def funding_gap(self) -> int | None:
        """差額: 要求額 − 財源計, 千円; None while either is blank."""
        funds = self.asked_funds.total if self.asked_funds else None
        return minus(self.amount.value, funds)

    @property
    def by_place(self) -> dict[Place, Figure]:
        """The figures of the request line, the total-cost table, the funding tables and the cost tables, by their places."""
        found = {place.REQUEST_AMOUNT: self.amount, place.REQUEST_PREVIOUS: self.previous}
        for row, cost in self.cost_rows.items():
            found |= {place.cost(row, column): cost.of(column) for column in place.COSTS}
        for key, funds in self.funding_rows.items():
            columns = (EXPENSE, *funds.sources, GENERAL)
            found |= {place.funding(key, column): funds.of(column) for column in columns}
        for group in self.groups:
            found |= {place.group(group.group.id, year): group.of(year) for year in YEARS}
            for line in every_line(group.lines):
                found |= {place.line(line.line.id, year): line.of(year) for year in YEARS}
        return found


def every_line(lines: Iterable[LineTotals]) -> Iterator[LineTotals]:
    """Lines with their parts, in the order of the sheet."""
    for line in lines:
        yield line
        if line.parts:
            yield from every_line(line.parts)
