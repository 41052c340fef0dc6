"""Sheets of their own on the page: 債務負担行為要求書, 契約額の変更, 査定額, 継続費, 繰越明許費."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from model.edits.commitments import spread_years
from model.request.multi_year import Commitment
from model.request.request import Request
from model.standard.standard import Standard
from templates.commands.exported_files import export_request
from templates.sheet.cost_tables import commitment_wording
from tests.commitment_requests import dam, facilities, heritage, risen, twenty_years
from tests.samples import sample, set_values, snapshot
from tests.templates.published_page import Page, text

SHEETS = {
    "facilities": facilities,
    "twenty_years": twenty_years,
    "risen": risen,
    "dam": dam,
    "heritage": heritage,
}
Write = Callable[[Request], Page]


def tables(page: Page) -> list[tuple[str, list[list[str]]]]:
    """The tables of years: caption, and their rows as the cells that stand in each."""
    return [
        (text(each.find("caption")), [[text(cell) for cell in row] for row in each.xpath(".//tr")])
        for each in page.root.xpath("//table[contains(@class, 'years')]")
    ]


@pytest.mark.parametrize("name", SHEETS)
def test_golden(name: str, write: Write, golden: Callable[[str, str], None]) -> None:
    """The body of each sheet is what a person last looked at."""
    source = write(SHEETS[name]()).source
    golden(f"owed_{name}.html", source[source.index("<body>") :])


def test_commitment_page(write: Write) -> None:
    """104: 事項, 期間, 要求総額 and then a row a year; 0 where there are no funds."""
    page = write(facilities())
    assert text(page.all("//h1")[0]) == "[債務負担行為]教育施設営繕費"
    ((caption, rows),) = tables(page)
    assert caption == "債務負担行為要求書(単位:千円)"
    assert rows[0] == ["事項", "期間", "区分", "限度額", "財源内訳", "説明"]
    assert rows[1] == ["国庫支出金", "起債", "分担金 負担金", "その他", "一般財源"]
    assert rows[2][1:] == ["5年度から10年度まで", "要求総額", "77,899", "0", "0", "0", "0", "77,899", ""]
    assert rows[3] == ["5年度", "16,584", "0", "0", "0", "0", "16,584"]
    assert len(rows) == 2 + 1 + 6


def test_old_form_leaves_blanks(write: Write) -> None:
    """117: up to 平成20年度 the funds are 国庫, 起債, その他, and an empty cell is not 0."""
    ((_, rows),) = tables(write(twenty_years()))
    assert rows[1] == ["国庫", "起債", "その他", "一般財源"]
    assert rows[3] == ["21年度", "19,440", "", "", "", "19,440"]
    assert len(rows) == 2 + 1 + 20


def test_change_and_what_was_granted(write: Write) -> None:
    """110: this year's rise is asked in the ordinary budget; below 財政課処理欄 the same table as 査定額."""
    page = write(risen())
    asked, change, granted = tables(page)
    assert [row[0] for row in asked[1][3:]] == ["27年度", "28年度", "29年度", "30年度"]
    assert change[1][0] == ["年度", "契約額", "変更後", "差引", "今回要求額"]
    assert change[1][1] == ["26年度", "2,268", "2,333", "65", "※歳出予算で要求"]
    assert change[1][2] == ["27年度", "2,268", "2,333", "65", "65"]
    assert granted[0] == "査定額(単位:千円)"
    assert [text(each) for each in page.all("//h2")][-2:] == ["財政課処理欄", "査定額(単位:千円)"]


def test_continuing_expense(write: Write) -> None:
    """113: 変更前, 変更後 and the change, which comes to 0, +3,254, +62,000 and −65,254."""
    found = tables(write(dam()))
    assert [caption for caption, _ in found] == [
        f"ダム本体工事 {side}(単位:千円)" for side in ("変更前年割額", "変更後年割額", "年割変更部分")
    ]
    assert found[2][1][-1][:4] == ["計", "0", "3,254", "62,000"]
    assert "65,254" in found[2][1][-1][4]


def test_carry_over_has_headings_three_deep(write: Write) -> None:
    """115: 未収入財源内訳 stands between 財源内訳 and the funds; every figure names all headings above it."""
    page = write(heritage())
    general = page.one("//th[@id='funding-general']")
    (cell,) = [
        each for each in page.all("//td[@headers]") if general.get("id") in each.get("headers").split()
    ]
    named = {each: text(page.one(f"//*[@id='{each}']")) for each in cell.get("headers").split()}
    assert list(named.values()) == ["繰越要求額", "財源内訳", "未収入財源内訳", "一般財源"]
    assert text(cell) == "4,326"


