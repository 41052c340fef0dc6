"""The repair of a finding is one edit."""

from __future__ import annotations

from model.checks.finding import Fix
from model.edits.repair import repaired
from model.request.multi_year import Commitment
from tests.samples import one_line, set_values


def test_repair_sets_every_place_it_names() -> None:
    """A repair may set several places at once, as the blanks of one table."""
    fix = Fix("入れる", "headcount/request/regular", "0.0", (("headcount/previous/regular", "0.0"),))
    assert repaired(one_line(), fix) == set_values(
        one_line(), [("headcount/request/regular", "0.0"), ("headcount/previous/regular", "0.0")]
    )


def test_repair_enters_a_commitment() -> None:
    """A commitment that is spoken of and not entered is entered."""
    owed = Commitment("owed", "only", "H32〜H35")
    assert repaired(one_line(), Fix("入れる", "commitment/owed/period", adds=(owed,))).commitments == (owed,)
