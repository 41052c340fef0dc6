"""Our own workbook where rows and columns were moved or number formats changed: nothing of it is lost without a word."""

from __future__ import annotations

from pathlib import Path

import pytest

from model.document.document import take_snapshot
from model.edits.fields import value_at
from model.request.lines import find
from model.request.request import Line
from model.request.source_question import SourceQuestion
from templates.readers.reading import Reading
from templates.readers.workbook.calculation import Calculation
from templates.readers.workbook.cells import Sheet
from tests import samples
from tests.templates.excel_reader.edited_books import Hands

LINES = (Line("a", "甲", 1, 10), Line("b", "乙", 2, 20), Line("c", "丙", 3, 30))


@pytest.fixture
def hands() -> Hands:
    """The real sheet."""
    return Hands(samples.sample())


def three() -> Hands:
    """A table of three lines."""
    return Hands(samples.with_lines(*LINES))


def asked(reading: Reading) -> SourceQuestion:
    """The one thing that is asked."""
    (question,) = reading.request.source_questions
    return question


# --- the workbook's own totals ---


def test_a_row_above_the_total_that_its_formula_leaves_out(hands: Hands, tmp_path: Path) -> None:
    """A row inserted directly above 合計 is a line; that the workbook leaves it out is asked with both figures."""
    hands.insert(91, {"A": "追加経費", "E": 500})
    reading = hands.read(tmp_path)
    assert take_snapshot(reading.request, samples.standard()).totals.amount.value == 125_267
    question = asked(reading)
    assert (question.place, question.where) == ("group/group-1/amount", "要求書!E92")
    assert (question.assumed, question.alternatives) == ("49,389千円", ("48,889千円",))
    assert "要求額は、ブックでは 124,767千円、取り込むと 125,267千円" in question.question
    assert samples.only(reading.request, "source-question").severity == "error"


def test_a_row_that_the_formula_counts_is_not_asked_of(hands: Hands, tmp_path: Path) -> None:
    """A row inserted between two lines is in the workbook's total too, whether or not a program has computed it since."""
    hands.insert(88, {"A": "追加経費", "E": 500})
    assert hands.read(tmp_path).request.source_questions == ()


def test_a_line_that_was_moved_out_of_its_sum_is_asked_of(tmp_path: Path) -> None:
    """A line below its table's lines that its formula no longer counts is asked of."""
    hands = three()
    row = hands.row("合計")
    hands.type_formula(f"E{row}", f"SUM(E{row - 3}:E{row - 2})", 30)
    reading = hands.read(tmp_path)
    assert reading.request.groups[0].amount == 30  # a person's own formula is the declared 合計
    assert [
        finding.rule for finding in samples.findings(reading.request) if finding.place.endswith("amount")
    ] == ["3"]


def test_a_total_typed_over_is_said_with_both_figures(hands: Hands, tmp_path: Path) -> None:
    """What was typed over a total is declared; the change names both figures, and so does the finding."""
    hands.type("A20", 130_000)
    reading = hands.read(tmp_path)
    (change,) = reading.changes
    assert (change.before, change.after, change.place) == ("124767", "130000", "request/amount")
    assert reading.request.source_questions == ()
    found = samples.only(reading.request, "4").message
    assert "130,000千円" in found
    assert "124,767千円" in found


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("=SUM(A1:B2)", 10),
        ("=SUM(A1,B2,5)", 10),
        ("=B1-A2", -1),
        ("=ROUND(A1*2.5,0)", 3),
        ("=-ROUND(5/2,0)", -3),
        ("=ROUNDDOWN(ROUND(A2*1000/2001,4),0)", 1),
        ("=ROUNDUP(7/3,0)+ABS(A1-B2)", 6),
        ("=(A1+B1)*$B$2", 12),
        ("=A3", 2),
        ("=A4", None),
        ("=Z9", 0),
        ("=SUM(C1:C1)", 0),
        ("=1/0", None),
        ("=SUM(A1:A", None),
        ("=VLOOKUP(A1,A1:B2,2)", None),
        ("=ROUND(1,999999999)", None),
        ("='前年度'!A1", None),
        ("=#REF!+A1", None),
        ("=" + "(" * 5_000, None),
    ],
)
def test_formulas_are_calculated(formula: str, value: int | None) -> None:
    """Sums, products and roundings are calculated as a spreadsheet does; any other formula gives nothing."""
    sheet = Sheet("要求書", is_hidden=False)
    sheet.rows = {1: {1: 1, 2: 2, 3: "文"}, 2: {1: 3, 2: 4}, 3: {1: 99}, 4: {1: 7}}
    sheet.formulas = {(3, 1): "=A1*2", (4, 1): "=A4+1"}
    assert Calculation(sheet, sheet.formulas).formula(formula) == value


