"""The words by which workbooks of other people are read, as the Standard lists them beside those of the pages."""

from __future__ import annotations

from typing import Literal, TypeAlias

from model.request.columns import ColumnField
from model.standard.setting import Setting

ColumnRole: TypeAlias = Literal[ColumnField, "basis", "change", "number"]
"""What a column of a table of costs holds."""


FigureKind: TypeAlias = Literal[
    "request",
    "budget",
    "amount",
    "existing",
    "settled",
    "assessed",
    "change",
    "rate",
    "unit_price",
    "quantity",
    "counted",
]
"""What the figures of a column are: 要求, 予算, 金額, 現計・既定, 決算, 査定, 増減, 率, 単価, 数量, the unit of a count."""


class ColumnWords(Setting, frozen=True):
    """Headings of one kind of column."""

    role: ColumnRole
    words: list[str]


class FigureWords(Setting, frozen=True):
    """Words in the heading of a column of figures.

    Attributes:
        kind: what the figures are.
        words: whole headings.
        within: words that are enough within a heading.
    """

    kind: FigureKind
    words: list[str] = []
    within: list[str] = []


class RowWords(Setting, frozen=True):
    """Words in the label of a row that say what it adds up, each explained in ``templates/standards``."""

    totals: list[str]
    total_ends: list[str]
    sums: list[str]
    no_sums: list[str]
    carried_out: list[str]
    carried_in: list[str]
    not_counted: list[str] = []


class WorkbookReading(Setting, frozen=True):
    """Words by which workbooks of other people are read, each explained in ``templates/standards``."""

    columns: list[ColumnWords]
    figures: list[FigureWords]
    rows: RowWords
    subtotals: list[str]
    source_rows: list[str]
    rest_rows: list[str]
    request: list[str]
    this_year: list[str]
    last_year: list[str]
    over: list[str]
    kinds: list[str]
    department_and_section: list[str]
    labels: dict[str, list[str]]
    name_ends: list[str] = []
    title_ends: list[str] = []
    no_names: list[str] = []
    subjects_kan: list[str] = []
    no_name_ends: list[str] = []
    source_titles: list[str] = []
    income_ends: list[str] = []
    cost_titles: list[str] = []
    reference_titles: list[str] = []
    statuses: list[str] = []
    shares: list[str] = []
    wholes: list[str] = []
    expected: list[str] = []
    documents: list[str] = []
    of_documents: list[str] = []
    before_names: list[str] = []
    states: list[str] = []
    office_ends: list[str] = []
    name_kinds: list[str] = []
    section_ends: list[str] = []
    requests: list[str] = []
    past_requests: list[str] = []
    other_documents: list[str] = []
    supplementary: list[str] = []
    again: list[str] = []
    proposals: list[str] = []
    no_proposals: list[str] = []
    subjects: list[str] = []
    headings_of_names: list[str] = []
    headings_of_groups: list[str] = []
    headings_of_reasons: list[str] = []
    initial: list[str] = []
    examples: list[str] = []
