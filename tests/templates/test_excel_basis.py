"""Calculations in the workbook: the formula gives the figure, or there is none."""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.basis.evaluating import evaluate
from model.basis.reading import parse
from model.basis.results import Surroundings
from model.basis.terms import Basis
from model.values.amount import RoundingMode, round_exact
from templates.workbook.formulas.basis import arithmetic
from templates.workbook.formulas.error_cells import formula_value
from templates.workbook.formulas.rounding import rounded
from tests.examples import examples
from tests.model.basis.strategies import bases
from tests.model.basis.test_published import VALUES

PRICES = {"普通旅費": "12千円", "会場使用料": "2,500円", "講師謝金": "8,000円(税抜)", "報酬": "1,200円×2"}
AROUND = Surroundings(PRICES, Fraction(10, 100), Fraction(8, 100), "経過措置", frozenset({Fraction(10, 100)}))


MODES: dict[str, RoundingMode] = {"ROUNDDOWN": "down", "ROUNDUP": "up", "ROUND": "half_up"}
SIGNS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv}


def evaluate_line_basis(body: str, number: Callable[[str], Any]) -> Any:
    """The value of a formula's body with numbers of a kind: exact ones, or the doubles of Excel."""
    literals: list[str] = []

    def named(found: re.Match[str]) -> str:
        literals.append(found[1])
        return f"(n{len(literals) - 1}{'/hundred' if found[2] else ''})"

    def value(node: ast.expr) -> Any:
        if isinstance(node, ast.Name):
            return number("100" if node.id == "hundred" else literals[int(node.id[1:])])
        if isinstance(node, ast.UnaryOp):
            assert isinstance(node.op, ast.USub)
            return -value(node.operand)
        if isinstance(node, ast.Call):
            assert isinstance(node.func, ast.Name)
            step = Fraction(10) ** int(Fraction(value(node.args[1])))
            whole = round_exact(Fraction(value(node.args[0])) * step, MODES[node.func.id])
            return number(str(whole / step)) if number is Fraction else float(whole / step)
        assert isinstance(node, ast.BinOp)
        return SIGNS[type(node.op)](value(node.left), value(node.right))

    return value(ast.parse(re.sub(r"(?<![A-Z0-9.])([0-9]+(?:\.[0-9]+)?)(%?)", named, body), mode="eval").body)


def exact_value(body: str) -> Fraction:
    """What Excel's arithmetic would give without its binary rest."""
    return Fraction(evaluate_line_basis(body, Fraction))


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("20,845円×11か月", "20845*11/1000"),
        ("1,805千円×142.53/1000", "1805*142.53/1000"),
        ("77,314×80%", "77314*80%"),
        ("20千円×2割5分", "20*2.5/10"),
        ("2,000(m3/日)×15(日)×20(円/m3)", "2000*15*20/1000"),
        ("(報酬+5千円)×2", "(1200*2/1000+5)*2"),
        ("会場使用料×3回", "2500*3/1000"),
        ("講師謝金×3回", "8000*1.1*3/1000"),
        ("講師謝金×3回×1.10", "8000*3*1.1/1000"),
        ("(1千円(税抜)+2千円)×110/100", "(1+2)*110/100"),
        ("1百万円×3", "1*3*1000"),
        ("66,000千円×(145/100)", "66000*145/100"),
        ("10千円÷(2×5)", "10/(2*5)"),
        ("10千円-(2千円-3千円)", "10-(2-3)"),
        ("△3,600千円 + △10,542千円", "-3600-10542"),
        ("20,845円×11か月＝230千円", "ROUNDUP(ROUND(20845*11/1000,6),0)"),
        ("20,845円×11か月＝229千円", "ROUNDDOWN(ROUND(20845*11/1000,6),0)"),
        ("20,845円×11か月＝229,295円", "20845*11/1000"),
        ("1,805千円×142.53/1000＝257,267円", "ROUNDUP(ROUND(1805*142.53/1000,6),3)"),
        ("969,950千円＋1円＝970.0百万円", "ROUNDUP(ROUND(969950+1/1000,6),-2)"),
        ("20,845円×11か月≒230千円", "230"),  # the writer's own
        ("20,845円×11か月＝231千円", "231"),  # wrong
        ("月額 130千円×12月=1,560千円 + 手当 31千円+34千円=65千円\n手当×2", "130*12+31+34+(31+34)*2"),
        (
            "報酬 2,500円×3=8千円 + 旅費 1,200円×4=4千円\n報酬×2",
            "ROUNDUP(ROUND(2500*3/1000,6),0)+ROUNDDOWN(ROUND(1200*4/1000,6),0)+ROUNDUP(ROUND(2500*3/1000,6),0)*2",
        ),
        ("基本 10千円+3千円\n基本×2", "10+3+(10+3)*2"),
        ("100千円×2=200千円 － 10千円×2=20千円", "100*2-10*2"),
        ("100千円×2=200千円 － 2,500円×3=8千円", "100*2-ROUNDUP(ROUND(2500*3/1000,6),0)"),
        ("130千円×12月=1,560千円 + 31千円+34千円=1,625千円", "130*12+31+34"),
        ("2,500円×3=8千円 + 2,500円=11千円", "ROUNDUP(ROUND(ROUNDUP(ROUND(2500*3/1000,6),0)+2500/1000,6),0)"),
        ("報酬 5千円×2\n手当 3千円\n計 13千円", "13"),
    ],
)
def test_the_body_is_what_a_person_would_type(text: str, body: str) -> None:
    """Figures as literals, brackets only where they are needed, the unit once at the end."""
    basis = parse(text)
    assert isinstance(basis, Basis)
    assert arithmetic(basis, AROUND) == body


