"""The grid of decisions as it comes back: each row that somebody touched becomes a decision, or is refused with the reason."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from model.files.files import FileError
from model.language import phrase
from model.register.filled import Filled, RefusedDecisionError, filled_of
from model.register.filling import FilledOutcome, FilledRow, take_filled
from model.register.listing import asked_funds, stages_of
from model.register.opening import Register
from model.standard.standard import Standard
from templates.desk.grid_table import (
    AMOUNT,
    GRANTED,
    GRID_TITLE,
    LINES_TITLE,
    NO_KEY,
    REASON,
    GridTable,
    RowKey,
)
from templates.desk.naming import specific_labels
from templates.readers.books import read_book
from templates.readers.books.cells import Sheet


def take_grid(register: Register, path: Path, standard: Standard) -> list[FilledOutcome]:
    """Take a grid that came back into the register, in one step.

    Returns:
        What became of each row. A row that is refused keeps no other from being decided.

    Raises:
        FileError: when the file is no grid.
        ChangedMeanwhileError: when somebody decided while it was being taken; then nothing is written.
    """
    book = read_book(path)
    grid = _table(book.sheet(GRID_TITLE), path)
    lines = _table(book.sheet(LINES_TITLE), path)
    listed: dict[str, set[str]] = {}
    for _, of_line in lines.keys:
        request, _, line = of_line.partition(" ")
        listed.setdefault(request, set()).add(line)
    with register.reading() as connection:
        stages = stages_of(connection, {RowKey.read(text).version for _, text in grid.keys})
        asked = [funds for stage in stages for funds in asked_funds(connection, stage).values()]
    sources = specific_labels(asked, standard)
    unread: dict[str, RefusedDecisionError] = {}
    faults: dict[str, str] = {}
    cuts = _cuts(lines, unread, faults)
    found: list[FilledRow] = []
    for index, text in grid.keys:
        key = RowKey.read(text)
        try:
            if key.request in unread:
                raise unread[key.request]
            blank = replace(filled_of(None, ()), cuts=cuts.get(key.request, ()))
            filled: Filled | RefusedDecisionError = grid.filled(index, sources, blank)
        except RefusedDecisionError as refusal:
            filled = refusal
        found.append(
            FilledRow(
                grid.name(index),
                key.version,
                key.revision,
                key.shown,
                filled,
                listed.get(key.request, ()),
                faults.get(key.request, ""),
            )
        )
    nameless = [
        FilledOutcome(f"{title}の{index}行目", "refused", NO_KEY)
        for title, table in ((GRID_TITLE, grid), (LINES_TITLE, lines))
        for index in table.without_key
    ]
    return take_filled(register, found, standard) + nameless


def _table(sheet: Sheet | None, path: Path) -> GridTable:
    if (table := GridTable.of(sheet)) is None:
        raise FileError(
            "「{name}」は査定表ではないか、行の控え（隠れた列）が消されています。assess で表を出し直してください。",
            name=path.name,
        )
    return table


def _cuts(
    lines: GridTable, unread: dict[str, RefusedDecisionError], faults: dict[str, str]
) -> dict[str, tuple[tuple[str, int, str], ...]]:
    """The cuts of each request by line.

    Args:
        lines: the table of the lines.
        unread: takes why something in the lines of a request cannot be read; its row is then not taken for an untouched one.
        faults: takes what a cut of a request lacks; of a row that nobody touched it says nothing.
    """
    found: dict[str, list[tuple[str, int, str]]] = {}
    for index, key in lines.keys:
        request, _, line = key.partition(" ")
        try:
            granted, asked = lines.amount(index, GRANTED), lines.amount(index, AMOUNT)
        except RefusedDecisionError as refusal:
            unread[request] = refusal
            continue
        reason = lines.text(index, REASON)
        if granted is not None and asked is not None and granted != asked:
            if not reason:
                faults[request] = phrase(
                    "{lines_title}の「{text}」に減額の理由がありません。理由の文を入れてください。",
                    lines_title=LINES_TITLE,
                    text=lines.text(index, "経費"),
                )
            found.setdefault(request, []).append((line, asked - granted, reason))
        elif reason:
            unread[request] = RefusedDecisionError(
                "{lines_title}の「{text}」に減額の理由がありますが、減額がありません。減らした計上額を入れるか、理由を消してください。",
                lines_title=LINES_TITLE,
                text=lines.text(index, "経費"),
            )
    return {request: tuple(sorted(parts)) for request, parts in found.items()}
