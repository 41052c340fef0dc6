"""The 87 published sheets in a register: every sum is that of what they print."""

from __future__ import annotations

import re
from pathlib import Path

from model.register.listing import Selection, rows
from model.register.opening import open_register
from model.register.sums import asked_sum
from model.standard.standard import Standard
from tests import cases
from tests.desk.test_collecting import gather

_ASKED = re.compile(r"要求額[:：]?\s*([△-]?)([\d,]+)千円")
TWINS = ("049", "050")
"""One request as it was asked, and as it was assessed: two versions in the register, and one request."""


def printed(number: str) -> int:
    """What a sheet asks for, as its line of the 要求額 prints it, 千円."""
    found = _ASKED.search(cases.cases()[number]["request_line"])
    assert found is not None
    amount = int(found[2].replace(",", ""))
    return -amount if found[1] else amount


def test_every_sheet_is_in_and_adds_up(tmp_path: Path, in_force: Standard) -> None:
    """Each sheet has its printed amount in the column of its kind; the register's sums are those of the sheets."""
    folder = tmp_path / "in"
    folder.mkdir()
    for number, case in cases.cases().items():
        page = cases.foreign_html(cases.page(number), cases.case_rows(case))
        (folder / f"{number}.html").write_text(page, encoding="utf-8")
    with open_register(str(tmp_path / "r.db"), makes=True) as register:
        outcomes = gather(register, folder, in_force)
        with register.reading() as connection:
            found = {Path(row.source).stem: row for row in rows(connection)}
            sums = [
                asked_sum(connection, Selection(), kind)
                for kind in ("expenditure", "commitment", "continuing", "carry_over")
            ]
    kinds = [outcome.kind for outcome in outcomes]
    assert (kinds.count("new"), kinds.count("changed")) == (86, 1)
    assert set(cases.cases()) - set(found) <= set(TWINS)
    assert {number: row.amount for number, row in found.items()} == {
        number: printed(number) for number in found
    }
    by_kind: dict[str, int] = {}
    for number, row in found.items():
        by_kind[row.kind] = by_kind.get(row.kind, 0) + printed(number)
    assert sums == [
        by_kind.get(kind, 0) for kind in ("expenditure", "commitment", "continuing", "carry_over")
    ]
    assert by_kind["commitment"]
    assert by_kind["expenditure"]
