"""The panes of a request beside each other: they fold where the window is too narrow for the form beside them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from ui.form.form_page import NARROWEST, FormPage
from ui.form.navigator import Navigator
from ui.widgets.style import scaled

_NAVIGATOR: Final = 150  # pixels, at least
_BESIDE: Final = 260
_LEAST_PAPER: Final = 240
# of the form beside the side pane in a narrow window; it scrolls to the side then
_LEAST_FORM: Final = 480


class FoldingPanes(QSplitter):
    """Navigator, form, what stands beside the form, and the paper, from left to right."""

    folded = Signal()  # which panes are in sight was decided anew
    paper_widened = Signal(int)  # the pane of the paper was made so many pixels wide

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._paper: QWidget | None = None
        self._sizes_alone: list[int] = []  # of the other panes, before the paper came beside them
        self._is_beside_wanted = False  # in a window too narrow for it

    def hold(self, navigator: Navigator, form: FormPage, beside: QWidget) -> None:
        """Show the panes that are always there."""
        self._navigator, self._form, self._beside = navigator, form, beside
        for pane in (navigator, form, beside):
            self.addWidget(pane)
        self.setStretchFactor(1, 1)
        self.setSizes([200, 920, 320])
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self.setMinimumWidth(NARROWEST)  # narrower than its panes: they fold

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the navigator, then what stands beside the form, where there is no room for the form beside them."""
        super().resizeEvent(event)
        self._fold()

    def changeEvent(self, event: QEvent) -> None:
        """Fold by the size of the letters, where the window is zoomed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fold()

    def show_beside(self) -> None:
        """Show what stands beside the form, also in a narrow window."""
        self._is_beside_wanted = True
        self._fold()

    def fold_beside(self) -> None:
        """Fold what stands beside the form in a narrow window again."""
        if self._is_beside_wanted:
            self._is_beside_wanted = False
            self._fold()

    @property
    def is_beside_folded(self) -> bool:
        """Whether what stands beside the form is out of sight."""
        return self._beside.isHidden()

    def add_paper(self, pane: QWidget, width: int) -> None:
        """Show a pane with the paper at the right of all, so many pixels wide."""
        pane.hide()
        self._paper = pane
        pane.setMinimumWidth(scaled(self, _LEAST_PAPER))
        self.addWidget(pane)
        self.splitterMoved.connect(self._note_paper_width)
        self.show_paper(is_wanted=True, width=width)

    def show_paper(self, *, is_wanted: bool, width: int) -> None:
        """Show the pane with the paper, so many pixels wide, or hide it; the others fold where they lose their room."""
        assert self._paper is not None
        if self._paper.isVisible() == is_wanted:
            return
        if is_wanted:
            self._sizes_alone = self.sizes()[:3]
            # The form keeps its least width where the paper can be narrower for it.
            beside = _LEAST_FORM + scaled(self, _BESIDE)
            kept = beside if self._is_beside_wanted else self._form.minimumWidth()
            width = max(self._paper.minimumWidth(), min(width, self.width() - kept))
        self._paper.setVisible(is_wanted)
        self._fold(width if is_wanted else 0)
        navigator, _, beside = self.sizes()[:3] if is_wanted else self._sizes_alone
        paper = width if is_wanted else 0
        self.setSizes([navigator, self.width() - navigator - beside - paper, beside, paper])

    def _note_paper_width(self) -> None:
        if self._paper is not None and self._paper.isVisible():
            self._fold()
            self.paper_widened.emit(self._paper.width())

    def _fold(self, paper: int | None = None) -> None:
        """Show the panes that there is room for beside the paper, which is so many pixels wide, or as wide as it is."""
        if paper is None:
            paper = 0 if self._paper is None or self._paper.isHidden() else self._paper.width()
        room = self.width() - paper
        has_room = room >= scaled(self, NARROWEST + _BESIDE)
        self._navigator.setVisible(room >= scaled(self, NARROWEST + _BESIDE + _NAVIGATOR))
        self._navigator.setMinimumWidth(scaled(self, _NAVIGATOR))
        self._beside.setMinimumWidth(scaled(self, _BESIDE))
        self._beside.setVisible(has_room or self._is_beside_wanted)
        has_whole_form = has_room or (not self._is_beside_wanted and (not paper or room >= NARROWEST))
        # never wider than what the others leave: the splitter would lay the panes over one another
        least = (
            min(_LEAST_FORM, room - scaled(self, _BESIDE) - 2 * self.handleWidth())
            if self._is_beside_wanted
            else _LEAST_FORM
        )
        self._form.setMinimumWidth(NARROWEST if has_whole_form else max(0, least))
        self.folded.emit()
