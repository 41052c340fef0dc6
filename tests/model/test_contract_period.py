"""Contract periods in months, as the published sheets write them."""

from __future__ import annotations

import pytest

from model.values.contract_period import month_set, parse
from model.values.fiscal_year import official

R3 = official(2021)


@pytest.mark.parametrize(
    ("typed", "years"),
    [
        ("R3.4〜R5.3", (2021, 2022)),
        ("令和6年10月から令和7年9月(12か月)", (2024, 2025)),
        ("平成31年4月1日〜令和5年3月31日", (2019, 2022)),
        ("Ｒ３．４～Ｒ５．３", (2021, 2022)),
        ("3年4月〜8年3月", (2021, 2025)),
        ("2024.4〜2027.3", (2024, 2026)),
        ("R8〜R10", (2026, 2028)),
        ("令和5年度から令和10年度まで", (2023, 2028)),
    ],
)
def test_fiscal_years_of_a_contract(typed: str, years: tuple[int, int]) -> None:
    """January to March belong to the fiscal year before; years alone are fiscal years."""
    assert parse(typed, R3) == years


@pytest.mark.parametrize("typed", ["", "12か月", "R3.4〜", "R5.3〜R3.4", "契約日から3年間"])
def test_periods_without_two_ends(typed: str) -> None:
    """What does not tell both ends is no period, and nothing is guessed."""
    assert parse(typed, R3) is None


@pytest.mark.parametrize(
    ("typed", "month"),
    [("R2.11", (2020, 11)), ("R3当初", (2021, 4)), ("H30.9補正", (2018, 9)), ("前年度", None)],
)
def test_month_of_the_budget_that_set_it(typed: str, month: tuple[int, int] | None) -> None:
    """「R2.11」 is the November budget of 令和2; an initial budget is of April."""
    assert month_set(typed, R3) == month
