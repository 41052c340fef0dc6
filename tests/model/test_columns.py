"""The declared columns of the cost tables agree with the lines they show and with the Standard that heads them."""

from __future__ import annotations

from model.names.fields import label_of
from model.request import place
from model.request.columns import COST_COLUMNS, WORD_FIELDS, position_of
from model.request.request import Line
from tests.samples import standard


def test_each_field_of_a_column_is_one_of_a_line() -> None:
    """What is typed in a column is a field of the line, and no field stands in two columns."""
    fields = [field for column in COST_COLUMNS for field in column.fields]
    assert all(hasattr(Line("x"), field) for field in fields)
    assert len(fields) == len(set(fields))


def test_the_standard_heads_each_column_of_words() -> None:
    """Words stand below the words of the Standard, figures below a heading with their unit."""
    headings = standard().printing.cost_columns
    assert all(headings[field] for field in WORD_FIELDS)
    assert [column.key for column in COST_COLUMNS if bool(column.unit) != (column.holds == "figures")] == []


def test_the_calculation_stands_in_the_cell_of_the_amount() -> None:
    """積算 has no column of its own: it stands in that of the amount, the 節 in the last one."""
    assert position_of("basis") == position_of("amount") == 2
    assert COST_COLUMNS[-1].key == "object_class"


def test_menus_name_the_object_class() -> None:
    """What is typed in the 節 is called by its name where it is undone: 「元に戻す: 節の入力」."""
    assert label_of(place.line("a", "object_class")) == "節"
