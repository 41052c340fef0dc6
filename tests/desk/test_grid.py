"""The grid of decisions: it goes out, is filled in with any program, and comes back in one step."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from msgspec.structs import replace

from model.files.files import FileError
from model.register.closing import close_stage
from model.register.deciding import decide, history
from model.register.listing import Selection
from model.register.opening import open_register
from model.request.grounds import Cut
from model.standard.standard import Standard
from templates.desk.grid import grid_bytes
from templates.desk.grid_back import take_grid
from templates.desk.grid_table import GRID_TITLE, LINES_TITLE
from tests.desk import prefecture
from tests.desk.test_collecting import age, decided_in, gather, one
from tests.desk.test_deciding import granting, listed

STAGE_KEY = (prefecture.YEAR, prefecture.INITIAL, prefecture.FIRST_STAGE)
STAGE = Selection(*STAGE_KEY)


def fill(path: Path, data: bytes, act: Callable[[Any, Any], None]) -> Path:
    """A grid after somebody filled it in and saved it with another program; ``act`` is given its two sheets."""
    path.write_bytes(data)
    book = openpyxl.load_workbook(path)
    act(Cells(book[GRID_TITLE]), Cells(book[LINES_TITLE]))
    book.save(path)
    return path


class Cells:
    """The cells of a sheet by heading and row below it, from 0."""

    def __init__(self, sheet: Any) -> None:
        self._sheet = sheet
        self._columns = {cell.value: cell.column for cell in sheet[3]}

    def __getitem__(self, at: tuple[str, int]) -> Any:
        return self._sheet.cell(4 + at[1], self._columns[at[0]]).value

    def __setitem__(self, at: tuple[str, int], value: Any) -> None:
        self._sheet.cell(4 + at[1], self._columns[at[0]]).value = value

    @property
    def names(self) -> list[str]:
        """The 事業名 of the rows."""
        column = self._columns["事業名"]
        return [row[column - 1] for row in self._sheet.iter_rows(min_row=4, values_only=True)]


def test_what_is_filled_in_is_decided(address: str, tmp_path: Path, in_force: Standard) -> None:
    """Amounts by source, cuts by line and reasons come into the register as they were filled in; what nobody touched is left."""
    made = list(prefecture.requests(7))
    for request in made:
        prefecture.write(tmp_path / "in", request, in_force, suffix=".yosan")
    with open_register(address, makes=True) as register:
        gather(register, tmp_path / "in", in_force)
        for request in (made[6], made[1]):
            assert all(row.name != request.header.name or row.expenditure for row in listed(register))

        def act(grid: Any, lines: Any) -> None:
            full, partly = grid.names.index(made[1].header.name), grid.names.index(made[6].header.name)
            grid["結果", full], grid["計上額(千円)", full] = "計上", grid["要求額(千円)", full]
            grid["結果", partly], grid["計上額(千円)", partly] = "一部計上", grid["要求額(千円)", partly] - 5
            grid["計上 国庫支出金(千円)", partly] = 40
            grid["財政課処理欄", partly] = "委託料を精査"
            line = lines.names.index(made[6].header.name)
            lines["計上額(千円)", line] = lines["要求額(千円)", line] - 5
            lines["減額の理由", line] = "委託料を精査"

        path = fill(tmp_path / "査定.xlsx", grid_bytes(register, STAGE, in_force), act)
        outcomes = take_grid(register, path, in_force)
        assert {outcome.name[-6:-1]: outcome.kind for outcome in outcomes if outcome.kind != "untouched"} == {
            "00001": "decided",
            "00006": "decided",
        }
        by_name = {row.name: row for row in listed(register)}
        full, partly = by_name[made[1].header.name], by_name[made[6].header.name]
        assert (full.assessed, full.result) == (prefecture.amount_of(made[1]), "計上")
        with register.reading() as connection:
            (kept,) = history(connection, partly.request)
        assert decided_in(register, partly.decision, "assessed") == {
            "national": 40,
            "general": prefecture.amount_of(made[6]) - 45,
        }
        assert [(cut.line, cut.amount, cut.reason) for cut in kept.decision.cuts] == [
            ("line-1", 5, "委託料を精査")
        ]
        again = fill(path, grid_bytes(register, STAGE, in_force), lambda *_: None)
        assert {outcome.kind for outcome in take_grid(register, again, in_force)} == {"untouched"}
        assert one(register, "SELECT COUNT(*) FROM decisions") == 2


def test_a_row_whose_request_went_on_is_refused(address: str, tmp_path: Path, in_force: Standard) -> None:
    """A new version, or another's decision, since the grid went out: that row is refused, the others are decided."""
    for request in prefecture.requests(3):
        age(prefecture.write(tmp_path / "in", request, in_force, suffix=".yosan"), 1)
    age(prefecture.write(tmp_path / "late", prefecture.request(0, version=2), in_force, suffix=".yosan"), 2)
    with open_register(address, makes=True) as register:
        gather(register, tmp_path / "in", in_force)

        def act(grid: Any, _: Any) -> None:
            for index in range(3):
                grid["結果", index], grid["計上額(千円)", index] = "計上", grid["要求額(千円)", index]

        path = fill(tmp_path / "査定.xlsx", grid_bytes(register, STAGE, in_force), act)
        gather(register, tmp_path / "late", in_force)
        decide(register, [granting(row, 1) for row in listed(register) if row.name.endswith("00001")])
        kinds = {outcome.name[-6:-1]: outcome.kind for outcome in take_grid(register, path, in_force)}
        assert kinds == {"00000": "refused", "00001": "refused", "00002": "decided"}
        assert one(register, "SELECT COUNT(*) FROM decisions") == 2


