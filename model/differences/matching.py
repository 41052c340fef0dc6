"""Rows of two requests that are the same row under another id: recognized by their words, within the row they stand in.

An import gives its rows new ids, and so do two that were typed for two years. What has the same id is left alone.
A row of a section's table has no words of its own: it is known by all its cells, or by most of them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Final, NamedTuple

import msgspec

from model.differences.changes import in_both
from model.differences.outline import (
    COSTS,
    REFERENCES,
    ROOT,
    Field,
    Outline,
    Row,
    Slot,
    Value,
    outline_of,
    request_of,
)
from model.request.carried import Carried
from model.request.grounds import Answer, Cut, FundingTerm
from model.request.ids import unused_id
from model.request.multi_year import AnnualAmount, Commitment, CommitmentYear, ContinuingExpense
from model.request.request import CostGroup, Line, Request, Section
from model.request.section_table import SectionTable, TableColumn, TableRow
from model.request.source_question import SourceQuestion
from model.request.sticky_note import StickyNote

_WORDS: Final[Mapping[type, tuple[tuple[Field, ...], ...]]] = {
    Section: ((("heading",),),),
    CostGroup: ((("title",),),),
    Line: ((("text",),),),
    Commitment: ((("name",), ("line",), ("period",)), (("name",), ("line",))),
    CommitmentYear: ((("year",),),),
    ContinuingExpense: ((("name",),),),
    AnnualAmount: ((("year",),),),
    FundingTerm: ((("source",), ("name",), ("line",)), (("source",), ("name",))),
    Cut: ((("line",), ("reason",)), (("line",),)),
    SourceQuestion: ((("where",), ("question",)),),
    Carried: ((("what",), ("why",)),),
    SectionTable: ((("title",), ("section",)), (("title",),)),
    StickyNote: ((("text",), ("who",), ("when",)),),
    TableColumn: ((("heading",),),),
}
"""By what a row of each kind is known: all of these fields; where no row has the same, the fewer behind them."""


class Matched(NamedTuple):
    """A request under the ids of another.

    Attributes:
        request: the same request; rows that the other has, too, have the ids they have there.
        by_words: how many rows were recognized by their words, not by their ids.
    """

    request: Request
    by_words: int


def under_ids_of(before: Request, after: Request) -> Matched:
    """The second request with the ids of the first, wherever a row of it is one of the first."""
    old, new = outline_of(before), outline_of(after)
    ids = _same_rows(old, new)
    if not ids:
        return Matched(after, 0)
    taken = {*old.rows, *new.rows}
    for row_id in new.rows:  # a row that is new but has the id of another one
        if row_id in old.rows and row_id not in ids and row_id in ids.values():
            ids[row_id] = unused_id(f"{row_id}-", taken)
    matched = msgspec.structs.replace(request_of(with_ids(new, ids)), identity=after.identity)
    return Matched(matched, sum(ids[row_id] in old.rows for row_id in ids))


def with_ids(outline: Outline, ids: Mapping[str, str]) -> Outline:
    """An outline with other ids for some of its rows, also where they are referred to.

    What refers to no row refers to none afterwards, even where its id is now that of one.
    """
    names = dict(ids) | {name: f"{name}?" for name in ids.values() if name not in outline.rows}
    rows = {
        ids.get(row_id, row_id): Row(
            row.kind,
            Slot(ids.get(row.slot.parent, row.slot.parent), row.slot.field),
            {
                _renamed_field(field, ids): _renamed(row.kind, field, value, names)
                for field, value in row.values.items()
            },
        )
        for row_id, row in outline.rows.items()
    }
    lists = {
        Slot(ids.get(slot.parent, slot.parent), slot.field): [ids.get(row_id, row_id) for row_id in row_ids]
        for slot, row_ids in outline.lists.items()
    }
    return Outline(rows, lists)


def _renamed_field(field: Field, ids: Mapping[str, str]) -> Field:
    """The field of a value; a cell of a section's table stands under the id of its column."""
    return ("cells", ids.get(field[1], field[1])) if field[0] == "cells" else field


def _renamed(kind: type, field: Field, value: Value, names: Mapping[str, str]) -> Value:
    if not isinstance(value, str):
        return value
    if field in REFERENCES:
        return names.get(value, value)
    is_place = kind in (Answer, SourceQuestion, Carried, StickyNote) and field == ("place",)
    return "/".join(names.get(part, part) for part in value.split("/")) if is_place else value


