"""A whole season at the desk's window by keys: what comes in, letters, decisions, 内示, 復活, the end of each stage, the site; every sum is that of SQL."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import openpyxl
import pytest
from msgspec.structs import replace
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from main import STANDARD_FOLDER
from model.register.opening import open_register
from model.request.place import GENERAL
from model.standard.revenue_words import Ceiling
from model.standard.standard import Standard
from templates.site import publishing
from tests.desk import prefecture
from tests.desk.register_sums import KINDS, Sql, Where
from tests.desk.season import FIRST, SECOND, SUPPLEMENTARY
from tests.desk.season_outputs import check_consolidated, check_letters, check_notices, check_site
from tests.desk.sent import Writer
from tests.ui import hands
from tests.ui.hands import ALT, CONTROL, SHIFT, Key, press, type_text
from tests.ui.officer.rows import requests, settled, until
from ui.desk import desk_window, intake
from ui.desk.desk_window import DeskWindow
from ui.window import dialogs

COUNT = 24
CEILING = 100_000  # 千円
SEVERAL = 9  # of them are sent as workbooks; one of these was changed by hand


class Officer:
    """Somebody at the desk, who knows the register by SQL of the tests' own."""

    def __init__(self, window: DeskWindow, folder: Path, sql: Sql, monkeypatch: pytest.MonkeyPatch) -> None:
        self.window, self.folder, self.sql = window, folder, sql
        self._monkeypatch = monkeypatch

    def collect(self, folder: Path, arrived: int) -> None:
        """Choose the folder that is watched from now on, and wait until its requests are in the table."""
        self._monkeypatch.setattr(dialogs, "ask_watched_folder", lambda *_: folder)
        press(Key.Key_6, modifiers=CONTROL)
        press(Key.Key_Space)
        self.wait_for(arrived)

    def wait_for(self, arrived: int) -> None:
        """Wait until so many requests, of all stages, are in the register and checked."""
        read, said = self.window.data.read, lambda: self.window.intake.said
        until(
            lambda: sum(row.errors is not None for row in self.window.data.read.rows) == arrived and said().startswith("新しい"),
            lambda: f"{said()} {len(read.rows)}",
        )  # fmt: skip
        press(Key.Key_2, modifiers=CONTROL)

    def to_stage(self, words: str) -> None:
        """Choose a stage above the table."""
        press(Key.Key_F, modifiers=CONTROL)
        press(Key.Key_Tab)
        for _ in range(9):
            if self.window.requests.stage.currentText() == words:
                break
            press(Key.Key_Down)
        assert self.window.requests.stage.currentText() == words
        press(Key.Key_2, modifiers=CONTROL)

    def send(self, entry: str, name: str = "") -> Path:
        """Choose an entry of the menu, and the folder that it asks for; what was written."""
        folder = self.folder / name
        folder.mkdir(exist_ok=True)
        self._monkeypatch.setattr(dialogs, "ask_export_folder", lambda *_: folder)
        self._monkeypatch.setattr(dialogs, "ask_letter_paths", lambda *_: sorted(folder.glob("*.xlsx")))
        hands.choose(Key.Key_T, entry)
        settled(self.window)
        return folder

    def to_cell(self, row: int, key: str) -> None:
        """Go to a cell by the arrows."""
        table, model = self.window.requests.table, self.window.requests.model
        press(Key.Key_Home, modifiers=CONTROL)
        press(Key.Key_Down, times=row)
        assert table.currentIndex().row() == row
        while table.currentIndex().column() < model.column_of(key):
            press(Key.Key_Right)

    def type_decision(self, row: int, result: int, amount: int) -> None:
        """Type a decision into the table: its result from the list, its amount, both ended by Enter."""
        self.to_cell(row, "result")
        press(Key.Key_F2)
        press(Key.Key_Down, times=result)
        press(Key.Key_Return)
        QApplication.processEvents()
        self.to_cell(row, "assessed_")
        type_text(str(amount))
        press(Key.Key_Return)
        QApplication.processEvents()

    def paste_decisions(self, less: Callable[[str], int]) -> None:
        """Copy what is shown, fill in what is not filled in yet as in Excel, paste it, and decide all at once."""
        QGuiApplication.clipboard().clear()
        press(Key.Key_K, modifiers=ALT)
        until(QGuiApplication.clipboard().text)  # a button is seen to be pressed before it acts
        head, *lines = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
        rows = {row.version: row for row in requests(self.window)}
        for line in lines:
            row = rows[line[-1].split(" ")[1]]
            if not line[head.index("結果")]:
                asked = self.window.data.read.asked.get(row.version, {})
                cut = less(row.name) if row.kind == "expenditure" else 0
                line[head.index("結果")] = "一部計上" if cut else "計上"
                line[head.index("計上額(千円)")] = str((row.amount or 0) - cut)
                for source, label in self.window.data.specific.items():
                    if cut and asked.get(source):
                        line[head.index(f"計上 {label}(千円)")] = str(asked[source])
        lines.reverse()
        QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in (head, *lines)))
        press(Key.Key_V, modifiers=CONTROL)
        assert len(self.window.data.pending) == len(lines), self.said
        press(Key.Key_Return, modifiers=CONTROL | SHIFT)
        settled(self.window)
        assert self.window.data.pending == {}, [each.refusal for each in self.window.data.pending.values()]

    def close(self, where: Where) -> None:
        """Close the chosen stage; the first time it is only said what that means."""
        closed = f"SELECT COUNT(*) FROM closings WHERE stage = '{where.stage}'"  # noqa: S608
        self.send("段階を締め切る")
        assert "（決定のないもの 0件）" in self.said
        assert self.sql.number(closed) == 0
        self.send("段階を締め切る")
        assert self.sql.number(closed) == 1

    def check_ceilings(self, first: Where, second: Where) -> None:
        """What is left of each ceiling at the second stage is the ceiling without what both stages granted of 一般財源."""
        uses = self.window.data.ceilings((second.year, second.budget, second.stage))
        assert [use.bureau for use in uses] == list(prefecture.BUREAUS)
        assert any(use.granted for use in uses)
        for use in uses:
            of_first, of_second = (
                self.sql.number(
                    "SELECT SUM(a.amount) FROM decided a JOIN decisions d ON d.id = a.decision JOIN versions v"  # noqa: S608
                    f" ON v.id = d.version WHERE {where.condition} AND v.bureau = '{use.bureau}' AND"
                    " v.expenditure IS NOT NULL AND a.source = 'general' AND a.row = 'assessed'"
                )
                for where in (first, second)
            )
            assert (use.granted, use.rest_of_granted) == (
                of_first + of_second,
                CEILING - of_first - of_second,
            )

    @property
    def said(self) -> str:
        """What the window says at its foot."""
        return self.window.statusBar().currentMessage()

    def check_shown(self, where: Where) -> None:
        """What stands below the table is what SQL adds up over the chosen stage."""
        shown = self.window.requests.sums.text()
        assert f"要求額 {self.sql.asked(where):,}" in shown
        assert f"計上 {self.sql.granted(where, 'expenditure'):,}" in shown
        for kind, words in (("commitment", "債務負担行為"), ("continuing", "継続費")):
            asked = self.sql.asked(where, kind)
            assert (f"{words}（千円） {asked:,}" in shown) == bool(asked)
        for source, label in self.window.data.labels.items():
            asked = self.sql.of_source(where, source)
            assert (f"{label} {asked:,}" in shown) == bool(asked), source


