"""Figures come from the parts of a request that they are said to come from, and from no others."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from model.document.document import take_snapshot
from model.edits.fields import set_value
from model.request.grounds import Answer, FundingTerm
from model.request.request import Request
from model.totals.totals import have_same_totals, totals
from tests.requests import edited, requests
from tests.samples import declared_sample, sample, set_values, standard


@given(st.data())
@settings(max_examples=80, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_same_parts_have_the_same_totals(data: st.DataObject) -> None:
    """Where two requests have the same totals by their parts, all that is computed of them afresh is the same."""
    before = data.draw(requests())
    after = data.draw(edited(before))
    if have_same_totals(before, after):
        assert totals(before, standard()) == totals(after, standard())


@given(requests())
@settings(max_examples=80, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_words_change_no_figure(request: Request) -> None:
    """Texts, answers, grounds of revenue and the contact are nothing that figures come from."""
    other = replace(
        request,
        sections=(*request.sections[:-1], replace(request.sections[-1], text="要求額 1千円")),
        funding_words="国1/2",
        contact=replace(request.contact, phone="0857"),
        funding_terms=(FundingTerm("t", "national", amount=5),),
        answers=(Answer("3", "x", "y", "z"),),
    )
    assert have_same_totals(request, other)
    assert totals(request, standard()) == totals(other, standard())


def test_typing_in_a_text_leaves_the_figures_alone() -> None:
    """An edit of the narrative keeps the totals; one of an amount, a count or the 査定 makes new ones."""
    before = take_snapshot(declared_sample(), standard())
    words = set_values(before.request, [("section/section-1/text", "概要"), ("contact/phone", "0857")])
    assert take_snapshot(words, standard(), before).totals is before.totals
    for where in ("line/line-1-1/amount", "assessment/amount", "funding/request/other", "request/amount"):
        after = take_snapshot(set_value(sample(), where, 7), standard(), before)
        assert after.totals is not before.totals
