"""Sums of a register in plain SQL, written by the tests and not by the program, and of the tables in workbooks that it wrote."""

# ruff: noqa: S608 - every word of the statements is the tests' own

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import openpyxl
from sqlalchemy import create_engine, text
from sqlalchemy.pool import NullPool

KINDS = {
    "": "expenditure",
    "commitment": "commitment",
    "continuing": "continuing",
    "carry_over": "carry_over",
}
HEADINGS = {
    "expenditure": "歳出(千円)",
    "commitment": "債務負担行為(千円)",
    "continuing": "継続費(千円)",
    "carry_over": "繰越明許費(千円)",
}
SOURCES = {
    "national": "国庫支出金(千円)",
    "fees": "使用料・手数料(千円)",
    "other": "その他(千円)",
    "general": "一般財源(千円)",
}
_NEWEST = (
    "v.number = (SELECT MAX(w.number) FROM versions w WHERE w.request = v.request AND w.stage = v.stage)"
)
_LAST_DECISION = (
    "d.number = (SELECT MAX(e.number) FROM decisions e WHERE e.request = d.request AND e.stage = d.stage)"
)


class Where(NamedTuple):
    """Which requests are meant: of a year, of a budget where one is named, at a stage; "" for the last of each."""

    year: int
    budget: str = ""
    stage: str = ""

    @property
    def condition(self) -> str:
        """The condition for versions ``v``, each request once."""
        of_budget = f" AND v.budget = '{self.budget}'" if self.budget else ""
        last = (
            "v.stage = (SELECT s.stage FROM versions x JOIN stages s ON s.year = x.year AND s.budget = x.budget AND s.stage = x.stage"
            " WHERE x.request = v.request ORDER BY s.position DESC LIMIT 1)"
        )
        at_stage = f"v.stage = '{self.stage}'" if self.stage else last
        return f"v.year = {self.year}{of_budget} AND {_NEWEST} AND {at_stage}"


def _position(table: str) -> str:
    """The position of the stage of a version."""
    same = " AND ".join(f"s.{name} = {table}.{name}" for name in ("year", "budget", "stage"))
    return f"(SELECT s.position FROM stages s WHERE {same})"


_BEFORE = f"SELECT 1 FROM versions o WHERE o.request = v.request AND {_position('o')} < {_position('v')}"
"""The same request at a stage before."""


class UpTo(Where):
    """The requests of a budget at a stage and at those before it, at each of them."""

    __slots__ = ()

    @property
    def condition(self) -> str:
        """The condition for versions ``v``, each request once for each stage that it came to."""
        until = f"{_position('v')} <= {_position('v').replace('v.stage', repr(self.stage))}"
        return f"v.year = {self.year} AND v.budget = '{self.budget}' AND {_NEWEST} AND {until}"

    @property
    def at_first(self) -> str:
        """The same, each request at the first stage that it came to."""
        return f"{self.condition} AND NOT EXISTS ({_BEFORE})"


