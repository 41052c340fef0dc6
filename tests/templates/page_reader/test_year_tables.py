"""債務負担行為要求書, 査定額, changed contracts, 年割額 and 繰越明許費 are read into the request, in every layout."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from typing import Literal

import pytest

from model.request.request import Request
from templates.page.html import render
from templates.readers.page import read_html, read_text
from templates.readers.reading import Reading
from tests.commitment_requests import dam, facilities, heritage, risen, twenty_years
from tests.samples import ROOT, snapshot, standard
from tests.templates.page_reader.copied import Layout, as_foreign_html, copied
from tests.templates.page_reader.pages import page

FOLDER = ROOT / "templates" / "standards" / "tottori"
HEADING = "事項 期間 区分 限度額 財源内訳 説明\n国庫支出金 起債 分担金 負担金 その他 一般財源\n"


def printed(request: Request) -> str:
    """The published page of a request."""
    return render(snapshot(request), FOLDER)


def owed(table: str, below: str = "") -> Reading:
    """What is read of a sheet of its own of 令和5年度 with a table at its end."""
    text = page(
        f"1 概要\n\n本文。\n\n債務負担行為要求書 (単位:千円)\n\n{table}\n{below}",
        "債務負担行為要求額:30千円",
    )
    return read_text(
        text.replace("新しい事業\n", "[債務負担行為]新しい事業\n", 1).replace(
            "\n新しい事業", "\n[債務負担行為]新しい事業"
        ),
        standard(),
    )


@pytest.mark.parametrize(
    ("sheet", "layout"),
    [
        *itertools.product((facilities, risen, dam, heritage), ("rows", "cells", "tabs", "html")),
        *((twenty_years, layout) for layout in ("tabs", "html")),  # its empty cells are lost in the others
    ],
)
def test_sheet_is_read_and_printed_again(
    sheet: Callable[[], Request], layout: Layout | Literal["html"]
) -> None:
    """104, 110, 113, 115 and 117 as copied text and as foreign tables give the same page again, and nothing is unread."""
    first = printed(sheet())
    if layout == "html":
        reading = read_html(as_foreign_html(first), standard())
    else:
        reading = read_text(copied(first, layout), standard())
    assert reading.unread == ()
    assert copied(printed(reading.request), "rows") == copied(first, "rows")


@pytest.mark.parametrize("layout", ["rows", "cells"])
def test_lost_cells_of_sources(layout: Layout) -> None:
    """117 leaves the cells of sources empty: 「21年度 19,440 19,440」 of copied text may be any source, so none is taken.

    What is sure is the amount of the year; each row is listed and kept.
    """
    reading = read_text(copied(printed(twenty_years()), layout), standard())
    (found,) = reading.request.commitments
    assert [(year.amount, year.sources) for year in found.years] == [(19_440, {})] * 20
    assert len(reading.unread) == 21
    assert "21年度 19,440 19,440\n22年度 19,440 19,440" in reading.request.sections[-1].text


def test_figures_are_where_a_person_types_them() -> None:
    """What follows from the years (limit, 一般財源, the change) stays derived; a contract keeps this year's row."""
    (facility,) = read_text(copied(printed(facilities()), "cells"), standard()).request.commitments
    assert (facility.name, facility.period, facility.limit) == ("教育施設営繕費", "5年度から10年度まで", None)
    assert [(year.year, year.amount) for year in facility.years][:2] == [("5年度", 16_584), ("6年度", 15_511)]
    assert set(facility.years[0].sources) == {"national", "bonds", "shares", "other"}
    (risen_one,) = read_text(copied(printed(risen()), "rows"), standard()).request.commitments
    assert [(year.year, year.contracted, year.changed, year.amount) for year in risen_one.years][:2] == [
        ("26年度", 2_268, 2_333, None),
        ("27年度", 2_268, 2_333, None),
    ]
    assert [each.amount for each in risen_one.granted] == [65, 65, 65, 26]
    (work,) = read_text(copied(printed(dam()), "rows"), standard()).request.continuing
    assert work.name == "ダム本体工事"
    assert work.years[1].after == {"expense": 320_000, "national": 151_627, "bonds": 110_000}


