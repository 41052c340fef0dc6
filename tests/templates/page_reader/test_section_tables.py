"""Tables of the narrative that are no cost tables: read where their cells are certain, else the text stays as it was."""

from __future__ import annotations

import pytest

from model.request.request import Request
from templates.page.html import render_shown
from templates.readers.page import read_html, read_text
from templates.readers.page import section_tables as module
from templates.readers.page.pieces import Line
from templates.readers.reading import Reading
from tests.samples import ROOT, snapshot, standard
from tests.section_tables import PLACES, with_tables
from tests.templates.page_reader.copied import as_foreign_html, copied
from tests.templates.page_reader.pages import cells, read, sections, with_lines, with_table

FOLDER = ROOT / "templates" / "standards" / "tottori"
ROWS = "路線名 市町 延長(km) 箇所数\n国道9号 鳥浜市 1.5 3\n県道山上線 山上町 0.75 1,200\n市道 浜町 2 －"
WANTED = [
    ["路線名", "市町", "延長(km)", "箇所数"],
    ["国道9号", "鳥浜市", "1.5", "3"],
    ["県道山上線", "山上町", "0.75", "1,200"],
    ["市道", "浜町", "2", "－"],
]
TOTAL = ["合計", "", "4.25", "1,203"]


def tables(reading: Reading) -> list[list[list[str]]]:
    """The tables of what was read."""
    return [cells(table) for table in reading.request.tables]


def words(request: Request) -> list[str]:
    """Every word of the narrative and its tables."""
    found = [section.text for section in request.sections]
    for table in request.tables:
        found += [table.title, table.note, *(cell for row in cells(table) for cell in row)]
    return sorted(word for text in found for word in text.split())


@pytest.mark.parametrize("layout", ["rows", "cells", "tabs"])
def test_table_in_each_layout(layout: str) -> None:
    """A row on a line, a cell on a line, or cells apart by tabs: headings, units, rows and the 計 come in as a table."""
    whole = f"{ROWS}\n{' '.join(filter(None, TOTAL))}" if layout == "rows" else ROWS
    text = {"rows": whole, "cells": ROWS.replace(" ", "\n"), "tabs": ROWS.replace(" ", "\t")}[layout]
    if layout == "tabs":
        text += "\n" + "\t".join(TOTAL)
    reading = with_lines(
        f"整備する箇所は次のとおり。\n\n【箇所表】\n{text}\n※延長は計画による。\n\n続きの文。"
    )
    (table,) = reading.request.tables
    assert cells(table) == (WANTED if layout == "cells" else [*WANTED, TOTAL])
    assert (table.title, table.note) == ("【箇所表】", "※延長は計画による。")
    kept = [
        section for section in sections(reading.request) if "とおり" in section[1] or "続き" in section[1]
    ]
    assert kept == [("主な事業内容", "整備する箇所は次のとおり。", False), ("", "続きの文。", True)]


def test_table_of_html() -> None:
    """A table of HTML comes in with the cells that are blank; what stands below it goes on without a heading."""
    rows = "".join("<TR>" + "".join(f"<TD>{cell}" for cell in row) for row in [*WANTED, TOTAL])
    reading = with_table(f"<TABLE>{rows}</TABLE>")
    assert tables(reading) == [[*WANTED, TOTAL]]


@pytest.mark.parametrize(
    "lines",
    [
        "路線名 市町 延長\n国道9号 1.5\n県道 山上町 2",  # a blank cell left no trace
        "路線名 延長 箇所数\n国道 9号 1.5 3\n県道 山上線 2 4",  # spaces inside a cell
        "時期 内容 担当\n4月 契約 総務課\n5月 着手 総務課",  # words alone
        "甲 乙 丙\n1 2 3\n4 5 6",  # which column names the rows?
        "件数 3 件、4 件\n回数 3 回\n以上 3 回",
        "路線名\n延長\n国道\n1.5\n県道\n2",  # cells on lines, two columns
        "区分\n件数\n単価\n額\n東部\n3\n100\n300\n中部\n4\n100",  # a cell is missing
    ],
)
def test_what_is_not_certain_stays_text(lines: str) -> None:
    """Where a cell is missing, has a space in it, or nothing tells the columns apart, every line stays as it was."""
    reading = with_lines(lines)
    assert reading.request.tables == ()
    assert lines in reading.request.sections[1].text


def test_total_that_does_not_tie_is_told() -> None:
    """A 計 that ties in one column and not in the other is taken as typed, and its number is the finding."""
    reading = with_lines("路線名\t延長(km)\t箇所数\n国道\t1.5\t3\n県道\t2\t4\n計\t3.5\t8")
    found = snapshot(reading.request).findings.errors
    assert ["計は 8 ですが、行の和は 7 です" in error.message for error in found] == [True]
    averages = with_lines("年度\t件数\t満足度(%)\nR3\t3\t91\nR4\t4\t93\n計\t7\t92.1")
    assert not snapshot(averages.request).findings.errors
    assert tables(averages)[0][-1] == ["計", "7", "92.1"]


def test_no_word_is_lost() -> None:
    """The words of a section are the same whether a table was found in it or not."""
    for table in (ROWS, ROWS.replace(" ", "\n"), ROWS.replace("1.5", "約1.5")):
        body = f"1 概要\n\n前の文。\n\n(1) 箇所表\n{table}\n後の文。\n\n2 主な事業内容\n\n内容\t金額\nもの\t5,142\n計\t5,142"
        request = read(body).request
        expected = f"前の文。 (1) 箇所表 {table.replace('(km)', '')} 後の文。"
        shown = [word.removesuffix("(km)") for word in words(request)]
        assert shown == sorted(expected.split())


@pytest.mark.parametrize("kind", ["tabs", "foreign"])
def test_copied_page_of_ours(kind: str) -> None:
    """Our own page without its data, copied with tabs or saved by another program, gives its table back."""
    page = render_shown(snapshot(with_tables()), FOLDER)
    reading = (
        read_text(copied(page, "tabs"), standard())
        if kind == "tabs"
        else read_html(as_foreign_html(page), standard())
    )
    assert cells(PLACES) in tables(reading)
    titles = {table.title: table.note for table in reading.request.tables}
    assert titles["【箇所表】"] == PLACES.note


def test_a_long_text_is_looked_through_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of twice as many short lines without a blank one, twice as many numbers are looked for, not four times."""
    looked: list[int] = []
    for count in (400, 800):
        seen: list[str] = []
        monkeypatch.setattr(module, "parse_number", lambda text, seen=seen: seen.append(text))
        pieces = [Line(number, "(1) 内訳") for number in range(count)]
        module.parts_of(pieces, standard())
        looked.append(len(seen))
    assert looked[1] <= 3 * looked[0]
