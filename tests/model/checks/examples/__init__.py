"""For each rule a request that breaks it and one close to it that does not; a module for a subject of the rulebook.

A new rule writes its examples where its subject is. The tests of the rulebook hold every one of them: of the breaking
request the rule says one thing, of the other nothing.
"""

from __future__ import annotations

from model.request.request import Request
from tests.model.checks.examples import (
    characters,
    figures,
    identities,
    last_year,
    lines,
    questions,
    revenue,
    texts,
    unknown,
)

_SUBJECTS = (figures, identities, lines, questions, revenue, texts, characters, last_year, unknown)

BROKEN: dict[str, Request] = {rule: each for subject in _SUBJECTS for rule, each in subject.BROKEN.items()}
SOUND: dict[str, Request] = {rule: each for subject in _SUBJECTS for rule, each in subject.SOUND.items()}

# Rules that look at more than the request: tests/model/test_prices.py breaks them.
BROKEN_ELSEWHERE = {"price"}
# Rules that look at a list of the Standard which is empty in the file: test_revenue.py breaks them.
BROKEN_ELSEWHERE |= {"69"}
# A rule of what a form of 架空県 limits: test_text_limits.py breaks it.
BROKEN_ELSEWHERE |= {"text-limit"}
