"""The names of cost lines and tables, and where a text names them.

A line is named by its full words, at least four letters that are no date, not inside a longer word: 「標準事務費」 is not
named by 「枠内標準事務費」. The title of its table may go before it, and what both say is said once: line 「システム改修経費」 of
table 「4.統合宛名システム」 is also 「統合宛名システム改修経費」.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple, TypeAlias

import msgspec

from model.claims.labels.letters import KEY, Letters, letters_in, letters_of
from model.figures.figures import Figure, LineTotals, Totals
from model.incremental.results import Results
from model.request.place import Year
from model.request.request import CostGroup, Line, Request
from model.values.amount import half_width
from model.values.one_line import one_line
from model.values.pattern import lazy_pattern

_OF: Final = lazy_pattern("の")
_NUMBER: Final = lazy_pattern(
    r"(?:\s*(?:\(\s*(?:\d{1,2}|[ア-ンア-ン一二三四五六七八九十])\s*\)|\d{1,2}(?:\s*[.．、)]|\s+|(?=[^\W\d月年日人回か箇カ千円件]))"
    r"|[①-⑳ⅰ-ⅻⅠ-Ⅻ]|[・○●◆◇■□※-]|【[^】]*】|<[^>]*>))*\s*"
)
_BRACKET_AT_END: Final = lazy_pattern(r"(?<!\s)\s*+\([^()]*+\)\Z")
_KIND_IN_BRACKET: Final = lazy_pattern(r"(?<![\s)])\(([^()\d、,・]{2,20})\)\Z")
"""What is done at a place, or of which kind it is: 「大谷池(ため池改修)」 is 「大谷池のため池改修」 in a sentence."""
_AMOUNT_AT_END: Final = lazy_pattern(r"\d\s?[千百]?万?円\)?\Z")  # a title with its sum is named without it
_DATES: Final[Mapping[int, int | None]] = str.maketrans("", "", "年月日度期から")
_BEHIND_A_NAME: Final = lazy_pattern("[及並又若]|関[連係]|分(?![^はのにがをでとも、。(]|野|担)")
"""Kanji that begin another word: 及び, 並びに, 又は, 若しくは, 関連, 分 (not 分野)."""


class Target(NamedTuple):
    """What a name stands for: a line by its indices, or with no path the table itself."""

    group: int
    path: tuple[int, ...] = ()

    def is_below(self, other: Target) -> bool:
        """Whether it is a part of another line, or a line of another table."""
        return (
            self.group == other.group
            and self.path != other.path
            and self.path[: len(other.path)] == other.path
        )


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
"""The path of a line in its table, its id and its names without の; of the table itself the path () and no id."""


class Names:
    """The names of some cost tables, by which texts name them and their lines."""

    def __init__(self, tables: tuple[TableWords, ...], results: Results) -> None:
        """Take the names from the title of each table and the ids and words of its lines."""
        self._ids: dict[Target, str] = {}
        targets: dict[str, dict[Target, None]] = {}  # a thousand lines may have one name
        for group, (title, lines) in enumerate(tables):
            for path, line_id, names in results.of(_names_of_table, title, lines, results):
                target = Target(group, path)
                if path:
                    self._ids[target] = line_id
                for name in names:
                    targets.setdefault(name, {})[target] = None
        self._targets = {name: tuple(sorted(found)) for name, found in targets.items()}
        lengths: dict[str, set[int]] = {}
        for name in targets:
            lengths.setdefault(name[:KEY], set()).add(len(name))
        # of the names that begin so, the longest first
        self._lengths = {start: sorted(found, reverse=True) for start, found in lengths.items()}

    def mentions(self, plain: str) -> tuple[Mention, ...]:
        """What a text in half-width letters names, in its order; of names that overlap the longest."""
        return self.mentions_of(letters_of(plain, _OF))

    def mentions_of(self, letters: Letters) -> tuple[Mention, ...]:
        """The same of letters: 「施設の管理委託」 names 「施設管理委託」, for both are looked for without の."""
        plain, bare, at, keys = letters
        found: list[Mention] = []
        skip = 0
        for index in [index for index, key in enumerate(keys) if key in self._lengths]:
            if index < skip:
                continue
            for length in self._lengths[keys[index]]:
                end = min(index + length, len(bare))
                targets = self._targets.get(bare[index:end])
                if targets is None:
                    continue
                start, behind = at[index], at[end - 1] + 1
                if not is_inside_a_word(plain, start, behind):
                    skip = end
                    found.append(Mention(start, behind, targets))
                    break
        return tuple(found)

    def id_of(self, target: Target) -> str:
        """The id of a line; "" of a table."""
        return self._ids.get(target, "")


def mentions_in(paragraph: str, names: Names, results: Results) -> tuple[tuple[Mention, ...], ...]:
    """What a paragraph names, sentence by sentence."""
    return tuple([names.mentions_of(letters) for letters in results.of(letters_in, paragraph, _OF)])


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
    return one_line(text)


def names_in(request: Request, results: Results) -> Names:
    """The names of the cost tables; they come from the words of titles and lines alone."""
    return results.of(Names, results.of(words_of_tables, request), results)


def words_of_tables(request: Request) -> tuple[TableWords, ...]:
    """The titles of the cost tables, each with the ids and words of its lines."""
    return tuple([(group.title, tuple([_words(line) for line in group.lines])) for group in request.groups])


def _words(line: Line) -> LineWords:
    return line.id, line.text, tuple([_words(part) for part in line.parts]) if line.parts else ()


def every_line_of(
    lines: tuple[LineWords, ...], above: tuple[int, ...] = ()
) -> Iterator[tuple[tuple[int, ...], str, str]]:
    """The path of each line in its table and of each part, with its id and its words."""
    for index, (line_id, text, parts) in enumerate(lines):
        path = (*above, index)
        yield path, line_id, text
        if parts:
            yield from every_line_of(parts, path)


def _names_of_table(title: str, lines: tuple[LineWords, ...], results: Results) -> list[_Named]:
    """The names of a table and of each of its lines."""
    titled = names_of(title)
    return [
        ((), "", _bare(titled)),
        *(
            (path, line_id, results.of(_all_names, titled, text))
            for path, line_id, text in every_line_of(lines)
        ),
    ]


def _all_names(titled: tuple[str, ...], text: str) -> tuple[str, ...]:
    """The names of a line by itself and with the title of its table."""
    names = names_of(text)
    return _bare((*names, *(joined for first in titled for name in names for joined in joins(first, name))))


def _bare(names: Iterable[str]) -> tuple[str, ...]:
    """Names as they are looked for: without の, and each once."""
    return tuple(dict.fromkeys([_OF.sub("", name) for name in names]))


def names_of(text: str) -> tuple[str, ...]:
    """The names by which words are named: without their number and mark, with and without what stands in brackets behind."""
    plain = half_width(text).replace("\n", "")
    plain = plain[_NUMBER.match(plain).end() :].strip()  # type: ignore[union-attr]
    return tuple(
        name
        for name in dict.fromkeys(
            (plain, _BRACKET_AT_END.sub("", plain), _KIND_IN_BRACKET.sub(r"の\1", plain))
        )
        if _letters(name) >= KEY and not _AMOUNT_AT_END.search(name)
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


def is_inside_a_word(plain: str, start: int, end: int) -> bool:
    """Whether some letters stand inside a longer word."""
    before, after = plain[start - 1 : start], plain[end : end + 1]
    return bool(
        (before and is_inner_letter(before) and is_inner_letter(plain[start]))
        or (
            after
            and not _BEHIND_A_NAME.match(plain, end)
            and is_inner_letter(after)
            and plain[end - 1] != ")"
        )
    )


def is_inner_letter(letter: str) -> bool:
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
