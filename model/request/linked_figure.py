"""Linked figures (つないだ数字): where a text says a figure of the sheet, so that the words follow the figure."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from msgspec import Meta

from model.request.part import Part

LinkForm: TypeAlias = Literal[
    "thousands",
    "thousands_without_sign",
    "digits",
    "about_ten_thousands",
    "mixed_units",
    "thousands_up_or_down",
    "percent",
    "percent_up_or_down",
    "people",
    "period",
    "period_in_words",
    "raise_or_cut",
    "more_or_less",
    "up_or_down",
    "new_or_ended",
]
"""How a linked figure is written; model/links/forms says how each looks."""


class LinkedFigure(Part, frozen=True):
    """A stretch of a text that says a figure of the sheet.

    The text itself holds the words, so that every face prints plain text; the link only says which figure they are.

    Attributes:
        place: the place of the text.
        start: where the words begin in it, in characters.
        shown: the words that stand there, as the figure was last written.
        figure: the place of the figure; ``…/change`` and ``…/percent`` for 増減 and 増減率.
        form: how it is written.
    """

    id: str
    place: str
    start: Annotated[int, Meta(ge=0)]
    shown: str
    figure: str
    form: LinkForm = "thousands"

    @property
    def end(self) -> int:
        """Where the words end."""
        return self.start + len(self.shown)

    def overlaps(self, other: LinkedFigure) -> bool:
        """Whether words of both are the same words of one text."""
        return self.place == other.place and self.start < other.end and other.start < self.end
