"""The desk's window: every request of the register in one table, what is shown of it, pictures, and what comes in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QSplitter, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from model.files.files import FileError
from model.register.filled import RefusedDecisionError
from model.register.filling import FilledOutcome
from model.register.listing import RegisterRow
from model.register.opening import Register
from model.register.timeline import ReceivedVersion
from model.standard.standard import Standard
from templates.desk.grid_text import grid_text, pasted_rows
from ui.desk.charts_pane import ChartsPane
from ui.desk.desk_columns import VIEWS
from ui.desk.desk_data import DeskData, Draft, Read, decide_drafts, read_register
from ui.desk.intake import Intake
from ui.desk.intake_pane import IntakePane
from ui.desk.opened_requests import OpenedRequests
from ui.desk.request_tabs import AboutRequest, RequestTabs, read_about
from ui.desk.requests_pane import Refusal, RequestsPane
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.tables.cell_clipboard import copied_block
from ui.window.files.beside import Beside

_SIZE: Final = (1440, 860)
_DECISION_WIDTH: Final = 370  # pixels, at first
_LOOK_AGAIN_MS: Final = 5_000
"""How often it is asked whether the register went on: others decide and files come in meanwhile."""
_ABOUT_AFTER_MS: Final = 120  # the arrows pass over requests of which nothing is read
_PATIENCE_MS: Final = 1_000  # of the close of the window, for a register that does not answer
_PAGES: Final = {
    "charts": QT_TRANSLATE_NOOP("ui.desk", "図"),
    "intake": QT_TRANSLATE_NOOP("ui.desk", "取り込み"),
}


class DeskWindow(QMainWindow):
    """財政課の机.

    Attributes:
        data: the register as it was read, and what was filled in.
        requests: the table with its search, and the sums of what it shows.
        opened: the windows in which requests are shown.
    """

    def __init__(self, register: Register, standard: Standard, folder: Path) -> None:
        """Make the window and begin to read.

        Args:
            register: the open register; it is closed with the window.
            standard: the Standard in force.
            folder: its folder.
        """
        super().__init__()
        self._register, self._standard = register, standard
        self._work: Beside[Read | None] | None = None
        self._writing: Beside[list[FilledOutcome] | FileError] | None = None
        self._about: Beside[AboutRequest] | None = None
        self._warned = False  # that what is filled in goes with the window
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
        """Read the register anew, beside the window, where it has gone on."""
        if self._work is not None and not self._work.is_over:
            return
        work = partial(read_register, self._register, self.data.read.progress)
        self._work = Beside(work, self._show_read, self)
        self._work.wait()

    def decide(self, drafts: Sequence[Draft]) -> None:
        """Decide what was filled in, beside the window; the next ones wait for it."""
        if self._writing is not None and not self._writing.is_over:
            self._say(translate("ui.desk", "前の決定を書き込んでいます。"))
            return
        if not drafts:
            self._say(translate("ui.desk", "決定する入力がありません。"))
            return
        work = partial(decide_drafts, self._register, drafts, self._standard)
        self._writing = Beside(work, partial(self._show_written, drafts), self)
        self._writing.wait()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close what was opened from here, and the register; where something is filled in and not decided, only when asked again."""
        if self.data.drafts and not self._warned:
            self._warned = True
            words = translate(
                "ui.desk", "入力中の{count:,}件は、まだ決定していません。もう一度閉じると、入力は消えます。"
            )
            self._say(words.format(count=len(self.data.drafts)))
            event.ignore()
            return
        self.opened.close_all()
        self._timer.stop()
        self._read_about.stop()
        self.intake.stop()
        for work in (self._work, self._about, self._writing):
            if work is not None:
                work.wait(_PATIENCE_MS)
                work.forget()
        self._register.close()
        super().closeEvent(event)

    # --- private ---

    def _lay_out(self) -> None:
        self._pages = QStackedWidget(self)
        for page in (self.requests, self.charts, self.intake_pane):
            self._pages.addWidget(page)
        left = QWidget(self)
        layout = QVBoxLayout(left)
        layout.setContentsMargins(12, 6, 12, 6)
        layout.addWidget(self.views)
        layout.addLayout(self.requests.head)
        layout.addWidget(self._pages, 1)
        parts = QSplitter(self)
        parts.addWidget(left)
        parts.addWidget(self.tabs)
        parts.setStretchFactor(0, 1)
        parts.setSizes([_SIZE[0] - _DECISION_WIDTH, _DECISION_WIDTH])
        parts.setChildrenCollapsible(False)
        self.setCentralWidget(parts)
        self.statusBar().addWidget(self.requests.keys)
        self.statusBar().setSizeGripEnabled(False)
        QWidget.setTabOrder(self.views, self.requests.search)

    def _connect(self) -> None:
        requests, table = self.requests, self.requests.table
        self.views.currentChanged.connect(self._show_view)
        table.selectionModel().currentRowChanged.connect(lambda *_: self._show_chosen())
        table.opened.connect(lambda: self._open())
        table.wanted_decision.connect(self._to_decision)
        table.copied.connect(self._copy)
        table.pasted.connect(self._paste)
        requests.shown_changed.connect(self._show_pictured)
        requests.model.typed.connect(self._after_typing)
        requests.model.refused.connect(self._say)
        requests.copy.clicked.connect(lambda: self._copy_all())
        requests.paste.clicked.connect(lambda: self._paste())
        requests.decide_all.clicked.connect(lambda: self._decide_all())
        self.tabs.decision.typed.connect(self._after_typing)
        self.tabs.decision.refused.connect(self._say)
        self.tabs.decision.wanted.connect(self._decide_chosen)
        self.tabs.place_opened.connect(lambda place: self._open(place=place))
        self.tabs.version_opened.connect(lambda version: self._open(version=version))
        self._read_about.timeout.connect(self._read_chosen)
        self.intake.missing.connect(
            lambda _: self.read()
        )  # all that came is in; the timer shows it before that
        keys = {
            "F5": self.read,
            "Ctrl+F": requests.search.setFocus,
            "F6": self._other_side,
            "Ctrl+Shift+Return": self._decide_all,
            "Ctrl+O": self._open,
        }
        keys |= {
            f"Ctrl+{number + 1}": partial(self._go_to_view, number) for number in range(self.views.count())
        }
        for key, act in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(lambda act=act: act())
        decide = QShortcut(QKeySequence("Ctrl+Return"), table)
        decide.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        decide.activated.connect(self._decide_row)

    def _say(self, sentence: str) -> None:
        self.statusBar().showMessage(sentence)

    # --- what is shown ---

    def _show_view(self, number: int) -> None:
        """Show the chosen set of columns, or the chosen page."""
        key = self._keys_of_views[number]
        page = self._page_of(key)
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

    def _show_pictured(self) -> None:
        self.charts.show_pictured(self.requests.pictured())

    def _show_chosen(self) -> None:
        row = self.requests.table.current
        self.tabs.show_request(row)
        if row is not None:
            self._read_about.start()

    def _read_chosen(self) -> None:
        row = self.requests.table.current
        if row is None:
            return
        if self._about is not None and not self._about.is_over:
            self._read_about.start()  # the one before is still being read
            return
        self._about = Beside(partial(read_about, self._register, row, self._standard), self._show_about, self)

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

    # --- deciding ---

    def _after_typing(self, row: RegisterRow) -> None:
        """Show everywhere what was filled in for a request."""
        self._warned = False
        self.requests.show_drafts(row)
        if self.requests.table.current is row:
            self.tabs.decision.show_request(row)

    def _decide_row(self) -> None:
        """Decide what stands in the current row, with what stands in an open editor."""
        self.requests.table.setFocus()
        self.tabs.decision.decide()

    def _decide_chosen(self) -> None:
        row = self.requests.table.current
        if row is None:
            return
        draft = self.data.draft(row)
        if (
            draft is None
        ):  # nothing was filled in: it is said why that is no decision, or that it stands already
            in_force = self.data.in_force(row)
            draft = Draft(row, in_force, in_force, frozenset())
            if in_force.is_blank:
                self._say(translate("ui.desk", "結果と額を入れてください。"))
                return
        self.decide([draft])

    def _decide_all(self) -> None:
        if self.requests.table.is_editing:
            self.requests.table.setFocus()  # what stands in the editor is taken
        self.decide(list(self.data.drafts.values()))

    def _show_written(self, drafts: Sequence[Draft], outcomes: list[FilledOutcome] | FileError) -> None:
        if isinstance(outcomes, FileError):
            self._say(str(outcomes))
            self.read()
            return
        at = self.requests.table.currentIndex().row()
        self.data.settle(drafts, outcomes)
        refused = [
            Refusal(outcome.name, outcome.reason, draft.row.version)
            for draft, outcome in zip(drafts, outcomes, strict=True)
            if outcome.kind == "refused"
        ]
        decided = sum(outcome.kind == "decided" for outcome in outcomes)
        self.requests.show_refusals(refused if len(drafts) > 1 else ())
        self.read()
        self.requests.show_drafts(None)
        self._show_chosen()
        if refused and len(drafts) == 1:
            self._say(refused[0].reason)
            return
        if len(drafts) == 1:
            self.requests.go_to_undecided(at)
        if not decided and not refused:
            self._say(translate("ui.desk", "台帳の決定のままです。"))
        else:
            self._say(
                translate(
                    "ui.desk", "{decided:,}件の決定を台帳に書きました。受け付けなかったもの {refused:,}件。"
                ).format(decided=decided, refused=len(refused))
            )

    def _copy(self) -> None:
        """Copy the selected rows: to be filled in elsewhere where cells are filled in here, else as they are shown."""
        text = self.requests.selected_text()
        QGuiApplication.clipboard().setText(
            text if text else grid_text(self.data.standing(self.requests.table.selected), self.data.specific)
        )

    def _copy_all(self) -> None:
        shown = self.requests.shown()
        QGuiApplication.clipboard().setText(grid_text(self.data.standing(shown), self.data.specific))
        self._say(
            translate(
                "ui.desk",
                "{count:,}件を写しました。Excelに貼って書き、見出しから控えの列まで写して、ここに貼り付けてください。",
            ).format(count=len(shown))
        )

    def _paste(self) -> None:
        """Fill in what was copied in Excel, each row where its key says; a single cell where one stands."""
        block = copied_block()
        if self.requests.paste_cells(block):
            return
        rows = {row.version: row for row in self.data.read.rows}
        try:
            pasted = pasted_rows(block, self.data.standing(rows.values()), self.data.specific)
        except FileError as error:
            self._say(str(error))
            return
        refused: list[Refusal] = []
        filled = 0
        for each in pasted:
            if isinstance(each.filled, RefusedDecisionError):
                refused.append(Refusal(each.name, str(each.filled), each.version))
            elif each.filled != self.data.filled(rows[each.version]):
                self.data.fill(rows[each.version], each.filled)
                filled += 1
        self.requests.show_refusals(refused)
        self.requests.show_drafts(None)
        self._show_chosen()
        self._say(
            translate(
                "ui.desk",
                "{count:,}行を貼り付け、{filled:,}件に入力しました。受け付けなかった行 {refused:,}行。まだ決定していません。",
            ).format(count=len(pasted), filled=filled, refused=len(refused))
        )
