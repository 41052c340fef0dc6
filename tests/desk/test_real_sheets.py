"""The 87 published sheets in a register: every sum is that of what they print."""

from __future__ import annotations

from pathlib import Path

from tests.desk.real_sheets import compared


def test_every_sheet_is_in_and_adds_up(tmp_path: Path) -> None:
    """Each sheet has its printed amounts in the column of its kind and source; one request came as it was asked and as it was assessed."""
    told = compared(tmp_path)
    assert told.differing == []
    assert told.lines[0] == "87 sheets: 86 requests, 1 further version"
    assert (
        "歳出(千円) 152,859,343、債務負担行為(千円) 87,317、継続費(千円) 0、繰越明許費(千円) 4,326"
        in told.lines
    )
