"""Words by which a sentence means one line or table that it does not name in full.

「清掃業務委託料」 means 「清掃業務委託」, 「コールセンターの運営委託料」 means 「多言語コールセンター運営委託料」, 「就職フェア経費」 means
「就職フェア開催委託料」: another ending of the same words, their end, or their beginning with a word of cost or an amount in brackets. Only words that mean one line or
table of the sheet are taken, and what reads them holds them to more than full names (``figure_sentences``).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from operator import itemgetter
from typing import Final, NamedTuple

from model.claims.labels.letters import KEY, Letters, letters_in
from model.claims.labels.line_names import (
    LineWords,
    Mention,
    TableWords,
    Target,
    every_line_of,
    is_inside_a_word,
    names_of,
    words_of_tables,
)
from model.incremental.results import Results
from model.request.request import Request
from model.standard.text_words import TextWords
from model.values.pattern import lazy_pattern

_JOINTS: Final = lazy_pattern(
    "における|に関する|に対する|に向けた|向けの?|に係る|のための|との|への|等の?|の"
)
_LAST: Final = "\U0010ffff"  # stands behind every letter
_SHORTEST_BEGINNING: Final = 5  # of two words of kanji one less
_SHORTEST_END: Final = 5
_TOPIC: Final = lazy_pattern(
    r"(?:について|に)?は|を(?:\d{1,4}[名人台回園校件か所箇]{1,3})?(?:置く|置き|開催|実施|購入|更新|導入|整備|派遣|配置|設置|作成)"
)
"""What makes words the subject of a sentence, or what is done in it."""
_AMOUNT_BEHIND: Final = lazy_pattern(r"\([\d,.億万千百]{1,20}円\)")
_FEW_LETTERS: Final = lazy_pattern(
    r"(?:\A|(?<=[、。・\s]))(?P<name>[一-鿿ァ-ヺー]{2,3})に(?:係る|要する)(?:経費|費用)(?=は)"
)
_CUT_BEFORE: Final = frozenset("、。「(・はがもをに ")
"""What a name that lost its beginning may stand behind: after 「の」 it is of another thing."""


class _Core(NamedTuple):
    """The words of a line or table without their endings, and the kinds of cost that they say."""

    words: str
    target: Target
    kinds: frozenset[str]


class _Sorted:
    """Cores in the order of their words, in which those that begin as a text does stand together."""

    def __init__(self, cores: Iterable[tuple[str, _Core]]) -> None:
        """Take the cores, each with the words by which it is looked for."""
        ordered = sorted(cores, key=itemgetter(0))
        self._words = [words for words, _ in ordered]
        self._cores = [core for _, core in ordered]
        self.keys = {words[:KEY] for words in self._words}
        self.longest = max(map(len, self._words), default=0)

    def same(self, text: str) -> tuple[int, list[_Core], list[_Core]]:
        """How much of a text the words that agree longest with its beginning share with it.

        Args:
            text: the text, at least as far as ``longest``; its first letters are one of the ``keys``.

        Returns:
            The letters, two of the cores that share them (two are enough to see that they are not one), and two of those
            whose words are no longer.
        """
        at = bisect_left(self._words, text)
        beside = self._words[max(at - 1, 0) : at + 1]
        length = max(_same(words, text) for words in beside)
        first = bisect_left(self._words, text[:length])
        behind = bisect_right(self._words, text[:length], first)
        last = bisect_left(self._words, text[:length] + _LAST, behind)
        return length, self._two(first, last), self._two(first, behind)

    def _two(self, first: int, last: int) -> list[_Core]:
        """The first core of a range, and the next one that is of another line or table."""
        cores = self._cores[first:last]
        if len(cores) < 2:
            return cores
        other = next((core for core in cores if core.target != cores[0].target), None)
        return cores[:1] if other is None else [cores[0], other]


class NearNames:
    """The words that mean one line or table."""

    def __init__(self, tables: tuple[TableWords, ...], words: TextWords, results: Results) -> None:
        """Take the words from titles and lines."""
        self._words = words
        cores: list[_Core] = []
        for group, (title, lines) in enumerate(tables):
            cores += results.of(_cores_of_table, group, title, lines, words, results)
        self._by_start = _Sorted((core.words, core) for core in cores if len(core.words) >= KEY)
        self._by_end = _Sorted((core.words[::-1], core) for core in cores if len(core.words) >= KEY)
        self._cores = cores
        self._ends = {key[::-1] for key in self._by_end.keys}
        self._keys = self._by_start.keys | self._ends

    def mentions_of(self, letters: Letters) -> tuple[Mention, ...]:
        """What the letters of a sentence mean, in its order; only what is one line or table."""
        keys, at = letters.keys, letters.at
        found: list[Mention] = []
        for index in [index for index, key in enumerate(keys) if key in self._keys]:
            # what has a letter of words that were found is mostly these words again, and not looked at
            first, last = at[index], at[index + KEY - 1]
            if keys[index] in self._by_start.keys and _are_free(first, first + 1, found):
                _add(self._beginning(letters, index), found)
            if keys[index] in self._ends and _are_free(last, last + 1, found):
                _add(self._end(letters, index), found)
        found += self._by_few_letters(letters.plain)
        return tuple(sorted(found, key=lambda mention: mention.start))

    def _by_few_letters(self, plain: str) -> list[Mention]:
        """What a beginning of few letters means that no other words of the sheet have: 「用地に係る経費は」."""
        found: list[Mention] = []
        for match in _FEW_LETTERS.finditer(plain):
            core = _only([core for core in self._cores if match["name"] in core.words])
            if core is not None and core.words.startswith(match["name"]):
                found.append(Mention(match.start("name"), match.end("name"), (core.target,), is_near=True))
        return found

    def _beginning(self, letters: Letters, index: int) -> Mention | None:
        """The words that begin here as those of a line do: all of its core, or the beginning and a word of cost."""
        plain, bare, at, _ = letters
        longest, near, whole = self._by_start.same(bare[index : index + self._by_start.longest])
        core = _only(whole or near)
        if core is None or not (whole or _is_long_enough(bare[index : index + longest])):
            return None
        start, end = at[index], at[index + longest - 1] + 1
        must_end = not whole and not _TOPIC.match(plain, end)
        return _mention(plain, start, end, core, self._words, must_end=must_end)

    def _end(self, letters: Letters, index: int) -> Mention | None:
        """The words that end here as those of a line do, at the beginning of a clause."""
        plain, bare, at, _ = letters
        behind = index + KEY
        longest, near, _ = self._by_end.same(bare[max(behind - self._by_end.longest, 0) : behind][::-1])
        core = _only(near)
        if core is None or longest < _SHORTEST_END:
            return None
        start, end = at[index + KEY - longest], at[index + KEY - 1] + 1
        is_first = start == 0 or plain[start - 1] in _CUT_BEFORE
        return _mention(plain, start, end, core, self._words, must_end=False) if is_first else None


def near_names_in(request: Request, words: TextWords, results: Results) -> NearNames:
    """The near names of the cost tables; they come from the words of titles and lines alone."""
    return results.of(NearNames, results.of(words_of_tables, request), words, results)


def near_mentions_in(paragraph: str, near: NearNames, results: Results) -> tuple[tuple[Mention, ...], ...]:
    """What a paragraph means by near names, sentence by sentence."""
    return tuple([near.mentions_of(letters) for letters in results.of(letters_in, paragraph, _JOINTS)])


def _cores_of_table(
    group: int, title: str, lines: tuple[LineWords, ...], words: TextWords, results: Results
) -> tuple[_Core, ...]:
    return tuple(
        [
            _Core(core, Target(group, path), kinds)
            for path, _, text in (((), "", title), *every_line_of(lines))
            for core, kinds in results.of(_cores, text, words)
        ]
    )


def _cores(text: str, words: TextWords) -> tuple[tuple[str, frozenset[str]], ...]:
    """The words of a line or a title without joints and endings, each with its kinds of cost."""
    found: dict[str, frozenset[str]] = {}
    for name in names_of(text):
        core = _JOINTS.sub("", name)
        while (shorter := words.patterns.cost_end.sub("", core)) != core and len(shorter) >= KEY:
            core = shorter
        found.setdefault(core, frozenset(words.patterns.cost_kind.findall(name)))
    return tuple(found.items())


def _are_free(start: int, end: int, found: list[Mention]) -> bool:
    """Whether letters stand in none of some mentions."""
    return not [other for other in found if start < other.end and other.start < end]


def _add(mention: Mention | None, found: list[Mention]) -> None:
    """Add a mention to those before it, where it overlaps none of them."""
    if mention is not None and _are_free(mention.start, mention.end, found):
        found.append(mention)


def _same(one: str, other: str) -> int:
    """How many letters at the beginning of two words are the same."""
    if other.startswith(one):
        return len(one)
    for at, (letter, beside) in enumerate(zip(one, other, strict=False)):
        if letter != beside:
            return at
    return min(len(one), len(other))


def _only(cores: list[_Core]) -> _Core | None:
    """The core that all of some are of; None where they are of several lines, or none."""
    return cores[0] if len({core.target for core in cores}) == 1 else None


def _is_long_enough(beginning: str) -> bool:
    is_kanji = all("一" <= letter <= "鿿" for letter in beginning)
    return len(beginning) >= _SHORTEST_BEGINNING - is_kanji


def _mention(
    plain: str, start: int, end: int, core: _Core, words: TextWords, *, must_end: bool
) -> Mention | None:
    """Words with the endings behind them as a mention; None where they stand inside a longer word, or say another kind of cost."""
    match = words.patterns.cost_ending.match(plain, end)
    behind = match.end() if match else end
    if must_end and behind == end and not _AMOUNT_BEHIND.match(plain, end):
        return None
    kinds = words.patterns.cost_kind.findall(plain[start:behind]) if core.kinds else ()
    if (kinds and core.kinds.isdisjoint(kinds)) or is_inside_a_word(plain, start, behind):
        return None
    return Mention(start, behind, (core.target,), is_near=True)
