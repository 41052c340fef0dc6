"""The last stage of understanding a table: every figure of it is accounted for, or it is asked.

A figure is an amount of a line that was taken; or the arithmetic of the table derives it from these; or the words of its
heading say that it is none of them (a quantity, a code, another year, an assessment). What is left is asked: a column that
may hold another year or the amounts themselves, two columns in different units, a row that may be a total without its
words, a line whose name is no name.
"""

from __future__ import annotations

from collections.abc import Iterator

from model.language import phrase
from templates.readers.reading import Unread
from templates.readers.tables.proof.account import Account, entries_of
from templates.readers.tables.proof.proof_of_columns import questions_of_columns
from templates.readers.tables.proof.proof_of_names import questions_of_names
from templates.readers.tables.proof.proof_of_rows import questions_of_rows
from templates.readers.tables.proof.proof_of_units import questions_of_units
from templates.readers.tables.understood import RawTable, Understood


def accounted(table: Understood, raw: RawTable) -> Understood:
    """A table that was understood with its account, and with what that leaves open."""
    account = Account(table, raw)
    others = [column for column in account.relations.figures if column not in table.year_columns]
    explained = {column: account.explanation(column) for column in others} | account.reckoned
    table = table._replace(account={column: said for column, said in explained.items() if said})
    return table._replace(
        notes=(*table.notes, *_said_of(table)),
        questions=(
            *table.questions,
            *questions_of_columns(table, raw, account),
            *questions_of_units(table, raw),
            *questions_of_rows(table, raw),
            *questions_of_names(table, raw),
        ),
    )


def _said_of(table: Understood) -> Iterator[Unread]:
    """The figures in the row of a total that are neither sums nor derived: they come in nowhere."""
    totals = [row.row for row in table.rows if row.summed.kind == "total"]
    for entry in entries_of(table, totals):
        if entry.kind == "said":
            where = table.grid.where(entry.row, entry.column)
            yield Unread(
                where,
                table.grid.text(entry.row, entry.column),
                phrase("計の行の、列の和ではない数字なので、取り込みませんでした。"),
            )
