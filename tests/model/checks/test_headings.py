"""Headings (見出しの行): no figure stands on one without a word, and the printed rows come to the 合計."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.checks import Finding
from model.checks.cost_lines.headings import why_no_heading
from model.edits.fields import set_heading
from model.edits.repair import repaired
from model.request.request import Line, Request
from templates.sheet.blocks import CostRow
from templates.sheet.cost_tables import cost_table
from tests.samples import snapshot, with_lines

PARTS = (Line("x", "内一", None, 60), Line("y", "内二", None, 30))
HIDDEN = with_lines(Line("h", "大きな経費", None, 6_200, heading=True), Line("b", "乙", None, 750))


def found(request: Request) -> list[Finding]:
    """What the rule says."""
    return [finding for finding in snapshot(request).findings.all if finding.rule == "heading-amount"]


def test_a_figure_of_a_heading_is_printed_and_said() -> None:
    """A heading without parts that holds 6,200 prints them: the rows come to the 合計, and the finding says so."""
    taken = snapshot(HIDDEN)
    rows = cost_table(taken, taken.totals.groups[0]).rows
    assert [(row.kind, row.amount.printed) for row in rows] == [
        ("line", 6_200),
        ("line", 750),
        ("total", 6_950),
    ]
    (finding,) = found(HIDDEN)
    assert finding.place == "line/h/amount"
    assert "「大きな経費」は見出しの行ですが、要求額 6,200千円が入っている" in finding.message


def test_the_repair_makes_it_an_ordinary_line() -> None:
    """直す makes the heading an ordinary line; no figure changes."""
    (finding,) = found(HIDDEN)
    assert finding.fix is not None
    assert finding.fix.label == "普通の行に戻す"
    after = repaired(HIDDEN, finding.fix)
    assert found(after) == []
    assert after.groups[0].lines[0].heading is False
    assert snapshot(after).totals.amount == snapshot(HIDDEN).totals.amount


@pytest.mark.parametrize(
    ("typed", "rules", "kind"),
    [(None, [], "heading"), (90, ["heading-sum"], "heading"), (100, ["2"], "line")],
)
def test_a_figure_typed_over_parts(typed: int | None, rules: list[str], kind: str) -> None:
    """A figure typed over the same sum is said; one that differs is printed, and rule 2 says it."""
    request = with_lines(Line("h", "見出し", None, typed, heading=True, parts=PARTS))
    taken = snapshot(request)
    assert [finding.rule for finding in taken.findings.all if finding.place == "line/h/amount"] == rules
    assert cost_table(taken, taken.totals.groups[0]).rows[0].kind == kind


def test_a_calculation_on_a_heading_is_printed() -> None:
    """What a calculation gives on a heading without parts is printed with its result."""
    taken = snapshot(with_lines(Line("h", "委託", basis="5千円×3", heading=True)))
    row = cost_table(taken, taken.totals.groups[0]).rows[0]
    assert (row.kind, row.amount.printed, row.basis) == ("line", 15, "5千円×3＝15千円")
    assert len(found(with_lines(Line("h", "委託", basis="5千円×3", heading=True)))) == 1


def printed_sum(request: Request) -> int:
    """What a checker adds up on the page: the lines, and below a heading its parts."""
    taken = snapshot(request)
    *rows, _ = cost_table(taken, taken.totals.groups[0]).rows
    return sum(
        row.amount.printed or 0 for row in rows if row.kind == "line" and not _is_below_a_line(rows, row.id)
    )


def _is_below_a_line(rows: list[CostRow], row_id: str) -> bool:
    at = next(at for at, row in enumerate(rows) if row.id == row_id)
    above = [row for row in rows[:at] if row.depth < rows[at].depth]
    return bool(above) and above[-1].kind == "line"


figures = st.none() | st.integers(-3, 3)


@given(figures, figures, st.lists(figures, max_size=3), st.booleans())
def test_the_printed_rows_come_to_the_total(
    amount: int | None, previous: int | None, parts: list[int | None], heading: bool
) -> None:
    """Whatever stands on a heading, the printed rows come to the 合計; to make one changes no figure."""
    below = tuple(Line(f"p{at}", "内", None, part) for at, part in enumerate(parts))
    request = with_lines(
        Line("h", "甲", previous, amount, heading=heading, parts=below), Line("b", "乙", None, 5)
    )
    before = snapshot(request)
    line = before.totals.groups[0].lines[0]
    assert printed_sum(request) == before.totals.amount.value
    is_free = all(each is None for each in (amount, previous))
    assert not (is_free and why_no_heading(line))
    if not why_no_heading(line):
        after = set_heading(request, line, True)
        assert snapshot(after).totals.amount.value == before.totals.amount.value
        assert snapshot(after).totals.previous.value == before.totals.previous.value
        assert printed_sum(after) == before.totals.amount.value
