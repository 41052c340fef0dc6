"""Hands each reader of the program as many changed inputs as asked: none may crash, take more than two seconds, or fill the memory.

``python3 -m tests.torture.mutated 100000`` tries every reader, with ``"own workbook" prices`` behind it these two;
``--seed 7`` tries others, ``--keep FOLDER`` keeps the inputs that fell. A line of JSON comes for each reader: how many inputs were
read and refused, how many fell and why, the slowest, and by how much the memory had grown at its highest. No input is counted
twice; what stands so far is printed on stderr every 10,000 inputs.
"""

from __future__ import annotations

import argparse
import faulthandler
import io
import json
import quopri
import shutil
import sys
import tempfile
import traceback
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from copy import copy
from datetime import datetime
from email.mime.image import MIMEImage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from functools import cache
from hashlib import blake2b
from pathlib import Path
from random import Random
from time import process_time
from typing import Any, Final, NamedTuple
from unittest.mock import patch

import msgspec
from msgspec import inspect

from main import STANDARD_FOLDER
from model.document.document import Change, take_snapshot
from model.document.history import dump_history, load_history
from model.document.storage import dumps, loads
from model.document.unsaved import Unsaved, dump_unsaved, load_unsaved
from model.edits.paste import parse_block, paste_tables
from model.files.files import FileError
from model.files.leftovers import clear_leftovers
from model.files.notice import notice_of, owner_of, this_session
from model.files.process import machine_mark
from model.request.request import Request
from model.standard_folder import load
from model.standard_folder.files import parsed, read_texts
from model.totals import prices
from model.values.fiscal_year import FiscalYear
from templates.page import html
from templates.readers.books import read_book
from templates.readers.books.cells import Book
from templates.readers.clipboard import read_copied
from templates.readers.pasted.pasted_table import understand
from templates.readers.pasted.read_block import Target
from templates.readers.remembered import RememberedMappings
from templates.readers.sources import read_source
from templates.readers.workbook import read_cells
from templates.readers.workbook.own import remembered
from templates.workbook import excel
from templates.workbook.memory import SHEET
from tests import cases
from tests.mutations import changed
from tests.samples import ROOT, one_line, sample, snapshot, standard
from tests.templates.books.made_books import xlsb
from tests.templates.excel_reader.edited_books import remember

DATA: Final = ROOT / "tests" / "data"
SLOWEST: Final = 2.0  # seconds of processor time
HANGS: Final = 60  # seconds until the process is stopped, with what it was at
MOST_MEMORY: Final = 400  # MB that one input may add to the most that was ever used
_LONG: Final = 0.03  # of the inputs
_WHOLE: Final = 100  # every so many requests that were read are saved, read back and checked
_YEAR: Final = FiscalYear(2019, "平成", 31)

Inputs = dict[str, bytes]


class Reader(NamedTuple):
    """A door for what comes from outside.

    Attributes:
        inputs: sound inputs, by the names of their files; short ones, for what is soon read is tried more often in an hour.
        read: what reads one; the request, where it gives one. It refuses by a FileError.
        long: sound inputs that take longer; a few of a hundred are made of them.
    """

    inputs: Callable[[], Inputs]
    read: Callable[[Path], Request | None]
    long: Callable[[], Inputs] = dict


class FallenError(AssertionError):
    """Something that was read is not what it should be."""


def source(path: Path) -> Request:
    """Read a file that is taken in."""
    return read_source(path, standard(), STANDARD_FOLDER).request


def files(*patterns: str) -> Callable[[], Inputs]:
    """The files of the tests' data of some patterns."""
    return lambda: {
        path.name: path.read_bytes() for pattern in patterns for path in sorted(DATA.glob(pattern))
    }


@cache
def small() -> Request:
    """A request with something at most of its places, that is short."""
    whole = sample()
    groups = (msgspec.structs.replace(whole.groups[0], lines=whole.groups[0].lines[:3]),)
    return msgspec.structs.replace(
        whole,
        groups=groups,
        sections=tuple(
            msgspec.structs.replace(section, text=section.text[:80]) for section in whole.sections
        ),
        commitments=whole.commitments[:1],
        declared={"request/amount": 5},
        bases={"funding/request/national": "1,000千円×1/2"},
        prices={"会場": "3,000円"},
    )


