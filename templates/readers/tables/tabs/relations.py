"""How tables are held together by their figures and names: one repeats, quotes, adds up, divides, details or sums up another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, permutations
from typing import Final, NamedTuple

from msgspec.structs import replace

from model.edits.fields import clean_text
from model.language import phrase
from model.request.lines import walk
from model.request.place import YEARS
from model.request.request import Line
from templates.readers.labels import compact
from templates.readers.tables.lines import Table, year_sum

_QUOTED: Final = ">"  # before each line of a mail that is answered


class Relation(NamedTuple):
    """A table that is not taken, why, and the table that has its lines as parts of its own: before, and with them."""

    table: Table
    why: str
    merged: tuple[Table, Table] | None = None


def repeated(tables: Sequence[Table]) -> Iterator[Relation]:
    """Tables with the lines and figures of one before them."""
    seen: dict[tuple[tuple[str, object, object], ...], Table] = {}
    for table in tables:
        if (same := seen.setdefault(_lines(table), table)) is not table:
            yield Relation(
                table,
                phrase("「{where_of}」の表と同じ内容なので、一度だけ読みました。", where_of=same.where),
            )


def quoted(tables: Sequence[Table]) -> Iterator[Relation]:
    """Tables of the older mail that a mail quotes below its own table of the same lines."""
    for older in tables:
        names = [compact(line.text) for line in older.group.lines]
        if not names or not all(name.startswith(_QUOTED) for name in names):
            continue
        own = (table for table in tables if table is not older and alike((table, older)))
        if (newer := next(own, None)) is not None:
            why = phrase(
                "前のメールの引用で、「{where_of}」の表と行の名前が同じなので、「読み取れなかった表」に文字として残しました。",
                where_of=newer.where,
            )
            yield Relation(older, why)


def added_up(tables: Sequence[Table]) -> Iterator[Relation]:
    """The tables of offices where another one adds them up, line by line under the same names."""
    sums = [_by_name(table) for table in tables]
    every: Counter[tuple[str, str]] = Counter()
    for of_table in sums:
        every.update(of_table)
    for whole, own in zip(tables, sums, strict=True):
        is_half = any(own.values()) and all(figure == 2 * own[name] for name, figure in every.items())
        if is_half and len(tables) > 2:
            why = phrase(
                "「{where_of}」の表が行ごとに足し合わせているので、「読み取れなかった表」に文字として残しました。",
                where_of=whole.where,
            )
            yield from (Relation(table, why) for table in tables if table is not whole)
            return


def _by_name(table: Table) -> Counter[tuple[str, str]]:
    """What the lines of a table come to under each name in each year, 千円."""
    found: Counter[tuple[str, str]] = Counter()
    for line in table.group.lines:
        for field in YEARS:
            found[compact(line.text), field] += year_sum((line,), field) or 0
    return found


def alike(tables: Sequence[Table]) -> tuple[Table, Table] | None:
    """Two tables with the same words in most of their lines, which no sum over both proves; None where there are none."""
    words = [(table, {_unquoted(line) for line in table.group.lines if line.text}) for table in tables]
    for (table, own), (other, names) in combinations(words, 2):
        common, most = own & names, max(len(own), len(names))
        if 2 * len(common) > most and (len(common) > 1 or most == 1):
            return table, other
    return None


def _unquoted(line: Line) -> str:
    """The words of a line without spaces and without the sign of a quoted mail."""
    return compact(line.text).lstrip(_QUOTED)


def _lines(table: Table) -> tuple[tuple[str, object, object], ...]:
    return tuple(
        (compact(line.text), line.previous, line.amount)
        for whole in table.group.lines
        if any(line.amount is not None for line, _ in walk((whole,)))
        for line, _ in walk((whole,))
    )


def summing(tables: Sequence[Table]) -> Iterator[Relation]:
    """Tables that only sum up another: their total is the same, and it has more lines; the other where last year's amounts stand in these alone."""
    for table in tables:
        if (same := _same_total(table, tables)) is None:
            continue
        if table.understood.sums[0] and same.understood.sums[0] is None:
            yield Relation(
                same,
                phrase(
                    "「{where_of}」の表と合計が同じで、前年度の額のない内訳なので、「読み取れなかった表」に文字として残しました。",
                    where_of=table.where,
                ),
            )
        else:
            yield Relation(
                table,
                phrase(
                    "「{where_of}」の表と合計が同じで、それをまとめた表なので、「読み取れなかった表」に文字として残しました。",
                    where_of=same.where,
                ),
            )


