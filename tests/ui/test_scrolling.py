"""What is painted while the page scrolls or a line is typed: only what comes in sight or changes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QScrollArea, QStyleOptionViewItem

from tests.samples import big
from tests.ui.hands import Key, press, settle, type_text
from ui.costs.cost_model import CostModel
from ui.tables.cell_editors import CellDelegate
from ui.widgets.style import LIST_FILL, PAGE_FILL
from ui.window.main_window import MainWindow
from ui.window.request_view import RequestView

ROWS_AT_ONCE = 4  # rows of the cost table that one key may paint


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The row of each cell of the cost table that is painted; noted before the window is made, for PySide asks once which method paints."""
    rows: list[int] = []
    paint = CellDelegate.paint

    def noted(
        self: CellDelegate, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex
    ) -> None:
        if isinstance(index.model(), CostModel):
            rows.append(index.row())
        paint(self, painter, option, index)

    monkeypatch.setattr(CellDelegate, "paint", noted)
    return rows


@pytest.fixture
def view(painted: list[int], window: MainWindow) -> RequestView:
    """A request of a hundred lines, whose first cost table begins at the foot of the window."""
    window.show_request(big(100), None)
    assert window.view is not None
    window.view.complete()
    window.view.focus_place("line/line-1/text")
    settle()
    return window.view


def test_page_that_scrolls_is_not_painted_anew(view: RequestView, painted: list[int]) -> None:
    """A turn of the wheel paints the rows that come in sight, not all that are in sight."""
    bar = view.form.verticalScrollBar()
    bar.setValue(bar.value() + 150)
    QApplication.processEvents()
    assert len(set(painted)) > ROWS_AT_ONCE
    painted.clear()
    bar.setValue(bar.value() + 30)
    QApplication.processEvents()
    assert 1 <= len(set(painted)) <= ROWS_AT_ONCE


def test_enter_paints_the_row_left_and_the_row_reached(view: RequestView, painted: list[int]) -> None:
    """Where the page follows the cursor down a table, a line that is typed costs the same at its foot as at its head."""
    before = view.form.verticalScrollBar().value()
    for _ in range(12):
        type_text("abc")
        QApplication.processEvents()
        painted.clear()
        press(Key.Key_Return)
        QApplication.processEvents()
        assert 1 <= len(set(painted)) <= ROWS_AT_ONCE
    assert view.form.verticalScrollBar().value() > before


def test_pages_have_a_background_of_their_own(view: RequestView) -> None:
    """Nothing shines through what scrolls: it is painted in the colour of the page, and white beside it."""
    questions = view.questions.findChild(QScrollArea)
    assert questions is not None
    for area, colour in ((view.form, PAGE_FILL), (questions, LIST_FILL)):
        page = area.widget()
        assert page.autoFillBackground()
        assert page.palette().color(page.backgroundRole()) == colour
    assert view.form.grab().toImage().pixelColor(4, 4) == PAGE_FILL


def test_a_figure_repaints_its_own_row_alone(view: RequestView, painted: list[int]) -> None:
    """A key in an amount paints the cells of its line, and neither those above nor those below."""
    view.focus_place("line/line-3/amount")
    QApplication.processEvents()
    type_text("1")
    QApplication.processEvents()
    painted.clear()
    type_text("2")
    QApplication.processEvents()
    costs = view.form.content.costs
    assert costs is not None
    assert set(painted) == {costs.currentIndex().row()}
