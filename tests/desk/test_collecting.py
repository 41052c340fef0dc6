"""Collecting: what comes in folders is new, changed, the same, double or refused, each said with its reason."""

from __future__ import annotations

import json
import os
import sqlite3
from collections import Counter
from pathlib import Path

import pytest
from msgspec.structs import replace
from sqlalchemy import Engine, event, text

import main
from main import STANDARD_FOLDER
from model.document import storage
from model.register import opening
from model.register.arrival import Outcome, SameProject
from model.register.asking import answer, asked
from model.register.contents import request_of
from model.register.listing import Selection, funds, rows
from model.register.opening import Register, RegisterError, open_register
from model.standard.standard import Standard
from model.standard_folder.load import load
from model.values.identity import Identity
from templates.desk.collecting import came_from, check_new, collect
from tests.desk import prefecture
from tests.sheets import write_workbook


def gather(
    register: Register, folder: Path, standard: Standard, same_project: SameProject = ""
) -> list[Outcome]:
    """What becomes of every file below a folder."""
    files = came_from([(path, folder) for path in sorted(folder.rglob("*.*"))], "", same_project)
    return [outcome for batch in collect(register, files, standard, STANDARD_FOLDER) for outcome in batch]


def age(path: Path, seconds: int) -> None:
    """Make a file one that was written so many seconds after the year 2027 began."""
    os.utime(path, (1_800_000_000 + seconds,) * 2)


def one(register: Register, statement: str) -> int:
    """A number that plain SQL gives, written here and not by the program."""
    with register.reading() as connection:
        return int(connection.execute(text(statement)).scalar_one() or 0)


def decided_in(register: Register, decision: str, row: str) -> dict[str, int]:
    """What each source pays of a row of a decision, by plain SQL."""
    statement = text("SELECT source, amount FROM decided WHERE decision = :decision AND row = :row")
    with register.reading() as connection:
        found = connection.execute(statement, {"decision": decision, "row": row})
        return {row.source: row.amount for row in found}


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
            "": "SELECT SUM(expenditure) FROM versions",
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
        assert all(
            sum(sources[row.version].values()) == row.expenditure
            for row in listed
            if row.kind == "expenditure"
        )
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
        assert (row.number, row.expenditure) == (2, prefecture.amount_of(second))


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


def test_a_copy_made_into_another_project_is_asked_about(
    address: str, tmp_path: Path, in_force: Standard
) -> None:
    """The 事業ID of a request under another name is neither its next version nor another request until somebody says which."""
    made = prefecture.request(1)
    copies = [
        replace(made, header=replace(made.header, name=name)) for name in ("写した事業", "名を改めた事業")
    ]
    for at, request in enumerate((made, *copies, replace(copies[0], funding_words="国1/2"))):
        age(prefecture.write(tmp_path / f"{at}", request, in_force, suffix=".yosan"), at)
    with open_register(address, makes=True) as register:
        assert [outcome.kind for outcome in gather(register, tmp_path / "0", in_force)] == ["new"]
        (copied,) = gather(register, tmp_path / "1", in_force)
        assert (copied.kind, "--separate" in copied.reason) == ("refused", True)
        assert [outcome.kind for outcome in gather(register, tmp_path / "1", in_force, "separate")] == ["new"]
        assert [outcome.kind for outcome in gather(register, tmp_path / "2", in_force, "renamed")] == [
            "changed"
        ]
        assert [outcome.kind for outcome in gather(register, tmp_path / "3", in_force)] == ["changed"]
        with register.reading() as connection:
            found = sorted((row.name, row.number) for row in rows(connection))
        assert found == [("写した事業", 2), ("名を改めた事業", 2)]


def test_a_request_that_gets_its_ids_later_is_the_same(
    address: str, tmp_path: Path, in_force: Standard
) -> None:
    """A request of a page or an old file is known by its names; saved with ids it is its next version, not a second request."""
    made = prefecture.request(2)
    assert not made.identity.is_whole
    later = replace(prefecture.request(2, version=2), identity=Identity("project2", "document2"))
    for at, request in enumerate((made, later)):
        age(prefecture.write(tmp_path / f"{at}", request, in_force, suffix=".yosan"), at)
    numbered = replace(later, contact=replace(later.contact, section=f"070040{later.contact.section}"))
    age(prefecture.write(tmp_path / "2", numbered, in_force, suffix=".yosan"), 2)
    with open_register(address, makes=True) as register:
        kinds = [gather(register, tmp_path / folder, in_force)[0].kind for folder in "012"]
        assert kinds == ["new", "changed", "changed"]
        with register.reading() as connection:
            (row,) = rows(connection)
        assert (row.number, row.section_code, row.section) == (3, "070040", later.contact.section)


