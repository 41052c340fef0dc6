"""Consumption tax in cost lines: rules 51 and 52, and prices without tax across a change of the rate."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from model.edits.fields import set_value, value_at
from model.request.request import Line, Request
from model.standard.parts import TaxPolicy
from tests.samples import findings, fixed, only, sample, snapshot, standard, with_lines

H30, H31, R2, R8 = "平成30年度", "平成31年度", "令和2年度", "令和8年度"
SPLIT = "［積算］メニューの「消費税率の改正で分ける」で分けてください。"


def request(year: str, *lines: Line) -> Request:
    """A request of a year with these lines."""
    return set_value(with_lines(*lines), "header/fiscal_year", year)


def based(basis: str, text: str = "保守", remark: str = "") -> Line:
    """A line with a calculation."""
    return Line("a", text, remark=remark, basis=basis)


@pytest.mark.parametrize(
    ("year", "line", "right"),
    [
        (H30, based("25,000円*4本*1.05"), "25,000円*4本*1.08"),
        (H30, based("25,000円×4本×1.1"), "25,000円×4本×1.08"),
        (R2, based("25,000円×4本×1.08"), "25,000円×4本×1.10"),
        (R2, based("25,000円×4本×108/100＝108千円"), "25,000円×4本×110/100＝108千円"),
        (R2, based("25,000円×108%×4本"), "25,000円×110%×4本"),
        (R2, based("（２千円＋３千円×１．０８）×4本"), "（２千円＋３千円×1.10）×4本"),
        (R2, based("5千円×(108/100)+5千円×1.05"), "5千円×(110/100)+5千円×1.10"),
        (R2, based("5千円×2×1.08(税)"), "5千円×2×1.10(税)"),
        (H31, based("5千円×2×1.08", "下半期"), "5千円×2×1.10"),
        (H31, based("5千円×2×1.08", "10月〜3月"), "5千円×2×1.10"),
        (H31, based("5千円×2×1.10", "4月〜9月"), "5千円×2×1.08"),
        (H31, based("5千円×2×1.10", remark="R1.5〜R1.7"), "5千円×2×1.08"),
    ],
)
def test_rate_that_is_not_in_force(year: str, line: Line, right: str) -> None:
    """A factor for the tax of other months is told with the right one, which one action puts into the calculation."""
    broken = request(year, line)
    found = only(broken, "51")
    assert (found.place, found.severity) == ("line/a/amount", "warning")
    repaired = fixed(broken, found)
    assert value_at(repaired, "line/a/basis") == right
    assert findings(repaired, "51") == []


@pytest.mark.parametrize(
    ("year", "line"),
    [
        (H30, based("25,000円×4本×1.08")),
        (R2, based("25,000円×4本×1.10")),
        (H31, based("25,000円*4本*1.08+25,000円*3本*1.10")),
        (H31, based("5千円×2×1.08", "4月〜9月")),
        (R2, based("5千円×2×1.08", remark="経過措置")),
        (R2, based("5千円×2×1.08(軽減税率)")),
        (R2, based("5千円×2×1.08(軽減)")),
        (R2, based("5千円×2×1.08(伸び率)")),
        (R2, based("5千円×108/100(諸経費)")),
        (R2, based("5千円×1.08倍")),
        (R2, based("4,855千円×1.08人役")),
        (R2, based("5千円×2×1.08", remark="非課税")),
        (R8, based("5千円×2×1.05")),  # twelve years after 5 % it is another factor
        (R2, based("5千円×2×1.08", "リース料（経過措置）")),
        (R2, based("5千円×1.03")),
        (R2, based("5千円×1.2")),
        (R2, based("5千円÷1.08×1.10")),
        (R2, based("5千円×110/108")),
        (R2, based("5千円×108人")),
        (R2, based("5千円×(")),
        (R2, based("5千円(税抜)×2")),
    ],
)
def test_rate_that_may_be_meant(year: str, line: Line) -> None:
    """Both rates are in order in the year of the change; so are 経過措置, 軽減税率, and factors that are no tax."""
    assert findings(request(year, line), "51") == []


def test_months_of_the_line_above_hold_for_its_parts() -> None:
    """A part below 「10月〜3月」 is for those months unless it names its own."""
    parts = (Line("x", "機器", basis="5千円×1.08"), Line("y", "9月〜9月", basis="5千円×1.08"))
    found = only(request(H31, Line("a", "10月〜3月", parts=parts)), "51")
    assert found.place == "line/x/amount"
    assert found.message == (
        "「機器」の積算の「×1.08」は、平成31年度の10月〜3月の消費税率（10%）と合いません。"
        "率を直すか、経過措置や軽減税率であれば備考にそう書いてください。"
        "消費税でなければ「1.08(伸び率)」のように書きます。"
    )


def test_rate_of_neither_half_year_has_no_repair() -> None:
    """In the year of the change 1.05 is wrong, but which of two rates is right is the writer's to say."""
    found = only(request(H31, based("5千円×2×1.05")), "51")
    assert "（4月〜9月は8%、10月〜3月は10%）" in found.message
    assert found.fix is None


