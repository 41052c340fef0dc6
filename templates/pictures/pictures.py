"""The pictures of a request: funding of two years, cost groups against last year, commitments by year, total cost, people.

Each is made of what the sheet prints; where a figure cannot be read there is no picture of its table, for half of it would
mislead.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from model.document.document import Snapshot
from model.standard.parts import Words
from model.totals.outlook import outlook, unshown
from model.values.amount import format_amount, format_change
from templates.pictures.bars import WIDTH, Bar, Chart, Part, draw
from templates.pictures.drawing import PALE, TONES, Drawing
from templates.sheet.blocks import Cell, CostRow, CostTable, FigureRow, FigureTable, PeopleCell
from templates.sheet.sheet import Sheet

_UNIT: Final = "単位:千円"
_MOST_COSTS: Final = 12
_MOST_YEARS: Final = 30


def pictures(snapshot: Snapshot, sheet: Sheet, width: float = WIDTH, minus: str = "") -> dict[str, Drawing]:
    """The pictures that a request has something for, by their key (``PictureKey`` of the Standard).

    A negative amount has the sign ``minus``; "" is for that of the screen.
    """
    minus = minus or snapshot.standard.printing.minus_on_screen
    made = (
        _total_cost(sheet.total_cost, minus),
        _headcount(sheet.total_cost),
        _costs(sheet, snapshot.standard.words, minus),
        _commitments(snapshot, minus),
        _funding(sheet.funding, minus),
    )
    return {chart.key: draw(chart, width) for chart in made if chart}


def _funding(table: FigureTable | None, minus: str) -> Chart | None:
    """The sources of this year's request and of the year before, side by side in one bar each."""
    if table is None:
        return None
    rows = table.rows
    first, last = 1, len(table.columns) - 1  # 事業費 is the whole; 一般財源 stands last
    used = [index for index in range(first, last + 1) if any(_size(row.cells[index]) for row in rows)]
    tones = {
        index: 0 if index == last else 1 + number % (len(TONES) - 1) for number, index in enumerate(used)
    }
    bars = [
        _bar(
            row,
            row.cells[0],
            [(table.columns[index].label, row.cells[index], tones[index]) for index in used],
            minus,
        )
        for row in rows
    ]
    return _drawn("funding", table.title, bars)


def _total_cost(table: FigureTable | None, minus: str) -> Chart | None:
    """事業費 and 人件費 of each row of the total-cost table."""
    if table is None:
        return None
    named = {column.key: index for index, column in enumerate(table.columns)}
    if not {"expense", "labour", "total"} <= named.keys():
        return None
    bars = [
        _bar(
            row,
            row.cells[named["total"]],
            [
                (table.columns[named[key]].label, row.cells[named[key]], tone)
                for key, tone in (("expense", 0), ("labour", 1))
            ],
            minus,
        )
        for row in table.rows
    ]
    return _drawn("total_cost", table.columns[named["total"]].label, bars)


def _headcount(table: FigureTable | None) -> Chart | None:
    """The people of each row, by category; a category without people in any row is left out."""
    if table is None:
        return None
    people = [
        index
        for index in range(len(table.columns))
        if any(isinstance(row.cells[index], PeopleCell) and _size(row.cells[index]) for row in table.rows)
    ]
    bars = [
        _bar(row, None, [(table.columns[index].label, row.cells[index], tone) for tone, index in enumerate(people)], "")
        for row in table.rows
    ]  # fmt: skip
    over = table.columns[people[0]].over if people else ""
    return _drawn("headcount", over or "従事する職員", bars, "単位:人")


def _costs(sheet: Sheet, words: Words, minus: str) -> Chart | None:
    """The cost groups, or the lines of the only one, from the largest: this year, last year, and the change."""
    tables = [table for frame in sheet.frames for section in frame.sections for table in section.costs]
    tables = [table for table in tables if table.rows]
    if len(tables) == 1:
        named = [(row.text, row) for row in tables[0].rows if row.kind == "line" and not row.depth]
    else:
        named = [(table.title, row) for table in tables for row in table.rows if row.kind == "total"]
    if len(named) < 2 or not all(_is_whole(row) for _, row in named):
        return None
    named.sort(key=lambda each: -(_size(each[1].amount) or 0))
    said = [f"ほか{len(named) - _MOST_COSTS}件は図にありません"] if len(named) > _MOST_COSTS else []
    bars = [_cost_bar(name, row, tables[0], minus) for name, row in named[:_MOST_COSTS]]
    title = f"{'表' if len(tables) > 1 else '経費'}ごとの{words.request}と{words.previous}"
    return Chart("costs", title, _UNIT, tuple(bars), tuple(said))


