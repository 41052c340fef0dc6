"""The years of a commitment and of a continuing expense as rows, taken from the totals; labels are the Standard's."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final, Literal

from model.document.document import Snapshot
from model.figures.commitments import CommitmentTotals, ContinuingTotals
from model.request import place
from model.request.multi_year import AnnualAmount, CommitmentYear
from model.request.place import EXPENSE, GENERAL, Place
from model.values.figure import Figure, figure
from templates.sheet.multi_year_tables import keys_of, source_columns, with_used
from ui.language import QT_TRANSLATE_NOOP, translate
from ui.tables.offering_model import Column, Rows

YEAR_WIDTHS: Final[Mapping[int, int]] = {0: 104}
"""Pixels of the columns whose width is not shared: that of the year."""
_OFFER = QT_TRANSLATE_NOOP("ui.commitments", "（年度）")
_BLANK = Figure(None)


def commitment_of(snapshot: Snapshot, commitment_id: str) -> CommitmentTotals | None:
    """A commitment with its totals; None where it is gone."""
    found = (totals for totals in snapshot.totals.commitments if totals.commitment.id == commitment_id)
    return next(found, None)


def continuing_of(snapshot: Snapshot, continuing_id: str) -> ContinuingTotals | None:
    """A continuing expense with its totals; None where it is gone."""
    found = (totals for totals in snapshot.totals.continuing if totals.continuing.id == continuing_id)
    return next(found, None)


def commitment_years(snapshot: Snapshot, commitment_id: str) -> Rows:
    """年度, 限度額 of the year, its funds, 一般財源, 契約額 and 変更後 of a commitment; no rows where it is gone."""
    words = snapshot.standard.commitments
    found = commitment_of(snapshot, commitment_id)
    years = {year.row.id: year for year in (found.years if found else ())}
    owner = found.commitment.id if found else ""
    sources = source_columns(snapshot, (year.row.sources for year in years.values()))
    columns = (
        Column(words.year, partial(place.owed, field="year")),
        _figures(
            "金額",
            partial(place.owed, field="amount"),
            {row_id: year.amount for row_id, year in years.items()},
        ),
        *(
            _figures(
                _broken(source.label),
                partial(place.commitment_year_source, source=key),
                {row_id: year.sources.get(key, _BLANK) for row_id, year in years.items()},
            )
            for source, key in zip(sources, keys_of(sources), strict=True)
        ),
        _figures(
            snapshot.totals.form.general,
            partial(place.commitment_year_source, source=GENERAL),
            {row_id: year.general for row_id, year in years.items()},
        ),
        _figures(
            words.contracted,
            partial(place.owed, field="contracted"),
            {row_id: figure(None, year.row.contracted) for row_id, year in years.items()},
        ),
        _figures(
            words.changed,
            partial(place.owed, field="changed"),
            {row_id: figure(None, year.row.changed) for row_id, year in years.items()},
        ),
    )
    return Rows(
        tuple(years),
        columns,
        translate("ui.commitments", _OFFER),
        CommitmentYear,
        owner,
    )


def annual_amounts(snapshot: Snapshot, continuing_id: str) -> Rows:
    """年度, and 事業費 with its funds before and after a change, of a continuing expense; no rows where it is gone."""
    standard = snapshot.standard
    found = continuing_of(snapshot, continuing_id)
    years = {year.row.id: year for year in (found.years if found else ())}
    owner = found.continuing.id if found else ""
    used = [key for key in found.keys if key not in (EXPENSE, GENERAL)] if found else []
    sources = with_used(snapshot, standard.continuing.columns, used)
    labels = {
        EXPENSE: standard.words.expense,
        **{key: _broken(source.label) for source, key in zip(sources, keys_of(sources), strict=True)},
        GENERAL: snapshot.totals.form.general,
    }
    sides: tuple[tuple[Literal["before", "after"], str, dict[str, Mapping[str, Figure]]], ...] = (
        ("before", "変更前", {row_id: year.before for row_id, year in years.items()}),
        ("after", "変更後", {row_id: year.after for row_id, year in years.items()}),
    )
    columns = (
        Column(standard.continuing.year, place.annual_year),
        *(
            _figures(
                f"{word}\n{label}",
                partial(place.annual, side=side, column=key),
                {row_id: cells.get(key, _BLANK) for row_id, cells in figures.items()},
            )
            for side, word, figures in sides
            for key, label in labels.items()
        ),
    )
    return Rows(
        tuple(years),
        columns,
        translate("ui.commitments", _OFFER),
        AnnualAmount,
        owner,
    )


def _figures(label: str, where: Callable[[str], Place], figures: Mapping[str, Figure]) -> Column:
    """A column of figures, given by the ids of their rows."""
    return Column(label, where, figure=lambda row_id: figures.get(row_id, _BLANK))


def _broken(label: str) -> str:
    """A label of two words on two lines."""
    return label.replace(" ", "\n").replace("・", "・\n")
