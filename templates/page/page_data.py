"""What a published page holds for reading it back: its request as data, and a digest of all that the page shows.

The data stand in a ``<template>`` at the end of the body: no browser shows it, reads it aloud or runs it. They are the
request's file (model/document/storage), so that every later version reads them through the migrations. The digest shows whether
the page was changed since. Both are written by ``html``; what of a request is published is decided in
``published_part``.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import Final, NamedTuple, TypeAlias
from unicodedata import normalize

from lxml import etree

from model.document.storage import FileError

ID: Final = "yosancho"
DIGEST: Final = "data-digest"
AROUND: Final = "around"
AROUND_TAGS: Final = frozenset(("nav", "figure"))
"""The class, and the elements, of what stands on the page and is not of the sheet: links and pictures."""
_BLANKS: Final = " \t\r\n\f"
_SPACES: Final = re.compile(f"[{_BLANKS}]+")
_CELL: Final = "\x1f"  # opens the text of a table's cell, so that a blank one counts; no page holds it
_CELLS: Final = ("td", "th")
_HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
_WITHIN_LINES: Final = frozenset(
    ("a", "abbr", "b", "bdi", "code", "em", "font", "i", "mark", "small", "span", "strong", "sub", "sup", "u", "wbr")
)  # fmt: skip
_NOT_SHOWN: Final = frozenset(("template", "script", "style"))
_TOO_DEEP: Final = "ERR_RESOURCE_LIMIT"

Element: TypeAlias = etree._Element


class Block(NamedTuple):
    """A piece of a page's text: a paragraph, a line of it, or a cell of a table.

    Attributes:
        where: the heading above it, and the label of its row, for a person.
        text: its text to the character, opened by a sign where it begins a cell.
    """

    where: str
    text: str

    @property
    def words(self) -> str:
        """Its text, runs of blanks and line breaks as one blank."""
        return _SPACES.sub(" ", self.text.removeprefix(_CELL)).strip(" ")

    @property
    def seen(self) -> str:
        """What is compared where blanks do not count."""
        return f"{self.text[:1]}{self.words}" if self.text.startswith(_CELL) else self.words


class PublishedPage:
    """A page, parsed.

    Attributes:
        data: the text of its request's file; None where it carries none.
        digest: that of its data and of what it showed when it was written.
        blocks: what its sheet shows now, in order.
        outside: what stands on the page outside the sheet.
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
        if any(error.type_name == _TOO_DEEP for error in parser.error_log):
            raise FileError(
                "ページの入れ子が深すぎて読めません。予算帖が書き出したままのページを選んでください。"
            )
        found = None if root is None else root.find(f".//template[@id='{ID}']")
        self.data = None if found is None else "".join(map(str, found.itertext()))
        self.digest = "" if found is None else found.get(DIGEST) or ""
        body = None if root is None else root.find("body")
        main = None if body is None else body.find(".//main")
        self.blocks = [] if main is None else list(_blocks(main))
        self.outside = [] if body is None else list(_blocks(body, without=main))

    def digest_with(self, data: str) -> str:
        """The digest of what its sheet shows now, and of data for it."""
        texts = (data, *(block.text for block in self.blocks))
        return hashlib.sha256("\x1e".join(texts).encode()).hexdigest()


def _blocks(root: Element, without: Element | None = None) -> Iterator[Block]:
    """The text of an element cut at its blocks, breaks and cells; an element in it may be left out (``without``)."""
    heading = row = text = ""
    steps = etree.iterwalk(root, events=("start", "end"))
    for event, element in steps:
        tag = element.tag
        if tag not in _WITHIN_LINES:
            if text.strip(_BLANKS):
                block = Block(f"{heading} ＞ {row}" if row else heading, normalize("NFC", text))
                yield block
                if event == "end" and (
                    tag in _HEADINGS
                    or (tag == "caption" and all(part.tag not in _HEADINGS for part in element))
                ):
                    heading, row = block.words, ""
                elif event == "end" and tag == "th":
                    row = block.words
            if tag == "tr":
                row = ""
            text = _CELL if event == "start" and tag in _CELLS else ""
        if event == "start" and (tag in _NOT_SHOWN or element is without or is_around(element)):
            steps.skip_subtree()
        elif event == "start":
            text += element.text or ""
        elif element is not root:
            text += element.tail or ""
    if text.strip(_BLANKS):
        yield Block(heading, normalize("NFC", text))


def is_around(element: Element) -> bool:
    """Whether an element is of the page but not of the sheet: its links and its pictures."""
    return element.tag in AROUND_TAGS and AROUND in (element.get("class") or "").split()
