"""The window under another Standard: its columns and words, and what it says of a request of another one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from model.document import storage
from model.standard.standard import Standard
from model.standard_folder.files import SHIPPED
from model.standard_folder.load import load
from model.values.identity import Identity
from tests.samples import sample
from ui.widgets.editing.editors import LineField
from ui.widgets.fields import FieldRow
from ui.window.main_window import MainWindow

EXAMPLE = SHIPPED / "example"


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    """The window under 架空県's Standard."""
    made = MainWindow(load(EXAMPLE), EXAMPLE)
    qtbot.addWidget(made)
    made.show()
    return made


def words(window: MainWindow) -> str:
    """Every label of the form, when all of it is made."""
    assert window.view is not None
    window.view.complete()
    return "\n".join(label.text() for label in window.view.findChildren(QLabel))


def test_window_opens_with_it(window: MainWindow) -> None:
    """The sample is 架空県's own, in its words; nothing is said at the foot."""
    window.files.open_sample()
    assert window.document is not None
    assert window.view is not None
    window.view.complete()
    assert replace(window.document.request, identity=Identity()) == storage.load(EXAMPLE / "sample.yosan")
    assert "要望の内容" in words(window)
    assert {"昨年度額", "決定額", "別枠", "財政課の説明"} <= set(words(window).split("\n"))
    assert not {"トータルコスト", "前年度予算額", "計上額", "財政課処理欄"} & set(words(window).split("\n"))
    assert window.statusBar().currentMessage() == ""


def test_new_request_is_its_own(window: MainWindow) -> None:
    """A request that is begun in the window remembers the Standard."""
    window.files.new()
    assert window.document is not None
    assert window.document.request.standard == "架空県"


@pytest.mark.parametrize(
    ("name", "named"), [("鳥取県", "「鳥取県」の様式の設定"), ("", "名前のない様式の設定（予算帖の前の版）")]
)
def test_request_of_another_standard_is_said_at_the_foot(
    window: MainWindow, tmp_path: Path, in_force: Standard, qtbot: QtBot, name: str, named: str
) -> None:
    """A file of 鳥取県 opened here is said at the foot and stands in the findings; saved, it is what it was but for its lasting ids."""
    path = tmp_path / "x.yosan"
    path.write_bytes(storage.dumps(replace(sample(), standard=name)))
    before = storage.load(path)
    window.files.open(path)
    said = window.statusBar().currentMessage()
    assert f"{named}で書かれ、いまは「架空県」" in said
    assert window.document is not None
    assert said in {finding.message for finding in window.document.snapshot.findings.all}
    assert window.files.saves.save()
    assert replace(storage.load(path), identity=before.identity) == before
    own = MainWindow(in_force, SHIPPED / "tottori")
    qtbot.addWidget(own)
    own.files.open(path)
    assert own.statusBar().currentMessage() == ""


def test_standard_without_a_sample(tmp_path: Path, qtbot: QtBot) -> None:
    """A folder that brings no sample, and builds on none that does, says so above the first page."""
    folder = tmp_path / "mine"
    shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns("*.yosan"))
    window = MainWindow(load(folder), folder)
    qtbot.addWidget(window)
    window.files.open_sample()
    line = window.bars.in_sight
    assert line is not None
    assert "sample.yosan" in " ".join(label.text() for label in line.findChildren(QLabel))
    assert window.view is None


def test_characters_are_counted_where_the_form_has_a_limit(window: MainWindow) -> None:
    """Below 事業名, for which the form has 20 characters, stands how many it has; the second line of it has no limit."""
    window.files.open_sample()
    assert window.view is not None
    window.view.complete()
    name = next(row for row in window.view.form.findChildren(FieldRow) if row.place == "header/name")
    other = next(row for row in window.view.form.findChildren(FieldRow) if row.place == "header/subtitle")
    name.focus_place("header/name")
    assert isinstance(name.editor, LineField)
    name.editor.selectAll()
    QTest.keyClicks(name.editor, "x" * 23)
    counted = [label.text() for label in name.findChildren(QLabel)]
    assert "23／20字" in counted
    assert not any("字" in label.text() for label in other.findChildren(QLabel))
    window.view.document.undo()
    assert "23／20字" not in [label.text() for label in name.findChildren(QLabel)]
