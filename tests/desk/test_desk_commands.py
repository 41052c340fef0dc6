"""The commands of the desk, as an officer types them after the manual (docs/desk.ja.md)."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

import main
from model.register.opening import open_register
from model.standard.standard import Standard
from tests.desk import prefecture
from tests.desk.test_collecting import one

STAGE = ["--year", str(prefecture.YEAR), "--budget", prefecture.INITIAL, "--stage", prefecture.FIRST_STAGE]


def test_a_stage_by_commands(
    tmp_path: Path, in_force: Standard, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """From folders to the closed stage, without a window; each command says what it did, and writes over nothing unasked."""
    monkeypatch.chdir(tmp_path)
    for number in (1, 2, 41):
        prefecture.write(tmp_path / "in", prefecture.request(number), in_force, suffix=".yosan")
    register = ["--register", "r.db"]
    assert main.run(["collect", "in", *register]) == 0
    assert main.run(["letters", *register, "-o", "letters"]) == 0
    assert len(list(Path("letters").iterdir())) == 4
    assert main.run(["assess", *register, *STAGE, "-o", "grid.xlsx"]) == 0
    book = openpyxl.load_workbook("grid.xlsx")
    sheet = book["査定"]
    columns = {cell.value: cell.column for cell in sheet[3]}
    for row in (4, 5, 6):
        sheet.cell(row, columns["結果"]).value = "計上"
        sheet.cell(row, columns["計上額(千円)"]).value = sheet.cell(row, columns["要求額(千円)"]).value
    book.save("grid.xlsx")
    assert main.run(["assess", "grid.xlsx", *register]) == 0
    assert "決定 3件" in capsys.readouterr().out
    assert main.run(["assess", "grid.xlsx", *register]) == 0  # it says what is decided already
    assert "そのまま 3件" in capsys.readouterr().out
    assert main.run(["notices", *register, "-o", "notices"]) == 0
    assert len(list(Path("notices").iterdir())) == 2
    assert main.run(["consolidate", *register, *STAGE, "-o", "all.xlsx"]) == 0
    assert main.run(["consolidate", *register, *STAGE, "-o", "all.xlsx"]) == 0  # the same bytes
    assert main.run(["close-stage", *register, *STAGE]) == 0
    capsys.readouterr()
    assert (
        main.run(["compare", *register, "--year", "2027", "--with-year", "2026", "--json", "-o", "c.xlsx"])
        == 1
    )
    found = json.loads(capsys.readouterr().out)
    assert [one_pair["before"] for one_pair in found] == [None, None, None]
    with open_register("r.db") as opened:
        asked = one(opened, "SELECT SUM(expenditure) FROM versions")
        assert one(opened, "SELECT SUM(assessed) FROM decisions") == asked
    assert sum(one_pair["after"] for one_pair in found) == asked


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["letters", "--register", "none.db", "-o", "x"], "台帳「"),
        (["assess", "--register", "r.db"], "返ってきた査定表を指定してください"),
        (["letters", "--register", "r.db"], "返ってきたファイルを指定してください"),
        (["consolidate", "--register", "r.db", "-o", "x.xlsx", "--year", "1999"], "要求がありません"),
        (["close-stage", "--register", "r.db", *STAGE[:-1], "ない段階"], "台帳にありません"),
        (["close-stage", "--register", "r.db", *STAGE], "--unfinished"),
        (["register-roles", "--register", "r.db"], "役割はありません"),
        (["collect", "none", "--register", "r.db"], "「none」がありません"),
        (["ask", "何ですか。", "--name", "ない事業", "--register", "r.db"], "要求がありません"),
        (["notices", "--register", "r.db", "-o", "x"], "決定した要求がありません"),
        (["compare"], "比べる二つのファイルか、台帳"),
        (["collect", "in", "--register", "oracle://x"], "部品が入っていません"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    words: list[str],
    said: str,
    tmp_path: Path,
    in_force: Standard,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What is wrong and what to do, and exit code 2; no traceback, and nothing is written."""
    monkeypatch.chdir(tmp_path)
    prefecture.write(tmp_path / "in", prefecture.request(1), in_force, suffix=".yosan")
    assert main.run(["collect", "in", "--register", "r.db"]) == 0
    capsys.readouterr()
    assert main.run(words) == 2
    error = capsys.readouterr().err
    assert said in error
    assert "Traceback" not in error
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in", "r.db"]


def test_without_a_stage_each_request_is_taken_once(
    tmp_path: Path, in_force: Standard, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """No year and no stage: the latest year, each request at its last stage, and a line that says so; an earlier year is typed in any era."""
    monkeypatch.chdir(tmp_path)
    for folder, made in (
        ("in/a", prefecture.request(1)),
        ("in/b", prefecture.request(1, stage="一般事業調整", version=2)),
        ("in/c", prefecture.request(2, year=prefecture.YEAR - 1)),
    ):
        prefecture.write(tmp_path / folder, made, in_force, suffix=".yosan")
        assert main.run(["collect", folder, "--register", "r.db"]) == 0
    capsys.readouterr()
    assert main.run(["collect", "in", "--register", "r.db"]) == 0  # a folder above: the same files
    assert "変更なし 3件" in capsys.readouterr().out
    assert main.run(["ask", "何ですか。", "--name", "00001", "--register", "r.db"]) == 0
    for year, name, wanted in (("", "now.xlsx", "2027年度"), ("R8", "r8.xlsx", "2026年度")):
        words = ["consolidate", "--register", "r.db", "-o", name, *(["--year", year] if year else [])]
        assert main.run(words) == 0
        assert f"{wanted} すべての予算 それぞれの最後の段階" in capsys.readouterr().out
        sheet = openpyxl.load_workbook(name, data_only=True)["事業一覧"]
        assert sheet.max_row == 8
    with pytest.raises(SystemExit, match="2"):
        main.run(["consolidate", "--register", "r.db", "-o", "x.xlsx", "--year", "来年"])
    assert "「来年」は年度として読めません" in capsys.readouterr().err
    sheet = openpyxl.load_workbook("now.xlsx", data_only=True)["事業一覧"]
    found = {sheet.cell(7, at).value: sheet.cell(8, at).value for at in range(1, sheet.max_column + 1)}
    assert found["段階"] == "一般事業調整"
    assert found["答えのない質問"] > 0
    assert found["歳出(千円)"] == prefecture.amount_of(prefecture.request(1, stage="一般事業調整", version=2))
    assert int(sheet.page_setup.paperSize) == 8  # A3, on several widths
    assert int(sheet.page_setup.fitToWidth) > 1
    assert main.run(["assess", "--register", "r.db", "--year", "令和8年度", "-o", "grid.xlsx"]) == 0
    assert "1件の査定表" in capsys.readouterr().out
