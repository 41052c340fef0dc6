"""The 積算 menu, opened and chosen by keys: the tax split of the real sheet, marks of lines, templates."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMenu

from model.edits.fields import set_value
from model.request.request import Line, Request
from tests.samples import findings, sample, with_lines
from tests.ui.desk import Desk
from tests.ui.hands import CONTROL, SHIFT, Key, choose, press, type_text

SPLIT = "消費税率の改正で分ける"
LINE = "line-4-1"
MARKS = "行の印"
TEMPLATES = "内訳のひな形を入れる"


def two_lines(year: str = "平成31年度") -> Request:
    """A request of a year with two lines."""
    request = with_lines(Line("a", "旅費", 5, 10), Line("b", "謝金", None, 7))
    return set_value(request, "header/fiscal_year", year)


def type_the_calculation(desk: Desk) -> None:
    """Delete the parts of システム保守運用経費 and type what it costs a month without tax, for twelve."""
    desk.go("line/line-4-1-1/text")
    press(Key.Key_Down, modifiers=SHIFT)
    press(Key.Key_Minus, modifiers=CONTROL)
    desk.go(f"line/{LINE}/amount")
    type_text("538,150円(税抜)×12月")
    press(Key.Key_Return)
    press(Key.Key_Up)


# --- the tax split ---


def test_the_published_line_is_split(desk: Desk) -> None:
    """538,150円(税抜)×12月 split by the tax of 平成31年度 is what was published: 3,488 and 3,552, together 7,040."""
    type_the_calculation(desk)
    assert desk.line(LINE).parts == ()
    assert desk.line(LINE).basis == "538,150円(税抜)×12月"
    steps_before = desk.request
    choose(Key.Key_B, SPLIT)

    first, second = desk.line(LINE).parts
    assert (first.text, desk.shown(f"line/{first.id}/amount"), first.remark) == ("4月〜9月", "3,488", "")
    assert (second.text, desk.shown(f"line/{second.id}/amount"), second.remark) == (
        "10月〜3月",
        "3,552",
        "消費増税分含む",
    )
    assert desk.shown(f"line/{LINE}/amount") == "7,040"
    assert desk.line(LINE).previous == 6_651
    assert desk.shown("group/group-4/amount") == "11,628"
    assert desk.snapshot.totals.amount.value == 124_767
    assert findings(desk.request) == []
    assert desk.document.undo_label == SPLIT
    assert desk.current == f"line/{LINE}/text"
    desk.undo()

    assert desk.request == steps_before


def test_split_while_the_calculation_is_open(desk: Desk) -> None:
    """Chosen with the editor still open, the split takes what was typed; typing and split are two steps."""
    type_the_calculation(desk)
    press(Key.Key_F2, Key.Key_End)
    choose(Key.Key_B, SPLIT)
    assert not desk.is_editing()
    assert len(desk.line(LINE).parts) == 2
    desk.undo()

    assert desk.line(LINE).basis == "538,150円(税抜)×12月"


def test_nothing_to_split(desk: Desk) -> None:
    """A year without a change of the rate has nothing to split: a sentence says so, and nothing is done."""
    desk.open(two_lines("平成30年度"))
    desk.go("line/a/amount")
    choose(Key.Key_B, SPLIT)

    assert desk.request == two_lines("平成30年度")
    assert "平成30年度のこの行は分けられません" in desk.message


@pytest.mark.parametrize("words", [(SPLIT,), (MARKS, "【新規】")])
def test_acts_of_lines_need_a_line(desk: Desk, words: tuple[str, ...]) -> None:
    """On a title or 合計 the acts of lines say where to put the cursor."""
    desk.go("group/group-1/title")
    choose(Key.Key_B, *words)

    assert desk.message == "所要経費の行にカーソルを置いてから選んでください。"
    assert desk.request == sample()


# --- marks ---


def test_several_lines_are_marked_in_one_step(desk: Desk) -> None:
    """The mark stands before the words of every selected line, and one undo takes it from all."""
    desk.open(two_lines())
    desk.go("line/a/text")
    press(Key.Key_Down, modifiers=SHIFT)
    choose(Key.Key_B, MARKS, "【継続】")
    assert [desk.shown(f"line/{each}/text") for each in "ab"] == ["【継続】旅費", "【継続】謝金"]
    desk.undo()
    assert desk.request == two_lines()
    assert desk.document.undo_label is None
    desk.redo()
    choose(Key.Key_B, MARKS, "印を外す")

    assert desk.request == two_lines()


def test_words_are_typed_behind_the_mark(desk: Desk) -> None:
    """The mark is no part of the words: F2 shows the words alone, and typing them leaves the mark."""
    desk.open(two_lines())
    desk.go("line/b/text")
    choose(Key.Key_B, MARKS, "【臨時】")
    press(Key.Key_F2, Key.Key_End)
    type_text("x")
    press(Key.Key_Return)

    assert desk.line("b").text == "謝金x"
    assert desk.shown("line/b/text") == "【臨時】謝金x"


def test_new_line_with_a_previous_year(desk: Desk) -> None:
    """A line marked 【新規】 that had an amount the year before is a finding, and choosing it leads to the line."""
    desk.open(two_lines())
    desk.go("line/a/text")
    choose(Key.Key_B, MARKS, "【新規】")
    (found,) = desk.snapshot.findings.all
    assert "前年度の額 5千円" in found.message
    desk.go("header/name")
    press(Key.Key_F8)

    assert desk.current == "line/a/text"


# --- templates ---


@pytest.mark.parametrize(
    ("year", "template"), [("令和2年度", "会計年度任用職員"), ("平成31年度", "非常勤職員")]
)
def test_pay_begun_from_a_template(desk: Desk, year: str, template: str) -> None:
    """The year's template puts a line with its parts below the current one; each name without a price is named."""
    desk.open(two_lines(year))
    desk.go("line/a/text")
    choose(Key.Key_B, TEMPLATES, template)
    lines = desk.request.groups[0].lines
    assert [line.text for line in lines] == ["旅費", f"{template} 1人", "謝金"]
    assert desk.current == f"line/{lines[1].id}/text"
    assert desk.costs.shows_object_classes, "what the template fills in is to be seen"
    missing = [finding for finding in desk.snapshot.findings.all if finding.rule == "basis"]
    assert [each.place for each in missing] == [f"line/{part.id}/amount" for part in lines[1].parts]
    assert any("「報酬月額」" in each.message for each in missing)
    desk.undo()

    assert desk.request == two_lines(year)
    assert desk.document.undo_label is None


