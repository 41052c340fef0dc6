"""What the commands of a season wrote, held against SQL of the tests' own: letters, notices, the consolidated workbook, the site."""

# ruff: noqa: S608 - every word of the statements is the tests' own

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path

import openpyxl

from model.keys.request_keys import KIND_LABELS
from tests.desk.register_sums import HEADINGS, SOURCES, Sql, Table, UpTo, Where, tables

_WHOLE = "COALESCE(v.expenditure, v.commitment, v.continuing, v.carry_over)"
_OPEN = "f.acknowledged = '' AND f.severity"


def check_letters(folder: Path, sql: Sql, where: Where, *, answer: str) -> list[Path]:
    """Letters together have every finding and question once, each its own 課's; the one that an officer asked is answered.

    Returns:
        The letters with an answer.
    """
    answered: list[Path] = []
    found = asked = requests = 0
    sections = _by_section(sql, where, f"SUM({_WHOLE})")
    for (bureau, section), amount in sections.items():
        path = folder / f"{bureau}_{section}_確認のお願い.xlsx"
        if not path.exists():
            own = f"{where.condition} AND v.bureau = '{bureau}' AND v.section = '{section}'"
            assert _open_findings(sql, own, "IN ('error', 'warning', 'question')") == 0
            continue
        assert path.with_suffix(".html").exists()
        parts = dict(tables(path))
        assert parts["受け取った要求"].sum("要求額(千円)") == amount
        requests += len(parts["受け取った要求"].rows)
        found += len(parts["指摘"].rows)
        asked += len(parts["質問"].rows)
        if any("見積書は何社からですか。" in row for row in parts["質問"].rows):
            _answer(path, answer)
            answered.append(path)
    assert len(list(folder.glob("*.xlsx"))) == len(list(folder.glob("*.html"))) <= len(sections)
    assert found == _open_findings(sql, where.condition, "IN ('error', 'warning')")
    of_register = sql.number(
        f"SELECT COUNT(*) FROM questions q WHERE q.request IN (SELECT v.request FROM versions v WHERE {where.condition})"
        " AND NOT EXISTS (SELECT 1 FROM answers a WHERE a.question = q.id)"
    )
    assert asked == _open_findings(sql, where.condition, "= 'question'") + of_register
    assert requests <= sql.number(f"SELECT COUNT(*) FROM versions v WHERE {where.condition}")
    return answered


def _open_findings(sql: Sql, condition: str, severity: str) -> int:
    return sql.number(
        f"SELECT COUNT(*) FROM findings f JOIN versions v ON v.id = f.version WHERE {condition} AND {_OPEN} {severity}"
    )


def _answer(path: Path, text: str) -> None:
    """Write an answer into the yellow cell of the officer's question."""
    book = openpyxl.load_workbook(path)
    sheet = book["質問"]
    columns = {cell.value: cell.column for cell in sheet[3]}
    for row in range(4, sheet.max_row + 1):
        if sheet.cell(row, columns["質問"]).value == "見積書は何社からですか。":
            sheet.cell(row, columns["答え"]).value = text
    book.save(path)


def _by_section(sql: Sql, where: Where, what: str) -> dict[tuple[str, str], int]:
    statement = f"SELECT v.bureau, v.section, {what} FROM versions v WHERE {where.condition} GROUP BY v.bureau, v.section"
    return {(bureau, section): int(amount or 0) for bureau, section, amount in sql.rows(statement)}


def check_notices(folder: Path, sql: Sql, where: Where) -> None:
    """Each 課 has a notice with the requests of its own alone; 計上 by request and by source is what was decided."""
    sections = _by_section(sql, where, "COUNT(*)")
    assert len(list(folder.iterdir())) == len(sections)
    for (bureau, section), count in sections.items():
        parts = dict(tables(folder / f"{bureau}_{section}_内示.xlsx"))
        own = f"{where.condition} AND v.bureau = '{bureau}' AND v.section = '{section}'"
        names = {name for (name,) in sql.rows(f"SELECT v.name FROM versions v WHERE {own}")}
        at = parts["内示"].headings.index("事業名")
        assert {row[at] for row in parts["内示"].rows} == names
        assert len(parts["内示"].rows) == count
        assert parts["内示"].sum("要求額(千円)") == sql.number(
            f"SELECT SUM({_WHOLE}) FROM versions v WHERE {own}"
        )
        decided = sql.number(
            f"SELECT SUM(d.assessed) FROM decisions d JOIN versions v ON v.id = d.version WHERE {own} AND d.number ="
            " (SELECT MAX(e.number) FROM decisions e WHERE e.request = d.request AND e.stage = d.stage)"
        )
        if "計上額の計(千円)" in parts["内示"].headings:
            assert parts["内示"].sum("計上額の計(千円)") == sql.granted_through(own) > decided
        else:
            assert not sql.is_later(where)
        assert parts["内示"].sum("計上額(千円)") == parts["財源別"].sum("金額(千円)") == decided


def check_consolidated(path: Path, sql: Sql, where: Where) -> None:
    """No check row shows a difference, each is what the rows of its table come to, and both are what SQL says."""
    known = _known(sql, where)
    seen: set[tuple[str, str]] = set()
    unchecked = []
    for title, table in tables(path):
        for heading, (whole, register) in table.checks.items():
            assert table.sum(heading) == whole == register, (title, heading)
            if (title, heading) in known:
                assert whole == known[title, heading], (title, heading)
                seen.add((title, heading))
        if not table.checks:
            unchecked.append(title)
        _check_groups(title, table, sql, where)
    assert unchecked == []
    assert {key for key, value in known.items() if value} <= seen, sorted(set(known) - seen)


