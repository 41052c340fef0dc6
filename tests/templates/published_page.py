"""A published page read back by a reader that knows nothing of how it was written, and the requests to write.

White space: what a person typed stands in elements of class ``typed`` and comes back to the character, but for line
ends (one kind) and characters that HTML cannot hold. Words only for a screen reader (class ``unseen``) and pictures
are dropped before the visible text is compared.
"""

from __future__ import annotations

import copy
from typing import Any

from lxml import html
from msgspec.structs import replace

from model.request.request import Assessment, CostGroup, Funding, Header, Line, Request, Section


class Page:
    """A page read back."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.root: Any = html.document_fromstring(source.encode(), parser=html.HTMLParser(encoding="utf-8"))
        seen = copy.deepcopy(self.root)
        for beside in seen.xpath("//*" + has("class", "unseen") + "|//figure" + has("class", "around")):
            beside.drop_tree()
        self.seen: Any = seen

    def all(self, path: str) -> list[Any]:
        """Elements of the visible page."""
        found: list[Any] = self.seen.xpath(path)
        return found

    def one(self, path: str) -> Any:
        """The only element of its kind."""
        (found,) = self.all(path)
        return found

    def figure(self, table: str, row: str, column: str) -> str:
        """The cell whose headers are a row's and a column's, found by their words."""
        ids = {each.get("id"): text(each) for each in self.all(f"//table{has('class', table)}//th[@id]")}
        (cell,) = (
            cell
            for cell in self.all(f"//table{has('class', table)}//td")
            if {row, column} <= {ids[each] for each in cell.get("headers").split()}
        )
        return text(cell)

    def cost_rows(self, number: int) -> list[list[str]]:
        """The rows of a cost table: 内容, 金額, 備考, each with its lines joined by 「 / 」."""
        table = self.all("//table" + has("class", "costs"))[number]
        for line_break in table.xpath(".//br"):
            line_break.tail = "\n" + (line_break.tail or "")
        return [
            [" / ".join(cell.text_content().split("\n")) for cell in row] for row in table.xpath("./tbody/tr")
        ]


def has(attribute: str, word: str) -> str:
    """The XPath condition that an attribute holds a word among others."""
    return f"[contains(concat(' ', @{attribute}, ' '), ' {word} ')]"


def text(element: Any) -> str:
    """The text of an element with white space run together."""
    return " ".join(element.text_content().split())


def unassessed(request: Request) -> Request:
    """The request as it leaves the department, before the finance division has written."""
    return replace(
        request,
        assessment=Assessment(),
        headcount=replace(request.headcount, assessed={}),
        funding=Funding(previous=request.funding.previous, request=request.funding.request),
    )


def with_lines(*lines: Line) -> Request:
    """A small request with one cost table."""
    return Request(
        header=Header(fiscal_year="平成31年度", name="小さな事業"),
        sections=(Section("costs", heading="所要経費", costs=True),),
        groups=(CostGroup("group", title="経費", lines=lines),),
    )
