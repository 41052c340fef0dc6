"""Other words in place of those that were found: what each change would be, and the request with all of them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from msgspec.structs import replace

from model.differences.outline import outline_of
from model.edits import basis, fields
from model.language import phrase
from model.request.request import Request
from model.search.searching import Entry, Match
from model.values import amount


def replaced_text(match: Match, words: str) -> str:
    """The whole text of a match with other words in place of those that were found."""
    return _with_words(match.entry.text, match.spans, words)


def why_not(match: Match, words: str) -> str:
    """Why a match cannot be replaced, as a sentence; "" where it can."""
    if match.entry.kind == "derived":
        return phrase("計算した額なので、置き換えません。")
    text = replaced_text(match, words)
    if match.entry.kind == "figure" and isinstance(amount.parse(text), str):
        return phrase("「{text}」は額として読めないので、置き換えません。", text=text)
    if match.entry.kind == "answer" and not text.strip():
        return phrase("理由や答えを空にはできないので、置き換えません。")
    return ""


def replace_matches(request: Request, matches: Iterable[Match], words: str) -> Request:
    """The request with other words in place of some matches; those that cannot be replaced stay."""
    wanted = sorted((match for match in matches if not why_not(match, words)), key=lambda match: match.entry)
    before = request
    for entry, same in groupby(wanted, key=lambda match: match.entry):
        spans = sorted({span for match in same for span in match.spans})
        request = _set(request, before, entry, _with_words(entry.text, spans, words))
    return request


def _set(request: Request, before: Request, entry: Entry, text: str) -> Request:
    if entry.kind == "answer":
        position = next(
            ids.index(entry.row)
            for slot, ids in outline_of(before).lists.items()
            if slot.field == ("answers",)
        )
        answers = list(request.answers)
        answers[position] = replace(answers[position], text=fields.clean_text(text))
        return replace(request, answers=tuple(answers))
    if entry.kind == "text" and basis.takes_basis(entry.place):  # a text behind a figure is its calculation
        value = fields.value_at(request, entry.place)
        if value != entry.text:
            return basis.set_basis(request, entry.place, fields.clean_text(text))
    return fields.type_text(request, entry.place, text)


def _with_words(text: str, spans: Iterable[tuple[int, int]], words: str) -> str:
    for start, end in sorted(spans, reverse=True):
        text = text[:start] + words + text[end:]
    return text
