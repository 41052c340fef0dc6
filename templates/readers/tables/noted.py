"""A sheet whose table has a note in place of its headings (「左から　内容、要求額、前年度（単位：千円）」), with headings."""

from __future__ import annotations

import re
from typing import Final

from model.standard.standard import Standard
from templates.readers.books.delimited import put
from templates.readers.tables.cell_amount import written
from templates.readers.tables.columns.columns import HEADINGS, label_of
from templates.readers.tables.columns.units import unit_in, without_unit
from templates.readers.tables.grid import Grid
from templates.readers.tables.headings import OF_FIGURES
from templates.readers.tables.turned import with_cells_moved

_BEFORE: Final = re.compile(
    r"^[※＊*(（]*(?:列|項目|各列|表の列)?(?:は|の順は)?[、,]?(?:左から)?(?:順に)?[:：\s　]*"
)
_BETWEEN: Final = re.compile(r"[、,，／/・→|｜]")
_BEHIND: Final = re.compile(r"(?:の順|です|である)?[。）)]*$")
_SIDES: Final = re.compile(
    r"左(?:の?(?:数字|額|欄|列|側))?[がは:：](?P<left>[^、,。／/]{1,20})[、,／/\s　]+右(?:の?(?:数字|額|欄|列|側))?[がは:：](?P<right>[^、,。）)]{1,20})"
)  # 「左の数字がR8要求、右がR7当初」
_LEAST: Final = 3  # columns


def noted(grid: Grid, standard: Standard) -> Grid:
    """The sheet with the words of such a note over their columns; the sheet itself where it has none."""
    for row in grid.rows:
        columns = grid.columns(row)
        text = grid.text(row, columns[0])
        sides = _SIDES.search(without_unit(text))
        first = next((under for under in grid.rows if under > row), 0) if sides else row + 1
        below = grid.columns(first)
        if len(columns) != 1 or len(below) < _LEAST or grid.is_number(row, columns[0]):
            continue
        said = _BETWEEN.split(_BEHIND.sub("", _BEFORE.sub("", without_unit(text))))
        words = [word.strip() for word in ((HEADINGS["text"], *sides.groups()) if sides else said)]
        kinds = [label_of(word, None, standard).kind in OF_FIGURES for word in words]
        figures = [written(grid, first, column) is not None for column in below]
        if (
            len(words) != len(below)
            or not any(kinds)
            or any(kind and not figure for kind, figure in zip(kinds, figures, strict=True))
        ):
            continue
        sheet = with_cells_moved(grid.sheet, lambda place: place)
        del sheet.rows[row][columns[0]]
        unit = f"（{unit_in(text)}）" if unit_in(text) else ""
        for column, word, is_amount in zip(below, words, kinds, strict=True):
            put(sheet, row, column, f"{word}{unit if is_amount else ''}")
        sheet.spans = {place: span for place, span in sheet.spans.items() if place != (row, columns[0])}
        return Grid(sheet)
    return grid
