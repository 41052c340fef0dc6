"""What a number format makes of a number: a date, a percentage, 5,000千円 of 5,000,000, △30 of 30, 「令和7年度」 of 7.

A section's own workbook often holds 円 and shows 千円 by a format; taken bare, every figure would be a thousandfold.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from operator import eq, ge, gt, le, lt, ne
from typing import Any, Final, NamedTuple, TypeAlias

Number: TypeAlias = int | Decimal


class Seen(NamedTuple):
    """What a cell shows of its number."""

    value: Number | str
    unit: str = ""


GENERAL: Final = "General"
BUILT_IN: Final[Mapping[int, str]] = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
    **dict.fromkeys((5, 6, 7, 8, 42, 44), '"¥"#,##0;"¥"-#,##0'),
    **dict.fromkeys((*range(14, 18), 22, *range(27, 37), *range(50, 59)), "yyyy-mm-dd"),
    **dict.fromkeys((18, 19, 20, 21, 45, 46, 47), "[h]:mm"),
    **dict.fromkeys((37, 38, 39, 40, 41, 43), "#,##0;-#,##0"), 48: "##0.0E+0", 49: "@",
}  # fmt: skip
"""The formats that a file names by number alone, as Excel in Japan has them."""

_SECTION: Final = re.compile(r'(?:"[^"]*"?|[\\!].|_.|\*.|\[[^\]]{0,200}\]|[^;])*', re.DOTALL)
_TOKEN: Final = re.compile(
    r'"(?P<quoted>[^"]*)"?|[\\!](?P<escaped>.)|(?P<blank>_.|\*.)|\[(?P<bracket>[^\]]{0,200})\]'
    r"|(?P<general>General|G/標準)|(?P<exponent>[Ee][+-])|(?P<digits>[0#?][0#?,.]*)|(?P<other>.)",
    re.DOTALL | re.IGNORECASE,
)
_CONDITION: Final = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?[0-9]+(?:\.[0-9]+)?)")
_COMPARED: Final[Mapping[str, Callable[[Any, Any], bool]]] = {
    "<": lt,
    "<=": le,
    ">": gt,
    ">=": ge,
    "=": eq,
    "<>": ne,
}
_DATE: Final = re.compile(r"[ymdhsge]", re.IGNORECASE)
_ELAPSED: Final = re.compile(r"h+|m+|s+", re.IGNORECASE)
_MINUS: Final = frozenset("-−－‐–△▲▼")
_YEN: Final = frozenset("¥￥\\")
_BESIDE: Final = re.compile(r"[\s()（）¥￥\\$€£:：]")
_UNIT: Final = re.compile(r"(?<![十百千万億兆])(円|千円|万円|百万円|億円|十万円|千万円|十億円|百億円|兆円)")
_WHOLE_UNITS: Final[Mapping[str, tuple[int, str]]] = {
    "十万円": (1, "万円"), "千万円": (3, "万円"), "十億円": (1, "億円"), "百億円": (2, "億円"), "兆円": (4, "億円"),
}  # fmt: skip
_PERCENT: Final = ("%", "％")
_OF_AMOUNT: Final = re.compile(r"[\s()（）［］\[\]<>@＠+＋約計金:：\-−－‐–△▲▼¥￥\\$€£%％]*")
"""What stands before a figure that stays one; any other word before it makes a text of it (令和7, 第3)."""
_LAST_DAY: Final = 2_958_465
_LEAP_1900: Final = 60  # Excel counts a 29 February 1900, which there was not
_LONGEST: Final = 255


class Section(NamedTuple):
    """A part of a number format, for the numbers that it holds for.

    Attributes:
        condition: which numbers, as 「>=」 and its limit; None for those of its place.
        before: the words before the figure; those behind it are ``behind``.
        currency: the currency that its brackets name.
        places: how many decimal places the figure is moved to the left: 3 for each comma at its end, less 2 for a percent.
        is_grouped: whether the figure has commas in threes.
        is_negative: whether it shows a minus or a triangle.
    """

    condition: tuple[str, Decimal] | None
    is_date: bool
    before: str
    behind: str
    currency: str
    places: int
    is_grouped: bool
    has_figure: bool
    is_negative: bool


class Format:
    """A number format, read once and used for each cell that has it."""

    def __init__(self, code: str) -> None:
        self._sections = [_section(text) for text in _sections(code[: _LONGEST * 4])]

    def of(self, value: Number, first_day: datetime.date) -> Seen:
        """What a cell shows of its number; ``first_day`` is the day 0 of the workbook's dates: 1899-12-30, or 1904-01-01."""
        index = self._index(value)
        section = self._sections[index]
        if section.is_date:
            return Seen(_date(value, first_day))
        if not section.has_figure:
            return Seen(section.before.strip() if section.condition else value)
        figure: Number = value if index == 0 and section.condition is None else _size(value)
        if section.is_negative:
            figure = -_size(value)
        elif value < 0 and index and not self._sections[0].is_negative:
            figure = value  # shown in red, in brackets, or not marked at all: a negative number all the same
        seen = _moved(figure, section.places)
        unit = section.currency
        for words in (section.behind, section.before):
            if found := _UNIT.search(words):
                more, unit = _WHOLE_UNITS.get(found[0], (0, found[0]))
                seen = _moved(seen, -more)
                break
        else:
            if any(sign in section.before + section.behind for sign in _YEN):
                unit = "円"
        if any(sign in section.before + section.behind for sign in _PERCENT):
            return Seen(f"{seen:f}%" if isinstance(seen, Decimal) else f"{seen}%", "%")
        if not section.is_grouped and _is_text(section, unit):
            return Seen(f"{section.before}{seen}{section.behind}".strip())
        return Seen(seen, unit)

    def _index(self, value: Number) -> int:
        """Which section holds for a number."""
        sections = self._sections[:3]
        if any(section.condition for section in sections):
            for index, section in enumerate(sections):
                if section.condition is None or _COMPARED[section.condition[0]](value, section.condition[1]):
                    return index
            return len(sections) - 1
        if value < 0 and len(sections) > 1:
            return 1
        return 2 if value == 0 and len(sections) > 2 else 0


