"""A whole season of a made-up prefecture on one register by the commands, every total at every step held against SQL of the tests' own.

    python3 -m tests.desk.season 1600                                     a file of SQLite
    python3 -m tests.desk.season 1600 --register postgresql               a PostgreSQL server of its own
    python3 -m tests.desk.season 20000 --short                            collected, consolidated and published alone
    python3 -m tests.desk.season 1600 --register postgresql+psycopg://…   an empty database

So many requests of 当初予算 and a quarter as many of 補正予算, and of four years before a quarter each. They are collected (and that is
killed in the middle), asked about, decided by eight officers at once who are killed at random and in grids of Excel, made known,
closed, asked for again (復活), consolidated, compared, published and exported. Each command is a process of its own; how long it
took and how much memory it needed is printed.
"""

# ruff: noqa: S608 - every word of the statements is the tests' own

from __future__ import annotations

import argparse
import contextlib
import io
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.process import BaseProcess
from pathlib import Path
from random import Random
from typing import Any, Final

import openpyxl

import main
from model.register.listing import Selection
from model.register.opening import open_register
from model.standard_folder.load import load
from tests.desk import prefecture
from tests.desk.database import new_database, running_server
from tests.desk.officer import granted, work
from tests.desk.register_sums import KINDS, Sql, Where
from tests.desk.season_outputs import check_consolidated, check_letters, check_notices, check_site
from tests.desk.sent import EARLIER_YEARS, SECOND_STAGE, Fact, Writer, is_sent_twice

_ROOT: Final = Path(__file__).parent.parent.parent
_PROCESSES: Final = get_context("fork" if "fork" in get_all_start_methods() else "spawn")
"""Where it can be, an officer begins with what is read already: reading it takes longer than deciding a small stage."""
_IN_ONE_GRID: Final = 400
WORKBOOKS: Final = 200
"""So many of the requests are workbooks, the others request files, so that writing them takes no hour."""
FIRST: Final = Where(prefecture.YEAR, prefecture.INITIAL, prefecture.FIRST_STAGE)
SECOND: Final = Where(prefecture.YEAR, prefecture.INITIAL, SECOND_STAGE)
SUPPLEMENTARY: Final = Where(prefecture.YEAR, prefecture.SUPPLEMENTARY, prefecture.FIRST_STAGE)


def selection(where: Where) -> list[str]:
    """The options of a command that choose requests."""
    words = ["--year", str(where.year)]
    words += ["--budget", where.budget] * bool(where.budget)
    return words + ["--stage", where.stage] * bool(where.stage)


