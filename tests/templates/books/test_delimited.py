"""CSV and TSV as a book of one sheet, in every form in which Excel and systems write them."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from main import STANDARD_FOLDER
from model.document.storage import FileError
from templates.readers.books import delimited
from templates.readers.books.cells import Stopped, Value
from templates.readers.books.delimited import delimiter_of, read_delimited
from templates.readers.sources import read_source
from tests import samples

TABLE = '令和8年度予算要求書,\r\n事業名,橋りょう補修事業\r\n内容,要求額(千円)\r\n委託料,"1,200"\r\n合計,"1,200"\r\n'


def rows(text: str, delimiter: str = "") -> dict[int, dict[int, Value]]:
    """The cells of a text."""
    return read_delimited(text, "表", delimiter).sheets[0].rows


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('内容,要求額\n委託料,"1,000"\n', {1: {1: "内容", 2: "要求額"}, 2: {1: "委託料", 2: 1_000}}),
        ("内容\t要求額\r\n委託料\t1000\r\n", {1: {1: "内容", 2: "要求額"}, 2: {1: "委託料", 2: 1_000}}),
        ("内容;要求額\r委託料;12.5\r", {1: {1: "内容", 2: "要求額"}, 2: {1: "委託料", 2: Decimal("12.5")}}),
        ("sep=;\n内容;額,円\n", {1: {1: "内容", 2: "額,円"}}),
        ('"委託\n（設計）","彼の""例"""\n', {1: {1: "委託\n（設計）", 2: '彼の"例"'}}),
        ("a,b\n\n\nc,d\n", {1: {1: "a", 2: "b"}, 4: {1: "c", 2: "d"}}),
        ("a\x0bb,c\u2028d\n", {1: {1: "a\x0bb", 2: "c\u2028d"}}),
    ],
)  # fmt: skip
def test_cells_of_a_text(text: str, found: dict[int, dict[int, Value]]) -> None:
    """Tabs, commas and semicolons separate; quotes keep separators and line breaks; blank rows stay."""
    assert rows(text) == found


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("1000", 1_000), ("1,000", 1_000), ("-1,000", -1_000), ("△30", -30), ("▲1,234.5", Decimal("-1234.5")), ("0", 0),
        ("¥1,000", 1_000), ("-¥1,000", -1_000), ("\\1,000", 1_000),
        ("001", "001"), ("(1,234)", "(1,234)"), ("1,00", "1,00"), ("12%", "12%"), ("1,000円", "1,000円"), ("1-2", "1-2"),
        ("9" * 20, "9" * 20), ("令和8", "令和8"), ("１２", "１２"),
    ],
)  # fmt: skip
def test_figures_of_a_text(cell: str, value: Value) -> None:
    """A figure is a number as in Excel; a code, a bracketed or otherwise marked figure is left to who reads the table."""
    sheet = read_delimited(f'x,"{cell}"\n', "表").sheets[0]
    assert sheet.rows[1][2] == value
    assert sheet.units == ({(1, 2): "円"} if cell.strip("-")[0] in "¥\\" else {})


@given(
    st.lists(
        st.lists(
            st.text('委託料,;\t" \n△', min_size=1, max_size=6).filter(str.strip), min_size=2, max_size=4
        ),
        min_size=1,
        max_size=5,
    )
)
def test_what_is_written_comes_back(table: list[list[str]]) -> None:
    """Any cells written as CSV come back."""
    text = io.StringIO()
    csv.writer(text).writerows(table)
    read = read_delimited(text.getvalue(), "表", ",").sheets[0].rows
    assert read == {
        row: {column: cell.strip(" ") for column, cell in enumerate(cells, start=1)}
        for row, cells in enumerate(table, start=1)
    }


def test_a_sentence_is_no_table() -> None:
    """Text with a comma here and there has no columns."""
    assert delimiter_of("きょうは、天気がよい。\n散歩に行く。\n") == ""
    assert delimiter_of("a, b\nきょうは天気がよい。\n") == ""


@pytest.mark.parametrize("encoding", ["cp932", "utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("name", ["表.csv", "表.tsv", "表.txt", "表.dat"])
def test_a_table_as_text_becomes_a_request(tmp_path: Path, encoding: str, name: str) -> None:
    """A table as text is read like a workbook of another section, in every encoding, by its ending or its columns."""
    text = TABLE.replace(",", "\t").replace('"1\t200"', "1200") if name.endswith(".tsv") else TABLE
    (tmp_path / name).write_bytes(text.encode(encoding))
    request = read_source(tmp_path / name, samples.standard(), STANDARD_FOLDER).request
    assert request.header.name == "橋りょう補修事業"
    assert [(line.text, line.amount) for group in request.groups for line in group.lines] == [
        ("委託料", 1_200)
    ]


def test_too_many_cells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A text of more cells than fit is refused in one sentence."""
    monkeypatch.setattr(delimited, "MOST_CELLS", 5)
    (tmp_path / "a.csv").write_text(TABLE, encoding="utf-8")
    with pytest.raises(FileError, match="行か列が多すぎます"):
        read_source(tmp_path / "a.csv", samples.standard(), STANDARD_FOLDER)


def test_progress_of_a_text() -> None:
    """The rows are reported, and the reading can be stopped."""
    calls: list[int] = []
    read_delimited("a,b\n" * 1_200, "表", progress=lambda done, _: calls.append(done))
    assert calls == [500, 1_000, 1_200]

    def stop(_: int, __: int) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        read_delimited("a,b\n" * 1_200, "表", progress=stop)