def _same_total(table: Table, tables: Sequence[Table]) -> Table | None:
    """A table with more lines and the same total, in both years, which this one only sums up; None for none.

    On one sheet one line is enough, or both years; else tables may have the same total by chance.
    """
    lines = len(table.group.lines)
    for other in tables:
        if len(other.group.lines) <= lines or not table.asked or table.asked != other.asked:
            continue
        before = (table.understood.sums[0], other.understood.sums[0])
        has_both = None not in before
        if has_both and before[0] != before[1]:
            continue
        if _is_elsewhere(table, other) or lines == 1 or (has_both and before[0]):
            return other
    return None


def _is_named_after(table: Table, line: Line) -> bool:
    """Whether the title of a table, or its tab, names a line or its 節: 「積算根拠（委託料）」."""
    texts = [text for text in map(compact, (line.text, line.object_class)) if text and not text.isdecimal()]
    names = (compact(table.understood.title), compact(table.understood.grid.sheet.title))
    return any(text in name or (name and name in text) for text in texts for name in names)


def _is_elsewhere(one: Table, other: Table) -> bool:
    return one.understood.grid is not other.understood.grid


def detailed(tables: Sequence[Table]) -> Iterator[Relation]:
    """Tables of another tab whose total is a line of a table: they become the parts of this line."""
    now = {id(table): table for table in tables}
    used: set[int] = set()
    for table, detail in permutations(tables, 2):
        if used & {id(table), id(detail)}:
            continue
        before = now[id(table)]
        line = _line_of(before, detail)
        if (
            line is None
            or not (_is_elsewhere(table, detail) or _is_named_after(detail, line))
            or len(table.group.lines) == len(detail.group.lines) == 1
        ):
            continue
        lines = tuple(
            _with_detail(own, detail.group.lines) if own is line else own for own in before.group.lines
        )
        now[id(table)] = before._replace(group=replace(before.group, lines=lines))
        why = phrase(
            "合計が「{text}」の額と一致するので、その内訳として入れました。", text=clean_text(line.text)
        )
        yield Relation(detail, why, (before, now[id(table)]))
        used.add(id(detail))


def divided(tables: Sequence[Table]) -> Iterator[Relation]:
    """A table whose lines, in their order, make up those of one that alone has the previous year: they become its parts."""
    for table, detail in permutations(tables, 2):
        if table.understood.sums[0] is None or detail.understood.sums[0] is not None:
            continue
        if groups := _groups(table, detail):
            lines = tuple(map(_with_detail, table.group.lines, groups))
            why = phrase(
                "行の和が「{where_of}」の表の各行と一致するので、その内訳として入れました。",
                where_of=table.where,
            )
            yield Relation(detail, why, (table, table._replace(group=replace(table.group, lines=lines))))
            return


def _groups(table: Table, detail: Table) -> list[tuple[Line, ...]]:
    """The lines of another table, parted so that each part makes up a line of a table, in their order; none where none do."""
    if len(detail.group.lines) < len(table.group.lines) or len(table.group.lines) < 2:
        return []
    parts = detail.group.lines
    groups: list[tuple[Line, ...]] = []
    first = last = 0
    for line in table.group.lines:
        rest = year_sum((line,), "amount")
        if not rest or line.parts:
            return []
        while last < len(parts) and rest:
            rest -= year_sum((parts[last],), "amount") or 0
            last += 1
        if rest:
            return []
        groups.append(parts[first:last])
        first = last
    return [] if last < len(parts) else groups


def _line_of(table: Table, detail: Table) -> Line | None:
    """The line of a table that another table details: of those with its total the one of its name, or the only one."""
    whole = Fraction(detail.asked or 0) / 1_000
    fits = [line for line in table.group.lines if line.amount == whole and not line.parts] if whole else []
    if not fits or any(part.parts for line in detail.group.lines for part in line.parts):
        return None
    named = [line for line in fits if _is_named_after(detail, line)]
    if len(named) == 1:
        return named[0]
    before = detail.understood.sums[0]
    is_chance = before is not None and fits[0].previous not in (None, Fraction(before) / 1_000)
    return fits[0] if len(fits) == 1 and not is_chance else None


def _with_detail(line: Line, parts: tuple[Line, ...]) -> Line:
    """A line with its parts, which give its amount; an only part without last year's has that of the line."""
    if len(parts) == 1 and parts[0].previous is None and not parts[0].parts:
        parts = (replace(parts[0], previous=line.previous),)
    previous = [part.previous for part in parts if isinstance(part.previous, int)]
    same = line.previous is None or (bool(previous) and sum(previous) == line.previous)
    return replace(line, amount=None, previous=None if same else line.previous, parts=parts)
