"""Amounts that a sentence tells (the writer's answer to a question), in 千円 and in its order."""

from __future__ import annotations

from typing import Final

from model.values.amount import half_width, parse
from model.values.pattern import lazy_pattern

_AMOUNT: Final = lazy_pattern(
    r"(?<![\d,./A-Za-z年])[△▲-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?\s*"
    r"(?:(?P<unit>千円|百万円|万円|億円|円)|(?![\d,.年月日人名件回台課款項目号節%％/〜]))"
)


def stated_amounts(text: str) -> tuple[int, ...]:
    """The amounts of a sentence; a bare number is 千円, as in the sheet, unless others with a unit are enough.

    >>> stated_amounts("要求額 1,000千円に対し、計上額は400（R3年度）")
    (1000, 400)
    """
    found = list(_AMOUNT.finditer(half_width(text)))
    with_unit = [match for match in found if match["unit"]]
    amounts = (parse(match.group().strip()) for match in (with_unit if len(with_unit) > 1 else found))
    return tuple(amount for amount in amounts if isinstance(amount, int))
