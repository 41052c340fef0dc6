"""Rows of a cost table as the lines of a cost group: marks, parts, the 合計, commitments in the remarks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import msgspec
from msgspec.structs import replace

from model.claims.commitment_year_words import worded_in
from model.request.multi_year import Commitment
from model.request.request import CostGroup, Line
from model.standard.standard import Standard
from model.values.fiscal_year import FiscalYear
from model.values.identity import new_id
from templates.readers.labels import split_mark

FIRST_OF_SEVERAL: Final = re.compile(r"\s*(?:[(（][1１][)）]|①|ア[\s　]|[(（]ア[)）]|うち|[(（]うち)")
_ONE_OF_SEVERAL: Final = re.compile(r"\s*(?:[(（][0-9０-９ア-ン][)）]|[①-⑳]|[ア-ン][\s　]|うち|[(（]うち)")
_OF_WHICH: Final = re.compile(r"\s*[(（]?うち")
_MOST_PARTS: Final = 12


class Row(msgspec.Struct, frozen=True):
    """A row as it was read, figures in 千円.

    Attributes:
        is_part: whether the table itself shows that it belongs to the one above.
        words: of further columns, by the field of a line.
    """

    text: str
    previous: int | None = None
    amount: int | None = None
    remark: str = ""
    is_part: bool = False
    words: dict[str, str] = msgspec.field(default_factory=dict)

    @property
    def has_figures(self) -> bool:
        """Whether any figure stands on it."""
        return self.previous is not None or self.amount is not None


class _Node(msgspec.Struct, frozen=True):
    row: Row
    parts: tuple[Row, ...] = ()


def with_words(row: Row, below: Row) -> Row:
    """A row with the words of the one below it, which has no text and no figures of its own."""
    remark = "\n".join(filter(None, (row.remark, below.remark)))
    others = (*row.words, *below.words)
    words = {
        field: "\n".join(filter(None, (row.words.get(field), below.words.get(field)))) for field in others
    }
    return replace(row, remark=remark, words=words)


def adds_up(rows: Sequence[Row], total: Row) -> bool:
    """Whether a row may be the 合計 of the rows above it, with or without the parts among them."""
    return bool(rows) and total.has_figures and _nested(rows, total) is not None


def cost_group(
    rows: Sequence[Row], total: Row | None, title: str, note: str, year: FiscalYear, standard: Standard
) -> tuple[CostGroup, tuple[Commitment, ...]]:
    """The rows as a group, with the commitments that their remarks name."""
    nodes = (_nested(rows, total) if total else None) or _plain(rows)
    commitments: list[Commitment] = []
    lines = tuple(_line(node.row, node.parts, year, standard, commitments) for node in nodes)
    return CostGroup(
        new_id(), title, note, total.previous if total else None, total.amount if total else None, lines
    ), tuple(commitments)


def _nested(rows: Sequence[Row], total: Row) -> list[_Node] | None:
    """The rows under one another so that they add up to the total; None where they do not."""
    plain = _plain(rows)
    if _sums(plain, total):
        return plain
    nodes: list[_Node] = []
    index = 0
    while index < len(plain):
        node = plain[index]
        count = 0 if node.parts else _parts_below(plain, index)
        nodes.append(
            _Node(node.row, tuple(part.row for part in plain[index + 1 : index + 1 + count]))
            if count
            else node
        )
        index += 1 + count
    return nodes if _sums(nodes, total) else None


def _plain(rows: Sequence[Row]) -> list[_Node]:
    """The rows under one another as far as the table shows it: (1)… below a heading, うち… that make up their row."""
    nodes: list[_Node] = []
    for row in rows:
        above = nodes[-1] if nodes else None
        heads = above is not None and not above.row.has_figures
        if above is not None and (row.is_part or (heads and _ONE_OF_SEVERAL.match(row.text))):
            nodes[-1] = replace(above, parts=(*above.parts, row))
        else:
            nodes.append(_Node(row))
    return _of_which(nodes)


def _of_which(nodes: list[_Node]) -> list[_Node]:
    """うち… rows as parts where they make up the row above, else as words of its remark: they are no further cost."""
    kept: list[_Node] = []
    index = 0
    while index < len(nodes):
        node = nodes[index]
        end = index + 1
        while end < len(nodes) and not nodes[end].parts and _OF_WHICH.match(nodes[end].row.text):
            end += 1
        some = [node.row for node in nodes[index + 1 : end]]
        if some and not node.parts and not _OF_WHICH.match(node.row.text):
            if _makes_up(some, node.row):
                node = _Node(node.row, tuple(some))
            else:
                words = [_in_words(row) for row in some]
                node = _Node(replace(node.row, remark="\n".join(filter(None, (node.row.remark, *words)))))
            index = end
        else:
            index += 1
        kept.append(node)
    return kept


def _in_words(row: Row) -> str:
    """A row as words, both years as published pages write them: 「うち旅費 1,000千円(前年900千円)」."""
    amount = "" if row.amount is None else f" {row.amount:,}千円"
    previous = "" if row.previous is None else f"(前年{row.previous:,}千円)"
    return f"{row.text}{amount}{previous} {row.remark} {' '.join(row.words.values())}".strip()


def _parts_below(nodes: Sequence[_Node], index: int) -> int:
    """How many rows below one are its parts, because they make it up; at least two."""
    for count in range(2, min(_MOST_PARTS, len(nodes) - index - 1) + 1):
        below = nodes[index + 1 : index + 1 + count]
        if any(line.parts for line in below):
            return 0
        if _makes_up([line.row for line in below], nodes[index].row):
            return count
    return 0


def _makes_up(parts: Sequence[Row], whole: Row) -> bool:
    if not whole.amount or sum(part.amount or 0 for part in parts) != whole.amount:
        return False
    previous = [part.previous for part in parts if part.previous is not None]
    return not previous or sum(previous) == whole.previous


def _sums(nodes: Sequence[_Node], total: Row) -> bool:
    def of(node: _Node, year: str) -> int:
        own: int | None = getattr(node.row, year)
        return own if own is not None else sum(getattr(part, year) or 0 for part in node.parts)

    return all(
        getattr(total, year) is None or sum(of(node, year) for node in nodes) == getattr(total, year)
        for year in ("previous", "amount")
    )


def _line(
    row: Row, parts: Sequence[Row], year: FiscalYear, standard: Standard, commitments: list[Commitment]
) -> Line:
    identity = new_id()
    mark, text = split_mark(row.text, standard)
    remark, said = worded_in(row.remark, standard.commitments, year)
    commitments.extend(Commitment(new_id(), identity, period, status) for status, period in said)
    return Line(
        identity,
        text.strip() if mark else text,
        row.previous,
        row.amount,
        remark,
        mark=mark,
        **row.words,
        heading=bool(parts) and not row.has_figures and not remark,
        parts=tuple(_line(part, (), year, standard, commitments) for part in parts),
    )
