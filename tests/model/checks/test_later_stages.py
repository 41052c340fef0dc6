"""What is asked at a later stage: its components, and what stood before it."""

from __future__ import annotations

from model.edits.fields import set_value
from tests.samples import findings, one_line, only, set_values, snapshot


def test_components_make_up_the_request() -> None:
    """復活 300 and 追加 700 make up a 要求額 of 1,000; 600 do not, and the finding stands at the components."""
    stage = [("header/stage", "一般事業調整"), ("component/revived", 300), ("component/added", 700)]
    request = set_values(one_line(1_000), stage)
    assert findings(request, "13") == []
    found = only(set_value(request, "component/added", 600), "13")
    assert (found.place, found.severity) == ("component/revived", "error")
    assert "900千円" in found.message
    assert "1,000千円" in found.message


def test_components_of_another_form_are_no_request() -> None:
    """Where the form was changed to one without 復活・追加, what was typed there makes up no 要求額."""
    typed = set_values(one_line(None), [("header/stage", "一般事業調整"), ("component/added", 700)])
    assert snapshot(typed).totals.amount.value == 700
    assert snapshot(set_value(typed, "header/stage", "一般事業要求")).totals.amount.value is None
    assert snapshot(set_value(typed, "header/sheet", "commitment")).totals.amount.value is None


def test_what_stood_before_is_one_figure() -> None:
    """既整理額 of the total-cost table stands in the funding table too; another figure there is a finding."""
    stage = [("header/stage", "一般事業調整"), ("cost/standing/expense", 5_000)]
    request = set_values(one_line(1_000), stage)
    rows = snapshot(request).totals.funding_rows
    assert (rows["standing"].expense.value, rows["total"].expense.value) == (5_000, 6_000)
    found = only(set_value(request, "funding/standing/expense", 4_999), "6")
    assert found.place == "funding/standing/expense"
