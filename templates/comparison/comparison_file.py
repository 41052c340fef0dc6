"""A comparison as the bytes of a file, of the kind that its name says."""

from __future__ import annotations

from pathlib import Path

from model.files.files import FileError, reason
from templates.comparison.comparison_table import ComparisonTable


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
                from templates.comparison.comparison_page import page_bytes

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
