"""The grid of decisions (査定表): a workbook that goes out with what was asked and comes back with what was decided.

Each row carries, in a hidden column, the version and the revision that it showed and a digest of the decision that stood in it.
So a row that nobody touched says nothing, and one whose request went on meanwhile is refused and not taken for another.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Final, Literal, NamedTuple, TypeAlias

from sqlalchemy import Connection

from model.figures.commitments import GENERAL
from model.files.files import FileError
from model.register.deciding import DECIDED_LABELS, Decision, decide, kept_decisions
from model.register.filled import Filled, RefusedDecisionError, decision_of
from model.register.listing import KIND_LABELS, RegisterRow, Selection, funds, rows
from model.register.opening import Register
from model.request.grounds import Cut
from model.standard.standard import Standard
from model.values.amount import parse as parse_amount
from templates.desk.naming import cost_lines, words_of
from templates.desk.table_book import KEY_HEADING, Column, TableSheet, tables_bytes
from templates.readers.books import read_book
from templates.readers.books.cells import Sheet, address
from templates.workbook.style import Value

GRID_TITLE: Final = "査定"
LINES_TITLE: Final = "行別"
_AMOUNT: Final = "要求額(千円)"
_RESULT: Final = "結果"
_COMMENT: Final = "財政課処理欄"
_REST: Final = "決定も説明もない額(千円)"
_OTHERS: Final = "行によらない減額(千円)"
_GRANTED: Final = "計上額(千円)"
_CUT: Final = "減額(千円)"
_REASON: Final = "減額の理由"
_ID: Final = 20
"""Letters of a request's id, with which the key of a row begins."""

GridKind: TypeAlias = Literal["decided", "untouched", "refused"]


class GridOutcome(NamedTuple):
    """What became of a row that came back: decided, untouched, or refused with the reason."""

    name: str
    kind: GridKind
    reason: str = ""


def grid_bytes(register: Register, chosen: Selection, standard: Standard) -> bytes:
    """The workbook of the grid for the requests of a stage, with the decisions that there are."""
    with register.reading() as connection:
        found = rows(connection, chosen)
        asked = funds(connection, chosen)
        kept = kept_decisions(connection, [row.decision for row in found if row.decision])
        decided = {row.version: kept[row.decision].decision for row in found if row.decision}
        lines = {row.version: _lines(connection, row, standard) for row in found}
    if not found:
        raise FileError("台帳に、選んだ年度・予算・段階の要求がありません。指定を確かめてください。")
    used = {source for amounts in asked.values() for source in amounts} | {
        source
        for decision in kept.values()
        for of_row in decision.decision.funds.values()
        for source in of_row
    }
    sources = {key: standard.source_label(key) for key in _in_order(used, standard)}
    line_rows: list[tuple[RegisterRow, str, str, int, tuple[int, str] | None]] = []
    for row in found:
        decision = decided.get(row.version)
        cuts = _by_line(decision, {line for line, *_ in lines[row.version]}) if decision else {}
        line_rows += [(row, line, text, amount, cuts.get(line)) for line, text, amount in lines[row.version]]
    last = 3 + max(len(line_rows), 1)
    columns = (
        Column("部局"), Column("課", width=18), Column("事業名", width=36), Column("段階", width=12), Column("款"),
        Column("種類"),
        Column(_AMOUNT, is_amount=True), Column("前年度(千円)", is_amount=True), Column("増減(千円)", is_amount=True),
        *(Column(f"要求 {label}(千円)", is_amount=True) for label in sources.values()),
        Column("誤り", is_amount=True, width=7), Column("注意", is_amount=True, width=7), Column("未回答", is_amount=True, width=7),
        Column(_RESULT, is_input=True, choices=tuple(standard.results)),
        *_input_columns(sources),
        Column(_COMMENT, width=48, is_input=True),
        Column(_OTHERS, is_amount=True, width=20),
        Column(
            _REST,
            is_amount=True,
            width=20,
            formula=(
                f"={{{_AMOUNT}}}-{{計上額(千円)}}-{{保留額(千円)}}-{{別途額(千円)}}-{{{_OTHERS}}}"
                f'-SUMIF({LINES_TITLE}!$I$4:$I${last},LEFT({{key}},{_ID})&" *",{LINES_TITLE}!$G$4:$G${last})'
            ),
        ),
    )  # fmt: skip
    grid: list[tuple[Value, ...]] = []
    keys: list[str] = []
    for row in found:
        known = {line for line, *_ in lines[row.version]}
        filled = _filled(decided.get(row.version), known)
        others = _without_line(decided.get(row.version), known)
        grid.append(_row(row, asked.get(row.version, {}), sources, filled, others))
        keys.append(f"{row.request} {row.version} {row.revision} {filled.digest}")
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
        Column(_AMOUNT, is_amount=True), Column(_GRANTED, is_amount=True, is_input=True),
        Column(_CUT, is_amount=True, formula=f'=IF({{{_GRANTED}}}="",0,{{{_AMOUNT}}}-{{{_GRANTED}}})'),
        Column(_REASON, width=48, is_input=True),
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


