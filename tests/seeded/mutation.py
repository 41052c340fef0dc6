"""What one seeded error is."""

from __future__ import annotations

from typing import NamedTuple

from model.request.place import Place
from model.request.request import Request


class Mutation(NamedTuple):
    """A request in which one printed thing is wrong.

    Attributes:
        kind: the kind of error, a row of the table.
        places: where it was made.
        request: the request with the error.
        what: the error in words, for a report.
    """

    kind: str
    places: frozenset[Place]
    request: Request
    what: str
