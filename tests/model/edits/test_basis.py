"""Typing a calculation in an amount's cell."""

from __future__ import annotations

import pytest
from hypothesis import given

from model.edits import basis
from model.edits.fields import set_value
from model.edits.paste import paste_lines
from model.request.place import Place
from model.request.request import Line, Request
from tests.requests import requests, texts
from tests.samples import with_lines

AMOUNT: Place = "line/l/amount"
SOURCE: Place = "funding/request/national"


def blank() -> Request:
    """A request of one empty line."""
    return with_lines(Line("l", "旅費"))


def held(request: Request) -> tuple[object, str]:
    """The typed figure and the basis of the line."""
    line = request.groups[0].lines[0]
    return line.amount, line.basis


@pytest.mark.parametrize(
    ("typed", "amount", "expression"),
    [
        ("1,234", 1_234, ""),
        ("△5", -5, ""),
        ("１，２３４千円", 1_234, ""),
        ("20,845円×11か月", None, "20,845円×11か月"),
        ("=5*3", None, "5*3"),
        ("＝５＊３", None, "５＊３"),
        ("46,296,354円", None, "46,296,354円"),
        ("=普通旅費×3回", None, "普通旅費×3回"),
        ("約3百", "約3百", ""),
        ("", None, ""),
    ],
)
def test_cell_takes_a_figure_or_an_expression(typed: str, amount: object, expression: str) -> None:
    """「=」 or digits with operators are a calculation; a plain figure stays a figure, other words stay as typed."""
    assert held(basis.type_figure(blank(), AMOUNT, typed)) == (amount, expression)


def test_figure_typed_beside_a_basis_keeps_it() -> None:
    """A figure typed over a calculation is the author's choice: both are kept."""
    request = basis.type_figure(basis.type_figure(blank(), AMOUNT, "2,063千円×0.25"), AMOUNT, "515")
    assert held(request) == (515, "2,063千円×0.25")


def test_expression_typed_over_a_figure_replaces_it() -> None:
    """A calculation typed where a figure stood is what the line rests on from then on."""
    assert held(basis.type_figure(set_value(blank(), AMOUNT, 9), AMOUNT, "=5*3")) == (None, "5*3")


def test_expression_that_became_a_figure_again() -> None:
    """「20*3」 with its end deleted again is the figure 20, and no half calculation is left."""
    typing = basis.type_figure(blank(), AMOUNT, "20*", "")
    assert held(basis.type_figure(typing, AMOUNT, "20", "")) == (20, "")


def test_emptied_cell_holds_nothing() -> None:
    """Emptying the cell takes figure and calculation away."""
    request = basis.type_figure(set_value(blank(), AMOUNT, 9), AMOUNT, "=5*3")
    assert held(basis.put_text(request, AMOUNT, "")) == (None, "")


def test_pasted_figure_takes_the_place_of_a_basis() -> None:
    """A figure pasted over a calculation replaces it, as in Excel; a pasted calculation is one."""
    request = basis.type_figure(blank(), AMOUNT, "=5*3")
    assert held(paste_lines(request, "table", ["l"], ["amount"], [["7"]])) == (7, "")
    assert held(paste_lines(request, "table", ["l"], ["amount"], [["2千円×3回"]])) == (None, "2千円×3回")


def test_source_of_funding_takes_a_basis() -> None:
    """A source of the 財源内訳 may be worked out too; its calculation is kept by its place."""
    request = basis.type_figure(blank(), SOURCE, "100千円×1/2")
    assert request.bases == {SOURCE: "100千円×1/2"}
    assert basis.basis_at(request, SOURCE) == "100千円×1/2"
    assert basis.put_text(request, SOURCE, "").bases == {}


def test_shown_expression_sent_back_changes_nothing() -> None:
    """F2 shows the calculation after 「=」; leaving it as it is leaves the request as it is."""
    request = basis.type_figure(blank(), AMOUNT, "20,845円×11か月")
    assert basis.type_figure(request, AMOUNT, f"={basis.basis_at(request, AMOUNT)}") == request


@pytest.mark.parametrize("amount", [None, 229, "不明"])
@pytest.mark.parametrize("expression", ["", "20,845円×11か月", "5千円×3\n2千円×4"])
def test_cell_copied_as_one_text(amount: int | str | None, expression: str) -> None:
    """The one text that stands for all that a cell holds gives figure and calculation back."""
    text = basis.whole_text(amount, expression)
    assert basis.read_figure(text) == (amount, expression)
    assert held(basis.put_text(blank(), AMOUNT, text)) == (amount, expression)


def test_separator_in_pasted_text_is_no_figure() -> None:
    """Behind words or a figure, what only a copied calculation has is dropped like any control character."""
    assert basis.read_figure("12\x1f34") == (1_234, "")


def test_source_is_copied_with_its_calculation() -> None:
    """A copied source of the 財源内訳 brings its calculation, and an empty one takes it away."""
    request = basis.type_figure(blank(), SOURCE, "100千円×1/2")
    below, empty = "funding/assessed/national", "funding/previous/national"
    copied = basis.copy_cell(request, SOURCE, [below])
    assert copied.bases == {SOURCE: "100千円×1/2", below: "100千円×1/2"}
    assert basis.copy_cell(copied, empty, [SOURCE, below]).bases == {}


@given(requests(), texts)
def test_any_text_may_be_typed(request: Request, typed: str) -> None:
    """No text typed in an amount's cell raises, and what cannot be read is kept."""
    for where in ("line/line-0/amount", SOURCE):
        basis.type_figure(request, where, typed)


@pytest.mark.parametrize("value", [None, 0, 7, -3, "約3百"])
@pytest.mark.parametrize("expression", ["", "5千円×3"])
def test_all_a_cell_holds_goes_through_one_text(value: int | str | None, expression: str) -> None:
    """A cell copied within the program keeps its figure, also 0, and its calculation."""
    if expression and isinstance(value, str):
        return  # a text typed beside a calculation takes its place
    assert basis.read_figure(basis.whole_text(value, expression)) == (value, expression)
