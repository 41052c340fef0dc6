"""財源の根拠 and 減額の内訳: tables typed into as the others are, there only where they make sense."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from model.request.grounds import Cut, FundingTerm
from model.request.parts import add_part
from tests.samples import sample, set_values
from tests.ui.desk import Desk, sections
from tests.ui.hands import CONTROL, Key, press, type_text
from ui.form.grounds_card import CutCard, TermCard
from ui.tables.offering_table import OfferingTable
from ui.tables.sheet_table import SheetTable


def table(desk: Desk, name: str) -> OfferingTable:
    """A table by its name."""
    return next(each for each in desk.view.form.findChildren(OfferingTable) if each.accessibleName() == name)


def to_offered(desk: Desk, name: str, column: int) -> SheetTable:
    """Go to a cell of the offered row."""
    found = table(desk, name)
    found.setFocus()
    found.go(found.cells.rowCount() - 1, column)
    return found


def words(desk: Desk) -> str:
    """The line below 減額の内訳."""
    labels = desk.view.form.findChildren(QLabel)
    return next(label.text() for label in labels if label.accessibleName() == "減額の内訳の計")


def test_a_ground_by_keyboard(desk: Desk) -> None:
    """F2 and the arrows choose the source, Tab goes on, figures may have commas; it is one row of the request."""
    to_offered(desk, "財源の根拠", 0)
    press(Key.Key_F2, Key.Key_Down, Key.Key_Tab)
    type_text("番号制度補助金")
    press(Key.Key_Tab)
    type_text("10/10")
    press(Key.Key_Tab)
    type_text("2,160")
    press(Key.Key_Tab)
    type_text("2159")
    press(Key.Key_Return)

    (term,) = desk.request.funding_terms
    assert (term.name, term.rate, term.eligible, term.amount) == ("番号制度補助金", "10/10", 2_160, 2_159)
    assert term.source == desk.snapshot.standard.sources_of(desk.snapshot.totals.form)[0].key
    assert desk.shown(f"term/{term.id}/eligible") == "2,160"
    assert table(desk, "財源の根拠").cells.rowCount() == 2


def test_the_line_it_pays_for(desk: Desk) -> None:
    """The line is chosen among those of the cost tables, and shown by its words."""
    desk.open(add_part(sample(), FundingTerm("t", "other", "諸収入")))
    desk.go("term/t/line")
    press(Key.Key_F2, Key.Key_Down, Key.Key_Down, Key.Key_Return)

    assert desk.request.funding_terms[0].line == "line-1-2"
    assert desk.shown("term/t/line") == "集約センター経費"


def test_a_letter_taken_back_leaves_no_row(desk: Desk) -> None:
    """A row begun and emptied again was never there."""
    before = desk.request
    to_offered(desk, "財源の根拠", 1)
    type_text("x")
    assert len(desk.request.funding_terms) == 1
    press(Key.Key_Backspace, Key.Key_Return)

    assert desk.request is before


def test_a_row_is_taken_away(desk: Desk) -> None:
    """Ctrl+- takes the row away, Delete on its first cell does not; undo brings it back."""
    desk.open(add_part(add_part(sample(), Cut("a", amount=1)), Cut("b", amount=2)))
    desk.go("cut/a/line")
    press(Key.Key_Delete)
    assert [cut.id for cut in desk.request.cuts] == ["a", "b"]
    press(Key.Key_Minus, modifiers=CONTROL)
    assert [cut.id for cut in desk.request.cuts] == ["b"]
    assert desk.document.undo_label == "減額の内訳の行の削除"
    desk.undo()

    assert [cut.id for cut in desk.request.cuts] == ["a", "b"]


def test_rows_from_excel(desk: Desk) -> None:
    """A block pasted into the offered row makes its rows in one step; a chosen column takes the words it offers."""
    to_offered(desk, "減額の内訳", 0)
    desk.paste("集約センター経費\t1,000\t精査\n（ない経費）\t△20\t端数\n")

    assert [(cut.line, cut.amount, cut.reason) for cut in desk.request.cuts] == [
        ("line-1-2", 1_000, "精査"),
        ("", -20, "端数"),
    ]
    desk.undo()
    assert desk.request.cuts == ()


def test_replaced_grounds_are_said(desk: Desk) -> None:
    """A block over filled rows of 減額の内訳 says how many cells it replaced; into the offered row it replaces nothing."""
    to_offered(desk, "減額の内訳", 0)
    desk.paste("集約センター経費\t1,000\t精査\n")
    assert "置き換えました" not in desk.message

    desk.go(f"cut/{desk.request.cuts[0].id}/amount")
    desk.paste("900\t端数\n")
    assert desk.message == "2個のセルは前の内容を置き換えました（Ctrl+Z で戻ります）。"
    desk.undo()
    assert desk.request.cuts[0].amount == 1_000


def test_the_cut_is_there_once_less_was_granted(desk: Desk) -> None:
    """減額の内訳 is there where 要求額 and 計上額 differ, or parts are typed; its line says what nothing explains."""
    card = desk.view.form.findChild(CutCard)
    assert isinstance(card, CutCard)
    assert card.isVisible()
    told, read = words(desk).split("\n")
    assert told == "減額の額 479千円　内訳の計 370千円　説明のない残り 109千円"
    assert read == "財政課処理欄から読んだ減額: セキュリティ研修開催経費 370千円"
    to_offered(desk, "減額の内訳", 1)
    type_text("109")
    assert words(desk).startswith("減額の額 479千円　内訳の計 479千円　説明のない残り 0千円")
    press(Key.Key_Return)
    desk.open(set_values(sample(), [("assessment/amount", None)]))
    card = desk.view.form.findChild(CutCard)
    assert isinstance(card, CutCard)
    assert not card.isVisible()
    assert "減額の内訳" not in [title for title, _ in sections(desk.view.form)]


def test_places_lead_to_the_tables(desk: Desk) -> None:
    """A place of a ground or a part of the cut takes the focus, and its findings are counted in its section."""
    desk.open(set_values(add_part(add_part(sample(), FundingTerm("t")), Cut("c")), [("cut/c/amount", "約3")]))
    desk.go("term/t/rate")
    assert desk.current == "term/t/rate"
    assert desk.view.form.section_of("term/t/rate") == "terms"
    assert desk.view.form.section_of("cut/c/reason") == "cuts"
    desk.go("cut/c/amount")

    assert desk.shown("cut/c/amount") == "約3"
    assert isinstance(desk.view.form.findChild(TermCard), TermCard)


def test_from_one_table_to_the_other(desk: Desk) -> None:
    """An open cell of one table closes when the focus goes to a cell of the other; what was typed stays."""
    desk.open(add_part(add_part(sample(), FundingTerm("t", name="補助金")), Cut("c")))
    desk.go("term/t/name")
    press(Key.Key_F2)
    type_text("x")
    desk.go("cut/c/line")
    press(Key.Key_F2, Key.Key_Down, Key.Key_Return)

    assert desk.request.funding_terms[0].name == "補助金x"
    assert desk.request.cuts[0].line == "line-1-1"
