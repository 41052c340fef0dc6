"""Amounts that cannot be read: kept, reported, and never taken for 0."""

from __future__ import annotations

import pytest

from model.document.document import Document
from model.edits.fields import set_value, type_text
from model.request.request import Line
from tests.samples import (
    declared_sample,
    findings,
    funding_columns,
    one_line,
    only,
    sample,
    snapshot,
    standard,
    with_lines,
)
from tests.sheet_rows import FUNDING_ROWS

PLACES = [
    "line/line-1-1/previous",
    "line/line-1-1/amount",
    "line/line-2-1-1/amount",
    "group/group-5/previous",
    "group/group-5/amount",
    "request/amount",
    "request/previous",
    "cost/assessed/expense",
    "cost/request/labour",
    "cost/previous/total",
    "assessment/amount",
    "assessment/held",
    "assessment/separate",
    *(f"funding/{row}/{column}" for row in FUNDING_ROWS for column in funding_columns()),
]


@pytest.mark.parametrize("where", PLACES)
def test_unreadable_amount_is_an_error_at_its_cell(where: str) -> None:
    """「約3百」 in any cell of 千円 is told once, as typed, and stays until it is corrected."""
    request = type_text(sample(), where, "約3百")
    found = only(request, "amount")
    assert (found.place, found.severity) == (where, "error")
    assert "「約3百」" in found.message
    assert findings(type_text(request, where, ""), "amount") == []


@pytest.mark.parametrize("where", PLACES)
def test_readable_amount_is_no_such_error(where: str) -> None:
    """Figures below 0, 0 and blank are amounts like any other."""
    document = Document(sample(), standard())  # looks again only at what was typed
    for typed in ("300", "△300", "(300)", "３００千円", "0", ""):
        document.edit("入力", type_text(document.request, where, typed))
        assert [found for found in document.snapshot.findings.all if found.rule == "amount"] == []


def test_unreadable_line_is_not_taken_for_zero() -> None:
    """The sum is that of the other lines, and a line alone in its table leaves the sum blank."""
    two = with_lines(Line("a", "旅費", None, "約3百"), Line("b", "需用費", None, 200))
    assert snapshot(two).totals.amount.value == 200
    assert snapshot(one_line("約3百", None)).totals.amount.value is None


@pytest.mark.parametrize(
    "where", ["group/group-1/amount", "request/amount", "cost/request/total", "funding/request/general"]
)
def test_unreadable_sum_leaves_the_derived_one_in_force(where: str) -> None:
    """A sum typed as 「約百万」 is an unreadable amount and nothing else: what adds it up takes the derived figure."""
    assert [finding.rule for finding in findings(set_value(declared_sample(), where, "約百万"))] == ["amount"]


def test_line_is_named() -> None:
    """The sentence names the line, the table or the row of the unreadable amount."""
    assert "「委託料」の金額" in only(one_line("1.5"), "amount").message
    assert "「1.運営費」の合計" in only(set_value(one_line(), "group/table/amount", "x"), "amount").message
    assert "「要求額」の起債" in only(set_value(one_line(), "funding/request/bonds", "x"), "amount").message
    assert "（内容が空欄の行）" in only(with_lines(Line("a", "", "x")), "amount").message


@pytest.mark.parametrize(("amount", "previous"), [(5, None), (None, 5), (0, None)])
def test_line_with_an_amount_and_no_words(amount: int | None, previous: int | None) -> None:
    """A figure without 内容 would be printed without words; an empty line, or one with words, says nothing."""
    nameless = set_value(one_line(amount, previous), "line/only/text", " ")
    (found,) = findings(nameless, "unnamed-line")
    assert (found.place, found.severity) == ("line/only/text", "warning")
    assert findings(one_line(amount, previous), "unnamed-line") == []
    assert findings(set_value(one_line(None, None), "line/only/text", ""), "unnamed-line") == []
