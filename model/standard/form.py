"""The forms (様式) of the sheet: which tables, rows, labels and parts each kind of request has, and how they add up.

A form is data in ``forms.toml``; the first whose conditions a request fulfils is its form. This room says what a
form holds for one request. It derives no figure (model/totals/totals) and draws nothing (templates/).

Words of a form that a published sheet prints otherwise are kept in ``Request.printed`` by these places:

    header/year_line · header/breadcrumb · assessment/actor · request/label (要求額) · funding/general (一般財源)
    header/breadcrumb_tail (what stands behind the year where it is not 部局の事業名: public works put 公共 between)
    assessment/amount, assessment/held, assessment/separate (what opens an amount of the 査定: (保留額)
    request/whole (トータルコスト要求額, the line of the oldest form; its figure is that of cost/request/total)
    cost/<row> · funding/<row> (rows of both funding tables) · title/comment (財政課処理欄) · title/finance
    title/components ((要求額の内訳)) · title/content, title/results (the frames 事業内容 …)

The 財政課処理欄 of a page that is not assessed is blank, and printed only where ``title/comment`` says so.
"""

from __future__ import annotations

from typing import Annotated, Final, Literal, TypeAlias, TypeVar, get_args

import msgspec

from model.request.place import Place
from model.request.request import AsPrinted, Component, FundingRowKey, Header, SheetRow
from model.standard.setting import Setting, WesternYear
from model.values.fiscal_year import FiscalYear, official

Root: TypeAlias = Literal["request", "previous", "assessed", "sum", "typed"]
"""Where the 事業費 of a row comes from: 要求額, 前年度予算額 or 計上額 of their lines, the rows above it, or a person."""

AsksFor: TypeAlias = Literal["initial", "supplementary", "later"]
"""What a form asks for: 当初 (also 骨格, 暫定), 補正・専決, or a stage after the first (調整, 知事要求)."""

Need: TypeAlias = Literal[
    "header/name",
    "header/fiscal_year",
    "header/budget",
    "header/stage",
    "header/business_class",
    "header/account",
    "header/subject_kan",
    "header/subject_kou",
    "header/subject_moku",
    "contact/department",
    "contact/section",
    "contact/team",
    "contact/phone",
    "contact/email",
    "people",
    "request/amount",
    "funding_words",
    "text",
    "costs",
    "commitments",
    "continuing",
]
"""What a form can need: a field of the head or of the request line by its place; 人役 of the request; a text in each section of the
narrative; an amount of each cost line; 債務負担行為 and 継続費 with their periods and amounts."""

LimitedText: TypeAlias = Literal["header/name", "header/subtitle", "text"]
"""What a form can limit: 事業名 and its second line, a text of the narrative."""

YEAR_LINE: Final[Place] = "header/year_line"
BREADCRUMB: Final[Place] = "header/breadcrumb"
BREADCRUMB_TAIL: Final[Place] = "header/breadcrumb_tail"
WHOLE: Final[Place] = "request/whole"
ACTOR: Final[Place] = "assessment/actor"
REQUEST_LABEL: Final[Place] = "request/label"
GENERAL_LABEL: Final[Place] = "funding/general"
COMMENT_TITLE: Final[Place] = "title/comment"
FINANCE_TITLE: Final[Place] = "title/finance"


ENDS_BEFORE: Final = "last の{last}が first の{first}より前です。"


class Dated(Setting, frozen=True, kw_only=True):
    """Something that holds from one fiscal year to another (western years, both included)."""

    first: WesternYear = 0
    last: WesternYear = 9999

    def __post_init__(self) -> None:
        """Refuse years that hold never; msgspec makes a ValidationError of it."""
        if self.first > self.last:
            raise ValueError(ENDS_BEFORE.format(first=self.first, last=self.last))

    def holds_in(self, year: int) -> bool:
        """Whether it holds in the fiscal year."""
        return self.first <= year <= self.last


