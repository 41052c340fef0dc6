"""Blocks that another program copied, as lines of a cost table: what is proven is left out and said, the rest is asked."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.edits.paste import parse_block, paste_tables
from model.request import place
from model.request.request import Line, Request
from model.values.fiscal_year import FiscalYear
from model.values.fiscal_year import parse as parse_year
from templates.readers.pasted.calculated_columns import ScreenColumn
from templates.readers.pasted.pasted_cells import read_previous
from templates.readers.pasted.pasted_table import understand, with_headings
from templates.readers.pasted.read_block import Target
from templates.readers.tables.decisions import Choices
from tests.samples import snapshot, standard, with_lines

YEAR = FiscalYear(2019, "平成", 31)
DATA = Path(__file__).parents[1] / "data"
SCREEN: tuple[ScreenColumn, ...] = ("text", "previous", "amount", None, None, "remark", "object_class")


def pasted(
    text: str, *lines: Line, column: int = 0, hides_classes: bool = False, has_title: bool = False
) -> tuple[Request, str]:
    """A request with lines after a block was pasted over them from a column on, and what was said or asked."""
    request = with_lines(*lines)
    year = parse_year(request.header.fiscal_year)
    assert year is not None
    screen = SCREEN[column : -1 if hides_classes else None]
    over = snapshot(request).totals.groups[0].lines
    found = understand(parse_block(text), Target(screen, over, has_title=has_title), standard(), year)
    ids = [line.id for line in lines]
    if found.questions:
        return request, "".join(question.sentence for question in found.questions)
    return paste_tables(request, "table", [found.table], lambda _: ids, standard()), found.said


def lines(request: Request) -> list[tuple[object, ...]]:
    """内容, 前年度, 要求額 and 備考 of the lines."""
    return [(line.text, line.previous, line.amount, line.remark) for line in request.groups[0].lines]


def total(request: Request) -> int | None:
    """The 要求額."""
    return snapshot(request).totals.amount.value


BLOCK = "\n".join(
    (
        "内容\t前年\t要求\t増減\t備考",
        "施設管理委託\t3,000\t3,150\t150\t毎年",
        "印刷製本費\t200\t120\t△80\t部数減",
        "旅費\t\t80\t80\t新規",
        "計\t3,200\t3,350\t150\t",
    )
)
LINES = [
    ("施設管理委託", 3_000, 3_150, "毎年"),
    ("印刷製本費", 200, 120, "部数減"),
    ("旅費", None, 80, "新規"),
]


def test_headings_total_and_difference_are_left_out() -> None:
    """A table with headings, 増減 and 計 gives its three lines, remarks and all; the sentence tells what stayed out."""
    request, said = pasted(BLOCK)
    assert lines(request) == LINES
    assert total(request) == 3_350
    assert said == (
        "見出し1行と計1行を除いて3行を貼り付けました。増減の列は貼り付けませんでした。"
        "合計 3,350千円は写し元と一致します。"
    )


def test_the_difference_is_known_by_arithmetic() -> None:
    """Without headings a column that is 要求−前年 in every row is 増減, and the column behind it its rate."""
    rows = BLOCK.split("\n")[1:]
    assert lines(pasted("\n".join(rows))[0]) == LINES
    with_rate = "甲\t100\t150\t50\t50.0\tあ\n乙\t200\t120\t-80\t△40.0%\t\n丙\t30\t30\t0\t0.0\tう\n"
    request, said = pasted(with_rate)
    assert lines(request) == [("甲", 100, 150, "あ"), ("乙", 200, 120, ""), ("丙", 30, 30, "う")]
    assert said == "増減・増減率の列は貼り付けませんでした。"


@pytest.mark.parametrize(
    "block",
    [
        "甲\t\t100\t新規\n乙\t\t200\t拡充",
        "甲\t100\t150\t5月\n乙\t200\t120\t3回",
    ],
)
def test_what_is_not_proven_stays(block: str) -> None:
    """A column that is not the difference in every filled row goes into 備考 as it is."""
    request, said = pasted(block)
    remarks = [row.split("\t")[3] for row in block.split("\n")]
    assert [line[3] for line in lines(request)] == remarks
    assert said == ""


@pytest.mark.parametrize(
    "block",
    [
        "甲\t100\t150\t50\n乙\t200\t120\t81",  # one row differs
        "甲\t100\t150\t\n乙\t200\t120\t△80",  # one row is blank
        "甲\t100\t150\t151\n乙\t200\t120\t119",  # a further column of amounts
        "1\t甲\t150\n2\t乙\t120",  # words where the previous year stands
    ],
)
def test_what_speaks_against_the_order_is_asked(block: str) -> None:
    """Without headings, a column of 増減 with a wrong row, of amounts below 備考 or of words below 前年度 is asked, not put in."""
    request, asked = pasted(block)
    assert lines(request) == []
    assert "表の列の順では" in asked


def test_columns_in_another_order() -> None:
    """Headings say which column is which; one without a field of its own goes into 備考 with its heading."""
    request, said = pasted(
        "節\t要求額(円)\t前年度予算額(円)\t内容\t単価\t積算\t伸び率\n"
        "12 委託料\t1,234,000\t1000000\t甲\t5\t2円×3\t23.4\n\t2,000,000円\t\t乙\t\t未定\t\n"
    )
    first, second = request.groups[0].lines
    assert (first.text, first.previous, first.amount, first.basis) == ("甲", 1_000, 1_234, "2円×3")
    assert (first.object_class, first.remark) == ("12 委託料", "単価:5")
    assert (second.text, second.amount, second.remark) == ("乙", 2_000, "未定")
    assert said == (
        "見出し1行を除いて2行を貼り付けました。伸び率の列は貼り付けませんでした。「単価」の列は備考に入れました。"
        "円の額は千円に直しました。"
    )


def test_two_columns_of_this_year() -> None:
    """Beside 現計予算額 the column 要求額 is this year's; the other is kept in 備考."""
    request, said = pasted("内容\t現計予算額\t要求額\n甲\t90\t100\n")
    assert lines(request) == [("甲", None, 100, "現計予算額:90")]
    assert "「現計予算額」の列は備考に入れました。" in said


