"""What number formats make of a number: a date, a percentage, 千円 of 円. And the indent of a style.

A section's own workbook often holds 円 and shows 千円 by a format; taken bare, every figure would be a thousandfold.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Final, NamedTuple, TypeAlias

from templates.readers.workbook.package import Package

Shown: TypeAlias = Callable[[int | Decimal], int | Decimal | str]

_DATE_IDS: Final = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
_PERCENT_IDS: Final = frozenset({9, 10})
_QUOTED: Final = re.compile(r'"[^"]{0,255}"|\\.|_.|\*.|\[[^\]]{0,255}\]')
_FIRST_DAY: Final = datetime.date(1899, 12, 30)  # as Excel counts from March 1900 on
_LAST_DAY: Final = 2_958_465


class Formats(NamedTuple):
    """By the number of a style: its indent, and what it shows of a number where that is not the number."""

    indents: dict[int, int]
    shows: dict[int, Shown]


def read_formats(package: Package) -> Formats:
    """The styles of a workbook; none where it has no list of them."""
    styles = _Styles()
    if "xl/styles.xml" in package.members:
        package.parse("xl/styles.xml", styles)
    shows = {
        style: shown
        for style, code in enumerate(styles.codes)
        if (shown := _shown(code, styles.formats.get(code, ""))) is not None
    }
    return Formats(styles.indents, shows)


def _shown(code: int, format_code: str) -> Shown | None:
    first = _QUOTED.sub("", format_code.partition(";")[0])
    if code in _DATE_IDS or re.search(r"[ymdge]", first.replace("General", ""), re.IGNORECASE):
        return _date
    if code in _PERCENT_IDS or "%" in first:
        return _percent
    thousands = len(first.rstrip(" _)")) - len(first.rstrip(" _)").rstrip(","))
    if thousands and re.search(r"[0#?],+$", first.rstrip(" _)")):
        return lambda value: _whole(Decimal(value).scaleb(-3 * thousands))
    return None


def _date(value: int | Decimal) -> int | Decimal | str:
    if not 1 <= value <= _LAST_DAY:
        return value
    return (_FIRST_DAY + datetime.timedelta(days=int(value))).isoformat()


def _percent(value: int | Decimal) -> str:
    return f"{_whole(Decimal(value).scaleb(2))}%"


def _whole(value: Decimal) -> int | Decimal:
    return int(value) if value == value.to_integral_value() else value.normalize()


class _Styles:
    def __init__(self) -> None:
        self.formats: dict[int, str] = {}
        self.codes: list[int] = []
        self.indents: dict[int, int] = {}
        self._in_cells = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "numFmt":
            self.formats[int(attributes.get("numFmtId", "0"))] = attributes.get("formatCode", "")
        elif name == "cellXfs":
            self._in_cells = True
        elif name == "xf" and self._in_cells:
            self.codes.append(int(attributes.get("numFmtId", "0")))
        elif name == "alignment" and self._in_cells and attributes.get("indent", "0") != "0":
            self.indents[len(self.codes) - 1] = int(attributes["indent"])

    def end(self, name: str) -> None:
        if name == "cellXfs":
            self._in_cells = False

    def text(self, text: str) -> None:
        """No text here."""
