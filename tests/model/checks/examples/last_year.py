"""Examples for the rules that hold a request against last year's."""

from __future__ import annotations

from msgspec.structs import replace

from model.checks.case import Case
from model.checks.stages.last_year import execution_of_last_year_is_stated
from model.edits.fields import set_value
from model.incremental.results import Results
from model.request.grounds import Answer
from model.request.request import Line, Request, Section
from model.totals.prices import NO_PRICES
from model.totals.totals import totals
from tests.samples import one_line, set_values, standard, with_lines


def carried(request: Request) -> Request:
    """The request with a text that is last year's."""
    section = Section("aim", heading="事業概要", text="機器を保守する。", carried=True)
    return replace(request, sections=(section, *request.sections))


def answered(text: str) -> Request:
    """The request of one line with an answer to what of last year's budget is spent."""
    request = one_line()
    case = Case(request, totals(request, standard()), standard(), NO_PRICES, Results())
    (asked,) = execution_of_last_year_is_stated(case)
    return replace(request, answers=(Answer(asked.rule, asked.place, asked.message, text),))


def priced(basis: str, before: str) -> Request:
    """A line whose calculation was another one last year."""
    return with_lines(Line("only", "委託料", 900, basis=basis, previous_basis=before))


BROKEN: dict[str, Request] = {
    "53": carried(one_line(900, 900)),
    "54": one_line(),
    "54-low": answered("500千円の見込み"),
    "55": one_line(5_000, 2_000),
    "55-price": priced("15,000円×60回", "10,000円×90回"),
    "56": set_value(one_line(), "section/costs/text", "前年度は入札により不用額が生じた。"),
}

SOUND: dict[str, Request] = {
    "53": carried(one_line(901, 900)),
    "54": one_line(1_000, None),
    "54-low": answered("860千円の見込み"),
    "55": set_value(one_line(5_000, 2_000), "line/only/remark", "5年に1度の更新のため"),
    "55-price": priced("11,000円×90回", "10,000円×60回"),
    "56": set_values(one_line(800, 900), [("section/costs/text", "前年度は入札により不用額が生じた。")]),
}