def test_subtotals_and_their_total() -> None:
    """Subtotals of any name and the total of them are no lines."""
    request, said = pasted(
        "甲\t\t100\n乙\t\t200\n物件費\t\t300\n丙\t\t2\n丁\t\t4\n人件費\t\t6\n歳出予算\t\t306\n"
    )
    assert [line[0] for line in lines(request)] == ["甲", "乙", "丙", "丁"]
    assert total(request) == 306
    assert said == (
        "計3行（「物件費」「人件費」「歳出予算」）を除いて4行を貼り付けました。合計 306千円は写し元と一致します。"
    )


def test_parts_that_are_set_in() -> None:
    """Rows set in by spaces that come to the row above them are its parts; its figure follows them."""
    request, _ = pasted("甲\t5\t300\n　内一\t2\t100\n　内二\t3\t200\n乙\t\t50\n　　計\t5\t350\n")
    first, second = request.groups[0].lines
    assert (first.text, first.amount, [part.text for part in first.parts]) == ("甲", None, ["内一", "内二"])
    assert (second.text, total(request)) == ("乙", 350)


def test_a_share_is_no_further_cost() -> None:
    """A row with うち that is only a share of the line above it stands in its remark: the sum is that of the lines."""
    request, said = pasted(
        "内容\t前年\t要求\t備考\n委託\t900\t1,000\t毎年\n　うち保守\t300\t400\tR8まで\n旅費\t\t50\t\n計\t900\t1,050\t\n"
    )
    assert lines(request) == [
        ("委託", 900, 1_000, "毎年\nうち保守 400千円(前年300千円) R8まで"), ("旅費", None, 50, ""),
    ]  # fmt: skip
    assert total(request) == 1_050
    assert said.endswith("合計 1,050千円は写し元と一致します。")


