"""The consolidated workbook (集計): tables with filters over all requests, each held against sums of the register itself.

A table takes its rows from the versions in force; what stands above it as 台帳の計 was added up by the database alone
(``model/register/sums``), so that a row that is lost or doubled on the way shows as 差.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import Final

from sqlalchemy import Connection

from model.files.files import FileError
from model.keys.request_keys import KIND_LABELS, SheetKind
from model.register.deciding import DECIDED_LABELS, DecidedRow, kept_decisions
from model.register.earlier import earlier_stages
from model.register.listing import RegisterRow, Selection, current_decisions, funds, rows
from model.register.opening import Register
from model.register.sums import (
    change_sum,
    decided_sum,
    granted_sum,
    kind_count,
    source_sum,
    version_sum,
)
from model.request.place import GENERAL
from model.standard.standard import Standard
from model.values.amount import change_percent
from model.values.grouped import grouped
from templates.desk.consolidated import Desk
from templates.desk.consolidated_lists import (
    answered_questions,
    decisions_with_reasons,
    differing_totals,
    hand_changed,
)
from templates.desk.consolidated_years import commitments_by_year, continuing_by_year
from templates.desk.naming import source_labels
from templates.desk.statutory import carry_over_ledger, commitment_ledger, continuing_ledger
from templates.desk.table_book import Column, TableSheet, amount_columns, tables_bytes
from templates.workbook.style import Value

CONSOLIDATED: Final = "集計"
_WHOLE_GRANTED: Final = "計上額の計(千円)"
"""Heads what a stage and those before it granted together."""


def consolidated_bytes(register: Register, chosen: Selection, standard: Standard) -> bytes:
    """The consolidated workbook.

    Raises:
        FileError: when the register has no such requests.
    """
    with register.reading() as connection:
        desk = _desk(connection, chosen, standard)
        return tables_bytes(_tables(desk))


def _tables(desk: Desk) -> Iterator[TableSheet]:
    """The tables, each made when it is asked for: the rows of all of them need not be in the memory at once."""
    yield _projects(desk)
    yield _by_source(desk, "部局×財源", ("部局",), lambda row: (row.bureau or "部局なし",))
    yield _by_source(desk, "款項目×財源", ("款", "項", "目"), lambda row: (row.kan, row.kou, row.moku))
    yield _changes(desk)
    for table in (
        *(differing_totals, hand_changed, answered_questions, commitments_by_year, continuing_by_year),
        *(decisions_with_reasons, commitment_ledger, continuing_ledger, carry_over_ledger),
    ):
        yield table(desk)


def _desk(connection: Connection, chosen: Selection, standard: Standard) -> Desk:
    found = rows(connection, chosen)
    if not found:
        raise FileError("台帳に、選んだ年度・予算・段階の要求がありません。指定を確かめてください。")
    asked = funds(connection, chosen)
    used = {source for row in found if row.kind == "expenditure" for source in asked.get(row.version, ())}
    return Desk(
        connection=connection,
        chosen=chosen,
        standard=standard,
        rows=found,
        asked=asked,
        kept=kept_decisions(connection, current_decisions(Selection(chosen.year, chosen.budget))),
        earlier=earlier_stages(connection, found),
        sources=source_labels(used | {GENERAL}, standard),
    )


def _kind_heading(kind: str) -> str:
    return f"{KIND_LABELS[kind]}(千円)"  # type: ignore[index]


def _decided_heading(of_row: DecidedRow, kind: SheetKind) -> str:
    return f"{DECIDED_LABELS[of_row]}額 {_kind_heading(kind)}"


def _register_sums(desk: Desk) -> dict[str, int]:
    """The sums of the columns that the tables of 歳出 share, as the database gives them."""
    return {f"{label}(千円)": source_sum(*desk.at, key) for key, label in desk.sources.items()}


def _projects(desk: Desk) -> TableSheet:
    """事業一覧: every request, each kind of amount in a column of its own."""
    kinds: list[SheetKind] = [kind for kind in KIND_LABELS if any(row.kind == kind for row in desk.rows)]
    columns = (
        Column("年度(西暦)", width=11), Column("予算", width=12), Column("段階", width=14), Column("版", width=6),
        Column("部局コード", width=10), Column("部局"), Column("課コード", width=10), Column("課", width=18),
        Column("会計", width=12), Column("事業区分", width=18), Column("款"), Column("項"), Column("目"),
        Column("事業名", width=36), Column("種類"),
        *amount_columns(*(_kind_heading(kind) for kind in KIND_LABELS)),
        *amount_columns("前年度(千円)", "増減(千円)"),
        *amount_columns(*(f"{label}(千円)" for label in desk.sources.values())),
        Column("人役(人)", width=9),
        *amount_columns("前の段階までの計上額(千円)", *(_decided_heading(of_row, kind) for of_row in DECIDED_LABELS for kind in kinds), "減額(千円)"),
        Column("結果", width=10), Column("誤り", is_amount=True, width=7), Column("注意", is_amount=True, width=7),
        Column("合わない合計", is_amount=True, width=8), Column("答えのない質問", is_amount=True, width=8),
        Column("送った人", width=18), Column("ファイル", width=48), Column("要求の番号", width=22),
    )  # fmt: skip
    table: list[tuple[Value, ...]] = []
    for row in desk.rows:
        own = desk.asked.get(row.version, {}) if row.kind == "expenditure" else {}
        # blanks where another version was decided on than that in force
        decided = (None, None, None) if row.is_outdated else (row.assessed, row.held, row.separate)
        cut = (
            None if decided == (None, None, None) else (row.amount or 0) - sum(part or 0 for part in decided)
        )
        earlier = desk.earlier.get(row.version)
        table.append(
            (
                row.year, row.budget, row.stage, row.number,
                row.bureau_code, row.bureau, row.section_code, row.section,
                row.account, row.business_class, row.kan, row.kou, row.moku, row.name, KIND_LABELS[row.kind],
                *(getattr(row, kind) for kind in KIND_LABELS), row.previous, row.change,
                *(own.get(source) for source in desk.sources), Decimal(row.people) / 1000,
                earlier.granted if earlier else None,
                *(part if row.kind == kind else None for part in decided for kind in kinds), cut,
                row.result, row.errors, row.warnings, row.declared, row.unanswered, row.sender, row.source, row.request,
            )
        )  # fmt: skip
    register = {_kind_heading(kind): version_sum(*desk.at, kind) for kind in KIND_LABELS}
    register["前年度(千円)"] = version_sum(*desk.at, "previous")
    register |= _register_sums(desk)
    for of_row in DECIDED_LABELS:
        for kind in kinds:
            register[_decided_heading(of_row, kind)] = decided_sum(*desk.at, of_row, kind)
    return TableSheet(
        "事業一覧",
        f"台帳の要求 {len(desk.rows)}件。単位: 千円。歳出・債務負担行為・継続費・繰越は別の列です。債務負担行為は別の用紙の要求だけで、歳出の要求に付くものは「債務負担行為」のシートにあります。",
        columns,
        table,
        register,
    )


def _by_source(
    desk: Desk, title: str, headings: tuple[str, ...], key_of: Callable[[RegisterRow], tuple[str, ...]]
) -> TableSheet:
    """歳出 by a key of the requests and the source: asked, last year, and what was granted of each."""
    columns = (
        *(Column(heading, width=18) for heading in headings),
        Column("件数", is_amount=True, width=8),
        *amount_columns(
            "歳出(千円)",
            *(f"{label}(千円)" for label in desk.sources.values()),
            "前年度(千円)",
            "計上額(千円)",
        ),
        *amount_columns(*(f"計上 {label}(千円)" for label in desk.sources.values())),
    )
    if desk.earlier:
        columns += amount_columns(
            _WHOLE_GRANTED, *(f"計上の計 {label}(千円)" for label in desk.sources.values())
        )
    table: list[tuple[Value, ...]] = []
    for key, own in grouped((row for row in desk.rows if row.kind == "expenditure"), key_of).items():
        in_force = [row for row in own if row.is_decided]
        before = [
            row for each in own if each.version in desk.earlier for row in desk.earlier[each.version].decided
        ]
        table.append(
            (
                *key,
                len(own),
                sum(row.expenditure or 0 for row in own),
                *(
                    sum(desk.asked.get(row.version, {}).get(source, 0) for row in own)
                    for source in desk.sources
                ),
                sum(row.previous or 0 for row in own),
                *_granted(desk, in_force),
                *(_granted(desk, [*before, *in_force]) if desk.earlier else ()),
            )
        )
    of_expense = decided_sum(*desk.at, "assessed", "expenditure")
    register = {
        "歳出(千円)": version_sum(*desk.at, "expenditure"),
        **_register_sums(desk),
        "件数": kind_count(*desk.at, "expenditure"),
        "前年度(千円)": version_sum(*desk.at, "previous", "expenditure"),
        "計上額(千円)": of_expense,
    }
    if desk.earlier:
        register[_WHOLE_GRANTED] = granted_sum(*desk.at)
    return TableSheet(
        title, "歳出だけの集計です。財源に事業費は入りません。単位: 千円", columns, table, register
    )


def _granted(desk: Desk, decided: Iterable[RegisterRow]) -> tuple[int, ...]:
    """計上額 of rows that are decided, and what of it each source pays, 千円."""
    granted: Counter[str] = Counter()
    for row in decided:
        granted.update(desk.kept[row.decision].decision.sources_of("assessed"))
    return granted.total(), *(granted[source] for source in desk.sources)


def _changes(desk: Desk) -> TableSheet:
    """増減の大きい順: 歳出 that went up or down, the largest change first."""
    changed = sorted(
        (row for row in desk.rows if row.change),
        key=lambda row: (-abs(row.change or 0), row.request, row.stage),
    )
    columns = (
        Column("部局"), Column("課", width=18), Column("事業名", width=36), Column("段階", width=14),
        *amount_columns("歳出(千円)", "前年度(千円)", "増減(千円)"), Column("増減率(%)", width=10),
    )  # fmt: skip
    table: list[tuple[Value, ...]] = [
        (
            row.bureau, row.section, row.name, row.stage, row.expenditure, row.previous, row.change,
            change_percent(row.expenditure, row.previous),
        )
        for row in changed
    ]  # fmt: skip
    return TableSheet(
        "増減の大きい順",
        f"前年度と違う歳出 {len(changed)}件。単位: 千円",
        columns,
        table,
        {"増減(千円)": change_sum(*desk.at)},
    )