def test_what_cannot_be_taken_says_where(address: str, tmp_path: Path, in_force: Standard) -> None:
    """No amount, a part of a request with specific funds without their amounts, a cut without a reason: refused, nothing guessed."""
    for number in (0, 1, 2, 3, 6):
        prefecture.write(tmp_path / "in", prefecture.request(number), in_force, suffix=".yosan")
    with open_register(address, makes=True) as register:
        gather(register, tmp_path / "in", in_force)

        def act(grid: Any, lines: Any) -> None:
            at = {name[-5:]: index for index, name in enumerate(grid.names)}
            grid["計上額(千円)", at["00001"]] = "約500"
            grid["結果", at["00006"]], grid["計上額(千円)", at["00006"]] = "一部計上", 5
            grid["結果", at["00002"]] = "計上"
            line = next(index for index, name in enumerate(lines.names) if name.endswith("00000"))
            grid["結果", at["00000"]] = "計上"
            grid["計上額(千円)", at["00000"]] = grid["要求額(千円)", at["00000"]]
            lines["計上額(千円)", line] = 1

        path = fill(tmp_path / "査定.xlsx", grid_bytes(register, STAGE, in_force), act)
        found = {outcome.name[-6:-1]: outcome for outcome in take_grid(register, path, in_force)}
        assert {name: outcome.kind for name, outcome in found.items()} == {
            "00000": "refused", "00001": "refused", "00002": "refused", "00003": "untouched", "00006": "refused",
        }  # fmt: skip
        assert "理由がありません" in found["00000"].reason
        assert "約500" in found["00001"].reason
        assert "財源別の内訳が要ります" in found["00006"].reason
        assert one(register, "SELECT COUNT(*) FROM decisions") == 0


def test_a_cut_that_has_no_line_survives_the_grid(tmp_path: Path, in_force: Standard) -> None:
    """What was decided in the window and has no line in the grid is kept when the grid changes something else."""
    prefecture.write(tmp_path / "in", prefecture.request(1), in_force, suffix=".yosan")
    with open_register(str(tmp_path / "r.db"), makes=True) as register:
        gather(register, tmp_path / "in", in_force)
        (row,) = listed(register)
        decide(register, [granting(row, 10, cuts=(Cut("cut-9", "", 7, "端数"),))])

        def act(grid: Any, _: Any) -> None:
            grid["財政課処理欄", 0] = "端数を整理"

        path = fill(tmp_path / "査定.xlsx", grid_bytes(register, STAGE, in_force), act)
        assert [outcome.kind for outcome in take_grid(register, path, in_force)] == ["decided"]
        with register.reading() as connection:
            last = history(connection, row.request)[-1].decision
        assert (last.assessed, last.comment, last.cuts) == (10, "端数を整理", (Cut("cut-1", "", 7, "端数"),))


def test_requests_without_cost_lines_are_decided_in_a_grid(tmp_path: Path, in_force: Standard) -> None:
    """The requests of a later stage have amounts and no cost lines; their grid, whose 行別 is empty, comes back all the same."""
    made = prefecture.request(1, stage="一般事業調整")
    later = replace(made, groups=(), commitments=(), components={"revived": 40})
    prefecture.write(tmp_path / "in", later, in_force, suffix=".yosan")
    with open_register(str(tmp_path / "r.db"), makes=True) as register:
        gather(register, tmp_path / "in", in_force)

        def act(grid: Any, _: Any) -> None:
            grid["結果", 0], grid["計上額(千円)", 0] = "一部計上", 30

        path = fill(tmp_path / "査定.xlsx", grid_bytes(register, Selection(), in_force), act)
        assert [outcome.kind for outcome in take_grid(register, path, in_force)] == ["decided"]
        assert listed(register)[0].assessed == 30


def test_nothing_that_is_written_beside_lines_is_dropped(tmp_path: Path, in_force: Standard) -> None:
    """Text that is no amount, a reason without a cut, and a row whose key is gone are refused, also where nothing else was touched."""
    for number in (1, 2, 5):
        prefecture.write(tmp_path / "in", prefecture.request(number), in_force, suffix=".yosan")
    with open_register(str(tmp_path / "r.db"), makes=True) as register:
        gather(register, tmp_path / "in", in_force)

        def act(_: Any, lines: Any) -> None:
            first = {name[-5:]: index for index, name in reversed([*enumerate(lines.names)])}
            lines["計上額(千円)", first["00001"]] = "約500"
            lines["減額の理由", first["00002"]] = "単価を見直し"
            lines["行の控え", first["00005"]] = None

        path = fill(tmp_path / "査定.xlsx", grid_bytes(register, STAGE, in_force), act)
        outcomes = take_grid(register, path, in_force)
        reasons = [outcome.reason for outcome in outcomes if outcome.kind == "refused"]
        assert "「約500」は額として読めません" in reasons[0]
        assert "減額の理由がありますが、減額がありません" in reasons[1]
        assert "「行の控え」が空欄" in reasons[2]
        assert outcomes[-1].name.startswith("行別の")
        assert not any(row.decision for row in listed(register))


