"""What commitments ask of future years, as bars and sums for a picture."""

from __future__ import annotations

from msgspec.structs import replace

from model.document.document import take_snapshot
from model.request.multi_year import Commitment, CommitmentYear
from model.request.request import Request
from model.totals.outlook import Outlook, in_words, outlook
from tests.commitment_requests import twenty_years
from tests.samples import sample, standard


def looked_at(request: Request) -> Outlook | None:
    """The picture of a request."""
    return outlook(request, take_snapshot(request, standard()).totals)


def test_no_commitment_is_no_picture() -> None:
    """A request that binds no later year, or none whose years can be read, has nothing to show."""
    first, _ = sample().commitments

    assert looked_at(replace(sample(), commitments=())) is None
    assert looked_at(replace(sample(), commitments=(replace(first, period="いつか"),))) is None


def test_a_period_without_amounts_is_a_bar() -> None:
    """H32〜H35 is shown over its four years, though no year's amount is told; this year stands beside it."""
    picture = looked_at(sample())
    assert picture is not None

    assert (picture.bars[0].first, picture.bars[0].last, picture.bars[0].amounts) == (2020, 2023, {})
    assert [year.label for year in picture.years][:2] == ["平成31年度", "平成32年度"]
    assert picture.this_year == 124_767
    assert picture.sums == ()


def test_twenty_years_of_a_sheet_of_its_own() -> None:
    """Page 117 owes 19,440千円 in each of twenty years; on a sheet of its own there is no 要求額 of this year beside it."""
    picture = looked_at(twenty_years())
    assert picture is not None

    assert picture.this_year is None
    assert set(picture.bars[0].amounts.values()) == {19_440}
    assert sum(each.requested for each in picture.sums) == 388_800
    assert len(picture.years) == 21


def test_what_falls_into_this_year_is_in_the_request_already() -> None:
    """This year's part of a set commitment is asked in the ordinary budget; the words do not count it a second time."""
    owed = Commitment(
        "set",
        status="set",
        name="賃借料",
        years=(CommitmentYear("a", "H31", 700), CommitmentYear("b", "H32", 700)),
    )
    picture = looked_at(replace(sample(), commitments=(owed,)))
    assert picture is not None

    assert in_words(picture, "△") == (
        "平成31年度 要求額 124,767千円。平成32年度 700千円（要求 0・設定済 700）。"
    )
