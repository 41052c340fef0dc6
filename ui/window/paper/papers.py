"""The open request on paper: what is printed with it, its pages, the printer."""

from __future__ import annotations

from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from model.document.document import Document
from model.files.files import FileError
from ui.window import dialogs
from ui.window.files.beside import Beside
from ui.window.files.request_files import RequestFiles
from ui.window.request_window import RequestWindow

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from templates.paper.press import Pages, Press
    from ui.window.paper.paper_order import PaperOrder


class Papers(QObject):
    """The papers of a window."""

    def __init__(self, window: RequestWindow, files: RequestFiles, folder: Path, parent: QMainWindow) -> None:
        """Make what the menus call.

        Args:
            window: what shows the request.
            files: the request's file, and the user's settings.
            folder: the folder of the Standard, with the paper's template.
            parent: of dialogs.
        """
        super().__init__(files)
        self._window, self._files, self._folder, self._parent = window, files, folder, parent

    @cached_property
    def _press(self) -> Press:
        from templates.paper.press import Press  # typst is imported with the first page that is wanted

        return Press(self._folder)

    def order(self, document: Document) -> PaperOrder:
        """The paper of a document as it is now; FileError where nothing can be printed."""
        from ui.window.paper.paper_order import PaperOrder

        now = document.snapshot
        return PaperOrder(
            self._press,
            self._files.recent.paper_parts,
            document.path,
            document.is_modified,
            now.request,
            now.standard,
            now.shared_prices,
        )

    def print_out(self) -> None:
        """Ask for a printer and print the open request."""
        document, view = self._window.document, self._window.view
        if document is None or view is None:
            return
        view.finish_typing()
        if (printer := dialogs.ask_printer(self._parent, self._files.stem(document))) is None:
            return
        try:
            work = partial(_made, self.order(document))
        except FileError as error:
            self._say_failed(str(error))
            return
        if not Beside(work, partial(self._print, printer), self).wait():
            self._window.show_message("印刷するページを組んでいます…", lasting=True)

    def _print(self, printer: QPrinter, pages: Pages | FileError) -> None:
        from ui.window.paper.printed_pages import print_pages  # QtSvg is imported only here

        if isinstance(pages, FileError):
            self._say_failed(str(pages))
        elif (count := print_pages(pages, printer)) is None:
            self._say_failed("プリンターが応えません。プリンターを確かめて、もう一度印刷してください。")
        else:
            name = printer.printerName() or Path(printer.outputFileName()).name
            self._window.show_message(f"{name} に {count}ページを送りました。", lasting=True)

    def _say_failed(self, why: str) -> None:
        self._window.show_failure("exporting", f"印刷していません。{why}")


def _made(order: PaperOrder) -> Pages | FileError:
    """The pages, or why there are none."""
    try:
        return order.pages()
    except FileError as error:
        return error
