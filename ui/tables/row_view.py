"""Views of the cost table (絞り込みと並べ替え): which lines are shown, and in which order. The request knows nothing of them.

What a view shows is decided once, when it is chosen; while amounts are typed no row moves.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from model.document.document import Snapshot
from model.figures.figures import LineTotals
from model.request.columns import OTHER_WORDS
from model.request.lines import walk
from model.request.request import CostGroup
from templates.sheet.cost_tables import shown_remark
from ui.language import QT_TRANSLATE_NOOP


class Order(StrEnum):
    """The order of lines among their siblings, in the words of the choice."""

    TABLE = QT_TRANSLATE_NOOP("ui.tables", "表の順")
    AMOUNT = QT_TRANSLATE_NOOP("ui.tables", "要求額の大きい順")
    CHANGE = QT_TRANSLATE_NOOP("ui.tables", "増減の大きい順")
    TEXT = QT_TRANSLATE_NOOP("ui.tables", "内容の順")


class RowView(NamedTuple):
    """What a writer wants to see.

    Attributes:
        words: all of them stand in 内容 or 備考 of a line that is shown; none for every line.
        order: the order of lines within their table, parts within their line.
    """

    words: str = ""
    order: Order = Order.TABLE

    @property
    def is_active(self) -> bool:
        """Whether anything is shown otherwise than in the sheet."""
        return self.filters or self.order is not Order.TABLE

    @property
    def filters(self) -> bool:
        """Whether lines may be hidden."""
        return bool(self.words.split())


class ChosenLines(NamedTuple):
    """The lines that a view shows of one table: their rows' keys in order, and the keys of all that it judged."""

    shown: tuple[str, ...]
    judged: frozenset[str]


Chosen: TypeAlias = dict[str, ChosenLines]
"""By the id of the table; in a view with words, a table without a hit shows nothing."""


def choose_lines(snapshot: Snapshot, view: RowView) -> Chosen:
    """Decide what a view shows. A hit brings its parts with it, and the lines above it."""
    words = tuple(map(_plain, view.words.split()))

    def hits(line: LineTotals) -> bool:
        others = (getattr(line.line, field) for field in OTHER_WORDS)
        text = _plain("\n".join((line.line.text, shown_remark(line, snapshot), *others)))
        return all(word in text for word in words)

    def shown(lines: tuple[LineTotals, ...], all_of_them: bool) -> Iterator[str]:
        for line in _ordered(lines, view.order):
            whole = all_of_them or hits(line)
            parts = list(shown(line.parts, whole))
            if whole or parts:
                yield key_of(line)
                yield from parts

    def judged(group: CostGroup) -> frozenset[str]:
        return frozenset(f"line/{line.id}" for line, _ in walk(group.lines))

    return {
        group.group.id: ChosenLines(tuple(shown(group.lines, not words)), judged(group.group))
        for group in snapshot.totals.groups
    }


def key_of(line: LineTotals) -> str:
    """The key of a line's row."""
    return f"line/{line.line.id}"


def _ordered(lines: tuple[LineTotals, ...], order: Order) -> tuple[LineTotals, ...] | list[LineTotals]:
    """Lines in an order; equal ones as in the table, blank ones last."""
    match order:
        case Order.AMOUNT:
            return sorted(lines, key=lambda line: _falling(line.amount.value))
        case Order.CHANGE:
            return sorted(lines, key=lambda line: _falling(None if line.change is None else abs(line.change)))
        case Order.TEXT:
            return sorted(lines, key=lambda line: (not line.line.text, _plain(line.line.text)))
        case _:
            return lines


def _falling(value: int | None) -> tuple[bool, int]:
    return value is None, -(value or 0)


def _plain(text: str) -> str:
    """Text without the difference of full and half width, large and small letters."""
    return unicodedata.normalize("NFKC", text).casefold()
