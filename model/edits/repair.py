"""The repair of a finding (直す) as one edit."""

from __future__ import annotations

from msgspec.structs import replace

from model.checks.finding import Fix
from model.edits.fields import set_value
from model.request import Request


def repaired(request: Request, fix: Fix) -> Request:
    """The request after a repair."""
    if fix.adds:
        return replace(request, commitments=(*request.commitments, *fix.adds))
    for where, value in ((fix.place, fix.value), *fix.also):
        request = set_value(request, where, value)
    return request
