"""What the writer says to findings and questions."""

from __future__ import annotations

from msgspec.structs import replace

from model.checks.finding import Finding
from model.request.grounds import Answer
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
