"""A government's choices, per fiscal year, read from ``standard.toml``: labels, columns, prices, which rules are on.

Nothing a finance division could want to change is a constant in Python; it is a field here with a comment in the
file. Another prefecture writes its own folder beside ``templates/tottori``. This room reads and answers; it computes
no figure of a request.
"""

from __future__ import annotations

import tomllib
from functools import cached_property
from pathlib import Path
from typing import Annotated, Final, Literal, TypeAlias

import msgspec

from model.amount import RoundingMode
from model.fiscal_year import FiscalYear, official, parse
from model.request import Frame, FundingRowKey, SheetRow

Severity: TypeAlias = Literal["error", "warning", "info"]
"""誤り, 注意, 参考."""

_AT_LEAST_ONE: Final = msgspec.Meta(min_length=1)


class StandardError(Exception):
    """The Standard's file cannot be used; the message says where and why, in Japanese."""


class Dated(msgspec.Struct, frozen=True, kw_only=True):
    """Something that holds from one fiscal year to another (western years, both included)."""

    first: int = 0
    last: int = 9999

    def holds_in(self, year: int) -> bool:
        """Whether it holds in the fiscal year."""
        return self.first <= year <= self.last


class NewRequest(msgspec.Struct, frozen=True):
    """What a new request starts with."""

    fiscal_year: str


class FundingSource(msgspec.Struct, frozen=True):
    """A column of the funding tables (財源)."""

    key: str
    label: str


class GeneralFunds(msgspec.Struct, frozen=True):
    """The column that takes the rest (一般財源)."""

    label: str


class StaffCategory(Dated, frozen=True):
    """A staff column; ``unit_costs`` are 千円 per person by western fiscal year, empty where it costs nothing in (B)."""

    key: str
    label: str
    unit_costs: dict[str, int] = {}

    def unit_cost(self, year: int) -> int | None:
        """Unit labour cost of the year, 千円 per person; None where there is no price."""
        return self.unit_costs.get(str(year))

    @property
    def is_costed(self) -> bool:
        """Whether people of this category count into 人件費(B)."""
        return bool(self.unit_costs)


class RowLabels(Dated, frozen=True):
    """Labels of the total-cost rows for some years and for pages with or without a 査定."""

    on_assessed_page: bool
    assessed: str = ""
    request: str = ""
    previous: str = ""


class HeaderWords(Dated, frozen=True):
    """Words of the head that change over the years."""

    year_line: str
    budgets: Annotated[list[str], _AT_LEAST_ONE]
    business_classes: Annotated[list[str], _AT_LEAST_ONE]
    stages: Annotated[list[str], _AT_LEAST_ONE]
    assessment_actor: str


class SectionPlan(Dated, frozen=True):
    """A section that a new request of the year starts with."""

    frame: Frame
    heading: str
    costs: bool = False


class Commitments(msgspec.Struct, frozen=True):
    """How a commitment is worded in the remark of its line; ``{period}`` is the period as typed."""

    requested: str
    set: str
    requested_label: str
    set_label: str


class Rounding(msgspec.Struct, frozen=True):
    """Rounding to whole 千円 by the kind of figure (rules.md B3)."""

    labour_cost: RoundingMode


class Printing(msgspec.Struct, frozen=True):
    """Small choices of the printed sheet."""

    minus_on_page: str
    minus_on_screen: str
    people_decimals: int
    cost_note: str
    total_label: str
    narrow_breaks: list[str]
    breadcrumb: str
    frames: dict[str, str]
    cost_columns: dict[str, str]


class Words(msgspec.Struct, frozen=True):
    """Titles of the sheet's tables and the names of their columns; see the comments of standard.toml."""

    total_cost: str
    expense_a: str
    labour_b: str
    total_ab: str
    staff: str
    request: str
    previous: str
    assessed: str
    held: str
    separate: str
    funding: str
    finance: str
    funding_sources: str
    expense: str


class Rule(msgspec.Struct, frozen=True):
    """How one rule of the rulebook is used: its severity, and whether it is on."""

    severity: Severity
    on: bool = True


