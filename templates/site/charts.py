"""The pictures of the lists: what the groups ask for against last year, from the largest, with the change."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from model.values.amount import format_amount
from templates.pictures.bars import Bar, Chart, Part, draw
from templates.pictures.drawing import PALE
from templates.pictures.svg import svg
from templates.site.entries import Total

_WIDTH: Final = 640
_MOST: Final = 20
_UNIT: Final = "単位:千円"


def groups_chart(caption: str, groups: Sequence[tuple[str, Total]], minus: str) -> str:
    """The picture as SVG; "" where fewer than two groups ask for anything.

    Args:
        caption: what the groups are (部局).
        groups: their names and sums.
        minus: the sign of a negative amount.
    """
    asking = sorted(
        (each for each in groups if each[1].asked or each[1].previous), key=lambda each: -each[1].asked
    )
    if len(asking) < 2:
        return ""
    bars = tuple(_bar(name, total, minus) for name, total in asking[:_MOST])
    said = (f"ほか{len(asking) - _MOST}件は図にありません",) if len(asking) > _MOST else ()
    return svg(draw(Chart("groups", f"{caption}ごとの要求額と前年度", _UNIT, bars, said), _WIDTH))


def _bar(name: str, total: Total, minus: str) -> Bar:
    sign = "+" if total.change > 0 else ""
    return Bar(
        name,
        format_amount(total.asked, minus),
        (Part("要求額", total.asked, "", 0),),  # its figure stands beside the name
        Part("前年度", total.previous, format_amount(total.previous, minus), PALE),
        f"増減 {sign}{format_amount(total.change, minus)}",
    )
