"""Copying into cost lines as one edit: a block of cells from Excel, LibreOffice or our own table, a line filled down (下へコピー)."""

from __future__ import annotations

import io
from collections.abc import Callable, Collection, Sequence
from typing import Final, Literal, NamedTuple, TypeAlias

import msgspec
from msgspec.structs import replace

from model.edits.basis import read_figure
from model.edits.declared import release_agreeing
from model.edits.fields import read, type_text
from model.edits.structure import add_group, append_lines
from model.request import place
from model.request.columns import COST_COLUMNS, LineField
from model.request.lines import change_line, change_lines, find, lines_in, nested, path_to, walk
from model.request.place import YEARS
from model.request.request import MAX_DEPTH, CostGroup, Line, Request
from model.standard.standard import Standard
from model.totals.totals import totals
from model.values.amount import Amount
from model.values.identity import new_id
from model.values.pattern import lazy_pattern

LINE_COLUMNS: Final = tuple(column.fields[0] for column in COST_COLUMNS if column.fields)
"""The fields of the columns in which one types, from the left."""

_QUOTED: Final = lazy_pattern(r'"([^"]*+(?:""[^"]*+)*)"(?=[\t\n]|\Z)')
_NEEDS_QUOTES: Final = lazy_pattern(r'[\t\n]|""')
_BARE: Final = lazy_pattern(r"[^\t\n]*+")

Block: TypeAlias = list[list[str]]
Cells: TypeAlias = Sequence[Sequence[str | None]]
"""Rows of cells, one for each field that they fill; None leaves what is there."""


class CopiedRow(msgspec.Struct, frozen=True):
    """What a row was in the cost tables from which it was copied.

    Attributes:
        kind: a title, a line, the row that offers the next line or table, the 合計, or the legend below it.
        depth: how far a line is set in: 0 for a line, 1 for a part of it.
        mark: the key of a line's mark; None where its words were not copied.
        heading: whether a line is a heading; None likewise.
    """

    kind: Literal["title", "line", "new", "total", "note", "new_group"] = "line"
    depth: int = 0
    mark: str | None = None
    heading: bool | None = None


class Clip(NamedTuple):
    """What is pasted: the cells, and what each row was, where it was copied from our own cost tables.

    ``fills`` says whether the block was repeated until it fills what is selected.
    """

    block: Block
    rows: tuple[CopiedRow, ...] = ()
    fills: bool = False


class PastedTable(NamedTuple):
    """What is pasted, as lines of a cost table.

    Attributes:
        columns: what the cells of a row fill.
        depths: how far a row is set in below another.
        title: the title above the lines; None leaves it.
        note: the legend below; None leaves it.
    """

    columns: tuple[LineField, ...]
    rows: Cells
    depths: Sequence[int] = ()
    title: str | None = None
    note: str | None = None


