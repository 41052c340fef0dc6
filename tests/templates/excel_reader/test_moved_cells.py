"""Our own workbook where rows and columns were moved or number formats changed: nothing of it is lost without a word."""

from __future__ import annotations

import io
import tempfile
from decimal import Decimal
from pathlib import Path
from typing import Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from openpyxl import load_workbook
from openpyxl.cell.cell import MergedCell

from model.document import storage
from model.document.document import take_snapshot
from model.edits.fields import value_at
from model.request.lines import find
from model.request.request import Line
from model.request.source_question import SourceQuestion
from templates.readers.books.calculation import Calculation
from templates.readers.books.cells import Sheet
from templates.readers.reading import Reading
from templates.readers.workbook import read_workbook
from templates.readers.workbook.number_formats import shown_otherwise
from tests import samples
from tests.examples import costly_examples
from tests.templates.excel_reader.edited_books import Hands, sample_book

_KEY: Final = 11  # the hidden column of row numbers
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


def test_a_price_that_was_changed_is_said(hands: Hands, tmp_path: Path) -> None:
    """The price of a year's labour (1人当たり人件費) is the Standard's: what is typed over it is not taken, and that is said."""
    hands.type(f"F{hands.row('31年度の単価')}", 8_000)
    reading = hands.read(tmp_path)
    assert [(unread.where, unread.text) for unread in reading.unread] == [("要求書!F16", "8000")]


def test_amounts_that_are_typed_where_all_was_blank(tmp_path: Path) -> None:
    """The sums of a draft have no formulas while they are blank; what rests on them is not asked once amounts are typed."""
    lines = (Line("a", "甲", 1, None), Line("b", "乙", 2, None))
    draft = Hands(replace(samples.with_lines(*lines), headcount=samples.sample().headcount))
    for words, amount in (("甲", 10), ("乙", 20)):
        draft.type(f"E{draft.row(words)}", amount)
    reading = draft.read(tmp_path)
    assert take_snapshot(reading.request, samples.standard()).totals.amount.value == 30
    assert reading.request.source_questions == ()


def test_a_row_above_the_total_that_its_formula_leaves_out(hands: Hands, tmp_path: Path) -> None:
    """A row inserted directly above 合計 is a line; that the workbook leaves it out is asked with both figures."""
    total = hands.row("合計")
    hands.insert(total, {"A": "追加経費", "E": 500})
    reading = hands.read(tmp_path)
    assert take_snapshot(reading.request, samples.standard()).totals.amount.value == 125_267
    question = asked(reading)
    assert (question.place, question.where) == ("group/group-1/amount", f"要求書!E{total + 1}")
    assert (question.assumed, question.alternatives) == ("49,389千円", ("48,889千円",))
    assert "要求額は、ブックでは 124,767千円、取り込むと 125,267千円" in question.question
    assert samples.only(reading.request, "source-question").severity == "error"


def test_a_row_that_the_formula_counts_is_not_asked_of(hands: Hands, tmp_path: Path) -> None:
    """A row inserted between two lines is in the workbook's total too, whether or not a program has computed it since."""
    hands.insert(90, {"A": "追加経費", "E": 500})
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
    hands.type("A22", 130_000)
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
    hands.type("E89", 7_000)
    hands.delete_column("D")
    reading = hands.read(tmp_path)
    (change,) = reading.changes
    assert (change.where, change.before, change.after) == ("要求書!D89", "6468", "7000")
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
    hands.type("E89", 7_000)
    hands.move_column(letter, before)
    reading = hands.read(tmp_path)
    assert [(change.before, change.after) for change in reading.changes] == [("6468", "7000")]
    assert reading.unread == ()


def test_without_the_column_of_row_numbers(hands: Hands, tmp_path: Path) -> None:
    """Where the hidden column was deleted rows are known by their words, which is said; changes are taken."""
    hands.type("E89", 7_000)
    hands.insert(90, {"A": "追加経費", "E": 500})
    hands.delete_column("K")
    reading = hands.read(tmp_path)
    assert [change.after for change in reading.changes] == ["7000", "追加経費\t500千円"]
    (said,) = reading.unread
    assert "隠れた列が消されている" in said.why


def test_figures_in_an_inserted_column_of_an_inserted_row_are_kept(hands: Hands, tmp_path: Path) -> None:
    """What stands in a row and a column that are both inserted is listed too."""
    hands.insert_column("D")
    hands.insert(90, {"D": 1_234})
    reading = hands.read(tmp_path)
    assert [entry.text for entry in reading.unread] == ["1234"]


