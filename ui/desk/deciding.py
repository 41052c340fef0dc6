"""What an officer does with what is filled in: decides it, beside the window; copies it out, and pastes it in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from model.files.files import FileError
from model.register.filled import RefusedDecisionError
from model.register.filling import FilledOutcome
from model.register.listing import RegisterRow
from model.register.opening import Register
from templates.desk.grid_text import grid_text, pasted_rows
from ui.desk.decision_pane import DecisionPane
from ui.desk.desk_data import DeskData, Pending, decide_pending
from ui.desk.requests_pane import Refusal, RequestsPane
from ui.language import translate
from ui.tables.cell_clipboard import copied_block
from ui.window.files.beside import Beside


class Deciding(QObject):
    """Takes what is pending at the desk into the register."""

    said = Signal(str)  # what came of it
    changed = Signal()  # what is pending, or the register

    def __init__(
        self, register: Register, data: DeskData, requests: RequestsPane, pane: DecisionPane, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._register, self._data = register, data
        self._requests, self._pane = requests, pane
        self.work: Beside[list[FilledOutcome]] | None = None
        requests.table.copied.connect(self.copy)
        requests.table.pasted.connect(self.paste)
        requests.copy.clicked.connect(lambda: self.copy_all())
        requests.paste.clicked.connect(lambda: self.paste())
        requests.decide_all.clicked.connect(lambda: self.decide_all())
        pane.wanted.connect(self.decide_chosen)

    def decide_row(self) -> None:
        """Decide what stands in the current row, with what stands in an open editor."""
        self._requests.table.setFocus()
        self._pane.decide()

    def decide_chosen(self) -> None:
        """Decide what is filled in for the chosen request."""
        row = self._requests.table.current
        if row is None:
            return
        pending = self._data.pending_of(row)
        in_force = self._data.in_force(row)
        if pending is None and in_force.is_blank:
            self.said.emit(translate("ui.desk", "結果と額を入れてください。"))
        else:
            self._decide([pending or Pending(row, in_force, in_force, frozenset())])

    def decide_all(self) -> None:
        """Decide all that is filled in, with what stands in an open editor."""
        if self._requests.table.is_editing:
            self._requests.table.setFocus()
        self._decide(list(self._data.pending.values()))

    def copy(self) -> None:
        """Copy the selected rows: to be filled in elsewhere where cells are filled in here, else as they are shown."""
        self._put(self._requests.selected_text() or self._as_grid(self._requests.table.selected))

    def copy_all(self) -> None:
        """Copy all requests that are shown, to be filled in elsewhere."""
        shown = self._requests.shown()
        self._put(self._as_grid(shown))
        self.said.emit(
            translate(
                "ui.desk",
                "{count:,}件を写しました。Excelに貼って書き、見出しから控えの列まで写して、ここに貼り付けてください。",
            ).format(count=len(shown))
        )

    def paste(self) -> None:
        """Fill in what was copied in Excel, each row where its key says; one row of cells where the current cell is."""
        block = copied_block()
        if self._requests.paste_cells(block):
            return
        rows = {row.version: row for row in self._data.read.rows}
        try:
            pasted = pasted_rows(block, self._data.standing(rows.values()), self._data.specific)
        except FileError as error:
            self.said.emit(str(error))
            return
        refused: list[Refusal] = []
        filled = 0
        for each in pasted:
            if isinstance(each.filled, RefusedDecisionError):
                refused.append(Refusal(each.name, str(each.filled), each.version))
            elif each.filled != self._data.filled(rows[each.version]):
                self._data.fill(rows[each.version], each.filled)
                filled += 1
        self._requests.show_refusals(refused)
        self.changed.emit()
        self.said.emit(
            translate(
                "ui.desk",
                "{count:,}行を貼り付け、{filled:,}件に入力しました。受け付けなかった行 {refused:,}行。まだ決定していません。",
            ).format(count=len(pasted), filled=filled, refused=len(refused))
        )

    def _as_grid(self, rows: Sequence[RegisterRow]) -> str:
        return grid_text(self._data.standing(rows), self._data.specific)

    def _put(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)

    def _decide(self, pending: Sequence[Pending]) -> None:
        """Decide what was filled in, beside the window; the next ones wait for it."""
        if self.work is not None and not self.work.is_over:
            self.said.emit(translate("ui.desk", "前の決定を書き込んでいます。"))
        elif not pending:
            self.said.emit(translate("ui.desk", "決定する入力がありません。"))
        else:
            work = partial(decide_pending, self._register, pending, self._data.standard)
            self.work = Beside(work, partial(self._show_written, pending), self, self._say_unwritten)
            self.work.wait()

    def _say_unwritten(self, error: FileError) -> None:
        self.changed.emit()
        self.said.emit(str(error))

    def _show_written(self, pending: Sequence[Pending], outcomes: list[FilledOutcome]) -> None:
        at = self._requests.table.currentIndex().row()
        self._data.settle(pending, outcomes)
        refused = [
            Refusal(outcome.name, outcome.reason, each.row.version)
            for each, outcome in zip(pending, outcomes, strict=True)
            if outcome.kind == "refused"
        ]
        decided = sum(outcome.kind == "decided" for outcome in outcomes)
        self._requests.show_refusals(refused if len(pending) > 1 else ())
        self.changed.emit()
        if len(pending) == 1 and not refused:
            self._requests.go_to_undecided(at)
        if refused and len(pending) == 1:
            self.said.emit(refused[0].reason)
        elif not decided and not refused:
            self.said.emit(translate("ui.desk", "台帳の決定のままです。"))
        else:
            words = translate(
                "ui.desk", "{decided:,}件の決定を台帳に書きました。受け付けなかったもの {refused:,}件。"
            )
            self.said.emit(words.format(decided=decided, refused=len(refused)))
