"""The names of cost lines and tables, and where a text names them.

A line is named by its full words, at least four letters that are no date, not inside a longer word: 「標準事務費」 is not
named by 「枠内標準事務費」. The title of its table may go before it, and what both say is said once: line 「システム改修経費」 of
table 「4.統合宛名システム」 is also 「統合宛名システム改修経費」.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple, TypeAlias

import msgspec

from model.claims.paragraphs import sentences
from model.figures.figures import Figure, LineTotals, Totals
from model.incremental.results import Results
from model.request.place import Year
from model.request.request import CostGroup, Line
from model.values.amount import half_width
from model.values.pattern import lazy_pattern

_SHORTEST: Final = 4
_OF: Final = lazy_pattern("の")
_NUMBER: Final = lazy_pattern(
    r"(?:\s*(?:\(\s*(?:\d{1,2}|[ア-ンア-ン一二三四五六七八九十])\s*\)|\d{1,2}(?:\s*[.．、)]|\s+|(?=[^\W\d月年日人回か箇カ千円件]))"
    r"|[①-⑳ⅰ-ⅻⅠ-Ⅻ]|[・○●◆◇■□※-]|【[^】]*】|<[^>]*>))*\s*"
)
_BRACKET_AT_END: Final = lazy_pattern(r"(?<!\s)\s*+\([^()]*+\)\Z")
_AMOUNT_AT_END: Final = lazy_pattern(r"\d\s?[千百]?万?円\)?\Z")  # a title with its sum is named without it
_DATES: Final = str.maketrans("", "", "年月日度期から")
_BETWEEN_WORDS: Final = frozenset("及並又若")  # 及び, 並びに, 又は, 若しくは


class Target(NamedTuple):
    """What a name stands for: a line by its indices, or with no path the table itself."""

    group: int
    path: tuple[int, ...] = ()


class Mention(msgspec.Struct, frozen=True):
    """A place of a text that names something; several targets where lines of two tables have one name.

    Attributes:
        start: where it begins.
        end: where it ends.
        targets: what bears the name.
        is_near: the words are not the full name, but mean nothing else on the sheet (``near_names``).
    """

    start: int
    end: int
    targets: tuple[Target, ...]
    is_near: bool = False


LineWords: TypeAlias = tuple[str, str, tuple["LineWords", ...]]
"""A line's id and words, and those of its parts."""
TableWords: TypeAlias = tuple[str, tuple[LineWords, ...]]
"""The title of a table, and its lines."""
_Named: TypeAlias = tuple[tuple[int, ...], str, tuple[str, ...]]
"""The path of a line in its table, its id and its names; of the table itself the path () and no id."""


class NameIndex:
    """Names, each with what it stands for, and where a text has them."""

    def __init__(self, joints: re.Pattern[str]) -> None:
        """Take what may stand in a name or be left out of it: the 「の」 of 「施設の管理委託」."""
        self._joints = joints
        self._targets: dict[str, tuple[Target, ...]] = {}
        self._lengths: dict[str, tuple[int, ...]] = {}  # of the names that begin so, the longest first

    def add(self, words: str, target: Target) -> None:
        """Add a name of a target."""
        name = self._joints.sub("", words)
        known = self._targets.get(name, ())
        if target in known:
            return
        self._targets[name] = tuple(sorted((*known, target)))
        start = name[:_SHORTEST]
        lengths = self._lengths.get(start, ())
        if len(name) not in lengths:
            self._lengths[start] = tuple(sorted((*lengths, len(name)), reverse=True))

    def __contains__(self, words: str) -> bool:
        """Whether it has a name."""
        return self._joints.sub("", words) in self._targets

    def find(self, plain: str, end_of: Callable[[str, int, int, str], int]) -> tuple[Mention, ...]:
        """What a text in half-width letters names, in its order; of names that overlap the longest.

        Args:
            plain: the text.
            end_of: where a name that stands from one letter to another ends, given the text, both, and the name; 0 where it is none.
        """
        found: list[Mention] = []
        at: list[int] | range = range(len(plain))
        bare = plain
        left_out = list(self._joints.finditer(plain))
        if left_out:
            bare = self._joints.sub("", plain)
            gone = {place for match in left_out for place in range(match.start(), match.end())}
            at = [place for place in range(len(plain)) if place not in gone]
        skip = 0
        for index in range(len(bare) - _SHORTEST + 1):
            if at[index] < skip:
                continue
            for length in self._lengths.get(bare[index : index + _SHORTEST], ()):
                name = bare[index : index + length]
                targets = self._targets.get(name)
                if targets is None:
                    continue
                start, end = at[index], at[index + len(name) - 1] + 1
                if end := end_of(plain, start, end, name):
                    skip = end
                    found.append(Mention(start, end, targets))
                    break
        return tuple(found)


