"""Figures of a row that lost its empty cells, placed by what the arithmetic allows."""

from __future__ import annotations

from templates.readers.page.placement import MOST_WAYS, placements


def test_every_way_to_place_figures() -> None:
    """Two figures go into three columns in three ways, in their order; four go nowhere."""
    assert placements("12", 3) == [("1", "2", ""), ("1", "", "2"), ("", "1", "2")]
    assert placements("1234", 3) == []


def test_too_many_ways_are_none() -> None:
    """Twenty figures have 137,846,528,820 ways into forty columns: none is tried, the row is left as it is."""
    assert placements("1" * 20, 40) == []
    assert len(placements("1" * 7, 14)) == 0
    assert 0 < len(placements("1" * 6, 13)) <= MOST_WAYS
