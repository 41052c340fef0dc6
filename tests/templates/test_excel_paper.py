"""The workbook on paper, through LibreOffice: only what people print, and no more pages than it takes."""

from __future__ import annotations

import os
import re
from typing import Final

import pytest

from templates.readers.sources import read_source
from tests import cases, samples
from tests.templates.excel_reader.libreoffice import converted, needs_libreoffice
from tests.templates.workbooks import export

_PAGE = re.compile(rb"/Type\s*/Page[^s]")
TOTTORI = samples.SAMPLE_FILE.parent


ALL: Final = "PAPER" in os.environ
SOME: Final = ("002", "024", "069", "104", "180")
"""Of the published sheets, for the plain run: old, supplementary, public works, a commitment, a public enterprise."""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, int]:
    """How many pages the workbook of the real sheet and of each published one prints; all in one start of LibreOffice."""
    folder = tmp_path_factory.mktemp("papers")
    requests = {"sample": samples.sample()}
    for number in cases.cases() if ALL else SOME:
        path = folder / f"{number}.txt"
        path.write_text(cases.page(number), encoding="utf-8")
        requests[number] = read_source(path, samples.standard(), TOTTORI).request
    books = [folder / f"{name}.xlsx" for name in requests]
    for path, request in zip(books, requests.values(), strict=True):
        path.write_bytes(export(request))
    return {path.stem: len(_PAGE.findall(path.read_bytes())) for path in converted(books, "pdf", folder)}


@needs_libreoffice
def test_the_real_sheet_prints_on_six_pages(pages: dict[str, int]) -> None:
    """Four pages of 要求書 and two of 質問票; none of the ten sheets of data, and no 調書 without an amount."""
    assert pages["sample"] == 6


@needs_libreoffice
def test_published_sheets_print_on_few_pages(pages: dict[str, int]) -> None:
    """88 workbooks took 648 pages, most of them sheets of data in letters of 2 pt: 200 at most, and four for each of a few."""
    if ALL:
        assert sum(pages.values()) <= 200
    else:
        assert max(count for name, count in pages.items() if name != "sample") <= 4
