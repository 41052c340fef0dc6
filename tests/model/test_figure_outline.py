"""The one list of a request's figures: where each stands, what it is called, and its value in both years."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from model.incremental.results import Results
from model.names.figure_outline import SheetFigure, figure_outline
from model.names.place_names import PlaceNames
from model.request.request import Request
from model.values.fiscal_year import Period
from tests.loose_sentences import base
from tests.samples import sample, snapshot, standard


def outline(request: Request) -> dict[str, SheetFigure]:
    """The figures of a request by their places."""
    return {found.place: found for found in figure_outline(request, snapshot(request).totals, standard())}


def test_figures_of_the_real_sheet() -> None:
    """要求額, a source, people, a line and the period of a commitment of 平成31年度 with the year before, as printed."""
    found = outline(sample())
    asked = found["request/amount"]
    assert (asked.label, asked.value, asked.previous) == ("要求額", 124_767, 118_656)
    assert (asked.change, asked.percent, asked.times) == (6_111, Decimal("5.2"), Fraction(124_767, 118_656))
    assert (found["funding/request/general"].value, found["funding/request/general"].previous) == (
        122_608,
        116_497,
    )
    assert (found["headcount/request/regular"].value, found["headcount/request/regular"].change) == (
        Decimal("1.9"),
        Decimal("1.4"),
    )
    assert (found["cost/request/total"].value, found["cost/request/total"].previous) == (139_849, 122_629)
    assert (found["assessment/amount"].label, found["assessment/amount"].value) == ("計上額", 124_288)
    line = found["line/line-4-1/amount"]
    assert (line.value, line.previous_place, line.previous) == (7_040, "line/line-4-1/previous", 6_651)
    assert "統合宛名システム保守運用経費" in line.names
    owed = found["commitment/commitment-1/period"]
    assert isinstance(owed.value, Period)
    assert (owed.kind, owed.value.first.short, owed.value.last.short, owed.change) == (
        "years",
        "H32",
        "H35",
        None,
    )
    assert (found["groups"].value, found["group/group-1/lines"].value) == (5, 5)


def test_supplementary_sheet_has_no_year_before() -> None:
    """A 補正 names 現計予算額, what is asked and the two together; nothing of it is compared with the year before."""
    request, under = base("shops")
    totals = snapshot(request, under).totals
    found = {figure.place: figure for figure in figure_outline(request, totals, under)}
    assert (found["request/amount"].value, found["request/amount"].change) == (32_000, None)
    standing, *others = found["cost/standing/expense"].names
    assert (standing, "補正前の予算額" in others) == ("現計予算額", True)
    assert (found["cost/total/expense"].value, "補正後の予算額" in found["cost/total/expense"].names) == (
        44_500,
        True,
    )
    assert found["cost/total/labour"].value == 10_254


def test_every_place_has_a_name_and_no_two_are_the_same() -> None:
    """A figure is found again by its place; blank parts of the finance division are not in the list."""
    for name in ("sample", "library", "shops", "dam", "tourism"):
        request, under = base(name)
        found = figure_outline(request, snapshot(request, under).totals, under)
        assert len({figure.place for figure in found}) == len(found)
        assert all(figure.label for figure in found)
        names = PlaceNames(request, under)
        assert all(names.name_of(figure.place) for figure in found)
    assert not any(place.startswith("funding/assessed") for place in outline(base("library")[0]))


def test_figures_of_a_table_are_taken_over() -> None:
    """A table that did not change gives the very figures of the run before."""
    totals, results = snapshot(sample()).totals, Results()
    first = figure_outline(sample(), totals, standard(), results)
    results.begin()
    assert all(
        one is other
        for one, other in zip(
            [figure for figure in first if figure.place.startswith("line/")],
            [
                figure
                for figure in figure_outline(sample(), totals, standard(), results)
                if figure.place.startswith("line/")
            ],
            strict=True,
        )
    )
