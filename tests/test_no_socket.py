"""The program opens no socket: no command does, whatever the source says, and Qt's network is not even read."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

import main
from model.document import storage
from model.files.notice import look, release, this_session
from tests.samples import ROOT, sample
from tests.sheets import write_workbook
from tests.sockets import no_socket

DATA = ROOT / "tests" / "data"
SOURCES = (
    "intake/saved_page.mhtml",
    "sample_page.html",
    "books/table.xls",
    "books/table.ods",
    "intake/table.csv",
    "seed.txt",
)
ELSEWHERE = '<img src="http://192.0.2.1/x.png"><link rel="stylesheet" href="http://192.0.2.1/x.css"><iframe src="//192.0.2.1/y"></iframe>'


def test_a_socket_is_seen() -> None:
    """What opens one is heard."""
    import socket

    with pytest.raises(AssertionError, match="socket"), no_socket():
        socket.socket().close()


def test_no_command_opens_a_socket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not where sources of every kind are taken in, whose pictures, styles and links lie elsewhere, nor where all is written."""
    monkeypatch.chdir(tmp_path)
    storage.save(sample(), Path("a.yosan"))
    for source in SOURCES:
        shutil.copy(DATA / source, ".")
    page = (DATA / "sample_page.html").read_text(encoding="utf-8")
    Path("elsewhere.html").write_text(page.replace("<body", f"{ELSEWHERE}<body"), encoding="utf-8")
    write_workbook(
        Path("linked.xlsx"), 表=[["内容", "要求額"], ['=WEBSERVICE("http://192.0.2.1")', 5], ["計", 5]]
    )
    names = [*(Path(source).name for source in SOURCES), "elsewhere.html", "linked.xlsx"]
    with no_socket():
        assert main.run(["import", *names, "-o", "in", "--json"]) in (0, 1)
        assert main.run(["check", "a.yosan", "in", "--json"]) in (0, 1)
        assert main.run(["export", "a.yosan", "-o", "out", "--html", "--xlsx", "--json"]) in (0, 1)
        assert main.run(["compare", "a.yosan", "in/sample_page.yosan", "-o", "b.html"]) in (0, 1)
        assert main.run(["next-year", "a.yosan", "-o", "next.yosan"]) in (0, 1)
        owner = this_session()
        look(Path("a.yosan"), owner)
        release(Path("a.yosan"), owner)
    assert len(list(Path("in").iterdir())) == len(names)


def test_no_room_reads_what_speaks_to_a_network() -> None:
    """No file of the program imports a library of the network, and none that it imports reads Qt's."""
    words = (
        "QtNetwork",
        "QtWeb",
        "import socket",
        "urllib.request",
        "http.client",
        "ftplib",
        "smtplib",
        "requests",
        "asyncio",
    )
    for room in ("model", "templates", "ui"):
        for path in (ROOT / room).rglob("*.py"):
            text = path.read_text(encoding="utf-8")
            assert not [word for word in words if f"import {word}" in text or f"from {word}" in text], path
    assert "PySide6.QtNetwork" not in sys.modules
