"""The rows of the cost table: groups, their lines and parts, and the rows that are only offered. No Qt widgets.

A view (``row_view``) shows some of the lines, in another order; 合計 rows keep their whole figures.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import chain, compress
from operator import attrgetter, is_not, itemgetter, ne
from typing import Final, NamedTuple

from model.document.document import Snapshot
from model.figures.figures import GroupTotals, LineTotals
from model.request.columns import WORD_FIELDS, CostColumn
from model.request.place import YEARS
from model.values.identity import new_id
from templates.sheet.cost_tables import standard_note
from ui.tables.row_view import Chosen, key_of


class RowKind(StrEnum):
    """What a row is; ``NEW`` and ``NEW_GROUP`` are offered and come to be when something is typed in them."""

    TITLE = "title"
    LINE = "line"
    NEW = "new"
    TOTAL = "total"
    NOTE = "note"
    NEW_GROUP = "new_group"


OFFERS: Final = {RowKind.NEW: "（次の行をここに入力）", RowKind.NEW_GROUP: "（新しい表の題をここに入力）"}


class Row(NamedTuple):
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


_KEY = itemgetter(0)
_LINE_ID = attrgetter("line.id")
_WORDS: Final = attrgetter(*WORD_FIELDS, "mark", "heading")


class GroupRows(NamedTuple):
    """The rows of one table.

    Attributes:
        totals: the table they are of.
        line_count: how many lines it has, parts included.
        shown: all rows that are shown, from the title to the legend; None when another view was chosen since.
    """

    totals: GroupTotals
    line_count: int
    shown: list[Row] | None


class CostRows:
    """The rows of a snapshot, those of untouched tables taken over from the snapshot before."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.keys: list[str] = []
        self._groups: dict[str, GroupRows] = {}
        self._offered_lines: dict[str, str] = {}
        self._offered_group = new_id()
        self._chosen: Chosen | None = None

    @property
    def line_count(self) -> int:
        """How many lines there are, shown or not."""
        return sum(group.line_count for group in self._groups.values())

    def choose(self, chosen: Chosen | None) -> None:
        """Show some lines only, in another order, and offer nothing; None for the sheet as it is."""
        self._chosen = chosen
        self._groups = {key: group._replace(shown=None) for key, group in self._groups.items()}

    def group_offering(self, line_id: str) -> str | None:
        """The group in which a line is offered under this id; None for a line that is there."""
        return next((group for group, offered in self._offered_lines.items() if offered == line_id), None)

    def offers_group(self, group_id: str) -> bool:
        """Whether the group is only offered."""
        return group_id == self._offered_group

    def take(self, snapshot: Snapshot) -> None:
        """Take the rows of a snapshot."""
        groups = snapshot.totals.groups
        if any(group.group.id == self._offered_group for group in groups):
            self._offered_group = new_id()
        self._groups = {group.group.id: self._rows_of(group) for group in groups}
        rows = list(chain.from_iterable(group.shown or () for group in self._groups.values()))
        if self._chosen is None:
            offered = self._offered_group
            rows.append(Row(f"group/{offered}", RowKind.NEW_GROUP, offered, offered))
        self.rows = rows
        self.keys = list(map(_KEY, rows))

    def _rows_of(self, group: GroupTotals) -> GroupRows:
        """The rows of a table; those of an untouched one are the ones of before."""
        group_id = group.group.id
        before = self._groups.get(group_id)
        if before is not None and before.totals is group and before.shown is not None:
            return before
        rows = [row for line in group.lines for row in _rows_below(line, 0, group_id)]
        return GroupRows(group, len(rows), self._shown(group, rows))

    def _shown(self, group: GroupTotals, line_rows: Iterable[Row]) -> list[Row]:
        """The rows of a table from its title to its legend; none where a view shows none of its lines."""
        group_id = group.group.id
        lines = self._chosen_of(group_id, line_rows)
        if lines is None:
            return []
        # A title being typed into the offered group keeps its key, and with it the open editor.
        rows = [Row(f"group/{group_id}", RowKind.TITLE, group_id, group_id, text=group.group.title)]
        rows.extend(lines)
        offered = self._offered_lines.get(group_id)
        if offered is None or offered in map(_LINE_ID, group.lines):  # typed or pasted into: it is there now
            offered = self._offered_lines[group_id] = new_id()
        if self._chosen is None:
            rows.append(Row(f"line/{offered}", RowKind.NEW, offered, group_id))
        rows.append(Row(f"total/{group_id}", RowKind.TOTAL, group_id, group_id, group=group))
        rows.append(Row(f"note/{group_id}", RowKind.NOTE, group_id, group_id, text=group.group.note))
        return rows

    def _chosen_of(self, group_id: str, rows: Iterable[Row]) -> Iterable[Row] | None:
        """The rows of a table's lines that the view shows; None where it shows none of them."""
        chosen = self._chosen.get(group_id) if self._chosen is not None else None
        if chosen is None:
            return rows
        by_key = {row.key: row for row in rows}
        shown = list(filter(None, map(by_key.get, chosen.shown)))
        if by_key.keys() - chosen.judged:  # lines that came since, as by pasting: they are shown at the end
            shown += [row for key, row in by_key.items() if key not in chosen.judged]
        return shown if shown or not chosen.judged else None


def _rows_below(line: LineTotals, depth: int, group_id: str) -> Iterator[Row]:
    yield Row(key_of(line), RowKind.LINE, line.line.id, group_id, depth, line)
    for part in line.parts:
        yield from _rows_below(part, depth + 1, group_id)


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
            return row.text or "（表の題）"
        case _:
            return OFFERS.get(row.kind, "")


def changed_span(before: Sequence[str], after: Sequence[str]) -> tuple[int, int, int]:
    """Where two lists of keys begin to differ, and where the part that differs ends in each."""
    head = _common(after, before)
    tail = min(_common(after[::-1], before[::-1]), min(len(after), len(before)) - head)
    return head, len(before) - tail, len(after) - tail


def changed_within(rows: Sequence[Row], before: Sequence[Row]) -> list[int]:
    """The rows that show something else than before, of as many rows."""
    differ = compress(range(len(rows)), map(is_not, rows, before))
    return [index for index in differ if rows[index] != before[index]]


def only_figures_differ(row: Row, before: Row) -> bool:
    """Whether the cells of a row beside its figures show what they showed."""
    if row.line is None or before.line is None:
        return row.kind is before.kind is RowKind.TOTAL
    return _beside_figures(row.line, row.depth) == _beside_figures(before.line, before.depth)


def _beside_figures(line: LineTotals, depth: int) -> tuple[object, ...]:
    return _WORDS(line.line), depth, line.has_object_class, bool(line.parts)


def _common(keys: Sequence[str], others: Sequence[str]) -> int:
    """How many keys two lists have in common at their head."""
    shorter = min(len(keys), len(others))
    return next((index for index, differs in enumerate(map(ne, keys, others)) if differs), shorter)
