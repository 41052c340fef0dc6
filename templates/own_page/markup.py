"""The markup of a page as the other rooms of this package ask for it: places, words, classes, printed figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, TypeAlias

from lxml import etree

from model.amount import MAX_DIGITS, Amount
from model.place import Place
from model.storage import FileError
from templates.blocks import UNIT

_PRINTED: Final = re.compile(rf"[-−△▲]?[0-9]{{1,3}}(?:,[0-9]{{3}})*(?:{UNIT})?")
_TOO_DEEP: Final = "ERR_RESOURCE_LIMIT"

Element: TypeAlias = etree._Element


class Page:
    """A page, parsed.

    Attributes:
        main: its sheet; None where it has none.
    """

    def __init__(self, html: str) -> None:
        """Parse a page; damaged markup is repaired as a browser does.

        Raises:
            FileError: when it nests so deep that a part of it would be lost.
        """
        parser = etree.HTMLParser(
            encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
        )
        root = etree.fromstring(html.encode("utf-8", "replace"), parser) if html.strip() else None
        if any(each.type_name == _TOO_DEEP for each in parser.error_log):
            raise FileError(
                "ページの入れ子が深すぎて読めません。予算帖が書き出したままのページを選んでください。"
            )
        self.main: Element | None = None if root is None else root.find(".//main")
        self._places: dict[Place, Element] = {}
        self._words: dict[Place, Element] = {}
        for element in () if self.main is None else self.main.iter():
            if place := element.get("data-place"):
                self._places.setdefault(place, element)
            if word := element.get("data-word"):
                self._words.setdefault(word, element)

    @property
    def places(self) -> Iterator[Place]:
        """The places whose values stand on the page."""
        yield from self._places

    def has(self, place: Place) -> bool:
        """Whether the value of a place stands on the page, even if blank."""
        return place in self._places

    def value(self, place: Place) -> str:
        """The text at a place, to the character; "" where there is none."""
        element = self._places.get(place)
        return "" if element is None else text(element)

    def amount(self, place: Place) -> Amount:
        """The figure at a place, 千円."""
        return printed_amount(self.value(place))

    def word(self, place: Place) -> str | None:
        """A word of the form as it stands on the page; None where it does not."""
        element = self._words.get(place)
        return None if element is None else text(element)

    def says(self, name: str) -> bool:
        """Whether the page says something of its sheet as a whole, without a value."""
        return self.main is not None and self.main.get(name) is not None

    def attribute(self, name: str) -> str:
        """What the page says of its sheet as a whole."""
        return "" if self.main is None else self.main.get(name) or ""


def text(element: Element) -> str:
    """The text of an element without what is only for a screen reader."""
    pieces: list[str] = []
    left: list[Element | str] = [element]
    while left:  # not by recursion: a page may nest as deep as it likes
        part = left.pop()
        if isinstance(part, str):
            pieces.append(part)
        elif isinstance(part.tag, str) and not has_class(part, "unseen"):
            pieces.append(part.text or "")
            for inner in reversed(part):
                left += [inner.tail or "", inner]
    return "".join(pieces)


def has_class(element: Element, name: str) -> bool:
    """Whether an element is of a class."""
    return name in (element.get("class") or "").split()


def child(element: Element, *classes: str) -> Element | None:
    """The first child that is of all the classes."""
    return next((each for each in element if all(has_class(each, name) for name in classes)), None)


def printed_amount(printed: str) -> Amount:
    """A figure as the page prints it, 千円: what is not of that form or too long was typed so and is text; blank is None."""
    if not printed:
        return None
    if _PRINTED.fullmatch(printed) is None:
        return printed
    digits = "".join(sign for sign in printed if sign.isascii() and sign.isdigit())
    if len(digits) > MAX_DIGITS:
        return printed
    return int(digits) if printed[0].isdigit() else -int(digits)
