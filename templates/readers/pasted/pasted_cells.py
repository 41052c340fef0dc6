"""Messages for pasted cells that fit nowhere, and the meaning of brackets in the previous year's column."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from model.checks.quoted import shortened
from model.edits.fields import is_previous_year
from model.request.place import Place
from model.values.amount import half_width, parse
from model.values.pattern import lazy_pattern

_BRACKETS: Final = lazy_pattern(r"\s*+[(（]([^()（）]*+)[)）]\s*+")
_NAMED: Final = 3  # cells that are left out and named
LONGEST: Final = 13  # characters of a word in a sentence


def lost_cells(cells: Sequence[str]) -> str:
    """The sentence of cells that fit nowhere; "" where all of them are blank."""
    lost = [shortened(cell, LONGEST) for cell in cells if cell.strip()]
    if not lost:
        return ""
    named = "」「".join(lost[:_NAMED])
    more = "など" if len(lost) > _NAMED else ""
    return f"入れる欄のない{len(lost)}個のセル（「{named}」{more}）は貼り付けませんでした。"


def bracketed(cell: str) -> str | None:
    """What a cell has in brackets; None where it is not all in brackets."""
    found = _BRACKETS.fullmatch(cell)
    return found[1].strip() if found else None


def read_brackets(cells: Sequence[str]) -> tuple[list[str], str]:
    """Figures of the previous year with the sign that their brackets mean, and the sentence that reports it.

    Where every one of several cells has brackets they are those of the published sheet; else they are a minus sign, as
    Excel writes it.
    """
    inner = [bracketed(cell) for cell in cells]
    figures = [words if words is not None and isinstance(parse(words), int) else None for words in inner]
    count = sum(figure is not None for figure in figures)
    if not count:
        return list(cells), ""
    if count > 1 and count == sum(bool(cell.strip()) for cell in cells):
        return list(cells), "前年度の( )は、前年度の額の印と読みました（負の数ではありません）。"
    signed = [
        cell if figure is None else f"△{half_width(figure).strip()}"
        for cell, figure in zip(cells, figures, strict=True)
    ]
    return signed, "前年度の( )の額は、負の数と読みました。"


def read_previous(cells: Sequence[tuple[Place, str]]) -> tuple[list[str], str]:
    """The texts of pasted cells, those of the previous year with their signs, and the sentence that says so."""
    signed, said = read_brackets([text for where, text in cells if is_previous_year(where)])
    texts = iter(signed)
    return [next(texts) if is_previous_year(where) else text for where, text in cells], said
