"""What one key costs, counted: what is computed anew for it, and what is painted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from model.incremental.results import Results
from model.request.request import Request, Section
from tests.samples import sample
from tests.ui.desk import Desk
from tests.ui.hands import Key, press, type_text


@pytest.fixture
def computed(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each function that is known by its arguments was computed."""
    counts: Counter[str] = Counter()
    compute = Results._compute

    def counted(self: Results, function: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
        counts[function.__name__] += 1
        return compute(self, function, arguments)

    monkeypatch.setattr(Results, "_compute", counted)
    return counts


class Painted(QObject):
    """How many pixels were painted of each widget."""

    def __init__(self) -> None:
        super().__init__()
        self.pixels: Counter[str] = Counter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count what a widget paints."""
        if isinstance(event, QPaintEvent) and isinstance(watched, QWidget):
            region = event.region().boundingRect()
            self.pixels[type(watched).__name__] += region.width() * region.height()
        return False


@pytest.fixture
def painted() -> Iterator[Painted]:
    """What is painted during the test."""
    watcher = Painted()
    app = QApplication.instance()
    assert app is not None
    app.installEventFilter(watcher)
    yield watcher
    app.removeEventFilter(watcher)


def long_request() -> Request:
    """The real sheet with a narrative of many paragraphs."""
    words = "　会議の開催に230千円を見込み、関係機関と協議を行う。\n" * 200
    return replace(
        sample(), sections=(*sample().sections, Section("long", "results", "これまでの取組状況", words))
    )


def without_pauses(desk: Desk) -> None:
    """Have nothing follow a pause, which a slow machine takes between two keys."""
    for pause in desk.view.findChildren(QTimer):
        if pause.isSingleShot():
            pause.setInterval(1_000_000)


def test_a_key_in_an_amount_computes_what_the_amount_changes(desk: Desk, computed: Counter[str]) -> None:
    """The line, its table, and the rows in which 要求額 stands: no form, no labour cost, no row of the 査定."""
    without_pauses(desk)
    desk.go("line/line-2-1/amount")
    type_text("1")  # opens the editor
    QCoreApplication.processEvents()
    assert desk.view.while_typing.is_checked
    computed.clear()
    type_text("2")
    QCoreApplication.processEvents()
    assert computed["_line"] == computed["_group"] == 1
    assert computed["_form_of"] == computed["_labour_terms"] == computed["_labour_notes_of"] == 0
    # once as figures and once as they stand in the form
    assert computed["_cost_row"] == 2 * 1
    assert computed["_funding_row"] == 2 * 1
    assert sum(computed.values()) <= 8, computed
    press(Key.Key_Escape)


def test_a_key_in_an_amount_paints_its_row_and_the_totals(desk: Desk, painted: Painted) -> None:
    """Of the window less than a twentieth is painted: the rows of the line and of its table, and the totals at the foot."""
    without_pauses(desk)
    desk.go("line/line-2-1/amount")
    type_text("1")
    QCoreApplication.processEvents()
    painted.pixels.clear()
    type_text("2")
    QCoreApplication.processEvents()
    window = desk.window.width() * desk.window.height()
    assert 0 < painted.pixels["TotalsBar"] < painted.pixels["CostTable"] < window / 20
    assert max(painted.pixels.values()) < window / 10
    press(Key.Key_Escape)


def test_a_key_in_a_long_narrative_computes_no_figure(desk: Desk, computed: Counter[str]) -> None:
    """A letter in a text changes no figure, and what the cut is made of is not read again, only put together.

    At the pause what the section says is read again, and nothing of the lines.
    """
    desk.open(long_request())
    desk.go("section/long/text")
    desk.pause()
    type_text("a")
    computed.clear()
    type_text("b")
    QCoreApplication.processEvents()
    assert computed == Counter(explained_cut=1, words_of_tables=1)  # the words that its sentences may name
    desk.pause()
    assert computed.pop("check") == 1
    assert 0 < sum(computed.values()) < 23  # 22: each of them once, of the five texts each, ``_said`` twice
    assert not computed.keys() & {"_check_line", "_check_group", "_names_of_table", "Names"}
