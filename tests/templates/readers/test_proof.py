"""Every figure of a table is accounted for: taken, derived, of another kind by its words, or asked."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

from main import STANDARD_FOLDER
from templates.readers.sources import read_source
from tests import samples
from tests.templates.readers.layouts.outcome import questions

_ = None
TITLE = ["令和7年度当初予算要求　竹林整備", _, _, "（単位：千円）"]
HEADINGS = ["内容", "要求額", "前年度", _]
LINES = (["伐採委託", 3200, 3000, _], ["講習会", 450, 400, _], ["機材", 780, 900, _])
TOTAL = ["計", 4430, 4300, _]


def asked(folder: Path, rows: Sequence[Sequence[object]]) -> str:
    """What is asked of a sheet."""
    book = Workbook()
    for row in rows:
        book.active.append(list(row))  # type: ignore[union-attr]
    book.save(path := folder / "book.xlsx")
    return " ".join(questions(read_source(path, samples.standard(), STANDARD_FOLDER)))


def with_column(heading: object, figures: Sequence[object]) -> list[list[object]]:
    """The table with another column behind the years."""
    rows = (HEADINGS, *LINES, TOTAL)
    return [[*row[:3], figure] for row, figure in zip(rows, (heading, *figures), strict=True)]


def test_a_plain_table_is_not_asked(tmp_path: Path) -> None:
    """Where each figure is an amount of a year or their total, nothing is open."""
    assert not asked(tmp_path, [TITLE, HEADINGS, *LINES, TOTAL])


def test_a_column_of_amounts_without_a_heading_is_asked(tmp_path: Path) -> None:
    """Figures as large as the amounts that no heading names may be those that are asked for."""
    assert "見出しのない列" in asked(tmp_path, [TITLE, *with_column(_, (2900, 380, 800, 4080))])


@pytest.mark.parametrize(
    ("heading", "figures"),
    [
        ("増減", (200, 50, -120, 130)),
        ("査定額", (3000, 450, 700, 4150)),
        ("令和5年度決算", (2950, 390, 880, 4220)),
        ("延長(m)", (3100, 500, 900, 4500)),
    ],
)
def test_a_column_that_words_or_arithmetic_explain_is_not_asked(
    tmp_path: Path, heading: str, figures: Sequence[object]
) -> None:
    """A difference, an assessment, another year and a quantity are no amounts of the two years."""
    assert not asked(tmp_path, [TITLE, *with_column(heading, figures)])


def test_a_column_that_may_be_last_years_is_asked(tmp_path: Path) -> None:
    """Without 前年度 a column under words that say nothing may be it."""
    rows = [[row[0], row[1], row[2]] for row in (*LINES, TOTAL)]
    assert "前年度の額かどうか" in asked(tmp_path, [TITLE, ["内容", "要求額", "従前"], *rows])


def test_a_column_of_amounts_without_a_figure_is_said(tmp_path: Path) -> None:
    """Where 要求額 holds words alone, a column with 増減 beside it is compared with nothing, and the words are kept."""
    rows = [["委託", 3000, "入力中", 150], ["印刷", 200, "null", "△80"], ["計", 3200, "%", 70]]
    book = Workbook()
    for row in ([*TITLE], ["内容", "前年度予算額", "要求額", "0/0"], *rows):
        book.active.append(row)  # type: ignore[union-attr]
    book.save(path := tmp_path / "book.xlsx")
    (group,) = read_source(path, samples.standard(), STANDARD_FOLDER).request.groups
    assert [line.amount for line in group.lines] == ["入力中", "null"]


def test_two_units_are_asked(tmp_path: Path) -> None:
    """A note above and one below the table that name different units contradict each other."""
    assert "単位" in asked(tmp_path, [TITLE, HEADINGS, *LINES, TOTAL, [], ["※単位は円"]])


def test_one_year_in_another_unit_is_asked(tmp_path: Path) -> None:
    """Amounts a thousand times those of last year are in another unit."""
    rows = [[row[0], row[1] * 1_000, row[2]] for row in (*LINES, TOTAL)]  # type: ignore[operator]
    assert "単位" in asked(tmp_path, [TITLE, HEADINGS[:3], *rows])


def test_a_total_beside_the_table_is_held_against_it(tmp_path: Path) -> None:
    """A total in words above the table that is none of its figures is asked, one that is them is not."""
    rows = [HEADINGS, *LINES, TOTAL]
    assert "表の外" in asked(tmp_path, [TITLE, ["要求総額　5,100千円"], [], *rows])
    assert not asked(tmp_path, [TITLE, ["要求総額　4,430千円"], [], *rows])


def test_a_last_row_that_is_nearly_the_sum_is_asked(tmp_path: Path) -> None:
    """A row that no words call a total, and that is nearly the sum of the others, may be one with a mistake."""
    more = ["看板", 300, 300, _]
    assert "和に近い額" in asked(tmp_path, [TITLE, HEADINGS, *LINES, more, ["以上", 4720, 4600, _]])


def test_tables_that_differ_in_their_parts_are_two(tmp_path: Path) -> None:
    """Two tabs with the same headings over other amounts are no repetition of each other."""
    book = Workbook()
    for number, amounts in enumerate(((700, 250), (640, 230))):
        sheet = book.active if not number else book.create_sheet()
        for row in (
            ["令和7年度要求（単位：千円）"], ["内容", "R7", "R6"], ["継続分"], ["  運営費", amounts[0], 700],
            ["新規分"], ["  備品", amounts[1], 0], ["計", sum(amounts), 700],
        ):  # fmt: skip
            sheet.append(row)  # type: ignore[union-attr]
    book.save(path := tmp_path / "book.xlsx")
    assert questions(read_source(path, samples.standard(), STANDARD_FOLDER))


def test_codes_below_a_heading_row_are_no_amounts(tmp_path: Path) -> None:
    """Numbers that go on by one are codes, also where a row without figures stands above the lines."""
    rows = [TITLE, *with_column(_, (3101, 3102, 3103, _))]
    rows.insert(2, ["竹林整備", _, _, _])
    assert not asked(tmp_path, rows)


def lines_of(folder: Path, rows: Sequence[Sequence[object]]) -> list[tuple[str, object, object]]:
    """The lines of a sheet as they come in: words, 前年度, 要求額, 千円."""
    book = Workbook()
    for row in rows:
        book.active.append(list(row))  # type: ignore[union-attr]
    book.save(path := folder / "book.xlsx")
    request = read_source(path, samples.standard(), STANDARD_FOLDER).request
    return [(line.text, line.previous, line.amount) for group in request.groups for line in group.lines]


def test_a_table_below_headings_of_its_own_is_its_own(tmp_path: Path) -> None:
    """Below a blank row and other headings, in 円, the first table does not go on."""
    rows = [
        ["事業名", "河川管理事業", _],
        ["年度", "令和8年度", _],
        ["（単位：千円）", _, _],
        [_, _, _],
        ["内容", "前年度", "要求額"],
        ["会場借上料", 100, 150],
        ["印刷", 200, 250],
        [_, _, _],
        ["２　備品", "単位：円", _],
        ["内容", _, "要求額"],
        ["机", 5, 7],
        ["椅子", 6, 8],
    ]
    found = lines_of(tmp_path, rows)
    assert ("机", 5, 7) not in found
    assert ("椅子", 6, 8) not in found
    assert found[:2] == [("会場借上料", 100, 150), ("印刷", 200, 250)]


def test_a_title_over_words_is_no_year_of_figures(tmp_path: Path) -> None:
    """「令和8年度」 above the second half of the names leaves it a name."""
    rows = [
        ["経費", "令和8年度", "前年度", "要求額"],
        ["消防団", "火災保険料", 100, 150],
        ["水防団", "自動車保険料", 200, 250],
        ["合計", _, 300, 400],
    ]
    names = [text for text, *_ in lines_of(tmp_path, rows)]
    assert all("保険料" in name for name in names)


@pytest.mark.parametrize(
    "rows",
    [
        [
            ["経費", _, "前年度", "要求額"],
            ["会場借上料", "東部", 100, 150],
            ["会場借上料", "西部", 200, 250],
        ],
        [
            ["区分", "品名", "前年度", "要求額"],
            ["備品", "机", 100, 150],
            ["備品", "椅子", 200, 250],
            ["通信", _, 200, 250],
        ],
    ],
)
def test_which_of_two_columns_names_the_lines_is_asked(tmp_path: Path, rows: list[list[object]]) -> None:
    """A column without a heading beside the names, and a group of which one row alone has a name of its own."""
    total = ["合計", _, sum(int(str(row[2])) for row in rows[1:]), sum(int(str(row[3])) for row in rows[1:])]
    assert asked(tmp_path, [*rows, total])
