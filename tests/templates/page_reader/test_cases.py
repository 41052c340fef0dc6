"""87 published sheets of 2007 to 2026 are read from their text and printed again as they were."""

from __future__ import annotations

import io
import re
from functools import cache
from typing import Any

import pytest
from lxml import html
from python_calamine import CalamineWorkbook

from model.document.document import Snapshot
from model.request import place
from templates.page.html import render
from templates.readers.page import read_html, read_text
from templates.readers.reading import Reading
from templates.workbook.excel import workbook_bytes
from tests.cases import ARCHIVE, case_rows, cases, foreign_html, pack, page, with_numbered_ids
from tests.samples import ROOT, snapshot, standard

FOLDER = ROOT / "templates" / "standards" / "tottori"
NUMBERS = sorted(cases())
SHARED = ROOT.parent / "shared" / "cases"

# Where the note of a case marks a slip: the place of its finding. 195 has its slip in the prose, which the cases leave out.
BREAKS = {
    "034": "cost/standing/labour",
    "082": "cost/previous/total",
    "085": "cost/previous/labour",
    "094": "cost/standing/labour",
    "154": "cost/request/total",
    "192": "cost/standing/labour",
    "202": "cost/total/labour",
}
IN_THE_PROSE = {"195"}


@cache
def reading(number: str) -> Reading:
    """What is read of a sheet, a row of a table on a line."""
    return read_text(page(number), standard())


@cache
def taken(number: str) -> Snapshot:
    """All that is true of the request of a sheet."""
    return snapshot(reading(number).request)


def words(text: str) -> str:
    """Text with its spaces run together."""
    return " ".join(text.split())


def figure(text: str) -> str:
    """A cell without its unit."""
    return re.sub(r"[\s千円人]", "", words(text))


@cache
def printed(number: str) -> Any:
    """The published page of the request of a sheet, without words that are only read aloud."""
    root = html.document_fromstring(render(taken(number), FOLDER))
    for unseen in root.xpath("//*[contains(@class, 'unseen')]"):
        unseen.drop_tree()
    for part in root.xpath("//*[contains(@class, 'as-written')]//span"):
        part.drop_tag()
    return root


def tables(root: Any) -> dict[str, list[list[str]]]:
    """The tables with fixed rows: per table its rows with label and figures."""
    return {
        table.get("class").split()[-1]: [
            [words(row[0].text_content()), *(figure(cell.text_content()) for cell in row[1:])]
            for row in table.xpath("./tbody/tr")
        ]
        for table in root.xpath("//table[starts-with(@class, 'figures')]")
    }


def case_tables(case: dict[str, Any]) -> dict[str, list[list[str]]]:
    """The same of a case; a table that the sheet does not have is not there."""
    keys = {"total_cost": "cost_rows", "funding": "funding_rows", "finance": "assessed_rows"}
    return {
        table: [[words(label), *map(figure, figures)] for label, *figures in case[key]]
        for table, key in keys.items()
        if case[key]
    }


@pytest.mark.skipif(not SHARED.is_dir(), reason="the cases are not at hand, only their archive")
def test_the_archive_holds_the_cases() -> None:
    """The archive is that of the cases as they are now, byte for byte."""
    assert ARCHIVE.read_bytes() == pack(SHARED)


@pytest.mark.parametrize("number", NUMBERS)
def test_sheet_is_printed_as_it_was(number: str) -> None:
    """Head, rows, lines and tables come back with the same words and figures: none more, none less, none changed."""
    case = cases()[number]
    assert reading(number).unread == ()
    root = printed(number)
    one = {
        key: words(root.xpath(f"//*[@class='{key}']")[0].text_content())
        for key in ("position", "year", "contact")
    }
    assert f"公開 の {words(case['breadcrumb_year'])} の " in one["position"]
    assert one["year"] == case["year_line"]
    assert one["contact"] == case["department"]
    kind = [words(each.text_content()) for each in root.xpath("//*[@class='kind']/span")]
    account = f" ({case['account']})" if case["account"] else ""
    assert kind[:3] == [case["budget"], case["class"] + account, case["stage"]]
    subject = [
        words(each.text_content()).split(":", 1)[1] for each in root.xpath("//*[@class='subject']/span")
    ]
    assert subject == (case["subject"] or [])
    assert words(root.xpath("//h1")[0].text_content()) == words(case["name"])
    asked = [words(each.text_content()) for each in root.xpath("//*[@class='asked']")]
    assert asked == [words(case[key]) for key in ("request_line", "assessment_line") if case[key]]
    assert tables(root) == case_tables(case)


