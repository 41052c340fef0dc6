"""The section's shelf on the start page: read beside the window in pieces, searched, sorted, opened and worked on by keys."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QRect, QSettings, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from model.document import storage
from model.edits.fields import set_value
from model.next_year import next_year
from model.request.request import Request
from model.shelf import listed
from model.values.identity import Identity
from tests.samples import one_line, sample, standard
from tests.ui.desk import Desk, nameless
from tests.ui.hands import ALT, CONTROL, SHIFT, Key, focused, press, type_text
from ui.window import dialogs
from ui.window.main_window import MainWindow
from ui.window.shelf.shelf_model import COLUMNS
from ui.window.shelf.shelf_pane import ShelfPane
from ui.window.start_page import StartPage

HEADINGS = [column.heading for column in COLUMNS]


@pytest.fixture(scope="module")
def draft() -> Request:
    """The next year's request of the real sheet; to make it costs more than to read a folder."""
    return next_year(sample(), standard())


@pytest.fixture
def folder(tmp_path: Path, draft: Request) -> Path:
    """A folder with four requests, one of them damaged."""
    folder = tmp_path / "情報政策課"
    folder.mkdir()
    storage.save(sample(), folder / "住基ネット（平成31年度）.yosan")
    storage.save(draft, folder / "案.yosan")
    storage.save(one_line(), folder / "運営.yosan")
    (folder / "壊れた.yosan").write_bytes(b'{"format": 5, "hea')
    return folder


@pytest.fixture
def shelf(window: MainWindow, folder: Path, qtbot: QtBot) -> ShelfPane:
    """The start page with the requests of the folder."""
    window.parts.shelf.choose_folder(folder)
    return shown(window, qtbot)


def shown(window: MainWindow, qtbot: QtBot) -> ShelfPane:
    """The start page, once the folder is read."""
    window.show_start()
    wait(window, qtbot)
    pane = page(window).shelf
    assert pane is not None
    return pane


def wait(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until nothing goes on."""
    qtbot.waitUntil(lambda: not window.parts.shelf.is_busy, timeout=20_000)
    QApplication.processEvents()


def page(window: MainWindow) -> StartPage:
    """The page that is shown."""
    stack = window.centralWidget()
    found = stack.currentWidget()  # type: ignore[attr-defined]
    assert isinstance(found, StartPage)
    return found


def column(pane: ShelfPane, heading: str) -> list[str]:
    """What a column shows, from above."""
    model, number = pane.shown, HEADINGS.index(heading)
    return [str(model.index(row, number).data()) for row in range(model.rowCount())]


def test_the_folder_is_chosen_once(
    window: MainWindow, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The start page offers to list a folder; it is remembered, and the rows have the focus."""
    window.show_start()
    monkeypatch.setattr(dialogs, "ask_shelf_folder", lambda *_: folder)
    press(Key.Key_Tab, Key.Key_Tab, Key.Key_Tab, Key.Key_Return)
    wait(window, qtbot)
    pane = page(window).shelf
    assert pane is not None
    assert focused() is pane.table
    assert window.files.recent.shelf_folder == folder
    settings = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "yosancho", "yosancho")
    assert settings.value("shelf_folder") == str(folder)
    assert column(pane, "年度") == ["令和2年度", "平成31年度", "平成31年度", ""]


def test_each_request_is_a_row_and_a_damaged_file_says_so(shelf: ShelfPane) -> None:
    """The figures of each request stand in its row; a file that cannot be opened is one row with the reason; the years are summed."""
    assert column(shelf, "要求額") == ["", "124,767", "1,000", ""]
    assert column(shelf, "前年度") == ["124,288", "118,656", "900", ""]
    assert column(shelf, "増減") == ["", "6,111", "100", ""]
    assert int(column(shelf, "未記入")[0]) > 10
    assert column(shelf, "誤り・注意")[1] == "▲2"
    assert "壊れている" in column(shelf, "事業名")[3]
    assert shelf.sums.text().splitlines() == [
        "令和2年度　要求額のないもの 1件",
        "平成31年度　2件　要求額 125,767千円　前年度 119,556千円　増減 6,211千円",
    ]


