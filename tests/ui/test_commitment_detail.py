"""Below the commitments: years with amounts and funds, 契約額の変更, the picture of what future years owe; 継続費 on its sheet."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from model.document.document import take_snapshot
from model.request.multi_year import Commitment, CommitmentYear
from model.request.request import Request
from model.totals.outlook import in_words, outlook
from tests.commitment_requests import dam, risen
from tests.samples import sample, set_values, standard
from tests.ui.desk import Desk
from tests.ui.hands import CONTROL, Key, focused, press, type_text
from ui.commitments.commitment_chart import CommitmentChart
from ui.commitments.commitment_chart_plan import in_unit, plan
from ui.commitments.commitment_detail import CommitmentDetail
from ui.commitments.continuing_card import ContinuingCard
from ui.tables.offering_table import OfferingTable


def detail(desk: Desk) -> CommitmentDetail:
    """What opens below the commitments."""
    found = desk.view.form.findChild(CommitmentDetail)
    assert isinstance(found, CommitmentDetail)
    return found


def picture(desk: Desk) -> CommitmentChart:
    """The picture."""
    found = desk.view.form.findChild(CommitmentChart)
    assert isinstance(found, CommitmentChart)
    return found


def push(desk: Desk, words: str) -> None:
    """Click a button of the form."""
    button = next(each for each in desk.view.form.findChildren(QPushButton) if each.text() == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def years(desk: Desk, at: int = 0) -> list[tuple[str, object]]:
    """The years of a commitment with their amounts."""
    return [(row.year, row.amount) for row in desk.request.commitments[at].years]


# --- the years ---


def test_the_detail_is_closed_until_it_is_asked_for(desk: Desk) -> None:
    """A plain commitment is three cells; what more there is to say opens with Enter or Space on one line of words."""
    assert not detail(desk).years.isVisible()
    desk.go("commitment/commitment-1/period")
    detail(desk).toggle.setFocus()
    press(Key.Key_Space)

    assert detail(desk).years.isVisible()
    press(Key.Key_Space)
    assert not detail(desk).years.isVisible()


def test_the_years_of_the_period_are_put_below_each_other(desk: Desk) -> None:
    """期間の年度を並べる makes a row a year of H32〜H35 with the line's amount; the limit is their sum; one step of undo."""
    desk.go("commitment/commitment-1/contract_period")
    type_text("H31.10〜H36.9")
    push(desk, "期間の年度を並べる")
    assert [year for year, _ in years(desk)] == ["32年度", "33年度", "34年度", "35年度"]
    limit = 4 * desk.snapshot.totals.groups[0].lines[4].amount.value
    assert desk.field("commitment/commitment-1/limit").text == f"{limit:,}"
    push(desk, "期間の年度を並べる")
    assert len(years(desk)) == 4
    assert desk.document.undo_label == "年度を並べる", "a second time there is nothing to do"
    desk.undo()

    assert years(desk) == []
    assert desk.request.commitments[0].contract_period == "H31.10〜H36.9"


def test_years_by_keyboard(desk: Desk) -> None:
    """A year is typed in the offered row, Tab goes on to its amount and funds, Enter to the next year."""
    detail(desk).toggle.setChecked(True)
    desk.commitments.go(1, 1)
    table = detail(desk).years.table
    table.setFocus()
    table.go(0, 0)
    type_text("32年度")
    press(Key.Key_Tab)
    type_text("1,200")
    press(Key.Key_Tab)
    type_text("500")
    press(Key.Key_Return)
    type_text("33年度")
    press(Key.Key_Tab)
    type_text("1300")
    press(Key.Key_Return)

    first, second = desk.request.commitments[1].years
    assert (first.year, first.amount, list(first.sources.values())) == ("32年度", 1_200, [500])
    assert (second.year, second.amount) == ("33年度", 1_300)
    assert desk.shown(f"owed/{first.id}/source/general") == "700", "一般財源 is the rest"
    assert desk.field("commitment/commitment-2/limit").text == "2,500"