def take_grid(register: Register, path: Path, standard: Standard) -> list[GridOutcome]:
    """Take a grid that came back into the register, in one step.

    Returns:
        What became of each row. A row that is refused keeps no other from being decided.

    Raises:
        FileError: when the file is no grid.
        ChangedMeanwhileError: when somebody decided while it was being taken; then nothing is written.
    """
    book = read_book(path)
    grid = _Table.of(book.sheet(GRID_TITLE), path)
    lines = _Table.of(book.sheet(LINES_TITLE), path)
    listed: dict[str, set[str]] = {}
    for _, key in lines.keys:
        request, _, line = key.partition(" ")
        listed.setdefault(request, set()).add(line)
    with register.reading() as connection:
        now = {row.version: row for row in rows(connection)}
        asked = funds(connection, Selection())
        kept = kept_decisions(connection, [row.decision for row in now.values() if row.decision])
    sources = {standard.source_label(key): key for key in _in_order(_every_source(asked, standard), standard)}
    faults: dict[str, str] = {}
    cuts = _cuts(lines, faults)
    outcomes: list[GridOutcome] = []
    made: list[Decision] = []
    for index, key in grid.keys:
        request, version, revision, digest = (*key.split(" "), "", "", "", "")[:4]
        name = f"{grid.text(index, '課')}「{grid.text(index, '事業名')}」"
        try:
            filled = _read(grid, index, sources, cuts.get(request, ()))
            if filled.digest == digest:
                outcomes.append(GridOutcome(name, "untouched"))
                continue
            if fault := faults.get(request):
                raise RefusedDecisionError(fault)
            row = now.get(version)
            if row is None or str(row.revision) != revision:
                raise RefusedDecisionError(
                    "表を出した後に新しい版が届いたか、ほかの人が決定しました。表を出し直して、今の内容を見て決定してください。"
                )
            before = kept[row.decision].decision if row.decision else None
            others = _without_line(before, listed.get(request, ()))
            made.append(decision_of(row, filled, asked.get(version, {}), others))
        except RefusedDecisionError as refusal:
            outcomes.append(GridOutcome(name, "refused", str(refusal)))
        else:
            outcomes.append(GridOutcome(name, "decided", _words(made[-1])))
    if made:
        decide(register, made)
    return outcomes


class _Table:
    """A table that came back: its headings, and its rows that have a key."""

    def __init__(self, sheet: Sheet, heading: int, columns: dict[str, int]) -> None:
        self._sheet = sheet
        self._columns = columns
        self.keys = [
            (index, str(row[columns[KEY_HEADING]]))
            for index, row in sorted(sheet.rows.items())
            if index > heading and row.get(columns[KEY_HEADING])
        ]

    @staticmethod
    def of(sheet: Sheet | None, path: Path) -> _Table:
        for index, row in sorted(sheet.rows.items()) if sheet is not None else ():
            columns = {str(value): column for column, value in row.items()}
            if sheet is not None and KEY_HEADING in columns:
                return _Table(sheet, index, columns)
        raise FileError(
            f"「{path.name}」は査定表ではないか、行の控え（隠れた列）が消されています。assess で表を出し直してください。"
        )

    def text(self, row: int, heading: str) -> str:
        """The text of a cell; "" where it is blank, or there is no such column."""
        value = self._sheet.value(row, self._columns.get(heading, 0))
        return "" if value is None else str(value).strip()

    def amount(self, row: int, heading: str) -> int | None:
        """The amount of a cell, 千円; None where it is blank.

        Raises:
            RefusedDecisionError: where it is none.
        """
        if heading not in self._columns:
            return None
        text = self.text(row, heading)
        value = parse_amount(text) if text else None
        if isinstance(value, str):
            where = address(row, self._columns[heading])
            raise RefusedDecisionError(
                f"{self._sheet.title}!{where} の「{text}」は額として読めません。千円の整数を入れてください。"
            )
        return value


def _input_columns(sources: Mapping[str, str]) -> list[Column]:
    columns: list[Column] = []
    for label in DECIDED_LABELS.values():
        columns.append(Column(f"{label}額(千円)", is_amount=True, is_input=True))
        columns += [
            Column(f"{label} {source}(千円)", is_amount=True, is_input=True) for source in sources.values()
        ]
    return columns


