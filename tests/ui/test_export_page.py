"""Before the export: what is open is shown on a page that covers the form; it never blocks, and nothing open shows none."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QLabel

from model.edits.grounds import answer
from model.request.request import Assessment, Request
from tests.samples import sample, set_values, snapshot
from tests.templates.workbooks import open_book
from tests.ui.desk import Desk
from tests.ui.hands import CONTROL, Key, choose, focused, press
from ui.review.export_page import ExportPage
from ui.window import dialogs
from ui.window.main_window import MainWindow


def with_slips() -> Request:
    """The real sheet with two errors, one of them acknowledged."""
    request = set_values(sample(), [("request/amount", 5), ("line/line-1-2/amount", "約3百")])
    finding = next(each for each in snapshot(request).findings.all if each.place == "line/line-1-2/amount")
    return answer(request, finding, "見積りを待っている")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that is chosen for the export."""
    monkeypatch.setattr(dialogs, "ask_export_folder", lambda *_: tmp_path)
    return tmp_path


def page_of(window: MainWindow) -> ExportPage:
    """The page that covers the form."""
    page = window.findChild(ExportPage)
    assert isinstance(page, ExportPage)
    return page


def test_nothing_open_goes_straight_on(window: MainWindow, folder: Path) -> None:
    """Before the 査定 the real sheet has no 誤り and no 注意: Ctrl+E writes at once."""
    window.show_request(
        replace(sample(), assessment=Assessment(), headcount=replace(sample().headcount, assessed={})), None
    )
    press(Key.Key_E, modifiers=CONTROL)

    assert window.findChild(ExportPage) is None
    assert len(list(folder.glob("*.html"))) == 1


def test_a_workbook_to_pass_on_is_written_alone(window: MainWindow, folder: Path) -> None:
    """The workbook without its hidden copy has a name of its own beside the usual one, and no page is written with it."""
    window.show_request(
        replace(sample(), assessment=Assessment(), headcount=replace(sample().headcount, assessed={})), None
    )
    choose(Key.Key_F, "人に渡すExcelを書き出す（控えなし）…")
    (path,) = folder.iterdir()
    assert path.name == "総合行政・住基ネットワーク運営事業（配布用）.xlsx"
    assert "予算帖" not in open_book(path.read_bytes()).sheetnames


def test_what_is_open_is_shown_by_section(window: MainWindow, folder: Path) -> None:
    """The page counts by severity and section, lists 誤り and 注意, and what was acknowledged with its reason."""
    window.show_request(with_slips(), None)
    press(Key.Key_E, modifiers=CONTROL)
    page = page_of(window)
    said = [label.text() for label in page.findChildren(QLabel)]
    findings = Desk(window).snapshot.findings

    assert any(f"誤り {len(findings.errors)}" in text and "残っています" in text for text in said)
    assert any("事業費・査定: 誤り" in text for text in said)
    assert not any("未記入" in text for text in said)
    assert page.open_list.count() == sum(finding.severity in ("error", "warning") for finding in findings.all)
    assert page.open_list.item(0).text().startswith("【誤り】")
    assert page.acknowledged.item(0).text().endswith("了解: 見積りを待っている")


def test_what_is_not_filled_in_is_said(window: MainWindow, folder: Path) -> None:
    """Before the export and after it is said how many fields of the form are still empty."""
    window.show_request(set_values(with_slips(), [("header/budget", ""), ("contact/section", "")]), None)
    empty = len(Desk(window).snapshot.empty_fields)
    press(Key.Key_E, modifiers=CONTROL)
    said = [label.text() for label in page_of(window).findChildren(QLabel)]
    assert empty >= 1
    assert any(f"未記入の欄が{empty}か所あります" in text for text in said)
    press(Key.Key_Return)
    assert f"未記入の欄が{empty}か所あります。" in window.statusBar().currentMessage()


def test_enter_goes_on(window: MainWindow, folder: Path) -> None:
    """Enter on the first button writes all the same; the form is back with the focus where it was."""
    window.show_request(with_slips(), None)
    desk = Desk(window)
    desk.go("contact/team")
    press(Key.Key_E, modifiers=CONTROL)
    press(Key.Key_Return)

    assert len(list(folder.glob("*.xlsx"))) == 1
    assert "書き出しました" in desk.message
    assert focused() is desk.field("contact/team").editor


def test_esc_goes_back(window: MainWindow, folder: Path) -> None:
    """Esc writes nothing and gives the focus back."""
    window.show_request(with_slips(), None)
    desk = Desk(window)
    desk.go("line/line-1-1/amount")
    press(Key.Key_E, modifiers=CONTROL)
    press(Key.Key_Escape)

    assert list(folder.iterdir()) == []
    assert focused() is desk.costs
    assert desk.current == "line/line-1-1/amount"
    assert desk.action("HTMLとExcelを書き出す").isEnabled()


def test_a_row_leads_to_its_field(window: MainWindow, folder: Path) -> None:
    """Enter on a row of the list goes back to the very field, and nothing is written."""
    window.show_request(with_slips(), None)
    press(Key.Key_E, modifiers=CONTROL)
    page = page_of(window)
    places = [error.place for error in Desk(window).snapshot.findings.errors]
    page.open_list.setFocus()
    page.open_list.setCurrentRow(places.index("request/amount"))
    press(Key.Key_Return)

    assert focused() is Desk(window).field("request/amount").editor
    assert list(folder.iterdir()) == []
