"""Checks for figures that hang in the air: nothing on the sheet gives them a ground."""

from __future__ import annotations

from collections.abc import Iterator

from model.checks.case import Case
from model.checks.finding import Fix, thousands
from model.checks.rule import Found, WholeCheck
from model.checks.sources import INPUT
from model.request import place
from model.request.place import EXPENSE
from model.request.request import Assessment
from model.values import people
from model.values.amount import Amount


@WholeCheck.rule("no-lines", "要求額には、そのもとになる経費の行がある。", INPUT, "warning")
def request_amount_has_lines(case: Case) -> Iterator[Found]:
    """A typed 要求額 beside cost tables without a line; a sheet that has no cost table is printed so."""
    typed = case.request.declared.get(place.REQUEST_AMOUNT)
    groups = case.request.groups
    if (
        typed
        and "costs" in case.totals.form.page.needs
        and groups
        and not any(group.lines for group in groups)
    ):
        amount = thousands(typed) if isinstance(typed, int) else typed
        yield Found(
            place.REQUEST_AMOUNT,
            f"要求額 {amount} のもとになる経費の行がありません。所要経費の表に経費を入力してください"
            "（要求額は、その合計から出ます）。",
        )


@WholeCheck.rule("people-early", "財政課の行の人役は、査定のあとに入れる。", INPUT, "warning")
def people_are_not_assessed_before_the_request(case: Case) -> Iterator[Found]:
    """People in the finance division's row of the total-cost table while nothing of a 査定 is there."""
    request = case.request
    typed = {key: text for key, text in request.headcount.assessed.items() if people.parse(text)}
    if not typed or request.assessment != Assessment() or any(request.funding.assessed.values()):
        return
    if request.declared.get(place.cost("assessed", "expense")) is not None:
        return
    row, asked = case.totals.form.cost_label("assessed"), case.totals.form.cost_label("request")
    first = next(iter(typed))
    yield Found(
        place.headcount("assessed", first),
        f"財政課の行「{row}」に人役 {typed[first].strip()}人 がありますが、査定がまだありません。"
        f"要求の人役は「{asked}」の行に入力してください。",
        fix=_to_request_row(typed, request.headcount.request) if asked else None,
    )


@WholeCheck.rule("funds-early", "財政課の行の財源は、査定のあとに入れる。", INPUT, "warning")
def funds_are_not_assessed_before_the_request(case: Case) -> Iterator[Found]:
    """A source in the finance division's row of the funding table, and not in that of the request, while no 計上額 is there."""
    request, form = case.request, case.totals.form
    asked = request.funding.request
    typed = {key: value for key, value in request.funding.assessed.items() if value and not asked.get(key)}
    given = (place.cost("assessed", "expense"), place.funding("assessed", EXPENSE))
    is_assessed = request.assessment != Assessment() or any(where in request.declared for where in given)
    if not typed or is_assessed or "assessed" not in form.funding_plans:
        return
    first, value = next(iter(typed.items()))
    amount = thousands(value) if isinstance(value, int) else value
    yield Found(
        place.funding("assessed", first),
        f"財政課の行「{form.funding_label('assessed')}」に{case.standard.source_label(first)} {amount} がありますが、"
        f"計上額がまだありません。要求の財源は「{form.funding_label('request')}」の行に入力してください。",
    )


def _to_request_row(typed: dict[str, str], asked: dict[str, str]) -> Fix | None:
    """The people moved into the row of the request; None where that has people already."""
    if not all(people.is_blank(asked.get(key, "")) for key in typed):
        return None
    moved: list[tuple[str, Amount]] = [(place.headcount("request", key), text) for key, text in typed.items()]
    blanks: list[tuple[str, Amount]] = [(place.headcount("assessed", key), None) for key in typed]
    (first, value), *rest = (*moved, *blanks)
    return Fix("要求の行に移す", first, value, also=tuple(rest))
