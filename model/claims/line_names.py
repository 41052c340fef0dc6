"""The names of cost lines and tables, and where a text names them.

A line is named by its full words, at least four letters that are no date, not inside a longer word: 「標準事務費」 is not
named by 「枠内標準事務費」. The title of its table may go before it, and what both say is said once: line 「システム改修経費」 of
table 「4.統合宛名システム」 is also 「統合宛名システム改修経費」.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, Final, NamedTuple, TypeAlias

from model.amount import half_width
from model.claims.kept_lines import KeptLines
from model.figures import Figure, Totals
from model.request import CostGroup, Line

_SHORTEST: Final = 4
_NUMBER: Final = re.compile(
    r"(?:\s*(?:\(\s*(?:\d{1,2}|[ア-ンア-ン一二三四五六七八九十])\s*\)|\d{1,2}(?:\s*[.．、)]|\s+|(?=[^\W\d月年日人回か箇カ千円件]))"
    r"|[①-⑳ⅰ-ⅻⅠ-Ⅻ]|[・○●◆◇■□※-]|【[^】]*】|<[^>]*>))*\s*"
)
_BRACKET_AT_END: Final = re.compile(r"\s*\([^()]*\)\Z")
_DATES: Final = str.maketrans("", "", "年月日度期から")
_INSIDE_A_WORD: Final = re.compile(r"[a-zA-Zァ-ヺーｦ-ﾟ一-鿿々]")
_BETWEEN_WORDS: Final = frozenset("及並又若")  # 及び, 並びに, 又は, 若しくは


class Target(NamedTuple):
    """What a name stands for: a line by its indices, or with no path the table itself."""

    group: int
    path: tuple[int, ...] = ()


class Mention(NamedTuple):
    """A place of a text that names something; several targets where lines of two tables have one name."""

    start: int
    end: int
    targets: tuple[Target, ...]


_Read: TypeAlias = tuple[tuple[tuple[int, ...], str, tuple[str, ...]], ...]


class Names:
    """The names of one state of the cost tables; what texts name is remembered with them.

    Attributes:
        remembered: what was read of texts by these names, by reader and text; it goes when the names go.
    """

    def __init__(self, titles: tuple[str, ...], lines: tuple[tuple[_Read, ...], ...]) -> None:
        self.remembered: dict[tuple[str, str], Any] = {}
        targets: dict[str, list[Target]] = {}
        self._ids: dict[Target, str] = {}
        for group, (title, of_group) in enumerate(zip(titles, lines, strict=True)):
            titled = names_of(title)
            for name in titled:
                targets.setdefault(name, []).append(Target(group))
            for at, read in enumerate(of_group):
                for path, line_id, names in read:
                    target = Target(group, (at, *path))
                    self._ids[target] = line_id
                    for name in names:
                        targets.setdefault(name, []).append(target)
                    for first in titled:
                        for joined in {each for name in names for each in joins(first, name)}:
                            targets.setdefault(joined, []).append(target)
        self._by_start: dict[str, list[tuple[str, tuple[Target, ...]]]] = {}
        for name in sorted(targets, key=len, reverse=True):
            named = tuple(dict.fromkeys(targets[name]))
            self._by_start.setdefault(name[:_SHORTEST], []).append((name, named))

    def mentions(self, plain: str) -> tuple[Mention, ...]:
        """What a text in half-width letters names, in its order; of names that overlap the longest."""
        found: list[Mention] = []
        at, by_start = 0, self._by_start
        while at <= len(plain) - _SHORTEST:
            for name, targets in by_start.get(plain[at : at + _SHORTEST], ()):
                end = at + len(name)
                if plain.startswith(name, at) and not _is_inside_a_word(plain, at, end):
                    found.append(Mention(at, end, targets))
                    at = end - 1
                    break
            at += 1
        return tuple(found)

    def id_of(self, target: Target) -> str:
        """The id of a line; "" of a table."""
        return self._ids.get(target, "")


def figure_of(totals: Totals, target: Target) -> Figure:
    """This year's figure of a line or a table."""
    group = totals.groups[target.group]
    if not target.path:
        return group.amount
    line = group.lines[target.path[0]]
    for at in target.path[1:]:
        line = line.parts[at]
    return line.amount


def line_of(groups: tuple[CostGroup, ...], target: Target) -> Line | None:
    """The line of a target; None of a table."""
    lines, line = groups[target.group].lines, None
    for at in target.path:
        line = lines[at]
        lines = line.parts
    return line


def called(groups: tuple[CostGroup, ...], target: Target) -> str:
    """What a target is called in a sentence."""
    line = line_of(groups, target)
    text = groups[target.group].title if line is None else line.text
    return text.replace("\n", "").strip()


def names_in(groups: tuple[CostGroup, ...]) -> Names:
    """The names of the cost tables; the same object while no line's words changed."""
    global _last
    lines = _LINES.of(groups)
    titles = tuple(group.title for group in groups)
    if _last[0] != titles or _last[1] is not lines:
        _last = (titles, lines, Names(titles, lines))
    return _last[2]


@lru_cache(maxsize=16_384)
def names_of(text: str) -> tuple[str, ...]:
    """The names by which words are named: without their number and mark, with and without what stands in brackets behind."""
    plain = half_width(text).replace("\n", "")
    plain = plain[_NUMBER.match(plain).end() :].strip()  # type: ignore[union-attr]
    return tuple(
        name for name in dict.fromkeys((plain, _BRACKET_AT_END.sub("", plain))) if _letters(name) >= _SHORTEST
    )


@lru_cache(maxsize=16_384)
def joins(first: str, second: str) -> tuple[str, ...]:
    """Two names in one word: one behind the other, and with what the first ends and the second begins said once."""
    found = [first + second, f"{first}の{second}"]
    overlap = next(
        (at for at in range(min(len(first), len(second)) - 1, 1, -1) if first.endswith(second[:at])), 0
    )
    if overlap:
        found.append(first + second[overlap:])
    return tuple(found)


def _letters(name: str) -> int:
    return sum(each.isalpha() for each in name.translate(_DATES))


def _is_inside_a_word(plain: str, start: int, end: int) -> bool:
    before, after = plain[start - 1 : start], plain[end : end + 1]
    return bool(
        (before and _INSIDE_A_WORD.match(before) and _INSIDE_A_WORD.match(plain[start]))
        or (after and after not in _BETWEEN_WORDS and _INSIDE_A_WORD.match(after) and plain[end - 1] != ")")
    )


def _read(line: Line) -> _Read:
    if not line.parts:
        return (((), line.id, names_of(line.text)),)
    found: list[tuple[tuple[int, ...], str, tuple[str, ...]]] = [((), line.id, names_of(line.text))]
    for at, part in enumerate(line.parts):
        found += [((at, *path), line_id, names) for path, line_id, names in _read(part)]
    return tuple(found)


_LINES: Final = KeptLines(_read)
_last: tuple[tuple[str, ...], tuple[tuple[_Read, ...], ...], Names] = ((), (), Names((), ()))
