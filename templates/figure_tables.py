"""The tables whose rows are fixed: total cost, funding, the finance division's; and the figures of the 要求額 line."""

from __future__ import annotations

from typing import Final

from model import explain, people, place
from model.amount import Amount
from model.document import Snapshot
from model.figures import Figure, figure
from model.place import EXPENSE, GENERAL, CostColumn, Place, Year
from model.request import SHEET_ROWS, FundingRowKey, Request, SheetRow
from model.standard import Standard
from templates.blocks import UNIT, Cell, Column, FigureRow, FigureTable, LabelledFigure, PeopleCell, Sum, Term
from templates.printed_basis import calculation, rounding_notes, source_notes

_FUNDING: Final[tuple[FundingRowKey, ...]] = ("previous", "request")
_FINANCE: Final[tuple[FundingRowKey, ...]] = ("assessed", "held", "separate")


def total_cost_table(snapshot: Snapshot, *, every_row: bool = False) -> FigureTable:
    """トータルコスト: 事業費(A), 人件費(B), (A+B), and the staff columns of the year.

    Args:
        snapshot: the request.
        every_row: also the 査定 row of a request without one, as the form needs it.
    """
    request, standard, totals = snapshot.request, snapshot.standard, snapshot.totals
    staff = standard.staff_in(totals.year.year)
    words = standard.words
    columns: tuple[tuple[CostColumn, str], ...] = (
        ("expense", words.expense_a),
        ("labour", words.labour_b),
        ("total", words.total_ab),
    )
    rows: tuple[SheetRow, ...] = SHEET_ROWS if request.is_assessed or every_row else ("request", "previous")
    return FigureTable(
        "total_cost",
        words.total_cost,
        f"{words.total_cost}(単位:{UNIT})と{words.staff}(単位:人)",
        (
            *(Column(key, label) for key, label in columns),
            *(Column(category.key, category.label, words.staff) for category in staff),
        ),
        tuple(
            FigureRow(
                row,
                standard.row_label(totals.year, row, on_assessed_page=request.is_assessed or every_row),
                (
                    *(_cost_cell(snapshot, row, key) for key, _ in columns),
                    *(_people_cell(request, standard, row, category.key) for category in staff),
                ),
            )
            for row in rows
        ),
    )


def request_line(snapshot: Snapshot) -> tuple[LabelledFigure, ...]:
    """要求額 and 前年度予算額 with what they are the sums of."""
    totals = snapshot.totals

    def cell(where: Place, value: Figure, year: Year) -> Cell:
        terms = tuple(Term(place.group(group.group.id, year)) for group in totals.groups)
        return Cell(where, value, Sum(terms) if value.derived is not None else None)

    return (
        LabelledFigure(snapshot.standard.words.request, cell(place.REQUEST_AMOUNT, totals.amount, "amount")),
        LabelledFigure(
            snapshot.standard.words.previous, cell(place.REQUEST_PREVIOUS, totals.previous, "previous")
        ),
    )


def assessment_line(snapshot: Snapshot) -> tuple[LabelledFigure, ...]:
    """計上額, and 保留額 and 別途額 where there are any."""
    assessment, words = snapshot.request.assessment, snapshot.standard.words
    typed: tuple[tuple[str, Place, Amount], ...] = (
        (words.assessed, place.ASSESSED_AMOUNT, assessment.amount),
        (words.held, "assessment/held", assessment.held),
        (words.separate, "assessment/separate", assessment.separate),
    )
    return tuple(
        LabelledFigure(label, Cell(where, figure(None, amount)))
        for label, where, amount in typed
        if amount is not None
    )


def funding_table(snapshot: Snapshot) -> FigureTable:
    """要求額の財源内訳: 事業費, the sources, and 一般財源 as the rest."""
    return FigureTable(
        "funding",
        snapshot.standard.words.funding,
        f"{snapshot.standard.words.funding}(単位:{UNIT})",
        _funding_columns(snapshot.standard, over=snapshot.standard.words.funding_sources),
        tuple(_funding_row(snapshot, row) for row in _FUNDING),
        tuple(note for row in _FUNDING for note in source_notes(snapshot, row)),
    )


