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
    """Words in the label of a row that say what it adds up.

    Attributes:
        totals: whole labels of a total, beside those of the published pages.
        total_ends: words with which the label of a total ends.
        sums: words with which the label of a row ends that may be a sum; its figures decide.
        no_sums: words that end like these and are none: 「設計」.
        carried_out: words in the label of a sum that is carried to the next page.
        carried_in: words in the label of one that is carried from the page before.
        not_counted: words in the label of a row that its total may leave out: 「参考」, 「再掲」.
    """

    totals: list[str]
    total_ends: list[str]
    sums: list[str]
    no_sums: list[str]
    carried_out: list[str]
    carried_in: list[str]
    not_counted: list[str] = []


class WorkbookReading(Setting, frozen=True):
    """Words by which foreign workbooks are read; see the comments in templates/standards.

    Attributes:
        columns: headings of the columns of a table of costs, beside those of the published pages.
        figures: words of the columns of figures; of several kinds that a heading names the first holds.
        rows: words of the labels of totals and of sums that are carried over.
        subtotals: words with which the label of a row ends that only adds up rows above it.
        source_rows: labels of rows that name a source of funds, beside the form's own: no lines of costs.
        reference_titles: words in the title of a table beside that of the request: 「参考」, 「実績」.
        statuses: words that say what becomes of a line, and do not name it: 「継続」.
        shares: words in the headings of the columns of those who bear the costs: 「A課負担」.
        wholes: headings of the cost of all years and bearers, of which what is asked for is a part.
        expected: words in the heading of a year after the request's that is only expected.
        documents: words of which the title of a document is made: 「予算要求内訳書」.
        of_documents: such words that stand only behind the name of a 事業.
        before_names: such words that stand before the name of a 事業.
        states: words that say in what state a document is, and belong to no name: 「差替」.
        office_ends: how the name of an office ends, which is none of a 事業.
        name_kinds: ends of words in brackets that belong to the name before them: 「ほ場整備事業（県営）」.
        section_ends: how a section is called that stands before the name of a 事業: 「環境課・ごみ収集事業」.
        requests: words that say that a budget is asked for.
        past_requests: words of a sentence that says what was asked for in a year before.
        other_documents: words of documents that ask for none: 「契約」.
        supplementary: words that say that a table is of a 補正予算.
        again: words in the heading of what is asked for a second time: 「復活要求」.
        proposals: words in the title of a table, or in the name of a row, that is one of several choices: 「A案」.
        no_proposals: words that hold one of these and are none: 「案内」.
        source_titles: words in the title of a table that lists sources of funds.
        income_ends: how the title of a table of income of a public enterprise ends: 「病院事業収益」.
        cost_titles: words in the title of a table that lists costs, also beside sources: 「歳入歳出」.
        rest_rows: labels of the row that pays what the sources leave (一般財源).
        request: labels of the 要求額 beside the form's own.
        this_year: labels of the row of this request in the fixed tables, beside the form's own.
        last_year: the same of the year before.
        over: words that stand over the columns of a fixed table and say nothing of them.
        kinds: labels of words of the head that are known without a label.
        department_and_section: labels of 部局 and 課 in one cell.
        labels: labels of the words of the head, by place.
        subjects: labels of what a letter is about, which is the name of the 事業 only where no other label gives that: 「件名」.
        headings_of_names: how headings of the column end that names the lines: 「箇所名」.
        headings_of_groups: headings of columns that group the lines, where another column names them.
        headings_of_reasons: how headings of columns end that say why, and name no line: 「補正の理由」.
        initial: words in the heading of the first budget of a year, beside later ones.
        examples: words of a tab, or in brackets in its title, that shows how to fill in a form: 「記入例」.
        name_ends: words with which the name of a 事業 ends.
        title_ends: words with which it ends in a title, beside these.
        subjects_kan: the names of 款, beside which other names of costs are those of 項 and 目.
        no_names: words that end like a name of a 事業 and are none: 「新規事業」.
        no_name_ends: words with which such words end: 「年度別事業費」.
    """

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
