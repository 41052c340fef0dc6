"""The section's price table as a file: one that cannot be read, one that is begun, one that is read again."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from model.totals.prices import FILE_NAME
from tests.ui.calculations import A
from tests.ui.desk import Desk
from tests.ui.hands import Key, choose, press, type_text
from tests.ui.price_tables import changed, come_back, open_beside, open_with_price_in_use, write

READ_AGAIN = "単価表を読み直す"
BEGIN = "単価表のひな形を作る"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Where the section keeps its price table."""
    return tmp_path / FILE_NAME


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\x81\xff broken", "単価表として読めません"),
        ("名前,単価\r\n".encode("utf-16"), "見出しがありません"),
        ("品名,価格\r\n".encode(), "「名前」「単価」の見出しがありません"),
        (b"", "「名前」「単価」の見出しがありません"),
        ("名前,単価\r\n旅費,安い\r\n".encode(), "2行目: 「旅費」の単価「安い」が金額として読めません"),
        ("名前,単価\r\n\"旅費,5円\r\n".encode(), "2行目"),
        (b"\x00" * 50, "見出しがありません"),
    ],
)  # fmt: skip
def test_broken_table_is_told(desk: Desk, table: Path, data: bytes, said: str) -> None:
    """A table that cannot be read is told above the form, and one types on."""
    table.write_bytes(data)
    open_beside(desk, table)
    assert said in desk.bar.words.text()
    type_text("=5*3")
    press(Key.Key_Return)

    assert desk.shown(A) == "15"


def test_folder_in_the_place_of_the_table(desk: Desk, table: Path) -> None:
    """Whatever stands under the table's name, a sentence says that it cannot be read."""
    table.mkdir()
    open_beside(desk, table)

    assert FILE_NAME in desk.bar.words.text()
    assert desk.snapshot.shared_prices.prices == {}


def test_table_that_broke_meanwhile(desk: Desk, table: Path) -> None:
    """A table that can no longer be read leaves the request's own prices in force."""
    open_with_price_in_use(desk, table)
    table.write_bytes(b"\x81\xff")
    come_back(desk)

    assert "読めません" in desk.bar.words.text()
    assert (desk.shown(A), changed(desk)) == ("30", [])


# --- begun ---


def test_table_of_the_same_size_and_time(desk: Desk, table: Path) -> None:
    """A price that was changed in the moment of the reading, with as many digits, is seen when the writer comes back."""
    write(table, '普通旅費,"2,500円",')
    when = table.stat().st_mtime_ns
    open_beside(desk, table)
    table.write_bytes(table.read_bytes().replace(b"2,500", b"2,800"))
    os.utime(table, ns=(when, when))
    come_back(desk)

    assert desk.snapshot.shared_prices.prices == {"普通旅費": "2,800円"}


def test_table_is_begun(desk: Desk, table: Path) -> None:
    """The menu writes a table to begin with beside the request, and its names can be used at once."""
    open_beside(desk, table)
    choose(Key.Key_B, BEGIN)
    assert table.read_bytes().startswith(b"\xef\xbb\xbf"), "so that Excel reads it without asking"
    assert "を作りました" in desk.message
    desk.go(A)
    type_text("会場使用料×2日")
    press(Key.Key_Return)

    assert desk.shown(A) == "24"


def test_table_that_is_there_is_never_overwritten(desk: Desk, table: Path) -> None:
    """Where there is a table, the menu says so and leaves it alone."""
    write(table, '普通旅費,"2,500円",')
    before = table.read_bytes()
    open_beside(desk, table)
    choose(Key.Key_B, BEGIN)

    assert table.read_bytes() == before
    assert "すでにあります" in desk.message


def test_table_is_read_again(desk: Desk, table: Path) -> None:
    """「単価表を読み直す」 says how many prices were read."""
    write(table, '普通旅費,"2,500円",', "会場使用料,12千円,")
    open_beside(desk, table)
    choose(Key.Key_B, READ_AGAIN)

    assert desk.message.endswith("から単価を2件読みました。")
