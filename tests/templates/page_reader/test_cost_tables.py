"""Cost tables of published pages in the forms that forms.md section 5 lists."""

from __future__ import annotations

import pytest

from templates.readers.page.previous_figures import Figures, read_figures
from tests.templates.page_reader.pages import COSTS, cells, read, sections, shown, with_lines, with_table

ROWS = "細事業名 内容 要求額 前年度予算額 前年度からの変更点\n事業A 説明A 3,000 0 新規\n事業B 説明B 2,142 2,000 増\n合計 5,142 2,000"
CELLS = "\n".join(line.replace(" ", "\n") for line in ROWS.split("\n"))
TABS = "\n".join(line.replace(" ", "\t") for line in ROWS.split("\n")[:-1]) + "\n合計\t\t5,142\t2,000\t"
HTML = (
    "<TABLE>"
    + "".join("<TR>" + "".join(f"<TD>{cell}" for cell in line.split("\t")) for line in TABS.split("\n"))
    + "</TABLE>"
)


@pytest.mark.parametrize("table", [ROWS, CELLS, TABS], ids=["rows", "cells", "tabs"])
def test_columns_of_the_reiwa_years(table: str) -> None:
    """細事業名 / 内容 / 要求額 / 前年度予算額 / 前年度からの変更点 is a cost table in whatever layout it is copied."""
    reading = with_lines(table)
    (group,) = reading.request.groups
    assert shown(group.lines) == [("事業A", 0, 3_000, "説明A\n新規"), ("事業B", 2_000, 2_142, "説明B\n増")]
    assert (group.previous, group.amount, group.section) == (2_000, 5_142, "")
    assert [section.costs for section in reading.request.sections] == [False, True, False]
    assert reading.unread == ()


def test_html_table_is_the_same() -> None:
    """The same table as cells of HTML."""
    (group,) = with_table(HTML).request.groups
    (other,) = with_lines(TABS).request.groups
    assert shown(group.lines) == shown(other.lines)


def test_marks_are_those_of_the_form() -> None:
    """【新規】 is the line's mark; (新規) as another page writes it stays in the words, so that it is printed again."""
    (group,) = with_lines("内容\t金額\t備考\n【新規】事業A\t5,000\t\n(新規)事業B\t142\t").request.groups
    assert [(line.mark, line.text) for line in group.lines] == [("new", "事業A"), ("", "(新規)事業B")]


def test_merged_cell_heads_its_rows() -> None:
    """A cell merged over two rows is a heading; the words beside their figures are the parts."""
    table = (
        "<TABLE><TR><TD>細事業名<TD>内容<TD>要求額<TR><TD ROWSPAN=2>捕獲<TD>奨励金<TD>5,000<TR><TD>研修<TD>142"
        "<TR><TD>合計<TD><TD>5,142</TABLE>"
    )
    (group,) = with_table(table).request.groups
    assert shown(group.lines) == [
        ("捕獲", None, None, "", [("奨励金", None, 5_000, ""), ("研修", None, 142, "")])
    ]
    assert group.lines[0].heading


def test_of_which_rows() -> None:
    """うち… rows that make up their row are its parts; others are words of its remark and no further cost."""
    rows = "内容\t金額\t備考\n委託料\t5,000\t\nうち設計\t3,000\t\nうち監理\t2,000\t\n工事\t142\t\nうち舗装\t40\t急ぐ\n計\t5,142\t"
    (group,) = with_lines(rows).request.groups
    assert shown(group.lines) == [
        ("委託料", None, 5_000, "", [("うち設計", None, 3_000, ""), ("うち監理", None, 2_000, "")]),
        ("工事", None, 142, "うち舗装 40千円 急ぐ"),
    ]


def test_unit_of_the_heading() -> None:
    """Figures in 円 are taken where they are whole 千円; otherwise it is no cost table, which is said."""
    (group,) = with_lines("内容\t金額(円)\n貸付金\t5,142,000\n合計\t5,142,000").request.groups
    assert (group.lines[0].amount, group.amount) == (5_142, 5_142)
    reading = with_lines("(単位:円)\n内容\t金額\n貸付金\t5,141,999\n合計\t5,141,999")
    assert reading.request.groups == ()
    (table,) = reading.request.tables
    assert (table.title, cells(table)) == (
        "(単位:円)",
        [["内容", "金額"], ["貸付金", "5,141,999"], ["合計", "5,141,999"]],
    )
    assert len(reading.unread) == 1


def test_table_of_another_kind_is_one_of_the_narrative() -> None:
    """A table that has no column of costs is a table of its section, and that is said."""
    reading = with_table("<TABLE><TR><TD>年度<TD>件数<TR><TD>R3<TD>5件<TR><TD>R4<TD>7件</TABLE>")
    assert reading.request.groups == ()
    (table,) = reading.request.tables
    assert table.section == reading.request.sections[1].id
    assert cells(table) == [["年度", "件数"], ["R3", "5件"], ["R4", "7件"]]
    (entry,) = reading.unread
    assert entry.why.endswith("本文の表として取り込みました。")
    assert entry.text == "年度 件数 R3 5件 R4 7件"


def test_table_beside_the_request_is_no_cost_table() -> None:
    """Where one table makes up the 要求額, a further one is no part of it: it would count twice."""
    reading = with_lines(f"{TABS}\n\n区分\t金額\nうち人件費\t40\n計\t40")
    assert [group.amount for group in reading.request.groups] == [5_142]
    assert [cells(table)[1:] for table in reading.request.tables] == [[["うち人件費", "40"], ["計", "40"]]]
    assert [entry.why.split("なので")[0] for entry in reading.unread] == ["要求額の内訳にならない別の表"]


