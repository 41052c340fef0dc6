"""Blocks of cells to and from Excel: one step of undo each, read as people write figures."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QImage

from model.edits.fields import set_value
from model.request.place import Place
from tests.pasted_rows import pasted_rows
from tests.samples import big
from tests.ui.desk import Desk
from tests.ui.hands import CONTROL, SHIFT, Key, press, type_text
from ui.tables.cell_clipboard import TYPED_FORMAT

DATA = Path(__file__).parents[1] / "data"
LAST = "line/line-5-2/text"


def copied() -> str:
    """What is on the clipboard after Ctrl+C."""
    press(Key.Key_C, modifiers=CONTROL)
    return QGuiApplication.clipboard().text()


def test_a_block_goes_in_from_the_top_left_cell(desk: Desk) -> None:
    """A block pasted over a selection fills from its top left cell, as one step of undo."""
    desk.go("line/line-1-2/amount")
    press(Key.Key_Up, Key.Key_Left, modifiers=SHIFT)
    desk.paste("10\t20\n30\t40\n50\t60\n")

    cells = [desk.value(f"line/line-1-{at}/{year}") for at in (1, 2, 3) for year in ("previous", "amount")]
    assert cells == [10, 20, 30, 40, 50, 60]
    assert len(desk.request.groups[0].lines) == 5, "the line break that ends the block adds no row"
    assert desk.document.undo_label == "貼り付け"
    desk.undo()
    assert desk.document.undo_label is None


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("△1,234", -1234), ("１２，３４５", 12_345), ("(1,234)", -1234), ("1,234千円", 1234), ("▲5", -5), ("¥1,000", 1),
        ("約3百", "約3百"), ("12.5", "12.5"), ("124,767,000円", 124_767),
    ],
)  # fmt: skip
def test_figures_as_people_write_them(desk: Desk, written: str, value: object) -> None:
    """Signs, brackets, commas, full width and units are read; text that is no amount stays and is a finding."""
    desk.go("line/line-1-2/amount")
    desk.paste(f"{written}\n")

    assert desk.value("line/line-1-2/amount") == value
    found = [error.place for error in desk.snapshot.findings.errors]
    assert ("line/line-1-2/amount" in found) == isinstance(value, str)
    if isinstance(value, str):
        assert desk.shown("line/line-1-2/amount") == value


def test_a_blank_cell_of_a_block_empties(desk: Desk) -> None:
    """A blank cell is blank, not 0 and not left as it was; also when it is all that was copied."""
    desk.go("line/line-1-1/previous")
    desk.paste("5\t\n")

    assert desk.value("line/line-1-1/previous") == 5
    assert desk.value("line/line-1-1/amount") is None
    desk.paste("\n")
    assert desk.value("line/line-1-1/previous") is None
    desk.paste("1\n\n3\n")
    assert [desk.value(f"line/line-1-{at}/previous") for at in (1, 2, 3)] == [1, None, 3]


def test_a_block_grows_the_table(desk: Desk) -> None:
    """Rows past the last line become new lines of that table, also when pasted into the offered row."""
    desk.go(LAST)
    desk.paste("a\t1\t2\tr\nb\t3\t4\ns")
    assert [line.text for line in desk.request.groups[4].lines][1:] == ["a", "b", "s"]
    desk.undo()
    desk.go(LAST)
    press(Key.Key_Down)
    desk.paste("x\t1\t2\ny\t3\t4\n")

    assert [(line.text, line.amount) for line in desk.request.groups[4].lines][2:] == [("x", 2), ("y", 4)]
    desk.undo()
    assert desk.document.undo_label is None
    assert desk.current is not None


def test_a_cell_with_line_breaks_is_one_cell(desk: Desk) -> None:
    """Excel quotes a cell that holds a line break; it stays one cell."""
    desk.go("line/line-1-1/remark")
    desk.paste('"一行目\n二行目"\nnext\n')

    assert desk.value("line/line-1-1/remark") == "一行目\n二行目"
    assert desk.value("line/line-1-2/remark") == "next"


def test_a_copied_block_pastes_back(desk: Desk) -> None:
    """Whole rows copied out and pasted over themselves change nothing, though 増減 and its rate are among the cells."""
    before = desk.request
    desk.go("line/line-1-1/text")
    press(Key.Key_Down, times=4, modifiers=SHIFT)
    press(Key.Key_End, modifiers=SHIFT)
    rows = copied().splitlines()
    assert [len(row.split("\t")) for row in rows] == [6] * 5, "every column in sight, as in Excel"
    assert rows[0].split("\t")[3:5] == ["0", "0.0"]
    press(Key.Key_V, modifiers=CONTROL)
    assert desk.request is before

    desk.go(LAST)
    press(Key.Key_Down)
    press(Key.Key_V, modifiers=CONTROL)
    assert [
        (line.text, line.previous, line.amount, line.remark) for line in desk.request.groups[4].lines[2:]
    ] == [(line.text, line.previous, line.amount, line.remark) for line in before.groups[0].lines]


def test_through_excel_and_back(desk: Desk) -> None:
    """The same rows as Excel gives them back, with no more than their text, change nothing either."""
    before = desk.request
    for line, rows in (("line/line-1-1/text", 4), ("line/line-2-1/text", 2)):
        desk.go(line)
        press(Key.Key_Down, times=rows, modifiers=SHIFT)
        press(Key.Key_End, modifiers=SHIFT)
        desk.paste(copied())
        assert desk.request == before
        assert "増減・増減率の列は貼り付けませんでした。" in desk.message


def test_everything_copied_and_pasted(desk: Desk) -> None:
    """Ctrl+A, Ctrl+C, Ctrl+V in the cost tables change nothing: titles are titles, 合計 no lines."""
    before = desk.request
    desk.go("group/group-1/title")
    press(Key.Key_A, modifiers=CONTROL)
    copied()
    press(Key.Key_V, modifiers=CONTROL)
    assert desk.request is before
    assert desk.message == "計5行・増減・増減率の列は貼り付けませんでした。"


def test_a_table_pasted_as_a_new_one(desk: Desk) -> None:
    """A table with parts pasted on the offered title is the same table once more: parts are parts, the sum is the same."""
    desk.go("group/group-2/title")
    press(Key.Key_Down, times=len(desk.lines(1)) + 2, modifiers=SHIFT)
    press(Key.Key_End, modifiers=SHIFT)
    copied()
    desk.go("group/group-1/title")
    press(Key.Key_End, modifiers=CONTROL)
    press(Key.Key_Home)
    press(Key.Key_V, modifiers=CONTROL)

    assert desk.lines(5) == desk.lines(1)
    assert desk.request.groups[5].title == desk.request.groups[1].title
    new, old = desk.snapshot.totals.groups[5], desk.snapshot.totals.groups[1]
    assert (new.amount.value, new.previous.value) == (old.amount.value, old.previous.value)


LINES_OF_EXCEL = "内容\t前年\t要求\t増減\t備考\n施設管理委託\t3,000\t3,150\t150\t毎年\n印刷製本費\t200\t120\t△80\t部数減\n計\t3,200\t3,270\t70\t\n"


@pytest.mark.parametrize("where", ["new", "legend", "total"])
def test_a_table_of_excel_becomes_lines(desk: Desk, where: str) -> None:
    """Pasted on the offered line, the legend or the word 合計, a table of Excel becomes lines above; one step of undo."""
    before, total = len(desk.lines(0)), desk.snapshot.totals.groups[0].amount.value
    desk.go("line/line-1-5/text")
    press(Key.Key_Down, times={"new": 1, "total": 2, "legend": 3}[where])
    desk.paste(LINES_OF_EXCEL)

    added = desk.request.groups[0].lines[before:]
    assert [(each.text, each.previous, each.amount, each.remark) for each in added] == [
        ("施設管理委託", 3_000, 3_150, "毎年"),
        ("印刷製本費", 200, 120, "部数減"),
    ]
    assert desk.snapshot.totals.groups[0].amount.value == total + 3_270
    assert desk.message == (
        "見出し1行と計1行を除いて2行を貼り付けました。増減の列は貼り付けませんでした。"
        "合計 3,270千円は写し元と一致します。2行を加えました（Ctrl+Z で戻ります）。"
    )
    assert desk.document.undo_label == "貼り付け"
    desk.undo()
    assert desk.document.undo_label is None


def test_one_value_over_several_cells(desk: Desk) -> None:
    """One value pasted over three selected cells stands in all three, as in Excel; over a row of cells too."""
    desk.go("line/line-1-1/amount")
    press(Key.Key_Down, times=2, modifiers=SHIFT)
    desk.paste((DATA / "paste_one_over_three.txt").read_text(encoding="utf-8"))
    assert [desk.value(f"line/line-1-{at}/amount") for at in (1, 2, 3, 4)] == [5, 5, 5, 370]
    desk.undo()
    desk.go("funding/request/other")
    press(Key.Key_Up, modifiers=SHIFT)
    desk.paste("7")
    assert [desk.value(f"funding/{row}/other") for row in ("previous", "request")] == [7, 7]


def test_what_does_not_fit_is_said(desk: Desk) -> None:
    """Cells beyond a fixed table, of a calculated column, or that name no choice are counted and named."""
    desk.go("headcount/request/regular")
    desk.paste("1\t2\t3\t4\t5\t6\t7\t8\t9\n1\n")
    assert "個のセル" in desk.message
    desk.undo()
    desk.go("line/line-1-1/amount")
    press(Key.Key_Right)
    before = desk.request
    desk.paste("77")
    assert desk.request is before
    assert desk.message == "入れる欄のない1個のセル（「77」）は貼り付けませんでした。"
    desk.go("commitment/commitment-2/period")
    press(Key.Key_Down)
    desk.paste("R3〜R4\t未定\n")
    assert "「未定」" in desk.message


def test_a_picture_is_no_text(desk: Desk) -> None:
    """Where the clipboard holds a picture, as of a range copied as one in Excel, that is said, and the table stays."""
    desk.go("line/line-1-1/amount")
    before = desk.request
    picture = QMimeData()
    picture.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    QGuiApplication.clipboard().setMimeData(picture)
    press(Key.Key_V, modifiers=CONTROL)
    assert desk.message == "クリップボードに文字がありません。表は変わっていません。"
    assert desk.request is before


def test_a_difference_is_a_figure_elsewhere(desk: Desk) -> None:
    """A calculated 増減 copied and pasted into an amount is its figure, within the program too."""
    desk.go("line/line-1-2/amount")
    press(Key.Key_Right)
    assert copied() == "-244\n"
    desk.go("line/line-1-1/amount")
    press(Key.Key_V, modifiers=CONTROL)
    assert desk.value("line/line-1-1/amount") == -244


def test_the_sentence_stays_to_be_read(desk: Desk) -> None:
    """What was said of a paste is not covered by a finding of the pasted cell; it is over with the next change."""
    desk.go("line/line-1-1/amount")
    desk.paste("要求額\n約3百\n5\n計\n")
    desk.undo()
    desk.paste("内容\t要求額\n甲\t約3百\n乙\t5\n")
    said = desk.message
    assert "見出し1行を除いて2行を貼り付けました。" in said
    desk.pause()
    assert desk.message == said
    desk.undo()
    assert desk.message.startswith("元に戻しました: 貼り付け（")


def test_copied_figures_are_plain(desk: Desk) -> None:
    """Excel gets digits without commas, a minus sign that it reads, and nothing for placeholders."""
    desk.go("line/line-1-1/amount")
    press(Key.Key_Right)
    press(Key.Key_Down, modifiers=SHIFT)
    assert copied() == "0\n-244\n"
    desk.go("group/group-1/amount")
    assert copied() == "48889\n"
    desk.go("group/group-1/title")
    press(Key.Key_End, modifiers=CONTROL)
    press(Key.Key_Home)
    assert copied().strip() in ("", '""')


def test_cut_takes_the_cells_away(desk: Desk) -> None:
    """Ctrl+X copies and empties the cells."""
    desk.go("line/line-1-5/remark")
    press(Key.Key_X, modifiers=CONTROL)

    assert QGuiApplication.clipboard().text() == "端末等のリース料等\n"
    assert desk.value("line/line-1-5/remark") == ""


def test_pasting_on_a_title(desk: Desk) -> None:
    """Pasted on a title, the first row is the title and the rest are the table's lines; on the offer, a new table."""
    desk.go("group/group-1/title")
    press(Key.Key_End, modifiers=CONTROL)
    press(Key.Key_Home)
    desk.paste("6.新しい表\na\t1\t2\nb\t3\t4\n")

    group = desk.request.groups[5]
    assert (group.title, [(line.text, line.amount) for line in group.lines]) == (
        "6.新しい表",
        [("a", 2), ("b", 4)],
    )
    desk.undo()
    assert desk.document.undo_label is None


