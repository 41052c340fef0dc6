"""A whole season of a made-up prefecture on one register, every total held against sums of the test's own.

    python3 -m tests.desk.season 1600 [postgresql+psycopg://…]     1,600 requests; a file of SQLite where no address is given

It collects (and is killed in the middle), writes letters, lets eight officers decide at once who are killed at random, closes the
stage, takes the next one, consolidates and compares. It prints how long each took, for people to read.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

import openpyxl
from msgspec.structs import replace
from sqlalchemy import text

from main import STANDARD_FOLDER
from model.document import storage
from model.register.closing import close_stage
from model.register.earlier import stage_faults
from model.register.listing import Selection
from model.register.opening import Register, open_register
from model.request.request import Funding, Request
from model.standard.standard import Standard
from model.standard_folder.load import load
from templates.desk.collecting import came_from, check_new, collect
from templates.desk.comparing import compare_selections
from templates.desk.consolidating import consolidated_bytes
from templates.desk.letters import letters
from templates.desk.notices import notices
from tests.desk import prefecture

SECOND_STAGE = "一般事業調整"
_ROOT = Path(__file__).parent.parent.parent


class Season:
    """A season: its requests, and what the test itself knows of their sums."""

    def __init__(self, folder: Path, address: str, count: int, standard: Standard, *, suffix: str) -> None:
        self.folder, self.address, self.standard = folder, address, standard
        self.random = Random(count)  # noqa: S311
        self.made = list(prefecture.requests(count))
        late = (prefecture.request(number, version=2) for number in range(0, count, 9))
        self.late = [request for request in late if not request.header.sheet]
        self.suffix = suffix
        self.asked: dict[str, Request] = {request.header.name: request for request in self.made}

    def write(self) -> None:
        """Write the files as they come: each where its section keeps it, some twice, some that are no requests."""
        first = self.folder / "in"
        for number, request in enumerate(self.made):
            path = prefecture.write(first, request, self.standard, suffix=self.suffix)
            os.utime(path, (1_800_000_000, 1_800_000_000))
            if number % 13 == 5:
                copy = path.with_name(f"{path.stem} - コピー{path.suffix}")
                copy.write_bytes(path.read_bytes())
                os.utime(copy, (1_800_000_001, 1_800_000_001))
        (first / "壊れた要求書.yosan").write_bytes(b'{"format": 5')
        nameless = replace(self.made[0], header=replace(self.made[0].header, name=""))
        (first / "名前のない要求書.yosan").write_bytes(storage.dumps(nameless))
        for request in self.late:
            path = prefecture.write(self.folder / "late", request, self.standard, suffix=".yosan")
            os.utime(path, (1_800_000_100, 1_800_000_100))

    def collect(self, register: Register, name: str) -> dict[str, int]:
        """Collect a folder; how many files became what."""
        folder = self.folder / name
        files = came_from([(path, folder) for path in sorted(folder.rglob("*.*"))], "")
        counts: dict[str, int] = {}
        for batch in collect(register, files, self.standard, STANDARD_FOLDER):
            for outcome in batch:
                counts[outcome.kind] = counts.get(outcome.kind, 0) + 1
        return counts

    def collect_and_be_killed(self, times: int) -> None:
        """Start to collect in a process of its own, and kill it in the middle."""
        words = ["collect", str(self.folder / "in"), "--register", self.address]
        for _ in range(times):
            process = subprocess.Popen(
                [sys.executable, "-u", "main.py", *words],
                cwd=_ROOT,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
            assert process.stdout is not None
            process.stdout.readline()  # the first batch is in
            time.sleep(self.random.random() * 0.2)
            process.kill()
            process.wait()
            process.stdout.close()

    def decide(self, officers: int, kills: int) -> int:
        """Let officers decide at once, kill some of them, and start others in their place; how many were killed."""
        told = self.folder / "told"
        told.mkdir(exist_ok=True)
        numbers = iter(range(1, 1_000))

        def start() -> subprocess.Popen[bytes]:
            number = next(numbers)
            words = ["-m", "tests.desk.officer", self.address, str(told / f"{number}"), str(number)]
            return subprocess.Popen([sys.executable, *words], cwd=_ROOT)

        running = [start() for _ in range(officers)]
        killed = 0
        while running:
            time.sleep(self.random.random() * 0.3)
            victim = self.random.randrange(len(running))
            if killed < kills and running[victim].poll() is None and any(told.iterdir()):
                running[victim].kill()
                running[victim].wait()
                running[victim] = start()
                killed += 1
            for process in list(running):
                if process.poll() is not None:
                    assert process.returncode == 0
                    running.remove(process)
        return killed

    def told(self) -> list[str]:
        """The decisions that the register told officers are made."""
        return [line for file in (self.folder / "told").iterdir() for line in file.read_text().splitlines()]

    def sums(self) -> dict[str, int]:
        """What the requests in force ask for by kind, added up by this file alone."""
        found = {"": 0, "commitment": 0, "continuing": 0}
        for request in self.asked.values():
            found[request.header.sheet] += prefecture.amount_of(request)
        return found


def number(register: Register, statement: str) -> int:
    """A number that plain SQL gives, written by the test."""
    with register.reading() as connection:
        return int(connection.execute(text(statement)).scalar_one() or 0)


IN_FORCE = "FROM versions v WHERE v.number = (SELECT MAX(w.number) FROM versions w WHERE w.request = v.request AND w.stage = v.stage)"


def check_sums(register: Register, season: Season, stage: str) -> None:
    """The register has what the requests ask for, of each kind by itself."""
    sums = season.sums()
    for statement, sheet in (
        (f"SELECT SUM(v.expenditure) {IN_FORCE} AND v.stage = '{stage}'", ""),
        (f"SELECT SUM(v.commitment) {IN_FORCE} AND v.stage = '{stage}'", "commitment"),
        (f"SELECT SUM(v.continuing) {IN_FORCE} AND v.stage = '{stage}'", "continuing"),
    ):
        assert number(register, statement) == sums[sheet], sheet


def check_decisions(register: Register, season: Season, stage: str) -> None:
    """One decision for each request, none lost that was told, none doubled; the sum is the test's own; the trail is whole."""
    expected = sum(
        prefecture.amount_of(request) - int(name[-5:]) % 7 for name, request in season.asked.items()
    )
    of_stage = f"WHERE stage = '{stage}'"
    assert number(register, f"SELECT COUNT(*) FROM decisions {of_stage}") == len(season.asked)  # noqa: S608
    assert number(register, f"SELECT COUNT(DISTINCT request) FROM decisions {of_stage}") == len(season.asked)  # noqa: S608
    assert number(register, f"SELECT SUM(assessed) FROM decisions {of_stage}") == expected  # noqa: S608
    by_source = (
        "SELECT SUM(d.amount) FROM decided d JOIN decisions e ON e.id = d.decision WHERE d.row = 'assessed'"
    )
    assert number(register, f"{by_source} AND e.stage = '{stage}'") == expected
    with register.reading() as connection:
        kept = set(connection.scalars(text("SELECT id FROM decisions")))
    told = season.told()
    assert len(told) == len(set(told))
    assert set(told) <= kept
    gaps = (
        "SELECT COUNT(*) FROM (SELECT r.id FROM requests r JOIN acts a ON a.request = r.id AND a.revision IS NOT NULL"
        " GROUP BY r.id, r.revision HAVING COUNT(*) <> r.revision OR MAX(a.revision) <> r.revision) AS gaps"
    )
    assert number(register, gaps) == 0


