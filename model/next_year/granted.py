"""What last year was granted: 前年度予算額 of the draft, and how it stands against what the lines asked."""

from __future__ import annotations

from typing import Literal, NamedTuple

from msgspec.structs import replace

from model.figures.figures import Totals
from model.next_year.carried import YearChange, in_thousands
from model.request import place
from model.request.carried import Carried
from model.request.request import Request
from model.totals.totals import totals
from model.values.amount import kept


class Granted(NamedTuple):
    """What last year was granted.

    Attributes:
        amount: 千円; None where last year's sheet says nothing of it.
        by: whether it comes from the 査定, from the whole of a supplementary or later request, or is what was asked.
        why: where it comes from, as a Japanese sentence.
    """

    amount: int | None
    by: Literal["assessed", "whole", "asked"]
    why: str


def of(year_change: YearChange) -> Granted:
    """The amount granted, the surest figure first.

    1. the budget row of the total-cost table (当初予算額, 当初予算額(最終)): on 12 of 49 published pages it is not the
       計上額 of its sheet, because later stages changed it, and it is what the next year's sheet calls 前年度 (forms.md
       section 10);
    2. on a supplementary sheet or one of a later stage, what stood before (現計, 既整理額) and what was granted on top;
    3. the 計上額, or 0 where the result says that nothing was granted;
    4. the 要求額, said so.
    """
    if not year_change.has_money_of_its_year:
        return Granted(None, "asked", "前年度の用紙の額は、その年度の歳出予算の額ではありません。")
    last, figures = year_change.last.label, year_change.figures
    asked, given = figures.amount.value, _given(year_change)
    final = figures.cost_rows["assessed"].expense if "assessed" in figures.cost_rows else None
    if year_change.request.is_assessed and final is not None and final.value is not None:
        if given is None or final.value == given:
            return Granted(final.value, "assessed", f"{last}の計上額です。")
        label = figures.form.cost_label("assessed")
        return Granted(
            final.value,
            "assessed",
            f"{last}の「{label}」です（査定の計上額は{in_thousands(given)}ですが、後の段階で変わった最終の額をとりました）。",
        )
    standing = _standing(figures)
    if standing is not None:
        word = "計上額" if given is not None else "要求額"
        whole = standing + ((given if given is not None else asked) or 0)
        row = figures.cost_rows.get("total")
        if row is not None and row.expense.value is not None and given in (None, asked):
            whole = row.expense.value
        return Granted(
            whole,
            "whole",
            f"{last}のそれまでの額に、この要求の{word}を加えた額です。{year_change.figures.form.page.label}の要求書から作ったので、"
            "前年度の当初予算額と違うときは直してください。",
        )
    if given is not None:
        return Granted(given, "assessed", f"{last}の計上額です。")
    return Granted(asked, "asked", f"{last}の計上額が書かれていないので、要求額をとりました。")


def declare(year_change: YearChange, draft: Request, granted: Granted) -> Request:
    """The draft with what was granted as its 前年度予算額, typed only where the lines do not add up to it.

    A sheet prints the 査定 for the whole and not by line, so the lines keep what they asked, and which of them were cut
    is for the writer to say, who has the 財政課処理欄: guessing would put a wrong figure into the next request. So
    「前年度予算額」 and every table that repeats it are right from the start, and rule 5-granted (注意) tells what is still
    to be taken off lines. It goes when the lines add up.
    """
    lines = totals(draft, year_change.standard).previous.derived
    if granted.amount is None or granted.amount == lines:
        return draft
    return replace(draft, declared={place.REQUEST_PREVIOUS: kept(granted.amount)}, carried_previous=lines)


def changes_of(year_change: YearChange, figures: Totals, granted: Granted) -> list[Carried]:
    """前年度予算額 and 要求額 of the request line."""
    changes: list[Carried] = []
    label = year_change.figures.form.page.previous_label or year_change.standard.words.previous
    before, after = year_change.figures.previous.shown, figures.previous.value
    why = f"{granted.why}{_gap(year_change, figures)}"
    if before != after or figures.previous.differs:
        changes.append(Carried(label, in_thousands(before), in_thousands(after), why, place.REQUEST_PREVIOUS))
    asked = year_change.figures.amount.shown
    if asked != figures.amount.value:
        why = "前年度の額は前年度の欄に移しました。"
        if figures.amount.value is not None:
            why += "積算や債務負担行為の年割額から出る額だけが入っています。"
        changes.append(
            Carried(
                year_change.figures.form.request_label or year_change.standard.words.request,
                in_thousands(asked),
                in_thousands(figures.amount.value),
                why,
                place.REQUEST_AMOUNT,
            )
        )
    return changes


def _gap(year_change: YearChange, figures: Totals) -> str:
    """The advice where the lines do not add up to the amount granted, with the finance division's reasons quoted."""
    lines, whole = figures.previous.derived, figures.previous.value
    if lines is None or whole is None or lines == whole:
        return ""
    comment = " ".join(year_change.request.assessment.comment.split())
    reasons = f"財政課処理欄には「{comment}」とあります。" if comment else ""
    return (
        f"行ごとの計上額は分からないので、各行の前年度には要求額を入れてあり、和は{in_thousands(lines)}です。"
        f"{in_thousands(abs(lines - whole))}の差を、該当する行の前年度の額で直してください。{reasons}"
    )


def _given(year_change: YearChange) -> int | None:
    """The 計上額 of the 査定 line, 千円: 0 if its result states that nothing was granted, None if it states nothing."""
    assessment = year_change.request.assessment
    if isinstance(assessment.amount, int):
        return assessment.amount
    return 0 if assessment.result.strip() in year_change.standard.nothing_granted else None


def _standing(figures: Totals) -> int | None:
    """What stood before a supplementary or later request, 千円; None on a sheet that has no such row, or a blank one."""
    for row in (figures.cost_rows.get("standing"), figures.funding_rows.get("standing")):
        if row is not None and row.expense.value is not None:
            return row.expense.value
    return None