def _cost_bar(name: str, row: CostRow, table: CostTable, minus: str) -> Bar:
    previous = row.previous.printed
    change = "" if row.change is None else f"増減 {format_change(row.change, minus)}"
    return Bar(
        name.replace("\n", ""),
        format_amount(row.amount.printed, minus) or "0",
        (Part(table.year_label, _size(row.amount) or 0, "", 0),),  # its figure stands beside the name
        Part(table.previous_label, _size(row.previous) or 0, format_amount(previous, minus) or "なし", PALE),
        change,
    )  # fmt: skip


def _commitments(snapshot: Snapshot, minus: str) -> Chart | None:
    """What each fiscal year owes, asked with this budget and set by earlier ones, below this year's request."""
    picture = outlook(snapshot.request, snapshot.totals)
    if picture is None or not picture.sums:
        return None
    words = snapshot.standard.commitments

    def part(name: str, size: int, tone: int) -> Part:
        return Part(name, size, format_amount(size, minus), tone)

    bars = []
    if picture.this_year is not None:
        request = part(snapshot.standard.words.request, picture.this_year, 0)
        bars.append(Bar(picture.own.label, request.figure, (request,)))
    for year in picture.sums:
        is_in_request = picture.this_year is not None and year.year.year == picture.own.year
        owed = [part(words.requested_label, year.requested, 1), part(words.set_label, year.set, PALE)]
        owed = [each for each in owed if each.size]
        if owed and not is_in_request:
            bars.append(Bar(year.year.label, " / ".join(each.figure for each in owed), tuple(owed)))
    said = unshown(picture, minus)
    if len(bars) > _MOST_YEARS:
        said.insert(0, f"{bars[_MOST_YEARS - 1].name}より後は図にありません")
    if not bars:
        return None
    shown = tuple(bars[:_MOST_YEARS])
    return Chart("commitments", "債務負担行為の年度ごとの額", _UNIT, shown, tuple(said), is_in_lines=True)


def _bar(
    row: FigureRow,
    whole: Cell | PeopleCell | None,
    parts: Sequence[tuple[str, Cell | PeopleCell, int]],
    minus: str,
) -> Bar | None:
    """A bar of a row; None where a figure of it cannot be read. Without a whole a part alone stands beside the name."""
    sizes = [_size(cell) for _, cell, _ in parts]
    if any(size is None for size in sizes) or not any(sizes):
        return None
    shown = [
        Part(name, size, _words(cell, minus), tone)
        for (name, cell, tone), size in zip(parts, sizes, strict=True)
        if size
    ]
    figure = f"{shown[0].name} {shown[0].figure}" if len(shown) == 1 else ""
    return Bar(row.label, _words(whole, minus) if whole else figure, tuple(shown))


def _drawn(key: str, title: str, bars: Sequence[Bar | None], unit: str = _UNIT) -> Chart | None:
    known = tuple(bar for bar in bars if bar)
    return Chart(key, title, unit, known) if known else None


def _size(cell: Cell | PeopleCell) -> float | None:
    """The figure of a cell as a length; None where it cannot be read."""
    if isinstance(cell, PeopleCell):
        return float(cell.value) if cell.value is not None else None if cell.printed.strip() else 0.0
    return None if isinstance(cell.printed, str) else float(cell.printed or 0)


def _words(cell: Cell | PeopleCell, minus: str) -> str:
    return f"{cell.printed}人" if isinstance(cell, PeopleCell) else format_amount(cell.printed, minus)


def _is_whole(row: CostRow) -> bool:
    return _size(row.amount) is not None and _size(row.previous) is not None
