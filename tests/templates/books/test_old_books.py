"""Workbooks of older Excel, of Excel's binary form and of LibreOffice: their values, merged cells, and what is refused."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from main import STANDARD_FOLDER
from model.document.storage import FileError
from templates.readers.books import read_book
from templates.readers.books.cells import Stopped
from templates.readers.sources import read_source
from tests import samples
from tests.templates.books.made_books import END, begin, compound, number_cell, ods, record, xls, xlsb

DATA = samples.ROOT / "tests" / "data" / "books"
ROWS = {
    1: {1: "令和8年度 予算要求書"},
    2: {1: "事業名", 2: "橋りょう補修事業"},
    3: {1: "（単位：千円）"},
    4: {1: "内容", 2: "前年度予算額", 3: "要求額"},
    5: {1: "委託料", 2: 1200, 3: Decimal("1500.5")},
    6: {1: "工事請負費", 2: 3000, 3: 2800},
    7: {1: "合計", 2: 4200, 3: Decimal("4300.5")},
    9: {1: "契約日", 2: "2026-04-01"},
}


@pytest.mark.parametrize("name", ["table.xls", "table.ods"])
def test_the_values_of_an_old_workbook(name: str) -> None:
    """Tabs, numbers, texts and dates are those of the same workbook as .xlsx; hidden tabs are known."""
    book = read_book(DATA / name)
    assert [(sheet.title, sheet.is_hidden) for sheet in book.sheets] == [("要求", False), ("控え", True)]
    assert book.sheets[0].rows == ROWS
    assert book.sheets[1].rows == {3: {2: "長い文" * 100}}
    assert "値だけを読みました" in book.missing
    assert ".xlsxで保存し直す" in book.missing


def test_merged_cells_of_a_xls() -> None:
    """A merged range counts its columns and rows, where calamine knows of it."""
    (first, _) = read_book(DATA / "table.xls").sheets
    assert (first.spans, first.row_spans) == ({(1, 1): 3}, {(1, 1): 1})


def test_a_binary_workbook(tmp_path: Path) -> None:
    """A .xlsb is read by its content, whatever its name ends with."""
    book = read_book(
        xlsb(tmp_path / "a.xlsx", [(0, 0, "内容"), (0, 2, "要求額"), (3, 0, "委託料"), (3, 2, 12.5)])
    )
    assert book.sheets[0].rows == {1: {1: "内容", 3: "要求額"}, 4: {1: "委託料", 3: Decimal("12.5")}}


def test_a_file_of_two_kinds_is_refused(tmp_path: Path) -> None:
    """A file that is two workbooks at once would be looked through as one and opened as the other."""
    path = ods(tmp_path / "a.ods", _row(1, "委託"))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    with pytest.raises(FileError, match="壊れている"):
        read_book(path)
    both = tmp_path / "b.xls"
    both.write_bytes((DATA / "table.xls").read_bytes() + (DATA / "table.ods").read_bytes())
    with pytest.raises(FileError, match="壊れている"):
        read_book(both)


def test_what_an_old_workbook_does_not_say_is_listed() -> None:
    """A request from a .xls has its name and its figures, and one sentence on what such a file does not say."""
    reading = read_source(DATA / "table.xls", samples.standard(), STANDARD_FOLDER)
    assert reading.request.header.name == "橋りょう補修事業"
    assert [entry.where for entry in reading.unread].count("table.xls") == 1


def test_repeated_cells_of_a_ods(tmp_path: Path) -> None:
    """LibreOffice fills a sheet up with a million repeated blank rows: they cost nothing."""
    rows = (
        '<table:table-row><table:table-cell office:value-type="float" office:value="7"/>'
        '<table:table-cell table:number-columns-repeated="16383"/></table:table-row>'
        '<table:table-row table:number-rows-repeated="1048575"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )
    assert read_book(ods(tmp_path / "a.ods", rows)).sheets[0].rows == {1: {1: 7}}


def test_reading_is_stopped(tmp_path: Path) -> None:
    """A person who does not want to wait stops the reading of an old workbook, too."""

    def stop(_: int, __: int) -> None:
        raise Stopped

    path = xls(tmp_path / "a.xls", b"".join(number_cell(row, 0) for row in range(600)))
    with pytest.raises(Stopped):
        read_book(path, stop)


def _shared(*texts: str, first: int = 8_224) -> bytes:
    """The texts that cells share; the first record ends behind a character."""
    words = b"".join(struct.pack("<HB", len(text), 1) + text.encode("utf-16-le") for text in texts)
    data = struct.pack("<II", len(texts), len(texts)) + words
    pieces = [data[:first]]
    rest = data[first:]
    while rest:  # a text that goes on says again how wide its characters are
        pieces.append(b"\x01" + rest[:8_222])
        rest = rest[8_222:]
    return record(0xFC, pieces[0]) + b"".join(record(0x3C, piece) for piece in pieces[1:])


def _text_cell(row: int, index: int) -> bytes:
    return record(0xFD, struct.pack("<HHHI", row, 0, 0, index))


def test_texts_over_several_records(tmp_path: Path) -> None:
    """A .xls holds its texts in pieces of 8 kilobytes; a text may go on in the next."""
    texts = ("委託料", "長" * 9_000, "備考")
    cells = b"".join(_text_cell(row, row) for row in range(3))
    book = read_book(xls(tmp_path / "a.xls", cells, _shared(*texts)))
    assert book.sheets[0].rows == {row: {1: text} for row, text in enumerate(texts, start=1)}


def _row(down: int, text: str, right: int = 1) -> str:
    """A row of a .ods with a text, both repeated."""
    cell = (
        f'<table:table-cell office:value-type="string" table:number-columns-repeated="{right}">'
        f"<text:p>{text}</text:p></table:table-cell>"
    )
    return f'<table:table-row table:number-rows-repeated="{down}">{cell}</table:table-row>'


BOMBS: dict[str, Callable[[Path], Path]] = {
    "cells in both corners": lambda path: xls(path, number_cell(0, 0) + number_cell(65_535, 255)),
    "corners behind a record that seems to hold the sheet": lambda path: xls(
        path, number_cell(0, 0) + number_cell(65_535, 255), end=END + struct.pack("<HH", 0x42, 56)
    ),
    "a size of four thousand million rows": lambda path: xls(
        path, record(0x200, struct.pack("<IIHHH", 0, 4_000_000_000, 0, 65_535, 0)) + number_cell(0, 0)
    ),
    "one long text in many cells": lambda path: xls(
        path, b"".join(_text_cell(row % 65_000, 0) for row in range(60_000)), _shared("長" * 32_000, first=8_223)
    ),
    "corners of a .xlsb": lambda path: xlsb(path, [(0, 0, 1.0), (1_048_575, 16_383, 1.0)]),
    "a row repeated a million times": lambda path: ods(path, _row(1_000_000, "委託", 4)),
    "a cell repeated a thousand million times": lambda path: ods(path, _row(1, "委託", 1_000_000_000)),
    "a text repeated": lambda path: ods(path, _row(9_000, "長" * 9_000)),
}  # fmt: skip


@pytest.mark.parametrize("kind", BOMBS)
def test_a_bomb_is_refused(tmp_path: Path, kind: str) -> None:
    """A small file that would fill the memory is refused in one sentence before it is opened."""
    path = BOMBS[kind](tmp_path / "もと.xls")
    assert path.stat().st_size < 3_000_000
    with pytest.raises(FileError, match=r"「もと\.xls」は開くと大きすぎる"):
        read_book(path)


_MEASURE = """
import resource, sys
from pathlib import Path
from model.document.storage import FileError
from templates.readers.books import read_book
for name in sys.argv[1:]:
    try:
        read_book(Path(name))
    except FileError as error:
        pass
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""
# A process begins with the peak of the one that started it, which must therefore be a small one.
_ALONE = "import subprocess, sys; sys.exit(subprocess.run([sys.argv[1], '-c', *sys.argv[2:]]).returncode)"


