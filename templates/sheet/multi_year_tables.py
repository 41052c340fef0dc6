"""The tables of a 債務負担行為要求書: the amount of each year, 査定額, and 契約額の変更.

Figures come from the totals, words and columns from the Standard; nothing is computed here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from model.document.document import Snapshot
from model.figures.commitments import CommitmentSum, CommitmentTotals, CommitmentYearTotals, used_keys
from model.request import place
from model.request.place import GENERAL
from model.standard.multi_year_words import SourceColumn
from model.totals.ledger import name_of
from model.values.amount import number_of
from model.values.figure import Figure
from templates.sheet.blocks import (
    UNIT,
    Cell,
    Column,
    Sum,
    Term,
    TextColumn,
    YearRow,
    YearTable,
    derived,
    sum_cell,
)


def commitment_tables(snapshot: Snapshot) -> tuple[YearTable, ...]:
    """債務負担行為要求書 of every commitment, each followed by 契約額の変更 where it changes a contract."""
    tables: list[YearTable] = []
    for index, commitment in enumerate(snapshot.totals.commitments):
        tables.append(_commitment_table(snapshot, commitment, has_title=index == 0, granted=False))
        if commitment.is_change:
            tables.append(_change_table(snapshot, commitment))
    return tuple(tables)


def granted_tables(snapshot: Snapshot) -> tuple[YearTable, ...]:
    """査定額: the same tables after the 査定, of the commitments for which there is one."""
    granted = [commitment for commitment in snapshot.totals.commitments if commitment.granted]
    return tuple(
        _commitment_table(snapshot, commitment, has_title=index == 0, granted=True)
        for index, commitment in enumerate(granted)
    )


def source_columns(snapshot: Snapshot, rows: Iterable[Mapping[str, object]]) -> list[SourceColumn]:
    """The columns of specific funds of a 債務負担行為要求書: those of the year's form, and any other that is used."""
    usual = snapshot.standard.commitment_columns_in(snapshot.totals.year.year).columns
    return with_used(snapshot, usual, used_keys(rows))


def with_used(snapshot: Snapshot, usual: list[SourceColumn], used: Iterable[str]) -> list[SourceColumn]:
    """The usual columns and one more for each other source that is used, so that no fund is left out."""
    known = {column.key for column in usual}
    return [
        *usual,
        *(SourceColumn(key, snapshot.standard.source_label(key)) for key in used if key not in known),
    ]


def _commitment_table(
    snapshot: Snapshot, totals: CommitmentTotals, *, has_title: bool, granted: bool
) -> YearTable:
    standard, form, commitment = snapshot.standard, snapshot.totals.form, totals.commitment
    words, header = standard.commitments, snapshot.request.header
    years, summed = (totals.granted, totals.granted_sum) if granted else (totals.years, totals.sum)
    years = tuple(row for row in years if not row.is_in_ordinary_budget)
    plan = standard.commitment_columns_in(form.year.year)
    sources = source_columns(snapshot, (row.row.sources for row in years))
    title = words.granted_title if granted else words.title
    item = (
        header.subject_kan,
        header.subject_kou,
        header.subject_moku,
        name_of(snapshot.request, commitment),
    )
    contract = commitment.contract_period
    period = (commitment.period, f"({words.contract_period}\n{contract})" if contract else "")
    zero = plan.blank_prints_zero
    return YearTable(
        key=f"{'granted' if granted else 'owed'}-{commitment.id}",
        title=f"{title}(単位:{UNIT})" if has_title else "",
        caption=f"{title}(単位:{UNIT})",
        corner=words.row,
        columns=(
            Column("amount", words.limit),
            *(Column(column.key, column.label, standard.words.funding_sources) for column in sources),
            Column(GENERAL, form.general, standard.words.funding_sources),
        ),
        rows=(
            _total_row(snapshot, totals, years, sources, zero=zero, granted=granted, summed=summed),
            *(_year_row(row, sources, zero=zero) for row in years),
        ),
        lead=(
            TextColumn("item", words.item, "\n".join(filter(None, item))),
            TextColumn("period", words.period, "\n".join(filter(None, period))),
        ),
        tail=(TextColumn("note", words.note, "" if granted else commitment.note),),
    )


