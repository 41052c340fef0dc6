"""Printing and PDF in the window: the pages that a printer gets are those of the file, and nothing is written by halves."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pymupdf
import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from model.document import storage
from model.files.files import FileError
from templates.paper.press import Press
from tests.samples import sample
from tests.templates.paper.printed import Printed
from tests.ui.desk import Desk
from tests.ui.hands import CONTROL, SHIFT, Key, choose, press
from ui.window import dialogs
from ui.window.files import beside
from ui.window.main_window import MainWindow

Answer = Callable[[str, object], None]


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Answer:
    """``answer("ask_printer", printer)``: what the next question of that kind is answered."""

    def prepare(question: str, value: object) -> None:
        def ask(_parent: QWidget, *_about: object) -> object:
            return value

        monkeypatch.setattr(dialogs, question, ask)

    return prepare


@pytest.fixture
def file(tmp_path: Path, window: MainWindow) -> Path:
    """A saved file of the real sheet, open."""
    path = tmp_path / "要求書.yosan"
    storage.save(sample(), path)
    window.files.open(path)
    return path


def printer_into(path: Path, first: int = 0, last: int = 0) -> QPrinter:
    """A printer whose paper is a file, for all pages or a range of them."""
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    if first:
        printer.setPrintRange(QPrinter.PrintRange.PageRange)
        printer.setFromTo(first, last)
    return printer


def write_pdf() -> None:
    """Ctrl+Shift+E, and on with what is open."""
    press(Key.Key_E, modifiers=CONTROL | SHIFT)
    press(Key.Key_Return)


def test_a_printer_gets_the_pages(window: MainWindow, answer: Answer, file: Path, tmp_path: Path) -> None:
    """Ctrl+P prints the sheet on A4 upright; with the 質問票 ticked in the menu, also that, on its side."""
    sizes: list[list[tuple[int, int]]] = []
    for name in ("first.pdf", "second.pdf"):
        # Of the second the last page of the sheet and what stands behind it: the others were printed.
        first, last = (len(sizes[0]), 99) if sizes else (0, 0)
        answer("ask_printer", printer_into(tmp_path / name, first, last))
        press(Key.Key_P, modifiers=CONTROL)
        pages = list(pymupdf.open(tmp_path / name))
        assert f"{name} に {len(pages)}ページを送りました" in Desk(window).message
        assert all(len(set(page.get_pixmap(dpi=20).samples)) > 10 for page in pages), "a page is blank"
        sizes.append([(round(page.rect.width), round(page.rect.height)) for page in pages])
        choose(Key.Key_F, "印刷とPDFに質問票")
    upright, (end, *behind) = sizes
    assert {*upright, end} == {(595, 842)}
    assert set(behind) == {(842, 595)}


def test_chosen_pages(window: MainWindow, answer: Answer, file: Path, tmp_path: Path) -> None:
    """Of a range of pages only those are printed."""
    answer("ask_printer", printer_into(tmp_path / "out.pdf", 2, 3))
    press(Key.Key_P, modifiers=CONTROL)
    assert len(pymupdf.open(tmp_path / "out.pdf")) == 2


def test_no_printer_is_chosen(window: MainWindow, answer: Answer, file: Path) -> None:
    """Where no printer is chosen nothing is printed, and nothing said."""
    answer("ask_printer", None)
    press(Key.Key_P, modifiers=CONTROL)
    assert "送りました" not in Desk(window).message


def test_pdf_of_the_window(window: MainWindow, answer: Answer, file: Path, tmp_path: Path) -> None:
    """Ctrl+Shift+E writes the PDF as the command does; its foot says when the file was saved, and that it was changed since."""
    out = tmp_path / "out"
    out.mkdir()
    answer("ask_export_folder", out)
    write_pdf()
    assert [path.name for path in out.iterdir()] == ["要求書.pdf"]
    saved = Printed((out / "要求書.pdf").read_bytes()).text
    assert re.search(r"\d+年\d+月\d+日 \d+:\d\d 保存\n", saved)
    Desk(window).go("header/name")
    press(Key.Key_A)
    write_pdf()
    assert "保存（その後に変更あり）" in Printed((out / "要求書.pdf").read_bytes()).text


def test_pdfs_of_others_are_not_replaced_unasked(
    window: MainWindow, answer: Answer, file: Path, tmp_path: Path
) -> None:
    """A PDF of that name that this window has not written stays until one is asked."""
    theirs = tmp_path / "要求書.pdf"
    theirs.write_bytes(b"theirs")
    answer("ask_export_folder", tmp_path)
    write_pdf()
    assert "要求書.pdf がすでにあり" in Desk(window).bar.words.text()
    assert theirs.read_bytes() == b"theirs"


@pytest.mark.qt_log_ignore("QPainter::(begin|end)")
def test_a_printer_that_does_not_answer(
    window: MainWindow,
    answer: Answer,
    file: Path,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Pages that take a while are said to be set until they are; a print that failed is said until one succeeds."""
    monkeypatch.setattr(beside, "AT_ONCE_MS", 0)
    answer("ask_printer", printer_into(tmp_path / "gone" / "out.pdf", 1, 1))
    press(Key.Key_P, modifiers=CONTROL)
    assert window.files.state.text == "印刷するページを組んでいます…"
    qtbot.waitUntil(lambda: Desk(window).has_bar)
    assert Desk(window).bar.words.text().startswith("印刷していません。プリンターが応えません。")
    qtbot.waitUntil(lambda: window.files.state.text == "")  # the table of prices may be read meanwhile
    assert Desk(window).message == ""
    answer("ask_printer", printer_into(tmp_path / "out.pdf", 1, 1))
    Desk(window).choose_in_bar("もう一度")
    qtbot.waitUntil(lambda: "送りました" in Desk(window).message)
    assert not Desk(window).has_bar


def test_what_cannot_be_set_is_a_sentence(
    window: MainWindow, answer: Answer, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no page can be set, neither is anything written nor printed, and a line says so."""

    def refuse(*_: object) -> None:
        raise FileError("用紙に組めませんでした。")

    monkeypatch.setattr(Press, "_made", refuse)
    answer("ask_export_folder", tmp_path)
    answer("ask_printer", printer_into(tmp_path / "printed.pdf"))
    write_pdf()
    assert "書き出していません。用紙に組めませんでした。" in Desk(window).bar.words.text()
    press(Key.Key_P, modifiers=CONTROL)
    assert "印刷していません。用紙に組めませんでした。" in Desk(window).bar.words.text()
    assert [path.name for path in tmp_path.glob("*.pdf")] == []
