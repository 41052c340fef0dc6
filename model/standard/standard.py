"""A government's choices, per fiscal year, read from the files of a folder: labels, columns, prices, which rules are on.

Nothing a finance division could want to change is a constant in Python; it is a field here with a comment in the
files. Another prefecture writes its own folder beside those in ``templates/standards``. This room reads and answers; it
computes no figure of a request.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from fractions import Fraction
from typing import Annotated, Any, Final, TypeVar

import msgspec

from model.request.request import Header, Request
from model.standard.character_words import CharacterWords, PersonalWords, TableWords
from model.standard.form import Dated, Form, SheetForm
from model.standard.line_words import LineWords
from model.standard.multi_year_words import Commitments, Continuing, Ledger, SourceColumns
from model.standard.parts import (
    Account,
    AssessmentActor,
    FundingSource,
    GeneralFunds,
    HeaderWords,
    LineMark,
    LineTemplate,
    NewRequest,
    ObjectClass,
    Office,
    PageReading,
    Printing,
    PublicPage,
    Rounding,
    Rule,
    SectionPlan,
    StaffCategory,
    TaxPolicy,
    TaxRate,
    TaxWords,
    Words,
)
from model.standard.questions import Judgement, Question
from model.standard.revenue_words import BondClass, Ceiling, RevenueWords
from model.standard.rule_words import CutWords, LastYearWords, StageWords
from model.standard.setting import AT_LEAST_ONE, Setting, WesternYear
from model.standard.text_words import TextWords
from model.standard.wording import sound_form
from model.standard.workbook_words import WorkbookReading
from model.values import people
from model.values.amount import Amount, half_width
from model.values.fiscal_year import FiscalYear, official, parse

_BRACKETS: Final = "【】[] "
_D = TypeVar("_D", bound=Dated)


class Standard(Setting, frozen=True, dict=True):
    """Everything a government decides about its sheet. The files in ``templates/standards`` explain each field.

    It keeps no result. Its words in another form (``word_tables``, ``text_words.patterns``) are made with it.
    """

    government: str
    government_code: str
    has_unnamed_files: bool
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
    commitment_columns: Annotated[list[SourceColumns], AT_LEAST_ONE]
    continuing: Continuing
    ledger: Ledger
    general_funds: Annotated[list[GeneralFunds], AT_LEAST_ONE]
    funding_sources: list[FundingSource]
    staff_categories: list[StaffCategory]
    forms: Annotated[list[Form], AT_LEAST_ONE]
    header_words: Annotated[list[HeaderWords], AT_LEAST_ONE]
    assessment_actors: Annotated[list[AssessmentActor], AT_LEAST_ONE]
    accounts: list[Account]
    sections: list[SectionPlan]
    results: list[str]
    prefecture_alone: str
    national_source: str
    funding_words: list[str]
    first_year: WesternYear
    page_reading: PageReading
    workbook_reading: WorkbookReading
    line_words: LineWords
    judgement: Judgement
    revenue: RevenueWords
    stages: StageWords
    characters: CharacterWords
    personal: PersonalWords
    public_page: PublicPage
    cost_tables: TableWords
    last_year: LastYearWords
    cut_words: CutWords
    text_words: TextWords
    rules: dict[str, Rule] = {}
    tax_policies: list[TaxPolicy] = []
    line_templates: list[LineTemplate] = []
    nothing_granted: list[str] = []
    questions: list[Question] = []
    bond_classes: list[BondClass] = []
    ceilings: list[Ceiling] = []
    offices: list[Office] = []
    sources: dict[str, str] = {}

    def __post_init__(self) -> None:
        """Make the tables of its words, once and for all: a Standard never changes."""
        vars(self)["word_tables"] = WordTables(self)

    @property
    def word_tables(self) -> WordTables:
        """Its words as they are looked up."""
        tables: WordTables = vars(self)["word_tables"]
        return tables

    def source_of(self, source: str) -> str:
        """How the source of a rule is cited: with the government whose document it is, where the Standard says so."""
        return self.sources.get(source, source)

    def is_of(self, request: Request) -> bool:
        """Whether a request was begun under this government's Standard; one without a name where the files before are its."""
        return request.standard == self.government or (not request.standard and self.has_unnamed_files)

    @property
    def default_year(self) -> FiscalYear:
        """The fiscal year of a new request."""
        return parse(self.new_request.fiscal_year) or official(2019)

    def year_of(self, typed: str) -> FiscalYear:
        """The fiscal year typed in a header, or a new request's where it cannot be read (that is a finding)."""
        return parse(typed) or self.default_year

    @property
    def known_years(self) -> range:
        """The fiscal years that it has forms and prices for, and the one after the last: western years."""
        priced = [int(year) for category in self.staff_categories for year in category.unit_costs]
        return range(self.first_year, max([self.default_year.year, *priced]) + 2)

    def staff_in(self, year: int) -> list[StaffCategory]:
        """The staff columns of a fiscal year's sheet, in order."""
        return list(_in(year, self.staff_categories))

    def words_in(self, year: int) -> HeaderWords:
        """The head's words in a fiscal year."""
        return next(_in(year, self.header_words), self.header_words[-1])

    def sections_in(self, year: int) -> list[SectionPlan]:
        """The sections a new request of the fiscal year starts with."""
        return list(_in(year, self.sections))

    def rounding_in(self, year: int) -> Rounding:
        """The rounding profile in force in a fiscal year."""
        of_name = [rounding for rounding in self.roundings if rounding.name == self.rounding]
        return next(_in(year, of_name), of_name[-1])

    def commitment_columns_in(self, year: int) -> SourceColumns:
        """The columns of specific funds of the 債務負担行為要求書 in a fiscal year."""
        return next(_in(year, self.commitment_columns), self.commitment_columns[-1])

    def object_classes_in(self, year: int) -> list[ObjectClass]:
        """The list of 節 of a fiscal year (28 to FY2019, 27 from FY2020), in the order of their numbers."""
        return list(_in(year, self.object_classes))

    def bond_classes_in(self, year: int) -> list[BondClass]:
        """The classes of bonds (起債の区分) of a fiscal year, in order."""
        return list(_in(year, self.bond_classes))

    def rates_in_bases(self, year: int) -> frozenset[Fraction]:
        """The tax rates that a factor in a basis of a fiscal year is taken for."""
        return frozenset(
            Fraction(tax_rate.percent, 100)
            for tax_rate in self.tax_rates
            if tax_rate.in_bases and (tax_rate.in_bases_until is None or year <= tax_rate.in_bases_until)
        )

    def mark_label(self, key: str) -> str:
        """The printed form of a line's mark, "" for none; of one that is not in the list its key in brackets."""
        return next((mark.label for mark in self.line_marks if mark.key == key), f"【{key}】" if key else "")

    def mark_of(self, label: str) -> str:
        """The key of the mark with a label, with or without its brackets; a mark that is not in the list is its own key."""
        bare = label.strip(_BRACKETS)
        return next((mark.key for mark in self.line_marks if mark.label.strip(_BRACKETS) == bare), bare)

    def account_of(self, business_class: str) -> Account | None:
        """The accounts of a class that has its own (特別会計, 企業会計); None for one of the general account."""
        return next(
            (account for account in self.accounts if business_class.startswith(account.business_class)), None
        )

    def form_of(self, request: Request) -> SheetForm:
        """The form of a request: the first whose conditions hold; the last where none does."""
        header, year = request.header, self.year_of(request.header.fiscal_year)
        general = (
            funds.label
            for funds in _in(year.year, self.general_funds)
            if not funds.classes or header.business_class.startswith(funds.classes)
        )
        actor = (by.actor for by in _in(year.year, self.assessment_actors) if by.stage in header.stage)
        form = SheetForm(
            year,
            self._form(header, year.year, assessed=request.is_assessed),
            self._form(header, year.year, assessed=True),
            next(general, self.general_funds[-1].label),
            next(actor, self.assessment_actors[-1].actor),
            request.printed,
        )
        sources = {source.key for source in self.sources_of(form)}
        staff = {category.key for category in self.staff_of(form)}
        more_sources = _used([getattr(request.funding, row) for row in form.funding_plans], sources)
        if request.bases:
            more_sources |= _calculated(request.bases, form.funding_plans, sources)
        more_staff = _used([getattr(request.headcount, row) for row in form.cost_keys], staff)
        if not (more_sources or more_staff):
            return form
        return msgspec.structs.replace(
            form,
            more_sources=_in_order(more_sources, [source.key for source in self.funding_sources]),
            more_staff=_in_order(more_staff, [category.key for category in self.staff_categories]),
        )

    def _form(self, header: Header, year: int, *, assessed: bool) -> Form:
        return next(
            (form for form in self.forms if form.is_for(header, year, assessed=assessed)), self.forms[-1]
        )

    def form_before_assessment(self, header: Header) -> Form:
        """The form that a request has until the finance division's part is filled."""
        return self._form(header, self.year_of(header.fiscal_year).year, assessed=False)

    def sources_of(self, form: SheetForm) -> list[FundingSource]:
        """The columns of specific funds of a form, in order, and those of no form that its request uses."""
        by_key = {funding_source.key: funding_source for funding_source in self.funding_sources}
        usual = [funding_source.key for funding_source in self.funding_sources if funding_source.is_usual]
        keys = (*(form.page.funding_columns or usual), *form.more_sources)
        return [by_key.get(key) or FundingSource(key, self.source_label(key)) for key in keys]

    def source_label(self, key: str) -> str:
        """The label of a funding source; of one that the Standard does not have 「（不明な財源 key）」."""
        known = (source.label for source in self.funding_sources if source.key == key)
        return next(known, f"（不明な財源 {key}）")

    def staff_of(self, form: SheetForm) -> list[StaffCategory]:
        """The staff columns of a form, in order; a supplementary sheet has one, 従事人役."""
        of_year = self.staff_in(form.year.year)
        if not form.page.staff:
            return of_year
        return [
            msgspec.structs.replace(category, label=form.page.staff_label or category.label)
            for category in of_year
            if category.key in form.page.staff
        ]

    def staff_columns(self, form: SheetForm) -> list[StaffCategory]:
        """The staff columns as they are shown: those of the form, and those of no form, whose people cost nothing."""
        by_key = {staff_category.key: staff_category for staff_category in self.staff_categories}
        more = (by_key.get(key) or StaffCategory(key, f"（不明な職員区分 {key}）") for key in form.more_staff)
        return [*self.staff_of(form), *more]


