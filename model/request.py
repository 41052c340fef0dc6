"""The request (予算要求書): frozen structs that hold only what a person decided. Nothing here is computed.

A request is never changed, only replaced; parts that did not change keep their identity, on which undo, redraw and
the reuse of totals rest. Words of the domain, used everywhere in the code:

    request 予算要求書 · cost group 所要経費の表 · line 経費の行 · part 内訳の行 · remark 備考
    commitment 債務負担行為 · funding 財源内訳 · general funds 一般財源 · headcount 人役
    labour cost 人件費 · assessment 査定 · finance division 財政課 · narrative section 本文の項
    basis 積算 · object class 節 · unit price 単価 · mark 区分の印（【新規】など）
"""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

from model.amount import Amount

SheetRow: TypeAlias = Literal["assessed", "request", "previous"]
"""Rows of the total-cost table: 当初予算額 (after 査定), 要求額, 前年度."""

FundingRowKey: TypeAlias = Literal["previous", "request", "assessed", "held", "separate"]
"""Rows of the funding tables: 前年度予算, 要求額, 計上額, 保留, 別途."""

Frame: TypeAlias = Literal["content", "results"]
"""The page's two frames of narrative: 事業内容, これまでの取組と成果."""

CommitmentStatus: TypeAlias = Literal["requested", "set"]
"""要求 (asked with this budget) or 設定済 (set by an earlier one)."""

SHEET_ROWS: tuple[SheetRow, ...] = ("assessed", "request", "previous")
FUNDING_ROWS: tuple[FundingRowKey, ...] = ("previous", "request", "assessed", "held", "separate")
MAX_DEPTH = 3
"""A line, its parts, and their parts: published tables nest to three levels (forms.md section 5)."""


class Part(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True, gc=False):
    """What every part of a request is: a value, never changed; a field that is not known is an error when read."""


class Header(Part, frozen=True):
    """The sheet's head: fiscal year as typed (年度), budget (予算), class (区分), stage (段階), 款・項・目, names."""

    fiscal_year: str = ""
    budget: str = ""
    business_class: str = ""
    stage: str = ""
    subject_kan: str = ""
    subject_kou: str = ""
    subject_moku: str = ""
    name: str = ""
    subtitle: str = ""


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


class Line(Part, frozen=True):
    """A cost line. A figure typed on a line whose parts give one is a declared figure.

    Attributes:
        id: stable through moves and edits; places of findings refer to it.
        text: 内容.
        previous: the previous year's amount, 千円.
        amount: this year's amount where a person typed one, 千円; beside a basis it is the author's choice against it.
        remark: 備考.
        basis: 積算, the calculation behind this year's amount as people write it (model/basis); "" for none.
        object_class: 節 as the year's list names it, with a 細節 behind 「/」 (「12 委託料」, 「10 需用費/消耗品費」).
        mark: key of one of the Standard's marks (新規, 継続, 終了, 臨時, 枠外); "" for none.
        heading: a line that is printed without figures of its own; its parts carry them.
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


class CostGroup(Part, frozen=True):
    """One table of costs (所要経費の表).

    Attributes:
        id: stable id.
        title: the words above the table.
        note: the legend below it as typed; blank for the Standard's own (※金額の( )内の数字は…).
        previous: the 合計 of the previous year where declared, 千円.
        amount: the 合計 of this year where declared, 千円.
        lines: the table's lines.
    """

    id: str
    title: str = ""
    note: str = ""
    previous: Amount = None
    amount: Amount = None
    lines: tuple[Line, ...] = ()


class Section(Part, frozen=True):
    """A section of the narrative; exactly one has ``costs`` and shows the cost groups at its place."""

    id: str
    frame: Frame = "content"
    heading: str = ""
    text: str = ""
    costs: bool = False


class Commitment(Part, frozen=True):
    """A commitment over several years (債務負担行為) tied to a cost line; its period stays as typed (H32〜H35)."""

    id: str
    line: str = ""
    period: str = ""
    status: CommitmentStatus = "requested"


class Funding(Part, frozen=True):
    """財源内訳 in 千円 per funding source key of the Standard and row; 一般財源 is derived and not held here."""

    previous: dict[str, Amount] = {}
    request: dict[str, Amount] = {}
    assessed: dict[str, Amount] = {}
    held: dict[str, Amount] = {}
    separate: dict[str, Amount] = {}


class Assessment(Part, frozen=True):
    """The finance division's part: result word (計上 …, a typed choice), 計上額, 保留額, 別途額 (千円), 処理欄."""

    result: str = ""
    amount: Amount = None
    held: Amount = None
    separate: Amount = None
    comment: str = ""


class Request(Part, frozen=True):
    """A whole budget request.

    Attributes:
        funding_words: 財源 on the request line (単県, 国1/2 …): free text that does not decide the funding table.
        sections: the narrative in its order.
        groups: the cost tables in their order.
        declared: figures of the sheet that a person typed over derived ones, 千円, by place.
        bases: calculations (積算) behind amounts that are no lines, by place (a source of the 財源内訳).
        prices: unit prices (単価) that the calculations use, as taken from the section's price file, by name.
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

    @property
    def is_assessed(self) -> bool:
        """Whether the finance division's part is filled, so that the sheet prints it."""
        return self.assessment != Assessment() or bool(self.headcount.assessed)
