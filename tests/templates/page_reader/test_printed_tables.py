"""Cost tables come in as they are printed, whatever their layout; what a text does not say stays text, and is said."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.request.request import Line
from templates.readers.page import read_html, read_text
from templates.readers.reading import Reading
from tests.cases import foreign_html
from tests.examples import examples
from tests.samples import snapshot, standard
from tests.templates.page_reader.made_tables import made_sheet
from tests.templates.page_reader.pages import COSTS, page, read
from tests.templates.page_reader.printed_tables import (
    FIFTH,
    FOURTH,
    LAYOUTS,
    SECOND,
    SEVENTH,
    SHEETS,
    SIXTH,
    THIRD,
    Layout,
    Sheet,
)

ALL = SHEETS | SECOND | THIRD | FOURTH | FIFTH | SIXTH | SEVENTH
NOT_WRITTEN = {
    ("total with a letter", "line"),  # 「需用費 パンフレット 98円×5,000部 490」: which words are 積算内容
    ("a word in the first column twice", "cells"),  # an empty 変更点 before 「ハード」 「機器の整備」
    ("a row of 事務費 without a remark", "line"),  # 「標準事務費 345 330」: 細事業名 or 内容
    ("a row of 事務費 without a remark", "cells"),
    ("funds beside, 単県", "line"),  # 「420 単県」: 財源 or 備考
    ("funds beside, 単県", "cells"),
    ("金額 in the middle", "line"),  # 「1,430 県10/10」: 負担区分 or 備考
    ("金額 in the middle", "cells"),
    ("総計 over 小計", "line"),  # 「1 施設管理 8,200 8,000」: 1 is no number of a row alone
}
"""Sheets and layouts in which it is not written to which column a word belongs, since an empty cell left no trace."""
Read = list[tuple[str, int, int]]


def _read(sheet: Sheet, layout: Layout) -> Reading:
    text = sheet.text(layout)
    return read_html(text, standard()) if layout == "html" else read_text(text, standard())


def _flat(lines: tuple[Line, ...]) -> Iterator[tuple[str, int, int]]:
    for line in lines:
        assert not isinstance(line.previous, str)
        assert not isinstance(line.amount, str)
        yield line.text, line.previous or 0, line.amount or 0
        yield from _flat(line.parts)


def _tables(reading: Reading) -> list[Read]:
    return [list(_flat(group.lines)) for group in reading.request.groups]


def _wanted(sheet: Sheet) -> list[Read]:
    return [
        [(text, previous or 0, amount or 0) for text, previous, amount in table.lines]
        for table in sheet.tables
        if table.lines
    ]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", ALL)
def test_a_table_comes_in_as_it_is_printed(name: str, layout: Layout) -> None:
    """The lines and both years come back, nothing is asked, and no finding is an error; a table of another kind is said."""
    sheet = ALL[name]
    reading = _read(sheet, layout)
    if (name, layout) in NOT_WRITTEN:
        assert (reading.request.groups, bool(reading.unread)) == ((), True)
        return
    assert _tables(reading) == _wanted(sheet)
    assert reading.request.source_questions == ()
    assert not snapshot(reading.request).findings.errors
    assert bool(reading.unread) or all(table.lines for table in sheet.tables)


@settings(max_examples=examples(20))
@given(st.integers(0, 10**6), st.sampled_from(LAYOUTS))
def test_no_table_comes_in_wrong_without_a_word(seed: int, layout: Layout) -> None:
    """A table that ties comes back, or it stays text and is listed; where its cells are known it always comes back."""
    sheet = made_sheet(seed)
    reading = _read(sheet, layout)
    found, wanted = _tables(reading), _wanted(sheet)
    if layout in ("html", "tabs"):
        assert found == wanted
    else:
        assert found == wanted or (all(table in wanted for table in found) and reading.unread)


def test_a_column_that_two_headings_claim_is_no_guess() -> None:
    """A text with one figure for two columns of years ties in both: it stays text."""
    reading = read(
        COSTS.format("内容\n要求額\n前年度予算額\n増減\n看板\n500\n500"), "要求額:500千円 財源:単県"
    )
    assert reading.request.groups == ()
    assert reading.unread


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_wrong_figure_is_a_finding(layout: Layout) -> None:
    """One wrong figure is no reason to leave the table: it comes in, and its sum is the finding."""
    sheet = SHEETS["plain 経費"]
    text = sheet.text(layout).replace("5,600", "5,900")
    reading = read_html(text, standard()) if layout == "html" else read_text(text, standard())
    assert _tables(reading) == [[("報償費", 360, 420), ("旅費", 315, 315), ("委託料", 4_900, 5_900)]]
    assert snapshot(reading.request).findings.errors


def test_figures_in_brackets_of_another_kind() -> None:
    """Where the legend says that the brackets hold no year's budget, the table stays text, for its figures are not both years'."""
    table = "内容\t金額\n工事\t5,000千円(2,500千円)\n計\t5,000千円(2,500千円)\n※( )内は一般財源"
    reading = read_text(page(COSTS.format(table), "要求額:5,000千円 財源:単県"), standard())
    assert reading.request.groups == ()
    assert reading.unread


def test_yen_without_a_word_is_known_by_the_request() -> None:
    """A table of a page without a unit is in 千円; where its sum is the 要求額 in 円, it is in 円."""
    table = "内容\t金額\n会場借上料\t264,000\n講師謝金\t150,000\n計\t414,000"
    for asked, amount in (("414", 264), ("414,000", 264_000)):
        reading = read_text(page(COSTS.format(table), f"要求額:{asked}千円 財源:単県"), standard())
        assert _tables(reading) == [[("会場借上料", 0, amount), ("講師謝金", 0, 150 * amount // 264)]]


def test_two_tables_in_one_grid() -> None:
    """Tables below each other in one table of HTML, with a title between, are two tables."""
    rows = ["内容|金額(千円)", "設計|400", "計|400", "運営|", "内容|金額(千円)", "委託|100", "計|100"]
    cells = ["".join(f"<TD>{cell}" for cell in row.split("|")) for row in rows]
    text = foreign_html(page(COSTS.format("TABLE"), "要求額:500千円 財源:単県"))
    table = f"<TABLE>{''.join(f'<TR>{row}' for row in cells)}</TABLE>"
    reading = read_html(text.replace("<FONT SIZE=2>TABLE</FONT><BR>", table), standard())
    assert _tables(reading) == [[("設計", 0, 400)], [("委託", 0, 100)]]
    assert [group.title for group in reading.request.groups] == ["", "運営"]
