"""Source questions (取り込みの確認): what a reader could not prove of a source and had to assume."""

from __future__ import annotations

from model.request.part import Part


class SourceQuestion(Part, frozen=True):
    """What a reader assumed of a source and asks a person to confirm; it is open as long as it stands in the request.

    Attributes:
        place: the field it speaks of; 「line/<id>」 or 「group/<id>」 for a whole line or table, "" for the whole request.
        where: where it stands in the source, for a person: 「内訳!C4」.
        question: one Japanese sentence: what could not be proven and what was assumed.
        assumed: the reading that was taken, in words: 「千円」.
        alternatives: the other readings, in words: 「円」.
        evidence: why it was assumed, and what speaks against it; Japanese.
    """

    id: str
    place: str
    where: str
    question: str
    assumed: str
    alternatives: tuple[str, ...] = ()
    evidence: str = ""
