"""Marks of cost lines against their figures."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from model.request.request import Line
from tests.samples import findings, only, snapshot, standard, with_lines


@pytest.mark.parametrize(
    ("mark", "previous", "amount", "said"),
    [
        ("ended", 900, 1_000, "今年度の額 1,000千円"),
        ("ended", None, 1, "今年度の額 1千円"),
        ("new", 900, 1_000, "前年度の額 900千円"),
        ("new", 900, None, "前年度の額 900千円"),
    ],
)
def test_mark_against_a_figure(mark: str, previous: int | None, amount: int | None, said: str) -> None:
    """【終了】 with money this year, or 【新規】 with money last year, is a slip of the mark or of the figure."""
    found = only(with_lines(Line("a", "保守", previous, amount, mark=mark)), "mark")
    assert (found.place, found.severity) == ("line/a/mark", "warning")
    assert said in found.message
    assert "「保守」" in found.message


@pytest.mark.parametrize(
    ("mark", "previous", "amount"),
    [
        ("ended", 900, None),
        ("ended", 900, 0),
        ("ended", 900, -5),
        ("new", None, 1_000),
        ("new", 0, 1_000),
        ("continued", 900, 1_000),
        ("temporary", 900, 1_000),
        ("outside_frame", 900, 1_000),
        ("", 900, 1_000),
        ("gone", 900, 1_000),
    ],
)
def test_mark_that_fits(mark: str, previous: int | None, amount: int | None) -> None:
    """An ended line keeps last year's figure, a new one has this year's, other marks say nothing of figures."""
    assert findings(with_lines(Line("a", "保守", previous, amount, mark=mark)), "mark") == []


def test_mark_of_a_line_looks_at_the_sum_of_its_parts() -> None:
    """The figure of a marked line is the one that stands on the sheet, also where it is derived."""
    parts = (Line("x", "上期", None, 3), Line("y", "下期", None, 4))
    request = with_lines(Line("a", "", mark="ended", parts=parts))
    assert "「（内容が空欄の行）」に今年度の額 7千円" in only(request, "mark").message


def test_which_marks_say_so_is_the_standards() -> None:
    """Another finance division gives 【臨時】 the meaning that there was nothing the year before."""
    marks = [
        replace(line_mark, no_previous=line_mark.key == "temporary") for line_mark in standard().line_marks
    ]
    under = replace(standard(), line_marks=marks)
    request = with_lines(Line("a", "保守", 1, 1, mark="temporary"))
    (found,) = snapshot(request, under).findings.all
    assert found.message.startswith("【臨時】")
