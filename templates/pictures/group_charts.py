"""Pictures of many requests: what groups ask for beside another figure, from the largest, and the largest changes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from model.values.amount import format_amount, format_change
from templates.pictures.bars import Bar, Chart, Part
from templates.pictures.drawing import PALE, TONES, fitting

_MOST: Final = 20
_UNIT: Final = "単位:千円"
_TONES: Final = tuple(tone for tone in range(len(TONES)) if tone != PALE)
_NAME_ROOM: Final = 200  # units of a drawing


class GroupFigures(NamedTuple):
    """The figures of a group, 千円.

    Attributes:
        name: what it is.
        asked: 要求額.
        beside: what it is held against: 前年度, 計上.
        parts: what the 要求額 is made of, by name, in the order of their tones; None for one that is
            not to be named; empty where the 要求額 is drawn as one.
    """

    name: str
    asked: int
    beside: int
    parts: Sequence[tuple[str, int | None]] = ()


def groups_chart(
    title: str, groups: Sequence[GroupFigures], minus: str, beside: str = "前年度", change: str = "増減"
) -> Chart | None:
    """The groups from the largest; None where fewer than two have anything.

    ``beside`` is what is drawn beside the 要求額, ``change`` what the difference of both is called; "" for none.
    """
    asking = sorted((each for each in groups if each.asked or each.beside), key=lambda each: -each.asked)
    if len(asking) < 2:
        return None
    bars = tuple(_bar(group, minus, beside, change) for group in asking[:_MOST])
    return Chart("groups", title, _UNIT, bars, _left_out(len(asking)))


def changes_chart(title: str, changes: Sequence[tuple[str, int]], minus: str) -> Chart | None:
    """The largest changes, 千円, up or down, a line each; None where nothing changes."""
    found = sorted((each for each in changes if each[1]), key=lambda each: -abs(each[1]))
    if not found:
        return None
    bars = tuple(
        Bar(
            fitting(name, _NAME_ROOM),
            format_change(change, minus),
            (Part("増" if change > 0 else "減", change, "", change < 0),),
        )
        for name, change in found[:_MOST]
    )
    return Chart("changes", title, _UNIT, bars, _left_out(len(found)), is_in_lines=True)


def _bar(group: GroupFigures, minus: str, beside: str, change: str) -> Bar:
    parts = [
        Part(name, amount, format_amount(amount, minus), tone)
        for tone, (name, amount) in zip(_TONES, group.parts, strict=False)
        if amount is not None
    ]
    return Bar(
        group.name,
        format_amount(group.asked, minus),
        tuple(parts) or (Part("要求額", group.asked, "", 0),),  # its figure stands beside the name
        Part(beside, group.beside, format_amount(group.beside, minus), PALE),
        f"{change} {format_change(group.asked - group.beside, minus)}" if change else "",
    )


def _left_out(count: int) -> tuple[str, ...]:
    return (f"ほか{count - _MOST}件は図にありません",) if count > _MOST else ()