@pytest.fixture
def officer(
    qapp: QApplication,
    in_force: Standard,
    private_settings: None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Officer]:
    """An officer with an empty register."""
    monkeypatch.setattr(publishing, "_add_full_text", lambda _: False)  # tried in test_publishing
    monkeypatch.setattr(desk_window, "_LOOK_AGAIN_MS", 200)  # what the watcher took in is shown soon
    monkeypatch.setattr(intake, "EVERY_S", 0.2)  # and what comes later is taken in soon
    address = str(tmp_path / "register.db")
    ceilings = [Ceiling(bureau, FIRST.year, CEILING, FIRST.budget) for bureau in prefecture.BUREAUS]
    standard = replace(in_force, ceilings=ceilings)
    window = DeskWindow(open_register(address, actor="担当", makes=True), standard, STANDARD_FOLDER)
    window.show()
    assert QTest.qWaitForWindowExposed(window)
    window.activateWindow()
    window.requests.table.setFocus()
    yield Officer(window, tmp_path, Sql(address), monkeypatch)
    window.data.pending.clear()
    window.close()
    window.deleteLater()


def granted_less(name: str) -> int:
    """What is cut of a request, by its number."""
    return 1 + int(name[-5:]) % 7


def test_a_season_at_the_window(officer: Officer, in_force: Standard, tmp_path: Path) -> None:
    """Nothing that 24 sections ask for is lost or doubled between their files and the published site, at any step."""
    window, sql = officer.window, officer.sql
    writer = Writer(tmp_path / "files", in_force, SEVERAL)
    facts = list(writer.write_year(COUNT))
    officer.collect(tmp_path / "files", len(facts))
    for where in (FIRST, SUPPLEMENTARY):
        own = [fact for fact in facts if (fact.budget, fact.stage) == where[1:]]
        for sheet, kind in KINDS.items():
            assert sql.asked(where, kind) == sum(fact.amount for fact in own if fact.kind == sheet)
    officer.to_stage(f"令和9年度 {FIRST.budget} {FIRST.stage}")
    officer.check_shown(FIRST)

    letters = officer.send("課への確認", "letters")
    check_letters(letters, sql, FIRST, answer="")
    answer_first_question(letters)
    officer.send("返ってきた確認", "letters")
    assert "1件" in officer.said
    assert sql.number("SELECT COUNT(*) FROM answers WHERE text = '3社です。'") == 1

    plain = [
        number
        for number, row in enumerate(requests(window))
        if row.kind == "expenditure" and set(window.data.read.asked[row.version]) == {GENERAL}
    ]
    for number in plain[:2]:
        row = requests(window)[number]
        officer.type_decision(number, 2, (row.amount or 0) - granted_less(row.name))
    whole = next(number for number, row in enumerate(requests(window)) if row.kind == "commitment")
    officer.type_decision(whole, 1, requests(window)[whole].amount or 0)
    assert len(window.data.pending) == 3
    officer.paste_decisions(granted_less)
    officer.check_shown(FIRST)
    first = [fact for fact in facts if (fact.budget, fact.stage) == FIRST[1:]]
    granted = {
        fact.name: (fact, fact.amount - (0 if fact.kind else granted_less(fact.name))) for fact in first
    }
    for sheet, kind in KINDS.items():
        known = sum(amount for fact, amount in granted.values() if fact.kind == sheet)
        assert sql.granted(FIRST, kind) == sql.granted_by_sources(FIRST, kind) == known
    check_notices(officer.send("内示", "notices"), sql, FIRST)
    officer.close(FIRST)

    again = list(writer.write_second_stage(granted))
    officer.wait_for(len(facts) + len(again))
    officer.to_stage(f"令和9年度 {SECOND.budget} {SECOND.stage}")
    assert sql.asked(SECOND) == sum(fact.amount for fact in again)
    officer.check_shown(SECOND)
    officer.type_decision(0, 3, 0)
    officer.paste_decisions(lambda _: 0)
    officer.check_shown(SECOND)
    officer.check_ceilings(FIRST, SECOND)
    check_notices(officer.send("内示", "notices of the second stage"), sql, SECOND)
    officer.close(SECOND)
    check_consolidated(
        officer.send("集計", "tables") / f"集計 令和9年度 {SECOND.budget} {SECOND.stage}.xlsx", sql, SECOND
    )
    site = officer.send("公表", "web") / f"公表 令和9年度 {SECOND.budget} {SECOND.stage}"
    assert "前年度へのリンクはありません" in officer.said
    check_site(site, sql, [FIRST, SECOND])
    publish_again(officer, site)
    check_site(site, sql, [FIRST, SECOND])


def publish_again(officer: Officer, site: Path) -> None:
    """Publish where a site stands, beside one of last year with a request that goes on: it is replaced only when chosen again."""
    last_year = site.with_name(site.name.replace("令和9年度", "令和8年度"))
    shutil.copytree(site, last_year)
    index = (site / "index.html").read_bytes()
    officer.send("公表", "web")
    assert "もう一度選ぶと、置き換えます" in officer.said
    assert (site / "index.html").read_bytes() == index
    officer.send("公表", "web")
    assert f"前年度の「{last_year.name}」へのリンク" in officer.said
    assert any(quote(last_year.name) in page.read_text(encoding="utf-8") for page in site.glob("*.html"))


def answer_first_question(letters: Path) -> None:
    """A section answers the first question of the first letter that asks something."""
    for path in sorted(letters.glob("*.xlsx")):
        book = openpyxl.load_workbook(path)
        sheet = book["質問"]
        if sheet.max_row > 3 and sheet.cell(4, 3).value:
            sheet.cell(4, 4).value = "3社です。"
            book.save(path)
            return
    raise AssertionError("no section is asked anything")
