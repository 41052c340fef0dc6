"""What a Standard is made of: one struct for each table of its files. They answer for themselves only.

The whole, and what is asked of it, is in model/standard/standard; the meaning of each field is in the comments of the files.
"""

from __future__ import annotations

from typing import Annotated, Final, Literal, TypeAlias

import msgspec

from model.request.columns import ColumnField
from model.request.request import Frame
from model.standard.form import Dated
from model.standard.setting import AT_LEAST_ONE, Count, Percent, Setting, WesternYear
from model.values.amount import RoundingMode

PictureKey: TypeAlias = Literal["total_cost", "headcount", "costs", "commitments", "funding"]
"""The pictures (templates/pictures): トータルコスト, 人役, 経費と前年度, 債務負担行為の年度ごとの額, 財源."""

Minus: TypeAlias = Literal["△", "▲", "-", "−"]
"""What stands before a negative figure. The readers know these four; another one would come back as words, or be lost."""

_ADDRESS: Final = r"^((https?://|/|\.\.?/)[^\s\"'<>]{1,500})?$"
Address: TypeAlias = Annotated[
    str,
    msgspec.Meta(
        pattern=_ADDRESS, description="空か、http:// か https:// か / か ./ か ../ で始まるアドレス"
    ),
]

Severity: TypeAlias = Literal["error", "warning", "info", "question"]
"""誤り, 注意, 参考; 質問 is no finding but stands in the 質問票 with a box for the answer."""


class NewRequest(Setting, frozen=True):
    """What a new request starts with."""

    fiscal_year: str


class FundingSource(Setting, frozen=True):
    """A column of the funding tables (財源); an unusual one stands only on forms that name it."""

    key: str
    label: str
    is_usual: bool = True


class GeneralFunds(Dated, frozen=True):
    """The column that takes the rest: 一般財源, in other accounts 繰入金; ``classes`` are words that open the class."""

    label: str
    classes: tuple[str, ...] = ()


class StaffCategory(Dated, frozen=True):
    """A staff column; ``unit_costs`` are 千円 per person by western fiscal year, empty where it costs nothing in (B).

    ``becomes`` is the key of the category that took over its people when it was given up.
    """

    key: str
    label: str
    unit_costs: dict[str, Count] = msgspec.field(default_factory=dict)
    becomes: str = ""

    def unit_cost(self, year: int) -> int | None:
        """Unit labour cost of the year, 千円 per person; None where there is no price."""
        return self.unit_costs.get(str(year))

    def is_costed_in(self, year: int) -> bool:
        """Whether people of this category count into 人件費(B) of a year.

        Before its first year they were others under its heading, who cost nothing: a sheet of 令和2年度 shows the 非常勤職員
        of 平成31年度 as 会計年度任用職員 (forms.md sections 2 and 9).
        """
        return bool(self.unit_costs) and self.first <= year


class HeaderWords(Dated, frozen=True):
    """Words of the head that change over the years; ``renamed_classes`` are what classes of earlier years are called now."""

    year_line: str
    budgets: Annotated[list[str], AT_LEAST_ONE]
    business_classes: Annotated[list[str], AT_LEAST_ONE]
    stages: Annotated[list[str], AT_LEAST_ONE]
    renamed_classes: dict[str, str] = msgspec.field(default_factory=dict)


class AssessmentActor(Dated, frozen=True):
    """Who assesses a request of a stage: 「課長」 in 課長要求 is followed by 課長査定."""

    stage: str
    actor: str


class Account(Setting, frozen=True):
    """A class whose requests belong to an account of its own (特別会計) and have no 支出科目; the accounts' names."""

    business_class: str
    names: list[str]


class SectionPlan(Dated, frozen=True):
    """A section that a new request of the year starts with."""

    frame: Frame
    heading: str
    costs: bool = False


class Summing(Setting, frozen=True):
    """How a sum is taken: of the shown whole 千円, or of the exact 円 below it, then rounded by ``mode``."""

    of: Literal["shown", "exact"] = "shown"
    mode: RoundingMode = "up"


class Rounding(Dated, frozen=True):
    """Rounding to whole 千円 by the kind of figure (rules.md B3); see the comments in templates/standards."""

    name: str
    line: RoundingMode
    heading: Summing
    section: Summing
    labour_cost: RoundingMode
    specific_funds: RoundingMode