@pytest.mark.parametrize("text", ["3人×2回", "未知×3", "5千円÷0", "5千円×(1-1)÷(1-1)"])
def test_what_has_no_value_has_no_formula(text: str) -> None:
    """A calculation in trouble stands as text only."""
    basis = parse(text)
    assert isinstance(basis, Basis)
    assert arithmetic(basis, AROUND) is None


def test_a_tax_that_cannot_be_told_has_no_formula() -> None:
    """Without a rate there is no figure."""
    basis = parse("8,000円(税抜)×3")
    assert isinstance(basis, Basis)
    assert arithmetic(basis, Surroundings()) is None


def test_labels_of_labels_do_not_grow_without_end() -> None:
    """Forty lines that double each other are worked out, but are no formula."""
    names = [chr(ord("あ") + step) * 2 for step in range(40)]
    lines = ["ああ：1円", *[f"{later}：{name}+{name}" for name, later in pairwise(names)]]
    basis = parse("\n".join(lines))
    assert isinstance(basis, Basis)
    assert evaluate(basis).exact == Fraction(2**40 - 1, 1000)
    assert arithmetic(basis, AROUND) is None


@pytest.mark.parametrize("text", [text for text, _, _ in VALUES])
def test_published_calculations_are_live(text: str) -> None:
    """Every calculation of the published pages can be worked out by Excel."""
    basis = parse(text)
    assert isinstance(basis, Basis)
    body = arithmetic(basis, AROUND)
    assert body is not None
    assert exact_value(body) == evaluate(basis, AROUND).exact


prices = st.sampled_from(
    ["20,845円", "130千円", "@8,000円", "1.5百万円", "418,149", "普通旅費", "会場使用料", "講師謝金", "(普通旅費+5千円)",
     "(3千円-1,461円)", "20,000円(税抜)", "(2千円×3)(税抜、経過措置)", "(△5千円)"]
)  # fmt: skip
quantities = st.sampled_from(
    ["×12月", "×3人", "×142.53/1000", "×80%", "×2割5分", "÷3", "÷(2+1)", "÷(2人×3)", "÷80%", "÷1割", "×(1/2)", "×-2", "×1.08",
     "×(3人-1人)", "÷(7÷3)"]
)  # fmt: skip
results = st.sampled_from(
    ["", "", "", "=230千円+手当 5千円", "=229,295円", "=1,805千円-2千円", "≒1百万円+1円"]
)
terms = st.builds(lambda price, counted: price + "".join(counted), prices, st.lists(quantities, max_size=3))
sums = st.builds(
    lambda first, more: first + "".join(sign + term for sign, term in more),
    terms,
    st.lists(st.tuples(st.sampled_from("+-"), terms), max_size=2),
)
lines = st.lists(st.builds(lambda total, result: total + result, sums, results), min_size=1, max_size=3)


@settings(max_examples=examples(300), deadline=None)
@given(lines, st.sampled_from(["", "基本×2", "10千円-基本÷3", "基本(税抜)×(基本÷7千円)"]))
def test_the_body_gives_the_value(texts: list[str], last: str) -> None:
    """Whatever the calculation, its formula's body worked out exactly is its value."""
    basis = parse("\n".join(["基本：10千円+3千円", *texts, last]))
    assert isinstance(basis, Basis), basis
    outcome = evaluate(basis, AROUND)
    assert outcome.exact is not None
    body = arithmetic(basis, AROUND)
    assert body is not None
    assert exact_value(body) == outcome.exact


@settings(max_examples=examples(60), deadline=None)
@given(bases)
def test_no_basis_is_too_strange_for_a_body(basis: Basis) -> None:
    """A body is the value or is not given."""
    body = arithmetic(basis, AROUND)
    if body is not None:
        assert exact_value(body) == evaluate(basis, AROUND).exact


