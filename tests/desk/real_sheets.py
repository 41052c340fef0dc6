"""The 87 published sheets as pages into a register by the command, and every sum of it against what the sheets print.

    python3 -m tests.desk.real_sheets [--cases FOLDER]     the sheets that come with the tests, which FOLDER must hold too

Prints what was compared and each figure that differs; 1 where one does.
"""

# ruff: noqa: S608 - every word of the statements is the tests' own

from __future__ import annotations

import argparse
import contextlib
import io
import re
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Final, NamedTuple

import main
from main import STANDARD_FOLDER
from model.request.place import GENERAL
from model.standard_folder.load import load
from model.values.amount import parse
from tests import cases
from tests.desk.register_sums import HEADINGS, Sql

_ASKED: Final = re.compile(r"要求額[:：]?\s*([△-]?)([\d,]+)千円")


class Compared(NamedTuple):
    """What was compared, in words, and what differs."""

    lines: list[str]
    differing: list[str]


def printed(number: str) -> int:
    """What a sheet asks for, as its line of the 要求額 prints it, 千円."""
    found = _ASKED.search(cases.cases()[number]["request_line"])
    assert found is not None
    amount = int(found[2].replace(",", ""))
    return -amount if found[1] else amount


def write_pages(folder: Path) -> None:
    """Write each sheet as a page of an old groupware."""
    folder.mkdir()
    for number, case in cases.cases().items():
        page = cases.foreign_html(cases.page(number), cases.case_rows(case))
        (folder / f"{number}.html").write_text(page, encoding="utf-8")


def compared(folder: Path) -> Compared:
    """Collect the sheets into a register in a folder, and hold its sums against what the sheets print."""
    write_pages(folder / "in")
    address = str(folder / "register.db")
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        code = main.run(["collect", str(folder / "in"), "--register", address])
    sql = Sql(address)
    outcomes = Counter(outcome for (outcome,) in sql.rows("SELECT outcome FROM submissions"))
    lines = [
        f"{len(cases.cases())} sheets: {outcomes['new']} requests, {outcomes['changed']} further version"
    ]
    differing = [f"collect ended with {code}"] if code else []
    asked = sql.rows(f"SELECT source, {', '.join(HEADINGS)} FROM versions")
    found = {
        Path(source).stem: [amount for amount in amounts if amount is not None] for source, *amounts in asked
    }
    for number in cases.cases():
        if found.get(number) != [printed(number)]:
            differing.append(
                f"{number} 要求額: printed {printed(number)}, in the register {found.get(number)}"
            )
    lines.append(f"要求額: {len(found)} sheets, {sum(map(printed, cases.cases())):,}千円 in all")
    before = {
        Path(source).stem: amount for source, amount in sql.rows("SELECT source, previous FROM versions")
    }
    told = {number: amount for number, amount in before.items() if amount}
    lines.append(f"前年度予算額: {len(told)} sheets, {sum(told.values()):,}千円 in all")
    for number, amount in told.items():
        on_sheet = [parse(row[1]) for row in cases.cases()[number]["cost_rows"]]
        if on_sheet and amount not in on_sheet:  # one sheet has it in its cost table alone
            differing.append(
                f"{number} 前年度予算額: in the register {amount}, 事業費 on the sheet {on_sheet}"
            )
    of_kind = {kind: sql.number(f"SELECT SUM({kind}) FROM versions") for kind in HEADINGS}
    lines.append("、".join(f"{heading} {of_kind[kind]:,}" for kind, heading in HEADINGS.items()))
    if sum(of_kind.values()) != sum(map(printed, cases.cases())):
        differing.append("the kinds together are not what the sheets ask for")
    rows, cells, differing_rows = _compared_rows(sql)
    lines.append(f"財源内訳 and 財政課使用欄: {rows} rows, {cells} amounts of sources")
    return Compared(lines, differing + differing_rows)


def _compared_rows(sql: Sql) -> tuple[int, int, list[str]]:
    """How many rows of the funding tables were compared, how many amounts, and those that the register does not have."""
    standard = load(STANDARD_FOLDER)
    in_register: dict[str, dict[str, dict[str, int]]] = {}
    query = "SELECT v.source, f.row, f.source, f.amount FROM figures f JOIN versions v ON v.id = f.version"
    for path, row, source, amount in sql.rows(query):
        in_register.setdefault(Path(path).stem, {}).setdefault(row, {})[source] = amount
    rows = amounts = 0
    differing: list[str] = []
    for number, case in cases.cases().items():
        columns = [_plain(column) for column in case["funding_columns"]]
        known = [
            {
                _plain("一般財源" if source == GENERAL else standard.source_label(source)): amount
                for source, amount in own.items()
            }
            for own in in_register.get(number, {}).values()
        ]
        for label, _, *cells in [*case["funding_rows"], *case["assessed_rows"]]:
            on_sheet = {
                column: amount
                for column, cell in zip(columns, cells, strict=False)
                if isinstance(amount := parse(cell), int) and amount
            }
            rows += 1
            amounts += len(on_sheet)
            if on_sheet and on_sheet not in known:
                differing.append(f"{number} {label}: printed {on_sheet}, in the register {known}")
    return rows, amounts, differing


def _plain(text: str) -> str:
    return "".join(text.split())


def _main() -> int:
    words = argparse.ArgumentParser(prog="python3 -m tests.desk.real_sheets")
    words.add_argument("--cases", type=Path, help="a folder with cases.jsonl and pages")
    options = words.parse_args()
    if options.cases is not None and cases.pack(options.cases) != cases.ARCHIVE.read_bytes():
        print(f"{options.cases} is not what {cases.ARCHIVE} was packed from")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        told = compared(Path(folder))
    print("\n".join([*told.lines, *told.differing, f"{len(told.differing)} figures differ"]))
    return 1 if told.differing else 0


if __name__ == "__main__":
    sys.exit(_main())