@pytest.mark.parametrize(
    "table",
    [
        "総務費 企画費 計画調査費 機器 6年度から 7年度まで 要求総額 30 10 0 0 0 20 更新する。\n年度 6年度 15 5 0 0 0 10\n7年度 15 5 0 0 0 10",
        "款:総務費\n項:企画費\n目:計画調査費\n機器\n6年度から 7年度まで\n要求総額\n30\n10\n0\n0\n0\n20\n更新する。\n年度\n6年度\n15\n5\n0\n0\n0\n10\n7年度\n15\n5\n0\n0\n0\n10",
    ],
)
def test_published_rows(table: str) -> None:
    """要求総額, then 年度 with a row a year; 事項 names 款・項・目 before the item, and 説明 stands behind the first row."""
    reading = owed(HEADING + table, "\n次の文。")
    (found,) = reading.request.commitments
    assert (found.name, found.period, found.note, found.limit) == (
        "機器",
        "6年度から 7年度まで",
        "更新する。",
        None,
    )
    assert [(year.year, year.amount, year.sources["national"]) for year in found.years] == [
        ("6年度", 15, 5),
        ("7年度", 15, 5),
    ]
    assert reading.unread == ()
    assert reading.request.sections[-1].text.endswith("次の文。")
    assert "債務負担行為要求書" not in reading.request.sections[-1].text


def test_two_items_of_one_table() -> None:
    """Each 要求総額 begins an item of its own."""
    rows = "機器 6年度 要求総額 30 0 0 0 0 30\n年度 6年度 30 0 0 0 0 30\n車両 6年度から7年度まで 要求総額 5 0 0 0 0 5\n7年度 5 0 0 0 0 5"
    reading = owed(HEADING + rows)
    assert [(commitment.name, commitment.period) for commitment in reading.request.commitments] == [
        ("機器", "6年度"),
        ("車両", "6年度から7年度まで"),
    ]
    assert reading.unread == ()


def test_printed_sums_that_are_wrong() -> None:
    """A wrong limit is declared; a wrong sum of a fund has no place and is listed, as is a row with lost cells."""
    rows = "機器 6年度から7年度まで 要求総額 31 11 0 0 0 20\n6年度 15 5 0 0 0 10\n7年度 15 5 0 0 0 10"
    reading = owed(HEADING + rows)
    assert reading.request.commitments[0].limit == 31
    assert [entry.text for entry in reading.unread] == ["要求総額 11"]
    reading = owed(HEADING + rows.replace("7年度 15 5 0 0 0 10", "7年度 15 5 10"))
    assert "7年度 15 5 10" in [entry.text for entry in reading.unread]


def test_typed_general_funds() -> None:
    """一般財源 that is not what the funds leave is kept as typed."""
    reading = owed(HEADING + "機器 6年度 要求総額 30 10 0 0 0 25\n6年度 30 10 0 0 0 25")
    assert reading.request.commitments[0].years[0].sources["general"] == 25
    assert reading.unread == ()


def test_what_was_granted_otherwise() -> None:
    """査定額 below 財政課処理欄 goes to the commitment; a period that differs has no place and is listed."""
    rows = "機器 6年度 要求総額 30 0 0 0 0 30\n6年度 30 0 0 0 0 30"
    below = f"\n財政課処理欄\n\n一部とする。\n\n査定額(単位:千円)\n\n{HEADING}{rows.replace('30', '20')}"
    reading = owed(HEADING + rows, below)
    (found,) = reading.request.commitments
    assert [each.amount for each in found.granted] == [20]
    reading = owed(HEADING + rows, below.replace("機器 6年度", "機器 7年度"))
    assert "7年度" in reading.unread[0].text


def test_table_on_an_ordinary_sheet_stays_in_its_text() -> None:
    """117 asks on an ordinary sheet, whose form has no such table: it is told as a commitment and stays in the text."""
    rows = "債務負担行為要求書 (単位:千円)\n\n事項 期間 区分 限度額 財源内訳 説明\n国庫 起債 その他 一般財源\n用地 6年度から7年度まで 要求総額 30 30\n6年度 15 15\n7年度 15 15"
    request = read_text(page(f"1 概要\n\n{rows}"), standard()).request
    assert [year.amount for year in request.commitments[0].years] == [15, 15]
    assert rows.split("\n")[-1] in request.sections[0].text