# --- columns ---


def test_a_deleted_column_is_said_and_the_others_are_read(hands: Hands, tmp_path: Path) -> None:
    """Where column D is gone its figures stay as they were written; an amount changed in another column is taken."""
    hands.type("E87", 7_000)
    hands.delete_column("D")
    reading = hands.read(tmp_path)
    (change,) = reading.changes
    assert (change.where, change.before, change.after) == ("要求書!D87", "6468", "7000")
    (gone,) = reading.unread
    assert gone.where == "要求書!D1"
    assert "前年度予算額(千円)" in gone.text
    assert "列が消されている" in gone.why
    line = find(reading.request, "line-1-2")
    assert line is not None
    assert (line.previous, line.amount) == (6_712, 7_000)


@pytest.mark.parametrize("letter", list("ABCDEFGHIJ"))
def test_any_deleted_column_changes_nothing_else(hands: Hands, tmp_path: Path, letter: str) -> None:
    """Whichever column is deleted, the request is as it was written, and one entry says what is gone."""
    hands.delete_column(letter)
    reading = hands.read(tmp_path)
    assert reading.request == hands.request
    assert reading.changes == ()
    assert len(reading.unread) == 1


@pytest.mark.parametrize(("letter", "before"), [("E", "D"), ("A", "F"), ("G", "A"), ("D", "H"), ("F", "D")])
def test_a_moved_column_is_known_by_what_stands_in_it(
    hands: Hands, tmp_path: Path, letter: str, before: str
) -> None:
    """Columns that were cut and inserted elsewhere are read as before, with what was changed in them."""
    hands.type("E87", 7_000)
    hands.move_column(letter, before)
    reading = hands.read(tmp_path)
    assert [(change.before, change.after) for change in reading.changes] == [("6468", "7000")]
    assert reading.unread == ()


def test_without_the_column_of_row_numbers(hands: Hands, tmp_path: Path) -> None:
    """Where the hidden column was deleted rows are known by their words, which is said; changes are taken."""
    hands.type("E87", 7_000)
    hands.insert(88, {"A": "追加経費", "E": 500})
    hands.delete_column("K")
    reading = hands.read(tmp_path)
    assert [change.after for change in reading.changes] == ["7000", "追加経費\t500"]
    (said,) = reading.unread
    assert "隠れた列が消されている" in said.why


def test_figures_in_an_inserted_column_of_an_inserted_row_are_kept(hands: Hands, tmp_path: Path) -> None:
    """What stands in a row and a column that are both inserted is listed too."""
    hands.insert_column("D")
    hands.insert(88, {"D": 1_234})
    reading = hands.read(tmp_path)
    assert [entry.text for entry in reading.unread] == ["1234"]


# --- number formats ---


def test_an_amount_that_shows_another_is_asked_of(hands: Hands, tmp_path: Path) -> None:
    """A cell of ours that shows 6 of 6,468 is not scaled: the amount stays, and both figures are asked."""
    hands.show_by("E87", "#,##0,")
    reading = hands.read(tmp_path)
    assert (reading.changes, reading.unread) == ((), ())
    question = asked(reading)
    assert (question.place, question.assumed, question.alternatives) == (
        "line/line-1-2/amount",
        "6,468千円",
        ("6.468千円",),
    )
    assert "書き出したときのまま" in question.evidence


def test_a_retyped_amount_that_shows_another_is_asked_of(hands: Hands, tmp_path: Path) -> None:
    """Of what a retyped cell holds and shows the nearer to what was written is taken, and both are asked."""
    for typed, taken, other in ((7_000_000, 7_000, "7,000,000千円"), (7_000, 7_000, "7千円")):
        book = Hands(hands.request)
        book.type("E87", typed)
        book.show_by("E87", "#,##0,")
        reading = book.read(tmp_path)
        assert value_at(reading.request, "line/line-1-2/amount") == taken
        assert asked(reading).alternatives == (other,)


def test_a_reformatted_column_is_one_question(hands: Hands, tmp_path: Path) -> None:
    """A whole column of a table that shows 百万円 is asked of once."""
    for row in range(86, 92):
        hands.show_by(f"E{row}", "#,##0,")
    question = asked(hands.read(tmp_path))
    assert question.place == "group/group-1"
    assert "ほかに 5 か所" in question.question


def test_units_of_number_formats() -> None:
    """A format that names 円 or 百万円 shows another amount than the cell holds; one of 千円, and ours, the same."""
