"""The lists behind the rules on revenues and stages name what the Standard has."""

from __future__ import annotations

from model.values.people import parse
from tests.samples import standard


def test_sources_and_staff_are_there() -> None:
    """Every key names a column of the funding table, or of the staff."""
    words = standard().revenue
    keys = {source.key for source in standard().funding_sources}
    assert {words.bonds, words.fees, words.other, *words.before_bonds} <= keys
    assert standard().stages.regular in {staff.key for staff in standard().staff_categories}
    assert parse(standard().stages.people_rise)
    assert standard().stages.carry_over_sheet in {form.sheet for form in standard().forms}


def test_investments_are_object_classes() -> None:
    """Every 節 of the list is one of both years' lists."""
    for year in (2019, 2020):
        names = {object_class.name for object_class in standard().object_classes_in(year)}
        assert set(standard().revenue.investments) <= names


def test_bond_classes_by_year() -> None:
    """A class has one rate in a year, a share of the own part, and a source."""
    for year in (2019, 2025, 2027):
        classes = standard().bond_classes_in(year)
        assert len({object_class.key for object_class in classes}) == len(classes) > 3
        assert all(
            0 < object_class.percent <= 100 and object_class.source and object_class.label
            for object_class in classes
        )
    rates = {bond_class.key: bond_class.percent for bond_class in standard().bond_classes_in(2024)}
    assert (rates["public_works"], rates["prefecture_alone"], rates["resilience"], rates["dredging"]) == (
        90,
        75,
        100,
        100,
    )


def test_general_funds_of_other_accounts() -> None:
    """The word by which 繰入金 is known is a label of the column of the rest."""
    assert standard().revenue.transfer_funds in {
        general_fund.label for general_fund in standard().general_funds
    }