def test_two_tables_of_two_sections() -> None:
    """Tables stand in their own sections; the first section with one has the costs."""
    table = "内容\t金額\nもの\t{}\n計\t{}"
    reading = read(
        f"1 設備\n\n内訳は次のとおり。\n表題\n{table.format('5,000', '5,000')}\n※税込\n\n2 運営\n\n{table.format('142', '142')}\n"
    )
    request = reading.request
    assert [(group.title, group.note, group.section) for group in request.groups] == [
        ("表題", "※税込", ""),
        ("", "", request.sections[1].id),
    ]
    assert sections(request) == [("設備", "内訳は次のとおり。", False), ("運営", "", False)]


@pytest.mark.parametrize(
    ("cell", "figures"),
    [
        ("(16,943)\n16,943", Figures(16_943, 16_943)),
        ("(16)", Figures(16, None)),
        ("（１，２３４）\n５６７", Figures(1_234, 567)),
        ("815千円(790千円)", Figures(790, 815)),
        ("815(790)千円", Figures(790, 815)),
        ("【202(404)千円】", Figures(404, 202)),
        ("[815千円(790千円)]", Figures(790, 815)),
        ("815千円(H23 790千円)", Figures(790, 815)),
        ("815千円(前年度予算額 790千円 )", Figures(790, 815)),
        ("→226千円(前年226千円)", Figures(226, 226)),
        ("(前年度4,237千円)", Figures(4_237, None)),
        ("815千円(790千円", Figures(790, 815)),
        ("△5", Figures(None, -5)),
        ("1,500円", None),
        ("2,000円", Figures(None, 2)),
        ("1.5百万円", Figures(None, 1_500)),
        ("-", Figures()),
        ("", Figures()),
        ("(17,959千円)17,947千円", None),
        ("約5", None),
        ("20千円×5", None),
    ],
)
def test_figures_of_both_years_in_a_cell(cell: str, figures: Figures | None) -> None:
    """Published pages bracket the previous year above, behind or inside; 132 brackets something else, which is not read."""
    assert read_figures(cell) == figures


def test_amount_that_cannot_be_read_is_not_zero() -> None:
    """A table with an amount that is none is no cost table: its cells stand as they were."""
    reading = with_lines("内容\t金額\n委託料\t約5百万\n計\t5,142")
    assert reading.request.groups == ()
    assert [cells(table)[1:] for table in reading.request.tables] == [
        [["委託料", "約5百万"], ["計", "5,142"]]
    ]
    assert [entry.where for entry in reading.unread] == ["24行目"]


@pytest.mark.parametrize("row", ["第 3 1,000 900 期", "委託料 1,000 900 800", "委託料 1,000 900 800 増"])
def test_a_figure_too_many_is_not_given_to_a_column(row: str) -> None:
    """Of more figures than columns on a line none is known to be the 要求額: the table stays text, whole."""
    reading = with_lines(f"内容 要求額 前年度予算額 備考\n{row}\n合計 1,000 900")
    assert reading.request.groups == ()
    assert row in reading.request.sections[1].text
    assert reading.unread


@pytest.mark.parametrize("blank_lines", [2, 3, 4])
@pytest.mark.parametrize(
    ("total", "figures"), [("3,000\n\n2,000", (2_000, 3_000)), ("2,000", (2_000, None)), ("9", None)]
)
def test_empty_cells_of_a_total_shift_no_figure(
    blank_lines: int, total: str, figures: tuple[int | None, ...] | None
) -> None:
    """Pages leave more or fewer blank lines for the empty cells of 合計; a figure alone stands where the rows add up to it."""
    words = "細事業名 内容 要求額 前年度予算額 事業A 説明A 1,000 1,500 事業B 説明B 2,000 500"
    rows = words.replace(" ", "\n\n")
    reading = with_lines(f"{rows}\n\n合計{chr(10) * blank_lines}{total}\n\n説明です。")
    found = [(group.previous, group.amount) for group in reading.request.groups]
    assert found == ([figures] if figures else [])
    assert bool(reading.unread) == (figures is None)


def test_a_blank_line_is_an_empty_cell_or_the_end() -> None:
    """With every cell on a line, a blank line stands for an empty cell; below the last row it ends a table without a total."""
    lines = "細事業名\n内容\n要求額\n前年度予算額\n捕獲\n奨励金\n3,000\n2,500\n\n講師謝金\n2,142\n2,000\n合計\n5,142\n4,500"
    (group,) = read(COSTS.format(lines), "要求額:5,142千円 財源:単県").request.groups
    assert shown(group.lines) == [
        ("捕獲", None, None, "", [("奨励金", 2_500, 3_000, ""), ("講師謝金", 2_000, 2_142, "")])
    ]
    below = "内容\n要求額(千円)\n旅費\n300\n需用費\n200\n\n研修会は年2回\n3\n回とする。"
    reading = read(COSTS.format(below), "要求額:500千円 財源:単県")
    (group,) = reading.request.groups
    assert shown(group.lines) == [("旅費", None, 300, ""), ("需用費", None, 200, "")]
    assert "研修会は年2回\n3\n回とする。" in reading.request.sections[1].text
