"""Rules 11, 12 and 25: the funding tables."""

from __future__ import annotations

import pytest

from model.edits.fields import set_value
from tests.samples import (
    declared_sample,
    findings,
    fixed,
    one_line,
    only,
    sample,
    set_values,
    snapshot,
    standard,
)
from tests.sheet_rows import FUNDING_ROWS


@pytest.mark.parametrize("row", FUNDING_ROWS)
def test_sources_do_not_add_up(row: str) -> None:
    """Rule 11: in every row the sources and 一般財源 add up to 事業費."""
    request = set_value(declared_sample(), f"funding/{row}/national", 1_000)
    found = only(request, "11")
    assert (found.place, found.severity) == (f"funding/{row}/general", "error")
    assert snapshot(request).totals.form.funding_label(row) in found.message
    assert "1,000千円違います" in found.message
    assert findings(fixed(request, found), "11") == []


def test_both_figures_of_general_funds_are_told() -> None:
    """A 一般財源 typed as 122,680 for 122,608 is off by 72."""
    found = only(set_value(declared_sample(), "funding/request/general", 122_680), "11")
    assert all(figure in found.message for figure in ("122,680千円", "122,608千円", "72千円違います"))


@pytest.mark.parametrize("source", [source.key for source in standard().funding_sources if source.is_usual])
def test_every_source_counts(source: str) -> None:
    """Each of the seven sources takes its amount from 一般財源."""
    request = set_values(
        one_line(1_000), [(f"funding/request/{source}", 300), ("funding/request/general", 700)]
    )
    assert findings(request, "11") == []
    assert only(set_value(request, f"funding/request/{source}", 299), "11").place == "funding/request/general"


def test_general_funds_below_zero() -> None:
    """Rule 12: more special funds than cost is worth a look."""
    request = set_values(one_line(1_000), [("funding/request/fees", 700), ("funding/request/other", 400)])
    found = only(request, "12")
    assert (found.place, found.severity) == ("funding/request/general", "warning")
    assert all(figure in found.message for figure in ("△100千円", "1,100千円", "1,000千円"))


def test_general_funds_of_nothing_and_of_a_decrease() -> None:
    """一般財源 of 0 is in order, and so is one below 0 where the whole 事業費 is a decrease."""
    assert findings(set_value(one_line(1_000), "funding/request/fees", 1_000)) == []
    assert findings(set_value(one_line(-500), "funding/request/other", -100)) == []


@pytest.mark.parametrize("words", ["単県", "単県、起債"])
def test_prefecture_alone_with_national_money(words: str) -> None:
    """Rule 25: 「単県」 beside a 国庫支出金 above 0 is a 注意, no more, for the words are free text."""
    request = set_values(one_line(), [("funding_words", words), ("funding/request/national", 500)])
    found = only(request, "25")
    assert (found.place, found.severity) == ("funding_words", "warning")
    assert words in found.message
    assert "500千円" in found.message


@pytest.mark.parametrize(
    ("words", "national"),
    [("単県", 0), ("単県", None), ("単県", -500), ("単県", "約百"), ("国1/2", 500), ("単県、国庫", 500), ("国1/2、単県", 500), ("", 500)],
)  # fmt: skip
def test_words_that_fit_the_funding(words: str, national: int | str | None) -> None:
    """No national money, words that name the nation too, or no words: nothing to say."""
    request = set_values(one_line(), [("funding_words", words), ("funding/request/national", national)])
    assert findings(request, "25") == []


def test_other_revenue_beside_prefecture_alone() -> None:
    """The real sheet is 単県 and has 2,159 of その他."""
    assert sample().funding_words == "単県"
    assert findings(sample(), "25") == []


def test_sources_for_a_cost_of_nothing() -> None:
    """Rule 12: other revenue of 100 for a 事業費 of 0 leaves 一般財源 below 0, which is no decrease."""
    assert "△100千円" in only(set_value(one_line(0), "funding/request/other", 100), "12").message
