"""Workbooks made byte by byte: .xlsx of given parts, .xls of given records, .xlsb, .ods."""

from __future__ import annotations

import struct
import zipfile
from pathlib import Path
from typing import Final

MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006/relationships"


def zipped(path: Path, parts: dict[str, str | bytes]) -> Path:
    """A zip file of parts."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


def relations(*targets: tuple[str, str]) -> str:
    """A part that names others: their kinds and names."""
    lines = "".join(
        f'<Relationship Id="r{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}">{lines}</Relationships>'


def xlsx_parts(
    rows: str, *, tail: str = "", head: str = "", formats: tuple[str, ...] = (), calculation: str = ""
) -> dict[str, str | bytes]:
    """The parts of a workbook of one sheet, whose style n has the n-th number format (0 has none)."""
    numbers = "".join(
        f'<numFmt numFmtId="{200 + index}" formatCode="{code}"/>' for index, code in enumerate(formats)
    )
    styles = "".join(f'<xf numFmtId="{200 + index}"/>' for index in range(len(formats)))
    return {
        "_rels/.rels": relations(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{_OFFICE}"><sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets>{calculation}</workbook>',
        "xl/_rels/workbook.xml.rels": relations(
            ("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml")
        ),
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><numFmts>{numbers}</numFmts><cellXfs><xf numFmtId="0"/>{styles}</cellXfs></styleSheet>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}">{head}<sheetData>{rows}</sheetData>{tail}</worksheet>',
    }


def record(kind: int, data: bytes = b"") -> bytes:
    """A record of a .xls."""
    return struct.pack("<HH", kind, len(data)) + data


END: Final = record(0x0A)


def begin(kind: int) -> bytes:
    """The record that a part of a .xls begins with: 5 for the list of sheets, 16 for a sheet."""
    return record(0x809, struct.pack("<HHHHII", 0x600, kind, 0, 0, 0, 0))


def number_cell(row: int, column: int, value: float = 1.0) -> bytes:
    """A number in a .xls."""
    return record(0x203, struct.pack("<HHHd", row, column, 0, value))


def compound(stream: bytes, name: str = "Workbook") -> bytes:
    """A compound file (OLE) with one stream."""
    size = 512
    stream = stream.ljust(max(4_096, -(-len(stream) // size) * size), b"\0")
    count = len(stream) // size
    tables = -(-(count + 1 + (count + 127) // 127) // 128) + 1
    chain = [*(number + 1 for number in range(count - 1)), 0xFFFFFFFE, 0xFFFFFFFE]
    chain += [0xFFFFFFFD] * tables
    chain += [0xFFFFFFFF] * (tables * 128 - len(chain))

    def entry(title: str, kind: int, start: int, length: int, child: int) -> bytes:
        words = title.encode("utf-16-le") + b"\0\0"
        return (
            words.ljust(64, b"\0")
            + struct.pack("<HBBiii", len(words), kind, 1, -1, -1, child)
            + b"\0" * 36
            + struct.pack("<IQ", start, length)
        )

    entries = entry("Root Entry", 5, 0xFFFFFFFE, 0, 1) + entry(name, 2, 0, len(stream), -1)
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    head += b"\0" * 10 + struct.pack("<7I", tables, count, 0, 4_096, 0xFFFFFFFE, 0, 0xFFFFFFFE)
    head += struct.pack("<I", 0)
    numbers = [count + 1 + index for index in range(tables)]
    head += struct.pack("<109I", *(numbers + [0xFFFFFFFF] * (109 - tables)))
    return head + stream + entries.ljust(size, b"\0") + struct.pack(f"<{len(chain)}I", *chain)


def xls(path: Path, sheet: bytes, shared: bytes = b"", end: bytes = END) -> Path:
    """A .xls of one sheet with the records of its cells; ``end`` stands before it."""
    name = "S".encode("latin-1")

    def stream(start: int) -> bytes:
        bound = record(0x85, struct.pack("<IBBBB", start, 0, 0, len(name), 0) + name)
        return begin(5) + bound + shared + end

    start = len(stream(0))
    path.write_bytes(compound(stream(start) + begin(16) + sheet + END))
    return path


def _binary(kind: int, data: bytes = b"") -> bytes:
    """A record of a .xlsb."""
    head = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    length = len(data)
    size = bytearray()
    while True:
        size.append(length & 0x7F | (0x80 if length > 0x7F else 0))
        length >>= 7
        if not length:
            return head + bytes(size) + data


def _words(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def xlsb(
    path: Path,
    cells: list[tuple[int, int, float | str]],
    listed: int = 1,
    ends_with: tuple[int, bytes] | None = None,
) -> Path:
    """A .xlsb of one sheet, listed once or more often, with cells by row and column, from 0, and behind them a record."""
    last = max((row for row, _, _ in cells), default=0), max((column for _, column, _ in cells), default=0)
    sheet = _binary(129) + _binary(148, struct.pack("<4I", 0, last[0], 0, last[1])) + _binary(145)
    row = -1
    for line, column, value in cells:
        if line != row:
            row = line
            sheet += _binary(0, struct.pack("<IIHBBBI", row, 0, 300, 0, 0, 0, 0))
        place = struct.pack("<II", column, 0)
        sheet += (
            _binary(6, place + _words(value))
            if isinstance(value, str)
            else _binary(5, place + struct.pack("<d", value))
        )
    if ends_with is not None:
        sheet += _binary(*ends_with)
    sheet += _binary(146) + _binary(130)
    book = _binary(131) + _binary(143)
    book += _binary(156, struct.pack("<II", 0, 1) + _words("r1") + _words("表")) * listed
    book += _binary(144) + _binary(132)
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>'
    )
    return zipped(
        path,
        {
            "[Content_Types].xml": types,
            "_rels/.rels": relations(("officeDocument", "xl/workbook.bin")),
            "xl/workbook.bin": book,
            "xl/_rels/workbook.bin.rels": relations(("worksheet", "worksheets/sheet1.bin")),
            "xl/worksheets/sheet1.bin": sheet,
        },
    )


def ods(path: Path, rows: str, manifest: str = "") -> Path:
    """A .ods of one sheet with the rows of its table."""
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    content = (
        f"<office:document-content {spaces}><office:body><office:spreadsheet>"
        f'<table:table table:name="表">{rows}</table:table></office:spreadsheet></office:body></office:document-content>'
    )
    return zipped(
        path,
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": f"<manifest>{manifest}</manifest>",
            "content.xml": content,
        },
    )
