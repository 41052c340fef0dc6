"""The consolidated workbook and comparisons: every total is that of the made-up requests, added up by the test."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from msgspec.structs import replace

from model.register.asking import ask
from model.register.closing import close_stage
from model.register.deciding import decide
from model.register.earlier import stage_faults
from model.register.listing import Selection, rows
from model.register.opening import Register, open_register
from model.request.grounds import Cut
from model.request.request import Funding, Request
from model.standard.standard import Standard
from model.values.identity import Identity
from templates.desk.comparing import compare_selections, compare_versions, compared_bytes
from templates.desk.consolidating import consolidated_bytes
from templates.desk.table_book import CHECKS
from tests.desk import prefecture
from tests.desk.test_collecting import age, gather
from tests.desk.test_deciding import granting, listed

EVERY = Selection()


class Read:
    """A table of the consolidated workbook: its check rows, and its rows by heading."""

    def __init__(self, sheet: Any) -> None:
        cells = list(sheet.iter_rows(values_only=True))
        has_checks = len(cells) > 2 and cells[2][0] == CHECKS[0]
        at = 2 + (len(CHECKS) if has_checks else 0)
        self.headings = [str(heading) for heading in cells[at]]
        self.rows = [dict(zip(self.headings, row, strict=True)) for row in cells[at + 1 :] if any(row)]
        checks = cells[2:at]
        self.checks = {
            heading: {str(row[0]): row[index] for row in checks}
            for index, heading in enumerate(self.headings)
            if index and any(row[index] is not None for row in checks)
        }

    def sum(self, heading: str) -> int:
        """The sum of a column."""
        return sum(row[heading] or 0 for row in self.rows)


def read(data: bytes) -> dict[str, Read]:
    """The tables of a workbook, with the values of its formulas as they were written."""
    book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    return {sheet.title: Read(sheet) for sheet in book}


def test_every_table_ties_to_the_register(address: str, tmp_path: Path, in_force: Standard) -> None:
    """Sums by bureau, subject and source are those of the requests; no check row shows a difference; kinds are not mixed."""
    made = list(prefecture.requests(30))
    for request in made:
        prefecture.write(tmp_path / "in", request, in_force, suffix=".yosan")
    with open_register(address, makes=True) as register:
        gather(register, tmp_path / "in", in_force)
        decisions = [
            granting(
                row,
                (row.amount or 0) - 9,
                funds={"assessed": {"national": 4}},
                cuts=(Cut("cut-1", "line-1", 5, "精査"),),
            )
            for row in listed(register)
            if row.kind == "expenditure"
        ]
        decide(register, decisions)
        ask(register, listed(register)[0].request, listed(register)[0].version, "根拠は何ですか。")
        tables = read(consolidated_bytes(register, EVERY, in_force))
    ordinary = [request for request in made if not request.header.sheet]
    asked = sum(map(prefecture.amount_of, ordinary))
    for title in ("事業一覧", "部局×財源", "款項目×財源"):
        assert tables[title].sum("歳出(千円)") == asked, title
        national = sum(request.funding.request["national"] or 0 for request in ordinary)  # type: ignore[operator]
        assert tables[title].sum("国庫支出金(千円)") == national, title
        granted = "計上額 歳出(千円)" if title == "事業一覧" else "計上額(千円)"
        assert tables[title].sum(granted) == asked - 9 * len(ordinary), title
    gaps = {
        (title, heading): check["差"]
        for title, table in tables.items()
        for heading, check in table.checks.items()
        if check["差"] != 0 or check["台帳の計"] != check["全体の計"]
    }
    assert gaps == {}
    assert [title for title, table in tables.items() if not table.checks] == []
    commitments = [request for request in made if request.header.sheet == "commitment"]
    assert tables["事業一覧"].sum("債務負担行為(千円)") == sum(map(prefecture.amount_of, commitments))
    owed: dict[int, int] = {}
    for request in made:
        for commitment in request.commitments:
            for at, year in enumerate(commitment.years):
                owed[prefecture.YEAR + 1 + at] = owed.get(prefecture.YEAR + 1 + at, 0) + int(year.amount or 0)
    assert owed
    assert {year: tables["債務負担行為"].sum(f"{year}年度(千円)") for year in owed} == owed
    works = [request for request in made if request.header.sheet == "continuing"]
    assert tables["継続費"].sum("総額(千円)") == sum(map(prefecture.amount_of, works))
    assert tables["債務負担行為調書"].sum("当該年度以降の支出予定額(千円)") == sum(owed.values())
    assert tables["査定と理由"].sum("減額(千円)") == 9 * len(ordinary)
    unexplained = [row for row in tables["査定と理由"].rows if row["理由"] == "理由の書かれていない額"]
    assert {row["減額(千円)"] for row in unexplained} == {4}
    changes = [abs(row["増減(千円)"]) for row in tables["増減の大きい順"].rows]
    assert changes == sorted(changes, reverse=True)
    assert [row["質問"] for row in tables["質問と答え"].rows] == ["根拠は何ですか。"]


def test_the_ledgers_of_continuing_and_carried_over_expenses(
    address: str, tmp_path: Path, in_force: Standard
) -> None:
    """継続費 has a row for each year, told apart from the year of the request, its 総額 once; 繰越明許費 its sources; both tie to the register."""
    work = prefecture.request(7)
    (expense,) = work.continuing
    years = [
        replace(row, year=f"令和{7 + at}年度") for at, row in enumerate(expense.years)
    ]  # 2025, 2026, 2027
    named = replace(expense, years=tuple(years), name="")
    carried = [prefecture.request(number, budget=prefecture.SUPPLEMENTARY) for number in (2, 6)]
    for made in (replace(work, continuing=(named,)), prefecture.request(18), *carried, prefecture.request(1)):
        prefecture.write(tmp_path / "in", made, in_force, suffix=".yosan")
    with open_register(address, makes=True) as register:
        gather(register, tmp_path / "in", in_force)
        tables = read(consolidated_bytes(register, EVERY, in_force))
    annual, over = tables["継続費調書"], tables["繰越明許費調書"]
    own = [row for row in annual.rows if row["事業名"] == work.header.name]
    assert [row["時期"] for row in own] == ["前々年度末まで", "前年度", "当該年度"]
    assert {row["継続費の事業名"] for row in own} == {work.header.name}  # it has no name of its own
    assert [row["総額(千円)"] for row in own] == [prefecture.amount_of(work), None, None]
    assert [row["県債(千円)"] for row in own] == [200] * 3
    assert [row["一般財源(千円)"] for row in own] == [row["年割額(千円)"] - 200 for row in own]
    assert annual.sum("年割額(千円)") == annual.sum("総額(千円)")
    assert over.sum("繰越明許費(千円)") == sum(map(prefecture.amount_of, carried))
    sources = [heading for heading in over.checks if heading != "繰越明許費(千円)"]
    assert sum(map(over.sum, sources)) == over.sum("繰越明許費(千円)")
    assert "国庫支出金(千円)" in sources
    gaps = [check["差"] for table in (annual, over) for check in table.checks.values()]
    assert gaps == [0] * len(gaps)
    assert [*annual.checks] == ["総額(千円)", "年割額(千円)"]


def test_a_commitment_on_a_sheet_of_its_own_counts_once(
    address: str, tmp_path: Path, in_force: Standard
) -> None:
    """The same 債務負担行為 on the ordinary request and on its own sheet is in the sums of the years once."""
    ordinary = prefecture.request(1)
    assert ordinary.commitments
    own = replace(ordinary, header=replace(ordinary.header, sheet="commitment"), groups=(), funding=Funding())
    prefecture.write(tmp_path / "in", ordinary, in_force, suffix=".yosan")
    prefecture.write(tmp_path / "in", own, in_force, suffix=".yosan", copy="（債務負担行為）")
    with open_register(address, makes=True) as register:
        assert [outcome.kind for outcome in gather(register, tmp_path / "in", in_force)] == ["new", "new"]
        table = read(consolidated_bytes(register, EVERY, in_force))["債務負担行為"]
    (row,) = table.rows
    assert row["限度額(千円)"] == prefecture.amount_of(own)
    assert {check["差"] for check in table.checks.values()} == {0}


def test_typed_totals_that_do_not_add_up_are_listed(tmp_path: Path, in_force: Standard) -> None:
    """A 要求額 that was typed beside the sum of the lines is listed with both, and by how much they differ."""
    made = prefecture.request(1)
    wrong = replace(made, declared={"request/amount": prefecture.amount_of(made) + 30})
    prefecture.write(tmp_path / "in", wrong, in_force, suffix=".yosan")
    with open_register(str(tmp_path / "r.db"), makes=True) as register:
        gather(register, tmp_path / "in", in_force)
        tables = read(consolidated_bytes(register, EVERY, in_force))
    found = [row for row in tables["合わない合計"].rows if "要求額" in row["欄"]]
    assert [row["差(千円)"] for row in found] == [30]
    assert tables["合わない合計"].checks["件"] == dict(zip(CHECKS, (1, 1, 1, 0), strict=True))
    assert tables["事業一覧"].rows[0]["合わない合計"] == 1


def test_what_was_changed_by_hand_is_listed(tmp_path: Path, in_force: Standard) -> None:
    """An amount that a section changed in its workbook counts as it stands there, and is listed with what it was."""
    made = prefecture.request(2)
    path = prefecture.write(tmp_path / "in", made, in_force)
    before = made.groups[0].lines[0].amount
    assert isinstance(before, int)
    book = openpyxl.load_workbook(path)
    cells = [cell for row in book["要求書"].iter_rows() for cell in row if cell.value == before]
    cells[0].value = before + 1_000
    book.save(path)
    with open_register(str(tmp_path / "r.db"), makes=True) as register:
        gather(register, tmp_path / "in", in_force)
        tables = read(consolidated_bytes(register, EVERY, in_force))
    changes = {
        (row["前"], row["後"]) for row in tables["手で変えられた箇所"].rows if row["種類"] == "手で変更"
    }
    assert (f"{before:,}千円", f"{before + 1_000:,}千円") in changes
    assert tables["事業一覧"].sum("歳出(千円)") == prefecture.amount_of(made) + 1_000


def two_stages(register: Register, tmp_path: Path, in_force: Standard, later: Request) -> None:
    """A request that was cut by 300 千円 at its first stage, and came again at the next."""
    first = prefecture.request(1)
    age(prefecture.write(tmp_path / "a", first, in_force, suffix=".yosan"), 1)
    age(prefecture.write(tmp_path / "b", later, in_force, suffix=".yosan"), 2)
    gather(register, tmp_path / "a", in_force)
    (row,) = listed(register)
    decide(register, [granting(row, (row.amount or 0) - 300)])
    gather(register, tmp_path / "b", in_force)


@pytest.mark.parametrize(
    ("standing", "revived", "said"), [(0, 200, []), (7, 200, ["既査定額"]), (0, 301, ["復活要求額"])]
)
def test_a_later_stage_meets_its_earlier_one(
    standing: int, revived: int, said: list[str], tmp_path: Path, in_force: Standard
) -> None:
    """What the later sheet says of 既査定 and 復活 is held against what the register has of the stage before."""
    granted = prefecture.amount_of(prefecture.request(1)) - 300
    later = prefecture.request(1, stage="一般事業調整")
    funds = Funding(standing={"national": granted + standing}, revived={"national": revived})
    later = replace(later, funding=funds, groups=(), commitments=(), components={"revived": revived})
    with open_register(str(tmp_path / "r.db"), makes=True) as register:
        two_stages(register, tmp_path, in_force, later)
        with register.reading() as connection:
            faults = stage_faults(connection, Selection(stage="一般事業調整"))
    assert [fault.where for fault in faults] == said


def test_stages_years_and_versions_are_compared(address: str, tmp_path: Path, in_force: Standard) -> None:
    """Each request is held against itself at another stage, in another year, or as it came before; new and gone are told."""
    for number in (1, 2):
        age(prefecture.write(tmp_path / "a", prefecture.request(number), in_force, suffix=".yosan"), 1)
    age(prefecture.write(tmp_path / "b", prefecture.request(1, version=2), in_force, suffix=".yosan"), 2)
    age(prefecture.write(tmp_path / "b", prefecture.request(4), in_force, suffix=".yosan"), 2)
    last = [prefecture.request(number, year=prefecture.YEAR - 1) for number in (1, 5)]
    for request in last:
        prefecture.write(tmp_path / "last", request, in_force, suffix=".yosan")
    with open_register(address, makes=True) as register:
        for folder in ("a", "b", "last"):
            gather(register, tmp_path / folder, in_force)
        (changed,) = compare_versions(register, EVERY, in_force)
        lines = len(prefecture.request(1).groups[0].lines)
        assert (changed.change, changed.way) == (7 * lines, "両方")
        assert changed.differences is not None
        assert len(changed.differences.differences) == lines
        before, after = (Selection(year=year) for year in (prefecture.YEAR - 1, prefecture.YEAR))
        years = compare_selections(register, before, after, in_force)
        assert sorted(one.way for one in years) == ["なくなった", "両方", "新しい", "新しい"]
        asked = sum(
            prefecture.amount_of(prefecture.request(number)) for number in (2, 4)
        ) + prefecture.amount_of(prefecture.request(1, version=2))
        assert sum(one.change for one in years) == asked - sum(map(prefecture.amount_of, last))
        table = read(compared_bytes(register, years, "年度", in_force, after))["比較"]
        assert table.sum("後 歳出(千円)") == asked
        assert {check["差"] for check in table.checks.values()} == {0}
        with register.reading() as connection:
            assert len(rows(connection)) == 5


def test_years_are_compared_once_for_each_request(address: str, tmp_path: Path, in_force: Standard) -> None:
    """After a second stage a year has each request once, at its last stage, and the register's own sum says the same."""
    later = prefecture.request(1, stage="一般事業調整", version=2)
    with open_register(address, makes=True) as register:
        two_stages(register, tmp_path, in_force, later)
        chosen = Selection(year=prefecture.YEAR)
        years = compare_selections(register, Selection(year=prefecture.YEAR - 1), chosen, in_force)
        table = read(compared_bytes(register, years, "年度", in_force, chosen))["比較"]
        assert len(listed(register)) == 2
    assert table.checks["後 歳出(千円)"]["台帳の計"] == prefecture.amount_of(later)
    assert {check["差"] for check in table.checks.values()} == {0}


