"""What a pasted block does not prove is asked: nothing is put in before, and all of it after a person has decided."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication

from templates.readers.tables.decisions import Choices
from tests.ui.desk import Desk
from tests.ui.hands import CONTROL, SHIFT, Key, press
from tests.ui.test_source_page import page_of
from ui.costs.cost_model import CostModel
from ui.costs.cost_paste import AskedBlock

LAST = "line/line-5-2/text"
CHANCE = "内容\t要求額\n甲\t100\n乙\t200\n丙\t300\n"
"""丙 is what 甲 and 乙 come to: their total, or a third line."""


@pytest.fixture
def asked(desk: Desk) -> Iterator[list[AskedBlock]]:
    """The blocks that the window was asked about."""
    blocks: list[AskedBlock] = []
    model = desk.costs.cells
    assert isinstance(model, CostModel)
    model.asks_about.connect(blocks.append)
    yield blocks
    model.asks_about.disconnect(blocks.append)


def go_to_new_line(desk: Desk) -> None:
    """Take the focus to the line that the last table offers."""
    desk.go(LAST)
    press(Key.Key_Down)


def new_lines(desk: Desk) -> list[tuple[str, object]]:
    """The lines of the last table behind its first two."""
    return [(line.text, line.amount) for line in desk.request.groups[4].lines[2:]]


def test_nothing_is_put_in_before_it_is_decided(desk: Desk, asked: list[AskedBlock]) -> None:
    """The sentence says what is asked; table, undo and clipboard are as they were; the block comes with its sheet."""
    before = desk.request
    go_to_new_line(desk)
    desk.paste(CHANCE)

    assert desk.request is before
    assert desk.document.undo_label is None
    assert QGuiApplication.clipboard().text() == CHANCE
    assert desk.message == (
        "「丙」の300千円は上の行の和と同じ額です。経費の行か計の行かを決められません。表には何も貼り付けていません。"
    )
    (block,) = asked
    assert [question.subject for question in block.pasted.questions] == ["row"]
    assert block.sheet.rows[4] == {1: "丙", 2: 300}


@pytest.mark.parametrize(
    ("kind", "lines"),
    [("line", [("甲", 100), ("乙", 200), ("丙", 300)]), ("total", [("甲", 100), ("乙", 200)])],
)
def test_what_is_decided_is_put_in(
    desk: Desk, asked: list[AskedBlock], kind: str, lines: list[tuple[str, object]]
) -> None:
    """丙 as a line or as the total, as a person says; read shows it before; one step of undo."""
    before = desk.request
    go_to_new_line(desk)
    desk.paste(CHANCE)
    press(Key.Key_Escape)
    choices = Choices(kinds={4: kind})  # type: ignore[dict-item]

    assert len(asked[0].read(choices).table.rows) == len(lines)
    assert desk.request is before
    said = asked[0].put(choices)
    assert new_lines(desk) == lines
    assert said.startswith(
        f"見出し1行{'と計1行（「丙」）' if kind == 'total' else ''}を除いて{len(lines)}行を貼り付けました。"
    )
    assert desk.document.undo_label == "貼り付け"
    desk.undo()
    assert desk.request == before
    assert desk.document.undo_label is None


def test_roles_are_decided(desk: Desk, asked: list[AskedBlock]) -> None:
    """Six columns without headings are asked; their roles once chosen, each goes where it belongs."""
    go_to_new_line(desk)
    desk.paste("8\t甲\t90\t95\t100\t毎年\n12\t乙\t190\t195\t200\t新規\n")
    assert new_lines(desk) == []
    assert list(asked[0].sheet.rows[1].values()) == [
        "内容", "前年度予算額(千円)", "要求額(千円)", "備考", "5列目", "6列目",
    ]  # fmt: skip
    assert asked[0].sheet.rows[2] == {1: 8, 2: "甲", 3: 90, 4: 95, 5: 100, 6: "毎年"}
    said = asked[0].put(
        Choices(roles={1: "object_class", 2: "text", 3: "previous", 4: "number", 5: "amount", 6: "remark"})
    )
    added = desk.request.groups[4].lines[2:]
    assert [(line.text, line.previous, line.amount, line.remark) for line in added] == [
        ("甲", 90, 100, "毎年"),
        ("乙", 190, 200, "新規"),
    ]
    assert "見出し" not in said


def test_an_answer_of_the_window_is_what_is_said(desk: Desk) -> None:
    """Where the window decides while it is asked, the foot of the window says what was put in."""
    model = desk.costs.cells
    assert isinstance(model, CostModel)
    connection = model.asks_about.connect(lambda block: block.put(Choices(kinds={4: "total"})))
    go_to_new_line(desk)
    desk.paste(CHANCE)
    model.asks_about.disconnect(connection)
    assert new_lines(desk) == [("甲", 100), ("乙", 200)]
    assert desk.message.startswith("見出し1行と計1行（「丙」）を除いて2行を貼り付けました。")


@pytest.mark.parametrize("downs", [2, 3])
def test_words_on_the_legend_or_the_total_are_asked(desk: Desk, asked: list[AskedBlock], downs: int) -> None:
    """Rows that are not plainly lines, pasted on 合計 or ※, become none, and none of their cells vanishes in silence."""
    before = desk.request
    desk.go("line/line-1-5/text")
    press(Key.Key_Down, times=downs)
    for block in ("※四捨五入のため\n※合計は\n一致しない\n", "甲\t乙\n丙\t丁\n", "10\n20\n"):
        desk.paste(block)
        assert desk.request is before
        assert "表には何も貼り付けていません。" in desk.message
        press(Key.Key_Escape)
    assert len(asked) == 3


def test_a_long_block_on_the_legend_becomes_lines(desk: Desk) -> None:
    """Eight lines of five columns pasted on ※ are eight lines above it: all forty cells arrive."""
    before = len(desk.request.groups[0].lines)
    desk.go("line/line-1-5/text")
    press(Key.Key_Down, times=3)
    rows = [f"経費{at}\t{at}10\t{at}25\t15\t備考{at}" for at in range(1, 9)]
    desk.paste("\n".join(rows))
    added = desk.request.groups[0].lines[before:]
    assert [f"{line.text}\t{line.previous}\t{line.amount}\t15\t{line.remark}" for line in added] == rows


def test_one_value_over_lines_and_their_total(desk: Desk) -> None:
    """One value over a selection fills its lines; the rows that are none are counted."""
    desk.go("line/line-1-4/amount")
    press(Key.Key_Down, times=3, modifiers=SHIFT)
    desk.paste("5\n")
    assert [desk.value(f"line/line-1-{at}/amount") for at in (4, 5)] == [5, 5]
    assert desk.value("group/group-1/amount") is None
    replaced = "2行は前の内容を置き換えました（Ctrl+Z で戻ります）。"
    assert desk.message == f"{replaced}経費の行ではない2行には貼り付けませんでした。"


# --- copying ---


def test_headings_are_copied_where_wanted(desk: Desk) -> None:
    """Ctrl+Shift+C puts the headings above the cells, as they stand on the screen, 増減 and its rate too."""
    desk.go("line/line-1-1/text")
    press(Key.Key_Down, times=4, modifiers=SHIFT)
    press(Key.Key_End, modifiers=SHIFT)
    press(Key.Key_C, modifiers=CONTROL)
    plain = QGuiApplication.clipboard().text()
    press(Key.Key_C, modifiers=CONTROL | SHIFT)
    with_headings = QGuiApplication.clipboard().text()

    head, _, cells = with_headings.partition("\n")
    assert cells == plain
    assert head.split("\t") == [
        "内容", "平成30年度予算額(千円)", "要求額(千円)", "増減(千円)", "増減率(%)", "備考",
    ]  # fmt: skip
    assert "△" not in plain, "Excel reads a minus sign"
    assert desk.action("見出しも付けてコピー").shortcut().toString() == "Ctrl+Shift+C"


def test_a_copy_with_headings_pastes_back(desk: Desk) -> None:
    """Pasted where it was copied, from the program or from Excel, a block with its headings changes nothing."""
    before = desk.request
    for first, downs in (("line/line-1-1/text", 4), ("line/line-2-1/text", 2)):
        desk.go(first)
        press(Key.Key_Down, times=downs, modifiers=SHIFT)
        press(Key.Key_End, modifiers=SHIFT)
        press(Key.Key_C, modifiers=CONTROL | SHIFT)
        press(Key.Key_V, modifiers=CONTROL)
        assert desk.request == before
        desk.paste(QGuiApplication.clipboard().text())
        assert desk.request == before
        assert desk.message.startswith(f"見出し1行を除いて{downs + 1}行を貼り付けました。")


@pytest.mark.parametrize(("key", "lines"), [(Key.Key_1, ["甲", "乙"]), (Key.Key_2, ["甲", "乙", "丙"])])
def test_the_window_shows_what_is_asked_and_puts_it_in_as_decided(
    desk: Desk, key: Key, lines: list[str]
) -> None:
    """The block stands on the review page; a digit chooses what the row is, Enter puts the block in, as one step of undo."""
    before = desk.request
    go_to_new_line(desk)
    desk.paste(CHANCE)
    page = page_of(desk.window)
    assert page is not None
    press(key)
    press(Key.Key_Return)
    assert page_of(desk.window) is None
    assert [text for text, _ in new_lines(desk)][: len(lines)] == lines
    assert len([text for text, _ in new_lines(desk) if text]) == len(lines)
    desk.document.undo()
    assert desk.request == before


def test_esc_leaves_the_table_as_it_was(desk: Desk) -> None:
    """What is asked may be left: the table is as it was, and the cell that took the block has the focus again."""
    before = desk.request
    go_to_new_line(desk)
    desk.paste(CHANCE)
    press(Key.Key_Escape)
    assert page_of(desk.window) is None
    assert desk.request is before
    assert desk.costs.hasFocus()


def test_what_only_the_place_asks_stands_on_the_page(desk: Desk) -> None:
    """A block that is wider than the table is shown with the sentence that says so."""
    desk.go(LAST)
    desk.paste("1\t2\t3\t4\t5\t6\t7\t8\t9\n")
    page = page_of(desk.window)
    assert page is not None
    assert any("列" in asked.question.sentence for asked in page.review.questions)


YEN = (
    "内容\t前年度\t要求額\n報償費\t250,000\t300,000\n需用費\t1,500,000\t1,450,000\n計\t1,750,000\t1,750,000\n"
)
"""The unit is not written; the figures are 円."""


def test_what_is_not_answered_is_a_finding(desk: Desk) -> None:
    """A block whose unit nobody decided comes in as it was assumed, and is a 誤り until it is confirmed; one undo takes both."""
    before = desk.request
    go_to_new_line(desk)
    desk.paste(YEN)
    page = page_of(desk.window)
    assert page is not None
    press(Key.Key_Return)
    assert [amount for _, amount in new_lines(desk)] == [300_000, 1_450_000]
    assert [asked.question for asked in desk.request.source_questions] == [
        "金額の単位が書かれていないため、千円として読みました。"
    ]
    assert "source-question" in [finding.rule for finding in desk.snapshot.findings.errors]
    desk.undo()
    assert desk.request == before


def test_an_answer_is_asked_for_once(desk: Desk) -> None:
    """The unit that was answered is not asked again for the place where the block goes, and leaves no finding."""
    go_to_new_line(desk)
    desk.paste(YEN)
    page = page_of(desk.window)
    assert page is not None
    press(Key.Key_2)
    assert page.questions.title.text().startswith("確かめること 1／1（すべて答えました）")
    press(Key.Key_Return)
    assert [amount for _, amount in new_lines(desk)] == [300, 1_450]
    assert desk.request.source_questions == ()


def test_names_of_columns_that_nobody_knows_are_asked(desk: Desk, asked: list[AskedBlock]) -> None:
    """Words over columns of figures (案1, 案2) name them and are no line of costs; which is the 要求額 is asked."""
    before = desk.request
    go_to_new_line(desk)
    desk.paste("事項\t案1\t案2\n会場\t300\t400\n印刷\t400\t550\n計\t800\t900\n")
    assert desk.request is before
    assert "1行目の「案1」「案2」は列の名前のようですが" in desk.message
    assert len(asked) == 1
    press(Key.Key_Escape)


def test_a_wrong_total_of_the_source_stays_a_finding(desk: Desk) -> None:
    """The sentence at the foot goes; that the source's 計 is not the sum of its lines stays a 誤り at their table."""
    before = desk.request
    go_to_new_line(desk)
    desk.paste("会場費\t100\t120\n印刷費\t200\t230\n計\t300\t340\n")
    assert "写し元の計 340千円は、行の和 350千円と合いません。行を確かめてください。" in desk.message
    assert [amount for _, amount in new_lines(desk)] == [120, 230]
    (asked,) = desk.request.source_questions
    assert asked.question == "写し元の計 340千円は、行の和 350千円と合いません。"
    (finding,) = [one for one in desk.snapshot.findings.errors if one.rule == "source-question"]
    (table,) = [group for group in desk.request.groups if "会場費" in [line.text for line in group.lines]]
    assert table.id in finding.place
    assert "3行目: 写し元の計 340千円は" in finding.message
    desk.undo()
    assert desk.request == before