def test_enter_opens_and_the_list_comes_back(
    window: MainWindow, shelf: ShelfPane, folder: Path, qtbot: QtBot
) -> None:
    """Arrow and Enter open a request; Ctrl+Shift+O leads back; what was written since is read again, and only that."""
    press(Key.Key_Down, Key.Key_Down, Key.Key_Return)
    assert window.document is not None
    assert window.document.path == folder / "運営.yosan"
    Desk(window).go("header/name")
    press(Key.Key_A, modifiers=CONTROL)
    type_text("施設運営事業")
    press(Key.Key_S, modifiers=CONTROL)
    press(Key.Key_O, modifiers=CONTROL | SHIFT)
    wait(window, qtbot)
    pane = page(window).shelf
    assert pane is not None
    assert focused() is pane.table
    assert "施設運営事業" in column(pane, "事業名")
    assert window.document is None


def test_a_damaged_file_is_not_opened(window: MainWindow, shelf: ShelfPane) -> None:
    """Enter on a file that cannot be read says why; the list stays."""
    press(Key.Key_Down, times=3)
    press(Key.Key_Return)
    assert window.document is None
    assert "壊れている" in window.statusBar().currentMessage()


def test_long_sums_do_not_widen_the_window(shelf: ShelfPane) -> None:
    """The sums of a year with every kind of 用紙 go on on a second line: half a screen is enough for the list."""
    before = shelf.minimumSizeHint().width()
    shelf.sums.setText("令和9年度　120件　" + "債務負担行為　12件　要求額 1,074,250千円　" * 9)
    assert shelf.minimumSizeHint().width() == before


def test_search_filter_and_order(shelf: ShelfPane) -> None:
    """Ctrl+F searches words of any column; a year and a state narrow the rows; the sums are those of the rows shown; a heading sorts."""
    press(Key.Key_F, modifiers=CONTROL)
    assert focused() is shelf.search
    type_text("運営.yosan 31")
    assert column(shelf, "ファイル") == ["運営.yosan"]
    assert shelf.sums.text().startswith("平成31年度　1件　要求額 1,000千円")
    assert "4件のうち1件" in shelf.sums.text()
    shelf.search.clear()
    shelf.year.setCurrentText("平成31年度")
    assert len(column(shelf, "年度")) == 2
    shelf.year.setCurrentIndex(0)
    shelf.state.setCurrentText("開けないもの")
    assert column(shelf, "ファイル") == ["壊れた.yosan"]
    shelf.state.setCurrentIndex(0)
    shelf.table.sortByColumn(HEADINGS.index("要求額"), shelf.table.horizontalHeader().sortIndicatorOrder())
    assert column(shelf, "要求額")[:2] == ["124,767", "1,000"]


def test_from_the_search_to_the_rows(shelf: ShelfPane) -> None:
    """Enter and ↓ in the search go to the first row that is shown, which is chosen; Esc takes the words away; Ctrl+F takes them up."""
    press(Key.Key_F, modifiers=CONTROL)
    type_text("31")
    press(Key.Key_Return)
    assert focused() is shelf.table
    assert [index.row() for index in shelf.table.selectionModel().selectedRows()] == [0]
    press(Key.Key_F, modifiers=CONTROL)
    type_text("ネット")
    assert len(column(shelf, "ファイル")) == 2
    assert [index.row() for index in shelf.table.selectionModel().selectedRows()] != []
    press(Key.Key_Escape)
    assert focused() is shelf.table
    assert len(column(shelf, "ファイル")) == 4
    shelf.year.setFocus()
    press(Key.Key_F, modifiers=CONTROL)
    assert focused() is shelf.search


