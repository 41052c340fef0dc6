"""Rule 40: the 節 of a line is one of the request's year."""

from __future__ import annotations

import pytest

from model.edits.fields import set_value, value_at
from model.request.request import Line, Request
from tests.samples import findings, fixed, one_line, only, sample, set_values, snapshot, with_lines

PLACE = "line/only/object_class"


def typed(text: str, year: str) -> Request:
    """A request of a year with this 節 on its line."""
    return set_values(one_line(), [(PLACE, text), ("header/fiscal_year", year)])


@pytest.mark.parametrize(
    ("text", "year", "message", "right"),
    [
        (
            "13 委託料",
            "令和2年度",
            "令和2年度から委託料は12です（「13 委託料」は令和元年度までの番号です）。",
            "12 委託料",
        ),
        (
            "13委託料/保守",
            "R9",
            "令和2年度から委託料は12です（「13 委託料」は令和元年度までの番号です）。",
            "12 委託料/保守",
        ),
        (
            "12 委託料",
            "平成31年度",
            "令和元年度までは委託料は13です（「12 委託料」は令和2年度からの番号です）。",
            "13 委託料",
        ),
        ("5 委託料", "R9", "委託料の節の番号は12です（「5 委託料」と書かれています）。", "12 委託料"),
        (
            "7 賃金",
            "R9",
            "節「7 賃金」は令和元年度までです。報酬(1)など、今の節に直してください。",
            None,
        ),
        (
            "賃金/臨時職員",
            "R2",
            "節「7 賃金」は令和元年度までです。報酬(1)など、今の節に直してください。",
            None,
        ),
    ],
)
def test_object_class_of_another_year(text: str, year: str, message: str, right: str | None) -> None:
    """A number that other years gave is an error that names the year's own; 賃金 ended with 令和元年度."""
    found = only(typed(text, year), "40")
    assert (found.place, found.severity, found.message) == (PLACE, "error", message)
    assert (found.fix and found.fix.value) == right
    if found.fix:
        repaired = fixed(typed(text, year), found)
        assert value_at(repaired, PLACE) == right
        assert findings(repaired) == []


@pytest.mark.parametrize(
    ("text", "meant", "right"),
    [
        ("委託費", "「12 委託料」", "12 委託料"),
        ("13 委託", "「12 委託料」", "12 委託料"),
        ("報/謝金", "「1 報酬」「7 報償費」", None),
        ("〇△", "番号か名前で", None),
        ("29", "番号か名前で", None),
    ],
)
def test_object_class_of_no_list(text: str, meant: str, right: str | None) -> None:
    """A text that no year's list has is worth a look, with the 節 that it may mean; one alone can be put there."""
    found = only(typed(text, "令和9年度"), "40-unknown")
    assert (found.place, found.severity) == (PLACE, "warning")
    assert meant in found.message
    assert (found.fix and found.fix.value) == right
    assert findings(typed(text, "令和9年度"), "40") == []


@pytest.mark.parametrize(
    "text", ["", " ", "12 委託料", "委託料", "12", "いたく", "10 需用費/消耗品費", "12 委託料/7 賃金"]
)
def test_object_class_of_the_year(text: str) -> None:
    """What means one 節 of the year is in order, however it is written; the 細節 is the section's own."""
    assert findings(typed(text, "令和9年度")) == []


def test_lines_without_an_object_class_are_in_order() -> None:
    """The sheet prints no 節: a line may go without, also beside lines that have one."""
    assert (
        findings(with_lines(Line("a", "保守", 1, 1), Line("b", "紙", 1, 1, object_class="11 需用費"))) == []
    )
    assert findings(set_value(sample(), "line/line-4-1-2/object_class", "13 委託料"), "40") == []


def test_change_of_year_looks_at_every_line_again() -> None:
    """A request taken over from 平成31年度 into 令和2年度 shows at once which of its 節 have moved."""
    before = snapshot(typed("13 委託料", "平成31年度"))
    assert [finding.rule for finding in before.findings.all] == []
    after = set_value(before.request, "header/fiscal_year", "令和2年度")
    assert [finding.rule for finding in snapshot(after).findings.all] == ["40"]
