"""The one page that the window shows, a question that may stand before it for a while, and room above both."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedLayout, QWidget

from ui.widgets.layouts import lay_column


class PageStack(QWidget):
    """A page is replaced by another, or stays behind what is to be decided first.

    Attributes:
        column: the pages are at its foot; lines that speak of any of them are put above.
    """

    def __init__(self) -> None:
        super().__init__()
        self._before: QWidget | None = None
        self._pages = QStackedLayout()
        self.column = lay_column(self, self._pages, spacing=0, wide=self._pages)

    @property
    def is_covered(self) -> bool:
        """Whether something stands before the page."""
        return self._before is not None

    def currentWidget(self) -> QWidget | None:
        """What is in sight."""
        return self._pages.currentWidget()

    def replace(self, page: QWidget) -> None:
        """Show a page in place of the one that is there."""
        self.uncover()
        old = self.currentWidget()
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        self._drop(old)

    def cover(self, page: QWidget) -> None:
        """Show something before the page, which stays as it is."""
        self.uncover()
        self._before = page
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)

    def uncover(self) -> None:
        """Back to the page."""
        before, self._before = self._before, None
        if before is not None:
            self._pages.setCurrentIndex(0)
            self._drop(before)

    def _drop(self, page: QWidget | None) -> None:
        if page is not None:
            self._pages.removeWidget(page)
            page.deleteLater()