def test_lines_that_were_sorted_without_their_hidden_numbers(tmp_path: Path) -> None:
    """Sorting the visible columns alone leaves the numbers behind; each line still keeps its 節 and its 備考."""
    lines = [
        replace(line, object_class=f"{number} 節", remark=line.text * 2)
        for number, line in enumerate(LINES, start=7)
    ]
    hands = Hands(samples.with_lines(*lines))
    rows = [hands.row(line.text) for line in lines]
    for row, line in zip(rows, reversed(lines), strict=True):
        for column, value in (("A", line.text), ("D", line.previous), ("E", line.amount), ("G", line.remark)):
            hands.type(f"{column}{row}", value if isinstance(value, int | str) else None)
    reading = hands.read(tmp_path)
    assert reading.request.groups[0].lines == tuple(reversed(lines))
    assert reading.request.source_questions == ()
    assert [change.what for change in reading.changes] == ["「1.運営費」の行の並べ替え"]


# --- number formats ---


def test_an_amount_that_shows_another_is_asked_of(hands: Hands, tmp_path: Path) -> None:
    """A cell of ours that shows 6 of 6,468 is not scaled: the amount stays, and both figures are asked."""
    hands.show_by("E89", "#,##0,")
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
        book.type("E89", typed)
        book.show_by("E89", "#,##0,")
        reading = book.read(tmp_path)
        assert value_at(reading.request, "line/line-1-2/amount") == taken
        assert asked(reading).alternatives == (other,)


def test_a_reformatted_column_is_one_question(hands: Hands, tmp_path: Path) -> None:
    """A whole column of a table that shows 百万円 is asked of once."""
    for row in range(88, hands.row("合計") + 1):
        hands.show_by(f"E{row}", "#,##0,")
    question = asked(hands.read(tmp_path))
    assert question.place == "group/group-1"
    assert "ほかに 5 か所" in question.question


@pytest.mark.parametrize(
    ("unit", "shown"),
    [("円", Decimal("6.468")), ("千円", None), ("", None), ("百万円", 6_468_000), ("万円", 64_680)],
)
def test_units_of_number_formats(unit: str, shown: int | Decimal | None) -> None:
    """A format that names 円 or 百万円 shows another amount than the cell holds; one of 千円, and ours, the same."""
    sheet = Sheet("要求書", is_hidden=False)
    sheet.rows = {1: {1: 6_468}}
    vars(sheet)["units"] = {(1, 1): unit}
    found = shown_otherwise(sheet, (1, 1))
    assert (found and found.amount) == shown


def test_another_unit_in_a_heading_is_asked_of(hands: Hands, tmp_path: Path) -> None:
    """Where 「要求額(千円)」 was retyped as 「要求額(円)」 the amounts are taken as 千円, and that is asked."""
    hands.type("E87", "要求額(円)")
    hands.type("E88", 16_943_000)
    reading = hands.read(tmp_path)
    question = asked(reading)
    assert (question.where, question.assumed, question.alternatives) == ("要求書!E87", "千円", ("円",))
    assert "要求額(千円)" in question.question
    assert [change.after for change in reading.changes] == ["16943000"]


# --- the flat sheets ---


def test_a_row_inserted_on_a_later_page_is_a_line(tmp_path: Path) -> None:
    """The headings of a table on its next page end nothing: a row inserted below them is one of its lines."""
    lines = tuple(Line(f"x{number}", text=f"経費{number}", amount=number) for number in range(90))
    hands = Hands(samples.with_lines(*lines))
    heading = hands.row("内容", after=hands.row("内容"))
    hands.insert(heading + 2, {"A": "追加経費", "E": 500})
    reading = hands.read(tmp_path)
    assert len(reading.request.groups[0].lines) == 91
    assert reading.unread == ()


def test_a_renamed_flat_sheet_is_read(tmp_path: Path) -> None:
    """経費明細 is known by its headings when its tab has another name; what was changed there is taken."""
    book = three().turn_to("経費明細")
    book.type(book.column("要求額(千円)", book.row("b")), 25)
    book.rename("明細")
    reading = book.read(tmp_path)
    assert value_at(reading.request, "line/b/amount") == 25
    assert reading.unread == ()
    assert len(reading.request.sections) == len(book.request.sections)


def test_a_renamed_heading_of_a_flat_sheet_is_said(tmp_path: Path) -> None:
    """Below a heading that was retyped the values are still read, and the heading is listed."""
    book = three().turn_to("経費明細")
    cell = book.column("要求額(千円)", book.row("b"))
    book.type(book.address(1, "要求額(千円)"), "R1要求額")
    book.type(cell, 25)
    reading = book.read(tmp_path)
    assert value_at(reading.request, "line/b/amount") == 25
    assert [entry.text for entry in reading.unread] == ["R1要求額"]