def test_a_line_above_its_parts_is_asked() -> None:
    """A first row that those below make up is a line with parts or their total: asked, 「会計…」 as any other name."""
    for name in ("会計年度任用職員", "基本設計", "運営費"):
        request, asked = pasted(f"内容\t要求額\n{name}\t3,000\n甲\t1,250\n乙\t1,750\n")
        assert lines(request) == []
        assert asked == f"「{name}」の3,000千円は下の行の和と同じ額です。経費の行か計の行かを決められません。"
    request, said = pasted("内容\t要求額\n総額\t3,000\n甲\t1,250\n乙\t1,750\n")
    assert [line[0] for line in lines(request)] == ["甲", "乙"]
    assert said == "見出し1行と計1行を除いて2行を貼り付けました。合計 3,000千円は写し元と一致します。"


def test_names_alone() -> None:
    """Of a column of names 計 is left out by its word; pasted alone it is meant as it is."""
    request, said = pasted("甲\n乙\n　計\n")
    assert [line[0] for line in lines(request)] == ["甲", "乙"]
    assert said == "計1行を除いて2行を貼り付けました。"
    assert lines(pasted("計\t1\t2\n")[0]) == [("計", 1, 2, "")]


def test_a_total_that_does_not_agree_is_said() -> None:
    """A row called 計 is no line; where it is not the sum, both figures are told."""
    request, said = pasted("甲\t\t100\n乙\t\t250\n計\t\t340\n")
    assert total(request) == 350
    assert said == (
        "計1行を除いて2行を貼り付けました。写し元の計 340千円は、行の和 350千円と合いません。行を確かめてください。"
    )


@pytest.mark.parametrize(
    "cell", ["(16,943)\n16,943", "（16,943）\n16,943", "( 16,943 )\r\n 16,943 ", "(16,943)\n16,943\n"]
)
@pytest.mark.parametrize("column", [1, 2])
def test_published_cell_of_two_years(cell: str, column: int) -> None:
    """The page prints both years in one cell, 「(16,943)」 above 「16,943」: it fills both columns."""
    request, said = pasted(f'"{cell}"', Line("a", "旅費", 1, 2, "備考"), column=column)
    assert (lines(request), said) == ([("旅費", 16_943, 16_943, "備考")], "")


def test_published_table() -> None:
    """A table copied off the page lands in the four columns; a single figure there is this year's, in brackets last year's."""
    copied = (
        '"地方公共団体情報システム機構への負担金"\t"(16,943)\n16,943"\t\n'
        '"第三次LGWAN接続機器リース料"\t"(16)\n"\t終了\n'
        '標準事務費\t"(14,585)\n△12,085"\t端末等のリース料等\n'
        "研修\t120\t新規\n"
    )
    assert lines(pasted(copied)[0]) == [
        ("地方公共団体情報システム機構への負担金", 16_943, 16_943, ""),
        ("第三次LGWAN接続機器リース料", 16, None, "終了"),
        ("標準事務費", 14_585, -12_085, "端末等のリース料等"),
        ("研修", None, 120, "新規"),
    ]


def test_published_table_with_its_headings() -> None:
    """With the headings of the page (内容, 金額, 備考) both years of a cell go to their columns too."""
    copied = '内容\t金額(千円)\t備考\n負担金\t"(16,943)\n16,944"\t継続\n研修\t120\t新規\n'
    request, said = pasted(copied)
    assert lines(request) == [("負担金", 16_943, 16_944, "継続"), ("研修", None, 120, "新規")]
    assert said == "見出し1行を除いて2行を貼り付けました。"


