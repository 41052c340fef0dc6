"""Two views of the form: the section's, without 査定, 計上額 and 財政課の欄 until there is a 査定, and the finance division's."""

from __future__ import annotations

from PySide6.QtCore import QSettings

from model.edits.fields import set_value
from model.next_year import next_year
from tests.samples import one_line, sample, standard
from tests.ui.desk import Desk
from tests.ui.hands import Key, choose, focused, press, type_text
from ui.form.sections import has_finance_part

FINANCE = {"財政課処理欄", "財政課使用欄"}


def titles(desk: Desk) -> list[str]:
    """The rows of the navigator, without their marks."""
    rows = [desk.view.navigator.item(row).text() for row in range(desk.view.navigator.count())]
    return [row.partition("\n")[0] for row in rows]


def rows_of_total_cost(desk: Desk) -> list[str]:
    """The rows of the total-cost table."""
    return [row.key for row in desk.figures("トータルコスト").figures.table.rows]


def test_the_section_sees_what_it_writes(desk: Desk) -> None:
    """A request before any 査定 has no field, row or section of the finance division; Tab goes past where they would be."""
    desk.open(one_line())
    assert not FINANCE & set(titles(desk))
    assert "事業費" in titles(desk)
    assert rows_of_total_cost(desk) == ["request", "previous"]
    assert not desk.field("assessment/amount").isVisible()
    desk.go("funding_words")
    press(Key.Key_Tab)
    assert desk.view.form.place_in_focus() not in ("assessment/result", "assessment/amount")


def test_the_view_is_switched_in_the_menu_and_remembered(desk: Desk) -> None:
    """表示 → 財政課の欄も表示する shows them, also in the next request and after the next start; once more puts them away."""
    desk.open(one_line())
    desk.go("funding/request/other")
    choose(Key.Key_V, "財政課の欄も表示する")
    assert set(titles(desk)) >= FINANCE
    assert rows_of_total_cost(desk) == ["assessed", "request", "previous"]
    assert desk.field("assessment/amount").isVisible()
    assert titles(desk)[desk.view.navigator.currentRow()] == "要求額の財源内訳", "where the focus stayed"
    settings = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "yosancho", "yosancho")
    assert settings.value("finance_view") == "1"
    desk.open(next_year(sample(), standard()))
    assert set(titles(desk)) >= FINANCE
    choose(Key.Key_V, "財政課の欄も表示する")
    assert not FINANCE & set(titles(desk))
    assert rows_of_total_cost(desk) == ["request", "previous"]


def test_what_is_there_is_never_hidden(desk: Desk) -> None:
    """A request with a 査定, with people of the finance division's row, or with one of its figures shows the part in both views."""
    for request in (
        sample(),
        set_value(one_line(), "headcount/assessed/regular", "1.9"),
        set_value(one_line(), "funding/assessed/other", 5),
        set_value(one_line(), "cost/assessed/expense", 5),
        set_value(one_line(), "assessment/comment", "精査しました。"),
    ):
        assert has_finance_part(request)
        desk.open(request)
        assert set(titles(desk)) >= FINANCE
    assert not has_finance_part(one_line())


def test_nothing_vanishes_below_a_hand(desk: Desk) -> None:
    """Where the last figure of the 査定 is deleted, its field stays while the request is open; so it does after undo and redo."""
    desk.open(set_value(one_line(), "assessment/amount", 900))
    desk.go("assessment/amount")
    press(Key.Key_Delete)
    assert desk.value("assessment/amount") is None
    assert focused() is desk.field("assessment/amount").editor
    assert desk.field("assessment/amount").isVisible()
    desk.undo()
    assert desk.value("assessment/amount") == 900


def test_going_to_a_place_shows_it(desk: Desk) -> None:
    """What leads to a field of the finance division's part, as a finding or a comparison does, brings the part into sight."""
    desk.open(one_line())
    desk.go("funding/assessed/other")
    assert desk.current == "funding/assessed/other"
    assert set(titles(desk)) >= FINANCE


def test_an_assessment_that_comes_in_is_shown(desk: Desk) -> None:
    """An edit that brings a 査定, as a merge does, shows the part at once."""
    desk.open(one_line())
    desk.document.edit("合わせる", set_value(desk.request, "assessment/amount", 900))
    assert desk.field("assessment/amount").isVisible()
    desk.go("header/name")
    type_text("x")
    assert set(titles(desk)) >= FINANCE


def test_next_years_draft_is_the_sections(desk: Desk) -> None:
    """The draft of next year from an assessed request begins in the section's view: last year's 査定 is gone."""
    desk.open(sample())
    assert set(titles(desk)) >= FINANCE
    desk.window.parts.imports.make_next_year()
    assert not FINANCE & set(titles(desk))
    assert rows_of_total_cost(desk) == ["request", "previous"]
