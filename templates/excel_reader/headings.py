"""What the headings of a table say: which column holds the words, which year's amounts, in which unit."""

from __future__ import annotations

import re
from typing import Final, Literal, NamedTuple, TypeAlias

from model import fiscal_year
from model.fiscal_year import FiscalYear
from templates.excel_reader.grid import Grid, bare

Role: TypeAlias = Literal[
    "text", "amount", "previous", "basis", "object_class", "remark", "change", "mark", "number", "other"
]

_UNIT: Final = re.compile(r"[(\[【]?(?:単位[:は]?)?(千円|百万円|万円|億円|円)[)\]】]?")
_UNIT_WORDS: Final = re.compile(r"単位[:は]?(千円|百万円|万円|億円|円)|[(\[](千円|百万円|万円|億円|円)[)\]]")
_BRACKETS: Final = re.compile(r"[(\[【][^)\]】]*[)\]】]")
_TEXTS: Final = (
    *(
        "細事業名",
        "細事業",
        "事業名",
        "内容",
        "経費の内容",
        "経費区分",
        "経費",
        "費目",
        "細目",
        "項目",
        "区分",
    ),
    *("件名", "品名", "名称", "内訳", "補助金名", "地区名", "事業箇所", "要求内容"),
)
_REMARKS: Final = ("備考", "摘要", "説明", "変更点", "前年度からの変更点", "昨年度からの変更点", "備考欄")
_BASES: Final = ("積算", "積算根拠", "積算内訳", "算出根拠", "積算基礎", "算定根拠", "積算内容")
_CLASSES: Final = ("節", "節名", "節区分")
_AMOUNTS: Final = ("金額", "本年度", "今年度", "当年度", "要求", "所要額", "所要経費")
_CHANGES: Final = (
    "増減",
    "増減額",
    "差引",
    "差額",
    "比較",
    "比較増減",
    "増減率",
    "対前年度増減",
    "対前年増減",
)
_NUMBERS: Final = ("no", "no.", "番号", "連番", "#", "№")
_PREVIOUS: Final = re.compile(r"前年度|前年|昨年度|前年当初")
_AMOUNT: Final = re.compile(r"(?:要求|要望|見積|予算|補正)額$")
_OF_YEAR: Final = re.compile(r"(?:額|要求|予算|当初|見積)$")
_YEAR: Final = re.compile(r"(?:令和|平成|R|H)(?:[0-9]{1,2}|元)(?:年度)?|20[0-9]{2}(?:年度)?")


class Columns(NamedTuple):
    """The columns of a table.

    Attributes:
        roles: what each column holds.
        labels: their headings.
        units: the unit of a column where its heading says one.
        last_row: the last row of headings.
    """

    roles: dict[int, Role]
    labels: dict[int, str]
    units: dict[int, str]
    last_row: int

    def of(self, role: Role) -> list[int]:
        """The columns of a role, from the left."""
        return [column for column in sorted(self.roles) if self.roles[column] == role]


def unit_in(text: str) -> str:
    """The unit that words name: 「単位：千円」, 「要求額(円)」; "" for none."""
    found = _UNIT_WORDS.search(bare(text))
    return (found[1] or found[2]) if found else ""


def is_unit_note(text: str) -> bool:
    """Whether a text is nothing but a unit: 「（単位：千円）」."""
    return "単位" in text and _UNIT.fullmatch(bare(text)) is not None


def role_of(label: str, year: FiscalYear | None) -> Role:
    """What a heading says of its column; a year in it decides which of the two years it is."""
    plain = bare(label)
    core = _BRACKETS.sub("", plain) or plain
    if core in _TEXTS:
        return "text"
    if core in _REMARKS or core.endswith("変更点"):
        return "remark"
    if core in _BASES:
        return "basis"
    if core in _CLASSES:
        return "object_class"
    if core in _CHANGES or "増減" in core:
        return "change"
    if core.lower() in _NUMBERS:
        return "number"
    named = _YEAR.search(core)
    of_year = fiscal_year.parse(named[0]) if named else None
    if _PREVIOUS.search(core):
        return "previous" if core in ("前年度", "前年", "昨年度") or _OF_YEAR.search(core) else "other"
    if of_year is not None and year is not None and _OF_YEAR.search(core):
        years: dict[int, Role] = {0: "amount", -1: "previous"}
        return years.get(of_year.year - year.year, "other")
    return "amount" if _AMOUNT.search(core) or core in _AMOUNTS else "other"


def find_columns(grid: Grid, row: int, first: int, last: int, year: FiscalYear | None) -> Columns | None:
    """The columns of a table of costs whose headings stand in a row; None where it is no such row."""
    labels: dict[int, str] = {}
    over: dict[int, str] = {}
    for column in grid.columns(row):
        if not first <= column <= last or grid.is_taken(row, column):
            continue
        if grid.is_number(row, column):
            return None
        labels[column] = grid.text(row, column)
        for covered in range(column, column + grid.span(row, column)):
            over[covered] = labels[column]
    last_row = row
    below = [column for column in grid.columns(row + 1) if first <= column <= last]
    spread = any(grid.span(row, column) > 1 for column in labels)
    if spread and len(below) > 1 and not any(grid.is_number(row + 1, column) for column in below):
        lower = {column: grid.text(row + 1, column) for column in below}
        if any(
            role_of(text, year) != "other" or over.get(column) for column, text in lower.items()
        ) and not any(
            role_of(labels.get(column, ""), year) == "text" for column in below if column in labels
        ):
            last_row = row + 1
            for column, text in lower.items():
                above = over.get(column, "")
                labels[column] = f"{above} {text}".strip() if role_of(text, year) == "other" else text
    roles = {column: role_of(text, year) for column, text in labels.items()}
    words = [column for column in sorted(roles) if roles[column] == "text"]
    if not words or "amount" not in roles.values():
        return None
    units = {column: unit for column, text in labels.items() if (unit := unit_in(text))}
    return Columns(roles, labels, units, last_row)
