"""The last stage of understanding a table: every figure of it is accounted for, or it is asked.

A figure is an amount of a line that was taken; or the arithmetic of the table derives it from these; or the words of its
heading say that it is none of them (a quantity, a code, another year, an assessment). What is left is asked: a column that
may hold another year or the amounts themselves, two columns in different units, a row that may be a total without its
words, a line whose name is no name.
"""

from __future__ import annotations

from templates.readers.tables.proof.account import Account
from templates.readers.tables.proof.proof_of_columns import questions_of_columns
from templates.readers.tables.proof.proof_of_names import questions_of_names
from templates.readers.tables.proof.proof_of_rows import questions_of_rows
from templates.readers.tables.proof.proof_of_units import questions_of_units
from templates.readers.tables.understood import RawTable, Understood


def accounted(table: Understood, raw: RawTable) -> Understood:
    """A table that was understood with its account, and with what that leaves open."""
    account = Account(table, raw)
    explained = {column: account.explanation(column) for column in account.relations.figures}
    return table._replace(
        account={column: said for column, said in explained.items() if said},
        questions=(
            *table.questions,
            *questions_of_columns(table, raw, account),
            *questions_of_units(table, raw),
            *questions_of_rows(table, raw),
            *questions_of_names(table, raw),
        ),
    )
