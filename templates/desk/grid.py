"""The grid of decisions (査定表): a workbook that goes out with what was asked and comes back with what was decided.

Each row carries, in a hidden column, the version and the revision that it showed and a digest of the decision that stood in it.
So a row that nobody touched says nothing, and one whose request went on meanwhile is refused and not taken for another. How it
comes back stands in ``grid_back``, what both know of it in ``grid_table``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from model.files.files import FileError
from model.keys.request_keys import KIND_LABELS
from model.register.deciding import kept_decisions
from model.register.filled import Filled, cuts_by_line, cuts_without_line, filled_of, unexplained
from model.register.listing import RegisterRow, Selection, asked_funds, current_decisions, rows
from model.register.opening import Register
from model.request.grounds import Cut
from model.request.place import GENERAL
from model.standard.standard import Standard
from templates.desk.grid_table import (
    AMOUNT,
    COMMENT,
    GRANTED,
    GRID_TITLE,
    LINES_TITLE,
    REASON,
    RESULT,
    RowKey,
    input_headings,
)
from templates.desk.naming import grantable_lines, source_labels
from templates.desk.table_book import Column, TableSheet, tables_bytes
from templates.workbook.style import Value

_REST: Final = "決定も説明もない額(千円)"
_OTHERS: Final = "行によらない減額(千円)"
_CUT: Final = "減額(千円)"
_ID: Final = 20
"""Letters of a request's id, with which the key of a row begins."""


def grid_bytes(register: Register, chosen: Selection, standard: Standard) -> bytes:
    """The workbook of the grid for the requests of a stage, with the decisions that there are."""
    with register.reading() as connection:
        found = rows(connection, chosen)
        asked = asked_funds(connection, chosen)
        kept = kept_decisions(connection, current_decisions(chosen))
        decided = {row.version: kept[row.decision].decision for row in found if row.decision}
        lines = {row.version: grantable_lines(connection, row.version, standard) for row in found}
    if not found:
        raise FileError("台帳に、選んだ年度・予算・段階の要求がありません。指定を確かめてください。")
    used = {source for amounts in asked.values() for source in amounts} | {
        source
        for decision in kept.values()
        for of_row in decision.decision.funds.values()
        for source in of_row
    }
    sources = source_labels(used - {GENERAL}, standard)
    inputs = input_headings(sources)
    wholes = [heading for (_, source), heading in inputs.items() if not source]
    line_rows: list[tuple[RegisterRow, str, str, int, tuple[int, str] | None]] = []
    for row in found:
        decision = decided.get(row.version)
        cuts = cuts_by_line(decision, {line for line, *_ in lines[row.version]}) if decision else {}
        line_rows += [(row, line, text, amount, cuts.get(line)) for line, text, amount in lines[row.version]]
    last = 3 + max(len(line_rows), 1)
    columns = (
        Column("部局"), Column("課", width=18), Column("事業名", width=36), Column("段階", width=12), Column("款"),
        Column("種類"),
        Column(AMOUNT, is_amount=True), Column("前年度(千円)", is_amount=True), Column("増減(千円)", is_amount=True),
        *(Column(f"要求 {label}(千円)", is_amount=True) for label in sources.values()),
        Column("誤り", is_amount=True, width=7), Column("注意", is_amount=True, width=7), Column("答えのない質問", is_amount=True, width=9),
        Column(RESULT, is_input=True, choices=tuple(standard.results)),
        *(Column(heading, is_amount=True, is_input=True) for heading in inputs.values()),
        Column(COMMENT, width=48, is_input=True),
        Column(_OTHERS, is_amount=True, width=20),
        Column(
            _REST,
            is_amount=True,
            width=20,
            formula=(
                f"={{{AMOUNT}}}-{{{_OTHERS}}}"
                + "".join(f"-IFERROR(VALUE(ASC({{{whole}}})),0)" for whole in wholes)
                +
                f'-SUMIF({LINES_TITLE}!$I$4:$I${last},LEFT({{key}},{_ID})&" *",{LINES_TITLE}!$G$4:$G${last})'
            ),
        ),
    )  # fmt: skip
    grid: list[tuple[Value, ...]] = []
    keys: list[str] = []
    for row in found:
        known = {line for line, *_ in lines[row.version]}
        filled = filled_of(decided.get(row.version), known)
        others = cuts_without_line(decided.get(row.version), known)
        grid.append(_row(row, asked.get(row.version, {}), sources, filled, others))
        keys.append(str(RowKey.of(row, filled)))
    decision_lines: list[tuple[Value, ...]] = [
        (
            row.bureau, row.section, row.name, text, amount,
            None if cut is None else amount - cut[0], 0 if cut is None else cut[0],
            "" if cut is None else cut[1],
        )
        for row, _, text, amount, cut in line_rows
    ]  # fmt: skip
    # the hidden key stands in column I; SUMIF of the other sheet needs G (the cut) and the key
    line_columns = (
        Column("部局"), Column("課", width=18), Column("事業名", width=36), Column("経費", width=30),
        Column(AMOUNT, is_amount=True), Column(GRANTED, is_amount=True, is_input=True),
        Column(_CUT, is_amount=True, formula=f'=IF({{{GRANTED}}}="",0,IFERROR({{{AMOUNT}}}-VALUE(ASC({{{GRANTED}}})),0))'),
        Column(REASON, width=48, is_input=True),
    )  # fmt: skip
    note = (
        "黄色の欄に入れて保存し、assess で台帳に戻します。見出しと行の控え（隠れた列）は変えないでください。"
    )
    return tables_bytes(
        [
            TableSheet(GRID_TITLE, note, columns, grid, keys=keys),
            TableSheet(
                LINES_TITLE,
                "減らす経費の行に、計上額と理由を入れます。空欄の行は減額なしです。",
                line_columns,
                decision_lines,
                keys=[f"{row.request} {line}" for row, line, *_ in line_rows],
            ),
        ]
    )


def _row(
    row: RegisterRow,
    asked: Mapping[str, int],
    sources: Mapping[str, str],
    filled: Filled,
    others: tuple[Cut, ...],
) -> tuple[Value, ...]:
    rest = sum(cut.amount for cut in others if isinstance(cut.amount, int))
    return (
        row.bureau, row.section, row.name, row.stage, row.kan, KIND_LABELS[row.kind], row.amount, row.previous, row.change,
        *(asked.get(source) for source in sources),
        row.errors, row.warnings, row.unanswered,
        filled.result, *(filled.amount(*at) for at in input_headings(sources)), filled.comment, rest or None, unexplained(row.amount, filled, others),
    )  # fmt: skip
