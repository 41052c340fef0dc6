"""The tables of years of a commitment and of a continuing expense, taken from the totals; labels are the Standard's."""

from __future__ import annotations

from model.document.document import Snapshot
from model.figures.commitments import ContinuingTotals, YearOwed
from model.request import place
from model.request.place import EXPENSE, GENERAL, Place
from model.values.figure import Figure
from templates.sheet.multi_year_tables import keys_of, source_columns, with_used
from ui.commitments.year_model import YearGrid, YearRow

_BLANK = Figure(None)
_SIDES = ("before", "after")


def commitment_grid(snapshot: Snapshot, commitment_id: str) -> YearGrid:
    """年度, 限度額 of the year, its funds, 一般財源, 契約額 and 変更後 of a commitment; no rows where it is gone."""
    words = snapshot.standard.commitments
    found = next(
        (
            commitment
            for commitment in snapshot.totals.commitments
            if commitment.commitment.id == commitment_id
        ),
        None,
    )
    years = found.years if found else ()
    columns = source_columns(snapshot, (row.row.sources for row in years))
    keys = keys_of(columns)

    def places(row_id: str) -> tuple[Place | None, ...]:
        return (
            place.owed(row_id, "year"),
            place.owed(row_id, "amount"),
            *(place.owed_source(row_id, key) for key in keys),
            place.owed_source(row_id, GENERAL),
            place.owed(row_id, "contracted"),
            place.owed(row_id, "changed"),
        )

    def row(year: YearOwed) -> YearRow:
        contracted, changed = (
            Figure(each if isinstance(each, int) else None, typed=each)
            for each in (year.row.contracted, year.row.changed)
        )
        figures = (
            year.amount,
            *(year.sources.get(key, _BLANK) for key in keys),
            year.general,
            contracted,
            changed,
        )
        return YearRow(year.row.id, year.row.year, figures)

    labels = (
        words.year,
        "金額",
        *(_broken(column.label) for column in columns),
        snapshot.totals.form.general,
        words.contracted,
        words.changed,
    )
    return YearGrid(found.commitment.id if found else "", labels, places, tuple(map(row, years)))


def annual_grid(snapshot: Snapshot, continuing_id: str) -> YearGrid:
    """年度, and 事業費 with its funds before and after a change, of a continuing expense; no rows where it is gone."""
    standard = snapshot.standard
    found: ContinuingTotals | None = next(
        (expense for expense in snapshot.totals.continuing if expense.continuing.id == continuing_id), None
    )
    used = [key for key in found.keys if key not in (EXPENSE, GENERAL)] if found else []
    columns = with_used(snapshot, standard.continuing.columns, used)
    keys = (EXPENSE, *keys_of(columns), GENERAL)

    def places(row_id: str) -> tuple[Place | None, ...]:
        cells = (f"annual/{row_id}/{side}/{key}" for side in _SIDES for key in keys)
        return (place.annual_year(row_id), *cells)

    rows = tuple(
        YearRow(
            year.row.id,
            year.row.year,
            tuple(side.get(key, _BLANK) for side in (year.before, year.after) for key in keys),
        )
        for year in (found.years if found else ())
    )
    of_side = (
        standard.words.expense,
        *(_broken(column.label) for column in columns),
        snapshot.totals.form.general,
    )
    labels = (
        standard.continuing.year,
        *(f"{side}\n{label}" for side in ("変更前", "変更後") for label in of_side),
    )
    return YearGrid(found.continuing.id if found else "", labels, places, rows)


def _broken(label: str) -> str:
    """A label of two words on two lines."""
    return label.replace(" ", "\n").replace("・", "・\n")
