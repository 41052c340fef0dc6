"""Which columns belong to each of the tables that stand side by side below headings in the same rows."""

from __future__ import annotations

from templates.readers.labels import compact
from templates.readers.tables.cell_amount import is_figure, is_nothing
from templates.readers.tables.grid import Grid
from templates.readers.tables.headings import LOOK_BELOW, OF_FIGURES, LabelsByWords


def columns_of_tables(grid: Grid, rows: list[int], said_by: LabelsByWords) -> list[list[int]]:
    """The columns of each table, from the left, whose headings stand in some rows.

    Stretches that only an empty column parts are joined: words on one side, figures on the other.
    """
    joined: list[list[int]] = []
    above: set[str] = set()
    before: list[str] = []
    for columns in _stretches(grid, rows):
        texts = [text for row in rows for column in columns if (text := grid.text(row, column))]
        kinds = {said_by[text].kind for text in texts}
        is_again = len(texts) > 2 and texts == before
        is_whole = ("text" in kinds or is_again) and not kinds.isdisjoint(OF_FIGURES)
        before = texts
        others = [
            column
            for column in columns
            if not any(said_by[grid.text(row, column)].kind in ("remark", "basis") for row in rows)
        ]
        is_open = "text" not in above or above.isdisjoint(OF_FIGURES)
        goes_on = is_open or _has_no_words(grid, rows[-1], others)
        if joined and not is_whole and goes_on:
            joined[-1] += columns
            above |= kinds
        else:
            joined.append(list(columns))
            above = kinds
    return joined


def _stretches(grid: Grid, rows: list[int]) -> list[list[int]]:
    """The columns of tables side by side: between them a column is empty, or the first heading stands again."""
    filled = {column for row in rows for column in grid.free(row)}
    covered = {
        column + offset
        for row in rows
        for column in grid.free(row)
        for offset in range(grid.span(row, column))
    }
    lasts = [index for index in range(rows[-1] + 1, rows[-1] + 1 + LOOK_BELOW) if index in grid.row_set]
    below = {column for row in lasts for column in grid.columns(row)}
    stretches: list[list[int]] = []
    first = ""
    for column in range(min(filled), max(covered) + 1):
        label = compact(" ".join(grid.text(row, column) for row in rows if column in grid.columns(row)))
        if column not in covered and column not in below:
            first = ""
        elif not first or (label and label == first):
            stretches.append([column])
            first = label or " "
        else:
            stretches[-1].append(column)
    before = min(filled) - 1
    while before in below and len(stretches[0]) > 1 and not _is_all_taken(grid, lasts, before):
        stretches[0].insert(0, before)  # the words stand in columns without a heading
        before -= 1
    beside = max(covered) + 1
    if sum(is_figure(grid, row, beside) for row in lasts) > 1:
        stretches[-1].append(beside)  # figures without a heading
    return stretches


def _is_all_taken(grid: Grid, rows: list[int], column: int) -> bool:
    return all(grid.is_taken(row, column) for row in rows if grid.text(row, column))


def _has_no_words(grid: Grid, last: int, columns: list[int]) -> bool:
    """Whether figures alone stand below headings, so that they are columns of the table beside them."""
    below = [
        (row, column)
        for row in range(last + 1, last + 1 + LOOK_BELOW)
        for column in columns
        if grid.text(row, column)
    ]
    return bool(below) and all(
        is_figure(grid, row, column) or is_nothing(grid.text(row, column)) or "%" in grid.text(row, column)
        for row, column in below
    )