def pages_of_ours() -> Inputs:
    """Published pages that carry their request."""
    return {"0.html": html.render(snapshot(one_line()), STANDARD_FOLDER).encode()}


def longer_page_of_ours() -> Inputs:
    """One with something at most of its places."""
    return {"1.html": html.render(snapshot(small()), STANDARD_FOLDER).encode()}


def foreign_pages() -> Inputs:
    """Published pages of others."""
    numbers = list(cases.cases())[::12]
    return {f"{number}.html": cases.foreign_html(cases.page(number)).encode() for number in numbers}


def saved_pages() -> Inputs:
    """Published pages of others as a browser saves them: a page and a picture in one file."""
    found = {}
    for name, page in foreign_pages().items():
        whole = MIMEMultipart("related", type="text/html")
        text = MIMEText("", "html")
        text.del_param("charset")
        text.set_payload(quopri.encodestring(page))
        text.replace_header("Content-Transfer-Encoding", "quoted-printable")
        text.add_header("Content-Location", "http://example.invalid/a.html")
        whole.attach(text)
        whole.attach(MIMEImage(b"GIF89a", "gif"))
        found[name.replace(".html", ".mhtml")] = whole.as_bytes()
    return found


def page_texts() -> Inputs:
    """The texts of published pages, in both layouts."""
    numbers = list(cases.cases())[::6]
    found = {
        f"{number}-{layout}.txt": cases.page(number, layout).encode()
        for number in numbers
        for layout in cases.LAYOUTS
    }
    return found | files("plausible_pages/0*.txt")()


def binary_books() -> Inputs:
    """Workbooks of Excel's binary kind."""
    rows: list[tuple[str | float, ...]] = [("内容", "前年度", "要求額"), ("旅費", 5.0, 7.0), ("計", 5.0, 7.0)]
    head: list[tuple[str | float, ...]] = [
        ("令和8年度 当初予算要求書",),
        ("事業名", "道路事業"),
        ("（単位：千円）",),
    ]
    more: list[tuple[str | float, ...]] = [
        ("内容", "数量", "単価", "金額"),
        ("謝金", 3.0, 20.0, 60.0),
        ("計", "", "", 60.0),
    ]
    found = {}
    for name, lines in {"book": rows, "request": [*head, *rows, (), *more]}.items():
        cells = [(row, column, value) for row, line in enumerate(lines) for column, value in enumerate(line)]
        path = _folder() / f"{name}.xlsb"
        found[path.name] = xlsb(path, cells).read_bytes()
    return found


def opened_books() -> Inputs:
    """The workbook of LibreOffice, of the parts alone that say what its cells are."""
    kept, out = ("mimetype", "META-INF/manifest.xml", "content.xml"), io.BytesIO()
    with zipfile.ZipFile(DATA / "books" / "table.ods") as whole, zipfile.ZipFile(out, "w") as new:
        for part in kept:
            new.writestr(zipfile.ZipInfo(part), whole.read(part))
    return {"cells.ods": out.getvalue()}


def memories() -> Inputs:
    """What our own workbook remembers on its hidden sheet, as JSON."""
    return {f"{name}.json": _memory(name) for name in own_books()}


def longer_memory() -> Inputs:
    """What a longer one remembers."""
    return {f"{name}.json": _memory(name) for name in longer_book()}


def _memory(name: str) -> bytes:
    found = remembered(_book(name))
    assert found is not None
    return msgspec.json.encode(found[0])


@cache
def own_books() -> Inputs:
    """Our own workbook."""
    return {"0.xlsx": excel.workbook_bytes(snapshot(one_line()))}


@cache
def longer_book() -> Inputs:
    """One with something at most of its places."""
    return {"1.xlsx": excel.workbook_bytes(snapshot(small()))}


def written(name: str, data: bytes) -> Path:
    """A file in a folder of this run."""
    path = _folder() / name
    path.write_bytes(data)
    return path


@cache
def _folder() -> Path:
    memory = Path("/dev/shm")  # noqa: S108 - the disk is not what is tried
    return Path(tempfile.mkdtemp(prefix="mutated-", dir=memory if memory.is_dir() else None))


