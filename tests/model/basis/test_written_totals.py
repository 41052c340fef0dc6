"""Lines of a calculation that are the sum of the lines above: 計, 小計, 合計."""

from __future__ import annotations

from fractions import Fraction

import pytest

from model.basis.evaluating import evaluate
from model.basis.printing import print_basis
from model.basis.reading import parse
from model.basis.results import Outcome
from model.basis.terms import Basis


def worked_out(text: str) -> Outcome:
    """The outcome of a text that has to be a calculation."""
    basis = parse(text)
    assert isinstance(basis, Basis), basis
    assert parse(print_basis(basis)) == basis
    return evaluate(basis)


@pytest.mark.parametrize(
    ("text", "value", "results"),
    [
        ("会場 12千円×2回\n謝金 30千円×3回\n計 114千円", 114, 1),
        ("会場 12千円×2回、謝金 30千円×3回、合計114千円", 114, 1),
        ("会場 12千円×2回\n計: 24千円", 24, 1),
        ("会場 12千円×2回\n＝24千円", 24, 1),
        ("会場 12千円×2回\n(計 24千円)", 24, 1),
        ("会場 12千円×2回\n合 計(税込) 24千円", 24, 1),
        ("10千円×3=30千円\n5千円×2=10千円\n計=40千円", 40, 3),
        ("20,845円×11か月\n計 229,295円＝230千円", 230, 2),
        ("10千円×3\n小計 30千円\n5千円×2\n小計 10千円\n合計 40千円", 40, 3),
        ("10千円×3\n計 30千円\n5千円×2\n計 10千円\n合計 40千円", 40, 3),
        ("10千円×3\n小計 30千円\n5千円×2\n合計 40千円", 40, 2),
        ("10千円×3\n小計 30千円\n5千円×2", 40, 1),
        ("10千円×3\n△5千円\n△15千円\n計 10千円", 10, 1),
        ("5千円\n△8千円\n計 △3千円", -3, 1),
        ("委託 100千円×12月\n計 1,200千円\n消費税：計×10%", 1_320, 1),
    ],
)
def test_a_total_is_no_further_line(text: str, value: int, results: int) -> None:
    """Nobody who writes 計 below his lines asks for the money twice: the total is held against them."""
    outcome = worked_out(text)
    assert outcome.exact == value
    assert len(outcome.results) == results
    assert not any(result.is_wrong for result in outcome.results)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("会場 12千円×2回\n謝金 30千円×3回\n計 115千円", ["会場 12千円×2回＋謝金 30千円×3回"]),
        ("10千円×3=30千円\n5千円×2=10千円\n計 41千円", ["10千円×3＋5千円×2"]),
        ("10千円×3\n小計 31千円\n5千円×2\n合計 41千円", ["10千円×3"]),
        ("10千円×3\n計 30千円\n5千円×2\n計 11千円", ["計 30千円＋5千円×2"]),
    ],
)
def test_a_wrong_total_is_told_once_and_stands(text: str, wrong: list[str]) -> None:
    """As every written result, the total that stands on the paper counts, and what it should be is said."""
    outcome = worked_out(text)
    assert [result.text for result in outcome.results if result.is_wrong] == wrong
    assert outcome.exact == outcome.results[-1].printed


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("計 30千円", 30),
        ("計 30千円\n5千円", 35),
        ("10千円×3\n30千円", 60),
        ("10千円×3\n計画 30千円", 60),
        ("10千円×3\n合計 5千円×3", 45),
        ("10千円×3\n小計 15千円＝5千円×3", 45),
        ("＝5千円×2\n=5千円×2", 20),
    ],
)
def test_what_is_no_total(text: str, value: int) -> None:
    """A first line has nothing above it, 計画 is another word, and what is worked out on the line is a line."""
    assert worked_out(text).exact == value


def test_a_total_may_be_rounded() -> None:
    """229.395 raised to whole 千円 is no wrong total."""
    (result,) = worked_out("20,845円×11か月\n100円\n計 230千円").results
    assert (result.exact, result.rounding) == (Fraction("229.395"), "up")
