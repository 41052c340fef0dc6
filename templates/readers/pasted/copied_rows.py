"""Rows that were copied from our own cost tables, pasted as what they were: titles, lines with their parts, legends."""

from __future__ import annotations

from collections.abc import Sequence

from model.edits.paste import Clip, PastedTable
from model.language import joined, phrase
from templates.readers.pasted.calculated_columns import ScreenColumn, names_of_calculated
from templates.readers.pasted.pasted_cells import lost_cells


def own_tables(
    clip: Clip, screen: Sequence[ScreenColumn], *, on_title: bool = False
) -> tuple[list[PastedTable], str]:
    """Read a block copied from our own cost tables, cell by cell, and list what is left out.

    Pasted on the title of a table its titles begin tables, else they are lines.
    """
    is_table = any(row.kind not in ("total", "note") for row in clip.rows)
    width = max(map(len, clip.block), default=0)
    places = [(index, field) for index, field in enumerate(screen[:width]) if field is not None]
    calculated = [index for index, field in enumerate(screen[:width]) if field is None]
    named = names_of_calculated(screen)
    columns = (*(field for _, field in places), "mark", "heading")
    tables: list[PastedTable] = []
    rows: list[list[str | None]] = []
    depths: list[int] = []
    lost: list[str] = []
    totals = 0
    used: set[int] = set()
    for cells, row in zip(clip.block, clip.rows, strict=False):
        if row.kind == "title" and on_title:
            rows, depths = [], []
            tables.append(PastedTable(columns, rows, depths, cells[0] or None))
        elif row.kind in ("new", "new_group"):
            continue  # nothing is there yet
        elif row.kind == "note" and tables and on_title:
            tables[-1] = tables[-1]._replace(note=cells[0] or None)
        elif row.kind == "total" and is_table:
            totals += 1
        elif row.kind == "note" and is_table:
            lost += cells
        elif any(cell.strip() for cell in cells) or row.kind != "title":
            tables = tables or [PastedTable(columns, rows, depths)]
            found = [cells[index] if index < len(cells) else None for index, _ in places]
            heading = None if row.heading is None else "1" if row.heading else ""
            rows.append([*found, row.mark, heading])
            depths.append(row.depth)
            used.update(index for index in calculated if index < len(cells) and cells[index].strip())
            lost += cells[len(screen) :]
    left_out = [phrase("計{totals}行", totals=totals)] if totals else []
    left_out += (
        [phrase("{names}の列", names="・".join(named[index] for index in sorted(used)))] if used else []
    )
    said = phrase("{names}は貼り付けませんでした。", names="・".join(left_out)) if left_out else ""
    return tables, joined((said, lost_cells(lost)))
