"""What the draft of the next year says of the sources of 前年度予算."""

from __future__ import annotations

from model.next_year import next_year
from model.request.request import Assessment, Funding, Header, Request
from tests.samples import standard


def test_sources_of_a_later_request_are_told_from_both_rows() -> None:
    """On 002 その他 14 stood and 4 came on top: the next year's 18 is said to be both together."""
    request = Request(
        header=Header(
            fiscal_year="平成19年度", budget="当初予算", business_class="一般事業", stage="課長調整2"
        ),
        assessment=Assessment("計上", 665),
        funding=Funding(standing={"other": 14}, request={"other": 4}, assessed={"other": 4}),
        declared={"request/amount": 665, "funding/standing/expense": 10_807},
    )
    after = next_year(request, standard())
    assert after.funding.previous["other"] == 18
    told = next(change for change in after.carried if change.place == "funding/previous/expense")
    assert told.why == "平成19年度の「既査定額」と「査定額」の財源を足した額です。"
