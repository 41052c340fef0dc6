"""The headings that a writer puts inside a text: 「1.住民基本台帳ネットワークシステム」, 「(4)セキュリティ研修開催経費」, 「【…】」."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from model.claims.texts.paragraphs import paragraphs
from model.values.amount import half_width
from model.values.pattern import lazy_pattern

_LONGEST: Final = 40
_HEADING: Final = lazy_pattern(
    r"\s*(?:(?P<dot>\d{1,2})\s?[.．、)]\s*(?!\d)|\(\s?(?P<bracket>\d{1,2})\s?\)|(?P<circle>[①-⑳])"
    r"|(?P<kana>[ア-ン])[.．、)]\s*|(?P<sign>[・○●◆◇■□▼]|【))\s*(?P<name>[^。]*?)】?\s*"
)
_KINDS: Final = ("dot", "bracket", "circle", "kana", "sign")


class Heading(NamedTuple):
    """A heading inside a text.

    Attributes:
        start: where its paragraph begins in the text.
        kind: how it is numbered: ``dot`` (1.), ``bracket``, ``circle`` (①), ``kana`` (ア), ``sign`` (・, 【).
        number: its number; 0 of one that has none.
        name: its words, in half-width letters.
        at: where the words begin in the paragraph.
        mark: what it begins with: its number or its sign.
    """

    start: int
    kind: str
    number: int
    name: str
    at: int
    mark: str


class HeadedParagraph(NamedTuple):
    """A paragraph that is not empty, where it begins in its text, and the heading that it is; None where it is none."""

    start: int
    text: str
    title: Heading | None


def headed_paragraphs(text: str) -> tuple[HeadedParagraph, ...]:
    """The paragraphs of a text that are not empty, in their order."""
    return tuple(
        [
            HeadedParagraph(start, paragraph, heading(paragraph))
            for start, paragraph in paragraphs(text)
            if paragraph
        ]
    )


def headings(text: str) -> tuple[Heading, ...]:
    """The headings of a text in their order."""
    return tuple(title._replace(start=start) for start, _, title in headed_paragraphs(text) if title)


def heading(paragraph: str) -> Heading | None:
    """The heading that a paragraph is; None where it is none."""
    if len(paragraph) > _LONGEST * 2:
        return None
    match = _HEADING.fullmatch(half_width(paragraph))
    if match is None or not match["name"] or len(match["name"]) > _LONGEST:
        return None
    kind = next(name for name in _KINDS if match[name])
    written = match[kind]
    number = int(written) if written.isdecimal() else ord(written) - ord("①") + 1 if kind == "circle" else 0
    return Heading(0, kind, number, match["name"], match.start("name"), written)


def is_listed(lines: Sequence[Heading | None], at: int) -> bool:
    """Whether a line of a text is one of a list (・新卒者, ・潜在保育士) and heads nothing: one with the same sign stands right beside it."""
    line = lines[at]
    beside = (*lines[max(at - 1, 0) : at], *lines[at + 1 : at + 2])
    return (
        line is not None
        and line.kind == "sign"
        and line.mark != "【"
        and any(other is not None and other.mark == line.mark for other in beside)
    )
