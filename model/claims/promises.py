"""Cost lines of which a text says that something will be done: 「セキュリティ研修開催経費 … 研修を実施する。」"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from model.claims.headings import heading
from model.claims.line_names import Names, Target
from model.claims.paragraphs import paragraphs, sentences
from model.text_words import TextWords


class Promise(NamedTuple):
    """A line that a text names, and the sentence that promises it.

    Attributes:
        target: the line.
        sentence: the sentence; of a line that is named by a heading, one below it.
    """

    target: Target
    sentence: str


def promises(text: str, names: Names, words: TextWords) -> tuple[Promise, ...]:
    """The lines that a text promises: in a sentence of their own, or as the heading above one.

    A text that says that a thing is over (終了, 見送り), or that speaks of the past, promises nothing.
    """
    key = ("promises", text)
    known: tuple[TextWords, tuple[Promise, ...]] | None = names.remembered.get(key)
    if known is None or known[0] is not words:
        known = names.remembered[key] = (words, tuple(_read(text, names, words)))
    return known[1]


def _read(text: str, names: Names, words: TextWords) -> Iterator[Promise]:
    under: Target | None = None
    for _, paragraph in paragraphs(text):
        if not paragraph or paragraph.isspace():
            continue
        found = heading(paragraph)
        if found is not None:
            under = _titled(found.name, names)
            continue
        said, is_over = _of(paragraph, names, words)
        for target, sentence in said:
            if target is not None:
                yield Promise(target, sentence)
            elif under is not None and not is_over:
                yield Promise(under, sentence)
                under = None
        if is_over:
            under = None


def _titled(name: str, names: Names) -> Target | None:
    """The line whose name a heading is, with or without a bracket behind it."""
    mentions = names.mentions(name)
    if not mentions or mentions[0].start or len(mentions[0].targets) > 1 or not mentions[0].targets[0].path:
        return None
    rest = name[mentions[0].end :].strip()
    return mentions[0].targets[0] if not rest or rest.startswith("(") else None


def _of(
    paragraph: str, names: Names, words: TextWords
) -> tuple[tuple[tuple[Target | None, str], ...], bool]:
    """What a paragraph promises: lines by name, None for one that it does not name; and whether it says a thing is over."""
    key = ("promised", paragraph)
    known: tuple[TextWords, tuple[tuple[tuple[Target | None, str], ...], bool]] | None = names.remembered.get(key)
    if known is None or known[0] is not words:
        said: list[tuple[Target | None, str]] = []
        for _, text in sentences(paragraph):
            if not words.promise.search(text) or words.ended.search(text) or words.other.search(text):
                continue
            named = [each for each in names.mentions(text) if each.targets[0].path]
            lines: list[Target | None] = [each.targets[0] for each in named if len(each.targets) == 1]
            said += [(each, text.strip()) for each in (lines or [None])]
        known = names.remembered[key] = (words, (tuple(said), bool(words.ended.search(paragraph))))
    return known[1]
