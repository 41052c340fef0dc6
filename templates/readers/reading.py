"""The result of reading a page or a workbook: a request and the list of what was not understood.

Readers never guess and never drop: what has no field of its own is kept as text where it stood, and listed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from model.edits.fields import holds_amount, read
from model.language import phrase
from model.request.place import Place
from model.request.request import Request
from model.values.amount import SENTENCE_MINUS, format_amount

_LONGEST: Final = 200  # characters of a text in the lists


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
    """What a person changed by hand in a workbook or page that this program wrote.

    Attributes:
        where: the cell, row or part, for a person: 「要求書!E12」.
        what: what it is: 「「集約センター経費」の要求額」.
        before: what the program had written; "" for an inserted line.
        after: what stands there now; "" for a deleted line.
        place: the field of the form that it is; "" for a row or a part.
    """

    where: str
    what: str
    before: str
    after: str
    place: Place = ""


def turned(change: HandChange, minus: str = SENTENCE_MINUS) -> tuple[str, str]:
    """What stood there and what stands there, as one reads them: 「5,049千円」, the cells of a row side by side."""

    def said(text: str) -> str:
        value = read(change.place, text) if holds_amount(change.place) else None
        if isinstance(value, int):
            return f"{format_amount(value, minus)}千円"
        return text.replace("\t", "　")

    return said(change.before), said(change.after)


def cut(text: str, longest: int = _LONGEST) -> str:
    """A text as it is listed: long ones end in 「…」."""
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def struck_out(words: Sequence[str]) -> tuple[Unread, ...]:
    """The note that words which a page strikes out were not read; none where there are none."""
    why = phrase("消し線で消してあるため、読みませんでした。")
    return (Unread(phrase("ページ"), cut("、".join(words)), why),) if words else ()


class Reading(msgspec.Struct, frozen=True):
    """A request, what was unread, and the hand changes of our own workbook or page."""

    request: Request
    unread: tuple[Unread, ...] = ()
    changes: tuple[HandChange, ...] = ()
