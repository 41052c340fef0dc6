"""Rules 3 to 7 and 15: parts against wholes."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from model.checks.rulebook import RULES
from model.edits.fields import set_value
from model.request.request import CostGroup, Line, Request
from tests.samples import (
    declared_sample,
    findings,
    fixed,
    one_line,
    only,
    sample,
    set_values,
    snapshot,
    with_lines,
)

# (rule, place, typed wrongly, derived): a slip in the fully typed sheet at each kind of sum.
SLIPS = [
    ("15", "line/line-4-1/amount", 7_004, 7_040),
    ("3", "group/group-1/amount", 48_898, 48_889),
    ("3", "group/group-1/previous", 49_840, 49_804),
    ("3", "group/group-2/amount", 0, 24_220),
    ("4", "request/amount", 124_776, 124_767),
    ("5", "request/previous", 118_565, 118_656),
    ("6", "cost/request/expense", 124_776, 124_767),
    ("6", "cost/previous/expense", 118_565, 118_656),
    ("6", "funding/request/expense", 124_776, 124_767),
    ("6", "funding/previous/expense", 118_565, 118_656),
    ("7", "cost/assessed/total", 139_307, 139_370),
    ("7", "cost/request/total", 139_894, 139_849),
    ("7-previous", "cost/previous/total", 0, 122_629),
]


@pytest.mark.parametrize(("rule", "where", "typed", "derived"), SLIPS, ids=[slip[1] for slip in SLIPS])
def test_declared_figure_that_is_not_the_sum(rule: str, where: str, typed: int, derived: int) -> None:
    """A typed sum that differs is told with both figures and the difference, and one click returns to the sum."""
    request = set_value(declared_sample(), where, typed)
    found = only(request, rule)
    assert (found.place, found.severity) == (where, RULES[rule].severity)
    for figure in (typed, derived, abs(typed - derived)):
        assert f"{figure:,}千円" in found.message
    assert findings(fixed(request, found)) == []


@pytest.mark.parametrize(
    ("where", "name"),
    [
        ("line/line-4-1/amount", "「システム保守運用経費」の要求額"),
        ("group/group-1/previous", "「1.住民基本台帳ネットワークシステム」の合計（前年度）"),
        ("cost/request/total", "「31年度当初予算要求額」のトータルコスト"),
        ("funding/previous/expense", "財源内訳の表の「前年度予算」の事業費"),
    ],
)
def test_sentence_names_the_figure(where: str, name: str) -> None:
    """A writer finds the figure by the words of the sheet."""
    (found,) = [
        finding for finding in findings(set_value(declared_sample(), where, 1)) if finding.place == where
    ]
    assert name in found.message


@pytest.mark.parametrize(("rule", "where", "typed", "derived"), SLIPS, ids=[slip[1] for slip in SLIPS])
def test_declared_figure_that_is_the_sum(rule: str, where: str, typed: int, derived: int) -> None:
    """The same figure typed rightly on the shipped sheet is no finding."""
    assert findings(set_value(sample(), where, derived)) == []


def test_years_are_added_up_apart() -> None:
    """A slip in the bracketed year is one of the bracketed year alone."""
    request = set_values(one_line(100, 80), [("group/table/previous", 100), ("group/table/amount", 100)])
    assert [finding.place for finding in findings(request)] == ["group/table/previous"]


def test_parts_below_parts_add_up() -> None:
    """Rule 2 holds at each of the three levels; the line above adds up what is typed below it."""
    middle = Line("b", "通信費", None, 40, parts=(Line("c", "回線", None, 30), Line("d", "電話", None, 12)))
    request = with_lines(Line("a", "運営費", None, 40, parts=(middle,)))
    assert [finding.place for finding in findings(request, "2")] == ["line/b/amount"]
    assert "42千円" in only(request, "2").message


@pytest.mark.parametrize(
    ("first", "second", "rule"),
    [
        ("4月〜9月", "10月〜3月", "15"),
        ("上半期", "下半期", "15"),
        ("一般負担金", "特別負担金", "2"),
        ("10月補正", "その他", "2"),
    ],
)
def test_parts_of_the_year_are_told_by_their_months(first: str, second: str, rule: str) -> None:
    """A slip under 「4月〜9月」 is one of rule 15, under other parts of rule 2, and never of both."""
    request = with_lines(
        Line("a", "保守", None, 9, parts=(Line("b", first, None, 3), Line("c", second, None, 4)))
    )
    assert [finding.rule for finding in findings(request)] == [rule]


def test_line_with_parts_of_the_other_year_only() -> None:
    """A previous year's figure without parts of that year is the line's own: nothing to compare."""
    request = with_lines(Line("a", "保守", 6_651, None, parts=(Line("b", "前期", None, 3_488),)))
    assert findings(request) == []


def test_heading_with_a_figure_of_its_own() -> None:
    """A figure typed on a heading whose parts say otherwise is found, though the page prints none there."""
    request = with_lines(Line("a", "負担金", None, 10, heading=True, parts=(Line("b", "一般", None, 9),)))
    assert only(request, "2").place == "line/a/amount"


def test_decreases_add_up() -> None:
    """A table of decreases, 合計 △300, is as right as any."""
    lines = (Line("a", "減", 0, -500), Line("b", "増", 0, 200))
    request = set_value(with_lines(*lines), "group/table/amount", -300)
    assert findings(request) == []
    wrong = set_value(request, "group/table/amount", 300)
    assert "600千円違います" in only(wrong, "3").message


def test_unnamed_line_and_table_are_called_so() -> None:
    """Where nothing is written yet the sentence still says which row or table."""
    request = with_lines(Line("a", "", None, 1, parts=(Line("b", "", None, 2),)))
    request = set_value(set_value(request, "group/table/title", ""), "group/table/amount", 9)
    messages = [finding.message for finding in findings(request)]
    assert any("（内容が空欄の行）" in message for message in messages)
    assert any("（題のない表）" in message for message in messages)


def test_several_tables_add_up_to_the_request() -> None:
    """要求額 is the sum over all tables; an empty table adds nothing."""
    request = one_line(100, 80)
    second = CostGroup("second", "2.改修", lines=(Line("x", "改修", 0, 50),))
    request = replace(request, groups=(*request.groups, second, CostGroup("third")))
    assert findings(set_values(request, [("request/amount", 150), ("request/previous", 80)])) == []
    assert only(set_value(request, "request/amount", 100), "4").message.count("50千円") == 2


def test_parts_of_the_previous_year_add_up() -> None:
    """Rule 2 holds for the bracketed year as for this one."""
    parts = (Line("b", "(1)一般負担金", 22_061, 1), Line("c", "(2)地域情報化推進事業負担金", 2_159, 1))
    request = with_lines(Line("a", "負担金", 24_202, 2, parts=parts))
    found = only(request, "2")
    assert found.place == "line/a/previous"
    assert all(text in found.message for text in ("24,202千円", "24,220千円", "18千円違います"))
    assert [finding.rule for finding in findings(fixed(request, found))] == [
        "55"
    ]  # a fall to 2千円 wants its reason


def drafted(line_previous: int, granted: int = 800, carried: int = 900) -> Request:
    """A draft whose line was taken over with what it asked, and whose 前年度予算額 is what was granted."""
    return replace(
        set_value(one_line(None, line_previous), "request/previous", granted), carried_previous=carried
    )


@pytest.mark.parametrize(("line", "rule"), [(900, "5-granted"), (850, "5-granted"), (901, "5"), (799, "5")])
def test_lines_of_a_draft_come_down_to_what_was_granted(line: int, rule: str) -> None:
    """While lines stand between what was asked and what was granted the gap is 注意; beyond either it is a slip."""
    (found,) = findings(drafted(line))
    assert (found.rule, found.place) == (rule, "request/previous")
    assert found.severity == RULES[rule].severity
    assert f"{abs(line - 800):,}千円" in found.message


def test_granted_amount_is_every_tables_previous_year() -> None:
    """In a draft the tables that repeat 前年度予算額 repeat what was granted, not what the lines still add up to."""
    figures = snapshot(drafted(900)).totals
    assert figures.cost_rows["previous"].expense.value == 800
    assert figures.funding_rows["previous"].expense.value == 800


@pytest.mark.parametrize(("granted", "carried", "line"), [(1_000, 900, 950), (800, 900, 800)])
def test_draft_in_order(granted: int, carried: int, line: int) -> None:
    """More may have been granted than asked, in a later stage; lines that add up to what was granted are in order."""
    found = findings(drafted(line, granted, carried))
    assert [finding.rule for finding in found] == ([] if line == granted else ["5-granted"])
