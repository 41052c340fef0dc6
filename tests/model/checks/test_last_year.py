"""A request beside last year's: the same again, low execution, 不用額, large changes and unit prices."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from model.edits.fields import set_value
from model.next_year import next_year
from model.request.multi_year import Commitment
from model.request.request import CostGroup, Line, Request, Section
from tests.model.checks.examples.characters import written
from tests.model.checks.examples.last_year import answered, carried, priced
from tests.samples import findings, one_line, only, sample, set_values, standard, with_lines


def test_same_request_again_is_asked_about() -> None:
    """Rule 53: text and amounts are last year's to the letter: one question, no finding on the sheet."""
    found = only(carried(one_line(900, 900)), "53")
    assert (found.severity, found.place) == ("question", "request/amount")


@pytest.mark.parametrize(
    "request_",
    [
        one_line(900, 900),
        carried(one_line(901, 900)),
        carried(one_line(None, 900)),
        carried(one_line(None, None)),
        carried(one_line("約3百", None)),
        set_value(carried(one_line(900, 900)), "section/aim/text", "機器を保守し、更新する。"),
        set_value(carried(one_line(900, 900)), "header/budget", "6月補正予算"),
        replace(one_line(900, 900), sections=(Section("costs", costs=True, carried=True),)),
    ],
)
def test_request_that_was_looked_at(request_: Request) -> None:
    """Written this year, an amount or a sentence changed, nothing asked yet, or a sheet with no last year: no question."""
    assert findings(request_, "53") == []


def test_draft_of_next_year_is_quiet() -> None:
    """A draft that was just made waits for its amounts: nothing is gone, nothing is the same, nothing is 注意 of these."""
    draft = next_year(sample(), standard())
    assert not any(findings(draft, rule) for rule in ("53", "54-low", "55", "55-price"))


def test_execution_is_asked_where_there_was_a_budget() -> None:
    """Rule 54: one question, with the same words whatever the figures, so that the answer stays with it."""
    first, second = only(one_line(), "54"), only(one_line(5_000, 4_000), "54")
    assert (first.severity, first.place) == ("question", "request/previous")
    assert first.message == second.message
    assert findings(set_value(one_line(), "header/budget", "6月補正予算"), "54") == []
    assert findings(one_line(1_000, 0), "54") == []
    assert findings(one_line(None, 900), "54") == []


@pytest.mark.parametrize(
    ("text", "is_asked"),
    [
        ("平成29年度決算額は72千円、平成30年度決算見込額は78千円である。", False),
        ("執行見込額 850千円", False),
        ("決算見込（850千円）", False),
        ("執行見込を踏まえて見積もった。", True),
        ("前年度の執行見込額を精査し、5千円を減額した。", True),
    ],
)
def test_execution_that_the_narrative_tells(text: str, is_asked: bool) -> None:
    """An amount behind 決算見込額 or 執行見込額 answers the question; the words alone do not."""
    request = replace(one_line(), sections=(Section("results", text=text), *one_line().sections))
    assert len(findings(request, "54")) == int(is_asked)


@pytest.mark.parametrize(
    "text", ["500", "500千円", "約539千円の見込み", "500,000円", "執行率は59%", "５９．５％", "0千円"]
)
def test_low_execution(text: str) -> None:
    """Of 900千円 less than 60 % is spent and no less is asked: 注意 at the 要求額, from an amount or a share."""
    found = only(answered(text), "54-low")
    assert (found.severity, found.place) == ("warning", "request/amount")


@pytest.mark.parametrize(
    "text",
    [
        "540千円",
        "900",
        "60%",
        "ほぼ全額",
        "まだ分からない",
        "執行率は95%（855千円）",
        "-5",
        "国の補正次第",
        "3か月分",
    ],
)
def test_execution_in_order(text: str) -> None:
    """Enough is spent, or the answer names no amount: words are for people to judge."""
    assert findings(answered(text), "54-low") == []


def test_less_is_asked_after_a_low_execution() -> None:
    """Who asks for less has drawn the consequence."""
    assert findings(set_value(answered("500"), "line/only/amount", 899), "54-low") == []


def test_unspent_money_is_asked_about() -> None:
    """Rule 56: one question for the request, at the first text that speaks of it."""
    request = written("入札により執行残が生じた。不用額は減らす。")
    found = only(request, "56")
    assert (found.severity, found.place) == ("question", "section/costs/text")
    assert "「不用額」" in found.message


@pytest.mark.parametrize(
    "request_",
    [
        written("不用な額を減らす。"),
        set_value(written("不用額"), "line/only/amount", 899),
        set_value(written("不用額"), "header/budget", "2月補正予算"),
        set_value(written("不用額"), "line/only/previous", None),
    ],
)
def test_unspent_money_in_order(request_: Request) -> None:
    """Other words, a lower request, a supplementary budget that gives it back, and a new project are not asked."""
    assert findings(request_, "56") == []


