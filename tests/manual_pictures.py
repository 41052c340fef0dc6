"""Makes the pictures of docs/manual.ja.md from the real window, driven by keys: ``python3 -m tests.manual_pictures``.

Each scene is a function; its name is that of its picture in docs/pictures.
"""

from __future__ import annotations

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final
from unittest.mock import patch

from PySide6.QtCore import QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from main import STANDARD_FOLDER
from model.document import storage
from model.next_year import next_year
from model.register.opening import open_register
from model.standard_folder.files import samples_in
from templates.desk.collecting import came_from, check_new, collect
from tests.desk import prefecture
from tests.samples import ROOT, sample, standard
from tests.sheets import AMBIGUOUS, write_workbook
from tests.ui.desk import Desk
from tests.ui.hands import ALT, CONTROL, SHIFT, Key, press, type_text
from ui.desk.desk_columns import VIEWS
from ui.desk.desk_data import Field
from ui.desk.desk_window import DeskWindow
from ui.review.source_page import SourcePage
from ui.widgets.style import STYLE, apply_style
from ui.window import dialogs
from ui.window.main_window import MainWindow

PICTURES: Final = ROOT / "docs" / "pictures"
WIDTH, HEIGHT = 1280, 760
SETTLED_MS: Final = 700
LONGEST_MS: Final = 60_000
STEP_MS: Final = 50
"""After the last key: findings, offers and lists wait for a pause."""

BLOCK: Final = (
    "内容\t令和8年度\t令和9年度\t増減\t備考\n"
    "案内看板の設置\t1,200\t1,450\t250\t3基\n"
    "周知チラシの印刷\t480\t520\t40\t\n"
    "相談員の派遣\t2,000\t1,900\t△100\t週2回\n"
    "計\t3,680\t3,870\t190\t\n"
)


def show_sample(desk: Desk) -> None:
    """Show the real sheet, all of it made and checked, however busy the machine is."""
    desk.open(sample())
    desk.view.complete()


def settle(window: MainWindow) -> None:
    """Wait until the shelf is read and what is open is checked, and a moment more for what follows from it."""

    def is_settled() -> bool:
        is_checked = window.view is None or window.view.while_typing.is_checked
        return is_checked and not window.parts.shelf.is_busy

    QTest.qWait(SETTLED_MS)
    wait_for(is_settled)
    QTest.qWait(SETTLED_MS)


