"""Lines that take up what roundings left (端数調整): small, and one for a heading (rule 16)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from model.checks.case import LineContext
from model.checks.finding import thousands
from model.checks.quoted import shortened
from model.checks.rule import Found, GroupCheck
from model.figures.figures import GroupTotals, LineTotals
from model.request import place
from model.standard.standard import Standard

_IN_BRACKETS: Final = re.compile(r"[(（【][^)）】]{0,300}[)）】]")
_SOURCE: Final = "公表された予算要求書（端数調整の行）"


class _Adjusting(NamedTuple):
    """A line that takes up roundings, the lines it stands among, and the heading above them."""

    line: LineTotals
    siblings: tuple[LineTotals, ...]
    heading: str


def _adjusting(lines: tuple[LineTotals, ...], heading: str, standard: Standard) -> Iterator[_Adjusting]:
    for line in lines:
        if _adjusts(line, standard):
            yield _Adjusting(line, lines, heading)
        if line.parts:
            yield from _adjusting(line.parts, line.line.text, standard)


def _adjusts(line: LineTotals, standard: Standard) -> bool:
    """Whether a line is named so; 「端数処理システムの改修」 is a cost like any other."""
    text = line.line.text
    words = standard.cost_tables.rounding_lines
    return any(word in text for word in words) and _IN_BRACKETS.sub("", text).rstrip().endswith(words)


@GroupCheck.rule(
    "16", "端数調整の行は、1千円に見出しの行の数を掛けた額より小さく、見出しに一つ。", _SOURCE, "warning"
)
def adjustment_of_roundings_is_small(group: GroupTotals, context: LineContext) -> Iterator[Found]:
    """Rule 16: what roundings leave is less than 1千円 a line, so a larger 端数調整 hides something, and one does for all.

    The lines counted are those of the same heading, or of the table where it stands at its top. One finding a heading.
    """
    found = list(_adjusting(group.lines, group.group.title, context.standard))
    reported: set[int] = set()
    for finding in found:
        siblings = finding.siblings
        if id(siblings) in reported:
            continue
        together = [other for other in found if other.siblings is siblings]
        amount = max((abs(other.line.amount.value or 0) for other in together), default=0)
        heading = shortened(finding.heading)
        where = f"「{heading}」" if heading else "この表"
        if amount >= len(siblings):
            reported.add(id(siblings))
            largest = max(together, key=lambda other: abs(other.line.amount.value or 0)).line
            yield Found(
                place.line(largest.line.id, "amount"),
                f"{where}の「{shortened(largest.line.text)}」が {thousands(largest.amount.value)} あります。"
                f"端数は1行で1千円に満たないので、{len(siblings)}行では{len(siblings)}千円より小さいはずです。"
                "行の金額を確かめてください。",
            )
        elif len(together) > 1:
            reported.add(id(siblings))
            second = together[1].line.line
            yield Found(
                place.line(second.id, "amount"),
                f"{where}に端数調整の行が{len(together)}つあります。一つにまとめてください。",
            )
