"""Publishing: every page of a stage with its lists, search and open data; the sums tie to the register, and no more is shown than is public."""

# ruff: noqa: S608 - every word of the statements is the tests' own

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from pathlib import Path
from threading import Thread

import openpyxl
import pytest
from msgspec.structs import replace
from sqlalchemy import text

from main import STANDARD_FOLDER, run
from model.document import storage
from model.files.files import FileError
from model.register.deciding import Decision, decide
from model.register.listing import Selection, rows
from model.register.opening import Register, new_id, open_register
from model.request.carried import Carried
from model.request.grounds import Answer, Cut, FundingTerm
from model.request.request import Request
from model.standard.standard import Standard
from templates.desk.collecting import came_from, check_new, collect
from templates.site import publishing
from templates.site.pages import FEW
from templates.site.publishing import Publication, publish
from tests.desk import prefecture
from tests.templates.axe import AXE, LOOK, needs_axe
from tests.templates.chromium import Chromium, needs_chromium

WANTED = Publication(prefecture.YEAR, prefecture.INITIAL, full_text=False)
COUNT = 24
UNPUBLISHED = "公表しない秘密の言葉"
FIRST = prefecture.FIRST_STAGE


@pytest.fixture(scope="module")
def made() -> list[Request]:
    """The requests of the stage, the first with a secret in what is never published."""
    first, *others = prefecture.requests(COUNT)
    secret = replace(
        first,
        answers=(Answer("57", "", "効果をどう測りますか。", UNPUBLISHED),),
        funding_terms=(FundingTerm("term", "national", UNPUBLISHED),),
        carried=(Carried("年度", "", "", UNPUBLISHED, id="carried"),),
    )
    return [secret, *others]


@pytest.fixture(scope="module")
def register(
    made: list[Request], in_force: Standard, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Register]:
    """A register of the requests; every third is decided."""
    folder = tmp_path_factory.mktemp("requests")
    for number, request in enumerate(made):
        (folder / f"{number:03}.yosan").write_bytes(storage.dumps(request))
    with open_register(str(folder / "register.db"), makes=True) as register:
        files = came_from([(path, folder) for path in sorted(folder.glob("*.yosan"))], UNPUBLISHED)
        for _ in collect(register, files, in_force, STANDARD_FOLDER):
            pass
        for _ in check_new(register, in_force):
            pass
        with register.reading() as connection:
            found = rows(connection, Selection())
        decide(
            register,
            [
                Decision(
                    id=new_id(), request=row.request, stage=row.stage, version=row.version, revision=row.revision,
                    result="計上", assessed=(row.amount or 0) - 10, comment="金額精査しました。",
                    cuts=(Cut("cut-1", "", 10, UNPUBLISHED),),
                )
                for row in found[::3]
            ],
        )  # fmt: skip
        yield register


