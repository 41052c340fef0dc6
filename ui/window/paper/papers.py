"""The open request on paper: what is printed with it, its pages, the printer."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from model.document.document import Document
from model.files.files import FileError
from ui.language import translate
from ui.tables.sheet_table import SheetTable, table_around
from ui.widgets.choice_bar import Choice
from ui.window import dialogs
from ui.window.files.beside import Beside
from ui.window.files.request_files import RequestFiles

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from templates.paper.press import Pages, Press
    from ui.window.paper.paper_order import PaperOrder
    from ui.window.paper.preview import Preview


class Papers(QObject):
    """The papers of a window."""

    def __init__(self, files: RequestFiles, note_closed: Callable[[], None]) -> None:
        """Make what the menus call; ``note_closed`` hears of a preview that is closed by its own button."""
        super().__init__(files)
        self._files, self._window, self._note_closed = files, files.window, note_closed
        self._preview: Preview | None = None
        self._table: SheetTable | None = None  # whose current cell is followed

    @cached_property
    def _press(self) -> Press:
        # Typst works in as many threads as there are cores: one core stays the writer's.
        os.environ.setdefault("RAYON_NUM_THREADS", str(max(1, (os.cpu_count() or 1) - 1)))
        from templates.paper.press import Press  # no start of the window pays for it

        return Press(self._files.standard_folder)

    def order(self, document: Document) -> PaperOrder:
        """The paper of a document as it is now."""
        from templates.paper.blocks import PARTS
        from ui.window.paper.paper_order import PaperOrder

        wanted = self._files.recent.paper_parts
        now = document.snapshot
        return PaperOrder(
            self._press,
            tuple(part for part in PARTS if part in wanted),
            document.path,
            document.is_modified,
            now.request,
            now.standard,
            now.shared_prices,
        )

    def show_preview(self, is_wanted: bool) -> None:
        """Show the paper beside the form from now on, or no more."""
        self._files.recent.show("paper_shown", is_wanted)
        self.add_preview()

    def add_preview(self) -> None:
        """Show the paper of the open request beside its form, where it is wanted."""
        view, recent = self._window.view, self._files.recent
        if view is None:
            return
        if self._preview is not None and isValid(self._preview) and view.isAncestorOf(self._preview):
            view.panes.show_paper(is_wanted=recent.shows("paper_shown"), width=recent.paper_width)
            self._preview.set_pages()
        elif recent.shows("paper_shown"):
            from ui.window.paper.preview import Preview  # QtSvg is imported only here

            self._preview = Preview(view.document, self.order, view)
            self._preview.pages.chosen.connect(view.focus_place)
            self._preview.closed.connect(self._note_closed)
            view.panes.paper_widened.connect(partial(recent.keep, "paper_width"))
            view.panes.add_paper(self._preview, recent.paper_width)
        self.follow(table_around(QApplication.focusWidget()))

    def follow(self, table: SheetTable | None) -> None:
        """Bring what is worked in now in sight on the paper; ``table`` is the table with the focus, None for none."""
        if self._table is not None and isValid(self._table):
            self._table.selectionModel().currentChanged.disconnect(self._show_place)
        self._table = table
        if table is not None:
            table.selectionModel().currentChanged.connect(self._show_place)
        self._show_place()

    def _show_place(self) -> None:
        view = self._window.view
        if view is not None and self._preview is not None and isValid(self._preview):
            self._preview.show_place(view.place_in_focus())

    def print_out(self) -> None:
        """Ask for a printer and print the open request."""
        document, view = self._window.document, self._window.view
        if document is None or view is None:
            return
        view.finish_typing()
        if (printer := dialogs.ask_printer(self._window, self._files.stem(document))) is None:
            return
        setting = Beside(self.order(document).pages, partial(self._print, printer), self, self._say_failed)
        if not setting.wait():
            self._files.state.show("printing", translate("ui.window", "印刷するページを組んでいます…"))
            setting.over.connect(lambda: self._files.state.show("printing", ""))

    def _print(self, printer: QPrinter, pages: Pages) -> None:
        from ui.window.paper.printed_pages import print_pages  # QtSvg is imported only here

        if (count := print_pages(pages, printer)) is None:
            self._say_failed(
                translate(
                    "ui.window",
                    "プリンターが応えません。要求書は変わっていません。プリンターを確かめて、もう一度印刷してください。",
                )
            )
        else:
            self._window.hide_bar("printing")
            name = printer.printerName() or Path(printer.outputFileName()).name
            self._window.show_message(
                translate("ui.window", "{name} に {count}ページを送りました。").format(
                    name=name, count=count
                ),
                lasting=True,
            )

    def _say_failed(self, why: FileError | str) -> None:
        self._window.show_failure(
            "printing",
            translate("ui.window", "印刷していません。{why}").format(why=why),
            Choice(
                translate("ui.window", "もう一度"),
                translate("ui.window", "プリンターを選び直して印刷します。"),
                self.print_out,
            ),
        )
