"""What a wrong figure looks like to someone who has checked many."""

from __future__ import annotations

from fractions import Fraction

import pytest

from model.basis.typing_errors import coarse_step, difference_hint


@pytest.mark.parametrize(
    ("exact", "printed", "words"),
    [
        ("2000", "20000", "10倍"),
        ("20000", "2000", "10分の1"),
        ("2000", "200000", "100倍"),
        ("229.295", "2293", "10倍"),
        ("1.461", "1461", "円の数字に千円"),
        ("1461000", "1461", "千円の数字に円"),
        ("229295", "230", "千円の数字に円"),
        ("2216.1", "2261", "入れ替わって"),
        ("2216.1", "2271", "入れ替わって"),
        ("2216.1", "22217", "一つ多く"),
        ("2216.1", "221", "10分の1"),
        ("12345", "1245", "一つ抜けて"),
        ("500", "-500", "符号"),
    ],
)
def test_known_slips_are_named(exact: str, printed: str, words: str) -> None:
    """Powers of ten, 円 for 千円, two digits exchanged, one too many or too few, the sign."""
    hint = difference_hint(Fraction(exact), Fraction(printed))
    assert words in hint
    assert hint.endswith("。")


@pytest.mark.parametrize(
    ("exact", "printed"),
    [
        ("229.295", "230"),
        ("229.295", "229"),
        ("229", "229"),
        ("0", "5"),
        ("5", "0"),
        ("1000", "1300"),
        ("7", "8"),
    ],
)
def test_other_differences_have_no_hint(exact: str, printed: str) -> None:
    """A rounded figure is no slip, and a difference that looks like nothing is not guessed at."""
    assert difference_hint(Fraction(exact), Fraction(printed)) == ""


def test_the_price_that_would_explain_it_is_named() -> None:
    """A power of ten is mostly in the unit price."""
    assert "単価が2,500円でなく250円" in difference_hint(Fraction(75), Fraction("7.5"), "2,500円×30人")


@pytest.mark.parametrize(
    ("exact", "printed", "step"),
    [
        ("61851.2", "61850", 10),
        ("61851.2", "61860", 10),
        ("61851.2", "61800", 100),
        ("61851.2", "61900", 100),
        ("61851.2", "61851", None),
        ("61851.2", "61852", None),
        ("61850.3", "61850", None),
        ("61851.2", "61840", None),
        ("61851.2", "62000", None),
        ("96", "100", None),
        ("0", "0", None),
        ("-61851.2", "-61850", 10),
    ],
)
def test_rounding_to_tens_and_hundreds(exact: str, printed: str, step: int | None) -> None:
    """A lending unit of 10 or 100千円 explains a figure that is within 1 % of the exact one."""
    assert coarse_step(Fraction(exact), Fraction(printed)) == step
