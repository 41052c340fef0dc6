"""A PDF as its reader sees it: words with their boxes, rules of tables, fonts, tags."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import pymupdf


class Word(NamedTuple):
    """A word on a page: its box in pt from the left and top edge."""

    left: float
    top: float
    right: float
    bottom: float
    text: str
    page: int


class Printed:
    """A PDF, opened; ``pdf`` is the file."""

    def __init__(self, pdf: bytes) -> None:
        self.pdf = pdf
        self.file = pymupdf.open(stream=pdf, filetype="pdf")
        self.words = [
            Word(*found[:5], page=page.number) for page in self.file for found in page.get_text("words")
        ]
        self.text = "\n".join(page.get_text() for page in self.file)

    def find(self, text: str) -> Word:
        """The one word that is, or begins with, a text."""
        (found,) = (word for word in self.words if word.text.startswith(text))
        return found

    def rules(self, page: int) -> list[float]:
        """How far down the lines across a page are, but that of the foot."""
        drawn = (line["rect"] for line in self.file[page].get_drawings())
        return sorted({round(rect.y0, 1) for rect in drawn if rect.width > 20 and rect.height < 1})

    def fonts(self) -> Iterator[tuple[str, bool]]:
        """The name of every font, and whether it is in the file."""
        for page in self.file:
            for font in page.get_fonts(full=True):
                yield font[3], font[1] != "n/a"

    def tags(self) -> list[str]:
        """The structure: H1, Table, TH … of every element."""
        objects = (self.file.xref_object(number) for number in range(1, self.file.xref_length()))
        return [
            found[1]
            for text in objects
            if "/Type /StructElem" in text and (found := re.search(r"/S /(\w+)", text))
        ]

    @property
    def pictures_with_words(self) -> int:
        """How many pictures say in words what they show."""
        objects = (self.file.xref_object(number) for number in range(1, self.file.xref_length()))
        return sum("/S /Figure" in text and "/Alt" in text for text in objects)

    @property
    def catalogue(self) -> str:
        """The entries of the whole file."""
        found: str = self.file.xref_object(self.file.pdf_catalog())
        return found