class WordTables:
    """A Standard's words as they are looked up: headings and labels by readers, the 節 as written and as heard, what finds personal data.

    All words but those of ``object_classes`` and ``sounds`` are in half-width letters and without spaces.

    Attributes:
        heading_roles: what a heading of a cost table says of its column; other remarks of pages are none.
        head_labels: the place of each word of the head by its labels in other people's workbooks.
        remark_headings: the headings below which published pages explain a row.
        table_headings: the headings of every column that is known by its whole words.
        total_labels: the labels of the 合計 of a cost table.
        subtotal_labels: the labels of rows that only add up rows above them.
        signs_of_sums: the signs of which one stands in the label of each row that adds up others: 「計」, 「額」, 「頁」.
        object_class_names: the names of all 節 without their numbers and commas: 「負担金補助及び交付金」.
        object_classes: the 節 of any year by how they are written on a line: 「12 委託料」.
        sounds: the names and readings of all 節 as typed names are compared with them.
        personal: what finds personal data; each line of a request is looked through.
    """

    def __init__(self, standard: Standard) -> None:
        page, workbook, classes = standard.page_reading, standard.workbook_reading, standard.object_classes
        self.heading_roles: dict[str, str] = {}
        remarks: list[str] = []
        for heading in page.cost_table_headings:
            words = map(_bare, heading.words)
            if heading.kind == "remark":
                remarks += words
            else:
                self.heading_roles.update((word.lower(), heading.kind) for word in words)
        for column in workbook.columns:
            self.heading_roles.update((_bare(word).lower(), column.role) for word in column.words)
        self.head_labels = {_bare(word): place for place, words in workbook.labels.items() for word in words}
        self.remark_headings = frozenset(remarks)
        self.table_headings = frozenset(
            {*self.heading_roles, *remarks, *(_bare(word) for word in page.other_headings)}
        )
        self.total_labels = frozenset(_bare(word) for word in page.totals)
        self.subtotal_labels = frozenset(_bare(word) for word in workbook.subtotals)
        rows = workbook.rows
        sums = (
            *self.total_labels, *self.subtotal_labels, *rows.totals, *rows.total_ends, *rows.sums, *rows.carried_out,
            *rows.carried_in,
        )  # fmt: skip
        self.signs_of_sums = frozenset(word[-1] for word in sums if word)
        self.object_class_names = frozenset(
            _bare(found.label).lstrip("0123456789").replace("、", "") for found in classes
        )
        self.object_classes: dict[str, list[ObjectClass]] = {}
        for object_class in classes:
            self.object_classes.setdefault(object_class.label, []).append(object_class)
        self.sounds = {word: sound_form(word) for found in classes for word in (found.name, found.reading)}
        self.personal = standard.personal.patterns