@cache
def _book(name: str) -> Book:
    return read_book(written(name, (own_books() | longer_book())[name]))


def remembering(path: Path) -> Request:
    """Read a workbook whose hidden sheet remembers what the file has, with a checksum that holds.

    Where the memory is refused, the sheets are read by their headings, which are the same each time: one in twenty is.
    """
    name, data = path.name.removesuffix(".json"), path.read_bytes()
    book = _book(name)
    book = book._replace(sheets=[copy(sheet) if sheet.title == SHEET else sheet for sheet in book.sheets])
    hidden = book.sheet(SHEET)
    assert hidden is not None
    hidden.rows = {row: dict(cells) for row, cells in hidden.rows.items()}
    remember(book, data)
    if remembered(book) is None and zlib.crc32(data) % 20:
        raise FileError("控えが壊れています。")
    return read_cells(book, name, standard()).request


def block(path: Path) -> Request:
    """Paste a block into the table of a request."""
    request = one_line()
    rows = parse_block(path.read_text(encoding="utf-8", errors="replace"))
    found = understand(rows, Target(("text", "previous", "amount", None, None, "remark")), standard(), _YEAR)
    return paste_tables(request, "table", [found.table], lambda _: [], standard())


def blocks() -> Inputs:
    """Blocks as other programs copy them."""
    head = "内容\t前年度予算額\t要求額\t増減\t備考\n"
    rows = (
        "施設管理委託\t3,000\t3,150\t150\t毎年\n印刷製本費\t200\t120\t△80\t部数減\n計\t3,200\t3,270\t70\t\n"
    )
    sums = "区分\t数量\t単価\t金額\n講師謝金\t3回\t20,000円\t60,000円\n会場\t2\t12,000\t24,000\n合計\t\t\t84,000\n"
    found = {
        "whole": head + rows,
        "bare": rows,
        "sums": sums,
        "quoted": '"会場\n使用料"\t5\t6\n旅費\t(30)\t40\n',
    }
    return {f"{name}.tsv": text.encode() for name, text in found.items()} | files(
        "paste_*.txt", "libreoffice_*"
    )()


def copied(path: Path) -> Request:
    """Read a page that was copied from a browser, as HTML and as text."""
    text = path.read_text(encoding="utf-8", errors="replace")
    is_html = "<" in text
    return read_copied("" if is_html else text, text if is_html else "", standard()).request


def tables() -> Inputs:
    """Tables in CSV and TSV."""
    rows = '内容,前年度,要求額,備考\n委託料,100,200,"三年目,最終"\n旅費,30,40,\n計,130,240,\n'
    names = {
        "a.csv": rows,
        "b.tsv": rows.replace(",", "\t"),
        "c.csv": f"事業名,道路事業\n（単位：円）\n{rows}",
    }
    return {name: text.encode() for name, text in names.items()} | files("intake/table.csv")()


@cache
def _texts() -> dict[Path, str]:
    return read_texts(STANDARD_FOLDER)


def toml_files() -> Inputs:
    """The files of the Standard in force and of the one that it builds on."""
    return {f"{path.parent.name}-{path.name}": text.encode() for path, text in _texts().items()}


def _parsed(path: Path, text: str) -> dict[str, Any]:
    """The values of a file of the Standard; of one that was not changed, those that were parsed once."""
    return _plain()[path] if text == _texts()[path] else parsed(path, text)


@cache
def _plain() -> dict[Path, dict[str, Any]]:
    return {path: parsed(path, text) for path, text in _texts().items()}


def toml(path: Path) -> None:
    """Read the Standard with one of its files exchanged, then check a request by it."""
    text = path.read_text(encoding="utf-8", errors="replace")
    texts = {
        file: text if f"{file.parent.name}-{file.name}" == path.name else its
        for file, its in _texts().items()
    }
    with patch.object(load, "parsed", _parsed), patch.object(inspect, "type_info", _type_info):
        found = load.standard_of(texts)
    if zlib.crc32(text.encode()) % 5 == 0:  # the check costs ten times the reading
        assert take_snapshot(one_line(), found).findings is not None


