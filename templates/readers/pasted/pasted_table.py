"""A block of cells pasted into a cost table: read by the engine, as lines with the sentence of what was left out, or asked.

A block without headings has the columns of the table in their order; one with headings has them by name. What the engine
cannot prove of it is a question; then nothing is put in until a person has decided.
"""

from __future__ import annotations

from typing import NamedTuple

from model.edits.paste import Block, PastedTable
from model.language import joined, phrase
from model.standard.standard import Standard
from model.values.fiscal_year import FiscalYear
from templates.readers.pasted.block_sheet import clean_rows, part_years
from templates.readers.pasted.pasted_cells import NEGATIVE, OF_THE_YEAR, as_negative
from templates.readers.pasted.pasted_lines import PastedLines
from templates.readers.pasted.pasted_proof import asked_of, says_previous
from templates.readers.pasted.read_block import ReadBlock, Target, read_block
from templates.readers.tables.decisions import Choices
from templates.readers.tables.question import Question
from templates.readers.tables.understood import Understood


class Pasted(NamedTuple):
    """A block as it is understood.

    Attributes:
        said: what was left out and read otherwise, in whole sentences; "" for nothing.
        questions: what could not be proven; where there is any, it is not put in.
        comes_to: what its lines come to, in a sentence; "" where a total of the source was held against them.
        doubts: what the source says of the lines and is not so, as a total that is not their sum: no reason to ask first.
    """

    table: PastedTable
    said: str
    comes_to: str
    questions: tuple[Question, ...]
    understood: Understood
    doubts: tuple[Question, ...]


def understand(
    block: Block, target: Target, standard: Standard, year: FiscalYear, choices: Choices | None = None
) -> Pasted:
    """Read a block that another program copied; nothing is asked where ``choices`` say what a person decided about it."""
    rows, screen = part_years(clean_rows(block, len(target.screen)), target.screen, standard, year)
    target = target._replace(screen=screen)
    read = read_block(rows, target, standard, year, choices)
    said, questions = "", asked_of(read)
    if bracketed_rows := _bracketed_rows(read):
        column = (read.understood.year_columns[0] or 0) - 1
        filled = sum(bool(rows[found.row - 1][column].strip()) for found in read.understood.rows)
        said = OF_THE_YEAR
        if len(bracketed_rows) == 1 or len(bracketed_rows) < filled:
            signed = _signed(rows, bracketed_rows, column)
            negative = read_block(signed, target, standard, year, choices)
            proven = says_previous(read), says_previous(negative)
            if proven != (True, False):
                read, said, questions = negative, NEGATIVE, asked_of(negative)
            if proven[0] == proven[1]:
                where = read.understood.grid.where(bracketed_rows[0] + 1, column + 1)
                questions = (*questions, _about_brackets(rows[bracketed_rows[0]][column], where))
    lines = PastedLines(read)
    asked = () if choices is not None else questions
    return Pasted(
        lines.table(),
        joined((*lines.said(), said)),
        lines.comes_to(),
        asked,
        read.understood,
        lines.doubts(),
    )


def with_headings(block: Block, target: Target, pasted: Pasted) -> tuple[Block, Target]:
    """A block as it is shown where it is asked: one without headings has those of the table above it."""
    labels = pasted.understood.headings.labels
    if pasted.understood.headings.rows != (0,) or target.has_title or not labels:
        return block, target
    columns = pasted.understood.headings.columns
    headings = [labels[column].text if column in labels else f"{column}列目" for column in columns]
    return [headings, *block], target._replace(adds_headings=True)


def _bracketed_rows(read: ReadBlock) -> list[int]:
    """The indexes of the rows whose figure of the previous year stands in brackets."""
    column = read.understood.year_columns[0]
    if not column:
        return []
    rows = (found.row - 1 for found in read.understood.rows)
    return [row for row in rows if as_negative(read.rows[row][column - 1]) is not None]


def _signed(rows: Block, bracketed_rows: list[int], column: int) -> Block:
    """The rows with a minus sign in place of the brackets."""
    signed = [list(row) for row in rows]
    for index in bracketed_rows:
        signed[index][column] = as_negative(rows[index][column]) or ""
    return signed


def _about_brackets(cell: str, where: str) -> Question:
    return Question(
        "value",
        where,
        phrase("前年度の「{cell}」が負の数か、前年度の額の印の( )かを決められません。", cell=cell),
        phrase("負の数"),
        (phrase("前年度の額"),),
        phrase("一部の額だけが( )に入っていて、合計や増減とも比べられません。"),
        "previous",
    )
