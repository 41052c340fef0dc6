"""The window: its pages, its title, and the line at its foot."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QMimeData, Qt, QTimer
from PySide6.QtGui import (
    QCloseEvent,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
)
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from shiboken6 import isValid

from model.document.document import Document, Snapshot
from model.names.other_standard import other_standard
from model.request.request import Request
from model.standard.standard import Standard
from ui.language import LANGUAGES, install, translate
from ui.tables.sheet_table import SheetTable, table_around
from ui.tables.table_foot import TableFoot
from ui.widgets.style import zoom_to
from ui.window.files.document_file import UNTITLED
from ui.window.files.journal import Journal
from ui.window.files.recent_files import FULL_SIZE
from ui.window.files.request_files import RequestFiles
from ui.window.menus.menu_bar import Menus
from ui.window.on_demand import OnDemand
from ui.window.request_view import RequestView
from ui.window.request_window import RequestWindow

if TYPE_CHECKING:
    from ui.costs.cost_table import CostTable
    from ui.window.long_message import LongMessage
    from ui.window.start_page import StartPage

_PAPER_AFTER_MS: Final = 300  # behind the first paint of the form


class MainWindow(RequestWindow):
    """One window, one document."""

    def __init__(
        self,
        standard: Standard,
        folder: Path,
        journal: Journal | None = None,
        kept: Path | None = None,
    ) -> None:
        """Make the window, which has no page yet.

        Args:
            standard: the Standard in force.
            folder: its folder, with the sample and the page's template.
            journal: where copies of unsaved work are kept.
            kept: the user's folder in which versions of files and the steps of the day are kept.
        """
        super().__init__()
        self.files = RequestFiles(self, standard, folder, journal, kept)
        if (percent := self.files.recent.zoom) != FULL_SIZE:
            zoom_to(percent)
        self.files.source_chosen.connect(lambda path: self.parts.imports.open(path))
        self._long_message: LongMessage | None = None
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().messageChanged.connect(self._fit_message)
        self._foot = TableFoot(self)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow_focus)
        self._last_focus: QWidget | None = None
        self.parts: OnDemand = OnDemand(self.files, lambda: self._worked_in)
        self.menus = Menus(self.files, self.parts, lambda: self._worked_in)
        self.setAcceptDrops(True)
        self.resize(1440, 900)

    # --- what the window shows ---

    def show_start(self) -> None:
        """Show the three choices."""
        from ui.window.start_page import StartPage

        carry = partial(self.files.open, then=lambda: self.parts.imports.make_next_year())
        self._replace_page(page := StartPage(self.files, self.parts.shelf, carry))
        self.view = None
        self.refresh_actions()
        page.take_focus()

    def show_request(self, request: Request, path: Path | None, *, is_saved: bool = True) -> None:
        """Show a request in the form."""
        self._show_document(Document(request, self.files.standard, path, is_saved=is_saved))
        if sentence := other_standard(request, self.files.standard):
            from model.language import spoken  # few requests are another's

            self.show_message(spoken(sentence), lasting=True)

    def _show_document(self, document: Document) -> None:
        recent = self.files.recent
        self.view = RequestView(
            document, self.stack, finance=recent.shows("finance_view"), pictures=recent.shows("pictures")
        )
        self.view.said.connect(self.show_message)
        self.view.form.zoom_wanted.connect(lambda step: self.parts.acts.zoom_by(step))
        document.subscribe(self._after_change)
        document.when_refused(self._say_refused)
        self.view.form.keep_room_for_hints(recent.closed_hints)
        self.view.cards_made.connect(lambda: self.parts.acts.show_hints())
        self.view.carried_print_wanted.connect(lambda: self.parts.exports.print_carried())
        self._replace_page(self.view)
        self.view.form.costs_made.connect(self._offer_rows)
        self._after_change(document.snapshot)
        self.view.form.focus_place("header/name")
        if self.files.recent.shows("paper_shown"):
            QTimer.singleShot(_PAPER_AFTER_MS, lambda: self.parts.papers.add_preview())

    def speak(self, language: str) -> None:
        """Say everything in another language from now on: menus and pages are made anew, and the open request stays as it is.

        Its steps of undo, the field or cells that are worked in and the lists beside the form stay too.
        """
        from ui.window.kept_view import KeptView  # no start of the window pays for it

        install(language)
        QApplication.setApplicationDisplayName(translate("ui.window", "予算帖"))
        kept = KeptView(self.view) if self.view is not None else None
        self._foot.end()
        self._foot = TableFoot(self)
        self.menus.end()
        self.menus = Menus(self.files, self.parts, lambda: self._worked_in)
        if kept is None:
            self.show_start()
        else:
            kept.document.forget_listeners()
            self._show_document(kept.document)
            kept.give_to(self.open_view)
        self.show_message(
            translate("ui.window", "表示の言葉を {language} にしました。").format(
                language=LANGUAGES[language]
            )
        )

    def refresh_actions(self) -> None:
        """What is in sight, or the open request, is another: what can be chosen and the title follow."""
        document = None if self.stack.is_covered else self.document
        self.menus.enable(document)
        if document is None:
            self.setWindowTitle(translate("ui.window", "予算帖"))
            self.setWindowModified(False)
            return
        name = (
            document.path.name
            if document.path
            else document.request.header.name or translate("ui.window", UNTITLED)
        )
        title = translate("ui.window", "{name}{locked}[*] - 予算帖").format(
            name=name, locked=translate("ui.window", "（読むだけ）") if document.is_locked else ""
        )
        if title != self.windowTitle():
            self.setWindowTitle(title)
        if document.is_modified != self.isWindowModified():
            self.setWindowModified(document.is_modified)

    def _fit_message(self, message: str) -> None:
        """Show a sentence in several lines where it is too long for one, and in place of what is said of the current cell."""
        self._foot.line.setVisible(not message)  # Qt leaves it there where the message came before the window
        if self._long_message is not None:
            self._long_message.follow(message)
        elif self.fontMetrics().horizontalAdvance(message) > self.width() // 2:
            from ui.window.long_message import LongMessage  # no start of the window pays for it

            self._long_message = LongMessage(self.statusBar())
            self._long_message.follow(message)

    def event(self, event: QEvent) -> bool:
        """A menu that is opened has no words of its own, and takes none away from the foot."""
        return event.type() == QEvent.Type.StatusTip or super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Back from Excel: the section's prices may have changed, and a colleague may have opened or closed the file."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.menus.look_for_prices()
            self.files.look_around()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask before changes are lost."""
        self.leave_review()
        event.setAccepted(self.files.may_close())
        if event.isAccepted() and self.parts.has("exports"):
            self.parts.exports.end()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file can be dropped anywhere on the window."""
        if _dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the file once the program it came from has been answered."""
        path = _dropped_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            QTimer.singleShot(0, lambda: self.files.open(path))

    # --- private ---

    def _follow_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        # A menu or a question of its own may be open: the table is still the one that is worked in.
        if (
            new is not None
            and new.window() is self
            and new is not self.menuBar()
            and not (self.menus.has_palette() and self.menus.palette.isAncestorOf(new))
        ):
            self._last_focus = new
            self._follow(table_around(new))
            if old is not self.menuBar():  # else the entry that was chosen is still to be run
                self.menus.edit.cells.enable_keys()

    @property
    def _worked_in(self) -> QWidget | None:
        """The last widget with the focus that is no menu; None where it is gone."""
        return self._last_focus if self._last_focus is not None and isValid(self._last_focus) else None

    def _follow(self, table: SheetTable | None) -> None:
        self._foot.follow(table)
        if self.parts.has("papers"):
            self.parts.papers.follow(table)

    def _replace_page(self, page: StartPage | RequestView) -> None:
        self._follow(None)
        self._last_focus = None
        if self.stack.currentWidget() is not None:  # else it says why the file that was named is not open
            self.statusBar().clearMessage()  # it spoke of what was shown before
            if "bars" in vars(self):
                self.bars.clear()
        self.stack.replace(page)

    def _after_change(self, _snapshot: Snapshot) -> None:
        if self.document is not None and not self.document.is_locked:
            self.hide_bar("reading")
        self.files.note_change()
        self._foot.refresh()
        self.refresh_actions()

    def _say_refused(self) -> None:
        from ui.window.files.sharing import REFUSED

        self.show_message(translate("ui.window", REFUSED))

    def _offer_rows(self, costs: CostTable) -> None:
        self.menus.offer_rows(costs)
        costs.model_of_costs.asks_about.connect(lambda block: self.parts.imports.review_block(block))
        costs.model_of_costs.takes_long.connect(lambda block: self.parts.imports.read_block(block))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done in a table: at the mouse, or below the current cell where a key asked for it."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        at = event.globalPos()
        table = table_around(QApplication.focusWidget() if by_key else self.childAt(self.mapFromGlobal(at)))
        if table is None or self.view is None or not self.view.form.isAncestorOf(table):
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.menus.edit.offer_in(menu)
        menu.addActions(self.menus.edit.cells.all)
        table.fill_menu(menu)
        if by_key:
            at = table.viewport().mapToGlobal(table.visualRect(table.currentIndex()).bottomLeft())
        table.setFocus(Qt.FocusReason.OtherFocusReason)
        menu.popup(at)


def _dropped_file(data: QMimeData) -> Path | None:
    """The one file that is dragged; None for anything else, and for several at once."""
    files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
    return Path(files[0]) if len(files) == 1 else None
