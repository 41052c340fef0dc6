"""A form (様式) is added by data alone: its rows, its words and its years, on screen, page and workbook, and back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from model.checks.run import check
from model.document.document import Snapshot
from model.edits.fields import value_at
from model.edits.form_fields import field_label
from model.keys.request_keys import request_keys
from model.request.request import Request
from model.standard.standard import Standard
from model.standard_folder.load import load
from templates.page.html import render, render_shown
from templates.readers.sources import read_source
from templates.sheet.sheet import lay_out
from templates.workbook.excel import workbook_bytes
from tests.samples import one_line, set_values, snapshot
from tests.standard_files import FILES, STANDARDS, written

FORM = """
[[forms]]
key = "review"
label = "見直し調書"
sheet = "review"
first = 2026
name_prefix = "[見直し]"
request_label = "見直し後の額"
previous_label = "現行の額"
cost_rows = [
  { row = "request", label = "見直し後の額", expense = "request" },
  { row = "previous", label = "現行の額", expense = "previous" },
]
funding_rows = [{ row = "previous", label = "現行の額" }, { row = "request", label = "見直し後の額" }]
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Standard of 鳥取県 with one form more."""
    forms = FILES["tottori/forms.toml"]
    place = forms.index("[[forms]]")
    changed = {"tottori/forms.toml": forms[:place] + FORM.lstrip() + forms[place:]}
    made = written(tmp_path_factory.mktemp("standards"), changed)
    for path in (*(STANDARDS / "japan").glob("*.j2"), STANDARDS / "japan" / "sheet.css"):
        (made.parent / "japan" / path.name).write_bytes(path.read_bytes())
    return made


@pytest.fixture(scope="module")
def standard(folder: Path) -> Standard:
    """It, read."""
    return load(folder)


def review(year: str = "令和8年度") -> Request:
    """A request on the sheet, of 800千円 after 900."""
    return set_values(
        one_line(800, 900),
        [
            ("header/fiscal_year", year),
            ("header/budget", "当初予算"),
            ("header/business_class", "一般事業(公共事業以外)"),
            ("header/stage", "一般事業要求"),
            ("header/sheet", "review"),
            ("funding/request/national", 400),
            ("funding/previous/national", 450),
        ],
    )


def test_its_words_stand_in_the_tables_and_on_the_line(standard: Standard) -> None:
    """The rows of both tables and the line above them have the words of the form, on the screen too."""
    shown = snapshot(review(), standard)
    sheet = lay_out(shown)
    assert sheet.total_cost is not None
    assert sheet.funding is not None
    assert [row.label for row in sheet.total_cost.rows] == ["見直し後の額", "現行の額"]
    assert [row.label for row in sheet.funding.rows] == ["現行の額", "見直し後の額"]
    line = [(figure.label, figure.cell.printed) for figure in sheet.request_line]
    assert line == [("見直し後の額", 800), ("現行の額", 900)]
    form = shown.totals.form
    assert field_label("request/previous", "前年度予算額", form) == "現行の額"
    assert field_label("request/amount", "要求額", form) == "見直し後の額"


def test_it_is_filed_under_its_own_name(standard: Standard) -> None:
    """Beside the 予算要求書 of the same 事業, not in its place."""
    found = request_keys(review(), standard)
    assert (found.sheet, found.kind) == ("見直し調書", "expenditure")


@pytest.mark.parametrize("write", [render, render_shown])
def test_its_page_comes_back(
    tmp_path: Path, folder: Path, standard: Standard, write: Callable[[Snapshot, Path], str]
) -> None:
    """With its data and without, by the word before the name and the words of the rows."""
    page = tmp_path / "page.html"
    page.write_text(write(snapshot(review(), standard), folder), encoding="utf-8")
    assert "(現行の額" in page.read_text(encoding="utf-8")
    reading = read_source(page, standard, folder)
    assert (reading.unread, reading.changes) == ((), ())
    for where in ("header/sheet", "header/name", "funding/request/national", "funding/previous/national"):
        assert value_at(reading.request, where) == value_at(review(), where)
    (line,) = reading.request.groups[0].lines
    assert (line.amount, line.previous) == (800, 900)


def test_its_workbook_comes_back(tmp_path: Path, folder: Path, standard: Standard) -> None:
    """The workbook carries the request whole."""
    book = tmp_path / "book.xlsx"
    book.write_bytes(workbook_bytes(snapshot(review(), standard)))
    assert read_source(book, standard, folder).request == review()


@pytest.mark.parametrize("year", ["令和7年度", "令和8年度"])
def test_before_its_first_year_it_is_said(standard: Standard, year: str) -> None:
    """On the sheet of a year that does not have it, the request is shown on another form, and a finding says so."""
    shown = snapshot(review(year), standard)
    said = [
        found.message
        for found in check(shown.request, shown.totals, standard).all
        if found.rule == "unknown-word"
    ]
    assert said == (
        []
        if year == "令和8年度"
        else [
            "用紙「見直し調書」は、令和7年度にはありません。「当初」の様式で示しています。用紙を選び直してください。"
        ]
    )