def wait_for(is_so: Callable[[], bool]) -> None:
    """Wait until something is so; raises TimeoutError where it never comes to be."""
    for _ in range(LONGEST_MS // STEP_MS):
        if is_so():
            return
        QTest.qWait(STEP_MS)
    raise TimeoutError("the window did not come to rest")


def start(desk: Desk, folder: Path) -> None:
    """The first page, with the requests of the section's folder."""
    for name, path in samples_in(STANDARD_FOLDER, storage.SUFFIX).items():
        (folder / f"{name}{storage.SUFFIX}").write_bytes(path.read_bytes())
    storage.save(sample(), folder / f"住基ネット{storage.SUFFIX}")
    storage.save(next_year(sample(), standard()), folder / f"住基ネット（翌年度の案）{storage.SUFFIX}")
    desk.window.parts.shelf.choose_folder(folder)
    desk.window.show_start()


def new(desk: Desk, folder: Path) -> None:
    """A new request, its name typed, with the list of what is still empty."""
    desk.window.files.new()
    desk.go("header/name")
    type_text("駅前案内所運営事業")
    press(Key.Key_Tab)


def pasted(desk: Desk, folder: Path) -> None:
    """A table of Excel with its headings and its total, pasted into an empty cost table."""
    new(desk, folder)
    desk.go(f"group/{desk.request.groups[0].id}/new/text")
    desk.paste(BLOCK)


def calculation(desk: Desk, folder: Path) -> None:
    """A calculation that is being typed, with its answer below."""
    show_sample(desk)
    desk.go("line/line-1-4/amount")
    type_text("=20845")
    type_text("円×11か月")


def finding(desk: Desk, folder: Path) -> None:
    """A total that was typed and does not agree: the finding beside its field and in the list."""
    show_sample(desk)
    desk.go("request/amount")
    type_text("124676")
    press(Key.Key_Tab)
    QTest.qWait(SETTLED_MS)
    desk.go("request/amount")


def link(desk: Desk, folder: Path) -> None:
    """A figure in a sentence that equals one of the sheet: one key links it."""
    show_sample(desk)
    QTest.qWait(2 * SETTLED_MS)
    desk.go("section/section-1/text")
    press(Key.Key_Home, modifiers=CONTROL)
    press(Key.Key_Return)
    press(Key.Key_Up)
    type_text("本年度の要求額は")
    type_text("124,767")
    type_text("千円")


def review(desk: Desk, folder: Path) -> None:
    """A table of a section whose columns can be read in two ways: the page that asks."""
    desk.window.files.open(write_workbook(folder / "要求.xlsx", 要求=AMBIGUOUS))
    wait_for(lambda: bool(desk.window.findChildren(SourcePage)))


def carried(desk: Desk, folder: Path) -> None:
    """The draft of the following year with the list of what was changed."""
    show_sample(desk)
    desk.window.parts.imports.make_next_year()


def pictured(desk: Desk, folder: Path) -> None:
    """The pictures of the real sheet beside its form."""
    show_sample(desk)
    desk.go("line/line-1-1/amount")
    press(Key.Key_G, modifiers=CONTROL | ALT)


def replaced(desk: Desk, folder: Path) -> None:
    """Replacement over the whole request, each place shown before."""
    show_sample(desk)
    press(Key.Key_H, modifiers=CONTROL)
    type_text("システム")
    press(Key.Key_Tab)


def commands(desk: Desk, folder: Path) -> None:
    """The palette of commands."""
    show_sample(desk)
    press(Key.Key_P, modifiers=CONTROL | SHIFT)
    type_text("hozon")


def paper(desk: Desk, folder: Path) -> None:
    """The pages as they will be printed, beside the form."""
    desk.window.resize(WIDTH + 320, HEIGHT + 120)
    show_sample(desk)
    press(Key.Key_F9)
    QTest.qWait(4 * SETTLED_MS)


SCENES: Final[tuple[Callable[[Desk, Path], None], ...]] = (
    start,
    new,
    pasted,
    calculation,
    finding,
    link,
    review,
    carried,
    pictured,
    replaced,
    commands,
    paper,
)


def main() -> None:
    """Make every picture anew."""
    app = QApplication(["pictures", *STYLE])
    apply_style(app)
    PICTURES.mkdir(exist_ok=True)
    for scene in SCENES:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
                QSettings.setPath(QSettings.Format.IniFormat, scope, str(folder / "settings"))
            shelf = folder / "企画課"
            shelf.mkdir()
            window = MainWindow(standard(), STANDARD_FOLDER)
            window.resize(WIDTH, HEIGHT)
            window.show()
            window.activateWindow()
            QTest.qWaitForWindowActive(window)
            scene(Desk(window), shelf)
            settle(window)
            save(window, scene.__name__)
            with patch.object(
                dialogs, "ask_about_changes", lambda *_: "discard"
            ):  # nothing of a scene is kept
                window.close()
            window.deleteLater()
            QApplication.processEvents()
    desk_pictures()
    QGuiApplication.clipboard().clear()


def desk_pictures() -> None:
    """The finance division's desk with the requests of a made-up prefecture: by 部局, decided in the grid, and as pictures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number, request in enumerate(prefecture.requests(200)):
            (folder / f"{number:03}.yosan").write_bytes(storage.dumps(request))
        register = open_register(str(folder / "令和9年度.db"), actor="財政課", makes=True)
        files = came_from([(path, folder) for path in sorted(folder.glob("*.yosan"))], "")
        for _ in collect(register, files, standard(), STANDARD_FOLDER):
            pass
        for _ in check_new(register, standard()):
            pass
        window = DeskWindow(register, standard(), STANDARD_FOLDER)
        window.resize(WIDTH + 160, HEIGHT)
        window.show()
        requests = window.requests
        requests.grouping.setCurrentText("部局")
        QTest.qWait(SETTLED_MS)
        requests.table.go_to(2)
        window.tabs.decision.grant_all()
        QTest.qWait(SETTLED_MS)
        save(window, "desk")
        requests.grouping.setCurrentIndex(0)
        window.views.setCurrentIndex(list(VIEWS).index("decide"))
        for number, (result, amount) in enumerate(
            (("計上", "18000"), ("一部計上", "9000"), ("ゼロ", "0")), start=4
        ):
            row = requests.shown()[number]
            window.data.type(row, Field("result"), result)
            window.data.type(row, Field("amount"), amount)
        requests.table.go_to(5, "assessed_")
        requests.show_pending(None)
        QTest.qWait(SETTLED_MS)
        save(window, "desk_grid")
        window.views.setCurrentIndex(len(VIEWS))
        QTest.qWait(SETTLED_MS)
        save(window, "desk_charts")
        window.data.pending.clear()
        window.close()


def save(window: QWidget, name: str) -> None:
    """Keep what a window shows as a picture of the manual."""
    window.grab().save(str(PICTURES / f"{name}.png"), "PNG", 0)


if __name__ == "__main__":
    main()