_type_info: Final = cache(inspect.type_info)  # what the types of a Standard are does not change with its file


def price_list(path: Path) -> None:
    """Read a price list."""
    prices.load(path)


def price_lists() -> Inputs:
    """Price lists as Excel writes them."""
    text = prices.template().decode("utf-8-sig") + '会場(税抜),"8,000円(税抜)",\n組立,=3円×5,\n'
    return {"a.csv": text.encode("utf-8-sig"), "b.csv": text.encode("cp932")}


def copy_of_work(path: Path) -> Request:
    """Read a copy of unsaved work, and say how it would be offered."""
    work, when = load_unsaved(path.read_bytes(), path.name)
    from ui.window.files.journal import UnsavedCopy

    assert UnsavedCopy(path, when or datetime.now(), work).words
    return work.request


def copies() -> Inputs:
    """Copies of unsaved work."""
    when = datetime(2026, 10, 1, 9, 30)
    works = (Unsaved(small(), Path("/a/b.yosan"), b"1" * 32, 3), Unsaved(one_line()))
    return {f"{number}.json": dump_unsaved(work, when) for number, work in enumerate(works)}


def history(path: Path) -> None:
    """Read steps of a request and go back all of them."""
    steps = load_history(zlib.compress(path.read_bytes(), 1), b"1")
    request: Request | None = one_line(9)
    while steps is not None and steps.label is not None and request is not None:
        request = steps.take_back(request)


def histories() -> Inputs:
    """Stored steps, unpacked."""
    requests = [one_line(number) for number in range(10)]
    steps = [Change(f"{after}", requests[after - 1], requests[after], None, 0) for after in range(1, 10)]
    return {"steps.bin": zlib.decompress(dump_history(steps, b"1"))}


def kept(path: Path) -> None:
    """Read what else lies beside files and in the user's folders: a notice, a list of moves, remembered mappings."""
    folder = _folder() / "kept"
    folder.mkdir(exist_ok=True)
    data = path.read_bytes()
    file = folder / "a.yosan"
    notice_of(file).write_bytes(data)
    owner = owner_of(file)
    assert owner is None or owner.words
    (folder / f".yosancho-999999999-{machine_mark()}-0123456789.moves").write_bytes(data)
    clear_leftovers(folder)
    RememberedMappings(path).all()


def kept_files() -> Inputs:
    """Such files."""
    moves = b'[{"name":"a.html","new":".x.tmp","old":".x.old","digest":"00","is_overwritten":false}]'
    mappings = b'{"a|b":{"roles":{"1":"text","2":"amount"},"unit":"\xe5\x86\x86"}}'
    return {
        "notice.json": msgspec.json.encode(this_session()),
        "moves.json": moves,
        "mappings.json": mappings,
    }


READERS: Final[dict[str, Reader]] = {
    "request": Reader(lambda: {"a.yosan": dumps(small()), **files("format1.yosan")()}, source),
    "own workbook": Reader(own_books, source, longer_book),
    "memory of the workbook": Reader(memories, remembering, longer_memory),
    "foreign workbook": Reader(files("intake/[a-np-z]*.xlsx", "intake/sound/[a-np-z]*.xlsx"), source),
    ".xls": Reader(files("books/*.xls", "older_workbooks/*.xls"), source),
    ".xlsb": Reader(binary_books, source),
    ".ods": Reader(opened_books, source, files("books/*.ods", "older_workbooks/tabs*.ods")),
    "page text": Reader(page_texts, source),
    "page": Reader(
        foreign_pages, source, files("owed_*.html", "intake/pages/*.html", "intake/sound/f0*.html")
    ),
    "own page": Reader(pages_of_ours, source, longer_page_of_ours),
    "saved page": Reader(saved_pages, source, files("intake/*.mhtml")),
    "copied page": Reader(lambda: {**foreign_pages(), **page_texts()}, copied),
    "table": Reader(lambda: {**tables(), **files("intake/html_table.xls")()}, source),
    "pasted block": Reader(blocks, block),
    "Standard": Reader(toml_files, toml),
    "prices": Reader(price_lists, price_list),
    "journal": Reader(copies, copy_of_work),
    "steps": Reader(histories, history),
    "notes beside files": Reader(kept_files, kept),
}


