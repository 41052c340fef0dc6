"""Blocks of many rows: read beside the window where they take long, stopped, put in once; and how often each thing is done for one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from model.standard.standard import Standard
from model.values.fiscal_year import FiscalYear
from templates.readers.pasted import pasted_table
from templates.readers.pasted.read_block import Target
from templates.readers.tables import cell_amount, grid
from tests.pasted_rows import pasted_rows
from tests.ui.desk import Desk
from tests.ui.hands import Key, press, type_text
from ui.costs import cost_paste
from ui.costs.cost_model import CostModel
from ui.window.commands.source_reading import ReadingBar
from ui.window.files import beside

PLACE = "line/line-1-1/text"
ROWS = 40


class Slow:
    """The reading of a block, which waits until it is let."""

    def __init__(self) -> None:
        self.goes_on, self.ended = Event(), Event()
        self.understand = pasted_table.understand

    def __call__(self, *given: object) -> object:
        """Read a block as ``understand`` does, with a pause."""
        try:
            assert self.goes_on.wait(30)
            return self.understand(*given)  # type: ignore[arg-type]
        finally:
            self.ended.set()


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[Slow]:
    """A block of a few rows that is as slow as one of many thousand."""
    slow = Slow()
    monkeypatch.setattr(cost_paste, "MOST_AT_ONCE", ROWS)
    monkeypatch.setattr(pasted_table, "understand", slow)
    monkeypatch.setattr(beside, "AT_ONCE_MS", 20)
    yield slow
    slow.goes_on.set()
    assert slow.ended.wait(30)


def bar_of(desk: Desk) -> ReadingBar | None:
    """The bar at the foot of the window, where one is shown."""
    bar = desk.window.statusBar().findChild(ReadingBar)
    return bar if isinstance(bar, ReadingBar) and bar.isVisible() else None


def test_a_long_block_is_read_beside_the_window(desk: Desk, slow: Slow, qtbot: QtBot) -> None:
    """The foot of the window says that the block is read; once it is, it is in the table, as one step, and is said."""
    desk.go(PLACE)
    desk.paste(pasted_rows(ROWS))
    bar = bar_of(desk)
    assert bar is not None
    assert bar.words.text() == "「貼り付ける表」を読み込んでいます…"
    assert desk.document.undo_label is None
    slow.goes_on.set()
    qtbot.waitUntil(lambda: desk.message.startswith(f"見出し1行と計1行を除いて{ROWS}行を貼り付けました。"))
    assert bar_of(desk) is None
    assert len(desk.request.groups[0].lines) == ROWS
    desk.undo()
    assert desk.document.undo_label is None


def test_the_reading_of_a_block_is_stopped_by_its_key(desk: Desk, slow: Slow, qtbot: QtBot) -> None:
    """Alt+Y stops it: nothing is pasted, now or when it is read, and the window says so."""
    desk.go(PLACE)
    before = desk.request
    desk.paste(pasted_rows(ROWS))
    QTest.keyClick(desk.window, Key.Key_Y, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: desk.message == "貼り付けをやめました。表は変わっていません。")
    slow.goes_on.set()
    assert slow.ended.wait(30)
    QTest.qWait(60)  # nothing is pasted any more: there is nothing to wait for
    assert bar_of(desk) is None
    assert desk.request is before


def test_a_block_is_not_put_into_what_changed_while_it_was_read(desk: Desk, slow: Slow, qtbot: QtBot) -> None:
    """What is typed meanwhile stays as it is: the block is not put over it, and that is said."""
    desk.go(PLACE)
    desk.paste(pasted_rows(ROWS))
    desk.go("header/subtitle")
    type_text("x")
    typed = desk.request
    slow.goes_on.set()
    qtbot.waitUntil(lambda: "要求書が変わったので、貼り付けませんでした。" in desk.message)
    assert desk.request is typed


def test_a_paste_does_each_thing_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """For one paste the block is understood once, the rows are laid out once, and one step of undo and one sentence come of it."""
    done: Counter[str] = Counter()

    def count(owner: object, name: str) -> None:
        own: Callable[..., object] = getattr(owner, name)

        def counted(*given: object, **named: object) -> object:
            done[name] += 1
            return own(*given, **named)

        monkeypatch.setattr(owner, name, counted)

    count(pasted_table, "understand")
    count(pasted_table, "read_block")
    count(cost_paste, "paste_tables")
    count(CostModel, "_show_rows")
    desk.go(PLACE)
    desk.paste(pasted_rows(300))
    assert set(done.values()) == {1}, done
    assert len(done) == 4
    assert len(desk.document.history) == 1


@pytest.mark.parametrize("rows", [100, 400])
def test_the_amount_of_a_cell_is_read_once(
    in_force: Standard, monkeypatch: pytest.MonkeyPatch, rows: int
) -> None:
    """However often the engine asks for the figures of a block, each cell is read once."""
    read: Counter[object] = Counter()
    own = grid.amount_of

    def counted(value: grid.Value | None, unit: str, **named: bool) -> object:
        read[value] += value is not None
        return own(value, unit, **named)

    for module in (grid, cell_amount):
        monkeypatch.setattr(module, "amount_of", counted)
    block = [line.split("\t") for line in pasted_rows(rows).split("\n")]
    target = Target(("text", "previous", "amount", None, None, "remark"))
    found = pasted_table.understand(block, target, in_force, FiscalYear(2019, "平成", 31))
    assert len(found.table.rows) == rows
    cells = sum(bool(cell) for line in block for cell in line)
    assert rows * 4 < read.total() <= cells


def test_a_long_block_that_is_not_proven_is_asked(desk: Desk, slow: Slow, qtbot: QtBot) -> None:
    """What could not be proven of a long block is asked once it is read; nothing is in the table before."""
    desk.go(PLACE)
    before = desk.request
    rows = "\n".join(f"経費{row}\t{row}000000\t{row}000000" for row in range(2_001, 2_001 + 2 * ROWS))
    desk.paste(rows)
    slow.goes_on.set()
    qtbot.waitUntil(lambda: "円か千円か" in desk.message)
    assert "表には何も貼り付けていません。" in desk.message
    press(Key.Key_Escape)
    assert desk.request is before
