"""The form follows the head: what is typed in 年度, 予算, 区分, 段階 and 用紙 decides which fields, tables and rows are there."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from model.request.place import Place
from model.request.request import AsPrinted
from tests.samples import sample, set_values
from tests.ui.desk import Desk, sections
from tests.ui.hands import CONTROL, Key, focused, press, type_text
from ui.form.head_card import PrintedNote
from ui.widgets.editing.choices import ChoiceField

COMPONENTS = ("component/deferred", "component/revived", "component/added")


def write(desk: Desk, place: Place, text: str) -> None:
    """Type over a field of the head."""
    desk.go(place)
    press(Key.Key_A, modifiers=CONTROL)
    type_text(text)


def is_there(desk: Desk, place: Place) -> bool:
    """Whether a field is in sight."""
    return desk.field(place).isVisible()


def titles(desk: Desk) -> list[str]:
    """The sections of the page as the navigator lists them, without their marks."""
    return [title for title, _ in sections(desk.view.form)]


def rows(desk: Desk, table: str) -> list[str]:
    """The labels of a table's rows."""
    model = desk.figures(table).figures
    return [str(model.headerData(at, Qt.Orientation.Vertical)) for at in range(model.rowCount())]


def kind(desk: Desk) -> str:
    """What the head says of the form."""
    card = sections(desk.view.form)[0][1]
    return next(each.text() for each in card.findChildren(QLabel) if each.accessibleName() == "様式")


def test_a_supplementary_budget(desk: Desk) -> None:
    """Typing 6月補正予算 makes it a supplementary sheet: no previous year, one column of people, 現計・補正・計."""
    before = desk.request
    write(desk, "header/budget", "6月補正予算")

    assert kind(desk) == "様式: 補正"
    assert rows(desk, "トータルコスト") == ["現計予算額", "補正要求額", "計"]
    assert desk.figures("トータルコスト").figures.columnCount() == 4
    assert rows(desk, "要求額の財源内訳") == ["現計予算額", "要求額"]
    assert not is_there(desk, "request/previous")
    assert desk.request.headcount == before.headcount, "what was typed in rows that went is kept"

    write(desk, "header/budget", "当初予算")
    assert kind(desk) == "様式: 当初"
    assert is_there(desk, "request/previous")
    assert desk.request == before


def test_a_later_stage_has_components(desk: Desk) -> None:
    """一般事業調整 asks what the 要求額 is made of: 保留, 復活 and 追加 stand on the request's card, and only there."""
    assert [is_there(desk, component) for component in COMPONENTS] == [False, False, False]
    write(desk, "header/stage", "一般事業調整")
    assert kind(desk) == "様式: 当初（調整・復活）"
    assert [is_there(desk, component) for component in COMPONENTS] == [True, True, True]

    write(desk, "component/revived", "1,234")
    assert desk.request.components == {"revived": 1_234}
    write(desk, "header/stage", "一般事業要求")
    assert [is_there(desk, component) for component in COMPONENTS] == [False, True, False], (
        "what is typed is printed"
    )


def test_an_account_of_its_own(desk: Desk) -> None:
    """A special account has the account's name and no 款項目; an enterprise no total-cost table either."""
    assert not is_there(desk, "header/account")
    assert is_there(desk, "header/subject_kan")
    write(desk, "header/business_class", "企業会計")
    press(Key.Key_Tab)

    account = desk.field("header/account").editor
    assert isinstance(account, ChoiceField)
    assert focused() in (account, account.line), "会計 stands next to 区分"
    assert account.itemText(0) == "工業用水道事業"
    type_text("病院事業")
    assert desk.request.header.account == "病院事業"
    assert not is_there(desk, "header/subject_kan")
    assert "トータルコスト" not in titles(desk)
    assert desk.request.header.subject_kan == sample().header.subject_kan, "kept, though it is not shown"


def test_another_sheet(desk: Desk) -> None:
    """用紙 is chosen by its label with the arrows; each choice is one step of undo and nothing typed is lost."""
    before = desk.request
    desk.go("header/sheet")
    assert focused().accessibleName() == "用紙"
    press(Key.Key_Down)
    assert desk.request.header.sheet == "commitment"
    assert kind(desk) == "様式: 債務負担行為要求書"
    assert not {"トータルコスト", "要求額の財源内訳", "財政課使用欄"} & set(titles(desk))
    labels = [each.text() for each in desk.view.form.findChildren(QLabel) if each.isVisible()]
    assert "債務負担行為要求額 *" in labels
    assert not is_there(desk, "funding_words")
    assert desk.document.undo_label == "用紙の変更"
    press(Key.Key_Up)

    assert desk.request == before
    assert titles(desk)[:3] == ["基本情報", "トータルコスト", "事業費・査定"]


def test_the_oldest_sheet_is_of_its_year(desk: Desk) -> None:
    """The first form of 平成19年度 is offered in that year only (forms.md section 1)."""
    choice = desk.choice("header/sheet")
    offered = [choice.editor.itemText(at) for at in range(choice.editor.count())]
    assert offered == ["予算要求書", "債務負担行為要求書", "継続費要求書", "繰越明許費要求書"]
    write(desk, "header/fiscal_year", "平成19年度")
    assert choice.editor.count() == 5


@pytest.mark.parametrize(
    "place", ["cost/request/labour", "funding/request/general", "headcount/request/regular"]
)
def test_a_finding_where_the_form_has_no_place(desk: Desk, place: Place) -> None:
    """A finding at a table that the form does not have leads to the head, where the form is chosen."""
    desk.open(set_values(sample(), [("header/sheet", "commitment")]))
    desk.go("assessment/comment")
    desk.go(place)

    assert focused().accessibleName() == "事業名"


def test_the_words_of_a_page_that_was_read(desk: Desk) -> None:
    """What a published page prints otherwise is counted in the head, and one button takes the form's words again."""
    words = {
        "cost/request": "28年度当初予算要求額",
        "funding/general": "繰入金",
        "header/year_line": "令和元年度",
    }
    read = replace(sample(), printed=AsPrinted(words, ("finance", "cost/previous")))
    desk.open(read)
    note = desk.view.form.findChild(PrintedNote)
    assert isinstance(note, PrintedNote)
    assert (
        note.words.text() == "読み込んだページの言葉のまま：行の名前 1・ほかの言葉 2・省いた表 1・省いた行 1"
    )
    assert "28年度当初予算要求額" in rows(desk, "トータルコスト")
    QTest.mouseClick(note.button, Qt.MouseButton.LeftButton)

    assert not note.isVisible()
    assert desk.request == sample()
    assert "28年度当初予算要求額" not in rows(desk, "トータルコスト")
    desk.undo()
    assert desk.request == read
    assert note.isVisible()
