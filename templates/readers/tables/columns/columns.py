"""What the heading of a column says: its words, its year, the kind of figures or words that it names, and what it may so hold.

Several columns may claim to be this year's amount: the request before the budget, a figure with a year before one without.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final, Literal, NamedTuple, TypeAlias

from model.language import phrase
from model.request.columns import COST_COLUMNS, WORD_FIELDS
from model.standard.standard import Standard
from model.standard.workbook_words import ColumnRole
from model.values.fiscal_year import FiscalYear
from templates.readers.books.cells import column_name
from templates.readers.labels import compact
from templates.readers.tables.columns.years import NamedYear, year_in_heading

Role: TypeAlias = ColumnRole | Literal["unit_price", "quantity", "other"]
"""What a column holds; ``other`` has no field of its own, its words go to 備考 with its heading."""

HEADINGS: Final[Mapping[str, str]] = {column.key: column.label for column in COST_COLUMNS}
"""The form's own headings of the columns of a cost table."""
_BRACKETS: Final = re.compile(
    r"[(\[{<〔【〈《][^()\[\]{}<>〔〕【】〈〉《》]{0,300}[)\]}>〕】〉》]|[A-Z①-⑳](?:[-－−+×*÷/][A-Z①-⑳]){1,9}$|[①-⑳]|[A-Z]$|(?<=[額求初算計])[a-h]$"
)  # also how the column is reckoned from others by their signs, 「要求額①×②＋③」, and its own letter
_INSIDE: Final = re.compile(r"[(\[【〔]([^()\[\]【】〔〕]+)[)\]】〕]")  # the words in brackets
_SIGN: Final = re.compile("[△▲]")  # 「増▲減」
_BUDGETS: Final = frozenset({"request", "budget", "existing", "settled", "assessed"})
_DIFFERENCE: Final = re.compile(
    r"[(\[]?([A-Za-h①-⑳]|[A-Z]?[0-9]{1,2})[)\]]?[-－−ー‐△▲][(\[]?(?!\1)(?:[A-Za-h①-⑳]|[A-Z]?[0-9]{1,2})[)\]]?"
)  # 「(B)-(A)」, 「R8-R7」
_OF_MONEY: Final = re.compile(
    r"(?:額|要求|要望|予算|当初|見積|見積り|補正|所要|計|計画|費|補正[前後]|既定|決算|現計|執行|査定)$"
)
_LONGEST: Final = 24  # characters of a heading of figures without its year and brackets
_FIGURE_KINDS: Final = ("request", "budget", "amount", "existing", "settled", "assessed")


Claims: TypeAlias = dict[int, int]
"""How strongly the headings of columns claim the amounts of a year."""
OF_REQUEST: Final = 40
"""How strongly a heading claims this year's amounts that says it is what is asked for."""
WORDS: Final = (*WORD_FIELDS, "basis", "number")
"""The roles of columns that their headings alone name."""
_SIMPLE: Final[Mapping[str, Role]] = {
    **{
        column.key: column.key
        for column in COST_COLUMNS
        if column.key != "percent" and column.holds == "words"
    },
    "basis": "basis",
    "number": "number",
    "change": "change",
    "rate": "change",
    "unit_price": "unit_price",
    "quantity": "quantity",
}  # the kinds of headings of which no other column can hold the same


class Label(NamedTuple):
    """A heading: its words, its year, and the kind of figures or words that it names."""

    text: str
    year: int | None
    relative: int | None
    kind: str

    @property
    def is_dated(self) -> bool:
        """Whether it names a year."""
        return self.year is not None or self.relative is not None

    def offset(self, year: int | None) -> int | None:
        """How many years after the request's own it names, as its words or its number say it; None where neither says."""
        return self.relative if self.year is None or year is None else self.year - year

    def may_be_of(self, year: int | None) -> bool:
        """Whether it names no other year than the request's own."""
        return self.year in (None, year) and self.relative in (None, 0)


def label_of(
    text: str, own: FiscalYear | None, standard: Standard, *, is_over_figures: bool = False
) -> Label:
    """What a heading says; 「経費」 over figures alone is no heading of words."""
    plain = compact(text)
    words = standard.word_tables.heading_roles
    for whole in (plain, _BRACKETS.sub("", plain)):
        role = words.get(whole.lower())
        if role in WORDS and not (is_over_figures and role == "text"):
            return Label(text, None, None, role)
    if _DIFFERENCE.fullmatch(plain) or _takes_off(plain, own, standard):
        return Label(text, None, None, "change")
    named: NamedYear = year_in_heading(plain, own)
    core = _BRACKETS.sub("", named.rest)
    core = _SIGN.sub("", _BRACKETS.sub("", core)).strip("の・:/")
    if core.endswith(("変更点", "理由", "要因")):
        return Label(text, None, None, "remark")  # 「主な増減理由」 heads no difference
    if core.endswith("まで"):
        return Label(text, None, None, "settled")  # 「R7まで」
    has_year = named.year is not None or named.relative is not None
    core = core.removesuffix("案") if has_year else core  # 「R9案」, 「R9当初案」
    inside = _INSIDE.findall(named.rest)
    kind = _kind_of(core, standard, has_year=has_year)
    if not core and has_year:
        words_inside = re.sub(r"[()\[\]【】〔〕<>]", "", named.rest)
        kind = _kind_of(words_inside, standard, has_year=False) or kind  # 「R7(要求)」, 「R6（予算）」
    if not kind and has_year and inside:
        kind = _kind_of(inside[0], standard, has_year=True)  # 「県費（R7要求額）」
    if kind in ("", "amount") and any(_kind_of(of, standard, has_year=False) == "request" for of in inside):
        kind = "request"  # 「本県負担額（要求額）」, 「県1/4（要求額）」
    if not kind and has_year and core in standard.workbook_reading.reference_titles:
        of_words = (of for of in standard.workbook_reading.figures if core in of.within)
        kind = "" if any(of.kind == "settled" for of in of_words) else "year"  # 「参考：前年度」
    if not kind and words.get(core.lower()) in WORDS and not is_over_figures:
        kind = words[core.lower()]
    return Label(text, named.year, named.relative, kind)