def test_brackets_of_the_previous_year() -> None:
    """Excel's (1,234) is a negative figure or the sheet's mark: the total or 増減 says it, else it is asked; in every row it is the mark."""
    text = (DATA / "paste_negative_previous.txt").read_text(encoding="utf-8")
    request, asked = pasted(text, Line("a", "甲"), column=1)
    assert lines(request) == [("甲", None, None, "")]
    assert asked == "前年度の「(1,234)」が負の数か、前年度の額の印の( )かを決められません。"
    request, said = pasted("甲\t(100)\t150\n乙\t300\t10\n計\t200\t160\n")
    assert [line[1] for line in lines(request)] == [-100, 300]
    assert said.endswith("前年度の( )の額は、負の数と読みました。")
    request, said = pasted("甲\t(100)\t150\t50\n乙\t300\t10\t△290\n")
    assert [line[1] for line in lines(request)] == [100, 300]
    assert "印と読みました" in said
    request, said = pasted("甲\t(100)\t150\n乙\t(20)\t\n")
    assert [line[1] for line in lines(request)] == [100, 20]
    assert said == "前年度の( )は、前年度の額の印と読みました（負の数ではありません）。"


def test_heading_and_total_of_one_line() -> None:
    """A block of a heading, one line and 合計 is one line."""
    request, said = pasted((DATA / "paste_heading_and_total.txt").read_text(encoding="utf-8"))
    assert lines(request) == [("新A", 1, 2, "")]
    assert said == "見出し1行と計1行を除いて1行を貼り付けました。合計 2千円は写し元と一致します。"


def test_wider_than_the_table() -> None:
    """A block without headings that has more columns than the table from there on is asked; none of it is put in."""
    text = (DATA / "paste_wider_than_table.txt").read_text(encoding="utf-8")
    request, asked = pasted(text, Line("a", "甲"), column=2, hides_classes=True)
    assert lines(request) == [("甲", None, None, "")]
    assert asked.startswith("貼り付ける表は6列あり、入れる欄のないセルが4個あります。")
    assert lines(pasted("1\tあ\t\t\t\t\n", Line("a", "甲"), column=2)[0]) == [("甲", None, 1, "あ")], (
        "blank ones are none"
    )


def test_a_title_and_headings() -> None:
    """On a title the first row is the title; a row of headings is not, and the title stays."""
    assert pasted("1 運営費\n内容\t要求額\n甲\t5\n", has_title=True)[0].groups[0].title == "1 運営費"
    request, _ = pasted("内容\t要求額\n甲\t5\n", has_title=True)
    assert (request.groups[0].title, lines(request)) == ("1.運営費", [("甲", None, 5, "")])


def test_a_mark_before_the_words() -> None:
    """【新規】 before the words is the line's mark, as it is copied from the window."""
    (line,) = pasted("【新規】研修\t\t5\n")[0].groups[0].lines
    assert (line.text, line.mark) == ("研修", "new")


def test_one_column_with_its_name() -> None:
    """「要求額」 above figures pasted beside the lines is the name of the column, not an amount."""
    over = (Line("a", "甲"), Line("b", "乙"))
    request, said = pasted("要求額\n5\n6\n", *over, column=2)
    assert [line[2] for line in lines(request)] == [5, 6]
    assert said == "見出し1行を除いて2行を貼り付けました。"


def test_beside_lines_their_own_years_prove_it() -> None:
    """Copied from 要求額 on, 増減 and its rate are known by the previous year that stands in the lines."""
    over = (Line("a", "甲", 100, 1), Line("b", "乙", 200, 2), Line("c", "丙", None, 3))
    request, said = pasted("150\t50\t50.0\tあ\n120\t-80\t-40.0\t\n7\t7\t\tう\n", *over, column=2)
    assert [line[2:] for line in lines(request)] == [(150, "あ"), (120, ""), (7, "う")]
    assert said == "増減・増減率の列は貼り付けませんでした。"


