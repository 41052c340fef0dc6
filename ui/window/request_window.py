"""What the helpers of the window ask of it: the open request, a line of words at its foot, and another page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from model.document.document import Document
from model.request.request import Request
from ui.window.request_view import RequestView

if TYPE_CHECKING:
    from ui.widgets.choice_bar import Choice
    from ui.widgets.cover_page import CoverPage
    from ui.window.bars import Failure


class RequestWindow(Protocol):
    """A window that shows one request."""

    @property
    def view(self) -> RequestView | None:
        """The panes of the open request; None on the start page."""

    @property
    def document(self) -> Document | None:
        """The open document; None on the start page."""

    @property
    def waits_for_answer(self) -> bool:
        """Whether a page before the form or a line above it asks something."""

    def speak(self, language: str) -> None:
        """Say everything in another language from now on."""

    def show_message(self, message: str, *, lasting: bool = False) -> None:
        """Show a sentence in the line at the foot of the window."""

    def show_start(self) -> None:
        """Show the start page."""

    def show_failure(self, subject: Failure, sentence: str, *choices: Choice) -> None:
        """Say what failed, until it is dealt with.

        Args:
            subject: what it was; what was said of it before goes.
            sentence: what happened, what is safe, what to do.
            choices: what can be done, besides closing the line.
        """

    def hide_failure(self, subject: Failure) -> None:
        """Say no more of a failure: it is dealt with."""

    def show_request(self, request: Request, path: Path | None, *, is_saved: bool = True) -> None:
        """Show a request in the form."""

    def show_review(self, page: CoverPage) -> None:
        """Show a page before the form."""

    def leave_review(self) -> None:
        """Return to what was shown before the review."""
