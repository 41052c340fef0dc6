"""The rows of a table in text: a row on a line, or every cell on a line of its own, with or without blank lines between."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from model.standard.standard import Standard
from templates.readers.page.costs.placed_words import (
    DASHES,
    Cells,
    Kind,
    Layout,
    are_both_years,
    fits,
    has_amount,
    placed,
)
from templates.readers.page.pieces import Line
from templates.readers.page.previous_figures import is_figures
from templates.readers.tables.calling import calling

GROUP: Final = re.compile(r"[【《＜■●○◆◇▼]")
_GOES_ON: Final = re.compile(r"(?<=\S)(?:[のや、・（「(]|及び|並びに|又は)\s*\Z")
_LONGEST_HEADING: Final = 40  # characters of a heading over rows
_LOOSE_UNIT: Final = re.compile(r"(?<=[\d０-９])\s+(?=(?:千円|円)(?:\s|$))")
_CONTINUES: Final = re.compile(r"[(（](?![0-9０-９ア-ン][)）])")
_FIRST_OF_SEVERAL: Final = re.compile(r"\s*(?:[(（][1１][)）]|①|ア[\s　]|[(（]ア[)）]|うち|[(（]うち)")


# --- a row on a line ---


def rows_on_lines(lines: Sequence[Line], kinds: Sequence[Kind], standard: Standard) -> Iterator[Layout]:
    """A row on a line, to the total or to the first line that is none; a heading of several rows has no figure."""
    rows: list[tuple[Cells, ...]] = []
    used = 0
    cost = 0
    begun = ""  # the words of a row that goes on below them
    for index, line in enumerate(lines):
        if _GOES_ON.search(line.text) and not any(map(is_figures, line.text.split())):
            begun += line.text.strip()
            continue
        line = Line(line.number, f"{begun}{line.text.strip()}") if begun else line
        begun = ""
        below = next((after for after in lines[index + 1 : index + 2] if not after.is_blank), None)
        if line.is_blank:
            is_closed = bool(rows) and calling(rows[-1][0][0], standard) != ""
            if rows and (is_closed or not (below and calling(below.text.split()[0], standard) == "total")):
                break
            continue
        ways, missing = _row_on(line.text, kinds, standard)
        if missing and rows and ways and calling(rows[-1][0][0], standard) and calling(ways[0][0], standard):
            break  # a total in a sentence
        if not any(has_amount(way, kinds) for way in ways):
            is_heading = (
                below is not None
                and len(line.text) <= _LONGEST_HEADING
                and "。" not in line.text
                and any(has_amount(way, kinds) for way in _row_on(below.text, kinds, standard)[0])
            )
            figures = sum(is_figures(word) and word not in DASHES for word in line.text.split())
            if figures > (0 if is_heading else 1):
                return  # a row with more figures than columns
            if not is_heading:
                break
            ways, missing = (_of_heading(line.text.strip(), kinds),), 0
        words = {
            tuple(cell for cell, kind in zip(way, kinds, strict=True) if kind == "words") for way in ways
        }
        if len(words) > 1:
            return  # which column its words belong to is not written, and no sum tells
        rows.append(ways)
        cost += missing
        used = index + 1
        if len(rows) > 1 and calling(ways[0][0], standard) == "total":
            break
    if rows:
        yield Layout(tuple(rows), used, cost)


def _row_on(text: str, kinds: Sequence[Kind], standard: Standard) -> tuple[tuple[Cells, ...], int]:
    indent = text[: len(text) - len(text.lstrip())]
    ways, missing = placed(_LOOSE_UNIT.sub("", text.strip()).split(), kinds, standard)
    return tuple((indent + way[0], *way[1:]) for way in ways), missing


def _of_heading(text: str, kinds: Sequence[Kind]) -> Cells:
    return (text, *[""] * (len(kinds) - 1))


# --- a cell on a line ---


class _Cell(NamedTuple):
    text: str
    end: int  # the index after its last line
    gap: int  # blank lines before it


def rows_of_cells(
    lines: Sequence[Line], kinds: Sequence[Kind], standard: Standard, *, apart: bool
) -> Iterator[Layout]:
    """Every cell on its own line below the headings; where those stand ``apart`` by blank lines, further blank lines are empty cells."""
    cells = _cells(lines, apart=apart, is_one=list(kinds).count("figure") == 1)
    end = next((index for index, cell in enumerate(cells) if cell.gap and index), len(cells))
    for part in [cells] if apart or end == len(cells) else [cells[:end], cells]:
        # an empty cell is a blank line more, or two; where none stand between the cells it is one, or nothing
        for between, of_each in ((1, 1), (0, 2)) if apart else ((0, 0), (0, 1)):
            yield from _counted_out(part, kinds, standard, between, of_each)
        yield from _by_figures(part, kinds, standard)


def _cells(lines: Sequence[Line], *, apart: bool, is_one: bool) -> list[_Cell]:
    """The cells that hold something: of cells apart, lines without a blank one between them are one.

    In a single column of figures a figure in brackets over or below one without them is in its cell.
    """
    cells: list[_Cell] = []
    gap = 0
    for index, line in enumerate(lines):
        text = line.text.strip()
        if not text:
            gap += 1
            continue
        last = cells[-1] if cells else None
        if last is not None and not gap and (apart or (is_one and are_both_years(last.text, text))):
            cells[-1] = _Cell(f"{last.text}\n{text}", index + 1, last.gap)
        else:
            cells.append(_Cell(text, index + 1, gap))
        gap = 0
    return cells


def _is_called(text: str, standard: Standard) -> bool:
    return calling(text, standard) in ("total", "subtotal")


def _counted_out(
    cells: Sequence[_Cell], kinds: Sequence[Kind], standard: Standard, between: int, of_each: int
) -> Iterator[Layout]:
    """Rows of as many cells as there are columns; of a total only the figures are counted, for its empty cells vary.

    So many blank lines as ``between`` stand between cells in any case; of further ones each ``of_each`` is an empty cell, 0 for none.
    """
    spread: list[tuple[str, int]] = []
    for cell in cells:
        blank = max(cell.gap - between, 0) // of_each if of_each and spread else 0
        spread += [*[("", spread[-1][1] if spread else 0)] * blank, (cell.text, cell.end)]
    rows: list[tuple[Cells, ...]] = []
    position = end = 0
    while position < len(spread):
        texts = [text for text, _ in spread[position : position + len(kinds)]]
        if _is_called(texts[0], standard):
            stop = position + 1
            while stop < len(spread) and any(
                fits(kind, spread[stop][0]) for kind in kinds if kind != "words"
            ):
                stop += 1
            words = [text for text, _ in spread[position:stop] if text]
            ways = placed(words, kinds, standard)[0] if len(words) > 1 else ()
            if not ways:
                return
            rows.append(ways)
            if len(rows) > 1 and (stop == len(spread) or calling(words[0], standard) == "total"):
                yield Layout(tuple(rows), spread[stop - 1][1])
                return
            position = stop
            continue
        if any(kind != "words" for kind in kinds[len(texts) :]) or any(
            _is_called(text, standard) for text in texts[1:]
        ):
            return  # a row without its last figures, or the label of a total as a second cell
        row = (*texts, *[""] * (len(kinds) - len(texts)))
        if not all(map(fits, kinds, row)) or "。" in row[0] or not (row[0] or has_amount(row, kinds)):
            break
        rows.append((row,))
        position = min(position + len(kinds), len(spread))
        if has_amount(row, kinds):
            end = len(rows)
            last = spread[position - 1][1]
    if end and not any(is_figures(text) and text not in DASHES for text, _ in spread[position:]):
        yield Layout(tuple(rows[:end]), last, 0, position >= len(spread))


def _by_figures(cells: Sequence[_Cell], kinds: Sequence[Kind], standard: Standard) -> Iterator[Layout]:
    """Rows that are seen by their figures: words, the figures, and what stands before the next figures."""
    columns = [column for column, kind in enumerate(kinds) if kind != "words"]
    if not columns or columns != list(range(columns[0], columns[-1] + 1)) or not columns[0]:
        return
    closed, opened = (_runs(cells, kinds, columns, standard, is_open=is_open) for is_open in (False, True))
    if closed is not None:
        yield closed
    if opened is not None and (closed is None or opened.rows != closed.rows):
        yield opened


def _runs(
    cells: Sequence[_Cell],
    kinds: Sequence[Kind],
    columns: Sequence[int],
    standard: Standard,
    *,
    is_open: bool,
) -> Layout | None:
    """The rows by their runs of figures; None where there is no such way. ``is_open``: the total at the end has no label."""
    before, after = columns[0], len(kinds) - 1 - columns[-1]
    of_others = [kinds[column] for column in columns if kinds[column] != "figure"]

    def is_figure(index: int) -> bool:
        text = cells[index].text
        return is_figures(text) or any(fits(kind, text) for kind in of_others)

    last = max((index for index, cell in enumerate(cells) if is_figures(cell.text)), default=-1)
    rows: list[list[str]] = []
    words: list[str] = []
    index = cost = 0
    is_whole = not is_open
    while index <= last:
        if not is_figure(index):
            words.append(cells[index].text)
            index += 1
            continue
        start = index
        while index < len(cells) and index - start < len(columns) and is_figure(index):
            index += 1
        if is_open and index > last:
            is_called = bool(words) and _is_called(words[-1], standard)
            found = _Split(words, [], []) if rows and len(words) <= after and not is_called else None
        else:
            found = _split(words, before, after if rows else 0, standard)
        if found is None:
            return None
        if rows:
            rows[-1] += found.remark
        rows += [[heading] for heading in found.headings]
        rows.append([*found.leading, *(cell.text for cell in cells[start:index])])
        words = []
        cost += found.cost
        if len(rows) > 1 and found.leading and calling(found.leading[0], standard) == "total":
            break
    else:
        rest = [cell.text for cell in cells[index:]]
        is_whole = is_whole and len(rest) <= after
        if not rows:
            return None
        if is_whole:
            rows[-1] += rest
            index = len(cells)
    ways: list[tuple[Cells, ...]] = []
    for row in rows:
        is_heading = len(row) == 1 and not is_figures(row[0])
        of_row, missing = (
            ((_of_heading(row[0], kinds),), 0) if is_heading else placed(row, kinds, standard, "\n")
        )
        if not of_row:
            return None
        ways.append(of_row)
        cost += missing
    return Layout(tuple(ways), cells[index - 1].end, cost, is_whole)


class _Split(NamedTuple):
    """The words between two figures: those behind the row above, headings of rows, those before the next; what it costs."""

    remark: list[str]
    headings: list[str]
    leading: list[str]
    cost: int = 0


def _split(words: Sequence[str], before: int, after: int, standard: Standard) -> _Split | None:
    """The words between two figures; None for no way. ``before`` and ``after`` are the columns of words beside the figures."""
    joined: list[str] = []
    for word in words:
        if joined and _CONTINUES.match(word) and len(words) > before + after:
            joined[-1] += word
        else:
            joined.append(word)
    count = len(joined)
    is_called = bool(joined) and _is_called(joined[-1], standard)
    if is_called and (count - 1 == after or count - 1 <= after < 2):
        return _Split(joined[:-1], [], joined[-1:])
    if count == before + after and not (is_called and before > 1):
        return _Split(joined[:after], [], joined[after:])
    if before > 1 or after > 1 or not joined:
        return None
    begins_group = count > 1 and count - 2 <= after and GROUP.match(joined[-2])
    begins_several = count > 1 and (after or count == 2) and _FIRST_OF_SEVERAL.match(joined[-1])
    if begins_group or begins_several:
        return _Split(joined[:-2], joined[-2:-1], joined[-1:])
    if not after:
        return None
    return _Split(joined[:-1], [], joined[-1:], 1 if count == 1 else 3 * (count - 2))