def test_figures_that_equal_what_is_there_are_no_difference() -> None:
    """The previous year pasted beside new lines with the same amounts is the previous year."""
    over = (Line("a", "甲", None, 100), Line("b", "乙", None, 250))
    request, said = pasted("100\n250\n", *over, column=1)
    assert ([line[1] for line in lines(request)], said) == ([100, 250], "")


def test_a_sum_of_parts_is_left_to_them() -> None:
    """A figure pasted over a line with parts that is their sum is not typed there; another one is."""
    over = (Line("a", "甲", parts=(Line("x", "内", None, 1), Line("y", "内", None, 2))),)
    request = with_lines(*over)
    ids = ["a", "x", "y"]
    year = parse_year(request.header.fiscal_year)
    assert year is not None
    flat = [*(snapshot(request).totals.groups[0].lines[0],) * 3]
    for block, amount in (("30\n10\n20\n", None), ("31\n10\n20\n", 31)):
        found = understand(parse_block(block), Target(SCREEN[2:], flat), standard(), year)
        assert not found.questions
        after = paste_tables(request, "table", [found.table], lambda _: ids, standard())
        assert after.groups[0].lines[0].amount == amount


blocks = st.lists(
    st.lists(
        st.sampled_from(
            ["", "計", "内容", "要求額", "前年", "備考", "増減", "甲", "　乙", "うち丙", "1", "2", "3", "(3)", "△1", "5円", "－", "※注", "（単位：円）", "令和7年度要求額", "(1)\n2", "2×3"]
        ),
        max_size=7,
    ),
    min_size=1,
    max_size=7,
)  # fmt: skip


@given(blocks, st.integers(0, 6), st.integers(0, 3), st.booleans(), st.booleans())
def test_any_block_is_read(
    block: list[list[str]], column: int, count: int, has_title: bool, is_line: bool
) -> None:
    """Whatever is copied and wherever it is pasted, it becomes lines with a sentence, or a question; what is decided goes in."""
    over = snapshot(with_lines(*(Line(str(at), "甲", 1, 2) for at in range(count)))).totals.groups[0].lines
    target = Target(SCREEN[column:], over, has_title, is_line)
    found = understand(block, target, standard(), YEAR)
    asked, shown = with_headings(block, target, found)
    for choices in (None, Choices(), Choices(kinds={2: "line"}, unit="円")):
        decided = understand(asked, shown, standard(), YEAR, choices)
        assert choices is None or not decided.questions
        for table in (found.table, decided.table):
            assert len(table.rows) == len(table.depths)
            paste_tables(with_lines(), "table", [table], lambda _: [], standard())


@pytest.mark.parametrize(
    "rate", ["1e999999999", "1e9,999,999,999,999", "-1E-999999999", "9" * 400, "nan", "inf"]
)
def test_a_rate_of_many_digits_is_none(rate: str) -> None:
    """A number whose digits would fill the memory, in the column behind the 増減, is no 増減率: it is asked about at once."""
    request, said = pasted(f"旅費\t10\t20\t10\t{rate}\t備考")
    assert lines(request) == []
    assert "列" in said


@pytest.mark.parametrize(
    ("cells", "texts", "said"),
    [
        (["(5)", "(6)"], ["(5)", "(6)"], "前年度の額の印"),
        (["(5)", "6"], ["△5", "6"], "負の数"),
        (["(5)"], ["△5"], "負の数"),
        (["(注)", "6"], ["(注)", "6"], ""),
    ],
)
def test_brackets_of_the_previous_year_alone(cells: list[str], texts: list[str], said: str) -> None:
    """Brackets around every figure are the sheet's own sign of that year; around one they are a minus sign; 要求額 keeps its own."""
    pasted = [(place.line(f"l{row}", "previous"), cell) for row, cell in enumerate(cells)]
    found, sentence = read_previous([*pasted, (place.line("l0", "amount"), "(7)")])
    assert found == [*texts, "(7)"]
    assert said in sentence
    assert bool(sentence) is bool(said)
