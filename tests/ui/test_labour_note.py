"""How 人件費(B) comes about, in words below the staff table."""

from __future__ import annotations

from model.document.document import take_snapshot
from model.edits.fields import set_value
from model.names import explain
from tests.samples import sample, set_values, standard
from tests.ui.desk import Desk
from tests.ui.hands import Key, press, type_text
from ui.widgets.labels import WordsNote


def note(desk: Desk) -> list[str]:
    """The lines of the note."""
    found = next(
        each for each in desk.view.form.findChildren(WordsNote) if each.accessibleName() == "人件費の計算"
    )
    assert isinstance(found, WordsNote)
    return found.text().split("\n") if found.isVisible() else []


def test_product_and_rounding_are_said(desk: Desk) -> None:
    """People × price, the exact product and how it was rounded, for each row with people, under its name on the sheet."""
    assert note(desk) == [
        "31年度当初予算額: 正職員 1.9人×7,938千円＝15,082.2 → 15,082（四捨五入）",
        "31年度当初予算要求額: 正職員 1.9人×7,938千円＝15,082.2 → 15,082（四捨五入）",
        "30年度当初予算額: 正職員 0.5人×7,945千円＝3,972.5 → 3,973（四捨五入）",
    ]


def test_note_follows_each_key(desk: Desk) -> None:
    """Typing people changes the words with the figure; an even product has nothing to round."""
    desk.go("headcount/request/regular")
    type_text("2")
    assert note(desk)[1] == "31年度当初予算要求額: 正職員 2人×7,938千円＝15,876"
    press(Key.Key_Delete, Key.Key_Return)

    assert len(note(desk)) == 3


def test_nobody_needs_no_price(desk: Desk) -> None:
    """A category without a price whose people are 0.0 has nothing to be typed in for (H20 has none for 正職員)."""
    nobody = set_values(
        sample(), [("header/fiscal_year", "平成20年度"), ("headcount/request/regular", "0.0")]
    )
    snapshot = take_snapshot(nobody, standard())
    said = explain.labour_notes(nobody, snapshot.totals, standard())

    assert said
    assert not any("要求額" in each for each in said), "nobody is asked for"


def test_year_without_a_single_price(desk: Desk) -> None:
    """To 平成20年度 a person had no single price: the note says that (B) is typed."""
    desk.open(set_value(sample(), "header/fiscal_year", "平成20年度"))

    assert len(note(desk)) == 3
    assert all(
        "正職員には1人当たりの単価がないので、人件費(B)は手で入力します。" in each for each in note(desk)
    )
    assert "平成20年度の" in note(desk)[0]


def test_without_people_there_is_no_note(desk: Desk) -> None:
    """A request without people has nothing to explain."""
    cells = [
        (f"headcount/{row}/{key}", "")
        for row in ("assessed", "request", "previous")
        for key in ("regular", "part_time", "temporary")
    ]
    desk.open(set_values(sample(), cells))

    assert note(desk) == []
