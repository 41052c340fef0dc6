"""The unit of a table's amounts, in whatever words and brackets a section writes it."""

from __future__ import annotations

import pytest

from model.values.amount import Amount
from templates.readers.review import Review
from templates.readers.tables.columns.units import is_unit_note, unit_alone, unit_in
from tests.samples import standard
from tests.sheets import book, sheet


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


def test_a_chosen_unit_stands_over_that_of_the_headings() -> None:
    """Where the headings say 円 and the note above says 千円 it is asked, and either answer is what the amounts are in."""
    rows = [
        ["令和8年度 交付金", None, "（単位：千円）"],
        ["内容", "要求額（円）", "前年度（円）"],
        ["交付", 600_000, 540_000],
        ["推進費", 90_000, 85_000],
        ["計", 690_000, 625_000],
    ]
    review = Review(book(sheet(rows)), standard())
    (asked,) = review.questions
    assert asked.question.answers == ("円", "千円")

    def amounts(index: int) -> list[Amount]:
        return [line.amount for line in review.answered(asked, index).reading.request.groups[0].lines]

    assert (amounts(0), amounts(1)) == ([600, 90], [600_000, 90_000])