class TaxRate(Setting, frozen=True):
    """A rate of the consumption tax (消費税) and the month 「2019-10」 from which it holds.

    Attributes:
        since: the first month.
        percent: the rate in percent.
        kept_for: the month of the 指定日; contracts made before it keep the rate before (経過措置).
        in_bases: whether a factor such as ×1.08 in a basis is taken for this rate.
        in_bases_until: the last fiscal year in which it is; None for any.
    """

    since: str
    percent: Percent
    kept_for: str = ""
    in_bases: bool = True
    in_bases_until: WesternYear | None = None


class TaxPolicy(Dated, frozen=True):
    """A year in which requests take one rate whatever the law says (rules.md B4: the current rate)."""

    percent: Percent


class TaxWords(Setting, frozen=True):
    """Words about consumption tax in the texts, remarks and bases of lines; see the comments in templates/standards.

    ``paid_without``: costs that bear none: 補助金, 報酬; ``included``: what says of an amount that it is with tax: 税込.
    """

    names: list[str]
    rate_changes: list[str]
    rise_included: str
    rises: list[str]
    kept_rate: str
    other_rates: list[str]
    untaxed: list[str] = []
    paid_without: list[str] = []
    included: list[str] = []


class LineMark(Setting, frozen=True):
    """A mark of a cost line and its printed form: new, 【新規】.

    Attributes:
        no_amount: a line so marked has no amount this year (終了).
        no_previous: a line so marked had none the year before (新規).
        next_year: the key of the mark that the line has in the next year's draft; None where it keeps its own.
        once: a line so marked is for one year, so the next year's writer is told to look at it (臨時).
    """

    key: str
    label: str
    no_amount: bool = False
    no_previous: bool = False
    next_year: str | None = None
    once: bool = False


class TemplatePart(Setting, frozen=True):
    """A part of a line that is begun from a template: its words, its basis (積算) and its 節."""

    text: str
    basis: str = ""
    object_class: str = ""


class LineTemplate(Dated, frozen=True):
    """A line with its parts to begin with, offered under ``label``: the pay of 会計年度任用職員 and the like."""

    label: str
    text: str
    parts: list[TemplatePart]


class ObjectClass(Dated, frozen=True):
    """A 節 of the years' list: its number, name and reading in hiragana.

    Attributes:
        instead: names of the 節 that took over its costs when it was given up.
    """

    number: Annotated[int, msgspec.Meta(ge=1, le=99, description="節の番号")]
    name: str
    reading: str
    instead: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """How it is written on a line: 「12 委託料」."""
        return f"{self.number} {self.name}"


class Office(Dated, frozen=True):
    """A section (課) of the government with its codes in the budget system.

    Attributes:
        code: its code (070040).
        name: its name, without the code.
        department: the name of its 部局.
        department_code: the code of that.
    """

    code: str
    name: str
    department: str
    department_code: str = ""


class PublicPage(Setting, frozen=True):
    """The public pages; see the comments in ``templates/standards``.

    Attributes:
        index: the address of the list of all requests; "" where there is none.
        questions: the address of the form for questions and opinions.
        links_workbook: whether a page links to the workbook that is written beside it.
        links_data: whether a page links to the file for other programs.
        pictures: those that stand on a page where the request has something for them.
    """

    index: Address = ""
    questions: Address = ""
    links_workbook: bool = False
    links_data: bool = False
    pictures: tuple[PictureKey, ...] = ()


class Printing(Setting, frozen=True):
    """Small choices of the printed sheet."""

    minus_on_page: Minus
    minus_on_screen: Minus
    cost_note: str
    rounding_note: str
    total_label: str
    narrow_breaks: list[str]
    breadcrumb: str
    frames: dict[str, str]
    cost_columns: dict[str, str]


class CostTableHeading(Setting, frozen=True):
    """Words that head the columns of one kind in the cost tables of published pages."""

    kind: Literal[ColumnField, "change"]
    words: list[str]


class PageReading(Setting, frozen=True):
    """Words by which published pages are read, each explained in ``templates/standards``."""

    site_names: list[str]
    content_titles: list[str]
    cost_sections: list[str]
    totals: list[str]
    cost_table_headings: list[CostTableHeading]
    other_headings: list[str] = []


class Words(Setting, frozen=True):
    """Titles of the sheet's tables and the names of their columns; see the comments in templates/standards."""

    title: str
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
    deferred: str
    revived: str
    added: str
    funding: str
    finance: str
    comment: str
    kept: str
    funding_sources: str
    expense: str
    no_object_class: str


class Rule(Setting, frozen=True):
    """How a government uses a rule of the rulebook.

    Attributes:
        severity: how severe a finding of it is; None: as the rule itself says.
        on: whether it is used.
    """

    severity: Severity | None = None
    on: bool = True


AS_DECLARED: Final = Rule()
"""A rule of which the Standard says nothing."""
