"""Answering source questions (取り込みの確認): by confirming the reading, or by typing another value into the field."""

from __future__ import annotations

from msgspec.structs import replace

from model.edits.basis import held_at
from model.edits.fields import is_total
from model.request.ids import has_place
from model.request.place import Place
from model.request.request import Request


def without_answered(before: Request, after: Request) -> Request:
    """The request after an edit without the questions whose field holds something else than before it.

    A question that the edit itself brought, as pasting may, is open.
    """
    answered = {
        asked
        for asked in after.source_questions
        if asked in before.source_questions and _is_answered(before, after, asked.place)
    }
    if not answered:
        return after
    return replace(
        after, source_questions=tuple(asked for asked in after.source_questions if asked not in answered)
    )


def _is_answered(before: Request, after: Request, where: Place) -> bool:
    """Whether an edit put something else into a field; a total that only follows its parts again was not answered."""
    if not has_place(after, where):
        return False
    now = held_at(after, where)
    was = held_at(before, where) if has_place(before, where) else (None, "")
    return now != was and (now != (None, "") or not is_total(after, where))
