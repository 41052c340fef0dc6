"""The standard sheet laid out: a Snapshot as blocks, tables, rows and cells, before any face shows it.

Every face (form, preview, page, workbook, paper) takes its order, labels and figures from here, so they cannot
disagree. A cell knows its value, its place on the request, and, where it is derived, what it is the sum of.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final, Literal, TypeAlias

import msgspec

from model import fiscal_year, people, place
from model.amount import Amount
from model.document import Snapshot
from model.place import EXPENSE, GENERAL, CostColumn, Place, Year
from model.request import SHEET_ROWS, Commitment, FundingRowKey, Line, Request, Section, SheetRow
from model.standard import Standard, fill_year
from model.totals import Figure, GroupTotals, LineTotals, figure

UNIT: Final = "千円"


class Term(msgspec.Struct, frozen=True):
    """A part of a derived figure: ``factor`` × the figure at ``place``."""

    place: Place
    factor: Literal[-1, 1] | int = 1


class Sum(msgspec.Struct, frozen=True):
    """A derived figure: the sum of its terms, rounded half up to whole 千円 where ``rounded`` (people × price)."""

    terms: tuple[Term, ...]
    rounded: bool = False


class Cell(msgspec.Struct, frozen=True):
    """A figure of the sheet.

    Attributes:
        place: where it stands on the request.
        figure: its value, derived and typed, 千円.
        sum: what derives it; None for an input.
        blank_prints_zero: the funding tables print 0 where nothing was typed, as the published pages do.
    """

    place: Place
    figure: Figure
    sum: Sum | None = None
    blank_prints_zero: bool = False

    @property
    def printed(self) -> Amount:
        """What the sheet prints: the figure, the text that could not be read, or None for an empty cell."""
        shown = self.figure.shown
        return 0 if shown is None and self.blank_prints_zero else shown


class PeopleCell(msgspec.Struct, frozen=True):
    """A count of people (人): as typed, as the sheet prints it, and its value."""

    place: Place
    typed: str
    printed: str
    value: Decimal | None


class Column(msgspec.Struct, frozen=True):
    """A column of a table of figures; ``over`` is the heading printed above several columns."""

    key: str
    label: str
    over: str = ""


class FigureRow(msgspec.Struct, frozen=True):
    """A row of a table of figures."""

    key: str
    label: str
    cells: tuple[Cell | PeopleCell, ...]


class FigureTable(msgspec.Struct, frozen=True):
    """A table of figures: total cost, funding, the finance division's."""

    key: Literal["total_cost", "funding", "finance"]
    title: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[FigureRow, ...]


class CostRow(msgspec.Struct, frozen=True):
    """A row of a cost table.

    Attributes:
        kind: a line with figures, a heading without, a part of a line, or the 合計.
        depth: 0 for a line, 1 and 2 for parts.
        remark: 備考 as typed with the wording of the line's commitments below it.
    """

    kind: Literal["line", "heading", "total"]
    id: str
    depth: int
    text: str
    previous: Cell
    amount: Cell
    remark: str


class CostTable(msgspec.Struct, frozen=True):
    """A cost group as it is printed."""

    id: str
    title: str
    columns: dict[str, str]
    previous_label: str
    rows: tuple[CostRow, ...]
    note: str


class Line2(msgspec.Struct, frozen=True):
    """A word and its figure on the 要求額 or 査定 line."""

    label: str
    cell: Cell


class Narrative(msgspec.Struct, frozen=True):
    """A section of the narrative with its printed heading (numbered where the frame numbers)."""

    id: str
    heading: str
    text: str
    costs: tuple[CostTable, ...] = ()


class FramePart(msgspec.Struct, frozen=True):
    """One of the page's two frames of narrative."""

    title: str
    sections: tuple[Narrative, ...]


class Sheet(msgspec.Struct, frozen=True):
    """The whole sheet in the published order."""

    breadcrumb_year: str
    year_line: str
    government: str
    request: Request
    total_cost: FigureTable
    request_line: tuple[Line2, ...]
    assessment_actor: str
    assessment_line: tuple[Line2, ...]
    frames: tuple[FramePart, ...]
    commitments: tuple[CommitmentRow, ...]
    funding: FigureTable
    finance: FigureTable | None
    change: int | None
    change_percent: Decimal | None
    cut: int | None


class CommitmentRow(msgspec.Struct, frozen=True):
    """A commitment (債務負担行為) beside its line: period as typed and as western years, wording."""

    id: str
    line_text: str
    period: str
    first_year: int | None
    last_year: int | None
    status_label: str
    wording: str


TableCell: TypeAlias = Cell | PeopleCell
_COST_COLUMNS: Final[tuple[tuple[CostColumn, str], ...]] = (
    ("expense", "事業費(A)"),
    ("labour", "人件費(B)"),
    ("total", "トータルコスト(A+B)"),
)
_OPENING_MARKS: Final = "0123456789０１２３４５６７８９①②③④⑤⑥⑦⑧⑨⑩■□◆◇●○【〔［[(（<＜≪《・※"


