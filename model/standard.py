"""A government's choices, per fiscal year, read from ``standard.toml``: labels, columns, prices, which rules are on.

Nothing a finance division could want to change is a constant in Python; it is a field here with a comment in the
file. Another prefecture writes its own folder beside ``templates/tottori``. This room reads and answers; it computes
no figure of a request.
"""

from __future__ import annotations

import tomllib
from fractions import Fraction
from functools import cached_property
from pathlib import Path
from typing import Annotated

import msgspec

from model.fiscal_year import FiscalYear, official, parse
from model.request import FundingRowKey, SheetRow
from model.standard_parts import (
    AT_LEAST_ONE,
    Commitments,
    FundingSource,
    GeneralFunds,
    HeaderWords,
    LineMark,
    LineTemplate,
    NewRequest,
    ObjectClass,
    Printing,
    Rounding,
    RowLabels,
    Rule,
    SectionPlan,
    StaffCategory,
    TaxPolicy,
    TaxRate,
    TaxWords,
    Words,
)


class StandardError(Exception):
    """The Standard's file cannot be used; the message says where and why, in Japanese."""


class Standard(msgspec.Struct, frozen=True, dict=True):
    """Everything a government decides about its sheet. See ``templates/tottori/standard.toml`` for each field."""

    government: str
    government_code: str
    new_request: NewRequest
    printing: Printing
    words: Words
    rounding: str
    roundings: Annotated[list[Rounding], AT_LEAST_ONE]
    tax_rates: Annotated[list[TaxRate], AT_LEAST_ONE]
    tax_words: TaxWords
    line_marks: list[LineMark]
    object_classes: list[ObjectClass]
    commitments: Commitments
    general_funds: GeneralFunds
    funding_sources: list[FundingSource]
    staff_categories: list[StaffCategory]
    row_labels: list[RowLabels]
    header_words: Annotated[list[HeaderWords], AT_LEAST_ONE]
    sections: list[SectionPlan]
    funding_rows: dict[FundingRowKey, str]
    results: list[str]
    prefecture_alone: str
    national_source: str
    funding_words: list[str]
    rules: dict[str, Rule]
    tax_policies: list[TaxPolicy] = []
    line_templates: list[LineTemplate] = []

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

    def rounding_in(self, year: int) -> Rounding:
        """The rounding profile in force in a fiscal year."""
        of_name = [each for each in self.roundings if each.name == self.rounding]
        return next((each for each in of_name if each.holds_in(year)), of_name[-1])

    def object_classes_in(self, year: int) -> list[ObjectClass]:
        """The list of 節 of a fiscal year (28 to FY2019, 27 from FY2020), in the order of their numbers."""
        return [each for each in self.object_classes if each.holds_in(year)]

    @cached_property
    def object_classes_by_label(self) -> dict[str, list[ObjectClass]]:
        """The 節 of any year by how they are written on a line: 「12 委託料」."""
        by_label: dict[str, list[ObjectClass]] = {}
        for each in self.object_classes:
            by_label.setdefault(each.label, []).append(each)
        return by_label

    def rates_in_bases(self, year: int) -> frozenset[Fraction]:
        """The tax rates that a factor in a basis of a fiscal year is taken for."""
        return frozenset(
            Fraction(each.percent, 100)
            for each in self.tax_rates
            if each.in_bases and (each.in_bases_until is None or year <= each.in_bases_until)
        )

    def mark_label(self, key: str) -> str:
        """The printed form of a line's mark; "" for none or one that is not in the list."""
        return next((mark.label for mark in self.line_marks if mark.key == key), "")

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
    if standard.rounding not in {each.name for each in standard.roundings}:
        raise StandardError(
            f"様式の設定 {path} の rounding「{standard.rounding}」が roundings にありません。"
        )
    for template in standard.templates:
        try:
            fill_year(template, standard.default_year)
        except (LookupError, ValueError) as error:
            raise StandardError(
                f"様式の設定 {path} の「{template}」の {{ }} の書き方に誤りがあります。"
            ) from error
    return standard
