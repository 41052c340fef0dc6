"""What a text says of cost lines, sentence by sentence: those that it names, and those whose heading stands above it.

「(4)セキュリティ研修開催経費」 on a line of its own, and below it 「… 研修を年2回実施する。」
"""

from __future__ import annotations

from typing import NamedTuple

from model.claims.labels.line_names import Mention, Names, Target, mentions_in
from model.claims.quantities.counts import Count, count_in, is_of_doing
from model.claims.texts.headings import headed_paragraphs
from model.claims.texts.paragraphs import sentences
from model.incremental.results import Results
from model.standard.text_words import TextWords


class LineSentence(NamedTuple):
    """A sentence that says of a cost line that it will be done, that it is over, or how often it is done.

    Attributes:
        target: the line; None while the heading above has yet to say which.
        start: where the sentence begins in its text.
        sentence: the sentence.
        promises: it says that something will be done.
        is_over: it says that something is over, or is not done.
        times: how often something is done.
    """

    target: Target | None
    start: int
    sentence: str
    promises: bool
    is_over: bool
    times: Count | None


class LineClaims(NamedTuple):
    """What a text says of lines.

    Attributes:
        promised: for each line the first sentence that promises it. One that says that a thing is over (終了, 見送り), or
            speaks of the past, promises nothing, nor does what else stands below the same heading.
        times: the sentences that say how often something is done.
    """

    promised: dict[Target, LineSentence]
    times: tuple[tuple[Target, LineSentence], ...]


def line_claims(text: str, names: Names, words: TextWords, results: Results) -> LineClaims:
    """What a text says of lines, paragraph by paragraph."""
    promised: dict[Target, LineSentence] = {}
    times: list[tuple[Target, LineSentence]] = []
    below: dict[Target, LineSentence] = {}  # what is promised below the heading
    under: Target | None = None
    is_over = False
    for start, paragraph, title in results.of(headed_paragraphs, text):
        if title is not None:
            if not is_over:
                promised = {**below, **promised}
            under, is_over, below = _titled(title.name, names), False, {}
            continue
        for sentence in results.of(_of, paragraph, results.of(mentions_in, paragraph, names, results), words):
            target = sentence.target or under
            if target is None:
                continue
            said = sentence._replace(start=start + sentence.start)
            if sentence.times is not None:
                times.append((target, said))
            if sentence.target is None:
                is_over = is_over or sentence.is_over
                if sentence.promises:
                    below.setdefault(target, said)
            elif sentence.promises:
                promised.setdefault(target, said)
    if not is_over:
        promised = {**below, **promised}
    return LineClaims(promised, tuple(times))


def _of(
    paragraph: str, mentioned: tuple[tuple[Mention, ...], ...], words: TextWords
) -> tuple[LineSentence, ...]:
    """The sentences of a paragraph that say something of lines."""
    said: list[LineSentence] = []
    for (start, text), mentions in zip(sentences(paragraph), mentioned, strict=True):
        lines = [mention.targets for mention in mentions if mention.targets[0].path]
        if len(lines) > 1 or (lines and len(lines[0]) > 1):
            continue
        is_over = words.patterns.ended.search(text) is not None
        promises = (
            not is_over
            and bool(words.patterns.promise.search(text))
            and not words.patterns.other.search(text)
        )
        count = count_in(text)
        times = count if count is not None and is_of_doing(text, count) else None
        if is_over or promises or times is not None:
            target = lines[0][0] if lines else None
            said.append(LineSentence(target, start, text, promises, is_over, times))
    return tuple(said)


def _titled(name: str, names: Names) -> Target | None:
    """The line whose name a heading is, with or without a bracket behind it."""
    mentions = names.mentions(name)
    if not mentions or mentions[0].start or len(mentions[0].targets) > 1 or not mentions[0].targets[0].path:
        return None
    rest = name[mentions[0].end :].strip()
    return mentions[0].targets[0] if not rest or rest.startswith("(") else None
