"""The request itself: values that are never changed."""

from __future__ import annotations

import pytest

from model.document.new_request import new_request
from model.edits.fields import set_value
from model.request.request import Line, Request
from tests.samples import empty, one_line, sample, standard


def test_request_is_a_value() -> None:
    """No part of a request can be changed where it stands."""
    with pytest.raises(AttributeError):
        sample().header.name = "x"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        sample().groups[0].lines[0].amount = 1  # type: ignore[misc]


def test_blank_is_not_zero() -> None:
    """A new line has no amounts, which are not 0."""
    assert (Line("a").previous, Line("a").amount) == (None, None)
    assert Line("a") != Line("a", amount=0)


@pytest.mark.parametrize(
    ("request_", "assessed"),
    [
        (sample(), True),
        (one_line(), False),
        (empty(), False),
        (Request(), False),
        (set_value(one_line(), "assessment/result", "保留"), True),
        (set_value(one_line(), "assessment/amount", 0), True),
        (set_value(one_line(), "headcount/assessed/regular", "0.0"), True),
        (set_value(one_line(), "headcount/request/regular", "1.0"), False),
    ],
)
def test_assessed_page(request_: Request, assessed: bool) -> None:
    """The finance division's part is printed as soon as anything of it is filled, be it 0."""
    assert request_.is_assessed is assessed


def test_new_request_is_that_of_the_standards_year() -> None:
    """A new request of 令和9年度 has the head's words, the year's sections in their frames, and one empty table."""
    request = empty()
    assert request.header.fiscal_year == "令和9年度"
    assert (request.header.budget, request.header.stage) == ("当初予算", "一般事業要求")
    assert [(section.frame, section.heading, section.costs) for section in request.sections] == [
        ("content", "事業の目的・概要", False),
        ("content", "主な事業内容", True),
        ("results", "これまでの取組状況", False),
        ("results", "これまでの取組に対する評価", False),
    ]
    (group,) = request.groups
    assert group.lines == ()


def test_ids_are_never_the_same() -> None:
    """Two new requests share no id, so that parts can go from one to the other."""
    one, other = (
        {part.id for part in (*each.sections, *each.groups)}
        for each in (new_request(standard()), new_request(standard()))
    )
    assert len(one) == len(other) == 5
    assert not one & other