@pytest.mark.parametrize(
    ("body", "mode", "formula"),
    [
        ("20845*11/1000", "up", "ROUNDUP(ROUND(20845*11/1000,6),0)"),
        ("20845*11/1000", "down", "ROUNDDOWN(ROUND(20845*11/1000,6),0)"),
        ("20845*11/1000", "half_up", "ROUND(ROUND(20845*11/1000,6),0)"),
        ("20*3", "up", "20*3"),
        ("(3+2)*5-1", "down", "(3+2)*5-1"),
        ("10/2", "up", "ROUNDUP(ROUND(10/2,6),0)"),
        ("1*0.0000001", "up", None),  # its only decimal is the seventh
        ("1*0.0000001", "down", "ROUNDDOWN(ROUND(1*0.0000001,6),0)"),
        ("5.9999999", "down", None),
        ("2.4999999", "half_up", None),
        ("1.0000005", "up", None),  # on the boundary of the inner ROUND
        ("1.0000015", "up", "ROUNDUP(ROUND(1.0000015,6),0)"),
        ("2000000000*0.5", "up", None),  # more digits before and after the point than Excel keeps
        ("10/3-10/3+1", "up", "ROUNDUP(ROUND(10/3-10/3+1,6),0)"),
        ("ROUNDUP(ROUND(5/2,6),0)+1*3", "up", "ROUNDUP(ROUND(5/2,6),0)+1*3"),  # whole already
        ("ROUNDUP(ROUND(969,6),-2)*2", "up", "ROUNDUP(ROUND(969,6),-2)*2"),
        (
            "ROUNDUP(ROUND(257.26665,6),3)",
            "down",
            "ROUNDDOWN(ROUND(ROUNDUP(ROUND(257.26665,6),3),6),0)",
        ),
        (
            "100000000000*0.1-10000000000*0.9-1000000000*0.9999999",
            "up",
            None,
        ),  # what cancels leaves its error
    ],
)
def test_a_formula_is_written_only_where_it_gives_the_figure(
    body: str, mode: RoundingMode, formula: str | None
) -> None:
    """Six decimals and fifteen digits decide: nearer to a boundary than that, the figure stands as a value."""
    assert rounded(body, exact_value(body), mode) == formula


@settings(max_examples=examples(200), deadline=None)
@given(
    st.lists(st.tuples(st.integers(1, 99_999), st.integers(0, 4)), min_size=1, max_size=5),
    st.lists(st.sampled_from("+-*/"), min_size=4, max_size=4),
    st.sampled_from(["up", "down", "half_up"]),
)
def test_binary_arithmetic_gives_the_figure_of_the_formula(
    numbers: list[tuple[int, int]], signs: list[str], mode: RoundingMode
) -> None:
    """Worked out in doubles, as Excel does, the formula gives the same whole 千円 as exact arithmetic."""
    body = "".join(
        (sign if at else "") + f"{digits / 10**decimals:.{decimals}f}"
        for at, (sign, (digits, decimals)) in enumerate(zip(["", *signs], numbers, strict=False))
    )
    exact = exact_value(body)
    formula = rounded(body, exact, mode)
    if formula is not None:
        in_doubles = Fraction(evaluate_line_basis(body, float))
        inner = Fraction(round_exact(in_doubles * 10**6, "half_up"), 10**6)
        assert round_exact(inner, mode) == round_exact(exact, mode)


def test_a_body_that_is_not_the_value_has_no_formula() -> None:
    """The formula has to give the figure beside it."""
    assert rounded("20*3", Fraction(61), "up") is None


@pytest.mark.parametrize(
    ("body", "is_safe"),
    [
        ("ROUNDUP(ROUND(20845*11/1000,6),0)", True),
        ("ROUNDUP(ROUND(229.295,6),3)", False),  # 229295/1000 is no double: what is cut or raised is its rest
        ("ROUND(2.5,0)", False),  # a bit less in front of it, and it is 2
        ("ROUNDUP(ROUND(2000000000*0.5+0.1,6),0)", False),  # more than fifteen digits
        ("ROUNDDOWN(ROUND(1200*4/1000,6),0)*0.1", True),
    ],
)
def test_how_wrong_a_rounding_can_be(body: str, is_safe: bool) -> None:
    """A rounding whose ends fall on two figures may be wrong by their difference."""
    formula_result = formula_value(body)
    assert formula_result.value == exact_value(body)
    assert (formula_result.error is not None and formula_result.error < Fraction(1, 10**6)) == is_safe


@settings(max_examples=examples(200), deadline=None)
@given(
    st.integers(1, 9_999_999),
    st.integers(1, 9_999),
    st.sampled_from(["down", "up", "half_up"]),
    st.sampled_from([("円", 1000), ("千円", 1), ("百万円", Fraction(1, 1000))]),
)
def test_a_result_rounded_once_is_live(
    price: int, count: int, mode: RoundingMode, unit: tuple[str, Fraction]
) -> None:
    """Whatever rounding and unit the writer took, the formula gives what was written, and takes changed figures."""
    name, times = unit
    printed = round_exact(Fraction(price, 1000) * Fraction(count, 10) * times, mode)
    basis = parse(f"{price}円×{count}÷10＝{printed}{name}")
    assert isinstance(basis, Basis)
    body = arithmetic(basis, AROUND)
    assert body is not None
    assert f"{price}*{count}/10" in body
    assert exact_value(body) == evaluate(basis).exact == printed / Fraction(times)