class Season:
    """A season: its files, its register, and what the test itself knows of the requests in force at each stage."""

    def __init__(
        self, folder: Path, address: str, count: int, *, years: Sequence[int], workbooks: int, measures: bool
    ) -> None:
        self.folder, self.address, self.count, self.measures = folder, address, count, measures
        self.years = years  # the earlier ones
        self.random = Random(count)  # noqa: S311
        self.standard = prefecture.write_standard(folder / "standard")
        self.writer = Writer(folder, load(self.standard), workbooks)
        self.facts: dict[tuple[int, str, str, str], Fact] = {}
        self._sql: Sql | None = None

    @property
    def sql(self) -> Sql:
        """What asks the register."""
        self._sql = self._sql or Sql(self.address)
        return self._sql

    def know(self, facts: Any) -> int:
        """Keep what is known of requests that were written; how many there were."""
        found = list(facts)
        self.facts |= {(fact.year, fact.budget, fact.stage, fact.name): fact for fact in found}
        return len(found)

    def at(self, where: Where) -> list[Fact]:
        """What is known of the requests of a budget at a stage."""
        return [fact for key, fact in self.facts.items() if key[:3] == where]

    # -- commands ------------------------------------------------------------------------------------------------------

    def run(self, *words: str, expects: int = 0) -> str:
        """What a command of the program prints; it is measured in a process of its own, or runs in this one."""
        words = ("--standard", str(self.standard), *words)
        if not self.measures:
            printed, said = io.StringIO(), io.StringIO()
            with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(said):
                code = main.run(list(words))
            assert code == expects, (code, printed.getvalue()[-2_000:], said.getvalue()[-2_000:])
            return printed.getvalue()
        began = time.perf_counter()
        with tempfile.TemporaryFile() as printed_file:
            process = subprocess.Popen(
                [sys.executable, "main.py", *words], cwd=_ROOT, stdout=printed_file, stderr=subprocess.DEVNULL
            )
            peak = 0
            while os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT | os.WNOHANG) is None:
                peak = max(peak, _peak_memory(process.pid))
                time.sleep(0.05)
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            printed_file.seek(0)
            told = printed_file.read().decode()
        took = time.perf_counter() - began
        shown = " ".join(words[2:]).replace(f"{self.folder}/", "").replace(self.address, "…")
        self.say(shown[:60], took, used.ru_utime + used.ru_stime, peak)
        assert process.returncode == expects, (process.returncode, told[-2_000:])
        return told

    def say(self, words: str, took: float, cpu: float, peak: int = 0) -> None:
        """Print what a step took, where people read it."""
        if self.measures:
            memory = f", {peak} MB" if peak else ""
            print(f"  {words:<60} {took:7.1f} s, {cpu:6.1f} s of processor time{memory}", flush=True)

    @property
    def register(self) -> list[str]:
        """The option that names the register."""
        return ["--register", self.address]

    def collect(self, name: str, *more: str, expects: int = 0) -> Counter[str]:
        """Collect a folder; how many files became what."""
        told = self.run("collect", str(self.folder / name), *self.register, "--json", *more, expects=expects)
        return Counter({kind: count for kind, count in json.loads(told)["counts"].items() if count})

    def collect_and_be_killed(self, times: int) -> None:
        """Start to collect, and kill it in the middle."""
        words = ["--standard", str(self.standard), "collect", str(self.folder / "in"), *self.register]
        for _ in range(times):
            process = subprocess.Popen(
                [sys.executable, "-u", "main.py", *words], cwd=_ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )  # fmt: skip
            assert process.stdout is not None
            process.stdout.readline()  # the first batch is in
            time.sleep(self.random.random() * 0.2)
            process.kill()
            process.wait()
            process.stdout.close()

    def decide(self, where: Where, officers: int, kills: int) -> None:
        """Let officers decide a stage at once, kill some of them, and start others in their place."""
        began, used = time.perf_counter(), _cpu_of_others()
        told = self.folder / "told" / f"{where.year} {where.budget}"
        told.mkdir(parents=True)
        numbers = iter(range(1, 1_000))

        def start() -> BaseProcess:
            number = next(numbers)
            process = _PROCESSES.Process(
                target=work, args=(self.address, told / f"{number}", number, Selection(*where))
            )
            process.start()
            return process

        pause = min(0.3, self.count / 5_000)  # seconds: of few requests all are decided in no time
        running = [start() for _ in range(officers)]
        killed = 0
        while running:
            time.sleep(self.random.random() * pause)
            victim = self.random.randrange(len(running))
            if killed < kills and running[victim].is_alive() and any(told.iterdir()):
                running[victim].kill()
                running[victim].join()
                running[victim] = start()
                killed += 1
            for process in list(running):
                if not process.is_alive():
                    assert process.exitcode == 0
                    running.remove(process)
        assert killed == kills
        words = f"{officers} officers at once, {kills} killed: {where.year} {where.budget}"
        self.say(words, time.perf_counter() - began, _cpu_of_others() - used)
        self.check_told(told, where)

    # -- what must hold ------------------------------------------------------------------------------------------------

    def check_asked(self, where: Where) -> None:
        """The register has what the requests ask for: of each kind, each source, each 部局 and each fiscal year owed."""
        facts = self.at(where)
        ordinary = [fact for fact in facts if not fact.kind]
        for sheet, kind in KINDS.items():
            assert self.sql.asked(where, kind) == sum(fact.amount for fact in facts if fact.kind == sheet), (
                kind
            )
        for source in ("national", "fees", "other"):
            known = sum(fact.funds.get(source, 0) for fact in ordinary)
            assert self.sql.of_source(where, source) == known, source
        general = sum(fact.amount - fact.gap - sum(fact.funds.values()) for fact in ordinary)
        assert self.sql.of_source(where, "general") == general
        assert self.sql.by(where, "bureau, section") == _sums(
            ((fact.bureau, fact.section), fact.amount) for fact in ordinary
        )
        assert self.sql.by(where, "kan") == _sums((fact.kan, fact.amount) for fact in ordinary)
        owed = _sums(pair for fact in facts for pair in fact.owed.items())
        assert self.sql.owed(where, "commitment") == owed
        assert self.sql.whole(where, "commitment") == sum(owed.values())

    def check_told(self, told: Path, where: Where) -> None:
        """One decision for each request, none lost that an officer was told of, none doubled; the trail is whole."""
        facts = self.at(where)
        stage = f"WHERE year = {where.year} AND budget = '{where.budget}' AND stage = '{where.stage}'"
        assert self.sql.number(f"SELECT COUNT(*) FROM decisions {stage}") == len(facts)
        assert self.sql.number(f"SELECT COUNT(DISTINCT request) FROM decisions {stage}") == len(facts)
        for sheet, kind in KINDS.items():
            known = sum(granted(fact.amount, fact.name) for fact in facts if fact.kind == sheet)
            assert self.sql.granted(where, kind) == self.sql.granted_by_sources(where, kind) == known, kind
        said = [line for file in told.iterdir() for line in file.read_text().splitlines()]
        assert len(said) == len(set(said))
        assert set(said) <= {decision for (decision,) in self.sql.rows(f"SELECT id FROM decisions {stage}")}
        self.check_trail()

    def check_trail(self) -> None:
        """Every request has as many acts as its revision says, numbered without a gap."""
        gaps = (
            "SELECT COUNT(*) FROM (SELECT r.id FROM requests r JOIN acts a ON a.request = r.id AND a.revision IS NOT NULL"
            " GROUP BY r.id, r.revision HAVING COUNT(*) <> r.revision OR MAX(a.revision) <> r.revision) AS gaps"
        )
        assert self.sql.number(gaps) == 0

    # -- steps ---------------------------------------------------------------------------------------------------------

    def write(self) -> None:
        """Write the files of the first round."""
        began, used = time.perf_counter(), time.process_time()
        self.know(self.writer.write_earlier(self.count // 4, self.years))
        self.know(self.writer.write_year(self.count))
        self.say("files written by the test", time.perf_counter() - began, time.process_time() - used)

    def earlier_years(self, officers: int) -> None:
        """The years before come in, are decided and closed; each has its own sums."""
        assert self.collect("earlier") == {
            "new": len(self.facts) - len(self.at(FIRST)) - len(self.at(SUPPLEMENTARY))
        }
        for year in self.years:
            where = FIRST._replace(year=year)
            self.check_asked(where)
            self.decide(where, min(officers, 2), 0)
            self.run("close-stage", *self.register, *selection(where))

    def first_round(self, kills: int) -> None:
        """What comes in is in once: new ones, doubles, broken ones, later versions, older ones, and a copy that became another 事業."""
        self.collect_and_be_killed(kills)
        counts = self.collect("in", expects=1)
        assert counts["refused"] == 2
        assert sum(counts.values()) == sum(1 for path in (self.folder / "in").rglob("*.*") if path.is_file())
        received = f"SELECT COUNT(*) FROM versions WHERE year = {prefecture.YEAR}"
        facts = [*self.at(FIRST), *self.at(SUPPLEMENTARY)]
        assert self.sql.number(received) == len(facts)
        doubles = self.sql.number("SELECT COUNT(*) FROM submissions WHERE outcome = 'duplicate'")
        assert doubles == sum(is_sent_twice(fact.number) for fact in facts)
        for where in (FIRST, SUPPLEMENTARY):
            self.check_asked(where)
        before = self.sql.asked(FIRST)
        late = self.know(self.writer.write_late(self.count))
        assert self.collect("late") == {"changed": late}
        assert self.collect("outdated", expects=1) == {"refused": 1}
        self.check_asked(FIRST)
        options = ["--year", str(prefecture.YEAR), "--budget", prefecture.INITIAL, "--json"]
        compared = json.loads(self.run("compare", *self.register, *options, expects=1))
        assert len(compared) == late
        assert sum(one["change"] for one in compared) == self.sql.asked(FIRST) - before
        copied = self.writer.write_copied()
        assert self.collect("copied", expects=1) == {"refused": 1}
        assert self.collect("copied", "--separate") == {"new": 1}
        self.know([copied])
        self.check_asked(FIRST)
        versions, checks = (
            self.sql.number(f"SELECT COUNT(*) FROM {table}") for table in ("versions", "checks")
        )
        assert versions == checks == len(self.facts) + late

    def ask(self) -> None:
        """Letters go out with every finding and question, and answers come back."""
        name = self.at(FIRST)[0].name
        self.run("ask", "見積書は何社からですか。", "--name", name, *selection(FIRST), *self.register)
        letters = self.folder / "letters"
        self.run("letters", *self.register, *selection(FIRST), "-o", str(letters))
        answered = check_letters(letters, self.sql, FIRST, answer="3社です。")
        self.run("letters", *map(str, answered), *self.register)
        assert self.sql.number("SELECT COUNT(*) FROM answers WHERE text = '3社です。'") == len(answered) >= 1

    def by_grid(self, where: Where, kind_of: Sequence[str]) -> None:
        """A stage is decided in grids of Excel, of many requests one for each 部局; the register has what was filled in."""
        filled: Counter[str] = Counter()
        for bureau in prefecture.BUREAUS if self.count > _IN_ONE_GRID else [""]:
            path = self.folder / f"{where.budget} {where.stage} {bureau}.xlsx"
            self.run("assess", *self.register, *selection(where), "--bureau", bureau, "-o", str(path))
            filled += _fill(path)
            assert "受け付けず 0件" in self.run("assess", str(path), *self.register)
        stage = f"year = {where.year} AND budget = '{where.budget}' AND stage = '{where.stage}'"
        assert (
            self.sql.number(f"SELECT COUNT(*) FROM decisions WHERE {stage}")
            == len(self.at(where))
            == filled["count"]
        )
        assert sum(self.sql.granted(where, kind) for kind in kind_of) == filled["assessed"]
        assert sum(self.sql.granted_by_sources(where, kind) for kind in kind_of) == filled["assessed"]
        of_stage = f"JOIN decisions d ON d.id = c.decision WHERE d.{stage.replace(' AND ', ' AND d.')}"
        assert self.sql.number(f"SELECT SUM(c.amount) FROM cuts c {of_stage}") == filled["cut"]
        national = (
            f"SELECT SUM(c.amount) FROM decided c {of_stage} AND c.source = 'national' AND c.row = 'assessed'"
        )
        assert self.sql.number(national) == filled["national"]
        self.check_trail()

    def make_known(self, where: Where) -> None:
        """Each 課 is given what was decided on its own requests, and the stage is closed; nothing enters it any more."""
        notices = self.folder / f"notices {where.budget} {where.stage}"
        self.run("notices", *self.register, *selection(where), "-o", str(notices))
        check_notices(notices, self.sql, where)
        told = self.run("close-stage", *self.register, *selection(where))
        assert f"{len(self.at(where))}件を締め切りました" in told

    def second_round(self) -> None:
        """What was cut is asked for again, meets its first stage, and is decided."""
        cut = {fact.name: (fact, granted(fact.amount, fact.name)) for fact in self.at(FIRST)}
        again = self.know(self.writer.write_second_stage(cut))
        assert self.collect("second") == {"new": again}
        self.check_asked(SECOND)
        late = self.collect("late", expects=0)
        assert set(late) == {"unchanged"}
        self.by_grid(SECOND, ["expenditure"])
        self.make_known(SECOND)

    def tell(self) -> None:
        """Consolidated, compared, published and exported, everything says what the register says; a small season is told once."""
        last, before = Where(prefecture.YEAR), FIRST._replace(year=prefecture.YEAR - 1)
        for where in (FIRST, SUPPLEMENTARY, before, last) if self.measures else (last,):
            path = self.folder / f"{where.year} {where.budget} {where.stage}.xlsx"
            self.run("consolidate", *self.register, *selection(where), "-o", str(path))
            check_consolidated(path, self.sql, where)
        stages = [*self.register, *selection(SECOND), "--with-stage", FIRST.stage, "--json"]
        self._check_compared(stages, FIRST, SECOND)
        now = FIRST._replace(stage="")
        self._check_compared(
            [*self.register, *selection(now), "--with-year", str(before.year), "--json"], before, now
        )
        sites = ([before], [SUPPLEMENTARY], [FIRST], [FIRST, SECOND])
        for stages in sites if self.measures else (sites[0], sites[-1]):
            last_year = ["--last-year", str(self.folder / "site 1")] if FIRST in stages else []
            output = self.folder / f"site {1 + sites.index(stages)}"
            self.run("publish", *self.register, *selection(stages[-1]), *last_year, "-o", str(output))
            check_site(output, self.sql, stages)
        whole = self.folder / "export"
        self.run("export-register", *self.register, "-o", str(whole))
        contents = self.sql.number("SELECT COUNT(*) FROM contents")
        assert sum(1 for _ in (whole / "contents").iterdir()) == contents

    def _check_compared(self, options: list[str], before: Where, after: Where) -> None:
        compared = json.loads(self.run("compare", *options, expects=1))
        assert len({(one["section"], one["name"], one["kind"]) for one in compared}) == len(compared)
        for side, where in (("before", before), ("after", after)):
            for kind, label in {
                "expenditure": "歳出",
                "commitment": "債務負担行為",
                "continuing": "継続費",
            }.items():
                shown = sum(one[side] or 0 for one in compared if one["kind"] == label)
                assert shown == self.sql.asked(where, kind), (side, kind)


def run(season: Season, *, collections: int, officers: int, kills: int) -> None:
    """The season; every step ends with its sums.

    Args:
        season: its requests.
        collections: how often collecting is killed in the middle.
        officers: how many decide at once.
        kills: how many of them are killed.
    """
    season.write()
    with open_register(season.address, actor="受付", makes=True):
        pass
    season.earlier_years(officers)
    season.first_round(collections)
    season.ask()
    season.decide(FIRST, officers, kills)
    season.make_known(FIRST)
    season.by_grid(SUPPLEMENTARY, ["expenditure", "carry_over"])
    season.make_known(SUPPLEMENTARY)
    season.second_round()
    season.tell()


def run_short(season: Season) -> None:
    """How the desk grows: everything comes in, and goes out as tables and as a site, undecided."""
    season.write()
    with open_register(season.address, actor="受付", makes=True):
        pass
    assert season.collect("in", expects=1)["refused"] == 2
    season.check_asked(FIRST)
    tables = season.folder / "tables.xlsx"
    season.run("consolidate", *season.register, *selection(FIRST), "-o", str(tables))
    check_consolidated(tables, season.sql, FIRST)
    season.run("publish", *season.register, *selection(FIRST), "-o", str(season.folder / "site"))
    check_site(season.folder / "site", season.sql, [FIRST])


def _fill(path: Path) -> Counter[str]:
    """Fill in a grid as an officer does in Excel; the sums of what was filled in."""
    book = openpyxl.load_workbook(path)
    sheet, lines = book["査定"], book["行別"]
    at, of_line = ({cell.value: cell.column for cell in each[3]} for each in (sheet, lines))
    first_lines: dict[str, int] = {}
    for row in range(4, lines.max_row + 1):
        if name := lines.cell(row, of_line["事業名"]).value:
            first_lines.setdefault(f"{name}", row)
    sums: Counter[str] = Counter()
    for row in range(4, sheet.max_row + 1):
        asked = sheet.cell(row, at["要求額(千円)"]).value
        if asked is None:
            continue
        name = str(sheet.cell(row, at["事業名"]).value)
        cut = min(int(name[-5:]) % 3, asked)
        national = sheet.cell(row, at["要求 国庫支出金(千円)"]).value or 0
        national = max(national - cut, 0)
        sheet.cell(row, at["結果"]).value = "一部計上" if cut else "計上"
        sheet.cell(row, at["計上額(千円)"]).value = asked - cut
        sheet.cell(row, at["計上 国庫支出金(千円)"]).value = national
        sheet.cell(row, at["財政課処理欄"]).value = "精査しました。" if cut else ""
        if cut and (line := first_lines.get(name)):
            amount = lines.cell(line, of_line["要求額(千円)"]).value
            lines.cell(line, of_line["計上額(千円)"]).value = amount - cut
            lines.cell(line, of_line["減額の理由"]).value = "単価を見直し"
            sums["cut"] += cut
        sums += Counter(count=1, assessed=asked - cut, national=national)
    book.save(path)
    return sums


def _sums(pairs: Any) -> dict[Any, int]:
    found: dict[Any, int] = {}
    for key, amount in pairs:
        found[key] = found.get(key, 0) + amount
    return found


def _peak_memory(process: int) -> int:
    """The most memory that a running process had so far, MB; 0 where it ended. What wait4 gives is that of its parent too."""
    try:
        status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    except OSError:
        return 0
    return next((int(line.split()[1]) // 1024 for line in status.splitlines() if line.startswith("VmHWM")), 0)


def _cpu_of_others() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _main() -> None:
    words = argparse.ArgumentParser(prog="python3 -m tests.desk.season")
    words.add_argument("count", type=int)
    of_years = "how many years before come in too, at least one"
    words.add_argument("--years", type=int, default=len(EARLIER_YEARS), help=of_years)
    words.add_argument(
        "--register", default="", help="postgresql: a server of its own; an address: an empty database"
    )
    words.add_argument(
        "--short", action="store_true", help="collect, consolidate and publish alone, of no year before"
    )
    options = words.parse_args()
    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        address = options.register or str(folder / "register.db")
        if address == "postgresql":
            address = new_database(stack.enter_context(running_server()))
        season = Season(
            folder,
            address,
            options.count,
            years=() if options.short else EARLIER_YEARS[-options.years :],
            workbooks=WORKBOOKS,
            measures=True,
        )
        began = time.perf_counter()
        if options.short:
            run_short(season)
        else:
            run(season, collections=3, officers=8, kills=12)
        size = (
            f", register {(folder / 'register.db').stat().st_size // 1_000_000} MB"
            if not options.register
            else ""
        )
        print(f"  every sum ties: {len(season.facts)} requests, {time.perf_counter() - began:.0f} s{size}")


if __name__ == "__main__":
    _main()
