"""Pages sent to a printer, as the preview and the PDF have them."""

from __future__ import annotations

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtSvg import QSvgRenderer

from templates.paper.press import Pages


def print_pages(pages: Pages, printer: QPrinter) -> int | None:
    """Print the pages that were chosen, each as it lies; how many, None where the printer takes none."""
    first, last = 1, len(pages.pages)
    if printer.printRange() == QPrinter.PrintRange.PageRange:
        first, last = max(first, printer.fromPage()), min(last, printer.toPage())
    printer.setFullPage(True)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    painter = QPainter()
    for page in pages.pages[first - 1 : last]:
        is_wide = page.width > page.height
        printer.setPageOrientation(
            QPageLayout.Orientation.Landscape if is_wide else QPageLayout.Orientation.Portrait
        )
        has_page = printer.newPage() if painter.isActive() else painter.begin(printer)
        if not has_page:
            painter.end()
            return None
        drawn = QSvgRenderer(QByteArray(page.svg))
        drawn.render(painter, printer.paperRect(QPrinter.Unit.DevicePixel))
    if painter.isActive():
        painter.end()
    return max(0, last - first + 1)
