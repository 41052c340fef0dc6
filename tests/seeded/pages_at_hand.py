"""The made-up pages (tests/data/plausible_pages): as page text, and read as requests.

All of them are made up, none is a published sheet: they were written in the layouts of the published pages (forms of
平成20年度 to 令和8年度) with prose as sections write it, before the rules were run over them, and their figures agree.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from model.checks import Finding
from model.request.request import Request
from templates.readers.page import read_text
from tests.samples import snapshot, standard

PAGES = Path(__file__).parent.parent / "data" / "plausible_pages"


def names() -> list[str]:
    """The names of the pages."""
    return sorted(each.stem for each in PAGES.glob("*.txt"))


@cache
def text(name: str) -> str:
    """The text of a page."""
    return (PAGES / f"{name}.txt").read_text(encoding="utf-8")


def read(page: str) -> Request:
    """A page as a request."""
    return read_text(page, standard()).request


@cache
def found_on(page: str) -> tuple[Finding, ...]:
    """What is found on a page."""
    return snapshot(read(page)).findings.all
