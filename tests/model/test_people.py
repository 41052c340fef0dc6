"""人役 as typed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.values import people


@pytest.mark.parametrize(
    ("typed", "count"),
    [
        ("1.9", "1.9"),
        ("１．９人", "1.9"),
        (" 0.0 ", "0.0"),
        ("62人", "62"),
        ("0.05", "0.05"),
        ("12 人", "12"),
    ],
)
def test_counts(typed: str, count: str) -> None:
    """「１．９人」 is 1.9 people, exactly, and is kept as 「1.9」."""
    assert people.parse(typed) == Decimal(count)
    assert people.clean(typed) == count
    assert not people.is_unreadable(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "-1",
        "△1",
        "1,9",
        "約2",
        "二人",
        "1.9.0",
        ".5",
        "5.",
        "1e3",
        "123456",
        "1.23456",
        "1.9²",
        "①",
        "NaN",
    ],
)
def test_what_is_no_count_stays_as_typed(typed: str) -> None:
    """A count is never negative nor guessed: what cannot be read is kept and marked."""
    assert people.parse(typed) is None
    assert people.is_unreadable(typed)
    assert people.clean(f" {typed} ") == typed
    assert people.format_people(typed, 1) == typed


@pytest.mark.parametrize("blank", ["", " ", "　", "人", " 人 "])
def test_blank_is_neither_zero_nor_unreadable(blank: str) -> None:
    """An empty cell, which published sheets print as 「人」, says nothing about people; 0.0 says that there are none."""
    assert people.parse(blank) is None
    assert not people.is_unreadable(blank)
    assert people.clean(blank) == ""


@pytest.mark.parametrize(
    ("typed", "printed"), [("1.9", "1.9"), ("2", "2.0"), ("0", "0.0"), ("8.44", "8.44"), ("0.50", "0.50")]
)
def test_printed_with_the_sheets_decimals(typed: str, printed: str) -> None:
    """The sheet prints one decimal; more that were typed are shown, never hidden."""
    assert people.format_people(typed, 1) == printed


@given(st.decimals(0, 99_999, places=2), st.integers(0, 3))
def test_printed_counts_read_back(count: Decimal, decimals: int) -> None:
    """A printed count is the same number of people."""
    assert people.parse(people.format_people(str(count), decimals)) == count


@given(st.text(max_size=12))
def test_no_text_raises(text: str) -> None:
    """Any text is blank, a count, or unreadable: exactly one of them, and cleaning it twice changes nothing."""
    kinds = [people.is_blank(text), people.parse(text) is not None, people.is_unreadable(text)]
    assert kinds.count(True) == 1
    assert people.clean(people.clean(text)) == people.clean(text)
