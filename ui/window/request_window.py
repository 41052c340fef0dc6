"""The window as its files and its commands know it: what is in sight, and what is said above that and at its foot."""

from __future__ import annotations

from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QMainWindow

from model.document.document import Document
from model.request.request import Request
from ui.widgets.page_stack import PageStack

if TYPE_CHECKING:
    from ui.widgets.choice_bar import Choice
    from ui.widgets.cover_page import CoverPage
    from ui.window.bars import Bars, Failure
    from ui.window.request_view import RequestView

PASSES: Final = "passes"
"""The property of the line at the foot: whether its sentence ends with the next act."""
_SAVED_MESSAGE_MS: Final = 8000


class RequestWindow(QMainWindow):
    """A window that shows one request, or the start page; ``MainWindow`` makes both.

    Attributes:
        stack: its pages.
        view: the panes of the open request; None on the start page.
    """

    def __init__(self) -> None:
        super().__init__()
        self.view: RequestView | None = None
        self.stack = PageStack()
        self.setCentralWidget(self.stack)

    @property
    def document(self) -> Document | None:
        """The open document; None on the start page."""
        return self.view.document if self.view else None

    @property
    def waits_for_answer(self) -> bool:
        """Whether a page before the form or a line above it asks something."""
        return self.stack.is_covered or (self.view is not None and self.view.has_bar)

    # --- what MainWindow defines ---

    def show_start(self) -> None:
        """Show the start page."""
        raise NotImplementedError

    def show_request(self, request: Request, path: Path | None, *, is_saved: bool = True) -> None:
        """Show a request in the form."""
        raise NotImplementedError

    def speak(self, language: str) -> None:
        """Say everything in another language from now on."""
        raise NotImplementedError

    def refresh_actions(self) -> None:
        """What is in sight, or the open request, is another: what can be chosen and the title follow."""
        raise NotImplementedError

    # --- pages and words ---

    def show_review(self, page: CoverPage) -> None:
        """Show what is to be read before a document is opened or exported; the one that is open stays behind it."""
        self.stack.cover(page)
        self.refresh_actions()
        page.take_focus()

    def leave_review(self) -> None:
        """Back to what was shown before the review."""
        self.stack.uncover()
        if self.view is not None:
            self.clear_lines()  # they stand above the form
        self.refresh_actions()

    @cached_property
    def lines(self) -> Bars:
        """The lines above a page that is not the form, which has lines of its own; made with the first of them."""
        from ui.window.bars import Bars

        return Bars(self.stack.column, self.stack)

    def show_message(self, message: str, *, lasting: bool = False) -> None:
        """Show a sentence in the line at the foot of the window."""
        self.statusBar().setProperty(PASSES, not lasting)
        self.statusBar().showMessage(message, 0 if lasting else _SAVED_MESSAGE_MS)

    def show_failure(self, subject: Failure, sentence: str, *choices: Choice) -> None:
        """Say what failed in a line above the page that is in sight, and above the form, until it is dealt with.

        Args:
            subject: what it was; what was said of it before goes.
            sentence: what happened, what is safe, what to do.
            choices: what can be done, besides closing the line.
        """
        view, close = self.view, partial(self.hide_failure, subject)
        if view is None or self.stack.is_covered:
            self.lines.show_failure(subject, sentence, choices, close)
        if view is not None:
            view.bars.show_failure(subject, sentence, choices, close)

    def hide_failure(self, subject: Failure) -> None:
        """Say no more of a failure: it is dealt with."""
        if "lines" in vars(self):
            self.lines.hide(subject)
        if self.view is not None:
            self.view.hide_bar(subject)

    def clear_lines(self) -> None:
        """Take the lines away that stand above a page which is not the form."""
        if "lines" in vars(self):
            self.lines.clear()
