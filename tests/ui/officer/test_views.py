"""What the desk shows besides its table: sums that tie in each set of columns, ceilings, pictures, findings and versions."""

from __future__ import annotations

import os
import signal
import time
from multiprocessing import Pipe
from pathlib import Path

import msgspec
import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from main import STANDARD_FOLDER
from model.register.opening import Register, RegisterError, open_register
from model.register.views import Group
from model.standard.revenue_words import Ceiling
from model.standard.standard import Standard
from templates.desk.collecting import came_from, check_new, collect
from tests.desk import prefecture
from tests.ui.desk import nameless
from tests.ui.hands import CONTROL, Key, focused, press
from tests.ui.officer.rows import choose, one, requests, until
from ui.desk import desk_data, intake
from ui.desk.desk_columns import VIEWS
from ui.desk.desk_window import DeskWindow
from ui.window.long_message import LongMessage

NATIONAL = (
    "SELECT SUM(f.amount) FROM figures f JOIN versions v ON v.id = f.version WHERE f.source = 'national'"
    " AND f.row = 'request' AND v.expenditure IS NOT NULL"
)


def figure_of(window: DeskWindow, number: int, key: str) -> int:
    """What a cell shows, as a number."""
    words = window.requests.model.words_at(number, window.requests.model.column_of(key))
    return int(words.replace(",", "").replace("△", "-") or 0)


def test_the_columns_of_each_set_fit_at_1280_pixels(window: DeskWindow) -> None:
    """Beside the decision nothing has to be scrolled sideways to be read, in the sets that an officer works in."""
    window.resize(1280, 720)
    for number, view in enumerate(VIEWS):
        window.views.setCurrentIndex(number)
        QApplication.processEvents()
        table = window.requests.table
        assert table.horizontalHeader().length() <= table.viewport().width(), view


