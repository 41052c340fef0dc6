"""What is said of selected cells: Excel's three figures, in the unit of the sheet."""

from __future__ import annotations

from decimal import Decimal

import pytest

from model.values.selection_sum import Number, sum_words


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ([10_000, 2_000, 345], "データの個数 3　合計 12,345千円　平均 4,115"),
        ([1, 2], "データの個数 2　合計 3千円　平均 1.5"),
        ([-1, -1, -2], "データの個数 3　合計 △4千円　平均 △1.3"),
        ([0, 0], "データの個数 2　合計 0千円　平均 0"),
        ([10, 10], "データの個数 2　合計 20千円　平均 10"),
        ([Decimal("1.9"), Decimal("0.5")], "データの個数 2　合計 2.4人　平均 1.2"),
        ([Decimal("1"), Decimal("1"), Decimal("2.50")], "データの個数 3　合計 4.50人　平均 1.5"),
        ([100, Decimal("1.9"), 200], "データの個数 2　合計 300千円　平均 150"),
        ([], ""),
    ],
)
def test_words(numbers: list[Number], words: str) -> None:
    """Count, sum and average; amounts and people are never added to each other; a blank cell is no figure."""
    assert sum_words(numbers, "△") == words


def test_large_sums_are_exact() -> None:
    """Sums of the largest amounts lose no digit."""
    assert "合計 19,999,999,999,998千円" in sum_words([10**13 - 1, 10**13 - 1], "-")
