"""Requests with calculations (積算) for the tests of the window, and the editor in which one is typed."""

from __future__ import annotations

from model.request.request import Line, Request
from tests.samples import with_lines
from tests.ui.hands import focused
from ui.widgets.editing.figure_editor import FigureEditor

A, B, C = (f"line/{each}/amount" for each in "abc")


def three() -> Request:
    """Three lines, the first with an amount."""
    return with_lines(Line("a", "旅費", 5, 10), Line("b", "謝金"), Line("c", "会場"))


def worked_out(basis: str = "20,845円×11か月", amount: int | None = None) -> Request:
    """Three lines, the first with a calculation."""
    return with_lines(Line("a", "旅費", None, amount, basis=basis), Line("b", "謝金"), Line("c", "会場"))


def editor() -> FigureEditor:
    """The open editor of an amount."""
    widget = focused()
    assert isinstance(widget, FigureEditor), "no editor of an amount is open"
    return widget
