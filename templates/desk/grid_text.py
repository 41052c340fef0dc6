"""Rows of the grid of decisions as text: copied to be filled in elsewhere, and pasted from there, each proved against its key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from model.edits.paste import Block, format_block
from model.files.files import FileError
from model.language import phrase
from model.register.filled import Filled, RefusedDecisionError
from model.register.filling import TWICE
from model.register.listing import RegisterRow
from templates.desk.grid_table import (
    AMOUNT,
    COMMENT,
    NO_KEY,
    RESULT,
    GridTable,
    RowKey,
    input_headings,
)
from templates.desk.table_book import KEY_HEADING
from templates.readers.books.cells import Sheet

_PASTED: Final = "貼り付けた表"
_NO_KEYS: Final = phrase(
    "貼り付けた表に「{key_heading}」の列がないため、どの要求の行か確かめられません。この窓で写した表か assess の査定表を、見出しの行から控えの列（隠れていれば表示して）まで写して貼り付けてください。",
    key_heading=KEY_HEADING,
)
_GONE: Final = phrase(
    "写した後に新しい版が届いたか、ほかの人が決定しました。もう一度写し、今の内容を見て決定してください。"
)


class StandingRow(NamedTuple):
    """A request with what was in force when it was read, and with what stands in its row now."""

    row: RegisterRow
    in_force: Filled
    filled: Filled


class PastedRow(NamedTuple):
    """A row that was pasted: of which request, and what stands in it; or why it is refused."""

    name: str
    version: str
    filled: Filled | RefusedDecisionError


def grid_text(rows: Iterable[StandingRow], sources: Mapping[str, str]) -> str:
    """The rows as cells with tabs between them, headings first, the key of each last.

    ``sources`` are the labels of the specific funds by their keys.
    """
    inputs = input_headings(sources)
    lines = [["部局", "課", "事業名", AMOUNT, RESULT, *inputs.values(), COMMENT, KEY_HEADING]]
    for row, in_force, filled in rows:
        amounts = [filled.amount(*at) for at in inputs]
        figures = ["" if amount is None else str(amount) for amount in (row.amount, *amounts)]
        words = (row.bureau, row.section, row.name, figures[0], filled.result, *figures[1:], filled.comment)
        lines.append([*words, str(RowKey.of(row, in_force))])
    return format_block(lines)


def pasted_rows(block: Block, rows: Sequence[StandingRow], sources: Mapping[str, str]) -> list[PastedRow]:
    """The pasted rows, each with the request it belongs to; a column that was not pasted keeps its present value.

    ``rows`` are the requests as they were read, ``sources`` the labels of the specific funds by their keys.

    Raises:
        FileError: where nothing says of which requests the rows are.
    """
    sheet = Sheet(_PASTED)
    for number, cells in enumerate(block, start=1):
        sheet.rows[number] = {column: cell for column, cell in enumerate(cells, start=1) if cell.strip()}
    table = GridTable.of(sheet)
    if table is None or not table.keys:
        raise FileError(_NO_KEYS)
    standing = {each.row.version: each for each in rows}
    found: list[PastedRow] = []
    taken: set[str] = set()
    for index, written in table.keys:
        key = RowKey.read(written)
        there = standing.get(key.version)
        try:
            if there is None or there.row.revision != key.revision:
                raise RefusedDecisionError(_GONE)
            if key.version in taken:
                raise RefusedDecisionError(TWICE)
            taken.add(key.version)
            filled: Filled | RefusedDecisionError = table.filled(index, sources, there.filled)
        except RefusedDecisionError as refusal:
            filled = refusal
        found.append(PastedRow(table.name(index), key.version, filled))
    nameless = RefusedDecisionError(NO_KEY)
    return found + [PastedRow(f"{_PASTED}の{index}行目", "", nameless) for index in table.without_key]
