"""What the headings of a table of costs in a foreign workbook say of their columns."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from model.standard.workbook_words import ColumnWords
from model.values.fiscal_year import parse
from templates.readers.tables.columns.columns import Role, role_of
from tests.samples import standard

YEAR = parse("令和9年度")


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("細事業名", "text"),
        ("経　費", "text"),
        ("補助対象事業", "other"),
        ("要求額(千円)", "amount"),
        ("本年度", "amount"),
        ("R9当初予算", "amount"),
        ("R8当初予算", "previous"),
        ("R7決算額", "other"),
        ("前年", "previous"),
        ("前年度当初予算額", "previous"),
        ("前年度の実績", "other"),
        ("前年比増減", "change"),
        ("積算根拠", "basis"),
        ("節", "object_class"),
        ("令和8年度からの変更点", "remark"),
        ("№", "number"),
        ("NO.", "number"),
    ],
)
def test_roles(label: str, role: Role) -> None:
    """Words of the Standard and the year in a heading decide; a heading that says more than 備考 is kept with its cells."""
    assert role_of(label, YEAR, standard()) == role


def test_another_government_has_other_words() -> None:
    """A word that only its Standard lists heads the column of the texts."""
    reading = standard().workbook_reading
    told = replace(reading, columns=[*reading.columns, ColumnWords("text", ["事務事業"])])
    assert role_of("事務事業", YEAR, standard()) == "other"
    assert role_of("事務事業", YEAR, replace(standard(), workbook_reading=told)) == "text"
