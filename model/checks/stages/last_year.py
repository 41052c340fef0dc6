"""The request beside last year's: the same again (rule 53), what was really spent (rule 54), 不用額 (rule 56)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from model.checks.case import Case
from model.checks.finding import thousands
from model.checks.rule import Found, WholeCheck
from model.claims.quantities.quantities import quantities_in
from model.request import place
from model.values import amount

_SAME: Final = "財政課職員の指摘（「去年と全く一緒」の要求書）"
_EXECUTION: Final = "決算特別委員会の質疑（執行率60%でも同じ要求）、行政事業レビューの視点"
_UNSPENT: Final = "当初予算要求要領（不用額は積算の精度の問題）"
_EXECUTED: Final = "前年度予算額のうち、前年度に執行する見込みの額はいくらですか。"
_AMOUNT_BEHIND: Final = re.compile(
    r"[\s:(（:]*+(?:は|が|として)?\s*+[0-9][0-9,]*+\s*+(?:千円|百万円|万円|億円|円)"
)


@WholeCheck.rule(
    "53",
    "本文も金額も前年度と同じ要求書は、見直したことを確かめる。",
    _SAME,
    "question",
    why="前年度と同じでよいかどうかは、見直した人にしか分かりません。",
)
def request_is_not_last_years_again(case: Case) -> Iterator[Found]:
    """Rule 53: a request begun from last year's whose text nobody touched and whose every amount is last year's.

    Where one sentence was edited or one amount is another, somebody has looked at it.
    """
    texts = [section for section in case.request.sections if section.text.strip()]
    if not texts or not all(text.carried for text in texts):
        return
    if not case.totals.form.page.has_previous or not case.totals.amount.value:
        return
    if all(
        line.amount.value == line.previous.value and not line.amount.is_unknown
        for group in case.totals.groups
        for line in group.lines
    ):
        yield Found(
            place.REQUEST_AMOUNT, "本文も金額も前年度と同じです。見直したうえで、前年度と同じ要求にしますか。"
        )


@WholeCheck.rule(
    "54",
    "前年度予算額のあるときは、前年度の執行見込額を示す。",
    _EXECUTION,
    "question",
    why="執行見込額は要求書の様式になく、書く人だけが知っています。",
)
def execution_of_last_year_is_stated(case: Case) -> Iterator[Found]:
    """Rule 54: where there is a 前年度予算額, the finance division asks how much of it is going to be spent.

    A request that asks for nothing this year is not asked, nor one whose narrative tells it (「平成30年度決算見込額は78,200千円」).
    """
    if any(
        _states_execution(section.text, case.standard.last_year.executed) for section in case.request.sections
    ):
        return
    if (
        case.totals.form.page.has_previous
        and (case.totals.previous.value or 0) > 0
        and case.totals.amount.value
    ):
        yield Found(place.REQUEST_PREVIOUS, _EXECUTED)


def _states_execution(text: str, words: tuple[str, ...]) -> bool:
    """Whether a text states the expected spending: one of the Standard's words, followed by an amount."""
    return any(
        _AMOUNT_BEHIND.match(amount.half_width(rest))
        for word in words
        if word in text
        for rest in text.split(word)[1:]
    )


@WholeCheck.rule(
    "54-low",
    "前年度の執行が低いときは、同じ額以上を要求しない。",
    _EXECUTION,
    "warning",
    state="data",
    why="質問票の執行見込額に、金額か執行率で答えたときに検査します。",
)
def low_execution_is_not_asked_again(case: Case) -> Iterator[Found]:
    """Rule 54: an answer far below 前年度予算額 while 要求額 is not lower; the share is in the Standard.

    The answer may be an amount (「7,300千円の見込み」) or a share (「58%」); words alone are not judged.
    """
    previous, asked = case.totals.previous.value, case.totals.amount.value
    if not case.totals.form.page.has_previous or not previous or previous < 0:
        return
    if asked is None or asked < previous:
        return
    answer = case.answer_to("54", place.REQUEST_PREVIOUS, _EXECUTED)
    spent = _spent(answer, previous)
    if spent is not None and 0 <= spent * 100 < case.standard.last_year.low_execution * previous:
        yield Found(
            place.REQUEST_AMOUNT,
            f"前年度の執行見込額は前年度予算額 {thousands(previous)} の{int(spent * 100 / previous)}%ですが、"
            f"要求額は {thousands(asked)} で減っていません。実績に合わせて減らすか、減らせない理由を書いてください。",
        )


@WholeCheck.rule(
    "56",
    "不用額のあった経費は、積算の精度を見直す。",
    _UNSPENT,
    "question",
    why="不用額の理由と見直しは、本文の言葉からは決められません。",
)
def unspent_money_is_explained(case: Case) -> Iterator[Found]:
    """Rule 56: the text speaks of 不用額 and the request is not lower than last year's: what of it is in the 積算?

    On a supplementary sheet, where 不用額 is why the budget is cut, nothing is asked.
    """
    previous, asked = case.totals.previous.value, case.totals.amount.value
    if not case.totals.form.page.has_previous or not previous or asked is None or asked < previous:
        return
    for section in case.request.sections:
        for word in case.standard.last_year.unspent:
            if word in section.text:
                yield Found(
                    place.section(section.id, "text"),
                    f"本文に「{word}」とあります。その理由と、今年度の積算に反映したことは何ですか。",
                )
                return


def _spent(answer: str, previous: int) -> Fraction | None:
    """The money that an answer names, 千円, or a share of it; None where it names none."""
    plain = amount.half_width(answer)
    whole = amount.parse(plain)
    named = {quantity.kind: abs(quantity.value) for quantity in reversed(quantities_in(plain))}
    if isinstance(whole, int):
        return Fraction(whole)
    return named.get("money", named["percent"] * previous / 100 if "percent" in named else None)