def check_consolidated(data: bytes, season: Season, path: Path) -> None:
    """No table of the consolidated workbook differs from the register, and its sum of 歳出 is the test's own."""
    path.write_bytes(data)
    book = openpyxl.load_workbook(path, data_only=True, read_only=True)
    checked = 0
    for sheet in book:
        rows = sheet.iter_rows(min_row=1, max_row=7, values_only=True)
        head = list(rows)
        if head[2][0] != "表示中の計":
            continue
        gaps = [value for value in head[5][1:] if value is not None]
        assert set(gaps) <= {0}, sheet.title
        checked += len(gaps)
        if sheet.title == "事業一覧":
            column = head[6].index("歳出(千円)")
            assert head[3][column] == season.sums()[""]
    book.close()
    assert checked > 30


def revived(season: Season) -> list[Request]:
    """The requests of the second stage: those of which something was cut ask for it again."""
    found = []
    for name, request in season.asked.items():
        cut = int(name[-5:]) % 7
        if cut and not request.header.sheet:
            standing = prefecture.amount_of(request) - cut
            found.append(
                replace(
                    request,
                    header=replace(request.header, stage=SECOND_STAGE),
                    groups=(),
                    commitments=(),
                    components={"revived": cut},
                    funding=Funding(standing={"national": standing}, revived={"national": cut}),
                )
            )
    return found


