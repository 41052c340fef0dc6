"""Totals that were typed and agree go back to being derived; what differs stays the writer's."""

from __future__ import annotations

from model.edits.declared import release_agreeing
from model.request import place
from model.request.request import Line
from model.totals.totals import totals
from tests.samples import sample, set_values, standard, with_lines


def test_totals_that_agree_are_derived_again() -> None:
    """A page that was read has every total typed: those that agree are released, and no figure changes."""
    parts = (Line("b", "乙", 1, 20), Line("c", "丙", 2, 30))
    plain = with_lines(Line("a", "甲", 3, 50, parts=parts), Line("d", "丁", 4, 5, basis="=5千円"))
    group = plain.groups[0].id
    figures = totals(plain, standard())
    read = set_values(
        plain,
        [
            (place.group(group, "amount"), 55),
            (place.REQUEST_AMOUNT, figures.amount.value),
            (place.cost("request", "expense"), figures.cost_rows["request"].expense.value),
            (place.cost("request", "total"), 7),
        ],
    )
    now = release_agreeing(read, totals(read, standard()), standard())
    line, alone = now.groups[0].lines

    assert now.declared == {place.cost("request", "total"): 7}, "what differs stays"
    assert now.groups[0].amount is None
    assert (line.amount, line.previous, line.parts) == (None, None, parts)
    assert alone.amount == 5, "a figure chosen beside a calculation is no total"
    assert totals(now, standard()).amount.value == 55
    assert totals(now, standard()).cost_rows["request"].total.value == 7


def test_nothing_to_release() -> None:
    """Without a typed total nothing is edited."""
    derived = release_agreeing(sample(), totals(sample(), standard()), standard())
    assert release_agreeing(derived, totals(derived, standard()), standard()) is derived
