"""The tabs of a source's sheets, each with the number of its open questions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QTabBar, QWidget

from templates.readers.tables.grid import Grid
from ui.language import translate


class SourceTabs(QTabBar):
    """A tab for each sheet, called as the sheet is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setAccessibleName(translate("ui.review", "シート"))

    @property
    def title(self) -> str:
        """The sheet that is shown; "" before there is one."""
        return str(self.tabData(self.currentIndex()) or "")

    def show_sheets(self, grids: Sequence[Grid], open_questions: Mapping[str, int]) -> None:
        """Show the sheets; ``open_questions`` says by title how many questions of each have no answer."""
        with QSignalBlocker(self):
            while self.count() > len(grids):
                self.removeTab(self.count() - 1)
            for index, grid in enumerate(grids):
                title = grid.sheet.title
                if index >= self.count():
                    self.addTab(title)
                self.setTabText(index, _words(grid, open_questions.get(title, 0)))
                self.setTabData(index, title)

    def go(self, step: int) -> None:
        """Show the next sheet, or the one before."""
        self.setCurrentIndex(min(max(self.currentIndex() + step, 0), self.count() - 1))


def _words(grid: Grid, count: int) -> str:
    title = grid.sheet.title
    words = (
        translate("ui.review", "{title}（隠れたシート）").format(title=title)
        if grid.sheet.is_hidden
        else title
    )
    if not count:
        return words
    return translate("ui.review", "{words}　確認{count}").format(words=words, count=count)
