"""What is asked of the tables that are taken: whether they overlap, and whether a line of one sums up all others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, takewhile
from typing import Final

from model.language import phrase
from model.request.request import Line
from model.standard.standard import Standard
from templates.readers.labels import compact
from templates.readers.reading import cut
from templates.readers.tables.calling import is_proposal
from templates.readers.tables.lines import Table, year_sum
from templates.readers.tables.question import Question, asked_of_cell
from templates.readers.tables.sums.figures import Figures
from templates.readers.tables.tabs.relations import alike

_LEAST_ALIKE: Final = 10  # signs that the titles of parts of one 事業 have in common, its year and its name
_AROUND: Final = "()[]【】〔〕<>"  # 「【駅前案内所分】」


def asked_of_tables(
    kept: Sequence[Table], printed: Sequence[Figures], standard: Standard
) -> Iterator[tuple[str, Question]]:
    """What is asked of the tables that are taken: whether they overlap, and whether a line sums up all others."""
    whole = sum((table.asked or 0) for table in kept)
    is_printed = any(figures[1] is not None and figures[1] == whole for figures in printed)
    if not is_printed and not _are_added_up(kept):
        if _may_overlap(kept, standard):
            yield "", _asked_of_all(kept)
        if (pair := alike(kept)) is not None:
            yield "", _asked_of_pair(pair, is_all=len(kept) == len(pair))
    if (found := _sum_over_all(kept)) is not None:
        table, line = found
        sentence = phrase(
            "「{text}」の額は、取り込む{count}つの表のほかの行すべての和です。経費の行として足しました。",
            text=cut(line.text, 30),
            count=len(kept),
        )
        evidence = phrase("名前は計ではありませんが、額はほかの行の和です。")
        yield table.group.id, Question("row", table.where, sentence, "経費の行", ("除く",), evidence)


def _asked_of_all(tables: Sequence[Table]) -> Question:
    names = [table.name for table in tables]
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
    alike = [f"「{table.name}」（{table.where}）" for table in pair]
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
    whole = sum(Fraction(table.asked or 0) for table in tables)
    lines = [(table, line) for table in tables for line in (*table.group.lines[:1], *table.group.lines[-1:])]
    if len(tables) < 2 or not whole or any(table.understood.total[1] is not None for table in tables):
        return None
    return next(
        ((table, line) for table, line in lines if 2_000 * (year_sum((line,), "amount") or 0) == whole), None
    )


def _are_added_up(tables: Sequence[Table]) -> bool:
    """Whether a row adds up several of the tables."""
    return any(row.summed.sums for table in tables for row in table.understood.of_kind("left_out"))


def _may_overlap(tables: Sequence[Table], standard: Standard) -> bool:
    """Whether tables stand on several tabs, or on one with the same total or other headings, and no sum over all proves them."""
    totals = [total for table in tables if (total := table.asked)]
    again = standard.workbook_reading.again
    if len(tables) > 1 and any(word in table.name for table in tables for word in again):
        return True  # what was not granted is in the first request too
    if len(set(totals)) == len(totals) and (
        _are_parts_of_one(tables) or _are_of_classes(tables, standard) or _are_of_places(tables, standard)
    ):
        return False
    return (
        len({table.understood.grid.sheet.title for table in tables}) > 1
        or len(set(totals)) < len(totals)
        or any(is_proposal(table.name, standard) for table in tables)
        or len({table.understood.headings.words for table in tables}) > 1
    )


def _are_of_classes(tables: Sequence[Table], standard: Standard) -> bool:
    """Whether each table stands below the name of another 節 (「８節　旅費」, 「10　需用費」), or on a tab of that name."""
    names = standard.word_tables.object_class_names
    titled = [next((name for name in names if compact(table.name).endswith(name)), "") for table in tables]
    return all(titled) and len(set(titled)) == len(titled)


def _are_of_places(tables: Sequence[Table], standard: Standard) -> bool:
    """Whether each table is proven and stands on the tab of another office, below words that differ from tab to tab in its name alone."""
    ends = tuple(standard.workbook_reading.office_ends)
    tabs = [compact(table.understood.grid.sheet.title) for table in tables]
    words = [table.understood.raw.words_above() for table in tables]
    above = [*zip(*words, strict=False)]
    common = [texts[0] for texts in above if len(set(texts)) == 1]
    named = [zip(tabs, texts, strict=True) for texts in above if len(set(texts)) > 1]
    return (
        len(set(tabs)) == len(tables)
        and len({len(of_table) for of_table in words}) == 1
        and len({table.understood.headings.words for table in tables}) == 1
        and len("".join(common)) >= _LEAST_ALIKE
        and bool(named)
        and all(
            (tab in text or text in tab)
            and any(name.strip(_AROUND).removesuffix("分").endswith(ends) for name in (tab, text))
            for of_tabs in named
            for tab, text in of_tabs
        )
        and all(map(_is_proven, tables))
        and _share_few_lines(tables)
    )


def _is_proven(table: Table) -> bool:
    """Whether the total of a table is the sum of its lines in each year."""
    return bool(table.understood.total == table.understood.sums and table.understood.total[1])


def _share_few_lines(tables: Sequence[Table]) -> bool:
    """Whether of two tables at most half of the lines of the shorter are called as in the other: versions of one table share most."""
    names = [{compact(line.text) for line in table.group.lines} for table in tables]
    return all(2 * len(one & other) <= min(len(one), len(other)) for one, other in combinations(names, 2))


def _are_parts_of_one(tables: Sequence[Table]) -> bool:
    """Whether all tables are proven, are headed by titles that begin alike and end each otherwise, and share no line."""
    titles = [compact(table.understood.title) for table in tables]
    begin = "".join(
        signs[0] for signs in takewhile(lambda signs: len(set(signs)) == 1, zip(*titles, strict=False))
    )
    if (
        len(begin) < _LEAST_ALIKE
        or len({title.removeprefix(begin) for title in titles if title != begin}) != len(titles)
        or not all(map(_is_proven, tables))
    ):
        return False
    lines = [compact(line.text) for table in tables for line in table.group.lines]
    return len(set(lines)) * 4 > len(lines) * 3
