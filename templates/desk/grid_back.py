"""The grid of decisions as it comes back: each row that somebody touched becomes a decision, or is refused with the reason."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final, Literal, NamedTuple, TypeAlias

from model.figures.commitments import GENERAL
from model.files.files import FileError
from model.register.deciding import DECIDED_LABELS, Decision, KeptDecision, decide, kept_decisions
from model.register.filled import Filled, RefusedDecisionError, decision_of, says_the_same
from model.register.listing import RegisterRow, asked_funds, current_decisions, rows, stage_rows, stages_of
from model.register.opening import Register
from model.request.grounds import Cut
from model.standard.standard import Standard
from model.values.amount import parse as parse_amount
from templates.desk.grid_row import (
    AMOUNT,
    COMMENT,
    GRANTED,
    GRID_TITLE,
    LINES_TITLE,
    REASON,
    RESULT,
    cuts_without_line,
)
from templates.desk.naming import source_labels
from templates.desk.table_book import KEY_HEADING
from templates.readers.books import read_book
from templates.readers.books.cells import Sheet, address

GridKind: TypeAlias = Literal["decided", "untouched", "refused"]


_CHANGED: Final = "表を出した後に新しい版が届いたか、ほかの人が決定しました。表を出し直して、今の内容を見て決定してください。"


class GridOutcome(NamedTuple):
    """What became of a row that came back: decided, untouched, or refused with the reason."""

    name: str
    kind: GridKind
    reason: str = ""


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
        now: dict[str, RegisterRow] = {}
        asked: dict[str, dict[str, int]] = {}
        kept: dict[str, KeptDecision] = {}
        for shown in stages_of(connection, {(*key.split(" "), "")[1] for _, key in grid.keys}):
            now |= {row.version: row for row in rows(connection, shown)}
            asked |= asked_funds(connection, shown)
            kept |= kept_decisions(connection, current_decisions(shown))
        closed = {stage[:3] for stage in stage_rows(connection) if stage.closed_at}
    used = {source for amounts in asked.values() for source in amounts if source != GENERAL}
    used |= {source.key for source in standard.funding_sources}
    sources = {label: key for key, label in source_labels(used, standard).items()}
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
            if row is None:
                raise RefusedDecisionError(_CHANGED)
            before = kept[row.decision].decision if row.decision else None
            others = cuts_without_line(before, listed.get(request, ()))
            made_of = _decision(row, filled, asked.get(version, {}), others, standard)
            if before is not None and isinstance(made_of, Decision) and says_the_same(made_of, before):
                outcomes.append(GridOutcome(name, "untouched"))
                continue
            if (row.year, row.budget, row.stage) in closed:
                raise RefusedDecisionError(
                    f"段階「{row.stage}」は締め切られているため、決定を変えられません。次の段階で決定してください。"
                )
            if str(row.revision) != revision:
                raise RefusedDecisionError(_CHANGED)
            if not isinstance(made_of, Decision):
                raise made_of
            made.append(made_of)
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


def _decision(
    row: RegisterRow,
    filled: Filled,
    asked: Mapping[str, int],
    others: tuple[Cut, ...],
    standard: Standard,
) -> Decision | RefusedDecisionError:
    """The decision that follows from a row, or why there is none; who knows more of the row decides which reason counts."""
    try:
        return decision_of(row, filled, asked, others, standard)
    except RefusedDecisionError as refusal:
        return refusal


def _read(
    table: _Table, index: int, sources: Mapping[str, str], cuts: tuple[tuple[str, int, str], ...]
) -> Filled:
    return Filled(
        table.text(index, RESULT),
        table.text(index, COMMENT),
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
            granted, asked = lines.amount(index, GRANTED), lines.amount(index, AMOUNT)
        except RefusedDecisionError as refusal:
            faults[request] = str(refusal)
            continue
        reason = lines.text(index, REASON)
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