def _known(sql: Sql, where: Where) -> dict[tuple[str, str], int]:
    """What columns of the consolidated workbook come to, by SQL."""
    projects = "事業一覧"
    found = {(projects, heading): sql.asked(where, kind) for kind, heading in HEADINGS.items()}
    found[projects, "前年度(千円)"] = sql.asked(where, "previous")
    for kind, heading in HEADINGS.items():
        found[projects, f"計上額 {heading}"] = sql.granted(where, kind)
        found[projects, f"保留額 {heading}"] = sql.granted(where, kind, "held")
    for title in (projects, "部局×財源", "款項目×財源"):
        found[title, HEADINGS["expenditure"]] = sql.asked(where)
        found |= {(title, heading): sql.of_source(where, source) for source, heading in SOURCES.items()}
    in_force = f"FROM versions v WHERE {where.condition}"
    if sql.is_later(where):
        for title in ("部局×財源", "款項目×財源"):
            found[title, "計上額の計(千円)"] = sql.granted_through(
                f"{where.condition} AND v.expenditure IS NOT NULL"
            )
    found["増減の大きい順", "増減(千円)"] = sql.number(f"SELECT SUM(v.expenditure - v.previous) {in_force}")
    found["合わない合計", "件"] = sql.number(f"SELECT SUM(v.declared) {in_force}")
    found["手で変えられた箇所", "件"] = sql.number(
        f"SELECT COUNT(*) FROM hand_changes h WHERE h.version IN (SELECT v.id {in_force})"
    )
    found["質問と答え", "件"] = sql.number(
        f"SELECT COUNT(*) FROM questions q WHERE q.request IN (SELECT v.request {in_force})"
    )
    asked = sum(sql.asked(where, kind) for kind in HEADINGS)
    undecided = sql.number(
        f"SELECT SUM({_WHOLE}) {in_force} AND NOT EXISTS (SELECT 1 FROM decisions d WHERE d.version = v.id)"
    )
    granted = sum(sql.granted(where, kind) for kind in HEADINGS)
    found["査定と理由", "減額(千円)"] = asked - undecided - granted
    for title, kind, whole in (
        ("債務負担行為", "commitment", "限度額(千円)"),
        ("継続費", "continuing", "総額(千円)"),
    ):
        found[title, whole] = found[f"{title}調書", whole] = sql.whole(where, kind)
        owed = sql.owed(where, kind)
        found |= {(title, f"{year}年度(千円)"): amount for year, amount in owed.items()}
    found["繰越明許費調書", "繰越明許費(千円)"] = sql.asked(where, "carry_over")
    return found


def _check_groups(title: str, table: Table, sql: Sql, where: Where) -> None:
    """The rows of the tables by 部局 and 款 are those of SQL, and so is what the 調書 plans."""
    if title == "部局×財源":
        assert table.by("部局", HEADINGS["expenditure"]) == sql.by(where, "bureau")
    if title == "債務負担行為調書":
        assert table.sum("当該年度以降の支出予定額(千円)") == sum(sql.owed(where, "commitment").values())
    if title == "款項目×財源":
        assert table.by("款", HEADINGS["expenditure"]) == sql.by(where, "kan")


def check_site(folder: Path, sql: Sql, stages: Sequence[Where]) -> None:
    """A page for each request at each stage, and open data whose sums, of each stage and of all together, are those of the register.

    Args:
        folder: the site.
        sql: asks the register.
        stages: those of the budget up to the published one.
    """
    through = UpTo(*stages[-1])
    pages = sql.number(f"SELECT COUNT(*) FROM versions v WHERE {through.condition}")
    assert sum(1 for _ in (folder / "pages").iterdir()) == pages
    rows = list(csv.DictReader(io.StringIO((folder / "data/requests.csv").read_text(encoding="utf-8-sig"))))
    assert len(rows) == pages
    for where in stages:
        of_stage = [row for row in rows if row["段階"] == where.stage]
        for kind, words in KIND_LABELS.items():
            assert _sum(of_stage, f"{words}要求額(千円)") == sql.asked(where, kind), kind
        assert _sum(of_stage, "計上額(千円)") == sum(sql.granted(where, kind) for kind in KIND_LABELS)
    granted = sum(sql.granted(through, kind) for kind in KIND_LABELS)
    assert _sum(rows, "計上額の計(千円)") == granted
    asked, previous = (
        sql.number(
            f"SELECT SUM(v.{what}) FROM versions v WHERE {through.at_first} AND v.expenditure IS NOT NULL"
        )
        for what in ("expenditure", "previous")
    )
    index = (folder / "index.html").read_text(encoding="utf-8")
    assert f"歳出の要求額 {asked:,}千円（前年度 {previous:,}千円" in index
    words = "計上額の計" if len(stages) > 1 else "計上額"
    of_expense = f"{words} {sql.granted(through, 'expenditure'):,}千円"
    assert (of_expense if any(row["計上額(千円)"] for row in rows) else "計上額は未決定") in index


def _sum(rows: Sequence[Mapping[str, str]], heading: str) -> int:
    return sum(int(row[heading] or 0) for row in rows)
