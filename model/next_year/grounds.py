"""The funding terms of the draft are carried; explanations of last year's figures are not."""

from __future__ import annotations

from msgspec.structs import replace

from model.checks.rulebook import RULES
from model.next_year.carried import YearChange
from model.request.grounds import Answer, FundingTerm
from model.request.lines import walk
from model.request.request import CostGroup
from model.standard.parts import AS_DECLARED


def carry(year_change: YearChange, groups: tuple[CostGroup, ...]) -> tuple[FundingTerm, ...]:
    """The grounds of revenue with their names and rates; their amounts are decided anew, lines that are gone pay for nothing."""
    there = {line.id for group in groups for line, _ in walk(group.lines)}
    return tuple(
        replace(
            funding_term,
            eligible=None,
            amount=None,
            line=funding_term.line if funding_term.line in there else "",
        )
        for funding_term in year_change.request.funding_terms
    )


def answers(year_change: YearChange) -> tuple[Answer, ...]:
    """The answers to questions of the 質問票; what was acknowledged (了解) was about figures that are over."""
    settings = year_change.standard.rules
    questions = {
        rule.id
        for rule in RULES.values()
        if (settings.get(rule.id, AS_DECLARED).severity or rule.severity) == "question"
    }
    return tuple(answer for answer in year_change.request.answers if answer.rule in questions)
