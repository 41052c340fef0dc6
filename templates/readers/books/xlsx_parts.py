"""The parts of a workbook of the kind .xlsx: how they name each other, the texts and the styles that its cells share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote

from lxml import etree

from templates.readers.books.archive import Archive, beside, elements, plain
from templates.readers.books.cells import unescape
from templates.readers.books.formats import BUILT_IN, GENERAL


class Style(NamedTuple):
    """What a cell's style says of it: its number format, "" for a plain one, and its indent."""

    code: str
    indent: int


class Relation(NamedTuple):
    """The link from one part to another: its id, its kind, and the name of the other part."""

    id: str
    kind: str
    target: str


def main_part(archive: Archive) -> str:
    """The name of the part that a document of Microsoft's kind begins with, "" where there is none."""
    try:
        named = list(relations(archive, ""))
    except etree.LxmlError:  # damaged: the part may stand under its usual name
        named = []
    for relation in named:
        if relation.kind == "officeDocument" and relation.target in archive:
            return relation.target
    return "xl/workbook.xml" if "xl/workbook.xml" in archive else ""


def relations(archive: Archive, part: str) -> Iterator[Relation]:
    """The parts that a part names; of the whole file for the part ""."""
    folder, _, name = plain(part).rpartition("/")
    path = f"{folder}/_rels/{name}.rels"
    if path not in archive:
        return
    for relation in tree(archive, path).iterfind("{*}Relationship"):
        target = str(relation.get("Target", ""))
        if relation.get("TargetMode") != "External":
            full = beside(part, target)
            full = full if full in archive else beside(part, unquote(target))
            kind = str(relation.get("Type", "")).rpartition("/")[2]
            yield Relation(str(relation.get("Id", "")), kind, full)


def tree(archive: Archive, part: str) -> etree._Element:
    """The root element of a part, parsed without entities and without the network."""
    return etree.fromstring(
        archive.read(part), etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    )


def local(element: etree._Element) -> str:
    """The name of an element without its namespace; "" for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def strings_of(archive: Archive, part: str) -> list[str]:
    """The texts that cells share."""
    if part not in archive:
        return []
    with archive.open(part) as file:
        return [unescape(text_of(item)) for item in elements(file, "{*}si")]


def text_of(element: etree._Element) -> str:
    """The text of a string, all of its runs, without furigana."""
    found = ""
    for inner in element:
        match local(inner):
            case "t":
                found += inner.text or ""
            case "r":
                found += "".join(text.text or "" for text in inner if local(text) == "t")
    return found


def styles_of(archive: Archive, part: str) -> list[Style]:
    """The styles of cells, in the order in which cells refer to them by number."""
    if part not in archive:
        return []
    codes = dict(BUILT_IN)
    found: list[Style] = []
    with archive.open(part) as file:
        for element in elements(file, "{*}numFmt", "{*}xf"):
            above = element.getparent()
            match local(above) if above is not None else "":
                case "numFmts":
                    codes[int(element.get("numFmtId", "0"))] = unescape(str(element.get("formatCode", "")))
                case "cellXfs":
                    code = codes.get(int(element.get("numFmtId", "0")), GENERAL)
                    alignment = element.find("{*}alignment")
                    indent = int(float(alignment.get("indent", "0"))) if alignment is not None else 0
                    found.append(Style("" if code in (GENERAL, "@") else code, indent))
    return found
