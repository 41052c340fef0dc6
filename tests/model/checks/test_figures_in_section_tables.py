"""Figures in tables of the narrative: read by their row and column, listed, and linked."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from model.checks.loose_figures import loose_figures
from model.document.document import Document
from model.edits.fields import set_value, value_at
from model.edits.links import link
from model.request.linked_figure import LinkedFigure
from model.request.request import Request
from model.request.section_table import SectionTable, TableColumn, TableRow
from tests.samples import sample, snapshot, standard

CELL = "cell/row/amount"


def with_table(
    name: str, amount: str, heading: str = "要求額", unit: str = "千円", title: str = "経費の内訳"
) -> Request:
    """The real sheet with a table of one row in its narrative."""
    columns = (TableColumn("name", "区分"), TableColumn("amount", heading, unit))
    rows = (TableRow("row", {"name": name, "amount": amount}),)
    return replace(sample(), tables=(SectionTable("table", "section-1", title, "", columns, rows),))


def told(request: Request) -> list[str]:
    """What is found at the cell."""
    return [finding.message for finding in snapshot(request).findings.all if finding.place == CELL]


@pytest.mark.parametrize(
    ("name", "amount", "heading", "right"),
    [
        ("標準事務費", "12,058", "要求額", "は 12,085千円"),
        ("標準事務費", "12,058", "平成31年度要求額", "は 12,085千円"),
        ("標準事務費", "14,855", "前年度予算額", "の前年度予算額は 14,585千円"),
        ("統合宛名システム", "11,000", "H31当初予算", "は 11,628千円"),
        ("要求額", "124,000", "平成31年度当初予算", "は 124,767千円"),
        ("一般財源", "120,000", "要求額", "は 122,608千円"),
    ],
)
def test_amount_of_another_value_than_its_row_names(name: str, amount: str, heading: str, right: str) -> None:
    """A row bears the name of a line, a table or a figure of the sheet, and its column says of which budget it is."""
    (message,) = told(with_table(name, amount, heading))
    assert message.startswith("本文の表「経費の内訳」に「")
    assert right in message


@pytest.mark.parametrize(
    ("name", "amount", "heading", "title"),
    [
        ("標準事務費", "12,085", "要求額", "経費の内訳"),
        ("標準事務費", "11,000", "平成29年度予算額", "経費の内訳"),
        ("標準事務費", "11,000", "決算額", "予算と決算"),
        ("標準事務費", "11,000", "要求額", "過去の実績"),
        ("標準事務費", "11,000", "全体事業費", "計画"),
        ("標準事務費（旅費）", "1,000", "要求額", "経費の内訳"),
        ("鳥浜市", "12,000", "要求額", "経費の内訳"),
        ("合計", "12,000", "要求額", "経費の内訳"),
    ],
)
def test_amounts_of_tables_that_are_in_order(name: str, amount: str, heading: str, title: str) -> None:
    """Other years, results, whole plans, parts, other things and totals of a table are no amounts of the sheet's lines."""
    assert told(with_table(name, amount, heading, title=title)) == []


def test_amount_of_a_cell_is_mended_without_the_unit_above_its_column() -> None:
    """The repair writes the sheet's amount as the cell is written."""
    request = with_table("標準事務費", "12,058")
    (finding,) = [finding for finding in snapshot(request).findings.all if finding.place == CELL]
    assert finding.fix is not None
    assert finding.fix.value == "12,085"


def test_cells_are_listed_among_the_figures_of_the_texts() -> None:
    """A number alone has the unit above its column, and says what it means and equals."""
    request = with_table("標準事務費", "12,085")
    (found,) = [
        figure
        for figure in loose_figures(request, snapshot(request).totals, standard())
        if figure.where == CELL
    ]
    assert (found.kind, found.written, found.start, found.end) == ("money", "12,085千円", 0, 6)
    assert (found.meant, found.equals) == ("標準事務費", ("標準事務費",))


def test_cell_that_is_linked_follows_its_figure() -> None:
    """A linked figure in a cell is written anew with its line, and no loose figure any more."""
    linked = LinkedFigure("link", CELL, 0, "12,085", "line/line-1-5/amount", "digits")
    document = Document(link(with_table("標準事務費", "12,085"), linked), standard())
    document.edit("入力", set_value(document.request, "line/line-1-5/amount", 13_000))
    assert value_at(document.request, CELL) == "13,000"
    assert told(document.request) == []
    figures = loose_figures(document.request, document.snapshot.totals, standard())
    assert not [figure for figure in figures if figure.where == CELL]


@pytest.mark.parametrize("name", ["標準事務費 100千円", "標準事務費（前年度比 5％増）"])
def test_amount_in_the_name_of_a_row_is_not_that_of_its_cell(name: str) -> None:
    """What the name of a row says is no word of the cell below its column, so that nothing is found or mended there."""
    assert told(with_table(name, "12,085")) == []
