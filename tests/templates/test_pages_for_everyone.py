"""Published pages for everyone, as Chromium shows them: axe-core finds nothing, html-validate neither.

WCAG 2.2 A and AA, best practice, and the contrast of AAA, in a wide and a narrow window, light and dark. ``PAGES=1`` looks at
the sample and every published sheet; the plain run at a few. Both programs come with ``npm install --prefix .ci``.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from model.document.document import take_snapshot
from model.document.new_request import new_request
from model.request.request import Request
from model.standard.standard import Standard
from templates.page.html import render
from templates.readers.page import read_text
from tests import cases
from tests.commitment_requests import twenty_years
from tests.templates.axe import AXE, LOOK, MODULES, needs_axe
from tests.templates.chromium import Chromium, Theme, needs_chromium
from tests.templates.published_page import unassessed

PLAUSIBLE: Final = Path(__file__).parent.parent / "data" / "plausible_pages"
VALIDATOR: Final = MODULES / "html-validate" / "bin" / "html-validate.mjs"
NODE: Final = shutil.which("node")
ALL: Final = bool(os.environ.get("PAGES"))
SOME: Final = ("002", "024", "144", "209")  # old, negative amounts, one of few lines, commitments by year
WINDOWS: Final[tuple[tuple[int, Theme], ...]] = (
    ((1280, "light"), (1280, "dark"), (320, "light"), (320, "dark"))
    if ALL
    else ((1280, "light"), (320, "dark"))
)


@pytest.fixture(scope="module")
def pages(
    sample: Request, standard: Standard, folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> list[Path]:
    """The pages that are looked at, as files."""
    requests = {
        "sample": sample,
        "unassessed": unassessed(sample),
        "new": new_request(standard),
        "roads": read_text((PLAUSIBLE / "03_doro_kokyo.txt").read_text(encoding="utf-8"), standard).request,
        "owed": twenty_years(),
        **{
            number: read_text(cases.page(number), standard).request
            for number in (cases.cases() if ALL else SOME)
        },
    }
    where = tmp_path_factory.mktemp("pages")
    for name, request in requests.items():
        page = render(take_snapshot(request, standard), folder)
        (where / f"{name}.html").write_text(page, encoding="utf-8")
    return sorted(where.iterdir())


@pytest.fixture(scope="module")
def chromium() -> Iterator[Chromium]:
    """One browser for all pages, with axe-core in each where it is installed."""
    with Chromium() as browser:
        if AXE.exists():
            browser.ask("Page.addScriptToEvaluateOnNewDocument", source=AXE.read_text(encoding="utf-8"))
        yield browser


@needs_axe
@needs_chromium
def test_axe_finds_nothing(pages: list[Path], chromium: Chromium) -> None:
    """No page breaks WCAG 2.2 A or AA, best practice or the contrast of AAA, whatever the window."""
    found = {}
    for page in pages:
        for width, theme in WINDOWS:
            chromium.open(page, width, theme)
            found[page.name, width, theme] = chromium.run(LOOK)
    assert {where: faults for where, faults in found.items() if faults} == {}


@needs_axe
@needs_chromium
def test_axe_would_find_it(pages: list[Path], chromium: Chromium, tmp_path: Path) -> None:
    """A page without its stop of the Tab key, and with letters too pale, is found where it scrolls and only there."""
    bad = tmp_path / "bad.html"
    page = (pages[0].parent / "sample.html").read_text(encoding="utf-8")
    bad.write_text(
        page.replace(' tabindex="0"', "").replace("--quiet: #bcc5ce", "--quiet: #8b949e"), encoding="utf-8"
    )
    rules = []
    for width, theme in ((1280, "light"), (320, "dark")):
        chromium.open(bad, width, theme)
        rules.append({fault.split(":")[0] for fault in chromium.run(LOOK)})
    assert rules == [set(), {"scrollable-region-focusable", "color-contrast-enhanced"}]


@needs_chromium
def test_a_sign_where_a_table_scrolls(pages: list[Path], chromium: Chromium) -> None:
    """The words 「表は横に動かせます」 stand above each table that scrolls, where a key stops, and above no other."""
    state = """[...document.querySelectorAll(".scroll")].map(table => [
        table.scrollWidth > table.clientWidth, getComputedStyle(table.querySelector(".hint")).visibility === "visible"])"""
    for width in (1280, 320):
        chromium.open(pages[-1].parent / "sample.html", width)
        tables = chromium.run(state)
        assert [scrolls for scrolls, _ in tables] == [width == 320] * 8
        assert all(scrolls == has_sign for scrolls, has_sign in tables)


@pytest.mark.skipif(
    not (NODE and VALIDATOR.exists()), reason="html-validate is not installed (npm install --prefix .ci)"
)
def test_markup_is_valid(pages: list[Path]) -> None:
    """No page has an error of markup: elements where they belong, attributes that exist, ids that are one each."""
    assert NODE is not None
    bad = pages[0].parent.parent / "bad.html"
    bad.write_text("<!DOCTYPE html><html><body><p><div></div></p></body></html>", encoding="utf-8")
    done = subprocess.run(
        [
            NODE,
            VALIDATOR,
            "--config",
            MODULES.parent / ".htmlvalidate.json",
            "--formatter",
            "json",
            bad,
            *pages,
        ],
        capture_output=True,
        check=False,
    )
    faults = {Path(each["filePath"]).name: each["messages"] for each in json.loads(done.stdout)}
    assert faults.pop("bad.html")
    assert faults == {}
