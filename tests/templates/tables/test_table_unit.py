"""The unit of a table that names none, by the 要求額 that is printed elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from model.document.document import take_snapshot
from templates.readers.workbook import read_workbook
from tests.samples import standard
from tests.sheets import Rows, write_workbook


@pytest.mark.parametrize(
    ("rows", "amount"),
    [
        ([["甲", 4995], ["乙", 5]], 5_000),  # 5百万円 would be the 要求額, too: by chance
        ([["甲", 4_995_000], ["乙", 5_000]], 5_000),  # 円
        ([["甲", 4_995_000], ["乙", 5_000], ["合計", 5_000_000]], 5_000),
    ],
)
def test_the_whole_table_has_to_give_the_request(tmp_path: Path, rows: Rows, amount: int) -> None:
    """The largest amount or the sum of all is held against it, no single smaller row."""
    head: Rows = [
        ["令和8年度予算要求書"],
        ["事業名", "試験"],
        ["要求額", "5,000千円"],
        [],
        ["内容", "要求額"],
    ]
    reading = read_workbook(write_workbook(tmp_path / "a.xlsx", 要求=[*head, *rows]), standard())
    assert take_snapshot(reading.request, standard()).totals.amount.value == amount
    assert sum(line.amount for group in reading.request.groups for line in group.lines) == amount