def _sections(code: str) -> list[str]:
    found: list[str] = []
    start = 0
    while start <= len(code):
        match = _SECTION.match(code, start)
        text = match[0] if match else ""
        found.append(text)
        start += len(text) + 1
    return found


def _section(text: str) -> Section:
    condition: tuple[str, Decimal] | None = None
    before, behind, currency = "", "", ""
    figures = ""
    is_date = is_general = is_elapsed = is_split = False
    percent = 0
    for token in _TOKEN.finditer(text):
        words = token["quoted"] or token["escaped"] or ""
        match token.lastgroup:
            case "bracket":
                inner = token["bracket"]
                if inner.startswith("$"):
                    sign = inner[1:].partition("-")[0]
                    currency = "円" if sign in (*_YEN, "円", "JPY") else sign
                elif limit := _CONDITION.fullmatch(inner.strip()):
                    condition = (limit[1], Decimal(limit[2]))
                elif _ELAPSED.fullmatch(inner):
                    is_elapsed = True
            case "digits":
                is_split = is_split or bool(behind)  # 000-0000
                figures += token[0]
            case "general":
                is_general = True
            case "other":
                words = token[0]
                is_date = is_date or bool(_DATE.fullmatch(words))
                if words == "/" and figures:
                    words = ""  # a fraction
                if words in _PERCENT[:1]:
                    percent += 1
        if figures or is_general:
            behind += words
        else:
            before += words
    if is_elapsed:
        return Section(condition, False, "", "", "", 0, False, True, False)
    digits = figures.rstrip(",")
    return Section(
        condition,
        is_date and not figures.strip(".0"),
        before,
        behind,
        currency,
        3 * (len(figures) - len(digits)) - 2 * percent,
        "," in digits,
        bool(figures) or is_general,
        _BESIDE.sub("", before) in _MINUS or (not is_split and behind.strip() in _MINUS),
    )


def _is_text(section: Section, unit: str) -> bool:
    """Whether the words beside a figure make a text of it: 令和7年度, R8, 第3号; not @1,500 or 12月."""
    return "年度" in section.behind or (not unit and _OF_AMOUNT.fullmatch(section.before) is None)


def _date(value: Number, first_day: datetime.date) -> Number | str:
    if not 1 <= value <= _LAST_DAY:
        return value
    days = int(value)
    if first_day.year < 1900 and days < _LEAP_1900:
        days += 1
    try:
        return (first_day + datetime.timedelta(days)).isoformat()
    except OverflowError:
        return value


def _moved(value: Number, places: int) -> Number:
    """The number with its point moved to the left."""
    if not places:
        return value
    moved = Decimal(value).scaleb(-places)
    return int(moved) if moved == moved.to_integral_value() else moved.normalize()


def _size(value: Number) -> Number:
    return -value if value < 0 else value