class Names:
    """The names of some cost tables, by which texts name them and their lines."""

    def __init__(self, tables: tuple[TableWords, ...], results: Results) -> None:
        """Take the names from the title of each table and the ids and words of its lines."""
        self._index = NameIndex(_OF)
        self._ids: dict[Target, str] = {}
        for group, (title, lines) in enumerate(tables):
            for path, line_id, names in results.of(_names_of_table, title, lines, results):
                target = Target(group, path)
                if path:
                    self._ids[target] = line_id
                for name in names:
                    self._index.add(name, target)

    def mentions(self, plain: str) -> tuple[Mention, ...]:
        """What a text in half-width letters names, in its order; of names that overlap the longest."""
        return self._index.find(plain, _end_of_word)

    def id_of(self, target: Target) -> str:
        """The id of a line; "" of a table."""
        return self._ids.get(target, "")


def mentions_in(paragraph: str, names: Names) -> tuple[tuple[Mention, ...], ...]:
    """What a paragraph names, sentence by sentence."""
    return tuple([names.mentions(sentence.text) for sentence in sentences(paragraph)])


def figure_of(totals: Totals, target: Target, year: Year = "amount") -> Figure:
    """The figure of a line or a table, this year's or the previous year's."""
    return (line_totals_of(totals, target) if target.path else totals.groups[target.group]).of(year)


def line_totals_of(totals: Totals, target: Target) -> LineTotals:
    """The line of a target that is no table, with its figures."""
    line = totals.groups[target.group].lines[target.path[0]]
    for index in target.path[1:]:
        line = line.parts[index]
    return line


def line_of(groups: tuple[CostGroup, ...], target: Target) -> Line | None:
    """The line of a target; None of a table."""
    lines, line = groups[target.group].lines, None
    for index in target.path:
        line = lines[index]
        lines = line.parts
    return line


def called(groups: tuple[CostGroup, ...], target: Target) -> str:
    """What a target is called in a sentence."""
    line = line_of(groups, target)
    text = groups[target.group].title if line is None else line.text
    return text.replace("\n", "").strip()


def names_in(groups: tuple[CostGroup, ...], results: Results) -> Names:
    """The names of the cost tables; they come from the words of titles and lines alone."""
    return results.of(Names, words_of_tables(groups), results)


def words_of_tables(groups: tuple[CostGroup, ...]) -> tuple[TableWords, ...]:
    """The titles of the cost tables, each with the ids and words of its lines."""
    return tuple([(group.title, tuple([_words(line) for line in group.lines])) for group in groups])


def _words(line: Line) -> LineWords:
    return line.id, line.text, tuple([_words(part) for part in line.parts]) if line.parts else ()


def _names_of_table(title: str, lines: tuple[LineWords, ...], results: Results) -> list[_Named]:
    """The names of a table and of each of its lines."""
    titled = names_of(title)
    return [((), "", titled), *_names_of_lines(lines, titled, (), results)]


def _names_of_lines(
    lines: tuple[LineWords, ...], titled: tuple[str, ...], above: tuple[int, ...], results: Results
) -> Iterator[_Named]:
    for index, (line_id, text, parts) in enumerate(lines):
        path = (*above, index)
        yield path, line_id, results.of(_all_names, titled, text)
        yield from _names_of_lines(parts, titled, path, results)


def _all_names(titled: tuple[str, ...], text: str) -> tuple[str, ...]:
    """The names of a line by itself and with the title of its table."""
    names = names_of(text)
    return names + tuple(
        {joined for first in titled for name in names for joined in joins(first, name)} - {*names}
    )


def names_of(text: str) -> tuple[str, ...]:
    """The names by which words are named: without their number and mark, with and without what stands in brackets behind."""
    plain = half_width(text).replace("\n", "")
    plain = plain[_NUMBER.match(plain).end() :].strip()  # type: ignore[union-attr]
    return tuple(
        name
        for name in dict.fromkeys((plain, _BRACKET_AT_END.sub("", plain)))
        if _letters(name) >= _SHORTEST and not _AMOUNT_AT_END.search(name)
    )


def joins(first: str, second: str) -> tuple[str, ...]:
    """Two names in one word: one behind the other, and with what the first ends and the second begins said once."""
    found = [first + second, f"{first}の{second}"]
    overlap = next(
        (index for index in range(min(len(first), len(second)) - 1, 1, -1) if first.endswith(second[:index])),
        0,
    )
    if overlap:
        found.append(first + second[overlap:])
    return tuple(found)


def _letters(name: str) -> int:
    return sum(letter.isalpha() for letter in name.translate(_DATES))


def _end_of_word(plain: str, start: int, end: int, _name: str) -> int:
    """Where a name ends; 0 where it stands inside a longer word."""
    return 0 if is_inside_a_word(plain, start, end) else end


def is_inside_a_word(plain: str, start: int, end: int) -> bool:
    """Whether some letters stand inside a longer word."""
    before, after = plain[start - 1 : start], plain[end : end + 1]
    return bool(
        (before and _is_inner(before) and _is_inner(plain[start]))
        or (after and after not in _BETWEEN_WORDS and _is_inner(after) and plain[end - 1] != ")")
    )


def _is_inner(letter: str) -> bool:
    """Whether a word may go on at a letter: Latin, katakana, kanji.

    A pattern of all kanji takes 2 ms to compile.
    """
    return (
        (letter.isascii() and letter.isalpha())
        or "一" <= letter <= "鿿"
        or "ァ" <= letter <= "ヺ"
        or "ｦ" <= letter <= "ﾟ"
        or letter in "ー々"
    )
