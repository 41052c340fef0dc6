"""Requests of the register held against each other: two stages, two years, or the version in force and the one before."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import msgspec
from sqlalchemy import Connection, and_, select

from model.differences.differences import Comparison, compare
from model.keys.request_keys import KIND_LABELS
from model.register.contents import request_of
from model.register.listing import RegisterRow, Selection, current_versions, funds_of, in_last_stage, rows
from model.register.opening import Register
from model.register.sums import version_sum
from model.register.tables import versions
from model.standard.standard import Standard
from model.values.grouped import grouped
from templates.comparison.comparison_table import sides, way_label
from templates.desk.naming import source_labels
from templates.desk.table_book import Column, TableSheet, tables_bytes
from templates.workbook.style import Value

_WAYS: Final[Mapping[tuple[bool, bool], str]] = {
    (False, True): "新しい",
    (True, False): "なくなった",
    (True, True): "両方",
}


class Side(msgspec.Struct, frozen=True):
    """A version on one side of a comparison, with its amount, 千円."""

    version: str
    amount: int | None


class Compared(msgspec.Struct, frozen=True):
    """A request on both sides of a comparison, or on one.

    Attributes:
        kind: 歳出, 債務負担行為 …: of which kind its amounts are.
        before: the earlier side; None where it is new.
        after: the later side; None where it is gone.
        differences: what differs, as the sheet names it; None where one side is missing or nothing was asked for.
        funds: by how much each source went up, 千円; of sources that changed.
    """

    bureau: str
    section: str
    name: str
    kind: str
    before: Side | None
    after: Side | None
    differences: Comparison | None = None
    funds: dict[str, int] = {}

    @property
    def change(self) -> int:
        """By how much the amount went up, 千円; a side that is missing counts as nothing."""
        old = self.before.amount if self.before else None
        new = self.after.amount if self.after else None
        return (new or 0) - (old or 0)

    @property
    def way(self) -> str:
        """新しい, なくなった or 両方."""
        return _WAYS[self.before is not None, self.after is not None]

    @property
    def is_same(self) -> bool:
        """Whether both sides say the same."""
        return self.differences is not None and self.differences.is_same


def compare_selections(
    register: Register, before: Selection, after: Selection, standard: Standard, name: str = ""
) -> list[Compared]:
    """Hold the requests of two stages or years against each other, by their 事業ID, budget, account and kind.

    One that had no 事業ID on one side is known by its names. Where no stage is chosen, each request is taken once, at its last stage.

    ``name`` are words in the 事業名 of those that are compared.
    """
    with register.reading() as connection:
        old, new = (
            [row for row in rows(connection, in_last_stage(chosen)) if name in row.name]
            for chosen in (before, after)
        )
        return [
            _compared(connection, named, _side(earlier), _side(later), standard)
            for named, earlier, later in _pairs(old, new)
        ]


def _pairs(
    old: list[RegisterRow], new: list[RegisterRow]
) -> list[tuple[RegisterRow, RegisterRow | None, RegisterRow | None]]:
    """The later rows, each with its earlier one, then the earlier ones that are gone; by which row they are named, first."""
    earlier = {(row.lineage, *_apart(row)): row for row in old}
    found = {row.request: earlier.get((row.lineage, *_apart(row))) for row in new}
    left = {row.request: row for row in old}
    for met in found.values():
        if met is not None:
            del left[met.request]
    named = grouped(left.values(), lambda row: (row.named, *_apart(row)))
    for row in new:
        namesakes = named.get((row.named, *_apart(row)), [])
        if (
            found[row.request] is None
            and len(namesakes) == 1
            and not (row.has_project and namesakes[0].has_project)
        ):
            found[row.request] = left.pop(namesakes.pop().request)
    return [(row, found[row.request], row) for row in new] + [(row, row, None) for row in left.values()]


def _apart(row: RegisterRow) -> tuple[str, str, str]:
    """What tells requests of one 事業 apart."""
    return row.budget, row.account, row.kind


def compare_versions(
    register: Register, chosen: Selection, standard: Standard, name: str = ""
) -> list[Compared]:
    """Hold the version in force of each request that came more than once against the one before it."""
    with register.reading() as connection:
        current = {
            row.version: row for row in rows(connection, chosen) if name in row.name and row.number > 1
        }
        later = versions.alias()
        query = (
            select(later.c.id, *(versions.c[column] for column in ("id", *KIND_LABELS)))
            .select_from(
                versions.join(
                    later,
                    and_(
                        later.c.request == versions.c.request,
                        later.c.stage == versions.c.stage,
                        later.c.number == versions.c.number + 1,
                    ),
                )
            )
            .where(later.c.id.in_(current_versions(chosen)))
        )
        before = {
            after: Side(version, next((amount for amount in amounts if amount is not None), None))
            for after, version, *amounts in connection.execute(query)
        }
        return [
            _compared(connection, row, before[version], _side(row), standard)
            for version, row in current.items()
        ]


def compared_bytes(
    register: Register, found: list[Compared], title: str, standard: Standard, checked: Selection | None
) -> bytes:
    """The workbook of a comparison: a row for each request, and one for each thing in which two differ.

    Where the later side was compared whole (``checked``), the sums are held against the register.
    """
    sources = source_labels({source for one in found for source in one.funds}, standard)
    kinds = list(KIND_LABELS.values())
    columns = (
        Column("部局"), Column("課", width=18), Column("事業名", width=36), Column("種類"), Column("あるなし", width=10),
        *(Column(f"{side} {kind}(千円)", is_amount=True) for side in ("前", "後") for kind in kinds),
        Column("増減(千円)", is_amount=True),
        *(Column(f"増減 {label}(千円)", is_amount=True) for label in sources.values()),
        Column("違うところ", is_amount=True, width=10),
    )  # fmt: skip
    table: list[tuple[Value, ...]] = []
    details: list[tuple[Value, ...]] = []
    for one in sorted(found, key=lambda each: -abs(each.change)):
        name = (one.bureau, one.section, one.name)
        amounts = [
            side.amount if side is not None and one.kind == kind else None
            for side in (one.before, one.after)
            for kind in kinds
        ]
        count = None if one.differences is None else len(one.differences.differences)
        table.append(
            (*name, one.kind, one.way, *amounts, one.change, *(one.funds.get(key) for key in sources), count)
        )
        if one.differences is not None:
            details += [
                (
                    *name,
                    difference.section,
                    difference.what,
                    way_label(difference),
                    *sides(difference),
                    difference.by,
                )
                for difference in (*one.differences.figures, *one.differences.differences)
            ]
    register_sums: dict[str, int] = {}
    if checked is not None:
        with register.reading() as connection:
            register_sums = {
                f"後 {label}(千円)": version_sum(connection, in_last_stage(checked), kind)
                for kind, label in KIND_LABELS.items()
            }
    return tables_bytes(
        [
            TableSheet("比較", title, columns, table, register_sums),
            TableSheet(
                "違うところ",
                f"{title}　{len(details)}か所",
                (
                    Column("部局"), Column("課", width=18), Column("事業名", width=36), Column("項", width=26),
                    Column("欄", width=30), Column("種類", width=8), Column("前", width=44), Column("後", width=44),
                    Column("増減(千円)", is_amount=True),
                ),
                details,
            ),
        ]
    )  # fmt: skip


def as_data(found: list[Compared]) -> list[dict[str, Any]]:
    """A comparison for other programs; amounts are 千円."""
    return [
        {
            "bureau": one.bureau,
            "section": one.section,
            "name": one.name,
            "kind": one.kind,
            "before": one.before.amount if one.before else None,
            "after": one.after.amount if one.after else None,
            "change": one.change,
            "in_both": one.before is not None and one.after is not None,
            "funds": one.funds,
            "differences": None
            if one.differences is None
            else msgspec.to_builtins(one.differences.differences),
        }
        for one in found
    ]


def _side(row: RegisterRow | None) -> Side | None:
    return None if row is None else Side(row.version, row.amount)


def _compared(
    connection: Connection, row: RegisterRow, before: Side | None, after: Side | None, standard: Standard
) -> Compared:
    differences = None
    funds: dict[str, int] = {}
    if before is not None and after is not None:
        old, new = (request_of(connection, side.version) for side in (before, after))
        differences = compare(old, new, standard)
    if row.kind == "expenditure":
        was, now = (
            funds_of(connection, side.version) if side is not None else {} for side in (before, after)
        )
        funds = {source: gap for source in {**was, **now} if (gap := now.get(source, 0) - was.get(source, 0))}
    kind = KIND_LABELS[row.kind]
    return Compared(row.bureau, row.section, row.name, kind, before, after, differences, funds)