def test_a_column_of_ones_own_in_a_flat_sheet_is_said(tmp_path: Path) -> None:
    """Figures in a column that was not written are listed."""
    book = three().turn_to("経費明細")
    book.type("BB1", "メモ")
    book.type("BB3", 555)
    assert [entry.text for entry in book.read(tmp_path).unread] == ["メモ", "555"]


def test_a_new_row_of_a_flat_sheet_has_its_object_class(tmp_path: Path) -> None:
    """A line that was added in 経費明細 brings its 節; what else stands in its row and nowhere else is listed."""
    book = three().turn_to("経費明細")
    row = book.row("c") + 1
    for heading, value in (
        ("内容", "丁"),
        ("要求額(千円)", 5),
        ("表の順", 1),
        ("節番号", 12),
        ("節", "委託料"),
        ("積算の値(千円)", 777),
    ):
        book.type_anywhere(book.column(heading, row), value)
    reading = book.read(tmp_path)
    assert [line.object_class for line in reading.request.groups[0].lines] == ["", "", "", "12 委託料"]
    assert [entry.text for entry in reading.unread] == ["777"]


def test_a_formula_without_a_value_in_a_flat_sheet_is_no_blank(tmp_path: Path) -> None:
    """A formula that nobody has calculated erases no amount."""
    book = three().turn_to("経費明細")
    book.type_formula(book.column("要求額(千円)", book.row("b")), "20*2", None)
    reading = book.read(tmp_path)
    assert reading.request == book.request
    assert [entry.why[:8] for entry in reading.unread] == ["式に計算した値が"[:8]]


def test_a_flat_amount_that_shows_another_is_asked_of(tmp_path: Path) -> None:
    """An amount retyped in 経費明細 that its format shows otherwise is asked of with both figures."""
    book = three().turn_to("経費明細")
    cell = book.column("要求額(千円)", book.row("b"))
    book.type(cell, 25_000)
    book.show_by(cell, "#,##0,")
    question = asked(book.read(tmp_path))
    assert (question.place, question.assumed, question.alternatives) == (
        "line/b/amount",
        "25,000千円",
        ("25千円",),
    )


def test_a_reason_beside_an_unknown_finding_is_said(tmp_path: Path) -> None:
    """A reason typed in 検査結果 in a row that is no finding's is listed."""
    book = Hands(samples.sample(), "検査結果")
    row = len(book.rows()) + 1
    book.type_anywhere(book.column("規則", row), "3")
    book.type(book.column("了解の理由・答え", row), "確かめた")
    assert [entry.text for entry in book.read(tmp_path).unread] == ["確かめた"]


# --- any work of hands ---

_FIRST: Final = 700_001  # of the figures that are typed, which stand nowhere else
_SHEETS: Final = ("要求書", "経費明細", "財源内訳", "債務負担調書", "減額内訳")
_steps = st.lists(
    st.tuples(
        st.sampled_from(
            ["type", "type", "type", "insert row", "delete row", "insert column", "delete column", "rename"]
        ),
        st.sampled_from(_SHEETS),
        st.integers(1, 187),
        st.integers(1, 28),
    ),
    max_size=5,
)


@settings(max_examples=costly_examples(25), suppress_health_check=[HealthCheck.too_slow])
@given(_steps)
def test_no_figure_of_hands_is_lost(steps: list[tuple[str, str, int, int]]) -> None:
    """Whatever hands do, each figure that was typed and still stands in the book is in the request or listed."""
    book = load_workbook(io.BytesIO(sample_book()))
    typed: dict[str, str] = {}
    for number, (step, title, row, column) in enumerate(steps):
        sheet = book[typed.get(title, title)]
        match step:
            case "type":
                if not isinstance(cell := sheet.cell(row, column), MergedCell) and column != _KEY:
                    cell.value = _FIRST + number
            case "insert row":
                sheet.insert_rows(row)
            case "delete row":
                sheet.delete_rows(row)
            case "insert column":
                sheet.insert_cols(column)
            case "delete column":
                sheet.delete_cols(column)
            case "rename":
                typed[title] = sheet.title = f"{title}の写し"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "book.xlsx"
        book.save(path)
        reading = read_workbook(path, samples.standard())
    standing = {
        str(cell.value)
        for title in _SHEETS
        for row in book[typed.get(title, title)].iter_rows()
        for cell in row
        if isinstance(cell.value, int) and cell.value >= _FIRST
    }
    said = storage.dumps(reading.request).decode() + str(reading.changes) + str(reading.unread)
    assert [figure for figure in standing if figure not in said] == []
