"""Running costs: outside the frame, honoraria, fuel, utilities, food (rules 41 to 45)."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from model.request.request import Line, Request
from tests.model.checks.examples.lines import line, with_parts
from tests.samples import findings, only, sample, standard, with_lines


@pytest.mark.parametrize(
    ("text", "object_class"),
    [
        ("消耗品", "11 需用費/消耗品費"),
        ("郵便料", "12 役務費"),
        ("普通旅費", "9 旅費"),
        ("職員の旅費", "9 旅費/普通旅費"),
        ("複写機", "14 使用料及び賃借料"),
    ],
)
def test_four_kinds_outside_the_frame(text: str, object_class: str) -> None:
    """The frame of 標準事務費 is for 普通旅費, 需用費, 役務費 and 使用料及び賃借料; outside it each needs a reason."""
    found = only(line(text, object_class, mark="outside_frame"), "41")
    assert (found.place, found.severity) == ("line/only/remark", "warning")
    assert f"「{text}」" in found.message


@pytest.mark.parametrize(
    "request_",
    [
        line("委託", "13 委託料", mark="outside_frame"),
        line("費用弁償", "9 旅費/費用弁償", mark="outside_frame"),
        line("事務費", mark="outside_frame"),
        line("事務費", "何か", mark="outside_frame"),
        line("事務費", "11 需用費", None, mark="outside_frame"),
        line("事務費", "11 需用費", 0, mark="outside_frame"),
        line("事務費", "11 需用費", mark="new"),
        line("事務費", "11 需用費"),
        line("事務費", "11 需用費", basis="更新用紙 5千円×3", mark="outside_frame"),
        with_lines(
            Line(
                "a",
                "事務費",
                mark="outside_frame",
                object_class="需用費",
                parts=(Line("b", "用紙", None, 5, "全面改訂"),),
            )
        ),
    ],
)
def test_outside_the_frame_with_a_reason_or_of_another_kind(request_: Request) -> None:
    """Other 節, other marks, lines without 節 or money, and lines that are explained anywhere are left alone."""
    assert findings(request_, "41") == []


@pytest.mark.parametrize(
    "request_",
    [
        line("講師謝金", amount=60),
        line("委員会", "8 報償費", 60),
        line("講師謝金", "8 報償費", basis="60千円"),
        line("ﾁｪｯｸ用 謝金", "報償費", 60),
        with_parts("報償費", Line("b", "講師謝金", None, 60), Line("c", "謝金", None, 20)),
    ],
)
def test_honoraria_without_their_reckoning_are_asked_after(request_: Request) -> None:
    """An amount alone does not tell whom, how often and at what price; it is asked once, for a heading with its parts."""
    (found,) = findings(replace(request_, answers=()), "42")[:1]
    assert found.severity == "question"
    assert found.place.endswith("/text")
    assert found.message.endswith("。") or found.message.endswith("か。")


def test_parts_of_honoraria_are_asked_after_once() -> None:
    """The heading has the 節, so it speaks for its parts."""
    parts = (Line("b", "講師謝金", None, 60), Line("c", "謝金", None, 20))
    request = with_lines(Line("a", "研修", object_class="8 報償費", parts=parts))
    assert [finding.place for finding in findings(request, "42")] == ["line/a/text"]


@pytest.mark.parametrize(
    "request_",
    [
        line("講師謝金", "8 報償費", None),
        line("講師謝金", "8 報償費", 0),
        line("講師謝金", "8 報償費", 49),
        line("講師謝金", "8 報償費", -60),
        line("講師謝金", "8 報償費", 60, remark="県外講師2名"),
        line("講師謝金", "8 報償費", basis="謝金単価×3回"),
        line("謝金事務の委託", "13 委託料", 60),
        line("謝金", "どこか", 60),
        line("委託料", amount=60),
        with_lines(
            Line(
                "a",
                "研修",
                object_class="8 報償費",
                parts=(Line("b", "講師", basis="5千円×2人"), Line("c", "助言者", basis="5千円×1回×1人")),
            )
        ),
    ],
)
def test_honoraria_that_tell_enough(request_: Request) -> None:
    """A basis of price and count, or a remark of how often or where from, is enough; blanks ask for nothing."""
    assert findings(request_, "42") == []


@pytest.mark.parametrize(
    ("text", "object_class", "basis"),
    [
        ("燃料費", "11 需用費", ""),
        ("ガソリン代", "", ""),
        ("重油", "需用費/燃料費", "800千円"),
        ("燃料費", "11 需用費", "170円×1,000L"),
    ],
)
def test_fuel_without_its_kind_or_price(text: str, object_class: str, basis: str) -> None:
    """A price without the kind of fuel, or the kind without a price, leaves the question open."""
    assert only(line(text, object_class, basis=basis), "43").severity == "question"


@pytest.mark.parametrize(
    "request_",
    [
        line("軽油引取税の還付事務"),
        line("福祉灯油購入費助成"),
        line("重油流出事故の対策"),
        line("燃料費高騰対策補助金"),
        line("ガソリンスタンド調査", "13 委託料"),
        line("燃料費", "11 需用費", None),
        line("燃料費", "11 需用費", 99),
        line("燃料費", "11 需用費", basis="軽油 130円/L×500L"),
        line("燃料費", "11 需用費", basis="ガソリン単価×500L"),
        line("灯油", basis="110円×300L"),
        line("燃料電池の研究"),
    ],
)
def test_fuel_that_is_reckoned_or_none(request_: Request) -> None:
    """Taxes, subsidies and accidents speak of fuel and buy none; a basis of price and litres answers the question."""
    assert findings(request_, "43") == []


def test_rise_of_utilities() -> None:
    """光熱水費 from 1,000千円 to 1,200千円 without a word is what the finance division asks about."""
    found = only(line("庁舎電気料金", amount=1_200, previous=1_000), "44")
    assert (found.place, found.severity, found.fix) == ("line/only/remark", "warning", None)
    assert "1,000千円 から 1,200千円" in found.message


@pytest.mark.parametrize(
    "request_",
    [
        line("光熱水費", amount=1_050, previous=1_000),
        line("光熱水費", amount=900, previous=1_000),
        line("光熱水費", amount=99, previous=50),
        line("光熱水費", amount=1_000, previous=1_000),
        line("光熱水費", amount=1_200),
        line("光熱水費", amount=1_200, previous=0),
        line("光熱水費", amount=None, previous=1_000),
        line("光熱水費", amount=-100, previous=-200),
        line("光熱水費", "11 需用費", previous=1_000, basis="電気 100千円×12月"),
        line("光熱水費", "13 委託料", 1_200, 1_000),
        line("電気料金高騰対策支援金", amount=1_200, previous=1_000),
        line("電気設備の点検", amount=1_200, previous=1_000),
        line("ガス代替エネルギーの導入", amount=1_200, previous=1_000),
        with_lines(
            Line(
                "a",
                "光熱水費",
                parts=(Line("b", "電気", 1_000, 1_200, "燃料費調整額"), Line("c", "水道", 5, 5)),
            )
        ),
    ],
)
def test_utilities_that_need_no_reason(request_: Request) -> None:
    """Small rises, falls, new costs, reckoned ones and those with a remark anywhere are in order."""
    assert findings(request_, "44") == []


def test_rise_that_needs_no_reason_is_the_standards() -> None:
    """A finance division that wants to hear of every rise says 0 %."""
    words = standard().line_words
    strict = replace(
        standard(), line_words=replace(words, utilities=replace(words.utilities, rise_percent=0))
    )
    assert findings(line("光熱水費", amount=1_001, previous=1_000), "44", strict)


@pytest.mark.parametrize("text", ["食糧費", "会議用コーヒー", "意見交換会の弁当", "懇親会", "来客用茶菓"])
def test_food_is_asked_after(text: str) -> None:
    """Coffee and tea at meetings are 食糧費 too; whether it stays within courtesy is for people to say."""
    assert only(line(text, "11 需用費", 20), "45").severity == "question"


@pytest.mark.parametrize(
    "request_",
    [
        line("懇談会の開催"),
        line("弁当配達の委託", "13 委託料"),
        line("食糧費", "11 需用費", None),
        line("食料自給率の調査"),
        line("茶業振興"),
        line("コーヒー豆輸入促進"),
    ],
)
def test_food_that_is_none(request_: Request) -> None:
    """Meetings, industries and other 節 are no 食糧費."""
    assert findings(request_, "45") == []


def test_real_sheet_is_left_alone() -> None:
    """The real sheet of 平成31年度 has none of these costs, and prints no 節."""
    assert not any(findings(sample(), rule) for rule in ("41", "42", "43", "44", "45"))