def test_policy_of_the_year_says_the_rate() -> None:
    """Where requests are ordered at the current rate, that rate is right and the new law's is not."""
    under = replace(standard(), tax_policies=[TaxPolicy(first=2019, last=2019, percent=8)])
    ordered = [
        snapshot(request(H31, based(f"5千円×2×{factor}")), under).findings.all for factor in ("1.08", "1.10")
    ]
    assert [[finding.rule for finding in found] for found in ordered] == [[], ["51"]]
    taxless = snapshot(request(H31, based("5千円(税抜)×2")), under).findings.all
    assert [each.rule for each in taxless] == []


@pytest.mark.parametrize(
    ("year", "line", "is_found"),
    [
        (H31, based("538,150円(税抜)×12月"), True),
        (H31, based("538,150円（税別）×4か月", "7月〜10月"), True),
        (H31, based("538,150円(税抜)×6月", "10月〜3月"), False),
        (H31, based("538,150円(税込)×12月"), False),
        (H31, based("538,150円(税抜)×12月", remark="経過措置"), False),
        (R2, based("538,150円(税抜)×12月"), False),
        (H31, based("538,150円(税抜)×"), False),
    ],
)
def test_price_without_tax_across_the_change(year: str, line: Line, is_found: bool) -> None:
    """A 税抜 price has one rate: across the change the line has to be split, which the line's menu does."""
    found = findings(request(year, line), "tax-split")
    assert [finding.place for finding in found] == ["line/a/amount"] * is_found
    for finding in found:
        assert "10月に消費税率が8%から10%に変わります" in finding.message
        assert finding.message.endswith("分けるか、税込の額で書いてください。")


@pytest.mark.parametrize(
    ("basis", "is_found"),
    [
        ("委託料(税抜)：100千円×12月", True),
        ("税抜 100千円×12月", True),
        ("税抜100千円", True),
        ("通信 3千円+保守（消費税別） 100千円×12月", True),
        ("委託料(税抜) 100千円×12月×1.1", False),
        ("委託料(税抜) 100千円×12月\n消費税 120千円", False),
        ("委託料(税抜) 100千円(税抜)×12月", False),
        ("委託料(税込) 100千円×12月", False),
        ("委託料(税抜) 100千円×12月(非課税)", False),
    ],
)
def test_label_that_says_before_tax(basis: str, is_found: bool) -> None:
    """The money asked for is with tax: a 税抜 that stands in a label alone leaves 10 % out."""
    assert len(findings(request(R2, based(basis)), "tax-label")) == is_found


def test_unit_price_without_tax_across_the_change() -> None:
    """A price of the section's table may be without tax: a line of the whole year with it has no one rate either."""
    broken = replace(request(H31, based("講師謝金×3回")), prices={"講師謝金": "10千円(税抜)"})
    assert only(broken, "tax-split").place == "line/a/amount"
    after = set_value(broken, "header/fiscal_year", R2)
    assert snapshot(after).totals.amount.value == 33
    assert findings(after) == []


