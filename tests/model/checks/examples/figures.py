"""Examples for the rules of figures, years, people, funding and commitments."""

from __future__ import annotations

from msgspec.structs import replace

from model.edits.fields import set_value
from model.request.multi_year import Commitment
from model.request.request import AsPrinted, Line, Request, Section
from tests.commitment_requests import dam, facilities
from tests.samples import one_line, sample, set_values, with_lines


def worked_out(basis: str, amount: int | None = None) -> Request:
    """A request of one line with a basis, and an amount typed beside it."""
    return with_lines(Line("only", "委託料", None, amount, basis=basis))


# For each rule of the Standard a request that breaks it.
BROKEN: dict[str, Request] = {
    "1": worked_out("5千円×3", 16),
    "1-printed": worked_out("20千円×100施設＝20,000千円"),
    "1-coarse": worked_out("77,314千円×80%＝61,850千円"),
    "1-rounding": worked_out("2,063千円×0.25＝515千円"),
    "basis": worked_out("5千円×"),
    "bare-price": worked_out("@8,000×4箇所"),
    "per-unit": worked_out("20(円/m3)×15,000人"),
    "yen-slip": worked_out("1,461円"),
    "3": set_value(one_line(), "group/table/amount", 1),
    "4": set_value(one_line(), "request/amount", 1),
    "5": set_value(one_line(), "request/previous", 1),
    "5-granted": replace(set_value(one_line(), "request/previous", 800), carried_previous=900),
    "6": set_value(one_line(), "cost/request/expense", 1),
    "13": set_value(one_line(), "component/added", 1),
    "kept-text": replace(
        one_line(),
        sections=(*one_line().sections, Section("kept", heading="読み取れなかった表", text="メモ")),
    ),
    "7": set_value(one_line(), "cost/request/total", 1),
    "8": set_values(one_line(), [("headcount/request/regular", "1.0"), ("cost/request/labour", 1)]),
    "7-previous": set_value(one_line(), "cost/previous/total", 1),
    "8-copied": set_values(one_line(), [("headcount/previous/regular", "1.0"), ("cost/previous/labour", 1)]),
    "8-stale": set_values(one_line(), [("headcount/request/regular", "1.0"), ("cost/request/labour", 7_945)]),
    "sum-row": set_values(one_line(), [("header/budget", "6月補正予算"), ("cost/total/expense", 1)]),
    "people-not-added": set_values(
        one_line(),
        [
            ("header/stage", "一般事業調整"),
            ("cost/standing/expense", 0),
            *((f"headcount/{row}/regular", "1.0") for row in ("standing", "request", "total")),
        ],
    ),
    "row-year": replace(one_line(), printed=AsPrinted({"cost/previous": "31年度当初予算額"})),
    "9": set_values(one_line(), [("headcount/request/regular", "0.0"), ("cost/request/labour", 1)]),
    "10": set_value(one_line(), "headcount/request/regular", "0.0"),
    "11": set_value(one_line(), "funding/request/general", 1),
    "12": set_value(one_line(), "funding/request/other", 1_001),
    "15": set_value(sample(), "line/line-4-1/amount", 1),
    "18": set_values(one_line(), [("assessment/amount", 1_000), ("funding/assessed/expense", 1)]),
    "18-final": set_values(one_line(), [("assessment/amount", 1_000), ("cost/assessed/expense", 1)]),
    "19": set_value(one_line(), "assessment/amount", 1_001),
    "25": set_values(one_line(), [("funding_words", "単県"), ("funding/request/national", 1)]),
    "32": set_value(facilities(), "commitment/owed/period", "4年度から10年度まで"),
    "32-contract": set_value(facilities(), "commitment/owed/contract_period", "R5.4〜R12.3"),
    "33": set_value(facilities(), "commitment/owed/limit", 77_900),
    "33-years": set_value(facilities(), "owed/owed-10/year", "11年度"),
    "33-funds": set_value(facilities(), "owed/owed-5/source/national", 16_585),
    "owed-line": replace(one_line(), commitments=(Commitment("owed", "", "H32〜H35"),)),
    "owed-paid": set_values(facilities(), [("commitment/owed/paid", 1)]),
    "37": set_value(dam(), "continuing/dam/total", 800_001),
    "37-change": set_values(
        dam(),
        [
            ("continuing/dam/total", 800_000),
            ("continuing/dam/total_before", 800_000),
            ("annual/annual-28/after/expense", 320_001),
        ],
    ),
    "40": set_value(one_line(), "line/only/object_class", "12 委託料"),
    "40-unknown": set_value(one_line(), "line/only/object_class", "雑費"),
    "51": set_value(one_line(), "line/only/basis", "500千円×2×1.05"),
    "52": set_value(one_line(), "line/only/remark", "消費増税分含む"),
    "tax-label": set_value(one_line(), "line/only/basis", "委託料(税抜)：50千円×20回"),
    "tax-split": set_value(one_line(), "line/only/basis", "50千円(税抜)×20回"),
    "72": set_value(one_line(), "header/fiscal_year", "平成32年度"),
    "73": set_value(one_line(), "group/table/note", "※( )内の数字は平成29年度予算額"),
    "amount": one_line("約3百"),
    "unnamed-line": set_value(one_line(), "line/only/text", ""),
    "heading-amount": with_lines(Line("only", "委託料", None, 5, heading=True)),
    "heading-sum": with_lines(
        Line("only", "委託料", None, 5, heading=True, parts=(Line("part", "一般", None, 5),))
    ),
    "no-lines": set_value(with_lines(), "request/amount", 12_000),
    "people-early": set_value(one_line(), "headcount/assessed/regular", "1.9"),
    "funds-early": set_value(one_line(), "funding/assessed/national", 3_000),
    "mark": set_value(one_line(), "line/only/mark", "ended"),
    "people": set_value(one_line(), "headcount/request/regular", "二人"),
    "year": set_value(one_line(), "header/fiscal_year", "来年"),
    "no-unit-cost": set_values(
        one_line(), [("header/fiscal_year", "H20"), ("headcount/request/regular", "1.0")]
    ),
    "uncosted-staff": set_value(one_line(), "headcount/request/part_time", "1.0"),
}


