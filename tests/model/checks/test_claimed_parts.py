"""What the narrative announces: lines that are not paid for (rule 24), parts without a table, years, counts, people."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from model.edits.fields import set_value
from model.request.request import CostGroup, Line, Request, Section
from tests.model.checks.examples.texts import announced, remarked, with_text
from tests.samples import findings, fixed, only, sample, set_values, with_lines


def narrated(change: str, to: str) -> Request:
    """The real sheet with some words of its narrative changed."""
    text = sample().sections[0].text
    assert change in text
    return with_text(sample(), text.replace(change, to))


def test_training_that_was_put_off() -> None:
    """Rule 24: the 査定 of 平成31年度 put off a line of 370, and the narrative says that the training is held."""
    found = only(sample(), "24")
    assert (found.place, found.severity) == ("section/section-1/text", "warning")
    assert "セキュリティ研修開催経費" in found.message
    assert "370千円" in found.message


@pytest.mark.parametrize("amount", [0, None])
def test_line_that_came_to_nothing(amount: int | None) -> None:
    """A line with an amount last year and none now, whose heading stands in the narrative above a promise."""
    request = set_values(
        sample(), [("line/line-1-3/amount", amount), ("assessment/amount", None), ("assessment/comment", "")]
    )
    assert "住基ネット保守管理費" in only(request, "24").message


@pytest.mark.parametrize(
    "request_",
    [
        narrated("セキュリティ研修を実施する。", "セキュリティ研修は既定予算で実施する。"),
        narrated("セキュリティ研修を実施する。", "セキュリティ研修は見送ることとした。"),
        narrated("(4)セキュリティ研修開催経費", "(4)研修の開催"),
        set_values(sample(), [("assessment/amount", None), ("assessment/comment", "")]),
        with_text(
            with_lines(Line("a", "職員研修委託料", 500), Line("b", "消耗品購入費", 30)),
            "職員研修委託料により研修を実施する。",
        ),
        with_text(
            with_lines(Line("a", "職員研修委託料", None, 0), Line("b", "消耗品購入費", 30, 30)),
            "職員研修委託料により研修を実施する。",
        ),
        with_text(
            with_lines(Line("a", "職員研修委託料", 500, 0), Line("b", "消耗品購入費", 30, 30)),
            "昨年度は職員研修委託料により研修を実施した。",
        ),
        with_text(
            with_lines(Line("a", "職員研修委託料", 500, 0), Line("b", "消耗品購入費", 30, 30)),
            "職員研修委託料の見直しについて市町村と協議中。",
        ),
    ],
)
def test_texts_that_promise_nothing(request_: Request) -> None:
    """Put off in the text too, done from another budget, not yet typed, of the past: nothing to say."""
    assert findings(request_, "24") == []


def test_part_without_its_table() -> None:
    """The part 「3.総合行政ネットワーク」 without a table of that name, while its sisters have theirs."""
    request = replace(sample(), groups=tuple(group for group in sample().groups if group.id != "group-3"))
    found = only(request, "text-section")
    assert "総合行政ネットワーク" in found.message
    assert found.severity == "info"


def test_table_without_its_part() -> None:
    """A table whose sisters are all explained in the narrative."""
    request = announced("システム運営", "制度広報")
    found = only(request, "text-section")
    assert (found.place, "職員研修" in found.message) == ("group/table-3/title", True)


@pytest.mark.parametrize(
    "request_",
    [
        sample(),
        announced("システム運営", "制度広報", "職員研修", "今後のスケジュール"),
        announced("事業の目的", "システム運営の概要", "制度広報", "職員研修"),
        announced("背景", "現状と課題", "取組"),
        announced("システム運営事業", "制度広報事業", "職員研修事業"),
        announced("システム運営", "制度広報", "職員研修の委託料"),
        announced("システム運営", "ほか"),
    ],
)
def test_parts_in_order(request_: Request) -> None:
    """Parts of the project as a whole, parts that a line names, other divisions: nothing to say."""
    assert findings(request_, "text-section") == []


def test_part_whose_line_says_more() -> None:
    """「運転手確保」 is the part of the line 運転手確保補助金, which stands in the table of another name."""
    request = announced("システム運営", "制度広報", "職員研修", "運転手確保")
    assert "運転手確保" in only(request, "text-section").message
    table = request.groups[2]
    lines = (*table.lines, Line("line-4", "運転手確保補助金", 10, 10))
    request = replace(request, groups=(*request.groups[:2], replace(table, lines=lines)))
    assert findings(request, "text-section") == []


LEGEND = "※金額の(  )内の数字は平成{}年度予算額"


def test_legend_in_the_narrative() -> None:
    """Rule 73 where a table is told in prose; the repair writes the year before."""
    request = with_text(sample(), f"委託料\n{LEGEND.format(29)}")
    found = only(request, "73")
    assert found.place == "section/section-1/text"
    assert fixed(request, found).sections[0].text == f"委託料\n{LEGEND.format(30)}"


@pytest.mark.parametrize(
    "text",
    [
        LEGEND.format(30),
        "※( )内は平成29年度決算額",
        "※( )内は平成29年度の実績",
        "※( )内は平成30年度6月補正後予算額",
        "※(平成28年度法律第1号)に基づく予算",
        "( )内は平成29年度予算額",
        "※1 平成27年度から実施",
    ],
)
def test_legends_in_order(text: str) -> None:
    """The year before, results, supplementary budgets, laws."""
    assert findings(with_text(sample(), text), "73") == []


def test_tax_rise_in_the_narrative() -> None:
    """Rule 52: in 平成31年度 the rate changes in October; a text that speaks of it wants lines by months."""
    request = with_text(with_lines(Line("a", "委託料", 1, 2)), "消費増税分含む。")
    assert only(request, "52").place == "section/costs/text"
    assert findings(with_text(sample(), "消費増税分含む。"), "52") == []
    other = replace(request, header=replace(request.header, fiscal_year="令和3年度"))
    assert findings(other, "52") == []


TRAINING = with_lines(Line("a", "セキュリティ研修開催経費", 100, None, basis="150千円×2回"))


@pytest.mark.parametrize(
    "text",
    [
        "(4)セキュリティ研修開催経費\n 研修を年3回開催する。",
        "セキュリティ研修開催経費として、研修を3回実施する。",
    ],
)
def test_times_that_are_not_those_of_the_basis(text: str) -> None:
    """「年3回開催」 beside 「150千円×2回」; the repair writes what is reckoned with."""
    request = with_text(TRAINING, text)
    after = fixed(request, only(request, "text-count"))
    assert after.sections[0].text == text.replace("3回", "2回")


@pytest.mark.parametrize(
    "text",
    [
        "(4)セキュリティ研修開催経費\n 研修を年2回開催する。",
        "(4)セキュリティ研修開催経費\n 第3回研修を開催する。",
        "(4)セキュリティ研修開催経費\n 3回目の研修を実施する。",
        "(4)セキュリティ研修開催経費\n 研修を年3回程度開催する。",
        "(4)セキュリティ研修開催経費\n 1講座3回の研修を2会場で実施する。",
        "(4)セキュリティ研修開催経費\n 昨年度は3回開催した。",
        "(4)セキュリティ研修開催経費\n\n(5)会議\n 会議を3回開催する。",
        "研修を3回実施する。",
    ],
)
def test_times_in_order(text: str) -> None:
    """Ordinals, about so many, several counts, the past, another part: nothing to say."""
    assert findings(with_text(TRAINING, text), "text-count") == []


@pytest.mark.parametrize("remark", ["年2回", "第3回", "2回×2会場", "3回のうち県負担は2回", "約3回", "3日間"])
def test_counts_of_a_remark_in_order(remark: str) -> None:
    """Only one plain count is held against one of the calculation."""
    assert findings(remarked(remark, basis="150千円×2回"), "text-count") == []


@pytest.mark.parametrize(
    "text",
    [
        "正職員1.9人で行う。",
        "正職員 0.5人から1.9人に増員",
        "正職員0.1人増",
        "正職員1.0人(本庁)、正職員0.8人(事務所)",
        "正職員2人で行う。",
        "職員1.8人",
    ],
)
def test_people_in_order(text: str) -> None:
    """The count of the table or of another row, a change, parts, whole persons."""
    assert findings(with_text(sample(), text), "text-people") == []


def test_people_of_the_narrative_are_put_right() -> None:
    """人役 in the narrative with a slip."""
    request = with_text(sample(), "正職員1.8人で行う。")
    assert fixed(request, only(request, "text-people")).sections[0].text == "正職員1.9人で行う。"


def test_new_parts_do_not_disturb() -> None:
    """A table without a number and a text without parts are no divisions to be held together."""
    groups = (CostGroup("one", "運営費", lines=(Line("a", "委託料", 1, 1),)), CostGroup("two", "広報費"))
    request = replace(with_lines(), groups=groups)
    request = replace(
        request, sections=(Section("about", heading="概要", text="1.運営\n2.調査"), *request.sections)
    )
    assert findings(set_value(request, "header/name", "事業"), "text-section") == []