def test_no_bomb_costs_memory(tmp_path: Path) -> None:
    """All of them together are refused in less than 200 MB."""
    pytest.importorskip("resource")
    paths = [make(tmp_path / f"{index}.xls") for index, make in enumerate(BOMBS.values())]
    done = subprocess.run(
        [sys.executable, "-c", _ALONE, sys.executable, _MEASURE, *map(str, paths)],
        cwd=samples.ROOT, capture_output=True, encoding="utf-8", timeout=120, check=True, env={**os.environ},
    )  # fmt: skip
    assert int(done.stdout.split()[-1]) / (1_024 if sys.platform == "linux" else 1_024**2) < 200


BEGIN_OF_LIST = begin(5)


def _other_border(path: Path) -> bytes:
    """A compound file whose head says that streams up to a million bytes are small ones."""
    data = path.read_bytes()
    return data[:56] + struct.pack("<I", 1 << 20) + data[60:]


def _circle(data: bytes) -> bytes:
    """A compound file whose list of sectors leads from the second sector back to the first."""
    table = struct.unpack_from("<I", data, 76)[0] * 512 + 512
    return data[: table + 4] + struct.pack("<I", 0) + data[table + 8 :]


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda path: xls(path, record(0x2F, b"\0" * 54)), "パスワード"),
        (lambda path: ods(path, "", "<encryption-data/>"), "パスワード"),
        (lambda path: _written(path, compound(b"", "EncryptedPackage")), "パスワード"),
        (lambda path: _written(path, compound(b"", "WordDocument")), "Wordの古い文書"),
        (lambda path: _written(path, compound(b"", "PowerPoint Document")), "PowerPointの古い資料"),
        (lambda path: _written(path, compound(b"", "DocumentText")), "Excelのブックではない"),
        (lambda path: _written(path, (DATA / "table.xls").read_bytes()[:3_000]), "途中で切れて"),
        (lambda path: _written(path, _other_border(DATA / "table.xls")), "途中で切れて"),
        (lambda path: _written(path, (DATA / "table.ods").read_bytes()[:3_000]), "途中で切れて"),
        (lambda path: xls(path, record(0xFC, b"\x01\0\0\0\x01\0\0\0\xff\xff\x01")), "途中で切れて"),
        (lambda path: xls(path, record(0x200, struct.pack("<IIHHH", 97, 3, 1, 2, 0))), "途中で切れて"),
        (lambda path: _written(path, _circle(compound(BEGIN_OF_LIST))), "途中で切れて"),
    ],
)
def test_what_cannot_be_read_is_one_sentence(
    tmp_path: Path, make: Callable[[Path], Path], words: str
) -> None:
    """A locked, damaged or other file is one sentence: what it is and what to do."""
    with pytest.raises(FileError, match=words) as refused:
        read_source(make(tmp_path / "もと.xls"), samples.standard(), STANDARD_FOLDER)
    assert str(refused.value).startswith("「もと.xls」")
    assert str(refused.value).endswith("ください。")
    assert "\n" not in str(refused.value)


