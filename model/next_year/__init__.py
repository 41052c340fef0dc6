"""Last year's request -> this year's draft (翌年度への引継ぎ), with the list of everything that was changed and why.

Each part of the sheet has its room here; this one puts them together. Pure: nothing is read or written, ids stay those
of last year's request (so the same request always gives the same draft), and the window applies a draft as one step.

What is decided for every part: figures of the year that is over move to the previous year's column, what the section
decides anew each year (amounts, funding, the 査定) starts blank, and what lasts (texts, calculations, 節, people,
commitments, unit prices) stays and is brought into the words of the new year.
"""

from __future__ import annotations

from msgspec.structs import replace

from model.next_year import (
    commitments,
    cost_lines,
    funding,
    granted,
    grounds,
    header,
    mentioned,
    narrative,
    people,
    settled,
)
from model.next_year.carried import Carried, Draft, Turn
from model.next_year.years import following
from model.request.request import AsPrinted, Assessment, Funding, Headcount, Request
from model.standard.standard import Standard
from model.totals.totals import totals
from model.values import fiscal_year

__all__ = ["Carried", "Draft", "next_year"]


def next_year(request: Request, standard: Standard) -> Draft:
    """The draft for the fiscal year after the request's own, and what was changed, in the order of the sheet.

    A head whose year cannot be read gives a draft of the year that a new request of the Standard has.
    """
    typed = fiscal_year.parse(request.header.fiscal_year)
    last = typed or standard.default_year.previous
    turn = Turn(request, totals(request, standard), standard, last, following(last))
    head, head_changes = header.carry(turn)
    known, from_remarks = commitments.from_remarks(turn, request)
    owed = commitments.carry(turn, known)
    groups = cost_lines.carry(turn, known, owed)
    tied = cost_lines.without_gone_lines(owed.commitments, groups)
    tied, groups, new_lines = settled.lines_of_untied(turn, known, tied, groups)
    continuing, continuing_changes = settled.continuing(turn)
    sections, section_changes = narrative.carry(turn)
    draft = replace(
        request,
        header=head,
        headcount=Headcount(),
        sections=sections,
        groups=groups,
        commitments=tied,
        continuing=continuing,
        assessment=Assessment(),
        funding=Funding(),
        declared={},
        bases={where: base for where, base in request.bases.items() if where.startswith("funding/request/")},
        components={},
        printed=AsPrinted(),
        carried_previous=None,
        funding_terms=grounds.carry(turn, groups),
        cuts=(),
        answers=grounds.answers(turn),
    )
    draft = people.carry(turn, draft)
    budget = granted.of(turn)
    draft = granted.declare(turn, draft, budget)
    draft = funding.carry(turn, draft, budget)
    draft = people.keep_last_cost(turn, draft)
    figures = totals(draft, standard)
    changes = (
        *head_changes,
        *people.tell(turn, draft),
        *granted.tell(turn, figures, budget),
        *mentioned.dropped(turn),
        *section_changes,
        *cost_lines.tell(turn, figures, owed),
        *new_lines,
        *from_remarks,
        *owed.changes,
        *continuing_changes,
        *funding.tell(turn, draft, figures, budget),
        *mentioned.to_look_at(turn, draft, figures),
    )
    return Draft(draft, changes)
