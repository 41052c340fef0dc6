"""Saving, closing and another document while the input method composes: what is composed is work and is not lost."""

from __future__ import annotations

from functools import partial
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from model.document import storage
from model.request.place import Place
from tests.samples import sample
from tests.ui.desk import Desk
from tests.ui.hands import CONTROL, Key, compose, press
from ui.window import dialogs
from ui.window.main_window import MainWindow

CELLS = ["line/line-1-1/amount", "line/line-1-4/text", "line/line-1-4/remark"]
FIELDS = ["header/name", "request/amount", "header/stage", "section/section-1/text"]
"""One field of each kind: text, figure, choice, area."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A saved file of the real sheet."""
    path = tmp_path / "要求書.yosan"
    storage.save(sample(), path)
    return path


@pytest.mark.parametrize(
    # F2 opens a cell; in a field it does nothing
    ("place", "opening"),
    [*product(CELLS, ([], [Key.Key_F2])), *((field, []) for field in FIELDS)],
)
def test_closing_while_composing(
    window: MainWindow, file: Path, monkeypatch: pytest.MonkeyPatch, place: Place, opening: list[Qt.Key]
) -> None:
    """Closing the window of a saved file while composing commits the composition before it is asked what becomes of the changes."""
    window.files.open(file)
    desk = Desk(window)
    desk.go(place)
    if place in FIELDS:
        press(Key.Key_A, modifiers=CONTROL)
    else:
        press(*opening)
        if opening:
            press(Key.Key_A, modifiers=CONTROL)
    compose("１２")
    asked: list[object] = []

    def ask(*_: object) -> str:
        asked.append(desk.value(place))
        return "save"

    monkeypatch.setattr(dialogs, "ask_about_changes", ask)

    assert window.close()
    assert len(asked) == 1
    assert asked[0] in (12, "１２")
    assert storage.load(file) == desk.request
    assert desk.value(place) == asked[0]


def compose_over(desk: Desk, place: Place) -> None:
    """Begin to compose over what stands in a cell or field."""
    desk.go(place)
    if place in FIELDS:
        press(Key.Key_A, modifiers=CONTROL)
    compose("１２")


@pytest.mark.parametrize("place", [*CELLS, *FIELDS])
def test_another_document_while_composing(
    window: MainWindow, file: Path, monkeypatch: pytest.MonkeyPatch, place: Place
) -> None:
    """Another document while composing in a saved one asks first: what is composed is work."""
    window.files.open(file)
    desk = Desk(window)
    saved = desk.request
    asked: list[object] = []
    monkeypatch.setattr(dialogs, "ask_about_changes", lambda *_: asked.append(desk.value(place)) or "cancel")
    for leave in (window.files.new, window.files.open_sample, partial(window.files.open, file)):
        compose_over(desk, place)
        leave()
        assert desk.value(place) in (12, "１２")
        assert asked == [desk.value(place)]
        asked.clear()
        desk.undo()
        assert desk.request == saved


def test_saving_by_the_menu_while_composing(window: MainWindow, file: Path) -> None:
    """上書き保存 from the menu while composing writes what was composed."""
    window.files.open(file)
    desk = Desk(window)
    for place in (*CELLS, *FIELDS):
        compose_over(desk, place)
        desk.action("上書き保存").trigger()
        assert desk.value(place) in (12, "１２")
        assert storage.load(file) == desk.request
