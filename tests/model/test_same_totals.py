"""Figures come from the amounts, people and calculations of a request, and from no other words."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from msgspec.structs import replace

from model.request.grounds import Answer
from model.request.request import Request
from model.totals.totals import totals
from tests.examples import examples
from tests.requests import requests
from tests.samples import standard


@given(requests())
@settings(max_examples=examples(80), suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_words_change_no_figure(request: Request) -> None:
    """Texts, answers, the names of grounds of revenue and the contact are nothing that figures come from."""
    other = replace(
        request,
        sections=(*request.sections[:-1], replace(request.sections[-1], text="要求額 1千円")),
        funding_words="国1/2",
        contact=replace(request.contact, phone="0857"),
        # a rate of a ground fills the source that has no figure: only its words are other ones
        funding_terms=tuple(replace(term, name="交付金") for term in request.funding_terms),
        answers=(Answer("3", "x", "y", "z"),),
    )
    assert totals(request, standard()) == totals(other, standard())
