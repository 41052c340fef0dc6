"""What a file is that someone wants to take in: decided by its content, refused in one sentence where it cannot be read.

A source may be anything: a page of any age and encoding, a workbook, a picture with the wrong ending, a bomb. It is
looked at before it is read whole, so that none of them costs much memory. How each kind is understood is the matter
of its reader (own_page, page_reader, excel_reader).
"""

from __future__ import annotations

import csv
import os
import re
from html import unescape
from pathlib import Path
from typing import Final
from unicodedata import normalize

from model.document import storage
from model.document.storage import FileError
from model.files.files import not_opened
from model.files.regular_file import NotRegularFileError, TooLargeError, open_regular, read_regular
from model.language import phrase
from model.standard.standard import Standard
from model.values.amount import half_width
from templates.readers.books import is_book
from templates.readers.books.cells import Book, Progress
from templates.readers.books.delimited import (
    ENDINGS,
    MOST_CELLS,
    TooManyCellsError,
    delimiter_of,
    read_delimited,
)
from templates.readers.books.drawn_tables import without_gaps, without_strokes
from templates.readers.encodings import decode
from templates.readers.reading import Reading
from templates.readers.saved_page import html_of, is_saved_page

LARGEST_TEXT: Final = 20_000_000
"""Bytes of a page; the longest published one has 200 thousand."""
LARGEST_WORKBOOK: Final = 50_000_000
"""Bytes of a workbook's file."""
MOST_MARKUP: Final = 600_000
"""Elements of a page, each four attributes counted as one more: what a page with a 10,000 line table has twice over, and
what takes some 300 MB when it is read."""
_HEAD: Final = 4_096
_OLD_TABLES: Final[tuple[tuple[str, tuple[bytes, ...]], ...]] = (
    (phrase("Excel 2.1の古いファイル"), (b"\x09\x00\x04\x00",)),
    (phrase("Excel 3.0の古いファイル"), (b"\x09\x02\x06\x00",)),
    (phrase("Excel 4.0の古いファイル"), (b"\x09\x04\x06\x00",)),
    (phrase("ロータス1-2-3のファイル"), (b"\x00\x00\x02\x00\x06\x04", b"\x00\x00\x1a\x00")),
    (phrase("データベースのファイル"), (b"SQLite format 3",)),
)
_BITMAP: Final = b"BM"  # a text may open so, too
_SIGNS: Final[tuple[tuple[str, tuple[bytes, ...]], ...]] = (
    ("PDF", (b"%PDF",)),
    (phrase("画像"), (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", _BITMAP, b"II*\x00", b"MM\x00*")),
    (phrase("画像か音声"), (b"RIFF",)),
    (phrase("リッチテキスト（.rtf）"), (b"{\\rtf",)),
    (phrase("圧縮ファイル"), (b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!")),
)
_THOUSANDS: Final = re.compile(r"(?<=[0-9]),(?=[0-9]{3}(?![0-9]))")  # a comma that parts no cells
_MARKUP: Final = re.compile(
    r"<(?:!doctype\s+html|html|head|body|meta|title|table|tr|td|div|br|p|h[1-6])\b", re.I
)
_APART: Final = re.compile("[\u3041-\u30ff][\u3099\u309a]")
_KINDS: Final = phrase(
    "公表ページ（.html・.mhtml・.txt）、Excelのブック（.xlsx・.xls・.xlsb）、.ods、.csv、要求書のファイル（.yosan）"
)
_REFUSED: Final = (
    (_SIGNS, phrase("「{name}」は{kind}なので読めません。{kinds}を選んでください。")),
    (
        _OLD_TABLES,
        phrase(
            "「{name}」は{kind}なので読めません。Excelか、作ったソフトで開き、Excelのブック（.xlsx）で保存したものを選んでください。"
        ),
    ),
)
_OTHER_XML: Final = re.compile(
    r"<\?mso-application\s+progid=|<office:document\b|urn:schemas-microsoft-com:office:spreadsheet\""
)


def read_source(path: Path, standard: Standard, folder: Path, progress: Progress | None = None) -> Reading:
    """Read a request from a file of any kind that is understood: .yosan, a published page, a workbook, CSV, a page with tables.

    Args:
        path: the file; its kind is not taken from its name, but for .csv and .tsv.
        standard: the Standard in force.
        folder: its folder, with the page's template.
        progress: called now and then with the rows of tables read and all rows; to stop the reading it raises
            ``books.cells.Stopped``.

    Raises:
        FileError: with a Japanese sentence when it cannot be read.
        Stopped: when ``progress`` stops the reading.
    """
    name, size, head = _file_head(path)
    if path.suffix.lower() == storage.SUFFIX or head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{":
        return Reading(storage.load(path))
    for kinds, sentence in _REFUSED:
        for kind, signs in kinds:
            if head.startswith(signs) and not (head.startswith(_BITMAP) and b"\x00" not in head):
                raise FileError(sentence, name=name, kind=kind, kinds=_KINDS)
    if is_book(head):
        if size > LARGEST_WORKBOOK:
            raise FileError(_too_large(name, LARGEST_WORKBOOK))
        from templates.readers.workbook import read_workbook  # read only when a workbook comes

        return read_workbook(path, standard, progress)
    try:
        data = _bytes(path)
        text = _composed(html_of(data, name) if is_saved_page(head) else decode(data, name))
        return _read_text(text, path, standard, folder, progress)
    except FileError as error:
        if name in str(error):
            raise
        raise FileError(f"「{name}」: {error}") from error  # the readers of pages do not know the file


def _read_text(text: str, path: Path, standard: Standard, folder: Path, progress: Progress | None) -> Reading:
    """Read a text as what it is: a page of ours, a published page, a page with tables, or CSV."""
    from templates.readers.own_page import (  # the readers of pages are read when one comes
        carries_data,
        read_own_page,
    )
    from templates.readers.page import NotAPage, read_html, read_text
    from templates.readers.page_tables import book_of_page
    from templates.readers.workbook import read_cells

    name = path.name
    if _OTHER_XML.search(text[:_HEAD]):
        raise FileError(
            "「{name}」は表計算のXMLファイルなので読めません。Excelで開き、「名前を付けて保存」でExcelのブック（.xlsx）にしたものを選んでください。",
            name=name,
        )
    is_html = _MARKUP.search(text) is not None
    if is_html and text.count("<") - text.count("</") + text.count("=") // 4 > MOST_MARKUP:
        raise FileError(
            "「{name}」は表のセルなどの部品が多すぎます（{most_markup:,}個まで）。要求書のページか確かめてください。",
            name=name,
            most_markup=MOST_MARKUP,
        )
    if carries_data(text):
        return read_own_page(text, standard, folder)
    if not is_html and path.suffix.lower() in ENDINGS:
        return read_cells(_delimited(text, path, progress), name, standard)
    plain = text if is_html else without_strokes(text)
    refused: FileError | None = None
    if _is_page(text, standard):
        try:
            return read_html(text, standard) if is_html else read_text(plain, standard)
        except NotAPage as error:
            refused = error  # words of a page may stand in any table
    if is_html:
        book = book_of_page(text, path.stem, standard)
    else:
        book = _tables_of(text, plain, path, standard, progress)
    if book is not None:
        return read_cells(book, name, standard)
    if refused is not None:
        raise refused
    raise FileError(
        "「{name}」は予算要求書のページではありません（「{expense}」や「{request}」がなく、表もありません）。ファイルを確かめてください。",
        name=name,
        expense=standard.words.expense,
        request=standard.words.request,
    )


def _tables_of(
    text: str, plain: str, path: Path, standard: Standard, progress: Progress | None
) -> Book | None:
    """The tables and lists of a text, ``plain`` without its strokes; None where it has none."""
    from templates.readers.page_tables import book_of_text
    from templates.readers.tables.lists.listed import lists_amounts, mentions_amounts
    from templates.readers.tables.lists.sentences import with_lists

    has_cells = bool(delimiter_of(_THOUSANDS.sub("", text)))
    if plain is text and not has_cells and (book := book_of_text(text, path.stem, standard)):
        return book
    if plain is not text or lists_amounts(plain := with_lists(text, standard), standard):
        return _delimited(plain, path, progress, "\t")
    if has_cells:
        return _delimited(text, path, progress)
    parted = without_gaps(text, path.name)
    if parted is not text or mentions_amounts(text, standard):
        return _delimited(parted, path, progress, "\t")
    return None


def _delimited(text: str, path: Path, progress: Progress | None, delimiter: str = "") -> Book:
    try:
        return read_delimited(text, path.stem, delimiter, progress)
    except TooManyCellsError as error:
        raise FileError(
            "「{name}」は行か列が多すぎます（セル{most_cells:,}個まで）。要る行だけを残して保存し直してください。",
            name=path.name,
            most_cells=MOST_CELLS,
        ) from error
    except csv.Error as error:
        raise FileError(
            '「{name}」の引用符（"）か区切りが正しくないため、表として読めません。Excelで開き、.xlsxで保存し直してください。',
            name=path.name,
        ) from error


def _is_page(text: str, standard: Standard) -> bool:
    """Whether the words stand in a text that every published page has: 事業費, and 要求額 in some form or the site's name.

    A few pages ask for nothing on the line of the 要求額 (117, 170); the readers decide.
    """
    plain = re.sub(r"\s", "", half_width(unescape(text) if "&#" in text else text))
    labels = {form.request_label for form in standard.forms} | {standard.words.request}
    labels |= set(standard.page_reading.site_names)
    return standard.words.expense in plain and any(label in plain for label in labels)


def _composed(text: str) -> str:
    """The text with each kana and its 濁点 or 半濁点 as one sign: some systems store them apart (が as か and ゛)."""
    return _APART.sub(lambda pair: normalize("NFC", pair[0]), text)


def _file_head(path: Path) -> tuple[str, int, bytes]:
    """The name, size in bytes and first bytes of a file."""
    try:
        with open_regular(path) as file:
            size = os.fstat(file.fileno()).st_size
            head = file.read(_HEAD)
    except IsADirectoryError as error:
        raise FileError("「{name}」はフォルダーです。ファイルを選んでください。", name=path.name) from error
    except NotRegularFileError as error:
        raise FileError(
            "「{path}」はふつうのファイルではありません。ファイルを選んでください。", path=path
        ) from error
    except (OSError, ValueError) as error:
        raise not_opened(path, error) from error
    if not head:
        raise FileError("「{name}」は空のファイルです。ファイルを確かめてください。", name=path.name)
    return path.name, size, head


def _bytes(path: Path) -> bytes:
    try:
        return read_regular(path, LARGEST_TEXT)
    except TooLargeError as error:
        raise FileError(_too_large(path.name, LARGEST_TEXT)) from error
    except OSError as error:
        raise not_opened(path, error) from error


def _too_large(name: str, limit: int) -> str:
    return phrase(
        "「{name}」は大きすぎます（{limit}MBまで）。要求書のファイルか確かめてください。",
        name=name,
        limit=limit // 1000000,
    )
