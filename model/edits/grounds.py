"""Edits of what stands behind the figures: grounds of revenue, parts of a cut, answers to findings and questions."""

from __future__ import annotations

from msgspec.structs import replace

from model.checks.finding import Finding
from model.request.grounds import Answer, Cut, FundingTerm
from model.request.part import without
from model.request.request import Request


def answer(request: Request, finding: Finding, text: str) -> Request:
    """Say something to a finding (了解 with its reason) or a question; a blank text takes it back.

    What was said of other figures at the same place stays: it holds again if they come back.
    """
    text = text.strip()
    given = Answer(finding.rule, finding.place, finding.message, text)
    said = (finding.rule, finding.place, finding.message)
    before = next((known for known in request.answers if known.is_to(*said)), None)
    if (before is None and not text) or before == given:
        return request
    if before is None:
        return replace(request, answers=(*request.answers, given))
    kept = (given if known is before else known for known in request.answers if text or known is not before)
    return replace(request, answers=tuple(kept))


def add_term(request: Request, term: FundingTerm) -> Request:
    """Add a ground of revenue (財源の根拠) at the end."""
    return replace(request, funding_terms=(*request.funding_terms, term))


def delete_term(request: Request, term_id: str) -> Request:
    """Delete a ground of revenue; the same request where it is gone."""
    rest = without(request.funding_terms, term_id)
    return request if rest is request.funding_terms else replace(request, funding_terms=rest)


def add_cut(request: Request, cut: Cut) -> Request:
    """Add a part of the cut (減額の内訳) at the end."""
    return replace(request, cuts=(*request.cuts, cut))


def delete_cut(request: Request, cut_id: str) -> Request:
    """Delete a part of the cut; the same request where it is gone."""
    rest = without(request.cuts, cut_id)
    return request if rest is request.cuts else replace(request, cuts=rest)
