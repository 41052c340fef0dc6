"""The decision (査定) on the chosen request: 計上, 保留 and 別途 by source, the result and 財政課処理欄; Ctrl+Enter writes it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from model.figures.commitments import GENERAL
from model.register.deciding import DECIDED_LABELS, DecidedRow, Decision
from model.register.filled import Filled, RefusedDecisionError, decision_of
from model.register.listing import RegisterRow
from model.standard.standard import Standard
from model.values.amount import parse
from ui.desk.desk_model import figure
from ui.widgets.labels import PlainLabel

_NO_REQUEST: Final = "表の要求を選ぶと、ここで決定を入れられます。"
_FIELD_WIDTH: Final = 104  # pixels


class DecisionPane(QWidget):
    """What is asked and what is decided, side by side by source."""

    decided = Signal(object)  # the Decision
    refused = Signal(str)  # why what stands here is no decision

    def __init__(self, standard: Standard, labels: Mapping[str, str], parent: QWidget) -> None:
        """Make the pane.

        Args:
            standard: the Standard in force, whose results can be chosen.
            labels: the names of the funding sources by key; ``general`` is 一般財源.
            parent: the widget it stands in.
        """
        super().__init__(parent)
        self.setObjectName("findingsPane")
        self._labels, self._standard = labels, standard
        self._row: RegisterRow | None = None
        self._asked: Mapping[str, int] = {}
        self._before: Decision | None = None
        self.title = PlainLabel(_NO_REQUEST, self)
        self.title.setObjectName("cardTitle")
        self.title.setWordWrap(True)
        self.about = PlainLabel(self)
        self.about.setObjectName("hint")
        self.about.setWordWrap(True)
        self.result = QComboBox(self)
        self.result.setAccessibleName("決定の結果")
        self.result.addItems(["", *standard.results])
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(6)
        self._cells: dict[tuple[DecidedRow, str], QLineEdit] = {}
        self.rest = PlainLabel(self)
        self.rest.setAccessibleName("決定も説明もない額")
        self.comment = QPlainTextEdit(self)
        self.comment.setAccessibleName("財政課処理欄")
        self.comment.setPlaceholderText("財政課処理欄（減額の理由など。公表されます）")
        self.comment.setTabChangesFocus(True)
        self.whole = QPushButton("要求どおり計上(&A)", self)
        self.whole.clicked.connect(lambda: self.grant_all())
        self.write = QPushButton("決定する(&D)　Ctrl+Enter", self)
        self.write.clicked.connect(lambda: self.decide())
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            shortcut = QShortcut(QKeySequence(Qt.Modifier.CTRL | key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda: self.decide())
        self._lay_out()
        self.show_request(None, {}, None)

    def show_request(
        self, row: RegisterRow | None, asked: Mapping[str, int], before: Decision | None
    ) -> None:
        """Show a request.

        Args:
            row: the request; None for none.
            asked: its 財源内訳 by source, 千円.
            before: the decision that is in force; None for none.
        """
        self._row, self._asked, self._before = row, asked, before
        for widget in (self.result, self.comment, self.whole, self.write):
            widget.setEnabled(row is not None)
        self._make_cells()
        if row is None:
            self.title.setText(_NO_REQUEST)
            self.about.setText("")
            self.rest.setText("")
            self.comment.setPlainText("")
            return
        self.title.setText(" ".join(row.name.split()))
        told = f"{row.bureau} {row.section}　{row.stage}　{row.number}版"
        self.about.setText(
            told if before is None else f"{told}　決定: {row.decided_by} {row.decided_at[:10]}"
        )
        self.result.setCurrentText(before.result if before is not None else "")
        self.comment.setPlainText(before.comment if before is not None else "")
        self._show_rest()

    def grant_all(self) -> None:
        """Fill in that all is granted as it is asked."""
        if self._row is None:
            return
        for (kind, source), cell in self._cells.items():
            amount = self._row.amount if not source else self._asked.get(source)
            cell.setText(figure(amount) if kind == "assessed" else "")
        if not self.result.currentText():
            self.result.setCurrentIndex(1)

    def decide(self) -> None:
        """Send what stands here as a decision, or say why it is none."""
        if self._row is None:
            return
        try:
            filled = Filled(
                self.result.currentText(),
                self.comment.toPlainText(),
                {kind: self._amount(kind, "") for kind in DECIDED_LABELS},
                {kind: self._specific(kind) for kind in DECIDED_LABELS},
                (),
            )
            cuts = self._before.cuts if self._before is not None else ()
            self.decided.emit(decision_of(self._row, filled, self._asked, cuts, self._standard))
        except RefusedDecisionError as error:
            self.refused.emit(str(error))

    @property
    def sources(self) -> list[str]:
        """The specific funds that have fields."""
        return list(dict.fromkeys(source for _, source in self._cells if source))

    def cell(self, kind: DecidedRow, source: str) -> QLineEdit:
        """The field of 計上, 保留 or 別途 of a source; "" for the sum of all."""
        return self._cells[kind, source]

    # --- private ---

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.whole)
        buttons.addStretch(1)
        buttons.addWidget(self.write)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.addWidget(self.title)
        layout.addWidget(self.about)
        result = QHBoxLayout()
        result.addWidget(PlainLabel("決定の結果", self))
        result.addWidget(self.result, 1)
        layout.addLayout(result)
        layout.addLayout(self._grid)
        layout.addWidget(self.rest)
        layout.addWidget(self.comment, 1)
        layout.addLayout(buttons)

    def _make_cells(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._cells = {}
        if self._row is None:
            return
        before: QWidget = self.result
        for column, word in enumerate(("", "要求", *DECIDED_LABELS.values())):
            self._put_label(word, 0, column)
        sources = [key for key in self._labels if key != GENERAL and self._is_used(key)]
        for line, source in enumerate(("", *sources), start=1):
            name = self._labels.get(source, "合計") if source else "合計"
            self._put_label(name, line, 0)
            self._put_label(figure(self._asked.get(source) if source else self._row.amount), line, 1)
            for column, (kind, label) in enumerate(DECIDED_LABELS.items(), start=2):
                cell = QLineEdit(self)
                cell.setAccessibleName(f"{label} {name}（千円）")
                cell.setAlignment(Qt.AlignmentFlag.AlignRight)
                cell.setMaximumWidth(_FIELD_WIDTH)
                cell.setText(figure(self._decided(kind, source)))
                cell.textChanged.connect(lambda _: self._show_rest())
                self._grid.addWidget(cell, line, column)
                self.setTabOrder(before, cell)
                before = cell
                self._cells[kind, source] = cell
        for following in (self.comment, self.whole, self.write):
            self.setTabOrder(before, following)
            before = following

    def _put_label(self, word: str, line: int, column: int) -> None:
        label = PlainLabel(word, self)
        label.setObjectName("hint")
        if column:
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(label, line, column)

    def _is_used(self, source: str) -> bool:
        of_decision = self._before.funds.values() if self._before is not None else ()
        return bool(self._asked.get(source)) or any(source in funds for funds in of_decision)

    def _decided(self, kind: DecidedRow, source: str) -> int | None:
        if self._before is None:
            return None
        if source:
            return self._before.funds.get(kind, {}).get(source)
        amount: int | None = getattr(self._before, kind)
        return amount

    def _amount(self, kind: DecidedRow, source: str) -> int | None:
        text = self._cells[kind, source].text().strip()
        value = parse(text) if text else None
        if isinstance(value, str):
            name = self._cells[kind, source].accessibleName()
            raise RefusedDecisionError(
                f"{name} の「{text}」は額として読めません。千円の整数を入れてください。"
            )
        return value

    def _specific(self, kind: DecidedRow) -> dict[str, int]:
        found = {source: self._amount(of, source) for of, source in self._cells if of == kind and source}
        return {source: amount for source, amount in found.items() if amount is not None}

    def _show_rest(self) -> None:
        """How much of what is asked is neither decided nor explained by a cut."""
        if self._row is None:
            return
        try:
            decided = sum(self._amount(kind, "") or 0 for kind in DECIDED_LABELS)
        except RefusedDecisionError as error:
            self.rest.setText(str(error))
            return
        cuts = self._before.cuts if self._before is not None else ()
        explained = sum(cut.amount for cut in cuts if isinstance(cut.amount, int))
        rest = (self._row.amount or 0) - decided - explained
        self.rest.setText(
            f"決定も説明もない額 {figure(rest)}千円" if rest else "要求額のすべてが決まっています。"
        )