def two_lines(line: Line) -> Request:
    """The line beside an unchanged one of 20,000千円."""
    return with_lines(Line("same", "システム運用", 20_000, 20_000), line)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (Line("a", "広報誌作成", 10_000, 13_000), "「広報誌作成」（+3,000千円）"),
        (Line("a", "広報誌作成", 10_000, 5_000), "「広報誌作成」（△5,000千円）"),
        (Line("a", "広報誌作成", None, 3_000), "「広報誌作成」（新規 3,000千円）"),
        (Line("a", "広報誌作成", 0, 3_000), "「広報誌作成」（新規 3,000千円）"),
        (Line("a", "広報誌作成", 3_000, 0), "「広報誌作成」（皆減 3,000千円）"),
        (Line("a", "広報誌作成", 10_000, 15_000, mark="continued"), "「広報誌作成」（+5,000千円）"),
    ],
)
def test_large_change_without_a_reason(line: Line, said: str) -> None:
    """Rule 55: what rose, fell, came or went by much with not a word of it: 注意 at the remark that is missing."""
    found = only(two_lines(line), "55")
    assert (found.severity, found.place) == ("warning", "line/a/remark")
    assert said in found.message


@pytest.mark.parametrize(
    "line",
    [
        Line("a", "広報誌作成", 10_000, 12_900),
        Line("a", "広報誌作成", 10_000, 5_100),
        Line("a", "広報誌作成", 100, 2_000),
        Line("a", "広報誌作成", None, 1_900),
        Line("a", "広報誌作成", 1_900, None),
        Line("a", "広報誌作成", 10_000, 15_000, "紙代の値上げ"),
        Line("a", "広報誌作成", None, 15_000, basis="500円×30,000部"),
        Line("a", "広報誌作成", None, 3_000, mark="new"),
        Line("a", "広報誌作成", None, 3_000, mark="temporary"),
        Line("a", "広報誌作成", 3_000, None, mark="ended"),
        Line("a", "【新規】広報誌作成", None, 3_000),
        Line("a", "広報誌作成（終了）", 3_000, None),
        Line("a", "広報誌作成", 3_000, "約3百"),
        Line("a", "歳入の控除", None, -3_000),
        Line("a", "広報誌作成", 3_000, None, parts=(Line("x", "前期", None, 3_000),)),
        Line("a", "広報誌作成", 3_000, None, parts=(Line("x", "前期", None, 9_000, "紙代の値上げ"),)),
        Line("a", "広報誌作成", remark="紙代の値上げ", parts=(Line("x", "春号", 2_000, 9_000),)),
    ],
)
def test_change_that_is_small_or_told(line: Line) -> None:
    """Small in percent or in 千円, or with a remark, a calculation, a mark or words of its own: nothing to ask."""
    assert findings(two_lines(line), "55") == []


def test_one_finding_names_the_largest() -> None:
    """A sheet whose every line changed gets one finding, not one a line."""
    lines = [Line(f"l{at}", f"経費{'甲乙丙丁戊'[at]}類", 10_000, 20_000 + at) for at in range(5)]
    found = only(with_lines(*lines), "55")
    assert found.place == "line/l4/remark"
    assert "「経費戊類」（+10,004千円）、「経費丁類」（+10,003千円）ほか3行は" in found.message


@pytest.mark.parametrize(
    ("text", "line", "is_told"),
    [
        ("広報誌作成は、ページ数の増による。", Line("a", "(1)広報誌作成費", 10_000, 15_000), True),
        ("・広報誌作成\n　発行回数を拡大する。", Line("a", "広報誌作成費", 10_000, 15_000), True),
        ("前年度からの変更点\n・紙面の刷新", Line("a", "広報誌作成費", 10_000, 15_000), True),
        (
            "県民に知らせるため、広報誌を配る。\n(1)広報誌作成費",
            Line("a", "広報誌作成費", None, 15_000),
            True,
        ),
        ("広報誌作成費は、県民に知らせるため。", Line("a", "広報誌作成費", 10_000, 15_000), False),
        ("体験会の回数を増やす。", Line("a", "広報誌作成費", 10_000, 15_000), False),
        ("県民に知らせるため。", Line("a", "広報誌作成費", None, 15_000), False),
    ],
)
def test_narrative_gives_the_reason(text: str, line: Line, is_told: bool) -> None:
    """A change is told by a sentence that names the line and says why; a new line by any that names it."""
    request = set_value(two_lines(line), "section/costs/text", text)
    assert (findings(request, "55") == []) is is_told


def test_last_years_text_gives_no_reason() -> None:
    """A text that nobody touched since last year cannot say why this year is dearer."""
    line = Line("a", "広報誌作成費", 10_000, 15_000)
    section = Section("aim", text="広報誌作成費はページ数の増による。", carried=True)
    request = replace(two_lines(line), sections=(section, *two_lines(line).sections))
    assert findings(request, "55")
    assert not findings(set_value(request, "section/aim/text", "広報誌作成費は部数の増による。"), "55")


