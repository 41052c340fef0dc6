"""Comparing the open request and making one of two: on pages of their own, by the keys, and nothing changes unasked."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton

from model.document import storage
from model.edits import structure
from model.edits.fields import value_at
from model.request.lines import find
from model.request.place import Place
from model.request.request import Line, Request
from model.values.amount import Amount
from tests.samples import sample, set_values, standard
from tests.ui.desk import Desk
from tests.ui.hands import CONTROL, SHIFT, Key, choose, focused, press
from ui.review.comparison_page import ComparisonPage
from ui.review.merge_page import MergePage
from ui.window import dialogs
from ui.window.main_window import MainWindow

AMOUNT = "line/line-1-1/amount"
NAME = "header/name"


def typed(*values: tuple[Place, Amount]) -> Request:
    """The real sheet with other values."""
    return set_values(sample(), list(values))


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """The real sheet as a file."""
    path = tmp_path / "要求書.yosan"
    storage.save(sample(), path)
    return path


def opened(window: MainWindow, path: Path) -> Desk:
    """The window with a file open."""
    window.files.open(path)
    desk = Desk(window)
    desk.view.complete()
    return desk


def comparison(window: MainWindow) -> ComparisonPage:
    """The page of the comparison."""
    page = window.findChild(ComparisonPage)
    assert isinstance(page, ComparisonPage)
    return page


def said(page: ComparisonPage | MergePage) -> str:
    """The words of a page outside its tables."""
    return "\n".join(label.text() for label in page.findChildren(QLabel))


def whats(page: ComparisonPage) -> list[str]:
    """The first cells of the table: headings and names of fields."""
    return [page.table.words_of(row)[0] for row in range(page.table.rowCount())]


# --- comparing ---


def test_compare_with_what_was_saved(window: MainWindow, saved: Path) -> None:
    """［ファイル］→［保存したものと比べる］ lists what was typed since the save, by section, with by how much."""
    desk = opened(window, saved)
    desk.document.edit("金額の入力", typed((AMOUNT, 16_950), (NAME, "新しい名前")))
    choose(Key.Key_F, "保存したものと比べる")
    page = comparison(window)

    assert "保存した「要求書.yosan」 → いまの要求書" in said(page)
    assert "違うところは2か所です" in said(page)
    assert focused() is page.table
    row = whats(page).index("「地方公共団体情報システム機構への負担金」の要求額")
    assert page.table.words_of(row)[1:] == ["変更", "16,943千円", "16,950千円", "+7"]
    assert "基本情報" in whats(page)


def test_enter_goes_to_the_field(window: MainWindow, saved: Path) -> None:
    """Enter on a row leaves the page for the very field on the form."""
    desk = opened(window, saved)
    desk.document.edit("名前の入力", typed((NAME, "新しい名前")))
    window.parts.comparing.compare_with_saved()
    page = comparison(window)
    assert page.table.words_of(page.table.currentRow())[0] == "事業名"
    press(Key.Key_Return)

    assert focused() is desk.field(NAME).editor


def test_a_deleted_row_leads_nowhere(window: MainWindow, saved: Path) -> None:
    """Enter on a row that was deleted says that it is not there; the page stays."""
    desk = opened(window, saved)
    desk.document.edit("行の削除", structure.delete_lines(sample(), ["line-1-1"]))
    window.parts.comparing.compare_with_saved()
    page = comparison(window)
    page.table.setCurrentCell(page.table.rowCount() - 1, 0)
    press(Key.Key_Return)

    assert "いまの要求書にはありません" in desk.message
    assert page.isVisible()


def test_esc_closes_the_page(window: MainWindow, saved: Path) -> None:
    """Esc closes the page; the focus is where it was and nothing has changed."""
    desk = opened(window, saved)
    desk.document.edit("名前の入力", typed((NAME, "新しい名前")))
    desk.go("contact/team")
    window.parts.comparing.compare_with_saved()
    press(Key.Key_Escape)

    assert focused() is desk.field("contact/team").editor
    assert desk.request.header.name == "新しい名前"
    assert window.findChild(ComparisonPage) is None or not comparison(window).isVisible()


def test_nothing_differs(window: MainWindow, saved: Path) -> None:
    """Where nothing was typed the page says so and has no table; Enter on its button closes it."""
    desk = opened(window, saved)
    window.parts.comparing.compare_with_saved()
    page = comparison(window)
    assert "違うところはありません。" in said(page)
    assert not page.table.isVisible()
    press(Key.Key_Return)
    assert not page.isVisible()
    assert desk.action("保存したものと比べる").isEnabled()


def test_nothing_was_saved(window: MainWindow) -> None:
    """A request that is in no file has nothing saved to be compared with, and that is said."""
    window.show_request(sample(), None)
    window.parts.comparing.compare_with_saved()
    assert "まだ一度も保存していない" in Desk(window).message


def test_compare_with_another_request(
    window: MainWindow, saved: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """［ほかの要求書と比べる…］ takes last stage's request; what is new in the open one is added."""
    other = tmp_path / "前の段階.yosan"
    storage.save(structure.delete_lines(typed((AMOUNT, 1)), ["line-1-2"]), other)
    monkeypatch.setattr(dialogs, "ask_open_path", lambda *_: other)
    opened(window, saved)
    choose(Key.Key_F, "ほかの要求書と比べる")
    page = comparison(window)

    assert "前の段階.yosan → いまの要求書" in said(page)
    ways = [
        page.table.words_of(row)[1]
        for row in range(page.table.rowCount())
        if len(page.table.words_of(row)) > 1
    ]
    assert "追加" in ways
    assert "変更" in ways


