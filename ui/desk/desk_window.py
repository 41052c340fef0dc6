"""The desk's window: every request of the register in one table, what is shown of it, pictures, and what comes in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QSplitter, QStackedWidget, QTabBar, QWidget

from model.files.files import FileError
from model.register.listing import RegisterRow
from model.register.opening import Register
from model.register.timeline import ReceivedVersion
from model.standard.standard import Standard
from ui.desk.asking import Asking
from ui.desk.charts_pane import ChartsPane
from ui.desk.deciding import Deciding
from ui.desk.desk_columns import VIEWS
from ui.desk.desk_data import DeskData, Read, read_register
from ui.desk.intake import Intake
from ui.desk.intake_pane import IntakePane
from ui.desk.opened_requests import OpenedRequests
from ui.desk.outgoing import Outgoing
from ui.desk.request_tabs import AboutRequest, RequestTabs, read_about
from ui.desk.requests_pane import RequestsPane
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.widgets.layouts import lay_column
from ui.window.files.beside import Beside
from ui.window.long_message import LongMessage

_SIZE: Final = (1440, 860)
_DECISION_WIDTH: Final = 370  # pixels, at first
_LOOK_AGAIN_MS: Final = 5_000
"""How often it is asked whether the register went on: others decide and files come in meanwhile."""
_ABOUT_AFTER_MS: Final = 120  # the arrows pass over requests of which nothing is read
_PATIENCE_MS: Final = 1_000  # of the close of the window, for a register that does not answer
_PAGES: Final[Mapping[str, str]] = {
    "charts": QT_TRANSLATE_NOOP("ui.desk", "図"),
    "intake": QT_TRANSLATE_NOOP("ui.desk", "取り込み"),
}


class DeskWindow(QMainWindow):
    """財政課の机.

    Attributes:
        data: the register as it was read, and what was filled in.
        requests: the table with its search, and the sums of what it shows.
        deciding: what is done with what is filled in.
        asking: what is done with questions and answers.
        outgoing: what goes to the sections and to the public.
        opened: the windows in which requests are shown.
    """

    def __init__(self, register: Register, standard: Standard, folder: Path) -> None:
        """Make the window and begin to read; the register is closed with the window."""
        super().__init__()
        self._register, self._standard = register, standard
        self._work: Beside[Read | None] | None = None
        self._about: Beside[AboutRequest] | None = None
        self._again = False  # what is being read may be older than what was written
        self._warned = False  # that what was typed goes with the window
        self.data = DeskData(standard)
        self.opened = OpenedRequests(register, standard, folder, self)
        self.intake = Intake(register.whole_address, register.actor, folder, self)
        self.setWindowTitle(translate("ui.desk", "財政課の机 - {register}").format(register=register.address))
        self.resize(*_SIZE)
        self.views = QTabBar(self)
        self.views.setObjectName("views")
        self.views.setAccessibleName(translate("ui.desk", "見るもの"))
        self.views.setExpanding(False)
        self.views.setDrawBase(False)
        self._keys_of_views = [*VIEWS, *_PAGES]
        for number, words in enumerate((*VIEWS.values(), *_PAGES.values())):
            self.views.addTab(translate("ui.desk", words))
            self.views.setTabToolTip(number, f"Ctrl+{number + 1}")
        self.requests = RequestsPane(self.data, self)
        self.tabs = RequestTabs(self.data, self)
        self.deciding = Deciding(register, self.data, self.requests, self.tabs.decision, self)
        self.asking = Asking(register, self.tabs.asking, self)
        self.outgoing = Outgoing(register, self.data, folder, self.requests.stage.currentData, self)
        self.charts = ChartsPane(self.data, self)
        self.intake_pane = IntakePane(self.intake, self)
        self._lay_out()
        self._read_about = QTimer(self, singleShot=True, interval=_ABOUT_AFTER_MS)
        self._connect()
        self._timer = QTimer(self, interval=_LOOK_AGAIN_MS)
        self._timer.timeout.connect(self.read)
        self._timer.start()
        self.read()
        self.intake.resume()

    def read(self) -> None:
        """Read the register anew, beside the window, where it has gone on; once more where it is being read already."""
        if self._work is not None and not self._work.is_over:
            self._again = True
            return
        self._again = False
        work = partial(read_register, self._register, self.data.read.progress)
        self._work = Beside(work, self._show_read, self, self._say_unread)
        self._work.wait()

    @property
    def is_busy(self) -> bool:
        """Whether something is being read, written or sent out beside the window."""
        works = (self._work, self.deciding.work, self.asking.work, self.outgoing.work)
        return any(work is not None and not work.is_over for work in works)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close what was opened from here, and the register; where something was typed and not written, only when asked again."""
        if (words := self._unwritten()) and not self._warned:
            self._warned = True
            self._say(words)
            event.ignore()
            return
        self.opened.close_all()
        self._timer.stop()
        self._read_about.stop()
        self.intake.stop()
        works = (self._work, self._about, self.deciding.work, self.asking.work, self.outgoing.work)
        for work in works:
            if work is not None:
                work.wait(_PATIENCE_MS)
                work.forget()
        self._register.close()
        super().closeEvent(event)

    # --- private ---

    def _unwritten(self) -> str:
        """What would be lost with the window; "" for nothing."""
        if self.data.pending:
            return translate(
                "ui.desk", "入力中の{count:,}件は、まだ決定していません。もう一度閉じると、入力は消えます。"
            ).format(count=len(self.data.pending))
        if self.tabs.asking.has_drafts:
            return translate("ui.desk", "書きかけの質問があります。もう一度閉じると、消えます。")
        return ""

    def _lay_out(self) -> None:
        self._pages = QStackedWidget(self)
        for page in (self.requests, self.charts, self.intake_pane):
            self._pages.addWidget(page)
        left = QWidget(self)
        lay_column(
            left, self.views, self.requests.head, self._pages, margins=(12, 6, 12, 6), wide=self._pages
        )
        parts = QSplitter(self)
        parts.addWidget(left)
        parts.addWidget(self.tabs)
        parts.setStretchFactor(0, 1)
        parts.setSizes([_SIZE[0] - _DECISION_WIDTH, _DECISION_WIDTH])
        parts.setChildrenCollapsible(False)
        self.setCentralWidget(parts)
        self.statusBar().addWidget(self.requests.keys)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().messageChanged.connect(LongMessage(self.statusBar()).follow)
        pane = self.requests
        order = (self.views, pane.search, pane.stage, pane.state, pane.grouping, pane.table)
        for before, following in pairwise(order):
            QWidget.setTabOrder(before, following)

    def _connect(self) -> None:
        requests, table = self.requests, self.requests.table
        self.views.currentChanged.connect(self._show_view)
        table.selectionModel().currentRowChanged.connect(lambda *_: self._show_chosen())
        table.opened.connect(lambda: self._open())
        table.wanted_decision.connect(self._to_decision)
        requests.shown_changed.connect(self._show_pictured)
        requests.shown_changed.connect(lambda _: self._leave_hidden())
        requests.model.typed.connect(self._after_typing)
        requests.model.refused.connect(self._say)
        self.tabs.decision.typed.connect(self._after_typing)
        self.tabs.decision.refused.connect(self._say)
        self.tabs.place_opened.connect(lambda place: self._open(place=place))
        self.tabs.version_opened.connect(lambda version: self._open(version=version))
        self.deciding.said.connect(self._say)
        self.opened.said.connect(self._say)
        self.deciding.changed.connect(self._show_changed)
        self.tabs.asking.field.textEdited.connect(self._forget_warning)
        self.asking.said.connect(self._say)
        self.asking.changed.connect(self._show_asked)
        self.outgoing.said.connect(self._say)
        self.outgoing.changed.connect(self.read)
        self._read_about.timeout.connect(self._read_chosen)
        self.intake.missing.connect(lambda _: self.read())  # all that came is in now
        keys = {
            "F5": self.read,
            "Ctrl+F": requests.search.begin,
            "F6": self._other_side,
            "Ctrl+Shift+Return": self.deciding.decide_all,
            "Ctrl+O": self._open,
        }
        keys |= {
            f"Ctrl+{number + 1}": partial(self._go_to_view, number) for number in range(self.views.count())
        }
        for key, act in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(lambda act=act: act())
        decide = QShortcut(QKeySequence("Ctrl+Return"), table)
        decide.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        decide.activated.connect(self.deciding.decide_row)

    def _say(self, sentence: str) -> None:
        self.outgoing.lapse()
        self.statusBar().showMessage(sentence)

    # --- what is shown ---

    def _show_view(self, number: int) -> None:
        """Show the chosen set of columns, or the chosen page."""
        key = self._keys_of_views[number]
        page = self._page_of(key)
        if page is self.charts:  # before they come into sight, which draws them
            self._show_pictured(self.requests.shown())
        self.outgoing.lapse()
        self.statusBar().clearMessage()  # it was about what was done before
        self._pages.setCurrentWidget(page or self.requests)
        self.tabs.setVisible(page is None)
        self.requests.show_head(key != "intake")
        if page is None:
            self.requests.show_view(key)
        self.requests.show_keys(is_wanted=page is None)

    def _page_of(self, key: str) -> ChartsPane | IntakePane | None:
        """What stands in place of the table; None where that is shown."""
        pages: dict[str, ChartsPane | IntakePane] = {"charts": self.charts, "intake": self.intake_pane}
        return pages.get(key)

    def _go_to_view(self, number: int) -> None:
        """Show a set of columns or a page by its key, and take the focus there."""
        self.views.setCurrentIndex(number)
        page = self._page_of(self._keys_of_views[number])
        focus = page.take_focus if page is not None else self.requests.table.take_focus
        focus()

    def _show_read(self, read: Read | None) -> None:
        if read is not None and not self.requests.table.is_editing:  # else it is read again a moment later
            self.data.show(read)
            self.requests.show_read()
            self._show_chosen()
        if self._again:
            self.read()

    def _say_unread(self, error: FileError) -> None:
        self._say(str(error))
        self._show_read(None)

    def _show_pictured(self, found: Sequence[RegisterRow]) -> None:
        """Show the figures of the requests that are shown, where the charts are the chosen page."""
        if self._page_of(self._keys_of_views[self.views.currentIndex()]) is self.charts:
            self.charts.show_pictured(self.requests.pictured(found))

    def _show_chosen(self) -> None:
        row = self.requests.table.current
        self.tabs.show_request(row)
        if row is not None:
            self._read_about.start()

    def _leave_hidden(self) -> None:
        """Show no request beside the table that is not in it: what is decided there is decided of the row that is chosen."""
        if self.requests.table.current is None:
            self._show_chosen()

    def _read_chosen(self) -> None:
        row = self.requests.table.current
        if row is None:
            return
        if self._about is not None and not self._about.is_over:
            self._read_about.start()  # the one before is still being read
            return
        work = partial(read_about, self._register, row, self._standard)
        self._about = Beside(work, self._show_about, self, lambda error: self._say(str(error)))

    def _show_about(self, about: AboutRequest) -> None:
        row = self.requests.table.current
        if row is not None and row.version == about.row.version:
            self.tabs.show_about(about)

    def _open(self, place: str = "", version: ReceivedVersion | None = None) -> None:
        row = self.requests.table.current
        if row is not None:
            self.opened.open(row, place, version)

    def _to_decision(self) -> None:
        self.tabs.setCurrentWidget(self.tabs.decision)
        self.tabs.decision.result.setFocus()

    def _other_side(self) -> None:
        """F6: from the table to what stands beside it, and back."""
        if self.requests.table.hasFocus() and self.tabs.isVisible():
            page = self.tabs.currentWidget()
            (self.tabs.decision.result if page is self.tabs.decision else page).setFocus()
        else:
            self.views.setCurrentIndex(min(self.views.currentIndex(), len(VIEWS) - 1))
            self.requests.table.take_focus()

    def _show_changed(self) -> None:
        """Show what was decided or filled in for many requests."""
        self._warned = False
        self.read()
        self.requests.show_pending(None)
        self._show_chosen()

    def _forget_warning(self) -> None:
        self._warned = False

    def _show_asked(self) -> None:
        """Show what was asked and answered."""
        self._warned = False
        self.read()
        self._read_about.start()

    def _after_typing(self, row: RegisterRow) -> None:
        """Show everywhere what was filled in for a request."""
        self._warned = False
        self.outgoing.lapse()
        self.statusBar().clearMessage()
        self.requests.show_pending(row)
        if self.requests.table.current is row:
            self.tabs.decision.show_request(row)
