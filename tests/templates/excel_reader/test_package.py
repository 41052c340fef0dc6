"""What a file may not do to the program: macros, links, bombs, entities, other formats."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook

from main import STANDARD_FOLDER
from model.document.storage import FileError
from templates.readers.books import archive as limits
from templates.readers.reading import Reading
from templates.readers.sources import read_source
from tests import samples
from tests.templates.workbooks import export

_XML = "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'"
_STRINGS = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"


def _book(path: Path, **members: bytes) -> Path:
    """A small workbook, with members added or replaced."""
    workbook = Workbook()
    workbook.active["A1"] = "事業名"  # type: ignore[index]
    workbook.active["B1"] = "運営事業"  # type: ignore[index]
    plain = path.with_name("plain.xlsx")
    workbook.save(plain)
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            if name not in members:
                target.writestr(name, source.read(name))
        for name, data in members.items():
            target.writestr(name, data)
    return path


def _read(path: Path) -> Reading:
    return read_source(path, samples.standard(), STANDARD_FOLDER)


def _sentence(path: Path) -> str:
    with pytest.raises(FileError) as refused:
        _read(path)
    return str(refused.value)


def test_macros_and_links_are_said_and_left_alone(tmp_path: Path) -> None:
    """The values of a workbook with macros are read; that it has macros, or links to other workbooks, is listed."""
    path = _book(
        tmp_path / "a.xlsm", **{"xl/vbaProject.bin": b"x", "xl/externalLinks/externalLink1.xml": b"<x/>"}
    )
    reading = _read(path)
    assert reading.request.header.name == "運営事業"
    assert [entry.why[:4] for entry in reading.unread[:2]] == ["マクロが", "ほかのブ"]


def test_a_strict_workbook_is_read(tmp_path: Path) -> None:
    """「Strict Open XML」 is the same workbook under other namespaces: our own comes back whole, another by its labels."""
    path = _strict(tmp_path / "own.xlsx", export(samples.sample()))
    assert _read(path) == Reading(samples.sample())
    plain = _book(tmp_path / "foreign.xlsx").read_bytes()
    assert _read(_strict(tmp_path / "strict.xlsx", plain)).request.header.name == "運営事業"


def _strict(path: Path, data: bytes) -> Path:
    """A workbook with the namespaces that Excel writes for 「Strict Open XML」."""
    usual = re.compile(rb"http://schemas\.openxmlformats\.org/(spreadsheetml|officeDocument|drawingml)/2006/")
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            target.writestr(name, usual.sub(rb"http://purl.oclc.org/ooxml/\1/", source.read(name)))
    return path


def test_an_old_workbook_is_refused(tmp_path: Path) -> None:
    """A .xls cannot be read; the sentence says how to save it anew."""
    path = tmp_path / "old.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    assert "名前を付けて保存" in _sentence(path)


def test_a_locked_workbook_is_refused(tmp_path: Path) -> None:
    """A workbook with a password is an OLE file that holds an encrypted package."""
    path = tmp_path / "locked.xlsx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"))
    assert "パスワード" in _sentence(path)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "空のファイル"),
        (b"PK\x03\x04 cut short", "壊れている"),
        ("事業名,運営".encode("cp932"), "要求書のページではありません"),
    ],
)
def test_what_is_no_workbook_is_refused(tmp_path: Path, data: bytes, why: str) -> None:
    """Any other file is refused with one sentence."""
    path = tmp_path / "x.xlsx"
    path.write_bytes(data)
    assert why in _sentence(path)


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    """A path without a file gives a sentence."""
    assert "開けません" in _sentence(tmp_path / "gone.xlsx")


def test_another_archive_is_refused(tmp_path: Path) -> None:
    """A ZIP archive without a workbook, as an .odt, is named, with what to do."""
    path = tmp_path / "book.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("content.xml", "<x/>")
    assert "LibreOfficeの文書か図なので読めません" in _sentence(path)


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sizes that the archive declares count, and so do the bytes that come out of it."""
    path = _book(tmp_path / "bomb.xlsx", **{"xl/media/x.bin": b"\0" * 2_000_000})
    assert path.stat().st_size < 20_000
    monkeypatch.setattr(limits, "LARGEST_UNPACKED", 1_000_000)
    monkeypatch.setattr(limits, "MOST_TIMES", 1_000_000)
    assert "大きすぎる" in _sentence(path)


def test_entities_are_never_expanded(tmp_path: Path) -> None:
    """A member that declares a document type is refused, in any encoding."""
    xml = '<?xml version="1.0"?><!DOCTYPE s [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><sst><si><t>&b;</t></si></sst>'
    for data in (xml.encode(), xml.encode("utf-16")):
        path = _book(tmp_path / "entities.xlsx", **{"xl/sharedStrings.xml": data})
        assert "DTD" in _sentence(path)


@pytest.mark.parametrize(
    "rows",
    ["<row r='1'><c r='A1'><v>1</v>", "<row r='0'/>", "<row r='x'/>", "<row r='1'><c r='A1' t='s'><v>x</v></c></row>", "<row r='1'><c r='12'><v>1</v></c></row>"],
)  # fmt: skip
def test_a_damaged_sheet_is_refused(tmp_path: Path, rows: str) -> None:
    """A sheet that breaks off or names impossible cells gives a sentence, never a traceback."""
    xml = f"<worksheet {_XML}><sheetData>{rows}</sheetData></worksheet>".encode()
    assert "壊れている" in _sentence(_book(tmp_path / "x.xlsx", **{"xl/worksheets/sheet1.xml": xml}))


def test_furigana_is_no_part_of_a_text(tmp_path: Path) -> None:
    """Excel keeps the reading that was typed beside a text; it is not shown and not read."""
    strings = f"<sst {_XML}><si><t>事業名</t></si><si><t>橋</t><rPh sb='0' eb='1'><t>ハシ</t></rPh></si></sst>".encode()
    sheet = (
        f"<worksheet {_XML}><sheetData><row><c t='s'><v>0</v></c><c t='s'><v>1</v></c></row>"
        "<row><c t='inlineStr'><is><t>段階</t></is></c>"
        "<c t='inlineStr'><is><t>要求</t><rPh sb='0' eb='2'><t>ヨウキュウ</t></rPh></is></c></row></sheetData></worksheet>"
    ).encode()
    plain = zipfile.ZipFile(_book(tmp_path / "types.xlsx"))
    types = plain.read("[Content_Types].xml").replace(
        b"</Types>", b'<Override PartName="/xl/sharedStrings.xml" ContentType="%s"/></Types>' % _STRINGS
    )
    members = {
        "[Content_Types].xml": types,
        "xl/sharedStrings.xml": strings,
        "xl/worksheets/sheet1.xml": sheet,
    }
    header = _read(_book(tmp_path / "x.xlsx", **members)).request.header
    assert (header.name, header.stage) == ("橋", "要求")
