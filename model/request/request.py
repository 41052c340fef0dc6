"""The request (予算要求書): frozen structs that hold only what a person decided. Nothing here is computed.

A request is never changed, only replaced; parts that did not change keep their identity, on which undo, redraw and
the reuse of totals rest. Words of the domain, used everywhere in the code:

    request 予算要求書 · cost group 所要経費の表 · line 経費の行 · part 内訳の行 · remark 備考
    commitment 債務負担行為 · funding 財源内訳 · general funds 一般財源 · headcount 人役
    labour cost 人件費 · assessment 査定 · finance division 財政課 · narrative section 本文の項目
    basis 積算 · object class 節 · unit price 単価 · mark 区分の印（【新規】など）
    form 様式 · standing budget 現計予算額・既整理額 · component 要求額の内訳（保留・復活・追加）
    grounds of revenue 財源の根拠 · cut 減額 · answer 了解・質問の答え
    limit 限度額 · continuing expense 継続費 · annual amount 年割額 · carry-over 繰越明許費
    linked figure つないだ数字 · section table 本文の表 · sticky note 付せん
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from msgspec import Meta

from model.request.carried import Carried
from model.request.grounds import Answer, Cut, FundingTerm
from model.request.linked_figure import LinkedFigure
from model.request.multi_year import Commitment, ContinuingExpense
from model.request.part import Part, UnknownField
from model.request.section_table import SectionTable
from model.request.source_question import SourceQuestion
from model.request.sticky_note import StickyNote
from model.values.amount import Amount
from model.values.identity import Identity

SheetRow: TypeAlias = Literal["standing", "assessed", "request", "total", "previous"]
"""Rows of the total-cost table: 現計予算額・既査定額・既整理額, 当初予算額 (after 査定), 要求額, 計・要求総額, 前年度."""

FundingRowKey: TypeAlias = Literal[
    "previous",
    "standing",
    "request",
    "deferred",
    "revived",
    "added",
    "asked",
    "total",
    "assessed",
    "held",
    "separate",
]
"""Rows of the funding tables: 前年度予算, 現計予算額・既査定額・既整理額, 要求額, 保留要求額, 復活要求額, 追加要求額,
保留・復活・追加 要求額, 要求総額; and the finance division's 計上額, 保留, 別途."""

Component: TypeAlias = Literal["deferred", "revived", "added"]
"""What an amount asked at a later stage is made of: 保留, 復活, 追加."""

Frame: TypeAlias = Literal["content", "results"]
"""The page's two frames of narrative: 事業内容, これまでの取組と成果."""

CarriedSum: TypeAlias = Annotated[int, Meta(ge=-(10**18), le=10**18)]
"""千円; a sum of amounts of 13 digits, of as many lines as a file can have."""

COMPONENTS: tuple[Component, ...] = ("deferred", "revived", "added")
MAX_DEPTH = 3
"""A line, its parts, and their parts: published tables nest to three levels (forms.md section 5)."""


class Header(Part, frozen=True):
    """The sheet's head: fiscal year as typed (年度), budget (予算), class (区分), stage (段階), 款・項・目, names.

    Attributes:
        account: 会計, the special or enterprise account that stands in brackets behind the class.
        sheet: key of a sheet of its own (債務負担行為, 継続費, 繰越明許費) in the Standard's forms; "" for the ordinary one.
    """

    fiscal_year: str = ""
    budget: str = ""
    business_class: str = ""
    stage: str = ""
    subject_kan: str = ""
    subject_kou: str = ""
    subject_moku: str = ""
    name: str = ""
    subtitle: str = ""
    account: str = ""
    sheet: str = ""


class Contact(Part, frozen=True):
    """Who answers: department (部局), section (課), team (担当), 電話番号, E-mail."""

    department: str = ""
    section: str = ""
    team: str = ""
    phone: str = ""
    email: str = ""


class Headcount(Part, frozen=True):
    """人役 per staff category key of the Standard and row, as typed; a missing key is a blank cell."""

    assessed: dict[str, str] = {}
    request: dict[str, str] = {}
    previous: dict[str, str] = {}
    standing: dict[str, str] = {}
    total: dict[str, str] = {}


class Line(Part, frozen=True):
    """A cost line. A figure typed on a line whose parts give one is a declared figure.

    Attributes:
        id: stable through moves and edits; places of findings refer to it.
        text: 内容.
        previous: the previous year's amount, 千円.
        amount: this year's amount where a person typed one, 千円; beside a basis it is the author's choice against it.
        remark: 備考.
        basis: 積算, the calculation behind this year's amount as people write it (model/basis); "" for none.
        previous_basis: 積算 of the year before, where this request was made from that year's; to compare with, never printed.
        object_class: 節 as the year's list names it, with a 細節 behind 「/」 (「12 委託料」, 「10 需用費/消耗品費」).
        mark: key of one of the Standard's marks (新規, 継続, 終了, 臨時, 枠外); "" for none.
        heading: a line that is printed without figures of its own, for its parts carry them; figures that they do not carry
            are printed all the same.
        parts: lines below this one (内訳).
    """

    id: str
    text: str = ""
    previous: Amount = None
    amount: Amount = None
    remark: str = ""
    basis: str = ""
    object_class: str = ""
    mark: str = ""
    heading: bool = False
    parts: tuple[Line, ...] = ()
    previous_basis: str = ""


