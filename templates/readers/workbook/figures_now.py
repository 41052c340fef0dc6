"""Every figure that a request prints by its place, to see what is derived where a typed number stands."""

from __future__ import annotations

from model.document.document import Snapshot
from model.figures.figures import Figure
from model.request.place import Place
from templates.sheet.blocks import Cell
from templates.sheet.sheet import cells_of, lay_out


def figures_of(snapshot: Snapshot) -> dict[Place, Figure]:
    """The figures of the lines, the 合計, the request line and the tables of a sheet, 千円."""
    return {cell.place: cell.figure for cell in cells_of(lay_out(snapshot)) if isinstance(cell, Cell)}
