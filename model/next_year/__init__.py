"""Last year's request -> this year's draft (翌年度への引継ぎ), with the list of everything that was changed and why.

Each part of the sheet has its module here; this one puts them together. Pure: nothing is read or written, ids stay those
of last year's request (so the same request always gives the same draft), and the window applies a draft as one step.

What is decided for every part: figures of the year that is over move to the previous year's column, what the section
decides anew each year (amounts, funding, the 査定) starts blank, and what lasts (texts, calculations, 節, people,
commitments, unit prices) stays and is brought into the words of the new year.

Imports every other room of ``model``. Read ``carried.py`` first, then ``next_year`` below.
"""

from __future__ import annotations

from msgspec.structs import replace

from model.edits.identity import of_next_year
from model.names.place_names import short
from model.next_year import (
    commitments,
    cost_lines,
    funding,
    granted,
    grounds,
    header,
    links,
    mentioned,
    narrative,
    people,
    settled,
)
from model.next_year.carried import YearChange
from model.next_year.years import following
from model.request.carried import Carried
from model.request.ids import unused_id
from model.request.parts import part_ids
from model.request.request import AsPrinted, Assessment, Funding, Headcount, Request
from model.standard.standard import Standard
from model.totals.totals import totals
from model.values import fiscal_year
from model.values.unseen_characters import one_visible_line


def next_year(request: Request, standard: Standard) -> Request:
    """The draft for the fiscal year after the request's own, with the list of what was changed, in the order of the sheet.

    A head whose year cannot be read gives a draft of the year that a new request of the Standard has.
    """
    typed = fiscal_year.parse(request.header.fiscal_year)
    last = typed or standard.default_year.previous
    year_change = YearChange(request, totals(request, standard), standard, last, following(last))
    head, head_changes = header.carry(year_change)
    known, from_remarks = commitments.from_remarks(year_change, request)
    draft_commitments = commitments.carry(year_change, known)
    groups = cost_lines.carry(year_change, known, draft_commitments)
    tied = cost_lines.without_deleted_lines(draft_commitments.commitments, groups)
    tied, groups, new_lines = settled.lines_of_untied(year_change, known, tied, groups)
    continuing, continuing_changes = settled.continuing(year_change)
    sections, section_changes = narrative.carry(year_change)
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
        funding_terms=grounds.carry(year_change, groups),
        cuts=(),
        answers=grounds.answers(year_change),
        source_questions=(),
        carried=(),
        sticky_notes=(),
        unknown=(),
        identity=of_next_year(request),
    )
    draft = people.carry(year_change, draft)
    budget = granted.of(year_change)
    draft = granted.declare(year_change, draft, budget)
    draft = funding.carry(year_change, draft, budget)
    draft = people.carry_last_cost(year_change, draft)
    figures = totals(draft, standard)
    draft = links.carry(year_change, draft, figures)
    changes = (
        *head_changes,
        *people.changes_of(year_change, draft),
        *granted.changes_of(year_change, figures, budget),
        *mentioned.dropped(year_change),
        *section_changes,
        *links.changes_of(year_change, draft),
        *cost_lines.changes_of(year_change, figures, draft_commitments),
        *new_lines,
        *from_remarks,
        *draft_commitments.changes,
        *continuing_changes,
        *funding.changes_of(year_change, draft, figures, budget),
        *mentioned.lines_to_review(year_change, draft, figures),
        *_notes_left_behind(year_change),
        *_unknown_left_behind(year_change),
    )
    taken = set(part_ids(draft))
    carried = tuple(
        replace(change, id=unused_id(f"carried-{number}", taken)) for number, change in enumerate(changes, 1)
    )
    return replace(draft, carried=carried)


def _notes_left_behind(year_change: YearChange) -> tuple[Carried, ...]:
    """The entry of the list about the notes for colleagues (付せん): they were about last year's work."""
    notes = year_change.request.sticky_notes
    why = f"付せんは{year_change.last.label}の要求書に残し、引き継いでいません。"
    return (Carried("付せん", f"{len(notes)}枚", "", why),) if notes else ()


def _unknown_left_behind(year_change: YearChange) -> tuple[Carried, ...]:
    """The entry of the list about the fields that this version does not know: nobody here can say what they become."""
    names = dict.fromkeys(short(one_visible_line(field.name)) for field in year_change.request.unknown)
    why = f"この版の予算帖が知らない項目は{year_change.last.label}の要求書に残し、引き継いでいません。"
    return (Carried("知らない項目", "、".join(f"「{name}」" for name in names), "", why),) if names else ()
