"""Commitments and continuing expenses in the workbook: sheets of their own, the 調書, and flat data."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from openpyxl.worksheet.worksheet import Worksheet

from model.edits.commitments import spread_years
from model.request.request import Request
from tests.commitment_requests import dam, facilities, heritage, risen, twenty_years
from tests.samples import sample, set_values, snapshot
from tests.templates.workbooks import export, open_book, printed_columns, records


def cells(data: bytes, title: str, *, values: bool = True) -> list[list[object]]:
    """The rows of a sheet without blanks."""
    sheet = open_book(data, values=values)[title]
    assert isinstance(sheet, Worksheet)
    rows = (
        [cell.value for cell in row if cell.value is not None]
        for row in sheet.iter_rows(max_col=printed_columns(sheet))
    )
    return [row for row in rows if row]


def row_of(rows: list[list[object]], label: str) -> list[object]:
    """The first row in which a label stands, from the label on."""
    found = next(row for row in rows if label in row)
    return found[found.index(label) :]


def leased() -> Request:
    """The real sheet with the years of its requested commitment."""
    return spread_years(sample(), "commitment-1", snapshot(sample()).totals)


def test_commitment_sheet() -> None:
    """The printed sheet has 要求総額 and a row a year; the sums are formulas."""
    data = export(facilities())
    rows = cells(data, "要求書")
    assert row_of(rows, "要求総額") == ["要求総額", 77_899, 0, 0, 0, 0, 77_899]
    assert row_of(rows, "10年度") == ["10年度", 7_391, 0, 0, 0, 0, 7_391]
    formulas = row_of(cells(data, "要求書", values=False), "要求総額")
    assert str(formulas[1]).startswith("=SUM(")
    assert str(formulas[-1]).startswith("=SUM(")


def test_rise_is_worked_out_by_formulas() -> None:
    """差引 is 変更後 − 契約額, and what is asked is that difference; this year's cell says where it is asked."""
    data = export(risen())
    rows, formulas = cells(data, "要求書"), cells(data, "要求書", values=False)
    at = next(at for at, row in enumerate(rows) if "差引" in row)
    assert rows[at + 1] == ["26年度", 2_268, 2_333, 65, "※歳出予算で要求"]
    assert rows[at + 2] == ["27年度", 2_268, 2_333, 65, 65]
    assert all(str(cell).startswith("=") for cell in formulas[at + 2][3:])


@pytest.mark.parametrize("request_", [facilities(), twenty_years(), risen(), dam(), heritage(), leased()])
def test_workbook_opens_with_every_figure(request_: Request) -> None:
    """Each sheet of its own becomes a workbook whose formulas all carry a value."""
    data = export(request_)
    with_values, with_formulas = open_book(data, values=True), open_book(data)
    for title in with_formulas.sheetnames:
        for row in with_formulas[title].iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.value.startswith("="):
                    assert with_values[title][cell.coordinate].value is not None, (title, cell.coordinate)


def test_ordinary_workbook_has_the_sheet_and_the_ledger() -> None:
    """An ordinary request has a 債務負担行為要求書 for what it asks by year, and one 調書 of all its commitments."""
    data = export(leased())
    titles = open_book(data).sheetnames
    assert titles[:3] == ["要求書", "債務負担行為要求書", "債務負担行為調書"]
    assert row_of(cells(data, "債務負担行為要求書"), "要求総額")[1] == 48_340
    ledger = cells(data, "債務負担行為調書")
    assert row_of(ledger, "標準事務費") == ["標準事務費", 48_340, "H32〜H35", 48_340, 48_340]


def test_request_without_commitments_has_neither() -> None:
    """Without a commitment there is no 調書."""
    titles = open_book(export(replace(sample(), commitments=()))).sheetnames
    assert not any(title.startswith("債務負担行為") for title in titles)


def test_long_reason_stands_below_the_table() -> None:
    """A 説明 too long for the cell beside the rows goes on below the table, whole."""
    reason = "理由を述べる。" * 200
    data = export(set_values(facilities(), [("commitment/owed/note", reason)]))
    assert reason in "".join(str(cell) for row in cells(data, "要求書") for cell in row)


def test_flat_years() -> None:
    """債務負担年度 has a row for each amount and fund, with the western year; a blank has none."""
    rows = records(export(risen()), "債務負担年度")
    of_27 = [row for row in rows if row["年度の表記"] == "27年度" and row["査定額(千円)"] == ""]
    asked = [
        ("amount", "要求額(千円)", 65),
        ("contracted", "契約額(千円)", 2_268),
        ("changed", "変更後の契約額(千円)", 2_333),
        ("general", "要求額の財源(千円)", 65),
    ]
    figures = [name for name in rows[0] if name.endswith("(千円)")]
    for code, heading, amount in asked:
        row = next(row for row in of_27 if row["欄コード"] == code)
        assert {name: row[name] for name in figures if row[name] != ""} == {heading: amount}
    assert {row["対象年度(西暦)"] for row in of_27} == {2015}
    assert sum(row["査定額(千円)"] for row in rows if row["査定額(千円)"] != "") == 221


def test_flat_ledger_and_commitments() -> None:
    """債務負担 and 債務負担調書 have a row a commitment, joined by its number."""
    data = export(leased())
    assert [row["番号"] for row in records(data, "債務負担")] == [1, 2]
    first = records(data, "債務負担調書")[0]
    assert (first["番号"], first["限度額(千円)"], first["当該年度以降の支出予定額(千円)"]) == (
        1,
        48_340,
        48_340,
    )


def test_flat_continuing() -> None:
    """継続費 has before, after and the change of each year and column."""
    rows = records(export(dam()), "継続費")
    (bonds,) = [row for row in rows if row["欄コード"] == "bonds" and row["対象年度(西暦)"] == 2015]
    assert (
        *(bonds["財源の変更前(千円)"], bonds["財源の変更後(千円)"], bonds["財源の変更(千円)"]),
        bonds["年割額の変更後(千円)"],
    ) == (150_000, 192_000, 42_000, "")
