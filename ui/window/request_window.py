"""The window as its files and its commands know it: what is in sight, and what is said above that and at its foot."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow

from model.document.document import Document
from model.request.request import Request
from ui.language import translate
from ui.widgets.page_stack import PageStack

if TYPE_CHECKING:
    from ui.widgets.choice_bar import Choice
    from ui.widgets.cover_page import CoverPage
    from ui.window.bars import Bars, Failure, Subject
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
    def open_view(self) -> RequestView:
        """The panes of the open request, for what can be chosen only while there is one."""
        assert self.view is not None
        return self.view

    @property
    def waits_for_answer(self) -> bool:
        """Whether a page before the form or a line above it asks something."""
        has_bar = "bars" in vars(self) and self.bars.in_sight is not None
        return self.stack.is_covered or (self.view is not None and has_bar)

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
        self.bars.go_behind(self.view is not None)
        self.refresh_actions()
        page.take_focus()

    def leave_review(self) -> None:
        """Back to what was shown before the review."""
        self.stack.uncover()
        if "bars" in vars(self):
            self.bars.go_behind(False)
        self.refresh_actions()

    def way_back(self) -> Callable[[], None]:
        """What leaves the review and gives the focus back to where it is now."""
        focus = self.view.focusWidget() if self.view is not None else None

        def back() -> None:
            self.leave_review()
            if focus is not None:
                focus.setFocus()

        return back

    @cached_property
    def bars(self) -> Bars:
        """The lines above the pages; made with the first of them."""
        from ui.window.bars import Bars

        return Bars(self.stack)

    def show_message(self, message: str, *, lasting: bool = False) -> None:
        """Show a sentence in the line at the foot of the window."""
        self.statusBar().setProperty(PASSES, not lasting)
        self.statusBar().showMessage(message, 0 if lasting else _SAVED_MESSAGE_MS)

    def show_failure(self, subject: Failure, sentence: str, *choices: Choice) -> None:
        """Say what failed in a line above the page, until it is dealt with.

        Args:
            subject: what it was; what was said of it before goes.
            sentence: what happened, what is safe, what to do.
            choices: what can be done, besides closing the line.
        """
        from ui.widgets.choice_bar import Choice

        tip, close = translate("ui.window", "この知らせを消します。"), partial(self.hide_bar, subject)
        self.bars.show(subject, sentence, (*choices, Choice(translate("ui.window", "閉じる"), tip, close)))

    def hide_bar(self, subject: Subject) -> None:
        """Take the line of a subject away, where there is one; the focus goes back into the form."""
        if "bars" not in vars(self):
            return
        bar, focus = self.bars.in_sight, QApplication.focusWidget()
        had_focus = bar is not None and focus is not None and bar.isAncestorOf(focus)
        self.bars.hide(subject)
        if had_focus and self.view is not None and not self.stack.is_covered:
            (self.view.form.focusWidget() or self.view.form).setFocus(Qt.FocusReason.OtherFocusReason)