def test_a_block_of_excel_makes_a_row_a_year(desk: Desk) -> None:
    """Pasted years are as many rows as were copied, also below the last; Ctrl+- takes the selected ones away."""
    detail(desk).toggle.setChecked(True)
    desk.commitments.go(0, 1)
    table = detail(desk).years.table
    table.setFocus()
    table.go(0, 0)
    desk.paste("32年度\t100\n33年度\t200\n34年度\t300\n")
    assert years(desk) == [("32年度", 100), ("33年度", 200), ("34年度", 300)]
    assert desk.document.undo_label == "貼り付け"
    table.go(1, 1)
    press(Key.Key_Minus, modifiers=CONTROL)

    assert years(desk) == [("32年度", 100), ("34年度", 300)]


def test_the_detail_follows_the_row(desk: Desk) -> None:
    """The fields are those of the commitment whose row is current; typing reaches that one only."""
    desk.go("commitment/commitment-2/name")
    type_text("保守委託")
    desk.commitments.setFocus()
    desk.commitments.go(0, 1)
    assert desk.field("commitment/commitment-1/name").text == ""
    desk.commitments.go(1, 1)

    assert desk.field("commitment/commitment-2/name").text == "保守委託"
    assert [commitment.name for commitment in desk.request.commitments] == ["", "保守委託"]


def test_a_tax_rise_becomes_a_change_of_the_contract(desk: Desk) -> None:
    """税率の改正で変更する asks what 2,268千円 a year become under the new rate, as page 110 did: 65千円 more each year."""
    plain = risen()
    owed = replace(
        plain.commitments[0],
        years=tuple(CommitmentYear(row.id, row.year, row.contracted) for row in plain.commitments[0].years),
        granted=(),
    )
    desk.open(replace(plain, commitments=(owed,)))
    push(desk, "税率の改正で変更する")

    changed = [(row.contracted, row.changed) for row in desk.request.commitments[0].years]
    assert changed[1] == (2_268, 2_333)
    assert desk.shown("owed/owed-27/amount") == "65"
    desk.undo()
    assert desk.request.commitments == (owed,)


@pytest.mark.parametrize("place", ["owed/owed-28/changed", "commitment/owed/note", "owed/owed-28/year"])
def test_a_finding_in_the_detail_is_gone_to(desk: Desk, place: str) -> None:
    """A place inside the detail opens it and takes the focus there."""
    desk.open(risen())
    detail(desk).toggle.setChecked(False)
    desk.go(place)

    assert detail(desk).isAncestorOf(focused())


# --- the picture ---


def many(count: int, length: int) -> Request:
    """A request of 平成31年度 with commitments of some years each, in large amounts."""
    commitments = tuple(
        Commitment(
            f"m{at}",
            status="set" if at % 2 else "requested",
            name=f"庁舎総合管理業務委託その{at}（長い事項の名前）",
            years=tuple(
                CommitmentYear(f"m{at}-{year}", f"H{year}", 1_234_567 + at) for year in range(32, 32 + length)
            ),
        )
        for at in range(count)
    )
    return replace(sample(), commitments=commitments)


def test_the_picture_says_what_future_years_owe(desk: Desk) -> None:
    """Beside this year's 要求額 stand what is asked and what is set for each later year, in words too."""
    first, second = sample().commitments
    asked = replace(first, years=(CommitmentYear("a", "H32", 3_000), CommitmentYear("b", "H33", 3_000)))
    earlier = replace(
        second, status="set", years=(CommitmentYear("c", "H31", 500), CommitmentYear("d", "H32", 2_000))
    )
    desk.open(replace(sample(), commitments=(asked, earlier)))

    assert picture(desk).isVisible()
    assert picture(desk).unit == "千円"
    assert picture(desk).accessibleDescription() == (
        "平成31年度 要求額 124,767千円。平成32年度 5,000千円（要求 3,000・設定済 2,000）。"
        "平成33年度 3,000千円（要求 3,000・設定済 0）。"
    )
    assert not picture(desk).grab().isNull()