def run(season: Season, *, collections: int, officers: int, kills: int, say: bool) -> None:
    """The season; every step ends with its sums.

    Args:
        season: its requests.
        collections: how often collecting is killed in the middle.
        officers: how many decide at once.
        kills: how many of them are killed.
        say: whether to print what each step took.
    """

    @contextmanager
    def step(words: str) -> Iterator[None]:
        began, used = time.perf_counter(), _cpu()
        yield
        if say:
            print(
                f"  {words:<44} {time.perf_counter() - began:7.1f} s, {_cpu() - used:6.1f} s of processor time"
            )

    with step("files written"):
        season.write()
    with step(f"collected, killed {collections} times"):
        season.collect_and_be_killed(collections)
    with open_register(season.address, actor="受付", makes=True) as register:
        with step("collected to the end"):
            counts = season.collect(register, "in")
        files = sum(1 for _ in (season.folder / "in").rglob("*.*"))
        assert sum(counts.values()) == files
        assert number(register, "SELECT COUNT(*) FROM versions") == len(season.made)
        assert counts["refused"] == 2
        doubles = number(register, "SELECT COUNT(*) FROM submissions WHERE outcome = 'duplicate'")
        assert doubles == sum(at % 13 == 5 for at in range(len(season.made)))
        check_sums(register, season, prefecture.FIRST_STAGE)
        with step("late versions"):
            assert season.collect(register, "late") == {"changed": len(season.late)}
        season.asked |= {request.header.name: request for request in season.late}
        check_sums(register, season, prefecture.FIRST_STAGE)
        with step("checked by the rulebook"):
            checked = sum(check_new(register, season.standard))
        assert number(register, "SELECT COUNT(*) FROM checks") == len(season.made) + len(season.late)
        assert checked <= len(season.made) + len(season.late)
        first = Selection(prefecture.YEAR, prefecture.INITIAL, prefecture.FIRST_STAGE)
        with step("letters"):
            made = letters(register, first)
        assert sum(len(letter.rows) for letter in made) == len(season.asked)
        with step(f"{officers} officers, killed {kills} times"):
            assert season.decide(officers, kills) == kills
        check_decisions(register, season, prefecture.FIRST_STAGE)
        assert close_stage(register, *first_key()) == len(season.asked)
        with step("notices"):
            assert len(notices(register, first, season.standard)) == len(made)
        with step("consolidated"):
            data = consolidated_bytes(register, first, season.standard)
        check_consolidated(data, season, season.folder / "all.xlsx")
        second = revived(season)
        for request in second:
            prefecture.write(season.folder / "second", request, season.standard, suffix=".yosan")
        with step("the second stage"):
            assert season.collect(register, "second") == {"new": len(second)}
        later = Selection(prefecture.YEAR, prefecture.INITIAL, SECOND_STAGE)
        with register.reading() as connection:
            assert stage_faults(connection, later) == []
        with step("stages compared"):
            compared = compare_selections(register, first, later, season.standard)
        assert sum(one.before is not None and one.after is not None for one in compared) == len(second)


def first_key() -> tuple[int, str, str]:
    """The first stage."""
    return prefecture.YEAR, prefecture.INITIAL, prefecture.FIRST_STAGE


def _cpu() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made_folder:
        place = sys.argv[2] if len(sys.argv) > 2 else str(Path(made_folder) / "register.db")
        whole = Season(Path(made_folder), place, int(sys.argv[1]), load(STANDARD_FOLDER), suffix=".xlsx")
        run(whole, collections=3, officers=8, kills=12, say=True)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"  all sums tie; {peak} MB")
