"""A writer at the window: where the focus is, what stands there, what the document holds."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible, QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from model.document.document import Document, Snapshot
from model.edits.fields import value_at
from model.request.lines import walk
from model.request.place import Place
from model.request.request import Line, Request
from model.values.amount import Amount
from tests.ui.hands import ALT, CONTROL, Key, let_go, press
from ui.commitments.commitment_table import CommitmentTable
from ui.costs.cost_table import CostTable
from ui.form.figure_table import FigureTableView
from ui.form.form_page import FormPage
from ui.tables.sheet_table import SheetTable
from ui.tables.table_model import CellModel
from ui.widgets.cards import Card
from ui.widgets.cell_style import CellStyle
from ui.widgets.choice_bar import ChoiceBar
from ui.widgets.fields import FieldRow, KeyChoice
from ui.window.files import request_files
from ui.window.files.beside import Beside
from ui.window.files.request_files import RequestFiles
from ui.window.main_window import MainWindow
from ui.window.request_view import RequestView


class Desk:
    """The window with a request open, and short words for what a writer sees and does.

    Attributes:
        first: the document of the request that waited, once that was looked at.
    """

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._waiting: Request | None = None
        self.first: Document | None = None

    def leave(self) -> None:
        """Have nothing painted until the desk is looked at again: what the next test makes of it is painted then."""
        self._window.setUpdatesEnabled(False)

    def wait_with(self, request: Request) -> None:
        """Show a request when the desk is first looked at, unless another is opened before; until then no key goes anywhere."""
        self._waiting, self.first = request, None
        if (widget := QApplication.focusWidget()) is not None:
            widget.clearFocus()

    def open(self, request: Request, path: Path | None = None) -> None:
        """Show a request."""
        self._waiting = None
        self._window.show_request(request, path)

    def open_file(self, path: Path) -> None:
        """Open a saved request in place of what the test before has left, or of what is shown."""
        if self._waiting is not None and (view := self._window.view) is not None:
            self._waiting = None
            view.finish_typing()
            view.document.mark_read()  # nobody asks what becomes of it
        self.window.files.open(path)

    @property
    def files(self) -> RequestFiles:
        """What the window does with files; the request that waits goes on waiting."""
        return self._window.files

    @property
    def window(self) -> MainWindow:
        """The window."""
        if not self._window.updatesEnabled():
            self._window.setUpdatesEnabled(True)
        if self._waiting is not None:
            self.open(self._waiting)
            QCoreApplication.sendPostedEvents(
                None, QEvent.Type.DeferredDelete.value
            )  # of what was open before
            self.go("header/name")
            self.first = self.document
        return self._window

    # --- the document ---

    @property
    def view(self) -> RequestView:
        """The panes of the open document, as the writer finds them a moment after it was opened."""
        view = self.window.view
        assert view is not None
        view.complete()
        return view

    @property
    def document(self) -> Document:
        """The open document."""
        view = self.window.view
        assert view is not None
        return view.document

    @property
    def request(self) -> Request:
        """The request as it is now."""
        return self.document.request

    @property
    def snapshot(self) -> Snapshot:
        """The request with everything that is true of it."""
        return self.document.snapshot

    def value(self, place: Place) -> Amount:
        """What the document holds at a place."""
        return value_at(self.request, place)

    def lines(self, group: int = 0) -> list[tuple[str, int]]:
        """The words of a table's lines with their depth."""
        return [(line.text, depth) for line, depth in walk(self.request.groups[group].lines)]

    def line(self, line_id: str) -> Line:
        """A line."""
        return next(
            line for group in self.request.groups for line, _ in walk(group.lines) if line.id == line_id
        )

    # --- the form ---

    def go(self, place: Place) -> None:
        """Take the focus to a place; what stands behind it in the form need not be made for it."""
        view = self.window.view
        assert view is not None
        view.focus_place(place)

    def field(self, place: Place) -> FieldRow:
        """The field of a place."""
        return next(row for row in self.view.form.findChildren(FieldRow) if row.place == place)

    def choice(self, place: Place) -> KeyChoice:
        """The list of a place that is chosen from."""
        return next(row for row in self.view.form.findChildren(KeyChoice) if row.place == place)

    def sentence(self, place: Place) -> str:
        """The findings' sentence that is in sight below a field."""
        line = self.field(place).note.line
        return line.text() if line is not None else ""

    def derive_button(self, place: Place) -> QToolButton:
        """The ↺ beside a field."""
        button = self.field(place).findChild(QToolButton)
        assert isinstance(button, QToolButton)
        return button

    # --- tables ---

    @property
    def costs(self) -> CostTable:
        """所要経費."""
        assert self.view.form.content.costs is not None
        return self.view.form.content.costs

    @property
    def commitments(self) -> CommitmentTable:
        """債務負担行為."""
        found = self.view.form.findChild(CommitmentTable)
        assert isinstance(found, CommitmentTable)
        return found

    def figures(self, name: str) -> FigureTableView:
        """A table of figures by its name."""
        return next(
            each for each in self.view.form.findChildren(FigureTableView) if each.accessibleName() == name
        )

    def tables(self) -> list[SheetTable]:
        """Every table of the form."""
        return self.view.form.findChildren(SheetTable)

    def index(self, place: Place) -> QModelIndex:
        """The cell of a place, in whichever table it is."""
        for table in self.tables():
            model = table.model()
            assert isinstance(model, CellModel)
            if (index := model.index_of(place)).isValid():
                return index
        raise AssertionError(f"no table shows {place}")

    def shown(self, place: Place) -> str:
        """What a cell shows."""
        return str(self.index(place).data(Qt.ItemDataRole.DisplayRole))

    def told(self, place: Place) -> str:
        """What is told of a cell when one points at it."""
        return str(self.index(place).data(Qt.ItemDataRole.ToolTipRole))

    def cell_style(self, place: Place) -> CellStyle:
        """How a cell looks."""
        index = self.index(place)
        model = index.model()
        assert isinstance(model, CellModel)
        return model.style_at(index)

    @property
    def table(self) -> SheetTable:
        """The table in which the focus is."""
        widget = QApplication.focusWidget()
        while widget is not None and not isinstance(widget, SheetTable):
            widget = widget.parentWidget()
        assert isinstance(widget, SheetTable), "the focus is in no table"
        return widget

    @property
    def current(self) -> Place | None:
        """The place of the cell that has the focus."""
        index = self.table.currentIndex()
        assert index.isValid(), "the table has the focus but no current cell"
        model = self.table.model()
        assert isinstance(model, CellModel)
        return model.place_at(index)

    def is_editing(self) -> bool:
        """Whether a cell's editor is open."""
        return self.table.open_editor() is not None

    def click(self, place: Place, *, right_of: int | None = None) -> None:
        """Click on a cell, in its middle or some pixels right of its left edge."""
        QApplication.processEvents()  # else Qt takes the click for the one that closed the cell's editor
        index = self.index(place)
        table = next(each for each in self.tables() if each.model() is index.model())
        rect = table.visualRect(index)
        at = rect.center() if right_of is None else QPoint(rect.left() + right_of, rect.center().y())
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)

    def paste(self, text: str) -> None:
        """Ctrl+V of what another program copied."""
        QGuiApplication.clipboard().setText(text)
        press(Key.Key_V, modifiers=CONTROL)

    # --- the window ---

    def action(self, words: str) -> QAction:
        """The menu entry that begins with some words."""
        return next(entry for entry in self.entries() if entry.text().startswith(words))

    def entries(self) -> list[QAction]:
        """Every entry of every menu of the window."""
        return [action for menu in self.window.menuBar().findChildren(QMenu) + self.window.findChildren(QMenu)
                for action in menu.actions() if not action.isSeparator()]  # fmt: skip

    def pause(self) -> None:
        """The writer lifts the hands from the keys, for as long as new findings wait."""
        self.view.while_typing.show_all()
        self.view.while_typing.finish()
        QApplication.processEvents()

    def undo(self) -> None:
        """Ctrl+Z, to whatever has the focus."""
        press(Key.Key_Z, modifiers=CONTROL)

    def redo(self) -> None:
        """Ctrl+Y, to whatever has the focus."""
        press(Key.Key_Y, modifiers=CONTROL)

    @property
    def bar(self) -> ChoiceBar:
        """The line above the form, or above another page, that says what has happened."""
        found = self._bar()
        assert found is not None, "no line stands above the page"
        assert found.isVisible()
        return found

    @property
    def has_bar(self) -> bool:
        """Whether a line stands above the form, or above another page."""
        return self._bar() is not None

    def _bar(self) -> ChoiceBar | None:
        window = self.window
        return window.bars.in_sight if "bars" in vars(window) else None

    def choose_in_bar(self, words: str) -> None:
        """Press the button of that line that begins with some words, by Alt and its number."""
        QApplication.processEvents()  # Qt knows the shortcuts of what is shown
        button = next(button for button in self.bar.buttons if button.text().startswith(words))
        pressed: list[bool] = []
        button.clicked.connect(lambda: pressed.append(True))
        number = self.bar.buttons.index(button)
        press((Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_4)[number], modifiers=ALT)
        let_go(button)
        assert pressed, f"Alt+{number + 1} does not press 「{words}」"
        QApplication.processEvents()

    @property
    def message(self) -> str:
        """The sentence at the foot of the window."""
        return self.window.statusBar().currentMessage()


def sections(form: FormPage) -> list[tuple[str, Card]]:
    """The sections that a form has, all of them made, as the navigator lists them: words and card."""
    form.make_all()
    titles = form.section_titles
    return [(titles[card.key], card) for card in form.made_cards() if card.key in titles]


def wait_for_work(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until nothing goes on beside the window: the file is read, and what is looked for a moment later (``no_moment``) too."""

    def is_idle() -> bool:
        return all(work.is_over for work in window.findChildren(Beside))

    qtbot.waitUntil(is_idle)
    begun: list[
        bool
    ] = []  # the looks at the notice, the copies and the steps of the day, whose timers were started before
    QTimer.singleShot(request_files._A_MOMENT_MS, lambda: begun.append(True))
    qtbot.waitUntil(lambda: bool(begun))
    qtbot.waitUntil(is_idle)


def nameless(window: QWidget) -> list[str]:
    """The widgets in sight that take the focus and have no name for a screen reader, by class and what they stand in."""
    found = []
    for widget in window.findChildren(QWidget):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or not widget.isVisible():
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if (
            interface is None
            or interface.role() == QAccessible.Role.NoRole
            or not interface.text(QAccessible.Text.Name)
        ):
            found.append(f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}")
    return found
