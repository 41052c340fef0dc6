"""Whether a line stands in the 節 that its words and prices tell (rules 46 to 48)."""

from __future__ import annotations

import pytest

from model.edits.fields import set_value, value_at
from model.request.request import Request
from tests.model.checks.examples.lines import line
from tests.samples import findings, fixed, only, sample, standard


@pytest.mark.parametrize(
    ("text", "object_class", "remark", "right"),
    [
        ("公用車オイル交換", "12 役務費", "", "11 需用費/修繕料"),
        ("測定器の修理", "12 役務費/手数料", "部品代 30千円を含む", "11 需用費/修繕料"),
        ("測定器の修理", "11 需用費/修繕料", "部品の交換なし（調整のみ）", "12 役務費/手数料"),
    ],
)
def test_repair_against_its_parts(text: str, object_class: str, remark: str, right: str) -> None:
    """With parts it is 修繕料 of 需用費, without any a fee of 役務費; one click puts the right one."""
    request = line(text, object_class, 50, remark=remark)
    found = only(request, "46")
    assert (found.place, found.severity) == ("line/only/object_class", "warning")
    assert value_at(fixed(request, found), "line/only/object_class") == right
    assert findings(fixed(request, found), "46") == []


@pytest.mark.parametrize(
    "request_",
    [
        line("測定器の修理", "12 役務費"),
        line("測定器の修理", "11 需用費"),
        line("測定器の修理", "12 役務費", remark="部品代は含まない"),
        line("測定器の修理", "11 需用費", remark="部品代を含む"),
        line("庁舎修繕", "15 工事請負費", remark="部品の交換なし"),
        line("保守点検・修理", "13 委託料", remark="部品交換を含む"),
        line("公用車オイル交換"),
        line("部品代", "12 役務費"),
        line("修理用工具", "12 役務費", remark="部品代"),
    ],
)
def test_repair_that_contradicts_nothing(request_: Request) -> None:
    """Where nothing is said of parts, the writer knows; a third 節 is for large repairs and maintenance."""
    assert findings(request_, "46") == []


@pytest.mark.parametrize(
    ("object_class", "basis", "right"),
    [
        ("18 備品購入費", "3,000円×5台", "11 需用費/消耗品費"),
        ("18 備品購入費", "@9,999円×2脚", "11 需用費/消耗品費"),
        ("11 需用費/消耗品費", "120千円×2台", "18 備品購入費"),
        ("11 需用費/消耗品費", "100,000円×1台", "18 備品購入費"),
    ],
)
def test_goods_against_the_price_of_one(object_class: str, basis: str, right: str) -> None:
    """What lasts is an asset from a price on; the price is that of one piece, not of the line."""
    request = line("機器", object_class, basis=basis)
    found = only(request, "47")
    assert found.severity == "warning"
    assert found.fix is not None
    assert found.fix.value == right
    assert findings(fixed(request, found), "47") == []


@pytest.mark.parametrize(
    "request_",
    [
        line("機器", "18 備品購入費", basis="9,500円×1.1×5台"),
        line("機器", "18 備品購入費", basis="30,000円×5台"),
        line("図書", "18 備品購入費", basis="3,000円×5冊"),
        line("事務用机", "18 備品購入費", basis="9,000円×5台"),
        line("機器", "18 備品購入費", basis="3,000円×12月"),
        line("機器", "18 備品購入費", basis="3,000円×5台×2か所"),
        line("機器", "18 備品購入費", basis="3,000円×5台+200,000円×1台"),
        line("機器", "18 備品購入費", basis="機器単価×5台"),
        line("機器", "18 備品購入費", 5),
        line("機器", basis="3,000円×5台"),
        line("機器", "11 需用費/消耗品費", basis="99,999円×2台"),
        line("トナー", "11 需用費/消耗品費", basis="120千円×2本"),
        line("印刷", "11 需用費/印刷製本費", basis="120千円×2台"),
        line("用紙", "11 需用費/消耗品費", basis="120千円×1式"),
        line("機器", "18 備品購入費", basis="3,000円×"),
    ],
)
def test_goods_in_their_class(request_: Request) -> None:
    """Between the prices of the table, for things of their own kind, and without a price of one, nothing is said."""
    assert findings(request_, "47") == []


@pytest.mark.parametrize(
    ("text", "object_class", "right"),
    [
        ("用地測量", "12 役務費", "13 委託料"),
        ("不動産鑑定", "11 需用費", "13 委託料"),
        ("エアコンの設置工事", "15 工事請負費", "18 備品購入費"),
        ("畳の表替え", "13 委託料", "11 需用費/修繕料"),
        ("会議用コーヒー", "8 報償費", "11 需用費/食糧費"),
        ("郵便切手", "11 需用費", "12 役務費/通信運搬費"),
        ("会場借上料", "12 役務費", "14 使用料及び賃借料"),
        ("自動車重量税", "12 役務費", "27 公課費"),
        ("チラシ印刷", "12 役務費", "11 需用費/印刷製本費"),
    ],
)
def test_words_that_land_wrong(text: str, object_class: str, right: str) -> None:
    """The table of the Standard names the 節 where such costs belong; it is only 参考, with a repair."""
    request = line(text, object_class, 100)
    found = only(request, "48")
    assert found.severity == "info"
    assert value_at(fixed(request, found), "line/only/object_class") == right
    assert findings(fixed(request, found), "48") == []


@pytest.mark.parametrize(
    "request_",
    [
        line("用地測量"),
        line("用地測量", "15 工事請負費"),
        line("測量機の修理", "12 役務費"),
        line("校舎エアコン設置工事", "15 工事請負費", 30_000),
        line("切手の展示", "13 委託料"),
        line("電話料", "12 役務費"),
        line("チラシ印刷", "13 委託料"),
        line("用地測量", "知らない節"),
    ],
)
def test_words_that_may_be_right(request_: Request) -> None:
    """A word says something only in the 節 where it is likely wrong: a school's air conditioning is building work."""
    assert findings(request_, "48") == []


def test_numbers_are_those_of_the_year() -> None:
    """The 節 are named without numbers in the Standard; the repair has the number of the request's year."""
    request = set_value(line("用地測量", "11 役務費"), "header/fiscal_year", "令和9年度")
    assert only(request, "48").fix is not None
    assert value_at(fixed(request, only(request, "48")), "line/only/object_class") == "12 委託料"


def test_classes_of_the_tables_are_in_the_lists() -> None:
    """Every 節 that the Standard's tables name is in the list of some year."""
    words = standard().line_words
    named = {name for row in words.misplaced for name in (*row.wrong, row.right[0])}
    kinds = (words.honoraria, words.fuel, words.utilities, words.food, words.repair, words.lease)
    named |= {name for kind in (*kinds, *words.frame.kinds) for name in kind.object_classes}
    named |= {
        words.repair.with_class[0],
        words.repair.without_class[0],
        words.pay.pay_class,
        words.pay.insurance_class,
    }
    named |= {name for good in words.goods for name in (good.asset, good.consumable[0])}
    assert named <= {object_class.name for object_class in standard().object_classes}
    assert words.frame.mark in {line_mark.key for line_mark in standard().line_marks}


def test_real_sheet_is_left_alone() -> None:
    """A published sheet prints no 節, so none of these rules speaks."""
    assert not any(findings(sample(), rule) for rule in ("46", "47", "48"))
