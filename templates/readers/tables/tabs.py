"""Which tables of a book are to be taken: none twice, none of another year, none that only sums up or details another.

Two tables are held together by their figures: the total of one is a line, or the total, of the other. Where figures leave
it open, all are taken and it is asked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations, permutations, takewhile
from typing import Final, NamedTuple

from msgspec.structs import replace

from model.edits.fields import clean_text
from model.language import phrase
from model.request.lines import walk
from model.request.place import YEARS
from model.request.request import Line
from model.standard.standard import Standard
from model.values.amount import Exact
from templates.readers.labels import compact
from templates.readers.reading import Unread, cut
from templates.readers.tables.calling import is_proposal
from templates.readers.tables.decisions import Spot
from templates.readers.tables.lines import Table, year_sum
from templates.readers.tables.question import Question, asked_of_cell
from templates.readers.tables.sums import Figures

_QUOTED: Final = ">"  # before each line of a mail that is answered
_LEAST_ALIKE: Final = 10  # signs with which the titles of parts of one 事業 begin, its year and its name


class Taken(NamedTuple):
    """The tables that are taken, what is said of the others, the text of those that stay text, and what is asked."""

    tables: list[Table]
    unread: list[Unread]
    texts: list[tuple[str, str]]  # where a table stands, and its rows
    questions: list[tuple[str, Question]]  # the id of the group that it concerns, "" for all


def related(
    tables: Sequence[Table],
    printed: Sequence[Figures],
    standard: Standard,
    decided: Mapping[Spot, bool],
) -> Taken:
    """The tables without those that repeat, sum up or detail another.

    Where a person has ``decided`` which of them come in, nothing else is asked; ``printed`` are 前年度 and 要求額 as they
    stand apart from the tables, 円.
    """
    left = [table for table in tables if decided.get(table.understood.spot) is False]
    kept = [table for table in tables if decided.get(table.understood.spot) is not False]
    why_left = phrase("取り込まない表なので、「読み取れなかった表」に文字として残しました。")
    unread = [Unread(where_of(table), cut(text_of(table)), why_left) for table in left]
    for find in (_repeated, _quoted, _added_up, _divided, _detailed, _summing):
        for drop, why, merged in list(find(kept)):
            if drop not in kept or decided.get(drop.understood.spot):
                continue
            kept.remove(drop)
            if merged is not None:
                kept = [merged[1] if table is merged[0] else table for table in kept]
            unread.append(Unread(where_of(drop), cut(text_of(drop)), why))
            if find in (_summing, _quoted, _added_up):
                left.append(drop)
    texts = [(where_of(table), text_of(table)) for table in left]
    return Taken(kept, unread, texts, [] if decided else [*_asked(kept, printed, standard)])


def _asked(
    kept: Sequence[Table], printed: Sequence[Figures], standard: Standard
) -> Iterator[tuple[str, Question]]:
    """What is asked of the tables that are taken: whether they overlap, and whether a line sums up all others."""
    whole = sum((_sum(table) or 0) for table in kept)
    is_printed = any(figures[1] is not None and figures[1] == whole for figures in printed)
    if not is_printed and not _are_added_up(kept):
        if _may_overlap(kept, standard):
            yield "", _asked_of_all(kept)
        if (pair := _alike(kept)) is not None:
            yield "", _asked_of_pair(pair, is_all=len(kept) == len(pair))
    if (found := _sum_over_all(kept)) is not None:
        table, line = found
        sentence = phrase(
            "「{text}」の額は、取り込む{count}つの表のほかの行すべての和です。経費の行として足しました。",
            text=cut(line.text, 30),
            count=len(kept),
        )
        evidence = phrase("名前は計ではありませんが、額はほかの行の和です。")
        yield table.group.id, Question("row", where_of(table), sentence, "経費の行", ("除く",), evidence)


def _asked_of_all(tables: Sequence[Table]) -> Question:
    names = list(map(_name, tables))
    return asked_of_cell(
        tables[0].understood.grid,
        tables[0].understood.first_cell,
        "tab",
        phrase(
            "「{names}」の表が重なっていないか、額からは分かりません。すべて別の経費として足しました。",
            names="」「".join(dict.fromkeys(names)),
        ),
        phrase("すべて別の経費"),
        tuple(phrase("「{table}」だけ", table=name) for name in names[:4]),
        phrase("表どうしの合計に関係がなく、要求額とも比べられません。"),
        answers=("", *(table.understood.spot for table in tables[:4])),
    )


def _asked_of_pair(pair: tuple[Table, Table], *, is_all: bool) -> Question:
    """The question of two tables with the same names; it can be answered where no other table comes in."""
    alike = [f"「{_name(table)}」（{where_of(table)}）" for table in pair]
    return asked_of_cell(
        pair[1].understood.grid,
        pair[1].understood.first_cell,
        "tab",
        phrase(
            "{alike}と{alike2}の表は、行の名前が同じで額が違います。どちらも要求額に足しました。",
            alike=alike[0],
            alike2=alike[1],
        ),
        phrase("どちらも足す"),
        tuple(phrase("{alike}だけ", alike=name) for name in alike),
        phrase("別の年度か別の案の表かもしれません。"),
        answers=("", *(table.understood.spot for table in pair)) if is_all else (),
    )


def _sum_over_all(tables: Sequence[Table]) -> tuple[Table, Line] | None:
    """The first or last line of one of several tables that is the sum of all their other lines, where no total stands; None for none."""
    if _are_added_up(tables):
        return None
    whole = sum(Fraction(_sum(table) or 0) for table in tables)
    lines = [(table, line) for table in tables for line in (*table.group.lines[:1], *table.group.lines[-1:])]
    if len(tables) < 2 or not whole or any(table.understood.total[1] is not None for table in tables):
        return None
    return next(
        ((table, line) for table, line in lines if 2_000 * (year_sum((line,), "amount") or 0) == whole), None
    )


def _are_added_up(tables: Sequence[Table]) -> bool:
    """Whether a row adds up several of the tables."""
    return any(
        row.summed.kind == "left_out" and row.summed.sums for table in tables for row in table.understood.rows
    )


def _may_overlap(tables: Sequence[Table], standard: Standard) -> bool:
    """Whether tables stand on several tabs, or on one with the same total or other headings, and no sum over all proves them."""
    totals = [total for table in tables if (total := _sum(table))]
    again = standard.workbook_reading.again
    if len(tables) > 1 and any(word in _name(table) for table in tables for word in again):
        return True  # what was not granted is in the first request too
    if len(set(totals)) == len(totals) and (_are_parts_of_one(tables) or _are_of_classes(tables, standard)):
        return False
    return (
        len({table.understood.grid.sheet.title for table in tables}) > 1
        or len(set(totals)) < len(totals)
        or any(is_proposal(_name(table), standard) for table in tables)
        or len({table.understood.headings.words for table in tables}) > 1
    )


def _are_of_classes(tables: Sequence[Table], standard: Standard) -> bool:
    """Whether each table stands below the name of another 節 (「８節　旅費」, 「10　需用費」)."""
    names = {compact(name) for name in standard.object_class_names}
    titled = [
        next((name for name in names if compact(table.understood.title).endswith(name)), "")
        for table in tables
    ]
    return all(titled) and len(set(titled)) == len(titled)


def _are_parts_of_one(tables: Sequence[Table]) -> bool:
    """Whether all tables are proven, are headed by titles that begin alike and end each otherwise, and share no line."""
    titles = [compact(table.understood.title) for table in tables]
    begin = "".join(
        signs[0] for signs in takewhile(lambda signs: len(set(signs)) == 1, zip(*titles, strict=False))
    )
    if (
        len(begin) < _LEAST_ALIKE
        or len({title.removeprefix(begin) for title in titles if title != begin}) != len(titles)
        or not all(
            table.understood.total == table.understood.sums and table.understood.total[1] for table in tables
        )
    ):
        return False
    lines = [compact(line.text) for table in tables for line in table.group.lines]
    return len(set(lines)) * 4 > len(lines) * 3


def _alike(tables: Sequence[Table]) -> tuple[Table, Table] | None:
    """Two tables with the same words in most of their lines, which no sum over both proves; None where there are none."""
    words = [(table, {_unquoted(line) for line in table.group.lines if line.text}) for table in tables]
    for (table, own), (other, names) in combinations(words, 2):
        common, most = own & names, max(len(own), len(names))
        if 2 * len(common) > most and (len(common) > 1 or most == 1):
            return table, other
    return None


def where_of(table: Table) -> str:
    """Where a table begins."""
    return table.understood.grid.where(*table.understood.first_cell)


def text_of(table: Table) -> str:
    """The words and figures of a table, row by row."""
    understood = table.understood
    rows = (*understood.headings.rows, *(found.row for found in understood.rows))
    cells = [[understood.grid.text(row, column) for column in understood.headings.columns] for row in rows]
    return "\n".join("\t".join(row) for row in cells)


def _name(table: Table) -> str:
    return table.understood.title or table.understood.grid.sheet.title


def _sum(table: Table) -> Exact | None:
    """What the lines of a table come to this year, 円."""
    return table.understood.sums[1]


class Relation(NamedTuple):
    """A table that is not taken, why, and the table that has its lines as parts of its own: before, and with them."""

    table: Table
    why: str
    merged: tuple[Table, Table] | None = None


def _repeated(tables: Sequence[Table]) -> Iterator[Relation]:
    """Tables with the lines and figures of one before them."""
    seen: dict[tuple[tuple[str, object, object], ...], Table] = {}
    for table in tables:
        if (same := seen.setdefault(_lines(table), table)) is not table:
            yield Relation(
                table,
                phrase("「{where_of}」の表と同じ内容なので、一度だけ読みました。", where_of=where_of(same)),
            )


def _quoted(tables: Sequence[Table]) -> Iterator[Relation]:
    """Tables of the older mail that a mail quotes below its own table of the same lines."""
    for older in tables:
        names = [compact(line.text) for line in older.group.lines]
        if not names or not all(name.startswith(_QUOTED) for name in names):
            continue
        own = (table for table in tables if table is not older and _alike((table, older)))
        if (newer := next(own, None)) is not None:
            why = phrase(
                "前のメールの引用で、「{where_of}」の表と行の名前が同じなので、「読み取れなかった表」に文字として残しました。",
                where_of=where_of(newer),
            )
            yield Relation(older, why)


def _added_up(tables: Sequence[Table]) -> Iterator[Relation]:
    """The tables of offices where another one adds them up, line by line under the same names."""
    for whole in tables:
        parts = [table for table in tables if table is not whole]
        own = _by_name([whole])
        if len(parts) > 1 and any(own.values()) and own == _by_name(parts):
            why = phrase(
                "「{where_of}」の表が行ごとに足し合わせているので、「読み取れなかった表」に文字として残しました。",
                where_of=where_of(whole),
            )
            yield from (Relation(table, why) for table in parts)
            return


def _by_name(tables: Sequence[Table]) -> Counter[tuple[str, str]]:
    """What the lines of some tables come to under each name in each year, 千円."""
    found: Counter[tuple[str, str]] = Counter()
    for line, field in ((line, field) for table in tables for line in table.group.lines for field in YEARS):
        found[compact(line.text), field] += year_sum((line,), field) or 0
    return found


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


def _summing(tables: Sequence[Table]) -> Iterator[Relation]:
    """Tables that only sum up another: their total is the same, and it has more lines."""
    for table in tables:
        if (same := _same_total(table, tables)) is not None:
            yield Relation(
                table,
                phrase(
                    "「{where_of}」の表と合計が同じで、それをまとめた表なので、「読み取れなかった表」に文字として残しました。",
                    where_of=where_of(same),
                ),
            )


def _same_total(table: Table, tables: Sequence[Table]) -> Table | None:
    """A table with more lines and the same total, in both years, which this one only sums up; None for none.

    On one sheet one line is enough, or both years; else tables may have the same total by chance.
    """
    lines = len(table.group.lines)
    for other in tables:
        if len(other.group.lines) <= lines or not _sum(table) or _sum(table) != _sum(other):
            continue
        before = (table.understood.sums[0], other.understood.sums[0])
        has_both = None not in before
        if has_both and before[0] != before[1]:
            continue
        if _is_elsewhere(table, other) or lines == 1 or (has_both and before[0]):
            return other
    return None


def _is_named_after(table: Table, line: Line) -> bool:
    text = compact(line.text)
    names = (compact(table.understood.title), compact(table.understood.grid.sheet.title))
    return bool(text) and any(text in name or (name and name in text) for name in names)


def _is_elsewhere(one: Table, other: Table) -> bool:
    return one.understood.grid is not other.understood.grid


def _detailed(tables: Sequence[Table]) -> Iterator[Relation]:
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
        parts = {line.id: detail.group.lines}
        lines = tuple(
            _with_detail(own, parts[own.id]) if own.id in parts else own for own in before.group.lines
        )
        now[id(table)] = before._replace(group=replace(before.group, lines=lines))
        why = phrase(
            "合計が「{text}」の額と一致するので、その内訳として入れました。", text=clean_text(line.text)
        )
        yield Relation(detail, why, (before, now[id(table)]))
        used.add(id(detail))


def _divided(tables: Sequence[Table]) -> Iterator[Relation]:
    """A table whose lines, in their order, make up those of one that alone has the previous year: they become its parts."""
    for table, detail in permutations(tables, 2):
        if table.understood.sums[0] is None or detail.understood.sums[0] is not None:
            continue
        if groups := _groups(table, detail):
            lines = tuple(map(_with_detail, table.group.lines, groups))
            why = phrase(
                "行の和が「{where_of}」の表の各行と一致するので、その内訳として入れました。",
                where_of=where_of(table),
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
    whole = Fraction(_sum(detail) or 0) / 1_000
    fits = [line for line in table.group.lines if line.amount == whole and not line.parts] if whole else []
    if not fits or any(part.parts for line in detail.group.lines for part in line.parts):
        return None
    named = [line for line in fits if _is_named_after(detail, line)]
    return named[0] if len(named) == 1 else fits[0] if len(fits) == 1 else None


def _with_detail(line: Line, parts: tuple[Line, ...]) -> Line:
    """A line with its parts, which give its amount; an only part without last year's has that of the line."""
    if len(parts) == 1 and parts[0].previous is None and not parts[0].parts:
        parts = (replace(parts[0], previous=line.previous),)
    previous = [part.previous for part in parts if isinstance(part.previous, int)]
    same = line.previous is None or (bool(previous) and sum(previous) == line.previous)
    return replace(line, amount=None, previous=None if same else line.previous, parts=parts)
