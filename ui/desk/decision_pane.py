"""The decision (査定) on the chosen request: 計上, 保留 and 別途 by source, what is cut of which line and why, and 財政課処理欄."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QWidget,
)

from model.register.deciding import DECIDED_LABELS, DecidedRow
from model.register.filled import Filled, RefusedDecisionError
from model.register.listing import RegisterRow
from ui.desk.desk_data import DeskData, Field, amount_of
from ui.desk.lines_table import GrantableLine, LinesTable
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.widgets.buttons import push_button
from ui.widgets.editing.editors import LineField, TextEditor
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import lay_column, lay_row

_NO_REQUEST: Final = QT_TRANSLATE_NOOP("ui.desk", "表の要求を選ぶと、ここで決定を入れられます。")
_FIELD_WIDTH: Final = 104  # pixels
_COMMENT_HEIGHT: Final = 74  # pixels, at least


class DecisionPane(QWidget):
    """What is asked and what is decided, side by side by source. What is filled in is kept with ``DeskData`` at once."""

    typed = Signal(object)  # the RegisterRow in which something was filled in
    wanted = Signal()  # to decide what stands here
    refused = Signal(str)  # why what stands here is no decision

    def __init__(self, data: DeskData, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("findingsPane")
        self._data = data
        self._row: RegisterRow | None = None
        self._shown: Filled | None = None
        self._lines: Sequence[GrantableLine] = ()
        self._shows = False
        self.title = PlainLabel(self, kind="cardTitle", wraps=True)
        self.about = PlainLabel(self, kind="hint", wraps=True)
        self.result = QComboBox(self)
        self.result.setAccessibleName(translate("ui.desk", "決定の結果"))
        self.result.addItems(["", *data.standard.results])
        self.result.currentIndexChanged.connect(lambda _: self._take())
        self._of_result = PlainLabel(translate("ui.desk", "決定の結果"), self)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(4)
        self._cells: dict[tuple[DecidedRow, str], LineField] = {}
        self.rest = PlainLabel(self, wraps=True)
        self.rest.setAccessibleName(translate("ui.desk", "決定も説明もない額"))
        self.lines = LinesTable(data, self)
        self.lines.changed.connect(self._take)
        self.comment = TextEditor(self)
        self.comment.setUndoRedoEnabled(True)
        self.comment.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.comment.setAccessibleName(translate("ui.desk", "財政課処理欄"))
        self.comment.setPlaceholderText(translate("ui.desk", "財政課処理欄（減額の理由など。公表されます）"))
        self.comment.setTabChangesFocus(True)
        self.comment.setMinimumHeight(_COMMENT_HEIGHT)
        self.comment.typed.connect(self._take)
        self.whole = push_button(translate("ui.desk", "要求どおり計上(&A)"), self.grant_all, self)
        tip = translate("ui.desk", "まだ決定していない入力を消し、台帳の決定に戻します。")
        self.drop = push_button(translate("ui.desk", "入力を消す(&R)"), self.forget, self, tip=tip)
        self.write = push_button(translate("ui.desk", "決定する(&D)"), self.decide, self, tip="Ctrl+Enter")
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            shortcut = QShortcut(QKeySequence(Qt.Modifier.CTRL | key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda: self.decide())
        self._lay_out()
        self.show_request(None)

    def show_request(self, row: RegisterRow | None) -> None:
        """Show a request as it is now; what is already shown stays, with the cursor in it."""
        is_same = row is not None and self._row is not None and _identity(row) == _identity(self._row)
        if is_same and row is not None and self._data.filled(row) == self._shown:
            self._row = row
            self._show_words(row)
            return
        self._row = row
        if not is_same:
            self._lines = ()
        with self._showing():
            for widget in (self._of_result, self.result, self.comment, self.whole, self.drop, self.write):
                widget.setVisible(row is not None)
            self._make_cells()
            self._shown = filled = None if row is None else self._data.filled(row)
            self.result.setCurrentText("" if filled is None else filled.result)
            self.comment.setPlainText("" if filled is None else filled.comment)
            self.lines.show_lines(self._lines, () if filled is None else filled.cuts)
        if row is None:
            self.title.setText(translate("ui.desk", _NO_REQUEST))
            self.about.setText("")
            self.rest.setText("")
        else:
            self.title.setText(row.name)
            self._show_words(row)
        self._show_room()

    def show_lines(self, lines: Sequence[GrantableLine]) -> None:
        """Show the cost lines of the request, which are read after the request itself."""
        if self._row is None or lines == self._lines:
            return
        self._lines = lines
        with self._showing():
            self.lines.show_lines(lines, self._data.filled(self._row).cuts)
        self._show_room()

    def grant_all(self) -> None:
        """Fill in that all is granted as it is asked."""
        if self._row is None:
            return
        asked = self._data.read.asked.get(self._row.version, {})
        with self._showing():
            for (kind, source), cell in self._cells.items():
                amount = self._row.amount if not source else asked.get(source)
                cell.setText(self._data.figure(amount) if kind == "assessed" else "")
            if not self.result.currentText():
                self.result.setCurrentIndex(1)
        self._take()

    def forget(self) -> None:
        """Remove what was filled in and is not decided."""
        if self._row is not None:
            self._data.forget(self._row)
            self._shown = None
            self.show_request(self._row)
            self.typed.emit(self._row)

    def decide(self) -> None:
        """Ask that what stands here be decided, or say why it cannot be read."""
        if self._row is None:
            return
        try:
            self._data.fill(self._row, self._filled(), self._known())
        except RefusedDecisionError as error:
            self.refused.emit(str(error))
            return
        self.wanted.emit()

    @property
    def sources(self) -> list[str]:
        """The specific funds that have fields."""
        return list(dict.fromkeys(source for _, source in self._cells if source))

    def cell(self, kind: DecidedRow, source: str) -> LineField:
        """The field of 計上, 保留 or 別途 of a source; "" for the sum of all."""
        return self._cells[kind, source]

    # --- private ---

    def _lay_out(self) -> None:
        result = lay_row(None, self._of_result, self.result, wide=self.result)
        buttons = lay_row(None, self.whole, self.drop, None, self.write)
        parts = (
            self.title,
            self.about,
            result,
            self._grid,
            self.rest,
            self.lines,
            self.comment,
            buttons,
            None,
        )
        layout = lay_column(self, *parts, margins=(12, 10, 12, 10), wide=self.comment)
        layout.setStretchFactor(self.lines, 3)

    @contextmanager
    def _showing(self) -> Iterator[None]:
        """Keep what is put into the fields meanwhile from being taken as typed."""
        before, self._shows = self._shows, True
        try:
            yield
        finally:
            self._shows = before

    def _show_words(self, row: RegisterRow) -> None:
        """Say of which version and whose decision it is, and what is left undecided."""
        words = translate("ui.desk", "{bureau} {section}　{stage}　{number}版").format(
            bureau=row.bureau, section=row.section, stage=row.stage, number=row.number
        )
        if row.decision:
            words += translate("ui.desk", "　決定: {actor} {day}").format(
                actor=row.decided_by, day=row.decided_at[:10]
            )
        if explanation := self._data.explanation(row):
            words += f"\n{explanation}"
        self.about.setText(words)
        self.drop.setEnabled(self._data.pending_of(row) is not None)
        self._show_rest(row)

    def _show_rest(self, row: RegisterRow) -> None:
        """Say how much of what is asked is neither decided nor explained by a cut."""
        rest = self._data.rest(row)
        said = translate("ui.desk", "要求額のすべてが、決定されたか説明されています。")
        if rest:
            said = translate("ui.desk", "決定も説明もない額 {amount}千円").format(
                amount=self._data.figure(rest)
            )
        self.rest.setText(said)

    def _show_room(self) -> None:
        """Give the lines room where there are any, else the comment."""
        self.lines.setVisible(self.lines.rowCount() > 0)
        self.lines.setMaximumHeight(self.lines.whole_height)

    def _make_cells(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._cells = {}
        if self._row is None:
            return
        row, asked = self._row, self._data.read.asked.get(self._row.version, {})
        before: QWidget = self.result
        for column, word in enumerate(("", translate("ui.desk", "要求"), *DECIDED_LABELS.values())):
            self._put_label(word, 0, column)
        used = {source for of_row in self._data.filled(row).funds.values() for source in of_row}
        sources = [key for key in self._data.specific if asked.get(key) or key in used]
        whole = translate("ui.desk", "合計")
        for line, source in enumerate(("", *sources), start=1):
            name = self._data.labels[source] if source else whole
            self._put_label(name, line, 0)
            self._put_label(self._data.figure(asked.get(source) if source else row.amount), line, 1)
            for column, (kind, label) in enumerate(DECIDED_LABELS.items(), start=2):
                cell = LineField(self)
                cell.setAccessibleName(
                    translate("ui.desk", "{label} {name}（千円）").format(label=label, name=name)
                )
                cell.setAlignment(Qt.AlignmentFlag.AlignRight)
                cell.setMaximumWidth(_FIELD_WIDTH)
                cell.setText(self._data.shown(row, Field("amount", kind, source)))
                cell.typed.connect(self._take)
                self._grid.addWidget(cell, line, column)
                self.setTabOrder(before, cell)
                before = cell
                self._cells[kind, source] = cell
        for following in (self.lines, self.comment, self.whole, self.drop, self.write):
            self.setTabOrder(before, following)
            before = following

    def _put_label(self, word: str, line: int, column: int) -> None:
        label = PlainLabel(word, self, kind="hint")
        if column:
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(label, line, column)

    def _take(self) -> None:
        """Keep what stands here; what cannot be read is said, and is not kept until it can be."""
        if self._shows or self._row is None:
            return
        try:
            self._shown = self._filled()
        except RefusedDecisionError as error:
            self.rest.setText(str(error))
            return
        self._data.fill(self._row, self._shown, self._known())
        self._show_words(self._row)
        self.typed.emit(self._row)

    def _filled(self) -> Filled:
        """What stands here.

        Raises:
            RefusedDecisionError: where something is no amount.
        """
        return Filled(
            self.result.currentText(),
            self.comment.toPlainText().strip(),
            {kind: self._amount(kind, "") for kind in DECIDED_LABELS},
            {kind: self._specific(kind) for kind in DECIDED_LABELS},
            self.lines.cuts(),
        )

    def _known(self) -> list[str]:
        return [line for line, *_ in self._lines]

    def _amount(self, kind: DecidedRow, source: str) -> int | None:
        try:
            return amount_of(self._cells[kind, source].text())
        except RefusedDecisionError as error:
            raise RefusedDecisionError(f"{self._cells[kind, source].accessibleName()}: {error}") from error

    def _specific(self, kind: DecidedRow) -> dict[str, int]:
        found = {source: self._amount(of, source) for of, source in self._cells if of == kind and source}
        return {source: amount for source, amount in found.items() if amount is not None}


def _identity(row: RegisterRow) -> tuple[str, str, str]:
    return row.request, row.stage, row.version
