"""The figures of the requests that are shown, as pictures, and the ceilings of each 部局 with what is left of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from model.register.listing import RegisterRow
from model.register.views import CeilingUse, Group
from templates.pictures.bars import Chart, draw
from templates.pictures.drawing import TEXT
from templates.pictures.group_charts import GroupFigures, changes_chart, groups_chart
from ui.desk.desk_data import DeskData
from ui.language import translate
from ui.pictures.picture_view import MARGIN, PictureView
from ui.review.word_table import WordTable
from ui.widgets.box_column import ScrolledColumn
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import lay_column
from ui.widgets.style import PANE_PADDING

_WIDEST: Final = 760  # units of a drawing
_CEILINGS_WIDTH: Final = 860  # pixels, at most, of the table of ceilings


class Pictured(NamedTuple):
    """What is pictured: the requests that are shown, in groups of a kind, and the ceilings."""

    rows: Sequence[RegisterRow]
    caption: str
    groups: Sequence[Group]
    ceilings: Sequence[CeilingUse]


class ChartsPane(ScrolledColumn):
    """Pictures in two columns, drawn when they are in sight."""

    def __init__(self, data: DeskData, parent: QWidget) -> None:
        super().__init__(parent)
        self._data = data
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._pictured = Pictured((), "", (), ())
        page = self.column
        self.groups, self.sources, self.changes = (PictureView(page) for _ in range(3))
        headings = (
            (translate("ui.desk", "部局"), 0),
            (translate("ui.desk", "シーリング"), 110),
            (translate("ui.desk", "要求の一般財源"), 120),
            (translate("ui.desk", "要求の残り"), 110),
            (translate("ui.desk", "計上の一般財源"), 120),
            (translate("ui.desk", "計上の残り"), 110),
        )
        self.ceilings = WordTable(translate("ui.desk", "部局のシーリング"), headings, page, right=range(1, 6))
        self.ceilings.setMaximumWidth(_CEILINGS_WIDTH)
        self.ceilings.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        words = translate("ui.desk", "表示中の要求に、図にできる数字がありません。")
        self._none = PlainLabel(words, page, kind="hint")
        pictures = QHBoxLayout()
        pictures.setSpacing(2 * PANE_PADDING)
        for column in ((self.groups,), (self.sources, self.changes)):
            pictures.addLayout(lay_column(None, *column, None, spacing=18), 1)
        lay_column(page, self.ceilings, self._none, pictures, None, margins=PANE_PADDING)

    @property
    def views(self) -> list[PictureView]:
        """The pictures that there are, in their order."""
        return [view for view in (self.groups, self.sources, self.changes) if view.drawing is not None]

    def show_pictured(self, pictured: Pictured) -> None:
        """Show other figures, now or when they come into sight."""
        self._pictured = pictured
        self._draw()

    def take_focus(self) -> None:
        """Take the focus to the first of what is shown."""
        views: list[QWidget] = [*((self.ceilings,) if self._pictured.ceilings else ()), *self.views]
        if views:
            views[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
            # Qt scrolls until the frame of the focus is in sight, and the title above it is not.
            self.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the pictures for another width."""
        super().resizeEvent(event)
        self._draw()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what changed while the pictures were out of sight."""
        super().showEvent(event)
        self._draw()

    def _draw(self) -> None:
        if not self.isVisible():
            return
        rows, caption, groups, ceilings = self._pictured
        minus = self._data.standard.printing.minus_on_screen
        charts = {
            self.groups: groups_chart(
                translate("ui.desk", "{group}ごとの要求額と査定（歳出）").format(group=caption),
                [_figures(group) for group in groups],
                minus,
            ),
            self.sources: groups_chart(
                translate("ui.desk", "財源ごとの要求額（太い棒）と計上額（細い棒）（歳出）"),
                self._by_source(rows),
                minus,
                beside=translate("ui.desk", "計上"),
                change="",
            ),
            self.changes: changes_chart(
                translate("ui.desk", "増減の大きい順（歳出、前年度との差）"),
                [(f"{row.section} {row.name}", row.change) for row in rows if row.change is not None],
                minus,
            ),
        }
        for view, chart in charts.items():
            self._show(view, chart)
        self._none.setVisible(not any(charts.values()))
        self._show_ceilings(ceilings)

    def _show(self, view: PictureView, chart: Chart | None) -> None:
        view.setVisible(chart is not None)
        if chart is None:
            view.drawing = None
            return
        room = (self.viewport().width() - 4 * PANE_PADDING) / 2 - 2 * MARGIN
        scale = QFontInfo(self.font()).pixelSize() / TEXT
        view.show_drawing(draw(chart, min(room / scale, _WIDEST)), scale)

    def _by_source(self, rows: Sequence[RegisterRow]) -> list[GroupFigures]:
        """What is asked of each source, and granted, of 歳出 alone."""
        asked, granted = self._data.by_source(rows)
        return [
            GroupFigures(label, asked.get(source, 0), granted.get(source, 0))
            for source, label in self._data.labels.items()
        ]

    def _show_ceilings(self, uses: Sequence[CeilingUse]) -> None:
        self.ceilings.setVisible(bool(uses))
        self.ceilings.setRowCount(0)
        for use in uses:
            amounts = (use.ceiling, use.asked, use.rest, use.granted, use.rest_of_granted)
            self.ceilings.add_row((use.bureau, *map(self._data.figure, amounts)))
        if uses:
            self.ceilings.setCurrentCell(0, 0)
            self.ceilings.resizeRowsToContents()
            head, frame = self.ceilings.horizontalHeader().sizeHint().height(), self.ceilings.frameWidth()
            self.ceilings.setFixedHeight(head + self.ceilings.verticalHeader().length() + 2 * frame)


def _figures(group: Group) -> GroupFigures:
    """The 要求額 of a group by what was decided on it."""
    sums = group.sums
    parts = (
        (translate("ui.desk", "計上"), sums.assessed),
        (translate("ui.desk", "保留"), sums.held or None),
        (translate("ui.desk", "別途"), sums.separate or None),
        (translate("ui.desk", "未決定"), sums.waiting),
        (translate("ui.desk", "減額"), sums.cut or None),
    )
    return GroupFigures(group.name, sums.expenditure, sums.previous, parts)
