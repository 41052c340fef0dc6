"""Lines that take up what roundings left (端数調整)."""

from __future__ import annotations

import pytest

from model.request.request import Line
from tests.model.checks.examples.characters import adjusted
from tests.samples import findings, only, with_lines


@pytest.mark.parametrize("by", [-3, 3, -1_000, 50])
def test_large_adjustment(by: int) -> None:
    """Three lines can leave less than 3千円 between them; what is larger is no rounding."""
    found = only(adjusted(by), "16")
    assert (found.severity, found.place) == ("warning", "line/c/amount")
    assert "「1.運営費」の「端数調整」が" in found.message
    assert "3行では3千円より小さい" in found.message


@pytest.mark.parametrize("by", [-2, -1, 0, 1, 2])
def test_small_adjustment(by: int) -> None:
    """A few 千円 up or down in a table of three lines are what the line is for."""
    assert findings(adjusted(by), "16") == []


def test_adjustment_below_a_heading_is_measured_by_the_heading() -> None:
    """Osaka writes it inside a heading: its own lines count, not those of the table."""
    parts = (Line("x", "謝金", None, 5), Line("y", "端数調整", None, -2))
    lines = (Line("a", "報償費", parts=parts), *(Line(f"l{at}", "旅費", None, 1) for at in range(9)))
    found = only(with_lines(*lines), "16")
    assert found.place == "line/y/amount"
    assert "「報償費」" in found.message


def test_one_adjustment_for_a_heading() -> None:
    """Two small lines that adjust the same heading are one finding; one in each heading is in order."""
    two = with_lines(
        Line("a", "謝金", None, 5), Line("b", "端数調整", None, 1), Line("c", "端数調整（旅費）", None, 1)
    )
    assert only(two, "16").place == "line/c/amount"
    each = [
        Line(
            f"h{at}", "報償費", parts=(Line(f"x{at}", "謝金", None, 5), Line(f"y{at}", "端数調整", None, -1))
        )
        for at in range(3)
    ]
    assert findings(with_lines(*each), "16") == []


@pytest.mark.parametrize(
    "text",
    ["端数", "調整手当", "端末調整費", "需給調整", "端数処理システムの改修", "工事費（端数調整を含む）"],
)
def test_other_adjustments(text: str) -> None:
    """調整 of anything else is an ordinary cost of any size."""
    assert findings(with_lines(Line("a", text, None, 5_000)), "16") == []