def parse_block(text: str) -> Block:
    """The cells of copied text: tabs between cells, line breaks between rows.

    Excel puts quotes around a cell that holds a line break or a tab, and doubles those within it; in a row without such a
    cell quotes are the cells' own. The line break that ends the last row adds no row.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    if '"' not in lines:
        whole = lines.removesuffix("\n").split("\n") if lines else []
        return [text.split("\t") if text else [] for text in whole]
    rows: Block = []
    row: list[str] = []
    quoted: dict[int, str] = {}
    place = 0
    while place < len(lines) or row:
        found = _QUOTED.match(lines, place)
        if found is not None:
            quoted[len(row)] = found[1]
        else:
            found = _BARE.match(lines, place)
            assert found is not None
        row.append(found[0])
        end, place = found.end(), found.end() + 1
        if lines[end:place] != "\t":
            if any(not cell or _NEEDS_QUOTES.search(cell) for cell in quoted.values()):
                row = [
                    quoted[column].replace('""', '"') if column in quoted else cell
                    for column, cell in enumerate(row)
                ]
            rows.append(row if len(row) > 1 or found[0] else [])
            row, quoted = [], {}
    return rows


def format_block(rows: Block) -> str:
    """Cells as text for the clipboard, in the form Excel reads."""
    import csv

    out = io.StringIO(newline="")
    csv.writer(out, dialect="excel-tab", lineterminator="\n").writerows(rows)
    return out.getvalue()


def repeat_over(block: Block, rows: int, columns: int) -> Block | None:
    """The block repeated until it fills a selection, as Excel does; None where it does not fit into it several times."""
    width = len(block[0]) if block else 0
    if not width or any(len(row) != width for row in block) or (rows, columns) == (len(block), width):
        return None
    if rows % len(block) or columns % width:
        return None
    return [row * (columns // width) for row in block] * (rows // len(block))


def paste_tables(
    request: Request,
    group_id: str,
    tables: Sequence[PastedTable],
    line_ids: Callable[[str], Sequence[str]],
    standard: Standard,
) -> Request:
    """Put tables into the cost tables from one on; each beyond the last becomes a new one.

    The first goes to the cost table of an id, which comes to be where it is not there; ``line_ids`` gives the lines of a cost table that
    take the first rows, by its id.
    """
    before = request
    ids = [group.id for group in request.groups]
    taking = ids[ids.index(group_id) :] if group_id in ids else [group_id]
    taking += [new_id() for _ in range(len(tables) - len(taking))]
    for taker, table in zip(taking, tables, strict=False):
        if taker not in ids:
            request = add_group(request, CostGroup(taker))
        for field, text in (("title", table.title), ("note", table.note)):
            if text is not None:
                request = type_text(request, f"group/{taker}/{field}", text)
        request = paste_lines(request, taker, line_ids(taker), table.columns, table.rows, table.depths)
    return _follow_parts_again(before, request, standard)


def paste_lines(
    request: Request,
    group_id: str,
    line_ids: Sequence[str],
    columns: Sequence[LineField],
    rows: Cells,
    depths: Sequence[int] = (),
) -> Request:
    """Put rows of cells, which fill some columns, into lines in the order of the sheet; rows beyond the last become new lines of a group.

    ``depths`` says how far a row is set in; a new line that is set in becomes a part of the line above it.
    """
    values = [_values(row, columns) for row in rows]
    levels = [*depths, *[0] * (len(values) - len(depths))]
    taken = min(len(line_ids), len(values))
    request = change_lines(request, dict(zip(line_ids, values, strict=False)))
    new = [
        (level, replace(Line(new_id()), **value))
        for level, value in zip(levels[taken:], values[taken:], strict=True)
    ]
    if taken and new and new[0][0] > levels[taken - 1]:
        request, new = _with_parts(request, line_ids[taken - 1], levels[taken - 1], new)
    return append_lines(request, group_id, *nested(new))


def fill_lines(
    request: Request, source_id: str, line_ids: Collection[str], fields: Collection[str]
) -> Request:
    """Copy some fields of a line into others, as they are held: typed, unreadable, or blank."""
    source = find(request, source_id)
    if source is None:
        return request
    values = {field: getattr(source, field) for field in fields}
    return change_lines(request, dict.fromkeys(line_ids, values))


def _follow_parts_again(before: Request, after: Request, standard: Standard) -> Request:
    """The request after a paste where a figure put on a line that equals the sum of its parts is left to them.

    What had been typed there before the paste stays typed.
    """
    same, known = set(map(id, before.groups)), {line.id: line for line in lines_in(before)}
    places = {
        place.line(line.id, year)
        for group in after.groups
        if id(group) not in same
        for line, _ in walk(group.lines)
        for year in YEARS
        if line.parts and getattr(line, year) is not None and getattr(known.get(line.id), year, None) is None
    }
    return release_agreeing(after, totals(after, standard), standard, places) if places else after


def _with_parts(
    request: Request, line_id: str, level: int, new: list[tuple[int, Line]]
) -> tuple[Request, list[tuple[int, Line]]]:
    """The request with the first new lines as parts of the line above them, and the rest of the new lines."""
    end = next((index for index, (depth, _) in enumerate(new) if depth <= level), len(new))
    room = MAX_DEPTH - len(path_to(request, line_id))
    if not room:
        return request, new
    parts = nested(new[:end], room)
    request = change_line(request, line_id, lambda line: replace(line, parts=line.parts + parts))
    return request, new[end:]


def _values(row: Sequence[str | None], columns: Sequence[LineField]) -> dict[str, Amount]:
    """The fields that a row of cells fills."""
    cells = {field: cell for field, cell in zip(columns, row, strict=False) if cell is not None}
    values: dict[str, Amount] = {}
    for field, cell in cells.items():
        if field == "amount":  # over a cell with a basis, a pasted figure takes its place, as in Excel
            values["amount"], values["basis"] = read_figure(cell)
        elif field == "heading":
            values["heading"] = bool(cell)
        elif field != "basis":
            values[field] = read(place.line("", field), cell)
    if cells.get("basis"):
        values["basis"] = cells["basis"]
    return values
