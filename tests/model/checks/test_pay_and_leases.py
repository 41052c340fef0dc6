"""Pay in 事業費 and leases (rules 49 and 50)."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from model.edits.fields import set_value
from model.request.multi_year import Commitment
from model.request.request import CostGroup, Line, Request
from model.standard.line_words import InsuranceRate
from tests.model.checks.examples.lines import INSURANCE, PAY, line, with_parts
from tests.samples import findings, only, sample, standard, with_lines


@pytest.mark.parametrize("basis", ["200千円×11月", "報酬月額×10か月", "150千円×3月+160千円×8月"])
def test_pay_for_other_than_twelve_months(basis: str) -> None:
    """Eleven months without a word are mostly a slip."""
    request = replace(line("報酬", "1 報酬", basis=basis), prices={"報酬月額": "200千円"})
    assert (only(request, "49").place, only(request, "49").severity) == ("line/only/amount", "warning")


@pytest.mark.parametrize(
    "request_",
    [
        line("報酬", "1 報酬", basis="200千円×12月"),
        line("報酬", "1 報酬", basis="150千円×5月+160千円×7月"),
        line("報酬", "1 報酬", basis="200千円×12月+通勤割増 5千円×11月"),
        line("報酬", "1 報酬", basis="200千円×24月"),
        line("報酬", "1 報酬", basis="200千円×11月", remark="5月から任用"),
        line("報酬（10月〜3月）", "1 報酬", basis="200千円×6月"),
        line("産休代替職員の報酬", "1 報酬", basis="200千円×4月"),
        line("委員報酬", "1 報酬", basis="9,600円×10人×3回"),
        line("保守", "13 委託料", basis="200千円×11月"),
        line("報酬", basis="200千円×11月"),
        line("報酬", "1 報酬", 2_200),
        line("報酬", "1 報酬", basis="200千円×"),
        with_lines(
            Line(
                "a", "会計年度任用職員（5月〜3月）",
                parts=(Line("b", "報酬", basis="200千円×11月", object_class="1 報酬"),),
            )
        ),
    ],
)  # fmt: skip
def test_pay_for_its_months(request_: Request) -> None:
    """Months of several prices add up, words tell shorter ones, and pay by the meeting has no months."""
    assert findings(request_, "49") == []


@pytest.mark.parametrize(
    "request_",
    [
        with_parts("会計年度任用職員 1人", PAY),
        with_parts("会計年度任用職員 1人", PAY, replace(INSURANCE, text="通勤", object_class="9 旅費")),
        with_parts("非常勤職員の配置", replace(PAY, text="月額")),
    ],
)
def test_pay_without_insurance(request_: Request) -> None:
    """Who is paid 報酬 is insured; a heading without 共済費 has forgotten it."""
    found = only(request_, "49-insurance")
    assert (found.place, found.severity) == ("line/heading/text", "warning")


@pytest.mark.parametrize(
    "request_",
    [
        with_parts("会計年度任用職員 1人", PAY, INSURANCE),
        with_parts("会計年度任用職員 1人", PAY, replace(INSURANCE, object_class="")),
        with_parts("会計年度任用職員 1人", replace(PAY, remark="短時間のため社会保険の適用なし")),
        with_parts("審議会", PAY),
        with_parts("会計年度任用職員 1人", replace(PAY, object_class="")),
        with_parts("会計年度任用職員 1人", replace(PAY, text="賃金", object_class="7 賃金")),
        with_lines(Line("a", "会計年度任用職員", parts=(PAY,)), INSURANCE),
        with_lines(PAY),
    ],
)
def test_pay_with_insurance(request_: Request) -> None:
    """共済費 on a line of its own will do, short hours have none, and lines without a 節 are not judged."""
    assert findings(request_, "49-insurance") == []


def test_insurance_in_another_table_will_do() -> None:
    """Some sections gather 共済費 of everybody in one table."""
    request = with_parts("会計年度任用職員 1人", PAY)
    request = replace(request, groups=(*request.groups, CostGroup("second", lines=(INSURANCE,))))
    assert findings(request, "49-insurance") == []


def test_rate_of_another_year() -> None:
    """142.53/1000 was the rate of 平成19年度; the line template has it, and it is to be put right each year."""
    request = line("共済費", "4 共済費", basis="(200千円×12月+300千円)×142.53/1000")
    found = only(request, "49-rate")
    assert "平成19年度のものです。平成31年度の率に直してください。" in found.message
    assert findings(set_value(request, "header/fiscal_year", "平成19年度"), "49-rate") == []


def test_rate_of_the_year_where_it_is_known() -> None:
    """Where the Standard has the year's rate, any other is told with it."""
    pay = replace(standard().line_words.pay, rates=(InsuranceRate(first=2019, last=2020, per_mille="155.2"),))
    under = replace(standard(), line_words=replace(standard().line_words, pay=pay))
    request = line("共済費", "4 共済費", basis="2,400千円×150/1000")
    (found,) = findings(request, "49-rate", under)
    assert "今年度の率ではありません。1000分の155.2に直してください。" in found.message
    assert findings(line("共済費", "4 共済費", basis="2,400千円×155.20/1000"), "49-rate", under) == []


@pytest.mark.parametrize(
    "request_",
    [
        line("共済費", "4 共済費", basis="2,400千円×0.15"),
        line("共済費", "4 共済費", 343),
        line("共済費", basis="2,400千円×142.53/1000"),
        line("利用料", "14 使用料及び賃借料", basis="2,400千円×142.53/1000"),
        line("共済費", "4 共済費", basis="2,400千円×142.53/100"),
    ],
)
def test_rate_that_is_not_known(request_: Request) -> None:
    """A rate that the Standard does not know is the writer's; so is one of another cost."""
    assert findings(request_, "49-rate") == []


@pytest.mark.parametrize("text", ["サーバ機器リース料", "複写機ﾘｰｽ", "端末賃借料", "車両レンタル料"])
def test_costly_lease_without_a_commitment(text: str) -> None:
    """A lease of 5,000千円 from year to year is dear: whether years were compared is asked."""
    found = only(line(text, amount=5_000), "50")
    assert (found.place, found.severity) == ("line/only/text", "question")


@pytest.mark.parametrize(
    "request_",
    [
        line("サーバ機器リース料", amount=1_999),
        line("サーバ機器リース料", amount=None, previous=5_000),
        line("サーバ機器リース料", amount=5_000, remark="長期継続契約"),
        line("サーバ機器リース料", amount=5_000, remark="H31〜H35について債務負担行為設定済"),
        line("サーバ機器再リース料", amount=5_000),
        line("ニュースリリースの配信", amount=5_000),
        line("使用料及び賃借料", amount=5_000),
        line("会場賃借料", amount=5_000),
        line("リース会計の研修", "13 委託料", 5_000),
        replace(
            with_parts("機器リース", Line("b", "端末", None, 5_000)),
            commitments=(Commitment("owed", "b", "R2〜R5"),),
        ),
    ],
)
def test_lease_that_is_settled(request_: Request) -> None:
    """Small ones, those whose words tell the contract, and those with a commitment on the line or a part are not asked after."""
    assert findings(request_, "50") == []


def test_leases_of_the_real_sheet_have_commitments() -> None:
    """第四次LGWAN接続機器リース料 and the leases in 標準事務費 of the real sheet are bound for years."""
    assert findings(sample(), "50") == []