class CostRowPlan(Setting, frozen=True):
    """A row of the total-cost table.

    Attributes:
        row: its key.
        label: its label with places for the year.
        expense: where its 事業費(A) comes from.
        people: whether its 人役 and 人件費(B) are those of the rows above it together, or of its own people.
    """

    row: SheetRow
    label: str
    expense: Root
    people: Literal["typed", "sum"] = "typed"


class FundingRowPlan(Setting, frozen=True):
    """A row of a funding table; ``adds`` are the rows of which it is the sum in every column."""

    row: FundingRowKey
    label: str
    adds: list[FundingRowKey] = []


_Plan = TypeVar("_Plan", CostRowPlan, FundingRowPlan)


class ColumnGroup(Setting, frozen=True):
    """Columns of the funding tables under a heading of their own (未収入財源内訳); ``general`` is one too."""

    label: str
    columns: list[str]


class TextLimit(Setting, frozen=True):
    """The most characters of a text: of a text of the narrative that of each, or of those whose heading has some words.

    Attributes:
        of: which text.
        characters: how many it may have; breaks of lines count for nothing.
        heading: words of the heading; "" for any.
    """

    of: LimitedText
    characters: Annotated[int, msgspec.Meta(ge=1, description="1以上の字数")]
    heading: str = ""


class Form(Dated, frozen=True):
    """A kind of sheet; see the comments in ``templates/standards``.

    Attributes:
        sheet: key of a sheet of its own (債務負担行為 …), matched with ``Header.sheet``.
        budgets: words of which one stands in the budget's name (補正).
        classes: words of which one opens the class (企業会計).
        stages: words of which one stands in the stage (調整).
        assessed: whether the finance division's part is filled; None for either.
        asks_for: what a request on it asks for, which decides the questions: a budget of a whole year for the first time,
            a change of one (補正), or what a later stage is about.
        previous_label: the words of the line 前年度予算額 where the form has others than the Standard.
        funding_groups: columns of the funding tables that stand under one more heading.
        finance_title: the words above 財政課使用欄 where the form has others.
        needs: what a request on it must have before it is handed in; what it lacks of that is 未記入 (model/empty).
        limits: how many characters its texts may have.
    """

    key: str
    label: str
    sheet: str = ""
    budgets: list[str] = []
    classes: list[str] = []
    stages: list[str] = []
    assessed: bool | None = None
    asks_for: AsksFor = "initial"
    name_prefix: str = ""
    request_label: str = ""
    previous_label: str = ""
    colon: str = ":"
    funding_label: str = "財源"
    has_previous: bool = True
    has_funding_words: bool = True
    components: list[Component] = []
    components_title: str = ""
    people_decimals: Annotated[int, msgspec.Meta(ge=0, le=4, description="0から4までの桁数")] = 1
    staff: list[str] = []
    staff_label: str = ""
    cost_rows: list[CostRowPlan] = []
    funding_rows: list[FundingRowPlan] = []
    finance_rows: list[FundingRowPlan] = []
    funding_columns: list[str] = []
    funding_groups: list[ColumnGroup] = []
    finance_title: str = ""
    commitments: bool = False
    continuing: bool = False
    needs: tuple[Need, ...] = get_args(Need)
    limits: list[TextLimit] = []

    def is_for(self, header: Header, year: int, *, assessed: bool) -> bool:
        """Whether a request of the head is written on this form."""
        return (
            self.holds_in(year)
            and self.sheet == header.sheet
            and (self.assessed is None or self.assessed == assessed)
            and (not self.budgets or any(word in header.budget for word in self.budgets))
            and (not self.classes or any(header.business_class.startswith(word) for word in self.classes))
            and (not self.stages or any(word in header.stage for word in self.stages))
        )


