"""What a register holds comes out of it whole, as files that any program reads."""

from __future__ import annotations

import csv
from pathlib import Path

import main
from model.document import storage
from model.register.deciding import decide
from model.register.opening import open_register
from model.standard.standard import Standard
from tests.desk import prefecture
from tests.desk.test_collecting import gather, one
from tests.desk.test_deciding import granting, listed
from tests.sheets import write_workbook


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_everything_comes_out(address: str, tmp_path: Path, in_force: Standard) -> None:
    """Every row of every table, and every request as it was received; what is there already is not written over."""
    made = [prefecture.request(number) for number in (1, 2)]
    for request in made:
        prefecture.write(tmp_path / "in", request, in_force, suffix=".yosan")
    write_workbook(tmp_path / "in" / "x.xlsx", 表=[["要求の表ではない"]])
    with open_register(address, makes=True) as register:
        gather(register, tmp_path / "in", in_force)
        decide(register, [granting(row, 10) for row in listed(register)])
        words = ["export-register", "--register", address, "-o", str(tmp_path / "out")]
        assert main.run(words) == 0
        tables = {path.stem: rows(path) for path in (tmp_path / "out" / "tables").iterdir()}
        for table, statement in {
            "versions": "SELECT COUNT(*) FROM versions",
            "decided": "SELECT COUNT(*) FROM decided",
            "figures": "SELECT COUNT(*) FROM figures",
            "submissions": "SELECT COUNT(*) FROM submissions",
            "acts": "SELECT COUNT(*) FROM acts",
        }.items():
            assert len(tables[table]) == one(register, statement) > 0
        assert sum(int(row["amount"]) for row in tables["decided"]) == 20
        received = [
            storage.load(tmp_path / "out" / "contents" / f"{row['content']}.yosan")
            for row in tables["versions"]
        ]
        assert sorted(received, key=str) == sorted(made, key=str)
        assert main.run(words) == 0  # the same again writes the same
        decide(register, [granting(row, 11) for row in listed(register)])
        assert main.run(words) == 2
        assert main.run([*words, "--replace"]) == 0
