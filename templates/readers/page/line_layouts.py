"""Tables with a row on a line of text: the words of a line put into the columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from model.standard.standard import Standard
from model.values.amount import half_width
from templates.readers.page.pieces import Line
from templates.readers.page.previous_figures import is_figures
from templates.readers.page.table_layouts import ABOVE, BARE, DASHES, Cells, Kind, Layout, fits, is_row
from templates.readers.tables.calling import calling

_MOST_STEPS: Final = 5_000  # to place the words of a line
_MOST_WORDS: Final = 40  # of a row
_LOOSE_UNIT: Final = re.compile(r"(?<=[\d０-９])\s+(?=(?:千円|円)(?:\s|$))")


def rows_on_lines(lines: Sequence[Line], kinds: Sequence[Kind], standard: Standard) -> list[Layout]:
    """A row on a line, to the total or to the first line that is none; a heading of several rows has no figure."""
    rows: list[tuple[Cells, ...]] = []
    used = 0
    cost = 0
    for index, line in enumerate(lines):
        if line.is_blank:
            below = next((after for after in lines[index + 1 : index + 2] if not after.is_blank), None)
            is_closed = bool(rows) and calling(rows[-1][0][0], standard) != ""
            if rows and (is_closed or not (below and calling(below.text.split()[0], standard) == "total")):
                break
            continue
        ways, missing = _placed(line.text, kinds, standard)
        if missing and rows and ways and calling(rows[-1][0][0], standard) and calling(ways[0][0], standard):
            break  # a total in a sentence
        has_figures = any(is_row(way, kinds) for way in ways)
        if not has_figures:
            below = lines[index + 1] if index + 1 < len(lines) else None
            is_heading = (
                below is not None
                and len(line.text) <= _MOST_WORDS
                and "。" not in line.text
                and any(is_row(way, kinds) for way in _placed(below.text, kinds, standard)[0])
            )
            if _figures_in(line.text) > (0 if is_heading else 1):
                return []  # a row with more figures than columns
            if not is_heading:
                break
            ways, missing = [(line.text.strip(), *[""] * (len(kinds) - 1))], 0
        if (
            len(
                {
                    tuple(cell for cell, kind in zip(way, kinds, strict=True) if kind == "words")
                    for way in ways
                }
            )
            > 1
        ):
            return []  # which column its words belong to is not written, and no sum tells
        rows.append(tuple(ways))
        cost += missing
        used = index + 1
        if len(rows) > 1 and calling(ways[0][0], standard) == "total":
            break
    return [Layout(tuple(rows), used, cost)] if rows else []


def _figures_in(text: str) -> int:
    return sum(is_figures(word) and word not in DASHES for word in text.split())


def _placed(text: str, kinds: Sequence[Kind], standard: Standard) -> tuple[list[Cells], int]:
    """The ways to put the words of a line into the columns with the fewest empty cells, and how many are missing."""
    words = _LOOSE_UNIT.sub("", text.strip()).split()
    if len(words) > _MOST_WORDS:
        return [], 0
    indent = text[: len(text) - len(text.lstrip())]
    merged = _with_both_years(words)
    for of in [words] if merged == words else [words, merged]:
        label = next(
            (count for count in range(min(4, len(of)), 0, -1) if calling("".join(of[:count]), standard)), 0
        )
        if label and label < len(of):
            of = ["".join(of[:label]), *of[label:]]
        found = _ways(of, _without_counts(kinds), is_total=True) if label else ([], 0)
        found = found if found[0] else _ways(of, kinds, is_total=bool(label))
        if found[0]:
            return [(indent + way[0], *way[1:]) for way in found[0]], found[1]
    return [], 0


def _without_counts(kinds: Sequence[Kind]) -> list[Kind]:
    """The columns with those of prices and numbers as empty: a total has none."""
    return ["empty" if kind == "count" else kind for kind in kinds]


def _with_both_years(words: Sequence[str]) -> list[str]:
    joined: list[str] = []
    for word in words:
        if joined and (ABOVE.fullmatch(joined[-1]) and BARE.fullmatch(half_width(word))):
            joined[-1] += f"\n{word}"
        elif joined and ABOVE.fullmatch(word) and BARE.fullmatch(half_width(joined[-1])):
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def _ways(words: Sequence[str], kinds: Sequence[Kind], *, is_total: bool) -> tuple[list[Cells], int]:
    """Each way to put words into columns in their order: a figure in one of its own, of words any number in one."""
    best: list[tuple[int, Cells]] = []
    limit = len(kinds) * 10
    steps = 0

    def place(column: int, word: int, cost: int, cells: Cells) -> None:
        nonlocal limit, steps
        steps += 1
        if cost > limit or steps > _MOST_STEPS:
            return
        if column == len(kinds):
            if word == len(words):
                if cost < limit:
                    best.clear()
                limit = cost
                best.append((cost, cells))
            return
        if kinds[column] == "empty":
            place(column + 1, word, cost, (*cells, ""))
            return
        if kinds[column] != "words":
            if word < len(words) and fits(kinds[column], words[word]):
                place(column + 1, word + 1, cost, (*cells, words[word]))
            place(column + 1, word, cost + 4, (*cells, ""))
            return
        end = word
        while end < len(words) and (fits("words", words[end])):
            end += 1
        if is_total and column == 0:
            place(1, 1, cost, (words[0],))
            return
        alone = sum(kind == "words" for kind in kinds) == 1
        for stop in range(word, end + 1):
            blank = 0 if stop > word or is_total else 1
            place(
                column + 1,
                stop,
                cost + blank + (0 if alone else max(stop - word - 1, 0)),
                (*cells, " ".join(words[word:stop])),
            )

    place(0, 0, 0, ())
    if not best or steps > _MOST_STEPS:
        return [], 0
    return [cells for _, cells in best], limit // 4
