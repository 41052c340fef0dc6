"""What is printed is read as what was printed."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from model.basis.evaluating import evaluate
from model.basis.printing import print_basis
from model.basis.reading import LONGEST, parse
from model.basis.terms import Basis
from tests.examples import examples
from tests.model.basis.strategies import bases
from tests.model.basis.test_published import VALUES

PIECES = st.sampled_from(
    ["20,845円", "×", "11か月", "=", "230千円", "≒", "(", ")", "+", "-", "△", "÷", "/", "1/2", "80%", "2割5分", "@8,000",
     "千円", "×4箇所", "報酬", "報酬 ", "月額 130千円", "普通旅費", "「普通旅費(県内)」", "(税抜)", "\n", "；", "、", "：", "C=",
     "(1)", " ", "　", "x3", "x", "xx", "2,000(m3/日)", "円/m3", "970.0百万円", "¥500", "０", "１２", "人", "約", "計 "]
)  # fmt: skip


@settings(max_examples=examples(150), deadline=None)
@given(bases)
def test_a_printed_basis_is_read_as_itself(basis: Basis) -> None:
    """Every calculation the language can say is read back from its printed form."""
    text = print_basis(basis)
    assume(len(text) <= LONGEST)
    assert parse(text) == basis


@settings(max_examples=examples(600), deadline=None)
@given(st.lists(PIECES, max_size=14).map("".join))
def test_a_typed_basis_is_printed_without_loss(text: str) -> None:
    """What was typed in any of its ways is, printed in the one way, the same calculation with the same value."""
    basis = parse(text)
    if isinstance(basis, Basis):
        printed = print_basis(basis)
        again = parse(printed)
        assert again == basis
        assert isinstance(again, Basis)
        assert print_basis(again) == printed
        assert evaluate(again).exact == evaluate(basis).exact


@settings(max_examples=examples(300), deadline=None)
@given(st.lists(st.sampled_from([text for text, _, _ in VALUES]), min_size=1, max_size=3), st.data())
def test_published_texts_with_a_slip_are_printed_without_loss(texts: list[str], data: st.DataObject) -> None:
    """A published calculation with one character lost, doubled or changed is a trouble or a calculation, fully."""
    text = "\n".join(texts)
    at = data.draw(st.integers(0, len(text) - 1))
    with_slip = (
        text[:at]
        + data.draw(st.sampled_from(["", text[at] * 2, "(", ")", "×", "＝", " ", "5", "円", ","]))
        + text[at + 1 :]
    )
    basis = parse(with_slip)
    if isinstance(basis, Basis):
        assert parse(print_basis(basis)) == basis


def test_places_are_no_part_of_a_basis() -> None:
    """「2,500円」 and 「２５００円」 are one calculation, wherever its figures stood in the text."""
    assert parse("2,500円") == parse("２５００円")
    assert not parse("2,500円") != parse("２５００円")  # noqa: SIM202


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("42,433千円×国1/2", "42,433千円×1/2(国)"),
        ("100千円×国補助率55/100", "100千円×55/100(国補助率)"),
        ("100千円×補助率0.5", "100千円×0.5(補助率)"),
        ("5千円×数量20", "5千円×20(数量)"),
    ],
)
def test_whose_share_it_is(text: str, printed: str) -> None:
    """「×国1/2」 names whose share a fraction is; the word is kept beside the whole fraction."""
    basis = parse(text)
    assert isinstance(basis, Basis)
    assert print_basis(basis) == printed
    assert parse(printed) == basis


@pytest.mark.parametrize("text", ["235,000 xx 10% = 23,500", "5xx3", "5 x x 3", "20千円X x4箇所", "5x×3"])
def test_two_signs_of_multiplication_are_no_unit(text: str) -> None:
    """「x」 before another sign and a number is no unit: such a slip is said, since its printed form would be read otherwise."""
    assert not isinstance(parse(text), Basis)
