"""The columns of a cost table by the words that head them; the words are the Standard's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, Literal, TypeAlias

import msgspec

from model.request.columns import ColumnField
from model.standard.standard import Standard
from templates.readers.labels import compact

Kind: TypeAlias = Literal[ColumnField, "change"]

_UNIT: Final = re.compile(r"[(（]?(?:単位[:;：；])?(千円|百万円|円)[)）]?")
LONGEST: Final = 40  # characters of a heading
FIGURES: Final[tuple[Kind, ...]] = ("amount", "previous", "change")


class Columns(msgspec.Struct, frozen=True):
    """What each column is, and the unit of figures that name none."""

    kinds: tuple[Kind, ...]
    unit: str = "千円"


def columns_of(headings: Sequence[str], standard: Standard) -> Columns | None:
    """The columns of a row of headings; None where one is not known, or text or this year's amount is missing."""
    words = heading_kinds(standard)
    kinds: list[Kind] = []
    unit = "千円"
    for heading in headings:
        kind = kind_of(heading, words)
        if kind is None:
            return None
        if kind in FIGURES and (match := _UNIT.search(compact(heading))):
            unit = match[1]
        # 「区分 | 金額 | 内容」: what stands beside the first column of text explains it
        kinds.append("remark" if kind == "text" and "text" in kinds else kind)
    wanted = kinds.count("amount") == 1 and kinds.count("previous") <= 1 and kinds.count("change") <= 1
    return Columns(tuple(kinds), unit) if wanted and "text" in kinds else None


def heading_kinds(standard: Standard) -> dict[str, Kind]:
    """What each heading of the Standard's pages says of its column, by its compact words."""
    headings = reversed(standard.page_reading.cost_table_headings)
    return {compact(word): heading.kind for heading in headings for word in heading.words}


def kind_of(heading: str, words: dict[str, Kind]) -> Kind | None:
    """What a word heads, by the words of ``heading_kinds``; None for a word that heads no column known."""
    if len(heading) > LONGEST:
        return None
    plain = _UNIT.sub("", compact(heading))
    if plain in words:
        return words[plain]
    kind = words.get(plain.partition("(")[0])
    return kind if kind in FIGURES else None  # 「前年度予算額(9月補正後)」


def unit_line(text: str) -> str | None:
    """The unit that a line of its own names: 「(単位:千円)」; None for any other line."""
    match = _UNIT.fullmatch(compact(text))
    return match[1] if match and "単位" in text else None
