"""Names and columns that a table does not prove are asked: two columns of words, a request made again, a total with more than is asked."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from openpyxl import Workbook

from main import STANDARD_FOLDER
from model.request.request import Request
from templates.readers.sources import read_source
from tests.samples import standard


def _read(folder: Path, rows: list[list[object]]) -> Request:
    book = Workbook()
    for row in rows:
        book.active.append(row)  # type: ignore[union-attr]
    path = folder / "table.xlsx"
    book.save(path)
    return read_source(path, standard(), STANDARD_FOLDER).request


def _asked(request: Request) -> str:
    return " ".join(question.question for question in request.source_questions)


@pytest.mark.parametrize(
    ("headings", "first"),
    [
        (["担当", "路線"], "東係　東西線"),
        (["", "路線"], ""),
        (["費目", "内容"], "東西線"),
        (["箇所名", "工種"], "東係"),
    ],
)
def test_two_columns_that_may_name_the_lines(headings: list[str], first: str, tmp_path: Path) -> None:
    """Where two columns have other words in each line the headings say which names them, or both do; without one it is asked."""
    rows: list[list[object]] = [
        ["令和8年度　道路補修　要求一覧（千円）"],
        [*headings, "R8要求額", "R7予算額"],
    ]
    rows += [["東係", "東西線", 150, 120], ["西係", "南北線", 80, 90], ["計", None, 230, 210]]
    request = _read(tmp_path, rows)
    assert ("行の名前になる列" in _asked(request)) == (not first)
    assert not first or request.groups[0].lines[0].text == first


@pytest.mark.parametrize(("title", "amount"), [("復活要求調書", 26), ("要求調書", 218)])
def test_a_request_that_is_made_again(title: str, amount: int, tmp_path: Path) -> None:
    """復活要求 is what is asked for where the title says so; else both columns may be, and it is asked."""
    rows: list[list[object]] = [
        [f"令和8年度当初予算　{title}（千円）"],
        ["項目", "当初要求額", "内示額", "復活要求額"],
    ]
    rows += [["運行", 185, 170, 15], ["実証", 33, 22, 11], ["計", 218, 192, 26]]
    request = _read(tmp_path, rows)
    assert sum(line.amount for line in request.groups[0].lines if isinstance(line.amount, int)) == amount
    assert bool(request.source_questions) == (amount == 218)


def test_labour_cost_in_the_total_is_asked(tmp_path: Path) -> None:
    """A total that is called トータルコスト has labour cost in it, which is no 要求額."""
    rows: list[list[object]] = [["令和8年度　積算（千円）"], ["区分", "項目", "R8要求", "R7当初"]]
    rows += [["事業費", "試薬", 60, 50], [None, "旅費", 10, 10], ["事業費計（A）", None, 70, 60]]
    rows += [
        ["人件費", "正職員", 80, 80],
        ["人件費計（B）", None, 80, 80],
        ["トータルコスト（A＋B）", None, 150, 140],
    ]
    assert "要求額ではないもの" in _asked(_read(tmp_path, rows))


def test_a_note_within_a_table_ends_it_not(tmp_path: Path) -> None:
    """A note below a line goes to its remark, and the lines below belong to the table."""
    rows: list[list[object]] = [["令和8年度　要求（千円）"], ["内容", "要求額", "前年度"], ["謝金", 70, 60]]
    rows += [["※単価は税込"], ["食材", 30, 30], ["計", 100, 90]]
    (group,) = _read(tmp_path, rows).groups
    assert [(line.text, line.amount, line.remark) for line in group.lines] == [
        ("謝金", 70, "※単価は税込"),
        ("食材", 30, ""),
    ]


def test_words_behind_the_amounts_with_figures_of_their_own(tmp_path: Path) -> None:
    """説明 with amounts of its own beside those of each 節 explains them: the 節 names the line."""
    rows: list[list[object]] = [["令和8年度　要求（千円）"], ["区分", "要求額", "前年度", "内容", "金額"]]
    rows += [["報償費", 684, 640, "委員謝金", 504], [None, None, None, "審査謝金", 180]]
    rows += [["旅費", 412, 390, "費用弁償", 412], ["計", 1096, 1030, None, None]]
    (group,) = _read(tmp_path, rows).groups
    assert [(line.text, line.amount) for line in group.lines] == [("報償費", 684), ("旅費", 412)]


def test_a_contract_is_asked(tmp_path: Path) -> None:
    """A document that is called a contract and speaks of no budget is no request unless somebody says so."""
    rows: list[list[object]] = [
        ["業務委託契約書　別紙"],
        ["業務名", "令和8年度　清掃業務"],
        ["費目", "金額（円）"],
    ]
    rows += [["人件費", 264000], ["消耗品費", 36000], ["合計", 300000]]
    assert "予算の要求とはどこにも書かれていません" in _asked(_read(tmp_path, rows))


def test_what_only_the_year_before_had_asks_for_nothing(tmp_path: Path) -> None:
    """A line that ended has its amount of last year; the calculation beside that was of last year and is none of this one's."""
    lines: list[list[object]] = [["通信費", "10千円×3月", 30], ["委託料", "100千円×1式", 100]]
    book = Workbook()
    for title, rest in (
        ("令和8年度", ["会場費", "20千円×2回", 40]),
        ("令和7年度", ["印刷費", "5千円×4回", 20]),
    ):
        sheet = book.create_sheet(title)
        for row in ([f"{title} 要求内訳"], ["内容", "積算", "金額（千円）"], *lines, rest):
            sheet.append(row)
    book.remove(book.worksheets[0])
    book.save(path := tmp_path / "years.xlsx")
    (group,) = read_source(path, standard(), STANDARD_FOLDER).request.groups
    assert [(line.text, line.previous, line.amount, line.basis) for line in group.lines[2:]] == [
        ("会場費", None, 40, "20千円×2回"),
        ("印刷費", 20, 0, ""),
    ]


def test_words_of_a_government_are_no_expressions(tmp_path: Path) -> None:
    """A government may list a word with any sign in it; the sign stands for itself."""
    words = replace(standard().workbook_reading, before_names=["*"], documents=["調書+"])
    book = Workbook()
    for row in (["*観光振興事業調書+"], ["内容", "要求額", "前年度"], ["謝金", 70, 60], ["食材", 30, 30]):
        book.active.append(row)  # type: ignore[union-attr]
    book.save(path := tmp_path / "table.xlsx")
    of_others = replace(standard(), workbook_reading=words)
    assert read_source(path, of_others, STANDARD_FOLDER).request.header.name == "観光振興事業"
