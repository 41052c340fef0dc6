"""Pasting into the cost tables: which lines of which table take a block, and the one edit that puts it there."""

from __future__ import annotations

from collections.abc import Sequence

from model.document.document import Document
from model.edits.paste import Clip, CopiedRow, PastedTable, paste_lines, paste_tables
from model.edits.structure import append_line
from model.request.request import Line
from templates.readers.pasted.calculated_columns import ScreenColumn
from templates.readers.pasted.copied_rows import own_tables
from ui.costs.cost_rows import Row, RowKind

_LABEL = "貼り付け"


class CostPaste:
    """A paste into the cost tables as they are shown."""

    def __init__(self, document: Document, rows: Sequence[Row], screen: Sequence[ScreenColumn]) -> None:
        """Make it.

        Args:
            document: what is edited.
            rows: the rows as they are shown.
            screen: what the columns in sight hold.
        """
        self._document, self._rows, self._screen = document, rows, screen

    def put(self, row_index: int, column: int, clip: Clip) -> str:
        """Put a block in from a cell on, as one step of undo; what was left out, in whole sentences."""
        row = self._rows[row_index]
        if clip.fills and row.kind is RowKind.LINE:
            return self._fill(row_index, column, clip)
        is_offered = row.kind is RowKind.NEW
        lines = [
            below.line
            for below in self._rows[row_index:]
            if not is_offered and below.group_id == row.group_id and below.line
        ]
        # The legend and the 合計 take no lines: the block goes to the end of their table, from its first column.
        screen = self._screen[column if is_offered or row.kind is RowKind.LINE else 0 :]
        on_title = row.kind in (RowKind.TITLE, RowKind.NEW_GROUP)
        snapshot = self._document.snapshot
        tables: list[PastedTable]
        if clip.rows:
            tables, notes = own_tables(clip, screen, on_title=on_title)
        else:
            from templates.readers.pasted.pasted_table import understand

            table, notes = understand(
                clip.block, screen, lines, snapshot.standard, snapshot.totals.year, has_title=on_title
            )
            tables = [table]
        request = self._document.request
        if is_offered and any(table.rows for table in tables):
            # The offered line takes the first row, so that the cursor stays on it.
            request = append_line(request, row.group_id, Line(row.id))
        taking = [row.id] if is_offered else [line.line.id for line in lines]

        def line_ids(group_id: str) -> list[str]:
            if group_id == row.group_id:
                return taking
            return [row.id for row in self._rows if row.group_id == group_id and row.line]

        self._document.edit(_LABEL, paste_tables(request, row.group_id, tables, line_ids, snapshot.standard))
        return notes

    def _fill(self, row_index: int, column: int, clip: Clip) -> str:
        """Fill the lines of the selection with a block that was repeated over it."""
        rows = self._rows[row_index : row_index + len(clip.block)]
        taking = [(row.id, cells) for row, cells in zip(rows, clip.block, strict=True) if row.line]
        block = [cells for _, cells in taking]
        (table, *_), notes = own_tables(Clip(block, (CopiedRow(),) * len(block)), self._screen[column:])
        ids = [row_id for row_id, _ in taking]
        request = paste_lines(self._document.request, "", ids, table.columns, table.rows)
        self._document.edit(_LABEL, request)
        return notes