class SheetForm(msgspec.Struct, frozen=True):
    """The form of one request.

    Attributes:
        year: the request's fiscal year.
        page: the form as it is printed.
        whole: the form with the finance division's part, as the window offers it.
        general_label: the column that takes the rest (一般財源, 繰入金).
        actor: who assesses (課長査定).
        printed: what this sheet prints otherwise.
        more_sources: keys of funding sources that hold something and that the form does not have; each is a column more.
        more_staff: keys of staff categories, likewise.
    """

    year: FiscalYear
    page: Form
    whole: Form
    general_label: str
    actor: str
    printed: AsPrinted
    more_sources: tuple[str, ...] = ()
    more_staff: tuple[str, ...] = ()

    def word(self, where: Place, usual: str) -> str:
        """A word of the form, or what this sheet prints in its place."""
        return self.printed.words.get(where, usual)

    def leaves_out(self, *places: Place) -> bool:
        """Whether the sheet leaves a table or row out."""
        return any(place in self.printed.without for place in places)

    @property
    def general(self) -> str:
        """The label of the column that takes the rest."""
        return self.word(GENERAL_LABEL, self.general_label)

    @property
    def cost_rows(self) -> list[CostRowPlan]:
        """The printed rows of the total-cost table, in order."""
        return self._printed("cost", self.page.cost_rows)

    @property
    def funding_rows(self) -> list[FundingRowPlan]:
        """The printed rows of 要求額の財源内訳, in order."""
        return self._printed("funding", self.page.funding_rows)

    @property
    def finance_rows(self) -> list[FundingRowPlan]:
        """The printed rows of 財政課使用欄, in order."""
        return self._printed("finance", self.page.finance_rows)

    def _printed(self, table: str, plans: list[_Plan]) -> list[_Plan]:
        """The rows of a table that the sheet does not leave out."""
        plans = [] if self.leaves_out(table) else plans
        return [plan for plan in plans if not self.leaves_out(f"{table}/{plan.row}")]

    @property
    def cost_keys(self) -> dict[SheetRow, None]:
        """The rows of the total-cost table, printed or not, with the finance division's."""
        return dict.fromkeys(plan.row for plan in (*self.page.cost_rows, *self.whole.cost_rows))

    @property
    def funding_plans(self) -> dict[FundingRowKey, FundingRowPlan]:
        """The rows of both funding tables by their keys, printed or not, with the finance division's."""
        page, whole = self.page, self.whole
        found: dict[FundingRowKey, FundingRowPlan] = {}
        for plan in (*page.funding_rows, *whole.funding_rows, *page.finance_rows, *whole.finance_rows):
            found.setdefault(plan.row, plan)
        return found

    @property
    def every_cost_row(self) -> list[CostRowPlan]:
        """The rows with the finance division's, as the window offers them."""
        page, whole = self.page.cost_rows, self.whole.cost_rows
        keys = {plan.row for plan in whole}
        return whole if all(plan.row in keys for plan in page) else page

    def cost_label(self, row: SheetRow) -> str:
        """The label of a total-cost row: 「31年度当初予算要求額」; "" for a row that the form does not have."""
        plans = (*self.page.cost_rows, *self.whole.cost_rows)
        usual = next((fill_year(plan.label, self.year) for plan in plans if plan.row == row), "")
        return self.word(f"cost/{row}", usual)

    def funding_label(self, row: FundingRowKey) -> str:
        """The label of a row of the funding tables; "" for a row that the form does not have."""
        plan = self.funding_plans.get(row)
        return self.word(f"funding/{row}", fill_year(plan.label, self.year) if plan else "")

    @property
    def request_label(self) -> str:
        """The word of the line: 要求額, 債務負担行為要求額 and so on."""
        return self.word(REQUEST_LABEL, self.page.request_label)


def fill_year(template: str, year: FiscalYear) -> str:
    """Fill a label's places for the year: {year} 平成31年度, {number} 31, {letter} H, and {previous…} of the year before."""
    if "{" not in template:  # as most are, and each is asked for at every look
        return template
    before = year.previous
    return template.format(
        year=year.label,
        number=year.number,
        letter=year.letter,
        official=official(year.year).label,
        previous=before.label,
        previous_number=before.number,
        previous_letter=before.letter,
    )
