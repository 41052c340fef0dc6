"""What a section decides when it lays a request out in Excel; each field is one such choice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

ROLES: Final = (
    "text", "group", "class", "number", "previous", "amount", "standing", "settled", "before", "change", "rate",
    "assessed", "price", "count", "measure", "remark", "basis", "blank", "rival", "next", "both",
)  # fmt: skip
"""内容, 区分 (the 節 printed over its lines), 節 on every line, No., 前年度, 要求, 現計, 決算見込, 前々年度の決算, 増減, 率,
査定, 単価, 数量, 単位, 備考, 積算, nothing, a second column that could as well be the request, 翌年度見込, both years in one cell (the year before in brackets)."""

Must = Literal["right", "asked", "either", "finding"]
"""``right``: unambiguous. ``asked``: nobody could know. ``either``: right or asked. ``finding``: right, and the figure
that does not fit is a 誤り."""


@dataclass(frozen=True)
class Layout:
    """A way to lay a request out.

    Texts may hold {y} {p} {pp} (the year and those before it in 令和), {Y} {P} (western), {z} {q} (full width), {n} (the
    name), {d} {s} (department, section).

    Attributes:
        name: its name in the tests.
        kind: the kind under which it is counted.
        about: one line that describes it.
        columns: 「role:heading|…」; 「/」 in a heading parts rows of headings, equal ones beside each other are merged.
            「#y要求額」 is the number of the year, shown as 令和8年度要求額 by its format.
        title: rows above the table, cells parted by 「|」, rows by newlines.
        unit: what the amounts are in.
        note: a text above the headings; ``note_at`` says where: above the last column, straight above the words, one column
            right of the table, or above an empty row.
        unit_row: a row below the headings with the unit of each column.
        below: rows below the table.
        number_format: of the amounts. ``shown`` says what one of the number stands for where it is not ``unit``.
        amount_text: the amounts as text: 「{:,}円」; "" for numbers.
        blank_as: what stands where a figure is blank.
        total: the word of the total row; None for no such row.
        total_at: whether it stands below or above the lines.
        total_off: 千円 that the total is printed too high: somebody typed over it.
        subtotal: the word of a row behind each 節 ({g} is the 節); None for none.
        group_heading: the words of a row without figures over each 節.
        group_sums: whether this row has their sum.
        parts: how parts stand below their line; "" leaves them out.
        marker: what stands before a part's words.
        blank_rows: an empty row behind each 節.
        page_of: rows of a page; its heading is then printed again.
        carried: words of the rows at a page's end and beginning, with the sum so far.
        hidden: index of a row that is hidden.
        wrong_change: index of a row whose 増減 was typed over.
        formulas: ``stored``, ``none`` (no stored value), ``zero``.
        left: empty columns left of the table.
        split: a table with its own heading and 計 for each 節; the total stands below all.
        ending: of the file that it is written as.
        request_line: rows above the table with {A} {B}, the totals of both years in ``request_unit``.
        tabs: which other tabs the book has.
        must: what has to come of it.
        groups: how many 節 there are.
        no_previous: whether the request has no figures of the year before.
        cut: how a line that takes money away is written; "" for no such line.
    """

    name: str = "plain"
    kind: str = "plain"
    about: str = ""
    columns: str = "text:内容|previous:前年度予算額|amount:要求額|remark:備考"
    title: str = "令和{y}年度当初予算 予算要求書\n事業名|{n}\n部局名|{d}|課名|{s}"
    unit: str = "千円"
    note: str = "（単位：千円）"
    note_at: Literal["last", "first", "outside", "apart"] = "last"
    unit_row: bool = False
    below: str = ""
    number_format: str = "#,##0"
    shown: str = ""
    amount_text: str = ""
    blank_as: str = ""
    total: str | None = "合計"
    total_at: Literal["below", "above"] = "below"
    total_off: int = 0
    subtotal: str | None = None
    group_heading: str = ""
    group_sums: bool = False
    parts: Literal["", "space", "indent", "plain", "uchi"] = ""
    marker: str = ""
    blank_rows: bool = False
    page_of: int = 0
    carried: tuple[str, str] | None = None
    hidden: int | None = None
    wrong_change: int | None = None
    formulas: Literal["", "stored", "none", "zero"] = ""
    left: int = 0
    split: bool = False
    ending: str = ".xlsx"
    request_line: str = ""
    request_unit: str = "千円"
    tabs: str = ""
    must: Must = "right"
    groups: int = 3
    no_previous: bool = False
    cut: Literal["", "minus", "triangle", "format", "brackets"] = ""

    @property
    def roles(self) -> list[str]:
        """The roles of its columns from the left."""
        return [column.split(":", 1)[0] for column in self.columns.split("|")]

    @property
    def headings(self) -> list[list[str]]:
        """The rows of headings of each column."""
        return [column.split(":", 1)[1].split("/") for column in self.columns.split("|")]
