"""What is taken in: every kind by its content, and every bad file refused in one sentence, at little cost."""

from __future__ import annotations

import os
import struct
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import PIPE, Popen

import pytest

from model.document import storage
from model.document.document import take_snapshot
from model.document.storage import FileError
from model.request.request import Request
from templates.page.html import render
from templates.readers import page, sources, workbook
from templates.readers.reading import Reading
from templates.readers.sources import read_source
from tests.samples import ROOT, sample, standard

FOLDER = ROOT / "templates" / "standards" / "tottori"
FOREIGN = (
    "平成19年度予算\n事業名:\n生産振興推進事業\n事業費\n要求額:665千円 財源:単県\n①の調査を㈱東に委託する。\n"
)
FOREIGN_HTML = f"<html><head><title>要求書</title></head><body><pre>{FOREIGN}</pre></body></html>"


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, object]]:
    """What the readers of foreign pages and of workbooks were given."""
    given: list[tuple[str, object]] = []

    def reader(kind: str) -> Callable[..., Reading]:
        def read(source: object, *_: object) -> Reading:
            given.append((kind, source))
            return Reading(Request())

        return read

    monkeypatch.setattr(page, "read_text", reader("text"))
    monkeypatch.setattr(page, "read_html", reader("html"))
    monkeypatch.setattr(workbook, "read_workbook", reader("workbook"))
    return given


