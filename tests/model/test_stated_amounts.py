"""Amounts in the writer's answers."""

from __future__ import annotations

import pytest

from model.claims.quantities.amounts import stated_amounts


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("要求額 1,000千円に対し、計上額は400千円", (1_000, 400)),
        ("1,000→400", (1_000, 400)),
        ("要求 １０００、計上０", (1_000, 0)),
        ("要求額10百万円、計上額 5,000千円", (10_000, 5_000)),
        ("平成31年度の課長要求1で 500千円、300千円", (500, 300)),
        ("R3年度 500千円", (500,)),
        ("5人分 500千円", (500,)),
        ("なし", ()),
        ("ありません。", ()),
        ("0", (0,)),
        ("1/2の補助", ()),
    ],
)
def test_amounts_of_a_sentence(text: str, amounts: tuple[int, ...]) -> None:
    """Years, people and shares are no amounts; a bare number is 千円 where no two others have a unit."""
    assert stated_amounts(text) == amounts