def _takes_off(plain: str, own: FiscalYear | None, standard: Standard) -> bool:
    """Whether a heading is one budget less another: 「R9要求-R8当初」; 「R8-R9」 is a period."""
    whole, sign, less = plain.partition("-")
    return bool(sign) and all(
        label.is_dated and label.kind in _BUDGETS
        for label in (label_of(part, own, standard) for part in (whole, less))
    )


def _kind_of(core: str, standard: Standard, *, has_year: bool) -> str:
    if not core:
        return "year" if has_year else ""
    if len(core) > _LONGEST:
        return ""
    every = standard.workbook_reading.figures
    if whole := next((figures.kind for figures in every if core.lower() in figures.words), ""):
        return whole
    for figures in every:
        if any(word in core for word in figures.within):
            if figures.kind in _FIGURE_KINDS and not _OF_MONEY.search(core):
                continue
            return figures.kind
    return ""


def role_of(text: str, own: FiscalYear | None, standard: Standard) -> Role:
    """What the column below one heading holds, by its words alone."""
    label = label_of(text, own, standard)
    amounts, before = claims({0: label}, own.year if own else None)
    if amounts:
        return "amount"
    if before:
        return "previous"
    return _SIMPLE.get(label.kind, "other")


def with_next_year(labels: Mapping[int, Label]) -> dict[int, Label]:
    """The labels where 来年度 is asked for: it is the request's own year then, and 本年度 the one before."""
    relatives = {label.relative for label in labels.values()}
    kinds = ("request", "budget", "year") if 0 in relatives and -1 not in relatives else ("request", "budget")
    asks_next = any(label.relative == 1 and label.kind in kinds for label in labels.values())
    if not asks_next or any(label.relative == 0 and label.kind == "request" for label in labels.values()):
        return dict(labels)
    return {
        column: label if label.relative is None else label._replace(relative=label.relative - 1)
        for column, label in labels.items()
    }


def simple_role(label: Label | None) -> Role:
    """What a column holds where its heading alone says it; ``other`` for the amounts, which are chosen among several."""
    return _SIMPLE.get(label.kind, "other") if label else "other"


def claims(labels: Mapping[int, Label], year: int | None) -> tuple[Claims, Claims]:
    """The columns that may be this year's amount and the previous year's; ``year`` is the request's own, where it is known."""
    amounts: Claims = {}
    previous: Claims = {}
    for column, label in labels.items():
        offset = label.offset(year)
        of_kind = {"request": OF_REQUEST, "budget": 20, "amount": 10, "year": 20}.get(label.kind)
        if of_kind is not None and offset in (None, 0) and not (label.year is not None and year is None):
            amounts[column] = of_kind + (5 if offset == 0 else 0)
        before = {"budget": 40, "year": 30, "amount": 20, "request": 10, "existing": 5}.get(label.kind)
        if before is not None and offset == -1:
            previous[column] = before
    if not previous and any(strength >= OF_REQUEST for strength in amounts.values()):
        previous = {column: 0 for column, strength in amounts.items() if strength == 20}  # undated budgets
    return strongest_first(amounts), strongest_first(previous)


def strongest_first(claimed: Claims) -> Claims:
    """Claims in the order of their strength; those of one strength from the left."""
    return dict(sorted(claimed.items(), key=lambda claim: -claim[1]))


def latest_year(labels: Mapping[int, Label]) -> int | None:
    """The year that is asked for where headings alone name years: the last of a request, else of a budget."""
    asked = {label.year for label in labels.values() if label.year is not None and label.kind == "request"}
    if asked:
        return max(asked)
    budgets = [
        label.year
        for label in labels.values()
        if label.year is not None and label.kind in ("budget", "year", "amount")
    ]
    return max(budgets) if len(set(budgets)) > 1 else None


def names_of(columns: Sequence[int], labels: Mapping[int, Label]) -> list[str]:
    """What columns are called: by their headings, with their letters where these are the same."""
    texts = [clean(labels[column].text) for column in columns]
    return [
        phrase("「{text}」（{column}列）", text=text, column=column_name(column))
        if texts.count(text) > 1
        else f"「{text}」"
        for column, text in zip(columns, texts, strict=True)
    ]


def clean(text: str) -> str:
    """A heading on one line."""
    return " ".join(text.split())