@pytest.mark.parametrize("name", SHEETS)
def test_every_column_can_be_counted(name: str, write: Write) -> None:
    """With the words that reach over all rows, each row of each table has a cell per column, and ids are unique."""
    page = write(SHEETS[name]())
    ids = [each.get("id") for each in page.all("//*[@id]")]
    assert len(ids) == len(set(ids))
    for cell in page.all("//td[@headers]"):
        assert set(cell.get("headers").split()) <= set(ids)
    for table in page.all("//table"):
        columns = sum(int(cell.get("colspan", "1")) for cell in table.xpath("./thead/tr[1]/th"))
        rows = table.xpath("./tbody/tr")
        over = len(table.xpath("./tbody/tr[1]/td[@rowspan]"))
        assert [len(row) for row in rows[1:]] == [columns - over] * (len(rows) - 1)
        assert len(rows[0]) == columns
        assert all(each.get("scope") and text(each) for each in table.xpath(".//th"))


def test_fund_without_a_column_gets_one(write: Write) -> None:
    """A fund that the form has no column for is printed in one of its own; nothing is left out."""
    ((_, rows),) = tables(write(set_values(facilities(), [("owed/owed-5/source/fees", 100)])))
    assert rows[1] == ["国庫支出金", "起債", "分担金 負担金", "その他", "使用料・手数料", "一般財源"]
    assert rows[3] == ["5年度", "16,584", "0", "0", "0", "0", "100", "16,484"]


def test_contract_period_is_printed(write: Write) -> None:
    """The contract's period stands below the committed one, as another fact."""
    ((_, rows),) = tables(
        write(set_values(facilities(), [("commitment/owed/contract_period", "R4.10〜R11.3")]))
    )
    assert "".join(rows[2][1].split()) == "5年度から10年度まで(契約期間R4.10〜R11.3)"


def test_ordinary_page_has_remarks_only(write: Write) -> None:
    """On an ordinary page commitments are remarks (備考), as published; their years stand on pages of their own."""
    request = spread_years(sample(), "commitment-1", snapshot(sample()).totals)
    assert tables(write(request)) == []


def test_export_writes_a_page_for_each(tmp_path: Path, folder: Path) -> None:
    """Each commitment that is asked by year is published as a page of its own beside the request's."""
    request = spread_years(sample(), "commitment-1", snapshot(sample()).totals)
    written = export_request(snapshot(request), folder, tmp_path, "住基", workbook=False)
    assert [each.name for each in written] == ["住基.html", "住基-債務負担行為1.html"]
    page = Page(written[1].read_text(encoding="utf-8"))
    assert tables(page)[0][1][2][2:4] == ["要求総額", "48,340"]


@pytest.mark.parametrize(
    ("commitment", "words"),
    [
        (Commitment("a", period="H32〜H35"), "H32〜H35について別途債務負担行為を要求"),
        (Commitment("a", period="H31〜H35", status="set"), "H31〜H35について債務負担行為設定済"),
        (
            Commitment("a", period="R4", status="set", contract_period="R3.4〜R5.3", set_in="R2.11"),
            "(R3.4〜R5.3、R2.11債務負担行為設定済)",
        ),
        (
            Commitment("a", period="R4〜R5", status="set", set_in="R3当初"),
            "(R4〜R5、R3当初債務負担行為設定済)",
        ),
    ],
)
def test_wording(commitment: Commitment, words: str, standard: Standard) -> None:
    """The remark as published; where the budget that set it is told, with the contract's period before it."""
    assert commitment_wording(commitment, standard) == words


def test_the_year_in_the_ordinary_budget_is_in_no_sum(write: Write) -> None:
    """110: what is asked in the ordinary budget is no part of 要求総額, neither its amount nor its funds."""
    typed = set_values(
        risen(),
        [("owed/owed-26/amount", 65), ("owed/owed-26/source/national", 30), ("owed/owed-26/source/fees", 5)],
    )
    assert tables(write(typed)) == tables(write(risen()))


def test_typed_words_are_no_markup(write: Write) -> None:
    """What a person typed in 事項, 説明 and 年度 is text on the page."""
    owed = facilities().commitments[0]
    typed = replace(owed, name="<b>件</b>", note="<i>\n&", years=(replace(owed.years[0], year="<u>5"),))
    page = write(replace(facilities(), commitments=(typed,)))
    assert not page.all("//table//b | //table//i | //table//u")
    assert "<b>件</b>" in tables(page)[0][1][2][0]
