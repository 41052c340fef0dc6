"""The characters of a page from its bytes: by the encoding that the file names, else by strict trial.

Published pages came out in UTF-8, Shift_JIS, EUC-JP and ISO-2022-JP. A file is never read loosely: where no encoding
fits to the last byte, a FileError is raised.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE
from collections.abc import Mapping
from contextlib import suppress
from typing import Final

from model.document.storage import FileError
from model.language import phrase

_HEAD: Final = 4_096
_SAMPLE: Final = 100_000
_DECLARED: Final = re.compile(
    rb"<meta\b[^>]*?\bcharset\s*=\s*[\"']?\s*([\w.:+-]+)|<\?xml\b[^>]*?\bencoding\s*=\s*[\"']([\w.:+-]+)",
    re.IGNORECASE,
)
# The wider set of each family: pages say Shift_JIS and hold the ① and ㈱ of Windows.
_FAMILIES: Final[Mapping[str, tuple[str, ...]]] = {
    "UTF-8": ("utf-8",),
    "Shift_JIS": ("cp932",),
    "EUC-JP": ("euc_jp", "euc_jis_2004"),
    "ISO-2022-JP": ("iso2022_jp", "iso2022_jp_2004", "iso2022_jp_ext"),
}
_NAMES: Final[Mapping[str, str]] = {
    "utf-8": "UTF-8", "utf8": "UTF-8", "unicode-1-1-utf-8": "UTF-8",
    "shift_jis": "Shift_JIS", "shift-jis": "Shift_JIS", "sjis": "Shift_JIS", "x-sjis": "Shift_JIS",
    "ms_kanji": "Shift_JIS", "csshiftjis": "Shift_JIS", "windows-31j": "Shift_JIS", "cp932": "Shift_JIS",
    "ms932": "Shift_JIS", "cswindows31j": "Shift_JIS",
    "euc-jp": "EUC-JP", "euc_jp": "EUC-JP", "x-euc-jp": "EUC-JP", "eucjp": "EUC-JP", "cseucpkdfmtjapanese": "EUC-JP",
    "iso-2022-jp": "ISO-2022-JP", "csiso2022jp": "ISO-2022-JP", "iso2022jp": "ISO-2022-JP", "jis": "ISO-2022-JP",
}  # fmt: skip
_MARKS: Final = (  # that of UTF-32 begins with one of UTF-16
    (BOM_UTF32_LE, "UTF-32"),
    (BOM_UTF32_BE, "UTF-32"),
    (BOM_UTF8, "UTF-8"),
    (BOM_UTF16_LE, "UTF-16"),
    (BOM_UTF16_BE, "UTF-16"),
)
_UTF16: Final = ("utf-16", "utf-16le", "utf-16be", "unicode")
_KANA: Final = re.compile("[\u3040-\u30fe]")
_HALF_KANA: Final = re.compile("[\uff61-\uff9f]")


def decode(data: bytes, name: str, said: str = "") -> str:
    """The text of a file without its byte order mark; ``said`` is an encoding that stands outside of it, as of a part of a mail.

    Raises:
        FileError: when it names an encoding that is not read, or is not text in one of those that are.
    """
    text = _by_mark(data, name)
    if text is None:
        text = _by_words(data, name, said)
    if "\x00" in text:
        raise FileError(
            "「{name}」は文字のファイルではありません（文字でない部分があります）。ファイルを確かめてください。",
            name=name,
        )
    return text


def _by_mark(data: bytes, name: str) -> str | None:
    """The text of a file that opens with a byte order mark; None where there is none."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding).removeprefix("\ufeff")
            except UnicodeDecodeError as error:
                raise FileError(_broken(name, encoding)) from error
    return None


def _by_words(data: bytes, name: str, said: str) -> str:
    declared = _DECLARED.search(data[:_HEAD])
    if declared and not said:
        said = (declared[1] or declared[2]).decode("ascii", "replace")
    family = _NAMES.get(said.lower(), "")
    if said and not family and said.lower() not in _UTF16:
        # a page that can be read is not in UTF-16 without a mark
        raise FileError(
            "「{name}」の文字コード（{encoding}）は読めません。UTF-8かShift_JISで保存し直したファイルを選んでください。",
            name=name,
            encoding=said,
        )
    if family and (text := _strictly(data, family)) is not None:
        return text
    if b"\x1b$" in data and (text := _strictly(data, "ISO-2022-JP")) is not None:
        return text
    if (text := _strictly(data, "UTF-8")) is not None:
        return text
    found = [
        text for family_name in ("Shift_JIS", "EUC-JP") if (text := _strictly(data, family_name)) is not None
    ]
    if not found:
        raise FileError(_broken(name, family or phrase("UTF-8・Shift_JIS・EUC-JP・ISO-2022-JPのどれか")))
    return max(found, key=_likeness)


def _strictly(data: bytes, family: str) -> str | None:
    for encoding in _FAMILIES[family]:
        with suppress(UnicodeDecodeError):
            return data.decode(encoding)
    return None


def _likeness(text: str) -> int:
    """How much a text looks like Japanese: EUC-JP read as Shift_JIS is full of half-width katakana."""
    sample = text[:_SAMPLE]
    return len(_KANA.findall(sample)) - len(_HALF_KANA.findall(sample))


def _broken(name: str, encoding: str) -> str:
    return phrase(
        "「{name}」の文字が{encoding}として読めません。文字のファイルではないか、壊れています。ファイルを確かめてください。",
        name=name,
        encoding=encoding,
    )
