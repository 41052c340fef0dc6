"""What a text says of cost lines, sentence by sentence: those that it names, and those whose heading stands above it.

「(4)セキュリティ研修開催経費」 on a line of its own, and below it 「… 研修を年2回実施する。」
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from model.claims.headings import heading
from model.claims.line_names import Names, Target
from model.claims.paragraphs import paragraphs, sentences
from model.text_words import TextWords


class LineSentence(NamedTuple):
    """A sentence that is of one cost line.

    Attributes:
        target: the line.
        start: where the sentence begins in the text.
        sentence: the sentence.
        heading: where the heading begins that names the line; None where the sentence does.
    """

    target: Target
    start: int
    sentence: str
    heading: int | None


def line_sentences(text: str, names: Names) -> tuple[LineSentence, ...]:
    """The sentences of a text that are of one line each."""
    key = ("sentences", text)
    known: tuple[LineSentence, ...] | None = names.remembered.get(key)
    if known is None:
        known = names.remembered[key] = tuple(_read(text, names))
    return known


def promises(text: str, names: Names, words: TextWords) -> tuple[LineSentence, ...]:
    """The first sentence for each line in which a text promises it.

    One that says that a thing is over (終了, 見送り), or that speaks of the past, promises nothing, nor does what else
    stands below the same heading.
    """
    key = ("promises", text)
    known: tuple[TextWords, tuple[LineSentence, ...]] | None = names.remembered.get(key)
    if known is None or known[0] is not words:
        found = line_sentences(text, names)
        over = {(each.target, each.heading) for each in found if words.ended.search(each.sentence)}
        first: dict[Target, LineSentence] = {}
        for each in found:
            if (each.target, each.heading) not in over or each.heading is None:
                said = each.sentence
                if (
                    words.promise.search(said)
                    and not words.ended.search(said)
                    and not words.other.search(said)
                ):
                    first.setdefault(each.target, each)
        known = names.remembered[key] = (words, tuple(first.values()))
    return known[1]


def _read(text: str, names: Names) -> Iterator[LineSentence]:
    under: tuple[Target, int] | None = None
    for start, paragraph in paragraphs(text):
        if not paragraph or paragraph.isspace():
            continue
        found = heading(paragraph)
        if found is not None:
            target = _titled(found.name, names)
            under = None if target is None else (target, start)
            continue
        named = _of(paragraph, names)
        for at, sentence in sentences(paragraph):
            target = named.get(at)
            if target is not None:
                yield LineSentence(target, start + at, sentence, None)
            elif under is not None:
                yield LineSentence(under[0], start + at, sentence, under[1])


def _titled(name: str, names: Names) -> Target | None:
    """The line whose name a heading is, with or without a bracket behind it."""
    mentions = names.mentions(name)
    if not mentions or mentions[0].start or len(mentions[0].targets) > 1 or not mentions[0].targets[0].path:
        return None
    rest = name[mentions[0].end :].strip()
    return mentions[0].targets[0] if not rest or rest.startswith("(") else None


def _of(paragraph: str, names: Names) -> dict[int, Target]:
    """The one line that each sentence of a paragraph names, by where the sentence begins."""
    key = ("named", paragraph)
    known: dict[int, Target] | None = names.remembered.get(key)
    if known is None:
        known = {}
        for at, sentence in sentences(paragraph):
            lines = [each.targets for each in names.mentions(sentence) if each.targets[0].path]
            if len(lines) == 1 and len(lines[0]) == 1:
                known[at] = lines[0][0]
        names.remembered[key] = known
    return known