def test_keys_do_no_harm_before_the_register_is_read(
    qapp: QApplication,
    address: str,
    in_force: Standard,
    private_settings: None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A register that answers slowly shows an empty table, in which every view can be gone to."""
    monkeypatch.setattr(DeskWindow, "read", lambda _: None)
    window = DeskWindow(open_register(address), in_force, STANDARD_FOLDER)
    window.show()
    assert QTest.qWaitForWindowExposed(window)
    window.activateWindow()
    window.requests.search.setFocus()
    for key in (Key.Key_1, Key.Key_2, Key.Key_5, Key.Key_1):
        press(key, modifiers=CONTROL)
        press(Key.Key_Down, Key.Key_Return)
    assert window.requests.table.current is None
    monkeypatch.undo()
    window.close()


def test_the_sums_of_groups_tie_in_the_set_of_sources(window: DeskWindow, other: Register) -> None:
    """Whatever the groups, what they ask of a source adds up to what SQL adds up over the register."""
    window.views.setCurrentIndex(list(VIEWS).index("sources"))
    for number in range(1, window.requests.grouping.count()):
        window.requests.grouping.setCurrentIndex(number)
        heads = [at for at, entry in enumerate(window.requests.model.entries) if isinstance(entry, Group)]
        assert sum(figure_of(window, at, "asked_national") for at in heads) == one(other, NATIONAL)


def test_a_ceiling_is_held_against_general_funds(
    qapp: QApplication, address: str, in_force: Standard, private_settings: None, other: Register
) -> None:
    """What is left is the ceiling without the 一般財源 of all its requests, as SQL adds it up, asked and granted, whatever is searched for."""
    bureau = prefecture.BUREAUS[1]
    ceilings = [Ceiling(bureau, prefecture.YEAR, 1_000_000, prefecture.INITIAL)]
    standard = msgspec.structs.replace(in_force, ceilings=ceilings)
    window = DeskWindow(open_register(address, actor="担当"), standard, STANDARD_FOLDER)
    window.show()
    asked = one(
        other,
        "SELECT SUM(f.amount) FROM figures f JOIN versions v ON v.id = f.version WHERE f.source = 'general'"
        " AND f.row = 'request' AND v.expenditure IS NOT NULL AND v.bureau = :bureau",
        bureau=bureau,
    )
    granted = one(
        other,
        "SELECT SUM(x.amount) FROM decided x JOIN decisions d ON d.id = x.decision"
        " JOIN versions v ON v.id = d.version WHERE x.source = 'general' AND x.row = 'assessed'"
        " AND v.expenditure IS NOT NULL AND v.bureau = :bureau AND d.number ="
        " (SELECT MAX(e.number) FROM decisions e WHERE e.request = d.request AND e.stage = d.stage)",
        bureau=bureau,
    )
    window.requests.search.setText("00007")
    (use,) = window.data.ceilings(window.requests.stage.currentData())
    assert (use.asked, use.rest) == (asked, 1_000_000 - asked)
    assert (use.granted, use.rest_of_granted) == (granted, 1_000_000 - granted)
    assert f"{bureau} {1_000_000 - asked:,}" in window.requests.ceilings.text()
    window.views.setCurrentIndex(len(VIEWS))
    QApplication.processEvents()
    assert window.charts.ceilings.words_of(0)[1:3] == ["1,000,000", f"{asked:,}"]
    window.close()


def test_the_pictures_have_the_figures_of_the_table(window: DeskWindow, other: Register) -> None:
    """By 部局 and by source: the words of each picture say the sums that SQL adds up, and follow the search."""
    press(Key.Key_5, modifiers=CONTROL)
    QApplication.processEvents()
    groups, sources, _ = window.charts.views
    for bureau in prefecture.BUREAUS:
        asked = one(other, "SELECT SUM(expenditure) FROM versions WHERE bureau = :bureau", bureau=bureau)
        assert f"{bureau} {asked:,}" in groups.accessibleDescription()
    assert f"国庫支出金 {one(other, NATIONAL):,}" in sources.accessibleDescription()
    assert focused() is groups
    window.requests.search.setText(prefecture.BUREAUS[0])
    QApplication.processEvents()
    assert prefecture.BUREAUS[1] not in window.charts.sources.accessibleDescription()
    assert window.charts.groups.drawing is None, "one 部局 alone is compared with nothing"


def test_a_request_shows_its_versions_and_what_they_differ_in(
    window: DeskWindow, other: Register, in_force: Standard, tmp_path: Path
) -> None:
    """Each version that was received stands beside the table; Enter on an earlier one opens what the request differs in from it."""
    made = prefecture.request(6, version=2)
    path = prefecture.write(tmp_path, made, in_force, suffix=".yosan")
    os.utime(path, (1_900_000_000,) * 2)
    for _ in collect(other, came_from([(path, tmp_path)], ""), in_force, STANDARD_FOLDER):
        pass
    for _ in check_new(other, in_force):
        pass
    press(Key.Key_F5)
    until(lambda: any(row.number == 2 for row in window.data.read.rows))
    number = next(at for at, row in enumerate(requests(window)) if row.number == 2)
    choose(window, number)
    until(lambda: window.tabs.versions.count())
    texts = [window.tabs.versions.item(at).text() for at in range(window.tabs.versions.count())]
    versions = [text for text in texts if "版" in text.splitlines()[0]]
    assert "第2版" in versions[0]
    assert "いまの版" in versions[0]
    assert "第1版" in versions[1]
    assert window.tabs.findings.count() > 0
    window.tabs.setCurrentWidget(window.tabs.versions)
    window.tabs.versions.setFocus()
    window.tabs.versions.setCurrentRow(texts.index(versions[1]))
    window.tabs.versions.itemActivated.emit(window.tabs.versions.currentItem())
    (opened,) = window.opened.windows
    assert opened.document is not None
    assert opened.document.is_locked
    page = opened.centralWidget().currentWidget()  # type: ignore[attr-defined]
    assert page.compared.comparison.differences
    opened.close()


def test_what_comes_into_a_folder_is_told_and_shown(
    window: DeskWindow, in_force: Standard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder is chosen once: a new file is told and in the table, a broken one is told with the reason; one that hangs is said, and the window closes."""
    made = prefecture.request(4_000)
    age = (1_800_000_000,) * 2
    os.utime(prefecture.write(tmp_path / "in", made, in_force, suffix=".yosan"), age)
    (tmp_path / "in" / "broken.yosan").write_bytes(b"{")
    os.utime(tmp_path / "in" / "broken.yosan", age)
    window.intake.watch(tmp_path / "in")
    until(lambda: window.intake_pane.files.rowCount() == 2)
    rows = window.intake_pane.files
    told = {rows.item(at, 2).text(): rows.item(at, 1).text() for at in range(2)}
    assert told.pop("broken.yosan") == "受け付けず"
    assert list(told.values()) == ["新規"]
    until(lambda: any(row.name == made.header.name for row in requests(window)))
    press(Key.Key_6, modifiers=CONTROL)
    QApplication.processEvents()
    assert nameless(window) == []
    monkeypatch.setattr(intake, "PATIENCE_S", 0.0)
    process = window.intake._process
    assert process is not None
    assert process.pid is not None
    os.kill(process.pid, signal.SIGSTOP)
    until(lambda: "応答しません" in window.intake.said)
    began = time.monotonic()
    window.close()
    assert time.monotonic() - began < 10
    assert not process.is_alive()


def test_a_negative_amount_has_the_sign_of_the_standard(in_force: Standard) -> None:
    """A prefecture that prints ▲ has it in the table, the sums and the pictures of the desk too."""
    printing = msgspec.structs.replace(in_force.printing, minus_on_screen="▲")
    other = msgspec.structs.replace(in_force, printing=printing)
    assert [desk_data.DeskData(each).figure(-1_234) for each in (in_force, other)] == ["△1,234", "▲1,234"]


def test_an_order_to_a_watch_that_has_ended_is_passed_over(window: DeskWindow) -> None:
    """The process died a moment ago: an order to it raises nothing, and the next listening says that it is over."""
    window.intake._connection, there = Pipe()
    there.close()
    window.intake.take_again("a.yosan", "renamed")
    window.intake.listen()
    assert "終わりました" in window.intake.said


@pytest.mark.parametrize("number", range(6))
def test_every_view_has_names_for_a_screen_reader(window: DeskWindow, number: int) -> None:
    """Each field, list, tab and button of each view has a name, with a request chosen and its lists shown."""
    choose(window, 0)
    for tab in range(window.tabs.count()):
        window.tabs.setCurrentIndex(tab)
        window.views.setCurrentIndex(number)
        QApplication.processEvents()
        assert nameless(window) == []


def test_a_register_that_cannot_be_read_is_said(window: DeskWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    """The server is gone: the table stays as it was, and the sentence says what cannot be read."""

    def refuse(_: object) -> None:
        raise RegisterError("台帳を読み書きできません。" + "もう一度してください。" * 20)

    count = len(requests(window))
    monkeypatch.setattr(desk_data, "progress", refuse)
    press(Key.Key_F5)
    until(lambda: "台帳を読み書きできません" in window.statusBar().currentMessage())
    assert len(requests(window)) == count
    label = window.statusBar().findChild(LongMessage)
    assert label is not None
    assert label.isVisible(), "it takes as many lines as it needs"
    assert label.height() >= label.heightForWidth(label.width())
