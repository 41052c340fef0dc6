"""Calculations behind amounts: what is printed wrong, what is typed against them, what cannot be worked out."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from model.edits.basis import basis_at, type_figure
from model.edits.fields import set_value
from model.request.request import Line, Request
from tests.samples import findings, fixed, only, with_lines

WHERE = "line/l/amount"


def line(basis: str, amount: int | None = None) -> Request:
    """A request of one line with a basis, and an amount typed beside it."""
    return with_lines(Line("l", "研修", None, amount, basis=basis))


def rules(request: Request) -> list[str]:
    """The rules that speak."""
    return [finding.rule for finding in findings(request)]


def test_result_ten_times_too_large() -> None:
    """Page 015: 「20千円×100施設=20,000千円」 is 2,000千円; a sharp officer asks whether 200千円 was meant."""
    found = only(line("20千円×100施設＝20,000千円"), "1-printed")
    assert found.place == WHERE
    assert "2,000千円 ですが、20,000千円" in found.message
    assert "10倍" in found.message


def test_lone_yen_among_thousands() -> None:
    """Page 006: 「1,461円」 in a table of 千円; the repair makes it 1,461千円."""
    found = only(line("1,461円"), "yen-slip")
    assert "1,461千円" in found.message
    assert found.fix is not None
    assert fixed(line("1,461円"), found).groups[0].lines[0].basis == "1,461千円"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("△1,461円", "△1,461千円"),
        ("謝金 １，４６１円(税込)", "謝金 １，４６１千円(税込)"),
        ("￥1,461", "1,461千円"),
        ("(2)謝金 1,461 円", "(2)謝金 1,461千円"),
    ],
)
def test_repair_of_lone_yen_keeps_all_else(typed: str, meant: str) -> None:
    """A cut stays a cut, and its words stay; 「0円」 is no slip."""
    assert fixed(line(typed), only(line(typed), "yen-slip")).groups[0].lines[0].basis == meant
    assert findings(line("0円"), "yen-slip") == []


@pytest.mark.parametrize("basis", ["20,845円×11か月＝230千円", "46,296,354円", "24,900円×89人=2,217千円"])
def test_right_results_are_left_alone(basis: str) -> None:
    """Published calculations that are right, and rounded as the Standard says, give no finding."""
    assert rules(line(basis)) == []


def test_author_may_cut_off() -> None:
    """Page 002 cuts 515.75 off where the rule raises: it is said as 参考, no more."""
    found = only(line("2,063千円×0.25=515千円"), "1-rounding")
    assert found.severity == "info"
    assert "515.75千円" in found.message
    assert "516千円" in found.message


def test_price_of_one_without_a_unit() -> None:
    """「@8,000×4」 is read in 千円 and said so, for 円 is more often meant; with its unit it is left alone."""
    assert "@8,000円" in only(line("@8,000×4箇所"), "bare-price").message
    assert only(line("(@8,000＋@500千円)×4"), "bare-price")
    assert rules(line("@8,000千円×4箇所")) == []
    assert rules(line("418,149×0.015≒6,272")) == []


def test_revenue_that_was_raised() -> None:
    """Revenue is cut off: 500円×33人 of a source written as 17千円 is said, as expense cut off is."""
    request = replace(line("100千円"), bases={"funding/request/fees": "500円×33人＝17千円"})
    found = only(request, "1-rounding")
    assert found.place == "funding/request/fees"
    assert "（切捨て）では 16千円" in found.message


def test_lending_unit() -> None:
    """Page 212 cuts 61,851.2 to whole 10千円; worth a question, not an error, and 「≒」 answers it."""
    assert only(line("77,314千円×80%＝61,850千円"), "1-coarse").severity == "warning"
    assert rules(line("77,314千円×80%≒61,850千円")) == []


def test_typed_amount_and_basis_are_both_said() -> None:
    """An amount typed against its basis is 注意 with both figures, and one click returns to the derived one."""
    request = line("2,063千円×0.25", 515)
    found = only(request, "1")
    assert found.severity == "warning"
    assert "515千円" in found.message
    assert "516千円" in found.message
    assert "515.75千円" in found.message
    assert rules(fixed(request, found)) == []


def test_typed_amount_that_agrees_says_nothing() -> None:
    """An amount typed beside its basis that is what the basis gives is no finding."""
    assert rules(line("20,845円×11か月", 230)) == []


@pytest.mark.parametrize(
    ("basis", "where"),
    [
        ("20,845円×", "9文字目"),
        ("(5千円×3", "1文字目"),
        ("10,786,百万円", "7文字目"),
        ("5千円×3円", "5文字目"),
        ("報酬 5千円\n手当 3千円×", "2行目の8文字目"),
    ],
)
def test_trouble_says_where(basis: str, where: str) -> None:
    """A basis that cannot be worked out names the character at which the reader stopped, and says it is in no sum."""
    found = only(line(basis), "basis")
    assert found.place == WHERE
    assert f"入っていません。{where}: " in found.message


def test_parts_and_a_basis_have_to_agree() -> None:
    """A line with parts takes their sum; a basis beside them that gives another figure is said."""
    parts = (Line("a", "4月〜9月", None, 3), Line("b", "10月〜3月", None, 4))
    agreeing = with_lines(Line("l", "保守", basis="7千円", parts=parts))
    assert rules(agreeing) == []
    found = only(with_lines(Line("l", "保守", basis="8千円", parts=parts)), "1")
    assert "内訳の和が 7千円" in found.message


def test_basis_of_a_funding_source() -> None:
    """The calculation behind a source of the 財源内訳 is held to the same rules, at its own cell."""
    request = replace(line("100千円"), bases={"funding/request/national": "100千円×1/2＝500千円"})
    found = only(request, "1-printed")
    assert found.place == "funding/request/national"
    assert "国庫支出金" in found.message
    typed = replace(
        set_value(line("100千円"), "funding/request/national", 40),
        bases={"funding/request/national": "100千円×1/2"},
    )
    assert "50千円" in only(typed, "1").message


@pytest.mark.parametrize(
    ("typed", "meant"), [("100千円×１・２", "100千円×１/２"), ("100千円×1･2×1・4", "100千円×1/2×1/4")]
)
def test_a_stroke_that_the_input_method_made_a_dot_is_repaired(typed: str, meant: str) -> None:
    """The key 「/」 gives 「・」 while the input method is on: one action makes strokes of the dots between figures."""
    assert fixed(line(typed), only(line(typed), "basis")).groups[0].lines[0].basis == meant
    assert only(line("100千円・2"), "basis").fix is None


def test_a_dot_in_the_calculation_of_a_source_is_repaired() -> None:
    """「=事業費×１・２」 in 財源内訳 becomes one half in the same way; a figure typed against a calculation stays."""
    where = "funding/request/national"
    request = type_figure(line("", 1_000), where, "=事業費×１・２")
    mended = fixed(request, only(request, "basis"))
    assert basis_at(mended, where) == "事業費×１/２"
    assert findings(mended, "basis") == []
    against = line("100千円×1・2", 40)
    kept = fixed(against, only(against, "basis")).groups[0].lines[0]
    assert (kept.amount, kept.basis) == (40, "100千円×1/2")
