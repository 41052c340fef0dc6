"""Rows of the grid as text: what is copied, filled in elsewhere and pasted is proved against its key, row by row."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from model.edits.paste import parse_block
from model.files.files import FileError
from model.register.deciding import decide
from model.register.filled import Filled, RefusedDecisionError, filled_of
from model.register.listing import RegisterRow
from model.register.opening import open_register
from model.standard.standard import Standard
from templates.desk.grid_text import StandingRow, grid_text, pasted_rows
from tests.desk import prefecture
from tests.desk.test_collecting import gather
from tests.desk.test_deciding import granting, listed

SOURCES = {"national": "国庫支出金", "other": "その他"}


@pytest.fixture
def rows(tmp_path: Path, in_force: Standard) -> list[RegisterRow]:
    """Four requests as an officer read them; after that somebody decided on the last."""
    for request in prefecture.requests(3):
        prefecture.write(tmp_path / "in", request, in_force, suffix=".yosan")
    prefecture.write(tmp_path / "in", prefecture.request(6), in_force, suffix=".yosan")
    with open_register(str(tmp_path / "register.db"), makes=True) as register:
        gather(register, tmp_path / "in", in_force)
        return listed(register)


def standing(rows: list[RegisterRow]) -> list[StandingRow]:
    """The requests with blanks in their rows."""
    return [StandingRow(row, filled_of(None, ()), filled_of(None, ())) for row in rows]


def cells(rows: list[RegisterRow]) -> list[list[str]]:
    """What is copied of the rows, as the cells of a spreadsheet."""
    return parse_block(grid_text(standing(rows), SOURCES))


def filled(rows: list[RegisterRow], block: list[list[str]]) -> dict[str, Filled | RefusedDecisionError]:
    """What the pasted block fills into which version."""
    return {each.version: each.filled for each in pasted_rows(block, standing(rows), SOURCES)}


def test_rows_that_come_back_in_another_order_are_filled_in_where_they_belong(
    rows: list[RegisterRow],
) -> None:
    """A row is known by its key and not by its place; amounts, sources, result and words come as they were written."""
    block = cells(rows)
    head = block[0]
    for number, row in enumerate(block[1:], start=1):
        row[head.index("結果")] = "計上"
        row[head.index("計上額(千円)")] = f"1,{number:03}"
        row[head.index("計上 国庫支出金(千円)")] = str(number)
    found = filled(rows, [head, *reversed(block[1:])])
    for number, row in enumerate(rows, start=1):
        now = found[row.version]
        assert isinstance(now, Filled)
        assert (now.result, now.wholes["assessed"], now.wholes["held"]) == ("計上", 1_000 + number, None)
        assert now.funds["assessed"] == {"national": number}


def test_a_column_that_is_not_pasted_leaves_what_stands_there(rows: list[RegisterRow]) -> None:
    """Only the pasted columns say something; a cut that was tied to a line stays."""
    block = cells(rows)
    kept = [block[0].index("財政課処理欄"), block[0].index("行の控え")]
    small = [[row[column] for column in kept] for row in block]
    small[1][0] = "精査"
    before = replace(filled_of(None, ()), result="計上", cuts=(("line-1", 5, "単価"),))
    there = [StandingRow(row, filled_of(None, ()), before) for row in rows]
    found = {each.version: each.filled for each in pasted_rows(small, there, SOURCES)}
    assert found[rows[0].version] == replace(before, comment="精査")
    assert found[rows[1].version] == before


def test_without_keys_nothing_is_filled_in(rows: list[RegisterRow]) -> None:
    """Rows that nothing ties to a request are refused as a whole, with what to do; so is one such row among others."""
    block = cells(rows)
    with pytest.raises(FileError, match="行の控え"):
        pasted_rows([row[:-1] for row in block], standing(rows), SOURCES)
    block[2][-1] = ""
    refused = [each for each in pasted_rows(block, standing(rows), SOURCES) if not each.version]
    assert [each.name for each in refused] == ["貼り付けた表の3行目"]
    assert len(filled(rows, block)) == len(rows)


def test_a_row_is_refused_where_its_request_went_on(
    rows: list[RegisterRow], tmp_path: Path, in_force: Standard
) -> None:
    """Somebody decided after the row was copied: that row alone is refused; so is a request that stands twice, and what is no amount."""
    block = cells(rows)
    with open_register(str(tmp_path / "register.db")) as register:
        decide(register, [granting(rows[0], 1)])
        now = listed(register)
    block[2][block[0].index("保留額(千円)")] = "三百"
    found = pasted_rows([*block, block[2]], standing(now), SOURCES)
    reasons = [str(each.filled) if isinstance(each.filled, RefusedDecisionError) else "" for each in found]
    assert "ほかの人が決定しました" in reasons[0]
    assert "「三百」は額として読めません" in reasons[1]
    assert reasons[2:4] == ["", ""]
    assert "二つあります" in reasons[4]