def _same_rows(old: Outline, new: Outline) -> dict[str, str]:
    """The ids in the first outline of rows of the second that have another one there."""
    known = in_both(old, new)
    pairs = {row_id: row_id for row_id in known}  # new to old
    taken = set(known)
    shown_in, shown_before = (str(outline.rows[ROOT].values[COSTS]) for outline in (new, old))
    if shown_in in new.rows and shown_in not in pairs and shown_before in old.rows.keys() - taken:
        pairs[shown_in] = shown_before  # the section of the cost tables, whatever its heading
        taken.add(shown_before)
    for fewer in (0, 1):
        for kinds in (
            (Section, CostGroup),
            (Line, SectionTable),
            (Commitment, ContinuingExpense, FundingTerm, Cut, TableColumn),
        ):
            _match(old, new, kinds, fewer, pairs, taken)
    _match(
        old,
        new,
        (CommitmentYear, AnnualAmount, SourceQuestion, Carried, StickyNote, TableRow),
        0,
        pairs,
        taken,
    )
    _match_edited_rows(old, new, pairs, taken)
    return {row_id: there for row_id, there in pairs.items() if there != row_id}


def _match(
    old: Outline, new: Outline, kinds: tuple[type, ...], fewer: int, pairs: dict[str, str], taken: set[str]
) -> None:
    waiting: defaultdict[tuple[object, ...], list[str]] = defaultdict(list)
    for row_id, row in reversed(old.rows.items()):
        if row_id not in taken and row.kind in kinds:
            waiting[_known_by(row, fewer, {})].append(row_id)
    for row_id, row in new.rows.items():
        if row_id in pairs or row.kind not in kinds or row.slot.parent not in pairs:
            continue
        known_by = _known_by(row, fewer, pairs)
        if waiting.get(known_by):  # of rows with the same words the first goes with the first
            pairs[row_id] = waiting[known_by].pop()
            taken.add(pairs[row_id])


def _match_edited_rows(old: Outline, new: Outline, pairs: dict[str, str], taken: set[str]) -> None:
    """Match the rows left over of sections' tables by most equal cells, and of as many by the nearest position.

    At least half of the cells are equal, so that two rows that share no more than a word stay two.
    """
    for slot, row_ids in new.lists.items():
        if slot.field != ("rows",) or slot.parent not in pairs:
            continue
        before = old.lists.get(Slot(pairs[slot.parent], slot.field), [])
        known = {at: row_id for at, row_id in enumerate(before) if row_id not in taken}
        holders: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
        for at, row_id in known.items():
            for cell in _cells(old.rows[row_id], {}):
                holders[cell].append(at)
        found: list[tuple[int, int, int, int]] = []
        for number, row_id in enumerate(row_ids):
            if row_id not in pairs:
                cells = _cells(new.rows[row_id], pairs)
                equal = Counter(at for cell in cells for at in holders.get(cell, ()))
                for at, count in equal.items():
                    if count * 2 >= max(len(cells), len(old.rows[known[at]].values)):
                        found.append((-count, abs(at - number), number, at))
        for _, _, number, at in sorted(found):
            if row_ids[number] not in pairs and known[at] not in taken:
                pairs[row_ids[number]] = known[at]
                taken.add(known[at])


def _cells(row: Row, pairs: Mapping[str, str]) -> frozenset[tuple[object, ...]]:
    """The cells of a row of a section's table, by the ids of their columns in the first outline."""
    return frozenset((pairs.get(column, column), value) for (_, column), value in row.values.items())


def _known_by(row: Row, fewer: int, pairs: Mapping[str, str]) -> tuple[object, ...]:
    if row.kind is TableRow:  # by all of its cells
        return (row.kind, pairs.get(row.slot.parent, row.slot.parent), _cells(row, pairs))
    fields = _WORDS[row.kind][min(fewer, len(_WORDS[row.kind]) - 1)]
    words = []
    for field in fields:
        value = row.values[field]
        text = pairs.get(str(value), value) if field in REFERENCES else value
        words.append("".join(str(text).split()))
    parent = row.slot.parent
    return (row.kind, pairs.get(parent, parent) if parent != ROOT else ROOT, *words)