def test_pasting_on_a_total(desk: Desk) -> None:
    """One figure pasted on 合計 is declared there; of a block of several rows it is asked what they are, and nothing changes."""
    desk.go("group/group-1/amount")
    desk.paste("1,000\n")
    assert desk.value("group/group-1/amount") == 1_000
    desk.undo()

    before = desk.request
    for block in ("1,000\n2,000\n", "900\t1,000\n1,900\t2,000\n"):
        desk.paste(block)
        assert desk.request is before
        assert "表には何も貼り付けていません。" in desk.message


def test_pasting_people_and_funding(desk: Desk) -> None:
    """Tables of figures take blocks too: counts of people with full-width digits, funding with units."""
    desk.go("headcount/request/regular")
    desk.paste("２．５\t1.0\n")
    desk.go("funding/request/other")
    desk.paste("3,000千円\n")

    assert desk.value("headcount/request/regular") == "2.5"
    assert desk.value("headcount/request/part_time") == "1.0"
    assert desk.value("funding/request/other") == 3_000


def test_pasting_a_period_begins_a_commitment(desk: Desk) -> None:
    """Pasted into the offered row of 債務負担行為, a period makes the commitment; a choice takes what it offers, by its words."""
    desk.go("commitment/commitment-2/period")
    press(Key.Key_Down)
    desk.paste("R2〜R6\t設定済\nR3〜R4\t未定\n")

    assert [commitment.period for commitment in desk.request.commitments] == [
        *("H32〜H35", "H31〜H35", "R2〜R6", "R3〜R4"),
    ]
    assert [commitment.status for commitment in desk.request.commitments[2:]] == ["set", "requested"]