@pytest.fixture(scope="module")
def site(register: Register, in_force: Standard, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published site."""
    output = tmp_path_factory.mktemp("web") / "site"
    publish(register, replace(WANTED, address="https://example.jp/yosan"), in_force, STANDARD_FOLDER, output)
    return output


def table(site: Path) -> list[dict[str, str]]:
    """The open data as a program reads it."""
    return list(csv.DictReader(io.StringIO((site / "data/requests.csv").read_text(encoding="utf-8-sig"))))


def one(register: Register, statement: str) -> int:
    """A number that plain SQL gives, written here and not by the program."""
    with register.reading() as connection:
        return int(connection.execute(text(statement)).scalar_one() or 0)


def test_the_sums_are_those_of_the_register(site: Path, register: Register) -> None:
    """要求額, 前年度 and 計上額 of the first page are what SQL adds up; kinds of amounts are not mixed."""
    asked = one(register, "SELECT SUM(expenditure) FROM versions")
    before = one(register, "SELECT SUM(previous) FROM versions WHERE expenditure IS NOT NULL")
    granted = one(
        register,
        "SELECT SUM(d.assessed) FROM decisions d JOIN versions v ON v.id = d.version WHERE v.expenditure IS NOT NULL",
    )
    index = (site / "index.html").read_text(encoding="utf-8")
    assert f"歳出の要求額 {asked:,}千円（前年度 {before:,}千円" in index
    assert f"計上額 {granted:,}千円" in index
    assert sum(int(row["歳出要求額(千円)"] or 0) for row in table(site)) == asked
    commitments = one(register, "SELECT SUM(commitment) FROM versions")
    assert sum(int(row["債務負担行為要求額(千円)"] or 0) for row in table(site)) == commitments > 0


def test_the_picture_shows_the_sums_of_its_list(site: Path) -> None:
    """Each 部局 stands in the picture of the first page with the 要求額 and the change of its row."""
    index = (site / "index.html").read_text(encoding="utf-8")
    rows = re.findall(
        r'<a href="bureau-\d+\.html">([^<]+)</a></th><td>[^<]*</td><td>([\d,]+)</td><td>([\d,]+)</td>', index
    )
    told = re.findall(r"<desc[^>]*>([^<]*)</desc>", index)
    assert len(rows) == len(list(site.glob("bureau-*.html"))) > 1
    assert len(told) == 1
    for name, asked, before in rows:
        change = int(asked.replace(",", "")) - int(before.replace(",", ""))
        sign = "+" if change > 0 else "-" if change < 0 else ""
        assert f"{name} {asked}（前年度 {before}、増減 {sign}{abs(change):,}）" in told[0]


def test_every_request_has_its_page_and_stands_in_two_lists(site: Path) -> None:
    """Each link of each list leads to a file of the site, and each request is linked from its 部局 and its 款."""
    linked = []
    for page in site.glob("*.html"):
        for address in re.findall(r'(?:href|src)="([^"#:]+)"', page.read_text(encoding="utf-8")):
            assert (site / address).is_file(), address
            linked += [address] * address.startswith("pages/")
    assert sorted(linked) == sorted(2 * [f"pages/{path.name}" for path in (site / "pages").iterdir()])
    assert len(linked) == 2 * COUNT
    for page in (site / "pages").iterdir():
        assert (page.parent / "../index.html").resolve() == site / "index.html"
        assert 'href="../index.html"' in page.read_text(encoding="utf-8")


def test_what_every_stage_granted_stands_in_the_last_publication(
    made: list[Request], in_force: Standard, tmp_path: Path
) -> None:
    """Published at its last stage a budget has every 事業, also those that never asked again, and what each stage granted; an earlier stage shows nothing of later ones."""
    later = "一般事業調整"
    two, one_alone = (request for request in made[1:] if not request.header.sheet), made[4]
    first = next(two)
    again = replace(first, header=replace(first.header, stage=later), groups=first.groups[:1])
    with open_register(str(tmp_path / "register.db"), makes=True) as register:
        for number, requests in enumerate(((first, one_alone), (again,))):
            for request in requests:
                path = prefecture.write(tmp_path / f"{number}", request, in_force, suffix=".yosan")
                for _ in collect(register, came_from([(path, tmp_path)], ""), in_force, STANDARD_FOLDER):
                    pass
            _decide(register, requests[0].header.stage)
        publish(register, replace(WANTED, stage=FIRST), in_force, STANDARD_FOLDER, tmp_path / "one")
        publish(register, WANTED, in_force, STANDARD_FOLDER, tmp_path / "two")
        asked, granted, at_first = (
            one(register, f"SELECT SUM({what}) FROM decisions d JOIN versions v ON v.id = d.version WHERE {where}")
            for what, where in (
                ("v.expenditure", f"v.stage = '{FIRST}'"), ("d.assessed", "1 = 1"), ("d.assessed", f"v.stage = '{FIRST}'")
            )
        )  # fmt: skip
    for folder, words in (("one", f"計上額 {at_first:,}千円"), ("two", f"計上額の計 {granted:,}千円")):
        index = (tmp_path / folder / "index.html").read_text(encoding="utf-8")
        assert f"2事業。歳出の要求額 {asked:,}千円" in index
        assert words in index
    assert later not in "".join(
        path.read_text(encoding="utf-8") for path in (tmp_path / "one").rglob("*.html")
    )
    data = table(tmp_path / "two")
    assert [row["段階"] for row in data if row["事業名"] == first.header.name] == [FIRST, later]
    assert sum(int(row["計上額(千円)"]) for row in data) == granted
    assert sum(int(row["計上額の計(千円)"] or 0) for row in data) == granted > at_first
    for row in data:
        page = (tmp_path / "two" / row["ページ"]).read_text(encoding="utf-8")
        others = [
            f'href="{other["ページ"].removeprefix("pages/")}"' in page for other in data if other != row
        ]
        assert any(others) == (row["事業名"] == first.header.name), "its pages lead to each other"


def _decide(register: Register, stage: str) -> None:
    """Grant all but 10 of each request of a stage."""
    with register.reading() as connection:
        found = rows(connection, Selection(stage=stage))
    decide(
        register,
        [
            Decision(
                id=new_id(), request=row.request, stage=row.stage, version=row.version, revision=row.revision,
                result="一部計上", assessed=(row.amount or 0) - 10,
            )
            for row in found
        ],
    )  # fmt: skip


def test_the_open_data_are_for_machines(site: Path) -> None:
    """One row of headings with units, western years, numbers as numbers, no formula and no merged cell (総務省, D1)."""
    book = openpyxl.load_workbook(site / "data/requests.xlsx")
    (sheet,) = book.worksheets
    headings, *lines = sheet.iter_rows(values_only=True)
    assert len(lines) == COUNT
    assert not sheet.merged_cells.ranges
    assert [str(heading) for heading in headings] == list(table(site)[0])
    year, asked = headings.index("年度(西暦)"), headings.index("歳出要求額(千円)")
    assert {line[year] for line in lines} == {prefecture.YEAR}
    assert all(isinstance(line[asked], int | None) for line in lines)
    assert [str(value or "") for value in lines[0]] == [*table(site)[0].values()]


def test_what_was_decided_stands_on_the_page(site: Path, register: Register) -> None:
    """The page of a decided request has its 計上額 and the finance division's words; the others are without."""
    with register.reading() as connection:
        found = rows(connection, Selection())
    for row in found:
        page = (site / "pages" / f"{row.request}.html").read_text(encoding="utf-8")
        assert ("金額精査しました。" in page) == bool(row.decision)


def test_nothing_unpublished_is_in_the_site(site: Path) -> None:
    """Who sent a request, and what is said of it inside (answers, grounds of the funding, 引継ぎ, reasons of cuts), stands in no file."""
    for path in site.rglob("*"):
        if path.is_file():
            assert UNPUBLISHED.encode() not in path.read_bytes(), path


def test_the_sitemap_names_every_page(site: Path) -> None:
    """Each page of the site stands in it with its whole address."""
    named = re.findall(
        r"<loc>https://example\.jp/yosan/([^<]+)</loc>", (site / "sitemap.xml").read_text(encoding="utf-8")
    )
    assert sorted(named) == sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))


