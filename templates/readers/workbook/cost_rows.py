"""The cost tables after people changed their rows: lines inserted, deleted, sorted, moved to another table.

A line's place in the tree follows from its place on the sheet: a part belongs to the line above it. Only tables whose
rows changed are built anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from msgspec.structs import replace

from model.edits.fields import clean_text, read
from model.language import phrase
from model.request import place
from model.request.columns import PRINTED_WORDS
from model.request.lines import lines_in, nested, walk
from model.request.place import YEARS, Place
from model.request.request import CostGroup, Line, Request
from model.standard.standard import Standard
from model.values.amount import Amount, format_amount
from model.values.identity import new_id
from templates.readers.books.cells import Value
from templates.readers.labels import split_mark
from templates.readers.workbook.number_formats import ask, shown_otherwise
from templates.readers.workbook.page_now import PageNow
from templates.readers.workbook.report import UNREADABLE, Report, gone_line_text
from templates.workbook.tables import TEXT_COLUMNS

_ADDED: Final = phrase("追加された行の額です。")
_PARTS_INDENT: Final = 2  # of the text of a part, for each level


class Found(NamedTuple):
    """A line as it stands now: its depth, and whether the row was inserted."""

    depth: int
    line: Line
    is_new: bool
    row: int


class _Written(NamedTuple):
    """A line as it was written, with the id of its table and those of the lines that it is a part of."""

    line: Line
    group: str
    above: tuple[str, ...]


class CostRows:
    """Reads the rows of the cost tables in their order.

    Attributes:
        found: the lines of each table as they stand now.
    """

    def __init__(self, request: Request, standard: Standard, page: PageNow, report: Report) -> None:
        self._standard, self._page, self._report = standard, page, report
        self._lines = {
            line.id: _Written(line, group.id, above)
            for group in request.groups
            for line, above in _with_above(group.lines)
        }
        self.found: dict[str, list[Found]] = {group.id: [] for group in request.groups}
        self._seen: set[str] = set()
        # Where the cells of a column stand on the sheet, by its key.
        self._columns = {
            cell.place.rpartition("/")[2]: cell.column
            for cells in page.memory.page.values()
            for cell in cells
            if cell.place.startswith(("line/", "group/"))
        }

    def keyed(self, line_id: str, group_id: str, row: int) -> None:
        """The row of a known line, in a table (or below all that are known, then it stays in its own)."""
        if line_id not in self._lines or line_id in self._seen:
            return
        self._seen.add(line_id)
        line, group, above = self._lines[line_id]
        self.found[group_id if group_id in self.found else group].append(
            Found(len(above), line, is_new=False, row=row)
        )

    def inserted(self, row: int, group_id: str) -> None:
        """A row that people inserted into a table."""
        texts = self._page.texts(row)
        line = self._new_line(texts, row)
        above = self.found[group_id][-1].depth if self.found[group_id] else 0
        indent = self._page.indent(row, TEXT_COLUMNS[0])
        depth = above if indent is None else indent // _PARTS_INDENT
        self.found[group_id].append(Found(depth, line, is_new=True, row=row))
        self._report.change(
            row, 0, phrase("追加された行"), "", "\t".join(_said(texts[column]) for column in sorted(texts))
        )

    def _new_line(self, texts: dict[int, Value], row: int) -> Line:
        words = [
            str(texts[column]) for column in range(TEXT_COLUMNS[0], TEXT_COLUMNS[1] + 1) if column in texts
        ]
        mark, text = split_mark(clean_text("".join(words)), self._standard)
        line_id = new_id()
        beside = {
            column.fields[0]: clean_text(str(texts.get(self._columns.get(column.key, 0), "")))
            for column in PRINTED_WORDS
        }
        previous, amount = (self._amount(texts, place.line(line_id, year), row) for year in YEARS)
        return replace(Line(line_id, text, previous, amount, mark=mark), **beside)

    def _amount(self, texts: dict[int, Value], where: Place, row: int) -> Amount:
        column = self._columns.get(where.rpartition("/")[2], 0)
        value: Value | None = texts.get(column)
        at = (row, self._page.column_now(column) or 0)
        shown = shown_otherwise(self._page.sheet, at)
        if shown is not None:
            is_shown = shown.amount is not None
            ask(self._report, at, where, shown, is_shown=is_shown, why=_ADDED)
            value = shown.amount if is_shown else value
        amount = None if value is None else read(where, str(value))
        if isinstance(amount, str):
            self._report.unread(row, column, amount, UNREADABLE)
        return amount

    def rebuilt(self, request: Request) -> Request:
        """The request with the lines as they stand now, the changes listed."""
        lines = {line.id: line for line in lines_in(request)}
        kept = {line.id for group in self.found.values() for _, line, is_new, _ in group if not is_new}
        self._list_deleted(kept)
        groups: list[CostGroup] = []
        for group in request.groups:
            before = [line.id for line, _ in walk(group.lines)]
            now = [
                found if found.is_new else found._replace(line=lines[found.line.id])
                for found in self.found[group.id]
            ]
            if [found.line.id for found in now] == before:
                groups.append(group)
                continue
            self._list_order(group, before, now)
            lines_now = [
                (depth, found.line) for depth, found in zip(self._depths(now, kept), now, strict=True)
            ]
            groups.append(replace(group, lines=nested(lines_now)))
        return replace(request, groups=tuple(groups))

    def _depths(self, now: list[Found], kept: set[str]) -> list[int]:
        """Depths where a line whose own line is gone moves up; an inserted one lies between its neighbours."""
        depths = [
            found.depth if found.is_new else sum(above in kept for above in self._lines[found.line.id].above)
            for found in now
        ]
        for index, found in enumerate(now):
            if found.is_new:
                above = depths[index - 1] if index else 0
                below = next((depths[at] for at in range(index + 1, len(now)) if not now[at].is_new), 0)
                least, most = sorted((above, below))
                depths[index] = most if below > above else min(max(found.depth, least), most)
        return depths

    def _list_deleted(self, kept: set[str]) -> None:
        gone = {cell.place: (row, cell) for row in self._page.gone() for cell in self._page.memory.page[row]}
        for line_id, (line, *_) in self._lines.items():
            where = place.line(line_id, "amount")
            if line_id not in kept and where in gone:
                row, written = gone[where]
                said = gone_line_text(line.text, read(where, written.gave or written.text))
                name = self._report.names.line_name(line_id)
                self._report.change(row, 0, phrase("消された行「{name}」", name=name), said, "")

    def _list_order(self, group: CostGroup, before: list[str], now: list[Found]) -> None:
        title = self._report.names.group_name(group.id)
        stayed = [found for found in now if not found.is_new and self._lines[found.line.id].group == group.id]
        order = [found.line.id for found in stayed]
        known = set(order)
        was = [line_id for line_id in before if line_id in known]
        if order != was:
            first = next(index for index, (old, new) in enumerate(zip(was, order, strict=True)) if old != new)
            names = ["、".join(map(self._report.names.line_name, ids[first:])) for ids in (was, order)]
            what = phrase("「{title}」の行の並べ替え", title=title)
            self._report.change(stayed[first].row, 0, what, *names)
        for found in now:
            own = "" if found.is_new else self._lines[found.line.id].group
            if own not in ("", group.id):
                what = phrase("「{name}」の表", name=self._report.names.line_name(found.line.id))
                self._report.change(found.row, 0, what, self._report.names.group_name(own), title)


def _with_above(
    lines: tuple[Line, ...], above: tuple[str, ...] = ()
) -> Iterator[tuple[Line, tuple[str, ...]]]:
    for line in lines:
        yield line, above
        yield from _with_above(line.parts, (*above, line.id))


def _said(value: Value) -> str:
    """A cell of a row of the cost tables as it is listed: 「1,450千円」, words."""
    return f"{format_amount(value)}千円" if isinstance(value, int) else str(value)
