"""Blocks of cells copied from Excel, LibreOffice, the published page or our own table."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.edits.paste import LINE_COLUMNS, Cells, format_block, parse_block, paste_lines
from model.request.lines import walk
from model.request.request import Line, Request
from tests.samples import big, with_lines

DATA = Path(__file__).parents[2] / "data"
cells = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"), max_size=6)


@pytest.mark.parametrize(
    ("copied", "block"),
    [
        ("旅費\t1,234", [["旅費", "1,234"]]),
        ("旅費\t1,234\n需用費\t5\n", [["旅費", "1,234"], ["需用費", "5"]]),
        ("旅費\t1,234\r\n需用費\t5\r\n", [["旅費", "1,234"], ["需用費", "5"]]),
        ("旅費\r需用費\r", [["旅費"], ["需用費"]]),
        ("旅費", [["旅費"]]),
        ("旅費\n", [["旅費"]]),
        ("旅費\n\n需用費\n", [["旅費"], [], ["需用費"]]),
        ("旅費\n\t\n需用費", [["旅費"], ["", ""], ["需用費"]]),
        ("\t5", [["", "5"]]),
        ("5\t", [["5", ""]]),
        ("", []),
        ('"(16,943)\n16,943"\t負担金', [["(16,943)\n16,943", "負担金"]]),
        ('"(16,943)\r\n16,943"\t負担金\r\n', [["(16,943)\n16,943", "負担金"]]),
        ('"ひとこと「""約""」"\t5', [['ひとこと「"約"」', "5"]]),
        ('19"ラック\t5\n需用費\t6', [['19"ラック', "5"], ["需用費", "6"]]),
        ('"19インチ\t5\n需用費\t6\n', [['"19インチ', "5"], ["需用費", "6"]]),
        ('"重要"な経費\t5\n需用費\t6', [['"重要"な経費', "5"], ["需用費", "6"]]),
        ('"重要"\t5\n', [['"重要"', "5"]]),
        (
            '"重要"\t(1,234)\t1,000 \n19"ラック\t5 \t一行目 二行目\n',
            [['"重要"', "(1,234)", "1,000 "], ['19"ラック', "5 ", "一行目 二行目"]],
        ),
        ('"重要"な経費\t5\n"二\n行"\t6\n', [['"重要"な経費', "5"], ["二\n行", "6"]]),
        ('"19インチ\t"二\n行"\t6\n', [['"19インチ', "二\n行", "6"]]),
        ('"タブ\tの中"\t5\n""\t6\n', [["タブ\tの中", "5"], ["", "6"]]),
    ],
)
def test_copied_cells(copied: str, block: list[list[str]]) -> None:
    """Tabs part cells, line breaks rows; a quoted cell may hold line breaks; the last line break adds no row."""
    assert parse_block(copied) == block


@pytest.mark.parametrize("breaks", [True, False])
def test_what_libreoffice_copies(breaks: bool) -> None:
    """As text LibreOffice writes a line break in a cell as a space and quotes nothing; beside it, cells with breaks in quotes."""
    name = "libreoffice_clipboard.tsvc" if breaks else "libreoffice_clipboard.txt"
    block = parse_block((DATA / name).read_text(encoding="utf-8"))
    line, tab = ("\n", "\t") if breaks else (" ", " ")
    assert block == [
        ["内容", "前年", "要求", "備考"],
        ['"重要"な経費', "1,000 ", "1,234 ", f"一行目{line}二行目"],
        ['"全部引用"', "5 ", "(1,234)", '19"ラック'],
        [f'引用"と{line}改行"', "5 ", "(1,234)", f"タブ{tab}の中"],
        ["計", "1,010 ", "(1,234)", ""],
    ]


def test_cell_of_a_whole_text() -> None:
    """A cell longer than the reader of tables allows is taken all the same."""
    long = "長" * 200_000
    assert parse_block(f"{long}\t5\n旅費\t6\n") == [[long, "5"], ["旅費", "6"]]


@given(st.lists(st.lists(cells, min_size=1, max_size=4), max_size=5))
def test_our_own_copy_is_pasted_as_it_was(block: list[list[str]]) -> None:
    """What the program puts on the clipboard it reads back cell by cell."""
    assert parse_block(format_block(block)) == block


@given(st.text(max_size=30))
def test_no_text_raises(text: str) -> None:
    """Any text on the clipboard is some block of cells."""
    for row in parse_block(text):
        assert all(isinstance(cell, str) for cell in row)


def table() -> Request:
    """A table of two lines."""
    return with_lines(Line("a", "旅費", 1, 2, "備考"), Line("b", "需用費", 3, 4))


def paste(request: Request, group_id: str, line_ids: list[str], column: str, block: Cells) -> Request:
    """A block put into the lines from a column on, in the order in which one types."""
    columns = LINE_COLUMNS[[*LINE_COLUMNS].index(column) :]  # type: ignore[arg-type]
    return paste_lines(request, group_id, line_ids, columns, block)


def lines_of(request: Request) -> list[tuple[str, object, object, str]]:
    """The four columns of each line."""
    return [
        (line.text, line.previous, line.amount, line.remark)
        for group in request.groups
        for line, _ in walk(group.lines)
    ]


@pytest.mark.parametrize(
    ("typed", "amount"),
    [("△1,234", -1_234), ("１，２３４", 1_234), ("(1,234)", -1_234), ("1,234千円", 1_234), ("1,234,000円", 1_234), ("約3百", "約3百"),
     ("", None), ("0", 0)],
)  # fmt: skip
def test_pasted_amounts_are_read_as_typed_ones(typed: str, amount: object) -> None:
    """Figures come in every notation; what is no amount is kept as it came."""
    pasted = paste(table(), "table", ["a", "b"], "amount", [[typed]])
    assert lines_of(pasted)[0] == ("旅費", 1, amount, "備考")
    assert lines_of(pasted)[1] == ("需用費", 3, 4, "")


def test_block_grows_the_table() -> None:
    """Rows beyond the last line become new lines at its end."""
    block = [["委託料", "10", "20", "新規"], ["役務費", "", "30", ""], ["負担金", "5"]]
    pasted = paste(table(), "table", ["b"], "text", block)
    assert lines_of(pasted) == [
        ("旅費", 1, 2, "備考"),
        ("委託料", 10, 20, "新規"),
        ("役務費", None, 30, ""),
        ("負担金", 5, None, ""),
    ]
    ids = [line.id for line in pasted.groups[0].lines]
    assert ids[:2] == ["a", "b"]
    assert len(set(ids)) == 4


def test_block_wider_than_the_table() -> None:
    """Cells beyond 備考 are left out, and a narrow block leaves the columns beside it as they are."""
    wide = paste(table(), "table", ["a", "b"], "amount", [["7", "x", "捨"], ["8"]])
    assert lines_of(wide) == [("旅費", 1, 7, "x"), ("需用費", 3, 8, "")]


def test_blank_row_inside_a_block() -> None:
    """A blank row leaves its line alone, and beyond the last line it is a blank line."""
    pasted = paste(table(), "table", ["a", "b"], "text", [["甲"], [], [], ["乙"]])
    assert [line[0] for line in lines_of(pasted)] == ["甲", "需用費", "", "乙"]


def test_brackets_in_a_text_are_no_years() -> None:
    """A text of two lines that begins with brackets stays a text."""
    assert lines_of(paste(table(), "table", ["a"], "text", [["(1)\n一般負担金"]]))[0][0] == "(1)\n一般負担金"


def test_parts_take_cells_too() -> None:
    """A block goes down over lines and their parts, row by row of the sheet."""
    request = with_lines(Line("a", parts=(Line("b"), Line("c"))), Line("d"))
    pasted = paste(request, "table", ["a", "b", "c", "d"], "text", [["一"], ["二"], ["三"], ["四"]])
    assert [line[0] for line in lines_of(pasted)] == ["一", "二", "三", "四"]
    assert [line.id for line in pasted.groups[0].lines[0].parts] == ["b", "c"]


def test_same_cells_are_no_edit() -> None:
    """Pasting what stands there already, or nothing, gives back the same request."""
    request = table()
    assert paste(request, "table", ["a"], "text", [["旅費", "1", "2", "備考"]]) is request
    assert paste(request, "table", ["a"], "text", []) is request


def test_table_that_is_gone() -> None:
    """Rows for a table that was deleted are not kept anywhere."""
    request = table()
    assert paste(request, "gone", [], "text", [["x"]]) is request


@given(
    st.lists(st.lists(st.sampled_from(["", "5", "△3", "約3百", "x"]), max_size=6), max_size=6),
    st.integers(0, 2),
    st.sampled_from(LINE_COLUMNS),
)
def test_any_block_fills_its_rows_only(block: list[list[str]], taken: int, column: str) -> None:
    """Whatever is pasted, the table has a line for each row beyond the last, and lines outside stay."""
    request = table()
    ids = ["a", "b"][2 - taken :]
    pasted = paste(request, "table", ids, column, block)
    lines = pasted.groups[0].lines
    assert len(lines) == 2 + max(0, len(block) - taken)
    assert [line.id for line in lines[:2]] == ["a", "b"]
    for line, before in zip(lines, request.groups[0].lines, strict=False):
        if line.id not in ids[: len(block)]:
            assert line is before


def test_paste_touches_its_lines_only() -> None:
    """In a sheet of 1,000 lines a block over three lines replaces three lines, in one table."""
    request = big(1_000)
    pasted = paste(request, "table-0", ["line-11", "line-12", "line-13"], "amount", [["-1"], ["-2"], ["-3"]])
    assert [new is old for new, old in zip(pasted.groups, request.groups, strict=True)].count(False) == 1
    lines = zip(pasted.groups[0].lines, request.groups[0].lines, strict=True)
    assert [number for number, (new, old) in enumerate(lines) if new is not old] == [10, 11, 12]
