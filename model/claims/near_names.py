"""Words by which a sentence means one line or table that it does not name in full.

「清掃業務委託料」 means 「清掃業務委託」, 「コールセンターの運営委託料」 means 「多言語コールセンター運営委託料」, 「就職フェア経費」 means
「就職フェア開催委託料」: another ending of the same words, their end, or their beginning with a word of cost. Only words that mean one line or
table of the sheet are taken, and what reads them holds them to more than full names (``figure_sentences``).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from model.claims.line_names import (
    LineWords,
    Mention,
    NameIndex,
    TableWords,
    Target,
    is_inside_a_word,
    names_of,
    words_of_tables,
)
from model.claims.paragraphs import sentences
from model.incremental.results import Results
from model.request.request import CostGroup
from model.values.pattern import lazy_pattern

_JOINTS: Final = lazy_pattern("における|に関する|に対する|に向けた|向けの?|に係る|のための|の")
_ENDING: Final = "(?:事業費|事業|業務|経費|費用|委託費|委託料|補助金|委託|補助|助成|負担|費|料|代|金)"
_ENDINGS: Final = lazy_pattern(f"{_ENDING}{{0,3}}")
_ENDS: Final = lazy_pattern("(?:事業費|経費|費用|委託費|委託料|補助金|負担金|交付金|助成金|工事|事業|業務|委託|費|料|代|金|等)\\Z")
_RUNS: Final = lazy_pattern("[一-鿿々]+|[ァ-ヺー]+|[A-Za-z0-9]+|.")
_SHORTEST: Final = 4
_SHORTEST_BEGINNING: Final = 5
_SHORTEST_END: Final = 6
_CUT_BEFORE: Final = frozenset("、。「(・はがもをに ")
"""What a name that lost its beginning may stand behind: after 「の」 it is of another thing."""


class NearNames:
    """The words that mean one line or table."""

    def __init__(self, tables: tuple[TableWords, ...], results: Results) -> None:
        """Take the words from titles and lines."""
        self._cores, self._ends, self._beginnings = (NameIndex(_JOINTS) for _ in range(3))
        for group, (title, lines) in enumerate(tables):
            self._add(title, Target(group), results)
            for path, text in _texts(lines, ()):
                self._add(text, Target(group, path), results)

    def _add(self, text: str, target: Target, results: Results) -> None:
        cores, beginnings, ends = results.of(_near, text)
        for index, words in ((self._cores, cores), (self._beginnings, beginnings), (self._ends, ends)):
            for word in words:
                index.add(word, target)

    def mentions(self, plain: str) -> tuple[Mention, ...]:
        """What a text in half-width letters means, in its order; only what is one line or table."""
        found: list[Mention] = []
        for index, end_of in (
            (self._cores, _end_of_core),
            (self._ends, _end_of_end),
            (self._beginnings, _end_of_beginning),
        ):
            for mention in index.find(plain, end_of):
                is_free = not any(mention.start < other.end and other.start < mention.end for other in found)
                if is_free and len(mention.targets) == 1:
                    found.append(Mention(mention.start, mention.end, mention.targets, is_near=True))
        return tuple(sorted(found, key=lambda mention: mention.start))


def near_names_in(groups: tuple[CostGroup, ...], results: Results) -> NearNames:
    """The near names of the cost tables; they come from the words of titles and lines alone."""
    return results.of(NearNames, words_of_tables(groups), results)


def near_mentions_in(paragraph: str, near: NearNames) -> tuple[tuple[Mention, ...], ...]:
    """What a paragraph means by near names, sentence by sentence."""
    return tuple([near.mentions(sentence.text) for sentence in sentences(paragraph)])


def _texts(lines: tuple[LineWords, ...], above: tuple[int, ...]) -> Iterator[tuple[tuple[int, ...], str]]:
    for at, (_, text, parts) in enumerate(lines):
        yield (*above, at), text
        yield from _texts(parts, (*above, at))


def _near(text: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """The cores of words, their beginnings and their ends."""
    cores: dict[str, None] = {}
    beginnings: dict[str, None] = {}
    ends: dict[str, None] = {}
    for name in names_of(text):
        bare = _JOINTS.sub("", name)
        core = bare
        while (shorter := _ENDS.sub("", core)) != core and len(shorter) >= _SHORTEST:
            core = shorter
            cores[core] = None
        cores[bare] = None
        cuts = _cuts(bare)
        beginnings |= dict.fromkeys(bare[:cut] for cut in cuts if _SHORTEST_BEGINNING <= cut < len(core))
        for words in dict.fromkeys((core, bare)):
            ends |= dict.fromkeys(words[cut:] for cut in cuts if len(words) - cut >= _SHORTEST_END)
    return tuple(cores), tuple(beginnings), tuple(ends)


def _cuts(name: str) -> list[int]:
    """Where the words of a name may end: between kinds of letters, and behind each second letter of a run of kanji."""
    found: list[int] = []
    for run in _RUNS.finditer(name):
        is_kanji = "一" <= run.group()[0] <= "鿿"
        found += range(run.start(), run.end(), 2 if is_kanji else len(run.group()))
    return found[1:]


def _end_of_core(plain: str, start: int, end: int, _name: str) -> int:
    return _word(plain, start, end)


def _end_of_end(plain: str, start: int, end: int, _name: str) -> int:
    is_first = start == 0 or plain[start - 1] in _CUT_BEFORE
    return _word(plain, start, end) if is_first else 0


def _end_of_beginning(plain: str, start: int, end: int, _name: str) -> int:
    behind = _word(plain, start, end)
    return behind if behind > end else 0


def _word(plain: str, start: int, end: int) -> int:
    """Where a name ends with the endings that stand behind it; 0 where it stands inside a longer word."""
    match = _ENDINGS.match(plain, end)
    behind = match.end() if match else end
    return 0 if is_inside_a_word(plain, start, behind) else behind
