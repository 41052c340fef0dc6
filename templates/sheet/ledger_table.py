"""The 債務負担行為調書 that goes with the budget (rules.md B2): a row a commitment, laid out from model/totals/ledger."""

from __future__ import annotations

from collections.abc import Mapping

from model.document.document import Snapshot
from model.figures.commitments import add
from model.request.place import GENERAL
from model.standard.standard import Standard
from model.totals.ledger import LedgerRow, ledger
from templates.sheet.blocks import UNIT, Cell, Column, Term, YearRow, YearTable, derived, sum_cell


def ledger_table(snapshot: Snapshot) -> YearTable:
    """債務負担行為調書: a row a commitment (rules.md B2)."""
    words = snapshot.standard.ledger
    columns = (
        Column("limit", words.limit),
        Column("paid_period", words.period, words.paid),
        Column("paid", words.amount, words.paid),
        Column("planned_period", words.period, words.planned),
        Column("planned", words.amount, words.planned),
        *(Column(column.key, column.label, words.funds, words.specific) for column in words.columns),
        Column(GENERAL, words.general, words.funds),
    )
    rows = ledger(snapshot.request, snapshot.totals)
    return YearTable(
        "ledger",
        words.title,
        f"{words.full_title}(単位:{UNIT})",
        words.item,
        columns,
        tuple(_ledger_row(snapshot, row) for row in rows),
    )


def ledger_funds(standard: Standard, sources: Mapping[str, int | None]) -> dict[str, int | None]:
    """Specific funds by source as the columns of the 調書 add them up, by the key of the column, 千円."""
    columns = standard.ledger.columns
    named = {key for column in columns for key in column.sources}
    return {
        column.key: add(
            value
            for key, value in sources.items()
            if (key in column.sources if column.sources else key not in named)
        )
        for column in columns
    }


def _ledger_row(snapshot: Snapshot, row: LedgerRow) -> YearRow:
    funds = ledger_funds(snapshot.standard, row.sources)
    of = f"ledger/{row.commitment_id}"

    def cell(column: str, value: int | None, *terms: Term) -> Cell:
        return sum_cell(f"{of}/{column}", derived(value), *terms)

    known = [Term(f"{of}/{key}", -1) for key, value in funds.items() if value is not None]
    return YearRow(
        row.commitment_id,
        row.name,
        (
            cell("limit", row.limit.value),
            row.paid_period,
            cell("paid", row.paid.value),
            row.planned_period,
            cell("planned", row.planned),
            *(cell(key, value) for key, value in funds.items()),
            cell(GENERAL, row.general, Term(f"{of}/planned"), *known),
        ),
    )
