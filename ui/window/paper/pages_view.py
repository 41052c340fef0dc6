"""Pages below one another, as wide as the pane: what is in sight is drawn from SVG, one page at a time between keys."""

from __future__ import annotations

from bisect import bisect_right
from typing import Final, NamedTuple

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from model.request.place import Place
from templates.paper.press import Page, Pages, Spot
from templates.paper.spots import spot_at, spot_of
from ui.language import translate
from ui.widgets.style import ACCENT, MUTED, PAGE_FILL

_MARGIN: Final = 10  # pixels around a page
_MARK: Final = 4  # pixels: how wide the mark is beside what is being edited
_LINE: Final = 15.0  # pt that it is high
_STEP: Final = 40  # pixels of a step of the mouse wheel
_KEPT: Final = 2  # pages on either side of those in sight whose pictures are kept
_DRAW_AFTER_MS: Final = 60  # of rest, while the width changes


class _Picture(NamedTuple):
    """The picture of a page: what it was drawn from, and how many pixels of the screen it is wide."""

    svg: bytes
    width: int
    image: QImage


class PagesView(QAbstractScrollArea):
    """Shows pages; a click says the place of the request that was printed there.

    Attributes:
        shown: the pages.
        spots: where on them the places of the request stand.
        marked: where what is being edited is printed.
        drawing: runs while not all that is in sight is drawn as it is now.
    """

    chosen = Signal(str)  # a place

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("paperPages")
        self.setAccessibleName(translate("ui.window", "紙のプレビュー"))
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(_STEP)
        self.shown: tuple[Page, ...] = ()
        self.spots: tuple[Spot, ...] = ()
        self._tops: list[int] = []  # of the pages, pixels from the top of the first
        self._pictures: dict[
            int, _Picture
        ] = {}  # by the number of the page; old ones until they are drawn anew
        self._loaded: tuple[bytes, QSvgRenderer] | None = None
        self.marked: Spot | None = None
        self.drawing = QTimer(self, singleShot=True)
        self.drawing.timeout.connect(self._draw_next)

    def show_pages(self, pages: Pages) -> None:
        """Show pages in place of those before; what is in sight stays where it is."""
        self.shown, self.spots = pages.pages, pages.spots
        if self.marked is not None:
            self.marked = spot_of(self.marked.place, self.spots)
        self._lay_out()
        self.drawing.start(0)

    def show_place(self, place: Place) -> None:
        """Mark where a place is printed, and bring it in sight."""
        spot = spot_of(place, self.spots)
        if spot == self.marked:
            return
        self.marked = spot
        self.viewport().update()
        if spot is None:
            return
        bar = self.verticalScrollBar()
        at = self._tops[spot.page] + round(spot.y * self._scale(spot.page))
        height = self.viewport().height()
        if not bar.value() + _STEP <= at <= bar.value() + height - 2 * _STEP:
            bar.setValue(at - height // 3)

    def page_in_sight(self) -> int:
        """The number, from 1, of the page in the middle."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        return max(1, bisect_right(self._tops, middle))

    def box_of(self, number: int) -> QRectF:
        """Where a page is in the viewport."""
        page, scale = self.shown[number], self._scale(number)
        top = self._tops[number] - self.verticalScrollBar().value()
        return QRectF(_MARGIN, top, page.width * scale, page.height * scale)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the pages out anew, with what is in sight kept there."""
        super().resizeEvent(event)
        before = self.verticalScrollBar().maximum() + self.viewport().height()
        share = self.verticalScrollBar().value() / before if before else 0.0
        self._lay_out()
        self.verticalScrollBar().setValue(
            round(share * (self.verticalScrollBar().maximum() + self.viewport().height()))
        )
        self.drawing.start(_DRAW_AFTER_MS)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Draw what comes in sight."""
        self.viewport().update()
        self.drawing.start(0)

    def sizeHint(self) -> QSize:
        """A page that can be read."""
        return QSize(420, 600)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the field whose value is printed below the mouse."""
        found = self._on_page(event.position())
        if found is not None and event.button() == Qt.MouseButton.LeftButton:
            spot = spot_at(*found, self.spots)
            if spot is not None:
                self.chosen.emit(spot.place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pictures of the pages in sight; a page whose picture is not drawn yet is white."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), PAGE_FILL)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for number in self._in_sight():
            box = self.box_of(number)
            painter.fillRect(box, Qt.GlobalColor.white)
            if (picture := self._pictures.get(number)) is not None:
                painter.drawImage(box, picture.image)
            painter.setPen(QPen(MUTED, 0.5))
            painter.drawRect(box)
            if self.marked is not None and self.marked.page == number:
                scale = self._scale(number)
                top = box.top() + self.marked.y * scale
                painter.fillRect(QRectF(box.left() + 2, top, _MARK, _LINE * scale), ACCENT)
        painter.end()

    # --- private ---

    def _scale(self, number: int) -> float:
        """Pixels of a pt of a page."""
        return max(1, self.viewport().width() - 2 * _MARGIN) / self.shown[number].width

    def _lay_out(self) -> None:
        self._tops = []
        top = float(_MARGIN)
        for number, page in enumerate(self.shown):
            self._tops.append(round(top))
            top += page.height * self._scale(number) + _MARGIN
        height = self.viewport().height()
        self.verticalScrollBar().setPageStep(height)
        self.verticalScrollBar().setRange(0, max(0, round(top) - height))
        self.viewport().update()

    def _in_sight(self) -> range:
        """The numbers, from 0, of the pages in sight."""
        top = self.verticalScrollBar().value()
        first = max(0, bisect_right(self._tops, top) - 1)
        return range(first, max(first, bisect_right(self._tops, top + self.viewport().height())))

    def _draw_next(self) -> None:
        """Draw a page in sight whose picture is old, in two steps; keys are answered between them."""
        in_sight = self._in_sight()
        far = [page for page in self._pictures if not in_sight.start - _KEPT <= page < in_sight.stop + _KEPT]
        for number in far:
            del self._pictures[number]
        for number in in_sight:
            svg = self.shown[number].svg
            width = max(
                1, round(self.box_of(number).width() * self.devicePixelRatioF())
            )  # pixels of the screen
            picture = self._pictures.get(number)
            if picture is not None and picture.svg == svg and picture.width == width:
                continue
            if self._loaded is None or self._loaded[0] != svg:
                self._loaded = svg, QSvgRenderer(QByteArray(svg))
            else:
                self._pictures[number] = _Picture(svg, width, self._drawn(number, width, self._loaded[1]))
                self.viewport().update()
            self.drawing.start(0)
            return

    def _drawn(self, number: int, width: int, page: QSvgRenderer) -> QImage:
        size = self.shown[number]
        image = QImage(width, max(1, round(width * size.height / size.width)), QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        page.render(painter, QRectF(image.rect()))
        painter.end()
        return image

    def _on_page(self, at: QPointF) -> tuple[int, float, float] | None:
        """The page at a point of the viewport, and where on it, pt."""
        for number in self._in_sight():
            box = self.box_of(number)
            if box.contains(at):
                scale = self._scale(number)
                return number, (at.x() - box.left()) / scale, (at.y() - box.top()) / scale
        return None