def test_last_years_pages_are_linked(
    register: Register, site: Path, in_force: Standard, tmp_path: Path
) -> None:
    """A request whose 事業 was published last year has a link to that page, from where the two folders lie."""
    output = site.parent / "next"
    publish(register, replace(WANTED, last_year=site), in_force, STANDARD_FOLDER, output)
    lists = "".join(path.read_text(encoding="utf-8") for path in output.glob("bureau-*.html"))
    linked = re.findall(r'class="last-year" href="([^"]+)"', lists)
    assert len(linked) == COUNT
    assert all((output / address).resolve().parent == site / "pages" for address in linked)
    with pytest.raises(FileError, match="前年度の公表ページ"):
        publish(register, replace(WANTED, last_year=tmp_path), in_force, STANDARD_FOLDER, tmp_path / "x")


def test_a_site_is_written_wholly_or_not_at_all(
    register: Register, in_force: Standard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder of others is refused, an earlier site replaced only where that is wanted; after an error it stands as it was."""
    other = tmp_path / "other"
    other.mkdir()
    (other / "index.html").write_text("<h1>大切なページ</h1>", encoding="utf-8")
    with pytest.raises(FileError, match="予算帖の公表ページでないもの"):
        publish(register, WANTED, in_force, STANDARD_FOLDER, other, replaces=True)
    output = tmp_path / "site"
    publish(register, WANTED, in_force, STANDARD_FOLDER, output)
    before = {path: path.read_bytes() for path in output.rglob("*") if path.is_file()}
    with pytest.raises(FileError, match="--replace"):
        publish(register, WANTED, in_force, STANDARD_FOLDER, output)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(publishing, "_write_files", full)
        with pytest.raises(FileError, match="空き"):
            publish(register, WANTED, in_force, STANDARD_FOLDER, output, replaces=True)
    assert {path: path.read_bytes() for path in output.rglob("*") if path.is_file()} == before
    publish(register, WANTED, in_force, STANDARD_FOLDER, output, replaces=True)
    assert {path: path.read_bytes() for path in output.rglob("*") if path.is_file()} == before
    assert {path.name for path in tmp_path.iterdir()} == {"other", "site"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such files")
def test_a_pipe_in_place_of_the_first_page(register: Register, in_force: Standard, tmp_path: Path) -> None:
    """A folder whose index.html is a pipe is a folder of others: it is refused, and not waited for."""
    os.mkfifo(tmp_path / "index.html")
    with pytest.raises(FileError, match="予算帖の公表ページでないもの"):
        publish(register, WANTED, in_force, STANDARD_FOLDER, tmp_path, replaces=True)
    assert [path.name for path in tmp_path.iterdir()] == ["index.html"]


def test_several_processes_write_the_same_pages(
    register: Register, site: Path, in_force: Standard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where there are many pages, other processes write them: the same bytes."""
    assert FEW >= COUNT
    monkeypatch.setattr("templates.site.pages.FEW", 0)
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    publish(
        register,
        replace(WANTED, address="https://example.jp/yosan"),
        in_force,
        STANDARD_FOLDER,
        tmp_path / "site",
    )
    for path in site.rglob("*.html"):
        assert (tmp_path / "site" / path.relative_to(site)).read_bytes() == path.read_bytes()


def test_what_is_not_in_the_register_is_refused(
    register: Register, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A budget or stage that is not there is refused in a sentence that names those that are; nothing is written."""
    words = ["publish", "--register", register.address, "-o", str(tmp_path / "site"), "--year", "2027"]
    assert run([*words, "--budget", "暫定予算"]) == 2
    assert prefecture.INITIAL in capsys.readouterr().err
    assert run([*words, "--budget", prefecture.INITIAL, "--stage", "知事要求"]) == 2
    assert prefecture.FIRST_STAGE in capsys.readouterr().err
    assert not (tmp_path / "site").exists()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Chromium]:
    """One browser, with axe-core in each page."""
    with Chromium() as browser:
        browser.ask("Page.addScriptToEvaluateOnNewDocument", source=AXE.read_text(encoding="utf-8"))
        yield browser


@needs_axe
@needs_chromium
def test_axe_finds_nothing_in_the_lists(site: Path, chromium: Chromium) -> None:
    """The first page and a list break no rule of WCAG 2.2 A, AA or best practice, wide and light, narrow and dark."""
    for name in ("index.html", "bureau-1.html"):
        for width, theme in ((1280, "light"), (400, "dark")):
            chromium.open(site / name, width, theme)  # type: ignore[arg-type]
            assert chromium.run(LOOK) == [], (name, width)


@needs_axe
@needs_chromium
def test_the_search_works_from_a_file(site: Path, chromium: Chromium) -> None:
    """Words of the name, 部局 or 課 in any width find the requests that have all of them, also where nothing serves the page."""
    chromium.open(site / "index.html", 1280, "light")
    chromium.run("""Promise.resolve((() => {
        const words = document.getElementById("words");
        words.value = "００００３ 事業"; words.dispatchEvent(new Event("input"));
    })())""")
    found = chromium.run(
        "Promise.resolve([...document.querySelectorAll('#results a')].map(link => link.getAttribute('href')))"
    )
    expected = [row["ページ"] for row in table(site) if "00003" in row["事業名"]]
    assert found == expected
    assert len(found) == 1


@pytest.mark.skipif(
    find_spec("pagefind") is None, reason="pagefind is not installed (pip install -e '.[site]')"
)
@needs_axe
@needs_chromium
def test_texts_are_searched_where_the_site_is_served(
    register: Register, in_force: Standard, tmp_path: Path, chromium: Chromium
) -> None:
    """Words that stand in the text of a page alone find it, once the site is served (Pagefind)."""
    published = publish(
        register, replace(WANTED, full_text=True), in_force, STANDARD_FOLDER, tmp_path / "site"
    )
    assert published.has_full_text
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path / "site"))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        chromium.go(f"http://127.0.0.1:{server.server_port}/index.html")
        found = chromium.run("""(async () => {
            const words = document.getElementById("words");
            words.value = "負担金の事業です"; words.dispatchEvent(new Event("input"));
            for (let wait = 0; wait < 100; wait++) {
                const links = [...document.querySelectorAll("#results a")].map(link => link.getAttribute("href"));
                if (links.length) return links;
                await new Promise(next => setTimeout(next, 100));
            }
            return [];
        })()""")
        server.shutdown()
    assert found
    for address in found:
        page = tmp_path / "site" / address.partition("/pages/")[1].strip("/") / address.rpartition("/")[2]
        assert "負担金" in page.read_text(encoding="utf-8")


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and prints nothing."""

    def log_message(self, *_: object) -> None:
        """Nothing."""
