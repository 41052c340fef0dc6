"""The pictures of the open request below each other, drawn anew when the typing rests and they are in sight."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFontInfo, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from model.document.document import Snapshot
from templates.pictures.drawing import TEXT
from templates.pictures.pictures import pictures
from templates.sheet.sheet import lay_out
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.pictures.picture_view import MARGIN, PictureView
from ui.widgets.box_column import KeyedBoxes, ScrolledColumn
from ui.widgets.labels import PlainLabel
from ui.widgets.layouts import lay_column
from ui.widgets.style import PANE_PADDING
from ui.widgets.tab_order import put_in_order

_REST_MS: Final = 250
_NARROWEST: Final = 190  # units of a drawing; in a narrower pane its words are smaller
_WIDEST: Final = 520
_NONE: Final = QT_TRANSLATE_NOOP(
    "ui.pictures", "図にできる数字が、まだありません。金額や人役を入れると、ここに図が出ます。"
)


class PicturesPane(ScrolledColumn):
    """The pictures, as wide as the pane, their words as large as those of the window."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        # always: the pictures keep their width where they begin to scroll
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._snapshot: Snapshot | None = None
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.draw)
        self._none = PlainLabel(translate("ui.pictures", _NONE), self.column, kind="hint", wraps=True)
        layout = lay_column(self.column, self._none, None, margins=PANE_PADDING, spacing=18)
        self._keyed = KeyedBoxes[PictureView](layout, first=1)

    @property
    def views(self) -> list[PictureView]:
        """The pictures from the top."""
        return self._keyed.boxes

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Draw a snapshot when the typing rests."""
        if snapshot is not self._snapshot:
            self._snapshot = snapshot
            self._rest.start()

    def take_focus(self) -> None:
        """Take the focus to the first picture."""
        self.draw()
        next(iter(self.views), self).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def draw(self) -> None:
        """Draw what is to be shown now, if it can be seen."""
        self._rest.stop()
        if self._snapshot is None or not self.isVisible():
            return
        room = self.viewport().width() - 2 * PANE_PADDING - 2 * MARGIN
        scale = min(QFontInfo(self.font()).pixelSize() / TEXT, room / _NARROWEST)
        width = min(room / scale, _WIDEST)
        drawings = pictures(self._snapshot, lay_out(self._snapshot), width)
        self._keyed.arrange(list(drawings), lambda _: PictureView(self.column))
        for view, drawing in zip(self.views, drawings.values(), strict=True):
            view.show_drawing(drawing, scale)
        put_in_order(self.views)
        self._none.setVisible(not drawings)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the pictures out for another width."""
        super().resizeEvent(event)
        self._rest.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what changed while the pictures were out of sight."""
        super().showEvent(event)
        self._rest.start()
