"""What a text says by itself: products with their results, periods with their years."""

from __future__ import annotations

import pytest

from model.request.request import Line
from tests.model.checks.examples.texts import remarked, with_text
from tests.samples import findings, only, sample, with_lines


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("3,300円×11,200人=39,660千円", "36,960千円"),
        ("報酬 5,000円×4時間×35週×178校＝126,400千円", "124,600千円"),
        ("・要求額 3,900円/m3×44,000m3=176,100千円", "171,600千円"),
        ("20千円×100施設=20,000千円", "2,000千円"),
        ("限度額:21,600千円(4,320千円×4年)", "17,280千円"),
        ("215,460千円(年額42,912千円×5年)", "214,560千円"),
        ("135,000千円×1/3=54,000千円", "45,000千円"),
    ],
)
def test_product_that_is_not_what_it_says(text: str, right: str) -> None:
    """One price, some counts, and a result in money: the calculator shows another."""
    found = only(with_text(sample(), text), "1-text")
    assert (found.place, found.severity) == ("section/section-1/text", "warning")
    assert right in found.message


@pytest.mark.parametrize(
    "text",
    [
        "3,300円×11,200人=36,960千円",
        "1,805千円×142.53/1000=258千円",
        "2,063千円×0.25=515千円",
        "37,000千円(税抜)×1.05=38,850千円",
        "37,000円×12月=489千円",  # with tax
        "20,845円×11か月=230千円",
        "98,000m3×5,000円=490百万円",
        "50千円×120人ほか=6,100千円",
        "50千円×120人=6,000千円程度",
        "30千円×5回+20千円×2人=190千円",
        "(2,063千円+10千円)×0.25=600千円",
        "2,000(m3/日)×15(日)×20(円/m3)=600千円",
        "98,640千円÷41人≒2,406千円",
        "6,300千円(50千円×120人ほか)",
        "13,155千円(1,000千円×10団体)",
        "30人×12月=350人月",
        "5,000円×3,000円=15千円",
        "1日2回×5,000円",
        "A4版×2枚=5円",
    ],
)
def test_products_that_are_in_order(text: str) -> None:
    """Rounded, with tax, of a part, a sum of products, or no product of one price: nothing to say."""
    assert findings(with_text(sample(), text), "1-text") == []


def test_remark_with_two_digits_swapped() -> None:
    """3,520千円×12月×1.08 is not 42,120千円, but 3,250千円×12月×1.08 is; a remark of a part of the line is left alone."""

    def told(remark: str, amount: int = 42_120) -> list[str]:
        line = Line("a", "清掃業務委託", amount, amount, remark)
        return [finding.message for finding in findings(with_lines(line, Line("b", "他", 1, 1)), "1-text")]

    (message,) = told("3,520千円×12月×1.08")
    assert "3,250千円×12月×1.08" in message
    assert told("3,250千円×12月×1.08") == told("3,250千円×12月", 39_000) == told("3,250千円×12月") == []
    assert told("3,520千円×12月×1.08ほか") == told("(参考)3,520千円×12月×1.08") == []
    assert told("900千円×12月") == told("30人×12月") == []
    assert len(told("3,300円×12,100人(前年度10,400人)", 36_960)) == 1


def test_result_in_a_remark() -> None:
    """A remark works out its product too."""
    assert only(remarked("75千円×12月=910千円"), "1-text").place == "line/lease/remark"
    assert findings(remarked("75千円×12月=900千円"), "1-text") == []


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("令和6年度から令和9年度まで(5年間)", 4),
        ("平成23年度〜平成25年度の5か年", 3),
        ("H30〜R3の6年間", 4),
        ("平成31年度から平成35年度(3カ年)", 5),
        ("R6－R9(5年間)", 4),
        ("昭和60年度—昭和62年度の5年間", 3),
        ("平成23年度から平成26年度までの3か年", 4),
        ("23年度から26年度までの三か年", 4),
    ],
)
def test_years_that_are_not_as_many(text: str, years: int) -> None:
    """The end or the count is a slip."""
    found = only(with_text(sample(), text), "text-years")
    assert f"{years}年です" in found.message
    assert only(remarked(text), "text-years").place == "line/lease/remark"


@pytest.mark.parametrize(
    "text",
    [
        "令和6年度から令和10年度まで(5年間)",
        "平成25年度から平成30年度の5年間で半減した。",
        "平成25年度から平成30年度の6年間で半減した。",
        "平成27年10月から平成30年9月まで(3年間)",
        "平成23年度〜平成25年度",
        "H28〜H32債務負担行為設定済",
        "平成20年度から平成25年度の2年目",
        "令和2年度から令和6年度までの5年間",
        "平成26年度から平成31年度まで、3年間の契約を2回更新した。",
    ],
)
def test_periods_that_are_in_order(text: str) -> None:
    """Counted with or without the first year, with months, or without a count."""
    assert findings(with_text(sample(), text), "text-years") == []
