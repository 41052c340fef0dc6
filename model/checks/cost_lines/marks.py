"""The marks of cost lines: 【新規】, 【終了】 …."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from model.checks.case import LineContext
from model.checks.finding import thousands
from model.checks.quoted import words_of
from model.checks.rule import Found, LineInYearCheck
from model.figures.figures import Figure, LineTotals
from model.request import place

_SOURCE: Final = "行の印の決まり（様式の設定）"


@LineInYearCheck.rule("mark", "終了の行に今年度の額はなく、新規の行に前年度の額はない。", _SOURCE, "warning")
def mark_fits_the_figures(line: LineTotals, context: LineContext) -> Iterator[Found]:
    """A line that has ended asks for nothing this year, and a new one had nothing the year before.

    Which marks say so is in the Standard (``no_amount``, ``no_previous``). A decrease below 0 may stand on any line.
    """
    if not line.line.mark:
        return
    known = (mark for mark in context.standard.line_marks if mark.key == line.line.mark)
    if (mark := next(known, None)) is None:
        return
    figures: tuple[tuple[bool, str, Figure], ...] = (
        (mark.no_amount, "今年度の額", line.amount),
        (mark.no_previous, "前年度の額", line.previous),
    )
    wrong = [
        f"{words} {thousands(figure.value)}"
        for is_empty, words, figure in figures
        if is_empty and (figure.value or 0) > 0
    ]
    if wrong:
        name = words_of(line.line.text)
        yield Found(
            place.line(line.line.id, "mark"),
            f"{mark.label}の行「{name}」に{'と'.join(wrong)} があります。印か金額を確かめてください。",
        )