def test_template_below_a_part(desk: Desk) -> None:
    """With the cursor on a part, the template's line stands below the line it is a part of."""
    desk.go("line/line-4-1-1/text")
    choose(Key.Key_B, TEMPLATES, "非常勤職員")

    assert [line.text for line in desk.request.groups[3].lines] == [
        "システム保守運用経費",
        "非常勤職員 1人",
        "システム改修経費",
    ]


def test_pay_is_worked_out_by_replacing_the_names(desk: Desk) -> None:
    """Amounts typed in the place of the names give the pay; 共済費 is base × n/1000."""
    desk.open(two_lines("令和2年度"))
    desk.go("line/b/text")
    choose(Key.Key_B, TEMPLATES, "会計年度任用職員")
    pay = desk.request.groups[0].lines[-1]
    desk.go(f"line/{pay.parts[0].id}/amount")
    type_text("150千円*12")
    press(Key.Key_Return)
    type_text("=200千円")
    press(Key.Key_Return)
    type_text("=5千円*12")
    press(Key.Key_Return)
    type_text("=(150千円*12+200千円+5千円*12)*142.53/1000")
    press(Key.Key_Return)

    assert [desk.shown(f"line/{part.id}/amount") for part in pay.parts] == ["1,800", "200", "60", "294"]
    assert desk.shown(f"line/{pay.id}/amount") == "2,354"


# --- the menu itself ---


def test_menu_opens_again_and_again(desk: Desk) -> None:
    """Opening the menu leaves nothing behind: its menus are the same ones the tenth time."""
    menu = desk.window.menus.basis_actions.menu
    before = len(menu.findChildren(QMenu))
    desk.go("line/line-1-1/text")
    for _ in range(10):
        choose(Key.Key_B)

    assert len(menu.findChildren(QMenu)) == before