def megabytes() -> float:
    """The most memory that the process ever had, in MB; 0 on Windows, which is not asked."""
    if sys.platform == "win32":
        return 0.0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_024


def checked(request: Request) -> None:
    """Raise where a request that was read cannot be saved, opened again and checked."""
    if loads(dumps(request), "x") != request:
        raise FallenError("what was read is not what is saved")
    assert take_snapshot(request, standard()).findings is not None


def tried(name: str, count: int, seed: int = 1, keep: Path | None = None) -> dict[str, Any]:
    """What became of so many changed inputs of a reader."""
    reader, random = READERS[name], Random(f"{name} {seed}")
    inputs, long = sorted(reader.inputs().items()), sorted(reader.long().items())
    for file, data in inputs[:1]:  # what is imported and read once is there from now on
        with suppress(FileError):
            reader.read(written(file, data))
    checked(small())
    read = refused = slow = 0
    slowest = grown = 0.0
    fallen: Counter[str] = Counter()
    seen = {_digest(file, data) for file, data in inputs + long}
    found: dict[str, Any] = {}
    for number in range(1, count + 1):
        file, data = _unseen(long if long and random.random() < _LONG else inputs, seen, random)
        path = written(file, data)
        faulthandler.dump_traceback_later(HANGS, exit=True)
        start, before, why = process_time(), megabytes(), ""
        try:
            request = reader.read(path)
            spent = process_time() - start
            read += 1
            if request is not None and read % _WHOLE == 0:
                checked(request)
        except FileError as refusal:
            spent = process_time() - start
            refused += 1
            if str(refusal).isascii() or not str(refusal):
                why = f"no sentence: {refusal}"
        except Exception as error:
            spent = process_time() - start
            frame = traceback.extract_tb(error.__traceback__)[-1]
            why = f"{type(error).__name__} ({Path(frame.filename).name}:{frame.lineno})"
            if why not in fallen:
                traceback.print_exc()
        faulthandler.cancel_dump_traceback_later()
        slowest = max(slowest, spent)
        if spent > SLOWEST:
            slow += 1
            why = why or "time"
        grown = max(grown, megabytes() - before)
        if megabytes() - before > MOST_MEMORY:
            why = why or "memory"
        if why:
            fallen[why] += 1
        if (why or spent > SLOWEST / 4) and keep is not None and fallen[why] <= 3:
            keep.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, keep / f"{name}-{number}-{file}")
        path.unlink(missing_ok=True)
        found = {
            "reader": name, "inputs": number, "read": read, "refused": refused, "fallen": dict(fallen), "over_2s": slow,
            "slowest_ms": round(slowest * 1_000), "grown_mb": round(grown), "peak_mb": round(megabytes()),
        }  # fmt: skip
        if number % 10_000 == 0:
            print(datetime.now().isoformat(timespec="seconds"), found, file=sys.stderr, flush=True)
    return found


def _unseen(inputs: list[tuple[str, bytes]], seen: set[bytes], random: Random) -> tuple[str, bytes]:
    """A changed input that was not tried before, with the name of its file; it is added to those seen."""
    weights = [
        1 / (len(data) + 1_000) for _, data in inputs
    ]  # what is short is soon read, and reaches nearly as much
    while True:
        file, data = random.choices(inputs, weights)[0]
        data = changed(toml_name(file), data, random)
        digest = _digest(file, data)
        if digest not in seen:
            seen.add(digest)
            return file, data


def _digest(file: str, data: bytes) -> bytes:
    return blake2b(data, digest_size=12, key=file.encode()[:64]).digest()


def toml_name(file: str) -> str:
    """The name by whose ending a file is changed."""
    return "x.html" if file in ("html_table.xls",) else file


def main() -> int:
    """Try what was asked."""
    parser = argparse.ArgumentParser(prog="tests.torture.mutated")
    parser.add_argument("count", type=int)
    parser.add_argument("readers", nargs="*", default=list(READERS))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    bad = 0
    for name in options.readers:
        found = tried(name, options.count, options.seed, options.keep)
        print(json.dumps(found, ensure_ascii=False), flush=True)
        bad += sum(found["fallen"].values())
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
