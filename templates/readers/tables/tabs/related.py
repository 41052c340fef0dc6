"""The tables of a book that are taken, what is said of the others, and what is asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from model.language import phrase
from model.standard.standard import Standard
from templates.readers.reading import Unread, cut
from templates.readers.tables.decisions import Spot
from templates.readers.tables.lines import Table
from templates.readers.tables.question import Question
from templates.readers.tables.sums.figures import Figures
from templates.readers.tables.tabs.overlaps import asked_of_tables
from templates.readers.tables.tabs.relations import added_up, detailed, divided, quoted, repeated, summing


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
    unread = [Unread(table.where, cut(table.text), why_left) for table in left]
    for find in (repeated, quoted, added_up, divided, detailed, summing):
        for drop, why, merged in list(find(kept)):
            if drop not in kept or decided.get(drop.understood.spot):
                continue
            kept.remove(drop)
            if merged is not None:
                kept = [merged[1] if table is merged[0] else table for table in kept]
            unread.append(Unread(drop.where, cut(drop.text), why))
            if find in (summing, quoted, added_up):
                left.append(drop)
    texts = [(table.where, table.text) for table in left]
    return Taken(kept, unread, texts, [] if decided else [*asked_of_tables(kept, printed, standard)])
