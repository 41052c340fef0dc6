"""Examples for the rules that seeded errors called for: sums of the funding rows, years of commitments, the head's year."""

from __future__ import annotations

from msgspec.structs import replace

from model.request.multi_year import Commitment
from model.request.request import AsPrinted, Line, Request
from tests.commitment_requests import facilities, risen
from tests.samples import one_line, set_values, with_lines

_STAGE = (
    ("header/stage", "一般事業調整"),
    ("cost/standing/expense", 5_000),
    ("component/revived", 300),
    ("component/added", 700),
    ("funding/standing/national", 2_000),
    ("funding/added/national", 100),
)


def later_stage(*values: tuple[str, int | str | None]) -> Request:
    """A later stage: 5,000 stand with 2,000 of 国庫, 300 are asked again and 700 added with 100 of 国庫."""
    return set_values(one_line(1_000), [*_STAGE, *values])


def asked(period: str) -> Request:
    """An initial request of 平成31年度 whose one line has a commitment of a period that is asked."""
    owed = Commitment("owed", "only", period)
    request = replace(with_lines(Line("only", "リース料", 1, 1)), commitments=(owed,))
    return set_values(request, [("header/budget", "当初予算")])


def without(*rows: str) -> Request:
    """A request that was read from a sheet which leaves rows out."""
    return replace(one_line(), printed=AsPrinted(without=rows))


BROKEN: dict[str, Request] = {
    "13-rows": later_stage(("funding/total/national", 2_200)),
    "32-gap": asked("H33〜H35"),
    "32-begun": set_values(asked("H32〜H35"), [("commitment/owed/status", "set")]),
    "row-missing": without("cost/request"),
    "33-each": set_values(facilities(), [("owed/owed-7/year", "8年度")]),
    "33-change": set_values(risen(), [("owed/owed-27/amount", 56)]),
    "year-known": set_values(one_line(), [("header/fiscal_year", "令和31年度")]),
    "header-year": replace(one_line(), printed=AsPrinted({"header/breadcrumb": "平成30年度予算"})),
}
SOUND: dict[str, Request] = {
    "13-rows": later_stage(("funding/total/national", 2_100), ("funding/asked/national", 100)),
    "32-gap": asked("H32〜H35"),
    "32-begun": set_values(asked("H31〜H35"), [("commitment/owed/status", "set")]),
    "row-missing": without("cost", "cost/request", "funding/request", "finance"),
    "33-each": facilities(),
    "33-change": set_values(risen(), [("owed/owed-27/amount", 65)]),
    "year-known": set_values(one_line(), [("header/fiscal_year", "平成19年度")]),
    "header-year": replace(one_line(), printed=AsPrinted({"header/breadcrumb": "令和元年度予算"})),
}