def test_a_book_without_keys_is_no_grid(tmp_path: Path, in_force: Standard) -> None:
    """A workbook of another kind, or one whose hidden column is gone, is refused whole."""
    path = tmp_path / "x.xlsx"
    openpyxl.Workbook().save(path)
    with (
        open_register(str(tmp_path / "r.db"), makes=True) as register,
        pytest.raises(FileError, match="査定表ではない"),
    ):
        take_grid(register, path, in_force)


def test_amounts_and_results_that_contradict_are_refused(tmp_path: Path, in_force: Standard) -> None:
    """More than was asked, a 計上額 without a result, a result that the Standard does not have, nothing granted with an amount: refused with both; nothing granted alone is 0, and full-width figures are read."""
    for number in (1, 2, 5, 8, 11, 13, 17):
        prefecture.write(tmp_path / "in", prefecture.request(number), in_force, suffix=".yosan")
    with open_register(str(tmp_path / "r.db"), makes=True) as register:
        gather(register, tmp_path / "in", in_force)

        def act(grid: Any, _: Any) -> None:
            at = {name[-5:]: index for index, name in enumerate(grid.names)}
            grid["結果", at["00001"]], grid["計上額(千円)", at["00001"]] = "計上", 999_999
            grid["結果", at["00002"]], grid["計上額(千円)", at["00002"]] = "みとめる", 1
            grid["結果", at["00005"]], grid["計上額(千円)", at["00005"]] = "ゼロ", 1
            grid["結果", at["00008"]] = "ゼロ"
            grid["結果", at["00011"]], grid["計上額(千円)", at["00011"]] = "一部計上", "１２３"
            assert (
                "IFERROR(VALUE(ASC(" in grid["決定も説明もない額(千円)", 0]
            )  # text in a cell makes no #VALUE!
            asked = grid["要求額(千円)", at["00013"]]
            grid["結果", at["00013"]] = "計上"
            grid["計上額(千円)", at["00013"]], grid["保留額(千円)", at["00013"]] = asked, 1
            grid["計上額(千円)", at["00017"]] = 7

        path = fill(tmp_path / "査定.xlsx", grid_bytes(register, STAGE, in_force), act)
        found = {outcome.name[-6:-1]: outcome for outcome in take_grid(register, path, in_force)}
        assert [name for name, outcome in found.items() if outcome.kind == "decided"] == [
            "00008",
            "00011",
        ]
        assert "計上の額 999,999千円が、要求額 " in found["00001"].reason
        assert "計上・一部計上・ゼロ" in found["00002"].reason
        assert "結果が「ゼロ」なのに、計上額が 1千円" in found["00005"].reason
        assert "計上・保留・別途の額" in found["00013"].reason
        assert "計上額 7千円がありますが、結果が空欄です。計上・一部計上・ゼロ" in found["00017"].reason
        decided = {row.result: row.assessed for row in listed(register) if row.decision}
        assert decided == {"ゼロ": 0, "一部計上": 123}


def test_the_same_grid_again_says_nothing_new_and_a_closed_stage_is_named(
    tmp_path: Path, in_force: Standard
) -> None:
    """Rows that the grid decided itself are as they are when it comes again, also with 財源 that it left blank; after the end of the stage that is the reason."""
    for number in (3, 6, 7):  # 債務負担行為, 国庫支出金, 継続費: sources in all of them
        prefecture.write(tmp_path / "in", prefecture.request(number), in_force, suffix=".yosan")
    with open_register(str(tmp_path / "r.db"), makes=True) as register:
        gather(register, tmp_path / "in", in_force)

        def act(grid: Any, _: Any) -> None:
            for index in range(3):
                grid["結果", index], grid["計上額(千円)", index] = "計上", grid["要求額(千円)", index]

        path = fill(tmp_path / "査定.xlsx", grid_bytes(register, STAGE, in_force), act)
        kinds = [{outcome.kind for outcome in take_grid(register, path, in_force)} for _ in range(2)]
        assert kinds == [{"decided"}, {"untouched"}]
        close_stage(register, *STAGE_KEY)

        def change(grid: Any, _: Any) -> None:
            grid["財政課処理欄", 0] = "遅れた決定"

        late = fill(tmp_path / "遅い.xlsx", path.read_bytes(), change)
        outcomes = take_grid(register, late, in_force)
        assert sorted(outcome.kind for outcome in outcomes) == ["refused", "untouched", "untouched"]
        assert "締め切られている" in next(o.reason for o in outcomes if o.kind == "refused")
