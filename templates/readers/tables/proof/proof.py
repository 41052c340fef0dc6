"""The last stage of understanding a table: every figure of it is accounted for, or it is asked.

A figure is an amount of a line that was taken; or the arithmetic of the table derives it from these; or the words of its
heading say that it is none of them (a quantity, a code, another year, an assessment). What is left is asked: a column that
may hold another year or the amounts themselves, two columns in different units, a row that may be a total without its
words, a line whose name is no name.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from model.language import phrase
from model.request.place import YEARS
from templates.readers.reading import Unread
from templates.readers.tables.cell_amount import written
from templates.readers.tables.proof.account import Account
from templates.readers.tables.proof.proof_of_columns import questions_of_columns
from templates.readers.tables.proof.proof_of_names import questions_of_names
from templates.readers.tables.proof.proof_of_rows import questions_of_rows
from templates.readers.tables.proof.proof_of_units import questions_of_units
from templates.readers.tables.understood import Understood

_KNOWN: Final = (*YEARS, "change", "number")
"""The roles of columns whose figures are taken, summed, derived, or codes."""
_OTHERS: Final = ("request", "existing", "assessed")
"""Kinds of last year's figures that are none of its first budget."""


def accounted(table: Understood) -> Understood:
    """A table that was understood with its account, and with what that leaves open."""
    account = Account(table)
    others = [column for column in account.relations.figures if column not in table.year_columns]
    explained = {column: account.explanation(column) for column in others} | account.reckoned
    table = table._replace(account={column: said for column, said in explained.items() if said})
    return table._replace(
        notes=(*table.notes, *_said_of_previous(table), *_said_of(table)),
        questions=(
            *table.questions,
            *questions_of_columns(account),
            *questions_of_units(table),
            *questions_of_rows(table),
            *questions_of_names(table),
        ),
    )


def _said_of_previous(table: Understood) -> Iterator[Unread]:
    """What was taken for last year's amounts, where its heading names others than those of the first budget."""
    raw, column, asked = table.raw, table.year_columns[0], {question.field for question in table.questions}
    if column is None or "previous" in asked or raw.kind(column) not in _OTHERS:
        return
    why = phrase("前年度の当初予算額の列がないため、この列を前年度の額としました。")
    yield Unread(table.grid.where(*raw.heading_cell(column)), raw.heading(column), why)


def _said_of(table: Understood) -> Iterator[Unread]:
    """The figures in the row of a total that are neither sums nor derived: they come in nowhere."""
    grid = table.grid
    known = {column for column, role in table.roles.items() if role in _KNOWN} | table.account.keys()
    for row in (found.row for found in table.of_kind("total")):
        for column in grid.columns(row):
            if column not in table.roles or column in known or written(grid, row, column) is None:
                continue
            if not _adds_up(table, row, column):
                why = phrase("計の行の、列の和ではない数字なので、取り込みませんでした。")
                yield Unread(grid.where(row, column), grid.text(row, column), why)


def _adds_up(table: Understood, row: int, column: int) -> bool:
    """Whether a figure in the row of a total is the sum of those of the lines."""
    lines = [line.row for line in table.of_kind("line") if not line.summed.depth]
    figures = [found.number for line in (*lines, row) if (found := written(table.grid, line, column))]
    return len(figures) > 1 and figures[-1] == sum(map(Fraction, figures[:-1]))