class Standard(msgspec.Struct, frozen=True, dict=True):
    """Everything a government decides about its sheet. See ``templates/tottori/standard.toml`` for each field."""

    government: str
    government_code: str
    new_request: NewRequest
    printing: Printing
    words: Words
    rounding: Rounding
    commitments: Commitments
    general_funds: GeneralFunds
    funding_sources: list[FundingSource]
    staff_categories: list[StaffCategory]
    row_labels: list[RowLabels]
    header_words: Annotated[list[HeaderWords], _AT_LEAST_ONE]
    sections: list[SectionPlan]
    funding_rows: dict[FundingRowKey, str]
    results: list[str]
    prefecture_alone: str
    national_source: str
    funding_words: list[str]
    rules: dict[str, Rule]

    @property
    def templates(self) -> list[str]:
        """Every text with places for the year, as ``fill_year`` fills them."""
        labels = [text for each in self.row_labels for text in (each.assessed, each.request, each.previous)]
        lines = [words.year_line for words in self.header_words]
        return [*labels, *lines, self.printing.cost_note, self.printing.breadcrumb]

    @cached_property
    def default_year(self) -> FiscalYear:
        """The fiscal year of a new request."""
        return parse(self.new_request.fiscal_year) or official(2019)

    def year_of(self, typed: str) -> FiscalYear:
        """The fiscal year typed in a header, or a new request's where it cannot be read (that is a finding)."""
        return parse(typed) or self.default_year

    def staff_in(self, year: int) -> list[StaffCategory]:
        """The staff columns of a fiscal year's sheet, in order."""
        return [category for category in self.staff_categories if category.holds_in(year)]

    def words_in(self, year: int) -> HeaderWords:
        """The head's words in a fiscal year."""
        return next((words for words in self.header_words if words.holds_in(year)), self.header_words[-1])

    def sections_in(self, year: int) -> list[SectionPlan]:
        """The sections a new request of the fiscal year starts with."""
        return [plan for plan in self.sections if plan.holds_in(year)]

    def row_label(self, year: FiscalYear, row: SheetRow, *, on_assessed_page: bool) -> str:
        """The label of a total-cost row, e.g. 「31年度当初予算要求額」."""
        of_page = [labels for labels in self.row_labels if labels.on_assessed_page == on_assessed_page]
        labels = next((labels for labels in of_page if labels.holds_in(year.year)), of_page[-1])
        return fill_year(
            {"assessed": labels.assessed, "request": labels.request, "previous": labels.previous}[row], year
        )


def fill_year(template: str, year: FiscalYear) -> str:
    """Fill a label's places for the year: {year} 平成31年度, {number} 31, {letter} H, and {previous…} of the year before."""
    before = year.previous
    return template.format(
        year=year.label,
        number=year.figure,
        letter=year.letter,
        official=official(year.year).label,
        previous=before.label,
        previous_number=before.figure,
        previous_letter=before.letter,
    )


def load(folder: Path) -> Standard:
    """Read the Standard of a folder.

    Raises:
        StandardError: with a sentence for the user when the file is missing or wrong.
    """
    path = folder / "standard.toml"
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise StandardError(f"様式の設定 {path} が読めません。ファイルがあるか確認してください。") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise StandardError(f"様式の設定 {path} の書き方に誤りがあります（{error}）。") from error
    try:
        standard = msgspec.convert(data, Standard)
    except msgspec.ValidationError as error:
        raise StandardError(f"様式の設定 {path} の項目が正しくありません（{error}）。") from error
    if {labels.on_assessed_page for labels in standard.row_labels} != {True, False}:
        raise StandardError(
            f"様式の設定 {path} の row_labels には、査定が済んだページと要求だけのページの両方が要ります。"
        )
    for template in standard.templates:
        try:
            fill_year(template, standard.default_year)
        except (LookupError, ValueError) as error:
            raise StandardError(
                f"様式の設定 {path} の「{template}」の {{ }} の書き方に誤りがあります。"
            ) from error
    return standard