# As near as may be to what is wrong above, and right.
SOUND: dict[str, Request] = {
    "1": worked_out("5千円×3", 15),
    "1-printed": worked_out("20千円×100施設＝2,000千円"),
    "1-coarse": worked_out("77,314千円×80%≒61,850千円"),
    "1-rounding": worked_out("2,063千円×0.25＝516千円"),
    "basis": worked_out("5千円"),
    "bare-price": worked_out("@8,000円×4箇所"),
    "per-unit": worked_out("20(円/m3)×15,000(m3)"),
    "yen-slip": worked_out("1,461千円"),
    "3": set_value(one_line(), "group/table/amount", 1_000),
    "4": set_value(one_line(), "request/amount", 1_000),
    "5": set_value(one_line(), "request/previous", 900),
    "5-granted": replace(set_value(one_line(), "request/previous", 900), carried_previous=900),
    "6": set_value(one_line(), "cost/request/expense", 1_000),
    "13": set_value(one_line(), "component/added", 1_000),
    "kept-text": replace(
        one_line(),
        sections=(*one_line().sections, Section("kept", heading="読み取れなかった表", text=" ")),
    ),
    "7": set_value(one_line(), "cost/request/total", 1_000),
    "8": set_values(one_line(), [("headcount/request/regular", "1.0"), ("cost/request/labour", 7_938)]),
    "7-previous": set_value(one_line(), "cost/previous/total", 900),
    "8-copied": set_values(
        one_line(), [("headcount/previous/regular", "1.0"), ("cost/previous/labour", 7_945)]
    ),
    "8-stale": set_values(one_line(), [("headcount/request/regular", "1.0"), ("cost/request/labour", 7_938)]),
    "sum-row": set_values(
        one_line(),
        [("header/budget", "6月補正予算"), ("cost/standing/expense", 5), ("cost/total/expense", 1_005)],
    ),
    "people-not-added": set_values(
        one_line(),
        [
            ("header/stage", "一般事業調整"),
            ("cost/standing/expense", 0),
            *(
                (f"headcount/{row}/regular", people)
                for row, people in (("standing", "1.0"), ("total", "1.0"))
            ),
        ],
    ),
    "row-year": replace(one_line(), printed=AsPrinted({"cost/previous": "30年度当初予算額（6月補正後）"})),
    "9": set_values(one_line(), [("headcount/request/regular", "0.0"), ("cost/request/labour", 0)]),
    "10": set_values(
        one_line(),
        [
            (f"headcount/{row}/{key}", "0.0")
            for row in ("request", "previous")
            for key in ("regular", "part_time", "temporary")
        ],
    ),
    "11": set_value(one_line(), "funding/request/general", 1_000),
    "12": set_value(one_line(), "funding/request/other", 1_000),
    "15": set_value(sample(), "line/line-4-1/amount", 7_040),
    "18": set_values(one_line(), [("assessment/amount", 1_000), ("funding/assessed/expense", 1_000)]),
    "18-final": set_values(one_line(), [("assessment/amount", 1_000), ("cost/assessed/expense", 1_000)]),
    "19": set_value(one_line(), "assessment/amount", 1_000),
    "25": set_values(one_line(), [("funding_words", "単県、国庫"), ("funding/request/national", 1)]),
    "32": facilities(),
    "32-contract": set_value(facilities(), "commitment/owed/contract_period", "R5.4〜R11.3"),
    "33": facilities(),
    "33-years": facilities(),
    "33-funds": set_value(facilities(), "owed/owed-5/source/national", 100),
    "owed-line": replace(one_line(), commitments=(Commitment("owed", "only", "H32〜H35"),)),
    "owed-paid": set_values(facilities(), [("commitment/owed/paid", 0)]),
    "37": dam(),
    "37-change": dam(),
    "40": set_value(one_line(), "line/only/object_class", "13 委託料"),
    "40-unknown": set_value(one_line(), "line/only/object_class", "13 委託料/雑費"),
    "51": set_value(one_line(), "line/only/basis", "500千円×2×1.05(伸び率)"),
    "52": set_value(one_line(), "line/only/remark", "消費税分含む"),
    "tax-label": set_value(one_line(), "line/only/basis", "委託料(税込)：50千円×20回"),
    "tax-split": set_value(one_line(), "line/only/basis", "50千円×20回"),
    "72": set_value(one_line(), "header/fiscal_year", "令和2年度"),
    "73": set_value(one_line(), "group/table/note", "※( )内の数字は平成30年度予算額"),
    "amount": one_line(-3),
    "unnamed-line": set_values(one_line(None, None), [("line/only/text", "")]),
    "heading-sum": with_lines(Line("only", "委託料", None, 5, parts=(Line("part", "一般", None, 5),))),
    "heading-amount": with_lines(
        Line("only", "委託料", heading=True, parts=(Line("part", "一般", None, 5),))
    ),
    "no-lines": set_value(one_line(), "request/amount", 1_000),
    "funds-early": set_values(one_line(), [("funding/assessed/national", 500), ("assessment/amount", 1_000)]),
    "people-early": set_values(
        one_line(), [("headcount/assessed/regular", "1.9"), ("assessment/amount", 1_000)]
    ),
    "mark": set_values(one_line(None), [("line/only/mark", "ended")]),
    "people": set_value(one_line(), "headcount/request/regular", "２．０人"),
    "year": set_value(one_line(), "header/fiscal_year", "Ｒ９"),
    "no-unit-cost": set_values(
        one_line(), [("header/fiscal_year", "H21"), ("headcount/request/regular", "1.0")]
    ),
    "uncosted-staff": set_value(one_line(), "headcount/request/part_time", "0.0"),
}
