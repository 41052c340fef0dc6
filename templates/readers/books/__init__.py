"""Reads the files that hold tables into one model of cells: workbooks of every kind, CSV and TSV.

A file becomes a ``cells.Book`` of ``cells.Sheet``; what its tables mean is not decided here. Nothing here writes a file, runs a
macro or follows a link.

Imports model alone. Read ``read_book`` first.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from model.document.storage import FileError
from model.files.files import not_opened
from model.files.regular_file import open_regular
from model.language import phrase
from templates.readers.books import compound
from templates.readers.books.archive import Archive, open_archive
from templates.readers.books.cells import Book, Progress
from templates.readers.books.xlsx import read_xlsx
from templates.readers.books.xlsx_parts import main_part

ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_SHEETS: Final = b"application/vnd.oasis.opendocument.spreadsheet"
_OTHERS: Final = (
    ("word/", phrase("Wordの文書"), phrase("文を写して［ファイル］→［公表ページの文を貼り付けて読む］で読んでください。")),
    ("ppt/", phrase("PowerPointの資料"), phrase("表をExcelのブック（.xlsx）に写したものを選んでください。")),
    ("content.xml", phrase("LibreOfficeの文書か図"), phrase("表計算の.odsか.xlsxで保存したものを選んでください。")),
    ("index/", phrase("Numbersの表"), phrase("［書き出す］でExcel（.xlsx）にしたものを選んでください。")),
    ("", phrase("圧縮したファイル（.zip）か、Excelのブックではないもの"), phrase("展開して、中のファイルを選んでください。")),
)  # fmt: skip


def is_book(head: bytes) -> bool:
    """Whether a file that begins so may be a workbook."""
    return head.startswith((compound.SIGN, *ZIP))


def read_book(path: Path, progress: Progress | None = None) -> Book:
    """Read every worksheet of a workbook: .xlsx, .xlsm, .xls, .xlsb, .ods, known by its content.

    Raises:
        FileError: with a Japanese sentence when it is damaged, no workbook, or made to fill the memory.
        Stopped: when ``progress`` stops the reading.
    """
    try:
        with open_regular(path) as file:
            head = file.read(len(compound.SIGN))
    except OSError as error:
        raise not_opened(path, error) from error
    if head.startswith(compound.SIGN):
        from templates.readers.books.old_books import read_compound  # read only when an old one comes

        return read_compound(path, progress)
    with open_archive(path) as archive:
        main = main_part(archive)
        if main.lower().endswith(".bin"):
            from templates.readers.books.old_books import read_binary

            return read_binary(path, archive, main, progress)
        if "mimetype" in archive and archive.read("mimetype").startswith(_SHEETS):
            from templates.readers.books.old_books import read_open_document

            return read_open_document(path, archive, progress)
        if main.lower().startswith("xl/") or (main and not _is_other(archive)):
            return read_xlsx(archive, main, path.name, progress)
        names = [name.lower() for name in archive.names]
        kind, advice = next(
            (kind, advice)
            for start, kind, advice in _OTHERS
            if any(name.startswith(start) for name in (*names, ""))
        )
        raise FileError(
            "「{name}」は{kind}なので読めません。{advice}", name=path.name, kind=kind, advice=advice
        )


def _is_other(archive: Archive) -> bool:
    return any(name.lower().startswith(("word/", "ppt/", "visio/")) for name in archive.names)
