"""The 節 of cost lines (rule 40).

A line without a 節 beside others that have one is no finding: the 節 is the writer's own help, the sheet prints none.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from model.checks.case import LineContext
from model.checks.finding import Fix
from model.checks.rule import Found, LineInYearCheck
from model.figures.figures import LineTotals
from model.request import place
from model.standard.parts import ObjectClass
from model.totals import object_class
from model.values.fiscal_year import official

_SOURCE: Final = "地方自治法施行規則第15条第2項 別記（歳出予算に係る節の区分）"


@LineInYearCheck.rule("40", "節の番号と名前は、その年度のもの。令和2年度から賃金はない。", _SOURCE, "error")
def object_class_is_of_the_year(line: LineTotals, context: LineContext) -> Iterator[Found]:
    """Rule 40: the 節 of a line has the number and name that the list of the request's year gives it.

    Source: rules.md B1. From 令和2年度 there is no 賃金 (7), so every 節 behind it has one number less.
    """
    text = line.line.object_class
    if not text or object_class.of_line(text, context.year, context.standard):
        return
    known = object_class.named(text, context.standard)
    now = next((one for one in known if one.holds_in(context.year)), None)
    if now is not None:
        yield _found(line, _renumbered(text, now, known, context.year), now)
    elif known:
        yield _found(line, _gone(known[0], context))


@LineInYearCheck.rule("40-unknown", "節は、どれかの年度の一覧にあるもの。", _SOURCE, "warning")
def object_class_is_known(line: LineTotals, context: LineContext) -> Iterator[Found]:
    """Rule 40, for a text that no year's list has: it counts as a 節 of its own in the subtotals, so it is worth a look."""
    text = line.line.object_class
    if not text.strip() or object_class.of_line(text, context.year, context.standard):
        return
    if object_class.named(text, context.standard):
        return
    near = object_class.like(text, context.year, context.standard)
    year = context.fiscal_year.label
    advice = (
        f"「{'」「'.join(similar.label for similar in near)}」のことであれば、直してください。"
        if near
        else "番号か名前で選び直してください。"
    )
    yield _found(line, f"節「{text.strip()}」は{year}の節の一覧にありません。{advice}", *near)


def _found(line: LineTotals, message: str, *meant: ObjectClass) -> Found:
    """A finding whose repair puts the 節 that was meant, where only one can have been, and keeps the 細節."""
    where = place.line(line.line.id, "object_class")
    sub = object_class.sub_object(line.line.object_class)
    right = [object_class.label(meaning, sub) for meaning in meant]
    fix = Fix(f"「{right[0]}」に直す", where, right[0]) if len(right) == 1 else None
    return Found(where, message, fix=fix)


def _renumbered(text: str, now: ObjectClass, known: list[ObjectClass], year: int) -> str:
    """What is wrong with the number of a 節 that the year has: it is that of other years, or of none."""
    number = object_class.take_apart(text).number
    other = next((numbered for numbered in known if str(numbered.number) == number), None)
    if other is None:
        return f"{now.name}の節の番号は{now.number}です（「{text.strip()}」と書かれています）。"
    if other.last < year:
        return (
            f"{official(now.first).label}から{now.name}は{now.number}です"
            f"（「{other.label}」は{official(other.last).label}までの番号です）。"
        )
    return (
        f"{official(now.last).label}までは{now.name}は{now.number}です"
        f"（「{other.label}」は{official(other.first).label}からの番号です）。"
    )


def _gone(other: ObjectClass, context: LineContext) -> str:
    """The sentence about a 節 that does not exist in the year: when it existed, and which 節 has its costs now."""
    if other.first > context.year:
        return f"節「{other.label}」は{official(other.first).label}からです。{context.fiscal_year.label}の節から選び直してください。"
    listed = context.standard.object_classes_in(context.year)
    instead = [f"{one.name}({one.number})" for one in listed if one.name in other.instead]
    advice = f"{'、'.join(instead)}など、今の節に" if instead else "今の節から選び"
    return f"節「{other.label}」は{official(other.last).label}までです。{advice}直してください。"
