"""Tables of the narrative that are no cost tables: values, rows and columns that come and go, and what they add up to."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Final

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from model.differences.merge import merge
from model.document import storage
from model.edits import section_tables as edits
from model.edits.fields import type_text, value_at
from model.edits.structure import Step, delete_section
from model.names.place_names import PlaceNames
from model.request.parts import add_part, delete_part
from model.request.request import Request
from model.request.section_table import TableColumn, TableRow
from model.totals.section_tables import column_sum, total_text, total_words
from model.values.exact_number import format_number, parse_number
from tests.examples import examples
from tests.requests import requests
from tests.samples import sample, standard
from tests.section_tables import PLACES, with_tables

WORDS = total_words(standard())


def places(request: Request) -> list[list[str]]:
    """The cells of the list of places, row by row."""
    table = request.tables[0]
    return [[row.cells.get(column.id, "") for column in table.columns] for row in table.rows]


def test_numbers_are_exact_whatever_their_width_or_unit() -> None:
    """「１，２００」, 「△3」, 「1.5km」 of the unit km are numbers; 「約3」, 「3箇所」 without the unit, 「1,2」 and blanks are none."""
    assert [parse_number(text, "km") for text in ("１，２００", "△3", "1.5km", "1.5 ｋｍ")] == [
        1200,
        -3,
        Decimal("1.5"),
        Decimal("1.5"),
    ]
    assert {parse_number(text) for text in ("約3", "3箇所", "1,2", "", "－", "9" * 50)} == {None}
    assert [format_number(Decimal(text), "△") for text in ("1234.50", "-3")] == ["1,234.50", "△3"]


def test_columns_add_up_without_subtotals() -> None:
    """A row called 小計 is not added again, a dash is nothing, and decimals are exact; words leave the sum open."""
    length = PLACES.columns[2]
    with_subtotal = replace(PLACES, rows=(*PLACES.rows, TableRow("sub", {"name": "小 計", "length": "2.25"})))
    assert column_sum(with_subtotal, length, WORDS).value == Decimal("2.25")
    unknown = replace(PLACES, rows=(*PLACES.rows, TableRow("x", {"name": "林道", "length": "調査中"})))
    assert column_sum(unknown, length, WORDS)[::2] == (None, ("x",))
    assert [total_text(PLACES, column, WORDS, "△") for column in PLACES.columns] == [
        "合計",
        "",
        "2.25",
        "1,203",
    ]


def test_values_are_typed_by_place() -> None:
    """A cell, a heading, a unit, a total and a title are typed at their places, and named in words."""
    request = with_tables()
    for place, text in (
        ("cell/two/town", "川下町"),
        ("column/length/unit", "m"),
        ("column/length/total", "9"),
        ("table/places/title", "別表"),
    ):
        request = type_text(request, place, text)
        assert value_at(request, place) == text
    names = PlaceNames(with_tables(), standard())
    assert names.where("cell/two/town") == "本文 ＞ 「【箇所表】」の「県道山上線」の「市町」"
    assert type_text(request, "cell/two/gone-column", "x").tables[0].rows[1].cells["town"] == "川下町"
    assert value_at(request, "cell/gone/town") is None


def test_rows_and_columns_come_and_go() -> None:
    """Rows and columns are added before others, moved and deleted; a column takes its cells with it, the last one stays."""
    request = edits.add_rows(with_tables(), "places", [TableRow("new", {"name": "農道"})], before="two")
    assert [row[0] for row in places(request)] == ["国道9号", "農道", "県道山上線", "市道"]
    request = edits.move_row(delete_part(request, TableRow, "two"), "one", 1)
    assert [row[0] for row in places(request)] == ["農道", "国道9号", "市道"]
    request = edits.move_column(edits.add_columns(request, "places", [TableColumn("c", "備考")]), "c", -1)
    assert [column.heading for column in request.tables[0].columns][-2:] == ["備考", "箇所数"]
    for column in ("name", "c", "count", "town", "length"):
        request = edits.delete_column(request, column)
    assert (places(request), len(request.tables[0].columns)) == ([[""], ["1.5"], ["－"]], 1)


def test_sum_that_is_no_longer_wanted_takes_the_typed_total_along() -> None:
    """「計を出す」 off and on again is the derived sum, not a total that was typed long ago."""
    typed = type_text(with_tables(), "column/length/total", "9")
    off = edits.add_up(typed, "length", False)
    assert (off.tables[0].columns[2].total, off.tables[0].has_total) == ("", True)
    assert edits.add_up(off, "length", True) == with_tables()


def test_tables_move_within_and_between_sections() -> None:
    """A table goes past its neighbour, then into the next section of the sheet; at the end it stays."""
    down = edits.move_table(with_tables(), "places", 1)
    assert [table.id for table in down.tables] == ["schedule", "places"]
    further = edits.move_table(down, "places", 1)
    assert [(table.id, table.section) for table in further.tables] == [
        ("places", "section-2"),
        ("schedule", "section-1"),
    ]
    back = edits.move_table(further, "places", -1)
    assert back == down
    for _ in range(5):
        further = edits.move_table(further, "places", 1)
    assert further.tables[0].section == sample().sections[-1].id


def test_section_takes_its_tables_along() -> None:
    """Who deletes a section deletes the tables that stand in it; undo brings both back."""
    assert delete_section(with_tables(), "section-1").tables == ()
    assert delete_section(with_tables(), "section-2") == with_tables()  # that of the cost tables stays


def test_file_without_tables_stays_as_it_was() -> None:
    """The format is raised only by a request that needs it."""
    assert storage.plain(sample())["format"] == 5
    assert storage.plain(with_tables())["format"] == 8
    assert storage.loads(storage.dumps(with_tables()), "x") == with_tables()


def test_two_writers_fill_one_table() -> None:
    """Each types in another cell and one adds a row: both are in the merged table, nothing is asked."""
    mine = type_text(with_tables(), "cell/one/town", "浜町")
    theirs = edits.add_rows(
        type_text(with_tables(), "cell/two/town", "川町"), "places", [TableRow("new", {"name": "農道"})]
    )
    merged = merge(with_tables(), mine, theirs)
    assert merged.collisions == ()
    assert places(merged.request) == [
        ["国道9号", "浜町", "1.5", "3"],
        ["県道山上線", "川町", "0.75", "1,200"],
        ["市道", "", "－", ""],
        ["農道", "", "", ""],
    ]


_EDITS: Final[list[Callable[[Request, str, Step], Request]]] = [
    edits.move_table,
    edits.move_row,
    edits.move_column,
    lambda request, part, _: delete_part(request, TableRow, part),
    lambda request, part, _: edits.delete_column(request, part),
    lambda request, part, step: edits.add_up(request, part, step > 0),
    lambda request, part, _: add_part(request, edits.blank_table(part)),
]


@settings(max_examples=examples(60))
@given(requests(), st.data())
def test_any_edit_leaves_a_request_that_can_be_saved(request: Request, data: st.DataObject) -> None:
    """Whatever is done to the tables of any request, its file opens again as it is."""
    for table in request.tables:
        parts = [table.id, *(column.id for column in table.columns), *(row.id for row in table.rows)]
        steps: list[Step] = [-1, 1]
        for edit in data.draw(st.lists(st.sampled_from(_EDITS), max_size=6)):
            request = edit(request, data.draw(st.sampled_from(parts)), data.draw(st.sampled_from(steps)))
    assert storage.loads(storage.dumps(request), "x") == request
