"""The picture of what commitments ask of future years, beside this year's 要求額; its words say the same for who cannot see it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from model.document.document import Snapshot
from model.request.multi_year import CommitmentStatus
from model.request.place import Place
from model.totals.outlook import CommitmentBar, Outlook, in_words, outlook
from model.values.amount import format_amount
from ui.commitments.commitment_chart_plan import Box, Kind, Plan, Words, height_of, plan
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.widgets.labels import plain_tip
from ui.widgets.pane import FindingsByPlace
from ui.widgets.style import ACCENT, INK, MUTED, bold, ink, paper

_FILLS: Final[Mapping[Kind, QColor]] = {
    "request": QColor("#17324d"),
    "requested": QColor("#bcd5f0"),
    "set": QColor("#e3e7ec"),
    "own": QColor("#fbf7ea"),
    "line": QColor("#9aa5b1"),
}
_LEGEND: Final[tuple[tuple[Kind, str], ...]] = (
    ("request", QT_TRANSLATE_NOOP("ui.commitments", "今年度の要求額")),
    ("set", QT_TRANSLATE_NOOP("ui.commitments", "設定済の債務負担行為")),
    ("requested", QT_TRANSLATE_NOOP("ui.commitments", "今回要求する債務負担行為")),
)
_LEGEND_HEIGHT: Final = 26
_SMALLER: Final = 0.9


class CommitmentChart(QWidget):
    """Stacks of each fiscal year above the years, a bar for each commitment below them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(translate("ui.commitments", "債務負担行為の図"))
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * _SMALLER)
        self.setFont(font)
        self._picture: Outlook | None = None
        self._minus = "-"
        self._status_words: dict[CommitmentStatus, str] = {}
        self._plan: Plan | None = None
        self.hide()

    @property
    def unit(self) -> str:
        """The unit of its figures: 千円, or 百万円 or 億円 where there is no room."""
        laid_out = self._laid_out()
        return laid_out.unit if laid_out else ""

    def show_snapshot(self, snapshot: Snapshot, _findings: FindingsByPlace) -> None:
        """Show a snapshot; nothing is done while the commitments and the 要求額 are the same."""
        picture = outlook(snapshot.request, snapshot.totals)
        if picture == self._picture:
            return
        self._picture = picture
        self._minus = snapshot.standard.printing.minus_on_screen
        words = snapshot.standard.commitments
        self._status_words = {"requested": words.requested_label, "set": words.set_label}
        self.setVisible(picture is not None)
        if picture is not None:
            self.setAccessibleDescription(in_words(picture, self._minus))
        self._lay_out()

    def focus_place(self, _place: Place) -> bool:
        """A picture holds no place."""
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has another room for the figures."""
        super().resizeEvent(event)
        self._lay_out()

    def event(self, event: QEvent) -> bool:
        """Show the commitment under the pointer in full, as a tooltip."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            bar = self._bar_at(event.pos().y() - _LEGEND_HEIGHT)
            QToolTip.showText(event.globalPos(), plain_tip(self._tooltip(bar)) if bar else "", self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint boxes, then words."""
        laid_out = self._laid_out()
        if laid_out is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_legend(painter, laid_out)
        painter.translate(0, _LEGEND_HEIGHT)
        for box in laid_out.boxes:
            _paint_box(painter, box)
        for words in laid_out.words:
            self._paint_words(painter, words)

    def _lay_out(self) -> None:
        """Have the picture laid out anew when it is next painted: most keystrokes happen while it is out of sight."""
        self._plan = None
        if self._picture is not None:
            self.setFixedHeight(
                _LEGEND_HEIGHT + round(height_of(self._picture, QFontMetricsF(bold(self.font())))) + 4
            )
            self.update()

    def _laid_out(self) -> Plan | None:
        if self._plan is None and self._picture is not None and self.width() > 0:
            self._plan = plan(
                self._picture, float(self.width()), QFontMetricsF(bold(self.font())), self._minus
            )
        return self._plan

    def _bar_at(self, y: float) -> CommitmentBar | None:
        laid_out = self._laid_out()
        rows = laid_out.rows if laid_out else []
        return next((bar for box, bar in rows if box.top() <= y < box.bottom()), None)

    def _tooltip(self, bar: CommitmentBar) -> str:
        assert self._picture is not None
        years = {year.year: year.label for year in self._picture.years}
        amounts = [
            translate("ui.commitments", "{year}　{amount}千円").format(
                year=years[year], amount=format_amount(amount, self._minus)
            )
            for year, amount in sorted(bar.amounts.items())
        ]
        return "\n".join([f"{bar.name}（{self._status_words[bar.status]}）", *amounts])

    def _paint_legend(self, painter: QPainter, laid_out: Plan) -> None:
        metrics, x = painter.fontMetrics(), 0
        kinds = {box.kind for box in laid_out.boxes}
        for kind, words in _LEGEND:
            if kind in kinds:
                text = translate("ui.commitments", words)
                _paint_box(painter, Box(QRectF(x, 6, 18, 12), kind))
                painter.setPen(ink(INK))
                width = metrics.horizontalAdvance(text)
                painter.drawText(QRectF(x + 24, 0, width + 2, 24), Qt.AlignmentFlag.AlignVCenter, text)
                x += width + 44
        painter.setPen(ink(MUTED))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(
            QRectF(0, 0, self.width(), 24),
            right,
            translate("ui.commitments", "単位:{unit}").format(
                unit=translate("ui.commitments", laid_out.unit)
            ),
        )

    def _paint_words(self, painter: QPainter, words: Words) -> None:
        painter.setFont(bold(self.font()) if words.strong else self.font())
        painter.setPen(ink(INK))
        text = words.text
        if words.align == "left":
            text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(words.box.width()))
        align = Qt.AlignmentFlag.AlignLeft if words.align == "left" else Qt.AlignmentFlag.AlignHCenter
        painter.drawText(words.box, align | Qt.AlignmentFlag.AlignVCenter, text)


def _paint_box(painter: QPainter, box: Box) -> None:
    """Asked and set differ by their border too, not by colour alone."""
    painter.setPen(Qt.PenStyle.NoPen)
    if box.kind in ("own", "line", "request"):
        painter.fillRect(box.box, paper(_FILLS[box.kind]))
        return
    pen = QPen(ink(ACCENT if box.kind == "requested" else MUTED))
    pen.setStyle(Qt.PenStyle.SolidLine if box.kind == "requested" else Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(QBrush(paper(_FILLS[box.kind])))
    painter.drawRect(box.box.adjusted(0.5, 0.5, -0.5, -0.5))