@pytest.mark.parametrize("number", NUMBERS)
def test_body_is_printed_as_it_was(number: str) -> None:
    """Every heading and every line of the body comes back, in its order."""
    lines = [words(line) for line in page(number).split("\n") if words(line)]
    body = lines[lines.index("事業内容") :]
    end = next(
        (at for at, line in enumerate(body) if line.startswith(("財政課処理欄", "要求額の財源内訳"))),
        len(body),
    )
    text = "\n".join(printed(number).xpath("//main//text()"))
    shown = [words(line) for line in text.split("\n") if words(line)]
    start = shown.index("事業内容")
    assert shown[start : start + end] == body[:end]


@pytest.mark.parametrize("number", NUMBERS)
def test_both_layouts_and_html_are_one_request(number: str) -> None:
    """A row on a line, every cell on a line, and an old groupware's tables say the same."""
    by_rows = reading(number).request
    by_cells = read_text(page(number, "cells"), standard()).request
    assert with_numbered_ids(by_rows) == with_numbered_ids(by_cells)
    foreign = read_html(foreign_html(page(number), case_rows(cases()[number])), standard())
    assert with_numbered_ids(foreign.request) == with_numbered_ids(by_rows)
    assert foreign.unread == ()


@pytest.mark.parametrize("number", NUMBERS)
def test_only_real_slips_are_errors(number: str) -> None:
    """A slip that the published sheet has is found at its row; nothing else on any sheet is called an error."""
    found = taken(number).findings
    where = BREAKS.get(number)
    assert {error.place for error in found.errors} <= {where}
    assert where is None or where in {finding.place for finding in found.all}


def test_every_noted_slip_is_tried() -> None:
    """The notes of the cases name the slips."""
    noted = {number for number, case in cases().items() if any("BREAK" in note for note in case["notes"])}
    assert noted == set(BREAKS) | IN_THE_PROSE


@pytest.mark.parametrize("number", NUMBERS)
def test_workbook_has_the_same_figures(number: str) -> None:
    """Every figure of the sheet's tables stands in the workbook of the request."""
    case = cases()[number]
    book = CalamineWorkbook.from_filelike(io.BytesIO(workbook_bytes(taken(number))))
    rows = [[cell for cell in row if cell != ""] for row in book.get_sheet_by_index(0).to_python()]
    for row in [*case["cost_rows"], *case["funding_rows"], *case["assessed_rows"]]:
        wanted = [float(value.replace(",", "")) for value in map(figure, row[1:]) if value]
        assert any(
            shown[:1] == [words(row[0])]
            and [float(each) for each in shown[1:] if not isinstance(each, str)][: len(wanted)] == wanted
            for shown in rows
        ), row


def test_figures_are_declared_as_printed() -> None:
    """A printed total is a typed figure of the request, and people keep their decimals (002: 5.54人)."""
    request = reading("002").request
    assert request.declared[place.cost("total", "labour")] == 44_723
    assert request.declared[place.funding("request", "general")] == 661
    assert request.funding.request["other"] == 4
    assert request.headcount.total == {"regular": "5.54", "part_time": "0.67", "temporary": "1.00"}


def test_what_the_form_prints_otherwise_is_kept() -> None:
    """074 has no (要求額の内訳), 124 prints its year twice, 115 says 一般査定: their words stand beside the form."""
    assert reading("074").request.printed.words["title/components"] == ""
    assert reading("124").request.printed.words["cost/previous"] == "30年度当初予算額"
    special = reading("115").request
    assert special.printed.words["assessment/actor"] == "一般査定"
    assert (special.header.sheet, special.header.name) == ("carry_over", "文化財助成費")


def test_numbers_of_headings_are_the_forms() -> None:
    """「1 調整理由」 is kept without the number that the form prints; 「1.事業概要」 is kept as it stands."""
    assert [section.heading for section in reading("002").request.sections] == [
        "調整理由",
        "所要経費",
    ]
    dotted = reading("060").request
    assert [section.heading for section in dotted.sections] == ["1.事業概要", "2.一般事業査定結果"]
    bare = reading("160").request
    assert [(section.heading, section.unnumbered) for section in bare.sections] == [
        ("事業の目的", True),
        ("事業概要", True),
        ("【事業費】", False),
    ]