def put(path: Path, data: bytes | str) -> Path:
    """The path, with the bytes or the UTF-8 text in it."""
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def zipped(path: Path, parts: dict[str, bytes]) -> Path:
    """A zip file of parts."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


BOOK = {"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>"}


class TestKinds:
    """A file is what it holds, whatever its name says."""

    def test_request_file(self, tmp_path: Path) -> None:
        """A request file is opened as it is, also where its ending was changed."""
        for name in ("a.yosan", "a.txt"):
            assert (
                read_source(put(tmp_path / name, storage.dumps(sample())), standard(), FOLDER).request
                == sample()
            )

    def test_our_page(self, tmp_path: Path) -> None:
        """A page that this program wrote is read back, whatever its ending."""
        page = render(take_snapshot(sample(), standard()), FOLDER)
        found = read_source(put(tmp_path / "a.txt", page), standard(), FOLDER).request
        assert found.header == sample().header

    @pytest.mark.parametrize(("words", "kind"), [(FOREIGN, "text"), (FOREIGN_HTML, "html")])
    def test_foreign_page(
        self, tmp_path: Path, heard: list[tuple[str, object]], words: str, kind: str
    ) -> None:
        """A published page of another program goes to its reader: as HTML where there is markup, else as text."""
        read_source(put(tmp_path / "a.dat", words), standard(), FOLDER)
        assert heard == [(kind, words)]

    def test_words_as_numbers(self, tmp_path: Path, heard: list[tuple[str, object]]) -> None:
        """A page may write its characters as numbers (&#20107;), and is a page all the same."""
        read_source(
            put(tmp_path / "a", FOREIGN_HTML.encode("ascii", "xmlcharrefreplace")), standard(), FOLDER
        )
        assert [kind for kind, _ in heard] == ["html"]

    def test_workbook(self, tmp_path: Path, heard: list[tuple[str, object]]) -> None:
        """A workbook is known by its parts."""
        path = zipped(tmp_path / "a.dat", BOOK)
        read_source(path, standard(), FOLDER)
        assert heard == [("workbook", path)]


class TestEncodings:
    """Pages of twenty years came out in several encodings."""

    @pytest.mark.parametrize(
        "encoding", ["utf-8", "utf-8-sig", "utf-16", "cp932", "euc_jis_2004", "iso2022_jp_2004"]
    )
    @pytest.mark.parametrize("words", [FOREIGN, FOREIGN_HTML])
    def test_without_a_word_of_it(
        self, tmp_path: Path, heard: list[tuple[str, object]], encoding: str, words: str
    ) -> None:
        """A file that does not say its encoding is read by the only one that fits, with ① and ㈱."""
        if encoding == "iso2022_jp_2004":
            words = words.replace("①", "1").replace("㈱", "(株)")
        read_source(put(tmp_path / "a", words.encode(encoding)), standard(), FOLDER)
        assert heard[0][1] == words

    @pytest.mark.parametrize(
        ("said", "encoding"),
        [("Shift_JIS", "cp932"), ("x-sjis", "cp932"), ("EUC-JP", "euc_jis_2004"), ("UTF-8", "utf-8")],
    )
    def test_by_what_the_page_says(
        self, tmp_path: Path, heard: list[tuple[str, object]], said: str, encoding: str
    ) -> None:
        """A page that says its encoding is read by it."""
        page = FOREIGN_HTML.replace(
            "<title>", f'<meta http-equiv="x" content="text/html; charset={said}"><title>'
        )
        read_source(put(tmp_path / "a", page.encode(encoding)), standard(), FOLDER)
        assert heard == [("html", page)]

    def test_a_page_that_says_the_wrong_one(self, tmp_path: Path, heard: list[tuple[str, object]]) -> None:
        """A page that was saved in another encoding than it says is read by the one that fits."""
        page = FOREIGN_HTML.replace("<title>", '<meta charset="utf-8"><title>')
        read_source(put(tmp_path / "a", page.encode("cp932")), standard(), FOLDER)
        assert heard == [("html", page)]

    def test_another_encoding_is_named(self, tmp_path: Path) -> None:
        """An encoding that is not read is named, with what to do."""
        page = (
            FOREIGN_HTML.replace("①", "")
            .replace("㈱", "")
            .replace("<title>", '<meta charset="GB18030"><title>')
        )
        with pytest.raises(FileError, match=r"「a\.html」の文字コード（GB18030）は読めません"):
            read_source(put(tmp_path / "a.html", page.encode("gb18030")), standard(), FOLDER)


def _many_cells(path: Path) -> Path:
    """A workbook of 30 MB with two million cells, each another."""
    cells = "".join(f'<c r="{at}"/>' for at in range(2_000_000))
    return zipped(path, {**BOOK, "xl/worksheets/sheet1.xml": f"<row>{cells}</row>".encode()})


def _lying_zip(path: Path) -> Path:
    """A zip whose directory says that a part of 50 MB has 100 bytes."""
    zipped(path, {**BOOK, "xl/worksheets/sheet1.xml": b"<a>" + b" " * 50_000_000})
    data = path.read_bytes().replace(struct.pack("<L", 50_000_003), struct.pack("<L", 100))
    return put(path, data)


_LAUGHS = b'<!DOCTYPE a [<!ENTITY b "ha">' + b"".join(
    b'<!ENTITY %c "%s">' % (letter, b"&%c;" % (letter - 1) * 10) for letter in range(ord("c"), ord("m"))
)
_OUTSIDE = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'

BAD: dict[str, tuple[Callable[[Path], Path], str]] = {
    "missing": (lambda path: path, "見つかりません"),
    "folder": (lambda path: path.parent, "フォルダーです"),
    "device": (lambda _: Path(os.devnull), "ふつうのファイルではありません"),
    "empty": (lambda path: put(path, b""), "空のファイル"),
    "pdf": (lambda path: put(path, b"%PDF-1.7\n\x00\xff"), "PDF"),
    "png": (lambda path: put(path, b"\x89PNG\r\n\x1a\n\x00"), "画像"),
    "jpeg": (lambda path: put(path, b"\xff\xd8\xff\xe0\x00"), "画像"),
    "old excel": (lambda path: put(path, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 512), "古い形式"),
    "word": (lambda path: zipped(path, {"[Content_Types].xml": b"", "word/document.xml": b""}), "Wordの文書"),
    "powerpoint": (lambda path: zipped(path, {"[Content_Types].xml": b"", "ppt/presentation.xml": b""}), "PowerPoint"),
    "any zip": (lambda path: zipped(path, {"a/要求.yosan": b"{}"}), "展開して"),
    "excel 4": (lambda path: put(path, b"\x09\x04\x06\x00\x00\x00\x10\x00" + b"\x00" * 100), "Excel 4.0"),
    "lotus": (lambda path: put(path, b"\x00\x00\x02\x00\x06\x04\x06\x00" + b"\x00" * 100), "ロータス"),
    "excel xml": (
        lambda path: put(path, '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>'), "名前を付けて保存",
    ),
    "mail without a page": (
        lambda path: put(path, "MIME-Version: 1.0\nContent-Type: text/plain\n\nきょうは天気がよい。\n"), "HTMLのみ",
    ),
    "half a zip": (lambda path: put(path, zipped(path, BOOK).read_bytes()[:60]), "壊れているか"),
    "other text": (lambda path: put(path, "きょうは天気がよい。\n"), "予算要求書のページではありません"),
    "other html": (lambda path: put(path, "<html><p>きょうは天気がよい。"), "予算要求書のページではありません"),
    "too much markup": (lambda path: put(path, "<table>" + "<td>1" * 700_000), "部品が多すぎます"),
    "too many attributes": (lambda path: put(path, "<p " + "a=1 " * 2_500_000), "部品が多すぎます"),
    "damaged request": (lambda path: put(path, storage.dumps(sample())[:900]), "壊れているか"),
    "nul": (lambda path: put(path, FOREIGN.encode() + b"\x00"), "文字のファイルではありません"),
    "junk": (lambda path: put(path, bytes(range(128, 256)) * 40), "文字が"),
    "lone surrogate": (lambda path: put(path, b"\xff\xfe" + b"\x00\xd8A\x00" * 9), "UTF-16"),
    "surrogate in utf-8": (
        lambda path: put(path, FOREIGN_HTML.replace("<title>", '<meta charset="utf-8"><title>').encode() + b"\xed\xa0\x80"),
        "UTF-8として読めません",
    ),
    "deep page": (
        lambda path: put(path, f'<template id="yosancho"></template><main>{"<div>" * 100_000}'),
        "入れ子が深すぎて",
    ),
    "deep json": (lambda path: put(path, b'{"format":' * 100_000), "壊れているか"),
    "large page": (lambda path: _sparse(path, 100_000_000), "大きすぎます"),
    "large workbook": (lambda path: _sparse(path, 100_000_000, b"PK\x03\x04"), "大きすぎます"),
    "large request": (lambda path: _sparse(path, 100_000_000, b"{"), "大きすぎる"),
    "zip bomb": (lambda path: zipped(path, {**BOOK, "xl/a.xml": b" " * 100_000_000}), "開くと大きすぎる"),
    "many small bombs": (
        lambda path: zipped(path, {**BOOK, **{f"xl/{at}.xml": b" " * 900_000 for at in range(50)}}),
        "開くと大きすぎる",
    ),
    "many cells": (_many_cells, "開くと大きすぎる"),
    "entity in another part": (lambda path: zipped(path, {**BOOK, "xl/media/a.bin": _OUTSIDE}), "DTD"),
    "lying zip": (_lying_zip, "壊れているか"),
    "billion laughs": (lambda path: zipped(path, {**BOOK, "xl/a.xml": _LAUGHS + b"]><a>&l;</a>"}), "DTD"),
    "outside entity": (lambda path: zipped(path, {**BOOK, "xl/a.xml": _OUTSIDE}), "DTD"),
    "hidden entity": (
        lambda path: zipped(path, {**BOOK, "xl/a.xml": _OUTSIDE.decode().encode("utf-16")}),
        "DTD",
    ),
}  # fmt: skip


def _sparse(path: Path, size: int, head: bytes = b"<html>") -> Path:
    with path.open("wb") as file:
        file.write(head)
        file.truncate(size)
    return path


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_file_is_one_sentence(tmp_path: Path, kind: str) -> None:
    """What cannot be read is refused in one Japanese sentence of what it is and what to do, never with a traceback."""
    make, words = BAD[kind]
    with pytest.raises(FileError, match=words) as refused:
        read_source(make(tmp_path / "もと.html"), standard(), FOLDER)
    assert "\n" not in str(refused.value)
    assert kind in ("folder", "device") or "もと.html" in str(refused.value)
    assert str(refused.value).endswith("。")


@pytest.mark.parametrize(
    "kind",
    ["large page", "large workbook", "large request", "zip bomb", "lying zip", "many cells", "deep json"],
)
def test_a_bomb_costs_no_memory(tmp_path: Path, readers: Popen[str], kind: str) -> None:
    """A file that is made to fill the memory is refused before it does: less than 200 MB, where 500 are allowed."""
    path = BAD[kind][0](tmp_path / "もと.html")
    assert _peak_of(path, readers) < 200


def test_the_largest_page_fits(tmp_path: Path, readers: Popen[str]) -> None:
    """A page of ours just below the limit, nested a hundred thousand deep, is read or refused within 500 MB."""
    page = render(take_snapshot(sample(), standard()), ROOT / "templates" / "standards" / "tottori")
    nested = page.replace("</main>", "<div>" * 100_000 + "深い" + "</div>" * 100_000 + "</main>")
    filled = page.replace("</main>", f"<p>{'あ' * ((sources.LARGEST_TEXT - len(page) * 3) // 3)}</p></main>")
    for name, text in (("deep", nested), ("full", filled)):
        assert _peak_of(put(tmp_path / f"{name}.html", text), readers) < 500


_MEASURE = """
import os, resource, signal, sys
from pathlib import Path
from subprocess import PIPE, Popen
from main import STANDARD_FOLDER
from model.document.storage import FileError
from model.standard_folder import load
from templates.readers.sources import read_source
standard = load.load(STANDARD_FOLDER)
for line in sys.stdin:
    process = os.fork()  # one that reads, whose peak begins with the little that is here
    if process == 0:
        signal.alarm(120)
        try:
            read_source(Path(line.strip()), standard, STANDARD_FOLDER)
        except FileError:
            pass
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, flush=True)
        os._exit(0)
    if os.waitpid(process, 0)[1]:
        print("failed", flush=True)
"""


@pytest.fixture(scope="module")
def readers() -> Iterator[Popen[str]]:
    """A process that has another one read each file whose path it is given, and says the peak of its memory."""
    pytest.importorskip("resource")
    with Popen(
        [sys.executable, "-c", _MEASURE], cwd=ROOT, stdin=PIPE, stdout=PIPE, encoding="utf-8"
    ) as process:
        yield process


def _peak_of(path: Path, readers: Popen[str]) -> float:
    """The peak memory of a process that reads a file, MB."""
    assert readers.stdin is not None
    assert readers.stdout is not None
    print(path, file=readers.stdin, flush=True)
    return int(readers.stdout.readline()) / (1_024 if sys.platform == "linux" else 1_024**2)


def test_struck_words_of_a_page_are_said(tmp_path: Path) -> None:
    """A figure that a page strikes out is not read, and stands among what was not read; without one nothing is said."""
    rows = "<tr><td>印刷費</td><td>{figure}</td><td>300</td></tr><tr><td>郵送料</td><td>200</td><td>100</td></tr>"
    page = (
        "<html><body><h1>令和8年度 広報事業</h1><p>単位：千円</p><table><tr><th>内容</th><th>要求額</th><th>前年度予算額</th></tr>"
        f"{rows}<tr><td>計</td><td>600</td><td>400</td></tr></table></body></html>"
    )
    found = {}
    for figure in ("<s>440</s> 400", "400"):
        file = tmp_path / "広報.html"
        file.write_text(page.format(figure=figure), encoding="utf-8")
        reading = read_source(file, standard(), tmp_path)
        assert [line.amount for line in reading.request.groups[0].lines] == [400, 200]
        found[figure] = [each.text for each in reading.unread if "消し線" in each.why]
    assert found == {"<s>440</s> 400": ["440"], "400": []}
