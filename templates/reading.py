"""What comes of reading a published page or a workbook: a request, and an honest list of what was not understood.

Readers never guess and never drop: what has no field of its own is kept as text where it stood, and listed.
"""

from __future__ import annotations

import msgspec

from model.request import Request


class Unread(msgspec.Struct, frozen=True):
    """A part of a source that was not understood (読み取れなかった箇所).

    Attributes:
        where: where it stands in the source, for a person: 「12行目」, 「要求書!B7」, 「2 所要経費の表」.
        text: what stands there, as it is; long text is cut with 「…」.
        why: a Japanese sentence: what could not be read and where it was kept.
    """

    where: str
    text: str
    why: str


class HandChange(msgspec.Struct, frozen=True):
    """What a person changed by hand in a workbook that this program wrote.

    Attributes:
        where: the cell or row, for a person: 「要求書!E12」.
        what: what it is: 「「集約センター経費」の要求額」.
        before: what the program had written; "" for an inserted line.
        after: what stands there now; "" for a deleted line.
    """

    where: str
    what: str
    before: str
    after: str


class Reading(msgspec.Struct, frozen=True):
    """A request that was read, what was not understood, and for our own workbook what was changed by hand."""

    request: Request
    unread: tuple[Unread, ...] = ()
    changes: tuple[HandChange, ...] = ()
