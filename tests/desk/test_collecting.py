"""Collecting: what comes in folders is new, changed, the same, double or refused, each said with its reason."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest
from msgspec.structs import replace
from sqlalchemy import text

from main import STANDARD_FOLDER
from model.document import storage
from model.register.listing import Selection, funds, rows
from model.register.opening import Register, RegisterError, open_register
from model.register.receiving import Outcome, request_of
from model.standard.standard import Standard
from templates.desk.collecting import came_from, check_new, collect
from tests.desk import prefecture


def gather(register: Register, folder: Path, standard: Standard) -> list[Outcome]:
    """What becomes of every file below a folder."""
    files = came_from([(path, folder) for path in sorted(folder.rglob("*.*"))], "")
    return [outcome for batch in collect(register, files, standard, STANDARD_FOLDER) for outcome in batch]


def age(path: Path, seconds: int) -> None:
    """Make a file one that was written so many seconds after the year 2027 began."""
    os.utime(path, (1_800_000_000 + seconds,) * 2)


def one(register: Register, statement: str) -> int:
    """A number that plain SQL gives, written here and not by the program."""
    with register.reading() as connection:
        return int(connection.execute(text(statement)).scalar_one() or 0)


def test_everything_new_is_in_and_adds_up(address: str, tmp_path: Path, in_force: Standard) -> None:
    """The sums of the register, by SQL of the test, are those of the made-up requests; each kind has its own column."""
    made = list(prefecture.requests(24))
    for number, request in enumerate(made):
        prefecture.write(tmp_path, request, in_force, suffix=".xlsx" if number % 6 == 0 else ".yosan")
    with open_register(address, makes=True) as register:
        outcomes = gather(register, tmp_path, in_force)
        assert [outcome.kind for outcome in outcomes if outcome.path.endswith(("xlsx", "yosan"))] == [
            "new"
        ] * 24
        for sheet, statement in {
            "": "SELECT SUM(expense) FROM versions",
            "commitment": "SELECT SUM(commitment) FROM versions",
            "continuing": "SELECT SUM(continuing) FROM versions",
        }.items():
            expected = sum(prefecture.amount_of(request) for request in made if request.header.sheet == sheet)
            assert expected
            assert one(register, statement) == expected
        national = sum(request.funding.request.get("national") or 0 for request in made)
        assert (
            one(register, "SELECT SUM(amount) FROM figures WHERE source = 'national' AND row = 'request'")
            == national
        )
        assert one(register, "SELECT COUNT(*) FROM figures WHERE source = 'expense'") == 0
        assert sum(check_new(register, in_force)) == 24
        assert one(register, "SELECT COUNT(*) FROM checks") == 24
        with register.reading() as connection:
            listed = rows(connection)
            sources = funds(connection, Selection())
            kept = [request_of(connection, row.version) for row in listed]
        assert sorted(kept, key=str) == sorted(made, key=str)
        assert all(sum(sources[row.version].values()) == row.expense for row in listed if row.form == "")
        assert sum(row.people for row in listed) == sum(
            round(float(people) * 1000) for request in made for people in request.headcount.request.values()
        )


def test_a_second_run_reads_nothing_again(address: str, tmp_path: Path, in_force: Standard) -> None:
    """Files that were taken in are unchanged; the register does not grow."""
    for request in prefecture.requests(6):
        prefecture.write(tmp_path / "in", request, in_force, suffix=".yosan")
    with open_register(address, makes=True) as register:
        gather(register, tmp_path / "in", in_force)
        before = one(register, "SELECT COUNT(*) FROM submissions"), one(register, "SELECT COUNT(*) FROM acts")
        assert {outcome.kind for outcome in gather(register, tmp_path / "in", in_force)} == {"unchanged"}
        assert before == (
            one(register, "SELECT COUNT(*) FROM submissions"),
            one(register, "SELECT COUNT(*) FROM acts"),
        )


def test_a_later_version_follows_and_an_earlier_one_does_not(
    address: str, tmp_path: Path, in_force: Standard
) -> None:
    """A file written later is the next version; one written before the version in force is refused; nothing is lost of either."""
    first, second = (prefecture.request(5, version=version) for version in (1, 2))
    age(prefecture.write(tmp_path / "a", first, in_force, suffix=".yosan"), 10)
    age(prefecture.write(tmp_path / "b", second, in_force, suffix=".yosan"), 20)
    late = prefecture.write(tmp_path / "c", prefecture.request(5, version=3), in_force, suffix=".yosan")
    age(late, 5)
    with open_register(address, makes=True) as register:
        found = [gather(register, tmp_path / folder, in_force)[0] for folder in "abc"]
        assert [outcome.kind for outcome in found] == ["new", "changed", "refused"]
        assert (
            f"{prefecture.amount_of(first):,}千円 → {prefecture.amount_of(second):,}千円" in found[1].reason
        )
        assert "より前に保存された" in found[2].reason
        assert one(register, "SELECT COUNT(*) FROM versions") == 2
        with register.reading() as connection:
            (row,) = rows(connection)
        assert (row.number, row.expense) == (2, prefecture.amount_of(second))


def test_doubles_and_refused_are_told_with_their_reason(
    address: str, tmp_path: Path, in_force: Standard
) -> None:
    """A copy is a duplicate, a request without a name or a year and what is no request are refused."""
    made, folder = prefecture.request(2), tmp_path / "in"
    prefecture.write(folder, made, in_force, suffix=".yosan")
    prefecture.write(folder, made, in_force, suffix=".xlsx", copy=" - コピー")
    nameless = replace(made, header=replace(made.header, name=""))
    (folder / "x.yosan").write_bytes(storage.dumps(nameless))
    (folder / "y.yosan").write_bytes(
        storage.dumps(replace(made, header=replace(made.header, fiscal_year="来年")))
    )
    (folder / "z.yosan").write_bytes(b"{broken")
    with open_register(address, makes=True) as register:
        outcomes = {Path(outcome.path).name: outcome for outcome in gather(register, folder, in_force)}
        kinds = Counter(outcome.kind for outcome in outcomes.values())
        assert kinds == {"new": 1, "duplicate": 1, "refused": 3}
        assert "事業名が空欄" in outcomes["x.yosan"].reason
        assert "年度が読めません（「来年」）" in outcomes["y.yosan"].reason
        assert "壊れている" in outcomes["z.yosan"].reason
        assert one(register, "SELECT COUNT(*) FROM submissions WHERE outcome = 'refused'") == 3


def test_the_database_itself_refuses_to_overwrite(address: str, tmp_path: Path, in_force: Standard) -> None:
    """No statement changes or deletes what was received, whoever sends it."""
    prefecture.write(tmp_path / "in", prefecture.request(1), in_force, suffix=".yosan")
    with open_register(address, makes=True) as register:
        gather(register, tmp_path / "in", in_force)
        for statement in (
            "UPDATE versions SET expense = 0",
            "DELETE FROM versions",
            "DELETE FROM acts",
            "UPDATE contents SET size = 0",
            "DELETE FROM requests",
            "DELETE FROM submissions",
        ):
            with pytest.raises(RegisterError, match="書き換えも削除も"), register.writing() as connection:
                connection.execute(text(statement))
        assert one(register, "SELECT COUNT(*) FROM versions") == 1


def test_what_is_no_register_is_left_as_it_is(tmp_path: Path) -> None:
    """A file of another kind is not written into, one that is missing is not made by those who only read."""
    other = tmp_path / "notes.txt"
    other.write_text("覚え書き", encoding="utf-8")
    with pytest.raises(RegisterError, match="台帳ではありません"):
        open_register(str(other), makes=True)
    assert other.read_text(encoding="utf-8") == "覚え書き"
    with pytest.raises(RegisterError, match="ありません"):
        open_register(str(tmp_path / "none.db"))
    assert not (tmp_path / "none.db").exists()
