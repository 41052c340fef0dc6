"""What stands in a request or a file is shown as it is: no label, tooltip or dialog takes it for markup, which could load pictures."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import replace
from PySide6 import QtGui
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QListView, QWidget

from model.document import storage
from model.request.grounds import FundingTerm
from model.request.request import CostGroup, Line, Request, Section
from tests.samples import ROOT, sample
from tests.sheets import write_workbook
from tests.ui.desk import Desk
from ui.review.source_page import SourcePage
from ui.widgets.labels import PlainLabel, plain_tip
from ui.window.commands.pane_actions import PaneActions
from ui.window.main_window import MainWindow

PICTURE = '<img src="//attacker/share/x.png"><b>x</b>&lt;1千円'


def attacked() -> Request:
    """The real sheet with such text in names, lines, terms and texts, and mistakes that findings speak of."""
    request = sample()
    line = Line("x", PICTURE, PICTURE, PICTURE, PICTURE, object_class=PICTURE, mark=PICTURE, basis="1円×2円")
    return replace(
        request,
        header=replace(request.header, name=PICTURE, subtitle=PICTURE, stage=PICTURE),
        groups=(*request.groups, CostGroup("y", PICTURE, PICTURE, lines=(line,), amount=5)),
        sections=(*request.sections, Section("s", heading=PICTURE, text=f"{PICTURE}1,234千円")),
        funding_terms=(FundingTerm("t", PICTURE, PICTURE, PICTURE, line="x"),),
        declared={"request/amount": 5},
    )


def shown_as(tip: str) -> str:
    """The text that a tooltip shows."""
    if not QtGui.Qt.mightBeRichText(tip):
        return tip
    document = QTextDocument()
    document.setHtml(tip)
    assert "<img" not in tip
    return document.toPlainText()


def tips(window: QWidget) -> Iterator[str]:
    """Every tooltip: of widgets, and of the cells of lists and tables."""
    for widget in window.findChildren(QWidget):
        yield widget.toolTip()
        if isinstance(widget, QAbstractItemView):
            model = widget.model()
            for row in range(model.rowCount() if model else 0):
                for column in range(1 if isinstance(widget, QListView) else model.columnCount(QModelIndex())):
                    yield str(model.index(row, column).data(Qt.ItemDataRole.ToolTipRole) or "")


def test_a_tooltip_shows_what_was_typed() -> None:
    """Markup, spaces and line breaks come out as they went in."""
    for text in (PICTURE, "a\n  b <x>", "旅費", "A&B", "1 < 2"):
        assert shown_as(plain_tip(text)) == text


def test_nothing_in_the_window_is_markup(window: MainWindow) -> None:
    """With such text at each place, and the findings about it, no label is of rich text and each tooltip shows it as it is."""
    desk = Desk(window)
    desk.open(attacked())
    desk.pause()
    PaneActions(desk.view).to_questions()
    labels = desk.window.findChildren(QLabel)
    assert any("<img" in label.text() for label in labels)
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}
    found = [shown_as(tip) for tip in tips(desk.window)]
    assert any("<img" in tip for tip in found)


def test_nothing_on_the_review_page_is_markup(window: MainWindow, tmp_path: Path) -> None:
    """A workbook with such words in headings, cells and beside them is shown as it stands."""
    rows = [[PICTURE], ["内容", "前年度", "要求額", PICTURE], [PICTURE, 5, 7, PICTURE], ["計", 5, 8, ""]]
    window.files.open(write_workbook(tmp_path / "a.xlsx", 表=rows))
    QApplication.processEvents()
    page = window.findChild(SourcePage)
    assert page is not None
    assert {label.textFormat() for label in page.findChildren(QLabel)} == {Qt.TextFormat.PlainText}
    assert any("<img" in shown_as(tip) for tip in tips(page))


def test_a_line_above_the_form_is_shown_as_it_is(window: MainWindow, tmp_path: Path) -> None:
    """The name of a colleague or of a file, which anybody may have written, is text."""
    storage.save(sample(), tmp_path / "a.yosan")
    window.files.open(tmp_path / "a.yosan")
    assert window.view is not None
    window.bars.show("owner", PICTURE, ())
    bar = window.bars.in_sight
    assert bar is not None
    assert isinstance(bar.words, PlainLabel)


def test_every_label_and_tooltip_is_plain() -> None:
    """No file of ui makes a label of Qt's, which guesses whether a text is markup, or sets a tooltip of words that are not its own."""
    found: list[str] = []
    for path in sorted((ROOT / "ui").rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        if path.name == "labels.py" or not any(
            word in source for word in ("QLabel", "setToolTip", "QMessageBox")
        ):
            continue
        for node in ast.walk(ast.parse(source)):
            match node:
                case ast.Call(func=ast.Name(id="QLabel")) | ast.ClassDef(bases=[ast.Name(id="QLabel"), *_]):
                    found.append(f"{path}:{node.lineno}: a label that is not a PlainLabel")
                case ast.Call(func=ast.Attribute(attr="setToolTip"), args=[words]) if not is_plain(words):
                    found.append(f"{path}:{node.lineno}: a tooltip that is not a plain_tip")
                case ast.Call(func=ast.Name(id="QMessageBox")) if "PlainText" not in source:
                    found.append(f"{path}:{node.lineno}: a dialog that is not of plain text")
                case _:
                    pass
    assert found == []


def is_plain(argument: ast.expr) -> bool:
    """Whether a tooltip's words are written there, or made plain."""
    match argument:
        case ast.Constant() | ast.Call(func=ast.Name(id="plain_tip")):
            return True
        case ast.Call(func=ast.Name(id="translate"), args=[_, words]):  # ours in each language
            return is_plain(words)
        case ast.IfExp():
            return is_plain(argument.body) and is_plain(argument.orelse)
        case ast.Name():
            return argument.id.isupper()
    return False
