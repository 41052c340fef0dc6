"""Messages for pasted cells that fit nowhere, and the meaning of brackets in the previous year's column."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from model.checks.quoted import shortened
from model.edits.fields import is_previous_year
from model.language import phrase
from model.request.place import Place
from model.values.amount import half_width, parse
from model.values.pattern import lazy_pattern

_BRACKETS: Final = lazy_pattern(r"\s*+[(（]([^()（）]*+)[)）]\s*+")
_NAMED: Final = 3  # cells that are left out and named
OF_THE_YEAR: Final = phrase("前年度の( )は、前年度の額の印と読みました（負の数ではありません）。")
NEGATIVE: Final = phrase("前年度の( )の額は、負の数と読みました。")
LONGEST: Final = 13  # characters of a word in a sentence


def lost_cells(cells: Sequence[str]) -> str:
    """The sentence of cells that fit nowhere; "" where all of them are blank."""
    lost = [shortened(cell, LONGEST) for cell in cells if cell.strip()]
    if not lost:
        return ""
    named = "」「".join(lost[:_NAMED])
    more = phrase("など") if len(lost) > _NAMED else ""
    return phrase(
        "入れる欄のない{count}個のセル（「{named}」{more}）は貼り付けませんでした。",
        count=len(lost),
        named=named,
        more=more,
    )


def bracketed(cell: str) -> str | None:
    """What a cell has in brackets; None where it is not all in brackets."""
    found = _BRACKETS.fullmatch(cell)
    return found[1].strip() if found else None


def as_negative(cell: str) -> str | None:
    """A figure in brackets with a minus sign in place of them, as Excel means it; None for any other cell."""
    figure = bracketed(cell)
    return None if figure is None or not isinstance(parse(figure), int) else f"△{half_width(figure).strip()}"


def read_previous(cells: Sequence[tuple[Place, str]]) -> tuple[list[str], str]:
    """The texts of pasted cells, those of the previous year with the sign that their brackets mean, and the sentence that says so.

    Where every one of several cells has brackets they are those of the published sheet; else they are a minus sign.
    """
    texts = [text for _, text in cells]
    filled = [index for index, (where, text) in enumerate(cells) if text.strip() and is_previous_year(where)]
    signed = {index: sign for index in filled if (sign := as_negative(texts[index])) is not None}
    if not signed:
        return texts, ""
    if len(signed) == len(filled) > 1:
        return texts, OF_THE_YEAR
    return [signed.get(index, text) for index, text in enumerate(texts)], NEGATIVE
