"""A comparison as page, workbook and command: every difference is there, and nothing typed becomes live."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from lxml import html
from msgspec.structs import replace

import main
from model.differences.differences import compare
from model.document import storage
from model.edits import structure
from model.request.request import Line, Request
from templates.comparison.comparison_file import page_bytes
from templates.comparison.comparison_table import ComparisonTable
from templates.comparison.comparison_workbook import workbook_bytes
from tests.examples import costly_examples
from tests.requests import requests
from tests.samples import sample, set_values, standard

ATTACKS = (
    "<script>alert(1)</script>",
    "=1+1",
    "{{ 7 * 7 }}",
    '"><img src=x onerror=alert(1)>',
    "旅\u202e費",
    "@SUM(A1)",
)


def changed() -> Request:
    """The real sheet with a changed amount, an added line and a deleted table."""
    request = set_values(sample(), [("line/line-1-1/amount", 16_950), ("header/name", "新しい名前")])
    return structure.append_lines(
        structure.delete_group(request, "group-2"), "group-1", Line("new", "新しい行")
    )


def table_of(before: Request, after: Request) -> ComparisonTable:
    """The table of two requests."""
    return ComparisonTable("前.yosan", "後.yosan", compare(before, after, standard()))


def run(*words: object) -> int:
    """Run a command as the shell does; the exit code."""
    try:
        return main.run([str(word) for word in words])
    except SystemExit as end:
        return int(end.code or 0)


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """Two request files that differ."""
    before, after = tmp_path / "前.yosan", tmp_path / "後.yosan"
    storage.save(sample(), before)
    storage.save(changed(), after)
    return before, after


# --- the faces ---


def test_page_has_every_difference() -> None:
    """The page lists each difference with was, is and by how much, below the section it belongs to."""
    table = table_of(sample(), changed())
    page = html.fromstring(page_bytes(table).decode())
    rows = [[cell.text_content() for cell in row] for row in page.iterfind(".//tbody/tr") if len(row) > 1]
    assert len(rows) == len(table.comparison.figures) + len(table.comparison.differences)
    assert [
        "「地方公共団体情報システム機構への負担金」の要求額",
        "変更",
        "16,943千円",
        "16,950千円",
        "+7",
    ] in rows
    assert next(head.text_content() for head in page.iterfind(".//tbody//th")) == "計算した額"


def test_workbook_has_every_difference_with_numbers() -> None:
    """The workbook has a row for each difference; by how much is a number that can be added up."""
    table = table_of(sample(), changed())
    sheet = openpyxl.load_workbook(BytesIO(workbook_bytes(table)))["比較"]
    rows = [row for row in sheet.iter_rows(min_row=4, values_only=True) if row[2]]
    assert len(rows) == len(table.comparison.figures) + len(table.comparison.differences)
    assert [row[5] for row in rows if row[1] == "「地方公共団体情報システム機構への負担金」の要求額"] == [7]


@pytest.mark.parametrize("attack", ATTACKS)
def test_typed_text_stays_text(attack: str) -> None:
    """Markup, formulas and marks of direction in a name, an added line or a file's name are shown as they were typed."""
    after = set_values(sample(), [("line/line-1-1/remark", attack), ("header/name", attack)])
    after = replace(after, groups=(replace(after.groups[0], title=attack), *after.groups[1:]))
    table = table_of(sample(), structure.append_lines(after, "group-1", Line("new", attack)))._replace(
        before=attack
    )
    page = html.fromstring(page_bytes(table).decode())
    assert [element.tag for element in page.iter("script", "img")] == []
    book = openpyxl.load_workbook(BytesIO(workbook_bytes(table)))["比較"]
    cells = [cell for row in book.iter_rows() for cell in row]
    assert [cell.coordinate for cell in cells if cell.data_type == "f"] == []
    shown = attack.replace("\u202e", "[U+202E]")
    assert any(cell.value == shown for cell in cells)


def test_a_control_character_in_a_name_keeps_no_workbook_from_being_written() -> None:
    """A name with characters that no XML holds stands at the foot of the paper without them."""
    named = set_values(sample(), [("header/name", "当初\x01予算\x1f")])
    sheet = openpyxl.load_workbook(BytesIO(workbook_bytes(table_of(named, changed()))))["比較"]
    assert "\x01" not in str(sheet.oddFooter.left.text)
    assert workbook_bytes(table_of(sample(), changed())._replace(before="a\x00b", after="c\x0bd"))


@settings(max_examples=costly_examples(6))
@given(requests(), requests())
def test_any_two_requests_have_a_page_and_a_workbook(before: Request, after: Request) -> None:
    """Whatever two requests hold, the page and the workbook of their differences are made and can be read."""
    table = table_of(before, after)
    assert html.fromstring(page_bytes(table).decode()) is not None
    assert openpyxl.load_workbook(BytesIO(workbook_bytes(table))).sheetnames == ["比較"]


def test_two_equal_requests_have_no_table() -> None:
    """Where nothing differs the page says so and has no table."""
    page = page_bytes(table_of(sample(), sample())).decode()
    assert "違うところはありません。" in page
    assert "<table" not in page


# --- the command ---


