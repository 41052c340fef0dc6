"""The page on which a folder is chosen, and every file that came out of it is listed with what became of it and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from model.language import spoken
from model.register.arrival import OUTCOME_LABELS, Outcome, OutcomeKind, SameProject
from ui.desk.intake import Intake, folder_in_words
from ui.language import translate
from ui.widgets.buttons import push_button
from ui.widgets.labels import PlainLabel, plain_tip
from ui.widgets.layouts import lay_column, lay_row
from ui.widgets.style import INK, MUTED, SEVERITY_COLOURS, ink, scaled
from ui.window import dialogs

_WIDTHS: Final = (64, 88, 330)  # pixels, of time, outcome and file; the reason takes the rest
_REASON: Final = len(_WIDTHS)
_OUTCOME: Final = Qt.ItemDataRole.UserRole


class IntakePane(QWidget):
    """The folder, its files as they come, and what a person says of a refused one."""

    def __init__(self, intake: Intake, parent: QWidget) -> None:
        super().__init__(parent)
        self._intake = intake
        self._counts: Counter[OutcomeKind] = Counter()
        self._missing: Sequence[str] = ()
        self._folder = PlainLabel(self, wraps=True)
        self._folder.setAccessibleName(translate("ui.desk", "取り込むフォルダー"))
        self._said = PlainLabel(self, wraps=True)
        self._said.setAccessibleName(translate("ui.desk", "取り込みの状態"))
        self._sums = PlainLabel(self, kind="hint")
        self._sums.setAccessibleName(translate("ui.desk", "取り込みの件数"))
        self.choose = push_button(translate("ui.desk", "フォルダーを選ぶ(&O)…"), self._ask, self)
        self.end = push_button(translate("ui.desk", "見るのをやめる(&E)"), intake.forget, self)
        self.only_refused = QCheckBox(translate("ui.desk", "受け付けないものだけ(&N)"), self)
        self.only_refused.toggled.connect(lambda _: self._choose_rows())
        self.files = self._make_table()
        self.reason = PlainLabel(self, wraps=True)
        self.reason.setAccessibleName(translate("ui.desk", "わけ"))
        self.reason.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words = translate("ui.desk", "名前を変えた新しい版として受け取る(&V)")
        self.renamed = push_button(words, lambda: self._again("renamed"), self)
        words = translate("ui.desk", "写して作った別の事業として受け取る(&P)")
        self.separate = push_button(words, lambda: self._again("separate"), self)
        self._lay_out()
        intake.took.connect(self.show_outcomes)
        intake.missing.connect(self._show_missing)
        intake.said_changed.connect(self._show_state)
        self._show_state()
        self._show_reason()

    def take_focus(self) -> None:
        """Take the focus to the files, or to the button by which the folder is chosen."""
        (self.files if self.files.rowCount() else self.choose).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_outcomes(self, outcomes: Sequence[Outcome]) -> None:
        """Add what became of files, the latest at the top; what lies there as it was is only counted."""
        for outcome in outcomes:
            self._counts[outcome.kind] += 1
            if outcome.kind != "unchanged":
                self._add(outcome)
        said = (f"{label} {self._counts[kind]:,}" for kind, label in OUTCOME_LABELS.items())
        self._sums.setText("　".join(said))

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(0, _REASON + 1, self)
        table.setAccessibleName(translate("ui.desk", "届いたファイル"))
        headings = (
            translate("ui.desk", "時刻"),
            translate("ui.desk", "結果"),
            translate("ui.desk", "ファイル"),
            translate("ui.desk", "わけ"),
        )
        table.setHorizontalHeaderLabels(headings)
        table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setSectionResizeMode(_REASON, QHeaderView.ResizeMode.Stretch)
        for column, width in enumerate(_WIDTHS):
            table.setColumnWidth(column, scaled(table, width))
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(scaled(table, 26))
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.currentItemChanged.connect(lambda *_: self._show_reason())
        return table

    def _lay_out(self) -> None:
        head = lay_row(None, self._folder, self.choose, self.end, wide=self._folder)
        below = lay_row(None, self._sums, self.only_refused, wide=self._sums)
        foot = lay_row(None, self.reason, self.renamed, self.separate, wide=self.reason)
        lay_column(self, head, self._said, below, self.files, foot, margins=(0, 8, 0, 0), wide=self.files)

    def _add(self, outcome: Outcome) -> None:
        self.files.insertRow(0)
        words = (
            f"{datetime.now():%H:%M:%S}",
            spoken(OUTCOME_LABELS[outcome.kind]),
            outcome.path,
            spoken(outcome.reason),
        )
        colour = SEVERITY_COLOURS["error"] if outcome.kind == "refused" else INK
        for column, text in enumerate(words):
            item = QTableWidgetItem(text)
            item.setToolTip(plain_tip(text))
            item.setForeground(ink(MUTED if outcome.kind == "duplicate" else colour))
            self.files.setItem(0, column, item)
        if (first := self.files.item(0, 0)) is not None:
            first.setData(_OUTCOME, outcome)
        self._choose_row(0)

    def _choose_rows(self) -> None:
        for row in range(self.files.rowCount()):
            self._choose_row(row)

    def _choose_row(self, row: int) -> None:
        outcome = self._outcome(row)
        is_refused = outcome is not None and outcome.kind == "refused"
        self.files.setRowHidden(row, self.only_refused.isChecked() and not is_refused)

    def _outcome(self, row: int) -> Outcome | None:
        item = self.files.item(row, 0)
        outcome = item.data(_OUTCOME) if item is not None else None
        return outcome if isinstance(outcome, Outcome) else None

    def _show_reason(self) -> None:
        """Say of the chosen file why, in full; one with the 事業ID of another can be taken as one of two things."""
        outcome = self._outcome(self.files.currentRow())
        self.reason.setText("" if outcome is None else spoken(outcome.reason))
        is_choice = outcome is not None and outcome.is_renamed_or_separate
        for button in (self.renamed, self.separate):
            button.setVisible(is_choice)

    def _again(self, same_project: SameProject) -> None:
        if (outcome := self._outcome(self.files.currentRow())) is not None:
            self._intake.take_again(outcome.path, same_project)

    def _ask(self) -> None:
        folder = dialogs.ask_watched_folder(self, str(self._intake.folder or Path.home()))
        if folder is not None:
            self._intake.watch(folder)

    def _show_missing(self, missing: Sequence[str]) -> None:
        self._missing = missing
        self._show_state()

    def _show_state(self) -> None:
        self._folder.setText(folder_in_words(self._intake.folder, self._missing))
        self._said.setText(self._intake.said)
        self.end.setEnabled(self._intake.folder is not None)
