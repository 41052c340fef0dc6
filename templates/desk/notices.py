"""The notice of decisions (内示): a workbook for each section with what was decided on its own requests, and nothing else.

A section sees neither who decided, nor the questions and findings of the desk, nor anything of another section.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection

from model.figures.commitments import GENERAL
from model.register.deciding import DECIDED_LABELS, KeptDecision, kept_decisions
from model.register.listing import KIND_LABELS, RegisterRow, Selection, rows
from model.register.opening import Register
from model.standard.standard import Standard
from templates.desk.naming import general_label, line_names
from templates.desk.sections import Section, by_section
from templates.desk.table_book import Column, TableSheet, tables_bytes
from templates.workbook.style import Value

NOTICE: Final = "内示"
_NAME = (Column("事業名", width=40), Column("段階", width=14))


def notices(register: Register, chosen: Selection, standard: Standard) -> dict[Section, bytes]:
    """The workbook of each section that has requests; a request without a decision stands in it as 未決定."""
    with register.reading() as connection:
        found = rows(connection, chosen)
        kept = kept_decisions(connection, [row.decision for row in found if row.decision])
        return {
            section: _notice(connection, section, own, kept, standard)
            for section, own in by_section(found).items()
        }


def _notice(
    connection: Connection,
    section: Section,
    own: list[RegisterRow],
    kept: dict[str, KeptDecision],
    standard: Standard,
) -> bytes:
    projects: list[tuple[Value, ...]] = []
    sources: list[tuple[Value, ...]] = []
    cuts: list[tuple[Value, ...]] = []
    for row in own:
        name = (row.name, row.stage)
        kind = KIND_LABELS[row.kind]
        of_row = kept.get(row.decision)
        if of_row is None or row.is_outdated:
            projects.append((*name, kind, row.amount, None, None, None, None, "未決定", ""))
            continue
        decision = of_row.decision
        cut = (row.amount or 0) - sum(getattr(decision, key) or 0 for key in DECIDED_LABELS)
        projects.append(
            (
                *name, kind, row.amount, decision.assessed, decision.held, decision.separate, cut,
                decision.result, decision.comment,
            )
        )  # fmt: skip
        sources += [
            (*name, DECIDED_LABELS[key], _source(source, standard), amount)
            for key, source, amount in decision.amounts()
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
                    *(
                        Column(heading, is_amount=True)
                        for heading in (
                            "要求額(千円)",
                            "計上額(千円)",
                            "保留額(千円)",
                            "別途額(千円)",
                            "減額(千円)",
                        )
                    ),
                    Column("結果", width=12),
                    Column("財政課処理欄", width=60),
                ),
                projects,
            ),
            TableSheet(
                "財源別",
                "計上・保留・別途の財源別の額です。",
                (
                    *_NAME,
                    Column("行", width=8),
                    Column("財源", width=18),
                    Column("金額(千円)", is_amount=True),
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


def _source(source: str, standard: Standard) -> str:
    return general_label(standard) if source == GENERAL else standard.source_label(source)
