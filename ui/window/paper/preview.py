"""The paper beside the form, set anew when the writer pauses: in a thread, so that no key waits for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from model.document.document import Document, Snapshot
from model.files.files import FileError
from model.request.place import Place
from templates.paper.press import Pages
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.widgets.buttons import small_button
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import lay_column, lay_row
from ui.widgets.style import PANE_PADDING
from ui.window.files.beside import Beside
from ui.window.paper.pages_view import PagesView
from ui.window.paper.paper_order import PaperOrder

TITLE: Final = QT_TRANSLATE_NOOP("ui.window", "紙のプレビュー")
PAUSE_MS: Final = 150  # without a key, after which the pages are set


class Preview(QWidget):
    """The pages of a document, with a line above that says which of them is in sight.

    Attributes:
        order: what the pages show, or will; None before the first.
    """

    closed = Signal()

    def __init__(self, document: Document, order: Callable[[Document], PaperOrder], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("findingsPane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._document, self._order_of = document, order
        self._work: Beside[Pages] | None = None
        self.order: PaperOrder | None = None
        self._place: Place = ""
        self.pages = PagesView(self)
        self.pages.verticalScrollBar().valueChanged.connect(self._count)
        self.words = PlainLabel(self, kind="hint")
        title = PlainLabel(translate("ui.window", TITLE), self, kind="cardTitle")
        tip = translate("ui.window", "紙のプレビューを閉じます（F9）。")
        close = small_button("×", self.closed.emit, self, tip=tip)
        close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        close.setAccessibleName(translate("ui.window", "紙のプレビューを閉じる"))
        margins = (PANE_PADDING, 6, 6, 6)
        head = lay_row(None, title, self.words, close, margins=margins, spacing=PANE_PADDING, wide=self.words)
        lay_column(self, head, self.pages, spacing=0, wide=self.pages)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.set_pages)
        document.subscribe(self._follow)
        self.words.setText(translate("ui.window", "組んでいます…"))
        QTimer.singleShot(0, self.set_pages)

    @property
    def is_settled(self) -> bool:
        """Whether nothing is being set, nor about to be."""
        return self._work is None and not self._pause.isActive()

    def show_place(self, place: Place | None) -> None:
        """Bring what is being edited in sight; what has no place on the paper moves nothing."""
        if place:
            self._place = place
            self.pages.show_place(place)

    def set_pages(self) -> None:
        """Set the pages of the document as it is now, unless they are shown; while others are set, after them."""
        self._pause.stop()
        if self._work is not None or not self.isVisible():
            return
        order = self._order_of(self._document)
        if order != self.order:
            self.order = order
            self._work = Beside(order.pages, self._show, self, self._say_why)
        else:
            self.pages.drawing.start(0)  # what is in sight and not drawn

    def _follow(self, _snapshot: Snapshot) -> None:
        if self.isVisible():
            self.pages.drawing.stop()  # other pages are about to come
            self._pause.start()

    def _show(self, pages: Pages) -> None:
        self.words.setWordWrap(False)
        self.pages.show_pages(pages)
        self.pages.show_place(self._place)
        self._count()
        self._go_on()

    def _say_why(self, error: FileError) -> None:
        self.words.setWordWrap(True)
        self.words.setText(str(error))
        self._go_on()

    def _go_on(self) -> None:
        self._work = None
        if not self._pause.isActive():
            self.set_pages()

    def _count(self) -> None:
        self.words.setText(
            translate("ui.window", "{page} / {count} ページ").format(
                page=self.pages.page_in_sight(), count=len(self.pages.shown)
            )
        )