@pytest.mark.parametrize(
    ("block", "sentence"),
    [
        ("会場費\t100\t120\n小計\t100\t110\n印刷費\t200\t230\n計\t300\t350\n", "「小計」"),
        (
            "内容\t前年度\t要求額\t増減\n会場費\t100\t120\t20\n印刷費\t200\t230\t30\n郵送料\t5\t9\t40\n",
            "「郵送料」の増減 40は、要求額と前年度の差 4と合いません。",
        ),
    ],
)
def test_every_figure_of_the_source_that_is_not_so(desk: Desk, block: str, sentence: str) -> None:
    """A subtotal and a printed 増減 that are not so stay findings as the 計 does; what agrees leaves none."""
    go_to_new_line(desk)
    desk.paste(block)
    assert sentence in desk.message
    assert [sentence in asked.question for asked in desk.request.source_questions] == [True]


def test_a_wrong_total_of_a_block_that_is_asked_first(desk: Desk) -> None:
    """Also after the review page, beside what nobody decided there."""
    go_to_new_line(desk)
    desk.paste(YEN.replace("計\t1,750,000\t1,750,000", "計\t1,750,000\t1,760,000"))
    assert page_of(desk.window) is not None
    press(Key.Key_2)
    press(Key.Key_Return)
    assert [amount for _, amount in new_lines(desk)] == [300, 1_450]
    assert [asked.question for asked in desk.request.source_questions] == [
        "写し元の計 1,760千円は、行の和 1,750千円と合いません。"
    ]