@pytest.mark.parametrize(
    ("line", "amount"),
    [
        (based("10千円(税抜)×3回", remark="経過措置の契約"), 33),
        (based("10千円(税抜、経過措置)×3回"), 33),
        (based("10千円(税抜)×3回", "10月〜3月"), 33),
        (based("10千円(税抜)×3回", "4月〜9月"), 33),
        (based("100千円(税抜)×3回", "10月〜3月（経過措置）"), 324),
        (based("100千円(税抜)×3回", "10月〜3月"), 330),
    ],
)
def test_rate_of_a_price_without_tax(line: Line, amount: int) -> None:
    """経過措置 keeps 8 %, said of the line or of the price; else the line's months say the rate."""
    taken = snapshot(request(H31, line))
    assert taken.totals.amount.value == amount
    assert taken.findings.all == ()


@pytest.mark.parametrize(
    ("line", "where"),
    [
        (Line("a", "保守", 1, 1, "消費増税分含む"), "line/a/remark"),
        (Line("a", "保守（増税分）", 1, 1), "line/a/text"),
        (
            Line("a", "保守", remark="増税分", parts=(Line("b", "機器", 1, 1), Line("c", "ソフト", 1, 1))),
            "line/a/remark",
        ),
        (Line("a", "保守", parts=(Line("b", "10月〜3月", 1, 1, "増税分\n含む"),)), None),
        (Line("a", "保守", parts=(Line("b", "8月〜3月", 1, 1, "増税分\n含む"),)), "line/b/remark"),
        (
            Line(
                "a",
                "保守",
                parts=(Line("b", "4月〜9月", 1, 1), Line("c", "10月〜3月", 1, 1, "消費増税分含む")),
            ),
            None,
        ),
        (
            Line(
                "a",
                "保守",
                remark="消費増税分含む",
                parts=(Line("b", "4月〜9月", 1, 1), Line("c", "10月〜3月", 1, 1)),
            ),
            None,
        ),
        (Line("a", "10月以降の保守", 1, 1, "消費増税分含む"), None),
        (Line("a", "保守", 2, 2, "4月〜9月\n1\n10月〜3月\n1\n消費増税分含む"), None),
        (Line("a", "保守", 2, 2, "(4月〜9月 1千円、10月〜3月 1千円)消費増税分含む"), None),
        (Line("a", "保守", 2, 2, "契約期間H31.4〜H32.3\n消費増税分含む"), "line/a/remark"),
    ],
)
def test_tax_rise_stands_in_lines_before_and_after_the_change(line: Line, where: str | None) -> None:
    """「消費増税分含む」 is said of one of the lines for the months before and after the change, as on the real sheet."""
    found = findings(request(H31, line), "52")
    assert [finding.place for finding in found] == ([where] if where else [])
    assert all(finding.message.endswith(SPLIT) and finding.severity == "warning" for finding in found)


def test_tax_rise_in_a_year_without_a_change() -> None:
    """In 令和2年度 the words compare with the year before: there is nothing to split."""
    assert findings(request(R2, Line("a", "保守", 1, 1, "消費増税分含む")), "52") == []


def test_the_real_sheet_is_split() -> None:
    """システム保守運用経費 of the real sheet has its two half-years; without the first the words stand alone."""
    assert findings(sample(), "52") == []
    first = "line/line-4-1-1/text"
    assert value_at(sample(), first) == "4月〜9月"
    assert findings(set_value(sample(), first, "前半"), "52") == []  # its months are all after the change
    whole = set_value(set_value(sample(), first, "前半"), "line/line-4-1-2/text", "後半")
    assert only(whole, "52").place == "line/line-4-1-2/remark"
    named = set_value(set_value(sample(), first, "上期"), "line/line-4-1-2/text", "下期")
    assert findings(named, "52") == []