def test_what_needs_no_reason() -> None:
    """A commitment binds; a new project, a supplementary sheet and a table without last year have nothing to compare."""
    large = two_lines(Line("a", "機器賃借", 10_000, 15_000))
    assert not findings(replace(large, commitments=(Commitment("owed", "a", "H31〜H35", "set"),)), "55")
    assert not findings(set_value(large, "header/budget", "6月補正予算"), "55")
    assert not findings(one_line(50_000, None), "55")
    new = CostGroup("new", "2.新しい表", lines=(Line("b", "調査", None, 9_000),))
    assert not findings(replace(one_line(), groups=(*one_line().groups, new)), "55")
    declared = set_value(two_lines(Line("a", "調査", None, 9_000)), "request/previous", 29_000)
    assert not findings(declared, "55")


def test_blank_amount_is_gone_only_where_the_others_are_written() -> None:
    """While a draft is being filled a blank amount waits; at the end one that is left over is gone, or was forgotten."""
    lines = [Line(f"l{at}", f"経費{at}番", 10_000, 10_000) for at in range(8)]
    last = Line("last", "機器購入", 9_000, None)
    assert "（皆減 9,000千円）" in only(with_lines(*lines, last), "55").message
    half = [replace(line, amount=None) if at < 4 else line for at, line in enumerate(lines)]
    assert findings(with_lines(*half, last), "55") == []


@pytest.mark.parametrize(
    ("basis", "before", "said"),
    [
        ("15,000円×60回", "10,000円×90回", "前年度の 10,000円 から 15,000円 に50%上がって"),
        ("8千円×2人", "10千円×2人", "前年度の 10千円 から 8千円 に20%下がって"),
        ("13,000円×60回", "10千円×60回", "前年度の 10千円 から 13,000円 に30%上がって"),
        ("@30千円×3箇所、5千円×2", "@20千円×3箇所、5千円×2", "に50%上がって"),
        ("20円/m3×500m3", "10円/m3×500m3", "前年度の 10円/m3 から 20円/m3 に100%上がって"),
        ("(10千円＋9千円)×2回", "(10千円＋6千円)×2回", "前年度の 6千円 から 9千円"),
    ],
)
def test_unit_price_that_jumped(basis: str, before: str, said: str) -> None:
    """Rule 55: the largest change of a unit price in a calculation of the same shape, in the units as written."""
    found = only(priced(basis, before), "55-price")
    assert (found.severity, found.place) == ("warning", "line/only/amount")
    assert said in found.message


@pytest.mark.parametrize(
    ("basis", "before"),
    [
        ("11,900円×60回", "10,000円×60回"),
        ("10,000円×600回", "10,000円×60回"),
        ("10,000円×60回×1.1", "10,000円×60回"),
        ("10,000円×60人", "15,000円×60回"),
        ("15,000円", "10,000円"),
        ("15,000円×60回", ""),
        ("", "10,000円×60回"),
        ("15,000円×", "10,000円×60回"),
        ("15,000円×60回", "0円×60回"),
        ("講師謝金×5回", "講師謝金×3回"),
        ("旅費：15千円×2人", "謝金：10千円×2人"),
    ],
)
def test_unit_price_in_order(basis: str, before: str) -> None:
    """Small changes, quantities, other shapes, amounts that are no price, and calculations that cannot be read are left."""
    assert findings(priced(basis, before), "55-price") == []


def test_remark_explains_a_unit_price() -> None:
    """A remark on the line, or on the line it is a part of, is where the reason stands."""
    assert not findings(
        set_value(priced("15千円×2人", "10千円×2人"), "line/only/remark", "労務単価の改定"), "55-price"
    )
    part = Line("part", "委託料", 20, basis="15千円×2人", previous_basis="10千円×2人")
    assert findings(with_lines(Line("top", "運営", parts=(part,))), "55-price")
    assert not findings(with_lines(Line("top", "運営", remark="労務単価の改定", parts=(part,))), "55-price")


def test_thresholds_are_the_standards() -> None:
    """A finance division that asks about everything sets the thresholds so."""
    strict = replace(standard().last_year, rise_percent=1, change_amount=1, change_share=0, low_execution=100)
    under = replace(standard(), last_year=strict)
    assert findings(one_line(), "55", under)
    assert findings(answered("899"), "54-low", under)


def test_real_sheet_has_its_reasons() -> None:
    """The real sheet of 平成31年度 explains what changed; a line of it that doubles in silence is told."""
    assert not any(findings(sample(), rule) for rule in ("53", "55", "55-price", "56"))
    doubled = set_values(sample(), [("line/line-1-2/amount", 16_712)])
    assert only(doubled, "55").place == "line/line-1-2/remark"
