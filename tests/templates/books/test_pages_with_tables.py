"""Pages that a browser saved as one file, and HTML tables that are no published page."""

from __future__ import annotations

import base64
import quopri
from pathlib import Path

import pytest

from main import STANDARD_FOLDER
from model.document.document import take_snapshot
from model.document.storage import FileError
from templates.page.html import render
from templates.readers.page_tables import book_of_page
from templates.readers.sources import read_source
from tests import samples

TABLE = (
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><p>令和8年度 予算要求書</p>'
    "<table><tr><td>事業名</td><td>橋りょう補修事業</td></tr></table><p>（単位：千円）</p>"
    "<table><tr><td>内容</td><td>要求額</td></tr><tr><td>委託料</td><td>1,200</td></tr>"
    "<tr><td>合計</td><td>1,200</td></tr></table></body></html>"
)


def saved_page(page: str, encoding: str, transfer: str, said: str = "") -> bytes:
    """A page as a browser saves it in one file, with a picture before it."""
    data = page.encode(encoding)
    body = quopri.encodestring(data) if transfer == "quoted-printable" else base64.encodebytes(data)
    charset = f'; charset="{said}"' if said else ""
    head = (
        'From: <Saved by Blink>\nSubject: =?utf-8?Q?=E4=BA=88?=\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\tboundary="--B"\n\n'
        "----B\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0=\n\n"
        f"----B\nContent-Type: text/html{charset}\nContent-Transfer-Encoding: {transfer}\n\n"
    )
    return head.encode() + body + b"\n----B--\n"


@pytest.mark.parametrize("transfer", ["quoted-printable", "base64"])
def test_our_page_saved_as_one_file(tmp_path: Path, transfer: str) -> None:
    """Our own page saved by a browser in one file (.mhtml) gives back what it publishes."""
    page = render(take_snapshot(samples.sample(), samples.standard()), STANDARD_FOLDER)
    plain, saved = tmp_path / "a.html", tmp_path / "a.mhtml"
    plain.write_text(page, encoding="utf-8")
    saved.write_bytes(saved_page(page, "utf-8", transfer))
    first, second = (read_source(path, samples.standard(), STANDARD_FOLDER) for path in (plain, saved))
    assert second == first
    assert second.request.header == samples.sample().header


@pytest.mark.parametrize(("encoding", "said"), [("cp932", "shift_jis"), ("cp932", ""), ("euc_jp", "EUC-JP")])
def test_the_encoding_of_a_saved_page(tmp_path: Path, encoding: str, said: str) -> None:
    """A saved page is read in the encoding that its part names, or the one that fits."""
    path = tmp_path / "a.mht"
    path.write_bytes(saved_page(TABLE, encoding, "base64", said))
    request = read_source(path, samples.standard(), STANDARD_FOLDER).request
    assert request.header.name == "橋りょう補修事業"


def test_a_table_of_a_page_as_a_sheet() -> None:
    """Titles, notes and tables of a page stand below each other, as a person sees them; figures are numbers."""
    book = book_of_page(TABLE, "表", samples.standard())
    assert book is not None
    cells = [tuple(row.values()) for row in book.sheets[0].rows.values()]
    assert ("令和8年度 予算要求書",) in cells
    assert cells[-4:] == [("（単位：千円）",), ("内容", "要求額"), ("委託料", 1_200), ("合計", 1_200)]


@pytest.mark.parametrize("name", ["表.xls", "表.html"])
def test_html_that_is_no_published_page(tmp_path: Path, name: str) -> None:
    """A system's 「Excel」 that is HTML is read like a workbook."""
    (tmp_path / name).write_bytes(TABLE.encode())
    request = read_source(tmp_path / name, samples.standard(), STANDARD_FOLDER).request
    assert request.header.name == "橋りょう補修事業"
    assert [(line.text, line.amount) for group in request.groups for line in group.lines] == [
        ("委託料", 1_200)
    ]


def test_a_page_without_a_table_is_refused(tmp_path: Path) -> None:
    """A page without a table and without the words of a request is no source."""
    path = tmp_path / "a.html"
    path.write_bytes("<html><body><p>きょうは天気がよい。</p></body></html>".encode())
    with pytest.raises(FileError, match="表もありません"):
        read_source(path, samples.standard(), STANDARD_FOLDER)


def test_mail_headers_without_end_cost_nothing(tmp_path: Path) -> None:
    """A file that looks like the head of a mail all along is looked at once, not again and again."""
    path = tmp_path / "a.mhtml"
    path.write_bytes(b"a: b\n c\n" * 100_000)
    with pytest.raises(FileError, match="予算要求書のページではありません"):
        read_source(path, samples.standard(), STANDARD_FOLDER)
