"""Rules 17, 28, 29, 30 and 69: what stands in the columns of the funding table."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from model.request.grounds import FundingTerm
from model.request.request import Line, Request
from model.standard.revenue_words import Ceiling
from model.standard.standard import Standard
from tests.model.checks.examples.revenue import bond, funded, later
from tests.samples import findings, one_line, only, sample, set_values, standard, with_lines


def on(object_class: str, request: Request) -> Request:
    """The request with a 節 on its line."""
    return set_values(request, [("line/only/object_class", object_class)])


@pytest.mark.parametrize(
    "object_class",
    [
        "15 工事請負費",
        "17 公有財産購入費",
        "13 委託料/設計",
        "18 備品購入費",
        "19 負担金、補助及び交付金",
        "22 補償、補填及び賠償金",
        "",
        "雑費",
    ],
)
def test_bond_for_an_investment_or_where_no_class_tells(object_class: str) -> None:
    """Works, land, their design and equipment may be borrowed for; without a known 節 it may be the works."""
    assert findings(on(object_class, funded(bonds=400)), "28") == []


def test_bond_for_running_costs() -> None:
    """A bond on a sheet of 旅費 alone is worth a look; one line of works, or one without a 節, and it is not."""
    lines = (Line("only", "旅費", None, 600, object_class="9 旅費"), Line("works", "工事", None, 400))
    request = set_values(with_lines(*lines), [("funding/request/bonds", 300)])
    assert findings(request, "28") == []
    assert findings(set_values(request, [("line/works/object_class", "15 工事請負費")]), "28") == []
    found = only(set_values(request, [("line/works/object_class", "11 需用費")]), "28")
    assert (found.place, found.severity) == ("funding/request/bonds", "warning")


def test_class_of_a_line_holds_for_its_parts() -> None:
    """A part without a 節 has that of its line."""
    line = Line("only", "庁舎整備", parts=(Line("part", "本体", None, 1_000),), object_class="15 工事請負費")
    request = set_values(with_lines(line), [("funding/request/bonds", 300)])
    assert findings(request, "28") == []
    assert only(on("11 需用費", request), "28")


def test_bond_tied_to_a_line_that_is_none() -> None:
    """A ground that ties the bond to a line of 旅費 is told at the ground, once."""
    lines = (
        Line("only", "旅費", None, 600, object_class="9 旅費"),
        Line("works", "工事", None, 400, object_class="15 工事請負費"),
    )
    request = set_values(with_lines(*lines), [("funding/request/bonds", 300)])
    tied = replace(request, funding_terms=(bond(line="only"),))
    assert only(tied, "28").place == "term/bond/line"
    assert findings(replace(request, funding_terms=(bond(line="works"),)), "28") == []


def test_lines_without_an_amount_say_nothing() -> None:
    """A bond before any amount is typed is no slip."""
    assert findings(on("9 旅費", set_values(one_line(None), [("funding/request/bonds", 300)])), "28") == []


@pytest.mark.parametrize(
    "words",
    [
        "基金繰入金",
        "基金繰入、単県",
        "単県、雑入、手数料",
        "負担金",
        "基金、その他(市町負担金)",
        "国1/2+財産収入+単県",
    ],
)
def test_words_name_the_revenue(words: str) -> None:
    """Published words name the revenue item of その他."""
    assert findings(funded(words=words, other=100), "29") == []


def test_other_revenue_without_a_name() -> None:
    """その他 2,159 of the real sheet, 単県, is asked about; a ground with a name answers it."""
    assert only(sample(), "29").severity == "question"
    assert only(funded(FundingTerm("other", "other"), other=100), "29")
    assert findings(funded(FundingTerm("other", "other", "諸収入"), other=100), "29") == []
    assert findings(funded(words="単県", other=-100), "29") == []


def test_fees_are_asked_about() -> None:
    """使用料・手数料 above 0; also at a later stage, in the row of that request."""
    assert only(funded(fees=5), "30").place == "funding/request/fees"
    assert only(set_values(later(added=50), [("funding/added/fees", 5)]), "30").place == "funding/asked/fees"


@pytest.mark.parametrize(
    ("text", "object_class", "asked"),
    [
        ("病院事業会計への繰出金", "", True),
        ("病院事業", "28 繰出金", True),
        ("繰出金に係る事務費", "13 委託料", False),
        ("基金への積立", "25 積立金", False),
        ("委託料", "", False),
    ],
)
def test_money_for_another_account(text: str, object_class: str, *, asked: bool) -> None:
    """A line of 繰出金 by its 節, or by its words where it has none."""
    request = set_values(one_line(), [("line/only/text", text), ("line/only/object_class", object_class)])
    assert bool(findings(request, "17")) is asked


def test_money_from_another_account() -> None:
    """In 特別会計 the rest is 繰入金; in the general account it is 一般財源."""
    request = set_values(one_line(), [("header/business_class", "特別会計")])
    assert only(request, "17").place == "funding/request/general"
    assert findings(set_values(request, [("funding/request/property", 1_000)]), "17") == []


def ceiling(amount: int, department: str = "総務部", year: int = 2019) -> Standard:
    """The Standard with a ceiling."""
    return replace(standard(), ceilings=[Ceiling(department, year, amount)])


def test_ceiling_of_a_department() -> None:
    """Rule 69: 1,000千円 of 一般財源 alone are above a ceiling of 999; other departments, years and budgets are not."""
    request = set_values(one_line(), [("contact/department", "総務部"), ("header/budget", "当初予算")])
    (found,) = findings(request, "69", under=ceiling(999))
    assert (found.place, found.severity) == ("funding/request/general", "error")
    for under in (ceiling(1_000), ceiling(1, "教育委員会"), ceiling(1, year=2020), standard()):
        assert findings(request, "69", under=under) == []
    supplementary = set_values(request, [("header/budget", "6月補正予算")])
    assert findings(supplementary, "69", under=ceiling(1)) == []