def _bare(words: str) -> str:
    """Words in half-width letters without spaces."""
    return "".join(half_width(words).split())


def _in(year: int, parts: Iterable[_D]) -> Iterator[_D]:
    """The parts that hold in a fiscal year, in their order."""
    return (part for part in parts if part.holds_in(year))


def _in_order(keys: Iterable[str], known: list[str]) -> tuple[str, ...]:
    """Keys in the order of those that are known, then the others by themselves: whatever row holds them first."""
    return tuple(sorted(keys, key=lambda key: (known.index(key) if key in known else len(known), key)))


def holds_something(value: Amount) -> bool:
    """Whether a cell of amounts or people holds something: neither blank nor 0; what cannot be read may be something."""
    return bool(value) and (
        not isinstance(value, str) or not (people.is_blank(value) or people.parse(value) == 0)
    )


def _used(rows: Iterable[dict[str, Any]], known: set[str]) -> dict[str, None]:
    """The keys of columns that hold something in some rows and are not known, in the order in which they stand there.

    0 and 「0.0」 are nothing: a sheet that changed its form may keep them of columns that went.
    """
    return dict.fromkeys(
        key for row in rows for key, value in row.items() if key not in known and holds_something(value)
    )


def _calculated(bases: dict[str, str], rows: Collection[str], known: set[str]) -> dict[str, None]:
    """The keys of sources that have a calculation (積算) in one of the rows and are not known."""
    found = (where.split("/") for where in bases)
    parts = (finding for finding in found if len(finding) == 3)
    return {key: None for kind, row, key in parts if kind == "funding" and row in rows and key not in known}
