"""Unit prices in a basis."""

from __future__ import annotations

from fractions import Fraction

import pytest

from model.basis.reading import parse
from model.basis.terms import Basis
from model.standard.unit_price import UnitPrice, unit_prices


@pytest.mark.parametrize(
    ("basis", "prices"),
    [
        ("85,000円×3台", [(85, ("台",))]),
        ("85,000円×1.1×3台", [(Fraction(187, 2), ("台",))]),
        ("講師謝金 20,000円×2人×3回", [(20, ("人", "回"))]),
        ("@8千円×4箇所", [(8, ("箇所",))]),
        ("@8,000×4台", [(None, ("台",))]),
        ("5千円×3", [(5, ("",))]),
        ("(5千円×3人+2千円×4人)×1/2", [(5, ("人",)), (2, ("人",))]),
        ("月額×12月", [(None, ("か月",))]),
        ("1,000千円", []),
        ("1,000千円×50%", []),
        ("1,000千円×1/2", []),
        ("1,000千円÷4", []),
        ("5千円×", []),
        ("", []),
    ],
)
def test_price_and_what_is_counted(
    basis: str, prices: list[tuple[Fraction | int | None, tuple[str, ...]]]
) -> None:
    """A price is money that is multiplied by a count; a share, a rate and a sum are none."""
    assert list(unit_prices(parsed if isinstance(parsed := parse(basis), Basis) else None)) == [
        UnitPrice(price and Fraction(price), counts) for price, counts in prices
    ]