def test_a_request_that_got_its_id_since_last_year_is_compared(tmp_path: Path, in_force: Standard) -> None:
    """Last year's without a 事業ID is known by its names; two of one name that both have ids stay two."""
    last = [prefecture.request(number, year=prefecture.YEAR - 1) for number in (1, 2)]
    now = [prefecture.request(number) for number in (1, 2)]
    now = [replace(made, identity=Identity(f"new{at}", f"new{at}")) for at, made in enumerate(now)]
    for made in (*last, *now):
        prefecture.write(tmp_path / made.header.fiscal_year, made, in_force, suffix=".yosan")
    with open_register(str(tmp_path / "r.db"), makes=True) as register:
        gather(register, tmp_path, in_force)
        years = [Selection(year=year) for year in (prefecture.YEAR - 1, prefecture.YEAR)]
        ways = [(one.name, one.way) for one in compare_selections(register, *years, in_force)]
    assert sorted(ways) == sorted(
        [(now[0].header.name, "新しい"), (now[0].header.name, "なくなった"), (now[1].header.name, "両方")]
    )


@pytest.mark.parametrize(("closes", "said"), [(False, "先に決定してください"), (True, "締め切られています")])
def test_an_undecided_stage_before_is_to_be_decided_only_while_it_is_open(
    closes: bool, said: str, tmp_path: Path, in_force: Standard
) -> None:
    """Nobody is told to decide at a stage that is closed."""
    later = prefecture.request(1, stage="一般事業調整")
    age(prefecture.write(tmp_path / "a", prefecture.request(1), in_force, suffix=".yosan"), 1)
    age(prefecture.write(tmp_path / "b", later, in_force, suffix=".yosan"), 2)
    with open_register(str(tmp_path / "r.db"), makes=True) as register:
        gather(register, tmp_path / "a", in_force)
        gather(register, tmp_path / "b", in_force)
        if closes:
            key = (prefecture.YEAR, prefecture.INITIAL, prefecture.FIRST_STAGE)
            close_stage(register, *key, with_unfinished=True)
        with register.reading() as connection:
            (fault,) = stage_faults(connection, Selection(stage="一般事業調整"))
    assert said in fault.sentence
