"""A text as titles, paragraphs, lists and tables, from the numbers, marks and indents that its writer gave it.

A line that opens with a mark stands under the one above it whose mark is of another kind, and beside the last one of its own
kind. Lines of one kind that stand beside each other are titles where they are short, end no sentence, and most of them
have something under them; else they are a list. What cannot be told is a paragraph, line by line as it was typed.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Final, TypeAlias

from templates.narrative.blocks import (
    Block,
    Item,
    ItemList,
    Paragraph,
    Structure,
    TextLine,
    TextTable,
    Title,
)
from templates.narrative.lines import (
    BLANKS,
    BRACKETED,
    HEADING_MARKS,
    NOTE,
    NUMBERED,
    kind_of,
    lines_of,
    width,
)
from templates.narrative.text_tables import tables_in

_LONGEST_TITLE: Final = 40
_BROKEN_BY_HAND: Final = 25  # characters after which a line that ends no sentence goes on in the next
_ENDS: Final = tuple("。．」』）)】＞>：:")
_Child: TypeAlias = "_Marked | Paragraph | TextTable"


def structure(text: str) -> Structure:
    """The structure of a text; its ``text`` is the text to the character."""
    lines, end = lines_of(text)
    root = _Marked(None, "")
    open_: list[_Marked] = [root]
    for part in tables_in(lines):
        _place(part, open_)
    return Structure(tuple(_blocks(root.children, depth=0, in_list=False)), end)


class _Marked:
    """A line with a mark, and what stands under it; the text itself has no line."""

    def __init__(self, line: TextLine | None, kind: str) -> None:
        self.lines = [line] if line else []
        self.kind = kind
        self.indent = width(line.lead) if line else -1
        self.children: list[_Child] = []

    @property
    def is_like_a_title(self) -> bool:
        words = self.lines[0].words.rstrip(BLANKS) if self.lines else ""
        return (
            self.kind in HEADING_MARKS
            and len(self.lines) == 1
            and len(words) <= _LONGEST_TITLE
            and not words.endswith(("。", "、"))
        )


def _place(part: TextLine | TextTable, open_: list[_Marked]) -> None:
    """Put a line or a table under the last of the open marks that it belongs to; those behind it are closed."""
    kind = kind_of(part) if isinstance(part, TextLine) else ""
    if isinstance(part, TextLine) and kind and kind != NOTE:
        kinds = [marked.kind for marked in open_]
        if kind in kinds:
            del open_[kinds.index(kind) :]
        while open_[-1].indent > width(part.lead):
            open_.pop()
        marked = _Marked(part, kind)
        open_[-1].children.append(marked)
        open_.append(marked)
        return
    lead = part.rows[0].lead if isinstance(part, TextTable) else part.lead
    while not _is_under(part, width(lead), open_[-1]):
        open_.pop()
    above = open_[-1]
    last = above.children[-1] if above.children else None
    if not isinstance(part, TextLine):
        above.children.append(part)
    elif not last and above.lines and not above.is_like_a_title and _goes_on(above.lines[-1], part):
        above.lines.append(part)
    elif isinstance(last, Paragraph) and kind != NOTE and _goes_on(last.lines[-1], part):
        above.children[-1] = Paragraph((*last.lines, part))
    else:
        above.children.append(Paragraph((part,)))


def _is_under(part: TextLine | TextTable, indent: int, marked: _Marked) -> bool:
    if indent > marked.indent or marked.is_like_a_title:
        return True
    return isinstance(part, TextLine) and not marked.children and _goes_on(marked.lines[-1], part)


def _goes_on(line: TextLine, below: TextLine) -> bool:
    """Whether a sentence of a line goes on in the one below it."""
    words = line.words.rstrip(BLANKS)
    return below.above == "\n" and len(words) >= _BROKEN_BY_HAND and not words.endswith(_ENDS)


def _blocks(children: list[_Child], depth: int, *, in_list: bool) -> Iterator[Block]:
    """What stands under a mark, or in the whole text, in order."""
    for kind, run in groupby(children, key=lambda child: child.kind if isinstance(child, _Marked) else ""):
        marked: list[_Marked] = []
        for child in run:
            if isinstance(child, _Marked):
                marked.append(child)
            else:
                yield child
        if not marked:
            continue
        if not in_list and _are_titles(marked):
            for title in marked:
                yield Title(title.lines[0], depth)
                yield from _blocks(title.children, depth + 1, in_list=False)
        elif kind == BRACKETED:
            for line in marked:
                yield Paragraph(tuple(line.lines))
                yield from _blocks(line.children, depth, in_list=in_list)
        else:
            yield from _list(marked, depth)


def _are_titles(marked: list[_Marked]) -> bool:
    """Whether lines that stand beside each other are titles: short, and most of them head something."""
    return (
        all(each.is_like_a_title for each in marked)
        and 2 * sum(bool(each.children) for each in marked) > len(marked)
    )  # fmt: skip


def _list(marked: list[_Marked], depth: int) -> Iterator[Block]:
    """Lines that stand beside each other as a list; what follows the last one without an indent stands below the list."""
    last = marked[-1]
    below: list[_Child] = []
    while last.children and _is_beside(last.children[-1], last):
        below.insert(0, last.children.pop())
    items = tuple(
        Item(tuple(each.lines), tuple(_blocks(each.children, depth, in_list=True))) for each in marked
    )
    yield ItemList(items, marked[0].kind in NUMBERED)
    yield from _blocks(below, depth, in_list=True)


def _is_beside(child: _Child, marked: _Marked) -> bool:
    """Whether something that was taken to stand under a mark is indented no further than it."""
    if isinstance(child, _Marked):
        return False
    first = child.lines[0] if isinstance(child, Paragraph) else child.rows[0]
    return width(first.lead) <= marked.indent
