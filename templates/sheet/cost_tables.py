"""The tables of 所要経費, one per cost group, and the commitments (債務負担行為) worded in their remarks."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from model.document.document import Snapshot
from model.figures.figures import Figure, GroupTotals, LineTotals
from model.names import explain
from model.request import place
from model.request.columns import PRINTED_WORDS
from model.request.lines import find
from model.request.multi_year import Commitment
from model.request.place import Year
from model.request.request import Line
from model.standard.form import fill_year
from model.standard.standard import Standard
from model.values import fiscal_year
from model.values.pattern import lazy_pattern
from templates.sheet.blocks import Cell, CommitmentRow, CostRow, CostTable, Term, sum_cell
from templates.sheet.printed_basis import calculation, printed_basis, rounding_legend, rounding_notes

_WORDS: Final = tuple(column.fields[0] for column in PRINTED_WORDS)
_FILLED: Final = lazy_pattern(r"\{(?:period|contract|set_in)\}")


def cost_table(snapshot: Snapshot, group: GroupTotals) -> CostTable:
    """A cost group as it is printed: its lines and parts, the 合計, and the legend of the bracketed year."""
    standard, totals = snapshot.standard, snapshot.totals
    rows = [row for line in group.lines for row in _cost_rows(line, (), snapshot)]
    if rows or group.previous.shown is not None or group.amount.shown is not None:  # a 合計 may stand alone
        rows.append(_total_row(group, standard.printing.total_label))
    return CostTable(
        id=group.group.id,
        title=group.group.title,
        columns=standard.printing.cost_columns,
        previous_label=totals.year.previous.label,
        year_label=totals.year.label,
        rows=tuple(rows),
        note=group.group.note,
        legend=standard_note(snapshot) if group.has_previous and not group.group.note else "",
        rounding=rounding_legend(group.lines, snapshot),
    )


def standard_note(snapshot: Snapshot) -> str:
    """The Standard's legend of the bracketed year: 「※金額の( )内の数字は平成30年度予算額」."""
    return fill_year(snapshot.standard.printing.cost_note, snapshot.totals.year)


def commitment_wording(commitment: Commitment, standard: Standard) -> str:
    """「H32〜H35について別途債務負担行為を要求」, 「(R3.4〜R5.3、R2.11債務負担行為設定済)」: the periods exactly as typed."""
    filled = {
        "{period}": commitment.period,
        "{contract}": commitment.contract_period.strip() or commitment.period,
        "{set_in}": commitment.set_in.strip(),
    }
    return _FILLED.sub(lambda found: filled[found[0]], commitment_template(commitment, standard))


def commitment_template(commitment: Commitment, standard: Standard) -> str:
    """The Standard's words for a commitment, with places for what of it they say: {period}, {contract}, {set_in}."""
    words = standard.commitments
    if commitment.status == "set":
        return words.set_in if commitment.set_in.strip() else words.set
    return words.requested


def commitment_row(commitment: Commitment, snapshot: Snapshot) -> CommitmentRow:
    """A commitment with its line's words and its years."""
    standard = snapshot.standard
    period = fiscal_year.parse_period(commitment.period, snapshot.totals.year)
    return CommitmentRow(
        id=commitment.id,
        line_text=line_text(snapshot, commitment.line),
        period=commitment.period,
        first_year=period.first.year if period else None,
        last_year=period.last.year if period else None,
        status_label=standard.commitments.set_label
        if commitment.status == "set"
        else standard.commitments.requested_label,
        wording=commitment_wording(commitment, standard),
    )


def line_text(snapshot: Snapshot, line_id: str) -> str:
    """The 内容 of a line on one line of text; "" when it is gone."""
    line = find(snapshot.request, line_id)
    return line.text.replace("\n", "") if line else ""


def printed_remark(line: Line, snapshot: Snapshot) -> str:
    """備考 as typed, with the wording of the line's commitments below it."""
    wordings = (
        commitment_wording(commitment, snapshot.standard)
        for commitment in snapshot.request.commitments
        if commitment.line == line.id and commitment.period
    )
    return "\n".join(filter(None, (line.remark, *wordings)))


def shown_remark(line: LineTotals, snapshot: Snapshot) -> str:
    """What stands in the 備考 of a line on the screen and in the workbook: its 積算, then the remark."""
    return "\n".join(filter(None, (_basis(line, (), snapshot), printed_remark(line.line, snapshot))))


def _basis(line: LineTotals, above: tuple[Line, ...], snapshot: Snapshot) -> str:
    """積算 of a line; one beside parts is printed without a result, for the parts make the figure.

    Nor does one of a heading have one: a heading is printed without figures.
    """
    figure = Figure(None) if line.parts or line.is_printed_as_heading else line.amount
    return printed_basis(line.line.basis, figure, line.outcome, snapshot, (line.line, *above))


def _cost_rows(line: LineTotals, above: tuple[Line, ...], snapshot: Snapshot) -> list[CostRow]:
    def cell(year: Year) -> Cell:
        value = line.of(year)
        parts = (part.line.id for part in line.parts if part.of(year).value is not None)
        printed = sum_cell(
            place.line(line.line.id, year), value, *(Term(place.line(part, year)) for part in parts)
        )
        if year == "previous":
            return printed
        calculated = None if line.parts else worked_out
        return replace(printed, calculation=calculated, note=rounding_notes(line.amount, line.outcome))

    worked_out = calculation(
        line.line.basis, line.outcome, snapshot.totals.calculation_settings, (line.line, *above)
    )
    row = CostRow(
        kind="heading" if line.is_printed_as_heading else "line",
        id=line.line.id,
        depth=len(above),
        text=line.line.text,
        previous=cell("previous"),
        amount=cell("amount"),
        words={
            **{field: getattr(line.line, field) for field in _WORDS},
            "remark": printed_remark(line.line, snapshot),
        },
        mark=snapshot.standard.mark_label(line.line.mark),
        basis=_basis(line, above, snapshot),
        change=line.change,
        under=above[0].text.replace("\n", "") if above else "",
    )
    return [row, *(below for part in line.parts for below in _cost_rows(part, (line.line, *above), snapshot))]


def _total_row(group: GroupTotals, label: str) -> CostRow:
    def cell(year: Year) -> Cell:
        value = group.of(year)
        lines = (line.line.id for line in group.lines if line.of(year).value is not None)
        terms = (Term(place.line(line, year)) for line in lines)
        return replace(
            sum_cell(place.group(group.group.id, year), value, *terms), note=explain.of_figure(value)
        )

    figures = (cell("previous"), cell("amount"))
    return CostRow(
        "total", group.group.id, 0, label, *figures, dict.fromkeys(_WORDS, ""), change=group.change
    )
