"""What is said of selected cells: Excel's three figures, in the unit of the sheet."""

from __future__ import annotations

from decimal import Decimal

import pytest

from model.values.selection_sum import Number, SelectionSum, selection_sum


@pytest.mark.parametrize(
    ("numbers", "found"),
    [
        ([10_000, 2_000, 345], SelectionSum(3, "12,345千円", "4,115")),
        ([1, 2], SelectionSum(2, "3千円", "1.5")),
        ([-1, -1, -2], SelectionSum(3, "△4千円", "△1.3")),
        ([0, 0], SelectionSum(2, "0千円", "0")),
        ([10, 10], SelectionSum(2, "20千円", "10")),
        ([Decimal("1.9"), Decimal("0.5")], SelectionSum(2, "2.4人", "1.2")),
        ([Decimal("1"), Decimal("1"), Decimal("2.50")], SelectionSum(3, "4.50人", "1.5")),
        ([100, Decimal("1.9"), 200], SelectionSum(2, "300千円", "150")),
        ([], None),
    ],
)
def test_figures(numbers: list[Number], found: SelectionSum | None) -> None:
    """Count, sum and average; amounts and people are never added to each other; a blank cell is no figure."""
    assert selection_sum(numbers, "△") == found


def test_large_sums_are_exact() -> None:
    """Sums of the largest amounts lose no digit."""
    found = selection_sum([10**13 - 1, 10**13 - 1], "-")
    assert found is not None
    assert found.total == "19,999,999,999,998千円"
