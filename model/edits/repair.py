"""The repair of a finding (直す) as one edit."""

from __future__ import annotations

from msgspec.structs import replace

from model.checks.finding import Fix
from model.edits.basis import put_text, takes_basis
from model.edits.fields import set_value
from model.edits.links import say
from model.request.linked_figure import LinkedFigure
from model.request.parts import delete_part
from model.request.request import Request
from model.request.source_question import SourceQuestion


def repaired(request: Request, fix: Fix) -> Request:
    """The request after a repair."""
    if fix.confirms:
        return delete_part(request, SourceQuestion, fix.confirms)
    if fix.link:
        if isinstance(fix.value, str):
            return say(request, {fix.link: fix.value})
        return delete_part(request, LinkedFigure, fix.link)
    for where, value in fix.also:
        request = set_value(request, where, value)
    if not fix.adds and not fix.cuts:
        if isinstance(fix.value, str) and takes_basis(fix.place):
            return put_text(request, fix.place, fix.value)
        return set_value(request, fix.place, fix.value)
    return replace(request, commitments=(*request.commitments, *fix.adds), cuts=(*request.cuts, *fix.cuts))
