"""The Standard of 架空県, written without Python: other columns, labels, signs and rounding than 鳥取県's, and all of it comes back."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import openpyxl
import pytest
from msgspec.structs import replace

from model.document import storage
from model.document.document import Snapshot, take_snapshot
from model.document.new_request import new_request
from model.edits.fields import type_text
from model.names.other_standard import other_standard
from model.request import place
from model.request.request import Assessment, Request
from model.standard.standard import Standard
from model.standard_folder.files import SHIPPED
from model.standard_folder.load import load
from templates.page import html
from templates.page.published_part import published_part
from templates.readers.sources import read_source
from templates.sheet.sheet import lay_out
from templates.workbook.excel import workbook_bytes
from tests.samples import sample, standard

FOLDER = SHIPPED / "example"


@cache
def example() -> Standard:
    """The Standard of 架空県."""
    return load(FOLDER)


@cache
def request() -> Request:
    """Its sample."""
    return storage.load(FOLDER / "sample.yosan")


def snapshot(changed: Request | None = None) -> Snapshot:
    """Everything that is true of a request under 架空県's Standard; of its sample where none is given."""
    return take_snapshot(changed or request(), example())


def test_folder_holds_no_program() -> None:
    """The folder is words and figures only."""
    assert {path.suffix for path in FOLDER.iterdir()} == {".toml", ".yosan"}


def test_page_prints_its_words_columns_and_signs() -> None:
    """The page has 架空県's labels, columns, marks and its sign of the minus, and none of 鳥取県's."""
    page = html.render_shown(snapshot(), FOLDER)
    for word in (
        "要望額",
        "事業のコスト",
        "補助職員",
        "目的税",
        "県費",
        "(新)",
        "摘要",
        ">▲</span>85",
        "0.75",
        "R9要望",
        "予算のあらまし",
    ):
        assert word in page, word
    for word in (
        "トータルコスト",
        "要求額",
        "一般財源",
        "国庫支出金",
        "正職員",
        "△",
        "【新規】",
        "予算編成過程の公開",
        "鳥取",
    ):
        assert word not in page, word  # fmt: skip


def test_page_comes_back_whole(tmp_path: Path) -> None:
    """The page read back is the request as it was published, which prints the same page."""
    path = tmp_path / "page.html"
    path.write_text(html.render(snapshot(), FOLDER), encoding="utf-8")
    reading = read_source(path, example(), FOLDER)
    assert (reading.unread, reading.changes) == ((), ())
    assert reading.request == published_part(snapshot(), lay_out(snapshot()))
    assert reading.request.standard == "架空県"
    assert html.render(snapshot(reading.request), FOLDER) == path.read_text(encoding="utf-8")


def test_page_without_its_data_is_read_by_its_labels(tmp_path: Path) -> None:
    """What the page shows is read by 架空県's labels, marks and signs."""
    path = tmp_path / "page.html"
    path.write_text(html.render_shown(snapshot(), FOLDER), encoding="utf-8")
    read = read_source(path, example(), FOLDER).request
    assert (read.header, read.contact) == (request().header, request().contact)
    read_lines = {line.text: (line.previous, line.amount, line.mark) for line in read.groups[0].lines}
    assert read_lines["案内板の製作"] == (1_200, 1_424, "")
    assert read_lines["電子申請の仕組みの賃借"] == (None, 3_960, "new")
    assert read_lines["旧機器の売却による負担の減"] == (0, -85, "")
    assert read_lines["紙の様式の印刷"] == (310, None, "ended")
    assert {key: value for key, value in read.funding.request.items() if value} == request().funding.request
    assert read.headcount == request().headcount
    assert read.funding_words == request().funding_words
    assert (read.declared[place.REQUEST_AMOUNT], read.declared[place.REQUEST_PREVIOUS]) == (5_837, 2_150)
    assert read.standard == "架空県"


