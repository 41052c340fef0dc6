"""Puts text that could not be understood into a section of its own, so that nothing is guessed or dropped."""

from __future__ import annotations

from msgspec.structs import replace

from model.edits.fields import clean_text
from model.request.request import Request, Section
from model.standard.standard import Standard
from model.values.identity import new_id
from templates.readers.books.cells import Sheet
from templates.readers.tables.grid import row_text


def sheet_text(sheet: Sheet) -> str:
    """The rows of a sheet as text, their cells parted by tabs."""
    return "\n".join(
        row_text({column: str(sheet.shown.get((index, column), value)) for column, value in cells.items()})
        for index, cells in sorted(sheet.rows.items())
    )


def unplaced_text(request: Request, kept: list[tuple[str, str]], standard: Standard) -> Request:
    """The request with a section of the unplaced texts, each under its old position; the same request if there are none."""
    if not kept:
        return request
    text = clean_text("\n".join(f"［{where}］\n{words}" for where, words in kept))
    section = Section(new_id(), "content", standard.words.kept, text, unnumbered=True)
    return replace(request, sections=(*request.sections, section))
