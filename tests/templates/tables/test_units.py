"""The unit of a table's amounts, in whatever words and brackets a section writes it."""

from __future__ import annotations

import pytest

from templates.readers.tables.units import is_unit_note, unit_alone, unit_in


@pytest.mark.parametrize(
    ("note", "unit"),
    [
        ("（単位：千円）", "千円"),
        ("(単位:円)", "円"),
        ("単位　千円", "千円"),
        ("単位は円", "円"),
        ("※単位は円", "円"),
        ("単位／円", "円"),
        ("＜単位：円＞", "円"),
        ("〔単位：百万円〕", "百万円"),
        ("〈単位：千円〉", "千円"),
        ("【単位：千円】", "千円"),
        ("（金額単位：円）", "円"),
        ("（金額：千円）", "千円"),
        ("（単位：円・％）", "円"),
        ("（単位：百万円、％）", "百万円"),
        ("単位：円（税抜）", "円"),
        ("（円）", "円"),
        ("（千円単位）", "千円"),
        ("（単位：億円）", "億円"),
    ],
)
def test_notes_of_the_unit(note: str, unit: str) -> None:
    """A cell that says the unit of the table and nothing else."""
    assert unit_in(note) == unit
    assert is_unit_note(note)


@pytest.mark.parametrize(
    "text", ["内容", "委託料（千円未満切捨て）", "予算額の合計", "3か年の2年目", "円滑な運営", "(単位：人)"]
)
def test_other_words_give_no_unit(text: str) -> None:
    """Words that hold 円 or 単位 without giving the unit of money."""
    assert not is_unit_note(text)


@pytest.mark.parametrize(
    ("heading", "unit"), [("要求額(千円)", "千円"), ("要求額（単位：円）", "円"), ("要求額", "")]
)
def test_units_of_headings(heading: str, unit: str) -> None:
    """The heading of a column may name the unit of its figures."""
    assert unit_in(heading) == unit


@pytest.mark.parametrize(
    ("cell", "unit"),
    [("円", "円"), ("（千円）", "千円"), ("％", "%"), ("人", "人"), ("消耗品", ""), ("", "")],
)
def test_rows_of_units(cell: str, unit: str) -> None:
    """Below the headings a row may hold the unit of each column."""
    assert unit_alone(cell) == unit
