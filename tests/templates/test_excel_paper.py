"""The workbook on paper, through LibreOffice: only what people print, and no more pages than it takes."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Final

from model.request.request import Request
from templates.readers.sources import read_source
from tests import cases, samples
from tests.templates.excel_reader.libreoffice import converted, needs_libreoffice
from tests.templates.workbooks import export

_PAGE = re.compile(rb"/Type\s*/Page[^s]")
TOTTORI = samples.SAMPLE_FILE.parent


def pages_of(requests: dict[str, Request], folder: Path) -> dict[str, int]:
    """How many pages the workbook of each request prints."""
    paths = []
    for name, request in requests.items():
        path = folder / f"{name}.xlsx"
        path.write_bytes(export(request))
        paths.append(path)
    return {path.stem: len(_PAGE.findall(path.read_bytes())) for path in converted(paths, "pdf", folder)}


@needs_libreoffice
def test_the_real_sheet_prints_on_six_pages(tmp_path: Path) -> None:
    """Four pages of 要求書 and two of 質問票; none of the ten sheets of data, and no 調書 without an amount."""
    assert pages_of({"sample": samples.sample()}, tmp_path) == {"sample": 6}


ALL: Final = "PAPER" in os.environ
SOME: Final = ("002", "024", "069", "104", "180")
"""Of the published sheets, for the plain run: old, supplementary, public works, a commitment, a public enterprise."""


@needs_libreoffice
def test_published_sheets_print_on_few_pages(tmp_path: Path) -> None:
    """88 workbooks took 648 pages, most of them sheets of data in letters of 2 pt: 200 at most, and four for each of a few."""
    requests = {"sample": samples.sample()} if ALL else {}
    for number in cases.cases() if ALL else SOME:
        path = tmp_path / f"{number}.txt"
        path.write_text(cases.page(number), encoding="utf-8")
        requests[number] = read_source(path, samples.standard(), TOTTORI).request
    pages = pages_of(requests, tmp_path)
    if ALL:
        assert sum(pages.values()) <= 200
    else:
        assert max(pages.values()) <= 4
