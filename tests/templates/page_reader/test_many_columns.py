"""A table of a page with very many columns that may be the amounts: it is asked about, and not read once for each."""

from __future__ import annotations

from typing import Any

import pytest

from model.values.fiscal_year import FiscalYear
from templates.readers.page.costs import cost_grids
from tests.samples import standard

ASKED = cost_grids.Asked(FiscalYear(2019, "平成", 31), 99_000)


def rows_of(columns: int) -> list[tuple[str, ...]]:
    """A table whose columns are all called 要求額."""
    lines = [(f"旅費{row}", *(str(row * 7 + column) for column in range(columns))) for row in range(4)]
    return [("内容", *("要求額",) * columns), *lines]


@pytest.mark.parametrize("columns", [60, 180])
def test_the_columns_are_not_all_tried(columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fixed number of columns is held against the printed 要求額, however many there are."""
    calls: list[int] = []
    understand = cost_grids.understand

    def counted(*arguments: Any) -> Any:
        calls.append(1)
        return understand(*arguments)

    monkeypatch.setattr(cost_grids, "understand", counted)
    found = cost_grids.understood(rows_of(columns), 1, "", ASKED, standard())
    assert found is not None
    assert "column" in {question.subject for question in found.questions}
    assert 2 < len(calls) < 16
