"""The PDF is valid PDF/UA-1 by a checker that is not ours: page-validation, 104 rules."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from model.document.storage import load
from templates.readers.page import read_text
from tests.cases import page
from tests.samples import standard
from tests.templates.paper.printed import Printed
from tests.templates.paper.test_paper import ASKED_FOR, FOLDER, PARTS, printed, the_sample

checker = pytest.importorskip("page", reason="page-validation has no wheel for this system")

WIDTHS: Final = "PDFUA1-FONT-GLYPH-WIDTH-001"
"""Left out: the checker reads the widths of a CID font by its first private dictionary, where each group of glyphs has one of
its own. Read by fontTools, all 661 glyphs of the real sheet's two fonts are as wide as the PDF says."""


def faults(printed: Printed) -> set[str]:
    """The rules of PDF/UA-1 that a PDF does not keep."""
    report = checker.validate_pdf_bytes(printed.pdf, profile=checker.ValidationProfile.PDF_UA_1)
    assert report.rules.total > 100
    return {failure.rule_id for failure in report.failures} - {WIDTHS}


def test_the_real_sheet() -> None:
    """The real sheet with its pictures, 調書 and 質問票 is valid."""
    assert faults(the_sample()) == set()


def test_what_is_no_such_pdf() -> None:
    """The checker finds what is missing of a PDF that has no tags."""
    import pymupdf

    plain = pymupdf.open()
    plain.new_page().insert_text((72, 72), "124,767")
    assert len(faults(Printed(plain.tobytes()))) > 3


@pytest.mark.parametrize("path", sorted(FOLDER.glob("samples/*.yosan")), ids=lambda path: path.stem)
def test_the_samples(path: Path) -> None:
    """The samples of other kinds (補正, 債務負担行為, 公共, 企業会計) are valid."""
    assert faults(printed(load(path), *PARTS)) == set()


@pytest.mark.parametrize("number", ASKED_FOR)
def test_published_sheets(number: str) -> None:
    """The published sheets of other years are valid; ``PAPERS=1`` asks for all."""
    assert faults(printed(read_text(page(number), standard()).request, *PARTS)) == set()