def test_the_list_is_as_it_was_left(window: MainWindow, shelf: ShelfPane, folder: Path, qtbot: QtBot) -> None:
    """Who comes back from a request finds search, year, order and the row that was opened."""
    press(Key.Key_F, modifiers=CONTROL)
    type_text("31")
    shelf.year.setCurrentText("平成31年度")
    shelf.table.sortByColumn(HEADINGS.index("要求額"), Qt.SortOrder.DescendingOrder)
    press(Key.Key_Return, Key.Key_Down, Key.Key_Return)
    assert window.document is not None
    assert window.document.path == folder / "運営.yosan"
    press(Key.Key_O, modifiers=CONTROL | SHIFT)
    wait(window, qtbot)
    pane = page(window).shelf
    assert pane is not None
    assert (pane.search.text(), pane.year.currentText()) == ("31", "平成31年度")
    assert column(pane, "要求額") == ["124,767", "1,000"]
    assert [pane.table.currentIndex().row(), pane.table.chosen] == [1, folder / "運営.yosan"]


def test_in_a_small_window_rows_stay_in_sight(window: MainWindow, shelf: ShelfPane, folder: Path) -> None:
    """At the height of a small screen six rows are shown whole, whatever was open last time; columns give way to the names."""
    for name in ("運営", "案", "住基ネット（平成31年度）"):
        window.files.open(folder / f"{name}.yosan")
    window.resize(1000, 600)
    window.show_start()
    QApplication.processEvents()
    pane = page(window).shelf
    assert pane is not None
    assert pane.table.viewport().height() >= 6 * pane.table.rowHeight(0)
    assert pane.table.columnWidth(HEADINGS.index("事業名")) >= 240
    assert pane.table.isColumnHidden(HEADINGS.index("最終変更"))
    window.resize(1400, 900)
    QApplication.processEvents()
    assert not pane.table.isColumnHidden(HEADINGS.index("最終変更"))


def test_every_choice_of_a_list_is_seen(shelf: ShelfPane) -> None:
    """The list of a choice that is opened by Alt+↓ shows all of its lines whole."""
    shelf.state.setFocus()
    press(Key.Key_Down, modifiers=ALT)
    QApplication.processEvents()
    lines = shelf.state.view()
    last = lines.visualRect(lines.model().index(shelf.state.count() - 1, 0))
    assert lines.viewport().rect().contains(last)
    QTest.keyClick(lines, Key.Key_Escape)


def test_the_order_is_seen_over_figures(shelf: ShelfPane) -> None:
    """The arrow of the order stands in the heading of a column of figures too."""
    header = shelf.table.horizontalHeader()
    number = HEADINGS.index("要求額")

    def heading() -> QImage:
        QApplication.processEvents()
        spot = header.sectionViewportPosition(number)
        return header.viewport().grab(QRect(spot, 0, header.sectionSize(number), 8)).toImage()

    plain = heading()
    shelf.table.sortByColumn(number, Qt.SortOrder.AscendingOrder)
    upwards = heading()
    shelf.table.sortByColumn(number, Qt.SortOrder.DescendingOrder)
    assert plain != upwards != heading() != plain


def test_enter_opens_a_recent_file(window: MainWindow, folder: Path) -> None:
    """On the start page Enter opens a recent request, as the space bar does, and makes the next year from the button beside it."""
    window.files.open(folder / "運営.yosan")
    window.show_start()
    button_of(page(window), "運営.yosan").setFocus()
    press(Key.Key_Return)
    assert window.document is not None
    assert window.document.path == folder / "運営.yosan"
    window.show_start()
    button_of(page(window), "翌年度の要求書を作る").setFocus()
    press(Key.Key_Return)
    assert window.document.request.header.fiscal_year == "令和2年度"


def test_n_makes_the_next_year_of_one(window: MainWindow, shelf: ShelfPane, folder: Path) -> None:
    """N on a row opens its draft of the next year, in no file."""
    press(Key.Key_Down, Key.Key_Down)
    press(Key.Key_N)
    assert window.document is not None
    assert window.document.request.header.fiscal_year == "令和2年度"
    assert window.document.path is None
    assert len(list(folder.iterdir())) <= 5  # nothing but a notice was written


