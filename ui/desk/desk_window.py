"""The desk's window: every request of the register in one table, what is shown of it, and the decision on the chosen one."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QMainWindow,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from model.figures.commitments import GENERAL
from model.files.files import FileError
from model.register.contents import request_of
from model.register.deciding import Decision, KeptDecision, decide, kept_decisions
from model.register.listing import RegisterRow, Selection, asked_funds, funds, rows
from model.register.opening import Register
from model.register.views import GROUPINGS, STATES, ceiling_uses, grouped, matching, sums_of
from model.standard.standard import Standard
from ui.desk.decision_pane import DecisionPane
from ui.desk.desk_model import COLUMNS, NAME, OF_ALL_STAGES, DeskModel, Entry, figure
from ui.desk.desk_table import DeskTable
from ui.widgets.labels import PlainLabel
from ui.window.files.beside import Beside
from ui.window.main_window import MainWindow

_SIZE: Final = (1440, 860)
_DECISION_WIDTH: Final = 390  # pixels, at first
_LOOK_AGAIN_MS: Final = 15_000
"""How often the register is read anew: others decide and files come in meanwhile."""
_NO_GROUPS: Final = "まとめない"
_KEYS: Final = "Enter 要求書を開く（読むだけ）　　F2 決定へ　　Ctrl+Enter 決定する　　Ctrl+F 検索　　F5 読み直す　　見出しで並べ替え"


class _Read(NamedTuple):
    """What was read of the register at one moment."""

    rows: list[RegisterRow]
    funds: dict[str, dict[str, int]]  # 財源内訳 of 歳出 by version
    asked: dict[str, dict[str, int]]  # and that of commitments and continuing expenses
    kept: dict[str, KeptDecision]


class DeskWindow(QMainWindow):
    """財政課の机.

    Attributes:
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
        self._register, self._standard, self._folder = register, standard, folder
        self._read = _Read([], {}, {}, {})
        self._work: Beside[_Read] | None = None
        self._writing: Beside[Decision | FileError] | None = None
        self._sorted: tuple[int, bool] | None = None
        self._told_of: tuple[str, str] | None = None
        self.opened: list[MainWindow] = []
        self.setWindowTitle(f"財政課の机 - {register.address}")
        self.resize(*_SIZE)
        self.model = DeskModel()
        self.search = QLineEdit(self)
        self.search.setPlaceholderText("検索（事業名・部局・課・款項目）")
        self.search.setAccessibleName("要求の検索")
        self.search.setClearButtonEnabled(True)
        self.stage = self._choice("予算と段階", [])
        self.state = self._choice("状態", list(STATES))
        self.grouping = self._choice("まとめ方", [_NO_GROUPS, *GROUPINGS])
        self.table = self._make_table()
        labels = {source.key: source.label for source in standard.funding_sources}
        labels[GENERAL] = standard.general_funds[-1].label
        self._labels = labels
        self.decision = DecisionPane(standard, labels, self)
        self.sums = PlainLabel(self)
        self.sums.setAccessibleName("表示中の計")
        self.ceilings = PlainLabel(self)
        self.ceilings.setAccessibleName("シーリング")
        for label in (self.sums, self.ceilings):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._lay_out()
        self._connect()
        self.read()

    def read(self) -> None:
        """Read the register anew, beside the window."""
        if self._work is not None and not self._work.is_over:
            return
        self._work = Beside(partial(_read, self._register), self._show_read, self)
        self._work.wait()

    def shown(self) -> list[RegisterRow]:
        """The requests that are shown, whatever the groups."""
        stage = self.stage.currentData()
        fits = STATES[self.state.currentText()]
        return matching(
            self._read.rows,
            self.search.text(),
            lambda row: fits(row) and stage in (None, (row.year, row.budget, row.stage)),
        )

    @property
    def chosen(self) -> RegisterRow | None:
        """The request of the current row; None on the head of a group."""
        entry = self.model.entry_at(self.table.currentIndex())
        return entry if isinstance(entry, RegisterRow) else None

    def closeEvent(self, event: object) -> None:
        """Close what was opened from here, and the register."""
        for window in self.opened:
            window.close()
        self._timer.stop()
        if self._work is not None:
            self._work.join()
            self._work.forget()
        if self._writing is not None:
            self._writing.join()
        self._register.close()
        super().closeEvent(event)  # type: ignore[arg-type]

    # --- private ---

    def _choice(self, name: str, words: list[str]) -> QComboBox:
        choice = QComboBox(self)
        choice.setAccessibleName(name)
        choice.addItems(words)
        choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        choice.currentIndexChanged.connect(lambda _: self._show())
        return choice

    def _make_table(self) -> DeskTable:
        table = DeskTable(self.model, self)
        table.horizontalHeader().sectionClicked.connect(self._sort)
        return table

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.search, 1)
        for choice in (self.stage, self.state, self.grouping):
            head.addWidget(choice)
        left = QWidget(self)
        layout = QVBoxLayout(left)
        layout.setContentsMargins(12, 12, 12, 8)
        layout.addLayout(head)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.sums)
        layout.addWidget(self.ceilings)
        keys = PlainLabel(_KEYS, left)
        keys.setObjectName("hint")
        layout.addWidget(keys)
        parts = QSplitter(self)
        parts.addWidget(left)
        parts.addWidget(self.decision)
        parts.setStretchFactor(0, 1)
        parts.setSizes([_SIZE[0] - _DECISION_WIDTH, _DECISION_WIDTH])
        parts.setChildrenCollapsible(False)
        self.setCentralWidget(parts)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _: self._show())
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_chosen())
        self.table.opened.connect(self._open)
        self.table.wanted_decision.connect(lambda: self.decision.result.setFocus())
        self.decision.decided.connect(self._decide)
        self.decision.refused.connect(lambda why: self.statusBar().showMessage(why))
        for key, act in (("F5", self.read), ("Ctrl+F", self.search.setFocus)):
            QShortcut(QKeySequence(key), self).activated.connect(lambda act=act: act())
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.read)
        self._timer.start(_LOOK_AGAIN_MS)

    def _show_read(self, read: _Read) -> None:
        if read == self._read:
            return
        self._read = read
        stages = list(dict.fromkeys((row.year, row.budget, row.stage) for row in read.rows))
        known = [self.stage.itemData(index) for index in range(self.stage.count())]
        if known != [None, *stages]:
            before = self.stage.currentData()
            self.stage.blockSignals(True)
            self.stage.clear()
            self.stage.addItem("すべての段階", None)
            for year, budget, stage in stages:
                self.stage.addItem(f"{year}年度 {budget} {stage}", (year, budget, stage))
            # the last stage is what is worked on
            self.stage.setCurrentIndex(1 + stages.index(before) if before in stages else len(stages))
            self.stage.blockSignals(False)
        self._show()

    def _show(self) -> None:
        """Show the rows that match, in their groups, and keep the chosen one."""
        chosen = self.chosen
        found = self.shown()
        if self._sorted is not None:
            column, is_turned = self._sorted
            found = sorted(found, key=COLUMNS[column].order, reverse=is_turned)
        of = GROUPINGS.get(self.grouping.currentText())
        entries: list[Entry] = []
        if of is None:
            entries += found
        else:
            for group in grouped(found, of):
                entries += [group, *group.rows]
        self.model.show(entries)
        for column in OF_ALL_STAGES:
            self.table.setColumnHidden(column, self.stage.currentData() is not None)
        self._show_sums(found)
        if chosen is not None:
            self._choose(chosen.request, chosen.stage)

    def _show_sums(self, found: list[RegisterRow]) -> None:
        sums = sums_of(found)
        others = (
            ("債務負担行為", sums.commitment),
            ("継続費", sums.continuing),
            ("繰越明許費", sums.carry_over),
        )
        shown = {
            "要求額": sums.expenditure,
            "前年度": sums.previous,
            "増減": sums.change,
            "計上": sums.assessed,
            "保留": sums.held,
            "別途": sums.separate,
        }
        amounts = "　".join(f"{word} {figure(amount)}" for word, amount in shown.items())
        words = [
            f"{sums.requests:,}件（未決定 {sums.undecided:,}件）　歳出（千円）　{amounts}",
            "　".join(f"{word}（千円） {figure(amount)}" for word, amount in others if amount),
            self._sources(found),
        ]
        self.sums.setText("\n".join(filter(None, words)))
        general = {version: amounts.get(GENERAL, 0) for version, amounts in self._read.funds.items()}
        uses = ceiling_uses(found, general, self._standard.ceilings)
        self.ceilings.setText(
            "　".join(
                f"{use.bureau} シーリング {figure(use.ceiling)} に 一般財源 {figure(use.asked)}"
                f"（{'超過' if use.rest < 0 else '残り'} {figure(abs(use.rest))}）"
                for use in uses
            )
        )
        self.ceilings.setVisible(bool(uses))

    def _sources(self, found: list[RegisterRow]) -> str:
        """What is asked of each funding source, of 歳出 alone."""
        amounts: dict[str, int] = {}
        for row in found:
            if row.kind == "expenditure":
                for source, amount in self._read.funds.get(row.version, {}).items():
                    amounts[source] = amounts.get(source, 0) + amount
        words = [f"{label} {figure(amounts[key])}" for key, label in self._labels.items() if amounts.get(key)]
        return f"財源（歳出、千円）　{'　'.join(words)}" if words else ""

    def _choose(self, request: str, stage: str) -> None:
        for number, entry in enumerate(self.model.entries):
            if isinstance(entry, RegisterRow) and (entry.request, entry.stage) == (request, stage):
                self.table.setCurrentIndex(self.model.index(number, NAME))
                return

    def _sort(self, column: int) -> None:
        is_again = self._sorted is not None and self._sorted[0] == column
        self._sorted = (column, is_again and not (self._sorted or (0, False))[1])
        header = self.table.horizontalHeader()
        header.setSortIndicatorShown(True)
        header.setSortIndicator(
            column, Qt.SortOrder.DescendingOrder if self._sorted[1] else Qt.SortOrder.AscendingOrder
        )
        self._show()

    def _show_chosen(self) -> None:
        row = self.chosen
        of = (row.request, row.stage) if row is not None else None
        if of != self._told_of:  # what was said was about the request before
            self.statusBar().clearMessage()
        self._told_of = of
        if row is None:
            self.decision.show_request(None, {}, None)
            return
        kept = self._read.kept.get(row.decision)
        self.decision.show_request(
            row, self._read.asked.get(row.version, {}), kept.decision if kept else None
        )

    def _decide(self, decision: Decision) -> None:
        """Write a decision beside the window; the next one waits for it."""
        if self._writing is not None and not self._writing.is_over:
            self.statusBar().showMessage("前の決定を書き込んでいます。")
            return
        self._writing = Beside(partial(_write, self._register, decision), self._show_written, self)
        self._writing.wait()

    def _show_written(self, written: Decision | FileError) -> None:
        if isinstance(written, FileError):
            self.statusBar().showMessage(str(written))
            self.read()
            return
        at = self.table.currentIndex().row()
        self.read()
        self._go_to_undecided(at)
        self.statusBar().showMessage("決定を台帳に書きました。")

    def _go_to_undecided(self, at: int) -> None:
        """Go on to the next request without a decision, below first."""
        entries = self.model.entries
        order = [*range(at + 1, len(entries)), *range(at + 1)]
        for number in order:
            entry = entries[number]
            if isinstance(entry, RegisterRow) and (not entry.decision or entry.is_outdated):
                self.table.setCurrentIndex(self.model.index(number, NAME))
                break
        self.table.setFocus()

    def _open(self) -> None:
        """Show the chosen request in the writer's window, where nothing of it can be changed."""
        row = self.chosen
        if row is None:
            return
        with self._register.reading() as connection:
            request = request_of(connection, row.version)
        window = MainWindow(self._standard, self._folder)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.show_request(request, None)
        assert window.document is not None
        window.document.lock(True)
        window.show()
        self.opened.append(window)
        window.destroyed.connect(lambda: self.opened.remove(window) if window in self.opened else None)


def _read(register: Register) -> _Read:
    with register.reading() as connection:
        found = rows(connection)
        of_expenditure = funds(connection, Selection())
        asked = asked_funds(connection, Selection())
        kept = kept_decisions(connection, [row.decision for row in found if row.decision])
    return _Read(found, of_expenditure, asked, kept)


def _write(register: Register, decision: Decision) -> Decision | FileError:
    try:
        decide(register, [decision])
    except FileError as error:
        return error
    return decision