def _written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("name", ["table.xls", "table.ods"])
def test_a_damaged_old_workbook_is_read_or_refused(tmp_path: Path, name: str) -> None:
    """Whatever byte of an old workbook is another, it is read or refused in words: no panic of the reader reaches a user."""
    data = (DATA / name).read_bytes()
    path = tmp_path / name
    for start in range(0, len(data), max(1, len(data) // 150)):
        path.write_bytes(data[:start] + bytes([data[start] ^ 0x55, 0xFF]) + data[start + 2 :])
        try:
            read_book(path)
        except FileError as error:
            assert str(error).startswith("「")  # noqa: PT017 - most are read


def test_a_sheet_of_a_binary_workbook_that_is_listed_again(tmp_path: Path) -> None:
    """A .xlsb whose list names one sheet several times is damaged: it would be read as often as a few bytes say."""
    with pytest.raises(FileError, match="壊れているか、途中で切れている"):
        read_book(xlsb(tmp_path / "a.xlsb", [(0, 0, 1.0)], listed=3))


@pytest.mark.parametrize("kind", range(12))
def test_a_record_of_a_binary_workbook_that_is_too_short(kind: int, tmp_path: Path) -> None:
    """A .xlsb with a row or cell that ends before its place and value is damaged: the record before it would be read in its stead."""
    path = xlsb(
        tmp_path / "a.xlsb", [(0, 0, "十二の文字からなる内容です"), (0, 1, 1.0)], ends_with=(kind, b"\0\0\0")
    )
    with pytest.raises(FileError, match="壊れているか、途中で切れている"):
        read_book(path)


@pytest.mark.parametrize("kind", ["xls", "xlsb", "ods"])
def test_more_sheets_than_a_request_has(kind: str, tmp_path: Path) -> None:
    """A workbook of more than 500 sheets is refused before they are read."""
    path = tmp_path / f"a.{kind}"
    if kind == "xls":
        xls(path, number_cell(0, 0), record(0x85, struct.pack("<IBBBB", 0, 0, 0, 1, 0) + b"S") * 500)
    elif kind == "xlsb":
        xlsb(path, [(0, 0, 1.0)], listed=501)
    else:
        ods(path, "</table:table><table:table>" * 500)
    with pytest.raises(FileError, match="大きすぎる"):
        read_book(path)