class CostGroup(Part, frozen=True):
    """One table of costs (所要経費の表).

    Attributes:
        title: the words above the table.
        note: the legend below it as typed; blank for the Standard's own (※金額の( )内の数字は…).
        previous: the 合計 of the previous year where declared, 千円.
        amount: the 合計 of this year where declared, 千円.
        lines: the table's lines.
        section: id of the section below which it stands; "" for the one that has the costs.
    """

    id: str
    title: str = ""
    note: str = ""
    previous: Amount = None
    amount: Amount = None
    lines: tuple[Line, ...] = ()
    section: str = ""


class Section(Part, frozen=True):
    """A section of the narrative; exactly one has ``costs`` and shows the cost groups at its place.

    Attributes:
        frame: key of its frame; a section of a frame that there is not stands in the content.
        unnumbered: its heading is printed as it is typed, where the frame numbers the others.
        carried: its text is last year's and was not touched yet (model/next_year); an edit of it ends that.
    """

    id: str
    frame: str = "content"
    heading: str = ""
    text: str = ""
    costs: bool = False
    unnumbered: bool = False
    carried: bool = False

    @property
    def stands_in(self) -> Frame:
        """The frame in which it is shown and printed."""
        return "results" if self.frame == "results" else "content"


class Funding(Part, frozen=True):
    """財源内訳 in 千円 per funding source key of the Standard and row; 一般財源 is derived and not held here."""

    previous: dict[str, Amount] = {}
    request: dict[str, Amount] = {}
    assessed: dict[str, Amount] = {}
    held: dict[str, Amount] = {}
    separate: dict[str, Amount] = {}
    standing: dict[str, Amount] = {}
    deferred: dict[str, Amount] = {}
    revived: dict[str, Amount] = {}
    added: dict[str, Amount] = {}
    asked: dict[str, Amount] = {}
    total: dict[str, Amount] = {}


class Assessment(Part, frozen=True):
    """The finance division's part: result word (計上 …, a typed choice), 計上額, 保留額, 別途額 (千円), 処理欄."""

    result: str = ""
    amount: Amount = None
    held: Amount = None
    separate: Amount = None
    comment: str = ""


class AsPrinted(Part, frozen=True):
    """What a published sheet prints otherwise than its form does, so that it is given back as it was.

    Attributes:
        words: words of the form by place: a row's label (``cost/previous``, ``funding/standing``), the year line
            (``header/year_line``), the actor of the 査定 (``assessment/actor``) … as listed in model/standard/form.
        without: tables and rows of the form that the sheet leaves out: ``cost``, ``cost/previous``, ``funding``,
            ``funding/request``, ``finance``, ``finance/held``, ``comment``, ``assessment`` (the 査定 line of
            an assessed sheet); ``request`` where no 要求額 is written.
    """

    words: dict[str, str] = {}
    without: tuple[str, ...] = ()


class Request(Part, frozen=True):
    """A whole budget request.

    Attributes:
        funding_words: 財源 on the request line (単県, 国1/2 …): free text that does not decide the funding table.
        sections: the narrative in its order.
        groups: the cost tables in their order.
        declared: figures of the sheet that a person typed over derived ones, 千円, by place.
        bases: calculations (積算) behind amounts that are no lines, by place (a source of the 財源内訳).
        prices: unit prices (単価) that the calculations use, as taken from the section's price file, by name.
        components: 要求額の内訳 at a later stage (保留, 復活, 追加), 千円.
        continuing: the continuing expenses (継続費).
        printed: where this sheet's printed words are not those of its form.
        carried_previous: what the lines' previous figures added up to when they were taken over from last year's
            request (model/next_year), 千円, where that is not the amount granted, which 前年度予算額 declares; None else.
        funding_terms: the grounds of this year's revenues (財源の根拠).
        cuts: what 要求額 − 計上額 is made of (減額の内訳).
        answers: what the writer said to findings (了解) and questions (質問票).
        standard: the government whose Standard it was begun under; "" for a file from before it was remembered.
        source_questions: what a reader assumed of the source and nobody confirmed yet (取り込みの確認).
        links: where texts say figures of the sheet, which they follow (つないだ数字).
        carried: what was changed when it was made from last year's request (引継ぎ); never published.
        tables: the tables of the narrative that are no cost tables (本文の表), in their order.
        sticky_notes: what colleagues wrote about fields and cells (付せん); never published.
        identity: by what it is known among others (事業ID, 文書ID); never published.
        unknown: what its file has and this version does not know (知らない項目); never published, shown nowhere but by its finding.
    """

    header: Header = Header()
    contact: Contact = Contact()
    headcount: Headcount = Headcount()
    funding_words: str = ""
    sections: tuple[Section, ...] = ()
    groups: tuple[CostGroup, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    assessment: Assessment = Assessment()
    funding: Funding = Funding()
    declared: dict[str, Amount] = {}
    bases: dict[str, str] = {}
    prices: dict[str, str] = {}
    components: dict[Component, Amount] = {}
    continuing: tuple[ContinuingExpense, ...] = ()
    printed: AsPrinted = AsPrinted()
    carried_previous: CarriedSum | None = None
    funding_terms: tuple[FundingTerm, ...] = ()
    cuts: tuple[Cut, ...] = ()
    answers: tuple[Answer, ...] = ()
    standard: str = ""
    source_questions: tuple[SourceQuestion, ...] = ()
    links: tuple[LinkedFigure, ...] = ()
    carried: tuple[Carried, ...] = ()
    tables: tuple[SectionTable, ...] = ()
    sticky_notes: tuple[StickyNote, ...] = ()
    identity: Identity = Identity()
    unknown: tuple[UnknownField, ...] = ()

    @property
    def is_assessed(self) -> bool:
        """Whether the finance division's part is filled, so that the sheet prints it."""
        return self.assessment != Assessment() or bool(self.headcount.assessed)