def test_an_empty_clipboard_changes_nothing(desk: Desk) -> None:
    """Ctrl+V with nothing copied is no step of undo."""
    QGuiApplication.clipboard().clear()
    desk.go("line/line-1-1/text")
    press(Key.Key_V, modifiers=CONTROL)

    assert desk.document.undo_label is None


def test_paste_into_the_offered_row_keeps_the_cursor_on_the_new_line(desk: Desk) -> None:
    """A pasted name becomes the line, and what is typed next stands beside it, not in a nameless line below."""
    desk.costs.setFocus()
    at = len(desk.request.groups[0].lines) + 1
    desk.costs.setCurrentIndex(desk.costs.model().index(at, 0))
    QGuiApplication.clipboard().setText("研修開催費\n")
    press(Key.Key_V, modifiers=CONTROL)
    press(Key.Key_Tab)
    type_text("2500")
    press(Key.Key_Return)

    line = desk.request.groups[0].lines[-1]
    assert (line.text, line.previous) == ("研修開催費", 2500)


def test_pasting_within_the_program_takes_what_was_typed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Copied cells carry what was typed in them; it is pasted as long as the copied text is unchanged."""
    monkeypatch.setattr(
        type(desk.costs.cells), "pasted_text", lambda cells, index: f"<{cells.copied_text(index)}>"
    )
    desk.go("line/line-1-5/remark")
    text = copied()
    data = QGuiApplication.clipboard().mimeData()
    assert (text, data.hasFormat(TYPED_FORMAT)) == ("端末等のリース料等\n", True)
    desk.go("line/line-1-1/remark")
    press(Key.Key_V, modifiers=CONTROL)
    assert desk.value("line/line-1-1/remark") == "<端末等のリース料等>"

    changed = QMimeData()
    changed.setText("別の文\n")
    changed.setData(TYPED_FORMAT, data.data(TYPED_FORMAT))
    QGuiApplication.clipboard().setMimeData(changed)
    press(Key.Key_V, modifiers=CONTROL)
    assert desk.value("line/line-1-1/remark") == "別の文"


def test_a_broken_inner_part_is_passed_over(desk: Desk) -> None:
    """What another program left under our format does no harm: the text is pasted."""
    data = QMimeData()
    data.setText("文\n")
    data.setData(TYPED_FORMAT, b"{")
    QGuiApplication.clipboard().setMimeData(data)
    desk.go("line/line-1-1/remark")
    press(Key.Key_V, modifiers=CONTROL)

    assert desk.value("line/line-1-1/remark") == "文"


def test_a_thousand_lines_are_copied(desk: Desk) -> None:
    """A table of a thousand lines goes through the clipboard whole."""
    desk.open(big(1_000))
    desk.go("line/line-1/text")
    press(Key.Key_End, modifiers=CONTROL | SHIFT)

    assert copied().count("経費") == 1_000


def test_replaced_lines_are_said(desk: Desk) -> None:
    """A block over filled lines says how many it replaced, on the title of a table too; one undo brings all back."""
    before = desk.request
    desk.go(LAST)
    desk.paste("a\t1\t2\tr\nb\t3\t4\ns")
    filled = len(before.groups[4].lines)
    assert desk.message.endswith(f"{min(filled - 1, 3)}行は前の内容を置き換えました（Ctrl+Z で戻ります）。")
    desk.undo()
    assert desk.request == before

    desk.go(LAST)
    press(Key.Key_Down)
    desk.paste("new\t1\t2\n")
    assert "置き換えました" not in desk.message, "nothing was there"
    desk.undo()

    desk.go("group/group-1/title")
    desk.paste("New title\nwork\t5\t6\tr\n")
    assert desk.request.groups[0].title == "New title"
    title, first = before.groups[0].title, before.groups[0].lines[0]
    assert desk.line(first.id).text == "work"
    assert desk.message.endswith(f"表の題「{title}」と1行は前の内容を置き換えました（Ctrl+Z で戻ります）。")
    desk.undo()
    assert desk.request == before


def test_added_rows_are_said(desk: Desk) -> None:
    """A block over the last filled lines says how many rows it added beside those it replaced, and so do undo and redo."""
    filled, before = len(desk.request.groups[0].lines), desk.request
    desk.go("line/line-1-1/text")
    desk.paste(pasted_rows(1_200))
    assert desk.message.startswith("見出し1行と計1行を除いて1,200行を貼り付けました。")
    assert "千円は写し元と一致します。" in desk.message
    assert desk.message.endswith(
        f"{1_200 - filled:,}行を加え、{filled}行は前の内容を置き換えました（Ctrl+Z で戻ります）。"
    )
    desk.go("header/name")
    desk.undo()
    assert desk.request == before
    assert f"か所、{1_200 - filled:,}行がなくなりました）" in desk.message
    desk.redo()
    assert f"か所、{1_200 - filled:,}行が加わりました）" in desk.message
    assert desk.current == "line/line-1-1/text"


@pytest.mark.parametrize(
    ("block", "said"),
    [
        ("a\t100\t200\nb\t300\t400\n", "貼り付けた行の合計は 600千円です。2行を加えました"),
        ("a\t100\nb\t300\n", "貼り付けた行の前年度の合計は 400千円です。2行を加えました"),
        ("a\t100\t約3百\nb\t300\t400\n", "2行を加えました"),
        ("a\t100\t200\n", "1行を加えました"),
    ],
)
def test_what_rows_without_a_total_come_to_is_said(desk: Desk, block: str, said: str) -> None:
    """Rows without a 計 are held against the source by what they come to; not where an amount cannot be read, nor of one row."""
    desk.go(LAST)
    press(Key.Key_Down)
    desk.paste(block)
    assert desk.message == f"{said}（Ctrl+Z で戻ります）。"


@pytest.mark.parametrize(
    ("filled", "before", "block", "count"),
    [
        ("funding/request/other", "700", "800\n", 1),
        ("cost/request/labour", 900, "910\n", 1),
        ("headcount/request/regular", "1.5", "2.5\t1.0\n", 2),
        ("commitment/commitment-2/period", "", "R2〜R6\t設定済\n", 1),
    ],
)
def test_cells_replaced_are_said_in_every_table(
    desk: Desk, filled: Place, before: str | int, block: str, count: int
) -> None:
    """財源内訳, トータルコスト, 人役 and 債務負担行為 say how many filled cells a block replaced; one undo brings all back."""
    if before:
        desk.document.edit("", set_value(desk.request, filled, before))
    then = desk.request
    desk.go(filled)
    desk.paste(block)

    assert desk.message.endswith(f"{count}個のセルは前の内容を置き換えました（Ctrl+Z で戻ります）。")
    press(Key.Key_V, modifiers=CONTROL)
    assert "置き換えました" not in desk.message, "the same again replaces nothing"
    desk.undo()
    assert desk.request == then


@pytest.mark.parametrize("where", ["header/name", "section/section-1/text"])
def test_a_table_pasted_into_words_says_where_it_would_be_a_table(desk: Desk, where: Place) -> None:
    """A block of cells that lands in 事業名 or in a text is text there, and it is said how it comes in as a table."""
    desk.go(where)
    desk.paste("内容\t要求額\n委託\t120\n")
    assert "経費の表の中で Ctrl+V" in desk.message
    desk.undo()
    desk.paste("委託料の増")
    assert "経費の表" not in desk.message
