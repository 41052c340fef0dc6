"""The names of cost lines and tables, and where a text names them.

A line is named by its full words, at least four letters that are no date, not inside a longer word: 「標準事務費」 is not
named by 「枠内標準事務費」. The title of its table may go before it, and what both say is said once: line 「システム改修経費」 of
table 「4.統合宛名システム」 is also 「統合宛名システム改修経費」.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, Final, NamedTuple, TypeAlias, TypeVar

from model.claims.kept_lines import KeptLines, Look
from model.figures.figures import Figure, Totals
from model.request.place import Year
from model.request.request import CostGroup, Line
from model.values.amount import half_width

_SHORTEST: Final = 4
_MOST_TEXTS: Final = 48
_MOST_PARAGRAPHS: Final = 8_192
_FEW: Final = 20  # lines that are renamed one by one; of more everything is read anew
_NUMBER: Final = re.compile(
    r"(?:\s*(?:\(\s*(?:\d{1,2}|[ア-ンア-ン一二三四五六七八九十])\s*\)|\d{1,2}(?:\s*[.．、)]|\s+|(?=[^\W\d月年日人回か箇カ千円件]))"
    r"|[①-⑳ⅰ-ⅻⅠ-Ⅻ]|[・○●◆◇■□※-]|【[^】]*】|<[^>]*>))*\s*"
)
_BRACKET_AT_END: Final = re.compile(r"(?<!\s)\s*+\([^()]*+\)\Z")
_AMOUNT_AT_END: Final = re.compile(r"\d\s?[千百]?万?円\)?\Z")  # a title with its sum is named without it
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


T = TypeVar("T")
Key: TypeAlias = tuple[str, object, str]
"""Who read a text, by which words of the Standard, and the text."""
_Read: TypeAlias = tuple[tuple[tuple[int, ...], str, tuple[str, ...]], ...]


class Names:
    """The names of one state of the cost tables; what texts name is remembered with them.

    Attributes:
        texts: what was read of whole texts by these names, by reader, its words and the text.
        paragraphs: likewise of paragraphs, each beside itself in half-width letters.
    """

    def __init__(self, titles: tuple[str, ...], lines: tuple[tuple[_Read, ...], ...]) -> None:
        self.texts: dict[Key, Any] = {}
        self.paragraphs: dict[Key, tuple[str, Any]] = {}
        self._targets: dict[str, tuple[Target, ...]] = {}
        self._by_start: dict[str, tuple[str, ...]] = {}
        self._ids: dict[Target, str] = {}
        for group, (title, of_group) in enumerate(zip(titles, lines, strict=True)):
            titled = names_of(title)
            for name in titled:
                self._add(name, Target(group))
            for at, read in enumerate(of_group):
                for path, line_id, names in read:
                    target = Target(group, (at, *path))
                    self._ids[target] = line_id
                    for name in _all_names(titled, names):
                        self._add(name, target)

    def renamed(self, changes: list[tuple[Target, tuple[str, ...], tuple[str, ...]]]) -> Names:
        """The names after some lines were renamed: what was read of paragraphs that name none of them is kept.

        Args:
            changes: the lines with their names before and after.
        """
        new = Names((), ())
        new._targets, new._by_start, new._ids = dict(self._targets), dict(self._by_start), self._ids
        touched: set[str] = set()
        for target, before, after in changes:
            touched.update(before, after)
            for name in before:
                new._remove(name, target)
            for name in after:
                new._add(name, target)
        new.paragraphs = {
            key: kept for key, kept in self.paragraphs.items() if not any(name in kept[0] for name in touched)
        }
        return new

    def mentions(self, plain: str) -> tuple[Mention, ...]:
        """What a text in half-width letters names, in its order; of names that overlap the longest."""
        found: list[Mention] = []
        by_start, skip = self._by_start, 0
        for at in range(len(plain) - _SHORTEST + 1):
            if at < skip:
                continue
            for name in by_start.get(plain[at : at + _SHORTEST], ()):
                end = at + len(name)
                if plain.startswith(name, at) and not _is_inside_a_word(plain, at, end):
                    found.append(Mention(at, end, self._targets[name]))
                    skip = end
                    break
        return tuple(found)

    def keep_text(self, key: Key, read: T) -> T:
        """Remember what was read of a whole text; of the many states of a text that is being typed a few."""
        if len(self.texts) >= _MOST_TEXTS:
            self.texts.clear()
        self.texts[key] = read
        return read

    def keep_paragraph(self, key: Key, read: T) -> T:
        """Remember what was read of a paragraph."""
        if len(self.paragraphs) >= _MOST_PARAGRAPHS:
            self.paragraphs.clear()
        self.paragraphs[key] = (half_width(key[2]), read)
        return read

    def id_of(self, target: Target) -> str:
        """The id of a line; "" of a table."""
        return self._ids.get(target, "")

    def _add(self, name: str, target: Target) -> None:
        known = self._targets.get(name, ())
        self._targets[name] = tuple(sorted({*known, target})) if known else (target,)
        if not known:
            start = name[:_SHORTEST]
            others = self._by_start.get(start)
            self._by_start[start] = (
                tuple(sorted((*others, name), key=len, reverse=True)) if others else (name,)
            )

    def _remove(self, name: str, target: Target) -> None:
        rest = tuple(each for each in self._targets[name] if each != target)
        if rest:
            self._targets[name] = rest
            return
        del self._targets[name]
        start = name[:_SHORTEST]
        self._by_start[start] = tuple(each for each in self._by_start[start] if each != name)


def figure_of(totals: Totals, target: Target, year: Year = "amount") -> Figure:
    """The figure of a line or a table, this year's or the previous year's."""
    group = totals.groups[target.group]
    if not target.path:
        return group.of(year)
    line = group.lines[target.path[0]]
    for at in target.path[1:]:
        line = line.parts[at]
    return line.of(year)


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
    titles = tuple([group.title for group in groups])
    if _last.titles == titles and _last.lines is lines:
        return _last.names
    changes = _renamed_lines(_last, titles, lines)
    names = Names(titles, lines) if changes is None else _last.names.renamed(changes)
    _last = _State(titles, lines, names)
    return names


class _State(NamedTuple):
    titles: tuple[str, ...]
    lines: tuple[tuple[_Read, ...], ...]
    names: Names


def _renamed_lines(
    before: _State, titles: tuple[str, ...], lines: tuple[tuple[_Read, ...], ...]
) -> list[tuple[Target, tuple[str, ...], tuple[str, ...]]] | None:
    """The lines that were renamed since, where nothing else changed and they are few; else None."""
    if before.titles != titles or len(before.lines) != len(lines):
        return None
    found: list[tuple[Target, tuple[str, ...], tuple[str, ...]]] = []
    for group, (new, old) in enumerate(zip(lines, before.lines, strict=True)):
        if new is old:
            continue
        if len(new) != len(old):
            return None
        titled = names_of(titles[group])
        for at, (read, read_before) in enumerate(zip(new, old, strict=True)):
            if read is read_before:
                continue
            if len(read) != len(read_before) or len(found) > _FEW:
                return None
            for (path, line_id, names), (old_path, old_id, old_names) in zip(read, read_before, strict=True):
                if (path, line_id) != (old_path, old_id):
                    return None
                found.append(
                    (Target(group, (at, *path)), _all_names(titled, old_names), _all_names(titled, names))
                )
    return found


def _all_names(titled: tuple[str, ...], names: tuple[str, ...]) -> tuple[str, ...]:
    """The names of a line by itself and with the title of its table."""
    return names + tuple(
        {joined for first in titled for name in names for joined in joins(first, name)} - {*names}
    )


@lru_cache(maxsize=16_384)
def names_of(text: str) -> tuple[str, ...]:
    """The names by which words are named: without their number and mark, with and without what stands in brackets behind."""
    plain = half_width(text).replace("\n", "")
    plain = plain[_NUMBER.match(plain).end() :].strip()  # type: ignore[union-attr]
    return tuple(
        name
        for name in dict.fromkeys((plain, _BRACKET_AT_END.sub("", plain)))
        if _letters(name) >= _SHORTEST and not _AMOUNT_AT_END.search(name)
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


_LINES: Final = KeptLines(_read, Look())
_last = _State((), (), Names((), ()))
