"""The 増減 that a table prints, beside the differences of its years."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from model.values.amount import Exact, in_yen
from templates.readers.tables.cell_amount import written
from templates.readers.tables.understood import Understood


class Change(NamedTuple):
    """A printed 増減 and the difference of the years of its row, 円."""

    row: int
    column: int
    printed: Exact
    difference: Exact


def printed_changes(table: Understood) -> Iterator[Change]:
    """Every 増減 that stands in a row with a figure of a year."""
    previous, amount = table.year_columns
    if previous is None or amount is None:
        return
    unit = table.headings.units.get(amount, "") or table.unit
    for column in table.of("change"):
        label = table.headings.labels.get(column)
        for row in table.rows if label is not None and label.kind == "change" else ():
            found = written(table.grid, row.row, column, table.headings.units.get(column, ""))
            before, now = row.figures
            if found is None or "%" in table.grid.text(row.row, column) or before is now is None:
                continue
            yield Change(row.row, column, in_yen(found, unit), (now or 0) - (before or 0))