def _total_row(
    snapshot: Snapshot,
    commitment: CommitmentTotals,
    rows: tuple[CommitmentYearTotals, ...],
    sources: list[SourceColumn],
    *,
    zero: bool,
    granted: bool,
    summed: CommitmentSum,
) -> YearRow:
    """要求総額: the limit, and each fund over all years."""
    of = f"{'granted' if granted else 'commitment'}/{commitment.commitment.id}"

    def cell(column: str, value: int | None) -> Cell:
        where = (
            place.commitment_year_source if column != "amount" else lambda row, _: place.owed(row, "amount")
        )
        terms = tuple(Term(where(row.row.id, column)) for row in rows)
        zero_for_blank = zero and column != "amount"
        return sum_cell(f"{of}/total/{column}", derived(value), *terms, blank_prints_zero=zero_for_blank)

    limit = cell("amount", summed.amount)
    if not granted:
        limit = Cell(place.commitment(commitment.commitment.id, "limit"), commitment.limit, limit.sum)
    return YearRow(
        "total",
        snapshot.standard.commitments.total,
        (
            limit,
            *(cell(column.key, summed.sources.get(column.key)) for column in sources),
            cell(GENERAL, summed.general if rows else commitment.limit.value),
        ),
        is_total=True,
    )


def _year_row(row: CommitmentYearTotals, sources: list[SourceColumn], *, zero: bool) -> YearRow:
    blank = Figure(None)
    amount = place.owed(row.row.id, "amount")
    funds = [
        Cell(
            place.commitment_year_source(row.row.id, key), row.sources.get(key, blank), blank_prints_zero=zero
        )
        for key in keys_of(sources)
    ]
    rest = [Term(amount), *(Term(cell.place, -1) for cell in funds if cell.figure.value is not None)]
    changed = (Term(place.owed(row.row.id, "changed")), Term(place.owed(row.row.id, "contracted"), -1))
    general = sum_cell(
        place.commitment_year_source(row.row.id, GENERAL), row.general, *rest, blank_prints_zero=zero
    )
    return YearRow(row.row.id, row.row.year, (sum_cell(amount, row.amount, *changed), *funds, general))


def _change_table(snapshot: Snapshot, commitment: CommitmentTotals) -> YearTable:
    """契約額の変更: 年度, 契約額, 変更後, 差引, 今回要求額; this year's rise is asked in the ordinary budget."""
    words = snapshot.standard.commitments

    def row(owed: CommitmentYearTotals) -> YearRow:
        contracted, changed = (place.owed(owed.row.id, "contracted"), place.owed(owed.row.id, "changed"))
        difference = derived(owed.difference)
        asked = f"asked/{owed.row.id}"
        return YearRow(
            owed.row.id,
            owed.row.year,
            (
                Cell(contracted, Figure(number_of(owed.row.contracted), typed=owed.row.contracted)),
                Cell(changed, Figure(number_of(owed.row.changed), typed=owed.row.changed)),
                sum_cell(f"{asked}/difference", difference, Term(changed), Term(contracted, -1)),
                words.ordinary_budget
                if owed.is_in_ordinary_budget
                else Cell(f"{asked}/now", owed.amount, Sum((Term(place.owed(owed.row.id, "amount")),))),
            ),
        )

    return YearTable(
        f"change-{commitment.commitment.id}",
        "",
        f"{words.change_title}(単位:{UNIT})",
        words.year,
        tuple(
            Column(key, label)
            for key, label in (
                ("contracted", words.contracted),
                ("changed", words.changed),
                ("difference", words.difference),
                ("asked", words.asked_now),
            )
        ),
        tuple(row(owed) for owed in commitment.years),
    )


def keys_of(sources: list[SourceColumn]) -> list[str]:
    """The keys of columns of specific funds."""
    return [source.key for source in sources]