def test_compare_prints_the_differences(files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    """``compare A B`` prints what differs by section, and ends with 1; with 0 where nothing does."""
    assert run("compare", *files) == 1
    said = capsys.readouterr().out
    assert "■ 所要経費 ＞ 1.住民基本台帳ネットワークシステム" in said
    assert "「地方公共団体情報システム機構への負担金」の要求額: 16,943千円 → 16,950千円（+7千円）" in said
    assert run("compare", files[0], files[0]) == 0
    assert "違うところはありません。" in capsys.readouterr().out


def test_long_texts_stand_one_below_the_other(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A text of several lines is no line 「前 → 後」: each side has its own, set in; every face shows the places that differ alone."""
    text = "長い段落の文が続きます。" * 20
    before, after = f"{text}初めは三回、{text}終わり\n次の段落", f"{text}初めは四回、{text}おわり\n次の段落"
    paths = [tmp_path / "a.yosan", tmp_path / "b.yosan"]
    for path, words in zip(paths, (before, after), strict=True):
        storage.save(set_values(sample(), [("section/section-1/text", words)]), path)
    assert run("compare", *paths) == 1
    was = f"…{f'{text}初めは'[-12:]}三{f'回、{text}'[:12]}…{text[-12:]}終わり"
    now = was.replace("三回", "四回").replace("終わり", "おわり")
    assert f"  【変更】「事業概要」の本文\n    前: {was}\n    後: {now}\n" in capsys.readouterr().out
    assert run("compare", *paths, "--json") == 1
    (found,) = json.loads(capsys.readouterr().out)["differences"]
    assert (found["was"], found["is"]) == (was, now)
    table = table_of(*map(storage.load, paths))
    page = html.fromstring(page_bytes(table).decode())
    assert [cell.text_content() for cell in page.iterfind(".//tbody/tr[2]/td")][2:4] == [was, now]
    book = openpyxl.load_workbook(BytesIO(workbook_bytes(table)))["比較"]
    assert (was, now) in [row[3:5] for row in book.iter_rows(values_only=True)]


def test_compare_knows_a_conflict_copy(files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    """Two files of one request that a synchronized folder has parted are said to be such, beside the table; others are not."""
    before, after = files
    copy = after.rename(before.with_name(f"{before.stem}-PC07.yosan"))
    assert run("compare", before, copy) == 1
    assert "分かれた、一つの要求書のようです" in capsys.readouterr().err
    other = copy.rename(before.with_name("ほか.yosan"))
    assert run("compare", before, other) == 1
    assert "分かれた" not in capsys.readouterr().err


def test_compare_as_json(files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    """``--json`` gives the same to other programs, amounts as numbers of 千円."""
    assert run("compare", *files, "--json") == 1
    report = json.loads(capsys.readouterr().out)
    assert report["same"] is False
    (amount,) = [found for found in report["differences"] if found["place"] == "line/line-1-1/amount"]
    assert (amount["was"], amount["is"], amount["by"]) == ("16,943千円", "16,950千円", 7)


def test_compare_reads_pages_and_workbooks(
    files: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A request and the workbook that was written of it are the same; so are a page and its copy."""
    assert run("export", files[0], "-o", tmp_path / "out") == 0 or capsys.readouterr()
    assert run("compare", files[0], tmp_path / "out" / "前.xlsx") == 0
    assert run("compare", tmp_path / "out" / "前.html", tmp_path / "out" / "前.html") == 0


@pytest.mark.parametrize("ending", [".xlsx", ".html"])
def test_compare_writes_a_table(files: tuple[Path, Path], tmp_path: Path, ending: str) -> None:
    """``-o`` writes the table; a file of other content is replaced only with ``--replace``."""
    table = tmp_path / f"違い{ending}"
    assert run("compare", *files, "-o", table) == 1
    assert table.stat().st_size > 1_000
    table.write_text("ほかの内容", encoding="utf-8")
    assert run("compare", *files, "-o", table) == 2
    assert table.read_text(encoding="utf-8") == "ほかの内容"
    assert run("compare", *files, "-o", table, "--replace") == 1
    assert table.stat().st_size > 1_000


def test_compare_replaces_nothing_it_reads(files: tuple[Path, Path], tmp_path: Path) -> None:
    """A table is not written over a file that is compared."""
    page = tmp_path / "前.html"
    page.write_bytes(files[0].read_bytes())
    assert run("compare", page, files[1], "-o", page, "--replace") == 2
    assert page.read_bytes() == files[0].read_bytes()


@pytest.mark.parametrize("name", ["ない.yosan", "壊れた.yosan"])
def test_compare_with_what_cannot_be_read(
    files: tuple[Path, Path], tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file that is missing or damaged is named, and the exit code is 2."""
    (tmp_path / "壊れた.yosan").write_bytes(b'{"format": 5')
    assert run("compare", files[0], tmp_path / name) == 2
    assert name in capsys.readouterr().err


def test_compare_writes_no_table_of_another_kind(
    files: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A name that is neither a workbook nor a page is refused with the endings that are understood."""
    assert run("compare", *files, "-o", tmp_path / "違い.pdf") == 2
    assert ".xlsx か .html" in capsys.readouterr().err
