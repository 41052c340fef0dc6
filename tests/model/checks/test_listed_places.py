"""What a text says of the number of places that a table below it lists."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from model.request.section_table import TableColumn
from tests.model.checks.examples.texts import listed
from tests.samples import findings


@pytest.mark.parametrize(
    ("text", "title", "unit", "is_wrong"),
    [
        ("全3箇所で整備する。", "箇所表", "", True),
        ("全２か所で整備する。", "【事業箇所】", "", False),
        ("全12箇所のうち3箇所で整備する。", "箇所表", "", True),
        ("3箇所で整備する。", "箇所表", "", False),
        ("全3箇所で整備する。", "年度別実績", "", False),
        ("全3.5箇所で整備する。", "箇所表", "", False),
        ("全3箇所で整備する。", "箇所表", "箇所", False),
        ("全4箇所で整備する。", "箇所表", "箇所", True),
    ],
)
def test_all_places_of_a_text_are_the_rows_of_the_table_of_places(
    text: str, title: str, unit: str, is_wrong: bool
) -> None:
    """「全3箇所」 is held against two rows without 小計 only where the title says 箇所; a column of 箇所 counts for its sum."""
    request = listed(text, "", "1", "2", "3")
    table = request.tables[0]
    length = TableColumn("length", "数", unit) if unit else table.columns[1]
    request = replace(request, tables=(replace(table, title=title, columns=(table.columns[0], length)),))
    said = [finding for finding in findings(request) if finding.rule == "table-text"]
    assert bool(said) is is_wrong
    assert all("の行は 2 です" in finding.message for finding in said)