def _row(
    row: RegisterRow,
    asked: Mapping[str, int],
    sources: Mapping[str, str],
    filled: Filled,
    others: tuple[Cut, ...],
) -> tuple[Value, ...]:
    inputs: list[Value] = []
    for of_row in DECIDED_LABELS:
        inputs.append(filled.wholes[of_row])
        inputs += [filled.funds[of_row].get(source) for source in sources]
    rest = sum(cut.amount for cut in others if isinstance(cut.amount, int))
    explained = sum(whole or 0 for whole in filled.wholes.values()) + sum(cut for _, cut, _ in filled.cuts)
    return (
        row.bureau, row.section, row.name, row.stage, row.kan, KIND_LABELS[row.kind], row.amount, row.previous, row.change,
        *(asked.get(source) for source in sources),
        row.errors, row.warnings, row.open_questions,
        filled.result, *inputs, filled.comment, rest or None, (row.amount or 0) - explained - rest,
    )  # fmt: skip


def _filled(decision: Decision | None, known: Collection[str]) -> Filled:
    """What stands in the row of a decision; blanks where there is none."""
    if decision is None:
        return Filled("", "", dict.fromkeys(DECIDED_LABELS), {row: {} for row in DECIDED_LABELS}, ())
    return Filled(
        decision.result,
        decision.comment,
        {row: getattr(decision, row) for row in DECIDED_LABELS},
        {row: dict(decision.funds.get(row, {})) for row in DECIDED_LABELS},
        tuple(sorted((line, *cut) for line, cut in _by_line(decision, known).items())),
    )


def _read(
    table: _Table, index: int, sources: Mapping[str, str], cuts: tuple[tuple[str, int, str], ...]
) -> Filled:
    return Filled(
        table.text(index, _RESULT),
        table.text(index, _COMMENT),
        {row: table.amount(index, f"{label}額(千円)") for row, label in DECIDED_LABELS.items()},
        {
            row: {
                key: amount
                for source, key in sources.items()
                if (amount := table.amount(index, f"{label} {source}(千円)")) is not None
            }
            for row, label in DECIDED_LABELS.items()
        },
        cuts,
    )


def _cuts(lines: _Table, faults: dict[str, str]) -> dict[str, tuple[tuple[str, int, str], ...]]:
    """The cuts of each request by line; what cannot be read is noted as a fault of its request."""
    found: dict[str, list[tuple[str, int, str]]] = {}
    for index, key in lines.keys:
        request, _, line = key.partition(" ")
        try:
            granted, asked = lines.amount(index, _GRANTED), lines.amount(index, _AMOUNT)
        except RefusedDecisionError as refusal:
            faults[request] = str(refusal)
            continue
        reason = lines.text(index, _REASON)
        if granted is not None and asked is not None and granted != asked:
            if not reason:
                faults[request] = (
                    f"{LINES_TITLE}の「{lines.text(index, '経費')}」に減額の理由がありません。理由の文を入れてください。"
                )
            found.setdefault(request, []).append((line, asked - granted, reason))
    return {request: tuple(sorted(parts)) for request, parts in found.items()}


def _words(decision: Decision) -> str:
    amounts = (
        f"{label} {amount:,}千円"
        for row, label in DECIDED_LABELS.items()
        if (amount := getattr(decision, row)) is not None
    )
    return "、".join(amounts)


def _lines(connection: Connection, row: RegisterRow, standard: Standard) -> list[tuple[str, str, int]]:
    """The cost lines that carry amounts: id, words, 千円."""
    return [
        (line.line.id, words_of(line), line.amount.value)
        for line in cost_lines(connection, row.version, standard)
        if not line.parts and line.amount.value is not None
    ]


def _by_line(decision: Decision, known: Collection[str]) -> dict[str, tuple[int, str]]:
    """The cuts of a decision by its lines: how much in all, and the sentences."""
    found: dict[str, tuple[int, str]] = {}
    for cut in decision.cuts:
        if cut.line in known and isinstance(cut.amount, int):
            amount, reason = found.get(cut.line, (0, ""))
            found[cut.line] = amount + cut.amount, "　".join(filter(None, (reason, cut.reason)))
    return found


def _without_line(decision: Decision | None, known: Collection[str]) -> tuple[Cut, ...]:
    """The cuts of a decision that are tied to no line of the grid, which the grid leaves as they are."""
    return tuple(cut for cut in decision.cuts if cut.line not in known) if decision is not None else ()


def _every_source(asked: Mapping[str, Mapping[str, int]], standard: Standard) -> set[str]:
    known = {source.key for source in standard.funding_sources}
    return known | {source for amounts in asked.values() for source in amounts}


def _in_order(used: set[str], standard: Standard) -> list[str]:
    """Specific funds in the order of the Standard, then those that it does not have."""
    known = [source.key for source in standard.funding_sources]
    return [*(key for key in known if key in used), *sorted(used - {*known, GENERAL})]
