"""The one page that the window shows, and a question that may stand before it for a while."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget


class PageStack(QStackedWidget):
    """A page is replaced by another, or stays behind what is to be decided first."""

    def __init__(self) -> None:
        super().__init__()
        self._before: QWidget | None = None

    @property
    def is_covered(self) -> bool:
        """Whether something stands before the page."""
        return self._before is not None

    def replace(self, page: QWidget) -> None:
        """Show a page in place of the one that is there."""
        self.uncover()
        old = self.currentWidget()
        self.addWidget(page)
        self.setCurrentWidget(page)
        self._drop(old)

    def cover(self, page: QWidget) -> None:
        """Show something before the page, which stays as it is."""
        self.uncover()
        self._before = page
        self.addWidget(page)
        self.setCurrentWidget(page)

    def uncover(self) -> None:
        """Back to the page."""
        before, self._before = self._before, None
        if before is not None:
            self.setCurrentIndex(0)
            self._drop(before)

    def _drop(self, page: QWidget | None) -> None:
        if page is not None:
            self.removeWidget(page)
            page.deleteLater()
