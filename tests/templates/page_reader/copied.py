"""Our own pages as a person copies them: their visible words in both layouts, and as another program's HTML."""

from __future__ import annotations

import html as markup
from collections.abc import Iterator
from typing import Any, Literal

from lxml import html

Layout = Literal["rows", "cells", "tabs"]


def copied(page: str, layout: Layout) -> str:
    """The visible text of a page: a row of a table on a line, every cell on a line, or cells apart by tabs.

    An empty cell is only there between tabs.
    """
    return "\n".join(_lines(_main(page), layout))


def as_foreign_html(page: str) -> str:
    """The visible text and tables of a page without any of its classes, ids, captions and places."""
    out: list[str] = []
    for element in _parts(_main(page)):
        if element.tag == "table":
            out.append(_table(element))
        else:
            out += [f"<DIV>{markup.escape(line)}</DIV>" for line in _text(element).split("\n")]
            out.append("<BR>")
    return f"<HTML><BODY><TABLE><TR><TD>{''.join(out)}</TABLE></BODY></HTML>"


def _main(page: str) -> Any:
    root = html.document_fromstring(page)
    # what the style lets nobody select: words that are only read aloud, and the pictures
    for hidden in root.xpath("//*[contains(concat(' ', @class, ' '), ' unseen ')]|//figure"):
        hidden.drop_tree()
    return root.xpath("//main")[0]


def _parts(element: Any) -> Iterator[Any]:
    for child in element:
        if child.tag == "table" or (child.find(".//table") is None and child.get("class") != "scroll"):
            caption = child.find("caption")
            if caption is not None:
                yield caption
            yield child
        else:
            yield from _parts(child)


def _text(element: Any) -> str:
    for line_break in element.xpath(".//br"):
        line_break.tail = "\n" + (line_break.tail or "")
    return str(element.text_content()).strip("\n ")


def _lines(main: Any, layout: Layout) -> Iterator[str]:
    for element in _parts(main):
        if element.tag != "table":
            yield from _text(element).split("\n")
            yield ""
            continue
        for row in element.xpath(".//tr"):
            cells = [_text(cell).replace("\n", " " if layout != "cells" else "\n") for cell in row]
            between = {"rows": " ", "cells": "\n", "tabs": "\t"}[layout]
            yield from between.join(each for each in cells if each or layout == "tabs").split("\n")
        yield ""


def _table(table: Any) -> str:
    rows: list[str] = []
    for row in table.xpath(".//tr"):
        cells = [
            f"<TD ROWSPAN={cell.get('rowspan', '1')} COLSPAN={cell.get('colspan', '1')}>"
            + "<BR>".join(markup.escape(line) for line in _text(cell).split("\n"))
            for cell in row
        ]
        rows.append("<TR>" + "".join(cells))
    return f"<TABLE BORDER>{''.join(rows)}</TABLE>"
