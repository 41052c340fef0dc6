"""Last year's request -> this year's draft (翌年度への引継ぎ), with the list of everything that was changed and why."""

from __future__ import annotations

import msgspec

from model.place import Place
from model.request import Request
from model.standard import Standard


class Carried(msgspec.Struct, frozen=True):
    """One change from last year's request to this year's draft.

    Attributes:
        what: what was changed: 「「集約センター経費」の前年度予算額」.
        before: what stood there, as the sheet prints it.
        after: what stands there now; "" where it fell away.
        why: a Japanese sentence with the reason.
        place: where it stands on the draft; "" where it is gone.
    """

    what: str
    before: str
    after: str
    why: str
    place: Place = ""


class Draft(msgspec.Struct, frozen=True):
    """This year's draft and the list of what was changed."""

    request: Request
    changes: tuple[Carried, ...]


def next_year(request: Request, standard: Standard) -> Draft:
    """The draft for the fiscal year after the request's own."""
    raise NotImplementedError  # built in the next commits