def test_next_year_of_all(window: MainWindow, shelf: ShelfPane, folder: Path, qtbot: QtBot) -> None:
    """Alt+Y writes the drafts of all that are shown beside them, and says what could not be; they stand in the list."""
    button_of(shelf, "翌年度を作る（表示中の3件）")
    press(Key.Key_Y, modifiers=ALT)
    qtbot.waitUntil(lambda: len(column(shelf, "年度")) == 7, timeout=20_000)
    wait(window, qtbot)
    assert storage.load(folder / "運営（令和2年度）.yosan").header.fiscal_year == "令和2年度"
    assert (folder / "住基ネット（令和2年度）.yosan").is_file()
    assert "翌年度の要求書を作りました（3件）" in window.statusBar().currentMessage()


def test_nothing_cuts_a_writing_work_short(
    window: MainWindow, shelf: ShelfPane, folder: Path, qtbot: QtBot
) -> None:
    """While drafts are being written another work is refused with a sentence, and all of them come."""
    window.parts.shelf.write_next_years(shelf.wanted())
    window.parts.shelf.read(anew=True)
    assert "終わってから選んでください" in window.statusBar().currentMessage()
    qtbot.waitUntil(lambda: len(column(shelf, "年度")) == 7, timeout=20_000)
    wait(window, qtbot)
    window.parts.shelf.read(anew=True)
    qtbot.waitUntil(lambda: "7件を検査しました" in window.statusBar().currentMessage(), timeout=20_000)


def test_several_that_are_selected(window: MainWindow, shelf: ShelfPane, folder: Path, qtbot: QtBot) -> None:
    """With Shift several rows are selected; the buttons say how many they are about, and N writes drafts of these."""
    press(Key.Key_Down)
    press(Key.Key_Down, modifiers=SHIFT)
    button_of(shelf, "書き出す（選んだ2件）")
    press(Key.Key_N)
    qtbot.waitUntil(lambda: len(column(shelf, "年度")) == 6, timeout=20_000)
    wait(window, qtbot)
    assert not (folder / "案（令和3年度）.yosan").exists()


