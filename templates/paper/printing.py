"""How a request is put on paper: the press, what is printed with the sheets, and the words on when it was saved."""

from __future__ import annotations

from typing import NamedTuple

from model.document.document import Snapshot
from templates.paper.blocks import ENDING, Part
from templates.paper.layout import paper
from templates.paper.press import Pages, Press


class Printing(NamedTuple):
    """How a request is put on paper.

    Attributes:
        press: sets the pages.
        parts: what is printed with the sheets.
        time: the words at the foot on when the request was saved.
    """

    press: Press
    parts: tuple[Part, ...] = ()
    time: str = ""

    def pdf(self, snapshot: Snapshot) -> bytes:
        """A request as PDF; FileError where it cannot be set."""
        return self.press.pdf(paper(snapshot, self.parts, self.time))

    def files(self, snapshot: Snapshot) -> dict[str, bytes]:
        """The file of a request as the exports write it, by what stands behind its stem."""
        return {ENDING: self.pdf(snapshot)}

    def pages(self, snapshot: Snapshot) -> Pages:
        """The pages of a request, exactly as its PDF has them; FileError where they cannot be set."""
        return self.press.pages(paper(snapshot, self.parts, self.time))