def test_assessed_page_without_its_data_is_read_by_its_labels(tmp_path: Path) -> None:
    """What the finance division decided is read by the words of its own form: 財政課長, 決定額."""
    assessed = replace(request(), assessment=Assessment(result="一部可", amount=5_000))
    path = tmp_path / "page.html"
    path.write_text(html.render_shown(take_snapshot(assessed, example()), FOLDER), encoding="utf-8")
    read = read_source(path, example(), FOLDER).request
    assert read.assessment == assessed.assessment
    assert read.funding_words == request().funding_words
    assert not {"request/label", "assessment/actor"} & read.printed.words.keys()


def test_workbook_comes_back_whole(tmp_path: Path) -> None:
    """The workbook read back is the very request; its sheets have 架空県's words."""
    path = tmp_path / "book.xlsx"
    path.write_bytes(workbook_bytes(snapshot()))
    reading = read_source(path, example(), FOLDER)
    assert (reading.request, reading.unread, reading.changes) == (request(), (), ())
    shown = {
        "".join(str(cell.value).split())
        for sheet in openpyxl.load_workbook(path)
        for row in sheet.iter_rows()
        for cell in row
        if cell.value
    }
    assert {"目的税", "補助職員", "職員費", "昨年度額(千円)", "要望額(千円)"} <= shown


def test_rounding_is_its_own() -> None:
    """118,700円×12か所 is 1,424千円 cut off, where 鳥取県 rounds 1,424.4 up."""
    assert snapshot().totals.groups[0].lines[0].amount.value == 1_424
    under = take_snapshot(replace(request(), standard=""), standard())
    assert under.totals.groups[0].lines[0].amount.value == 1_425


def test_its_rules_run() -> None:
    """A rule of the nation's list finds what it finds anywhere; what 架空県 turned off is silent, and it asks its own."""
    assert snapshot().findings.all == ()
    wrong = type_text(request(), "request/amount", "9999")
    assert "4" in {finding.rule for finding in snapshot(wrong).findings.errors}
    silent = replace(request(), sections=tuple(replace(each, text="") for each in request().sections))
    asked = {question.rule for question in snapshot(silent).findings.questions}
    assert {"58", "own-1"} <= asked
    assert "71" not in asked
    assert "own-1" not in {
        question.rule for question in snapshot().findings.questions
    }  # 県民の声 stands in the text


@pytest.mark.parametrize(("budget", "rule"), [("当初予算", "58"), ("9月補正予算", "66")])
def test_form_says_what_is_asked_for(budget: str, rule: str) -> None:
    """The questions are those of the occasion that the form names, not of its label."""
    asked = replace(request(), header=replace(request().header, budget=budget))
    assert rule in {question.rule for question in snapshot(asked).findings.questions}


def test_new_request_remembers_its_standard() -> None:
    """A request begun under a Standard says whose it is, in its file too."""
    begun = new_request(example())
    assert begun.standard == "架空県"
    assert storage.loads(storage.dumps(begun), "x").standard == "架空県"
    assert new_request(standard()).standard == "鳥取県"


@pytest.mark.parametrize(
    ("opened", "under", "named"),
    [
        (request(), standard(), "「架空県」の様式の設定で書かれ、いまは「鳥取県」"),
        (sample(), example(), "「鳥取県」の様式の設定で書かれ、いまは「架空県」"),
        (
            replace(sample(), standard=""),
            example(),
            "名前のない様式の設定（予算帖の前の版）で書かれ、いまは「架空県」",
        ),
    ],
)
def test_request_of_another_standard_is_said(opened: Request, under: Standard, named: str) -> None:
    """Opened under another Standard a request is left as it is; one finding says so, and what to do."""
    (finding,) = [each for each in take_snapshot(opened, under).findings.all if each.rule == "other-standard"]
    assert named in finding.message == other_standard(opened, under)
    assert "ファイルは変わっていません。" in finding.message
    assert "--standard" in finding.message
    assert storage.loads(storage.dumps(opened), "x") == opened


def test_file_without_a_name_is_of_the_standard_that_says_so() -> None:
    """A file from before the name was remembered is 鳥取県's; nothing is said of it there."""
    assert other_standard(sample(), standard()) == ""
    assert other_standard(replace(sample(), standard="鳥取県"), standard()) == ""
    assert other_standard(request(), example()) == ""
