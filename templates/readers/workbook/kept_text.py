"""What could not be understood, kept as text in a section of its own: never guessed, never dropped."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from model.edits.fields import clean_text
from model.request.request import Request, Section
from model.standard.standard import Standard
from model.values.identity import new_id
from templates.readers.workbook.cells import Sheet

_MOST_COLUMNS: Final = 200


def sheet_text(sheet: Sheet, rows: list[int] | None = None) -> str:
    """The rows of a sheet as text, their cells parted by tabs."""
    lines: list[str] = []
    for at in sorted(sheet.rows) if rows is None else rows:
        cells = sheet.rows.get(at, {})
        if not cells:
            continue
        words = [
            str(sheet.shown.get((at, column), cells.get(column, ""))).replace("\n", " ").replace("\t", " ")
            for column in range(min(cells), min(max(cells), min(cells) + _MOST_COLUMNS) + 1)
        ]
        lines.append("\t".join(words).rstrip("\t"))
    return "\n".join(lines)


def kept_text(request: Request, kept: list[tuple[str, str]], standard: Standard) -> Request:
    """The request with a section of what was kept, each under where it stood; the same where nothing was."""
    if not kept:
        return request
    text = clean_text("\n".join(f"［{where}］\n{words}" for where, words in kept))
    return replace(
        request,
        sections=(
            *request.sections,
            Section(new_id(), "content", standard.words.kept, text, unnumbered=True),
        ),
    )
