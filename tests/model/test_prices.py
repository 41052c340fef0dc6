"""Unit prices: the file a section shares, what a request keeps of it, and what changes when a price does."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from model.checks import Finding
from model.document.document import Document, take_snapshot
from model.document.storage import FileError
from model.edits.fields import set_value
from model.edits.prices import adopt_used, take_over
from model.request.request import Line, Request
from model.totals import prices
from model.totals.prices import PriceChange, PriceTable
from tests.samples import fixed, standard, with_lines

TABLE = PriceTable({"普通旅費": "2,800円", "会場使用料": "12,000円"})


def travelling() -> Request:
    """A request that pays 12 journeys at the price of last week."""
    request = with_lines(Line("l", "旅費", basis="普通旅費×12回"), Line("m", "負担金", amount=5))
    return replace(request, prices={"普通旅費": "2,500円"})


def said(request: Request, table: PriceTable) -> list[Finding]:
    """The findings about prices."""
    return [
        finding
        for finding in take_snapshot(request, standard(), shared_prices=table).findings.all
        if finding.rule == "price"
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
def test_file_from_excel(tmp_path: Path, encoding: str) -> None:
    """A table is read as Excel saves CSV in Japan, and as other programs do."""
    path = tmp_path / prices.FILE_NAME
    path.write_bytes(
        '名前,単価,備考\r\n普通旅費,"2,500円",1人1回\r\n,,\r\n講師謝金,30千円\r\n'.encode(encoding)
    )
    assert prices.load(path) == PriceTable({"普通旅費": "2,500円", "講師謝金": "30千円"})


def test_price_without_tax() -> None:
    """A price may be without tax; each line that uses it adds the tax of its own months."""
    table = prices.read('名前,単価\n講師謝金,"8,000円(税抜)"\n下水道,20円/m3\n'.encode(), "x")
    assert table.prices == {"講師謝金": "8,000円(税抜)", "下水道": "20円/m3"}
    request = replace(
        with_lines(Line("l", "謝金（10月〜3月）", basis="講師謝金×10回")),
        prices={"講師謝金": "8,000円(税抜)"},
    )
    assert take_snapshot(request, standard()).totals.amount.value == 88


def test_columns_are_found_by_their_headings() -> None:
    """A section may put columns of its own before and between."""
    table = prices.read("番号,単価,名前\n1,500円,切手\n".encode(), "x")
    assert table.prices == {"切手": "500円"}


def test_rows_that_cannot_be_read_are_named() -> None:
    """A price that is no amount, a row without a name and a name that stands twice are told by their row."""
    table = prices.read("名前,単価\n切手,高い\n,5円\n封筒,10円\n封筒,20円\n".encode(), "単価表.csv")
    assert table.prices == {"封筒": "10円"}
    assert [sentence.split(":")[0] for sentence in table.unread] == [
        f"単価表「単価表.csv」の{row}行目" for row in (2, 3, 5)
    ]


def test_a_price_of_too_many_digits_is_called_too_large() -> None:
    """A price of 17 digits is an amount, but none that is worked with: its row says how many digits there may be."""
    table = prices.read("名前,単価\n旅費,12345678901234567円\n封筒,高い\n".encode(), "単価表.csv")
    large, word = table.unread
    assert (
        large
        == "単価表「単価表.csv」の2行目: 「旅費」の単価「12345678901234567円」は大きすぎます。数字は15桁までです。"
    )
    assert word.endswith("金額として読めません。「2,500円」のように書いてください。")


@pytest.mark.parametrize("data", [b"", b"a,b\n1,2\n", b"\xff\xfe\x00", "単価だけ,\n".encode()])
def test_file_that_is_no_table(data: bytes) -> None:
    """Another file is refused with a sentence that says what the first row has to hold, or how to save it."""
    with pytest.raises(FileError, match=r"見出し|CSV"):
        prices.read(data, "x.csv")


def test_missing_file(tmp_path: Path) -> None:
    """A table that is not there is told in a sentence."""
    with pytest.raises(FileError, match="開けません"):
        prices.load(tmp_path / "none.csv")


def test_table_to_begin_with_can_be_read() -> None:
    """The table that the program writes to begin with is one it reads without a complaint."""
    table = prices.read(prices.template(), "x")
    assert set(table.prices) == {"普通旅費", "会場使用料", "講師謝金"}
    assert table.unread == ()


def test_request_keeps_the_prices_it_uses() -> None:
    """A name typed in a basis brings its price into the request; prices not named stay in the table."""
    request = with_lines(Line("l", "旅費", basis="普通旅費×12回"))
    kept = adopt_used(request, ["普通旅費×12回"], TABLE)
    assert kept.prices == {"普通旅費": "2,800円"}
    assert adopt_used(kept, ["普通旅費×3回", "5千円×2"], TABLE) is kept


def test_changed_price_says_what_each_line_would_become() -> None:
    """2,500円 → 2,800円: 12 journeys go from 30千円 to 34千円 (33.6 raised)."""
    assert list(prices.changes(travelling(), TABLE)) == [PriceChange("普通旅費", "2,500円", "2,800円")]
    (found,) = said(travelling(), TABLE)
    assert found.place == "line/l/amount"
    assert "30千円 から 34千円" in found.message
    taken = fixed(travelling(), found)
    assert taken.prices == {"普通旅費": "2,800円"}
    assert said(taken, TABLE) == []


def test_same_price_written_otherwise_is_no_change() -> None:
    """「2500円」 and 「2,500円」 are one price."""
    assert said(travelling(), PriceTable({"普通旅費": "２５００円"})) == []


def test_all_changed_prices_are_one_step() -> None:
    """Taking over the table is one step of undo; nothing changes before."""
    document = Document(travelling(), standard())
    document.use_prices(TABLE)
    assert document.snapshot.totals.amount.value == 35
    assert not document.is_modified
    document.edit("単価の取り入れ", take_over(document.request, TABLE))
    assert document.snapshot.totals.amount.value == 39
    document.undo()
    assert document.request == travelling()


def test_price_may_be_set_at_its_place() -> None:
    """A price in use has a place of its own, as every value a person may change."""
    assert set_value(travelling(), "price/普通旅費", "3,000円").prices == {"普通旅費": "3,000円"}


def test_price_that_came_after_the_calculation() -> None:
    """A calculation that names a price the table did not have yet is told when it has, and one step takes it over."""
    request = with_lines(Line("l", "会場", basis="会場使用料×2日"))
    (found,) = said(request, TABLE)
    assert found.place == "line/l/amount"
    assert "空欄 から 24千円" in found.message
    assert fixed(request, found).prices == {"会場使用料": "12,000円"}
    assert take_over(request, TABLE).prices == {"会場使用料": "12,000円"}


def test_table_beside_a_request(tmp_path: Path) -> None:
    """The table of a request's folder is the one it is held against; a broken one is told and stops nothing."""
    request = tmp_path / "要求.yosan"
    assert prices.beside(request) == PriceTable()
    (tmp_path / prices.FILE_NAME).write_text("名前,単価\n切手,84円\n", encoding="utf-8")
    assert prices.beside(request).prices == {"切手": "84円"}
    (tmp_path / prices.FILE_NAME).write_bytes(b"\xff")
    assert prices.beside(request).prices == {}
    assert prices.beside(request).unread


def test_changed_price_of_a_funding_source() -> None:
    """A source of the 財源内訳 whose calculation names a price is told too."""
    request = replace(
        with_lines(Line("l", "旅費", amount=100)),
        bases={"funding/request/fees": "手数料×100件"},
        prices={"手数料": "400円"},
    )
    (found,) = said(request, PriceTable({"手数料": "450円"}))
    assert found.place == "funding/request/fees"
    assert "40千円 から 45千円" in found.message


def test_price_a_part_waits_for() -> None:
    """A part whose calculation names a price that came later is found below its line, and only such lines are."""
    part = Line("p", "会場", basis="会場使用料×2日")
    request = with_lines(Line("l", "研修", parts=(part,)), Line("m", "委託", basis="5千円×3"))
    (found,) = said(request, TABLE)
    assert found.place == "line/p/amount"