def test_the_database_itself_refuses_to_overwrite(address: str, tmp_path: Path, in_force: Standard) -> None:
    """No statement changes or deletes what was received, whoever sends it."""
    prefecture.write(tmp_path / "in", prefecture.request(1), in_force, suffix=".yosan")
    with open_register(address, makes=True) as register:
        gather(register, tmp_path / "in", in_force)
        for statement in (
            "UPDATE versions SET expenditure = 0",
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


def test_a_register_that_could_not_be_made_leaves_no_file(tmp_path: Path) -> None:
    """On a full disk nothing of a new register stays; a file of that name that was there before does."""

    def is_full(driver: sqlite3.Connection, _: object) -> None:
        driver.execute("PRAGMA max_page_count = 4")

    event.listen(Engine, "connect", is_full)
    try:
        with pytest.raises(RegisterError, match="空き容量がありません"):
            open_register(str(tmp_path / "register.db"), makes=True)
        assert list(tmp_path.iterdir()) == []
        (tmp_path / "register.db").touch()
        with pytest.raises(RegisterError, match="空き容量がありません"):
            open_register(str(tmp_path / "register.db"), makes=True)
        assert (tmp_path / "register.db").exists()
    finally:
        event.remove(Engine, "connect", is_full)


def test_why_a_register_refuses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Held by another one, damaged, a pipe: a sentence says so in Japanese, what is safe and what to do."""
    path = tmp_path / "register.db"
    monkeypatch.setattr(opening, "_WAIT", 0.1)
    with open_register(str(path), makes=True) as register:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(RegisterError) as held, register.writing():
            pytest.fail("another one writes")
        other.close()
    assert "ほかの人かほかのプログラムが書き込んでいます" in str(held.value)
    assert "何も書き込んでいません。少し待って、もう一度してください。" in str(held.value)
    data = path.read_bytes()
    path.write_bytes(data[:4096] + b"\xff" * (len(data) - 4096))
    with pytest.raises(RegisterError, match=r"壊れています.*控えの台帳で続けてください"):
        open_register(str(path))
    os.mkfifo(tmp_path / "pipe.db")
    with pytest.raises(RegisterError, match="ふつうのファイルではありません"):
        open_register(str(tmp_path / "pipe.db"))


def test_a_workbook_of_others_is_asked_about_once(address: str, tmp_path: Path, in_force: Standard) -> None:
    """It is kept as it came; a copy is a duplicate; its next version does not ask again what was asked."""
    head = [
        ["令和9年度当初予算"],
        ["段階", "一般事業要求"],
        ["部局", "総務部"],
        ["課", "財政課"],
        ["事業名", "調査"],
    ]

    def write(folder: str, amount: int, at: int) -> Path:
        path = tmp_path / folder / "表.xlsx"
        path.parent.mkdir()
        rows = [["内容", "要求額"], ["委託料", amount], ["旅費", 300_000], ["計", amount + 300_000]]
        write_workbook(path, 表=[*head, *rows])
        age(path, at)
        return path

    first = write("a", 5_000_000, 1)
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "表の写し.xlsx").write_bytes(first.read_bytes())
    write("c", 4_000_000, 2)
    with open_register(address, makes=True) as register:
        kinds = [gather(register, tmp_path / folder, in_force)[0].kind for folder in "abc"]
        assert kinds == ["new", "duplicate", "changed"]
        with register.reading() as connection:
            (question,) = asked(connection)
            (row,) = rows(connection)
        assert (question.kind, question.assumed, row.asked) == ("source", "千円", 1)
        assert one(register, "SELECT COUNT(*) FROM versions WHERE source_kept IS NOT NULL") == 2
        answer(register, question.id, "円です。")
        with register.reading() as connection:
            assert rows(connection)[0].asked == 0


def test_the_command_tells_what_came_and_who_is_missing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each file with its reason, and the 課 of the Standard's list from which nothing came; 1 where a file was refused."""
    standard = load(STANDARD_FOLDER)
    known = standard.offices[0]
    made = prefecture.request(1)
    contact = replace(made.contact, department=known.department, section=known.name)
    prefecture.write(tmp_path / "in", replace(made, contact=contact), standard, suffix=".yosan")
    (tmp_path / "in" / "broken.yosan").write_bytes(b"{")
    words = ["collect", str(tmp_path / "in"), "--register", str(tmp_path / "r.db")]
    assert main.run(words) == 1
    said = capsys.readouterr().out
    assert "新規" in said
    assert "【受け付けず】broken.yosan" in said
    assert f"まだ来ていない課 {len(standard.offices) - 1}課" in said
    assert main.run([*words, "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert [found["counts"][kind] for kind in ("unchanged", "refused")] == [1, 1]
    assert known.code not in {office["code"] for office in found["missing"]}
