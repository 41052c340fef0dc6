"""The totals that are always in sight: 要求額, 前年度, 増減, 財源計, 差額. It shows figures of Totals, computes none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from model.document.document import Snapshot
from model.values.amount import format_amount, format_percent
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.widgets.labels import PlainLabel, plain_tip
from ui.widgets.layouts import lay_row

_AMOUNT: Final = "△999,999,999"
_WIDEST: Final[Mapping[str, str]] = {
    QT_TRANSLATE_NOOP("ui.form", "要求額"): "{amount}",
    QT_TRANSLATE_NOOP("ui.form", "前年度"): "{amount}",
    QT_TRANSLATE_NOOP("ui.form", "増減"): "{amount}（△999.9%）",
    QT_TRANSLATE_NOOP("ui.form", "財源計"): "{amount}",
    QT_TRANSLATE_NOOP("ui.form", "差額"): QT_TRANSLATE_NOOP("ui.form", "{amount} 不一致"),
}
_UNIT: Final = QT_TRANSLATE_NOOP("ui.form", "単位:千円")


class TotalsBar(QWidget):
    """One line at the foot of the window.

    Attributes:
        figures: the figure beside each word.
        at_right: what is said at the right.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("totalsBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.figures: dict[str, QLabel] = {}
        layout = lay_row(self, margins=(10, 7, 10, 7), spacing=4)
        for word, widest in _WIDEST.items():
            label = PlainLabel(translate("ui.form", word), kind="word")
            figure = PlainLabel(self)
            figure.setAccessibleName(label.text())
            figure.ensurePolished()  # its letters are those of the bar, whatever the size of the others
            text = translate("ui.form", widest).format(amount=_AMOUNT)
            # A fixed size: else each new figure would lay the whole window out again.
            figure.setFixedSize(figure.fontMetrics().horizontalAdvance(text), figure.sizeHint().height())
            self.figures[word] = figure
            layout.addWidget(label)
            layout.addWidget(figure)
        layout.addStretch()
        self.at_right = PlainLabel(translate("ui.form", _UNIT), kind="word")
        layout.addWidget(self.at_right)

    def say(self, words: str) -> None:
        """Say something at the right, in place of the unit."""
        text = words or translate("ui.form", _UNIT)
        if self.at_right.text() != text:
            self.at_right.setText(text)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the totals of a snapshot."""
        totals, minus = snapshot.totals, snapshot.standard.printing.minus_on_screen
        funding, gap = totals.asked_funds, totals.funding_gap
        percent = totals.change_percent
        change = format_amount(totals.change, minus)
        if totals.change is not None and totals.change > 0:
            change = f"+{change}"
        if percent is not None:
            change += f"（{'+' if percent > 0 else ''}{format_percent(percent, minus)}%）"
        difference = format_amount(gap, minus)
        if gap:
            difference = translate("ui.form", "{amount} 不一致").format(amount=difference)
        texts = (
            format_amount(totals.amount.shown, minus),
            format_amount(totals.previous.shown, minus),
            change,
            format_amount(funding.total if funding else None, minus),
            difference,
        )
        for figure, text in zip(self.figures.values(), texts, strict=True):
            _show_whole_or_shortened(figure, text or "―")


def _show_whole_or_shortened(figure: QLabel, text: str) -> None:
    """Show a text; of one that is too long what fits, with 「…」, so that no part of a figure is taken for the whole."""
    words = figure.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, figure.width() + 1)
    if figure.text() != words:
        figure.setText(words)
    if words != text or figure.toolTip():
        figure.setToolTip("" if words == text else plain_tip(text))