def finance_table(snapshot: Snapshot) -> FigureTable:
    """財政課使用欄: 計上額, 保留, 別途 by source."""
    return FigureTable(
        "finance",
        snapshot.standard.words.finance,
        f"{snapshot.standard.words.finance}(単位:{UNIT})",
        _funding_columns(snapshot.standard, over=""),
        tuple(_funding_row(snapshot, row) for row in _FINANCE),
        tuple(note for row in _FINANCE for note in source_notes(snapshot, row)),
    )


def _cost_cell(snapshot: Snapshot, row: SheetRow, column: CostColumn) -> Cell:
    figures = snapshot.totals.cost_rows[row]
    value = figures.of(column)
    terms: tuple[Term, ...] = ()
    rounded = False
    match column:
        case "expense":
            root = {
                "request": place.REQUEST_AMOUNT,
                "previous": place.REQUEST_PREVIOUS,
                "assessed": place.ASSESSED_AMOUNT,
            }
            terms = (Term(root[row]),)
        case "labour":
            rounded = True
            terms = tuple(
                Term(place.headcount(row, category.key), category.unit_cost(figures.year) or 0)
                for category in snapshot.standard.staff_in(snapshot.totals.year.year)
                if category.key in figures.labour_by_category and category.unit_cost(figures.year)
            )
        case "total":
            terms = (Term(place.cost(row, "expense")), Term(place.cost(row, "labour")))
    return Cell(
        place.cost(row, column),
        value,
        Sum(terms, rounded) if value.derived is not None and terms else None,
        note="\n".join(explain.labour(figures, snapshot.standard)) if rounded else "",
    )


def _people_cell(request: Request, standard: Standard, row: SheetRow, category: str) -> PeopleCell:
    cells: dict[str, str] = getattr(request.headcount, row)
    typed = cells.get(category, "")
    printed = people.format_people(typed, standard.printing.people_decimals)
    return PeopleCell(place.headcount(row, category), typed, printed, people.parse(typed))


def _funding_columns(standard: Standard, over: str) -> tuple[Column, ...]:
    return (
        Column(EXPENSE, standard.words.expense),
        *(Column(source.key, source.label, over) for source in standard.funding_sources),
        Column(GENERAL, standard.general_funds.label, over),
    )


def _funding_row(snapshot: Snapshot, row: FundingRowKey) -> FigureRow:
    standard, figures = snapshot.standard, snapshot.totals.funding_rows[row]
    root = {
        "previous": place.REQUEST_PREVIOUS,
        "request": place.REQUEST_AMOUNT,
        "assessed": place.ASSESSED_AMOUNT,
        "held": "assessment/held",
        "separate": "assessment/separate",
    }[row]
    expense_sum = Sum((Term(root),)) if figures.expense.derived is not None else None
    rest = Sum(
        (
            Term(place.funding(row, EXPENSE)),
            *(Term(place.funding(row, source.key), -1) for source in standard.funding_sources),
        )
    )
    return FigureRow(
        row,
        standard.funding_rows[row],
        (
            Cell(place.funding(row, EXPENSE), figures.expense, expense_sum, blank_prints_zero=True),
            *(
                Cell(
                    place.funding(row, source.key),
                    figures.sources[source.key],
                    blank_prints_zero=True,
                    calculation=calculation(
                        snapshot.request.bases.get(place.funding(row, source.key), ""), snapshot
                    ),
                    note=rounding_notes(figures.sources[source.key], figures.outcomes.get(source.key)),
                )
                for source in standard.funding_sources
            ),
            Cell(
                place.funding(row, GENERAL),
                figures.general,
                rest if figures.general.derived is not None else None,
                blank_prints_zero=True,
            ),
        ),
    )
