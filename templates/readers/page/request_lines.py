"""Reads the lines 要求額 and 査定 in all their forms (forms.md section 3); unread text is kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

import msgspec
from msgspec.structs import replace

from model.request.request import Assessment, Component
from model.standard.standard import Standard
from model.values.amount import Amount, parse
from templates.readers.labels import compact
from templates.readers.page.pieces import Piece, filled

_NUMBER: Final = r"[-−△▲]?\s*+[\d０-９][\d０-９,，]*+\s*+(?:千円|円)"
# The words of published sheets; beside them stand the Standard's own.
_ASKED: Final = "要求額"
_PREVIOUS: Final = "前年度(?:当初)?予算額?"
_FUNDING: Final = r"財源|(?<![^\s千円)）])源"
_PARTS_TITLE: Final = r"[(（]要求額の内訳[)）]"
_ACTOR: Final = r"[^\s:：]*査定"
_WHOLE: Final = rf"(?P<label>トータルコスト要求額\s*+[:：]?)\s*+(?P<amount>{_NUMBER})"


class RequestLines(msgspec.Struct, frozen=True):
    """What stands on the two lines, figures in 千円.

    Attributes:
        label: 要求額, 債務負担行為要求額, or the word of a form …
        has_colon: false on the oldest form.
        parts_title: (要求額の内訳), or "".
        whole: トータルコスト要求額 of the oldest form, which has no table of it.
        whole_label: its words.
        openings: what stands before an amount of the 査定 line where it is not its word and a colon ((保留額), by field.
        actor: who assesses; None where there is no 査定 line.
    """

    label: str = ""
    has_colon: bool = True
    amount: Amount = None
    previous: Amount = None
    funding_words: str = ""
    components: dict[Component, Amount] = {}
    parts_title: str = ""
    whole: Amount = None
    whole_label: str = ""
    openings: dict[str, str] = {}
    actor: str | None = None
    assessment: Assessment = Assessment()


def read_request_lines(pieces: Sequence[Piece], standard: Standard) -> RequestLines:
    """Read the lines between 事業費 and 事業内容."""
    actors = (actor.actor for actor in standard.assessment_actors)
    by_actor = re.compile(rf"(?P<actor>{_either(_ACTOR, actors)})\s*+[:：]\s*+(?P<rest>.*)")
    asked: list[str] = []
    assessed: list[str] = []
    for line in filled(pieces):
        text = line.text.strip()
        if by_actor.match(text) or assessed:
            assessed.append(text)
        else:
            asked.append(text)
    found = _asked(" ".join(asked), standard)
    actor = by_actor.match(" ".join(assessed))
    if actor is None:
        return found
    assessment, openings = _assessment(actor["rest"], standard)
    return replace(found, actor=actor["actor"], assessment=assessment, openings=openings)


def _either(usual: str, words: Iterable[str]) -> str:
    """A pattern for what published sheets write, or one of the Standard's words, the longest first."""
    return (
        f"(?:{'|'.join([usual, *map(re.escape, sorted(set(filter(None, words)), key=len, reverse=True))])})"
    )


def _asked(text: str, standard: Standard) -> RequestLines:
    words, forms = standard.words, standard.forms
    asked_label = _either(_ASKED, [words.request, *(form.request_label for form in forms)])
    previous_label = _either(_PREVIOUS, [words.previous, *(form.previous_label for form in forms)])
    funding_label = _either(_FUNDING, [form.funding_label for form in forms])
    whole, text = _taken(_WHOLE, text)
    found = RequestLines(
        whole=parse(whole["amount"]) if whole else None, whole_label=whole["label"].strip() if whole else ""
    )
    asked, left = _taken(
        rf"(?<![^\s:：])(?P<label>[^\s:：]*?{asked_label})\s*+(?P<colon>[:：]?)\s*+(?P<amount>{_NUMBER})?",
        text,
    )
    if asked is None:
        return replace(found, funding_words=" ".join(text.split()))
    previous, left = _taken(rf"[(（]\s*+{previous_label}\s*+[:：]?\s*+(?P<amount>{_NUMBER})\s*+[)）]?", left)
    title, left = _taken(_either(_PARTS_TITLE, [form.components_title for form in forms]), left)
    components: dict[Component, Amount] = {}
    keys: tuple[tuple[Component, str], ...] = (
        ("deferred", words.deferred),
        ("revived", words.revived),
        ("added", words.added),
    )
    for key, word in keys:
        part, left = _taken(rf"(?<!\S){word}(?:要求額|額)?\s*+[:：]\s*+({_NUMBER})", left)
        if part:
            components[key] = parse(part[1])
    _, left = _taken(rf"{funding_label}\s*[:：]\s*", left)
    return replace(
        found,
        label=asked["label"],
        has_colon=bool(asked["colon"]),
        amount=parse(asked["amount"]) if asked["amount"] else None,
        previous=parse(previous["amount"]) if previous else None,
        funding_words=" ".join(left.split()),
        components=components,
        parts_title=title.group() if title else "",
    )


def _taken(pattern: str, text: str) -> tuple[re.Match[str] | None, str]:
    """What a pattern finds first, and the text without it."""
    found = re.search(pattern, text)
    return found, f"{text[: found.start()]} {text[found.end() :]}" if found else text


def _assessment(text: str, standard: Standard) -> tuple[Assessment, dict[str, str]]:
    words = standard.words
    amounts: dict[str, Amount] = {}
    openings: dict[str, str] = {}
    for key, word in (("amount", words.assessed), ("held", words.held), ("separate", words.separate)):
        labelled = rf"(?P<opening>(?:[(（]\s*+)?{word}\s*+[:：]?)\s*+(?P<amount>{_NUMBER})\s*+[)）]?"
        match, text = _taken(labelled, text)
        if match:
            amounts[key] = parse(match["amount"])
            if compact(match["opening"]) != f"{word}:":
                openings[key] = compact(match["opening"])
    assessment = Assessment(
        result=" ".join(text.split()),
        amount=amounts.get("amount"),
        held=amounts.get("held"),
        separate=amounts.get("separate"),
    )
    return assessment, openings