def lay_out(snapshot: Snapshot) -> Sheet:
    """Lay the whole sheet out."""
    request, standard, totals = snapshot.request, snapshot.standard, snapshot.totals
    words = standard.words_in(totals.year.year)
    return Sheet(
        breadcrumb_year=fill_year(standard.printing.breadcrumb, totals.year),
        year_line=fill_year(words.year_line, totals.year),
        government=standard.government,
        request=request,
        total_cost=total_cost_table(snapshot),
        request_line=request_line(snapshot),
        assessment_actor=words.assessment_actor,
        assessment_line=assessment_line(snapshot),
        frames=_frames(snapshot),
        commitments=tuple(commitment_row(each, snapshot) for each in request.commitments),
        funding=funding_table(snapshot),
        finance=finance_table(snapshot) if request.is_assessed else None,
        change=totals.change,
        change_percent=totals.change_percent,
        cut=totals.cut,
    )


def total_cost_table(snapshot: Snapshot, *, every_row: bool = False) -> FigureTable:
    """トータルコスト: 事業費(A), 人件費(B), (A+B), and the staff columns of the year.

    Args:
        snapshot: the request.
        every_row: also the 査定 row of a request without one, as the form needs it.
    """
    request, standard, totals = snapshot.request, snapshot.standard, snapshot.totals
    staff = standard.staff_in(totals.year.year)
    rows: tuple[SheetRow, ...] = SHEET_ROWS if request.is_assessed or every_row else ("request", "previous")
    return FigureTable(
        "total_cost",
        "トータルコスト",
        f"事業費・人件費・トータルコスト（単位:{UNIT}）と従事する職員（単位:人）",
        (
            *(Column(key, label) for key, label in _COST_COLUMNS),
            *(Column(category.key, category.label, "従事する職員") for category in staff),
        ),
        tuple(
            FigureRow(
                row,
                standard.row_label(totals.year, row, on_assessed_page=request.is_assessed or every_row),
                (
                    *(_cost_cell(snapshot, row, key) for key, _ in _COST_COLUMNS),
                    *(_people_cell(request, standard, row, category.key) for category in staff),
                ),
            )
            for row in rows
        ),
    )


def request_line(snapshot: Snapshot) -> tuple[Line2, ...]:
    """要求額 and 前年度予算額 with what they are the sums of."""
    totals = snapshot.totals

    def cell(where: Place, value: Figure, year: Year) -> Cell:
        terms = tuple(Term(place.group(group.group.id, year)) for group in totals.groups)
        return Cell(where, value, Sum(terms) if value.derived is not None else None)

    return (
        Line2("要求額", cell(place.REQUEST_AMOUNT, totals.amount, "amount")),
        Line2("前年度予算額", cell(place.REQUEST_PREVIOUS, totals.previous, "previous")),
    )


def assessment_line(snapshot: Snapshot) -> tuple[Line2, ...]:
    """計上額, and 保留額 and 別途額 where there are any."""
    assessment = snapshot.request.assessment
    typed: tuple[tuple[str, Place, Amount], ...] = (
        ("計上額", place.ASSESSED_AMOUNT, assessment.amount),
        ("保留額", "assessment/held", assessment.held),
        ("別途額", "assessment/separate", assessment.separate),
    )
    return tuple(
        Line2(label, Cell(where, figure(None, amount)))
        for label, where, amount in typed
        if amount is not None
    )


def funding_table(snapshot: Snapshot) -> FigureTable:
    """要求額の財源内訳: 事業費, the sources, and 一般財源 as the rest."""
    return FigureTable(
        "funding",
        "要求額の財源内訳",
        f"要求額の財源内訳（単位:{UNIT}）",
        _funding_columns(snapshot.standard, over="財源内訳"),
        tuple(_funding_row(snapshot, row) for row in ("previous", "request")),
    )


def finance_table(snapshot: Snapshot) -> FigureTable:
    """財政課使用欄: 計上額, 保留, 別途 by source."""
    return FigureTable(
        "finance",
        "財政課使用欄",
        f"財政課使用欄（単位:{UNIT}）",
        _funding_columns(snapshot.standard, over=""),
        tuple(_funding_row(snapshot, row) for row in ("assessed", "held", "separate")),
    )


def cost_table(snapshot: Snapshot, group: GroupTotals) -> CostTable:
    """A cost group as it is printed: its lines and parts, the 合計, and the legend of the bracketed year."""
    standard, totals = snapshot.standard, snapshot.totals
    rows = [row for line in group.lines for row in _cost_rows(line, 0, snapshot)]
    if rows:
        rows.append(_total_row(group, standard.printing.total_label))
    return CostTable(
        group.group.id,
        group.group.title,
        standard.printing.cost_columns,
        totals.year.previous.label,
        tuple(rows),
        cost_note(snapshot, group),
    )


