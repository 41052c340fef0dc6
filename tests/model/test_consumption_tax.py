"""Consumption tax by date: the months a line names, and the rates of a fiscal year."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from model.request.request import Line
from model.standard.parts import TaxPolicy
from model.totals.consumption_tax import (
    Month,
    Months,
    kept_rate,
    months_in,
    months_of,
    rate_of,
    rates_in,
    rates_of,
    whole_year,
)
from tests.requests import texts
from tests.samples import standard

FIVE, EIGHT, TEN = (Fraction(percent, 100) for percent in (5, 8, 10))
FIRST_HALF = Months(Month(2019, 4), Month(2019, 9))
SECOND_HALF = Months(Month(2019, 10), Month(2020, 3))


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("4月〜9月", FIRST_HALF),
        ("10月〜3月", SECOND_HALF),
        *((f"10月{stroke}3月", SECOND_HALF) for stroke in "〜～~-−‐–—―ー－"),
        ("4月 〜 9月", FIRST_HALF),
        ("4〜9月", FIRST_HALF),
        ("４月～９月", FIRST_HALF),
        ("4月から9月まで", FIRST_HALF),
        ("10月1日〜3月31日", SECOND_HALF),
        ("保守料（10月〜3月分）", SECOND_HALF),
        ("R1.10〜R2.3", SECOND_HALF),
        ("H31.4～R1.9", FIRST_HALF),
        ("令和元年10月〜令和2年3月", SECOND_HALF),
        ("平成31年10月から平成32年3月まで", SECOND_HALF),
        ("2019/10〜2020/3", SECOND_HALF),
        ("(R1.10〜R5.9、R1.6債務負担行為設定済)", SECOND_HALF),
        ("H29.10〜R1.9", FIRST_HALF),
        ("上半期", FIRST_HALF),
        ("保守（下半期分）", SECOND_HALF),
        ("下期（10月〜3月）", SECOND_HALF),
        ("第3四半期", Months(Month(2019, 10), Month(2019, 12))),
        ("４四半期", Months(Month(2020, 1), Month(2020, 3))),
        ("10月以降", SECOND_HALF),
        ("10月〜", SECOND_HALF),
        ("〜9月", FIRST_HALF),
        ("9月まで", FIRST_HALF),
        ("6月", Months(Month(2019, 6), Month(2019, 6))),
        ("（2月分）", Months(Month(2020, 2), Month(2020, 2))),
        ("R2.1", Months(Month(2020, 1), Month(2020, 1))),
    ],
)
def test_months_of_a_text(text: str, months: Months) -> None:
    """A period is read in any of the strokes and eras that sheets of 平成31年度 use, as far as it is in the year."""
    assert months_in(text, 2019) == months


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "システム保守",
            "9月補正で計上",
            "2月議会",
            "12月分の利用",
            "6か月",
            "3〜5か月",
            "13月",
            "0月〜3月",
        ),
        *(
            "H32〜H35について別途債務負担行為を要求",
            "R3.4〜R5.3、R2.11債務負担行為設定済",
            "10月〜9月",
            "6",
            "1.08",
        ),
        *(
            "1,200〜3,400円",
            "4月〜6月、10月〜12月",
            "平成31年度",
            "4〜9",
            "毎月3回",
            "上半期と下半期",
            "四半期ごと",
            "任期",
        ),
    ],
)
def test_text_that_names_no_months(text: str) -> None:
    """Years, counts of months, sessions and several periods say nothing of the months that a cost is for."""
    assert months_in(text, 2019) is None


@given(texts | st.from_regex(r"[0-9RH月年.〜\-から令和元]{0,12}", fullmatch=True), st.integers(2009, 2027))
def test_months_are_in_their_year(text: str, year: int) -> None:
    """Whatever is read from whatever text is a period of the fiscal year."""
    found = months_in(text, year)
    if found:
        assert found.shared_with(whole_year(year)) == found
        assert 1 <= found.length <= 12


@pytest.mark.parametrize("first", range(1, 13))
@pytest.mark.parametrize("last", range(1, 13))
def test_period_is_read_as_it_is_written(first: int, last: int) -> None:
    """The label of a period is read as that period, in whatever months of the fiscal year it lies."""
    ends = [Month(2019 if month >= 4 else 2020, month) for month in (first, last)]
    if ends[0] <= ends[1]:
        months = Months(*ends)
        assert months_in(months.label, 2019) == months
        assert months.length == (last - first) % 12 + 1


def test_months_of_a_line() -> None:
    """A line's own text comes first, then its remark, then the lines it is a part of, then the whole year."""
    whole, half = Line("a", "保守"), Line("b", "4月〜9月")
    assert months_of([whole], 2019) == whole_year(2019)
    assert months_of([whole, half], 2019) == FIRST_HALF
    assert months_of([replace(whole, remark="10月〜3月"), half], 2019) == SECOND_HALF
    assert months_of([replace(half, remark="10月〜3月")], 2019) == FIRST_HALF
    assert months_of([replace(whole, remark="10月から税率10%")], 2019) == whole_year(2019)


@pytest.mark.parametrize(
    ("year", "rates"),
    [
        (2009, [("4月〜3月", FIVE)]),
        (2013, [("4月〜3月", FIVE)]),
        (2014, [("4月〜3月", EIGHT)]),
        (2018, [("4月〜3月", EIGHT)]),
        (2019, [("4月〜9月", EIGHT), ("10月〜3月", TEN)]),
        (2020, [("4月〜3月", TEN)]),
        (2027, [("4月〜3月", TEN)]),
        (1988, []),
    ],
)
def test_rates_of_a_fiscal_year(year: int, rates: list[tuple[str, Fraction]]) -> None:
    """The change of 2014 fell on the first day of a fiscal year; that of 2019 parts it in halves."""
    found = rates_in(year, standard())
    assert [(each.months.label, each.rate) for each in found] == rates


def test_rate_of_months() -> None:
    """A half-year has one rate, the whole of 平成31年度 has none."""
    assert rate_of(FIRST_HALF, 2019, standard()) == EIGHT
    assert rate_of(SECOND_HALF, 2019, standard()) == TEN
    assert rate_of(whole_year(2019), 2019, standard()) is None
    across = Months(Month(2019, 9), Month(2019, 12))
    assert [rate.months.label for rate in rates_of(across, 2019, standard())] == ["9月", "10月〜12月"]


def test_policy_of_the_year_wins() -> None:
    """A finance division may have requests made at the current rate; the rise is then added in the compilation."""
    ordered = replace(standard(), tax_policies=[TaxPolicy(first=2019, last=2019, percent=8)])
    assert rate_of(whole_year(2019), 2019, ordered) == EIGHT
    assert rate_of(whole_year(2020), 2020, ordered) == TEN


@pytest.mark.parametrize(
    ("months", "kept"),
    [
        (SECOND_HALF, EIGHT),
        (FIRST_HALF, FIVE),
        (whole_year(2019), EIGHT),
        (whole_year(2020), EIGHT),
        (whole_year(2014), FIVE),
        (whole_year(1990), None),
    ],
)
def test_rate_kept_by_contracts_before_the_day(months: Months, kept: Fraction | None) -> None:
    """A contract made before 2019-04-01 keeps 8 % after October; before the tax there was nothing to keep."""
    assert kept_rate(months, standard()) == kept