class Sql:
    """Asks a register by SQL alone."""

    def __init__(self, address: str) -> None:
        url = address if "://" in address else f"sqlite:///{address}"
        self._engine = create_engine(url, poolclass=NullPool)  # nothing stays open between two sums

    def rows(self, statement: str) -> list[tuple[Any, ...]]:
        """The rows of a statement."""
        with self._engine.connect() as connection:
            return [tuple(row) for row in connection.execute(text(statement))]

    def number(self, statement: str) -> int:
        """The number that a statement gives; 0 for none."""
        ((value,),) = self.rows(statement)
        return int(value or 0)

    def asked(self, where: Where, column: str = "expenditure") -> int:
        """The sum of an amount of the versions in force."""
        return self.number(f"SELECT SUM(v.{column}) FROM versions v WHERE {where.condition}")

    def of_source(self, where: Where, source: str) -> int:
        """The sum of a source of 歳出; of later stages, of the row that asks in all."""
        return self.number(
            f"SELECT SUM(f.amount) FROM figures f JOIN versions v ON v.id = f.version WHERE {where.condition}"
            f" AND v.expenditure IS NOT NULL AND f.source = '{source}' AND (f.row = 'request' OR (f.row = 'asked'"
            " AND NOT EXISTS (SELECT 1 FROM figures g WHERE g.version = f.version AND g.row = 'request')))"
        )

    def granted(self, where: Where, kind: str, row: str = "assessed") -> int:
        """計上, 保留 or 別途 of a kind on the versions in force."""
        return self.number(
            f"SELECT SUM(d.{row}) FROM decisions d JOIN versions v ON v.id = d.version"
            f" WHERE {where.condition} AND {_LAST_DECISION} AND v.{kind} IS NOT NULL"
        )

    def granted_through(self, condition: str) -> int:
        """計上 on versions ``v`` in force that meet a condition, at their stage and at all before it together."""
        return self.number(
            "SELECT SUM(d.assessed) FROM decisions d JOIN versions o ON o.id = d.version"
            f" JOIN versions v ON v.request = d.request WHERE {condition} AND {_LAST_DECISION}"
            f" AND {_NEWEST.replace('v.', 'o.')} AND {_position('o')} <= {_position('v')}"
        )

    def is_later(self, where: Where) -> bool:
        """Whether some of the requests came to a stage before."""
        return (
            self.number(f"SELECT COUNT(*) FROM versions v WHERE {where.condition} AND EXISTS ({_BEFORE})") > 0
        )

    def granted_by_sources(self, where: Where, kind: str) -> int:
        """計上 of a kind, added up from its sources."""
        return self.number(
            "SELECT SUM(a.amount) FROM decided a JOIN decisions d ON d.id = a.decision JOIN versions v ON v.id = d.version"
            f" WHERE {where.condition} AND {_LAST_DECISION} AND a.row = 'assessed' AND v.{kind} IS NOT NULL"
        )

    def by(self, where: Where, columns: str, what: str = "SUM(v.expenditure)") -> dict[Any, int]:
        """A sum over 歳出 by columns of the versions."""
        found = self.rows(
            f"SELECT {columns}, {what} FROM versions v WHERE {where.condition} AND v.expenditure IS NOT NULL GROUP BY {columns}"
        )
        return {row[:-1] if len(row) > 2 else row[0]: int(row[-1] or 0) for row in found}

    def owed(self, where: Where, kind: str) -> dict[int, int]:
        """What 債務負担行為 or 継続費 owe by fiscal year."""
        found = self.rows(
            f"SELECT m.year, SUM(m.amount) FROM multi_year_amounts m JOIN versions v ON v.id = m.version"
            f" WHERE {where.condition} AND m.kind = '{kind}' GROUP BY m.year"
        )
        return {int(year): int(amount) for year, amount in found}

    def whole(self, where: Where, kind: str) -> int:
        """限度額 or 総額 of all."""
        return self.number(
            f"SELECT SUM(m.whole) FROM multi_year m JOIN versions v ON v.id = m.version WHERE {where.condition} AND m.kind = '{kind}'"
        )


class Table:
    """A table of a workbook: its rows by heading, and its check rows where it has some."""

    def __init__(self, rows: Iterator[tuple[Any, ...]]) -> None:
        head = [next(rows), next(rows), next(rows)]
        self.checks: dict[str, tuple[int, int]] = {}
        if head[2][0] == "表示中の計":
            whole, register, gap, headings = (next(rows) for _ in range(4))
            assert (whole[0], register[0], gap[0]) == ("全体の計", "台帳の計", "差")
            self.checks = {
                str(heading): (whole[at], register[at])
                for at, heading in enumerate(headings)
                if at and register[at] is not None
            }
        else:
            headings = head[2]
        self.headings = [str(heading) for heading in headings]
        self.rows = [row for row in rows if any(value is not None for value in row)]

    def sum(self, heading: str) -> int:
        """The sum of a column, added up here."""
        at = self.headings.index(heading)
        return sum(row[at] for row in self.rows if isinstance(row[at], int))

    def by(self, key: str, heading: str) -> dict[Any, int]:
        """The sum of a column by another one."""
        at, of = self.headings.index(key), self.headings.index(heading)
        found: dict[Any, int] = {}
        for row in self.rows:
            found[row[at]] = found.get(row[at], 0) + (row[of] if isinstance(row[of], int) else 0)
        return found


def tables(path: Path) -> Iterator[tuple[str, Table]]:
    """The tables of a workbook with their tabs, one at a time."""
    book = openpyxl.load_workbook(path, data_only=True, read_only=True)
    for sheet in book:
        yield sheet.title, Table(sheet.iter_rows(values_only=True))
    book.close()