def test_export_of_all(
    window: MainWindow, shelf: ShelfPane, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """書き出す writes page and workbook of all that are shown into a folder, and says how many."""
    out = tmp_path / "提出"
    out.mkdir()
    monkeypatch.setattr(dialogs, "ask_export_folder", lambda *_: out)
    press(Key.Key_X, modifiers=ALT)
    qtbot.waitUntil(lambda: len(list(out.glob("*.xlsx"))) == 3, timeout=60_000)
    wait(window, qtbot)
    assert "「提出」に書き出しました（3件）" in window.statusBar().currentMessage()
    assert len(list(out.glob("*.html"))) == 3


def test_check_of_all(window: MainWindow, shelf: ShelfPane, qtbot: QtBot) -> None:
    """すべて検査 reads all anew and says in a sentence what was found."""
    press(Key.Key_T, modifiers=ALT)
    qtbot.waitUntil(lambda: "検査しました" in window.statusBar().currentMessage(), timeout=20_000)
    assert "4件を検査しました。" in window.statusBar().currentMessage()
    assert "開けないもの 1件" in window.statusBar().currentMessage()


def test_two_hundred_files_come_in_pieces_and_can_be_stopped(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While 200 files are read the window goes on; no look takes in more than a few; Alt+Z stops, and what was read stays."""
    folder = tmp_path / "多い"
    folder.mkdir()
    for number in range(200):
        request = set_value(one_line(), "header/name", f"事業{number:03}")
        storage.save(request, folder / f"{number:03}.yosan")
    window.parts.shelf.choose_folder(folder)
    window.show_start()
    pane = page(window).shelf
    assert pane is not None
    sizes: list[int] = []
    pane.shown.rowsInserted.connect(lambda _parent, first, last: sizes.append(last - first + 1))
    qtbot.waitUntil(lambda: len(column(pane, "年度")) >= 20, timeout=20_000)
    bar = pane.bar
    assert (bar.isVisible(), bar.maximum()) == (True, 200)
    assert 0 < bar.value() < 200
    press(Key.Key_Z, modifiers=ALT)
    qtbot.waitUntil(lambda: not window.parts.shelf.is_busy, timeout=5_000)
    count = len(column(pane, "年度"))
    assert 20 <= count < 200
    assert "やめました" in window.statusBar().currentMessage()
    QTest.qWait(150)  # no row comes: there is nothing to wait for
    assert len(column(pane, "年度")) == count
    window.parts.shelf.read()
    wait(window, qtbot)
    assert len(column(pane, "年度")) == 200
    assert len(sizes) >= 8


@pytest.fixture
def stuck(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], bool]]:
    """A drive that does not answer; whether it was asked, by a thread that is not the window's."""
    answers, asked = threading.Event(), threading.Event()

    def find(_folder: Path) -> list[Path]:
        assert threading.current_thread() is not threading.main_thread()
        asked.set()
        answers.wait(30)
        return []

    monkeypatch.setattr("ui.window.shelf.shelf.request_files", find)
    yield asked.is_set
    answers.set()


def test_a_dead_drive_does_not_freeze_the_window(
    window: MainWindow, folder: Path, stuck: Callable[[], bool], qtbot: QtBot
) -> None:
    """While the folder does not answer, keys go on: a new request is begun; the work can be given up."""
    window.parts.shelf.choose_folder(folder)
    window.show_start()
    qtbot.waitUntil(stuck, timeout=5_000)
    assert window.parts.shelf.is_busy
    window.parts.shelf.stop()
    assert not window.parts.shelf.is_busy
    button = button_of(page(window), "新しい要求書を書く")
    button.setFocus()
    press(Key.Key_Return)
    assert window.document is not None


def test_a_folder_that_is_gone_is_said(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    """A folder that was moved away is said in a sentence, and another one can be chosen."""
    window.parts.shelf.choose_folder(tmp_path / "ない")
    pane = shown(window, qtbot)
    assert "開けません" in window.statusBar().currentMessage()
    assert pane.shown.rowCount() == 0


def test_every_row_is_read_in_one_place() -> None:
    """The window and the command ``list`` make their rows by the same function."""
    from templates.commands import listing
    from ui.window.shelf import shelf

    assert shelf.listed is listing.listed is listed.listed


def button_of(pane: ShelfPane | StartPage, words: str) -> QPushButton:
    """The button that begins with some words."""
    return next(button for button in pane.findChildren(QPushButton) if button.text().startswith(words))


def test_the_start_page_has_names(shelf: ShelfPane, window: MainWindow) -> None:
    """A screen reader says of each field, list and button of the first page what it is."""
    assert nameless(window) == []


def test_copies_are_told_apart_and_counted(window: MainWindow, folder: Path, qtbot: QtBot) -> None:
    """Two files of one name show their folders; that a copy is in the sum of its year is said."""
    request = replace(one_line(), identity=Identity("project", "document"))
    for name in ("古い", "控え"):
        (folder / name).mkdir()
        storage.save(request, folder / name / "写し.yosan")
    window.parts.shelf.choose_folder(folder)
    pane = shown(window, qtbot)
    files = column(pane, "ファイル")
    assert {"古い/写し.yosan", "控え/写し.yosan", "案.yosan"} <= set(files)
    assert "（同じ要求書の写し 1件も足しています）" in pane.sums.text()
    (folder / "古い" / "写し.yosan").unlink()
    window.parts.shelf.choose_folder(folder)
    pane = shown(window, qtbot)
    assert "写し.yosan" in column(pane, "ファイル")
    assert "写し" not in pane.sums.text()
