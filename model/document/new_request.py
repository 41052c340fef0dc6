"""An empty request for a fiscal year, as the Standard says it begins."""

from __future__ import annotations

from model.edits.identity import new_identity
from model.request.request import CostGroup, Header, Request, Section
from model.standard.standard import Standard
from model.values.identity import new_id


def new_request(standard: Standard) -> Request:
    """A request of the Standard's year with its head's words, its sections, and one empty cost table."""
    year = standard.default_year
    words = standard.words_in(year.year)
    return Request(
        header=Header(
            fiscal_year=year.label,
            budget=words.budgets[0],
            business_class=words.business_classes[0],
            stage=words.stages[0],
        ),
        sections=tuple(
            Section(new_id(), plan.frame, plan.heading, costs=plan.costs)
            for plan in standard.sections_in(year.year)
        ),
        groups=(CostGroup(new_id()),),
        standard=standard.government,
        identity=new_identity(),
    )
