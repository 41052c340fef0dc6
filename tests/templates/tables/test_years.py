"""Which fiscal year a title or a heading means, and which years are none of the budget."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.values.fiscal_year import official, parse
from templates.readers.tables.columns.years import year_in_heading, year_of_title

OWN = parse("令和8年度")


@pytest.mark.parametrize(
    ("title", "label"),
    [
        ("令和8年度 予算要求書", "令和8年度"),
        ("R8予算要求書", "令和8年度"),
        ("令和８（2026）年度　予算要求書", "令和8年度"),
        ("2026（令和8）年度当初予算見積書", "令和8年度"),
        ("令 和 ８ 年 度 予算要求書", "令和8年度"),
        ("令和7年度予算要求書（令和6年度予算との比較）", "令和7年度"),
        ("平成31年度予算要求書", "平成31年度"),
        ("2026年度予算要求", "2026年度"),
        ("事業期間 令和6年度～令和10年度", ""),
        ("令和6年度実績に基づく", ""),
        ("令和7年度決算額", ""),
        ("第3次計画（令和8年度策定）", ""),
        ("令和6年度から令和10年度まで", ""),
        ("予算要求書", ""),
        ("令和8年4月1日提出", ""),
    ],
)
def test_titles(title: str, label: str) -> None:
    """A title of a budget names its year; a period, an actual, a plan do not."""
    assert year_of_title(title)[0] == label


@pytest.mark.parametrize(
    ("heading", "year", "relative"),
    [
        ("令和7年度当初予算額", 2025, None),
        ("R8要求額(千円)", 2026, None),
        ("令和８（2026）年度要求額", 2026, None),
        ("2026（令和8）年度", 2026, None),
        ("8年度要求額", 2026, None),
        ("前年度当初予算額", None, -1),
        ("前々年度決算額", None, -2),
        ("本年度要求額", None, 0),
        ("来年度要求額", None, 1),
        ("要求額", None, None),
    ],
)
def test_headings(heading: str, year: int | None, relative: int | None) -> None:
    """A heading names a year in an era, in the western calendar, by its number alone, or beside the request's own."""
    found = year_in_heading(heading, OWN)
    assert (found.year, found.relative) == (year, relative)


@given(st.integers(2019, 2060))
def test_every_notation_of_a_year(year: int) -> None:
    """The era, its letter, the western year, and both at once name the same year."""
    own = official(year)
    western = f"{year}（{own.label.removesuffix('年度')}）年度"
    for written in (own.label, f"{own.short}年度", own.short, f"{year}年度", western):
        assert parse(year_of_title(f"{written}予算要求書")[0]) is not None
        assert parse(year_of_title(f"{written}予算要求書")[0]).year == year  # type: ignore[union-attr]