def test_a_file_that_cannot_be_read(
    window: MainWindow, saved: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A damaged file is named above the form, which stays."""
    (tmp_path / "壊れた.yosan").write_bytes(b"{")
    monkeypatch.setattr(dialogs, "ask_open_path", lambda *_: tmp_path / "壊れた.yosan")
    desk = opened(window, saved)
    window.parts.comparing.compare_with_other()
    assert "「壊れた.yosan」" in desk.bar.words.text()
    assert window.findChild(ComparisonPage) is None


def test_the_table_is_written(
    window: MainWindow, saved: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Tab and Enter on the button write the table as a workbook; the page stays open."""
    target = tmp_path / "違い.xlsx"
    monkeypatch.setattr(dialogs, "ask_table_path", lambda *_: target)
    desk = opened(window, saved)
    desk.document.edit("名前の入力", typed((NAME, "新しい名前")))
    window.parts.comparing.compare_with_saved()
    press(Key.Key_Tab)
    assert focused() is comparison(window).open
    press(Key.Key_Return)

    assert openpyxl.load_workbook(target)["比較"]["B4"].value == "事業名"
    assert "違い.xlsx" in desk.message
    assert comparison(window).isVisible()


def test_a_row_is_copied(window: MainWindow, saved: Path) -> None:
    """Ctrl+C copies the row, its cells apart, to be pasted into Excel."""
    desk = opened(window, saved)
    desk.document.edit("名前の入力", typed((NAME, "新しい名前")))
    window.parts.comparing.compare_with_saved()
    press(Key.Key_C, modifiers=CONTROL)
    assert QGuiApplication.clipboard().text() == f"事業名\t変更\t{sample().header.name}\t新しい名前\t"


# --- merging ---


def merging(window: MainWindow, mine: Request, theirs: Request, base: Request | None) -> MergePage:
    """The page on which the open request, which is mine by now, and theirs become one."""
    window.show_request(sample(), None)
    assert window.document is not None
    window.document.edit("入力", mine)
    window.parts.comparing.merge(base, theirs, "鳥取 花子")
    page = window.findChild(MergePage)
    assert isinstance(page, MergePage)
    return page


def both() -> tuple[Request, Request]:
    """Two writers: both changed an amount and the name, the other also the team and a new line."""
    mine = typed((AMOUNT, 5), (NAME, "私の名前"))
    theirs = typed((AMOUNT, 7), (NAME, "相手の名前"), ("contact/team", "相手の担当"))
    return mine, structure.append_lines(theirs, "group-1", Line("new", "相手の行"))


def test_what_collides_is_shown_with_each_side(window: MainWindow) -> None:
    """The page lists what both changed with the value of each, and says what is taken of the other without a question."""
    page = merging(window, *both(), sample())
    assert page.table is not None
    assert "決めるところが2か所あります" in said(page)
    assert "「鳥取 花子」にも変更があります" in said(page)
    assert page.table.words_of(1) == [
        "所要経費 ＞ 1.住民基本台帳ネットワークシステム\n「地方公共団体情報システム機構への負担金」の要求額",
        "5千円", "7千円", "16,943千円",
    ]  # fmt: skip
    assert page.taken_sentence.startswith("相手の変更 2か所は")
    assert "あと2か所を決めてください" in page.state.text()
    assert focused() is page.table


def test_keys_decide(window: MainWindow) -> None:
    """1 takes mine, 2 theirs; Enter makes both one, as one step that undo takes back."""
    mine, theirs = both()
    merging(window, mine, theirs, sample())
    press(Key.Key_1, Key.Key_2, Key.Key_Return)

    desk = Desk(window)
    assert desk.request.header.name == "私の名前"
    assert desk.value(AMOUNT) == 7
    assert desk.value("contact/team") == "相手の担当"
    assert find(desk.request, "new") is not None
    assert "「鳥取 花子」と合わせました" in desk.message
    desk.undo()
    assert desk.request == mine


def test_space_chooses_the_value_under_the_cursor(window: MainWindow) -> None:
    """The arrow keys go to a value, Space takes it; 3 goes back to what both began with."""
    page = merging(window, *both(), sample())
    press(Key.Key_Right, Key.Key_Space, Key.Key_3)
    assert page.table is not None
    assert page.table.words_of(0)[2].startswith("● ")
    assert page.table.words_of(1)[3].startswith("● ")
    assert "すべて決まりました" in page.state.text()
    press(Key.Key_Return)
    assert Desk(window).request.header.name == "相手の名前"
    assert Desk(window).value(AMOUNT) == 16_943


def test_enter_leads_to_what_is_not_decided(window: MainWindow) -> None:
    """Enter takes nothing while something is open: it goes to the next row that is to be decided."""
    mine, theirs = both()
    page = merging(window, mine, theirs, sample())
    assert page.table is not None
    press(Key.Key_Down, Key.Key_1, Key.Key_Return)
    assert page.table.currentRow() == 0
    assert "あと1か所" in page.state.text()
    assert Desk(window).request == mine


def test_both_changes_of_a_text(window: MainWindow) -> None:
    """4 takes the changes of both of a text of which each changed another paragraph; elsewhere the key does nothing."""
    text = "section/section-1/text"
    lines = ["一行目", "二行目", "三行目", "四行目", "五行目"]
    base = typed((text, "\n".join(lines)))
    mine = typed((text, "\n".join(["私", *lines[1:]])), (AMOUNT, 5))
    theirs = typed((text, "\n".join([*lines[:4], "相手"])), (AMOUNT, 7))
    page = merging(window, mine, theirs, base)
    assert page.table is not None
    assert not page.table.isColumnHidden(4)
    press(Key.Key_4)
    assert "あと1か所" in page.state.text()
    press(Key.Key_4)
    assert "あと1か所" in page.state.text()
    press(Key.Key_1, Key.Key_Return)
    assert Desk(window).value(text) == "\n".join(["私", *lines[1:4], "相手"])


def test_a_choice_can_be_changed(window: MainWindow) -> None:
    """Another key on the same row takes the other value."""
    page = merging(window, *both(), sample())
    press(Key.Key_1, Key.Key_1, Key.Key_Up, Key.Key_Up, Key.Key_2, Key.Key_Return)
    assert page.table is not None
    assert Desk(window).request.header.name == "相手の名前"


def test_the_rest_for_one_side(window: MainWindow) -> None:
    """A button decides all that is left for one side."""
    page = merging(window, *both(), sample())
    press(Key.Key_1)
    button = next(button for button in page.findChildren(QPushButton) if button.text() == "残りはすべて相手")
    button.setFocus(Qt.FocusReason.TabFocusReason)
    press(Key.Key_Space)
    press(Key.Key_Return)
    assert Desk(window).value(AMOUNT) == 7
    assert Desk(window).request.header.name == "私の名前"


def test_esc_leaves_all_as_it_was(window: MainWindow) -> None:
    """Esc, also after choices, leaves the open request as it was."""
    mine, theirs = both()
    page = merging(window, mine, theirs, sample())
    left = []
    page.refused.connect(lambda: left.append(True))
    press(Key.Key_1, Key.Key_Escape)
    assert Desk(window).request == mine
    assert left == [True]
    assert not page.isVisible()


def test_nothing_collides(window: MainWindow) -> None:
    """Where nothing collides the page says what is taken, and Enter takes it."""
    page = merging(window, typed((AMOUNT, 5)), typed((NAME, "相手の名前")), sample())
    assert page.table is None
    assert "ぶつかるところはありません" in said(page)
    assert focused() is page.open
    press(Key.Key_Return)
    assert Desk(window).request.header.name == "相手の名前"
    assert Desk(window).value(AMOUNT) == 5


def test_merge_with_another_copy(
    window: MainWindow, saved: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """［ほかの要求書と合わせる…］ asks for all that differs, and what both began with cannot be chosen."""
    copy = tmp_path / "要求書-PC2.yosan"
    storage.save(typed((AMOUNT, 7)), copy)
    monkeypatch.setattr(dialogs, "ask_open_path", lambda *_: copy)
    desk = opened(window, saved)
    choose(Key.Key_F, "ほかの要求書と合わせる")
    page = window.findChild(MergePage)
    assert isinstance(page, MergePage)
    assert page.table is not None
    assert page.table.isColumnHidden(3)
    press(Key.Key_3)
    assert "あと1か所" in page.state.text()
    press(Key.Key_2, Key.Key_Return)
    assert desk.value(AMOUNT) == 7
    assert storage.load(saved) == sample()


def test_the_saving_code_can_open_the_page(window: MainWindow) -> None:
    """The page stands for itself: made of three requests, it gives the merged one by a signal and writes nothing."""
    mine, theirs = both()
    page = MergePage(sample(), mine, theirs, standard())
    results: list[Request] = []
    page.decided.connect(results.append)
    for row, choice in ((0, "mine"), (1, "theirs")):
        page.choose(row, choice)
    page.accepted.emit()
    (merged,) = results
    assert value_at(merged, AMOUNT) == 7
    assert merged.header.name == "私の名前"
    assert mine == replace(mine)
    page.deleteLater()


def test_the_saving_code_is_called_when_both_are_one(window: MainWindow) -> None:
    """What is to be done with the merged request is called once it is in the document, and not where it was refused."""
    mine, theirs = both()
    window.show_request(sample(), None)
    assert window.document is not None
    document = window.document
    document.edit("入力", mine)
    seen: list[Request] = []
    window.parts.comparing.merge(sample(), theirs, "要求書.yosan", lambda: seen.append(document.request))
    press(Key.Key_Escape)
    assert seen == []
    window.parts.comparing.merge(sample(), theirs, "要求書.yosan", lambda: seen.append(document.request))
    press(Key.Key_2, Key.Key_2, Key.Key_Return)
    (merged,) = seen
    assert value_at(merged, AMOUNT) == 7


def test_a_version_is_compared_with_the_open_request(window: MainWindow) -> None:
    """An earlier version, however it was found, is compared with the open request under its name."""
    window.show_request(typed((AMOUNT, 16_950)), None)
    window.parts.comparing.show(sample(), "10時の版")
    assert "10時の版 → いまの要求書" in said(comparison(window))


def test_tab_leaves_the_table(window: MainWindow) -> None:
    """Tab goes from the table to the buttons, Shift+Tab back: no key is caught in it."""
    page = merging(window, *both(), sample())
    press(Key.Key_Tab)
    assert isinstance(focused(), QPushButton)
    press(Key.Key_Backtab, modifiers=SHIFT)
    assert focused() is page.table
