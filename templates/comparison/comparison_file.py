"""A comparison as the bytes of a file, of the kind that its name says; as a page it is one HTML file with its own style."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from model.files.files import FileError, reason
from model.values.amount import format_change
from templates.comparison.comparison_table import COLUMNS, ComparisonTable, sides, way_label

_TEMPLATE: Final = "comparison.html.j2"


def file_bytes(table: ComparisonTable, path: Path) -> bytes:
    """The bytes of the file of a comparison: a workbook (.xlsx) or a page (.html).

    Raises:
        FileError: when the name ends otherwise, the page's template cannot be read, or a workbook does not come out whole.
    """
    try:
        match path.suffix.lower():  # openpyxl and jinja2 are imported only when they are needed
            case ".xlsx":
                from templates.comparison.comparison_workbook import workbook_bytes

                return workbook_bytes(table)
            case ".html" | ".htm":
                return page_bytes(table)
    except OSError as error:
        raise FileError(
            "書き出しに要るファイル「{filename}」が読めません（{reason}）。予算帖を入れ直してください。",
            filename=error.filename or error,
            reason=reason(error),
        ) from error
    raise FileError(
        "「{name}」には書けません。比較の表の名前は .xlsx か .html で終わるようにしてください。",
        name=path.name,
    )


def page_bytes(table: ComparisonTable) -> bytes:
    """The page of a comparison, to be read and printed: nothing is fetched, all text is escaped."""
    from templates.page.html import clean, environment_of

    environment = environment_of([Path(__file__).parent])
    environment.filters |= {"sides": sides, "signed": format_change, "way_label": way_label}
    page = environment.get_template(_TEMPLATE).render(table=table, columns=COLUMNS)
    return clean(page).encode()
