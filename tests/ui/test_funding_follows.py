"""Funding that follows, typed in the window."""

from __future__ import annotations

from model.request.grounds import FundingTerm
from model.request.parts import add_part
from tests.ui.desk import Desk
from tests.ui.hands import Key, press, type_text

WHERE = "funding/request/national"


def test_half_of_the_cost_is_typed(desk: Desk) -> None:
    """「=事業費×1/2」 in a funding cell shows the figure, keeps what was typed, and follows a line."""
    desk.go(WHERE)
    type_text("=")
    type_text("事業費×1/2")
    press(Key.Key_Return)
    assert desk.shown(WHERE) == "62,383"
    assert "62,383.5 → 62,383" in desk.told(WHERE)
    assert desk.request.bases[WHERE] == "事業費×1/2"
    desk.go("line/line-1-2/amount")
    type_text("6470")
    press(Key.Key_Return)
    assert desk.shown(WHERE) == "62,384"
    assert desk.snapshot.totals.funding_gap == 0
    desk.go(WHERE)
    press(Key.Key_F2)
    assert desk.is_editing()
    press(Key.Key_Escape)


def test_a_rate_in_the_grounds_fills_the_cell(desk: Desk) -> None:
    """A rate typed in 財源の根拠 shows the figure in the blank cell as a calculated one; a typed one stands."""
    desk.view.form.make_all()
    desk.document.edit("行", add_part(desk.request, FundingTerm("term", "national", "補助金")))
    desk.go("term/term/rate")
    type_text("1/2")
    press(Key.Key_Return)
    assert desk.shown(WHERE) == "62,383"
    desk.go(WHERE)
    type_text("60000")
    press(Key.Key_Return)
    assert desk.shown(WHERE) == "60,000"
    desk.undo()
    assert desk.shown(WHERE) == "62,383"
