"""The rows of the cost table: groups, their lines and parts, and the rows that are only offered. No Qt widgets.

A view (絞り込みと並べ替え) shows some of the lines, in another order; 合計 rows keep their whole figures. The request knows nothing
of it. What it shows is decided once, when it is chosen; while amounts are typed no row moves.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Final, NamedTuple, TypeAlias

import msgspec

from model.document.document import Snapshot
from model.figures.figures import GroupTotals, LineTotals
from model.incremental.results import Results
from model.request.columns import OTHER_WORDS, CostColumn
from model.request.lines import walk
from model.request.place import YEARS
from model.request.request import CostGroup
from model.values.identity import new_id
from templates.sheet.cost_tables import shown_remark, standard_note
from ui.language import QT_TRANSLATE_NOOP, translate


class RowKind(StrEnum):
    """What a row is; ``NEW`` and ``NEW_GROUP`` are offered and come to be when something is typed in them."""

    TITLE = "title"
    LINE = "line"
    NEW = "new"
    TOTAL = "total"
    NOTE = "note"
    NEW_GROUP = "new_group"


OFFERS: Final[Mapping[RowKind, str]] = {
    RowKind.NEW: QT_TRANSLATE_NOOP("ui.costs", "（次の行をここに入力）"),
    RowKind.NEW_GROUP: QT_TRANSLATE_NOOP("ui.costs", "（新しい表の題をここに入力）"),
}


class Row(msgspec.Struct, frozen=True):
    """A row; ``key`` stays the same while a row goes from offered to real.

    Rows compare by what they show: a title whose table changed below it is the same row.
    """

    key: str
    kind: RowKind
    id: str
    group_id: str
    depth: int = 0
    line: LineTotals | None = None
    group: GroupTotals | None = None  # the 合計 row's
    text: str = ""  # the title or the legend as typed


class Order(StrEnum):
    """The order of lines among their siblings, in the words of the choice."""

    TABLE = QT_TRANSLATE_NOOP("ui.costs", "表の順")
    AMOUNT = QT_TRANSLATE_NOOP("ui.costs", "要求額の大きい順")
    CHANGE = QT_TRANSLATE_NOOP("ui.costs", "増減の大きい順")
    TEXT = QT_TRANSLATE_NOOP("ui.costs", "内容の順")


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


class CostRows:
    """Lists the rows of a snapshot; keeps the ids of the offered rows, and which lines a view shows.

    Attributes:
        chosen: the lines that are shown, in their order, and no offers; None for the sheet as it is.
    """

    def __init__(self) -> None:
        self.chosen: Chosen | None = None
        self._offered_lines: dict[str, str] = {}
        self._offered_group = new_id()
        self._results = Results()

    def group_offering(self, line_id: str) -> str | None:
        """The group in which a line is offered under this id; None for a line that is there."""
        return next((group for group, offered in self._offered_lines.items() if offered == line_id), None)

    def offers_group(self, group_id: str) -> bool:
        """Whether the group is only offered."""
        return group_id == self._offered_group

    def rows_of(self, snapshot: Snapshot) -> list[Row]:
        """The rows of a snapshot from the first to the last."""
        self._results.begin()
        groups = snapshot.totals.groups
        if any(group.group.id == self._offered_group for group in groups):  # typed into: it is there now
            self._offered_group = new_id()
        rows = [row for group in groups for row in self._rows_of_group(group)]
        if self.chosen is None:
            offered = self._offered_group
            rows.append(Row(f"group/{offered}", RowKind.NEW_GROUP, offered, offered))
        return rows

    def _rows_of_group(self, group: GroupTotals) -> list[Row]:
        """The rows of a table from its title to its legend; none where a view shows none of its lines."""
        group_id = group.group.id
        lines = self._results.of(_rows_of_lines, group)
        chosen = self.chosen.get(group_id) if self.chosen is not None else None
        if chosen is not None:
            lines = _shown(lines, chosen)
            if chosen.judged and not lines:
                return []
        # A title being typed into the offered group keeps its key, and with it the open editor.
        rows = [Row(f"group/{group_id}", RowKind.TITLE, group_id, group_id, text=group.group.title), *lines]
        offered = self._offered_lines.get(group_id)
        if offered is None or any(line.line.id == offered for line in group.lines):
            offered = self._offered_lines[group_id] = new_id()
        if self.chosen is None:
            rows.append(Row(f"line/{offered}", RowKind.NEW, offered, group_id))
        rows.append(Row(f"total/{group_id}", RowKind.TOTAL, group_id, group_id, group=group))
        rows.append(Row(f"note/{group_id}", RowKind.NOTE, group_id, group_id, text=group.group.note))
        return rows


def _shown(rows: list[Row], chosen: ChosenLines) -> list[Row]:
    """The rows that a view shows; lines that were added since, as by pasting, are at the end."""
    by_key = {row.key: row for row in rows}
    shown = [by_key[key] for key in chosen.shown if key in by_key]
    return shown + [row for row in rows if row.key not in chosen.judged]


def _rows_of_lines(group: GroupTotals) -> list[Row]:
    rows: list[Row] = []
    _add_rows(rows, group.lines, 0, group.group.id)
    return rows


def _add_rows(rows: list[Row], lines: tuple[LineTotals, ...], depth: int, group_id: str) -> None:
    """Add the rows of lines, and below each those of its parts."""
    for line in lines:
        rows.append(Row(key_of(line), RowKind.LINE, line.line.id, group_id, depth, line))
        if line.parts:
            _add_rows(rows, line.parts, depth + 1, group_id)


def takes(row: Row, column: CostColumn) -> bool:
    """Whether something can be typed in the cell of a row."""
    match row.kind:
        case RowKind.LINE | RowKind.NEW:
            return bool(column.fields)
        case RowKind.TOTAL:
            return column.key in YEARS
        case _:
            return column.key == "text"


def text_of(row: Row, snapshot: Snapshot) -> str:
    """The words in the first cell of a row."""
    match row.kind:
        case RowKind.LINE if row.line is not None:
            line = row.line.line
            return snapshot.standard.mark_label(line.mark) + line.text
        case RowKind.TOTAL:
            return snapshot.standard.printing.total_label
        case RowKind.NOTE:
            return row.text or standard_note(snapshot)
        case RowKind.TITLE:
            return row.text or translate("ui.costs", "（表の題）")
        case _:
            return translate("ui.costs", OFFERS[row.kind]) if row.kind in OFFERS else ""


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