def test_annual_amounts_before_and_their_change() -> None:
    """113 prints 変更前年割額 and 年割変更部分: what follows is their sum."""
    tables = (
        "変更前年割額(単位:千円)\n\n年度 事業費 財源内訳\n国庫 起債 一般財源\nH27 500 250 150 100\nH28 300 150 90 60\n計 800 400 240 160\n\n"
        "年割変更部分(単位:千円)\n\n年度 事業費 財源内訳\n国庫 起債 一般財源\nH27 -20 2 40 -62\nH28 △20 2 20 △42\nH29 40 0 0 40\n計 0 4 60 -64"
    )
    text = page(f"1 概要\n\n本文。\n\n{tables}", "継続費要求額:0千円").replace(
        "新しい事業", "[継続費]ダム事業"
    )
    reading = read_text(text, standard())
    (work,) = reading.request.continuing
    assert [(year.year, year.before.get("expense"), year.after["expense"]) for year in work.years] == [
        ("H27", 500, 480),
        ("H28", 300, 280),
        ("H29", None, 40),
    ]
    assert reading.unread == ()
    assert reading.request.sections[0].text == "本文。"


def test_wrong_change_is_listed() -> None:
    """A printed change that is not the difference of the two tables has no place."""
    first = (
        copied(printed(dam()), "rows")
        .replace("27年度 -20,000", "27年度 -21,000")
        .replace("計 800,000 403,254", "計 800,001 403,254")
    )
    reading = read_text(first, standard())
    assert reading.request.continuing[0].total == 800_001
    assert [entry.text for entry in reading.unread] == ["27年度 -21000", "計 0"]


@pytest.mark.parametrize("foreign", [False, True], ids=["text", "html"])
def test_carry_over_under_a_heading_of_the_writer(foreign: bool) -> None:
    """115 puts its table into the narrative below 要求金額, and the finance division's below 財政課処理欄(単位:千円)."""
    over = "区分 事業費 財源内訳\n既収入特財 未収入財源内訳\n国庫支出金 分担金・負担金 その他 起債 一般財源\n"
    names = ["国庫支出金", "分担金・負担金", "その他", "起債", "一般財源"]
    cells = "4,326 10 1,000 0 0 0 3,316"
    body = "1 概要\n\n本文。\n\n3 繰越の金額、内訳\n\n要求金額\n\n{}\n\n財政課処理欄(単位:千円)\n\n{}\n"
    asked = "繰越要求額:4,326千円\n\n一般査定:認める 計上額:4,326千円"
    rows = [f"{over}{label} {cells}" for label in ("繰越要求額", "繰越査定額")]
    text = page(body.format(*rows), asked).replace("新しい事業", "[繰越明許費]文化財助成費")
    if foreign:
        head = "<TR><TD ROWSPAN=3>区分<TD ROWSPAN=3>事業費<TD COLSPAN=6>財源内訳<TR><TD ROWSPAN=2>既収入特財<TD COLSPAN=5>未収入財源内訳<TR>"
        tables = [
            "<TABLE>" + head + "".join(f"<TD>{name}" for name in names) + "<TR>"
            + "".join(f"<TD>{each}" for each in (label, *cells.split())) + "</TABLE>"
            for label in ("繰越要求額", "繰越査定額")
        ]  # fmt: skip
        lines = page(body.format("@0@", "@1@"), asked).replace("新しい事業", "[繰越明許費]文化財助成費")
        source = "<BR>".join(lines.split("\n")).replace("@0@", tables[0]).replace("@1@", tables[1])
        reading = read_html(f"<HTML><BODY>{source}</BODY></HTML>", standard())
    else:
        reading = read_text(text, standard())
    assert reading.unread == ()
    assert reading.request.funding.request == {
        "received": 10,
        "national": 1_000,
        "shares": 0,
        "other": 0,
        "bonds": 0,
    }
    assert reading.request.declared["funding/assessed/general"] == 3_316
    assert [(section.heading, section.text) for section in reading.request.sections][-1] == (
        "3 繰越の金額、内訳",
        "要求金額",
    )
    shown = copied(printed(reading.request), "rows")
    assert f"繰越査定額 {cells}" in shown
    assert f"繰越要求額 {cells}" in shown


def test_a_wrong_sum_of_annual_amounts_is_said_with_its_column() -> None:
    """A total of a fund that is not the sum of the years has no place: it is said by the word above its column."""
    text = copied(printed(dam()), "rows").replace("計 800,000 400,000", "計 800,000 400,001")
    (entry,) = read_text(text, standard()).unread
    assert (entry.text, "「国庫」" in entry.why) == ("計 400001", True)


def test_labels_over_two_columns() -> None:
    """In a table of HTML whose 区分 takes two columns, each figure stays below its heading."""
    first = printed(facilities())
    wide = re.sub(r"COLSPAN=1>((?:区分|要求総額|\d+年度)<)", r"COLSPAN=2>\1", as_foreign_html(first))
    assert wide != as_foreign_html(first)
    assert copied(printed(read_html(wide, standard()).request), "rows") == copied(first, "rows")