def test_without_commitments_there_is_no_picture(desk: Desk) -> None:
    """A request that binds no later year shows neither picture nor detail."""
    desk.open(replace(sample(), commitments=()))

    assert not picture(desk).isVisible()
    assert not detail(desk).isVisible()


@pytest.mark.parametrize("count", [1, 5, 20])
@pytest.mark.parametrize("length", [2, 8, 20])
def test_no_figure_of_the_picture_is_cut(desk: Desk, count: int, length: int) -> None:
    """With 1 to 20 commitments over 2 to 20 years every amount is told and stands within its year's column."""
    request = many(count, length)
    found = outlook(request, take_snapshot(request, standard()).totals)
    assert found is not None
    font = QFont(picture(desk).font())
    font.setBold(True)
    metrics = QFontMetricsF(font)
    laid_out = plan(found, 880.0, metrics, "△")
    figures = [word for word in laid_out.words if word.text[:1].isdigit()]

    assert len(figures) == count * length + length + 1
    assert all(metrics.horizontalAdvance(figure.text) <= figure.box.width() for figure in figures)
    assert all(word.box.top() >= 0 and word.box.bottom() <= laid_out.height for word in laid_out.words)
    assert all(box.box.right() <= 880.5 for box in laid_out.boxes)


def test_large_amounts_are_told_in_millions() -> None:
    """百万円 and 億円 have one decimal, rounded half up; a negative figure has the mark of the screen."""
    assert [in_unit(each, 1_000, "△") for each in (19_440, 49, 50, -1_250, 1_234_567)] == [
        "19.4", "0.0", "0.1", "△1.3", "1,234.6",
    ]  # fmt: skip


def test_what_cannot_be_drawn_is_told() -> None:
    """Years that share one amount (32〜50) and periods that cannot be read are told below the picture, never dropped."""
    first, second = sample().commitments
    shared = replace(first, years=(CommitmentYear("a", "H32〜H50", 9_000), CommitmentYear("b", "H32", 10)))
    unread = replace(second, period="いつか", name="賃借料")
    request = replace(sample(), commitments=(shared, unread))
    found = outlook(request, take_snapshot(request, standard()).totals)
    assert found is not None

    assert in_words(found, "△").endswith(
        "年度ごとに分かれていない額 9,000千円は図にありません。期間が読めないため図にない債務負担行為: 賃借料。"
    )


# --- 継続費 ---


def test_annual_amounts_stand_on_their_sheet_only(desk: Desk) -> None:
    """年割額 before and after the change are typed on the 継続費要求書; elsewhere they are kept and not shown."""
    desk.open(dam())
    card = desk.view.form.findChild(ContinuingCard)
    assert isinstance(card, ContinuingCard)
    assert card.isVisible()
    expense = desk.request.continuing[0]
    row = expense.years[0]
    table = card.findChild(OfferingTable)
    assert isinstance(table, OfferingTable)
    desk.go(f"annual/{row.id}/after/expense")
    assert desk.table is table
    type_text("123")
    press(Key.Key_Return)
    assert desk.request.continuing[0].years[0].after["expense"] == 123
    kept = desk.request.continuing

    desk.document.edit("用紙の変更", set_values(desk.request, [("header/sheet", "")]))
    assert not card.isVisible()
    assert desk.request.continuing == kept


def test_a_continuing_expense_is_added_and_deleted(desk: Desk) -> None:
    """＋ 継続費を追加 goes to the name of the new one; its years are typed in the offered row."""
    desk.open(set_values(sample(), [("header/sheet", "continuing")]))
    push(desk, "＋ 継続費を追加")
    type_text("ダム建設")
    card = desk.view.form.findChild(ContinuingCard)
    assert isinstance(card, ContinuingCard)
    table = card.findChild(OfferingTable)
    assert isinstance(table, OfferingTable)
    table.setFocus()
    table.go(0, 0)
    type_text("R8")
    press(Key.Key_Return)
    (expense,) = desk.request.continuing
    assert (expense.name, [row.year for row in expense.years]) == ("ダム建設", ["R8"])
    push(desk, "この継続費を削除")

    assert desk.request.continuing == ()