def cost_note(snapshot: Snapshot, group: GroupTotals) -> str:
    """The legend below a cost table: as typed, else the Standard's with the previous year filled in."""
    return group.group.note or fill_year(snapshot.standard.printing.cost_note, snapshot.totals.year)


def commitment_wording(commitment: Commitment, standard: Standard) -> str:
    """「H32〜H35について別途債務負担行為を要求」: the period exactly as typed."""
    template = standard.commitments.set if commitment.status == "set" else standard.commitments.requested
    return template.replace("{period}", commitment.period)


def commitment_row(commitment: Commitment, snapshot: Snapshot) -> CommitmentRow:
    """A commitment with its line's words and its years."""
    standard = snapshot.standard
    period = fiscal_year.parse_period(commitment.period, snapshot.totals.year)
    return CommitmentRow(
        commitment.id,
        line_text(snapshot, commitment.line),
        commitment.period,
        period.first.year if period else None,
        period.last.year if period else None,
        standard.commitments.set_label
        if commitment.status == "set"
        else standard.commitments.requested_label,
        commitment_wording(commitment, standard),
    )


def line_text(snapshot: Snapshot, line_id: str) -> str:
    """The 内容 of a line on one line of text; "" when it is gone."""
    from model.edits.lines import find

    line = find(snapshot.request, line_id)
    return line.text.replace("\n", "") if line else ""


def printed_remark(line: Line, snapshot: Snapshot) -> str:
    """備考 as typed, with the wording of the line's commitments below it."""
    wordings = [
        commitment_wording(each, snapshot.standard)
        for each in snapshot.request.commitments
        if each.line == line.id and each.period
    ]
    return "\n".join(filter(None, (line.remark, *wordings)))


def printed_heading(section: Section, number: int) -> str:
    """「1 事業概要」: numbered, unless the writer's heading opens with a number or mark of its own."""
    heading = section.heading.strip()
    return heading if not heading or heading[0] in _OPENING_MARKS else f"{number} {heading}"


def _frames(snapshot: Snapshot) -> tuple[FramePart, ...]:
    frames = []
    for key, title in snapshot.standard.printing.frames.items():
        sections = [section for section in snapshot.request.sections if section.frame == key]
        frames.append(
            FramePart(
                title,
                tuple(
                    Narrative(
                        section.id,
                        printed_heading(section, number) if key == "content" else section.heading,
                        section.text,
                        tuple(cost_table(snapshot, group) for group in snapshot.totals.groups)
                        if section.costs
                        else (),
                    )
                    for number, section in enumerate(sections, start=1)
                ),
            )
        )
    return tuple(frames)


def _cost_rows(line: LineTotals, depth: int, snapshot: Snapshot) -> list[CostRow]:
    def cell(year: Year) -> Cell:
        value = line.of(year)
        terms = tuple(
            Term(place.line(part.line.id, year)) for part in line.parts if part.of(year).value is not None
        )
        return Cell(place.line(line.line.id, year), value, Sum(terms) if value.derived is not None else None)

    row = CostRow(
        "heading" if line.line.heading else "line",
        line.line.id,
        depth,
        line.line.text,
        cell("previous"),
        cell("amount"),
        printed_remark(line.line, snapshot),
    )
    return [row, *(below for part in line.parts for below in _cost_rows(part, depth + 1, snapshot))]


def _total_row(group: GroupTotals, label: str) -> CostRow:
    def cell(year: Year) -> Cell:
        value = group.of(year)
        terms = tuple(
            Term(place.line(line.line.id, year)) for line in group.lines if line.of(year).value is not None
        )
        return Cell(
            place.group(group.group.id, year), value, Sum(terms) if value.derived is not None else None
        )

    return CostRow("total", group.group.id, 0, label, cell("previous"), cell("amount"), "")


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
        place.cost(row, column), value, Sum(terms, rounded) if value.derived is not None and terms else None
    )


def _people_cell(request: Request, standard: Standard, row: SheetRow, category: str) -> PeopleCell:
    cells: dict[str, str] = getattr(request.headcount, row)
    typed = cells.get(category, "")
    printed = people.format_people(typed, standard.printing.people_decimals)
    return PeopleCell(place.headcount(row, category), typed, printed, people.parse(typed))


def _funding_columns(standard: Standard, over: str) -> tuple[Column, ...]:
    return (
        Column(EXPENSE, "事業費"),
        *(Column(source.key, source.label, over) for source in standard.funding_sources),
        Column(GENERAL, standard.general_funds.label, over),
    )


def _funding_row(snapshot: Snapshot, row: FundingRowKey) -> FigureRow:
    standard, figures = snapshot.standard, snapshot.totals.funding_rows[row]
    typed: dict[str, Amount] = getattr(snapshot.request.funding, row)
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
                    figure(None, typed.get(source.key)),
                    blank_prints_zero=True,
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
