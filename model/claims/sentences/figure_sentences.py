"""What texts say of the figures of the sheet, sentence by sentence, below the headings that stand above.

A line's name as a heading makes the amount that is asked below it the line's; a heading about another year, or other figures, leaves all
below it unread.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from model.claims.labels.line_names import Mention, Names, mentions_in
from model.claims.labels.near_names import NearNames, near_mentions_in
from model.claims.labels.sheet_labels import SheetLabels
from model.claims.sentences.figure_claim import FigureClaim
from model.claims.sentences.sentence_claims import claims_of
from model.claims.sentences.sentence_signs import SentenceSigns
from model.claims.texts.headings import Heading, headed_paragraphs, is_listed
from model.claims.texts.paragraphs import sentences
from model.incremental.results import Results
from model.request import place
from model.standard.text_words import TextWords
from model.values.pattern import lazy_pattern

_LONGEST_LABELLED: Final = 25  # letters of 「(要求額:46,500千円)」 alone in its sentence
_HAS_FIGURES: Final = lazy_pattern(r"円|[\d０-９](?:人|[％%])")
_PART: Final = "うち"
_BROKEN: Final = lazy_pattern(r"(?<=、)\n(?=\S)")  # a line that goes on with the next


class ClaimInText(NamedTuple):
    """A claim, where its paragraph begins in the text, and the headings that it stands below, one behind the other."""

    offset: int
    claim: FigureClaim
    under: str


def figure_claims(
    text: str, names: Names, near: NearNames, labels: SheetLabels, words: TextWords, results: Results
) -> tuple[ClaimInText, ...]:
    """What a text says of the figures of the sheet, with the headings that it says it below.

    A text may call them by the names of lines and tables, by words that mean one of them, and by labels.
    """
    found: list[ClaimInText] = []
    for start, paragraph, above, under in results.of(_with_figures, text, words):
        if under and labels.is_of_other_year(under):
            continue
        full = results.of(mentions_in, paragraph, names, results)
        nearly = results.of(near_mentions_in, paragraph, near, results)
        for claim in results.of(_read, paragraph, full, nearly, labels, words):
            found.append(ClaimInText(start, _below(claim, above, names, words), under))
    return tuple(found)


class _WithFigures(NamedTuple):
    """A paragraph that may say something of figures: where it begins, and the headings above it, also one behind the other."""

    start: int
    paragraph: str
    above: tuple[Heading, ...]
    under: str


def _with_figures(text: str, words: TextWords) -> tuple[_WithFigures, ...]:
    """The paragraphs that may say something of figures, below no heading of other figures; one that breaks behind a comma with the next."""
    found: list[_WithFigures] = []
    above: list[Heading] = []
    under = ""
    lines = headed_paragraphs(_BROKEN.sub(" ", text))
    titles = [line.title for line in lines]
    for at, (start, paragraph, title) in enumerate(lines):
        if title is not None and not is_listed(titles, at):
            above = _outside(above, title.kind)
            if not _HAS_FIGURES.search(paragraph):
                above.append(title)
            under = " ".join(line.name for line in above)
        if words.patterns.figures_in.search(paragraph) and not words.patterns.other.search(under):
            found.append(_WithFigures(start, paragraph, tuple(above), under))
    return tuple(found)


def look_for_names(
    text: str, names: Names, near: NearNames, words: TextWords, results: Results
) -> Iterator[None]:
    """Look for the names in a text, a paragraph for each item, so that ``figure_claims`` takes them from the results."""
    for found in results.of(_with_figures, text, words):
        results.of(mentions_in, found.paragraph, names, results)
        results.of(near_mentions_in, found.paragraph, near, results)
        yield


def _below(claim: FigureClaim, above: tuple[Heading, ...], names: Names, words: TextWords) -> FigureClaim:
    """A claim of an amount that is asked, below the heading of a line or table: it is of that."""
    is_asked = claim.place == place.REQUEST_AMOUNT and claim.aspect == "value"
    is_alone = len(claim.sentence) < _LONGEST_LABELLED and claim.sentence.lstrip("(").startswith(claim.name)
    is_label = is_alone and claim.name in words.asked_labels
    if not above or not is_asked or not (claim.asks or is_label):
        return claim
    title = above[-1].name
    mentions = [mention for mention in names.mentions(title) if mention.end - mention.start == len(title)]
    return claim._replace(targets=mentions[0].targets, place="", name=title) if mentions else claim


def _outside(above: list[Heading], kind: str) -> list[Heading]:
    """The headings that a new one of a kind stands below: those before the last of its kind."""
    end = next((index for index, line in enumerate(above) if line.kind == kind), len(above))
    return above[:end]


def _read(
    paragraph: str,
    full: tuple[tuple[Mention, ...], ...],
    near: tuple[tuple[Mention, ...], ...],
    labels: SheetLabels,
    words: TextWords,
) -> tuple[FigureClaim, ...]:
    found: list[FigureClaim] = []
    topic: FigureClaim | None = None
    for (start, text), mentions, others in zip(sentences(paragraph), full, near, strict=True):
        if not words.patterns.figures_in.search(text):
            topic = None
            continue
        said = tuple(claims_of(SentenceSigns(start, text, (*mentions, *others), labels, words)))
        found += said if topic is None else (_of_topic(claim, topic) for claim in said)
        is_one = len(said) == 1 and said[0].aspect == "value" and said[0].is_certain and said[0].targets
        topic = said[0] if is_one else None
    return tuple(found)


def _of_topic(claim: FigureClaim, topic: FigureClaim) -> FigureClaim:
    """A change of nothing that is named is of what the sentence before is about: 「間伐委託料は64,800千円。前年度より1割減る。」."""
    is_unnamed = not claim.name and not claim.targets and claim.place == place.REQUEST_AMOUNT
    if not is_unnamed or claim.aspect != "change" or _PART in claim.sentence:
        return claim
    return claim._replace(targets=topic.targets, place="", is_certain=True)
