"""What is to be put on paper, as it was at one moment, so that any thread can carry it out."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from model.document.document import Snapshot, take_snapshot
from model.request.request import Request
from model.standard.standard import Standard
from model.totals.prices import PriceTable
from templates.paper.blocks import Part
from templates.paper.file_time import saved_words
from templates.paper.press import Pages, Press
from templates.paper.printing import Printing


class PaperOrder(NamedTuple):
    """A request, and how it is printed; nothing in it changes.

    Attributes:
        press: sets the pages.
        parts: what is printed with the sheets.
        path: the request's file, whose time stands at the foot; None for none.
        is_changed: whether the request was changed since it was saved.
        request: the request.
        standard: the Standard in force.
        prices: the section's table of unit prices.
    """

    press: Press
    parts: tuple[Part, ...]
    path: Path | None
    is_changed: bool
    request: Request
    standard: Standard
    prices: PriceTable

    def snapshot(self) -> Snapshot:
        """The request with all that is derived of it; what the document keeps of its own is left alone."""
        return take_snapshot(self.request, self.standard, shared_prices=self.prices)

    def printing(self) -> Printing:
        """How it is printed; its drive is asked for the time of the file."""
        return Printing(self.press, self.parts, saved_words(self.path, is_changed=self.is_changed))

    def files(self) -> dict[str, bytes]:
        """Its PDF as the exports write it, by what stands behind the stem of the file; FileError where it cannot be set."""
        return self.printing().files(self.snapshot())

    def pages(self) -> Pages:
        """Its pages; FileError where they cannot be set."""
        return self.printing().pages(self.snapshot())
