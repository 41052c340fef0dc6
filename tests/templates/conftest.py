"""What the tests of the faces share: Tottori's Standard, the real sheet, its facts, and the golden files.

A golden file is what a face wrote when a person last looked at it. ``UPDATE_GOLDENS=1 pytest tests/templates`` writes
them anew; the difference is then read in git before it is committed.
"""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from model.document import storage
from model.document.document import take_snapshot
from model.request.request import Request
from model.standard.standard import Standard
from model.standard_folder import load
from templates.page.html import render
from tests.templates.published_page import Page

DATA = Path(__file__).parent.parent / "data"
TOTTORI = Path(__file__).parent.parent.parent / "templates" / "standards" / "tottori"


@pytest.fixture(scope="session")
def folder() -> Path:
    """The folder of Tottori's Standard."""
    return TOTTORI


@pytest.fixture(scope="session")
def standard() -> Standard:
    """Tottori's Standard."""
    return load.load(TOTTORI)


@pytest.fixture(scope="session")
def sample() -> Request:
    """The real sheet of 平成31年度: 総合行政・住基ネットワーク運営事業."""
    return storage.load(TOTTORI / "sample.yosan")


@pytest.fixture(scope="session")
def facts() -> dict[str, Any]:
    """The figures and words of the real sheet, read off its published page by hand (千円, 人)."""
    value: dict[str, Any] = json.loads((DATA / "facts.json").read_text(encoding="utf-8"))
    return value


@pytest.fixture(scope="session")
def seed() -> str:
    """The visible text of the real sheet's published page."""
    return (DATA / "seed.txt").read_text(encoding="utf-8")


@pytest.fixture
def golden() -> Callable[[str, str], None]:
    """Compare a text with the golden file of a name, or write the file anew when UPDATE_GOLDENS is set."""

    def compare(name: str, text: str) -> None:
        path = DATA / name
        if os.environ.get("UPDATE_GOLDENS"):
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.exists(), f"no golden file {path.name}; run with UPDATE_GOLDENS=1 and look at it"
        assert text.splitlines() == path.read_text(encoding="utf-8").splitlines()

    return compare


@pytest.fixture(scope="session")
def write(standard: Standard, folder: Path) -> Callable[[Request], Page]:
    """Write a request's page and read it back."""
    return lambda request: Page(render(take_snapshot(request, standard), folder))


@pytest.fixture(scope="session")
def page(write: Callable[[Request], Page], sample: Request) -> Page:
    """The page of the real sheet."""
    return write(sample)
