"""Numbers of a note whose unit is written once for several."""

from __future__ import annotations

import pytest

from model.claims.quantities.quantities import quantities_in


def _read(note: str) -> list[tuple[str, int | float]]:
    return [(one.kind, float(one.value)) for one in quantities_in(note)]


@pytest.mark.parametrize(
    ("note", "amounts"),
    [
        ("15,600 → 14,400千円", [15_600, 14_400]),
        ("15,600 ⇒ 14,400千円", [15_600, 14_400]),
        ("14,400千円(▲1,200)", [14_400, -1_200]),
        ("前年度 57,400 → 65,600千円(+8,200)", [57_400, 65_600, 8_200]),
        ("7,400→10,000(+2,600千円)", [7_400, 10_000, 2_600]),
        ("R4 590,000 → R5 640,000 → R6 690,000千円", [590_000, 640_000, 690_000]),
        ("900千円(うち講師謝金 600、講師旅費 300)", [900, 600, 300]),
        ("小規模園分 14,000 → 18,500、大規模園分 22,000 → 21,500(千円)", [14_000, 18_500, 22_000, 21_500]),
        ("(単位:千円) 堤体工 820,000 用地補償費 164,000 計 984,000", [820_000, 164_000, 984_000]),
        ("1,650百万円(H29まで 985、H30 330、残 335)", [1_650_000, 985_000, 330_000, 335_000]),
        ("98,700 → 1,184,635 → 1,120,000、計 2,403,335千円", [98_700, 1_184_635, 1_120_000, 2_403_335]),
    ],
)
def test_an_amount_has_the_unit_of_those_that_it_stands_with(note: str, amounts: list[int]) -> None:
    """An arrow, a list, a bracket and a unit that stands alone say the unit of bare numbers."""
    assert _read(note) == [("money", amount) for amount in amounts]


def test_people_of_a_note_have_their_unit_too() -> None:
    """「1.5 → 1.2人(▲0.3)」 is three numbers of people."""
    assert _read("1.5 → 1.2人(▲0.3)") == [("people", 1.5), ("people", 1.2), ("people", -0.3)]


@pytest.mark.parametrize(
    "note",
    [
        "118,000千円(施設数 20)",  # counts something else
        "118,000千円(R5)",
        "118,000千円(11月末)",
        "118,000千円(補助率1/2)",
        "118,000千円(5箇所)",
        "118,000千円(TEL0857-26-7272)",
        "118,000千円、利用者 12,345",  # nothing joins the two
    ],
)
def test_a_number_of_something_else_has_no_unit_of_money(note: str) -> None:
    """A small number, a year, a date, a rate and a count are no amounts, nor is one that only stands beside."""
    assert _read(note) == [("money", 118_000)]
