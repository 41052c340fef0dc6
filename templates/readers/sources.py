"""What a file is that someone wants to take in: decided by its content, refused in one sentence where it cannot be read.

A source may be anything: a page of any age and encoding, a workbook, a picture with the wrong ending, a bomb. It is
looked at before it is read whole, so that none of them costs much memory. How each kind is understood is the matter
of its reader (own_page, page_reader, excel_reader).
"""

from __future__ import annotations

import os
import re
from html import unescape
from pathlib import Path
from typing import Final
from unicodedata import normalize

from model.document import storage
from model.document.storage import FileError
from model.files.files import reason
from model.files.regular_file import NotRegularFileError, TooLargeError, open_regular, read_regular
from model.standard.standard import Standard
from model.values.amount import half_width
from templates.readers.encodings import decode
from templates.readers.reading import Reading
from templates.readers.workbook_limits import check_workbook

LARGEST_TEXT: Final = 20_000_000
"""Bytes of a page; the longest published one has 200 thousand."""
LARGEST_WORKBOOK: Final = 50_000_000
"""Bytes of a workbook's file."""
MOST_MARKUP: Final = 600_000
"""Elements of a page, each four attributes counted as one more: what a page with a 10,000 line table has twice over, and
what takes some 300 MB when it is read."""
_HEAD: Final = 4_096
_SIGNS: Final = (
    (b"%PDF", "PDF"),
    (b"\x89PNG", "画像"),
    (b"\xff\xd8\xff", "画像"),
    (b"GIF8", "画像"),
    (b"BM", "画像"),
    (b"II*\x00", "画像"),
    (b"MM\x00*", "画像"),
    (b"RIFF", "画像か音声"),
    (b"{\\rtf", "リッチテキスト（.rtf）"),
    (b"\x1f\x8b", "圧縮ファイル"),
    (b"7z\xbc\xaf", "圧縮ファイル"),
    (b"Rar!", "圧縮ファイル"),
)
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SAVE_AS: Final = (
    "古い形式（.xls・.doc）か、パスワードの付いたOfficeのファイルなので読めません。Excelで開き、パスワードを外し、"
    "「名前を付けて保存」で「Excelブック（.xlsx）」を選んで保存したものを読み込んでください。"
)
_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_MARKUP: Final = re.compile(
    r"<(?:!doctype\s+html|html|head|body|meta|title|table|tr|td|div|br|p|h[1-6])\b", re.I
)
_APART: Final = re.compile("[\u3041-\u30ff][\u3099\u309a]")
_KINDS: Final = "公表ページ（.html・.txt）、予算帖が書き出したExcel（.xlsx）、要求書のファイル（.yosan）"


def read_source(path: Path, standard: Standard, folder: Path) -> Reading:
    """Read a request from a file of any kind that is understood: .yosan, a published page as HTML or text, a workbook.

    Args:
        path: the file; its kind is not taken from its name.
        standard: the Standard in force.
        folder: its folder, with the page's template.

    Raises:
        FileError: with a Japanese sentence when it cannot be read.
    """
    name, size, head = _file_head(path)
    if path.suffix.lower() == storage.SUFFIX or head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{":
        return Reading(storage.load(path))
    if head.startswith(_OLE):
        raise FileError(f"「{name}」は{_SAVE_AS}")
    for sign, kind in _SIGNS:
        if head.startswith(sign) and not (sign == b"BM" and b"\x00" not in head):
            raise FileError(f"「{name}」は{kind}なので読めません。{_KINDS}を選んでください。")
    if head.startswith(_ZIP):
        if size > LARGEST_WORKBOOK:
            raise FileError(_too_large(name, LARGEST_WORKBOOK))
        check_workbook(path)
        from templates.readers.workbook import read_workbook  # openpyxl is read only when a workbook comes

        return read_workbook(path, standard)
    try:
        return _read_page(_composed(decode(_bytes(path), name)), name, standard, folder)
    except FileError as error:
        if name in str(error):
            raise
        raise FileError(f"「{name}」: {error}") from error  # the readers of pages do not know the file


def _read_page(text: str, name: str, standard: Standard, folder: Path) -> Reading:
    from templates.readers.own_page import (  # the readers of pages are read when one comes
        carries_data,
        read_own_page,
    )
    from templates.readers.page import read_html, read_text

    if text.count("<") - text.count("</") + text.count("=") // 4 > MOST_MARKUP and _MARKUP.search(text):
        raise FileError(
            f"「{name}」は表のセルなどの部品が多すぎます（{MOST_MARKUP:,}個まで）。要求書のページか確かめてください。"
        )
    if carries_data(text):
        return read_own_page(text, standard, folder)
    if not _is_page(text, standard):
        raise FileError(
            f"「{name}」は予算要求書のページではありません（「{standard.words.expense}」や「{standard.words.request}」が"
            "ありません）。ファイルを確かめてください。"
        )
    return read_html(text, standard) if _MARKUP.search(text) else read_text(text, standard)


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
        raise FileError(f"「{path.name}」はフォルダーです。ファイルを選んでください。") from error
    except NotRegularFileError as error:
        raise FileError(f"「{path}」はふつうのファイルではありません。ファイルを選んでください。") from error
    except (OSError, ValueError) as error:
        raise FileError(
            f"「{path}」が開けません（{reason(error)}）。場所と名前を確かめてください。"
        ) from error
    if not head:
        raise FileError(f"「{path.name}」は空のファイルです。ファイルを確かめてください。")
    return path.name, size, head


def _bytes(path: Path) -> bytes:
    try:
        return read_regular(path, LARGEST_TEXT)
    except TooLargeError as error:
        raise FileError(_too_large(path.name, LARGEST_TEXT)) from error
    except OSError as error:
        raise FileError(
            f"「{path}」が開けません（{reason(error)}）。場所と名前を確かめてください。"
        ) from error


def _too_large(name: str, limit: int) -> str:
    return f"「{name}」は大きすぎます（{limit // 1_000_000}MBまで）。要求書のファイルか確かめてください。"
