"""Workbooks of the kinds .xls, .xlsb and .ods: their values alone, by calamine, which is read only when one comes."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from struct import error as StructError  # noqa: N812
from typing import Any, Final
from zipfile import BadZipFile, ZipFile, is_zipfile

from lxml import etree

from model.document.storage import FileError
from model.files.files import not_opened
from model.files.regular_file import TooLargeError, read_regular
from model.language import phrase
from templates.readers.books import extents
from templates.readers.books.archive import Archive, too_large
from templates.readers.books.cells import EVERY, Book, Progress, Sheet, Stopped, Value, number, unescape
from templates.readers.books.compound import Compound
from templates.readers.books.extents import LockedError, TooMuchError
from templates.readers.books.xlsx_parts import relations

LARGEST: Final = 50_000_000
"""Bytes of a .xls."""
_MISSING: Final = phrase(
    "{kind}のブックなので、値だけを読みました。数式、表示形式（千円・％・△など）、隠した行と列は分かりません。Excelで開き、.xlsxで保存し直すと、それらも読めます。"
)
_LOCKED: Final = phrase(
    "「{name}」にはパスワードが付いているので読めません。Excelで開き、［ファイル］→［情報］→［ブックの保護］でパスワードを外し、保存し直したものを選んでください。"
)
_DAMAGED: Final = phrase(
    "「{name}」は古い形式のファイルのようですが、壊れているか、途中で切れているため、読めません。Excelで開き、「名前を付けて保存」で.xlsxにしたものを選んでください。"
)
_ENCRYPTED: Final = "EncryptedPackage"
_OTHERS: Final = (
    ("worddocument", phrase("Wordの古い文書（.doc）"), phrase("文を写して［ファイル］→［公表ページの文を貼り付けて読む］で読んでください。")),
    ("powerpoint document", phrase("PowerPointの古い資料（.ppt）"), phrase("表をExcelのブック（.xlsx）に写したものを選んでください。")),
    ("__properties_version1.0", phrase("Outlookのメール（.msg）"), phrase("添付されているファイルを保存して、それを選んでください。")),
)  # fmt: skip
_UNKNOWN: Final = phrase(
    "「{name}」は古い形式の文書で、Excelのブックではないので読めません。作ったソフトで開き、Excelのブック（.xlsx）で保存したものを選んでください。"
)
_DAMAGES: Final = (BadZipFile, ValueError, IndexError, KeyError, StructError, etree.LxmlError)


def read_compound(path: Path, progress: Progress | None) -> Book:
    """Read a compound file: a .xls; anything else in such a file is named and refused.

    Raises:
        FileError: with a Japanese sentence.
        Stopped: when ``progress`` stops the reading.
    """
    name = path.name
    data = _bytes(path)
    with _guarded(name):
        if _ENCRYPTED.encode("utf-16-le") in data:
            raise LockedError
        file = Compound(data)
        for stream, kind, advice in _OTHERS:
            if stream in file.names:
                raise FileError(
                    "「{name}」は{kind}なので読めません。{advice}", name=name, kind=kind, advice=advice
                )
        stream = next((stream for stream in ("workbook", "book") if stream in file.names), "")
        if not stream:
            raise FileError(_UNKNOWN, name=name)
        if is_zipfile(BytesIO(data)):  # the theme of Excel's own is one
            archive = Archive(ZipFile(BytesIO(data)))
            _refuse_others(archive, "xl/workbook.xml", "xl/workbook.bin", "content.xml")
        extents.check_xls(file.read(stream))
    return _read(data, name, phrase("古い形式（.xls）"), progress)


def read_binary(path: Path, archive: Archive, main: str, progress: Progress | None) -> Book:
    """Read a .xlsb; raises as ``read_compound``."""
    with _guarded(path.name):
        _refuse_others(archive, "xl/workbook.xml", "content.xml")
        parts = {target: kind for _, kind, target in relations(archive, main) if target in archive}
        sheets = [archive.read(target) for target, kind in parts.items() if kind.endswith("sheet")]
        strings = next((target for target, kind in parts.items() if kind == "sharedStrings"), "")
        styles = [archive.read(target) for target, kind in parts.items() if kind == "styles"]
        extents.check_xlsb(archive.read(main), sheets, archive.read(strings) if strings else b"", styles)
    return _read(_bytes(path), path.name, phrase("バイナリ形式（.xlsb）"), progress)


def read_open_document(path: Path, archive: Archive, progress: Progress | None) -> Book:
    """Read a .ods; raises as ``read_compound``."""
    with _guarded(path.name):
        _refuse_others(archive, "xl/workbook.xml", "xl/workbook.bin")
        if "META-INF/manifest.xml" in archive and b"encryption-data" in archive.read("META-INF/manifest.xml"):
            raise LockedError
        with archive.open("content.xml") as file:
            extents.check_ods(file)
    return _read(_bytes(path), path.name, "LibreOffice（.ods）", progress)


def _refuse_others(archive: Archive, *parts: str) -> None:
    """Refuse a file that is a workbook of another kind, too: calamine might open it as that."""
    for part in parts:
        if part in archive:
            raise ValueError(part)


def _bytes(path: Path) -> bytes:
    try:
        return read_regular(path, LARGEST)
    except TooLargeError as error:
        raise too_large(path.name) from error
    except OSError as error:
        raise not_opened(path, error) from error


@contextmanager
def _guarded(name: str) -> Iterator[None]:
    """Look a file through; what is wrong with it as a sentence."""
    try:
        yield
    except TooMuchError as error:
        raise too_large(name) from error
    except LockedError as error:
        raise FileError(_LOCKED, name=name) from error
    except _DAMAGES as error:
        raise FileError(_DAMAGED, name=name) from error


def _read(data: bytes, name: str, kind: str, progress: Progress | None) -> Book:
    import python_calamine as calamine

    try:
        with _quiet(), calamine.CalamineWorkbook.from_filelike(BytesIO(data)) as book:
            found = [
                (Sheet(listed.name, is_hidden=listed.visible != calamine.SheetVisibleEnum.Visible), index)
                for index, listed in enumerate(book.sheets_metadata)
                if listed.typ == calamine.SheetTypeEnum.WorkSheet
            ]
            done = 0
            for position, (sheet, index) in enumerate(found):
                done = _fill(sheet, book.get_sheet_by_index(index), done, len(found) - position, progress)
            if progress:
                progress(done, done)
    except (Stopped, KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except calamine.PasswordError as error:
        raise FileError(_LOCKED, name=name) from error
    except BaseException as error:  # a panic of calamine is no Exception
        raise FileError(_DAMAGED, name=name) from error
    return Book([sheet for sheet, _ in found], missing=phrase(_MISSING, kind=kind))


@contextmanager
def _quiet() -> Iterator[None]:
    """Send what calamine writes of its own panics nowhere: a sentence follows."""
    try:
        kept = os.dup(2)
    except OSError:  # there is no stderr
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)


def _fill(sheet: Sheet, source: Any, done: int, sheets_left: int, progress: Progress | None) -> int:
    """Put the cells of a sheet into ours; the rows read so far."""
    _, left = source.start or (0, 0)
    for row, cells in enumerate(source.iter_rows(), start=1):
        filled = ((column, _value(cell)) for column, cell in enumerate(cells, start=left + 1) if cell != "")
        kept = {column: value for column, value in filled if value not in (None, "")}
        if kept:
            sheet.rows[row] = kept
        done += 1
        if progress and done % EVERY == 0:
            progress(done, done + source.total_height - row + (sheets_left - 1) * EVERY)
    for first, last in source.merged_cell_ranges or ():
        sheet.merge((first[0] + 1, first[1] + 1), (last[0] + 1, last[1] + 1))
    return done


def _value(cell: object) -> Value | None:
    match cell:
        case None | "":
            return None
        case bool():
            return str(cell).upper()
        case int() | float():
            return number(cell)
        case datetime.datetime():
            return cell.date().isoformat()
        case datetime.date() | datetime.time():
            return cell.isoformat()
        case _:
            return unescape(str(cell))
