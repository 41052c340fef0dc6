"""The notice of decisions (内示): a workbook for each section with what was decided on its own requests, and nothing else.

A section sees neither who decided, nor the questions and findings of the desk, nor anything of another section.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sqlalchemy import Connection

from model.keys.request_keys import KIND_LABELS
from model.register.deciding import DECIDED_LABELS, Decision, KeptDecision, kept_decisions
from model.register.earlier import Earlier, earlier_stages
from model.register.listing import RegisterRow, Selection, asked_funds, current_decisions, rows
from model.register.opening import Register
from model.request.place import GENERAL
from model.standard.standard import Standard
from model.values.fiscal_year import official
from templates.desk.naming import Section, by_section, general_label, line_names
from templates.desk.table_book import Column, TableSheet, amount_columns, tables_bytes
from templates.workbook.style import Value

NOTICE: Final = "内示"
_MULTI_YEAR: Final = ("commitment", "continuing")
_NAME = (
    Column("事業名", width=40), Column("年度", width=10), Column("予算", width=12), Column("段階", width=14),
)  # fmt: skip


def notices(register: Register, chosen: Selection, standard: Standard) -> dict[Section, bytes]:
    """The workbook of each section that has decided requests; a request whose version in force is not decided is in none."""
    with register.reading() as connection:
        found = [row for row in rows(connection, chosen) if row.is_decided]
        kept = kept_decisions(connection, current_decisions(chosen))
        asked = asked_funds(connection, chosen)
        earlier = earlier_stages(connection, found)
        return {
            section: _notice(connection, section, own, kept, asked, earlier, standard)
            for section, own in by_section(found).items()
        }


def _notice(
    connection: Connection,
    section: Section,
    own: list[RegisterRow],
    kept: dict[str, KeptDecision],
    asked: Mapping[str, Mapping[str, int]],
    earlier: Mapping[str, Earlier],
    standard: Standard,
) -> bytes:
    is_later = any(row.version in earlier for row in own)
    projects: list[tuple[Value, ...]] = []
    sources: list[tuple[Value, ...]] = []
    cuts: list[tuple[Value, ...]] = []
    for row in own:
        name = (row.name, official(row.year).label, row.budget, row.stage)
        kind = KIND_LABELS[row.kind]
        decision = kept[row.decision].decision
        cut = (row.amount or 0) - sum(decision.wholes.values())
        projects.append(
            (
                *name, kind, row.amount, decision.assessed, decision.held, decision.separate, cut,
                *((_through(row, earlier),) if is_later else ()), decision.result, decision.comment,
            )
        )  # fmt: skip
        known = decision.amounts()
        if _is_untold(row, decision, asked.get(row.version, {})):
            whole = sum(amount for *_, amount in known)
            known = []
            sources.append(
                (*name, kind, "", "財源別の額が決定にありません。財政課に確かめてください。", whole)
            )
        sources += [
            (*name, kind, DECIDED_LABELS[of_row], _source(source, standard), amount)
            for of_row, source, amount in known
        ]
        lines = line_names(connection, row.version, standard) if decision.cuts else {}
        cuts += [(*name, lines.get(part.line, ""), part.amount, part.reason) for part in decision.cuts]
    title = f"{section.bureau} {section.name}"
    return tables_bytes(
        [
            TableSheet(
                NOTICE,
                f"{title} {len(own)}件。単位: 千円",
                (
                    *_NAME,
                    Column("種類"),
                    *amount_columns(
                        "要求額(千円)", "計上額(千円)", "保留額(千円)", "別途額(千円)", "減額(千円)"
                    ),
                    *(amount_columns("計上額の計(千円)") if is_later else ()),
                    Column("結果", width=12),
                    Column("財政課処理欄", width=60),
                ),
                projects,
            ),
            TableSheet(
                "財源別",
                "計上・保留・別途の財源別の額です。債務負担行為と継続費は、全部の年度の計です。",
                (
                    *_NAME,
                    Column("種類"),
                    Column("行", width=8),
                    Column("財源", width=30),
                    *amount_columns("金額(千円)"),
                ),
                sources,
            ),
            TableSheet(
                "減額の内訳",
                "減額の理由です。経費が空欄のものは、特定の行によらない減額です。",
                (
                    *_NAME,
                    Column("経費", width=32),
                    Column("減額(千円)", is_amount=True),
                    Column("理由", width=60),
                ),
                cuts,
            ),
        ]
    )


def _through(row: RegisterRow, earlier: Mapping[str, Earlier]) -> int:
    """計上額 at a stage and at those before it together, 千円."""
    before = earlier.get(row.version)
    return (row.assessed or 0) + (before.granted or 0 if before is not None else 0)


def _is_untold(row: RegisterRow, decision: Decision, asked: Mapping[str, int]) -> bool:
    """Whether a request that binds later years has specific funds, and nobody said which of them were decided."""
    if row.kind not in _MULTI_YEAR or any(decision.funds.values()):
        return False
    return any(amount for source, amount in asked.items() if source != GENERAL)


def _source(source: str, standard: Standard) -> str:
    return general_label(standard) if source == GENERAL else standard.source_label(source)
